//! How a feature is named: by a 64-bit hash of its template and its values.
//!
//! The trainer and the reader compute the same hashes, so a model needs no strings. Words are folded before they are
//! hashed: case, digits and typographic quotation marks rarely tell anything that the shape of the word does not.

const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Adds one value to a hash.
#[inline(always)]
pub const fn mix(hash: u64, value: u64) -> u64 {
    (hash ^ value).wrapping_mul(SPREAD).rotate_left(32)
}

/// The hash of feature template `template` with `values`.
#[inline(always)]
pub fn feature<const N: usize>(template: u64, values: [u64; N]) -> u64 {
    let mut hash = mix(0x5851_f42d_4c95_7f2d, template);
    for value in values {
        hash = mix(hash, value);
    }
    let hash = hash.wrapping_mul(SPREAD);
    hash ^ hash >> 32
}

/// Makes a list of features, each with the number of its template.
macro_rules! numbered {
    ($($number:literal [$($value:expr),* $(,)?])*) => { [$($crate::model::hash::feature($number, [$($value),*])),*] };
}

pub(crate) use numbered;

/// The features that are looked at first, and the others behind them.
pub(crate) fn join<const FIRST: usize, const REST: usize, const ALL: usize>(
    first: &[u64; FIRST],
    rest: &[u64; REST],
) -> [u64; ALL] {
    const { assert!(FIRST + REST == ALL, "every feature has its place") };
    std::array::from_fn(|at| if at < FIRST { first[at] } else { rest[at - FIRST] })
}

/// Adds one character to the hash of a text.
#[inline(always)]
pub const fn push(hash: u64, letter: char) -> u64 {
    (hash ^ letter as u64).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23)
}

/// The start of the hash of a text.
pub const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// A character as features see it, its case kept: digits are one, and typographic quotation marks and dashes are the
/// plain ones.
#[inline(always)]
pub const fn plain(letter: char) -> char {
    match letter {
        '0'..='9' => '0',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2013}' | '\u{2014}' => '-',
        other => other,
    }
}

/// A character in lower case, where that is one character.
#[inline(always)]
pub fn lower(letter: char) -> char {
    if letter.is_ascii() {
        letter.to_ascii_lowercase()
    } else {
        let mut letters = letter.to_lowercase();
        match (letters.next(), letters.next()) {
            (Some(only), None) => only,
            _ => letter,
        }
    }
}

/// The hash of a word without its case.
#[inline]
pub fn folded(word: &str) -> u64 {
    word.chars().fold(EMPTY, |hash, letter| push(hash, lower(plain(letter))))
}

/// The hash of a word with its case.
#[inline]
pub fn cased(word: &str) -> u64 {
    word.chars().fold(EMPTY, |hash, letter| push(hash, plain(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_only_in_case_digits_or_quotes_are_one() {
        assert_eq!(folded("Minister"), folded("minister"));
        assert_eq!(folded("2019"), folded("1984"));
        assert_eq!(folded("isn\u{2019}t"), folded("isn't"));
        assert_ne!(cased("Polish"), cased("polish"));
        assert_ne!(folded("arm"), folded("arms"));
    }

    #[test]
    fn the_order_of_values_matters() {
        assert_ne!(feature(1, [2, 3]), feature(1, [3, 2]));
        assert_ne!(feature(1, [2]), feature(2, [2]));
    }
}
