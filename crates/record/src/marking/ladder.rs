//! The classification ladders, lowest rung first.

use serde::{Deserialize, Serialize};

/// The United States ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Us {
    /// UNCLASSIFIED
    Unclassified,
    /// CONFIDENTIAL
    Confidential,
    /// SECRET
    Secret,
    /// TOP SECRET
    TopSecret,
}

/// The NATO ladder. NATO UNCLASSIFIED belongs to NATO and is not public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Nato {
    /// NATO UNCLASSIFIED
    Unclassified,
    /// NATO RESTRICTED
    Restricted,
    /// NATO CONFIDENTIAL
    Confidential,
    /// NATO SECRET
    Secret,
    /// COSMIC TOP SECRET
    CosmicTopSecret,
}

/// The Traffic Light Protocol 2.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tlp {
    /// TLP:CLEAR, for everyone.
    Clear,
    /// TLP:GREEN, for the community.
    Green,
    /// TLP:AMBER, for the organisation and its clients.
    Amber,
    /// TLP:AMBER+STRICT, for the organisation.
    AmberStrict,
    /// TLP:RED, for the recipients in person.
    Red,
}

/// The ladder of another government. RESTRICTED has no rung of the United States, and is guarded there as CONFIDENTIAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Foreign {
    /// UNCLASSIFIED
    Unclassified,
    /// RESTRICTED
    Restricted,
    /// CONFIDENTIAL
    Confidential,
    /// SECRET
    Secret,
    /// TOP SECRET
    TopSecret,
}

impl Foreign {
    /// The rung of the United States as which it is guarded.
    pub fn guarded_as(self) -> Us {
        match self {
            Self::Unclassified => Us::Unclassified,
            Self::Restricted | Self::Confidential => Us::Confidential,
            Self::Secret => Us::Secret,
            Self::TopSecret => Us::TopSecret,
        }
    }
}

impl Nato {
    /// The rung of the United States as which it is guarded in a document of theirs.
    pub fn guarded_as(self) -> Us {
        match self {
            Self::Unclassified => Us::Unclassified,
            Self::Restricted | Self::Confidential => Us::Confidential,
            Self::Secret => Us::Secret,
            Self::CosmicTopSecret => Us::TopSecret,
        }
    }
}

/// A rung of a ladder that a team defines, with its words, so that it can be written where the ladder is not at hand.
/// Rungs of one ladder are ordered by rank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rung {
    /// The name of the ladder, in capitals.
    pub ladder: String,
    /// Its place, the lowest first.
    pub rank: u8,
    /// As it is written above a page.
    pub banner: String,
    /// As it is written before a portion, without its parentheses.
    pub portion: String,
}
