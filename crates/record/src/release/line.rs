//! Lines of a draft.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::{ClaimId, HypothesisId, LineId};
use crate::label::Label;

/// One line of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its id.
    pub id: LineId,
    /// The words.
    pub text: String,
    /// The claims behind them. A line without any, that speaks of no judgement either, has no support and is not issued.
    pub claims: Vec<ClaimId>,
    /// The hypothesis whose judgement it states, beside the claims or instead of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<HypothesisId>,
    /// Where it stands: above the tearline, below it, or as the answer to a question.
    #[serde(default, skip_serializing_if = "Place::is_below")]
    pub place: Place,
    /// The line that says the same to another audience, or above the tearline: the one that was written first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<LineId>,
    /// What stands behind it demands of viewers. The draft that it stands in may demand more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// What the judgement was, in the words of the house, when the line was written: where it has moved since, the line is not
    /// issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged: Option<String>,
    /// The sentence of that which says how far it can be relied on: the packet has it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// Everybody who wrote it before, here or in the disclosure of which this is a version: they stay its authors.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub hands: BTreeSet<String>,
}

/// Where a line stands in the packet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Below the tearline: what may be torn off and given on.
    #[default]
    Below,
    /// Above it: what stays with whoever gets the whole.
    Above,
    /// The answer to a question that will be asked.
    Answer {
        /// The question.
        question: String,
    },
}

impl Place {
    /// Whether it stands where a line stands of which nothing is said.
    pub fn is_below(&self) -> bool {
        *self == Self::Below
    }
}
