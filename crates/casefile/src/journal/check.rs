//! Whether a case file is whole: the chain, the blobs it cites, the labels it names.

use std::collections::BTreeSet;

use record::id::{CaseId, Sha256};

use super::{Entry, GENESIS, hash_of};
use crate::store::db::{Db, Kind, Row, values};
use crate::store::{LabelId, Store, sha256, unpacked};
use crate::{CasefileError, Result};
use record::time::Micros;

/// How many entries are held in memory at a time.
const PAGE: i64 = 1000;

/// Everything that is wrong, in words; nothing where the file is whole.
pub(crate) async fn faults(store: &Store) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let db = store.db();
    if db.kind() == Kind::Sqlite {
        for row in db.rows("PRAGMA integrity_check(5)", &[]).await? {
            let line = row.text(0)?;
            if line != "ok" {
                faults.push(format!("the database: {line}"));
            }
        }
    }
    blobs(db, &mut faults).await?;
    labels(db, &mut faults).await?;
    let mut known = BTreeSet::new();
    for chain in chains(db).await? {
        walk(db, chain, &mut faults, &mut known).await?;
    }
    let kept = db.count("SELECT count(*) FROM blob", &[]).await?;
    let stray = usize::try_from(kept).unwrap_or(0).saturating_sub(known.len());
    if stray > 0 && faults.is_empty() {
        faults.push(format!("{stray} kept files are cited by no entry"));
    }
    shape(db, &mut faults).await?;
    Ok(faults)
}

/// That the tables, indices and triggers are those that this version makes, and no others: a trigger could change what
/// is written later.
async fn shape(db: &Db, faults: &mut Vec<String>) -> Result<()> {
    const SHAPE: &str = "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    if db.kind() == Kind::Postgres {
        return triggers(db, faults).await;
    }
    let lines = async |db: &Db| -> Result<Vec<String>> {
        db.rows(SHAPE, &[]).await?.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
    };
    let fresh = Store::in_memory().await?;
    let (found, made) = (lines(db).await?, lines(fresh.db()).await?);
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

/// That no trigger and no rule changes what is written to a PostgreSQL database.
async fn triggers(db: &Db, faults: &mut Vec<String>) -> Result<()> {
    const FOUND: &str = "SELECT 'trigger ' || tgname::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
        WHERE relnamespace = 'tearline'::regnamespace AND NOT tgisinternal
        UNION ALL SELECT 'rule ' || rulename::text FROM pg_rules WHERE schemaname = 'tearline' ORDER BY 1";
    for row in db.rows(FOUND, &[]).await? {
        faults.push(format!("the {} is not one that Tearline makes", row.text(0)?));
    }
    Ok(())
}

/// The chains of the store, whether their entries, their head or both are there.
pub(super) async fn chains(db: &Db) -> Result<Vec<CaseId>> {
    let rows = db.rows("SELECT chain FROM journal UNION SELECT chain FROM head ORDER BY 1", &[]).await?;
    let damaged = |_| CasefileError::Damaged("a chain's id is not 16 bytes".into());
    rows.iter().map(|row| row.array(0).map(CaseId).map_err(damaged)).collect()
}

/// Up to [`PAGE`] entries of a chain, from `from` on.
pub(super) async fn page(db: &Db, case: CaseId, from: i64) -> Result<Vec<Entry>> {
    some(db, case, from, PAGE).await
}

async fn some(db: &Db, case: CaseId, from: i64, limit: i64) -> Result<Vec<Entry>> {
    let rows = db
        .rows(
            "SELECT seq, at, author, kind, version, label, why, body, prev, hash FROM journal
             WHERE chain = $1 AND seq >= $2 ORDER BY seq LIMIT $3",
            values![case.0, from, limit],
        )
        .await?;
    rows.iter().map(|row| entry(case, row)).collect()
}

/// The entries of a chain that are of a kind, in their order, each looked at whether it is as it was written.
pub(crate) async fn entries_of(db: &Db, case: CaseId, kind: &str) -> Result<Vec<Entry>> {
    let rows = db
        .rows(
            "SELECT seq, at, author, kind, version, label, why, body, prev, hash FROM journal
             WHERE chain = $1 AND kind = $2 ORDER BY seq",
            values![case.0, kind],
        )
        .await?;
    let read = |row: &Row| {
        let entry = entry(case, row)?;
        if hash_of(&entry) != entry.hash {
            return Err(CasefileError::Damaged(format!("{}: entry {} was altered", named(case), entry.seq)));
        }
        Ok(entry)
    };
    rows.iter().map(read).collect()
}

fn entry(case: CaseId, row: &Row) -> Result<Entry> {
    let seq = row.int(0)?;
    let hash =
        |at| row.array(at).map_err(|_| CasefileError::Damaged(format!("entry {seq} has a hash that is not 32 bytes")));
    Ok(Entry {
        case,
        seq,
        at: Micros(row.int(1)?),
        author: row.text(2)?.to_owned(),
        kind: row.text(3)?.to_owned(),
        version: row.int(4)?,
        label: row.text(5)?.to_owned(),
        why: row.text(6)?.to_owned(),
        body: row.text(7)?.to_owned(),
        prev: hash(8)?,
        hash: hash(9)?,
    })
}

