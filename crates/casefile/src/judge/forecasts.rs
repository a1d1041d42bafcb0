//! Forecasts of several people, and what they come to together.

use std::collections::BTreeMap;

use record::case::{Hypothesis, OTHER};
use record::id::{CaseId, ForecastId, HypothesisId};
use record::label::Label;
use record::step::{Forecast, Step};
use record::viewer::Viewer;
use weigh::v1::{Pooling, Scored};

use super::LEAST;
use super::board::{Board, When};
use crate::access::Visible;
use crate::journal::Change;
use crate::{Casefile, CasefileError, Result, may_write};

/// What people think likely, each alone and together.
#[derive(Debug, Clone)]
pub struct Forecasts {
    /// The hypotheses, OTHER last.
    pub hypotheses: Vec<Hypothesis>,
    /// Everything that was forecast, in the order it was.
    pub all: Vec<Forecast>,
    /// The last word of each person, in the order they gave it.
    pub last: Vec<Forecast>,
    /// The pooled probabilities, in the order of the hypotheses; empty without forecasts.
    pub pooled: Vec<f64>,
    /// How they were pooled.
    pub pooling: Pooling,
    /// On how many hypotheses of decided questions that was learnt.
    pub learnt_from: usize,
    /// The join of everything it rests on.
    pub label: Label,
}

impl Forecasts {
    /// How far a person's word lies from the pool: the most that any hypothesis differs, and by how much.
    pub fn dissent(&self, forecast: &Forecast) -> Option<(&Hypothesis, f64)> {
        let differ = |(hypothesis, pooled): (&'_ Hypothesis, &f64)| probability(forecast, hypothesis.id) - pooled;
        let all = self.hypotheses.iter().zip(&self.pooled);
        all.map(|(hypothesis, pooled)| (hypothesis, differ((hypothesis, pooled))))
            .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
    }
}

/// What a forecast gives a hypothesis. One that came later has no part in it yet.
pub(super) fn probability(forecast: &Forecast, id: HypothesisId) -> f64 {
    forecast.probabilities.iter().find(|(one, _)| *one == id).map_or(0.0, |(_, p)| *p)
}

impl Casefile {
    /// Enters what the viewer thinks likely: a probability for the key of each hypothesis; OTHER has what they leave where it
    /// is not named. It carries the label of everything that its author could see in the case, since it may rest on that.
    ///
    /// # Errors
    /// Where a hypothesis is missing or not there, a probability is certain, or they do not sum to 1.
    pub async fn give_forecast(
        &self,
        viewer: &Viewer,
        case: CaseId,
        stated: &[(String, f64)],
        why: &str,
    ) -> Result<Forecast> {
        let id = ForecastId::from_chance(self.seams.chance());
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let board = self.board(&visible, case, When::default()).await?;
            if board.resolution.is_some() {
                return Err(CasefileError::Hindsight);
            }
            let probabilities = shares(&board.hypotheses, stated)?;
            let (author, at) = (viewer.name.clone(), self.seams.now());
            let forecast = Forecast { id, author, at, probabilities, why: why.to_owned() };
            let kept = self.store.kept(&visible, case).await?;
            let label = kept.iter().fold(board.label, |label, kept| label.join(&kept.label));
            may_write(viewer, &label)?;
            let step = Step::ForecastGiven { forecast: forecast.clone() };
            let change = Change::StepTaken { step: Box::new(step) };
            self.enter(viewer, case, seen, label, why, change, &[]).await?;
            Ok(forecast)
        })
        .await
    }

    /// What people think likely.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn forecasts(&self, viewer: &Viewer, case: CaseId) -> Result<Forecasts> {
        let visible = self.store.visible(viewer).await?;
        let board = self.board(&visible, case, When::default()).await?;
        self.pooled(&visible, &board, case, When::default()).await
    }

    pub(super) async fn pooled(&self, visible: &Visible, board: &Board, case: CaseId, when: When) -> Result<Forecasts> {
        let mut last: BTreeMap<&str, &Forecast> = BTreeMap::new();
        for forecast in &board.forecasts {
            last.insert(&forecast.author, forecast);
        }
        let mut last: Vec<Forecast> = last.into_values().cloned().collect();
        last.sort_by_key(|forecast| forecast.at);
        // One that was given before a hypothesis was split off OTHER says nothing of that, and is kept and not pooled.
        let whole = |forecast: &&Forecast| board.hypotheses.iter().all(|one| probability(forecast, one.id) > 0.0);
        let pooled_from: Vec<&Forecast> = last.iter().filter(whole).collect();
        let (mut pooling, mut learnt_from, mut pooled) = (Pooling::default(), 0, Vec::new());
        let mut label = board.label.clone();
        if !pooled_from.is_empty() {
            let (history, labels) = self.scored_forecasts(visible, case, when).await?;
            pooling = Pooling::learn(&history)?;
            if history.len() >= weigh::v1::LEAST {
                learnt_from = history.len();
                label = labels.iter().fold(label, |label, one| label.join(one));
            }
            for hypothesis in &board.hypotheses {
                let said: Vec<f64> = pooled_from.iter().map(|one| probability(one, hypothesis.id)).collect();
                pooled.push(pooling.pool(&said)?);
            }
            let sum: f64 = pooled.iter().sum();
            pooled.iter_mut().for_each(|p| *p /= sum);
        }
        let all = board.forecasts.clone();
        Ok(Forecasts { hypotheses: board.hypotheses.clone(), all, last, pooled, pooling, learnt_from, label })
    }

    /// What people forecast in other cases that are resolved, hypothesis by hypothesis, with whether it came true.
    async fn scored_forecasts(
        &self,
        visible: &Visible,
        except: CaseId,
        when: When,
    ) -> Result<(Vec<Scored>, Vec<Label>)> {
        let (mut history, mut labels) = (Vec::new(), Vec::new());
        for case in self.store.cases_with_step(visible, "case-resolved").await? {
            if case == except {
                continue;
            }
            let Some(decided) = self.decided(visible, case, when).await? else { continue };
            labels.push(decided.label.clone());
            for hypothesis in &decided.hypotheses {
                let mut last: BTreeMap<&str, &Forecast> = BTreeMap::new();
                for forecast in &decided.forecasts {
                    last.insert(&forecast.author, forecast);
                }
                let mut last: Vec<&Forecast> = last.into_values().collect();
                last.sort_by_key(|forecast| forecast.at);
                let forecasts: Vec<f64> =
                    last.iter().map(|one| probability(one, hypothesis.id)).filter(|p| *p > 0.0 && *p < 1.0).collect();
                if !forecasts.is_empty() {
                    history.push(Scored { forecasts, outcome: hypothesis.id == decided.resolution.outcome });
                }
            }
        }
        Ok((history, labels))
    }
}

