//! Trains the root of events, and which event of a sentence is the main one.
//!
//! Both are ridge regressions in whole numbers ([`super::ridge`]): one for each root, whether an event has it, and one for
//! whether an event is the one that people marked. Ranks are learnt from roots given by models that had not seen the sentence.

use std::collections::BTreeMap;

use read::event::Root;
use read::event::model::EventModel;
use read::model::ModelFile;
use read::model::lookup::Lookup;
use read::model::rows::RowWeights;

use super::perceptron::{scale_of, small};
use super::ridge::{self, Settings};
use crate::events::{FOLDS, Row, Seen, fit};
use crate::failure::Failure;

const ROOTS: Settings = Settings { penalty: 35, cutoff: 2, rounds: 12 };
const RANKS: Settings = Settings { penalty: 100, cutoff: 2, rounds: 30 };
/// What a ridge regression answers for *yes*; for *no* it is its negative.
const YES: i32 = 1000;

/// Trains on the sentences that `chosen` takes.
///
/// # Errors
/// If what was trained cannot be opened.
pub fn train(rows: &[Row], seen: &[Seen], chosen: impl Fn(&Row) -> bool + Copy) -> Result<Vec<u8>, Failure> {
    let failed = |error: read::model::ModelError| Failure::new(error.to_string());
    let empty = Lookup::build(Vec::new());
    let bytes_of = |roots: Vec<u8>, rank: Vec<u8>, (sides, pairs): (Vec<u8>, Vec<u8>)| {
        let mut file = ModelFile::default();
        file.add("roots", roots);
        file.add("rank", rank);
        file.add("sides", sides);
        file.add("pairs", pairs);
        file.to_bytes("events")
    };
    let (mut features, mut answers) = (Vec::new(), Vec::new());
    let mut out = Vec::new();
    for fold in 0..FOLDS {
        let held = |row: &Row| chosen(row) && row.fold() == fold;
        if !rows.iter().any(held) {
            continue;
        }
        let others = |row: &Row| chosen(row) && row.fold() != fold;
        let bytes = bytes_of(roots(rows, seen, others), empty.clone(), super::sides::train(rows, seen, others));
        let model = EventModel::open(&bytes).map_err(failed)?;
        for (row, one) in rows.iter().zip(seen).filter(|(row, _)| held(row)) {
            for candidate in &one.study.candidates {
                let (points, both) = fit(row, candidate, candidate.choose(&model).0);
                candidate.rank(&one.study.all, &model, &mut out);
                features.push(out.clone());
                let agreed = points % 2 == 1;
                answers.push(match (both, agreed) {
                    (true, true) => YES,
                    (true, false) => 0,
                    (false, _) => (points * YES / 80).min(YES / 3),
                });
            }
        }
    }
    let rank = ridge::fit(&features, &answers, |_| true, RANKS);
    let rank = Lookup::build(rank.into_iter().map(|(feature, weight)| (feature, weight.cast_unsigned())).collect());
    Ok(bytes_of(roots(rows, seen, chosen), rank, super::sides::train(rows, seen, chosen)))
}

/// The weights of roots.
fn roots(rows: &[Row], seen: &[Seen], chosen: impl Fn(&Row) -> bool) -> Vec<u8> {
    let taken: Vec<(&Row, &Seen)> = rows.iter().zip(seen).filter(|(row, _)| chosen(row)).collect();
    let features: Vec<Vec<u64>> = taken.iter().map(|(_, one)| one.given().to_vec()).collect();
    let mut table: BTreeMap<u64, Vec<(u8, i32)>> = BTreeMap::new();
    let labels: std::collections::BTreeSet<Root> = taken.iter().map(|(row, _)| row.root).collect();
    for root in Root::ALL.iter().copied() {
        let answers: Vec<i32> = taken.iter().map(|(row, _)| if row.root == root { YES } else { -YES }).collect();
        if !labels.contains(&root) {
            continue;
        }
        for (feature, weight) in ridge::fit(&features, &answers, |_| true, ROOTS) {
            if weight != 0 {
                table.entry(feature).or_default().push((root as u8, weight));
            }
        }
    }
    let scale = scale_of(table.values().flatten().map(|(_, weight)| i64::from(*weight)), 500);
    let rounded = table.into_iter().map(|(feature, row)| {
        let row = row.into_iter().map(|(label, weight)| (label, small(i64::from(weight), scale)));
        (feature, row.filter(|(_, weight)| *weight != 0).collect::<Vec<_>>())
    });
    RowWeights::build(rounded.collect())
}
