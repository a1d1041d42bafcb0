//! Linking what was collected: which documents say the same thing from the same mouth.

mod common;
mod copies;
mod pairs;
mod sets;
mod sketch;
mod words;

pub use copies::{Copies, Edge, Reuse, copies};
pub use sketch::{Shared, Sketch};
