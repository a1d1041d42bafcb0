//! The two small models of events: one gives the root, the other says which event of a sentence is the main one.

use std::sync::OnceLock;

use super::features::Features;
use super::kind::Root;
use crate::model::lookup::Lookup;
use crate::model::rows::{LABELS, RowWeights, Scores};
use crate::model::{Aligned, Model, ModelError};
use crate::name::gazetteer::{self, Gazetteer};

/// The models.
#[derive(Debug, Clone)]
pub struct EventModel<'m> {
    roots: RowWeights<'m>,
    rank: Lookup<'m>,
    sides: Lookup<'m>,
    pairs: Lookup<'m>,
    gazetteer: Gazetteer<'static>,
}

/// The models that are compiled in, opened once.
///
/// # Errors
/// If they are damaged or made for another version.
pub fn embedded() -> Result<&'static EventModel<'static>, &'static ModelError> {
    static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../models/events.bin"));
    static MODEL: OnceLock<Result<EventModel<'static>, ModelError>> = OnceLock::new();
    MODEL.get_or_init(|| EventModel::open(&BYTES.0)).as_ref()
}

impl<'m> EventModel<'m> {
    /// Reads the models from their bytes.
    ///
    /// # Errors
    /// If they are no models of this kind and version.
    pub fn open(bytes: &'m [u8]) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "events")?;
        let gazetteer = gazetteer::embedded()?;
        Ok(Self {
            roots: RowWeights::open(model.section("roots")?)?,
            rank: Lookup::open(model.section("rank")?)?,
            sides: Lookup::open(model.section("sides")?)?,
            pairs: Lookup::open(model.section("pairs")?)?,
            gazetteer,
        })
    }

    /// The classes of words that the features speak of.
    pub fn gazetteer(&self) -> &Gazetteer<'static> {
        &self.gazetteer
    }

    /// What speaks for each root.
    pub fn scores(&self, features: &[u64]) -> Scores {
        let mut scores = [0; LABELS];
        self.roots.score(features, &mut scores);
        scores
    }

    /// The root of an event by its features, as the model knows roots, and by how much it leads.
    pub fn root(&self, features: &Features) -> (Root, i32) {
        leading(&self.scores(features.hashes()))
    }

    /// How much speaks for an event as the main one of its sentence.
    pub fn rank(&self, features: &[u64]) -> i32 {
        sum(&self.rank, features)
    }

    /// How much speaks for somebody as the actor and as the target of an event.
    pub fn side(&self, features: &[u64]) -> [i32; 2] {
        let mut scores = [0; 2];
        for weight in features.iter().filter_map(|feature| self.sides.get(*feature)) {
            scores[0] += i32::from((weight >> 16) as i16);
            scores[1] += i32::from(weight as i16);
        }
        scores
    }

    /// How much speaks for two as the sides of one event, beside what speaks for each.
    pub fn pair(&self, features: &[u64]) -> i32 {
        sum(&self.pairs, features)
    }
}

fn sum(weights: &Lookup<'_>, features: &[u64]) -> i32 {
    let weights = features.iter().filter_map(|feature| weights.get(*feature));
    weights.fold(0, |sum: i32, weight| sum.saturating_add(weight.cast_signed()))
}

/// The root for which most speaks of those that are learnt, and by how much it leads.
pub fn leading(scores: &Scores) -> (Root, i32) {
    let (mut best, mut top, mut second) = (Root::Comment, i16::MIN, i16::MIN);
    for (root, score) in Root::ALL.iter().zip(scores).filter(|(root, _)| root.is_learnt()) {
        if *score > top {
            (best, top, second) = (*root, *score, top);
        } else {
            second = second.max(*score);
        }
    }
    (best, i32::from(top) - i32::from(second))
}
