//! Tokens: what of a text can give something away, in the form that all its spellings share.

use std::ops::Range;

use super::code::{coded, counted, grouped};
use super::date::{self, Day};
use super::fold::{Gap, Word};
use super::hour;
use super::language::hash;
use super::name::{frame, ways};
use super::run::{both, pairs};
use super::stem::stem;

/// Words that every sentence has.
const PLAIN: &str = " a about above after again against all also although am among an and another any are around as at be became \
because been before began behind being below between both but by came can cannot come could did do does doing done down during \
each either else ever every few for from further get gets give given go goes going gone got had has have having he her here hers \
him his how however i if in into is it its itself just last later least less let like made make makes many may me might more most \
much must my neither next no nor not now of off on once one only onto or other others our out over own per put rather s said same \
say says set shall she should since so some still such t take taken takes than that the their theirs them then there these they \
this those though through thus till to together too took toward towards under until up upon us use used uses using very via was \
way we well went were what when where whether which while who whom whose why will with within without would yet you your ";

/// What kind of token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// A word.
    Word,
    /// A word with a capital.
    Name,
    /// Two names beside each other.
    Pair,
    /// A run of names, as it sounds.
    Run,
    /// Two words that say something, beside each other.
    Both,
    /// Letters and digits together.
    Code,
    /// A number.
    Number,
    /// A day.
    Day,
    /// An hour of the day.
    Hour,
}

/// A token of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// Which words it is made of.
    pub words: Range<usize>,
    /// Its kind.
    pub kind: Kind,
    /// Its stem, or the form that all spellings share.
    pub stem: String,
    /// The keys under which it is found.
    pub keys: Vec<u32>,
    /// What a number may be, and of what.
    pub values: Vec<f64>,
    /// The stem of what is counted, or nothing.
    pub unit: String,
    /// What a date may be.
    pub days: Vec<Day>,
    /// The stem of words that stand beside each other, written as one.
    pub joined: String,
    /// How a name may sound.
    pub sounds: Vec<String>,
    /// Whether its capital says that it is a name.
    pub is_name_here: bool,
}

/// Whether a word is one that every sentence has.
pub(super) fn is_plain(word: &str) -> bool {
    word.len() < 2 || PLAIN.contains(&format!(" {word} "))
}

/// The tokens of words.
pub(super) fn tokens(words: &[Word]) -> Vec<Token> {
    let mut all = Vec::new();
    let mut at = 0_usize;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        grouped(words, rest, at, &mut all);
        let taken = dated(words, rest, at, &mut all)
            .or_else(|| coded(words, rest, at, &mut all))
            .or_else(|| counted(words, rest, at, &mut all))
            .unwrap_or_else(|| worded(words, rest, at, &mut all));
        at = at.saturating_add(taken.max(1));
    }
    pairs(words, &mut all);
    both(words, &mut all);
    all
}

impl Token {
    pub(super) fn new(words: &[Word], at: usize, length: usize, kind: Kind, stem: String) -> Self {
        let range = at..at.saturating_add(length).min(words.len());
        let start = words.get(range.start).map_or(0, |word| word.span.start);
        let end = words.get(range.clone()).and_then(<[Word]>::last).map_or(start, |word| word.span.end);
        Self {
            span: start..end,
            words: range,
            kind,
            stem,
            keys: Vec::new(),
            values: Vec::new(),
            unit: String::new(),
            days: Vec::new(),
            joined: String::new(),
            sounds: Vec::new(),
            is_name_here: false,
        }
    }
}

fn dated(words: &[Word], rest: &[Word], at: usize, all: &mut Vec<Token>) -> Option<usize> {
    if let Some((minutes, length)) = hour::hour(rest) {
        let mut token = Token::new(words, at, length, Kind::Hour, format!("{minutes}"));
        token.keys.push(hash(&format!("t:{minutes}")));
        all.push(token);
        return Some(length);
    }
    let (days, length) = date::date(rest)?;
    let mut token = Token::new(words, at, length, Kind::Day, String::new());
    for day in &days {
        if let Some(of) = day.day {
            token.keys.push(hash(&format!("d:{}-{of}", day.month)));
        }
    }
    token.days = days;
    all.push(token);
    Some(length)
}

