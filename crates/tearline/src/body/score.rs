//! How good judgements, people, sources and indicators were, where the outcome is known.

use casefile::Scores;
use serde::Serialize;
use utoipa::ToSchema;

/// How good judgements, people, sources and indicators were.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Scores)]
pub struct ScoresShown<'s> {
    pub marking: Option<&'s str>,
    pub cases: Vec<CaseRow<'s>>,
    #[schema(value_type = Vec<Object>)]
    pub acted_on: &'s [(String, Vec<String>)],
    pub people: Vec<PersonRow<'s>>,
    pub sources: Vec<RecordRow<'s>>,
    pub indicators: Vec<RecordRow<'s>>,
    pub calibration: Vec<BinRow>,
    reliability: Option<f64>,
    resolution: Option<f64>,
    uncertainty: Option<f64>,
}

/// A case that is resolved.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseRow<'s> {
    pub question: &'s str,
    pub outcome: &'s str,
    pub on: String,
    how: &'s str,
    pub probability: f64,
    pub brier: f64,
    pub log: f64,
}

/// How good somebody's forecasts were.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonRow<'s> {
    pub name: &'s str,
    pub cases: usize,
    pub brier: f64,
    pub log: f64,
}

/// How often a source or an indicator pointed to what came true.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordRow<'s> {
    pub name: &'s str,
    pub right: f64,
    pub wrong: f64,
}

/// Judgements of about one probability, and how often they came true.
#[derive(Debug, Serialize, ToSchema)]
pub struct BinRow {
    pub low: f64,
    pub high: f64,
    pub forecasts: usize,
    pub mean: f64,
    pub came_true: f64,
}

/// The scores, under the banner of all that they rest on.
pub fn scores<'s>(marking: Option<&'s str>, scores: &'s Scores) -> ScoresShown<'s> {
    ScoresShown {
        marking,
        cases: scores
            .cases
            .iter()
            .map(|one| CaseRow {
                question: &one.question,
                outcome: &one.outcome.key,
                on: one.resolution.on.to_string(),
                how: &one.resolution.how,
                probability: one.probability,
                brier: one.brier,
                log: one.log,
            })
            .collect(),
        acted_on: &scores.acted_on,
        people: scores
            .people
            .iter()
            .map(|one| PersonRow { name: &one.name, cases: one.cases, brier: one.brier, log: one.log })
            .collect(),
        sources: records(&scores.sources),
        indicators: records(&scores.indicators),
        calibration: scores
            .bins
            .iter()
            .map(|bin| BinRow {
                low: bin.low,
                high: bin.high,
                forecasts: bin.forecasts,
                mean: bin.mean,
                came_true: bin.came_true,
            })
            .collect(),
        reliability: scores.decomposition.map(|parts| parts.reliability),
        resolution: scores.decomposition.map(|parts| parts.resolution),
        uncertainty: scores.decomposition.map(|parts| parts.uncertainty),
    }
}

fn records(all: &[(String, weigh::v1::Record)]) -> Vec<RecordRow<'_>> {
    all.iter().map(|(name, record)| RecordRow { name, right: record.right, wrong: record.wrong }).collect()
}
