//! Tokens of several words: names beside each other, and words that are used together.

use super::fold::{Gap, Word};
use super::language::hash;
use super::stem::stem as stem_of;
use super::token::{Kind, Token, is_plain, sounded};

/// Names beside each other, in whichever order: "Ivan Petrov", "Petrov, Ivan"; and a run of them as one name that sounds somehow.
pub(super) fn pairs(words: &[Word], all: &mut Vec<Token>) {
    let single: Vec<Token> = all
        .iter()
        .filter(|token| matches!(token.kind, Kind::Name | Kind::Word) && token.words.len() == 1)
        .cloned()
        .collect();
    for (one, other) in single.iter().zip(single.iter().skip(1)) {
        let gap = words.get(other.words.start).map_or(Gap::Sentence, |word| word.before);
        let near = other.words.start == one.words.end && gap <= Gap::Aside;
        if near && one.kind == Kind::Name && other.kind == Kind::Name && other.is_name_here {
            let (low, high) = if one.stem <= other.stem { (one, other) } else { (other, one) };
            let stem = format!("{} {}", low.stem, high.stem);
            let mut token = Token::new(words, one.words.start, 2, Kind::Pair, stem.clone());
            token.keys.push(hash(&format!("p:{stem}")));
            token.is_name_here = true;
            all.push(token);
        }
    }
    let mut at = 0_usize;
    while let Some(first) = words.get(at) {
        // "el-Damishqi" and the small second half of "Chün-kuang" belong to a name.
        let is_part = |word: &Word, from: usize| {
            word.is_capital && !is_plain(&word.text)
                || word.before == Gap::Joined && from > at
                || PARTICLES.contains(&word.text.as_str())
        };
        let goes_on = |word: &Word| matches!(word.before, Gap::Joined | Gap::Space | Gap::Aside);
        if !first.is_capital || is_plain(&first.text) || first.has_digit() {
            at = at.saturating_add(1);
            continue;
        }
        let more = words.iter().enumerate().skip(at.saturating_add(1));
        let length = more
            .take_while(|(from, word)| goes_on(word) && !word.has_digit() && is_part(word, *from))
            .count()
            .saturating_add(1);
        let run: Vec<&str> = words
            .iter()
            .skip(at)
            .take(length)
            .map(|word| word.spoken.as_str())
            .filter(|word| !PARTICLES.contains(word))
            .collect();
        if (2..=5).contains(&run.len()) {
            let mut token = Token::new(words, at, length, Kind::Run, run.concat());
            let mut turned = run.clone();
            turned.rotate_right(1);
            let mut last = run.clone();
            last.rotate_left(1);
            for order in [run, turned, last] {
                sounded(&mut token, &order.concat());
            }
            token.is_name_here = true;
            all.push(token);
        }
        at = at.saturating_add(length);
    }
}

/// Particles of names.
const PARTICLES: [&str; 14] = ["al", "el", "ul", "as", "ad", "an", "bin", "ibn", "de", "von", "van", "di", "da", "der"];

/// Words beside each other, with one between them at the most that says nothing: "brake discs", "discs of a brake".
pub(super) fn both(words: &[Word], all: &mut Vec<Token>) {
    let mut found = Vec::new();
    let single: Vec<&Token> = all
        .iter()
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Name | Kind::Number) && token.words.len() == 1)
        .collect();
    for (one, other) in single.iter().zip(single.iter().skip(1)) {
        let between = other.words.start.saturating_sub(one.words.end);
        let within = words.get(one.words.end..other.words.end).unwrap_or_default();
        let breaks = within.iter().any(|word| word.before > Gap::Space);
        let are_numbers = one.kind == Kind::Number && other.kind == Kind::Number;
        if between > 2 || breaks || are_numbers || one.stem == other.stem {
            continue;
        }
        let (low, high) = if one.stem <= other.stem { (one, other) } else { (other, one) };
        let stem = format!("{} {}", low.stem, high.stem);
        let mut token = Token::new(
            words,
            one.words.start,
            other.words.end.saturating_sub(one.words.start),
            Kind::Both,
            stem.clone(),
        );
        token.keys.push(hash(&format!("b:{stem}")));
        let text = |token: &Token| words.get(token.words.start).map_or("", |word| word.text.as_str());
        if between == 0 {
            token.joined = stem_of(&format!("{}{}", text(one), text(other)));
            token.keys.push(hash(&format!("w:{}", token.joined)));
        }
        found.push(token);
    }
    all.extend(found);
}
