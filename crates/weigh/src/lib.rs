//! Evidence and hypotheses to judgements, with reasons.
//!
//! Arithmetic and nothing else: it knows no text, no disk and no clock. A method stands in a module of its own with its
//! constants, so that a later one can stand beside it and an old judgement can be made again as it was.

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod v1;
