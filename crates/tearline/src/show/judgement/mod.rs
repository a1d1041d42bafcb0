//! A judgement for those who look at it: on the terminal, as a picture, as a page.

pub mod calibration;
pub mod chart;
pub mod page;
pub mod spark;

use casefile::Weighing;
use record::judgement::Confidence;
use weigh::v1::Consistency;

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
