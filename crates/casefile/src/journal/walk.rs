//! Going through the whole journal of a store, entry by entry.

use std::collections::HashMap;

use record::id::Sha256;
use record::label::Label;

use super::{Change, Entry, check};
use crate::store::db::Db;
use crate::store::fetch_blob;
use crate::{CasefileError, Result};

/// Hands over every entry of every chain with its change and its label, each chain in its order.
pub(super) async fn each(db: &Db, mut take: impl AsyncFnMut(&Entry, &Change, &Label) -> Result<()>) -> Result<()> {
    let labels = labels(db).await?;
    for chain in check::chains(db).await? {
        let mut from = i64::MIN;
        loop {
            let entries = check::page(db, chain, from).await?;
            let Some(last) = entries.last().map(|entry| entry.seq) else { break };
            for entry in &entries {
                let missing =
                    || CasefileError::Damaged(format!("{}: the label {} is missing", check::named(chain), entry.label));
                let label = labels.get(&entry.label).ok_or_else(missing)?;
                take(entry, &entry.change()?, label).await?;
            }
            from = last.saturating_add(1);
        }
    }
    Ok(())
}

/// Blobs by their hashes.
pub(super) async fn blobs(db: &Db, shas: Vec<Sha256>) -> Result<Vec<(Sha256, Vec<u8>)>> {
    let mut blobs = Vec::with_capacity(shas.len());
    for sha in shas {
        blobs.push((sha, fetch_blob(db, sha).await?));
    }
    Ok(blobs)
}

/// Every label of a store by its id.
pub(super) async fn labels(db: &Db) -> Result<HashMap<String, Label>> {
    let rows = db.rows("SELECT id, body FROM label", &[]).await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.json(1)?))).collect()
}
