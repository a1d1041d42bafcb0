//! Entering changes in the journal.

use record::id::{CaseId, Sha256};
use record::label::Label;
use record::time::Micros;

use super::blob::Packed;
use super::db::{Row, Tx, values};
use super::{LabelId, Store, blob, label, project};
use crate::journal::{Change, Draft, Entry, GENESIS, hash_of};
use crate::{CasefileError, Result};

/// Bytes that a change cites, under their hash.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub sha: Sha256,
    pub bytes: Vec<u8>,
    packed: Packed,
}

impl Written {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self { sha: super::sha256(&bytes), packed: Packed::new(&bytes), bytes }
    }
}

/// Where a chain ended when somebody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen(i64, [u8; 32]);

impl Store {
    /// Where the chain of a case ends now. Whoever decides anything looks first, and commits with what was seen.
    pub(crate) async fn seen(&self, case: CaseId) -> Result<Seen> {
        seen(self.db.row(HEAD, values![case.0]).await?)
    }

    /// When the last entry of the chain of a case was made.
    pub(crate) async fn last_moment(&self, case: CaseId) -> Result<Option<Micros>> {
        const LAST: &str = "SELECT at FROM journal WHERE chain = $1 ORDER BY seq DESC LIMIT 1";
        self.db.row(LAST, values![case.0]).await?.map(|row| row.int(0).map(Micros)).transpose()
    }

    /// Enters `drafts` in the chain of `case`, keeps `blobs`, and projects each entry into the tables, all or nothing. When
    /// this returns, it is on the disk.
    ///
    /// # Errors
    /// [`CasefileError::Moved`] where the chain no longer ends at `seen`: what was decided was decided on something else.
    pub(crate) async fn commit(&self, case: CaseId, seen: Seen, drafts: Vec<Draft>, blobs: &[&Written]) -> Result<()> {
        self.commit_all(case, seen, drafts, blobs).await.map_err(|error| self.explained(error))
    }

    async fn commit_all(&self, case: CaseId, wanted: Seen, drafts: Vec<Draft>, blobs: &[&Written]) -> Result<()> {
        let mut tx = self.db.write(&case.0).await?;
        let Seen(mut seq, mut prev) = seen(tx.rows(HEAD, values![case.0]).await?.into_iter().next())?;
        if Seen(seq, prev) != wanted {
            return Err(CasefileError::Moved);
        }
        // In the order of their hashes, so that of two that keep the same blobs neither waits for what the other will not let go.
        let mut in_order = blobs.to_vec();
        in_order.sort_unstable_by_key(|written| written.sha);
        for written in in_order {
            blob::keep(&mut tx, written.sha, &written.packed).await?;
        }
        let mut interned: Option<(Label, LabelId)> = None;
        for draft in drafts {
            if draft.case != case {
                return Err(CasefileError::Damaged(
                    "an entry of one case was to go into the journal of another".into(),
                ));
            }
            // Those that come together mostly have one label.
            let label = match &interned {
                Some((of, id)) if *of == draft.label => id.clone(),
                _ => label::intern(&mut tx, &draft.label).await?,
            };
            interned = Some((draft.label.clone(), label.clone()));
            let mut entry = Entry {
                case,
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
            (seq, prev) = (entry.seq, entry.hash);
            append(&mut tx, &entry).await?;
            let cited =
                |sha: Sha256| blobs.iter().find(|written| written.sha == sha).map(|written| written.bytes.as_slice());
            project(&mut tx, &entry, &draft.label, &draft.change, &cited).await?;
        }
        end(&mut tx, case, seq, prev).await?;
        tx.commit().await
    }
}

/// Enters an entry of another store's journal as it is, behind what came before it there, with the blobs that it cites.
///
/// # Errors
/// Where it does not follow the end of the chain here.
pub(crate) async fn carry_over(
    tx: &mut Tx,
    (entry, label, change): (&Entry, &Label, &Change),
    blobs: &[(Sha256, Vec<u8>)],
) -> Result<()> {
    let Seen(seq, prev) = seen(tx.rows(HEAD, values![entry.case.0]).await?.into_iter().next())?;
    if (seq + 1, prev) != (entry.seq, entry.prev) {
        return Err(CasefileError::Moved);
    }
    for (sha, bytes) in blobs {
        blob::keep(tx, *sha, &Packed::new(bytes)).await?;
    }
    label::intern(tx, label).await?;
    append(tx, entry).await?;
    let cited = |sha| blobs.iter().find(|(name, _)| *name == sha).map(|(_, bytes)| bytes.as_slice());
    project(tx, entry, label, change, &cited).await?;
    end(tx, entry.case, entry.seq, entry.hash).await?;
    Ok(())
}

impl Store {
    /// Writes this file anew to another, as it is at this moment.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(crate) async fn vacuum_into(&self, to: &std::path::Path) -> Result<()> {
        let path = to.to_str().ok_or_else(|| CasefileError::NotAStore(super::Place::from(to)))?;
        // What cannot be written is the copy.
        let of_copy = |error| match error {
            CasefileError::Database(error) => super::explain(error, &super::Place::from(to)),
            other => other,
        };
        self.db.rows("VACUUM INTO $1", values![path]).await.map_err(of_copy)?;
        // SQLite leaves it to the system when a new file is on the disk.
        let synced = std::fs::File::open(to).and_then(|file| file.sync_all());
        synced.map_err(|error| CasefileError::ReadOnly { place: super::Place::from(to), reason: error.to_string() })
    }
}

async fn end(tx: &mut Tx, case: CaseId, seq: i64, hash: [u8; 32]) -> Result<u64> {
    tx.run(
        "INSERT INTO head (chain, seq, hash) VALUES ($1, $2, $3)
         ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
        values![case.0, seq, hash],
    )
    .await
}

const HEAD: &str = "SELECT seq, hash FROM head WHERE chain = $1";

fn seen(head: Option<Row>) -> Result<Seen> {
    let Some(head) = head else { return Ok(Seen(0, GENESIS)) };
    Ok(Seen(head.int(0)?, head.array(1)?))
}

async fn append(tx: &mut Tx, entry: &Entry) -> Result<()> {
    tx.run(
        "INSERT INTO journal (chain, seq, at, author, kind, version, label, why, body, prev, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            entry.case.0,
            entry.seq,
            entry.at.0,
            &entry.author,
            &entry.kind,
            entry.version,
            &entry.label,
            &entry.why,
            &entry.body,
            entry.prev,
            entry.hash
        ],
    )
    .await?;
    Ok(())
}
