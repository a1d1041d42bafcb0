//! Probabilities in figures: `90 %`, `55-80 percent`, `over 95 %`, `a probability of 0.7`, `3 in 10`.

use std::ops::Range;

use super::bound::{Bound, bound};
use super::text::{Sentence, Text};

/// A figure that may be a probability.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// Its words, by their places in the text.
    pub words: Range<usize>,
    /// The least and the most it says, between 0 and 1.
    pub low: f64,
    pub high: f64,
    /// How closely it is stated, between 0 and 1: .01 of `90 %`, .1 of `3 in 10` and of `about 90 %`.
    pub step: f64,
    /// What makes it the least or the most.
    pub bound: Option<Bound>,
    /// Whether the sentence calls it a probability: `a 30 % chance`.
    pub called: bool,
    /// Whether it stands alone in brackets.
    pub alone: bool,
}

impl Figure {
    /// Where it begins, with the words of its bound.
    pub(super) fn start(&self) -> usize {
        self.bound.map_or(self.words.start, |bound| bound.start)
    }

    /// The probability it stands for: of a range the middle.
    pub(super) fn value(&self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    /// Whether it says this probability, as closely as it is stated.
    pub(super) fn says(&self, probability: f64) -> bool {
        // Decimals are no binary fractions: what lies half way is within both.
        const HAIR: f64 = 1e-9;
        let half = self.step / 2.0 + HAIR;
        (self.low - half..=self.high + half).contains(&probability)
    }

    /// How its words would say another probability, with as many digits; `None` where that takes other words than a number.
    pub(super) fn instead(&self, text: &Text<'_>, probability: f64) -> Option<String> {
        const MOST_DECIMALS: usize = 6;
        let (first, last) = (text.words.get(self.words.start)?, text.words.get(self.words.end.checked_sub(1)?)?);
        let shares = self.words.len() == 1;
        let whole = if shares { 1.0 } else { 100.0 };
        if self.low < self.high || text.word(self.words.start.saturating_add(1)) == "in" {
            return None;
        }
        let decimals = decimals(&first.folded)..=MOST_DECIMALS;
        let mut numbers = decimals.map(|decimals| format!("{:.decimals$}", probability * whole));
        let inside = |number: &String| number.parse::<f64>().is_ok_and(|number| number > 0.0 && number < whole);
        Some(numbers.find(inside)? + text.between(first.span.end, last.span.end))
    }
}

/// Words for probability as a thing.
pub(super) const CHANCE: [&str; 6] = ["chance", "chances", "probability", "likelihood", "odds", "p"];

/// Words behind a percentage that make it a share or a change of something, and no probability.
const SHARE: &str = "of more less higher lower fewer larger smaller faster slower above below increase decrease rise fall drop \
     growth cut reduction share stake tariff tax duty discount interest ownership majority turnout points point up down";

/// Words in front of a number that is not meant to the digit.
pub(super) const ABOUT: [&str; 8] =
    ["about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa"];

/// The figures of a sentence, in order; those within quotations are left out.
pub(super) fn figures(text: &Text<'_>, sentence: &Sentence) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        let figure = figure(text, sentence, at);
        let end = figure.as_ref().map_or(at.saturating_add(1), |figure| figure.words.end);
        let quoted = text.words.get(at).is_some_and(|word| word.quoted);
        found.extend(figure.filter(|_| !quoted));
        at = end;
    }
    found
}

