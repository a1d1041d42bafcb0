//! Access lists: who on the other side knows what some of our reporting says.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Grain, Slot};
use crate::id::{AccessId, ClaimId, Sha256, SourceId};
use crate::time::Micros;

/// Who on the other side knows what some reporting says: "the delegation in Munich", "readers of this cable". The owner of
/// the reporting keeps it, and it never leaves the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessList {
    /// Its id.
    pub id: AccessId,
    /// What its owner calls it.
    pub name: String,
    /// Those who are known.
    pub members: Vec<Member>,
    /// How many more there are at least, who are not known by name and are none of those.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub others: u32,
    /// Of which reporting.
    pub of: Reach,
    /// Slots of which they know less than the reporting says: the finest grain that they know, or nothing. Of any other
    /// slot they know all; but that the words are said to be *theirs* fits them only where [`Slot::By`] stands here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub limits: BTreeMap<Slot, Grain>,
    /// Whose it is: who may see it, beside the security officer.
    pub owners: BTreeSet<String>,
    /// Whether it no longer holds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
    /// Who entered it.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// Somebody, or something, on the other side that knows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Member {
    /// What they are called.
    pub name: String,
    /// What else they are called, so that one person on two lists is one.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub names: BTreeSet<String>,
    /// What they are.
    #[serde(default)]
    pub kind: MemberKind,
}

/// What a member of an access list is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MemberKind {
    /// A person.
    #[default]
    Person,
    /// A system from which it could be had without any of the persons: a mail server, an archive.
    System,
}

/// Of which reporting a list holds: of whatever is named by any of these.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// These claims.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub claims: BTreeSet<ClaimId>,
    /// All claims of these documents.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub documents: BTreeSet<Sha256>,
    /// All that comes from these sources of the register.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub sources: BTreeSet<SourceId>,
}

impl Reach {
    /// Whether it holds of nothing.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty() && self.documents.is_empty() && self.sources.is_empty()
    }
}