fn worded(words: &[Word], rest: &[Word], at: usize, all: &mut Vec<Token>) -> usize {
    let Some(word) = rest.first() else { return 1 };
    // "Department K"
    let is_letter = word.text.len() == 1 && word.is_name_here() && word.text != "i" && word.has_letter();
    if is_plain(&word.text) && !is_letter {
        return 1;
    }
    let kind = if word.is_capital { Kind::Name } else { Kind::Word };
    let mut token = Token::new(words, at, 1, kind, stem(&word.text));
    token.is_name_here = word.is_name_here() || word.is_shouted;
    token.keys.push(hash(&format!("w:{}", token.stem)));
    if word.is_capital {
        sounded(&mut token, &word.spoken);
    }
    all.push(token);
    // "Hay-rick" is also one word.
    let joined =
        rest.iter().skip(1).take_while(|next| next.before == Gap::Joined && next.has_letter() && !next.has_digit());
    let parts: Vec<&Word> = joined.collect();
    let is_first = word.before != Gap::Joined;
    if is_first && !parts.is_empty() {
        let whole: String = std::iter::once(word).chain(parts.iter().copied()).map(|word| word.text.as_str()).collect();
        let mut token = Token::new(words, at, parts.len().saturating_add(1), kind, stem(&whole));
        token.is_name_here = word.is_name_here() || word.is_shouted;
        token.keys.push(hash(&format!("w:{}", token.stem)));
        if word.is_capital {
            sounded(&mut token, &whole);
        }
        all.push(token);
    }
    1
}

pub(super) fn sounded(token: &mut Token, word: &str) {
    for way in ways(word) {
        token.keys.extend(frame(&way).map(|frame| hash(&format!("s:{frame}"))));
        token.sounds.push(way);
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::words;
    use super::*;

    fn of(text: &str) -> Vec<(Kind, String)> {
        tokens(&words(text)).into_iter().map(|token| (token.kind, token.stem)).collect()
    }

    #[test]
    fn a_text_falls_into_what_could_give_something_away() {
        let found = of("The tug MV-1182 left Korvat with 43 crates at 04:30 on 3 March 2031, Colonel Ana Brezin said.");
        for wanted in [
            (Kind::Code, "mv1182"),
            (Kind::Name, "korvat"),
            (Kind::Number, "43"),
            (Kind::Hour, "270"),
            (Kind::Day, ""),
            (Kind::Pair, "ana brezin"),
        ] {
            assert!(found.contains(&(wanted.0, wanted.1.to_owned())), "{wanted:?} in {found:?}");
        }
        assert!(!found.iter().any(|(_, stem)| stem == "2031" || stem == "the"));
    }

    #[test]
    fn a_run_of_names_sounds_alike_in_other_spellings() {
        let run = |text: &str| tokens(&words(text)).into_iter().find(|token| token.kind == Kind::Run).unwrap();
        for (one, other) in [
            ("Chou Hsiu-chün left.", "He saw Zhou Xiujun there."),
            ("Juan Chün-kuang came.", "He saw Ruan Junguang."),
            ("Djamal el-Damichi came.", "He saw Jamāl al-Damīshi."),
            ("Petrov, Ivan", "Ivan Petrov"),
        ] {
            let (one, other) = (run(one), run(other));
            assert!(super::super::same::is_same(&one, &other), "{:?} {:?}", one.sounds, other.sounds);
        }
    }

    #[test]
    fn a_number_and_what_it_counts_go_together() {
        let tokens = tokens(&words("It took 1,250 trucks."));
        let number = tokens.iter().find(|token| token.kind == Kind::Number).unwrap();
        assert_eq!((number.values.as_slice(), number.unit.as_str()), ([1250.0, 1.25].as_slice(), "truck"));
    }
}
