//! The judgement.
//!
//! P = normalised exp(log prior + sum of k log L'), where k = 1 for an independent root and 1 / (1 + (n-1) rho) for each
//! of n that depend on each other.

use record::case::Hypothesis;
use record::judgement::{Entry, Judgement};

use super::constants::METHOD;
use super::error::WeighError;
use super::input::{Options, WeighedRoot};
use super::odds::shared;
use super::readout::entropy;
use super::weigher::Weigher;

/// The judgement on every hypothesis.
///
/// An entry of the ledger says what its root weighs among all the others, and what it did to the judgement when it came
/// after those before it, which it may have thinned out.
///
/// # Errors
/// Where hypotheses or roots cannot be weighed.
pub fn judge(hypotheses: &[Hypothesis], roots: &[WeighedRoot], options: &Options) -> Result<Judgement, WeighError> {
    let mut weigher = Weigher::new(hypotheses, *options)?;
    let mut ledger = Vec::with_capacity(roots.len());
    let mut before = weigher.log_odds();
    for root in roots {
        weigher.add(root)?;
        let after = weigher.log_odds();
        let moved = after.iter().zip(&before).map(|(after, before)| after - before).collect();
        before = after;
        ledger.push(Entry { root: root.id, weight: weigher.last_weights(), moved });
    }
    for (entry, root) in ledger.iter_mut().zip(roots) {
        let share = weigher.share(root)?;
        entry.weight.iter_mut().for_each(|weight| *weight = shared(share, *weight));
    }
    Ok(Judgement {
        method: METHOD.to_owned(),
        readouts: weigher.readouts(),
        ledger,
        entropy: entropy(&weigher.probabilities()),
    })
}
