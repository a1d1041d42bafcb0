//! The index of words and facets.
//!
//! A facet is a property that a document has or has not: somebody in it denies something, it tells of a threat, it came
//! out in March. Facets stand in the index as words of their own, so that a search narrows by them as it does by words.

use std::collections::BTreeSet;

use record::document::Document;
use record::id::Sha256;
use record::label::{Label, Protection};
use record::reading::Reading;
use serde::Serialize;
use sha2::Digest;

use super::Store;
use super::db::{Kind, Tx, Value, values};
use super::project::json;
use super::vector::Vector;
use crate::journal::Entry;
use crate::search::words;
use crate::{CasefileError, Result};

/// The facets, in the order in which they are shown.
pub const FACETS: [&str; 11] =
    ["outlet", "month", "source", "kind", "stance", "certainty", "actor", "country", "event", "goods", "marking"];

/// The values that a facet can have, where these are few and known.
pub(crate) fn values_of(facet: &str) -> Option<Vec<String>> {
    let words = |all: &[&str]| Some(all.iter().map(|word| (*word).to_owned()).collect());
    match facet {
        "kind" => words(&["named", "unnamed", "organisation", "document", "none"]),
        "stance" => words(&["says", "asks", "orders", "hopes", "doubts", "denies", "declines", "evades"]),
        "certainty" => words(&["hedged", "flat"]),
        "goods" => words(&["lethal", "non-lethal", "dual-use", "energy", "financial"]),
        "event" => Some(read::event::Root::ALL.iter().map(|root| root.name().to_owned()).collect()),
        _ => None,
    }
}

/// Enters a document, unless its source is protected: then nothing of it may be found by words.
pub(super) async fn enter(
    tx: &mut Tx,
    entry: &Entry,
    label: &Label,
    document: &Document,
    reading: &Reading,
    text: &[u8],
) -> Result<()> {
    if label.protection == Protection::Protected {
        return Ok(());
    }
    let facets = facets(document, reading);
    // PostgreSQL keeps no zero byte in a text.
    let title = document.title.as_deref().unwrap_or_default().replace('\0', " ");
    let (title, text) = (title.as_str(), String::from_utf8_lossy(text));
    let (chain, sha, day) = (entry.case.0, document.sha256.0, day(document));
    let id = match tx.kind() {
        Kind::Sqlite => {
            const INTO: &str =
                "INSERT INTO indexed (chain, sha256, label, day, title) VALUES ($1, $2, $3, $4, $5) RETURNING id";
            let id = numbered(tx, INTO, values![chain, sha, &entry.label, day, title]).await?;
            let tokens: Vec<String> = facets.iter().map(|(key, value)| token(key, value)).collect();
            let values = values![id, joined(title), joined(&text), tokens.join(" ")];
            tx.run("INSERT INTO words (rowid, title, body, facets) VALUES ($1, $2, $3, $4)", values).await?;
            id
        }
        Kind::Postgres => {
            const INTO: &str = "INSERT INTO indexed (chain, sha256, label, day, title, whole, words)
                 VALUES ($1, $2, $3, $4, $5, $6, $7::tsvector) RETURNING id";
            let Vector { literal, whole, .. } = vector(title, &text, &facets);
            let values = values![chain, sha, &entry.label, day, title, i64::from(whole), literal];
            numbered(tx, INTO, values).await?
        }
    };
    tx.run("INSERT INTO facet (id, body) VALUES ($1, $2)", values![id, json(&facets)?]).await?;
    Ok(())
}

/// Takes a document out again, as before it is entered anew.
pub(super) async fn remove(tx: &mut Tx, entry: &Entry, sha: Sha256) -> Result<()> {
    let values = values![entry.case.0, sha.0, &entry.label];
    const OF_DOCUMENT: [&str; 2] = [
        "DELETE FROM words WHERE rowid IN (SELECT id FROM indexed WHERE chain = $1 AND sha256 = $2 AND label = $3)",
        "DELETE FROM facet WHERE id IN (SELECT id FROM indexed WHERE chain = $1 AND sha256 = $2 AND label = $3)",
    ];
    // On PostgreSQL the words stand in the row.
    for sql in &OF_DOCUMENT[usize::from(tx.kind() == Kind::Postgres)..] {
        tx.run(sql, values).await?;
    }
    tx.run("DELETE FROM indexed WHERE chain = $1 AND sha256 = $2 AND label = $3", values).await?;
    Ok(())
}

async fn numbered(tx: &mut Tx, sql: &'static str, values: &[Value]) -> Result<i64> {
    let rows = tx.rows(sql, values).await?;
    rows.first().ok_or_else(|| CasefileError::Damaged("an indexed document has no number".into()))?.int(0)
}

