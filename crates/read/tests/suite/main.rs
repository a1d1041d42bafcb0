//! The reader from outside: what holds of the reading of any text, texts made to break it, and whole corpora.

mod corpora;
mod hard;
mod properties;
mod sound;

use record::reading::Reading;

/// Reads a text of which nothing else is known.
pub fn reading(text: &str) -> Reading {
    read::read(text, sound::nothing_known())
}

/// The kinds of problems of a text, in order, each once.
pub fn problems(text: &str) -> Vec<String> {
    let mut kinds: Vec<String> = reading(text).problems.into_iter().map(|problem| problem.kind).collect();
    kinds.dedup();
    kinds
}