/// The figure that begins at a word.
fn figure(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<Figure> {
    let first = number(text.word(at))?;
    let next = |by: usize| at.saturating_add(by);
    // How many words say "per cent" from a place on.
    let percent = |place: usize| match (text.word(place), text.word(place.saturating_add(1))) {
        ("%" | "percent" | "pct", _) => 1,
        ("per", "cent") => 2,
        _ => 0,
    };
    // "55-80 %", "55 to 80 %", "55 % to 80 %"
    let mut behind = next(1).saturating_add(percent(next(1)));
    let is_percent = percent(next(1)) > 0;
    let dashed = between(text, behind)
        .trim()
        .chars()
        .all(|sign| matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}'));
    let tied = !between(text, behind).trim().is_empty() && dashed;
    let second = match text.word(behind) {
        "to" | "and" => behind.saturating_add(1),
        _ if tied => behind,
        _ => 0,
    };
    let other = Some(second).filter(|second| *second > 0).and_then(|second| number(text.word(second)));
    let mut range = (first, first);
    let mut counts_percent = is_percent;
    if let Some(other) = other.filter(|other| *other > first)
        && percent(second.saturating_add(1)) > 0
    {
        behind = second.saturating_add(1).saturating_add(percent(second.saturating_add(1)));
        range.1 = other;
        counts_percent = true;
    }
    let bound = bound(text, sentence, at);
    let start = bound.map_or(at, |bound| bound.start);
    let called = called(text, sentence, (start, at), behind);
    let digit = 0.1_f64.powi(i32::try_from(decimals(text.word(at))).unwrap_or(0));
    let mut step = if counts_percent { digit / 100.0 } else { digit };
    let (low, high) = if counts_percent {
        (range.0 / 100.0, range.1 / 100.0)
    } else if text.word(next(1)) == "in" && number(text.word(next(2))).is_some_and(|all| all >= first && all > 1.0) {
        // "3 in 10" is one where it is called so.
        behind = next(3);
        let all = number(text.word(next(2)))?;
        step = 1.0 / all;
        (first / all, first / all)
    } else if first <= 1.0 && text.word(at).contains('.') && called {
        (first, first)
    } else {
        return None;
    };
    let called = called || self::called(text, sentence, (start, at), behind);
    if !(0.0..=1.0).contains(&low) || !(0.0..=1.0).contains(&high) || behind > sentence.words.end {
        return None;
    }
    if !counts_percent && !called {
        return None;
    }
    if !called && SHARE.split_ascii_whitespace().any(|word| word == text.word(behind)) && joined(text, behind) {
        return None;
    }
    if text.leading(sentence, at, 1).any(|word| ABOUT.contains(&word)) {
        step = step.max(round(low));
    }
    let (low, high) = bounded(text, at, bound, (low, high));
    let last = behind.checked_sub(1).and_then(|last| text.words.get(last))?;
    let closes = text.between(last.span.end, text.raw.len()).trim_start().starts_with(')');
    let alone = between(text, at).trim_end().ends_with('(') && closes;
    Some(Figure { words: at..behind, low, high, step, bound, called, alone })
}

/// How closely a probability is meant that is said to be about this: to a tenth where it is one, or to a twentieth.
fn round(probability: f64) -> f64 {
    const CLOSE: f64 = 1e-9;
    let is_multiple = |part: &f64| (probability / part - (probability / part).round()).abs() < CLOSE;
    [0.1, 0.05].into_iter().find(is_multiple).unwrap_or(0.0)
}

/// How many decimals a number has.
fn decimals(word: &str) -> usize {
    word.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// What stands between a word and the one before it.
fn between<'t>(text: &Text<'t>, at: usize) -> &'t str {
    let before = at.checked_sub(1).and_then(|before| text.words.get(before));
    match (before, text.words.get(at)) {
        (Some(before), Some(word)) => text.between(before.span.end, word.span.start),
        _ => "",
    }
}

fn joined(text: &Text<'_>, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| word.joined)
}

fn number(word: &str) -> Option<f64> {
    let starts = word.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.');
    // Longer than any percentage is no number that is meant here.
    if !starts || word.len() > 12 {
        return None;
    }
    word.replace(',', "").parse().ok()
}

/// Whether it is called a chance, behind it or in front of it and its bound.
fn called(text: &Text<'_>, sentence: &Sentence, (first, start): (usize, usize), end: usize) -> bool {
    let is_chance = |word: &str| CHANCE.contains(&word);
    let behind = end < sentence.words.end && joined(text, end) && is_chance(text.word(end));
    let mut leading = text.leading(sentence, first, 4).filter(|word| {
        !matches!(
            *word,
            "of" | "is"
                | "at"
                | "about"
                | "around"
                | "roughly"
                | "a"
                | "an"
                | "the"
                | "some"
                | "only"
                | "over"
                | "under"
        )
    });
    let raw = text.words.get(start).map_or("", |word| {
        let from = text.within(sentence.words.start..start).last().map_or(sentence.span.start, |word| word.span.end);
        text.between(from, word.span.start)
    });
    let equals =
        raw.contains(['=', '\u{2248}']) && start.checked_sub(1).is_some_and(|before| is_chance(text.word(before)));
    behind || equals || leading.next().is_some_and(is_chance)
}

