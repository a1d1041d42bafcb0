//! What the security officer and owners say of the cover of a draft.

use serde::{Deserialize, Serialize};

use crate::time::Micros;

/// That a draft may go out as far as cover goes. Why is not told here: whether the figures were reached or an owner waived
/// them stands where only they may look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cleared {
    /// The hash of the draft, as an approval names it.
    pub draft: String,
    /// By whom.
    pub author: String,
    /// When.
    pub at: Micros,
}

/// That an owner, in writing, lets a draft go out below the figures that the house asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The hash of the draft.
    pub draft: String,
    /// The owner.
    pub owner: String,
    /// The cover that it has, as the owner was told: k and m.
    pub told: (u32, u32),
    /// Why.
    pub why: String,
    /// Who spoke for them.
    pub author: String,
    /// When.
    pub at: Micros,
}
