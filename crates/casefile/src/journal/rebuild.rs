//! Making the tables again from the journal, to see that nothing else has changed them.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use record::id::CaseId;

use super::walk;
use crate::Result;
use crate::store::db::{Db, Kind, Row, Tx, values};
use crate::store::{FORM, Store, index_differences, project};

/// The tables that are made from the journal, each with a question for all that is in it.
const PROJECTIONS: [(&str, &str); 32] = [
    ("cases", "SELECT id, label, opened, body FROM cases"),
    ("document", "SELECT chain, sha256, label, seq, collected, reading, body FROM document"),
    ("claim", "SELECT id, chain, sha256, label, seq, place, body FROM claim"),
    ("hypothesis", "SELECT id, chain, label, seq, added, key, body FROM hypothesis"),
    ("root", "SELECT id, chain, label, seq, added, body FROM root"),
    ("echo", "SELECT root, claim, label, seq, added FROM echo"),
    ("step", "SELECT chain, seq, label, added, kind, body FROM step"),
    ("disclosure_move", "SELECT chain, seq, disclosure, label, kind, body FROM disclosure_move"),
    ("logged", "SELECT seq, label, entry FROM logged"),
    ("mandate", "SELECT seq, label, body FROM mandate"),
    ("access_list", "SELECT id, seq, label, body FROM access_list"),
    ("cover_policy", "SELECT seq, label, body FROM cover_policy"),
    ("disclosure", "SELECT id, chain, label, seq, proposed, body FROM disclosure"),
    ("line", "SELECT id, disclosure, label, seq, added, body FROM line"),
    ("approval", "SELECT disclosure, author, draft, label, seq, at FROM approval"),
    ("packet", "SELECT id, disclosure, label, seq, issued, body FROM packet"),
    ("search", "SELECT chain, name, label, added, body FROM search"),
    ("review", "SELECT id, chain, claim, label, seq, added, body FROM review"),
    ("aside", "SELECT chain, sha256, label, seq, added, body FROM aside"),
    ("link", "SELECT id, chain, label, seq, added, body FROM link"),
    ("actor_link", "SELECT id, chain, label, seq, added, body FROM actor_link"),
    ("source", "SELECT id, label, added, body FROM source"),
    ("grade", "SELECT source, seq, label, body FROM grade"),
    ("sealed", "SELECT source, sha256, label, seq, added, body FROM sealed"),
    ("erasure", "SELECT source, recipient, label, seq, added, body FROM erasure"),
    ("warning", "SELECT id, label, seq, added, body FROM warning"),
    ("answer", "SELECT warning, seq, label, body FROM answer"),
    ("public_release", "SELECT id, label, seq, added, body FROM public_release"),
    ("document_source", "SELECT chain, sha256, label, source FROM document_source"),
    ("rating", "SELECT id, chain, claim, label, seq, added, body FROM rating"),
    ("indexed", "SELECT chain, sha256, label, day, title FROM indexed"),
    // Without the number of a row, which is another in another store.
    (
        "facet",
        "SELECT indexed.chain, indexed.sha256, indexed.label, facet.body FROM facet LEFT JOIN indexed ON indexed.id = facet.id",
    ),
];

/// Makes the tables of a store anew where they are in another form than this version makes them: after tables were added or
/// changed, or where that was begun and not ended.
pub(crate) async fn bring_up(store: &Store) -> Result<()> {
    const FOUND: &str = "SELECT form FROM made";
    let is_current = |rows: Vec<Row>| rows.first().is_some_and(|row| row.int(0).is_ok_and(|form| form == FORM));
    let db = store.db();
    if is_current(db.rows(FOUND, &[]).await?) {
        return Ok(());
    }
    let mut tx = db.write(&CaseId::HOUSE.0).await?;
    // Somebody else may have done it while this waited.
    if is_current(tx.rows(FOUND, &[]).await?) {
        return Ok(());
    }
    for (table, _) in PROJECTIONS {
        tx.empty(table).await?;
    }
    if tx.kind() == Kind::Sqlite {
        tx.run("INSERT INTO words (words) VALUES ('delete-all')", &[]).await?;
    }
    project_all(db, &mut tx).await?;
    tx.empty("made").await?;
    tx.run("INSERT INTO made (form) VALUES ($1)", values![FORM]).await?;
    tx.commit().await
}

