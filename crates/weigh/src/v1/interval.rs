//! What the bands of the likelihoods leave open.

use super::band::temper;
use super::judge::{Ready, nano, posterior};

/// Per hypothesis the least and the greatest probability it can have within the bands: its own lower ends with the
/// others' upper ends, and the reverse.
pub(super) fn intervals(ready: &[Ready<'_>], priors: &[f64]) -> Vec<(f64, f64)> {
    (0..priors.len()).map(|place| (extreme(ready, priors, place, false), extreme(ready, priors, place, true))).collect()
}

fn extreme(ready: &[Ready<'_>], priors: &[f64], place: usize, greatest: bool) -> f64 {
    let mut sums: Vec<i64> = vec![0; priors.len()];
    let mut likelihoods: Vec<f64> = vec![0.0; priors.len()];
    for root in ready {
        for (other, (likelihood, band)) in likelihoods.iter_mut().zip(&root.bands).enumerate() {
            *likelihood = if (other == place) == greatest { band.high } else { band.low };
        }
        temper(&mut likelihoods, priors, root.trust);
        for (sum, likelihood) in sums.iter_mut().zip(&likelihoods) {
            *sum = sum.saturating_add(nano(root.share * likelihood.ln()));
        }
    }
    posterior(priors, &sums).get(place).copied().unwrap_or(0.0)
}
