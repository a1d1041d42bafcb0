//! Whether a case file is whole: the chain, the blobs it cites, the labels it names.

use std::collections::BTreeSet;

use record::id::{CaseId, Sha256};
use sqlx::SqlitePool;

use super::{Change, Entry, GENESIS, hash_of};
use crate::store::{LabelId, Store, sha256};
use crate::{CasefileError, Result};
use record::time::Micros;

/// How many entries are held in memory at a time.
const PAGE: i64 = 1000;

/// Everything that is wrong, in words; nothing where the file is whole.
pub(crate) async fn faults(store: &Store) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let pool = store.pool();
    let verdict: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(5)").fetch_all(pool).await?;
    faults.extend(verdict.into_iter().filter(|line| line != "ok").map(|line| format!("the database: {line}")));
    blobs(pool, &mut faults).await?;
    labels(pool, &mut faults).await?;
    let mut known = BTreeSet::new();
    for chain in chains(pool).await? {
        walk(pool, chain, &mut faults, &mut known).await?;
    }
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM blob").fetch_one(pool).await?;
    let stray = usize::try_from(kept).unwrap_or(0).saturating_sub(known.len());
    if stray > 0 && faults.is_empty() {
        faults.push(format!("{stray} kept files are cited by no entry"));
    }
    shape(pool, &mut faults).await?;
    Ok(faults)
}

/// That the tables, indices and triggers are those that this version makes, and no others: a trigger could change what
/// is written later.
async fn shape(pool: &SqlitePool, faults: &mut Vec<String>) -> Result<()> {
    const SHAPE: &str = "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    let fresh = Store::in_memory().await?;
    let (found, made): (Vec<String>, Vec<String>) =
        (sqlx::query_scalar(SHAPE).fetch_all(pool).await?, sqlx::query_scalar(SHAPE).fetch_all(fresh.pool()).await?);
    let name = |line: &String| line.split(':').next().unwrap_or_default().to_owned();
    faults.extend(
        found
            .iter()
            .filter(|line| !made.contains(line))
            .map(|line| format!("the {} is not one that Tearline makes", name(line))),
    );
    faults.extend(
        made.iter()
            .filter(|line| !found.contains(line))
            .map(|line| format!("the {} is missing or altered", name(line))),
    );
    Ok(())
}

/// The chains of the file, whether their entries, their head or both are there.
pub(super) async fn chains(pool: &SqlitePool) -> Result<Vec<CaseId>> {
    let rows: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT chain FROM journal UNION SELECT chain FROM head ORDER BY 1").fetch_all(pool).await?;
    rows.into_iter()
        .map(|id| id.try_into().map(CaseId).map_err(|_| CasefileError::Damaged("a chain's id is not 16 bytes".into())))
        .collect()
}

type Row = (i64, i64, String, String, i64, String, String, String, Vec<u8>, Vec<u8>);

/// Up to [`PAGE`] entries of a chain, from `from` on.
pub(super) async fn page(pool: &SqlitePool, case: CaseId, from: i64) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT seq, at, author, kind, version, label, why, body, prev, hash FROM journal WHERE chain = ? AND seq >= ? ORDER BY seq LIMIT ?",
    )
    .bind(case.0.as_slice())
    .bind(from)
    .bind(PAGE)
    .fetch_all(pool)
    .await?;
    rows.into_iter()
        .map(|(seq, at, author, kind, version, label, why, body, prev, hash)| {
            let hash_of_32 = |bytes: Vec<u8>| {
                bytes
                    .try_into()
                    .map_err(|_| CasefileError::Damaged(format!("entry {seq} has a hash that is not 32 bytes")))
            };
            let (prev, hash) = (hash_of_32(prev)?, hash_of_32(hash)?);
            Ok(Entry { case, seq, at: Micros(at), author, kind, version, label, why, body, prev, hash })
        })
        .collect()
}

