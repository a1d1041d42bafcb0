//! What each kind of change does to the tables.
//!
//! This is the only code that writes a projection, and it looks at nothing but the entry and the reading it cites: so
//! the same journal gives the same tables, now and in a rebuild.

use record::reading::Reading;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::claims::claim_ids;
use crate::journal::{Change, Entry};
use crate::{CasefileError, Result};

/// Projects one entry. `reading` is the blob that a collected document cites.
pub(crate) async fn project(
    connection: &mut SqliteConnection,
    entry: &Entry,
    change: &Change,
    reading: Option<&[u8]>,
) -> Result<()> {
    let chain = entry.case.0.as_slice();
    let query = match change {
        Change::CaseOpened { case } => sqlx::query("INSERT INTO cases (id, label, opened, body) VALUES (?, ?, ?, ?)")
            .bind(chain)
            .bind(&entry.label)
            .bind(entry.at.0)
            .bind(json(case)?),
        Change::DocumentCollected { document, reading: sha } => {
            sqlx::query(
                "INSERT INTO document (chain, sha256, label, collected, reading, body) VALUES (?, ?, ?, ?, ?, ?)",
            )
            .bind(chain)
            .bind(document.sha256.0.as_slice())
            .bind(&entry.label)
            .bind(entry.at.0)
            .bind(sha.0.as_slice())
            .bind(json(document)?)
            .execute(&mut *connection)
            .await?;
            let bytes =
                reading.ok_or_else(|| CasefileError::Damaged(format!("the reading {} is missing", sha.short())))?;
            let reading: Reading = serde_json::from_slice(bytes)?;
            return claims(connection, entry, document.sha256, &reading).await;
        }
        Change::HypothesisStated { hypothesis } => {
            sqlx::query("INSERT INTO hypothesis (id, chain, label, added, key, body) VALUES (?, ?, ?, ?, ?, ?)")
                .bind(hypothesis.id.0.to_vec())
                .bind(chain)
                .bind(&entry.label)
                .bind(entry.at.0)
                .bind(&hypothesis.key)
                .bind(json(hypothesis)?)
        }
        Change::RootEntered { root } => {
            sqlx::query("INSERT INTO root (id, chain, label, added, body) VALUES (?, ?, ?, ?, ?)")
                .bind(root.id.0.to_vec())
                .bind(chain)
                .bind(&entry.label)
                .bind(entry.at.0)
                .bind(json(root)?)
        }
        Change::EchoEntered { root, claim } => {
            sqlx::query("INSERT INTO echo (root, claim, label, added) VALUES (?, ?, ?, ?)")
                .bind(root.0.to_vec())
                .bind(claim.0.to_vec())
                .bind(&entry.label)
                .bind(entry.at.0)
        }
        Change::DisclosureProposed { disclosure } => {
            sqlx::query("INSERT INTO disclosure (id, chain, label, proposed, body) VALUES (?, ?, ?, ?, ?)")
                .bind(disclosure.id.0.to_vec())
                .bind(chain)
                .bind(&entry.label)
                .bind(entry.at.0)
                .bind(json(disclosure)?)
        }
        Change::LineDrafted { disclosure, line } => {
            sqlx::query("INSERT INTO line (id, disclosure, label, added, body) VALUES (?, ?, ?, ?, ?)")
                .bind(line.id.0.to_vec())
                .bind(disclosure.0.to_vec())
                .bind(&entry.label)
                .bind(entry.at.0)
                .bind(json(line)?)
        }
        Change::DraftApproved { disclosure, approval } => sqlx::query(
            "INSERT INTO approval (disclosure, author, draft, label, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(disclosure.0.to_vec())
        .bind(&approval.author)
        .bind(&approval.draft)
        .bind(&entry.label)
        .bind(approval.at.0),
        Change::PacketIssued { disclosure, packet, key, files } => {
            sqlx::query("INSERT INTO packet (id, disclosure, label, issued, body) VALUES (?, ?, ?, ?, ?)")
                .bind(packet.0.to_vec())
                .bind(disclosure.0.to_vec())
                .bind(&entry.label)
                .bind(entry.at.0)
                .bind(json(&(key, files))?)
        }
    };
    query.execute(connection).await?;
    Ok(())
}

async fn claims(
    connection: &mut SqliteConnection,
    entry: &Entry,
    sha: record::id::Sha256,
    reading: &Reading,
) -> Result<()> {
    let ids = claim_ids(entry.case, sha, &entry.label, reading);
    for (place, (claim, id)) in reading.claims.iter().zip(ids).enumerate() {
        sqlx::query(
            "INSERT INTO claim (id, chain, sha256, label, collected, place, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(id.0.as_slice())
        .bind(entry.case.0.as_slice())
        .bind(sha.0.as_slice())
        .bind(&entry.label)
        .bind(entry.at.0)
        .bind(i64::try_from(place).unwrap_or(i64::MAX))
        .bind(json(claim)?)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    Ok(serde_json::to_string(value)?)
}
