//! What scored history teaches about pooling several people's forecasts.

use super::error::WeighError;

/// How one question is pooled out of what several people said of it.
///
/// The pool is the mean of their log-odds, later ones counting more, times an exponent. Until there is history the exponent
/// is 1 and all count alike. That an exponent above 1 helps is known of people who each hold something that the others do
/// not (Satopää et al. 2014, *Combining multiple probability predictions using a simple logit model*); that later forecasts
/// are the better ones is learnt, since more was known by then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pooling {
    /// By what the mean of the log-odds is multiplied.
    pub exponent: f64,
    /// How much more the last forecast of a question counts than the first: the logarithm of the ratio of their weights.
    pub recency: f64,
}

/// A question whose answer is known, with what people said before.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// The last word of each person, in the order in which they gave it. Each strictly between 0 and 1.
    pub forecasts: Vec<f64>,
    /// Whether it came true.
    pub outcome: bool,
}

/// With fewer questions than this nothing is learnt.
pub const LEAST: usize = 30;

impl Default for Pooling {
    fn default() -> Self {
        Self { exponent: 1.0, recency: 0.0 }
    }
}

impl Pooling {
    /// The pooled probability of forecasts in the order in which they were given.
    ///
    /// # Errors
    /// Where there is none, or one is not strictly between 0 and 1.
    pub fn pool(&self, forecasts: &[f64]) -> Result<f64, WeighError> {
        let odds = log_odds(forecasts)?;
        Ok(self.of(&odds))
    }

    /// The pooling under which the Brier score over `history` is least: of exponents from .5 to 3 in steps of .05, and of
    /// recencies from 0 to 6 in steps of .25. Of two that score alike the one that changes less.
    ///
    /// # Errors
    /// Where a forecast is not strictly between 0 and 1, or a question has none.
    pub fn learn(history: &[Scored]) -> Result<Self, WeighError> {
        if history.len() < LEAST {
            return Ok(Self::default());
        }
        let known: Vec<(Vec<f64>, f64)> = history
            .iter()
            .map(|question| Ok((log_odds(&question.forecasts)?, f64::from(u8::from(question.outcome)))))
            .collect::<Result<_, WeighError>>()?;
        let mut best = (f64::INFINITY, Self::default());
        // Those that change less come first, so that another has to be better to be taken.
        let mut exponents: Vec<u8> = (10..=60).collect();
        exponents.sort_by_key(|step| step.abs_diff(20));
        for recency in (0..=24_u8).map(|step| f64::from(step) * 0.25) {
            // The exponent comes last, so that the weighted mean is made once for all of them.
            let means: Vec<(f64, f64)> =
                known.iter().map(|(odds, outcome)| (weighted(odds, recency), *outcome)).collect();
            for exponent in exponents.iter().map(|step| f64::from(*step) * 0.05) {
                let sum: f64 = means.iter().map(|(mean, outcome)| (logistic(exponent * mean) - outcome).powi(2)).sum();
                if sum < best.0 - 1e-12 {
                    best = (sum, Self { exponent, recency });
                }
            }
        }
        Ok(best.1)
    }

    fn of(&self, odds: &[f64]) -> f64 {
        logistic(self.exponent * weighted(odds, self.recency))
    }
}

/// The Brier score of one forecast: 0 where it was certain and right, 1 where it was certain and wrong.
pub fn brier(forecast: f64, outcome: bool) -> f64 {
    (forecast - f64::from(u8::from(outcome))).powi(2)
}

