//! What a source does with a content, by the words it is told in: one table a stance, and one of what only looks like
//! it. [`crate::attribute::pattern`] says how a pattern is written.
//!
//! The tables are looked through in the order of [`TABLES`]; where two patterns begin with the same word the first that
//! fits is taken, so that what is more particular stands before what is less.

mod acts;
mod asks;
mod classes;
mod declines;
mod denies;
mod doubts;
mod evades;
mod hopes;
mod misses;
mod orders;
mod replies;
mod speaks;

pub(super) use classes::CLASSES;
pub(super) use replies::REPLIES;

use crate::language::{Frame, Surety};
use record::reading::Stance;

/// Every table of frames.
pub(super) const TABLES: &[&[Frame]] = &[
    misses::MISSES,
    acts::ACTS,
    evades::EVADES,
    declines::DECLINES,
    denies::DENIES,
    doubts::DOUBTS,
    hopes::HOPES,
    orders::ORDERS,
    asks::ASKS,
    speaks::SPEAKS,
];

/// Words that are an attribution wherever they stand.
const fn sure(stance: Stance, words: &'static str) -> Frame {
    Frame { stance, words, surety: Surety::Sure }
}

/// Words that say the stance of an attribution where the model finds one.
const fn where_found(stance: Stance, words: &'static str) -> Frame {
    Frame { stance, words, surety: Surety::WhereFound }
}

/// Words that look like an attribution, and are none.
const fn miss(words: &'static str) -> Frame {
    Frame { stance: Stance::Says, words, surety: Surety::Miss }
}
