//! The journal.

use casefile::LogRow;
use serde::Serialize;
use utoipa::ToSchema;

use crate::show::rows;

/// An entry. Its place and hash are given to whoever holds the store alone.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Entry)]
pub struct EntryShown {
    /// When.
    pub at: String,
    /// Who.
    pub author: String,
    /// What kind of change, in one word.
    pub kind: String,
    /// What, in words.
    pub what: String,
    /// Why.
    pub why: String,
    /// Whose it is.
    pub owners: Vec<String>,
    /// How it is guarded: open, sensitive or protected.
    pub protection: &'static str,
    /// Its place in the chain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<i64>,
    /// Its hash.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

impl From<LogRow> for EntryShown {
    fn from(row: LogRow) -> Self {
        let (entry, hash) = row.place.unzip();
        Self {
            at: row.at.to_string(),
            author: row.author,
            kind: row.kind,
            what: row.what,
            why: row.why,
            protection: rows::protection(row.label.protection),
            owners: row.label.owners.into_iter().collect(),
            entry,
            hash,
        }
    }
}
