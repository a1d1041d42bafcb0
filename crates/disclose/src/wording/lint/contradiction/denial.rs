//! Whether: what one text denies and never affirms, the other must not affirm.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::text::Text;
use super::{About, Contradiction, words};

/// Words that turn the next word of weight round.
const DENIALS: &str = "not never cannot no without neither nor nobody";
/// Words behind a denial that make it none.
const NONE: &str = "only just merely least doubt matter";
/// Words without weight, which a denial reaches across.
const LIGHT: &str = "the and that this with from have has had been being will would could should might must into over under \
     about after before since until while when which who whose they them their there here then than also very yet still any \
     some such made make fully formally finally";
/// Forms that endings do not lead back to one word.
const FORMS: [(&str, &str); 12] = [
    ("sent", "send"),
    ("gave", "give"),
    ("given", "give"),
    ("took", "take"),
    ("taken", "take"),
    ("sold", "sell"),
    ("bought", "buy"),
    ("began", "begin"),
    ("went", "go"),
    ("held", "hold"),
    ("left", "leave"),
    ("built", "build"),
];

/// Where a word is affirmed, and where it is denied.
#[derive(Debug, Default)]
struct Stands {
    affirmed: Option<Range<usize>>,
    denied: Option<Range<usize>>,
}

pub(super) fn find(fuller: &Text<'_>, shorter: &Text<'_>) -> Option<Contradiction> {
    let (known, said) = (stands(fuller), stands(shorter));
    said.iter().find_map(|(word, here)| {
        let there = known.get(word)?;
        let (range, other) = match (here, there) {
            (Stands { affirmed: Some(range), denied: None }, Stands { affirmed: None, denied: Some(other) })
            | (Stands { affirmed: None, denied: Some(range) }, Stands { affirmed: Some(other), denied: None }) => {
                (range, other)
            }
            _ => return None,
        };
        Some(Contradiction {
            about: About::Denial,
            fuller: words(fuller, other.clone()),
            shorter: words(shorter, range.clone()),
        })
    })
}

fn stands(text: &Text<'_>) -> BTreeMap<String, Stands> {
    let mut found: BTreeMap<String, Stands> = BTreeMap::new();
    for sentence in &text.sentences {
        // Where a denial stands that has not met a word of weight yet.
        let mut denial: Option<usize> = None;
        for at in sentence.words.clone() {
            let word = text.word(at);
            if !text.words.get(at).is_some_and(|word| word.joined) {
                denial = None;
            }
            let next = text.word(at.saturating_add(1));
            let listed = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
            let denies = listed(DENIALS, word) || word.ends_with("n't") || (word == "yet" && next == "to");
            if denies {
                denial = (!listed(NONE, next)).then_some(at);
                continue;
            }
            if word.len() <= 3 || !word.chars().all(char::is_alphabetic) || listed(LIGHT, word) {
                continue;
            }
            let stands = found.entry(stem(word)).or_default();
            let end = at.saturating_add(1);
            match denial.take() {
                Some(start) => stands.denied.get_or_insert(start..end),
                None => stands.affirmed.get_or_insert(at..end),
            };
        }
    }
    found
}

/// A word without its ending.
fn stem(word: &str) -> String {
    let word = FORMS.iter().find(|(form, _)| *form == word).map_or(word, |(_, base)| base);
    let cut = ["ing", "ed", "es", "e", "s"].iter().find_map(|end| word.strip_suffix(end).filter(|stem| stem.len() > 2));
    cut.unwrap_or(word).to_owned()
}
