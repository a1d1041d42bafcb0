//! Lower markings: proposed by whoever wants one, entered by whoever may.

use serde::{Deserialize, Serialize};

use crate::id::LineId;
use crate::marking::Rollup;
use crate::time::Micros;

/// By which right a lower marking is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// Whoever the material comes from: an owner of a source behind the line.
    Originator,
    /// A classification guide, which says of such words what they demand.
    Guide,
    /// Somebody with the office to declassify.
    Declassifier,
}

impl Authority {
    /// Its name, as it is written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Originator => "originator",
            Self::Guide => "guide",
            Self::Declassifier => "declassifier",
        }
    }
}

/// A lower marking for the words of a line. Other words never lower it by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lowering {
    /// The line.
    pub line: LineId,
    /// The hash of its words and claims, in hexadecimal: a lowering is of these and of no others.
    pub words: String,
    /// What the line inherited when it was proposed or entered. If it inherits more since, the lowering does not count.
    pub from: Rollup,
    /// What it is to demand.
    pub to: Rollup,
    /// By which right it was entered; none where it is only proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// For which owner, where the originator enters it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Why: the guide and its section, the originator's reason.
    pub why: String,
    /// Who.
    pub author: String,
    /// When.
    pub at: Micros,
}
