//! Stage and certainty of claims, on sentences that were labelled before there was a rule (`stage.toml`), of which only
//! sums are printed, on those that were written blind after the rules (`stage-fresh.toml`), and on those the rules were
//! made with (`stage-dev.toml`), of which the faults are printed too.

use super::labelled::{self, Table, name};
use crate::failure::{Failure, say};

const STAGES: [&str; 7] = ["none", "considered", "decided", "prepared", "under-way", "done", "halted"];
const BANDS: [&str; 4] = ["certain", "probable", "possible", "improbable"];

/// The class of a band by its middle.
fn class(low: f64, high: f64) -> &'static str {
    match f64::midpoint(low, high) {
        middle if middle >= 0.9 => "certain",
        middle if middle >= 0.6 => "probable",
        middle if middle >= 0.3 => "possible",
        _ => "improbable",
    }
}

/// Measures the three files.
///
/// # Errors
/// If one cannot be read.
pub fn run() -> Result<(), Failure> {
    measure("stage-dev.toml", true)?;
    measure("stage.toml", false)?;
    measure("stage-fresh.toml", false)
}

fn measure(file: &str, faults: bool) -> Result<(), Failure> {
    say(format_args!("== {file}"));
    let (mut stages, mut bands) = (Table::default(), Table::default());
    let mut empty = 0;
    for item in labelled::items(file)? {
        let found = labelled::claims(&item.text);
        let pairs = labelled::pair(&item.gold, &found);
        for (gold, pair) in item.gold.iter().zip(&pairs) {
            let claim = pair.and_then(|pair| found.get(pair));
            let stage = claim.map_or(String::new(), |claim| name(claim.stage));
            let band = claim.map_or("", |claim| class(claim.certainty.low, claim.certainty.high));
            empty += usize::from(claim.is_some_and(|claim| claim.content.spans.is_empty()));
            stages.count(gold.label("stage"), &stage);
            bands.count(gold.label("certainty"), band);
            if faults && (stage != gold.label("stage") || band != gold.label("certainty")) {
                let content = claim.map_or("", |claim| &claim.content.text);
                say(format_args!(
                    "  {} {} -> {stage} {band} [{content}]: {}",
                    gold.label("stage"),
                    gold.label("certainty"),
                    item.text
                ));
            }
        }
    }
    say(format_args!("claims found without a content: {empty}"));
    stages.print("stage", &STAGES);
    bands.print("certainty", &BANDS);
    Ok(())
}
