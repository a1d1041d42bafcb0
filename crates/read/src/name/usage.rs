//! How a document writes a word: small somewhere, or with a capital inside a sentence.
//!
//! A capital at the start of a sentence or in a headline tells nothing; the same word elsewhere does. What is kept is a
//! set of bits with a place for each word by its hash: two words now and then share one, which does no harm, and there
//! is nothing to allocate per token.

use crate::attribute::analysis::Analysis;
use crate::segment::Segments;

/// The document writes the word small somewhere.
pub const SMALL: u64 = 1;
/// It writes it with a capital inside a sentence.
pub const LARGE: u64 = 2;

/// Bits per token, so that few words share one.
const ROOM: usize = 8;

/// How each word of a document is written.
#[derive(Debug, Clone, Default)]
pub struct Usage {
    small: Vec<u64>,
    large: Vec<u64>,
    mask: u64,
}

impl Usage {
    /// Looks through a document.
    pub fn of(text: &str, segments: &Segments, all: &Analysis) -> Self {
        let bits = (segments.tokens.len() * ROOM).next_power_of_two().max(64);
        let mut usage = Self { small: vec![0; bits / 64], large: vec![0; bits / 64], mask: bits as u64 - 1 };
        for sentence in &segments.sentences {
            for at in sentence.tokens.clone() {
                let Some(letter) = segments.tokens[at].of(text).chars().next() else { continue };
                let (cell, bit) = usage.place(all.word[at]);
                if letter.is_lowercase() {
                    usage.small[cell] |= bit;
                } else if at > sentence.tokens.start && letter.is_uppercase() {
                    usage.large[cell] |= bit;
                }
            }
        }
        usage
    }

    fn place(&self, word: u64) -> (usize, u64) {
        let at = (word ^ word >> 32) & self.mask;
        ((at / 64) as usize, 1 << (at % 64))
    }

    /// The sum of [`SMALL`] and [`LARGE`], each if it holds of the word.
    #[inline]
    pub fn code(&self, word: u64) -> u64 {
        let (cell, bit) = self.place(word);
        let has = |set: &[u64]| u64::from(set.get(cell).is_some_and(|cell| cell & bit != 0));
        SMALL * has(&self.small) + LARGE * has(&self.large)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::model::hash::folded;
    use crate::segment::segment;

    #[test]
    fn a_capital_counts_only_inside_a_sentence() {
        let text = "Ports closed. The ports of Asher are small. Asher waits.";
        let segments = segment(text, &EN);
        let mut all = Analysis::default();
        all.word.extend(segments.tokens.iter().map(|token| folded(token.of(text))));
        let usage = Usage::of(text, &segments, &all);
        assert_eq!(["ports", "asher", "the"].map(|word| usage.code(folded(word))), [SMALL, LARGE, 0]);
    }
}
