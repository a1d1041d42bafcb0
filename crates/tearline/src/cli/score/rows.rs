//! Scores as a table for spreadsheets: a row for each case, person, source, indicator and bin, with what it has none of left empty.

use serde::Serialize;

use crate::body::score::ScoresShown;

/// A row of any kind.
#[derive(Debug, Default, Serialize)]
pub(super) struct Line<'s> {
    marking: Option<&'s str>,
    /// case, acted-on, person, source, indicator or calibration.
    what: &'static str,
    name: &'s str,
    on: Option<&'s str>,
    came_true: Option<&'s str>,
    cases: Option<usize>,
    probability: Option<f64>,
    brier: Option<f64>,
    log: Option<f64>,
    right: Option<f64>,
    wrong: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    judgements: Option<usize>,
    mean: Option<f64>,
    share_true: Option<f64>,
}

/// All rows, in the order in which people are shown them.
pub(super) fn rows<'s>(shown: &'s ScoresShown<'_>) -> Vec<Line<'s>> {
    let line = |what, name| Line { marking: shown.marking, what, name, ..Line::default() };
    let cases = shown.cases.iter().map(|one| Line {
        on: Some(&one.on),
        came_true: Some(one.outcome),
        probability: Some(one.probability),
        brier: Some(one.brier),
        log: Some(one.log),
        ..line("case", one.question)
    });
    let acted_on = shown.acted_on.iter().map(|(question, _)| line("acted-on", question.as_str()));
    let people = shown.people.iter().map(|one| Line {
        cases: Some(one.cases),
        brier: Some(one.brier),
        log: Some(one.log),
        ..line("person", one.name)
    });
    let records = [("source", &shown.sources), ("indicator", &shown.indicators)];
    let records = records.into_iter().flat_map(|(what, all)| {
        all.iter().map(move |one| Line { right: Some(one.right), wrong: Some(one.wrong), ..line(what, one.name) })
    });
    let bins = shown.calibration.iter().map(|one| Line {
        low: Some(one.low),
        high: Some(one.high),
        judgements: Some(one.forecasts),
        mean: Some(one.mean),
        share_true: Some(one.came_true),
        ..line("calibration", "")
    });
    cases.chain(acted_on).chain(people).chain(records).chain(bins).collect()
}
