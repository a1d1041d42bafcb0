//! The phrases that mean something to a rule, and where they stand in a sentence.
//!
//! Each rule keeps its own phrases; here they become one index, so that a text is looked through once. Of phrases that begin
//! with the same word the longest counts, and what it covers is not looked at again: `almost certainly` is a place on the
//! ladder and no claim of certainty.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use record::span::Span;

use super::absolute::{ABSOLUTES, Absolute};
use super::basis::{BASES, CONFIDENCES};
use super::hedge::{HEDGES, Hedge};
use super::ladder::{PLACED, Placed};
use super::text::Word;
use super::unsourced::UNSOURCED;

/// What a phrase is to the rules.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sign {
    /// A term of a ladder.
    Likelihood(&'static Placed),
    /// A degree of confidence.
    Confidence,
    /// Certainty, or something without example.
    Absolute(&'static Absolute),
    /// Likelihood without a place on a ladder.
    Hedge(&'static Hedge),
    /// What something rests on.
    Basis,
    /// A belief or a report of nobody.
    Unsourced,
    /// That somebody says something.
    Reports,
    /// Words that look like one of these and are none.
    Apart,
}

/// A phrase in a text.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub sign: Sign,
    pub span: Span,
    /// Its words, by their places in the text.
    pub words: Range<usize>,
    /// Whether it is another's.
    pub quoted: bool,
}

/// Verbs by which a sentence reports what another said.
const REPORTS: &str = "said says saying told tells stated states wrote writes claimed claims argued argues announced warned \
     warns testified insisted insists denied denies added acknowledged according estimated estimates reported suggested \
     suggests indicated hoped feared thought noticed recalled commented believes believed";

/// Phrases that hold a term of a ladder, or another word that a rule knows, and are none: comparisons say nothing of how
/// likely something is.
const APART: &str = "more likely|less likely|most likely|least likely|equally likely|how likely|as likely|likelier|more probable|\
     less probable|most probable|equally probable|could not|all it could|all they could|all he could|all she could|absolutely no|\
     absolutely nothing|absolutely not|make certain|made certain|a certain|impossible to|clearly marked|\
     clearly visible|clearly labelled|proves to be|proves difficult|proves hard|proves useful";

type Entries = HashMap<&'static str, Vec<(Vec<&'static str>, Sign)>>;

static LEXICON: LazyLock<Entries> = LazyLock::new(|| {
    let mut all: Vec<(&'static str, Sign)> = Vec::new();
    all.extend(REPORTS.split_ascii_whitespace().map(|word| (word, Sign::Reports)));
    all.extend(APART.split('|').map(|phrase| (phrase, Sign::Apart)));
    all.extend(PLACED.iter().map(|placed| (placed.words, Sign::Likelihood(placed))));
    all.extend(CONFIDENCES.split('|').map(|phrase| (phrase, Sign::Confidence)));
    all.extend(BASES.split('|').map(|phrase| (phrase, Sign::Basis)));
    all.extend(ABSOLUTES.iter().flat_map(|kind| kind.phrases.split('|').map(|phrase| (phrase, Sign::Absolute(kind)))));
    all.extend(HEDGES.iter().flat_map(|kind| kind.phrases.split('|').map(|phrase| (phrase, Sign::Hedge(kind)))));
    all.extend(UNSOURCED.split('|').map(|phrase| (phrase, Sign::Unsourced)));
    let mut entries = Entries::new();
    for (phrase, sign) in all {
        let mut words = phrase.split_ascii_whitespace();
        let Some(first) = words.next() else { continue };
        entries.entry(first).or_default().push((words.collect(), sign));
    }
    for known in entries.values_mut() {
        // The longest first; of phrases that two rules have, the one that was entered first.
        known.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    entries
});

/// Finds the phrases among the words of a sentence.
pub(super) fn marks(words: &[Word<'_>], within: Range<usize>, found: &mut Vec<Mark>) {
    let mut at = within.start;
    while at < within.end {
        let next = at.saturating_add(1);
        let Some(word) = words.get(at) else { return };
        let rest = words.get(next..within.end).unwrap_or_default();
        let fits = |(known, _): &&(Vec<&'static str>, Sign)| {
            known.len() <= rest.len()
                && known.iter().zip(rest).all(|(known, word)| word.joined && word.folded == *known)
        };
        let hit = LEXICON.get(&*word.folded).and_then(|known| known.iter().find(fits));
        let Some((known, sign)) = hit else {
            at = next;
            continue;
        };
        let end = next.saturating_add(known.len());
        let last = words.get(end.saturating_sub(1)).unwrap_or(word);
        found.push(Mark {
            sign: *sign,
            span: Span::new(word.span.start, last.span.end),
            words: at..end,
            quoted: word.quoted,
        });
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use crate::wording::lint::text::Text;

    fn found(text: &str) -> Vec<String> {
        let read = Text::new(text);
        read.sentences
            .iter()
            .flat_map(|sentence| read.all(sentence))
            .map(|mark| {
                let sign = format!("{:?}", mark.sign);
                format!("{}: {}", sign.split('(').next().unwrap(), mark.span.of(text))
            })
            .collect()
    }

    #[test]
    fn the_longest_phrase_counts() {
        assert_eq!(found("It is almost certainly so."), ["Likelihood: almost certainly"]);
        assert_eq!(found("It is certainly so."), ["Absolute: certainly"]);
        assert_eq!(found("It is highly-\nlikely."), ["Likelihood: highly-\nlikely"]);
        assert_eq!(found("It is **very** likely."), ["Likelihood: very** likely"]);
    }

    #[test]
    fn a_phrase_does_not_run_over_punctuation_or_out_of_its_sentence() {
        assert_eq!(found("It is very, likely wet."), ["Likelihood: likely"]);
        assert_eq!(found("This is very. Likely so."), ["Likelihood: Likely"]);
    }

    #[test]
    fn a_comparison_is_no_term() {
        assert_eq!(found("A is more likely than B."), ["Apart: more likely"]);
        assert_eq!(found("It is more likely than not."), ["Likelihood: more likely than not"]);
    }
}
