//! What the tagger looks at.
//!
//! First everything about each token alone ([`Word`]), once; then, from left to right, the features of a choice, which
//! see two tokens to either side, the labels already chosen to the left, and the classes of the words to the right.

use super::lexicon::{Entry, Lexicon};
use crate::model::hash::{EMPTY, join, lower, mix, numbered, plain, push};

/// How many features are looked at first, how many only where those do not decide, and how many there are.
pub const FIRST: usize = 24;
const REST: usize = 22;
/// How many features a choice has.
pub const COUNT: usize = FIRST + REST;

/// The label before the first token.
pub const NO_LABEL: u8 = u8::MAX;

/// What the tagger knows of one token by itself.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Hash without case.
    pub folded: u64,
    /// Hash with case.
    pub cased: u64,
    /// Hashes of the last one to five characters without case; the whole word where it is shorter.
    pub suffix: [u64; 5],
    /// Hashes of the first one to four characters without case.
    pub prefix: [u64; 4],
    /// Case pattern and kinds of characters.
    pub shape: u64,
    /// What the lexicon knows.
    pub entry: Entry,
}

impl Word {
    /// A place outside the sentence.
    pub const OUTSIDE: Self =
        Self { folded: 1, cased: 1, suffix: [1; 5], prefix: [1; 4], shape: 1 << 20, entry: Entry::open(u16::MAX) };

    /// Looks at `text`, the token at `index` of its sentence.
    pub fn new(text: &str, index: usize, lexicon: &Lexicon<'_>) -> Self {
        let (mut folded, mut cased) = (EMPTY, EMPTY);
        let mut prefix = [EMPTY; 4];
        let mut tail = ['\0'; 5];
        let mut shape = Shape::default();
        for (at, letter) in text.chars().enumerate() {
            let letter = plain(letter);
            let small = lower(letter);
            cased = push(cased, letter);
            folded = push(folded, small);
            if let Some(rest) = prefix.get_mut(at..) {
                rest.fill(folded);
            }
            tail = [small, tail[0], tail[1], tail[2], tail[3]];
            shape.see(letter, at);
        }
        let mut suffix = [EMPTY; 5];
        let mut hash = EMPTY;
        for (to, letter) in suffix.iter_mut().zip(tail) {
            if letter != '\0' {
                hash = push(hash, letter);
            }
            *to = hash;
        }
        Self { folded, cased, suffix, prefix, shape: shape.number(index), entry: lexicon.entry(cased, folded) }
    }
}

/// What kinds of characters a word has.
#[derive(Debug, Clone, Copy, Default)]
struct Shape {
    first_upper: bool,
    later_upper: bool,
    lower: bool,
    digit: bool,
    hyphen: bool,
    stop: bool,
    other: bool,
    length: u64,
}

impl Shape {
    #[inline(always)]
    fn see(&mut self, letter: char, at: usize) {
        if letter.is_ascii_lowercase() {
            self.lower = true;
        } else if letter == '0' {
            self.digit = true;
        } else if letter.is_uppercase() {
            if at == 0 { self.first_upper = true } else { self.later_upper = true }
        } else if letter == '-' {
            self.hyphen = true;
        } else if letter == '.' {
            self.stop = true;
        } else if letter.is_alphabetic() {
            self.lower = true;
        } else {
            self.other = true;
        }
        self.length += 1;
    }

    /// All of it and whether the word begins its sentence, as one number.
    fn number(self, index: usize) -> u64 {
        let flags = [
            self.first_upper,
            self.later_upper,
            self.lower,
            self.digit,
            self.hyphen,
            self.stop,
            self.other,
            self.length == 1,
            self.length > 3,
            index == 0,
        ];
        flags.iter().fold(0, |number, flag| number << 1 | u64::from(*flag))
    }
}

/// What stands around a choice.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The token, the two before it and the two after it, the nearer first.
    words: [&'a Word; 5],
    /// The labels of the two tokens before it, the nearer first.
    left: [u64; 2],
}

