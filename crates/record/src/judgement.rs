//! A judgement: what is likely, how much is known, how much the evidence pulls both ways, each apart from the others.

use serde::{Deserialize, Serialize};

use crate::id::{HypothesisId, RootId};

/// The judgement on every hypothesis of a case, with the entries that led to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// The version of the method and of its constants: `v1`.
    pub method: String,
    /// One read-out per hypothesis, in the order of the case.
    pub readouts: Vec<Readout>,
    /// One entry per root, in the order they came.
    pub ledger: Vec<Entry>,
    /// The entropy over the hypotheses, as a share of the most it could be: 1 when all are equally likely. It tells
    /// "we do not know which" apart from ambiguity, "we have seen little".
    pub entropy: f64,
}

/// What is thought of one hypothesis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Readout {
    /// Which hypothesis.
    pub hypothesis: HypothesisId,
    /// Its probability.
    pub probability: f64,
    /// The least and the most it could be within the bands of the likelihoods.
    pub interval: (f64, f64),
    /// u: how little evidence there is, 1 with none, towards 0 with much.
    pub ambiguity: f64,
    /// c: how much the evidence pulls both ways, 0 to 1.
    pub conflict: f64,
    /// High, moderate or low.
    pub confidence: Confidence,
    /// What the confidence rests on, in words.
    pub basis: String,
}

/// How far a judgement can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Little evidence, or strong evidence both ways, or a single root.
    Low,
    /// Neither low nor high.
    Moderate,
    /// Much evidence of several kinds that agrees.
    High,
}

/// What one root did to the judgement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Which root.
    pub root: RootId,
    /// Per hypothesis, in the order of the case, in nano-nats: w, the weight of this root for it against the others.
    /// It does not depend on the order in which roots came.
    pub weight: Vec<i64>,
    /// Per hypothesis: the change in its log-odds, in nats, when this root was added after those before it.
    pub moved: Vec<f64>,
}
