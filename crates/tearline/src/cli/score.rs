//! `tearline score`: how good people's forecasts were, alone and pooled.

mod resolved;
mod rows;
mod when;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use weigh::v1::{Pooling, Scored, brier};

use self::when::When;
use super::{Format, Shared};
use crate::Stage;
use crate::failure::{Failure, Outcome};
use crate::show::rows::counted;
use crate::show::{list, style};

/// A forecast of 0 or 1 is taken for this far from it: nobody is certain, and a certain one could not be pooled.
const CERTAIN: f64 = 0.01;

/// Score what is resolved: judgements, people, sources and indicators of a case or of all; or forecasts in files
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline score
  tearline --case c.tearline score --all --format svg > calibration.svg
  tearline score --train older.csv --forecasts newer.csv

Files are CSV with the columns question_id, forecaster, probability, timestamp and outcome (1 came true, 0 did not, empty is not
known yet and not scored). A timestamp is a number, or a date with or without a time, in UTC where it names no zone. Of each forecaster the last word on a question counts. Scores are Brier scores, of which less is better:
`individual` the mean over forecasts, then over questions those of the mean, of the mean of log-odds, and of the pooling that was learnt
from --train. A probability of 0 or 1 is taken for .01 or .99 where log-odds are pooled.")]
pub struct Args {
    /// Decided questions to learn pooling from; without them nothing is learnt
    #[arg(long, value_name = "FILE")]
    train: Option<PathBuf>,
    /// Forecasts to score in a file, instead of a case
    #[arg(long, value_name = "FILE")]
    forecasts: Option<PathBuf>,
    /// All resolved cases of the store, and not only one
    #[arg(long, conflicts_with = "forecasts")]
    all: bool,
    /// How to write it; svg draws the calibration of a case or of all
    #[arg(long, value_enum, default_value = "text")]
    format: Written,
}

/// How scores are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Written {
    /// For people.
    Text,
    /// One JSON value.
    Json,
    /// One JSON value on a line.
    Jsonl,
    /// A table for spreadsheets.
    Csv,
    /// A picture of the calibration.
    Svg,
}

impl Written {
    fn format(self) -> Option<Format> {
        match self {
            Self::Text => Some(Format::Text),
            Self::Json => Some(Format::Json),
            Self::Jsonl => Some(Format::Jsonl),
            Self::Csv => Some(Format::Csv),
            Self::Svg => None,
        }
    }
}

/// One row of a file.
#[derive(Debug, Deserialize)]
struct Row {
    question_id: String,
    forecaster: String,
    probability: f64,
    timestamp: String,
    outcome: Option<f64>,
}

/// The scores.
#[derive(Debug, Serialize)]
struct Scores {
    questions: usize,
    forecasts: usize,
    undecided: usize,
    individual: f64,
    mean: f64,
    log_odds: f64,
    learnt: f64,
    exponent: f64,
    recency: f64,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let Some(forecasts) = self.forecasts else {
            if self.train.is_some() {
                return Err(Failure::usage("there are no forecasts to score", "write --forecasts FILE"));
            }
            return resolved::write(shared, stage, self.all, self.format).await;
        };
        let Some(format) = self.format.format() else {
            return Err(Failure::usage(
                "forecasts in a file have no picture",
                "write --format text, json, jsonl or csv",
            ));
        };
        let learnt = match &self.train {
            None => Pooling::default(),
            Some(file) => {
                let (history, _) = read(file)?;
                let history: Vec<Scored> = history.into_iter().map(|question| question.clipped()).collect();
                Pooling::learn(&history).map_err(|error| unusable(file, &error.to_string()))?
            }
        };
        let (questions, undecided) = read(&forecasts)?;
        if questions.is_empty() {
            return Err(unusable(&forecasts, "it holds no question whose outcome is known"));
        }
        let scores = scores(&questions, undecided, learnt).map_err(|error| unusable(&forecasts, &error))?;
        if list::one(stage.out, format, &scores)? {
            return Ok(0);
        }
        let (heading, faint) = (style::HEADING, style::FAINT);
        writeln!(stage.out, "{heading}Brier score{heading:#}")?;
        for (name, score) in [
            ("individual", scores.individual),
            ("mean", scores.mean),
            ("log-odds", scores.log_odds),
            ("learnt", scores.learnt),
        ] {
            let score = format!("{score:.4}");
            writeln!(stage.out, "  {name:<10}  {}", score.trim_start_matches('0'))?;
        }
        writeln!(
            stage.out,
            "{faint}{}, {}; exponent {:.2}, recency {:.2}{faint:#}",
            counted(scores.questions, "question"),
            counted(scores.forecasts, "forecast"),
            scores.exponent,
            scores.recency
        )?;
        if undecided > 0 {
            writeln!(stage.out, "{faint}{} not decided yet and not scored{faint:#}", counted(undecided, "question"))?;
        }
        Ok(0)
    }
}

