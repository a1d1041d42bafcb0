//! Words for probability.

mod icd203;

pub use icd203::{Icd203, icd203};
