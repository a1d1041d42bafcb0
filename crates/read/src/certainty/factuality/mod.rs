//! How far a text presents an event as having happened, for one predicate of a parsed sentence.
//!
//! Two things are asked apart. *Whether it is denied* is settled by rule: negation, and predicates such as "fail to",
//! hand a denial down to what they embed ([`chain`]). *How far it is committed to* is learnt: a linear model over the
//! clause, the clauses above it and the words beside it ([`features`]) says how far people who read such a sentence took
//! the event for one that happened. People asked whether something "did or will happen" answer *no* both to what is
//! denied and to what is merely planned, and often *yes* to a denial that they take for true; a reader of reports must
//! tell these apart. So what is learnt fills the scale from *open* to *certainly*, and only a denial goes below.

pub mod chain;
pub mod clause;
pub mod features;
pub mod scale;
pub mod signs;

use std::ops::Range;

use self::chain::{Chain, Told};
use self::features::Features;
use self::scale::Scale;
use self::signs::Signs;
use crate::attribute::analysis::Analysis;
use crate::language::{EN, Language};
use crate::model::lookup::Lookup;
use crate::model::{Aligned, Model, ModelError};

/// The ends of the scale, in thousandths: certainly not, certainly.
pub const ENDS: (i32, i32) = (-3000, 3000);

/// How much of the distance between a learnt answer and *certainly* stays, in percent: half and a little more, so that
/// *not, or not yet* comes to stand near *open*, and what is learnt of open events still tells them apart.
const LIFT: i64 = 55;
/// The most that can be said of what rules find left open.
const OPEN: i64 = 1800;
/// What *will* alone says; it meets what is learnt halfway.
const FORETOLD: i64 = 2000;
/// The least that a plain denial says.
const DENIED: i64 = 750;

/// The model that says whether events happened.
#[derive(Debug, Clone)]
pub struct Factuality<'m> {
    weights: Lookup<'m>,
    scale: Scale<'m>,
    signs: Signs,
}

/// The model that is compiled into the program.
///
/// # Errors
/// If it is damaged or made for another version.
pub fn embedded() -> Result<Factuality<'static>, ModelError> {
    static MODEL: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../../models/factuality.bin"));
    Factuality::open(&MODEL.0, &EN)
}

impl<'m> Factuality<'m> {
    /// Reads the model from its bytes, for text in `language`.
    ///
    /// # Errors
    /// If they are not a model of this kind and version.
    pub fn open(bytes: &'m [u8], language: &Language) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "factual")?;
        Ok(Self {
            weights: Lookup::open(model.section("weights")?)?,
            scale: Scale::open(model.section("scale")?)?,
            signs: Signs::new(language),
        })
    }

    /// How far the text presents the event of token `at`, in `sentence`, as having happened, in thousandths: -3000
    /// certainly not, 0 left open, 3000 certainly. A token outside the sentence or the document is open.
    pub fn score(&self, all: &Analysis, sentence: &Range<usize>, at: usize) -> i32 {
        if !sentence.contains(&at) || sentence.end > all.word.len() {
            return 0;
        }
        let chain = Chain::of(all, at, &self.signs);
        let mut features = Features::default();
        features.extract(all, sentence, &chain, &self.signs);
        answer(self.scale.answer(self.sum(&features)), chain.told())
    }

    /// The sum of the features' weights, in thousandths.
    fn sum(&self, features: &Features) -> i32 {
        let weights = features.hashes().iter().filter_map(|feature| self.weights.get(*feature));
        weights.fold(0, |sum: i32, weight| sum.saturating_add(weight.cast_signed()))
    }
}

