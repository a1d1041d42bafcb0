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