/// Projects the whole journal of `from` into tables that are empty.
async fn project_all(from: &Db, tx: &mut Tx) -> Result<()> {
    walk::each(from, async |entry, change, label| {
        let blobs = walk::blobs(from, change.projects()).await?;
        let cited = |sha| blobs.iter().find(|(name, _)| *name == sha).map(|(_, bytes)| bytes.as_slice());
        project(tx, entry, label, change, &cited).await
    })
    .await
}

/// The tables of `store` that differ from what its journal makes, in words.
pub(crate) async fn differences(store: &Store) -> Result<Vec<String>> {
    let fresh = Store::in_memory().await?;
    let mut tx = fresh.db().write(&CaseId::HOUSE.0).await?;
    project_all(store.db(), &mut tx).await?;
    tx.commit().await?;
    let mut faults = Vec::new();
    for (table, all) in PROJECTIONS {
        faults.extend(difference(table, rows(store.db(), all).await?, rows(fresh.db(), all).await?));
    }
    if store.db().kind() == Kind::Sqlite {
        let (kept, made) = (words(store.db()).await?, words(fresh.db()).await?);
        faults.extend(difference("words", kept, made));
    } else if faults.is_empty() {
        // What the words are made from is as it should be.
        faults.extend(index_differences(store).await?);
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

/// For each document in the index of SQLite what stands for all its words and their places, in order. A document of which words
/// are there and no row has no name.
async fn words(db: &Db) -> Result<Vec<Row>> {
    const TERMS: &str = "SELECT term FROM temp.vocabulary WHERE term > $1 ORDER BY term LIMIT 1000";
    // The places of one word in one part of a document, in three sums instead of one row for each.
    const PLACES: &str = "SELECT doc, col, count(*), sum(offset), sum(offset * offset) FROM temp.place
        WHERE term = $1 GROUP BY doc, col";
    let mut tx = db.write(&[0; 16]).await?;
    // Dropped with the transaction, which is not committed.
    tx.run("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'row')", values![]).await?;
    tx.run("CREATE VIRTUAL TABLE temp.place USING fts5vocab('main', 'words', 'instance')", values![]).await?;
    let mut sums: HashMap<i64, u64> = HashMap::new();
    let mut after = String::new();
    loop {
        let terms = tx.rows(TERMS, values![after.as_str()]).await?;
        let Some(last) = terms.last() else { break };
        last.text(0)?.clone_into(&mut after);
        for term in &terms {
            let term = term.text(0)?;
            for row in &tx.rows(PLACES, values![term]).await? {
                let mut hasher = DefaultHasher::new();
                (term, row.text(1)?, row.int(2)?, row.int(3)?, row.int(4)?).hash(&mut hasher);
                let sum = sums.entry(row.int(0)?).or_default();
                *sum = sum.wrapping_add(hasher.finish());
            }
        }
    }
    let mut rows = Vec::with_capacity(sums.len());
    for row in &tx.rows("SELECT id, chain, sha256, label FROM indexed", &[]).await? {
        // A document without words has no sum.
        let sum = sums.remove(&row.int(0)?).unwrap_or_default();
        rows.push(Row::from([
            row.bytes(1)?.into(),
            row.bytes(2)?.into(),
            row.text(3)?.into(),
            sum.cast_signed().into(),
        ]));
    }
    rows.extend(sums.into_values().map(|sum| Row::from([sum.cast_signed().into()])));
    rows.sort_unstable();
    Ok(rows)
}
