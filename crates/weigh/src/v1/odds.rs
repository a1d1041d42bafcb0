//! Sums of whole nano-nats, and the probabilities and odds that are read off them.

/// Nano-nats in a nat.
pub(super) const NANO: f64 = 1e9;

/// The nearest whole number of nano-nats.
pub(super) fn nano(nats: f64) -> i64 {
    whole(nats * NANO)
}

/// The nearest whole number, halves away from 0. What rounds them in one step is not there on every processor, and where it is
/// not, costs more than the logarithm.
pub(super) fn whole(value: f64) -> i64 {
    // `as` cuts off and saturates; no likelihood that is accepted comes near the ends.
    (value + 0.5_f64.copysign(value)) as i64
}

/// Per hypothesis: log(L'(h) / the mean of L' over the others, weighted by the initial priors), in nats.
pub(super) fn weights(likelihoods: &[f64], priors: &[f64]) -> Vec<f64> {
    let total: f64 = likelihoods.iter().zip(priors).map(|(likelihood, prior)| likelihood * prior).sum();
    likelihoods
        .iter()
        .zip(priors)
        .map(|(likelihood, prior)| {
            let others = (total - likelihood * prior) / (1.0 - prior);
            if others > 0.0 { (likelihood / others).ln() } else { 0.0 }
        })
        .collect()
}

/// Whole nano-nats by their share.
pub(super) fn shared(share: f64, nano: i64) -> i64 {
    whole(share * nano as f64)
}

/// Log of prior times likelihood, up to a constant.
fn logs<'s>(log_priors: &'s [f64], sums: &'s [i64]) -> impl Iterator<Item = f64> + 's {
    log_priors.iter().zip(sums).map(|(prior, sum)| prior + *sum as f64 / NANO)
}

/// What is proportional to the probabilities, the greatest being 1, and the logarithm of that.
fn shares(log_priors: &[f64], sums: &[i64]) -> (Vec<f64>, f64) {
    let most = logs(log_priors, sums).fold(f64::NEG_INFINITY, f64::max);
    (logs(log_priors, sums).map(|log| (log - most).exp()).collect(), most)
}

pub(super) fn posterior(log_priors: &[f64], sums: &[i64]) -> Vec<f64> {
    let (mut shares, _) = shares(log_priors, sums);
    let total: f64 = shares.iter().sum();
    shares.iter_mut().for_each(|share| *share /= total);
    shares
}

pub(super) fn log_odds(log_priors: &[f64], sums: &[i64]) -> Vec<f64> {
    let (shares, most) = shares(log_priors, sums);
    logs(log_priors, sums)
        .enumerate()
        .map(|(place, log)| {
            let others = || shares.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, share)| *share);
            let against: f64 = others().sum();
            // All others may be too small to be told from nothing beside this one.
            let against = if against > 0.0 { most + against.ln() } else { beside(log_priors, sums, place) };
            log - against
        })
        .collect()
}

/// The logarithm of what all hypotheses but one have together.
fn beside(log_priors: &[f64], sums: &[i64], place: usize) -> f64 {
    let others = || logs(log_priors, sums).enumerate().filter(|(other, _)| *other != place).map(|(_, log)| log);
    let most = others().fold(f64::NEG_INFINITY, f64::max);
    most + others().map(|log| (log - most).exp()).sum::<f64>().ln()
}
