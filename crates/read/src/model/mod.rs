//! The files that trained models stand in, and how features are named in them.
//!
//! A model is made once by `cargo xtask train` and compiled into the program, so it is laid out to be used where it
//! lies: a few named sections, each a flat table that is checked once and then read without copying. Nothing here
//! trusts the bytes: a damaged file is an error when it is opened, never a panic while a document is read.

pub mod codes;
pub mod file;
pub mod hash;
pub mod lookup;
pub mod moves;
pub(crate) mod names;
pub mod rows;

pub use file::{Aligned, Model, ModelError, ModelFile};

/// Looks once at each of the places that are about to be read.
///
/// The processor waits for none of these looks, so memory works on all of them at once; were each followed by work on what
/// it brings, a few would be under way at a time. Measured: a sixth more words a second.
#[inline(always)]
fn call_up<const N: usize>(table: &[[u8; N]], places: impl Iterator<Item = usize>) {
    std::hint::black_box(places.fold(0, |seen, at| seen ^ table[at][0]));
}
