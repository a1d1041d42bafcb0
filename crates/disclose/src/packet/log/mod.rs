//! The log in which issued packets are entered, so that an issuer cannot later say that there was none, or another.
//!
//! The log is an append-only list of 32-byte entries under a Merkle tree ([`tree`], RFC 6962). A [`Checkpoint`] signs its
//! length and its root. Whoever kept an old checkpoint can tell that the log has only grown since; whoever holds a packet
//! with its `log.json` can tell that it is in the log. The entry of a public packet is the hash of its manifest, so that
//! anybody can look it up. That of a packet that must stay private is *blinded*: a hash over a secret beside it, which goes
//! along with the packet alone. It looks like any other, and tells nothing but that there is one.

mod attest;
mod book;
mod error;
mod note;
#[cfg(test)]
mod suite;
pub mod tree;

pub(in crate::packet) use attest::entered;
pub use attest::{Entered, attest, enter, read_logged};
pub use book::Log;
pub use error::LogError;
pub use note::{Checkpoint, LogKey, Note};

use record::id::Sha256 as Hash;
use sha2::{Digest, Sha256};

/// What stands before what is hashed into a blinded entry, so that it can be nothing else.
const BLINDED: &[u8] = b"tearline blinded entry 1\n";

/// The entry for a packet: what a leaf of the log holds.
///
/// `manifest` is the SHA-256 of its `manifest.json`. `blinder` is 32 bytes that nobody can know or guess, for a packet that
/// must stay private; two entries must never share one, or they could be told to belong together.
pub fn entry(manifest: &Hash, blinder: Option<&Hash>) -> Hash {
    match blinder {
        None => *manifest,
        Some(blinder) => {
            Hash(Sha256::new().chain_update(BLINDED).chain_update(blinder.0).chain_update(manifest.0).finalize().into())
        }
    }
}
