//! A disclosure: what somebody wants to say, to whom, by which way, and who has agreed.

use serde::{Deserialize, Serialize};

use crate::id::{ClaimId, DisclosureId, LineId, ReleaseId, Sha256};
use crate::time::{CivilDate, Micros};

/// A request to say something to an audience through a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Its id.
    pub id: DisclosureId,
    /// What it is for.
    pub purpose: String,
    /// Who is to hear it: `public`, or a clearance as it is written for a viewer.
    pub audience: String,
    /// The way it goes: "press background", "Security Council address".
    pub channel: String,
    /// Who proposed it.
    pub author: String,
    /// When.
    pub proposed: Micros,
    /// The draft, in order.
    pub lines: Vec<Line>,
    /// Who approved which draft.
    pub approvals: Vec<Approval>,
    /// Whether it has been issued.
    pub issued: bool,
}

/// One line of the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its id.
    pub id: LineId,
    /// The words.
    pub text: String,
    /// The claims behind them. Never empty: a line without support is not issued as fact.
    pub claims: Vec<ClaimId>,
    /// Who wrote it.
    pub author: String,
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

/// Something that was said in public before, by the house or by others. Whatever is to be said next is looked at together
/// with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRelease {
    /// Its id.
    pub id: ReleaseId,
    /// Its title, or the name it came under.
    pub title: String,
    /// Who said it.
    pub by: String,
    /// When.
    pub date: CivilDate,
    /// To whom: `public`, or a clearance as it is written for a viewer.
    pub audience: String,
    /// The address where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The hash of the bytes that came in.
    pub sha256: Sha256,
    /// The hash of their text.
    pub text: Sha256,
    /// Who entered it.
    pub author: String,
    /// When it was entered.
    pub at: Micros,
}
