//! A whole judgement as a paragraph: how likely each answer is, how far that can be relied on, and what it rests on.
//!
//! It keeps the rules of [`super::lint`], and a test says so. It is stated "if no one acts", once, since a judgement that
//! somebody acts on would else be counted as wrong. That little is known is said in other words than that much is known
//! and pulls both ways: the first asks for more to be collected, the second for what there is to be looked at again.

use std::fmt;

use record::judgement::Readout;
use record::words::Ladder;

use super::judgement::{WordingError, basis, level, likelihood, statement};
use super::sourcing::{Described, summary};

/// Above this share of ambiguity little is known: where [`Readout::confidence`] is low for that reason alone.
const LITTLE: f64 = 0.6;
/// Above this share of conflict the evidence pulls both ways.
const BOTH_WAYS: f64 = 0.65;

/// A hypothesis and what is thought of it.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// What it says. What is said of OTHER is always the same.
    pub text: &'a str,
    /// Whether it is OTHER, which holds whatever no hypothesis says.
    pub other: bool,
    /// What is thought of it.
    pub readout: &'a Readout,
}

/// What a paragraph is made of.
#[derive(Debug, Clone, Copy)]
pub struct Assessment<'a> {
    /// The ladder of its words.
    pub ladder: Ladder,
    /// The answers to the question.
    pub statements: &'a [Statement<'a>],
    /// The independent sources behind it, without their identities.
    pub sources: &'a [Described],
    /// How many things were looked for and not seen, and count as that.
    pub silences: usize,
}

/// A judgement in sentences, to be read as one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// How likely each answer is, the likeliest first.
    pub likelihood: Vec<String>,
    /// That little is known, or that what is known pulls both ways, where it is so.
    pub standing: Option<String>,
    /// How far that can be relied on, and why: one sentence where it is the same for all answers.
    pub confidence: Vec<String>,
    /// What it rests on.
    pub sources: String,
}

impl fmt::Display for Paragraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentences = self.likelihood.iter().chain(&self.standing).chain(&self.confidence);
        for sentence in sentences {
            write!(f, "{sentence} ")?;
        }
        f.write_str(&self.sources)
    }
}

/// The paragraph for an assessment. OTHER is spoken of last, whatever its probability.
///
/// # Errors
/// No answer at all, and whatever cannot be worded in one of them.
pub fn paragraph(assessment: &Assessment<'_>) -> Result<Paragraph, WordingError> {
    let mut statements: Vec<&Statement<'_>> = assessment.statements.iter().collect();
    statements.sort_by(|one, other| {
        one.other.cmp(&other.other).then(other.readout.probability.total_cmp(&one.readout.probability))
    });
    let Some(first) = statements.first() else { return Err(WordingError::NoStatement) };
    let mut worded = Vec::new();
    for statement in &statements {
        let what = if statement.other { OTHER.to_owned() } else { self::statement(statement.text)? };
        worded.push((what, basis(statement.readout)?, statement.readout));
    }
    let mut sentences = Vec::new();
    for (what, _, readout) in &worded {
        let sentence = likelihood(assessment.ladder, what, readout.probability)?;
        sentences.push(if sentences.is_empty() { if_no_one_acts(&sentence) } else { sentence });
    }
    Ok(Paragraph {
        likelihood: sentences,
        standing: standing(first.readout).map(str::to_owned),
        confidence: confidence(&worded),
        sources: summary(assessment.sources, assessment.silences),
    })
}

/// What is said of OTHER.
const OTHER: &str = "something else is the case";

/// The sentence under the condition that all judgements are under.
fn if_no_one_acts(sentence: &str) -> String {
    // Each begins with a word that has its capital only there.
    let mut letters = sentence.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().fold("If no one acts, ".to_owned(), |said, letter| said + &letter.to_string()) + letters.as_str()
}

