//! The matrix of competing hypotheses: how each root sits with each hypothesis, and how well it tells them apart.
//!
//! After Heuer 1999, *Psychology of Intelligence Analysis*, chapter 8: what counts is not how much fits a hypothesis but what
//! speaks against it, and evidence that fits all of them has no diagnostic value. The signs are read off the stated
//! likelihoods; nothing is judged twice.

use super::error::WeighError;
use super::input::WeighedRoot;
use super::weigher::Weigher;

/// How a root sits with a hypothesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consistency {
    /// `II`: at least three times less likely under it than on the whole.
    VeryInconsistent,
    /// `I`: less likely under it.
    Inconsistent,
    /// `N`: about as likely under it as on the whole.
    Neutral,
    /// `C`: more likely under it.
    Consistent,
    /// `CC`: at least three times more likely under it than on the whole.
    VeryConsistent,
}

impl Consistency {
    /// The sign in the matrix.
    pub fn sign(self) -> &'static str {
        match self {
            Self::VeryInconsistent => "II",
            Self::Inconsistent => "I",
            Self::Neutral => "N",
            Self::Consistent => "C",
            Self::VeryConsistent => "CC",
        }
    }
}

/// Up to this ratio a root is neutral.
const NEUTRAL: f64 = 1.1;
/// From this ratio on it is very much for or against.
const VERY: f64 = 3.0;

/// How a root sits with each hypothesis, in their order: its tempered likelihood there against that under all the others,
/// weighted by the initial priors.
///
/// # Errors
/// Where the root cannot be weighed.
pub fn consistency(weigher: &Weigher, root: &WeighedRoot) -> Result<Vec<Consistency>, WeighError> {
    let likelihoods = weigher.tempered(root)?;
    let of = |weight: f64| {
        let (neutral, very) = (NEUTRAL.ln(), VERY.ln() - 1e-9);
        match weight {
            weight if weight <= -very => Consistency::VeryInconsistent,
            weight if weight < -neutral => Consistency::Inconsistent,
            weight if weight <= neutral => Consistency::Neutral,
            weight if weight < very => Consistency::Consistent,
            _ => Consistency::VeryConsistent,
        }
    };
    Ok(super::odds::weights(&likelihoods, weigher.priors()).into_iter().map(of).collect())
}

/// How well a root tells the hypotheses apart: the logarithm, in nats, of the ratio of its greatest to its least tempered
/// likelihood. 0 where it fits all alike.
///
/// # Errors
/// Where the root cannot be weighed.
pub fn diagnosticity(weigher: &Weigher, root: &WeighedRoot) -> Result<f64, WeighError> {
    let likelihoods = weigher.tempered(root)?;
    let least = likelihoods.iter().copied().fold(f64::INFINITY, f64::min);
    let most = likelihoods.iter().copied().fold(0.0, f64::max);
    Ok(if least > 0.0 { (most / least).ln().max(0.0) } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::super::checks::{hypothesis, root};
    use super::super::{Options, Trust};
    use super::*;

    #[test]
    fn the_signs_are_read_off_the_likelihoods() {
        let hypotheses = [hypothesis(1, 0.2), hypothesis(2, 0.3), hypothesis(3, 0.5)];
        let weigher = Weigher::new(&hypotheses, Options::default()).unwrap();
        let signs = |root: &WeighedRoot| {
            let signs: Vec<&str> = consistency(&weigher, root).unwrap().into_iter().map(Consistency::sign).collect();
            signs.join(" ")
        };
        // Against the mean of the others: .8 to .2125, .4 to .3, .1 to .56.
        assert_eq!(signs(&root(1, &[0.8, 0.4, 0.1])), "CC C II");
        assert_eq!(signs(&root(1, &[0.5, 0.5, 0.5])), "N N N");
        let doubted = WeighedRoot { trust: Trust::Known(0.2), ..root(1, &[0.8, 0.4, 0.1]) };
        assert_eq!(signs(&doubted), "C N I");
        assert!((diagnosticity(&weigher, &root(1, &[0.8, 0.4, 0.1])).unwrap() - 8.0_f64.ln()).abs() < 1e-12);
        assert_eq!(diagnosticity(&weigher, &root(1, &[0.5, 0.5, 0.5])).unwrap(), 0.0);
    }

    #[test]
    fn three_times_as_likely_is_very_consistent_and_a_tenth_more_is_nothing() {
        let hypotheses = [hypothesis(1, 0.5), hypothesis(2, 0.5)];
        let weigher = Weigher::new(&hypotheses, Options::default()).unwrap();
        let first = |likelihoods: &[f64]| consistency(&weigher, &root(1, likelihoods)).unwrap()[0].sign();
        assert_eq!(
            [first(&[0.6, 0.2]), first(&[0.2, 0.6]), first(&[0.22, 0.2]), first(&[0.3, 0.2])],
            ["CC", "II", "N", "C"]
        );
    }
}
