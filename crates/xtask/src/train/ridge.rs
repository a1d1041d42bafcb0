//! Linear least squares with a penalty on large weights (ridge), in whole numbers.
//!
//! All features are 0 or 1, so the best value of one weight, the others held, is a sum of residuals over a count.
//! Weights are taken in turn until they settle (coordinate descent). Sums are exact and divisions rounded in one way, so
//! the same examples give the same weights on every machine.

use std::collections::BTreeMap;

/// How many parts a thousandth of an answer is counted in.
const FINE: i64 = 1000;

/// Weights in thousandths by feature.
pub type Weights = BTreeMap<u64, i32>;

/// How to fit.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// How many examples' worth of evidence hold each weight at 0.
    pub penalty: i64,
    /// How often a feature must be seen.
    pub cutoff: usize,
    /// How often all weights are taken in turn.
    pub rounds: usize,
}

/// The weights in thousandths by feature, fitted on the examples that `chosen` takes. An example
/// has each of its features once; answers are in thousandths.
pub fn fit(features: &[Vec<u64>], answers: &[i32], chosen: impl Fn(usize) -> bool, settings: Settings) -> Weights {
    let rows: Vec<usize> = (0..answers.len()).filter(|row| chosen(*row)).collect();
    let mut columns: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
    for (number, row) in rows.iter().enumerate() {
        for feature in &features[*row] {
            columns.entry(*feature).or_default().push(number as u32);
        }
    }
    columns.retain(|_, rows| rows.len() >= settings.cutoff);
    // The most frequent first: what many examples share is explained before what few do.
    let mut columns: Vec<(u64, Vec<u32>)> = columns.into_iter().collect();
    columns.sort_by_key(|(feature, rows)| (std::cmp::Reverse(rows.len()), *feature));
    let mut left: Vec<i64> = rows.iter().map(|row| i64::from(answers[*row]) * FINE).collect();
    let mut weights = vec![0i64; columns.len()];
    for _ in 0..settings.rounds {
        for ((_, rows), weight) in columns.iter().zip(&mut weights) {
            let sum: i64 = rows.iter().map(|row| left[*row as usize]).sum();
            let step = rounded(sum - settings.penalty * *weight, rows.len() as i64 + settings.penalty);
            if step != 0 {
                *weight += step;
                rows.iter().for_each(|row| left[*row as usize] -= step);
            }
        }
    }
    let small = |weight: i64| i32::try_from(rounded(weight, FINE)).unwrap_or(0);
    columns.iter().zip(weights).map(|((feature, _), weight)| (*feature, small(weight))).collect()
}

/// `value / by`, rounded half away from zero.
fn rounded(value: i64, by: i64) -> i64 {
    (value + value.signum() * (by / 2)) / by
}

/// What the weights say of features, in thousandths.
pub fn sum(weights: &Weights, features: &[u64]) -> i32 {
    features.iter().filter_map(|feature| weights.get(feature)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: Settings = Settings { penalty: 1, cutoff: 2, rounds: 50 };

    fn examples() -> (Vec<Vec<u64>>, Vec<i32>) {
        let one = |features: &[u64], answer| (features.to_vec(), answer);
        let rows = [one(&[1, 2], 3000), one(&[1, 3], -3000)].into_iter().cycle().take(200);
        rows.chain([one(&[9], 50)]).unzip()
    }

    #[test]
    fn weights_tell_the_answers_and_rare_features_have_none() {
        let (features, answers) = examples();
        let weights = fit(&features, &answers, |_| true, SETTINGS);
        assert!((2900..=3000).contains(&sum(&weights, &[1, 2])), "{weights:?}");
        assert!((-3000..=-2900).contains(&sum(&weights, &[1, 3])), "{weights:?}");
        assert_eq!(weights.get(&9), None);
    }

    #[test]
    fn a_penalty_makes_weights_small() {
        let (features, answers) = examples();
        let weights = fit(&features, &answers, |_| true, Settings { penalty: 10_000, ..SETTINGS });
        assert!(sum(&weights, &[1, 2]) < 100);
    }

    #[test]
    fn quotients_are_rounded_alike_on_both_sides_of_zero() {
        assert_eq!([rounded(5, 2), rounded(-5, 2), rounded(4, 3), rounded(-4, 3)], [3, -3, 1, -1]);
    }
}
