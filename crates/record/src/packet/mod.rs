//! A packet: what goes out, and the manifest by which it can be verified.
//!
//! A packet names no claim, document, source or case, and not what it was for or which way it went: what stands behind
//! a line stays in the house. It has a *tearline*: what stands above it is fuller and may be marked higher, what stands
//! below may be torn off and given on. A packet that has only one version of its text has nothing above the line.

mod authority;
pub mod first;
mod logged;

use serde::{Deserialize, Serialize};

pub use authority::{AuthorityBlock, AuthorityKind};
pub use logged::{LOGGED, Logged};

use crate::id::{PacketId, Sha256};
use crate::time::Micros;

/// The version of the packet's format. Format 1 is in [`first`].
pub const FORMAT: u32 = 2;

/// What an issued packet says, as `packet.json`. All text is one line each, without control characters.
///
/// What is not there is not written, so that the same packet has the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Packet {
    /// [`FORMAT`].
    pub format: u32,
    /// Its id.
    pub id: PacketId,
    /// What it does to packets before it.
    pub status: Status,
    /// What it is about. Marked as the half on top is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The marking of the whole, as a banner: the roll-up of both halves.
    pub banner: String,
    /// Who issues it, as it wants to be named. Not a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Who is to have it: `public`, or a clearance as it is written for a viewer.
    pub audience: String,
    /// When it was issued.
    pub issued: Micros,
    /// When it is no longer to be relied on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Micros>,
    /// By whose authority it is marked as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityBlock>,
    /// What the audience may do with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// The text.
    pub tearline: Tearline,
    /// What kinds of sources it rests on, one sentence each and nobody's name in it (Intelligence Community
    /// Directive 206). Marked as the half on top is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// How far it can be relied on, in a sentence of its own (Intelligence Community Directive 203 keeps it apart from
    /// how likely something is). Marked as the half on top is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// What that confidence rests on. Marked as the half on top is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// Questions that may be asked, with what may be answered. They belong to the half on top.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// Whether somebody who had no part in it looked at it.
    pub reviewed: Review,
    /// What the versions of one release for several audiences share: an opaque id. It tells that there are other
    /// versions, and stands only in packets whose audience may know that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
}

/// The two halves of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tearline {
    /// What stays with the audience: fuller. Without lines where there is only one version.
    #[serde(default, skip_serializing_if = "Half::is_empty")]
    pub above: Half,
    /// What may be torn off and given on.
    pub below: Half,
}

impl Tearline {
    /// Whether there is text above the line, so that there is a line at all.
    pub fn is_drawn(&self) -> bool {
        !self.above.is_empty()
    }

    /// All lines from top to bottom.
    pub fn lines(&self) -> impl Iterator<Item = &PacketLine> {
        self.above.lines.iter().chain(&self.below.lines)
    }
}

/// One half of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Half {
    /// Its marking, as a banner: the roll-up of its lines, and on top of what stands around them.
    pub banner: String,
    /// Its lines, in order.
    pub lines: Vec<PacketLine>,
}

impl Half {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// A line of a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PacketLine {
    /// Its number in the packet, from 1, the lines above the tearline first.
    pub id: u32,
    /// Its marking, as a portion mark.
    pub portion: String,
    /// The words.
    pub text: String,
    /// What stands behind it, in kinds and counts: "three independent sources of two kinds". Empty where that is not told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub support: String,
    /// What the versions of one sentence share, in this packet and in those for other audiences: an opaque id. Either
    /// all lines of a packet have one or none has, so that it does not tell which sentences have other versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
}

/// A question that may be asked, and what may be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The marking of both, as a portion mark.
    pub portion: String,
    /// What may be asked.
    pub question: String,
    /// What may be answered.
    pub answer: String,
}

/// Whether somebody who had no part in it looked at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// Somebody did.
    Independent,
    /// Nobody did.
    None,
}

impl Review {
    /// As it is printed.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Independent => "independently reviewed",
            Self::None => "not independently reviewed",
        }
    }
}

/// What a packet does to one before it, which it names by its id and by the SHA-256 of its `manifest.json`.
///
/// An issued packet never changes: a new one takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Status {
    /// It stands alone.
    Issued,
    /// It takes the place of an older one that was right when it was issued.
    Supersedes {
        /// The older packet.
        packet: PacketId,
        /// The SHA-256 of its manifest.
        manifest: Sha256,
    },
    /// It takes the place of an older one in which something was wrong.
    Corrects {
        /// The older packet.
        packet: PacketId,
        /// The SHA-256 of its manifest.
        manifest: Sha256,
        /// What was wrong.
        what: String,
    },
    /// It takes back an older one and says nothing in its place but what its own lines say.
    Withdraws {
        /// The older packet.
        packet: PacketId,
        /// The SHA-256 of its manifest.
        manifest: Sha256,
        /// Why.
        why: String,
    },
}

impl Status {
    /// The older packet with the hash of its manifest, where one is named.
    pub const fn older(&self) -> Option<(PacketId, Sha256)> {
        match self {
            Self::Issued => None,
            Self::Supersedes { packet, manifest }
            | Self::Corrects { packet, manifest, .. }
            | Self::Withdraws { packet, manifest, .. } => Some((*packet, *manifest)),
        }
    }

    /// What it does, in a word: `issued`, `supersedes`, `corrects`, `withdraws`.
    pub const fn verb(&self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Supersedes { .. } => "supersedes",
            Self::Corrects { .. } => "corrects",
            Self::Withdraws { .. } => "withdraws",
        }
    }

    /// What was wrong, or why it was taken back.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Issued | Self::Supersedes { .. } => None,
            Self::Corrects { what, .. } => Some(what),
            Self::Withdraws { why, .. } => Some(why),
        }
    }
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
    /// The version of the rules by which the other files are made of `packet.json`. A program that knows other rules
    /// cannot make them again, and says so.
    pub renderer: u32,
    /// Every file but the manifest, its signature and the log's word, by name.
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
