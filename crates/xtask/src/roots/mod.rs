//! Which documents say the same thing from the same mouth: documents with known roots to measure it with.

pub mod blind;
