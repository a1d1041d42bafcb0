//! Blobs: bytes under their own hash. The same bytes are kept once, compressed where that makes them smaller.

use record::id::Sha256;
use sha2::Digest;

use super::db::{Db, Row, Tx, values};
use crate::{CasefileError, Result};

/// The hash of some bytes.
pub(crate) fn sha256(bytes: &[u8]) -> Sha256 {
    Sha256(sha2::Sha256::digest(bytes).into())
}

/// Bytes as they are kept.
#[derive(Debug, Clone)]
pub(crate) struct Packed {
    packed: i64,
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs bytes. What is short, or compressed already, is kept as it is.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        const SHORT: usize = 256;
        if bytes.len() > SHORT {
            let small = lz4_flex::compress_prepend_size(bytes);
            if small.len() < bytes.len() / 8 * 7 {
                return Self { packed: 1, bytes: small };
            }
        }
        Self { packed: 0, bytes: bytes.to_vec() }
    }
}

/// Keeps packed bytes under their hash; nothing happens where they are kept already.
pub(super) async fn keep(tx: &mut Tx, sha: Sha256, kept: &Packed) -> Result<()> {
    tx.run(
        "INSERT INTO blob (sha256, packed, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        values![sha.0, kept.packed, kept.bytes.as_slice()],
    )
    .await?;
    Ok(())
}

/// The bytes under `sha`.
pub(crate) async fn fetch(db: &Db, sha: Sha256) -> Result<Vec<u8>> {
    let found = db.row("SELECT packed, bytes FROM blob WHERE sha256 = $1", values![sha.0]).await?;
    let missing = || CasefileError::Damaged(format!("the bytes of {} are missing", sha.short()));
    unpacked(&found.ok_or_else(missing)?, 0)
}

/// The bytes of a row that holds how they are kept at `at`, and behind that what is kept.
pub(crate) fn unpacked(row: &Row, at: usize) -> Result<Vec<u8>> {
    /// No blob that was made here is larger: the length in front of damaged bytes must not fill the memory.
    const LARGEST: usize = 1 << 30;
    let kept = row.bytes(at + 1)?;
    if row.int(at)? == 0 {
        return Ok(kept.to_vec());
    }
    let damaged = || CasefileError::Damaged("compressed bytes cannot be unpacked".to_owned());
    let (size, packed) = lz4_flex::block::uncompressed_size(kept).map_err(|_| damaged())?;
    if size > LARGEST {
        return Err(damaged());
    }
    lz4_flex::decompress(packed, size).map_err(|_| damaged())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::db::Value;

    #[test]
    fn bytes_come_back_as_they_were_and_damage_is_an_error() {
        let long = "the same words again and again ".repeat(100).into_bytes();
        for bytes in [&b""[..], b"short", &long, &[7; 300], &long[..257]] {
            let kept = Packed::new(bytes);
            let row = Row::from([Value::Int(kept.packed), Value::Bytes(kept.bytes)]);
            assert_eq!(unpacked(&row, 0).unwrap(), bytes);
        }
        let huge = Row::from([Value::Int(1), Value::Bytes(vec![0xff, 0xff, 0xff, 0xff, 1, 2])]);
        assert!(unpacked(&huge, 0).is_err());
        assert!(unpacked(&Row::from([Value::Int(1), Value::Bytes(vec![9])]), 0).is_err());
    }
}
