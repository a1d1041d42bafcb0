//! What a transparency log says of a packet.

use serde::{Deserialize, Serialize};

use crate::id::Sha256;

/// The version of [`Logged`].
pub const LOGGED: u32 = 1;

/// That a packet is in a log, with the proof, as `log.json` in the packet's folder. It comes after the manifest and is
/// not in it: the log's signature vouches for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logged {
    /// [`LOGGED`].
    pub format: u32,
    /// The log's key in the form of C2SP's signed notes: the log's name, the id of the key, and the key. It is there so
    /// that what is said is whole; that it is the right key must be known in another way.
    pub key: String,
    /// The place of the packet's leaf, from 0.
    pub index: u64,
    /// The secret of a blinded leaf. Whoever has it and the manifest can tell which leaf is the packet's; nobody else can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blinder: Option<Sha256>,
    /// The hashes by which the leaf leads to the root of the checkpoint, from the leaf upwards (RFC 6962, 2.1.1).
    pub proof: Vec<Sha256>,
    /// The checkpoint with the log's signature, as text.
    pub checkpoint: String,
}