async fn walk(pool: &SqlitePool, case: CaseId, faults: &mut Vec<String>, known: &mut BTreeSet<Sha256>) -> Result<()> {
    let (mut seq, mut hash) = (0, GENESIS);
    let mut from = i64::MIN;
    loop {
        let entries = page(pool, case, from).await?;
        let Some(last) = entries.last().map(|entry| entry.seq) else { break };
        for entry in &entries {
            if entry.seq < 1 {
                faults.push(format!("case {}: entry {} stands before the first", case.short(), entry.seq));
                continue;
            }
            if entry.seq != seq + 1 {
                faults.push(format!("case {}: entry {} is missing from the journal", case.short(), seq + 1));
            } else if entry.prev != hash {
                faults.push(format!("case {}: entry {} does not follow the one before it", case.short(), entry.seq));
            }
            if hash_of(entry) != entry.hash {
                faults.push(format!("case {}: entry {} was altered", case.short(), entry.seq));
            }
            cited(pool, entry, faults, known).await?;
            (seq, hash) = (entry.seq, entry.hash);
        }
        from = last.saturating_add(1);
    }
    let head: Option<(i64, Vec<u8>)> = sqlx::query_as("SELECT seq, hash FROM head WHERE chain = ?")
        .bind(case.0.as_slice())
        .fetch_optional(pool)
        .await?;
    if head.as_ref().is_none_or(|(at, end)| *at < 1 || *at != seq || end.as_slice() != hash) {
        faults.push(format!(
            "case {}: the journal does not end where its head says; entries behind {seq} are missing",
            case.short()
        ));
    }
    Ok(())
}

/// That what an entry cites is there.
async fn cited(pool: &SqlitePool, entry: &Entry, faults: &mut Vec<String>, known: &mut BTreeSet<Sha256>) -> Result<()> {
    let at = format!("case {}: entry {}", entry.case.short(), entry.seq);
    let change = match entry.change() {
        Ok(change) => change,
        Err(error) => {
            faults.push(format!("{at}: {error}"));
            return Ok(());
        }
    };
    if change.kind() != entry.kind {
        faults.push(format!("{at} is called {} and tells of {}", entry.kind, change.kind()));
    }
    let blobs: Vec<Sha256> = match change {
        Change::DocumentCollected { document, reading } => {
            [document.sha256, document.text, reading].into_iter().chain(document.passages).collect()
        }
        Change::PacketIssued { files, .. } => files.into_iter().map(|(_, sha)| sha).collect(),
        _ => Vec::new(),
    };
    for sha in blobs {
        known.insert(sha);
        let found: i64 = sqlx::query_scalar("SELECT count(*) FROM blob WHERE sha256 = ?")
            .bind(sha.0.as_slice())
            .fetch_one(pool)
            .await?;
        if found == 0 {
            faults.push(format!("{at} cites {}, which is missing", sha.short()));
        }
    }
    let label: i64 =
        sqlx::query_scalar("SELECT count(*) FROM label WHERE id = ?").bind(&entry.label).fetch_one(pool).await?;
    if label == 0 {
        faults.push(format!("{at} carries a label that is missing"));
    }
    Ok(())
}

/// That every blob has the hash it is kept under.
async fn blobs(pool: &SqlitePool, faults: &mut Vec<String>) -> Result<()> {
    let mut after: Vec<u8> = Vec::new();
    loop {
        let row: Option<(Vec<u8>, Vec<u8>)> =
            sqlx::query_as("SELECT sha256, bytes FROM blob WHERE sha256 > ? ORDER BY sha256 LIMIT 1")
                .bind(&after)
                .fetch_optional(pool)
                .await?;
        let Some((name, bytes)) = row else { return Ok(()) };
        if sha256(&bytes).0.as_slice() != name {
            let name = name.as_slice().try_into().map_or_else(|_| "?".to_owned(), |name| Sha256(name).short());
            faults.push(format!("the bytes kept as {name} were altered"));
        }
        after = name;
    }
}

/// That every label has the body its id is the hash of.
async fn labels(pool: &SqlitePool, faults: &mut Vec<String>) -> Result<()> {
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT id, body FROM label").fetch_all(pool).await?;
    faults.extend(
        rows.iter()
            .filter(|(id, body)| LabelId::named(body) != *id)
            .map(|(id, _)| format!("the label {id} was altered")),
    );
    Ok(())
}
