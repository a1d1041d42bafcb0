//! Finding documents by words and facets, among those that a viewer may see.

use std::collections::HashMap;

use record::document::Document;
use record::id::{CaseId, Sha256};
use record::time::Micros;

use super::db::{Kind, Row, Value, values};
use super::{Store, index};
use crate::Result;
use crate::access::Visible;
use crate::search::{Candidate, Saved, Sort, Wanted};

// CROSS JOIN keeps SQLite's planner from asking the index of words anew for each document of the case. All come in one row:
// each row is handed from one thread to another, which takes longer than to find it.
const IN_SQLITE: [&str; 2] = [
    "SELECT json_group_array(json_array(id, title)) FROM (
         SELECT indexed.id, indexed.title FROM words CROSS JOIN indexed
         WHERE words MATCH $1 AND indexed.id = words.rowid AND indexed.chain = $2
             AND indexed.label IN (SELECT value FROM json_each($3))
         ORDER BY words.rowid DESC LIMIT $4)",
    "SELECT json_group_array(json_array(id, title)) FROM (
         SELECT indexed.id, indexed.title FROM words CROSS JOIN indexed
         WHERE words MATCH $1 AND indexed.id = words.rowid AND indexed.chain = $2
             AND indexed.label IN (SELECT value FROM json_each($3))
         ORDER BY indexed.day DESC, indexed.id DESC LIMIT $4)",
];

// What the index does not hold whole is found by its words alone, and then looked at.
const IN_POSTGRES: [&str; 2] = [
    "SELECT id, title, whole FROM indexed
     WHERE words @@ $1::tsquery AND (words @@ $2::tsquery OR whole = 0) AND chain = $3
         AND label IN (SELECT value FROM json_each($4))
     ORDER BY id DESC LIMIT $5",
    "SELECT id, title, whole FROM indexed
     WHERE words @@ $1::tsquery AND (words @@ $2::tsquery OR whole = 0) AND chain = $3
         AND label IN (SELECT value FROM json_each($4))
     ORDER BY day DESC, id DESC LIMIT $5",
];

impl Store {
    /// Up to `limit` visible documents that have what is wanted, by words and facets: those that came in last first or, by
    /// time, those that came out last.
    pub(crate) async fn search(
        &self,
        visible: &Visible,
        case: CaseId,
        (wanted, facets): (&Wanted, &[(String, String)]),
        sort: Sort,
        limit: usize,
    ) -> Result<Vec<Candidate>> {
        let tokens: Vec<String> = facets.iter().map(|(key, value)| index::token(key, value)).collect();
        let order = usize::from(sort == Sort::Time);
        let number = |limit: usize| i64::try_from(limit).unwrap_or(i64::MAX);
        if self.db.kind() == Kind::Sqlite {
            let values = values![wanted.fts5(&tokens), case.0, visible.json(), number(limit)];
            let rows = self.db.rows(IN_SQLITE[order], values).await?;
            let all: Vec<(i64, String)> = rows.first().map_or_else(|| Ok(Vec::new()), |row| row.json(0))?;
            return Ok(all.into_iter().map(|(id, title)| Candidate { id, title }).collect());
        }
        let tokens: Vec<String> = tokens.iter().map(|token| index::literal(token)).collect();
        let (loose, exact) = (wanted.loose_tsquery(&tokens), wanted.tsquery(&tokens));
        let mut ask = limit;
        loop {
            let values = values![loose.as_str(), exact.as_str(), case.0, visible.json(), number(ask)];
            let rows = self.db.rows(IN_POSTGRES[order], values).await?;
            let mut found = Vec::new();
            for row in &rows {
                let candidate = candidate(row)?;
                if row.int(2)? == 1 || self.is_met(&candidate, wanted).await? {
                    found.push(candidate);
                }
            }
            // Where some were none after all, there may be more behind them.
            if found.len() >= limit || rows.len() < ask {
                found.truncate(limit);
                return Ok(found);
            }
            ask = ask.saturating_mul(4);
        }
    }

    /// Whether the text of a candidate has what is wanted.
    async fn is_met(&self, candidate: &Candidate, wanted: &Wanted) -> Result<bool> {
        let found = self.candidates(std::slice::from_ref(candidate)).await?;
        let Some((document, _)) = found.first() else { return Ok(false) };
        let text = self.blob(document.text).await?;
        Ok(wanted.is_met_by(&candidate.title, &String::from_utf8_lossy(&text)))
    }

    /// The documents of candidates with when they were collected, in their order.
    pub(crate) async fn candidates(&self, found: &[Candidate]) -> Result<Vec<(Document, Micros)>> {
        const DOCUMENTS: &str = "SELECT indexed.id, document.body, document.collected FROM indexed
             JOIN document ON document.chain = indexed.chain AND document.sha256 = indexed.sha256
                 AND document.label = indexed.label
             WHERE indexed.id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
        let mut by_id: HashMap<i64, (Document, Micros)> = HashMap::with_capacity(found.len());
        for row in &self.db.rows(DOCUMENTS, values![ids(found)?]).await? {
            by_id.insert(row.int(0)?, (row.json(1)?, Micros(row.int(2)?)));
        }
        Ok(found.iter().filter_map(|one| by_id.remove(&one.id)).collect())
    }

    /// The facets of candidates, in no order.
    pub(crate) async fn facets(&self, found: &[Candidate]) -> Result<Vec<Vec<(String, String)>>> {
        const FACETS: &str = "SELECT body FROM facet WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))";
        self.db.rows(FACETS, values![ids(found)?]).await?.iter().map(|row| row.json(0)).collect()
    }

    /// The bytes under several hashes, as far as they are there.
    pub(crate) async fn blobs(&self, shas: &[Sha256]) -> Result<HashMap<Sha256, Vec<u8>>> {
        // As many as are asked for at a time, so that one statement does for all.
        const AT_ONCE: usize = 20;
        let mut found = HashMap::with_capacity(shas.len());
        for some in shas.chunks(AT_ONCE) {
            let last = some.last().map(|sha| sha.0).unwrap_or_default();
            let filled = some.iter().map(|sha| sha.0).chain(std::iter::repeat(last)).take(AT_ONCE);
            let values: Vec<Value> = filled.map(Value::from).collect();
            let rows = self
                .db
                .rows(
                    "SELECT sha256, packed, bytes FROM blob WHERE sha256 IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                     $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
                    &values,
                )
                .await?;
            for row in &rows {
                found.insert(Sha256(row.array(0)?), super::blob::unpacked(row, 1)?);
            }
        }
        Ok(found)
    }

    /// The bytes under a hash.
    pub(crate) async fn blob(&self, sha: Sha256) -> Result<Vec<u8>> {
        super::blob::fetch(&self.db, sha).await
    }

    /// The visible searches of a case by name.
    pub(crate) async fn searches(&self, visible: &Visible, case: CaseId) -> Result<Vec<Saved>> {
        let rows = self
            .db
            .rows(
                "SELECT name, body FROM search WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))
                 ORDER BY name",
                values![case.0, visible.json()],
            )
            .await?;
        rows.iter().map(|row| Ok(Saved { name: row.text(0)?.to_owned(), search: row.json(1)? })).collect()
    }
}

fn candidate(row: &Row) -> Result<Candidate> {
    Ok(Candidate { id: row.int(0)?, title: row.text(1)?.to_owned() })
}

/// The numbers of candidates as they are bound.
fn ids(found: &[Candidate]) -> Result<String> {
    Ok(serde_json::to_string(&found.iter().map(|one| one.id).collect::<Vec<i64>>())?)
}
