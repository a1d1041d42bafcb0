//! Several people's forecasts of one thing.

use super::error::WeighError;

/// The pooled probability: the mean of the log-odds, times an exponent that is learnt from scored history and 1.0
/// until then. An exponent above 1 moves the pool away from even, since each knows something that the others do not.
///
/// # Errors
/// Where there is no forecast, one is not strictly between 0 and 1, or the exponent is not finite.
pub fn pool(forecasts: &[f64], exponent: f64) -> Result<f64, WeighError> {
    let sound = forecasts.iter().all(|p| *p > 0.0 && *p < 1.0);
    if forecasts.is_empty() || !sound || !exponent.is_finite() {
        return Err(WeighError::Forecast);
    }
    let sum: f64 = forecasts.iter().map(|p| p.ln() - (-p).ln_1p()).sum();
    let log_odds = exponent * sum / forecasts.len() as f64;
    Ok(1.0 / (1.0 + (-log_odds).exp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_and_opposite_forecasts_pool_to_even() {
        assert!((pool(&[0.2, 0.8], 1.0).unwrap() - 0.5).abs() < 1e-12);
        // Odds 1 and 9, squared mean: 9 to 1.
        assert!((pool(&[0.5, 0.9], 2.0).unwrap() - 0.9).abs() < 1e-12);
    }

    #[test]
    fn a_certain_forecast_is_refused() {
        for bad in [&[0.0][..], &[1.0], &[f64::NAN], &[]] {
            assert_eq!(pool(bad, 1.0), Err(WeighError::Forecast));
        }
    }
}
