//! Dependency trees: which word is the head of which, and by what relation.
//!
//! A greedy transition parser: one linear model chooses each move, a second names the relation of each arc when it is
//! made, so that later moves can see it. One pass, 2n moves for n tokens.

pub mod features;
pub mod label_features;
mod parser;
mod rel;
pub mod state;

pub use parser::{Parsed, Parser, embedded};
pub use rel::Rel;
