//! What could not be read: kept with its bytes and the reason, listed, and tried again when readers have become better.

use record::aside::Aside;
use record::id::CaseId;
use record::viewer::Viewer;

use super::format::Marked;
use super::{Provenance, own_label, stated};
use crate::journal::{Change, Draft};
use crate::store::{AsideRow, Written};
use crate::{Casefile, Result};

impl Casefile {
    /// Keeps a file that could not be read, no lower than it says of itself. The same file under the same label is kept once.
    ///
    /// # Errors
    /// Where the case cannot be written, the viewer could not see what they set aside, or it is not known under which marking
    /// it could be kept.
    pub async fn set_aside(
        &self,
        viewer: &Viewer,
        case: CaseId,
        (name, bytes, marked): (&str, &[u8], &Marked),
        reason: &str,
        provenance: &Provenance,
    ) -> Result<()> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let (_, case_label) = self.case_of(&visible, case).await?;
            let asked = self.label_for(viewer, case, &case_label, provenance)?;
            let label = own_label(viewer, &asked, marked, provenance)?;
            let blob = Written::new(bytes.to_vec());
            let held = self.store.asides(&visible, case).await?;
            if held.iter().any(|row| row.aside.sha256 == blob.sha && row.label == label) {
                return Ok(());
            }
            let aside = Aside {
                sha256: blob.sha,
                size: bytes.len() as u64,
                name: name.to_owned(),
                reason: reason.to_owned(),
                marking: stated(&label, provenance),
            };
            let draft = Draft {
                case,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: provenance.why.clone(),
                label,
                change: Change::FileSetAside { aside },
            };
            self.store.commit(case, seen, vec![draft], &[&blob]).await
        })
        .await
    }

    /// What is set aside in a case, in the order it came.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn asides(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<AsideRow>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        self.store.asides(&visible, case).await
    }

    /// The bytes of something that was set aside.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub async fn aside_bytes(&self, row: &AsideRow) -> Result<Vec<u8>> {
        self.store.blob(row.aside.sha256).await
    }

    /// Enters that what was set aside has been read after all.
    ///
    /// # Errors
    /// Where the case cannot be written.
    pub async fn take_back(&self, viewer: &Viewer, case: CaseId, row: &AsideRow) -> Result<()> {
        self.settled(case, async |seen| {
            let change = Change::FileTaken { sha256: row.aside.sha256 };
            self.enter(viewer, case, seen, row.label.clone(), "read", change, &[]).await
        })
        .await
    }
}
