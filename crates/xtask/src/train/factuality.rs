//! Trains how far events are presented as having happened.
//!
//! Settings were chosen by what [`Trained::held_out`] says, on the training part alone.

use std::fmt;

use read::certainty::factuality::chain::{Chain, Told};
use read::certainty::factuality::features::Features;
use read::certainty::factuality::scale::Scale;
use read::certainty::factuality::signs::Signs;
use read::certainty::factuality::{ENDS, answer};
use read::language::EN;
use read::model::ModelFile;
use read::model::lookup::Lookup;

use super::ridge::{self, Settings};
use crate::eval::factuality::{error, pearson};
use crate::factuality::Read;

const SETTINGS: Settings = Settings { penalty: 60, cutoff: 4, rounds: 20 };
/// In how many parts the sentences are cut; neighbours, who speak of the same things, stay together.
const FOLDS: usize = 5;
/// Weights smaller than this, in thousandths, are left out.
const SMALLEST: i32 = 10;
/// Points of the scale.
const POINTS: usize = 32;

/// A trained model.
#[derive(Debug, Clone)]
pub struct Trained {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How it does on what it was not trained on.
    pub held_out: HeldOut,
}

/// How models of four fifths answer the last fifth.
#[derive(Debug, Clone, Copy)]
pub struct HeldOut {
    pearson: f64,
    error: f64,
}

impl fmt::Display for HeldOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "r {:.3}, mean absolute error {:.3}", self.pearson, self.error)
    }
}

/// The judged predicates of sentences, as a model sees them.
struct Predicates {
    features: Vec<Vec<u64>>,
    answers: Vec<i32>,
    told: Vec<Told>,
}

impl Predicates {
    fn of(read: &Read) -> Self {
        let signs = Signs::new(&EN);
        let mut features = Features::default();
        let mut out = Self { features: Vec::new(), answers: Vec::new(), told: Vec::new() };
        for (sentence, targets) in &read.sentences {
            for (at, label) in targets {
                let chain = Chain::of(&read.all, *at, &signs);
                features.extract(&read.all, sentence, &chain, &signs);
                out.features.push(features.hashes().to_vec());
                out.answers.push(*label);
                out.told.push(chain.told());
            }
        }
        out
    }

    /// What people say of an event that is denied is no answer to how far it would be committed to.
    fn is_affirmed(&self, row: usize) -> bool {
        !matches!(self.told[row], Told::NotSo | Told::Doubted)
    }
}

/// Trains on `read`.
pub fn train(read: &Read) -> Trained {
    let all = Predicates::of(read);
    let count = all.answers.len();
    let fold_of = |row: usize| row * FOLDS / count.max(1);
    let mut sums = vec![0; count];
    for fold in 0..FOLDS {
        let chosen = |row| all.is_affirmed(row) && fold_of(row) != fold;
        let weights = ridge::fit(&all.features, &all.answers, chosen, SETTINGS);
        for row in (0..count).filter(|row| fold_of(*row) == fold) {
            sums[row] = ridge::sum(&weights, &all.features[row]);
        }
    }
    let known = (0..count).filter(|row| all.is_affirmed(*row)).map(|row| (sums[row], all.answers[row]));
    let scale = Scale::build(&straighten(known.collect()));
    let held_out = Scale::open(&scale).map_or(HeldOut { pearson: 0.0, error: 0.0 }, |scale| {
        let answers: Vec<i32> = (0..count).map(|row| answer(scale.answer(sums[row]), all.told[row])).collect();
        HeldOut { pearson: pearson(&answers, &all.answers), error: error(&answers, &all.answers) }
    });

    let weights = ridge::fit(&all.features, &all.answers, |row| all.is_affirmed(row), SETTINGS);
    let large = weights.into_iter().filter(|(_, weight)| weight.abs() >= SMALLEST);
    let mut file = ModelFile::default();
    file.add("weights", Lookup::build(large.map(|(feature, weight)| (feature, weight.cast_unsigned())).collect()));
    file.add("scale", scale);
    Trained { bytes: file.to_bytes("factual"), held_out }
}

/// The points of a scale that never falls, from sums and answers: of equally many neighbours the middle sum and the mean answer,
/// and where answers fall from one to the next, both together (pool adjacent violators).
fn straighten(mut known: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    known.sort_unstable();
    let size = known.len().div_ceil(POINTS).max(1);
    // Answers summed, how many, and the sums in the middle.
    let mut blocks: Vec<(i64, i64, Vec<i32>)> = Vec::new();
    for part in known.chunks(size) {
        let total = part.iter().map(|(_, answer)| i64::from(*answer)).sum();
        blocks.push((total, part.len() as i64, vec![part[part.len() / 2].0]));
        while let [.., low, high] = &blocks[..] {
            if low.0 * high.1 <= high.0 * low.1 {
                break;
            }
            if let (Some(high), Some(low)) = (blocks.pop(), blocks.last_mut()) {
                low.0 += high.0;
                low.1 += high.1;
                low.2.extend(high.2);
            }
        }
    }
    let mut points: Vec<(i32, i32)> = Vec::new();
    for (total, count, middles) in blocks {
        let answer = i32::try_from(total / count.max(1)).unwrap_or(0).clamp(ENDS.0, ENDS.1);
        points.extend(middles.into_iter().map(|middle| (middle, answer)));
    }
    points.dedup_by_key(|(middle, _)| *middle);
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factuality::{Judged, analyse};

    #[test]
    fn a_scale_never_falls_whatever_the_answers_are() {
        let known = (0..500).map(|n| (n, if n % 100 < 50 { n } else { -n })).collect();
        let points = straighten(known);
        assert!(points.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1), "{points:?}");
        assert!(Scale::open(&Scale::build(&points)).is_ok());
    }

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let one = |text: &str, at, label| Judged { text: text.to_owned(), targets: vec![(at, label)] };
        let texts = [one("They sent ships .", 1, 3000), one("They may send ships .", 2, -1500)];
        let read = analyse(&texts.into_iter().cycle().take(40).collect::<Vec<_>>()).unwrap();
        assert_eq!(train(&read).bytes, train(&read).bytes);
    }
}