impl<'a> View<'a> {
    /// Looks at token `index`, where `left` holds the labels of the two tokens before it, the nearer first.
    #[inline(always)]
    pub fn of(words: &'a [Word], index: usize, left: [u8; 2]) -> Self {
        let at = |offset: isize| {
            index.checked_add_signed(offset).and_then(|place| words.get(place)).unwrap_or(&Word::OUTSIDE)
        };
        Self { words: [at(0), at(-1), at(-2), at(1), at(2)], left: left.map(u64::from) }
    }

    /// The features that decide most choices by themselves, found by adding to them, one by one, the one that widened the
    /// lead of the label chosen most.
    #[inline]
    pub fn first(&self) -> [u64; FIRST] {
        let ([w, p1, _, n1, _], [t1, _]) = (self.words, self.left);
        let (class, next) = (w.entry.class(), n1.entry.class());
        // Upper case at the start of a sentence says little; the flag for it is the lowest bit of the shape.
        let tails = mix(w.suffix[2], w.shape & 0x3ff);
        numbered! {
            0 [w.folded]
            1 [w.cased]
            2 [w.suffix[0]]
            3 [w.suffix[1]]
            4 [w.suffix[2]]
            5 [w.suffix[3]]
            6 [w.suffix[4]]
            7 [w.prefix[0]]
            8 [w.prefix[1]]
            9 [w.prefix[2]]
            10 [w.prefix[3]]
            11 [w.shape]
            12 [class]
            13 [t1]
            15 [p1.folded]
            24 [t1, class]
            28 [next]
            30 [n1.suffix[2]]
            32 [p1.suffix[2]]
            35 [t1, w.shape]
            36 [tails]
            37 [w.suffix[1], w.shape, next]
            38 [w.folded, next]
            40 [w.shape, n1.shape, p1.shape]
        }
    }

    /// The others.
    #[inline]
    pub fn rest(&self) -> [u64; REST] {
        let ([w, p1, p2, n1, n2], [t1, t2]) = (self.words, self.left);
        let (class, next, after) = (w.entry.class(), n1.entry.class(), n2.entry.class());
        numbered! {
            14 [t1, t2]
            16 [p2.folded]
            17 [n1.folded]
            18 [n2.folded]
            19 [p1.folded, w.folded]
            20 [w.folded, n1.folded]
            21 [p1.folded, n1.folded]
            22 [t1, w.folded]
            23 [t1, t2, w.folded]
            25 [t1, class, next]
            26 [class, next, after]
            27 [t1, next]
            29 [next, after]
            31 [n1.suffix[1], n1.shape]
            33 [t1, w.suffix[2]]
            34 [t1, t2, class]
            39 [w.folded, n1.suffix[1]]
            41 [w.suffix[2], n1.folded]
            42 [w.suffix[2], p1.folded]
            43 [p1.folded, p2.folded]
            44 [n1.folded, n2.folded]
            45 [t1, w.suffix[1], n1.suffix[1]]
        }
    }
}

/// All features of the choice for token `index`.
pub fn extract(words: &[Word], index: usize, left: [u8; 2]) -> [u64; COUNT] {
    let view = View::of(words, index, left);
    join(&view.first(), &view.rest())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lookup::Lookup;

    fn word(text: &str, index: usize) -> Word {
        let bytes = Lookup::build(Vec::new());
        Word::new(text, index, &Lexicon::open(&bytes).unwrap())
    }

    #[test]
    fn words_with_one_ending_share_their_suffixes() {
        let (a, b) = (word("shipping", 1), word("arming", 1));
        assert_eq!(a.suffix[..3], b.suffix[..3]);
        assert_ne!(a.suffix[4], b.suffix[4]);
        assert_eq!(a.shape, b.shape);
    }

    #[test]
    fn case_and_place_in_the_sentence_are_seen() {
        let (a, b) = (word("Arms", 0), word("arms", 1));
        assert_eq!(a.folded, b.folded);
        assert_ne!(a.cased, b.cased);
        assert_ne!(a.shape, b.shape);
        assert_ne!(word("Arms", 1).shape, a.shape);
    }
}
