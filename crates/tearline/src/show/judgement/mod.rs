//! A judgement for those who look at it: on the terminal, as a picture, as a page.

pub mod calibration;
pub mod chart;
pub mod page;
pub mod spark;

use casefile::{Moment, Weighing};
use disclose::marking::banner_of;
use record::case::Hypothesis;
use record::judgement::{Confidence, Judgement};
use record::label::Label;
use record::step::Resolution;
use weigh::v1::Consistency;

use super::rows::share;

/// What stands over a judgement where something behind it was never marked.
const NOT_MARKED: &str = "NOT MARKED: for whoever holds the store only";

/// The banner of what is computed. Where something behind it was never marked, no marking of the rest may stand in for it, and
/// that is said.
pub fn banner(label: &Label) -> String {
    banner_of(&label.marking).unwrap_or_else(|| NOT_MARKED.to_owned())
}

/// A level of confidence as a word.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Moderate => "moderate",
        Confidence::Low => "low",
    }
}

/// What came on a day: the roots, and the sources that are trusted otherwise since.
pub fn came(moment: &Moment) -> Vec<String> {
    let roots = moment.came.iter().map(|(one, _)| one.root.name.clone());
    roots.chain(moment.learnt.iter().map(|name| format!("{name} is trusted otherwise"))).collect()
}

/// The readings that another way of counting gives, where they are others, each with what is counted otherwise.
pub fn beside(weighing: &Weighing) -> Vec<(&'static str, String)> {
    let differs = |other: &Judgement| {
        let both = other.readouts.iter().zip(&weighing.judgement.readouts);
        both.into_iter().any(|(a, b)| (a.probability - b.probability).abs() >= 0.005)
    };
    let listed = |other: &Judgement| {
        let both = weighing.hypotheses.iter().zip(&other.readouts);
        let parts: Vec<String> =
            both.map(|(one, readout)| format!("{} {}", one.key, share(readout.probability))).collect();
        parts.join(", ")
    };
    let readings = [
        ("with every unknown origin taken apart", &weighing.split),
        ("with sources that cannot be judged half believed", &weighing.f_at_half),
    ];
    readings.into_iter().filter(|(_, other)| differs(other)).map(|(what, other)| (what, listed(other))).collect()
}

/// What came true, where that is known, in a line.
pub fn resolved(weighing: &Weighing) -> Option<String> {
    let (outcome, resolution) = weighing.resolved.as_ref()?;
    Some(told_resolution(outcome, resolution))
}

/// That a question is decided, in a line: what came true, on which day, and what showed it.
pub fn told_resolution(outcome: &Hypothesis, resolution: &Resolution) -> String {
    format!("resolved: {} came true on {}, by: {}", outcome.key, resolution.on, resolution.how)
}

/// The signs of a row of the matrix.
pub fn signs(row: &[Consistency]) -> impl Iterator<Item = &'static str> {
    row.iter().map(|one| one.sign())
}

/// The rows of the matrix, those first that tell the hypotheses apart best: the place of the root, its signs, how well.
pub fn by_diagnosticity(weighing: &Weighing) -> Vec<(usize, &[Consistency], f64)> {
    let mut rows: Vec<(usize, &[Consistency], f64)> =
        weighing.matrix.iter().enumerate().map(|(place, (signs, apart))| (place, signs.as_slice(), *apart)).collect();
    rows.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    rows
}
