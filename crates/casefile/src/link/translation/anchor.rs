//! Anchors: numbers and names that stay what they are in another language.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use record::span::Span;
use unicode_normalization::UnicodeNormalization;

/// What a number that stands in both speaks for them, in nats; what one that stands in one alone speaks against.
const NUMBER: f64 = 3.0;
const MISSING: f64 = 1.5;
/// What a name that stands in both speaks for them.
const NAME: f64 = 2.0;
/// So many of each count.
const MOST: usize = 4;
/// So many letters of a name are compared: endings differ between languages.
const LETTERS: usize = 5;

/// What two groups of sentences have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shared {
    /// How many numbers and names.
    pub count: usize,
    /// Whether both have numbers, and not one in common.
    pub differ: bool,
}

/// The anchors of a sentence, as numbers that stand for them.
#[derive(Debug, Clone, Default)]
struct Of {
    numbers: BTreeSet<usize>,
    names: BTreeSet<usize>,
}

/// The anchors of two texts.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    original: Vec<Of>,
    translation: Vec<Of>,
}

impl Anchors {
    /// Finds those of all sentences.
    pub fn of(original: (&str, &[Span]), translation: (&str, &[Span])) -> Self {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut all = |(text, spans): (&str, &[Span])| -> Vec<Of> {
            let mut key = |word: String| {
                let next = known.len();
                *known.entry(word).or_insert(next)
            };
            let of = |span: &Span| Of {
                numbers: numbers(span.of(text)).into_iter().map(&mut key).collect(),
                names: names(span.of(text)).into_iter().map(&mut key).collect(),
            };
            spans.iter().map(of).collect()
        };
        Self { original: all(original), translation: all(translation) }
    }

    /// Whether the texts could be of one thing: of several numbers in the translation, some stand in the original.
    pub fn speak_of_one(&self) -> bool {
        let all = |of: &[Of]| of.iter().flat_map(|of| of.numbers.iter().copied()).collect::<BTreeSet<_>>();
        let (one, other) = (all(&self.original), all(&self.translation));
        one.len() < 3 || other.len() < 3 || one.intersection(&other).count() * 3 >= other.len().min(one.len())
    }

    /// What sentences have in common.
    pub fn shared(&self, original: Range<usize>, translation: Range<usize>) -> Shared {
        let [numbers, names] = self.counts(original, translation);
        Shared { count: numbers.both + names.both, differ: numbers.both == 0 && numbers.left > 0 && numbers.right > 0 }
    }

    /// How much that speaks for them, in nats.
    pub fn weigh(&self, original: Range<usize>, translation: Range<usize>) -> f64 {
        let [numbers, names] = self.counts(original, translation);
        let most = |count: usize| count.min(MOST) as f64;
        NUMBER * most(numbers.both) - MISSING * most(numbers.left + numbers.right) + NAME * most(names.both)
    }

    fn counts(&self, original: Range<usize>, translation: Range<usize>) -> [Counts; 2] {
        let (one, other) = (self.original.get(original), self.translation.get(translation));
        let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
        let by = |of: fn(&Of) -> &BTreeSet<usize>| {
            let all = |side: &[Of]| side.iter().flat_map(|one| of(one).iter().copied()).collect::<BTreeSet<_>>();
            if side_is_empty(one, of) && side_is_empty(other, of) {
                return Counts::default();
            }
            let (left, right) = (all(one), all(other));
            let both = left.intersection(&right).count();
            Counts { both, left: left.len() - both, right: right.len() - both }
        };
        [by(|of| &of.numbers), by(|of| &of.names)]
    }
}

fn side_is_empty(side: &[Of], of: fn(&Of) -> &BTreeSet<usize>) -> bool {
    side.iter().all(|one| of(one).is_empty())
}

/// How many stand in both, and in one side alone.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    both: usize,
    left: usize,
    right: usize,
}

/// A digit of any script that writes numbers as this one does.
fn digit(sign: char) -> Option<char> {
    let zero = match sign {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    char::from_digit(u32::from(sign) - u32::from(zero), 10)
}

/// The numbers of a sentence as digits, without what parts thousands or begins a fraction, which languages write otherwise.
fn numbers(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    let run = |from: usize| signs.iter().skip(from).take_while(|sign| digit(**sign).is_some()).count();
    while at < signs.len() {
        let mut length = run(at);
        if length == 0 {
            at += 1;
            continue;
        }
        let mut number = String::new();
        loop {
            number.extend(signs.iter().skip(at).take(length).filter_map(|sign| digit(*sign)));
            let first = length;
            at += length;
            let next = run(at + 1);
            let goes_on = match signs.get(at) {
                Some('.' | ',' | '٫' | '٬' | '\'' | '’') => next > 0,
                // A space parts thousands only where three digits follow, and at most three stand before.
                Some(' ' | '\u{a0}' | '\u{202f}' | '\u{2009}') => next == 3 && first <= 3,
                _ => false,
            };
            if !goes_on || number.len() > 30 {
                break;
            }
            at += 1;
            length = next;
        }
        found.push(number);
        at += run(at);
    }
    found
}

/// The beginnings of words with a capital, without accents, in Latin letters.
fn names(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphabetic());
    let names = words.filter(|word| word.chars().next().is_some_and(char::is_uppercase)).map(latin);
    names.filter(|name| name.chars().count() >= 4).map(|name| name.chars().take(LETTERS).collect()).collect()
}

/// A word in small Latin letters, as far as its script is Latin or Cyrillic (by the system of BGN/PCGN without its signs).
fn latin(word: &str) -> String {
    let mut made = String::new();
    for sign in word.chars().take(3 * LETTERS).flat_map(char::to_lowercase) {
        let letters = match sign {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'ё' | 'э' | 'є' => "e",
            'ж' => "zh",
            'з' => "z",
            'и' | 'і' | 'ї' => "i",
            'й' | 'ы' => "y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' | 'ў' => "u",
            'ф' => "f",
            'х' => "kh",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "shch",
            'ъ' | 'ь' => "",
            'ю' => "yu",
            'я' => "ya",
            other => {
                made.extend(std::iter::once(other).nfkd().filter(|sign| sign.is_alphabetic()));
                continue;
            }
        };
        made.push_str(letters);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_however_a_language_writes_them() {
        for (one, other) in [
            ("1,200 shells", "1 200 снарядов"),
            ("2.5 per cent", "2,5 %"),
            ("on 16 May 2030", "16.5 2030"),
            ("٤٢", "42"),
        ] {
            let (one, other) = (numbers(one), numbers(other));
            assert!(one.iter().any(|number| other.contains(number)), "{one:?} {other:?}");
        }
        assert_eq!(numbers("in 2023 400 men, 7"), ["2023", "400", "7"]);
        assert_eq!(numbers("1.2.3,"), ["123"]);
    }

    #[test]
    fn names_are_known_across_scripts_and_endings() {
        assert_eq!(names("Орло сказал Лаврову"), ["orlo", "lavro"]);
        assert_eq!(names("Orlo told Lavrov"), ["orlo", "lavro"]);
        assert_eq!(names("Der Minister Müller"), ["minis", "mulle"]);
    }
}
