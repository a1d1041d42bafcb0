//! A word of likelihood, and a number, fit the judgement that they speak of.
//!
//! A sentence speaks of a judgement when it holds every word of the judgement's text that carries meaning, whatever their
//! endings. Of several that fit, the one that holds the words of all others counts, or else the one of the clause. What it says in
//! a word and what it says in a number are both held to the judgement: a sentence that was right once and was not written anew
//! agrees with itself. Where there are two numbers, or two words of likelihood, either could be of something else: two numbers are
//! left alone, and of two words the number is told of only.
//!
//! A sentence that denies what the judgement says, or says what that denies, speaks of the opposite, and its word is that of
//! what the probability leaves of 1. What is denied may be something else in the same sentence, and so nothing is said where
//! the word fits either; nor where more is denied than one thing.

use std::ops::Range;

use record::span::Span;

use super::figure::{Figure, figures};
use super::ladder::{Placed, Tongue};
use super::lexicon::{Mark, Sign};
use super::number::{judged, percent, tied};
use super::spoken::{Known, Spoken, spoken_of};
use super::text::Text;
use super::{Finding, Severity, Stated};

/// Its name. A word that does not fit is found under the rule that holds words to numbers.
pub(super) const RULE: &str = "number-against-judgement";

pub(super) fn find(text: &Text<'_>, tongue: &Tongue, judgements: &[Stated], found: &mut Vec<Finding>) {
    let known: Vec<Known> = judgements.iter().filter_map(Known::new).collect();
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
        let figure = match figures.as_slice() {
            [] => None,
            [figure] => Some(figure),
            _ => continue,
        };
        let term = match terms.as_slice() {
            [term] => Some(*term),
            _ => None,
        };
        if figure.is_none() && term.is_none() {
            continue;
        }
        let places: Vec<Range<usize>> = terms
            .iter()
            .map(|(mark, _)| mark.words.clone())
            .chain(figure.map(|figure| figure.start()..figure.words.end))
            .collect();
        let of = |at: usize| spoken_of(text, sentence, &known, (at, &places));
        let bound = figure.and_then(|figure| figure.bound);
        let turn = bound.and_then(|bound| bound.turn);
        let stands = |at: usize| !text.denied_but(sentence, at, turn);
        let spoken = term.and_then(|(mark, _)| of(mark.words.start));
        // A figure says how likely something is where it is called that, stands next to a word for it, or alone in brackets.
        let of_figure = figure.and_then(|figure| Some((figure, of(figure.start())?)));
        let of_figure = of_figure.and_then(|(figure, of_figure)| {
            let named = figure.called
                || terms.iter().any(|(mark, _)| tied(text, mark, figure))
                || of_figure.calls(text, figure);
            (named || figure.alone).then_some((figure, of_figure, named))
        });
        let same = |of_figure: &Spoken<'_>| spoken.as_ref().is_none_or(|spoken| spoken.is(of_figure));
        if let Some((figure, of_figure, named)) = &of_figure {
            let sure = *named && (terms.len() <= 1 || !same(of_figure));
            let severity = if sure { Severity::Error } else { Severity::Warning };
            // What is said of a word in the same breath is said of its number.
            let start = term.filter(|_| same(of_figure)).map_or(figure.start(), |(mark, _)| mark.words.start);
            if stands(start) {
                let against = |probability| stale(text, figure, probability, severity);
                found.extend(held(&of_figure.denied(text, bound), against));
            }
        }
        if let (Some((mark, placed)), Some(spoken)) = (term, &spoken) {
            let word = |probability: f64| judged(text, *tongue, mark, placed, probability, Severity::Error);
            // A word that its own number contradicts is told of already.
            let own = of_figure.as_ref().filter(|(_, of_figure, named)| *named && same(of_figure));
            if stands(mark.words.start) && own.and_then(|(figure, ..)| word(figure.value())).is_none() {
                found.extend(held(&spoken.denied(text, bound), word));
            }
        }
    }
}

