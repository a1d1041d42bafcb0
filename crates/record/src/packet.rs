//! A packet: what goes out, and the manifest by which it can be verified.
//!
//! A packet names no claim, document, source or case, and not what it was for or which way it went: what stands behind
//! a line stays in the house.

use serde::{Deserialize, Serialize};

use crate::id::PacketId;
use crate::time::Micros;

/// The version of the packet's format.
pub const FORMAT: u32 = 1;

/// What an issued packet says, as `packet.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Packet {
    /// [`FORMAT`].
    pub format: u32,
    /// Its id.
    pub id: PacketId,
    /// The marking of the whole, as a banner.
    pub banner: String,
    /// Who is to hear it.
    pub audience: String,
    /// When it was issued.
    pub issued: Micros,
    /// The lines.
    pub lines: Vec<PacketLine>,
}

/// A line of a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PacketLine {
    /// Its marking, as a portion mark.
    pub portion: String,
    /// The words.
    pub text: String,
}

/// The list of a packet's files with their hashes, as `manifest.json`. The signature is over its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: u32,
    /// The packet it belongs to.
    pub packet: PacketId,
    /// When it was issued.
    pub issued: Micros,
    /// Every file but the manifest and its signature, by name.
    pub files: Vec<ManifestFile>,
}

/// One file of a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestFile {
    /// Its name, without folders.
    pub name: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}
