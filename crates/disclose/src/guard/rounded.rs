//! Numbers that were rounded, put between two others, made a share, or converted.

use std::ops::RangeInclusive;

use super::fold::{Gap, Word};
use super::number::{figures, measure};
use super::secret::{Secrets, Sentence};
use super::token::{Kind, Token};
use super::watch::{Found, Tier};

/// Words before a number by which it says that it is none exactly.
const ABOUT: [&str; 30] = [
    "about",
    "around",
    "roughly",
    "approximately",
    "some",
    "nearly",
    "almost",
    "over",
    "than",
    "least",
    "most",
    "close",
    "under",
    "below",
    "above",
    "good",
    "circa",
    "odd",
    "upwards",
    "exceeding",
    "approaching",
    "well",
    "just",
    "between",
    "to",
    "short",
    "towards",
    "barely",
    "beyond",
    "nearing",
];

/// What of a number lies how far from another that may be meant by it.
const NEAR: f64 = 0.06;
const FAR: f64 = 0.16;

/// Numbers of a sentence that are near protected ones, where nothing open explains them.
pub(super) fn found(secrets: &Secrets, sentence: &Sentence, open: &[(f64, String)]) -> Vec<Found> {
    let mut all = Vec::new();
    for (at, token) in sentence.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Number) {
        let about = is_about(&sentence.words, token);
        let mut of = Vec::new();
        for value in &token.values {
            // A year, and what is counted on two hands, are near too much.
            let is_small = *value < 10.0 && measure(&token.unit).is_none() && token.unit != "percent";
            if is_small || is_year(*value, token) {
                continue;
            }
            // Something open that counts the same, in whichever unit, and lies as near explains it; so does the very number.
            let size = measure(&token.unit).map(|(what, each)| (what, value * each));
            let distance = |open: f64, unit: &str| {
                if open == *value {
                    return Some(0.0);
                }
                if let (Some((what, size)), Some((of, each))) = (size, measure(unit)) {
                    return (what == of).then(|| (open * each - size).abs() / size);
                }
                let alike = unit == token.unit || *value >= 10.0 && (unit.is_empty() || token.unit.is_empty());
                alike.then(|| (open - value).abs() / value)
            };
            let explained = open.iter().filter_map(|(open, unit)| distance(*open, unit)).fold(f64::INFINITY, f64::min);
            of.extend(near(secrets, token, *value, about, explained, open));
            of.extend(converted(secrets, token, *value, open, if about { FAR } else { 0.03 }.min(explained)));
        }
        if let Some(range) = between(sentence, at) {
            of.extend(within(secrets, token, range, open));
        }
        of.sort_unstable();
        of.dedup();
        if !of.is_empty() {
            all.push(Found { tier: Tier::Near, span: token.span.clone(), of });
        }
    }
    all.extend(shares(secrets, sentence));
    all
}

fn is_year(value: f64, token: &Token) -> bool {
    value.fract() == 0.0 && (1900.0..2100.0).contains(&value) && measure(&token.unit).is_none()
}

/// Whether a number says that it is none exactly.
fn is_about(words: &[Word], token: &Token) -> bool {
    let from = token.words.start.saturating_sub(3);
    let before = words.get(from..token.words.start).unwrap_or_default();
    let near = before.iter().rev().take_while(|word| word.before < Gap::Aside || word.before == Gap::Sentence);
    let dozens = words
        .get(token.words.clone())
        .unwrap_or_default()
        .iter()
        .any(|word| word.text.starts_with("dozen") || word.text == "score");
    dozens || near.into_iter().any(|word| ABOUT.contains(&word.text.as_str()))
}

fn near(
    secrets: &Secrets,
    token: &Token,
    value: f64,
    about: bool,
    explained: f64,
    open: &[(f64, String)],
) -> Vec<usize> {
    let off = if about { FAR } else { NEAR };
    let fits = |other: &Token| {
        let units = other.unit == token.unit || other.unit.is_empty() || token.unit.is_empty() || about;
        units
            && other.values.iter().any(|exact| {
                let distance = (exact - value).abs() / exact.max(1.0);
                let is_open = open.iter().any(|(open, _)| open == exact);
                !is_open
                    && *exact != value
                    && distance <= off
                    && distance < explained
                    && (about || figures(value) < figures(*exact))
                    && !is_year(*exact, other)
            })
    };
    secrets
        .numbers(value * 0.8, value * 1.25)
        .filter(|(_, other)| fits(other))
        .map(|(sentence, _)| sentence.of)
        .collect()
}

