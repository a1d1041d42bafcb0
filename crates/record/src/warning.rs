//! Private warnings: what was said to somebody and to nobody else, before or instead of a release.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::WarningId;
use crate::time::{CivilDate, Micros};

/// A warning or an appeal that was given in private.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Its id.
    pub id: WarningId,
    /// By whom it was given.
    pub by: String,
    /// To whom.
    pub to: String,
    /// When it was given.
    pub date: CivilDate,
    /// Where, or by which way: "Munich", "a letter of the embassy".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// The words that were agreed.
    pub words: String,
    /// With which partners it was given or agreed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub partners: BTreeSet<String>,
    /// Who entered it.
    pub author: String,
    /// When it was entered.
    pub at: Micros,
}

/// What came back to a warning. There may be several; silence is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The warning.
    pub warning: WarningId,
    /// What was said.
    pub words: String,
    /// When it was said.
    pub date: CivilDate,
    /// Who entered it.
    pub author: String,
    /// When it was entered.
    pub at: Micros,
}
