//! The clauses of a sentence that each say how likely something is.

use std::ops::Range;

use super::text::{Sentence, Text};

/// Words that begin another clause.
const BEGINS: [&str; 9] = ["and", "but", "while", "whereas", "although", "though", "or", "yet", "nor"];

/// The clauses of a sentence in order: together they are the sentence, and in each stands a word or a figure for how likely
/// something is, at one of `places`. Whatever has none belongs to the clause before it, and at the beginning to the first that has one.
pub(super) fn clauses(text: &Text<'_>, sentence: &Sentence, places: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut clauses: Vec<Range<usize>> = Vec::new();
    let mut parts: Vec<usize> = sentence.words.clone().filter(|at| begins(text, sentence, *at, places)).collect();
    parts.push(sentence.words.end);
    let mut start = sentence.words.start;
    for end in parts {
        let part = start..end;
        let placed = |range: &Range<usize>| places.iter().any(|place| range.contains(&place.start));
        match clauses.last_mut() {
            Some(last) if !placed(&part) || !placed(last) => last.end = end,
            _ => clauses.push(part),
        }
        start = end;
    }
    clauses
}

/// Whether a clause may begin at a word: behind a comma or its like, or with a word that joins two.
fn begins(text: &Text<'_>, sentence: &Sentence, at: usize, places: &[Range<usize>]) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= sentence.words.start) else { return false };
    if places.iter().any(|place| place.start < at && at < place.end) {
        return false;
    }
    let (Some(before), Some(word)) = (text.words.get(before), text.words.get(at)) else { return false };
    let parted = text.between(before.span.end, word.span.start).contains([',', ';', ':', '\u{2013}', '\u{2014}']);
    parted || BEGINS.contains(&&*word.folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_says_nothing_of_likelihood_is_of_its_neighbour() {
        let cut = |sentence: &str| {
            let text = Text::new(sentence);
            let places: Vec<Range<usize>> = (0..text.words.len())
                .filter(|at| ["likely", "unlikely", "50"].contains(&text.word(*at)))
                .map(|at| at..at.saturating_add(1))
                .collect();
            let clauses = clauses(&text, &text.sentences[0], &places);
            let said =
                |range: Range<usize>| text.within(range).iter().map(|word| &*word.folded).collect::<Vec<_>>().join(" ");
            clauses.into_iter().map(said).collect::<Vec<_>>()
        };
        assert_eq!(
            cut("At 50 % it rains, and it is unlikely, we say, that it snows"),
            ["at 50 % it rains", "and it is unlikely we say that it snows"]
        );
        assert_eq!(cut("In all, if it rains, it is likely that it rains and snows").len(), 1);
        assert_eq!(cut("It rains and snows").len(), 1);
    }
}
