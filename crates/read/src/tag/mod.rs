//! Parts of speech and lemmas.
//!
//! A token's universal and Penn part of speech are chosen together, as one label, by a linear model that reads the
//! sentence once from left to right. Words that have only ever had one label skip the model. The lemma then follows
//! from the word and its label by a rule.

pub mod features;
pub mod lemma;
pub mod lexicon;
mod tagger;
mod upos;
mod xpos;

pub use tagger::{Tagged, Tagger, embedded};
pub use upos::Upos;
pub use xpos::Xpos;

/// Both parts of speech of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    /// The universal one.
    pub upos: Upos,
    /// The Penn one.
    pub xpos: Xpos,
}

impl Tag {
    /// One number for both, below 2^14.
    pub const fn code(self) -> u16 {
        (self.upos as u16) << 8 | self.xpos as u16
    }
}
