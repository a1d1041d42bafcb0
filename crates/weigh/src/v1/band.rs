//! Bands of likelihood, their point, and tempering by trust.

use record::case::Band;

/// The point of a band: the probability whose odds are the geometric mean of the odds of its ends.
pub(super) fn point(band: Band) -> f64 {
    if band.low == band.high {
        return band.low;
    }
    // The roots are taken before they are multiplied, so that the least odds do not vanish on the way.
    let root = |p: f64| (p / (1.0 - p)).sqrt();
    let odds = root(band.low) * root(band.high);
    odds / (1.0 + odds)
}

/// L'(h) = t L(h) + (1-t) Lbar, with Lbar the mean of L weighted by the initial priors.
///
/// At t = 1 nothing changes; at t = 0 every hypothesis gets the same, and the root says nothing. Splitting a hypothesis
/// into two that share its prior and its likelihood leaves Lbar as it was.
pub(super) fn temper(likelihoods: &mut [f64], priors: &[f64], trust: f64) {
    let mean: f64 = likelihoods.iter().zip(priors).map(|(likelihood, prior)| likelihood * prior).sum();
    for likelihood in likelihoods {
        *likelihood = trust * *likelihood + (1.0 - trust) * mean;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_of_a_band_is_the_geometric_mean_of_its_odds() {
        // Odds 1/4 and 4: their geometric mean is even.
        assert!((point(Band { low: 0.2, high: 0.8 }) - 0.5).abs() < 1e-12);
        // Odds 1 and 9: three to one.
        assert!((point(Band { low: 0.5, high: 0.9 }) - 0.75).abs() < 1e-12);
        assert_eq!(point(Band { low: 0.3, high: 0.3 }), 0.3);
        assert!(point(Band { low: 1e-300, high: 1e-300_f64.next_up() }) > 0.0);
    }

    #[test]
    fn an_untrusted_root_says_the_same_of_every_hypothesis() {
        let mut likelihoods = [0.9, 0.1];
        temper(&mut likelihoods, &[0.25, 0.75], 0.0);
        assert!((likelihoods[0] - 0.3).abs() < 1e-12 && (likelihoods[1] - 0.3).abs() < 1e-12);
    }
}
