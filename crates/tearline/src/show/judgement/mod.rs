//! A judgement for those who look at it: on the terminal, as a picture, as a page.

pub mod calibration;
pub mod chart;
pub mod page;
pub mod spark;

use casefile::Weighing;
use disclose::marking::banner_of;
use record::judgement::Confidence;
use record::label::Label;
use weigh::v1::Consistency;

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
