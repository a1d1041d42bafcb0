//! Resolution: which hypothesis came true, and how good everybody was.

use std::collections::BTreeMap;

use record::case::Hypothesis;
use record::id::CaseId;
use record::label::Label;
use record::step::{Forecast, Resolution, Step};
use record::time::CivilDate;
use record::viewer::Viewer;
use weigh::v1::{self, Bin, Decomposition, Options, Record, WeighedRoot, Weigher};

use super::board::{Weighable, When};
use super::forecasts::probability;
use super::track::before;
use super::word;
use crate::{Casefile, CasefileError, Result};

/// How good everybody was, over the cases that are resolved.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// The cases, each with what came true and how the judgement on its last day scores.
    pub cases: Vec<CaseScore>,
    /// Cases left out since somebody acted on what they knew, with what was done.
    pub acted_on: Vec<(String, Vec<String>)>,
    /// By person: how many cases, and the mean of the Brier and the log scores of the last words.
    pub people: Vec<Score>,
    /// By source: how often it pointed to what came true.
    pub sources: Vec<(String, Record)>,
    /// By indicator: what came of it, and whether that pointed to what came true.
    pub indicators: Vec<(String, Record)>,
    /// The judgements on single hypotheses in bins, for a chart of calibration.
    pub bins: Vec<Bin>,
    /// The Brier score of those taken apart.
    pub decomposition: Option<Decomposition>,
    /// The join of everything it rests on.
    pub label: Option<Label>,
}

/// A resolved case.
#[derive(Debug, Clone)]
pub struct CaseScore {
    /// Its question.
    pub question: String,
    /// What came true.
    pub outcome: Hypothesis,
    /// When that was known, and what showed it.
    pub resolution: Resolution,
    /// What the judgement gave to it on the last day before.
    pub probability: f64,
    /// The Brier score of that judgement, 0 to 1.
    pub brier: f64,
    /// Its log score, in nats.
    pub log: f64,
}

/// How good somebody was.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Who.
    pub name: String,
    /// Over how many cases.
    pub cases: usize,
    /// The mean of their Brier scores, 0 to 1.
    pub brier: f64,
    /// The mean of their log scores, in nats.
    pub log: f64,
}

/// What is summed of one person.
#[derive(Debug, Default)]
struct Summed {
    cases: usize,
    brier: f64,
    log: f64,
}

impl Casefile {
    /// Enters which hypothesis came true.
    ///
    /// # Errors
    /// Where there is no such hypothesis, the question is resolved already, the day has not come, or it is not said how.
    pub async fn resolve(
        &self,
        viewer: &Viewer,
        case: CaseId,
        key: &str,
        on: CivilDate,
        how: &str,
        interventions: &[String],
    ) -> Result<Resolution> {
        let how = word("way in which it was decided", how)?;
        let done = interventions.iter().map(|what| word("intervention", what)).collect::<Result<Vec<String>>>()?;
        if on.bounds().is_none_or(|(low, _)| low > self.seams.now()) {
            return Err(CasefileError::Future { what: "the resolution".to_owned(), date: on });
        }
        let step = self
            .take(viewer, case, &how, async |visible| {
                let board = self.board(visible, case, When::default()).await?;
                if board.hypotheses.len() < 2 {
                    return Err(CasefileError::Weigh(v1::WeighError::TooFew));
                }
                if let Some((resolution, _)) = &board.resolution {
                    let was = board.hypotheses.iter().find(|one| one.id == resolution.outcome);
                    let name = was.map(|one| one.key.clone()).unwrap_or_default();
                    return Err(CasefileError::Exists { kind: "resolution", name });
                }
                let found = board.hypotheses.iter().find(|one| one.key == key);
                let found = found.ok_or_else(|| CasefileError::Unknown { kind: "hypothesis", name: key.to_owned() })?;
                let interventions = done.clone();
                Ok(Step::CaseResolved {
                    resolution: Resolution { outcome: found.id, on, how: how.clone(), interventions },
                })
            })
            .await?;
        match step {
            Step::CaseResolved { resolution } => Ok(resolution),
            _ => Err(CasefileError::Damaged("a resolution was entered as something else".into())),
        }
    }

    /// Takes a resolution back.
    ///
    /// # Errors
    /// Where the question is not resolved, or no reason is given.
    pub async fn unresolve(&self, viewer: &Viewer, case: CaseId, why: &str) -> Result<()> {
        let why = word("reason", why)?;
        self.take(viewer, case, &why, async |visible| {
            let board = self.board(visible, case, When::default()).await?;
            board.resolution.map(|_| Step::ResolutionWithdrawn {}).ok_or(CasefileError::Unresolved)
        })
        .await
        .map(|_| ())
    }