/// The same quantity in another unit.
fn converted(secrets: &Secrets, token: &Token, value: f64, open: &[(f64, String)], off: f64) -> Vec<usize> {
    let Some((what, each)) = measure(&token.unit) else { return Vec::new() };
    let size = value * each;
    let fits = |other: &Token| {
        measure(&other.unit).is_some_and(|(of, one)| {
            of == what
                && (one - each).abs() > f64::EPSILON
                && other
                    .values
                    .iter()
                    .any(|value| !open.iter().any(|(open, _)| open == value) && (value * one - size).abs() < size * off)
        })
    };
    secrets.numbers(size / 4e7, size * 1e4).filter(|(_, other)| fits(other)).map(|(sentence, _)| sentence.of).collect()
}

/// "between 150 and 250", "fifteen to twenty", "three to four hundred": what lies between two numbers.
fn between(sentence: &Sentence, at: usize) -> Option<RangeInclusive<f64>> {
    let low = sentence.tokens.get(at)?;
    let high = sentence.tokens.iter().skip(at.checked_add(1)?).find(|token| token.kind == Kind::Number)?;
    let link = sentence.words.get(low.words.end..high.words.start)?;
    let is_link = match link {
        [] => sentence.words.get(high.words.start)?.before == Gap::Joined,
        [one] => matches!(one.text.as_str(), "and" | "to" | "or"),
        _ => false,
    };
    let (from, to) = (low.values.first().copied()?, high.values.first().copied()?);
    // "three to four hundred"
    let from = if from < 10.0 && to >= 100.0 { from * if to < 1_000.0 { 100.0 } else { 1_000.0 } } else { from };
    (is_link && from >= 10.0 && from < to && to <= from * 2.5).then_some(from..=to)
}

fn within(secrets: &Secrets, token: &Token, range: RangeInclusive<f64>, open: &[(f64, String)]) -> Vec<usize> {
    let alike = |unit: &str| unit == token.unit || unit.is_empty() || token.unit.is_empty();
    if open.iter().any(|(value, unit)| range.contains(value) && alike(unit)) {
        return Vec::new();
    }
    let is_open = |exact: &f64| open.iter().any(|(open, _)| open == exact);
    let fits = |other: &&Token| {
        other.values.iter().any(|value| !is_open(value) && range.contains(value) && !is_year(*value, other))
    };
    secrets
        .numbers(*range.start(), *range.end())
        .filter(|(_, other)| fits(other))
        .map(|(sentence, _)| sentence.of)
        .collect()
}

/// Shares in words, in hundredths: "three quarters", "a third", "one in eight".
fn shares(secrets: &Secrets, sentence: &Sentence) -> Vec<Found> {
    const PARTS: [(&str, f64); 12] = [
        ("half", 50.0),
        ("third", 33.3),
        ("thirds", 33.3),
        ("quarter", 25.0),
        ("quarters", 25.0),
        ("fifth", 20.0),
        ("fifths", 20.0),
        ("tenth", 10.0),
        ("tenths", 10.0),
        ("sixth", 16.7),
        ("eighth", 12.5),
        ("eighths", 12.5),
    ];
    let mut all = Vec::new();
    for (at, word) in sentence.words.iter().enumerate() {
        let Some((_, part)) = PARTS.iter().find(|(text, _)| *text == word.text) else { continue };
        let before = at.checked_sub(1).and_then(|at| sentence.words.get(at)).map_or("", |word| word.text.as_str());
        let times = match before {
            "two" => 2.0,
            "three" => 3.0,
            "four" => 4.0,
            "five" => 5.0,
            "seven" => 7.0,
            _ => 1.0,
        };
        let share = part * times;
        let percent = |other: &Token| {
            matches!(other.unit.as_str(), "percent" | "cent" | "%")
                && other.values.iter().any(|value| (value - share).abs() <= 3.0)
        };
        let of: Vec<usize> = secrets
            .numbers(share - 3.0, share + 3.0)
            .filter(|(_, other)| percent(other))
            .map(|(sentence, _)| sentence.of)
            .collect();
        if !of.is_empty() {
            all.push(Found { tier: Tier::Near, span: word.span.clone(), of });
        }
    }
    all
}
