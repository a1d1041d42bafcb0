//! Blobs: bytes under their own hash. The same bytes are kept once.

use record::id::Sha256;
use sha2::Digest;
use sqlx::SqliteConnection;

use crate::{CasefileError, Result};

/// The hash of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> Sha256 {
    Sha256(sha2::Sha256::digest(bytes).into())
}

/// Keeps `bytes`; nothing happens where they are kept already.
pub(super) async fn keep(connection: &mut SqliteConnection, sha: Sha256, bytes: &[u8]) -> Result<()> {
    sqlx::query("INSERT INTO blob (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(sha.0.as_slice())
        .bind(bytes)
        .execute(connection)
        .await?;
    Ok(())
}

/// The bytes under `sha`.
pub(crate) async fn fetch(pool: &sqlx::SqlitePool, sha: Sha256) -> Result<Vec<u8>> {
    sqlx::query_scalar::<_, Vec<u8>>("SELECT bytes FROM blob WHERE sha256 = ?")
        .bind(sha.0.as_slice())
        .fetch_optional(pool)
        .await?
        .ok_or_else(|| CasefileError::Damaged(format!("the bytes of {} are missing", sha.short())))
}
