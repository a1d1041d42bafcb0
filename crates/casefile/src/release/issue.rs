//! Issuing: the packet is made, signed, kept and entered.

use disclose::packet::{self, PacketFile, PrivateKey};
use disclose::workflow::{self, Action};
use record::id::{CaseId, PacketId};
use record::viewer::Viewer;

use crate::journal::Change;
use crate::store::{Seen, Written};
use crate::{Casefile, CasefileError, Result, may_write};

impl Casefile {
    /// Makes the packet of a draft to which everybody agreed, signs it, keeps it, and gives its files.
    ///
    /// # Errors
    /// Where the workflow refuses: a consent is missing, no approval of this very draft, a line that the audience may not see,
    /// or for which nothing speaks.
    pub async fn issue(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        key: &PrivateKey,
    ) -> Result<(PacketId, Vec<PacketFile>)> {
        self.settled(case, async |seen| self.issue_once(viewer, case, seen, id, key).await).await
    }

    async fn issue_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        id: &str,
        key: &PrivateKey,
    ) -> Result<(PacketId, Vec<PacketFile>)> {
        let visible = self.store.visible(viewer).await?;
        let (_, case_label) = self.case_of(&visible, case).await?;
        let whole = self.whole(&visible, case, id).await?;
        self.is_whole(case, &whole).await?;
        let disclosure =
            workflow::act(&whole.held.disclosure, &whole.demands, &whole.desk, &viewer.name, &Action::Issue)?;
        let packet =
            packet::compose(&disclosure, &whole.demands, PacketId::from_chance(self.seams.chance()), self.seams.now())?;
        let files = packet::build(&packet, key)?;
        let blobs: Vec<Written> = files.iter().map(|file| Written::new(file.bytes.clone())).collect();
        let named = files.iter().zip(&blobs).map(|(file, blob)| (file.name.to_owned(), blob.sha)).collect();
        let label = whole.held.lines.iter().fold(case_label.join(&whole.held.label), |sum, label| sum.join(label));
        may_write(viewer, &label)?;
        let change =
            Change::PacketIssued { disclosure: disclosure.id, packet: packet.id, key: key.public().id(), files: named };
        self.enter(viewer, case, seen, label, "issued", change, &blobs.iter().collect::<Vec<_>>()).await?;
        Ok((packet.id, files))
    }

    /// That nothing of a draft is hidden from whoever issues it. Drafts of earlier versions could have such lines.
    async fn is_whole(&self, case: CaseId, whole: &super::Whole) -> Result<()> {
        let all = self.store.visible(&Self::house()).await?;
        let held = self.store.disclosure(&all, case, &whole.held.disclosure.id.to_string()).await?;
        if held.disclosure.lines.len() == whole.held.disclosure.lines.len() {
            return Ok(());
        }
        Err(CasefileError::Unknown { kind: "whole draft", name: whole.held.disclosure.id.short() })
    }

    /// The files of an issued packet, as they were kept.
    ///
    /// # Errors
    /// Where there is no such disclosure, or it has not been issued.
    pub async fn packet(&self, viewer: &Viewer, case: CaseId, id: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let held = self.store.disclosure(&visible, case, id).await?;
        self.store.packet(&visible, held.disclosure.id).await?.ok_or_else(|| CasefileError::NoPacket(id.to_owned()))
    }
}