/// The words of a document as a vector.
fn vector(title: &str, text: &str, facets: &BTreeSet<(&'static str, String)>) -> Vector {
    let tokens: Vec<String> = facets.iter().map(|(key, value)| literal(&token(key, value))).collect();
    Vector::of(title, text, &tokens)
}

impl Store {
    /// How many different words of a text no search of this store finds.
    pub(crate) fn words_left_out(&self, text: &str) -> usize {
        // What is shorter has room, whatever its words are.
        const HAS_ROOM: usize = 300_000;
        match self.db.kind() {
            Kind::Postgres if text.len() > HAS_ROOM => Vector::of("", text, &[]).left_out,
            _ => 0,
        }
    }
}

/// How many documents of a PostgreSQL store have other words in the index than their texts and readings have, in words.
pub(crate) async fn differences(store: &Store) -> Result<Option<String>> {
    const INDEXED: &str = "SELECT indexed.id, indexed.title, document.body, document.reading FROM indexed
         JOIN document ON document.chain = indexed.chain AND document.sha256 = indexed.sha256
             AND document.label = indexed.label
         WHERE indexed.id > $1 ORDER BY indexed.id LIMIT 500";
    const SAME: &str = "SELECT count(*) FROM indexed WHERE id = $1 AND whole = $2 AND words = $3::tsvector";
    let (mut after, mut differing) = (i64::MIN, 0);
    loop {
        let rows = store.db.rows(INDEXED, values![after]).await?;
        let Some(last) = rows.last() else { break };
        after = last.int(0)?;
        for row in &rows {
            let document: Document = row.json(2)?;
            let reading: Reading = serde_json::from_slice(&store.blob(Sha256(row.array(3)?)).await?)?;
            let text = store.blob(document.text).await?;
            let made = vector(row.text(1)?, &String::from_utf8_lossy(&text), &facets(&document, &reading));
            let values = values![row.int(0)?, i64::from(made.whole), made.literal];
            differing += 1 - store.db.count(SAME, values).await?;
        }
    }
    let told = || format!("the table indexed has {differing} rows whose words are not as the journal makes them");
    Ok((differing > 0).then(told))
}

/// Words behind one another, as SQLite's index takes them apart again.
fn joined(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    words(text, |_, word| {
        all.push_str(word);
        all.push(' ');
    });
    all
}

/// By what those are ordered that came out last: the first moment that the date may mean; those without a date come last.
fn day(document: &Document) -> i64 {
    document.date.and_then(|date| date.bounds()).map_or(i64::MIN, |(low, _)| low.0)
}

/// The word that stands for a facet in the index.
pub(super) fn token(key: &str, value: &str) -> String {
    let digest: [u8; 32] = sha2::Sha256::digest(format!("{key}={value}").as_bytes()).into();
    Sha256(digest).to_string()[..16].to_owned()
}

/// The same where facets and words stand together: no word begins so.
pub(super) fn literal(token: &str) -> String {
    format!("={token}")
}

/// The facets of a document, each once, in order.
fn facets(document: &Document, reading: &Reading) -> BTreeSet<(&'static str, String)> {
    let mut all = BTreeSet::new();
    let mut add = |key: &'static str, value: &str| {
        if !value.trim().is_empty() {
            all.insert((key, value.trim().to_owned()));
        }
    };
    add("outlet", document.outlet.as_deref().unwrap_or_default());
    add("month", document.date.map(|date| date.to_string()).unwrap_or_default().get(..7).unwrap_or_default());
    add("marking", &document.marking);
    for claim in &reading.claims {
        add("source", claim.source.resolved.as_deref().unwrap_or(&claim.source.text));
        add("kind", &word(&claim.source.kind));
        add("stance", &word(&claim.stance));
        add(
            "certainty",
            match &claim.certainty {
                certainty if certainty.is_flat() => "flat",
                certainty if certainty.is_told() => "hedged",
                // The words are not there.
                _ => "",
            },
        );
    }
    for actor in &reading.actors {
        add("actor", &actor.name);
        add("country", actor.country.as_deref().unwrap_or_default());
    }
    for event in &reading.events {
        add("event", &event.kind);
    }
    for transfer in &reading.transfers {
        add("goods", &transfer.class);
    }
    all
}

/// The word by which a value of the reading format is written.
fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_facet_is_one_word() {
        let token = token("stance", "denies");
        assert_eq!(crate::search::listed(&token), [token.as_str()]);
        assert_ne!(token, super::token("stance", "says"));
        assert!(crate::search::listed(&literal(&token)) != [literal(&token)], "no text holds it");
    }
}
