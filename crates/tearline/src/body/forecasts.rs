//! What people forecast, each and together.

use casefile::Forecasts;
use record::step::Forecast;
use serde::Serialize;
use utoipa::ToSchema;

use crate::show::judgement::banner;

/// The forecasts of a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Forecasts)]
pub struct ForecastsShown<'s> {
    /// Their banner.
    pub marking: String,
    /// Everybody's last word, or every word.
    pub forecasts: Vec<ForecastShown<'s>>,
    /// The pool, by the keys of the hypotheses.
    #[schema(value_type = Vec<Object>)]
    pub pooled: Vec<(&'s str, f64)>,
    /// The exponent of the pool.
    pub exponent: f64,
    /// How much more later words count.
    pub recency: f64,
    /// Of how many hypotheses of decided questions that was learnt.
    pub learnt_from: usize,
}

/// What somebody forecast.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Forecast)]
pub struct ForecastShown<'s> {
    /// The banner of all forecasts.
    pub marking: String,
    /// Who.
    pub author: &'s str,
    /// When.
    pub at: String,
    /// By the keys of the hypotheses.
    #[schema(value_type = Vec<Object>)]
    pub probabilities: Vec<(&'s str, f64)>,
    /// On which hypothesis they differ most from the pool, and by how much.
    #[schema(value_type = Option<Object>)]
    pub dissent: Option<(&'s str, f64)>,
    /// Why.
    pub why: &'s str,
}

/// What was forecast: everybody's last word or, where `all`, every word.
pub fn forecasts(forecasts: &Forecasts, all: bool) -> ForecastsShown<'_> {
    let listed = if all { &forecasts.all } else { &forecasts.last };
    let marking = banner(&forecasts.label);
    let keys = forecasts.hypotheses.iter().map(|one| one.key.as_str());
    ForecastsShown {
        marking: marking.clone(),
        forecasts: listed.iter().map(|forecast| one(forecasts, forecast, &marking)).collect(),
        pooled: keys.zip(forecasts.pooled.iter().copied()).collect(),
        exponent: forecasts.pooling.exponent,
        recency: forecasts.pooling.recency,
        learnt_from: forecasts.learnt_from,
    }
}

/// What one person forecast once.
pub fn one<'s>(forecasts: &'s Forecasts, forecast: &'s Forecast, marking: &str) -> ForecastShown<'s> {
    let of = |id| forecast.probabilities.iter().find(|(one, _)| *one == id).map(|(_, p)| *p);
    ForecastShown {
        marking: marking.to_owned(),
        author: &forecast.author,
        at: forecast.at.to_string(),
        probabilities: forecasts.hypotheses.iter().filter_map(|one| Some((one.key.as_str(), of(one.id)?))).collect(),
        dissent: forecasts.dissent(forecast).map(|(hypothesis, by)| (hypothesis.key.as_str(), by)),
        why: &forecast.why,
    }
}
