//! A word of likelihood fits the judgement that it speaks of.
//!
//! A sentence speaks of a judgement when it holds every word of the judgement's text that carries meaning, whatever their
//! endings. Of several that fit, the one with most words counts. Sentences with two words of likelihood, or with a number
//! beside theirs, are left to the other rule.
//!
//! A sentence that denies what the judgement says, or says what that denies, speaks of the opposite, and its word is that of
//! what the probability leaves of 1. What is denied may be something else in the same sentence, and so nothing is said where
//! the word fits either; nor where more is denied than one thing.

use std::collections::HashSet;

use super::figure::figures;
use super::ladder::Tongue;
use super::lexicon::Sign;
use super::number::judged;
use super::text::{Sentence, Text, Word};
use super::{Finding, Severity, Stated};

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

pub(super) fn find(text: &Text<'_>, tongue: &Tongue, judgements: &[Stated], found: &mut Vec<Finding>) {
    let known: Vec<Known> = judgements
        .iter()
        .filter(|stated| (0.0..=1.0).contains(&stated.probability))
        .map(|stated| {
            let words = Text::new(&stated.text).words;
            Known { stems: stems(&words), denials: denials(&words), probability: stated.probability }
        })
        .filter(|known| !known.stems.is_empty())
        .collect();
    if known.is_empty() {
        return;
    }
    for sentence in &text.sentences {
        let mut terms = text.own(sentence).filter_map(|mark| match mark.sign {
            Sign::Likelihood(placed) => Some((mark, placed)),
            _ => None,
        });
        let (Some((mark, placed)), None) = (terms.next(), terms.next()) else { continue };
        if text.denied(sentence, mark.words.start) || !figures(text, sentence).is_empty() {
            continue;
        }
        let Some(known) = spoken_of(text, sentence, &known) else { continue };
        let against = |probability: f64| judged(text, *tongue, mark, placed, probability, Severity::Error);
        match denied(text, sentence, known).abs_diff(known.denials) {
            0 => found.extend(against(known.probability)),
            1 if against(known.probability).is_some() => found.extend(against(1.0 - known.probability)),
            _ => {}
        }
    }
}

/// A judgement as sentences are compared with it.
struct Known {
    stems: HashSet<String>,
    /// How much of what it says is denied.
    denials: usize,
    probability: f64,
}

/// The judgement that a sentence speaks of.
fn spoken_of<'k>(text: &Text<'_>, sentence: &Sentence, known: &'k [Known]) -> Option<&'k Known> {
    let said = stems(text.within(sentence.words.clone()));
    let fitting = known.iter().filter(|known| known.stems.is_subset(&said));
    fitting.max_by_key(|known| known.stems.len())
}

/// How often a sentence denies something where it speaks of a judgement: from the first of the words of that to the last.
fn denied(text: &Text<'_>, sentence: &Sentence, known: &Known) -> usize {
    let words = text.within(sentence.words.clone());
    let of_it = |word: &Word<'_>| carries(word) && known.stems.contains(&stem(&word.folded));
    let first = words.iter().position(of_it).unwrap_or(0);
    let last = words.iter().rposition(of_it).unwrap_or(0);
    denials(words.get(first.saturating_sub(BEFORE)..=last).unwrap_or_default())
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
    use crate::wording::lint::{Finding, Options, Stated, lint};

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

    fn found(text: &str) -> Vec<Finding> {
        let stated = |text: &str, probability| Stated { text: text.to_owned(), probability };
        let judgements = vec![
            stated("Norland will send shells.", 0.9),
            stated("Norland will send shells to the south", 0.3),
            stated("", 0.5),
            stated("Nothing", f64::NAN),
        ];
        lint(text, &Options { judgements, ..Options::default() })
    }

    #[test]
    fn a_sentence_about_a_judgement_has_its_word() {
        let wrong = found("It is likely that Norland is sending shells.");
        assert_eq!(wrong.len(), 1);
        assert_eq!(wrong[0].suggestion.as_deref(), Some("very likely"));
        assert!(found("It is very likely that Norland sends a shell.").is_empty());
    }

    #[test]
    fn the_judgement_with_most_words_counts() {
        assert!(found("It is unlikely that Norland will send shells to the south.").is_empty());
    }

    #[test]
    fn a_sentence_that_denies_it_has_the_word_of_the_opposite() {
        let held = |text: &str| {
            let judgements = vec![Stated { text: "Norland sends arms".to_owned(), probability: 0.23 }];
            lint(text, &Options { judgements, ..Options::default() })
        };
        for sentence in [
            "It is likely that Norland will not send arms.",
            "Norland will likely not send arms.",
            "It is likely that Norland sends no arms.",
            "It is likely that Norland won't send arms.",
            "It is likely that no arms are sent by Norland.",
            "It is likely that Norland refuses to send arms.",
            "It is unlikely that Norland sends arms.",
            "It is unlikely, and nobody doubts it, that Norland sends arms.",
            "It is unlikely that Norland, which has no ships, sends arms.",
            "It is very likely that Norland cannot refuse to send arms.",
        ] {
            assert!(held(sentence).is_empty(), "{sentence}: {:?}", held(sentence));
        }
        let wrong = held("It is almost certain that Norland will not send arms.");
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].message.contains("the number is 77 %"), "{}", wrong[0].message);
        assert_eq!(held("It is likely that Norland will send arms.").len(), 1);
        // A judgement may deny something itself.
        let judgements = vec![Stated { text: "Norland sends no arms".to_owned(), probability: 0.77 }];
        let held = |text: &str| lint(text, &Options { judgements: judgements.clone(), ..Options::default() }).len();
        assert_eq!(held("It is likely that Norland will not send arms."), 0);
        assert_eq!(held("It is unlikely that Norland sends arms."), 0);
        assert_eq!(held("It is unlikely that Norland will not send arms."), 1);
    }

    #[test]
    fn a_sentence_about_something_else_is_left_alone() {
        assert!(found("It is unlikely that Norland will send money.").is_empty());
        assert!(found("It is likely that they will send shells.").is_empty());
        assert!(found("Norland will send shells.").is_empty());
    }
}
