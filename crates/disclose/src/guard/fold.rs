//! Words as they count: whatever can be typed differently without being read differently is folded.
//!
//! Case, accents, ligatures, full-width letters and digits, characters that are not seen, letters that look alike
//! ([Unicode Technical Standard 39](https://www.unicode.org/reports/tr39/), section 4), Cyrillic and Greek letters, apostrophes,
//! hyphens and the end of a line do not tell words apart.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

use super::letters::{accented, digit, latin, transliterated};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// Its letters and digits, small and plain. A number keeps the points and commas within it.
    pub text: String,
    /// The same as it is spoken, where accents tell: `č` is ch.
    pub spoken: String,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Whether all its letters are capitals, and there are two at least.
    pub is_shouted: bool,
    /// What stands between it and the word before.
    pub before: Gap,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A hyphen, a slash, or nothing that is seen: parts of one word.
    Joined,
    /// A colon with nothing else: parts of an hour, or of a code.
    Colon,
    /// Space.
    Space,
    /// A comma, a bracket, a quotation mark, a colon.
    Aside,
    /// The end of a sentence, or the beginning of the text.
    Sentence,
}

impl Word {
    /// Whether it has a digit.
    pub(super) fn has_digit(&self) -> bool {
        self.text.chars().any(|character| character.is_ascii_digit())
    }

    /// Whether it has a letter.
    pub(super) fn has_letter(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }

