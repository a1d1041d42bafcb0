//! How good judgements, people, sources and indicators were, where the outcome is known.

use casefile::Scores;
use serde::Serialize;
use utoipa::ToSchema;

/// How good judgements, people, sources and indicators were.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Scores)]
pub struct ScoresShown<'s> {
    marking: Option<&'s str>,
    cases: Vec<CaseRow<'s>>,
    #[schema(value_type = Vec<Object>)]
    acted_on: &'s [(String, Vec<String>)],
    people: Vec<PersonRow<'s>>,
    sources: Vec<RecordRow<'s>>,
    indicators: Vec<RecordRow<'s>>,
    calibration: Vec<BinRow>,
    reliability: Option<f64>,
    resolution: Option<f64>,
    uncertainty: Option<f64>,
}

/// A case that is resolved.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseRow<'s> {
    question: &'s str,
    outcome: &'s str,
    on: String,
    how: &'s str,
    probability: f64,
    brier: f64,
    log: f64,
}

/// How good somebody's forecasts were.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonRow<'s> {
    name: &'s str,
    cases: usize,
    brier: f64,
    log: f64,
}

/// How often a source or an indicator pointed to what came true.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordRow<'s> {
    name: &'s str,
    right: f64,
    wrong: f64,
}

/// Judgements of about one probability, and how often they came true.
#[derive(Debug, Serialize, ToSchema)]
pub struct BinRow {
    low: f64,
    high: f64,
    forecasts: usize,
    mean: f64,
    came_true: f64,
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
