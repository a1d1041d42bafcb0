//! Finding documents by words and facets, among those that a viewer may see.

use std::collections::HashMap;

use record::id::{CaseId, Sha256};
use record::time::Micros;

use super::db::{Kind, Value, values};
use super::{Store, index};
use crate::Result;
use crate::access::Visible;
use crate::search::{Candidate, Saved, Wanted};

impl Store {
    /// Up to `limit` visible documents that have what is wanted, those collected last first.
    pub(crate) async fn search(
        &self,
        visible: &Visible,
        case: CaseId,
        wanted: &Wanted,
        facets: &[(String, String)],
        limit: usize,
    ) -> Result<Vec<Candidate>> {
        let tokens: Vec<String> = facets.iter().map(|(key, value)| index::token(key, value)).collect();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = match self.db.kind() {
            Kind::Sqlite => {
                // CROSS JOIN keeps the planner from asking the index anew for each document of the case.
                self.db
                    .rows(
                        "SELECT document.body, document.collected, indexed.facets FROM words CROSS JOIN indexed CROSS JOIN document
                         WHERE words MATCH $1 AND indexed.id = words.rowid AND document.chain = indexed.chain
                             AND document.sha256 = indexed.sha256 AND document.label = indexed.label AND indexed.chain = $2
                             AND indexed.label IN (SELECT value FROM json_each($3))
                         ORDER BY words.rowid DESC LIMIT $4",
                        values![wanted.fts5(&tokens), case.0, visible.json(), limit],
                    )
                    .await?
            }
            Kind::Postgres => {
                self.db
                    .rows(
                        "SELECT document.body, document.collected, indexed.facets FROM indexed
                         JOIN document ON document.chain = indexed.chain AND document.sha256 = indexed.sha256
                             AND document.label = indexed.label
                         WHERE ($1 = '' OR indexed.words @@ websearch_to_tsquery('english', $1))
                             AND ($2 = '' OR indexed.words @@ to_tsquery('simple', $2)) AND indexed.chain = $3
                             AND indexed.label IN (SELECT value FROM json_each($4))
                         ORDER BY indexed.id DESC LIMIT $5",
                        values![wanted.websearch(), tokens.join(" & "), case.0, visible.json(), limit],
                    )
                    .await?
            }
        };
        rows.iter()
            .map(|row| Ok(Candidate { document: row.json(0)?, collected: Micros(row.int(1)?), facets: row.json(2)? }))
            .collect()
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