    /// How a case was resolved, if it is.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn resolution(&self, viewer: &Viewer, case: CaseId) -> Result<Option<(Hypothesis, Resolution)>> {
        let visible = self.store.visible(viewer).await?;
        let board = self.board(&visible, case, When::default()).await?;
        let resolution = board.resolution;
        Ok(resolution.and_then(|(resolution, _)| {
            let outcome = board.hypotheses.into_iter().find(|one| one.id == resolution.outcome)?;
            Some((outcome, resolution))
        }))
    }

    /// How good everybody was: over one case, or over all that the viewer sees.
    ///
    /// # Errors
    /// Where the one case is not resolved.
    pub async fn scores(&self, viewer: &Viewer, only: Option<CaseId>) -> Result<Scores> {
        let visible = self.store.visible(viewer).await?;
        let mut scores = Scores::default();
        let mut said: Vec<(f64, bool)> = Vec::new();
        let mut people: BTreeMap<String, Summed> = BTreeMap::new();
        let (mut sources, mut indicators) = (BTreeMap::new(), BTreeMap::new());
        let rows = self.source_rows(&visible).await?;
        for (case, _) in self.store.cases(&visible).await? {
            if only.is_some_and(|only| only != case.id) {
                continue;
            }
            let board = self.board(&visible, case.id, When::default()).await?;
            let Some((resolution, entered)) = board.resolution.clone() else {
                if only.is_some() {
                    return Err(CasefileError::Unresolved);
                }
                continue;
            };
            scores.label = Some(scores.label.map_or_else(|| board.label.clone(), |label| label.join(&board.label)));
            if !resolution.interventions.is_empty() {
                scores.acted_on.push((case.question, resolution.interventions));
                continue;
            }
            // What was known before the outcome was, and not what came with it, or was stated otherwise after it.
            let board = self.board(&visible, case.id, before(&resolution, entered)).await?;
            scores.label = scores.label.map(|all| all.join(&board.label));
            let Some(outcome) = board.hypotheses.iter().position(|one| one.id == resolution.outcome) else { continue };
            let mut weigher = Weigher::new(&board.hypotheses, Options::default())?;
            for one in &board.roots {
                weigher.add(&one.weighed)?;
            }
            let judged = weigher.probabilities();
            said.extend(judged.iter().enumerate().map(|(place, p)| (*p, place == outcome)));
            let mut last: BTreeMap<&str, &Forecast> = BTreeMap::new();
            // What was said when it was known already is hindsight, and one that was given before the hypothesis came says
            // nothing of it.
            let known = resolution.on.bounds().map(|(low, _)| low);
            for forecast in board.forecasts.iter().filter(|one| known.is_none_or(|known| one.at < known)) {
                last.insert(&forecast.author, forecast);
            }
            last.retain(|_, forecast| probability(forecast, resolution.outcome) > 0.0);
            for (author, forecast) in last {
                let p: Vec<f64> = board.hypotheses.iter().map(|one| probability(forecast, one.id)).collect();
                let sum = people.entry(author.to_owned()).or_default();
                sum.cases += 1;
                sum.brier += v1::brier_of_many(&p, outcome);
                sum.log += v1::log_score(p.get(outcome).copied().unwrap_or(0.0));
            }
            // An indicator is right or wrong by what it said, whoever saw it: as everywhere in a record, trust has no part in it.
            let mut stated = Weigher::new(&board.hypotheses, Options::default())?;
            let believed =
                |one: &Weighable| WeighedRoot { trust: v1::Trust::Known(1.0), tempering: 1.0, ..one.weighed.clone() };
            for one in &board.roots {
                stated.add(&believed(one))?;
            }
            for one in &board.roots {
                let earned = v1::was_right(&stated, &believed(one), outcome)?;
                for row in board.indicators.iter().filter(|row| one.indicators.contains(&row.indicator.id)) {
                    add(&mut indicators, &row.indicator.text, earned);
                }
            }
            if let Some(decided) = self.decided(&visible, case.id, When::default()).await? {
                for (id, earned, label) in self.earned(&visible, case.id, &rows, &decided, When::default()).await? {
                    let Some(row) = rows.iter().find(|row| row.source.id == id) else { continue };
                    add(&mut sources, &row.source.name, earned);
                    scores.label = scores.label.map(|all| all.join(&label).join(&row.label));
                }
            }
            let probability = judged.get(outcome).copied().unwrap_or(0.0);
            scores.cases.push(CaseScore {
                question: case.question,
                outcome: board.hypotheses.get(outcome).cloned().ok_or(CasefileError::Unresolved)?,
                resolution,
                probability,
                brier: v1::brier_of_many(&judged, outcome),
                log: v1::log_score(probability),
            });
        }
        let mean = |(name, sum): (String, Summed)| {
            let cases = sum.cases as f64;
            Score { name, cases: sum.cases, brier: sum.brier / cases, log: sum.log / cases }
        };
        scores.people = people.into_iter().map(mean).collect();
        scores.people.sort_by(|a, b| a.brier.total_cmp(&b.brier));
        (scores.sources, scores.indicators) = (sources.into_iter().collect(), indicators.into_iter().collect());
        scores.bins = v1::bins(&said);
        scores.decomposition = v1::decomposition(&scores.bins);
        Ok(scores)
    }
}

fn add(records: &mut BTreeMap<String, Record>, name: &str, earned: Record) {
    let sum = records.entry(name.to_owned()).or_default();
    (sum.right, sum.wrong) = (sum.right + earned.right, sum.wrong + earned.wrong);
}
