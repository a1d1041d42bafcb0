//! The packet that goes out, and how whoever gets it makes sure of it.
//!
//! A packet is a folder of four files: `packet.json` says what was said, `packet.html` shows it, `manifest.json` lists
//! both with their hashes, and `manifest.sig` signs the manifest's bytes. It names no claim, document, source or
//! case. [`compose`] makes a [`record::packet::Packet`] of an issued disclosure, [`build`] makes its files, and
//! [`verify`] finds any change to any of them with nothing but the folder and the issuer's public key.
//!
//! `packet.html` is a function of `packet.json` alone, and verification renders it anew: the two cannot say different
//! things. So a change to the template is a change of [`record::packet::FORMAT`].

mod build;
mod compose;
mod error;
mod folder;
mod key;
mod page;
#[cfg(test)]
mod suite;
mod verify;

pub use build::{PacketFile, build};
pub use compose::compose;
pub use error::{PacketError, VerifyError};
pub use folder::MOST_BYTES;
pub use key::{KeyError, PrivateKey, PublicKey};
pub use verify::{Verified, verify};

/// What the packet says.
pub const PACKET_JSON: &str = "packet.json";
/// What the packet says, to be looked at.
pub const PACKET_HTML: &str = "packet.html";
/// The list of the packet's files.
pub const MANIFEST_JSON: &str = "manifest.json";
/// The signature of that list: the base64 of its 64 bytes, and a line feed.
pub const MANIFEST_SIG: &str = "manifest.sig";

/// The files of a packet of this format that its manifest lists, in its order.
const LISTED: [&str; 2] = [PACKET_HTML, PACKET_JSON];
