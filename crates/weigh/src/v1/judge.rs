//! The judgement.
//!
//! P = normalised exp(log prior + sum of k log L'), where k = 1 for an independent root and 1 / (1 + (n-1) rho) for each
//! of n that depend on each other. Log-likelihoods are rounded to whole nano-nats once, per root and hypothesis, so that
//! sums are exact: the order does not matter, and what is taken back leaves no trace.

use std::collections::{BTreeMap, HashMap};

use record::case::{Band, Hypothesis, Origin};
use record::id::HypothesisId;
use record::judgement::{Entry, Judgement, Readout};

use super::band::{point, temper};
use super::constants::{METHOD, rho};
use super::error::WeighError;
use super::input::{Options, Origins, Trust, WeighedRoot};
use super::interval::intervals;
use super::readout::{Standing, confidence, entropy};

/// Nano-nats in a nat.
pub(super) const NANO: f64 = 1e9;

/// A root made ready: its bands in the order of the hypotheses, its trust, and its share k.
pub(super) struct Ready<'r> {
    pub root: &'r WeighedRoot,
    pub bands: Vec<Band>,
    pub trust: f64,
    pub share: f64,
}

/// The judgement on every hypothesis.
///
/// Roots of unknown origin are, under [`Origins::Merged`], one group with rho 1, whatever group they were in; a root
/// that is not trusted at all belongs to no group, since it says nothing and must not thin out what others say.
///
/// # Errors
/// Where hypotheses or roots cannot be weighed.
pub fn judge(hypotheses: &[Hypothesis], roots: &[WeighedRoot], options: &Options) -> Result<Judgement, WeighError> {
    let priors = priors(hypotheses)?;
    let ready = ready(hypotheses, roots, options)?;
    let mut sums: Vec<i64> = vec![0; priors.len()];
    let mut standing = Standing::new(priors.len());
    let mut ledger = Vec::with_capacity(ready.len());
    let mut before = log_odds(&priors, &sums);
    for root in &ready {
        let mut likelihoods: Vec<f64> = root.bands.iter().map(|band| point(*band)).collect();
        temper(&mut likelihoods, &priors, root.trust);
        for (sum, likelihood) in sums.iter_mut().zip(&likelihoods) {
            *sum = sum.saturating_add(nano(root.share * likelihood.ln()));
        }
        let weight = weights(&likelihoods, &priors, root.share);
        standing.add(root, &weight);
        let after = log_odds(&priors, &sums);
        let moved = after.iter().zip(&before).map(|(after, before)| after - before).collect();
        before = after;
        ledger.push(Entry { root: root.root.id, weight, moved });
    }
    let probabilities = posterior(&priors, &sums);
    let spread = intervals(&ready, &priors);
    let readouts = hypotheses
        .iter()
        .zip(&probabilities)
        .zip(spread)
        .enumerate()
        .map(|(place, ((hypothesis, probability), (low, high)))| {
            let (ambiguity, conflict) = standing.of(place);
            let (confidence, basis) = confidence(ambiguity, conflict, &standing);
            Readout {
                hypothesis: hypothesis.id,
                probability: *probability,
                interval: (low.min(*probability), high.max(*probability)),
                ambiguity,
                conflict,
                confidence,
                basis,
            }
        })
        .collect();
    Ok(Judgement { method: METHOD.to_owned(), readouts, ledger, entropy: entropy(&probabilities) })
}

pub(super) fn nano(nats: f64) -> i64 {
    // `as` saturates; no likelihood that is accepted comes near the ends.
    (nats * NANO).round() as i64
}

fn priors(hypotheses: &[Hypothesis]) -> Result<Vec<f64>, WeighError> {
    if hypotheses.len() < 2 {
        return Err(WeighError::TooFew);
    }
    let mut seen: BTreeMap<HypothesisId, ()> = BTreeMap::new();
    for hypothesis in hypotheses {
        if seen.insert(hypothesis.id, ()).is_some() {
            return Err(WeighError::Twice(hypothesis.key.clone()));
        }
        if !(hypothesis.prior > 0.0 && hypothesis.prior < 1.0) {
            return Err(WeighError::Prior { key: hypothesis.key.clone(), prior: hypothesis.prior });
        }
    }
    let sum: f64 = hypotheses.iter().map(|hypothesis| hypothesis.prior).sum();
    if (sum - 1.0).abs() > 1e-9 {
        return Err(WeighError::Sum(sum));
    }
    Ok(hypotheses.iter().map(|hypothesis| hypothesis.prior).collect())
}

