//! The words of a text as they are indexed and looked for: one rule for every store, for what is searched and for what is
//! typed.
//!
//! A word is a run of letters and digits, in small letters, without accents and without its English ending; where a script
//! writes without spaces, each of its characters is a word. "U.S." is two words, and so is "F-16": whoever types them looks
//! for the two behind one another.

use record::span::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::stem::stem;

/// More bytes of a word are not looked at: what is longer is none.
const LONGEST: usize = 100;

/// Hands over each word with where it stands, in order.
pub(crate) fn words(text: &str, give: impl FnMut(Span, &str)) {
    words_like(text, |_| true, give);
}

/// The same of words whose first letter may be one that is wanted, where it is a letter or digit of ASCII; it is asked for
/// small.
pub(super) fn words_like(text: &str, wanted: impl Fn(u8) -> bool, mut give: impl FnMut(Span, &str)) {
    let bytes = text.as_bytes();
    let mut word = String::new();
    let (mut from, mut at, mut passed_over) = (0, 0, false);
    let mut end = |word: &mut String, span: Span| {
        if !word.is_empty() {
            clip(word);
            stem(word);
            give(span, word);
            word.clear();
        }
    };
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            let small = byte.to_ascii_lowercase();
            if !byte.is_ascii_alphanumeric() {
                end(&mut word, Span::new(from, at));
                passed_over = false;
            } else if passed_over || word.is_empty() && !wanted(small) {
                passed_over = true;
            } else {
                if word.is_empty() {
                    from = at;
                }
                word.push(char::from(small));
            }
            at += 1;
            continue;
        }
        let sign = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let next = at + sign.len_utf8();
        match kind(sign) {
            Kind::Nothing => {}
            Kind::Letter if passed_over => {}
            Kind::Letter => {
                if word.is_empty() {
                    from = at;
                }
                fold(sign, &mut word);
            }
            // What belongs to the letter before it begins nothing.
            Kind::Mark if word.is_empty() => {}
            Kind::Mark => fold(sign, &mut word),
            Kind::Word => {
                end(&mut word, Span::new(from, at));
                passed_over = false;
                fold(sign, &mut word);
                end(&mut word, Span::new(at, next));
            }
            Kind::Between => {
                end(&mut word, Span::new(from, at));
                passed_over = false;
            }
        }
        at = next;
    }
    end(&mut word, Span::new(from, at));
}

/// The words of a text, without where they stand.
pub(crate) fn listed(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    words(text, |_, word| all.push(word.to_owned()));
    all
}

/// What a character beyond ASCII is to [`words`].
enum Kind {
    Letter,
    /// It belongs to the letter before it.
    Mark,
    /// A word of its own.
    Word,
    /// It shows where a word may be broken, or nothing.
    Nothing,
    Between,
}

fn kind(sign: char) -> Kind {
    match sign {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => Kind::Nothing,
        sign if is_combining_mark(sign) => Kind::Mark,
        sign if !sign.is_alphanumeric() => Kind::Between,
        // Thai, Lao, Burmese, Khmer; kana; ideographs.
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}' => Kind::Word,
        _ => Kind::Letter,
    }
}

/// Writes a character as it is compared: small, without accents and vowel marks, in the letters that others write for it.
fn fold(sign: char, word: &mut String) {
    for part in std::iter::once(sign).nfkd().flat_map(char::to_lowercase) {
        match part {
            // Accents of Latin, Greek and Cyrillic, and the vowel marks that Hebrew and Arabic mostly leave out.
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{652}' => {}
            'ß' => word.push_str("ss"),
            'æ' => word.push_str("ae"),
            'œ' => word.push_str("oe"),
            'þ' => word.push_str("th"),
            'ø' => word.push('o'),
            'ł' => word.push('l'),
            'đ' | 'ð' => word.push('d'),
            'ı' => word.push('i'),
            'ς' => word.push('σ'),
            part if part.is_alphanumeric() || is_combining_mark(part) => word.push(part),
            _ => {}
        }
    }
}

fn clip(word: &mut String) {
    if word.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| word.is_char_boundary(*end)).unwrap_or(0);
        word.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_and_what_is_typed_come_to_the_same_words() {
        let same = |one: &str, other: &str| assert_eq!(listed(one), listed(other), "{one} {other}");
        same("Erdoğan", "ERDOGAN");
        same("İstanbul", "istanbul");
        same("Łódź", "lodz");
        same("Straße", "strasse");
        same("Zürich", "Zu\u{308}rich");
        same("ﬁlings", "filing");
        same("inter\u{ad}national", "international");
        same("Ёлкин", "Елкин");
        same("denied", "denies");
        assert_eq!(listed("F-16, U.S. and 5.5 (COVID-19)"), ["f", "16", "u", "s", "and", "5", "5", "covid", "19"]);
        assert_eq!(listed("example.org Kalibr/Onyx"), ["exampl", "org", "kalibr", "onyx"]);
        assert_eq!(listed("提供弹药 abc"), ["提", "供", "弹", "药", "abc"]);
        assert_eq!(listed("\u{301} - \u{2013} ."), [""; 0]);
        assert_eq!(listed(&"x1".repeat(200))[0].len(), LONGEST);
    }

    #[test]
    fn each_word_is_handed_over_with_its_place() {
        let text = "An „Überfall“ on 弹药.";
        let mut found = Vec::new();
        words(text, |span, word| found.push((text[span.start..span.end].to_owned(), word.to_owned())));
        let shown: Vec<(&str, &str)> = found.iter().map(|(at, word)| (at.as_str(), word.as_str())).collect();
        assert_eq!(shown, [("An", "an"), ("Überfall", "uberfal"), ("on", "on"), ("弹", "弹"), ("药", "药")]);
    }

    #[test]
    fn words_that_begin_otherwise_are_passed_over_whole() {
        let mut found = Vec::new();
        words_like("alpha gamma-beta ägg agé", |letter| letter == b'b', |_, word| found.push(word.to_owned()));
        assert_eq!(found, ["beta", "agg"], "what is not ASCII is looked at either way");
    }
}
