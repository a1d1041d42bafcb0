//! The journal: every change, who made it, when and why, in a chain of hashes.
//!
//! The journal is the case. The tables that queries read are made from it by [`crate::store`], one entry at a time, and
//! [`rebuild`] makes them again to see that nothing else has changed them. One chain per case. An entry cites large
//! things (a document's bytes, a reading) by their SHA-256, so that making the tables again never runs a model.

mod chain;
pub(crate) mod check;
pub(crate) mod rebuild;

use record::case::{Case, Hypothesis, Root};
use record::document::Document;
use record::id::{CaseId, ClaimId, DisclosureId, PacketId, RootId, Sha256};
use record::label::Label;
use record::release::{Approval, Disclosure, Line};
use record::time::Micros;
use serde::{Deserialize, Serialize};

pub(crate) use chain::{GENESIS, hash_of};

/// What changed. The name of a variant and its fields stand in journals for good: a change of meaning is a new
/// [`Change::VERSION`] with a way to read the old one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// A case was opened.
    CaseOpened {
        /// The case.
        case: Case,
    },
    /// A document was taken in and read.
    DocumentCollected {
        /// The document.
        document: Document,
        /// The blob that holds its reading.
        reading: Sha256,
    },
    /// A hypothesis was stated.
    HypothesisStated {
        /// The hypothesis.
        hypothesis: Hypothesis,
    },
    /// A root of evidence was entered.
    RootEntered {
        /// The root with the claims that first spoke for it.
        root: Root,
    },
    /// A claim was found to repeat a root: kept, not counted.
    EchoEntered {
        /// The root.
        root: RootId,
        /// The claim.
        claim: ClaimId,
    },
    /// Somebody asked to say something.
    DisclosureProposed {
        /// The disclosure, without lines.
        disclosure: Disclosure,
    },
    /// A line was drafted.
    LineDrafted {
        /// The disclosure.
        disclosure: DisclosureId,
        /// The line.
        line: Line,
    },
    /// A draft was approved.
    DraftApproved {
        /// The disclosure.
        disclosure: DisclosureId,
        /// The approval.
        approval: Approval,
    },
    /// A packet was issued.
    PacketIssued {
        /// The disclosure.
        disclosure: DisclosureId,
        /// The packet.
        packet: PacketId,
        /// The key that signed it.
        key: String,
        /// The blobs of its files, by name.
        files: Vec<(String, Sha256)>,
    },
}

impl Change {
    /// The version of the bodies that are written now.
    pub const VERSION: i64 = 1;

    /// The name of the kind, as it stands in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CaseOpened { .. } => "case-opened",
            Self::DocumentCollected { .. } => "document-collected",
            Self::HypothesisStated { .. } => "hypothesis-stated",
            Self::RootEntered { .. } => "root-entered",
            Self::EchoEntered { .. } => "echo-entered",
            Self::DisclosureProposed { .. } => "disclosure-proposed",
            Self::LineDrafted { .. } => "line-drafted",
            Self::DraftApproved { .. } => "draft-approved",
            Self::PacketIssued { .. } => "packet-issued",
        }
    }
}

/// A change that is to be entered.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The chain it belongs to.
    pub case: CaseId,
    /// Who makes it.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why, in their words.
    pub why: String,
    /// What demands of viewers come with it.
    pub label: Label,
    /// What changes.
    pub change: Change,
}

/// An entry as it stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub case: CaseId,
    pub seq: i64,
    pub at: Micros,
    pub author: String,
    pub kind: String,
    pub version: i64,
    pub label: String,
    pub why: String,
    pub body: String,
    pub prev: [u8; 32],
    pub hash: [u8; 32],
}

impl Entry {
    /// The change that the body tells of.
    ///
    /// # Errors
    /// Where the body is not one that this version can read.
    pub(crate) fn change(&self) -> crate::Result<Change> {
        match self.version {
            1 => Ok(serde_json::from_str(&self.body)?),
            other => {
                Err(crate::CasefileError::Damaged(format!("entry {} has a body of unknown version {other}", self.seq)))
            }
        }
    }
}