fn ready<'r>(
    hypotheses: &[Hypothesis],
    roots: &'r [WeighedRoot],
    options: &Options,
) -> Result<Vec<Ready<'r>>, WeighError> {
    let mut ready: Vec<Ready<'r>> = Vec::with_capacity(roots.len());
    for root in roots {
        let trust = match root.trust {
            Trust::Known(trust) => trust,
            Trust::Ungraded => options.ungraded,
        };
        share_of(root, "trust", trust)?;
        ready.push(Ready { root, bands: bands(hypotheses, root)?, trust, share: 1.0 });
    }
    // How many speak in each group, and how far they depend on each other.
    let mut groups: HashMap<Option<u32>, (usize, f64)> = HashMap::new();
    for root in &ready {
        let Some((number, rho)) = group_of(root, options.origins) else { continue };
        share_of(root.root, "rho", rho)?;
        let (count, first) = groups.entry(number).or_insert((0, rho));
        if *first != rho {
            return Err(WeighError::Group { root: root.root.name.clone() });
        }
        *count += 1;
    }
    for root in &mut ready {
        if let Some((count, rho)) = group_of(root, options.origins).and_then(|(number, _)| groups.get(&number)) {
            root.share = 1.0 / (1.0 + (*count as f64 - 1.0) * rho);
        }
    }
    Ok(ready)
}

/// The group a root is counted in and its rho. `None` in the number's place is the group of all unknown origins.
fn group_of(root: &Ready<'_>, origins: Origins) -> Option<(Option<u32>, f64)> {
    if root.trust == 0.0 {
        return None;
    }
    if origins == Origins::Merged && root.root.origin == Origin::Unknown {
        return Some((None, rho::SAME));
    }
    root.root.group.map(|group| (Some(group.number), group.rho))
}

fn share_of(root: &WeighedRoot, what: &'static str, value: f64) -> Result<(), WeighError> {
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(WeighError::Share { root: root.name.clone(), what, value }) }
}

/// The bands of a root in the order of the hypotheses.
fn bands(hypotheses: &[Hypothesis], root: &WeighedRoot) -> Result<Vec<Band>, WeighError> {
    let name = || root.name.clone();
    let mut bands = Vec::with_capacity(hypotheses.len());
    for hypothesis in hypotheses {
        let key = || hypothesis.key.clone();
        let found = root.likelihoods.iter().find(|(id, _)| *id == hypothesis.id);
        let Some((_, Band { low, high })) = found.copied() else {
            return Err(WeighError::Missing { root: name(), key: key() });
        };
        let inside = |p: f64| p > 0.0 && p < 1.0;
        if !(inside(low) && inside(high)) {
            return Err(WeighError::Likelihood { root: name(), key: key(), low, high });
        }
        if low > high {
            return Err(WeighError::Crossed { root: name(), key: key(), low, high });
        }
        bands.push(Band { low, high });
    }
    if root.likelihoods.len() != hypotheses.len() {
        return Err(WeighError::Stray { root: name() });
    }
    Ok(bands)
}

/// Per hypothesis: k log(L'(h) / the mean of L' over the others, weighted by the initial priors), in nano-nats.
fn weights(likelihoods: &[f64], priors: &[f64], share: f64) -> Vec<i64> {
    let total: f64 = likelihoods.iter().zip(priors).map(|(likelihood, prior)| likelihood * prior).sum();
    likelihoods
        .iter()
        .zip(priors)
        .map(|(likelihood, prior)| {
            let others = (total - likelihood * prior) / (1.0 - prior);
            if others > 0.0 { nano(share * (likelihood / others).ln()) } else { 0 }
        })
        .collect()
}

/// Log of prior times likelihood, up to a constant.
fn logs(priors: &[f64], sums: &[i64]) -> Vec<f64> {
    priors.iter().zip(sums).map(|(prior, sum)| prior.ln() + *sum as f64 / NANO).collect()
}

pub(super) fn posterior(priors: &[f64], sums: &[i64]) -> Vec<f64> {
    let logs = logs(priors, sums);
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shares: Vec<f64> = logs.iter().map(|log| (log - most).exp()).collect();
    let total: f64 = shares.iter().sum();
    shares.iter().map(|share| share / total).collect()
}

/// The log-odds of each hypothesis against all others.
fn log_odds(priors: &[f64], sums: &[i64]) -> Vec<f64> {
    let logs = logs(priors, sums);
    (0..logs.len())
        .map(|place| {
            let others = || logs.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, log)| *log);
            let most = others().fold(f64::NEG_INFINITY, f64::max);
            let against = most + others().map(|log| (log - most).exp()).sum::<f64>().ln();
            logs.get(place).map_or(0.0, |log| log - against)
        })
        .collect()
}
