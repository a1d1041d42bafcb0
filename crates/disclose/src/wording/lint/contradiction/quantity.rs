//! How many: figures of the same things must be able to be the same figure.

use std::ops::Range;

use super::super::bound::bound;
use super::super::text::{Sentence, Text};
use super::{About, Contradiction, date, words};

/// A figure with what it counts.
#[derive(Debug, Clone)]
struct Quantity {
    low: f64,
    high: f64,
    /// The words behind it, without their endings.
    of: Vec<String>,
    words: Range<usize>,
}

/// How far from a rounded figure the exact one may be.
const ABOUT: f64 = 0.25;
/// How many words behind a figure may say what it counts.
const UNITS: usize = 3;
const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
     seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const SCALES: [(&str, f64); 6] =
    [("dozen", 12.0), ("hundred", 100.0), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];
/// Words that count nothing and end what a figure counts.
const STOPS: &str = "of to in on at by and or the a an that which who were was is are be been had have has will would could may \
     might from with for than per each more less fewer other others times but as not into over under its their it they he she \
     this these those after before since until while when about s";

/// Plurals without an ending that tells them.
const PLURALS: &str = "men women people children aircraft personnel staff police cattle";

pub(super) fn find(fuller: &Text<'_>, shorter: &Text<'_>) -> Option<Contradiction> {
    let (known, said) = (quantities(fuller), quantities(shorter));
    said.iter().find_map(|figure| {
        let same: Vec<&Quantity> =
            known.iter().filter(|other| other.of.iter().any(|word| figure.of.contains(word))).collect();
        let first = same.first()?;
        let sum = same.iter().fold((0.0, 0.0), |(low, high), other| (low + other.low, high + other.high));
        let fits = |(low, high): (f64, f64)| figure.low <= high && low <= figure.high;
        let held = same.iter().any(|other| fits((other.low, other.high))) || fits(sum);
        (!held).then(|| Contradiction {
            about: About::Figure,
            fuller: words(fuller, first.words.clone()),
            shorter: words(shorter, figure.words.clone()),
        })
    })
}

fn quantities(text: &Text<'_>) -> Vec<Quantity> {
    let dates = date::places(text);
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            if let Some(date) = dates.iter().find(|date| date.contains(&at)) {
                at = date.end;
                continue;
            }
            let quantity = quantity(text, sentence, at);
            at =
                quantity.as_ref().map_or(at.saturating_add(1), |quantity| quantity.words.end.max(at.saturating_add(1)));
            found.extend(quantity.filter(|quantity| !quantity.of.is_empty()));
        }
    }
    found
}

fn quantity(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<Quantity> {
    let (mut low, mut high, mut end) = match many(text.word(at)) {
        Some(low) => (low, f64::INFINITY, at.saturating_add(1)),
        None => {
            let (value, end) = number(text, at)?;
            let (low, high) = about(text, sentence, at, value);
            (low, high, end)
        }
    };
    // "40 to 50", "40-50", "between 40 and 50"
    let tied = text.words.get(end).is_some_and(|word| {
        let before = text.words.get(end.saturating_sub(1)).map_or(word.span.start, |before| before.span.end);
        matches!(text.between(before, word.span.start).trim(), "-" | "\u{2013}")
    });
    let between = at.checked_sub(1).is_some_and(|before| text.word(before) == "between");
    let second = match text.word(end) {
        "to" => Some(end.saturating_add(1)),
        "and" if between => Some(end.saturating_add(1)),
        _ if tied => Some(end),
        _ => None,
    };
    if let Some((value, after)) = second.and_then(|second| number(text, second)).filter(|(value, _)| *value > low) {
        (low, high, end) = (low, value, after);
    }
    let (of, end) = units(text, sentence, end);
    low = low.max(0.0);
    high = high.max(low);
    Some(Quantity { low, high, of, words: at..end })
}

/// `dozens`, `hundreds`: at least two of them.
fn many(word: &str) -> Option<f64> {
    let scale = word.strip_suffix('s')?;
    SCALES.iter().find(|(name, _)| *name == scale).map(|(_, value)| value * 2.0)
}

/// The number that begins at a word, with the place behind it.
fn number(text: &Text<'_>, at: usize) -> Option<(f64, usize)> {
    let place = |list: &str, word: &str| list.split_ascii_whitespace().position(|known| known == word);
    let small = |word: &str| place(SMALL, word).map(|place| place as f64);
    let word = text.word(at);
    let mut end = at.saturating_add(1);
    let mut value = if word.starts_with(|sign: char| sign.is_ascii_digit()) && word.len() <= 15 {
        word.replace(',', "").parse().ok()?
    } else if let Some(tens) = place(TENS, word) {
        let ones = small(text.word(end)).filter(|ones| (1.0..10.0).contains(ones));
        end = end.saturating_add(usize::from(ones.is_some()));
        (tens as f64 + 2.0) * 10.0 + ones.unwrap_or_default()
    } else {
        small(word)?
    };
    while let Some((_, scale)) = SCALES.iter().find(|(name, _)| *name == text.word(end)) {
        value *= scale;
        end = end.saturating_add(1);
    }
    Some((value, end))
}

/// The least and the most that a figure says, with what stands before it.
fn about(text: &Text<'_>, sentence: &Sentence, at: usize, value: f64) -> (f64, f64) {
    match (bound(text, sentence, at), text.leading(sentence, at, 1).next().unwrap_or("")) {
        (Some(bound), _) if bound.least => (value, f64::INFINITY),
        (Some(_), _) => (0.0, value),
        (
            None,
            "about" | "around" | "some" | "roughly" | "approximately" | "nearly" | "almost" | "circa" | "estimated",
        ) => (value * (1.0 - ABOUT), value * (1.0 + ABOUT)),
        _ => (value, value),
    }
}

/// What a figure counts, and the place behind it.
fn units(text: &Text<'_>, sentence: &Sentence, from: usize) -> (Vec<String>, usize) {
    let (mut of, mut end) = (Vec::new(), from);
    // "hundreds of tanks"
    let mut at = if text.word(from) == "of" { from.saturating_add(1) } else { from };
    while at < sentence.words.end && of.len() < UNITS {
        let Some(word) = text.words.get(at) else { break };
        let stop = STOPS.split_ascii_whitespace().any(|stop| stop == word.folded);
        if !word.joined || stop || word.folded.starts_with(|sign: char| sign.is_ascii_digit()) {
            break;
        }
        at = at.saturating_add(1);
        end = at;
        // Where there is a plural, that is what is counted, and what stands before it only describes it.
        let plural = word.folded.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s'));
        let irregular = PLURALS.split_ascii_whitespace().any(|plural| plural == word.folded);
        if irregular || plural.is_some() {
            return (vec![plural.unwrap_or(&word.folded).to_owned()], end);
        }
        of.push(word.folded.clone().into_owned());
    }
    (of, end)
}
