//! What a person says of a claim, beside what was read.
//!
//! The reading's version and the person's stay side by side: a review never changes a claim, and the last one counts.

use serde::{Deserialize, Serialize};

use crate::id::{ClaimId, ReviewId, Sha256};
use crate::reading::Claim;
use crate::time::Micros;

/// What a person found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The claim stands as it was read.
    Accepted,
    /// The document does not say this.
    Rejected,
    /// It says it otherwise than was read.
    Edited,
    /// It says it, and it was not read.
    Added,
}

/// A person's word on a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// The claim.
    pub claim: ClaimId,
    /// The document that the claim stands in.
    pub document: Sha256,
    /// What was found.
    pub verdict: Verdict,
    /// The claim as the person has it, where it is edited or added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Claim>,
    /// The claim as it was read when this was said. A newer reading may have it otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Claim>,
    /// By whom.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}
