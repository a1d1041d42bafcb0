//! Words with what is known of each, looked up by the hash that the reader keeps of every token.

use std::sync::OnceLock;

use crate::model::hash::folded;

/// Groups of words, each with what its words tell.
pub type Groups<T> = &'static [(T, &'static [&'static str])];

/// A table from words to what they tell. It is written as groups of words, and hashed when it is first asked.
#[derive(Debug)]
pub struct Lexicon<T: 'static> {
    groups: Groups<T>,
    index: OnceLock<Index<T>>,
}

/// The words by their hashes, which are spread well enough to be places: those of a document cannot crowd the table,
/// since only the words of the program stand in it.
#[derive(Debug)]
struct Index<T> {
    slots: Vec<Option<(u64, T)>>,
    mask: usize,
}

impl<T: Copy> Lexicon<T> {
    /// A table of groups, each with what its words tell. A word that stands in two groups belongs to the first.
    pub const fn new(groups: Groups<T>) -> Self {
        Self { groups, index: OnceLock::new() }
    }

    /// What the word with this hash (of [`folded`]) tells.
    #[inline]
    pub fn get(&self, word: u64) -> Option<T> {
        let index = self.index.get_or_init(|| Index::of(self.groups));
        index.slots[index.place(word)].map(|(_, told)| told)
    }
}

impl<T: Copy> Index<T> {
    fn of(groups: Groups<T>) -> Self {
        let count: usize = groups.iter().map(|(_, words)| words.len()).sum();
        // A quarter of the slots are used, so that one is always free.
        let size = (4 * count).next_power_of_two();
        let mut index = Self { slots: vec![None; size], mask: size - 1 };
        for (told, word) in groups.iter().flat_map(|(told, words)| words.iter().map(|word| (*told, folded(word)))) {
            let place = index.place(word);
            index.slots[place].get_or_insert((word, told));
        }
        index
    }

    /// The slot of a word, or the free one where it would stand.
    #[inline]
    fn place(&self, word: u64) -> usize {
        let mut at = word as usize & self.mask;
        while self.slots[at].is_some_and(|(other, _)| other != word) {
            at = (at + 1) & self.mask;
        }
        at
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
