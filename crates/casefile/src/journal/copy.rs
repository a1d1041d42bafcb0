//! Copying a store: its journal and what that cites are carried over, and the tables made anew from them.

use std::path::Path;

use record::id::CaseId;
use record::viewer::Viewer;

use super::{check, walk};
use crate::store::db::{Kind, Tx};
use crate::store::{Place, Store, carry_over};
use crate::{Casefile, CasefileError, Result};

/// How far a copy has got: entries done, and how many there are in all.
pub type Progress<'p> = &'p mut dyn FnMut(u64, u64);

impl Casefile {
    /// Writes a copy of the whole store to the file at `to`, which must not be there yet: as it is at one moment, whoever
    /// else writes in the meantime. When this returns, it is on the disk and was found whole.
    ///
    /// # Errors
    /// Where the viewer has not full rights, the file is there, or either cannot be used.
    pub async fn backup(&self, viewer: &Viewer, to: &Path, progress: Progress<'_>) -> Result<()> {
        if !viewer.full {
            return Err(CasefileError::Whole);
        }
        if to.exists() {
            return Err(CasefileError::Taken(Place::from(to)));
        }
        let copied = self.copied(to, progress).await;
        if copied.is_err() {
            remove(to);
        }
        copied
    }

    async fn copied(&self, to: &Path, progress: Progress<'_>) -> Result<()> {
        match self.store.db().kind() {
            Kind::Sqlite => self.store.vacuum_into(to).await?,
            Kind::Postgres => {
                let copy = Store::open(&Place::from(to), true).await?;
                let mut tx = copy.db().write(&CaseId::HOUSE.0).await?;
                carry(&self.store, &mut tx, progress).await?;
                tx.commit().await?;
                copy.close().await;
            }
        }
        whole(&Place::from(to)).await
    }

    /// Makes the store at `to` from the copy at `from`. Nothing that is there is written over.
    ///
    /// # Errors
    /// Where the copy is not whole, there is a store at `to` that holds cases, or either cannot be used.
    pub async fn restore(from: &Path, to: &Place, progress: Progress<'_>) -> Result<()> {
        whole(&Place::from(from)).await?;
        if let Place::File(path) = to
            && path.exists()
        {
            return Err(CasefileError::Taken(to.clone()));
        }
        let copy = Store::open(&Place::from(from), false).await?;
        if let Place::File(path) = to {
            let made = copy.vacuum_into(path).await;
            copy.close().await;
            let made = match made {
                Ok(()) => whole(to).await,
                failed => failed,
            };
            if made.is_err() {
                remove(path);
            }
            return made;
        }
        let store = Store::open(to, true).await?;
        // All or nothing: a part of a store would look like a whole one, and stand in the way of a second try.
        let mut tx = store.db().write(&CaseId::HOUSE.0).await?;
        if !tx.rows("SELECT seq FROM head LIMIT 1", &[]).await?.is_empty() {
            return Err(CasefileError::Taken(to.clone()));
        }
        carry(&copy, &mut tx, progress).await?;
        tx.commit().await?;
        copy.close().await;
        store.close().await;
        whole(to).await
    }
}

/// Removes a copy that did not become one, with what stands beside it.
fn remove(path: &Path) {
    for beside in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(beside);
        // What cannot be removed is no copy either: its check fails.
        let _ = std::fs::remove_file(name);
    }
}

/// That the store at a place is whole.
async fn whole(place: &Place) -> Result<()> {
    let store = Store::open(place, false).await?;
    let faults = check::faults(&store).await?;
    store.close().await;
    match faults.first() {
        None => Ok(()),
        Some(fault) => Err(CasefileError::Damaged(format!("{place}: {fault}"))),
    }
}

/// Carries every chain of one store over to another, entry by entry, as they are. Chains only grow, so that what is carried
/// is a state that the store was in, chain by chain.
async fn carry(from: &Store, to: &mut Tx, progress: Progress<'_>) -> Result<()> {
    let all = from.db().count("SELECT count(*) FROM journal", &[]).await?;
    let mut done = 0_u64;
    walk::each(from.db(), async |entry, change, label| {
        let blobs = walk::blobs(from.db(), change.cites()).await?;
        carry_over(to, (entry, label, change), &blobs).await?;
        done += 1;
        progress(done, all.unsigned_abs());
        Ok(())
    })
    .await
}