/// What a chain is called.
pub(super) fn named(chain: CaseId) -> String {
    if chain == CaseId::HOUSE { "the house register".to_owned() } else { format!("case {}", chain.short()) }
}

async fn walk(db: &Db, case: CaseId, faults: &mut Vec<String>, known: &mut BTreeSet<Sha256>) -> Result<()> {
    let (mut seq, mut hash) = (0, GENESIS);
    let mut from = i64::MIN;
    loop {
        let entries = match page(db, case, from).await {
            Err(CasefileError::Damaged(_)) => singly(db, case, from, faults).await?,
            entries => entries?,
        };
        let Some(last) = entries.last().map(|entry| entry.seq) else { break };
        for entry in &entries {
            if entry.seq < 1 {
                faults.push(format!("{}: entry {} stands before the first", named(case), entry.seq));
                continue;
            }
            if entry.seq != seq + 1 {
                let gap = match (seq + 1, entry.seq - 1) {
                    (one, last) if one == last => format!("entry {one} is"),
                    (first, last) => format!("entries {first} to {last} are"),
                };
                faults.push(format!("{}: {gap} missing from the journal", named(case)));
            } else if entry.prev != hash {
                faults.push(format!("{}: entry {} does not follow the one before it", named(case), entry.seq));
            }
            if hash_of(entry) != entry.hash {
                faults.push(format!("{}: entry {} was altered", named(case), entry.seq));
            }
            cited(db, entry, faults, known).await?;
            (seq, hash) = (entry.seq, entry.hash);
        }
        from = last.saturating_add(1);
    }
    let head = db.row("SELECT seq, hash FROM head WHERE chain = $1", values![case.0]).await?;
    let ends =
        |head: &Row| head.int(0).is_ok_and(|at| at >= 1 && at == seq) && head.bytes(1).is_ok_and(|end| end == hash);
    if !head.as_ref().is_some_and(ends) {
        faults.push(format!(
            "{}: the journal does not end where its head says; entries behind {seq} are missing",
            named(case)
        ));
    }
    Ok(())
}

/// The entries of a page that can be read, where not all can be: which cannot, and why, is told.
async fn singly(db: &Db, case: CaseId, from: i64, faults: &mut Vec<String>) -> Result<Vec<Entry>> {
    const NUMBERS: &str = "SELECT seq FROM journal WHERE chain = $1 AND seq >= $2 ORDER BY seq LIMIT $3";
    let mut entries = Vec::new();
    for row in db.rows(NUMBERS, values![case.0, from, PAGE]).await? {
        let seq = row.int(0)?;
        match some(db, case, seq, 1).await {
            Ok(found) => entries.extend(found),
            Err(CasefileError::Damaged(why)) => faults.push(format!("{}: entry {seq}: {why}", named(case))),
            Err(error) => return Err(error),
        }
    }
    Ok(entries)
}

/// That what an entry cites is there.
async fn cited(db: &Db, entry: &Entry, faults: &mut Vec<String>, known: &mut BTreeSet<Sha256>) -> Result<()> {
    let at = format!("{}: entry {}", named(entry.case), entry.seq);
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
    for sha in change.cites() {
        known.insert(sha);
        if db.count("SELECT count(*) FROM blob WHERE sha256 = $1", values![sha.0]).await? == 0 {
            faults.push(format!("{at} cites {}, which is missing", sha.short()));
        }
    }
    if db.count("SELECT count(*) FROM label WHERE id = $1", values![&entry.label]).await? == 0 {
        faults.push(format!("{at} carries a label that is missing"));
    }
    Ok(())
}

/// That every blob has the hash it is kept under.
async fn blobs(db: &Db, faults: &mut Vec<String>) -> Result<()> {
    let mut after: Vec<u8> = Vec::new();
    loop {
        let next = "SELECT sha256, packed, bytes FROM blob WHERE sha256 > $1 ORDER BY sha256 LIMIT 1";
        let Some(row) = db.row(next, values![after.as_slice()]).await? else { return Ok(()) };
        let name = row.bytes(0)?;
        if !unpacked(&row, 1).is_ok_and(|bytes| sha256(&bytes).0.as_slice() == name) {
            let name = name.try_into().map_or_else(|_| "?".to_owned(), |name| Sha256(name).short());
            faults.push(format!("the bytes kept as {name} were altered"));
        }
        after = name.to_vec();
    }
}

/// That every label has the body its id is the hash of.
async fn labels(db: &Db, faults: &mut Vec<String>) -> Result<()> {
    for row in db.rows("SELECT id, body FROM label", &[]).await? {
        let (id, body) = (row.text(0)?, row.text(1)?);
        if LabelId::named(body) != id {
            faults.push(format!("the label {id} was altered"));
        }
    }
    Ok(())
}
