//! The store: a SQLite file or a PostgreSQL database, its labels, and the transactions by which it changes.
//!
//! Everything that is read passes through [`Store::visible`], and everything that is written through
//! [`Store::commit`], which enters it in the journal and projects it into the tables in one transaction. When
//! `commit` has returned, the change is on the disk.

mod accounts;
mod blob;
mod cases;
mod claims;
mod commit;
pub(crate) mod db;
mod documents;
mod evidence;
mod index;
mod label;
mod open;
mod project;
mod register;
mod releases;
mod reread;
mod reviews;
mod search;
mod steps;
mod vector;

use record::viewer::Viewer;

pub(crate) use accounts::{KeptSession, Look};
pub(crate) use blob::{fetch as fetch_blob, sha256, unpacked};
pub use claims::ClaimRow;
pub(crate) use commit::{Seen, Written, carry_over};
pub use documents::DocumentRow;
pub(crate) use documents::Kept;
pub use index::FACETS;
pub(crate) use index::{differences as index_differences, values_of};
pub(crate) use label::LabelId;
pub use open::Place;
pub(crate) use open::explain;
pub(crate) use project::{FORM, project};
pub(crate) use releases::Held;
pub use reviews::AsideRow;

use crate::access::Visible;
use crate::{CasefileError, Result};
use db::Db;

/// An open store.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    db: Db,
    place: Place,
}

impl Store {
    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// The labels that `viewer` may see.
    pub(crate) async fn visible(&self, viewer: &Viewer) -> Result<Visible> {
        let labels = label::all(&self.db).await.map_err(|error| self.explained(error))?;
        Ok(Visible::decide(viewer, labels.iter().map(|(id, label)| (id.as_str(), label))))
    }

    /// Whether `viewer` may see any label of protected material.
    pub(crate) async fn sees_protected(&self, viewer: &Viewer) -> Result<bool> {
        let labels = label::all(&self.db).await.map_err(|error| self.explained(error))?;
        let protected = |label: &record::label::Label| label.protection == record::label::Protection::Protected;
        Ok(labels.iter().any(|(_, label)| protected(label) && label.visible_to(viewer)))
    }

    /// Whether anything at all is protected as much as this, and not open.
    pub(crate) async fn has_protected(&self, from: record::label::Protection) -> Result<bool> {
        let labels = label::all(&self.db).await.map_err(|error| self.explained(error))?;
        let protected =
            |protection: record::label::Protection| protection >= from && protection > record::label::Protection::Open;
        Ok(labels.iter().any(|(_, label)| protected(label.protection)))
    }

    /// An error of the database in words that say what can be done.
    fn explained(&self, error: CasefileError) -> CasefileError {
        match error {
            CasefileError::Database(error) => explain(error, &self.place),
            other => other,
        }
    }

    /// Closes the store: what is in the write-ahead log goes into the file.
    pub(crate) async fn close(&self) {
        self.db.close().await;
    }
}
