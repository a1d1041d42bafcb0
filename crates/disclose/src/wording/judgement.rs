//! A judgement in sentences: how likely in one, how much it can be relied on in another.
//!
//! Intelligence Community Directive 203 keeps likelihood and confidence apart, since one number can be reached with
//! much evidence or with hardly any. So they never share a sentence here. The words are those of its seven bands, or of
//! another ladder where one is asked for, each with the number beside it; where there is no word, the number is said alone.

use std::fmt;

use record::judgement::{Confidence, Readout};
use record::words::Ladder;

use super::clause::clause;

/// What is thought of one hypothesis, in two sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentences {
    /// How likely it is: `It is likely (74 %) that Norland will send shells.`
    pub likelihood: String,
    /// How much that can be relied on, and what this rests on.
    pub confidence: String,
}

impl fmt::Display for Sentences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.likelihood, self.confidence)
    }
}

/// Why a judgement cannot be put into sentences.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum WordingError {
    /// The number is none between 0 and 1.
    #[error("{0} is not a probability, so there are no words for it: weigh the evidence again")]
    NotAProbability(f64),
    /// The hypothesis says nothing, or asks.
    #[error(
        "the hypothesis {0:?} is not a statement that can be likely: word it as one, such as \"Norland will send shells\""
    )]
    NotAStatement(String),
    /// Nothing is said of what the confidence rests on.
    #[error("the judgement does not say what its confidence rests on: weigh the evidence again")]
    NoBasis,
    /// There is nothing to speak of.
    #[error("there is no hypothesis to speak of: state one, such as \"Norland will send shells\"")]
    NoStatement,
}

/// The sentences for what `readout` holds of the hypothesis that says `text`, in the words of ICD 203.
///
/// The text may be written as a sentence of its own: its full stop goes, and so does its capital where the first word
/// is one that has it only there (The, Before). Percentages are whole, but with decimals where the whole number would
/// belong to another word.
///
/// # Errors
/// A probability that is none, a text that is no statement, a confidence without its basis.
pub fn judgement(text: &str, readout: &Readout) -> Result<Sentences, WordingError> {
    judgement_on(Ladder::Icd203, text, readout)
}

/// The same in the words of another ladder.
///
/// # Errors
/// As [`judgement`].
pub fn judgement_on(ladder: Ladder, text: &str, readout: &Readout) -> Result<Sentences, WordingError> {
    let what = statement(text)?;
    let basis = basis(readout)?;
    Ok(Sentences {
        likelihood: likelihood(ladder, &what, readout.probability)?,
        confidence: format!("Confidence is {}: {basis}.", level(readout.confidence)),
    })
}

/// What a hypothesis says, as it stands behind "that".
///
/// # Errors
/// Where it says nothing, or asks.
pub fn statement(text: &str) -> Result<String, WordingError> {
    let what = clause(text);
    if what.ends_with(['?', '!']) || !what.chars().any(char::is_alphanumeric) {
        return Err(WordingError::NotAStatement(text.to_owned()));
    }
    Ok(what)
}

/// What the confidence rests on.
pub(super) fn basis(readout: &Readout) -> Result<String, WordingError> {
    let basis = clause(&readout.basis);
    if basis.is_empty() { Err(WordingError::NoBasis) } else { Ok(basis) }
}

/// How far a judgement can be relied on, in a word.
pub(super) fn level(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Moderate => "moderate",
        Confidence::High => "high",
    }
}

/// How likely `what` is, in a sentence.
pub(super) fn likelihood(ladder: Ladder, what: &str, probability: f64) -> Result<String, WordingError> {
    if !(0.0..=1.0).contains(&probability) {
        return Err(WordingError::NotAProbability(probability));
    }
    let percent = percent(ladder, probability);
    let start = match ladder.term(probability) {
        None => format!("The probability is {percent}"),
        Some(term) => format!("{} {} ({percent})", term.start, term.words),
    };
    Ok(format!("{start} that {what}."))
}

