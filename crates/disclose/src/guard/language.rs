//! What the guard knows of the language: how common a word is, and which words are used alike.
//!
//! `models/words.bin` is made by `cargo xtask train words` and described in `models/words.md`: in how many of the articles of
//! some corpora a word stands, as a word and as a name, and for frequent words a short vector. Words are kept as hashes.

use std::sync::LazyLock;

/// The eight bytes that the file begins with.
pub const MAGIC: &[u8; 8] = b"tl-word1";

/// How many numbers a vector has.
pub const WIDTH: usize = 64;

static LANGUAGE: LazyLock<Language> =
    LazyLock::new(|| Language::open(include_bytes!("../../../../models/words.bin")).unwrap_or_default());

/// The table, opened.
#[derive(Debug, Clone, Copy, Default)]
pub struct Language {
    articles: u32,
    keys: &'static [[u8; 4]],
    counts: &'static [u8],
    words: &'static [[u8; 4]],
    vectors: &'static [[u8; WIDTH]],
}

/// What a word is looked up as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum As {
    /// A word: its stem, small.
    Word,
    /// A name: its stem, where it had a capital within a sentence.
    Name,
    /// Two names beside each other: both stems, in the order of the alphabet, with a space.
    Pair,
}

impl Language {
    /// Opens the bytes of a table: [`MAGIC`], the number of articles, of counts and of vectors (u32, little-endian), then the
    /// hashes in order, their counts, the hashes of words in order, their vectors.
    pub fn open(bytes: &'static [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (articles, rest) = number(rest)?;
        let (counted, rest) = number(rest)?;
        let (placed, rest) = number(rest)?;
        let (counted, placed) = (usize::try_from(counted).ok()?, usize::try_from(placed).ok()?);
        let (keys, rest) = rest.split_at_checked(counted.checked_mul(4)?)?;
        let (counts, rest) = rest.split_at_checked(counted)?;
        let (words, vectors) = rest.split_at_checked(placed.checked_mul(4)?)?;
        let vectors = vectors.as_chunks::<WIDTH>().0;
        (vectors.len() == placed).then_some(Self {
            articles,
            keys: keys.as_chunks::<4>().0,
            counts,
            words: words.as_chunks::<4>().0,
            vectors,
        })
    }

    /// The table of this program.
    pub(super) fn of_program() -> Self {
        *LANGUAGE
    }

    /// In how many articles something stands, 255 at the most.
    pub(super) fn count(&self, what: As, stem: &str) -> u8 {
        place(self.keys, key(what, stem)).and_then(|at| self.counts.get(at)).copied().unwrap_or_default()
    }

    /// How much it tells that a word stands somewhere, in nats: the logarithm of how rare it is.
    pub(super) fn weight(&self, what: As, stem: &str) -> f64 {
        let count = f64::from(self.count(what, stem));
        ((f64::from(self.articles) + 1.0) / (count + 0.5)).ln().max(0.0)
    }

    /// Where a word lies; nothing for a rare one.
    pub(super) fn vector(&self, word: &str) -> Option<&'static [u8; WIDTH]> {
        self.vectors.get(place(self.words, hash(word))?)
    }
}

/// How alike two words are used: 1 for one word, 0 for strangers.
pub(super) fn alike(one: &[u8; WIDTH], other: &[u8; WIDTH]) -> f64 {
    let both = one
        .iter()
        .zip(other)
        .map(|(one, other)| i32::from(one.cast_signed()).saturating_mul(i32::from(other.cast_signed())));
    // Vectors have the length 127.
    f64::from(both.fold(0_i32, i32::saturating_add)) / (127.0 * 127.0)
}

fn number(bytes: &'static [u8]) -> Option<(u32, &'static [u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*number), rest))
}

fn place(keys: &[[u8; 4]], key: u32) -> Option<usize> {
    keys.binary_search_by_key(&key, |bytes| u32::from_le_bytes(*bytes)).ok()
}

/// The key of something counted.
pub fn key(what: As, stem: &str) -> u32 {
    let mark = match what {
        As::Word => 'w',
        As::Name => 'n',
        As::Pair => 'p',
    };
    hash(&format!("{mark}:{stem}"))
}

/// FNV-1a of 32 bits.
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_known_for_it_and_words_used_alike_lie_near() {
        let language = Language::of_program();
        assert!(language.count(As::Word, "govern") > 100);
        assert_eq!(language.count(As::Word, "korvat"), 0);
        assert!(language.weight(As::Word, "korvat") > language.weight(As::Word, "warehous"));
        let near = |one: &str, other: &str| alike(language.vector(one).unwrap(), language.vector(other).unwrap());
        assert!(near("colonel", "officer") > near("colonel", "harbour"));
        assert!(near("soldiers", "troops") > 0.4);
    }
}
