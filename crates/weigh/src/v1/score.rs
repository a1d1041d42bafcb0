//! How good forecasts were, when the outcome is known.

/// The Brier score over several exclusive hypotheses, of which the one at `outcome` came true: half the sum of the squared
/// errors, so that for two it is that of one forecast, 0 to 1. 1 where the outcome is none of them.
pub fn brier_of_many(probabilities: &[f64], outcome: usize) -> f64 {
    if outcome >= probabilities.len() {
        return 1.0;
    }
    let squared = |(place, p): (usize, &f64)| (p - f64::from(u8::from(place == outcome))).powi(2);
    probabilities.iter().enumerate().map(squared).sum::<f64>() / 2.0
}

/// The logarithmic score in nats: minus the logarithm of what was given to what came true. 0 where that was 1, without
/// bound where it was 0.
pub fn log_score(probability: f64) -> f64 {
    -probability.max(f64::MIN_POSITIVE).ln() + 0.0
}

/// Forecasts of about one probability, with how often they came true.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// How many forecasts fall into it.
    pub forecasts: usize,
    /// Their mean.
    pub mean: f64,
    /// The share of them that came true.
    pub came_true: f64,
}

/// Forecasts of single statements, each with whether it came true, in ten bins of a tenth; empty ones are left out.
pub fn bins(forecasts: &[(f64, bool)]) -> Vec<Bin> {
    const BINS: usize = 10;
    // What is .3 but for the last digits of a sum is .3.
    let place = |p: f64| ((p * BINS as f64 + 1e-9) as usize).min(BINS - 1);
    (0..BINS)
        .filter_map(|number| {
            let inside: Vec<&(f64, bool)> = forecasts.iter().filter(|(p, _)| place(*p) == number).collect();
            let count = inside.len();
            (count > 0).then(|| Bin {
                low: number as f64 / BINS as f64,
                high: (number + 1) as f64 / BINS as f64,
                forecasts: count,
                mean: inside.iter().map(|(p, _)| p).sum::<f64>() / count as f64,
                came_true: inside.iter().filter(|(_, outcome)| *outcome).count() as f64 / count as f64,
            })
        })
        .collect()
}

/// The Brier score taken apart (Murphy 1973, "A New Vector Partition of the Probability Score"): over the bins,
/// brier = reliability - resolution + uncertainty, up to the spread of the forecasts within a bin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decomposition {
    /// How far the forecasts lie from how often they came true; 0 is best.
    pub reliability: f64,
    /// How far they tell apart what comes true from what does not; more is better.
    pub resolution: f64,
    /// How open the questions were: the base rate times what it leaves of 1.
    pub uncertainty: f64,
}

/// The decomposition over `bins`. `None` without forecasts.
pub fn decomposition(bins: &[Bin]) -> Option<Decomposition> {
    let all: f64 = bins.iter().map(|bin| bin.forecasts as f64).sum();
    if all <= 0.0 {
        return None;
    }
    let mean = |of: &dyn Fn(&Bin) -> f64| bins.iter().map(|bin| bin.forecasts as f64 * of(bin)).sum::<f64>() / all;
    let base = mean(&|bin| bin.came_true);
    Some(Decomposition {
        reliability: mean(&|bin| (bin.mean - bin.came_true).powi(2)),
        resolution: mean(&|bin| (bin.came_true - base).powi(2)),
        uncertainty: base * (1.0 - base),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::brier;
    use super::*;

    #[test]
    fn for_two_hypotheses_it_is_the_score_of_one_forecast() {
        assert!((brier_of_many(&[0.7, 0.3], 0) - brier(0.7, true)).abs() < 1e-12);
        assert!((brier_of_many(&[0.2, 0.3, 0.5], 2) - 0.19).abs() < 1e-12);
        assert_eq!(brier_of_many(&[0.0, 1.0], 0), 1.0);
        assert_eq!(brier_of_many(&[0.5, 0.5], 7), 1.0);
    }

    #[test]
    fn the_log_score_is_finite_for_every_forecast() {
        assert_eq!(log_score(1.0), 0.0);
        assert!((log_score(0.5) - 2.0_f64.ln()).abs() < 1e-12);
        assert!(log_score(0.0).is_finite());
    }

    #[test]
    fn who_says_seven_in_ten_and_is_right_seven_times_in_ten_is_reliable() {
        let said: Vec<(f64, bool)> = (0..10).map(|number| (0.7, number < 7)).collect();
        let bins = bins(&said);
        assert_eq!(bins.len(), 1);
        assert_eq!((bins[0].forecasts, bins[0].low), (10, 0.7));
        let parts = decomposition(&bins).unwrap();
        assert!(parts.reliability < 1e-12 && parts.resolution < 1e-12 && (parts.uncertainty - 0.21).abs() < 1e-12);
        assert_eq!(decomposition(&[]), None);
    }

    #[test]
    fn what_misses_a_tenth_by_rounding_alone_is_that_tenth() {
        let bins = bins(&[(0.299_999_999_999_999_93, true), (0.299, false)]);
        let lows: Vec<(f64, usize)> = bins.iter().map(|bin| (bin.low, bin.forecasts)).collect();
        assert_eq!(lows, [(0.2, 1), (0.3, 1)]);
    }

    proptest! {
        #[test]
        fn the_parts_add_up_to_the_score_of_forecasts_in_tenths(
            said in proptest::collection::vec((0..10_u8, any::<bool>()), 1..60),
        ) {
            let said: Vec<(f64, bool)> = said.iter().map(|(tenth, came)| (f64::from(*tenth) / 10.0 + 0.05, *came)).collect();
            let parts = decomposition(&bins(&said)).unwrap();
            let brier = said.iter().map(|(p, came)| brier(*p, *came)).sum::<f64>() / said.len() as f64;
            prop_assert!((parts.reliability - parts.resolution + parts.uncertainty - brier).abs() < 1e-9);
        }
    }
}
