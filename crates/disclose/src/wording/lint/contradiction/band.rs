//! How likely, and how far that can be relied on: places on the ladders must overlap.

use super::super::figure::figures;
use super::super::ladder::Tongue;
use super::super::lexicon::Sign;
use super::super::negation::left_of;
use super::super::text::Text;
use super::{About, Contradiction, words};

/// A place on a ladder, or a figure, between 0 and 1.
struct Place {
    low: f64,
    high: f64,
    words: String,
}

pub(super) fn find(fuller: &Text<'_>, shorter: &Text<'_>) -> Option<Contradiction> {
    let (known, said) = (places(fuller), places(shorter));
    let likelihood = said.iter().find_map(|place| {
        let first = known.first()?;
        let held = known.iter().any(|other| overlap(place, other));
        (!held).then(|| Contradiction {
            about: About::Likelihood,
            fuller: first.words.clone(),
            shorter: place.words.clone(),
        })
    });
    likelihood.or_else(|| confidence(fuller, shorter))
}

/// Bands that only share an end do not overlap; a figure at the end of a band belongs to it.
fn overlap(one: &Place, other: &Place) -> bool {
    let (low, high) = (one.low.max(other.low), one.high.min(other.high));
    let point = one.low >= one.high || other.low >= other.high;
    low < high || (point && low <= high)
}

fn places(text: &Text<'_>) -> Vec<Place> {
    let tongue = Tongue::of(text, None);
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for mark in text.own(sentence) {
            let Sign::Likelihood(placed) = mark.sign else { continue };
            let Some((_, term)) = tongue.place(placed) else { continue };
            let (low, high) = (term.low / 100.0, term.high / 100.0);
            let denied = text.denied(sentence, mark.words.start);
            let (low, high) = if denied { left_of(term) } else { (low, high) };
            found.push(Place { low, high, words: words(text, mark.words.clone()) });
        }
        for figure in figures(text, sentence) {
            found.push(Place { low: figure.low, high: figure.high, words: words(text, figure.words.clone()) });
        }
    }
    found
}

fn confidence(fuller: &Text<'_>, shorter: &Text<'_>) -> Option<Contradiction> {
    let (known, said) = (levels(fuller), levels(shorter));
    let first = known.first()?;
    let other = said.iter().find(|(level, _)| known.iter().all(|(known, _)| known != level))?;
    Some(Contradiction { about: About::Confidence, fuller: first.1.clone(), shorter: other.1.clone() })
}

/// The levels of confidence that a text speaks of, from 1 to 3, with the words.
fn levels(text: &Text<'_>) -> Vec<(u8, String)> {
    let mut found = Vec::new();
    for mark in text.sentences.iter().flat_map(|sentence| text.own(sentence)) {
        if !matches!(mark.sign, Sign::Confidence) {
            continue;
        }
        let said = words(text, mark.words.clone());
        let folded = said.to_lowercase();
        let level = [(3, ["high", "strong"]), (2, ["moderate", "medium"]), (1, ["low", "limited"])]
            .into_iter()
            .find(|(_, words)| words.iter().any(|word| folded.contains(word)));
        found.extend(level.map(|(level, _)| (level, said)));
    }
    found
}
