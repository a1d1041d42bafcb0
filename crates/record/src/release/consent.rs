//! Who is asked, what they say, and who approves.

use serde::{Deserialize, Serialize};

use crate::id::LineId;
use crate::time::Micros;

/// How the words of a line are given to the owner who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Shown, and not left with them.
    Disclosure,
    /// Left with them.
    Release,
}

impl Mode {
    /// What the owner may do with the words they are asked about.
    pub fn told(self) -> &'static str {
        match self {
            Self::Disclosure => "shown, not to be kept",
            Self::Release => "released, to be kept",
        }
    }
}

/// An owner of a source behind a line is asked whether it may be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The line.
    pub line: LineId,
    /// Who is asked.
    pub owner: String,
    /// The hash of the words, in hexadecimal: an ask is of these and of no others.
    pub words: String,
    /// The words themselves as they were then, for the register of who was shown what.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// And their mark.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub portion: String,
    /// How they are given.
    pub mode: Mode,
    /// What for, as the owner is told.
    pub purpose: String,
    /// What the owner is cleared for, where it is a partner: it was looked at before the words were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clearance: Option<String>,
    /// By when an answer is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Micros>,
    /// To whom it goes where there is none by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalate: Option<String>,
    /// Who asked.
    pub author: String,
    /// When.
    pub at: Micros,
}

/// What an owner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It may be said.
    Concurs,
    /// It may not.
    Objects,
    /// It may be said in other words.
    Change,
}

/// An owner's word on a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The line.
    pub line: LineId,
    /// For whom it is given.
    pub owner: String,
    /// The hash, in hexadecimal, of the words it is of, with claims, marking, audience, channel and purpose.
    pub words: String,
    /// What is said.
    pub verdict: Verdict,
    /// Why; reasons for an objection, the other words for a change.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Until when it holds, where not for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Micros>,
    /// Who gave it.
    pub author: String,
    /// When.
    pub at: Micros,
}

/// Somebody who did not write it agrees to the draft as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who.
    pub author: String,
    /// When.
    pub at: Micros,
    /// The hash, in hexadecimal, of the draft that was approved; an approval of another draft does not count.
    pub draft: String,
}
