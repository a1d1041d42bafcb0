//! Blobs: bytes under their own hash. The same bytes are kept once.

use record::id::Sha256;
use sha2::Digest;

use super::db::{Db, Tx, values};
use crate::{CasefileError, Result};

/// The hash of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> Sha256 {
    Sha256(sha2::Sha256::digest(bytes).into())
}

/// Keeps `bytes`; nothing happens where they are kept already.
pub(super) async fn keep(tx: &mut Tx, sha: Sha256, bytes: &[u8]) -> Result<()> {
    tx.run("INSERT INTO blob (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING", values![sha.0, bytes]).await?;
    Ok(())
}

/// The bytes under `sha`.
pub(crate) async fn fetch(db: &Db, sha: Sha256) -> Result<Vec<u8>> {
    let found = db.row("SELECT bytes FROM blob WHERE sha256 = $1", values![sha.0]).await?;
    let missing = || CasefileError::Damaged(format!("the bytes of {} are missing", sha.short()));
    Ok(found.ok_or_else(missing)?.bytes(0)?.to_vec())
}
