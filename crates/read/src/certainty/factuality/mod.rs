//! How far the text presents an event as having happened.

pub mod chain;
pub mod clause;
pub mod features;
pub mod scale;
pub mod signs;
