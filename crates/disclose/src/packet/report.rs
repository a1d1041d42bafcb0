//! What verification found: what it made sure of, and what it could not.

use std::path::Path;

use record::id::Sha256 as Hash;
use record::packet::Packet;
use serde::Serialize;

/// What else a packet can be held against, where it is at hand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Against<'a> {
    /// The key of the log, in PEM, where it is not the issuer's.
    pub log_key: Option<&'a str>,
    /// The log as it is published.
    pub log: Option<&'a str>,
    /// A checkpoint of the log that was kept from an earlier day.
    pub checkpoint: Option<&'a str>,
    /// The folder of the older packet that this one names.
    pub older: Option<&'a Path>,
}

/// A packet that is as the owner of the key issued it, with what was made sure of and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The format that it was issued in.
    pub format: u32,
    /// What it says. What was issued in format 1 stands here as one half, below a tearline that is not drawn.
    pub packet: Packet,
    /// The SHA-256 of its manifest, by which the log and later packets name it.
    pub manifest: Hash,
    /// The id of the key that vouches for it.
    pub key: String,
    /// What was made sure of, a sentence each.
    pub checked: Vec<String>,
    /// What was not.
    pub not_checked: Vec<Unchecked>,
}

/// Something that could not be made sure of. It is not known to be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unchecked {
    /// What.
    pub what: String,
    /// Why not, and what would be needed.
    pub why: String,
}

impl Report {
    pub(super) fn checked(&mut self, what: impl Into<String>) {
        self.checked.push(what.into());
    }

    pub(super) fn not_checked(&mut self, what: impl Into<String>, why: impl Into<String>) {
        self.not_checked.push(Unchecked { what: what.into(), why: why.into() });
    }
}
