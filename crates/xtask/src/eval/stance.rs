//! Stance and polarity of claims, on sentences that were labelled before there was a rule (`stance.toml`), of which only
//! sums are printed, on those that were written blind after the rules (`stance-fresh.toml`), and on those the rules were made
//! with (`stance-dev.toml`), of which the faults are printed too.

use super::labelled::{self, Table, name};
use crate::failure::{Failure, say};

const STANCES: [&str; 8] = ["says", "asks", "orders", "hopes", "doubts", "denies", "declines", "evades"];

/// Measures the files.
///
/// # Errors
/// If one cannot be read.
pub fn run() -> Result<(), Failure> {
    measure("stance-dev.toml", true)?;
    measure("stance.toml", false)?;
    measure("stance-fresh.toml", false)
}

fn measure(file: &str, faults: bool) -> Result<(), Failure> {
    say(format_args!("== {file}"));
    let (mut stances, mut polarities) = (Table::default(), Table::default());
    for item in labelled::items(file)? {
        let found = labelled::claims(&item.text);
        let pairs = labelled::pair(&item.gold, &found);
        let mut wrong = Vec::new();
        for (gold, pair) in item.gold.iter().zip(&pairs) {
            let claim = pair.and_then(|pair| found.get(pair));
            let stance = claim.map_or(String::new(), |claim| name(claim.stance));
            let polarity = claim.map_or(String::new(), |claim| name(claim.polarity));
            if stance != gold.label("stance") || polarity != gold.label("polarity") {
                wrong.push(format!("{} {} -> {stance} {polarity}", gold.label("stance"), gold.label("polarity")));
            }
            stances.count(gold.label("stance"), &stance);
            polarities.count(gold.label("polarity"), &polarity);
        }
        for (number, claim) in found.iter().enumerate() {
            let stance = name(claim.stance);
            if !pairs.contains(&Some(number)) && stance != "says" {
                wrong.push(format!("nothing -> {stance} by {:?}", claim.cue.text));
                stances.count("", &stance);
            }
        }
        if faults && !wrong.is_empty() {
            say(format_args!("  {}: {}", wrong.join("; "), item.text));
        }
    }
    stances.print("stance", &STANCES);
    polarities.print("polarity", &["positive", "negative"]);
    Ok(())
}
