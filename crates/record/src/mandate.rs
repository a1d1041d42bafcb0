//! Mandates: who may do what with a disclosure, and in whose name.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::time::Micros;

/// What somebody is entrusted with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Proposes and drafts.
    Author,
    /// Agrees to drafts of others.
    Approver,
    /// Issues what is agreed, or decides that nothing is said.
    Issuer,
    /// Enters lower markings by a classification guide or by office.
    Declassifier,
    /// Sees the whole of what cover is computed from, and says whether a draft may go out as far as that goes.
    Security,
    /// Speaks for an owner of sources.
    Owner(String),
    /// Speaks for a partner, who owns sources too.
    Partner(String),
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Author => f.write_str("author"),
            Self::Approver => f.write_str("approver"),
            Self::Issuer => f.write_str("issuer"),
            Self::Declassifier => f.write_str("declassifier"),
            Self::Security => f.write_str("security officer"),
            Self::Owner(owner) => write!(f, "speaks for {owner}"),
            Self::Partner(partner) => write!(f, "speaks for the partner {partner}"),
        }
    }
}

/// A person has a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Who.
    pub person: String,
    /// What they may do.
    pub role: Role,
    /// Until when, where not for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Micros>,
    /// Whether it is taken back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub revoked: bool,
    /// Who entered it.
    pub author: String,
    /// When.
    pub at: Micros,
    /// Why.
    pub why: String,
}