/// Probabilities by the ids of all hypotheses.
fn shares(hypotheses: &[Hypothesis], stated: &[(String, f64)]) -> Result<Vec<(HypothesisId, f64)>> {
    let mut shares = Vec::new();
    for (key, probability) in stated {
        let found = hypotheses.iter().find(|one| one.key == *key);
        let found = found.ok_or_else(|| CasefileError::Unknown { kind: "hypothesis", name: key.clone() })?;
        if shares.iter().any(|(id, _)| *id == found.id) {
            return Err(CasefileError::Same(key.clone()));
        }
        if !(LEAST..=1.0 - LEAST).contains(probability) {
            return Err(CasefileError::Certain { key: key.clone(), probability: *probability });
        }
        shares.push((found.id, *probability));
    }
    let sum: f64 = shares.iter().map(|(_, p)| p).sum();
    let missing: Vec<&Hypothesis> =
        hypotheses.iter().filter(|one| !shares.iter().any(|(id, _)| *id == one.id)).collect();
    match missing.as_slice() {
        [] if (sum - 1.0).abs() < 1e-9 => Ok(shares),
        [other] if other.key == OTHER && 1.0 - sum >= LEAST => {
            shares.push((other.id, 1.0 - sum));
            Ok(shares)
        }
        [] => Err(CasefileError::ForecastSum(sum)),
        [other] if other.key == OTHER => Err(CasefileError::ForecastSum(sum)),
        [first, ..] => Err(CasefileError::NotForecast(first.key.clone())),
    }
}
