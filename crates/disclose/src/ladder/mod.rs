//! The ladder: a statement taken apart into slots, and for each what else could stand in it, from the most specific to nothing.
//!
//! [`of_claim`] and [`of_line`] take readings apart. What stands in a slot is a [`Detail`] with its [`Rung`]s: date, week,
//! month, season; place, country, region; person, role, organisation; number, range, "several"; quotation, paraphrase.
//! *Each rung is entailed by the one above it*: whoever knows the upper knows the lower, and a sentence with the lower
//! is true where one with the upper is. Where it is not known how precise something is, it has one rung, itself, and is
//! entailed by nothing but itself. Denial, stage, hedge and "somebody says" have no rung by which they could be dropped,
//! and under denial, doubt, a question, a condition, a bound and "all" nothing has any: nothing coarser follows there.
//!
//! [`suggest`] looks for the choice of rungs, over all lines at once, that keeps most and still has the cover that is asked for.

mod actor;
mod fixed;
mod goods;
mod number;
mod place;
mod reduce;
mod sentence;
pub(crate) mod suggest;
#[cfg(test)]
mod suite;
mod when;
mod words;

use record::cover::{Grain, Slot};
use record::span::Span;

#[cfg(test)]
pub(crate) use {number::rungs as of_number, place::rungs as of_place, when::rungs as of_time};

pub(crate) use fixed::is_whole;
pub use reduce::{of_claim, of_line};
pub use sentence::reworded;
pub use suggest::{Effort, Suggestion, Wanted, suggest};

/// The version of the constants by which rungs are weighed and made.
pub const LADDER: u32 = 1;

/// One thing that could stand in a slot.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// How precise it is.
    pub grain: Grain,
    /// What it is compared by; empty where nothing is said.
    pub key: String,
    /// What else it entails that lower rungs do not: a month lies in a year, its season perhaps in two.
    pub also: Vec<String>,
    /// The words of it, for a sentence; empty where nothing is said.
    pub words: String,
    /// How much it tells, in bits: the logarithm of how many such things there are in the common span of a case (ten years, all
    /// countries). Only differences count.
    pub bits: f64,
}

/// What stands in one slot of a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Detail {
    /// The slot.
    pub slot: Slot,
    /// The words as they stand.
    pub text: String,
    /// Where they stand, with the preposition that goes with them, where other words can be put in their place.
    pub span: Option<Span>,
    /// What could stand there: itself first, then ever coarser. Never empty.
    pub rungs: Vec<Rung>,
}

impl Detail {
    /// A detail of which nothing is known but itself.
    pub(crate) fn opaque(slot: Slot, text: &str, key: &str, bits: f64) -> Self {
        let rung = Rung::new(Grain::Exact, format!("{slot}:{key}"), text.to_owned(), bits);
        Self { slot, text: text.to_owned(), span: None, rungs: vec![rung] }
    }

    /// Everything that it entails: keys, each with the grain of the lowest rung that still gives it.
    pub fn entails(&self) -> impl Iterator<Item = (&str, Grain)> {
        self.rungs
            .iter()
            .flat_map(|rung| std::iter::once(&rung.key).chain(&rung.also).map(move |key| (key.as_str(), rung.grain)))
            .filter(|(key, _)| !key.is_empty())
    }
}

impl Rung {
    fn new(grain: Grain, key: String, words: String, bits: f64) -> Self {
        Self { grain, key, also: Vec::new(), words, bits }
    }

    /// Nothing stands there any more.
    pub(crate) fn nothing() -> Self {
        Self::new(Grain::Nothing, String::new(), String::new(), 0.0)
    }
}
