//! Where nothing coarser follows: under denial, negation, doubt, a question, a condition, a bound and "all".
//!
//! That eleven wagons were loaded entails that wagons were; that it is *denied* does not, nor that it is asked, nor that *only*
//! eleven were. A statement of that kind stands as a whole or not at all: its details have no rungs, and it has one more, all of it,
//! which nothing but the same words entails.

use record::cover::Slot;
use record::reading::{Claim, Polarity, Stance};
use record::span::Span;

use super::{Detail, words};

/// Words under which a statement with less detail does not follow from one with more.
const WORDS: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "neither",
    "nor",
    "without",
    "cannot",
    "hardly",
    "barely",
    "scarcely",
    "seldom",
    "rarely",
    "only",
    "solely",
    "exclusively",
    "alone",
    "just",
    "all",
    "every",
    "everybody",
    "everyone",
    "everything",
    "everywhere",
    "each",
    "any",
    "anybody",
    "anyone",
    "anything",
    "few",
    "fewer",
    "less",
    "most",
    "both",
    "entire",
    "if",
    "unless",
    "whether",
    "until",
    "except",
    "deny",
    "denied",
    "denies",
    "denying",
    "denial",
    "doubt",
    "doubts",
    "doubted",
    "doubtful",
    "refuse",
    "refused",
    "refuses",
    "fail",
    "failed",
    "fails",
    "lack",
    "lacked",
    "lacks",
    "false",
    "untrue",
];
/// Before a number: no more than it.
const AT_MOST: &[&str] = &["under", "below", "beneath", "within"];

/// What all of a statement is compared by.
const WHOLE: &str = "whole ";

/// Whether a key is of a statement as a whole: whoever knows less than all of it does not know it.
pub(crate) fn is_whole(key: &str) -> bool {
    key.strip_prefix("stage:").is_some_and(|key| key.starts_with(WHOLE))
}

/// Whether what a claim says holds as a whole only.
fn is_fixed(claim: &Claim) -> bool {
    let stance =
        matches!(claim.stance, Stance::Asks | Stance::Doubts | Stance::Denies | Stance::Declines | Stance::Evades);
    stance || claim.polarity == Polarity::Negative || fixing(&claim.content.text).next().is_some()
}

/// The words of a text under which nothing coarser follows, where they stand.
fn fixing(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut last = (String::new(), String::new());
    words::tokens(text).filter_map(move |(span, word)| {
        let word = word.to_lowercase().replace('’', "'");
        let is_number = word.starts_with(|first: char| first.is_ascii_digit()) || super::number::is_number(&word);
        let bounded = is_number && (AT_MOST.contains(&last.1.as_str()) || last.0 == "up" && last.1 == "to");
        let fixes = bounded || WORDS.contains(&word.as_str()) || word.ends_with("n't");
        last = (std::mem::take(&mut last.1), word);
        fixes.then_some(span)
    })
}

/// All of a statement as one detail.
fn whole(text: &str) -> Detail {
    let said: Vec<String> = words::tokens(text).map(|(_, word)| word.to_lowercase()).collect();
    Detail::opaque(Slot::Stage, text, &format!("{WHOLE}{}", said.join(" ")), 0.0)
}

/// Takes the rungs from the details of a claim of which nothing coarser follows.
pub(super) fn of_claim(claim: &Claim, details: &mut Vec<Detail>) {
    if is_fixed(claim) {
        fix(details, vec![whole(&claim.content.text)]);
    }
}

/// The same of a line: what it says of each such claim, or all of it where the word stands outside of what is claimed.
pub(super) fn of_line(claims: &[Claim], text: &str, details: &mut Vec<Detail>) {
    let mut all: Vec<Detail> = Vec::new();
    let mut known: Vec<Span> = Vec::new();
    for claim in claims.iter().filter(|claim| is_fixed(claim)) {
        all.push(whole(&claim.content.text));
        known.extend(claim.content.spans.iter().chain(&claim.cue.spans).copied());
    }
    if fixing(text).any(|span| !known.iter().any(|known| known.covers(&span))) {
        all.push(whole(text));
    }
    if !all.is_empty() {
        fix(details, all);
    }
}

fn fix(details: &mut Vec<Detail>, all: Vec<Detail>) {
    for detail in details.iter_mut().filter(|detail| detail.slot != Slot::By) {
        detail.rungs.truncate(1);
    }
    details.extend(all);
}
