//! Of which judgement a sentence speaks, and what of it is denied.

use std::collections::HashSet;
use std::ops::Range;

use super::Stated;
use super::bound::Bound;
use super::clause::clauses;
use super::figure::{ABOUT, CHANCE, Figure};
use super::text::{Sentence, Text, Word};

/// Words that carry no meaning of their own.
const EMPTY: &str = "the and that this these those will would shall should can could may might must has have had was were are been \
     being its their his her our your for from with into onto over under about against between not any all some than then \
     does did doing one two who what which when where";

/// Words that turn a statement into its opposite, by their beginnings where they have endings.
const DENIALS: &str = "not no never none nobody nothing cannot neither nor without";
const REFUSALS: [&str; 4] = ["refus", "fail", "declin", "forbid"];
/// How many words in front of the first word of a statement may deny it: "no more arms".
const BEFORE: usize = 2;

/// How much of a word must be the same, once its ending is off: `vote`, `voted` and `voters` are one.
const STEM: usize = 5;
/// Endings, of which one goes.
const ENDINGS: [&str; 4] = ["ing", "ed", "es", "s"];

/// Words between what is likely and how likely it is: "the chance that … is now 90 %", "has risen to", "we put it at".
const LINKS: [&str; 11] = ["is", "are", "be", "at", "to", "remains", "remain", "stays", "equals", "exceeds", "reaches"];
/// Words that may stand between those and the number.
const FILLS: [&str; 12] =
    ["a", "an", "now", "still", "only", "just", "even", "between", "currently", "today", "thus", "therefore"];
/// What was is not held to what is.
const PAST: [&str; 10] = ["was", "were", "had", "rose", "fell", "dropped", "climbed", "sank", "went", "stood"];

/// A judgement as sentences are compared with it.
#[derive(Debug)]
pub(super) struct Known {
    stems: HashSet<String>,
    /// How much of what it says is denied.
    denials: usize,
    pub probability: f64,
}

impl Known {
    /// None where it has no words that carry meaning, or no probability.
    pub(super) fn new(stated: &Stated) -> Option<Self> {
        let words = Text::new(&stated.text).words;
        let known = Self { stems: stems(&words), denials: denials(&words), probability: stated.probability };
        ((0.0..=1.0).contains(&known.probability) && !known.stems.is_empty()).then_some(known)
    }
}

/// What a word or a number in a sentence speaks of.
#[derive(Debug, Clone)]
pub(super) struct Spoken<'k> {
    /// Judgements with the same words, of which one may deny what another says.
    all: Vec<&'k Known>,
    /// The words that speak of them, by their places.
    pub words: Range<usize>,
}

impl<'k> Spoken<'k> {
    /// The judgements, each with how much of it the words deny, and first the one of which they deny least.
    pub(super) fn denied(&self, text: &Text<'_>, bound: Option<Bound>) -> Vec<(&'k Known, usize)> {
        let turn = bound.and_then(|bound| bound.turn);
        let count = |known: &'k Known| (known, denied(text, self.words.clone(), known, turn).abs_diff(known.denials));
        let mut counted: Vec<(&Known, usize)> = self.all.iter().map(|known| count(known)).collect();
        counted.sort_by_key(|(_, denied)| *denied);
        counted
    }

    /// Whether both speak of the same.
    pub(super) fn is(&self, other: &Self) -> bool {
        let stems = |spoken: &Self| spoken.all.first().map(|known| &known.stems);
        self.all.first().zip(other.all.first()).is_some_and(|_| stems(self) == stems(other))
    }

    /// Whether the words between "probability that" and a figure are those of the judgement, so that the figure says how likely that is.
    pub(super) fn calls(&self, text: &Text<'_>, figure: &Figure) -> bool {
        let Some(known) = self.all.first() else { return false };
        let is = |list: &[&str], at: usize| list.contains(&text.word(at));
        let chance = |at: &usize| is(&CHANCE, *at) && is(&["that", "of"], at.saturating_add(1));
        let Some(chance) = (self.words.start..figure.start()).find(chance) else { return false };
        let between = text.within(chance..figure.start());
        if !known.stems.is_subset(&stems(between)) {
            return false;
        }
        let own = |word: &Word<'_>| carries(word) && known.stems.contains(&stem(&word.folded));
        let behind = between.iter().rposition(own).and_then(|last| between.get(last..)).unwrap_or_default();
        let fills = |word: &&Word<'_>| FILLS.contains(&&*word.folded) || ABOUT.contains(&&*word.folded);
        let links = text.word(figure.start()) == "exceeds"
            || behind.iter().rev().find(|word| !fills(word)).is_some_and(|word| LINKS.contains(&&*word.folded));
        links && !behind.iter().any(|word| PAST.contains(&&*word.folded))
    }
}

