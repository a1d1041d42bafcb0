//! Markings in words: reading them, writing them, and what the rules hold against them.
//!
//! A marking decides who may see something, so nothing here guesses. [`parse`] takes the official spellings (titles
//! and abbreviations of banners, portion marks) in the official order and refuses everything else, naming the part,
//! the reason and, where it can tell, what to write instead. [`validate`] then says which rules a well-formed marking
//! breaks; [`valid`] does both and is what text from outside must pass. [`banner`], [`long`] and [`portion`] write the
//! official spellings, so that what was written is read back as the same marking. [`Ladder`] is one that a team defines.
//!
//! [`Document`] is a whole text with its banner, its portions and its authority block, and holds them against each other.
//!
//! The words, their order and the rules are those of the tables named by [`TABLES`]. A rule is one entry in `rules/` or
//! `document/`, grouped by what it is about; [`register`] says of every official rule where it is kept, or why not.

mod atomic;
pub mod authority;
#[cfg(test)]
mod cases;
mod controls;
mod countries;
mod document;
mod element;
mod error;
mod head;
mod parse;
mod plain;
mod print;
mod programmes;
#[cfg(test)]
mod properties;
mod recognise;
pub mod register;
mod rolled;
mod rules;
mod spelling;
mod validate;

pub use document::{At, Document, Finding, Mark, Notice, Options, Sheet, xml};
pub use element::Element;
pub use error::MarkingError;
pub use parse::{parse, valid};
pub use plain::{Ladder, LadderError, Words, parse_on};
pub use print::{JOINER, banner, banner_of, long, portion, portion_of};
pub use rolled::{rendered, rollup_of};
pub use validate::{Violation, validate};

/// The version of the tables of words, order and rules: the controlled vocabularies and constraint rules of the
/// Information Security Marking Metadata, as approved for public release.
pub const TABLES: &str = "ISM v10";
