//! Viewers: on whose behalf something is shown.

use std::collections::BTreeSet;

use crate::id::CaseId;
use crate::marking::Clearance;

/// On whose behalf something is shown. Every call that returns data takes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// The name, as it stands in the journal.
    pub name: String,
    /// What they are cleared for.
    pub clearance: Clearance,
    /// The cases they are admitted to; `None` is all of them.
    pub cases: Option<BTreeSet<CaseId>>,
    /// Full rights, as whoever holds a local case file has: every label is visible.
    pub full: bool,
}

impl Viewer {
    /// Whoever holds a local case file: full rights, journalled by name.
    pub fn holder(name: impl Into<String>) -> Self {
        Self { name: name.into(), clearance: Clearance::default(), cases: None, full: true }
    }

    /// Somebody with a clearance, admitted to all cases.
    pub fn cleared(name: impl Into<String>, clearance: Clearance) -> Self {
        Self { name: name.into(), clearance, cases: None, full: false }
    }

    /// Whether they are admitted to `case`.
    pub fn admitted(&self, case: &CaseId) -> bool {
        self.cases.as_ref().is_none_or(|cases| cases.contains(case))
    }
}
