//! Packets of format 1, which were issued before there was a tearline in them. They are read and verified for ever, and
//! no longer made.

use serde::{Deserialize, Serialize};

use super::ManifestFile;
use crate::id::PacketId;
use crate::time::Micros;

/// The number of this format.
pub const FORMAT: u32 = 1;

/// What a packet of format 1 says, as its `packet.json`.
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

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PacketLine {
    /// Its marking, as a portion mark.
    pub portion: String,
    /// The words.
    pub text: String,
}

/// Its list of files, as `manifest.json`.
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