/// The judgement that what stands at a place of a sentence speaks of, where `places` are all words and figures in it for how likely
/// something is. Of several that fit, one that holds the words of all others counts. Else that counts whose words stand in the
/// clause of the place, and none where several do.
pub(super) fn spoken_of<'k>(
    text: &Text<'_>,
    sentence: &Sentence,
    known: &'k [Known],
    (at, places): (usize, &[Range<usize>]),
) -> Option<Spoken<'k>> {
    let said = stems(text.within(sentence.words.clone()));
    let fitting: Vec<&Known> = known.iter().filter(|known| known.stems.is_subset(&said)).collect();
    let first = *fitting.first()?;
    let clauses = clauses(text, sentence, places);
    let whole = || clauses.iter().find(|clause| clause.contains(&at)).filter(|_| clauses.len() > 1);
    let Some(clause) = whole() else { return widest(fitting, sentence.words.clone()) };
    let here = stems(text.within(clause.clone()));
    if fitting.iter().all(|other| other.stems == first.stems) {
        // What states something of its own is not of what another clause says in full.
        let in_full = |other: &&Range<usize>| first.stems.is_subset(&stems(text.within((*other).clone())));
        let states = text.within(clause.clone()).iter().any(|word| word.folded == "that");
        let elsewhere = states && here.is_disjoint(&first.stems) && clauses.iter().any(|other| in_full(&other));
        return (!elsewhere).then(|| Spoken { all: fitting, words: sentence.words.clone() });
    }
    // What all of them speak of need not be said again.
    let common = |word: &String| fitting.iter().all(|other| other.stems.contains(word));
    let of_clause = |known: &&Known| known.stems.iter().all(|word| here.contains(word) || common(word));
    let within: Vec<&Known> = fitting.iter().copied().filter(of_clause).collect();
    widest(within, clause.clone())
}

/// The judgements whose words hold those of all others.
fn widest(fitting: Vec<&Known>, words: Range<usize>) -> Option<Spoken<'_>> {
    let most = *fitting.iter().max_by_key(|known| known.stems.len())?;
    if !fitting.iter().all(|other| other.stems.is_subset(&most.stems)) {
        return None;
    }
    let all = fitting.into_iter().filter(|known| known.stems.len() == most.stems.len()).collect();
    Some(Spoken { all, words })
}

/// How often words deny something where they speak of a judgement, from the first of the words of that to the last; the word at
/// `but` denies nothing.
fn denied(text: &Text<'_>, within: Range<usize>, known: &Known, but: Option<usize>) -> usize {
    let words = text.within(within.clone());
    let of_it = |word: &Word<'_>| carries(word) && known.stems.contains(&stem(&word.folded));
    let first = words.iter().position(of_it).unwrap_or(0).saturating_sub(BEFORE);
    let last = words.iter().rposition(of_it).unwrap_or(0);
    let all = denials(words.get(first..=last).unwrap_or_default());
    let place = |by: usize| within.start.saturating_add(by);
    let bounds = but.is_some_and(|but| (place(first)..=place(last)).contains(&but));
    all.saturating_sub(usize::from(bounds))
}

/// How many words deny something.
fn denials(words: &[Word<'_>]) -> usize {
    let denies = |word: &&Word<'_>| {
        DENIALS.split_ascii_whitespace().any(|one| one == word.folded)
            || word.folded.ends_with("n't")
            || REFUSALS.iter().any(|refusal| word.folded.starts_with(refusal))
    };
    words.iter().filter(denies).count()
}

/// The beginnings of the words that carry meaning.
fn stems(words: &[Word<'_>]) -> HashSet<String> {
    words.iter().filter(|word| carries(word)).map(|word| stem(&word.folded)).collect()
}

/// Whether a word has a meaning of its own; that it denies something is no part of what it speaks of.
fn carries(word: &Word<'_>) -> bool {
    let is = |words: &str| words.split_ascii_whitespace().any(|one| one == word.folded);
    word.folded.chars().count() > 2 && !is(EMPTY) && !is(DENIALS) && !word.folded.ends_with("n't")
}

/// The beginning of a word without its ending: `send` of `sends` and `sending`, `ship` of `shipped`.
fn stem(word: &str) -> String {
    let plain = word.strip_suffix("'s").unwrap_or(word);
    let short = ENDINGS.iter().filter_map(|ending| plain.strip_suffix(ending)).find(|rest| rest.chars().count() > 2);
    let plain = short.unwrap_or(plain).trim_end_matches('e');
    let mut letters: Vec<char> = plain.chars().take(STEM).collect();
    if let [.., one, last] = letters[..]
        && one == last
    {
        letters.pop();
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn endings_make_no_other_word() {
        for word in ["send", "sends", "sending"] {
            assert_eq!(super::stem(word), "send");
        }
        for word in ["ship", "ships", "shipped", "shipping", "ship's"] {
            assert_eq!(super::stem(word), "ship");
        }
        assert_eq!(super::stem("voted"), super::stem("vote"));
    }
}
