//! Holding a marking to the rules.

use std::fmt;

use record::marking::Marking;
use serde::Serialize;

use super::rules;

/// A rule that a marking, or a document with its markings, breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// The rule: `ISM-ID-00033`, or `HOUSE-1` for one of this house.
    pub rule: &'static str,
    /// What it says.
    pub reason: &'static str,
    /// The way out.
    pub way: &'static str,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}), so {}", self.reason, self.rule, self.way)
    }
}

/// Every rule that `marking` breaks, in the order of the tables; none where it is valid.
///
/// It judges one marking by itself. Portions against their banner are judged by [`Document`](super::Document).
pub fn validate(marking: &Marking) -> Vec<Violation> {
    let said = |rule: &rules::Rule| Violation { rule: rule.id, reason: rule.reason, way: rule.way };
    rules::broken(marking).into_iter().map(said).collect()
}
