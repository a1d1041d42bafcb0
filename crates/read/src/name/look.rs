//! What a token looks like by itself: its letters, its shape, and what the lists know of it.

use super::gazetteer::{self, Class, Gazetteer};
use crate::model::hash::{EMPTY, cased, lower, mix, plain, push};

/// What is known of one token without its neighbours.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Hash without case.
    pub word: u64,
    /// Hash with case.
    pub cased: u64,
    /// Hashes of the last two, three and four letters without case.
    pub suffix: [u64; 3],
    /// Hashes of the first two, three and four letters without case.
    pub prefix: [u64; 3],
    /// The kinds of its characters in their order, runs of one kind as one.
    pub shape: u64,
    /// Whether it has a capital.
    pub capital: bool,
    /// Whether all its letters are capitals, and there are more than one.
    pub shouts: bool,
    /// What the lists say of it alone.
    pub listed: u16,
    /// What they say of a longer entry that it is part of, with its place there.
    pub part: u32,
    /// Its class.
    pub class: Class,
}

/// A place outside the sentence.
pub const NOWHERE: Look = Look {
    word: 1,
    cased: 1,
    suffix: [1; 3],
    prefix: [1; 3],
    shape: 1,
    capital: false,
    shouts: false,
    listed: 0,
    part: 0,
    class: Class::new(0x7ff, 0x3ff, 0x7ff),
};

impl Look {
    /// Looks at `text`, whose hash without case is `word`.
    pub fn new(text: &str, word: u64, gazetteer: &Gazetteer<'_>) -> Self {
        let mut prefix = [EMPTY; 3];
        let (mut hash, mut tail) = (EMPTY, ['\0'; 4]);
        let (mut shape, mut last) = (EMPTY, '\0');
        let (mut capitals, mut smalls) = (0_u32, 0_u32);
        for (at, letter) in text.chars().enumerate() {
            let small = lower(plain(letter));
            if at < 4 {
                hash = push(hash, small);
                if let Some(rest) = prefix.get_mut(at.saturating_sub(1)..) {
                    rest.fill(hash);
                }
            }
            tail = [small, tail[0], tail[1], tail[2]];
            let kind = if letter.is_uppercase() {
                capitals += 1;
                'X'
            } else if letter.is_alphabetic() {
                smalls += 1;
                'x'
            } else if letter.is_numeric() {
                '0'
            } else {
                plain(letter)
            };
            // One capital and several are told apart, and one small letter and several.
            if kind != last || at < 2 {
                shape = push(shape, kind);
            }
            last = kind;
        }
        let mut suffix = [EMPTY; 3];
        let mut hash = EMPTY;
        for (at, letter) in tail.into_iter().enumerate() {
            if letter != '\0' {
                hash = push(hash, letter);
            }
            if let Some(to) = at.checked_sub(1).and_then(|at| suffix.get_mut(at)) {
                *to = hash;
            }
        }
        Self {
            word,
            cased: cased(text),
            suffix,
            prefix,
            shape,
            capital: capitals > 0,
            shouts: capitals > 1 && smalls == 0,
            listed: gazetteer.entry(gazetteer::key(gazetteer::START, word)),
            part: 0,
            class: gazetteer.class(word),
        }
    }

    /// Its shape and whether it has a capital, as far as a neighbour needs to know.
    pub fn outline(&self) -> u64 {
        mix(self.shape, u64::from(self.capital))
    }
}

/// Finds longer entries of the lists among `looks` and notes them on their tokens; of overlapping ones the longest that
/// begins first stays.
pub fn mark(looks: &mut [Look], gazetteer: &Gazetteer<'_>) {
    let mut at = 0;
    while at < looks.len() {
        let first = looks[at];
        let mut found = (1, 0);
        if first.capital && first.listed & gazetteer::GOES_ON != 0 {
            let mut key = gazetteer::key(gazetteer::START, first.word);
            for length in 2..=gazetteer::LONGEST.min(looks.len() - at) {
                key = gazetteer::key(key, looks[at + length - 1].word);
                let entry = gazetteer.entry(key);
                if entry & !gazetteer::GOES_ON != 0 {
                    found = (length, entry & !gazetteer::GOES_ON);
                }
                if entry & gazetteer::GOES_ON == 0 {
                    break;
                }
            }
        }
        let (length, flags) = found;
        if flags != 0 {
            for (place, look) in looks[at..at + length].iter_mut().enumerate() {
                let place = if place == 0 {
                    1
                } else if place + 1 == length {
                    3
                } else {
                    2
                };
                look.part = u32::from(flags) << 2 | place;
            }
        }
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash::folded;

    fn look(text: &str) -> Look {
        Look::new(text, folded(text), &gazetteer::embedded().unwrap())
    }

    #[test]
    fn words_of_one_shape_look_alike() {
        assert_eq!(look("Verrin").shape, look("Corvania").shape);
        assert_ne!(look("Verrin").shape, look("verrin").shape);
        assert_ne!(look("Verrin").shape, look("VERRIN").shape);
        assert_eq!(look("U.N.").shape, look("E.U.").shape);
        assert!(look("NATO").shouts && !look("Nato").shouts && !look("N").shouts);
    }

    #[test]
    fn beginnings_and_ends_are_letters_without_case() {
        assert_eq!(look("Barton").suffix, look("CARTON").suffix);
        assert_eq!(look("Barton").prefix, look("BARTER").prefix);
        assert_eq!(look("a").prefix[0], look("a").suffix[0]);
    }
}
