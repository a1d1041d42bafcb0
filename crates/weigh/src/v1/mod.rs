//! The first method: Bayesian updating over independent roots, tempered by trust, with ambiguity and conflict read
//! out apart from the probability.

mod ach;
mod band;
mod constants;
mod error;
mod groups;
mod input;
mod judge;
mod learn;
mod odds;
mod opinion;
mod readout;
mod score;
mod trust;
mod value;
mod weigher;

#[cfg(test)]
mod checks;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod values;

pub use ach::{Consistency, consistency, diagnosticity};
pub use constants::{INTERESTED, METHOD, W, rho};
pub use error::WeighError;
pub use input::{Group, Options, Origins, Trust, WeighedRoot};
pub use judge::judge;
pub use learn::{LEAST, Pooling, Scored, brier};
pub use opinion::Opinion;
pub use score::{Bin, Decomposition, bins, brier_of_many, decomposition, log_score};
pub use trust::{Record, certainty, learnt, trust_of, was_right};
pub use value::{Expected, Needed, expected, needed, reversed};
pub use weigher::Weigher;
