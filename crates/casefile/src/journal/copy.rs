//! Copying a store: its journal and what that cites are carried over, and the tables made anew from them.

use std::path::Path;

use record::id::CaseId;
use record::viewer::Viewer;

use super::check;
use crate::store::db::{Kind, values};
use crate::store::{Place, Store, fetch_blob};
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
                carry(&self.store, &copy, progress).await?;
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
        if store.db().count("SELECT count(*) FROM head", &[]).await? > 0 {
            return Err(CasefileError::Taken(to.clone()));
        }
        carry(&copy, &store, progress).await?;
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
async fn carry(from: &Store, to: &Store, progress: Progress<'_>) -> Result<()> {
    let all = from.db().count("SELECT count(*) FROM journal", &[]).await?;
    let mut done = 0_u64;
    for chain in check::chains(from.db()).await? {
        let mut next = i64::MIN;
        loop {
            let entries = check::page(from.db(), chain, next).await?;
            let Some(last) = entries.last().map(|entry| entry.seq) else { break };
            for entry in &entries {
                let mut blobs = Vec::new();
                for sha in entry.change()?.cites() {
                    blobs.push((sha, fetch_blob(from.db(), sha).await?));
                }
                let label = label_of(from, chain, &entry.label).await?;
                to.carry_over(entry, &label, &blobs).await?;
                done += 1;
                progress(done, all.unsigned_abs());
            }
            next = last.saturating_add(1);
        }
    }
    Ok(())
}

async fn label_of(store: &Store, chain: CaseId, id: &str) -> Result<record::label::Label> {
    let row = store.db().row("SELECT body FROM label WHERE id = $1", values![id]).await?;
    let missing = || CasefileError::Damaged(format!("{}: the label {id} is missing", check::named(chain)));
    row.ok_or_else(missing)?.json(0)
}
