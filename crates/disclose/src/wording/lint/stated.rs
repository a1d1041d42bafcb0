//! A word of likelihood, and a number, fit the judgement that they speak of.
//!
//! A sentence speaks of a judgement when it holds every word of the judgement's text that carries meaning, whatever their
//! endings. Of several that fit, the one with most words counts. What it says in a word and what it says in a number are both held
//! to the judgement: a sentence that was right once and was not written anew agrees with itself. Where there are two numbers, or two
//! words of likelihood, either could be of something else: two numbers are left alone, and of two words the number is told of only.
//!
//! A sentence that denies what the judgement says, or says what that denies, speaks of the opposite, and its word is that of
//! what the probability leaves of 1. What is denied may be something else in the same sentence, and so nothing is said where
//! the word fits either; nor where more is denied than one thing.

use std::collections::HashSet;

use record::span::Span;

use super::figure::{Figure, figures};
use super::ladder::{Placed, Tongue};
use super::lexicon::{Mark, Sign};
use super::number::{judged, percent, tied};
use super::text::{Sentence, Text, Word};
use super::{Finding, Severity, Stated};

/// Its name. A word that does not fit is found under the rule that holds words to numbers.
pub(super) const RULE: &str = "number-against-judgement";

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
        let terms: Vec<(&Mark, &'static Placed)> = text
            .own(sentence)
            .filter_map(|mark| match mark.sign {
                Sign::Likelihood(placed) => Some((mark, placed)),
                _ => None,
            })
            .collect();
        let figures = figures(text, sentence);
        // A figure says how likely something is where it is called that, stands next to a word for it, or alone in brackets.
        let named = |figure: &Figure| figure.called || terms.iter().any(|(mark, _)| tied(text, mark, figure));
        let figure = match figures.as_slice() {
            [] => None,
            [figure] => Some(figure).filter(|figure| figure.alone || named(figure)),
            _ => continue,
        };
        let term = match terms.as_slice() {
            [term] => Some(*term),
            _ => None,
        };
        let Some(start) = term.map(|(mark, _)| mark.words.start).or(figure.map(|figure| figure.words.start)) else {
            continue;
        };
        if text.denied(sentence, start) {
            continue;
        }
        let Some(known) = spoken_of(text, sentence, &known) else { continue };
        let denied = denied(text, sentence, known).abs_diff(known.denials);
        if let Some(figure) = figure {
            let sure = terms.len() <= 1 && named(figure);
            let severity = if sure { Severity::Error } else { Severity::Warning };
            found.extend(held(denied, known.probability, |probability| stale(text, figure, probability, severity)));
        }
        if let Some((mark, placed)) = term {
            let word = |probability: f64| judged(text, *tongue, mark, placed, probability, Severity::Error);
            // A word that its own number contradicts is told of already.
            if figure.filter(|figure| named(figure)).and_then(|figure| word(figure.value())).is_none() {
                found.extend(held(denied, known.probability, word));
            }
        }
    }
}

/// What is wrong where a sentence denies so much of what it speaks of: with one thing denied it is of the opposite, unless it fits
/// as it is.
fn held(denied: usize, probability: f64, against: impl Fn(f64) -> Option<Finding>) -> Option<Finding> {
    match denied {
        0 => against(probability),
        1 => against(probability).and_then(|_| against(1.0 - probability)),
        _ => None,
    }
}

/// A figure that is another than the judgement's.
fn stale(text: &Text<'_>, figure: &Figure, probability: f64, severity: Severity) -> Option<Finding> {
    if figure.says(probability) {
        return None;
    }
    let words = text.within(figure.words.clone());
    let span = Span::new(words.first()?.span.start, words.last()?.span.end);
    let (said, now) = (span.of(text.raw), percent(probability));
    Some(Finding {
        span,
        rule: RULE,
        severity,
        message: format!(
            "the number is {said} and the judgement that this speaks of is {now} %: write the number that it has now, or say of which \
             day this was"
        ),
        suggestion: figure.instead(text, probability),
    })
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

    /// What is found where Norland sends arms with a probability of .1: the words, and what is put in their place.
    fn of_arms(sentence: &str) -> Vec<(String, Option<String>)> {
        let judgements = vec![Stated { text: "Norland sends arms".to_owned(), probability: 0.1 }];
        let found = lint(sentence, &Options { judgements, ..Options::default() });
        found.into_iter().map(|one| (one.span.of(sentence).to_owned(), one.suggestion)).collect()
    }

    #[test]
    fn a_sentence_that_agrees_with_itself_and_not_with_the_judgement_any_more_is_told_of() {
        let put = |words: &str, instead: &str| (words.to_owned(), Some(instead.to_owned()));
        assert_eq!(
            of_arms("It is very likely (90 %) that Norland sends arms."),
            [put("very likely", "very unlikely"), put("90 %", "10 %")]
        );
        assert_eq!(of_arms("There is a 60 % chance that Norland sends arms."), [put("60 %", "10 %")]);
        assert_eq!(of_arms("The probability is 99.4% that Norland sends arms."), [put("99.4%", "10.0%")]);
        assert_eq!(of_arms("Norland sends arms with a probability of 0.7."), [put("0.7", "0.1")]);
        assert_eq!(of_arms("It is very unlikely (15 %) that Norland sends arms."), [put("15 %", "10 %")]);
        assert_eq!(of_arms("It is likely (55-80 %) that Norland sends arms.").len(), 2);
        assert_eq!(of_arms("Norland sends arms (60 %)."), [put("60 %", "10 %")]);
        assert_eq!(
            of_arms("There is a 10 % chance that Norland does not send arms.").len(),
            0,
            "it may deny something else"
        );
        assert_eq!(of_arms("There is a 60 % chance that Norland does not send arms."), [put("60 %", "90 %")]);
        let judgements = vec![Stated { text: "Norland sends arms".to_owned(), probability: 0.1 }];
        let told =
            lint("There is a 60 % chance that Norland sends arms.", &Options { judgements, ..Options::default() });
        assert_eq!(
            told[0].message,
            "the number is 60 % and the judgement that this speaks of is 10 %: write the number that it has now, or say of which \
             day this was"
        );
    }

    #[test]
    fn a_number_that_is_the_judgements_as_closely_as_it_is_stated_is_right() {
        for sentence in [
            "It is very unlikely (10 %) that Norland sends arms.",
            "There is a 10 % chance that Norland sends arms.",
            "The probability is about 10 percent that Norland sends arms.",
            "There is a 1 in 10 chance that Norland sends arms.",
            "It is very unlikely (5-20 %) that Norland sends arms.",
            "It is very unlikely (less than 20 %) that Norland sends arms.",
            "There is a 90 % chance that Norland sends no arms.",
            // What is no probability is not held to one.
            "It is very unlikely that Norland sends arms for 40 % of its budget.",
            "Norland sends arms, 40 % of them old.",
            "There is a 60 % chance that Norland sends money.",
            // Of two numbers nobody knows which is meant.
            "The chance that Norland sends arms rose from 5 % to 60 % and fell to 10 %.",
        ] {
            assert_eq!(of_arms(sentence), [], "{sentence}");
        }
    }

    #[test]
    fn a_sentence_about_something_else_is_left_alone() {
        assert!(found("It is unlikely that Norland will send money.").is_empty());
        assert!(found("It is likely that they will send shells.").is_empty());
        assert!(found("Norland will send shells.").is_empty());
    }
}