/// Little evidence, and much that disagrees, in words that cannot be taken for each other.
fn standing(readout: &Readout) -> Option<&'static str> {
    if readout.ambiguity > LITTLE {
        Some(
            "We know little: too little has been collected to tell the answers apart, and new evidence would move this far.",
        )
    } else if readout.conflict > BOTH_WAYS {
        Some("We know much, and the evidence pulls both ways: some of it must be wrong, or be about something else.")
    } else {
        None
    }
}

/// The confidence in all answers at once where it is the same, or answer by answer.
fn confidence(worded: &[(String, String, &Readout)]) -> Vec<String> {
    let Some((_, basis, readout)) = worded.first() else { return Vec::new() };
    let same = worded.iter().all(|(_, other, one)| other == basis && one.confidence == readout.confidence);
    if same {
        return vec![format!("Confidence is {}: {basis}.", level(readout.confidence))];
    }
    worded
        .iter()
        .enumerate()
        .map(|(place, (what, basis, readout))| {
            let start = if place == 0 { "On whether" } else { "As to whether" };
            format!("{start} {what}, confidence is {}: {basis}.", level(readout.confidence))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use record::id::HypothesisId;
    use record::judgement::Confidence;
    use record::source::Reliability;

    use super::*;
    use crate::wording::lint::{Options, Stated, lint};
    use crate::wording::sourcing::{Access, Kind};

    fn readout(probability: f64, ambiguity: f64, conflict: f64) -> Readout {
        Readout {
            hypothesis: HypothesisId([1; 16]),
            probability,
            interval: (0.0, 1.0),
            ambiguity,
            conflict,
            confidence: Confidence::Moderate,
            basis: "Two independent roots of two kinds of source.".into(),
        }
    }

    fn said(statements: &[Statement<'_>], sources: &[Described]) -> String {
        paragraph(&Assessment { ladder: Ladder::Icd203, statements, sources, silences: 0 }).unwrap().to_string()
    }

    const OFFICIAL: Described = Described {
        kind: Kind::Official,
        access: Access::Direct,
        reliability: Reliability::B,
        reports: 1,
        dates: None,
    };

    #[test]
    fn a_judgement_is_a_paragraph() {
        let (sends, waits, other) = (readout(0.74, 0.2, 0.1), readout(0.22, 0.2, 0.1), readout(0.04, 0.2, 0.1));
        let statements = [
            Statement { text: "None of these", other: true, readout: &other },
            Statement { text: "The north will wait.", other: false, readout: &waits },
            Statement { text: "Norland will send shells.", other: false, readout: &sends },
        ];
        assert_eq!(
            said(&statements, &[OFFICIAL]),
            "If no one acts, it is likely (74 %) that Norland will send shells. It is unlikely (22 %) that the north will wait. There \
             is almost no chance (4 %) that something else is the case. Confidence is moderate: two independent roots of two kinds of \
             source. This judgement rests on one source: an official with direct access (usually reliable). There was one \
             report."
        );
    }

    #[test]
    fn knowing_little_and_evidence_that_disagrees_are_told_apart() {
        let standing = |ambiguity, conflict| {
            let readout = readout(0.5, ambiguity, conflict);
            let statements = [Statement { text: "It holds.", other: false, readout: &readout }];
            paragraph(&Assessment { ladder: Ladder::Nato, statements: &statements, sources: &[], silences: 0 })
                .unwrap()
                .standing
        };
        assert!(standing(0.61, 0.0).unwrap().starts_with("We know little"));
        assert!(standing(0.15, 0.66).unwrap().contains("the evidence pulls both ways"));
        assert_eq!(standing(0.6, 0.65), None);
    }

    #[test]
    fn confidence_that_differs_is_told_answer_by_answer() {
        let (one, mut two) = (readout(0.6, 0.2, 0.1), readout(0.4, 0.2, 0.1));
        two.confidence = Confidence::Low;
        let statements = [
            Statement { text: "It holds.", other: false, readout: &one },
            Statement { text: "It falls.", other: false, readout: &two },
        ];
        let said =
            paragraph(&Assessment { ladder: Ladder::Icd203, statements: &statements, sources: &[], silences: 0 })
                .unwrap();
        assert_eq!(
            said.confidence,
            [
                "On whether it holds, confidence is moderate: two independent roots of two kinds of source.",
                "As to whether it falls, confidence is low: two independent roots of two kinds of source.",
            ]
        );
    }

    #[test]
    fn what_cannot_be_worded_is_refused() {
        let refused = |statements: &[Statement<'_>]| {
            paragraph(&Assessment { ladder: Ladder::Icd203, statements, sources: &[], silences: 0 })
                .unwrap_err()
                .to_string()
        };
        assert_eq!(refused(&[]), "there is no hypothesis to speak of: state one, such as \"Norland will send shells\"");
        let wrong = readout(f64::NAN, 0.0, 0.0);
        assert!(
            refused(&[Statement { text: "It holds.", other: false, readout: &wrong }]).contains("not a probability")
        );
    }

    fn described() -> impl Strategy<Value = Described> {
        use Access::{Direct, Indirect, Unknown};
        use Reliability::{A, B, C, D, E, F};
        let kinds = vec![
            Kind::Official,
            Kind::Person,
            Kind::Organisation,
            Kind::Outlet,
            Kind::Document,
            Kind::Imagery,
            Kind::Intercept,
            Kind::Other,
        ];
        let dates = prop::option::of((2000_i16..2030, 1_i8..=12, 2000_i16..2030).prop_map(|(year, month, last)| {
            (record::time::CivilDate::Month(year, month), record::time::CivilDate::Year(last))
        }));
        let letters = prop::sample::select(vec![A, B, C, D, E, F]);
        let ways = prop::sample::select(vec![Direct, Indirect, Unknown]);
        (prop::sample::select(kinds), ways, letters, 0_usize..30, dates).prop_map(
            |(kind, access, reliability, reports, dates)| Described { kind, access, reliability, reports, dates },
        )
    }

    prop_compose! {
        fn any_readout()(
            probability in prop_oneof![0.0..=1.0, Just(0.0), Just(1.0), 0.0..0.02, 0.98..1.0],
            ambiguity in 0.0..=1.0,
            conflict in 0.0..=1.0,
            confidence in prop::sample::select(vec![Confidence::Low, Confidence::Moderate, Confidence::High]),
            roots in 0_usize..5,
        ) -> Readout {
            let basis = format!("{roots} independent roots of 2 kinds of source; ambiguity .15, conflict .00");
            Readout { confidence, basis, ..readout(probability, ambiguity, conflict) }
        }
    }

    proptest! {
        /// The house keeps the rules that it holds others to.
        #[test]
        fn a_paragraph_passes_the_linter(
            readouts in prop::collection::vec(any_readout(), 1..5),
            sources in prop::collection::vec(described(), 0..6),
            silences in 0_usize..3,
            ladder in prop::sample::select(Ladder::ALL.to_vec()),
        ) {
            let texts = ["Norland will send shells.", "The north will wait for the vote", "They met in Varn.", "No ship sails."];
            let last = readouts.len() - 1;
            let statements: Vec<Statement<'_>> = readouts
                .iter()
                .zip(texts)
                .enumerate()
                .map(|(place, (readout, text))| Statement { text, other: place == last && last > 0, readout })
                .collect();
            let said = paragraph(&Assessment { ladder, statements: &statements, sources: &sources, silences }).unwrap().to_string();
            // To its own judgements too.
            let of = |one: &&Statement<'_>| !one.other;
            let judgements = statements.iter().filter(of).map(|one| Stated { text: one.text.to_owned(), probability: one.readout.probability });
            let found = lint(&said, &Options { ladder: Some(ladder), judgements: judgements.collect() });
            prop_assert!(found.is_empty(), "{}\n{:?}", said, found);
            prop_assert_eq!(said.matches("If no one acts").count(), 1);
        }
    }
}
