//! A word of likelihood fits the judgement that it speaks of.
//!
//! A sentence speaks of a judgement when it holds every word of the judgement's text that carries meaning, whatever their
//! endings. Of several that fit, the one with most words counts. Sentences with two words of likelihood, or with a number
//! beside theirs, are left to the other rule.

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

/// How much of a word must be the same, once its ending is off: `vote`, `voted` and `voters` are one.
const STEM: usize = 5;
/// Endings, of which one goes.
const ENDINGS: [&str; 4] = ["ing", "ed", "es", "s"];

pub(super) fn find(text: &Text<'_>, tongue: &Tongue, judgements: &[Stated], found: &mut Vec<Finding>) {
    let known: Vec<(HashSet<String>, f64)> = judgements
        .iter()
        .filter(|stated| (0.0..=1.0).contains(&stated.probability))
        .map(|stated| (stems(&Text::new(&stated.text).words), stated.probability))
        .filter(|(stems, _)| !stems.is_empty())
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
        if let Some(probability) = spoken_of(text, sentence, &known) {
            found.extend(judged(text, *tongue, mark, placed, probability, Severity::Error));
        }
    }
}

/// The probability of the judgement that a sentence speaks of.
fn spoken_of(text: &Text<'_>, sentence: &Sentence, known: &[(HashSet<String>, f64)]) -> Option<f64> {
    let said = stems(text.within(sentence.words.clone()));
    let fitting = known.iter().filter(|(stems, _)| stems.is_subset(&said));
    fitting.max_by_key(|(stems, _)| stems.len()).map(|(_, probability)| *probability)
}

/// The beginnings of the words that carry meaning.
fn stems(words: &[Word<'_>]) -> HashSet<String> {
    let carries = |word: &&Word<'_>| {
        word.folded.chars().count() > 2 && !EMPTY.split_ascii_whitespace().any(|empty| empty == word.folded)
    };
    words.iter().filter(carries).map(|word| stem(&word.folded)).collect()
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
    fn a_sentence_about_something_else_is_left_alone() {
        assert!(found("It is unlikely that Norland will send money.").is_empty());
        assert!(found("It is likely that they will send shells.").is_empty());
        assert!(found("Norland will send shells.").is_empty());
    }
}
