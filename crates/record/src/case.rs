//! A case: a question, the hypotheses that answer it, and the evidence for and against them.

use serde::{Deserialize, Serialize};

use crate::id::{CaseId, ClaimId, HypothesisId, IndicatorId, RootId};
use crate::source::Reliability;
use crate::time::{CivilDate, Micros};

/// A question with everything known about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The question.
    pub question: String,
    /// When it was opened.
    pub opened: Micros,
    /// By whom.
    pub author: String,
}

/// The key of the hypothesis that is always there: none of the others.
pub const OTHER: &str = "other";

/// One answer to the question. The hypotheses of a case exclude each other, and [`OTHER`] makes them exhaustive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hypothesis {
    /// Its id.
    pub id: HypothesisId,
    /// The short word by which evidence speaks of it.
    pub key: String,
    /// What it says.
    pub text: String,
    /// Its probability before any evidence, between 0 and 1. OTHER holds what the stated ones leave.
    pub prior: f64,
    /// Why that prior.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// A band of P(e|h): how likely this evidence would be if the hypothesis were true. Both ends lie inside (0, 1): a
/// likelihood of 0 or 1 could never be moved back by anything later.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The lower end.
    pub low: f64,
    /// The upper end, not below the lower one.
    pub high: f64,
}

/// A root of evidence: one independent origin, however many documents repeat it, and how it bears on the hypotheses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Root {
    /// Its id.
    pub id: RootId,
    /// Who or what the origin is, in an analyst's words.
    pub name: String,
    /// How reliable it is, where the house register does not say.
    pub grade: Reliability,
    /// Whether the register's grade of the source that its most direct claim comes from stands instead, as it is when
    /// somebody weighs.
    #[serde(default, skip_serializing_if = "is_false")]
    pub by_register: bool,
    /// What kind of source it is; confidence asks for two kinds.
    pub kind: crate::reading::SourceKind,
    /// Whether the origin is known. Roots of unknown origin may all be one.
    pub origin: Origin,
    /// P(e|h) for each hypothesis of the case.
    pub likelihoods: Vec<(HypothesisId, Band)>,
    /// The claims that speak for it, the most direct first.
    pub claims: Vec<ClaimId>,
    /// Why it bears on the hypotheses as stated.
    pub why: String,
    /// When it was said or seen. `None` where its documents have no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
    /// How surely it is put, 0 to 1, as a factor of trust.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub certainty: f64,
    /// Whether a party says it in its own cause, and would say it in any case.
    #[serde(default, skip_serializing_if = "is_false")]
    pub interested: bool,
    /// The indicator that it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    /// Who entered it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When it was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Micros>,
}

fn whole() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_whole(share: &f64) -> bool {
    *share == 1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

/// How roots depend on each other, by what they share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dependence {
    /// They may be one.
    Same,
    /// They draw on the same material: two services that read the same intercept.
    SameMaterial,
    /// They belong to the same body: two officials of one ministry.
    SameBody,
    /// They are open to the same influence: two outlets of one state.
    SameInfluence,
}

impl Dependence {
    /// In words.
    pub fn told(self) -> &'static str {
        match self {
            Self::Same => "they may be one",
            Self::SameMaterial => "they draw on the same material",
            Self::SameBody => "they belong to the same body",
            Self::SameInfluence => "they are open to the same influence",
        }
    }
}

/// Whether it is known where a root comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// It is known, and no other root is the same.
    Known,
    /// It is not known: it may be the same as any other of unknown origin.
    Unknown,
}