/// A figure with what stands in front of it: "over 95 %" reaches to 100.
fn bounded(text: &Text<'_>, at: usize, bound: Option<Bound>, (low, high): (f64, f64)) -> (f64, f64) {
    if low < high {
        return (low, high);
    }
    let sign = between(text, at).trim_end().chars().next_back();
    match (bound, sign) {
        (Some(Bound { least: true, .. }), _) | (None, Some('>' | '\u{2265}')) => (low, 1.0),
        (Some(Bound { least: false, .. }), _) | (None, Some('<' | '\u{2264}')) => (0.0, high),
        _ => (low, high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, expected: &[(f64, f64, bool)]) {
        let text = Text::new(sentence);
        let found: Vec<(f64, f64, bool)> = text
            .sentences
            .iter()
            .flat_map(|sentence| figures(&text, sentence))
            .map(|figure| (figure.low, figure.high, figure.called))
            .collect();
        assert_eq!(found, expected, "{sentence}");
    }

    #[test]
    fn percentages_are_read_in_every_spelling() {
        for text in ["likely (90 %)", "likely (90%)", "at 90 percent", "at 90 per cent", "90 pct"] {
            check(text, &[(0.9, 0.9, false)]);
        }
        for text in ["(55-80 %)", "(55\u{2013}80%)", "55 to 80 per cent", "55 % to 80 %", "between 55 and 80 %"] {
            check(text, &[(0.55, 0.8, false)]);
        }
        check("over 95 %", &[(0.95, 1.0, false)]);
        check("up to a 95 % chance", &[(0.0, 0.95, true)]);
        check("a chance of at least 30 %", &[(0.3, 1.0, true)]);
        check("no more than 20 %, not less than 60 %", &[(0.0, 0.2, false), (0.6, 1.0, false)]);
        check("less than 5 %, at least 90 %, >99%", &[(0.0, 0.05, false), (0.9, 1.0, false), (0.99, 1.0, false)]);
    }

    #[test]
    fn a_chance_is_called_one() {
        check("a 30% chance", &[(0.3, 0.3, true)]);
        check("a probability of about 0.7", &[(0.7, 0.7, true)]);
        check("p = .7 and 0.6", &[(0.7, 0.7, true)]);
        check("a 3 in 10 chance, 3 in 10 ships", &[(0.3, 0.3, true)]);
    }

    #[test]
    fn a_figure_says_what_rounds_to_it() {
        let says = |sentence: &str, probability: f64| {
            let text = Text::new(sentence);
            let figures: Vec<Figure> = text.sentences.iter().flat_map(|sentence| figures(&text, sentence)).collect();
            figures[0].says(probability)
        };
        assert!(says("(90 %)", 0.895) && says("(90 %)", 0.9049) && !says("(90 %)", 0.89) && !says("(90 %)", 0.91));
        assert!(says("(80.3 %)", 0.8033) && !says("(80.3 %)", 0.8));
        assert!(says("about 90 %", 0.87) && !says("about 90 %", 0.84) && !says("about 87 %", 0.9));
        assert!(says("a 3 in 10 chance", 0.34) && !says("a 3 in 10 chance", 0.36));
        assert!(says("a probability of 0.7", 0.74) && !says("a probability of 0.70", 0.74));
        assert!(
            says("over 95 %", 0.99) && !says("over 95 %", 0.9) && says("(55-80 %)", 0.6) && !says("(55-80 %)", 0.5)
        );
    }

    #[test]
    fn shares_changes_and_other_numbers_are_none() {
        check("40 % of the shells, a 40 % rise, 12 ships in 2023, 3.5 km, 400 %", &[]);
        check("He said \u{201c}90 %\u{201d}.", &[]);
        check("9999999999999999999999 %", &[]);
    }
}
