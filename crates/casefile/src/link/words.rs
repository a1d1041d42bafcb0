//! Words of a text as hashes, for comparing texts.
//!
//! Only what is the same in two copies of one text should count: case, punctuation and space are passed over, and a word
//! within quotation marks is known as such, since two reporters who were in one room quote the same words.

/// One word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Equal for words that differ in case alone.
    pub hash: u64,
    /// More than three bytes. Shorter words are mostly articles, prepositions and pronouns, which prove nothing.
    pub long: bool,
    /// Within quotation marks.
    pub quoted: bool,
}

/// A quotation that is not closed after so many words was none.
const LONGEST_QUOTATION: u32 = 150;

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Hands each word of `text` to `give`, in order.
///
/// A word is a run of letters and digits; where a script writes without spaces, each of its characters is a word.
#[inline]
pub fn words(text: &str, mut give: impl FnMut(Word)) {
    let bytes = text.as_bytes();
    let (mut hash, mut length) = (SEED, 0_u32);
    let mut quoted = Quoted::default();
    let mut at = 0;
    // One turn more than there are bytes: the end closes the last word.
    while at <= bytes.len() {
        let byte = bytes.get(at).copied().unwrap_or(b' ');
        let (kind, width) = kind(byte, bytes.get(at + 1).copied(), bytes.get(at + 2).copied());
        match kind {
            Kind::Letter => {
                let folded = if byte.is_ascii_uppercase() { byte | 0x20 } else { byte };
                hash = (hash ^ u64::from(folded)).wrapping_mul(PRIME);
                length += 1;
            }
            Kind::Inside if length > 0 => {}
            _ => {
                if length > 0 {
                    quoted.word();
                    give(Word { hash, long: length > 3, quoted: quoted.open() });
                    (hash, length) = (SEED, 0);
                }
                match kind {
                    Kind::Sign => {
                        let sign = bytes.get(at..at + width).unwrap_or_default();
                        let hash = sign.iter().fold(SEED, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
                        quoted.word();
                        give(Word { hash, long: true, quoted: quoted.open() });
                    }
                    Kind::Opens => quoted.opens(),
                    Kind::Closes => quoted.closes(),
                    Kind::Either => quoted.turns(),
                    Kind::Line => quoted.closes(),
                    _ => {}
                }
            }
        }
        at += width;
    }
}

/// What a character is to [`words`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    /// A word of its own.
    Sign,
    /// An apostrophe.
    Inside,
    Opens,
    Closes,
    /// A quotation mark that may do either.
    Either,
    Line,
    Other,
}

/// What the character is that begins with `byte`, and how many bytes are taken together.
#[inline(always)]
fn kind(byte: u8, second: Option<u8>, third: Option<u8>) -> (Kind, usize) {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => (Kind::Letter, 1),
        b'\'' => (Kind::Inside, 1),
        b'"' => (Kind::Either, 1),
        b'\n' => (Kind::Line, 1),
        0..=0x7f => (Kind::Other, 1),
        // General punctuation, among it quotation marks and dashes.
        0xe2 if second == Some(0x80) => match third {
            Some(0x9c | 0x9e) => (Kind::Opens, 3),
            Some(0x9d) => (Kind::Closes, 3),
            Some(0x99) => (Kind::Inside, 3),
            _ => (Kind::Other, 3),
        },
        0xc2 if second == Some(0xab) => (Kind::Opens, 2),
        0xc2 if second == Some(0xbb) => (Kind::Closes, 2),
        0xc2 => (Kind::Other, 2),
        // Punctuation, kana, Han characters, Hangul.
        0xe3 if second == Some(0x80) => match third {
            Some(0x8c | 0x8e) => (Kind::Opens, 3),
            Some(0x8d | 0x8f) => (Kind::Closes, 3),
            _ => (Kind::Other, 3),
        },
        0xe3..=0xed => (Kind::Sign, 3),
        0xef if second == Some(0xbc) || second == Some(0xbd) => (Kind::Other, 3),
        _ => (Kind::Letter, 1),
    }
}

/// Whether a quotation is open, and for how many words.
#[derive(Debug, Default)]
struct Quoted(Option<u32>);

impl Quoted {
    fn open(&self) -> bool {
        self.0.is_some()
    }

    fn word(&mut self) {
        self.0 = self.0.map(|words| words + 1).filter(|words| *words <= LONGEST_QUOTATION);
    }

    fn opens(&mut self) {
        self.0 = Some(0);
    }

    fn closes(&mut self) {
        self.0 = None;
    }

    fn turns(&mut self) {
        self.0 = if self.open() { None } else { Some(0) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Word> {
        let mut all = Vec::new();
        words(text, |word| all.push(word));
        all
    }

    #[test]
    fn case_and_punctuation_do_not_tell_words_apart() {
        assert_eq!(of("The minister's plane, they said, has LANDED."), of("the ministers plane they said has landed"));
        assert_ne!(of("landed"), of("landing"));
        assert_eq!(of("").len() + of(" ... \u{2014} ").len(), 0);
    }

    #[test]
    fn what_is_said_in_quotation_marks_is_known_as_such() {
        let quoted: Vec<bool> = of("She said \u{201c}we will not\u{201d} twice, and \"never\" once.")
            .iter()
            .map(|word| word.quoted)
            .collect();
        assert_eq!(quoted, [false, false, true, true, true, false, false, true, false]);
        // A mark that is never closed does not hide the rest.
        assert!(!of("a \" b\nc d").last().unwrap().quoted);
        assert!(!of(&format!("\" {}", "word ".repeat(400))).last().unwrap().quoted);
    }

    #[test]
    fn a_script_without_spaces_has_a_word_for_each_character() {
        assert_eq!(of("外交部发言人").len(), 6);
        assert_eq!(of("Пекин отказался").len(), 2);
    }
}
