//! Checkpoints: where the chains of a store end at some moment, signed, to be kept in a second place.
//!
//! Whoever holds the whole store can write a new journal whose hashes all agree. A checkpoint kept elsewhere shows that.

use disclose::packet::{PrivateKey, PublicKey};
use record::id::{CaseId, Sha256};
use record::viewer::Viewer;

use super::check;
use crate::store::db::values;
use crate::{Casefile, CasefileError, Result};

/// The first line, by which a checkpoint is known.
const HEADING: &str = "tearline checkpoint 1";

impl Casefile {
    /// The checkpoint of this moment, signed. Only a viewer with full rights sees where chains end.
    ///
    /// # Errors
    /// Where the viewer has not, or the store cannot be read.
    pub async fn checkpoint(&self, viewer: &Viewer, key: &PrivateKey) -> Result<String> {
        if !viewer.full {
            return Err(CasefileError::Whole);
        }
        let db = self.store.db();
        let mut text = format!("{HEADING}\n{}\n", self.seams.now());
        for row in db.rows("SELECT chain, seq, hash FROM head ORDER BY chain", &[]).await? {
            let (case, hash) = (CaseId(row.array(0)?), Sha256(row.array(2)?));
            text.push_str(&format!("{case} {} {hash}\n", row.int(1)?));
        }
        let signature = key.sign(text.as_bytes());
        let hex: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
        text.push_str(&format!("\n{} {hex}\n", key.public().id()));
        Ok(text)
    }

    /// What of a checkpoint the store does not hold any more, in words; nothing where all of it is there.
    ///
    /// # Errors
    /// Where it is no checkpoint, its signature is not by the key, or the store cannot be read.
    pub async fn check_against(&self, viewer: &Viewer, checkpoint: &str, key: &PublicKey) -> Result<Vec<String>> {
        if !viewer.full {
            return Err(CasefileError::Whole);
        }
        let mut faults = Vec::new();
        for (case, seq, hash) in signed(checkpoint, key)? {
            let entries = check::page(self.store.db(), case, seq).await?;
            let found = entries.first().filter(|entry| entry.seq == seq).map(super::hash_of);
            let named = check::named(case);
            match found {
                None => faults.push(format!("{named}: entry {seq}, which the checkpoint names, is not there")),
                Some(found) if found != hash.0 => {
                    faults.push(format!("{named}: entry {seq} is not the one that the checkpoint names"));
                }
                Some(_) => {}
            }
        }
        let chains = self.store.db().rows("SELECT chain FROM head", values![]).await?;
        if chains.is_empty() && faults.is_empty() {
            faults.push("the store holds no case, and the checkpoint is of none".to_owned());
        }
        Ok(faults)
    }
}

/// The ends of chains in a checkpoint whose signature holds.
fn signed(checkpoint: &str, key: &PublicKey) -> Result<Vec<(CaseId, i64, Sha256)>> {
    let broken = |reason: &str| CasefileError::Checkpoint(reason.to_owned());
    let (body, signature) = checkpoint.split_once("\n\n").ok_or_else(|| broken("it has no signature"))?;
    let body = format!("{body}\n");
    let (id, hex) = signature.trim_end().split_once(' ').ok_or_else(|| broken("it has no signature"))?;
    if id != key.id() {
        return Err(broken(&format!("it is signed by the key {id}, and not by {}", key.id())));
    }
    let bytes: Option<Vec<u8>> = (hex.is_ascii() && hex.len() % 2 == 0)
        .then(|| (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).ok()).collect())
        .flatten();
    let signature: Option<[u8; 64]> = bytes.and_then(|bytes| bytes.try_into().ok());
    if !signature.is_some_and(|signature| key.verifies(body.as_bytes(), &signature)) {
        return Err(broken("its signature does not hold: it was altered, or another key signed it"));
    }
    let mut lines = body.lines();
    if lines.next() != Some(HEADING) {
        return Err(broken("it is of another kind or a later version"));
    }
    lines
        .skip(1)
        .map(|line| {
            let mut parts = line.split(' ');
            let part = |parts: &mut std::str::Split<'_, char>| parts.next().unwrap_or_default().to_owned();
            let (case, seq, hash) = (part(&mut parts), part(&mut parts), part(&mut parts));
            let odd = || broken("it has a line that names no end of a chain");
            Ok((case.parse().map_err(|_| odd())?, seq.parse().map_err(|_| odd())?, hash.parse().map_err(|_| odd())?))
        })
        .collect()
}
