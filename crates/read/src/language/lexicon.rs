//! Words with what is known of each, looked up by the hash that the reader keeps of every token.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::hash::folded;

/// Groups of words, each with what its words tell.
pub type Groups<T> = &'static [(T, &'static [&'static str])];

/// A table from words to what they tell. It is written as groups of words, and hashed when it is first asked.
#[derive(Debug)]
pub struct Lexicon<T: 'static> {
    groups: Groups<T>,
    index: OnceLock<HashMap<u64, T>>,
}

impl<T: Copy> Lexicon<T> {
    /// A table of groups, each with what its words tell. A word that stands in two groups belongs to the first.
    pub const fn new(groups: Groups<T>) -> Self {
        Self { groups, index: OnceLock::new() }
    }

    /// What the word with this hash (of [`folded`]) tells.
    pub fn get(&self, word: u64) -> Option<T> {
        let fill = || {
            let words = self.groups.iter().rev().flat_map(|(told, words)| words.iter().map(|word| (*told, *word)));
            words.map(|(told, word)| (folded(word), told)).collect()
        };
        self.index.get_or_init(fill).get(&word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whatever_its_case_and_the_first_group_counts() {
        let table: Lexicon<u8> = Lexicon::new(&[(1, &["ministry"]), (2, &["party", "ministry"])]);
        assert_eq!(table.get(folded("Ministry")), Some(1));
        assert_eq!(table.get(folded("party")), Some(2));
        assert_eq!(table.get(folded("ship")), None);
    }
}
