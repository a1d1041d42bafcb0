//! What was said in public before.

use serde::{Deserialize, Serialize};

use crate::id::{ReleaseId, Sha256};
use crate::time::{CivilDate, Micros};

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
