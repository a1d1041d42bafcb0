//! When two tokens are one and the same, and when one says nothing by itself.

use super::fold::Word;
use super::language::{As, Language};
use super::name::{frame, is_alike};
use super::number::figures;
use super::token::{Kind, Token};

/// A name that stands in so many articles is known to everybody.
const FAMOUS: u8 = 4;

/// Whether two tokens are one: the same but for how it is written, inflected or transliterated.
pub(super) fn is_same(one: &Token, other: &Token) -> bool {
    let sounds = || {
        let long = |sounds: &&String| sounds.len() >= 4;
        one.sounds.iter().filter(long).any(|one| {
            other
                .sounds
                .iter()
                .filter(long)
                .any(|other| frame(one).is_some() && frame(one) == frame(other) && is_alike(one, other))
        })
    };
    match (one.kind, other.kind) {
        (Kind::Word | Kind::Name, Kind::Word | Kind::Name) => {
            one.stem == other.stem || one.kind == Kind::Name && other.kind == Kind::Name && sounds()
        }
        (Kind::Run, Kind::Run) => sounds(),
        // A run of words written as one: "QuartoVado".
        (Kind::Run, Kind::Name) | (Kind::Name, Kind::Run) => one.stem == other.stem,
        (Kind::Both, Kind::Word | Kind::Name) => one.joined == other.stem,
        (Kind::Word | Kind::Name, Kind::Both) => other.joined == one.stem,
        (Kind::Number, Kind::Number) => {
            // What is small or round is one number only where it counts the same.
            let small = |value: &f64| {
                value.fract() == 0.0
                    && (*value <= 12.0 || figures(*value) < 2 || *value <= 100.0 && *value % 5.0 == 0.0)
            };
            one.values.iter().any(|value| {
                other.values.contains(value) && (!small(value) || !one.unit.is_empty() && one.unit == other.unit)
            })
        }
        (Kind::Day, Kind::Day) => one.days.iter().any(|day| other.days.iter().any(|other| day.is_same(*other))),
        (one_kind, other_kind) => one_kind == other_kind && one.stem == other.stem,
    }
}

/// Whether a token says nothing by itself, wherever it stands: a common word, a name that everybody knows, a year.
pub(super) fn is_common(token: &Token, words: &[Word]) -> bool {
    let language = Language::of_program();
    let word = words.get(token.words.start);
    match token.kind {
        Kind::Word => {
            let known = |_: &str, stem: &str| language.count(As::Word, stem) > 0;
            word.is_none_or(|word| {
                known(&word.text, &token.stem) || derived(&word.text).any(|root| known(root, &super::stem::stem(root)))
            })
        }
        Kind::Name => {
            let is_word = || {
                language.count(As::Word, &token.stem) > 0
                    || word.is_some_and(|word| language.vector(&word.text).is_some() && !token.is_name_here)
            };
            // What begins a sentence is a word, where it is known as one.
            is_famous(token) || (!token.is_name_here && is_word()) || language.count(As::Word, &token.stem) > 4
        }
        // Two words tell what both do, where they are not used together by everybody.
        Kind::Both => {
            let weight: f64 = token.stem.split(' ').map(|stem| weight(stem, &language)).sum();
            weight < BOTH
        }
        Kind::Pair => language.count(As::Pair, &token.stem) > 0,
        Kind::Number => token.values.iter().all(|value| is_year(*value, token) || *value < 2.0),
        Kind::Day => token.days.iter().all(|day| day.day.is_none()),
        Kind::Code | Kind::Hour | Kind::Run => false,
    }
}

/// Whether everybody knows a name.
pub(super) fn is_famous(token: &Token) -> bool {
    let language = Language::of_program();
    language.count(As::Name, &token.stem) >= FAMOUS
}

/// How much two words must tell together, in nats.
const BOTH: f64 = 6.5;

/// How much a word tells, in nats.
pub(super) fn weight(stem: &str, language: &Language) -> f64 {
    if stem.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return if stem.len() < 2 { 2.0 } else { 4.0 };
    }
    language.weight(As::Word, stem).min(language.weight(As::Name, stem))
}

fn is_year(value: f64, token: &Token) -> bool {
    token.words.len() == 1
        && super::number::measure(&token.unit).is_none()
        && value.fract() == 0.0
        && (1900.0..2100.0).contains(&value)
}

/// What words with common beginnings and endings are made of: "resupplied", "unladen", "seaworthiness".
fn derived(word: &str) -> impl Iterator<Item = &str> {
    const BEGINNINGS: [&str; 12] =
        ["un", "re", "non", "over", "under", "pre", "counter", "trans", "mis", "dis", "inter", "out"];
    const ENDINGS: [&str; 8] = ["ness", "less", "ful", "er", "ers", "able", "ish", "ward"];
    let before = BEGINNINGS.iter().filter_map(|beginning| word.strip_prefix(beginning));
    let after = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    before.chain(after).filter(|root| root.len() >= 3)
}