/// A decided question with its forecasts as they were given.
struct Question(Scored);

impl Question {
    /// The same without certainty.
    fn clipped(&self) -> Scored {
        let forecasts = self.0.forecasts.iter().map(|p| p.clamp(CERTAIN, 1.0 - CERTAIN)).collect();
        Scored { forecasts, outcome: self.0.outcome }
    }
}

fn scores(questions: &[Question], undecided: usize, learnt: Pooling) -> Result<Scores, String> {
    let mut sums = [0.0; 4];
    let mut forecasts = 0;
    for question in questions {
        let (given, outcome) = (&question.0.forecasts, question.0.outcome);
        let clipped = question.clipped().forecasts;
        let pooled = |pooling: Pooling| pooling.pool(&clipped).map_err(|error| error.to_string());
        sums[0] += given.iter().map(|p| brier(*p, outcome)).sum::<f64>();
        sums[1] += brier(given.iter().sum::<f64>() / given.len() as f64, outcome);
        sums[2] += brier(pooled(Pooling::default())?, outcome);
        sums[3] += brier(pooled(learnt)?, outcome);
        forecasts += given.len();
    }
    let [individual, mean, log_odds, pooled] = sums;
    let all = questions.len() as f64;
    Ok(Scores {
        questions: questions.len(),
        forecasts,
        undecided,
        individual: individual / forecasts as f64,
        mean: mean / all,
        log_odds: log_odds / all,
        learnt: pooled / all,
        exponent: learnt.exponent,
        recency: learnt.recency,
    })
}

/// What one person last said: when, in which row, and how likely.
type Last = (When, usize, f64);

/// The order in which things were said: by time, and then by their rows.
fn in_time(one: &Last, other: &Last) -> Ordering {
    one.0.order(other.0).then(one.1.cmp(&other.1))
}

/// The decided questions of a file, each person's last word in the order of time, and how many are not decided.
fn read(file: &Path) -> Result<(Vec<Question>, usize), Failure> {
    let open = std::fs::File::open(file).map_err(|error| Failure::file(file, &error))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(open);
    let mut people: BTreeMap<String, BTreeMap<String, Last>> = BTreeMap::new();
    let mut outcomes: BTreeMap<String, Option<bool>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut first: Option<When> = None;
    for (number, row) in reader.deserialize::<Row>().enumerate() {
        let line = number + 2;
        let row = row.map_err(|error| unusable(file, &error.to_string()))?;
        if !(0.0..=1.0).contains(&row.probability) {
            return Err(unusable(file, &format!("line {line} has the probability {}", row.probability)));
        }
        let outcome = match row.outcome {
            None => None,
            Some(0.0) => Some(false),
            Some(1.0) => Some(true),
            Some(other) => return Err(unusable(file, &format!("line {line} has the outcome {other}"))),
        };
        match outcomes.get(&row.question_id) {
            None => order.push(row.question_id.clone()),
            Some(before) if *before != outcome => {
                let message =
                    format!("line {line} gives the question {:?} another outcome than before", row.question_id);
                return Err(unusable(file, &message));
            }
            Some(_) => {}
        }
        outcomes.insert(row.question_id.clone(), outcome);
        let when = When::read(&row.timestamp).ok_or_else(|| {
            let why = format!("line {line} has the timestamp {:?}, which names no moment", row.timestamp);
            Failure::failed(
                format!("{}: {why}", file.display()),
                "write 2030-03-01, 2030-03-01T09:00+02:00 or a number",
            )
        })?;
        if !when.is_like(*first.get_or_insert(when)) {
            let why =
                format!("line {line} has the timestamp {:?}, and a number and a date have no order", row.timestamp);
            return Err(Failure::failed(
                format!("{}: {why}", file.display()),
                "write all timestamps as dates, or all as numbers",
            ));
        }
        let said = people.entry(row.question_id).or_default();
        let last: Last = (when, number, row.probability);
        said.entry(row.forecaster)
            .and_modify(|before| {
                if in_time(before, &last).is_lt() {
                    *before = last;
                }
            })
            .or_insert(last);
    }
    let (mut questions, mut undecided) = (Vec::new(), 0);
    for id in order {
        let (Some(Some(outcome)), Some(said)) = (outcomes.get(&id), people.get(&id)) else {
            undecided += 1;
            continue;
        };
        let mut last: Vec<&Last> = said.values().collect();
        last.sort_by(|a, b| in_time(a, b));
        let forecasts = last.into_iter().map(|(_, _, p)| *p).collect();
        questions.push(Question(Scored { forecasts, outcome: *outcome }));
    }
    Ok((questions, undecided))
}

fn unusable(file: &Path, why: &str) -> Failure {
    Failure::failed(
        format!("{}: {why}", file.display()),
        "give CSV with question_id, forecaster, probability (0 to 1), timestamp and outcome (0, 1 or empty)",
    )
}
