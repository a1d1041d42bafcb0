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

use super::db::{Kind, Tx, values};
use super::project::json;
use crate::Result;
use crate::journal::Entry;

/// The facets, in the order in which they are shown.
pub const FACETS: [&str; 11] =
    ["outlet", "month", "source", "kind", "stance", "certainty", "actor", "country", "event", "goods", "marking"];

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
    let tokens: Vec<String> = facets.iter().map(|(key, value)| token(key, value)).collect();
    let (title, text) = (document.title.as_deref().unwrap_or_default(), String::from_utf8_lossy(text));
    let (chain, sha, marks, body) = (entry.case.0, document.sha256.0, tokens.join(" "), text.as_ref());
    match tx.kind() {
        Kind::Sqlite => {
            let values = values![chain, sha, &entry.label, json(&facets)?];
            tx.run("INSERT INTO indexed (chain, sha256, label, facets) VALUES ($1, $2, $3, $4)", values).await?;
            let values = values![title, body, marks];
            tx.run("INSERT INTO words (rowid, title, body, facets) VALUES (last_insert_rowid(), $1, $2, $3)", values)
                .await?;
        }
        Kind::Postgres => {
            // PostgreSQL takes no text vector of more than a megabyte.
            let body: String = body.chars().take(400_000).filter(|sign| *sign != '\0').collect();
            tx.run(
                "INSERT INTO indexed (chain, sha256, label, facets, title, words) VALUES ($1, $2, $3, $4,
                 to_tsvector('english', $5), to_tsvector('english', $5 || ' . ' || $6) || array_to_tsvector(string_to_array($7, ' ')))",
                values![chain, sha, &entry.label, json(&facets)?, title.replace('\0', " "), body, marks],
            )
            .await?;
        }
    }
    Ok(())
}

/// Takes a document out again, as before it is entered anew.
pub(super) async fn remove(tx: &mut Tx, entry: &Entry, sha: Sha256) -> Result<()> {
    let values = values![entry.case.0, sha.0, &entry.label];
    if tx.kind() == Kind::Sqlite {
        const WORDS: &str = "DELETE FROM words WHERE rowid IN
            (SELECT id FROM indexed WHERE chain = $1 AND sha256 = $2 AND label = $3)";
        tx.run(WORDS, values).await?;
    }
    tx.run("DELETE FROM indexed WHERE chain = $1 AND sha256 = $2 AND label = $3", values).await?;
    Ok(())
}

/// The word that stands for a facet in the index.
pub(super) fn token(key: &str, value: &str) -> String {
    let digest: [u8; 32] = sha2::Sha256::digest(format!("{key}={value}").as_bytes()).into();
    // Digits at both ends keep a stemmer from taking it for an English word.
    format!("0{}0", &Sha256(digest).to_string()[..16])
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
            match claim.certainty.words.is_empty() {
                false => "hedged",
                true if claim.certainty.low > 0.0 => "flat",
                // The words are not there.
                true => "",
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
    fn a_facet_is_one_word_that_no_text_holds_by_chance() {
        let token = token("stance", "denies");
        assert_eq!(token.len(), 18);
        assert!(token.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_ne!(token, super::token("stance", "says"));
    }
}
