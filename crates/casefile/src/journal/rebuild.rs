//! Making the tables again from the journal, to see that nothing else has changed them.

use std::collections::HashMap;

use record::label::Label;

use super::check;
use crate::store::db::{Db, Kind, Row, values};
use crate::store::{Store, fetch_blob, project};
use crate::{CasefileError, Result};

/// The tables that are made from the journal, each with a question for all that is in it.
const PROJECTIONS: [(&str, &str); 26] = [
    ("cases", "SELECT id, label, opened, body FROM cases"),
    ("document", "SELECT chain, sha256, label, collected, reading, body FROM document"),
    ("claim", "SELECT id, chain, sha256, label, collected, place, body FROM claim"),
    ("hypothesis", "SELECT id, chain, label, added, key, body FROM hypothesis"),
    ("root", "SELECT id, chain, label, added, body FROM root"),
    ("echo", "SELECT root, claim, label, added FROM echo"),
    ("step", "SELECT chain, seq, label, added, kind, body FROM step"),
    ("disclosure", "SELECT id, chain, label, proposed, body FROM disclosure"),
    ("line", "SELECT id, disclosure, label, added, body FROM line"),
    ("approval", "SELECT disclosure, author, draft, label, at FROM approval"),
    ("packet", "SELECT id, disclosure, label, issued, body FROM packet"),
    ("search", "SELECT chain, name, label, added, body FROM search"),
    ("review", "SELECT id, chain, claim, label, added, body FROM review"),
    ("aside", "SELECT chain, sha256, label, added, body FROM aside"),
    ("link", "SELECT id, chain, label, added, body FROM link"),
    ("actor_link", "SELECT id, chain, label, added, body FROM actor_link"),
    ("source", "SELECT id, label, added, body FROM source"),
    ("grade", "SELECT source, seq, label, body FROM grade"),
    ("sealed", "SELECT source, sha256, label, added, body FROM sealed"),
    ("erasure", "SELECT source, recipient, label, added, body FROM erasure"),
    ("warning", "SELECT id, label, added, body FROM warning"),
    ("answer", "SELECT warning, seq, label, body FROM answer"),
    ("public_release", "SELECT id, label, added, body FROM public_release"),
    ("document_source", "SELECT chain, sha256, label, source FROM document_source"),
    ("rating", "SELECT id, chain, claim, label, added, body FROM rating"),
    ("indexed", "SELECT chain, sha256, label, facets FROM indexed"),
];

/// The tables of `store` that differ from what its journal makes, in words.
pub(crate) async fn differences(store: &Store) -> Result<Vec<String>> {
    let fresh = Store::in_memory().await?;
    let labels = labels(store.db()).await?;
    for chain in check::chains(store.db()).await? {
        let mut from = i64::MIN;
        loop {
            let entries = check::page(store.db(), chain, from).await?;
            let Some(last) = entries.last().map(|entry| entry.seq) else { break };
            let mut tx = fresh.db().write(&chain.0).await?;
            for entry in &entries {
                let change = entry.change()?;
                let mut blobs = Vec::new();
                for sha in change.projects() {
                    blobs.push((sha, fetch_blob(store.db(), sha).await?));
                }
                let missing = || CasefileError::Damaged(format!("the label {} is missing", entry.label));
                let label = labels.get(&entry.label).ok_or_else(missing)?;
                let cited = |sha| blobs.iter().find(|(name, _)| *name == sha).map(|(_, bytes)| bytes.as_slice());
                project(&mut tx, entry, label, &change, &cited).await?;
            }
            tx.commit().await?;
            from = last.saturating_add(1);
        }
    }
    let mut faults = Vec::new();
    for (table, all) in PROJECTIONS {
        faults.extend(difference(table, rows(store.db(), all).await?, rows(fresh.db(), all).await?));
    }
    if store.db().kind() == Kind::Sqlite {
        let (kept, made) = (words(store.db()).await?, words(fresh.db()).await?);
        faults.extend(difference("words", kept, made));
    }
    Ok(faults)
}

/// Every row of a table, in order.
async fn rows(db: &Db, all: &'static str) -> Result<Vec<Row>> {
    let mut rows = db.rows(all, &[]).await?;
    rows.sort_unstable();
    Ok(rows)
}

fn difference(table: &str, kept: Vec<Row>, made: Vec<Row>) -> Option<String> {
    if kept == made {
        return None;
    }
    let only = |one: &[Row], other: &[Row]| one.iter().filter(|row| other.binary_search(row).is_err()).count();
    let differing = only(&kept, &made).max(only(&made, &kept)).max(kept.len().abs_diff(made.len()));
    Some(format!("the table {table} has {differing} rows that are not as the journal makes them"))
}

/// Which words the index holds, in how many documents, and how often.
async fn words(db: &Db) -> Result<Vec<Row>> {
    let mut tx = db.write(&[0; 16]).await?;
    // Dropped with the transaction, which is not committed.
    tx.run("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'col')", values![]).await?;
    tx.rows("SELECT term, col, doc, cnt FROM temp.vocabulary ORDER BY 1, 2", &[]).await
}

async fn labels(db: &Db) -> Result<HashMap<String, Label>> {
    let rows = db.rows("SELECT id, body FROM label", &[]).await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.json(1)?))).collect()
}
