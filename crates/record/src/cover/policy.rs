//! What the house demands of a release that rests on guarded sources.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::label::Protection;
use crate::time::Micros;

/// The least cover and the least ambiguity that the house asks for. The last word counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverPolicy {
    /// The least number of independent, plausible origins beside the source itself.
    pub k: u32,
    /// The least number of guarded claims that must stay compatible with all that an audience has.
    pub m: u32,
    /// From which guard on cover is asked for.
    pub from: Protection,
    /// Who set it.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}

impl CoverPolicy {
    /// What `k` may be. An access that nobody knows counts as 1, so that 1 must never be enough.
    pub const K: RangeInclusive<u32> = 2..=1000;
    /// What `m` may be; 1 asks for nothing, since a claim is always compatible with what is said of it.
    pub const M: RangeInclusive<u32> = 1..=1000;
}

impl Default for CoverPolicy {
    /// Three others: whoever looks for the source then accuses somebody else three times out of four, and no two lists that
    /// name one person too many bring that down to an even chance. Two claims: nothing is pinned down. Of a sensitive source
    /// whoever may see the marking may know who it is, and its owners agree to the very words; cover is asked for where
    /// only its owners may.
    fn default() -> Self {
        Self { k: 3, m: 2, from: Protection::Protected, author: String::new(), at: Micros(0), why: String::new() }
    }
}
