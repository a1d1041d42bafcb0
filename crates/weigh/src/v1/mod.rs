//! The first method: Bayesian updating over independent roots, tempered by trust, with ambiguity and conflict read
//! out apart from the probability.

mod band;
mod constants;
mod error;
mod input;
mod interval;
mod judge;
mod learn;
mod opinion;
mod pool;
mod readout;

#[cfg(test)]
mod checks;
#[cfg(test)]
mod laws;

pub use constants::{METHOD, W, rho, trust_of};
pub use error::WeighError;
pub use input::{Group, Options, Origins, Trust, WeighedRoot};
pub use judge::judge;
pub use learn::{LEAST, Pooling, Scored, brier};
pub use opinion::Opinion;
pub use pool::pool;
