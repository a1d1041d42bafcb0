//! Markings in words: reading them, writing them, and what the rules hold against them.
//!
//! A marking decides who may see something, so nothing here guesses. [`parse`] takes the official spellings (titles
//! and abbreviations of banners, portion marks) in the official order and refuses everything else, naming the part,
//! the reason and, where it can tell, what to write instead. [`validate`] then says which rules a well-formed marking
//! breaks; [`valid`] does both and is what text from outside must pass. [`banner`] and [`portion`] write the one
//! official spelling, so that what was written is read back as the same marking.
//!
//! The words and their order are those of the tables named by [`TABLES`]. They cover classification, control systems
//! and dissemination controls; special access programmes, atomic energy, foreign government information, JOINT and
//! non-IC marks are not in them and are therefore refused. A rule is one entry in `rules/`, grouped by what it is about.

#[cfg(test)]
mod cases;
mod controls;
mod countries;
mod error;
mod parse;
mod print;
#[cfg(test)]
mod properties;
mod recognise;
mod rules;
mod spelling;
mod validate;

pub use error::MarkingError;
pub use parse::{parse, valid};
pub use print::{JOINER, banner, banner_of, portion, portion_of};
pub use validate::{Violation, validate};

/// The version of the tables of words, order and rules: the controlled vocabularies and constraint rules of the
/// Information Security Marking Metadata, as approved for public release.
pub const TABLES: &str = "ISM v10";
