//! Labels, interned under the hash of their body.

use record::label::Label;
use sha2::{Digest, Sha256};

use super::db::{Db, Tx, values};
use crate::Result;

/// The id of an interned label: the first 16 bytes of the hash of its body, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LabelId(String);

impl LabelId {
    /// The id and the body that it names.
    pub(crate) fn of(label: &Label) -> Result<(Self, String)> {
        // Sets are sorted and structs keep their order, so that equal labels have equal bodies.
        let body = serde_json::to_string(label)?;
        Ok((Self(Self::named(&body)), body))
    }

    /// The id that `body` must have.
    pub(crate) fn named(body: &str) -> String {
        let digest: [u8; 32] = Sha256::digest(body.as_bytes()).into();
        record::id::Sha256(digest).to_string()[..32].to_owned()
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Interns `label`.
pub(super) async fn intern(tx: &mut Tx, label: &Label) -> Result<LabelId> {
    let (id, body) = LabelId::of(label)?;
    tx.run("INSERT INTO label (id, body) VALUES ($1, $2) ON CONFLICT DO NOTHING", values![id.as_str(), body]).await?;
    Ok(id)
}

/// Every label of the store.
pub(super) async fn all(db: &Db) -> Result<Vec<(String, Label)>> {
    let rows = db.rows("SELECT id, body FROM label ORDER BY id", &[]).await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.json(1)?))).collect()
}