    /// Whether its capital says something: it is a name, or begins a sentence.
    pub(super) fn is_name_here(&self) -> bool {
        self.is_capital && self.before != Gap::Sentence
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<(Range<usize>, String)> = None;
    let mut gap = Gap::Sentence;
    let mut at = text.char_indices().peekable();
    while let Some((from, character)) = at.next() {
        if is_unseen(character) {
            continue;
        }
        let to = at.peek().map_or(text.len(), |(next, _)| *next);
        let rest = text.get(to..).unwrap_or_default();
        // "203[.]0[.]113[.]7": an address that nobody is to click on.
        if character == '[' && rest.starts_with(".]") && open.is_some() {
            if let Some((_, word)) = &mut open {
                word.push('.');
            }
            at.nth(1);
            continue;
        }
        if is_part(character) || open.as_ref().is_some_and(|(_, word)| goes_on(word, character, rest)) {
            let (span, word) = open.get_or_insert_with(|| (from..to, String::new()));
            span.end = to;
            word.push(character);
            continue;
        }
        // A hyphen at the end of a line may be the line's and not the word's.
        if open.is_some() && matches!(character, '-' | '\u{2010}') && breaks_line(rest) {
            while at.next_if(|(_, next)| next.is_whitespace()).is_some() {}
            continue;
        }
        if let Some((span, word)) = open.take() {
            push(&mut words, span, &word, gap);
            gap = Gap::Joined;
        }
        // "73.5%"
        if character == '%' {
            words.push(Word {
                span: from..to,
                text: "percent".to_owned(),
                spoken: String::new(),
                is_capital: false,
                is_shouted: false,
                before: gap.min(Gap::Space),
            });
            gap = Gap::Space;
            continue;
        }
        gap = gap.max(between(character, rest));
    }
    if let Some((span, word)) = open {
        push(&mut words, span, &word, gap);
    }
    words
}

fn is_part(character: char) -> bool {
    character.is_alphanumeric() || unicode_normalization::char::is_combining_mark(character)
}

/// Whether a sign within a word belongs to it: an apostrophe before a letter, a point or comma between digits.
fn goes_on(word: &str, character: char, rest: &str) -> bool {
    let next = rest.chars().find(|next| !is_unseen(*next));
    match character {
        '\'' | '\u{2019}' | '\u{2bc}' | '\u{2bb}' => next.is_some_and(char::is_alphabetic),
        '.' | ',' | '\u{66b}' | '\u{66c}' => {
            word.chars().last().is_some_and(char::is_numeric) && next.is_some_and(char::is_numeric)
        }
        _ => false,
    }
}

fn breaks_line(rest: &str) -> bool {
    let after = rest.trim_start_matches([' ', '\t', '\r']);
    after.starts_with('\n') && after.trim_start().chars().next().is_some_and(char::is_lowercase)
}

fn between(character: char, rest: &str) -> Gap {
    match character {
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '/' | '_' | '\u{b7}' => Gap::Joined,
        '.' | '!' | '?' if rest.is_empty() || rest.starts_with(|next: char| next.is_whitespace() || next == '"') => {
            Gap::Sentence
        }
        '.' => Gap::Joined,
        ':' if rest.starts_with(char::is_alphanumeric) => Gap::Colon,
        '\n' if rest.starts_with('\n') => Gap::Sentence,
        character if character.is_whitespace() => Gap::Space,
        _ => Gap::Aside,
    }
}

/// Characters that are not seen: those that only say how others are shown, and fillers.
fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn push(words: &mut Vec<Word>, span: Range<usize>, raw: &str, before: Gap) {
    let compatible: String = raw.nfkc().collect();
    let letters = || compatible.chars().filter(|character| character.is_alphabetic());
    let is_capital = letters().next().is_some_and(char::is_uppercase);
    let is_shouted = letters().count() > 1 && letters().all(char::is_uppercase);
    let text = plain(&compatible);
    if !text.is_empty() {
        let spoken = match compatible.is_ascii() {
            true => text.clone(),
            false => plain(
                &compatible
                    .chars()
                    .map(|letter| accented(letter).map_or_else(|| letter.to_string(), str::to_owned))
                    .collect::<String>(),
            ),
        };
        words.push(Word { span, text, spoken, is_capital, is_shouted, before });
    }
}

/// A word small and plain, without its possessive ending.
pub(super) fn plain(word: &str) -> String {
    let is_latin = |character: char| character.is_ascii_alphabetic() || matches!(character, '\u{c0}'..='\u{24f}');
    let has_latin = word.chars().any(is_latin);
    let mut text = String::with_capacity(word.len());
    for original in word.nfkd().filter(|character| !unicode_normalization::char::is_combining_mark(*character)) {
        for character in original.to_lowercase() {
            match character {
                '\'' | '\u{2019}' | '\u{2bc}' | '\u{2bb}' => text.push('\''),
                '.' | ',' => text.push(character),
                character if character.is_ascii_alphanumeric() => text.push(character),
                character if is_latin(character) => text.push_str(latin(character)),
                // A Cyrillic letter in a Latin word is there to be taken for a Latin one.
                character if has_latin => {
                    let looks: String = skeleton(original.encode_utf8(&mut [0; 4])).collect();
                    match looks.chars().all(|letter| letter.is_ascii_alphanumeric()) {
                        true => text.push_str(&looks.to_ascii_lowercase()),
                        false => text.push_str(transliterated(character).unwrap_or_default()),
                    }
                }
                character if character.is_numeric() => {
                    let figure = character.to_digit(10).and_then(|digit| char::from_digit(digit, 10));
                    text.extend(figure.or_else(|| digit(character)));
                }
                character => match transliterated(character) {
                    Some(letters) => text.push_str(letters),
                    None if character.is_alphanumeric() => text.push(character),
                    None => {}
                },
            }
        }
    }
    let owned = text.strip_suffix("'s").or_else(|| text.strip_suffix('\'')).unwrap_or(&text);
    owned.replace('\'', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        words(text).iter().map(|word| word.text.clone()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_read_alike_is_one_word() {
        for other in [
            "KORVAT",
            "Kórvat",
            "Kor\u{ad}vat",
            "Kor\u{200b}vat",
            "К\u{43e}rvat",
            "Ｋｏｒｖａｔ",
            "Korvat’s",
            "Korvat's",
            "Kor-\nvat",
            "Корват",
        ] {
            assert_eq!(said(other), "korvat", "{other}");
        }
    }

    #[test]
    fn numbers_keep_what_is_within_them() {
        assert_eq!(said("203[.]0[.]113[.]7"), "203.0.113.7");
        assert_eq!(said("1,250 or 1.250 or １２５０, at 04:30."), "1,250 or 1.250 or 1250 at 04 30");
        assert_eq!(said("٣٤ tonnes"), "34 tonnes");
    }

    #[test]
    fn a_sentence_begins_where_one_ended() {
        let begins: Vec<(String, Gap)> =
            words("It left. Then (in May) MV-7 came").into_iter().map(|word| (word.text, word.before)).collect();
        let of = |text: &str| begins.iter().find(|(word, _)| word == text).map(|(_, gap)| *gap);
        assert_eq!(of("it"), Some(Gap::Sentence));
        assert_eq!(of("left"), Some(Gap::Space));
        assert_eq!(of("then"), Some(Gap::Sentence));
        assert_eq!(of("in"), Some(Gap::Aside));
        assert_eq!(of("7"), Some(Gap::Joined));
    }
}
