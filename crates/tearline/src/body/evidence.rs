//! Hypotheses, roots of evidence, and indicators.

use casefile::{Frame, IndicatorRow, Proposed, Standing, Weighing, proposed_credibility};
use record::case::{Hypothesis, Root};
use record::step::Indicator;
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;

/// The hypotheses, OTHER last, with the horizon and what is taken for granted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Hypotheses)]
pub struct HypothesesShown<'s> {
    /// Each with `id`, `key`, `text`, `prior` and `why`.
    #[schema(value_type = Vec<Object>)]
    pub hypotheses: &'s [Hypothesis],
    /// `horizon`, `how` and `assumptions`.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub frame: &'s Frame,
}

/// A root of evidence.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Root)]
pub struct RootShown<'r> {
    /// The banner of all roots together.
    pub marking: &'r str,
    /// The root as it was entered: `id`, `name`, `grade`, `kind`, `origin`, `likelihoods`, `claims`, `why` and more.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub root: &'r Root,
    /// The figure of the Admiralty system that corroboration proposes.
    pub proposed_credibility: Option<u8>,
}

/// The roots of a case, with what corroboration proposes where they are weighed.
pub fn roots<'r>(marking: &'r str, roots: &'r [Root], weighing: Option<&Weighing>) -> Vec<RootShown<'r>> {
    let credibility = |root: &Root| {
        let weighing = weighing?;
        let place = weighing.roots.iter().position(|one| one.root.id == root.id)?;
        Some(proposed_credibility(weighing, place))
    };
    roots.iter().map(|root| RootShown { marking, root, proposed_credibility: credibility(root) }).collect()
}

/// An indicator and how it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Indicator)]
pub struct IndicatorShown<'r> {
    /// The banner of all indicators together.
    pub marking: &'r str,
    /// The indicator as it was stated: `id`, `text`, `pattern`, `from`, `until`, `likelihoods`, `why` and more.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub indicator: &'r Indicator,
    /// open, seen, undecided or silent.
    #[schema(value_type = String)]
    pub standing: Standing,
}

/// The indicators of a case.
pub fn indicators<'r>(marking: &'r str, rows: &'r [IndicatorRow]) -> Vec<IndicatorShown<'r>> {
    let shown = |row: &'r IndicatorRow| IndicatorShown { marking, indicator: &row.indicator, standing: row.standing };
    rows.iter().map(shown).collect()
}

/// A claim that may show an indicator.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Match)]
pub struct MatchShown<'m> {
    /// The indicator, by its text.
    pub indicator: &'m str,
    /// The claim.
    pub claim: String,
    /// The name of the document that it stands in.
    pub document: &'m str,
    /// When that was published.
    pub date: Option<String>,
    /// Who says it.
    pub source: &'m str,
    /// What it says.
    pub content: &'m str,
    /// Why it may show the indicator.
    pub reasons: &'m [String],
}

impl<'m> From<&'m Proposed> for MatchShown<'m> {
    fn from(one: &'m Proposed) -> Self {
        Self {
            indicator: &one.indicator.text,
            claim: one.claim.id.to_string(),
            document: &one.claim.document.name,
            date: printed(one.claim.document.date),
            source: &one.claim.claim.source.text,
            content: &one.claim.claim.content.text,
            reasons: &one.reasons,
        }
    }
}
