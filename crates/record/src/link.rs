//! How documents hang together: who took what from whom.

use serde::{Deserialize, Serialize};

use crate::id::{ClaimId, LinkId, Sha256};
use crate::time::Micros;

/// How one document hangs on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// They are copies of one text.
    Reprints,
    /// One names the outlet of the other as where it has it from.
    Cites,
    /// Both tell the same words of the same mouth, or one holds passages of the other.
    Quotes,
    /// A person says that they have one origin.
    Joined,
    /// They say the same, and where each has it from is not known: possibly the same origin.
    Unknown,
}

/// What a person decides of two documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// They have one origin, whatever was found.
    Joined,
    /// They have not, whatever was found.
    Cut,
}

/// A person's word on whether two documents have one origin, or two claims one mouth. The last one on a pair counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// One document.
    pub one: Sha256,
    /// The other; of the two hashes the higher.
    pub other: Sha256,
    /// The claims in the one and the other of which it is said; none where it is said of the documents themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claims: Option<(ClaimId, ClaimId)>,
    /// What was decided.
    pub decision: Decision,
    /// By whom.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}

/// A person's word on whether two names are one actor. The last one on a pair counts, and undoes the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorLink {
    /// Its id.
    pub id: LinkId,
    /// One name, as the list of actors has it.
    pub one: String,
    /// The other; of the two the later in order.
    pub other: String,
    /// What was decided.
    pub decision: Decision,
    /// By whom.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}
