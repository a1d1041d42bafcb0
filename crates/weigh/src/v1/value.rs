//! What would change the judgement: the next piece of evidence, before it is there.

use record::case::{Band, Origin};

use super::error::WeighError;
use super::input::{Group, WeighedRoot};
use super::weigher::Weigher;

/// What an observation that has not been made is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// How likely it is to be seen, as things stand.
    pub seen: f64,
    /// What the hypotheses' probabilities would be if it were.
    pub if_seen: Vec<f64>,
    /// What they would be if it were not.
    pub if_silent: Vec<f64>,
    /// How much it tells of which hypothesis is true, in bits: the mutual information of the two. 0 where it would change
    /// nothing, at most 1.
    pub bits: f64,
}

/// What it would be worth to learn whether something is seen that has these likelihoods and this trust, after all that is
/// known.
///
/// # Errors
/// Where the likelihoods cannot be weighed.
pub fn expected(weigher: &Weigher, observation: &WeighedRoot) -> Result<Expected, WeighError> {
    let likelihoods = weigher.tempered(observation)?;
    let now = weigher.probabilities();
    let seen: f64 = now.iter().zip(&likelihoods).map(|(p, likelihood)| p * likelihood).sum();
    let given = |of: &dyn Fn(f64) -> f64, whole: f64| -> Vec<f64> {
        now.iter().zip(&likelihoods).map(|(p, likelihood)| p * of(*likelihood) / whole).collect()
    };
    let if_seen = given(&|likelihood| likelihood, seen);
    let if_silent = given(&|likelihood| 1.0 - likelihood, 1.0 - seen);
    let bits = entropy(&now) - seen * entropy(&if_seen) - (1.0 - seen) * entropy(&if_silent);
    Ok(Expected { seen, if_seen, if_silent, bits: bits.max(0.0) })
}

fn entropy(probabilities: &[f64]) -> f64 {
    -probabilities.iter().filter(|p| **p > 0.0).map(|p| p * p.log2()).sum::<f64>()
}

/// How strong one more independent root would have to be to bring a hypothesis to another probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Needed {
    /// The probability it is to come to.
    pub to: f64,
    /// How many times likelier it would have to be under the hypothesis than under the others; below 1 where it speaks
    /// against it.
    pub ratio: f64,
}

/// What it would take to bring the hypothesis at `place` to `to`. `None` where one of the two is certain.
pub fn needed(weigher: &Weigher, place: usize, to: f64) -> Option<Needed> {
    let now = weigher.log_odds().get(place).copied()?;
    let wanted = to.ln() - (-to).ln_1p();
    let ratio = (wanted - now).exp();
    (wanted.is_finite() && ratio.is_finite() && ratio > 0.0).then_some(Needed { to, ratio })
}

/// The root as it would bear if what it says were false: what is unlikely under a hypothesis is what then speaks for it. Its
/// trust is full, since that it is false is taken to be known.
///
/// What depended on each other does so still where both are false: three versions of one story that is false are one thing that is
/// known, and not three. It depends on nothing that is not false.
pub fn reversed(root: &WeighedRoot) -> WeighedRoot {
    let likelihoods =
        root.likelihoods.iter().map(|(id, band)| (*id, Band { low: 1.0 - band.high, high: 1.0 - band.low })).collect();
    let mut groups: Vec<Group> =
        root.groups.iter().map(|group| Group { number: !group.number, rho: group.rho }).collect();
    if root.origin == Origin::Unknown {
        groups.push(Group { number: FALSE_OF_UNKNOWN_ORIGIN, rho: 1.0 });
    }
    WeighedRoot {
        likelihoods,
        trust: super::Trust::Known(1.0),
        tempering: 1.0,
        groups,
        origin: Origin::Known,
        ..root.clone()
    }
}

/// The group of what is false and of unknown origin. Groups are numbered by random ids, none of which is this.
const FALSE_OF_UNKNOWN_ORIGIN: u128 = u128::MAX;

#[cfg(test)]
mod tests {
    use super::super::checks::{hypothesis, root};
    use super::super::{Options, Trust};
    use super::*;

    fn even() -> Weigher {
        Weigher::new(&[hypothesis(1, 0.5), hypothesis(2, 0.5)], Options::default()).unwrap()
    }

    #[test]
    fn what_would_tell_for_certain_is_worth_a_bit_and_what_fits_both_is_worth_nothing() {
        let worth = |likelihoods: &[f64]| expected(&even(), &root(1, likelihoods)).unwrap();
        assert!(worth(&[1.0 - 1e-12, 1e-12]).bits > 0.999);
        assert_eq!(worth(&[0.7, 0.7]).bits, 0.0);
        let some = worth(&[0.8, 0.2]);
        assert!((some.seen - 0.5).abs() < 1e-12 && (some.if_seen[0] - 0.8).abs() < 1e-12);
        assert!((some.if_silent[0] - 0.2).abs() < 1e-12);
        // 1 - H(.8) = .2781
        assert!((some.bits - 0.2781).abs() < 1e-4);
        let doubted = WeighedRoot { trust: Trust::Known(0.5), ..root(1, &[0.8, 0.2]) };
        assert!(expected(&even(), &doubted).unwrap().bits < some.bits);
    }

    #[test]
    fn from_even_to_four_fifths_takes_four_to_one() {
        assert!((needed(&even(), 0, 0.8).unwrap().ratio - 4.0).abs() < 1e-9);
        assert!((needed(&even(), 0, 0.2).unwrap().ratio - 0.25).abs() < 1e-9);
        assert_eq!(needed(&even(), 0, 1.0), None);
    }

    #[test]
    fn what_is_known_to_be_false_speaks_for_the_other_side() {
        let mut weigher = even();
        weigher.add(&reversed(&root(1, &[0.8, 0.4]))).unwrap();
        // .2 to .6.
        assert!((weigher.probabilities()[0] - 0.25).abs() < 1e-9);
    }
}