fn log_odds(forecasts: &[f64]) -> Result<Vec<f64>, WeighError> {
    let sound = forecasts.iter().all(|p| *p > 0.0 && *p < 1.0);
    match sound && !forecasts.is_empty() {
        true => Ok(forecasts.iter().map(|p| p.ln() - (-p).ln_1p()).collect()),
        false => Err(WeighError::Forecast),
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// The mean, the last of n counting e to the `recency` times as much as the first and those between in even steps.
fn weighted(odds: &[f64], recency: f64) -> f64 {
    let last = odds.len().saturating_sub(1).max(1) as f64;
    let (mut sum, mut weights) = (0.0, 0.0);
    for (place, odd) in odds.iter().enumerate() {
        let weight = (recency * (place as f64 / last - 1.0)).exp();
        sum += weight * odd;
        weights += weight;
    }
    if weights > 0.0 { sum / weights } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn without_history_it_is_the_plain_mean_of_log_odds() {
        let few = vec![Scored { forecasts: vec![0.9, 0.8], outcome: true }; LEAST - 1];
        assert_eq!(Pooling::learn(&few), Ok(Pooling::default()));
        let pooled = |forecasts: &[f64]| Pooling::default().pool(forecasts).unwrap();
        assert!((pooled(&[0.2, 0.8]) - 0.5).abs() < 1e-12);
        // Odds 1 and 9: their geometric mean is three to one. Squared, it is nine to one.
        assert!((pooled(&[0.5, 0.9]) - 0.75).abs() < 1e-12);
        let squared = Pooling { exponent: 2.0, recency: 0.0 }.pool(&[0.5, 0.9]).unwrap();
        assert!((squared - 0.9).abs() < 1e-12);
    }

    #[test]
    fn people_who_are_too_timid_together_are_pushed_out_and_those_who_come_late_are_believed() {
        // The first says even each time, the last leans the right way each time and not far enough.
        let question = |outcome: bool| Scored { forecasts: vec![0.5, if outcome { 0.7 } else { 0.3 }], outcome };
        let history: Vec<Scored> = (0..60).map(|number| question(number % 3 == 0)).collect();
        let learnt = Pooling::learn(&history).unwrap();
        assert!(learnt.exponent > 2.0 && learnt.recency > 2.0, "{learnt:?}");
        assert!(learnt.pool(&[0.5, 0.7]).unwrap() > 0.85);
    }

    #[test]
    fn forecasts_that_say_nothing_of_the_outcome_are_pulled_in() {
        let history: Vec<Scored> =
            (0..60).map(|number| Scored { forecasts: vec![0.95, 0.95], outcome: number % 2 == 0 }).collect();
        assert_eq!(Pooling::learn(&history).unwrap().exponent, 0.5);
    }

    #[test]
    fn of_two_poolings_that_score_alike_the_one_that_changes_less_is_learnt() {
        // Whatever is done to even odds, they stay even.
        let history: Vec<Scored> =
            (0..60).map(|number| Scored { forecasts: vec![0.5, 0.5], outcome: number % 2 == 0 }).collect();
        assert_eq!(Pooling::learn(&history), Ok(Pooling::default()));
    }

    #[test]
    fn a_certain_forecast_is_refused() {
        let certain = vec![Scored { forecasts: vec![1.0], outcome: true }; LEAST];
        assert_eq!(Pooling::learn(&certain), Err(WeighError::Forecast));
        for bad in [&[0.0][..], &[1.0], &[f64::NAN], &[]] {
            assert_eq!(Pooling::default().pool(bad), Err(WeighError::Forecast));
        }
    }

    proptest! {
        #[test]
        fn a_pool_lies_between_0_and_1_and_of_one_exponent_between_its_forecasts(
            forecasts in proptest::collection::vec(0.001..0.999_f64, 1..9),
            exponent in 0.5..3.0_f64, recency in 0.0..6.0_f64,
        ) {
            let pooled = Pooling { exponent, recency }.pool(&forecasts).unwrap();
            prop_assert!(pooled > 0.0 && pooled < 1.0);
            let plain = Pooling { exponent: 1.0, recency }.pool(&forecasts).unwrap();
            let (low, high) = forecasts.iter().fold((1.0_f64, 0.0_f64), |(low, high), p| (low.min(*p), high.max(*p)));
            prop_assert!(plain >= low - 1e-9 && plain <= high + 1e-9);
        }
    }
}
