//! What could be done, side by side: saying it aloud is one way of four.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::WarningId;
use crate::time::Micros;

/// A way to act on what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// It is said publicly.
    Public,
    /// Partners are told.
    Partners,
    /// Somebody is warned in private.
    Private,
    /// Nothing is said.
    Nothing,
}

impl Way {
    /// All of them, the loudest first.
    pub const ALL: [Self; 4] = [Self::Public, Self::Partners, Self::Private, Self::Nothing];

    /// What it is, in words.
    pub fn told(self) -> &'static str {
        match self {
            Self::Public => "say it publicly",
            Self::Partners => "tell partners",
            Self::Private => "warn privately",
            Self::Nothing => "say nothing",
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Public => "public",
            Self::Partners => "partners",
            Self::Private => "private",
            Self::Nothing => "nothing",
        })
    }
}

/// What somebody thinks of one way. The last word on a way counts, and the others stay in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The way.
    pub way: Way,
    /// What would be gained.
    pub gain: String,
    /// What it would cost.
    pub cost: String,
    /// What it would reveal.
    pub reveals: String,
    /// Who.
    pub author: String,
    /// When.
    pub at: Micros,
}

/// What was chosen, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The way.
    pub way: Way,
    /// Why.
    pub why: String,
    /// The warning of the house register that was given, where somebody was warned in private.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<WarningId>,
    /// Who chose it.
    pub author: String,
    /// When.
    pub at: Micros,
}
