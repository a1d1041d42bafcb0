//! Accounts: who may come in, what they may do, and what they are cleared for.
//!
//! They belong to the house and stand beside the journal: passwords and sessions are no part of what was done. What somebody
//! may *do* is their roles' matter; what they *see* is their clearance's, and is decided where everything is, in the store.

mod audit;
mod keep;
mod login;
mod password;
mod totp;

use std::collections::BTreeSet;

use record::id::CaseId;
use record::marking::Clearance;
use record::time::Micros;
use record::viewer::Viewer;
use serde::{Deserialize, Serialize};

pub use audit::Looked;
pub use keep::{Changed, Enrolled, TokenRow};
pub use login::{Came, LoggedIn};

use crate::CasefileError;

/// What somebody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Collects, corrects, states, drafts.
    Analyst,
    /// Looks at what others wrote: accepts claims, approves drafts.
    Reviewer,
    /// Speaks for owners of sources.
    Owner,
    /// Issues packets, chooses ways, withholds.
    Releaser,
    /// Keeps the register and the mandates, and sees who looked at protected material.
    SecurityOfficer,
    /// Keeps the accounts.
    Administrator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Analyst, Self::Reviewer, Self::Owner, Self::Releaser, Self::SecurityOfficer, Self::Administrator];

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Analyst => "analyst",
            Self::Reviewer => "reviewer",
            Self::Owner => "owner",
            Self::Releaser => "releaser",
            Self::SecurityOfficer => "security-officer",
            Self::Administrator => "administrator",
        }
    }
}

/// An account. It has a password, or a subject at a provider of OpenID Connect, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The name, as it stands in the journal.
    pub name: String,
    /// What they may do.
    pub roles: BTreeSet<Role>,
    /// What they are cleared for, as clearances are written.
    pub clearance: String,
    /// The cases they are admitted to; all where none are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<BTreeSet<CaseId>>,
    /// Whether they hold the store: everything is visible to them.
    #[serde(default)]
    pub full: bool,
    /// Whether they may not come in any more.
    #[serde(default)]
    pub closed: bool,
    /// Who they are at a provider of OpenID Connect: its address and their subject there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<(String, String)>,
    /// When it was entered.
    pub since: Micros,
}

impl Account {
    /// On whose behalf the store is asked. A clearance that cannot be read is none.
    pub fn viewer(&self) -> Viewer {
        let clearance = self.clearance.parse::<Clearance>().unwrap_or_default();
        Viewer { name: self.name.clone(), clearance, cases: self.cases.clone(), full: self.full }
    }
}

/// What proves who somebody is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Secret {
    /// The hash of the password; none where they come by a provider alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    password: Option<String>,
    /// The secret of the second factor, in hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    totp: Option<String>,
    /// The same while it is not confirmed yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    offered: Option<String>,
    /// The last step of which a code was used: none is taken twice.
    #[serde(default)]
    step: u64,
}

/// Why somebody does not come in, or an account cannot be changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The name, the password or the code is wrong: which, is not said.
    #[error("the name, the password or the code is wrong")]
    Wrong,
    /// A code of the second factor is needed.
    #[error("a code of the second factor is needed")]
    CodeNeeded,
    /// Too many tries; so many seconds to wait.
    #[error("too many tries failed")]
    Throttled(u64),
    /// The session or token is over, or was never there.
    #[error("nobody is logged in")]
    Nobody,
    /// The house has accounts already.
    #[error("the house is set up already")]
    SetUp,
    /// There is an account of that name.
    #[error("there is an account of the name {0:?} already")]
    Taken(String),
    /// There is no such account or token.
    #[error("there is no {kind} {name:?}")]
    NoSuch {
        /// An account or a token.
        kind: &'static str,
        /// What was named.
        name: String,
    },
    /// What was given cannot be used.
    #[error("{0}")]
    Unusable(String),
    /// Without this one nobody could keep the accounts.
    #[error("{0:?} is the last administrator who can come in")]
    Last(String),
    /// It was changed in the meantime.
    #[error("the account was changed in the meantime")]
    Moved,
    /// The store does not answer.
    #[error(transparent)]
    Casefile(#[from] CasefileError),
}

/// A result of accounts.
pub type Result<T> = std::result::Result<T, AccountError>;
