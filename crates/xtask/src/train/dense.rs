//! The averaged perceptron of [`super::perceptron`] for choices between a few labels, over features resolved beforehand.
//!
//! Where the same instances are seen in every pass and every label has a weight under every feature, the features are
//! counted and numbered once, and a weight is found by its number. The average is kept by Daumé's trick: beside each
//! weight the sum of its changes, each times the step it was made at.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use read::model::codes::{Codes, code};

use super::perceptron::AsIs;

/// Sums of weights under the hashes of their features, in the order of these.
pub type Frozen<const K: usize> = Vec<(u64, [i64; K])>;

/// Numbers for features that are seen often enough.
#[derive(Debug, Default)]
pub struct Numbers {
    index: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    hashes: Vec<u64>,
}

impl Numbers {
    /// Numbers the features that stand at least `cutoff` times among `all`, in the order in which they first do.
    pub fn count(all: impl Iterator<Item = u64>, cutoff: u32) -> Self {
        let mut out = Self::default();
        let mut seen: HashMap<u64, u32, BuildHasherDefault<AsIs>> = HashMap::default();
        for hash in all {
            let times = seen.entry(hash).or_insert(0);
            *times += 1;
            if *times == cutoff {
                out.index.insert(hash, out.hashes.len() as u32);
                out.hashes.push(hash);
            }
        }
        out
    }

    /// How many features have a number.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Puts the numbers of those of `features` that have one into `out`.
    pub fn resolve(&self, features: &[u64], out: &mut Vec<u32>) {
        out.extend(features.iter().filter_map(|hash| self.index.get(hash)));
    }
}

/// Weights in training for `K` labels.
#[derive(Debug)]
pub struct Dense<const K: usize> {
    weights: Vec<[i32; K]>,
    changes: Vec<[i64; K]>,
    step: i64,
}

impl<const K: usize> Dense<K> {
    /// Weights for `features` features, all 0.
    pub fn new(features: usize) -> Self {
        Self { weights: vec![[0; K]; features], changes: vec![[0; K]; features], step: 1 }
    }

    /// The scores of all labels.
    #[inline]
    pub fn score(&self, features: &[u32]) -> [i32; K] {
        let mut scores = [0; K];
        for feature in features {
            let row = &self.weights[*feature as usize];
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// Counts one choice; averages are over these.
    pub fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weights of `features` for `label` by `by`.
    pub fn nudge(&mut self, features: &[u32], label: usize, by: i32) {
        for feature in features {
            self.weights[*feature as usize][label] += by;
            self.changes[*feature as usize][label] += self.step * i64::from(by);
        }
    }

    /// The sums of the weights over all steps under the hashes of their features, in the order of these.
    pub fn freeze(&self, numbers: &Numbers) -> Frozen<K> {
        let sums = |(weights, changes): (&[i32; K], &[i64; K])| {
            std::array::from_fn(|label| i64::from(weights[label]) * self.step - changes[label])
        };
        let rows = self.weights.iter().zip(&self.changes).map(sums);
        let mut out: Frozen<K> = numbers.hashes.iter().copied().zip(rows).collect();
        out.sort_unstable();
        out
    }
}

/// The largest sum, at least 1.
pub fn heaviest<const K: usize>(frozen: &Frozen<K>) -> i64 {
    frozen.iter().flat_map(|(_, row)| row.iter().map(|sum| sum.abs())).max().unwrap_or(0).max(1)
}

/// The bytes of a table in slots of `N` bytes. Codes of at most `prune` are left out.
pub fn table<const K: usize, const N: usize>(frozen: &Frozen<K>, prune: u8) -> Vec<u8> {
    let heaviest = heaviest(frozen);
    let kept = |sum: &i64| Some(code(*sum, heaviest)).filter(|code| code.unsigned_abs() > prune).unwrap_or(0);
    Codes::<N>::build(frozen.iter().map(|(feature, row)| (*feature, row.iter().map(kept).collect())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frozen_sum_is_that_of_the_weight_after_every_step() {
        let numbers = Numbers::count([7, 7, 8].into_iter(), 2);
        let mut weights = Dense::<2>::new(numbers.len());
        let (mut row, mut sum) = (Vec::new(), 0);
        numbers.resolve(&[7, 8], &mut row);
        assert_eq!(row, [0]);
        for by in [1, 1, 0, -1, 1] {
            weights.tick();
            weights.nudge(&row, 1, by);
            sum += i64::from(weights.score(&row)[1]);
        }
        // The step that is under way counts for the weight as it stands.
        weights.tick();
        assert_eq!(weights.freeze(&numbers), [(7, [0, sum])]);
    }
}
