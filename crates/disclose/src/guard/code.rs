//! Tokens with figures: numbers with what they count, and codes of letters and figures.

use super::date;
use super::fold::{Gap, Word};
use super::language::hash;
use super::number;
use super::stem::stem;
use super::token::{Kind, Token, is_plain};

/// Words beside a number that say how exact it is, and not what it counts.
const APPROXIMATE: [&str; 12] = [
    "nearly",
    "almost",
    "roughly",
    "around",
    "approximately",
    "exactly",
    "just",
    "close",
    "barely",
    "good",
    "additional",
    "total",
];

/// "MV-1182", "T72B3", "55-0931-K", "Unit 29155", "Korvat Twenty-Nine": letters and digits that are one name.
pub(super) fn coded(words: &[Word], rest: &[Word], at: usize, all: &mut Vec<Token>) -> Option<usize> {
    let first = rest.first()?;
    let mut code = |text: String, length: usize| {
        let mut token = Token::new(words, at, length, Kind::Code, text.clone());
        token.keys.push(hash(&format!("c:{text}")));
        all.push(token);
    };
    let joined = rest.iter().skip(1).take_while(|word| word.before <= Gap::Colon).count();
    let length = joined.checked_add(1)?;
    let run = rest.get(..length)?;
    let letters = || run.iter().filter(|word| word.has_letter());
    if first.before != Gap::Joined && run.iter().any(Word::has_digit) && letters().next().is_some() {
        // "mid-2024", "12-day" and "30-km" are no codes.
        let is_short = |word: &&Word| word.is_capital || word.text.len() <= 2 || word.has_digit();
        let is_measure = number::number(rest).is_some_and(|number| number.length == length)
            || letters().all(|word| number::measure(&word.text).is_some());
        if letters().all(|word| is_short(&word)) && !is_measure {
            code(run.iter().map(|word| word.text.replace(['.', ','], "")).collect(), length);
            return Some(length);
        }
    }
    // "550931K" is a number and a code.
    if first.has_digit() && first.has_letter() && first.text.len() > 5 {
        code(first.text.clone(), 1);
    }
    // A name and a number after it are one; each of them stands for itself as well.
    let next = rest.get(1).filter(|next| next.before <= Gap::Space && first.has_letter() && !first.has_digit())?;
    if !first.is_capital || is_plain(&first.text) || date::date(rest).is_some() {
        return None;
    }
    let number = number::number(rest.get(1..)?).filter(|number| !number.is_ordinal && number.unit.is_none())?;
    let value = number.values.first().filter(|value| value.fract() == 0.0)?;
    let is_year = next.text.len() == 4 && (1900.0..2100.0).contains(value);
    // "Korvat Seven" is a name; "Korvat sent seven" and "On Monday seven" are not.
    let is_name = next.has_digit() || next.is_capital;
    if is_name && !is_year {
        code(format!("{}{value}", first.text), number.length.saturating_add(1));
        // "MSKU 440918-2"
        let is_figures = |word: &&Word| word.text.bytes().all(|byte| byte.is_ascii_digit());
        let is_mark = |word: &Word| word.is_capital && word.text.len() <= 2 && !is_plain(&word.text.repeat(2));
        let goes_on = |word: &&Word| {
            word.before == Gap::Joined || word.before == Gap::Space && (is_figures(word) || is_mark(word))
        };
        let more = rest.iter().skip(1).take(1).chain(rest.iter().skip(2).take_while(goes_on));
        let more: Vec<&str> = more.map(|word| word.text.as_str()).collect();
        if more.len() > 1 {
            code(format!("{}{}", first.text, more.concat()), more.len().saturating_add(1));
        }
    }
    None
}

/// "33 87 4796 115-3": many figures in groups are a code, however they are grouped.
pub(super) fn grouped(words: &[Word], rest: &[Word], at: usize, all: &mut Vec<Token>) {
    let is_figures = |word: &&Word| word.text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let goes_on = at.checked_sub(1).and_then(|at| words.get(at)).as_ref().is_some_and(is_figures);
    if goes_on || !rest.first().as_ref().is_some_and(is_figures) || date::date(rest).is_some() {
        return;
    }
    let first = rest.iter().take(1).filter(is_figures);
    let run: Vec<&str> = first
        .chain(rest.iter().skip(1).take_while(|word| word.before <= Gap::Space && is_figures(word)))
        .map(|word| word.text.as_str())
        .collect();
    let whole = run.concat().replace(['.', ','], "");
    if whole.len() >= 7 && !run.first().is_none_or(|first| first.is_empty()) {
        let mut token = Token::new(words, at, run.len(), Kind::Code, whole.clone());
        token.keys.push(hash(&format!("c:{whole}")));
        all.push(token);
    }
}

/// A number, with what it counts.
pub(super) fn counted(words: &[Word], rest: &[Word], at: usize, all: &mut Vec<Token>) -> Option<usize> {
    let number = number::number(rest)?;
    let mut token = Token::new(words, at, number.length, Kind::Number, String::new());
    let after = || rest.iter().skip(number.length).take_while(|word| word.before <= Gap::Space);
    token.unit = match number.unit {
        Some(unit) => unit.to_owned(),
        // What is counted is the next word that says something; "43 armoured vehicles" counts what is last of two.
        None => {
            // "pier nine": where nothing follows, it is the number of what stands before it.
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let before = before.filter(|_| rest.first().is_some_and(|word| word.before <= Gap::Space));
            // "5 m"
            if let Some(unit) =
                after().next().filter(|next| next.text.len() < 3 && number::measure(&next.text).is_some())
            {
                token.unit.clone_from(&unit.text);
            }
            let says = |word: &&Word| !is_plain(&word.text) && !APPROXIMATE.contains(&word.text.as_str());
            let counted = after().take(2).find(says).or(before.filter(says));
            match token.unit.is_empty() {
                true => counted.map(|word| stem(&word.text)).unwrap_or_default(),
                false => std::mem::take(&mut token.unit),
            }
        }
    };
    token.keys = number.values.iter().map(|value| hash(&format!("n:{value}"))).collect();
    token.stem = number.values.first().map(ToString::to_string).unwrap_or_default();
    token.values = number.values;
    // "one" and "second" are hardly numbers.
    let is_word = rest.first().is_some_and(|word| matches!(word.text.as_str(), "one" | "first" | "second" | "a"));
    if !(is_word && number.length == 1) {
        all.push(token);
    }
    Some(number.length)
}
