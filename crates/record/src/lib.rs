//! The nouns of the house.
//!
//! Every room speaks of the same things, and this crate says what those things are: a [`reading::Reading`] of a
//! document and the claims in it, a [`case::Hypothesis`], a [`marking::Marking`], a [`label::Label`], a
//! [`viewer::Viewer`], a [`packet::Manifest`]. It holds types, their order and their invariants, and nothing that
//! needs a disk, a clock, chance or a network. It must not know any other crate of the house: `cargo xtask tidy`
//! fails when it does.

pub mod aside;
pub mod case;
pub mod cover;
pub mod document;
pub mod id;
pub mod judgement;
pub mod label;
pub mod link;
pub mod mandate;
pub mod marking;
pub mod packet;
pub mod reading;
pub mod release;
pub mod review;
pub mod source;
pub mod span;
pub mod step;
pub mod time;
pub mod viewer;
pub mod warning;
pub mod words;
