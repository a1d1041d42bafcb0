//! What may be said, to whom, and by whose leave.
//!
//! From a judgement with everything behind it to a packet with nothing behind it: [`marking`] says what each line
//! demands of its hearers, [`workflow`] who has agreed to say it, [`wording`] puts a judgement into words that are
//! understood alike, and [`packet`] is what goes out and how it can be verified.
//!
//! Everything is a function of its arguments: no clock, no chance, no store and no network, and of the disk only the
//! folder of a packet that is verified. Whatever cannot be decided is refused. Each room has its own errors, which name
//! the thing, the reason and the way out; [`DiscloseError`] is any of them.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

pub mod cover;
pub mod guard;
pub mod ladder;
pub mod marking;
pub mod mosaic;
pub mod packet;
pub mod wording;
pub mod workflow;

/// Whatever this crate refuses. Its words are those of the error within.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DiscloseError {
    /// A text is not a marking.
    #[error(transparent)]
    Marking(#[from] marking::MarkingError),
    /// Somebody may not do what they want to do.
    #[error(transparent)]
    Refused(#[from] workflow::Refusal),
    /// A judgement cannot be put into words.
    #[error(transparent)]
    Wording(#[from] wording::WordingError),
    /// A key is none.
    #[error(transparent)]
    Key(#[from] packet::KeyError),
    /// A packet cannot be made.
    #[error(transparent)]
    Packet(#[from] packet::PacketError),
    /// A log, or what one says, does not hold.
    #[error(transparent)]
    Log(#[from] packet::log::LogError),
    /// A folder is not a packet that the key vouches for.
    #[error(transparent)]
    Verify(#[from] packet::VerifyError),
}