/// What is wrong where a sentence denies so much of what it speaks of: with one thing denied it is of the opposite, unless it fits
/// as it is. Where it may speak of several it is wrong only if it is of each, and what is told is of the first.
fn held(spoken: &[(&Known, usize)], against: impl Fn(f64) -> Option<Finding>) -> Option<Finding> {
    let wrong = |(known, denied): &(&Known, usize)| match denied {
        0 => against(known.probability),
        1 => against(known.probability).and_then(|_| against(1.0 - known.probability)),
        _ => None,
    };
    let mut found = spoken.iter().map(wrong);
    let first = found.next()?;
    if found.all(|other| other.is_some()) { first } else { None }
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

#[cfg(test)]
mod tests {
    use crate::wording::lint::{Finding, Options, Stated, lint};

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

    /// What is found where Norland sends arms with a probability of .5, and talks to Kerin with .36.
    fn of_both(sentence: &str) -> Vec<(String, Option<String>)> {
        let stated = |text: &str, probability| Stated { text: text.to_owned(), probability };
        let judgements = vec![stated("Norland sends arms", 0.5), stated("Norland talks to Kerin", 0.36)];
        let found = lint(sentence, &Options { judgements, ..Options::default() });
        found.into_iter().map(|one| (one.span.of(sentence).to_owned(), one.suggestion)).collect()
    }

    #[test]
    fn where_a_sentence_speaks_of_two_judgements_each_clause_is_held_to_its_own() {
        for sentence in [
            "There is a 50 % chance that Norland sends arms, and it is unlikely that Norland talks to Kerin.",
            "It is unlikely that Norland talks to Kerin, and there is a 50 % chance that it sends arms.",
            "It is unlikely that Norland talks to Kerin but the probability that Norland sends arms is 50 %.",
            // Whose number it is cannot be told.
            "There is a 20 % chance that Norland sends arms and talks to Kerin.",
            "If Norland talks to Kerin, there is a 90 % chance that Norland sends arms.",
        ] {
            assert_eq!(of_both(sentence), [], "{sentence}");
        }
        let put = |words: &str, instead: &str| (words.to_owned(), Some(instead.to_owned()));
        assert_eq!(
            of_both("There is a 90 % chance that Norland sends arms, and it is unlikely that Norland talks to Kerin."),
            [put("90 %", "50 %")]
        );
        assert_eq!(
            of_both("There is a 50 % chance that Norland sends arms, and it is likely that Norland talks to Kerin."),
            [put("likely", "unlikely")]
        );
    }

    #[test]
    fn of_two_judgements_with_the_same_words_one_denies_what_the_other_says() {
        let stated = |text: &str, probability| Stated { text: text.to_owned(), probability };
        let judgements = vec![stated("Norland sends no arms", 0.7), stated("Norland sends arms", 0.2)];
        let found = |sentence: &str| lint(sentence, &Options { judgements: judgements.clone(), ..Options::default() });
        assert!(found("There is a 20 % chance that Norland sends arms.").is_empty());
        assert!(found("There is a 70 % chance that Norland sends no arms.").is_empty());
        let stale = found("There is a 40 % chance that Norland sends no arms.");
        assert_eq!(stale[0].suggestion.as_deref(), Some("70 %"));
    }

    #[test]
    fn a_bound_is_right_where_the_judgement_lies_within_it() {
        for sentence in [
            "There is at least a 30 % chance that Norland sends arms.",
            "There is more than a 30 % chance that Norland sends arms.",
            "There is at most a 70 % chance that Norland sends arms.",
            "There is up to a 70 % chance that Norland sends arms.",
            "There is no more than a 70 % chance that Norland sends arms.",
            "There is no less than a 30 % chance that Norland sends arms.",
            "The probability that Norland sends arms is no more than 70 %.",
            "Norland sends arms with a probability of at least 30 %.",
        ] {
            assert_eq!(of_both(sentence), [], "{sentence}");
        }
        for sentence in [
            "There is at least a 70 % chance that Norland sends arms.",
            "There is no more than a 30 % chance that Norland sends arms.",
            "There is up to a 30 % chance that Norland sends arms.",
            "The probability that Norland sends arms is no more than 30 %.",
            "The probability that Norland sends arms exceeds 70 %.",
        ] {
            assert_eq!(of_both(sentence).len(), 1, "{sentence}");
        }
        let told = of_both("Norland is no more than 20 % likely to send arms.");
        assert!(told.iter().any(|(words, _)| words == "20 %"), "{told:?}");
    }

    #[test]
    fn a_number_behind_the_words_of_the_judgement_is_its_probability() {
        for sentence in [
            "The probability that Norland sends arms is 90 %.",
            "The chance that Norland sends arms is 90 %.",
            "The likelihood of Norland sending arms is now about 90 %.",
            "We put the probability that Norland sends arms at 90 %.",
            "The probability that Norland sends arms has risen to 90 %.",
            "The probability that Norland sends arms to Kerin this year is 90 %.",
        ] {
            let told = of_both(sentence);
            assert_eq!(told.len(), 1, "{sentence} {told:?}");
            assert_eq!(told[0].1.as_deref(), Some("50 %"), "{sentence}");
        }
        for sentence in [
            "The probability that Norland sends arms is 50 %.",
            "The probability that Norland does not send arms is 50 %.",
            "The probability that Norland sends arms is not 90 %.",
            "The probability that Norland sends arms was 90 %.",
            "The probability that Norland sends arms has risen by 90 %.",
            "The probability that Norland sends arms with 90 % tungsten is low.",
            "The probability that Norland sends money is 90 %.",
        ] {
            assert_eq!(of_both(sentence), [], "{sentence}");
        }
    }

    #[test]
    fn a_sentence_about_something_else_is_left_alone() {
        assert!(found("It is unlikely that Norland will send money.").is_empty());
        assert!(found("It is likely that they will send shells.").is_empty());
        assert!(found("Norland will send shells.").is_empty());
    }
}
