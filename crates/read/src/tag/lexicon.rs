//! What is known of a word before its sentence is read: which labels it has had.
//!
//! The labels a frequent word has had in training, its *class*, is the best that can be known of a word to the right,
//! whose label is not chosen yet. A word that has had a single label, often enough, needs no choice at all.

use crate::model::ModelError;
use crate::model::hash;
use crate::model::lookup::Lookup;

/// The classes of words.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon<'m> {
    table: Lookup<'m>,
}

/// What the lexicon says of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry(u32);

impl Entry {
    /// The entry of a word that is not known well enough.
    pub const UNKNOWN: Self = Self(0);

    /// A word of class `class` (from 1) that must still be tagged.
    pub const fn open(class: u16) -> Self {
        Self(class as u32)
    }

    /// A word of class `class` that always has label `label`.
    pub const fn fixed(class: u16, label: u8) -> Self {
        Self(class as u32 | (label as u32 + 1) << 16)
    }

    /// Its class, 0 if unknown.
    #[inline(always)]
    pub const fn class(self) -> u64 {
        (self.0 & 0xffff) as u64
    }

    /// The label it always has, if it does.
    #[inline(always)]
    pub const fn label(self) -> Option<u8> {
        match self.0 >> 16 {
            0 => None,
            label => Some((label - 1) as u8),
        }
    }
}

impl<'m> Lexicon<'m> {
    /// Reads a lexicon where it lies.
    ///
    /// # Errors
    /// If the bytes cannot be one.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        Lookup::open(bytes).map(|table| Self { table })
    }

    /// What is known of the word with these hashes: as it is written, and failing that in any case.
    #[inline]
    pub fn entry(&self, cased: u64, folded: u64) -> Entry {
        let found = self.table.get(key(true, cased)).or_else(|| self.table.get(key(false, folded)));
        found.map_or(Entry::UNKNOWN, Entry)
    }

    /// The bytes of a lexicon. Keys come from [`key`].
    pub fn build(entries: Vec<(u64, Entry)>) -> Vec<u8> {
        Lookup::build(entries.into_iter().map(|(key, entry)| (key, entry.0)).collect())
    }
}

/// The key of a word by its hash, which keeps its case (`cased`) or not.
#[inline]
pub fn key(cased: bool, hash: u64) -> u64 {
    hash::feature(1 << 32 | cased as u64, [hash])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_as_written_before_it_is_known_in_any_case() {
        let bytes = Lexicon::build(vec![
            (key(true, hash::cased("May")), Entry::open(4)),
            (key(false, hash::folded("may")), Entry::fixed(2, 9)),
        ]);
        let lexicon = Lexicon::open(&bytes).unwrap();
        let of = |word| lexicon.entry(hash::cased(word), hash::folded(word));
        assert_eq!((of("May").class(), of("May").label()), (4, None));
        assert_eq!((of("may").class(), of("MAY").label()), (2, Some(9)));
        assert_eq!(of("June"), Entry::UNKNOWN);
    }
}
