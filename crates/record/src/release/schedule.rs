//! By when something is to be said, and what it is timed against.

use serde::{Deserialize, Serialize};

use crate::time::Micros;

/// An instant with the way it was written, in the zone of whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// When.
    pub at: Micros,
    /// The same as it was written: `2023-02-24T10:00[America/New_York]`.
    pub written: String,
}

/// A calendar for a disclosure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// When it is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted: Option<Moment>,
    /// Before when whoever gets it must not make it public. The packet says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embargo: Option<Moment>,
    /// When it is no longer to be relied on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// What it is timed against: a vote, a meeting, an anniversary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<(String, Moment)>,
}
