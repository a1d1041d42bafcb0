//! Entering changes in the journal.

use record::id::{CaseId, Sha256};

use super::{Store, blob, explain, label, project};
use crate::journal::{Change, Draft, Entry, GENESIS, hash_of};
use crate::{CasefileError, Result};

/// Bytes that a change cites, under their hash.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub sha: Sha256,
    pub bytes: Vec<u8>,
}

impl Written {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self { sha: super::sha256(&bytes), bytes }
    }
}

/// Where a chain ended when somebody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen(i64, [u8; 32]);

impl Store {
    /// Where the chain of a case ends now. Whoever decides anything looks first, and commits with what was seen.
    pub(crate) async fn seen(&self, case: CaseId) -> Result<Seen> {
        let mut connection = self.pool.acquire().await?;
        let (seq, hash) = head(&mut connection, case).await?;
        Ok(Seen(seq, hash))
    }

    /// Enters `drafts` in the chain of `case`, keeps `blobs`, and projects each entry into the tables, all or nothing. When
    /// this returns, it is on the disk.
    ///
    /// # Errors
    /// [`CasefileError::Moved`] where the chain no longer ends at `seen`: what was decided was decided on something else.
    pub(crate) async fn commit(&self, case: CaseId, seen: Seen, drafts: Vec<Draft>, blobs: &[Written]) -> Result<()> {
        let failed = |error| explain(error, &self.path);
        // IMMEDIATE takes the write lock at once, so that the head of a chain cannot move between reading and writing.
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        let (seq, hash) = head(&mut tx, case).await?;
        if Seen(seq, hash) != seen {
            return Err(CasefileError::Moved);
        }
        for written in blobs {
            blob::keep(&mut tx, written.sha, &written.bytes).await?;
        }
        for draft in drafts {
            let label = label::intern(&mut tx, &draft.label).await?;
            let (seq, prev) = head(&mut tx, draft.case).await?;
            let mut entry = Entry {
                case: draft.case,
                seq: seq + 1,
                at: draft.at,
                author: draft.author,
                kind: draft.change.kind().to_owned(),
                version: Change::VERSION,
                label: label.as_str().to_owned(),
                why: draft.why,
                body: serde_json::to_string(&draft.change)?,
                prev,
                hash: GENESIS,
            };
            entry.hash = hash_of(&entry);
            append(&mut tx, &entry).await?;
            let reading = match &draft.change {
                Change::DocumentCollected { reading, .. } => {
                    let found = blobs.iter().find(|written| written.sha == *reading);
                    Some(
                        found
                            .ok_or_else(|| CasefileError::Damaged("a reading was entered without its bytes".into()))?
                            .bytes
                            .as_slice(),
                    )
                }
                _ => None,
            };
            project(&mut tx, &entry, &draft.change, reading).await?;
        }
        tx.commit().await.map_err(failed)
    }
}

async fn head(connection: &mut sqlx::SqliteConnection, case: CaseId) -> Result<(i64, [u8; 32])> {
    let row: Option<(i64, Vec<u8>)> = sqlx::query_as("SELECT seq, hash FROM head WHERE chain = ?")
        .bind(case.0.as_slice())
        .fetch_optional(connection)
        .await?;
    let Some((seq, hash)) = row else { return Ok((0, GENESIS)) };
    let hash = hash.try_into().map_err(|_| CasefileError::Damaged("the head of the journal is not a hash".into()))?;
    Ok((seq, hash))
}

async fn append(connection: &mut sqlx::SqliteConnection, entry: &Entry) -> Result<()> {
    sqlx::query(
        "INSERT INTO journal (chain, seq, at, author, kind, version, label, why, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(entry.case.0.as_slice())
    .bind(entry.seq)
    .bind(entry.at.0)
    .bind(&entry.author)
    .bind(&entry.kind)
    .bind(entry.version)
    .bind(&entry.label)
    .bind(&entry.why)
    .bind(&entry.body)
    .bind(entry.prev.as_slice())
    .bind(entry.hash.as_slice())
    .execute(&mut *connection)
    .await?;
    sqlx::query("INSERT INTO head (chain, seq, hash) VALUES (?, ?, ?) ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash")
        .bind(entry.case.0.as_slice())
        .bind(entry.seq)
        .bind(entry.hash.as_slice())
        .execute(connection)
        .await?;
    Ok(())
}
