//! Words for probability: ladders of terms, each with the probabilities it stands for.
//!
//! Every house has its own ladder, and the same words stand for other numbers on another: `likely` is 55 to 80 per cent
//! in Washington, 60 to 90 at NATO. So a word means nothing until it is said which [`Ladder`] it stands on.

mod icd203;
mod ipcc;
mod ladder;
mod nato;
mod phia;

pub use icd203::{Icd203, icd203};
pub use ladder::{Ladder, Term, UnknownLadder};
