//! Trials for the verbatim guard: worlds with protected reports, open texts, and lines that leak something or nothing.
//!
//! This was written blind to the guard, which was first measured on it with seed 7141.

#![expect(clippy::explicit_auto_deref, reason = "without it the type of what is picked is not inferred")]

mod clean;
mod dates;
mod disguise;
mod facts;
mod facts_more;
mod leak;
mod leak_loose;
mod names;
mod numbers;
mod phrases;
mod prng;
mod setting;
mod text;
mod tokens;
mod verbs;
mod words;
mod world;

pub use world::worlds;

/// How a line gives its secret away, if it does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// The very words.
    Verbatim,
    /// The same token in another format, inflection or spelling.
    Format,
    /// A rounded or converted number, a phrase in another order.
    Rounded,
    /// The same in other words.
    Paraphrase,
    /// Not at all.
    Clean,
}

/// A sentence of the draft release.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Its class.
    pub class: Class,
    /// The words of the protected text that are given away; empty for clean lines.
    pub secret: String,
    /// The sub-kind, in a few words.
    pub how: &'static str,
}

/// Protected reports, open texts and the lines of a draft.
#[derive(Clone, Debug)]
pub struct World {
    /// Reports of protected sources.
    pub protected: Vec<String>,
    /// What everybody may read.
    pub open: Vec<String>,
    /// The lines.
    pub lines: Vec<Line>,
}