/// The answer on the whole scale, from what was learnt of an event that is not denied and what it is told as.
pub fn answer(learnt: i32, told: Told) -> i32 {
    let top = i64::from(ENDS.1);
    let lifted = top - (top - i64::from(learnt)) * LIFT / 100;
    let answer = match told {
        Told::So => lifted,
        Told::Open => lifted.min(OPEN),
        Told::Foretold => (lifted + FORETOLD) / 2,
        Told::Doubted => -lifted / 2,
        Told::NotSo => -(lifted / 2 + DENIED),
    };
    i32::try_from(answer).unwrap_or(0).clamp(ENDS.0, ENDS.1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use record::span::Span;

    use super::*;
    use crate::segment::segment;

    /// The answers for the words in brackets.
    fn scores(text: &str) -> Vec<i32> {
        let (plain, mut marked) = (text.replace(['[', ']'], ""), Vec::new());
        let mut removed = 0;
        for (at, letter) in text.char_indices() {
            if letter == '[' {
                marked.push(at - removed);
            }
            removed += usize::from(matches!(letter, '[' | ']'));
        }
        let segments = segment(&plain, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(&plain, &segments, &[], &tagger, &parser);
        let model = embedded().unwrap();
        let token = |start: usize| segments.tokens.iter().position(|token: &Span| token.start == start).unwrap();
        let sentence = |at: usize| &segments.sentences.iter().find(|one| one.tokens.contains(&at)).unwrap().tokens;
        marked.into_iter().map(token).map(|at| model.score(&all, sentence(at), at)).collect()
    }

    fn score(text: &str) -> i32 {
        scores(text)[0]
    }

    fn happened(text: &str) {
        assert!(score(text) > 2000, "{text} gives {}", score(text));
    }

    fn left_open(text: &str) {
        assert!((-900..2000).contains(&score(text)), "{text} gives {}", score(text));
    }

    fn did_not_happen(text: &str) {
        assert!(score(text) < -900, "{text} gives {}", score(text));
    }

    #[test]
    fn a_plain_report_happened() {
        happened("Corvania [sent] two ships to Verrin in March.");
        happened("The ministry [approved] the sale on Monday.");
        happened("The shipment was [delivered] last week.");
        happened("Troops have [crossed] the river, the mayor said.");
    }

    #[test]
    fn what_is_denied_did_not_happen() {
        did_not_happen("Corvania did not [send] ships to Verrin.");
        did_not_happen("Corvania never [sent] the ships.");
        did_not_happen("The shipment was not [delivered].");
        did_not_happen("No ships were [sent] to Verrin.");
        did_not_happen("Nobody [signed] the letter.");
    }

    #[test]
    fn what_might_be_stands_between() {
        let [sent, might, not] = ["[sent]", "might [send]", "did not [send]"]
            .map(|verb| score(&format!("Corvania {verb} ships to Verrin.")));
        assert!(not + 1000 < might && might + 1000 < sent, "{not} {might} {sent}");
        left_open("Corvania may [supply] the missiles next year.");
        left_open("The council could [approve] the sale.");
    }

    #[test]
    fn failing_to_is_a_denial_and_managing_to_is_none() {
        did_not_happen("Corvania failed to [send] the ships.");
        did_not_happen("The ministry refused to [answer] the question.");
        assert!(score("Corvania managed to [send] the ships.") > 1000);
        did_not_happen("Corvania did not manage to [send] the ships.");
        assert!(score("Corvania did not fail to [send] the ships.") > 0);
    }

    #[test]
    fn plans_wishes_and_conditions_are_left_open() {
        left_open("Corvania plans to [send] ships to Verrin.");
        left_open("The minister wants to [send] ships to Verrin.");
        left_open("If they [send] ships, the council will meet.");
        left_open("Corvania agreed to [send] ships.");
        left_open("The government is considering whether to [send] ships.");
        left_open("The council urged Corvania to [send] ships.");
        left_open("Did Corvania [send] ships?");
        left_open("An [attack] is possible.");
    }

    #[test]
    fn what_somebody_denies_is_far_below_what_somebody_confirms() {
        did_not_happen("The minister denied that they [sent] ships.");
        let confirmed = score("The minister confirmed that they [sent] ships.");
        assert!(confirmed > 2000, "{confirmed}");
    }

    #[test]
    fn what_is_believed_or_alleged_is_below_what_is_reported() {
        let flat = score("Corvania [sent] ships.");
        for text in [
            "Officials believe Corvania [sent] ships.",
            "Corvania allegedly [sent] ships.",
            "It appears that they [sent] ships.",
        ] {
            assert!(score(text) + 800 < flat, "{text} gives {}, and {flat} without a hedge", score(text));
        }
        did_not_happen("It is unlikely that they [sent] ships.");
    }

    #[test]
    fn what_will_be_is_above_what_may_be() {
        assert!(score("Corvania will [send] ships.") > score("Corvania might [send] ships.") + 300);
        assert!(score("Corvania will not [send] ships.") + 300 < score("Corvania might not [send] ships."));
    }

    #[test]
    fn what_was_cancelled_or_has_yet_to_come_did_not_happen() {
        did_not_happen("Corvania cancelled the [sale] of ships.");
        assert!(score("Corvania has yet to [send] the ships.") < 0);
        happened("Corvania announced the [sale] of ships.");
    }

    #[test]
    fn the_denial_itself_happened() {
        happened("The minister [denied] that they sent ships.");
        happened("Corvania [failed] to send the ships.");
    }

    #[test]
    fn not_only_is_no_denial() {
        happened("Corvania not only [sent] ships but also trained crews.");
    }

    #[test]
    fn a_denial_does_not_reach_the_clause_after_but() {
        let both = scores("The army did not [attack] the town but [shelled] the bridge.");
        assert!(both[0] < -900 && both[1] > 1000, "{both:?}");
    }

    #[test]
    fn a_token_outside_the_sentence_is_left_open() {
        let model = embedded().unwrap();
        assert_eq!(model.score(&Analysis::default(), &(0..0), 0), 0);
        assert_eq!(model.score(&Analysis::default(), &(0..9), 3), 0);
    }

    #[test]
    fn a_damaged_model_is_an_error() {
        let bytes = include_bytes!("../../../../../models/factuality.bin");
        assert!(Factuality::open(bytes, &EN).is_ok());
        for end in [0, 1, 20, 100, 5000, bytes.len() / 2, bytes.len() - 1] {
            assert!(Factuality::open(&bytes[..end], &EN).is_err(), "cut at {end}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_is_scored_within_the_scale(
            words in prop::collection::vec(
                prop_oneof!["not", "if", "failed", "to", "send", "sent", "no", ",", "may", "and", "that", "\\PC{0,6}"], 0..40,
            )
        ) {
            let text = words.join(" ");
            let segments = segment(&text, &EN);
            let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
            let all = Analysis::of(&text, &segments, &[], &tagger, &parser);
            let model = embedded().unwrap();
            for sentence in &segments.sentences {
                for at in sentence.tokens.clone() {
                    prop_assert!((ENDS.0..=ENDS.1).contains(&model.score(&all, &sentence.tokens, at)));
                }
            }
        }
    }
}
