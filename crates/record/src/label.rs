//! Labels: what a row of a case demands of whoever wants to see it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::CaseId;
use crate::marking::Rollup;
use crate::viewer::Viewer;

/// How the identity of a source is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protection {
    /// Whoever may see the marking may know the source.
    Open,
    /// The same, and its owners must agree before anything of it is disclosed.
    Sensitive,
    /// Only its owners may see it.
    Protected,
}

/// What a row demands: its case, its marking, its owners and how they guard it.
///
/// Whatever is computed from several rows carries the join of their labels.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Label {
    /// The cases it belongs to; a viewer must be admitted to all of them.
    pub cases: BTreeSet<CaseId>,
    /// What its markings demand.
    pub marking: Rollup,
    /// Everyone who must agree before anything of it is disclosed.
    pub owners: BTreeSet<String>,
    /// The strictest guard over it.
    pub protection: Protection,
    /// One set of owners for each protected source behind it. A viewer must belong to each: that two owners have
    /// each given a part does not entitle either to the other's.
    pub held_by: BTreeSet<BTreeSet<String>>,
}

impl Label {
    /// The label of something that came in from outside.
    pub fn new(case: CaseId, marking: Rollup, owners: BTreeSet<String>, protection: Protection) -> Self {
        let held_by = (protection == Protection::Protected).then(|| owners.clone()).into_iter().collect();
        Self { cases: BTreeSet::from([case]), marking, owners, protection, held_by }
    }

    /// The label of what is computed from both.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        Self {
            cases: self.cases.union(&other.cases).copied().collect(),
            marking: self.marking.join(&other.marking),
            owners: self.owners.union(&other.owners).cloned().collect(),
            protection: self.protection.max(other.protection),
            held_by: self.held_by.union(&other.held_by).cloned().collect(),
        }
    }

    /// Whether `viewer` may see what carries this label. A viewer with full rights may see everything.
    pub fn visible_to(&self, viewer: &Viewer) -> bool {
        viewer.full
            || (self.cases.iter().all(|case| viewer.admitted(case))
                && self.held_by.iter().all(|owners| owners.contains(&viewer.name))
                && viewer.clearance.may_see(&self.marking))
    }
}
