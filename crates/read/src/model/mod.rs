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
mod table;

pub use file::{Aligned, Model, ModelError, ModelFile};