/// A probability as a percentage, with no more decimals than it takes to belong to the same word, and never as 0 or
/// 100: no evidence makes a judgement certain, and one that shows as 1 is rounded.
fn percent(ladder: Ladder, probability: f64) -> String {
    const MOST_DECIMALS: usize = 6;
    let is_end = |value: f64| value <= 0.0 || value >= 1.0;
    for decimals in 0..=MOST_DECIMALS {
        let text = format!("{:.decimals$}", probability * 100.0);
        let shown = text.parse::<f64>().map(|percent| percent / 100.0);
        if shown.is_ok_and(|shown| ladder.term(shown) == ladder.term(probability) && !is_end(shown)) {
            return format!("{text} %");
        }
    }
    let side = if probability < 0.5 { "less than 0.000001" } else { "more than 99.999999" };
    format!("{side} %")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use record::id::HypothesisId;
    use record::words::icd203;

    use super::*;

    fn readout(probability: f64) -> Readout {
        Readout {
            hypothesis: HypothesisId([1; 16]),
            probability,
            interval: (0.0, 1.0),
            ambiguity: 0.3,
            conflict: 0.1,
            confidence: Confidence::Moderate,
            basis: "Two independent roots of two kinds.".into(),
        }
    }

    fn likelihood(probability: f64) -> String {
        judgement("Norland will send shells.", &readout(probability)).unwrap().likelihood
    }

    #[test]
    fn likelihood_and_confidence_are_two_sentences() {
        let sentences = judgement("The north will hold.", &readout(0.74)).unwrap();
        assert_eq!(sentences.likelihood, "It is likely (74 %) that the north will hold.");
        assert_eq!(sentences.confidence, "Confidence is moderate: two independent roots of two kinds.");
        assert_eq!(
            sentences.to_string(),
            "It is likely (74 %) that the north will hold. Confidence is moderate: two independent roots of two kinds."
        );
    }

    #[test]
    fn every_band_makes_a_sentence() {
        for (probability, expected) in [
            (0.03, "There is almost no chance (3 %) that Norland will send shells."),
            (0.12, "It is very unlikely (12 %) that Norland will send shells."),
            (0.30, "It is unlikely (30 %) that Norland will send shells."),
            (0.50, "There is a roughly even chance (50 %) that Norland will send shells."),
            (0.66, "It is likely (66 %) that Norland will send shells."),
            (0.90, "It is very likely (90 %) that Norland will send shells."),
            (0.97, "It is almost certain (97 %) that Norland will send shells."),
        ] {
            assert_eq!(likelihood(probability), expected);
        }
    }

    #[test]
    fn every_ladder_makes_sentences() {
        let said = |ladder, probability| {
            judgement_on(ladder, "Norland will send shells.", &readout(probability)).unwrap().likelihood
        };
        for (ladder, probability, expected) in [
            (Ladder::Phia, 0.02, "There is a remote chance (2 %) that Norland will send shells."),
            (Ladder::Phia, 0.46, "There is a realistic possibility (46 %) that Norland will send shells."),
            (Ladder::Phia, 0.90, "It is highly likely (90 %) that Norland will send shells."),
            (Ladder::Nato, 0.50, "There is an even chance (50 %) that Norland will send shells."),
            (Ladder::Nato, 0.90, "It is likely (90 %) that Norland will send shells."),
            (Ladder::Ipcc, 0.50, "It is about as likely as not (50 %) that Norland will send shells."),
            (Ladder::Ipcc, 0.996, "It is virtually certain (99.6 %) that Norland will send shells."),
            (Ladder::Ipcc, 1.0, "The probability is more than 99.999999 % that Norland will send shells."),
        ] {
            assert_eq!(said(ladder, probability), expected);
        }
    }

    #[test]
    fn beyond_the_bands_the_number_is_said() {
        for (probability, said) in [
            (0.004, "0.4 %"),
            // However much speaks for it, and however the machine rounds it.
            (0.0, "less than 0.000001 %"),
            (1.0, "more than 99.999999 %"),
            (0.994, "99.4 %"),
            (0.999_96, "99.996 %"),
            (1e-12, "less than 0.000001 %"),
            (1.0 - 1e-12, "more than 99.999999 %"),
        ] {
            assert_eq!(likelihood(probability), format!("The probability is {said} that Norland will send shells."));
        }
    }

    #[test]
    fn the_number_beside_a_word_belongs_to_that_word() {
        for (probability, said) in [
            (0.80, "likely (80 %)"),
            (0.803, "very likely (80.3 %)"),
            (0.7996, "likely (80 %)"),
            (0.199_96, "very unlikely (19.996 %)"),
            (0.0499, "almost no chance (4.99 %)"),
            (0.552, "likely (55.2 %)"),
        ] {
            let sentence = likelihood(probability);
            assert!(sentence.contains(said), "{sentence}");
        }
    }

    #[test]
    fn what_cannot_be_worded_is_refused_by_name() {
        let said = |text: &str, readout: &Readout| judgement(text, readout).unwrap_err().to_string();
        assert_eq!(
            said("Will Norland send shells?", &readout(0.5)),
            "the hypothesis \"Will Norland send shells?\" is not a statement that can be likely: word it as one, such as \
             \"Norland will send shells\""
        );
        assert!(said(" . ", &readout(0.5)).starts_with("the hypothesis \" . \" is not a statement"));
        for wrong in [f64::NAN, -0.1, 1.1, f64::INFINITY] {
            assert_eq!(
                said("It holds.", &readout(wrong)),
                format!("{wrong} is not a probability, so there are no words for it: weigh the evidence again")
            );
        }
        assert_eq!(
            said("It holds.", &Readout { basis: " ".into(), ..readout(0.5) }),
            "the judgement does not say what its confidence rests on: weigh the evidence again"
        );
    }

    proptest! {
        #[test]
        fn a_sentence_of_likelihood_never_speaks_of_confidence_and_its_number_fits_its_word(probability in 0.0..=1.0) {
            let sentences = judgement("Norland will send shells.", &readout(probability)).unwrap();
            prop_assert!(!sentences.likelihood.to_lowercase().contains("confiden"));
            prop_assert!(!sentences.confidence.contains('%'));
            let before = sentences.likelihood.split(" %").next().unwrap();
            let number: f64 = before.rsplit(['(', ' ']).next().unwrap().parse().unwrap();
            prop_assert_eq!(icd203(number / 100.0), icd203(probability));
        }
    }
}
