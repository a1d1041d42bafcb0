//! Putting what is known into the words that readers know the meaning of.

mod clause;
mod judgement;

pub use judgement::{Sentences, WordingError, judgement};
