//! Issuing: the packet is made, signed, kept, entered, and logged.

use disclose::packet::log::{self, Log, attest};
use disclose::packet::{self, Issue, IssueLine, PacketFile, PrivateKey, manifest_hash};
use disclose::workflow::{self, Action, Reviewed};
use record::id::{CaseId, PacketId, Sha256};
use record::label::Label;
use record::marking::Rollup;
use record::packet::{Review, Status};
use record::release::{Disclosure, How, Place};
use record::viewer::Viewer;

use super::Whole;
use super::draft::said_of;
use crate::access::Visible;
use crate::journal::Change;
use crate::store::{Seen, Written, sha256};
use crate::{Casefile, CasefileError, Result, When, may_write};

impl Casefile {
    /// Makes the packet of a draft to which everybody agreed, signs it, keeps it, enters it in the log of this store under
    /// `origin`, and gives its files, the proof of the log last.
    ///
    /// # Errors
    /// Where the workflow refuses: a consent is missing, no approval of this very draft, a line that the audience may not see,
    /// or for which nothing speaks; where the packet cannot be made; or where the log cannot have that name.
    pub async fn issue(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        key: &PrivateKey,
        origin: &str,
    ) -> Result<(PacketId, Vec<PacketFile>)> {
        // Nothing is issued under a name that no log can have.
        Log::new(origin)?;
        let (packet, mut files, manifest, private) =
            self.settled(case, async |seen| self.issue_once(viewer, case, seen, id, key).await).await?;
        let logged = self.attested(viewer, case, manifest, private, key, origin).await?;
        files.push(logged);
        Ok((packet, files))
    }

    async fn issue_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        id: &str,
        key: &PrivateKey,
    ) -> Result<(PacketId, Vec<PacketFile>, Sha256, bool)> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let whole = self.whole(&visible, case, id).await?;
        self.is_whole(case, &whole).await?;
        let disclosure =
            workflow::act(&whole.held.disclosure, &whole.demands, &whole.desk, &viewer.name, &Action::Issue)?;
        self.gate(case, &disclosure.id.to_string()).await?;
        let issue = self.issued(viewer, &visible, case, &whole, &disclosure).await?;
        let packet = packet::compose(&issue)?;
        let files = packet::build(&packet, key)?;
        self.gate_bytes(case, &disclosure.id.to_string(), &packet, &files).await?;
        let manifest = manifest_hash(files.iter().map(|file| (file.name, file.bytes.as_slice())))
            .ok_or(CasefileError::Empty("manifest"))?;
        let blobs: Vec<Written> = files.iter().map(|file| Written::new(file.bytes.clone())).collect();
        let named = files.iter().zip(&blobs).map(|(file, blob)| (file.name.to_owned(), blob.sha)).collect();
        let label = room(&whole);
        may_write(viewer, &label)?;
        let change =
            Change::PacketIssued { disclosure: disclosure.id, packet: packet.id, key: key.public().id(), files: named };
        self.enter(viewer, case, seen, label, "issued", change, &blobs.iter().collect::<Vec<_>>()).await?;
        Ok((packet.id, files, manifest, is_private(&disclosure)))
    }

    /// Everything that goes into the packet.
    async fn issued(
        &self,
        viewer: &Viewer,
        visible: &Visible,
        case: CaseId,
        whole: &Whole,
        disclosure: &Disclosure,
    ) -> Result<Issue> {
        let both = || disclosure.lines.iter().zip(&whole.demands);
        let markings: Vec<Rollup> =
            both().map(|(line, demand)| workflow::effective(disclosure, line, demand)).collect();
        let id = PacketId::from_chance(self.seams.chance());
        let mut issue = Issue::of(disclosure, &markings, id, self.seams.now())?;
        issue.status = self.status(visible, disclosure).await?;
        issue.reviewed = match workflow::reviewed(disclosure, &whole.demands, &whole.desk) {
            Reviewed::Independently => Review::Independent,
            Reviewed::ByNobodyElse => Review::None,
        };
        let mut above = issue.above.iter_mut();
        let mut below = issue.below.iter_mut();
        for (line, demand) in both() {
            let of: Option<&mut IssueLine> = match line.place {
                Place::Above => above.next(),
                Place::Below => below.next(),
                Place::Answer { .. } => None,
            };
            if let Some(of) = of {
                of.support.clone_from(&demand.sourcing);
            }
        }
        issue.sources.clone_from(&whole.sources);
        if disclosure.lines.iter().any(|line| line.judgement.is_some()) {
            let weighing = self.weigh(viewer, case, When::default()).await?;
            for (line, number) in disclosure.lines.iter().zip(1_usize..).filter(|(line, _)| line.judgement.is_some()) {
                // What was approved and agreed to is the judgement as it was then.
                let said = said_of(&weighing, line.judgement)?;
                let now = (said.as_ref().map(ToString::to_string), said.map(|said| said.confidence));
                if now != (line.judged.clone(), line.confidence.clone()) {
                    return Err(CasefileError::JudgementMoved(number));
                }
            }
            issue.confidence.clone_from(&whole.confidence);
        }
        if !issue.sources.is_empty() || issue.confidence.is_some() {
            issue.frame = markings.iter().fold(issue.frame, |sum, marking| sum.join(marking));
        }
        Ok(issue)
    }

    /// What the packet does to an older one.
    async fn status(&self, visible: &Visible, disclosure: &Disclosure) -> Result<Status> {
        let Some(amends) = &disclosure.amends else { return Ok(Status::Issued) };
        let missing = || CasefileError::NoPacket(amends.disclosure.short());
        let packet = self.store.packet_of(visible, amends.disclosure).await?.ok_or_else(missing)?;
        let files = self.store.packet(visible, amends.disclosure).await?.ok_or_else(missing)?;
        let bytes = files.into_iter().find(|(name, _)| name == packet::MANIFEST_JSON).map(|(_, bytes)| bytes);
        let manifest = sha256(&bytes.ok_or_else(missing)?);
        Ok(match amends.how {
            How::Supersedes => Status::Supersedes { packet, manifest },
            How::Corrects => Status::Corrects { packet, manifest, what: amends.why.clone() },
            How::Withdraws => Status::Withdraws { packet, manifest, why: amends.why.clone() },
        })
    }

    /// Enters the packet in the log, where it is not in it, and proves that it is.
    async fn attested(
        &self,
        viewer: &Viewer,
        case: CaseId,
        manifest: Sha256,
        private: bool,
        key: &PrivateKey,
        origin: &str,
    ) -> Result<PacketFile> {
        let blinder = private.then(|| blinder(&manifest, key));
        let entry = log::entry(&manifest, blinder.as_ref());
        let visible = self.store.visible(viewer).await?;
        let (_, label) = self.case_of(&visible, case).await?;
        let entries = self
            .settled(CaseId::HOUSE, async |seen| {
                let mut entries = self.store.log_entries().await?;
                if !entries.contains(&entry.0) {
                    let change = Change::PacketLogged { entry };
                    self.enter(viewer, CaseId::HOUSE, seen, label.clone(), "logged", change, &[]).await?;
                    entries.push(entry.0);
                }
                Ok(entries)
            })
            .await?;
        let log = Log::of(origin, entries)?;
        let index = log.find(&entry).ok_or(CasefileError::Empty("log"))?;
        Ok(attest(&log, index, &manifest, blinder.as_ref(), key)?)
    }

    /// The log of this store as it is published: its entries and a checkpoint signed with `key`. Only for whoever holds the
    /// store, since it tells how many packets there are.
    ///
    /// # Errors
    /// Where the viewer does not hold the store, or the log cannot have that name.
    pub async fn published_log(&self, viewer: &Viewer, key: &PrivateKey, origin: &str) -> Result<String> {
        if !viewer.full {
            return Err(CasefileError::NotHolder(viewer.name.clone()));
        }
        Ok(Log::of(origin, self.store.log_entries().await?)?.publish(key)?)
    }

    /// That nothing of a draft is hidden from whoever issues it. Drafts of earlier versions could have such lines.
    async fn is_whole(&self, case: CaseId, whole: &Whole) -> Result<()> {
        let all = self.store.visible(&Self::house()).await?;
        let held = self.store.disclosure(&all, case, &whole.held.disclosure.id.to_string()).await?;
        if held.disclosure.lines.len() == whole.held.disclosure.lines.len() {
            return Ok(());
        }
        Err(CasefileError::Unknown { kind: "whole draft", name: whole.held.disclosure.id.short() })
    }

    /// The files of an issued packet, as they were kept; with a key also the proof of the log as it stands now.
    ///
    /// # Errors
    /// Where there is no such disclosure, or it has not been issued.
    pub async fn packet(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        logged: Option<(&PrivateKey, &str)>,
    ) -> Result<Vec<(String, Vec<u8>)>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let held = self.store.disclosure(&visible, case, id).await?;
        let missing = || CasefileError::NoPacket(id.to_owned());
        let mut files = self.store.packet(&visible, held.disclosure.id).await?.ok_or_else(missing)?;
        if let Some((key, origin)) = logged {
            let bytes = files.iter().find(|(name, _)| name == packet::MANIFEST_JSON).map(|(_, bytes)| sha256(bytes));
            let manifest = bytes.ok_or_else(missing)?;
            let file = self.attested(viewer, case, manifest, is_private(&held.disclosure), key, origin).await?;
            files.push((file.name.to_owned(), file.bytes));
        }
        Ok(files)
    }
}

/// What a packet demands in the house: what its draft does.
fn room(whole: &Whole) -> Label {
    whole.held.lines.iter().fold(whole.held.label.clone(), |sum, label| sum.join(label))
}

/// A packet that is not for everybody leaves no name in the log.
fn is_private(disclosure: &Disclosure) -> bool {
    disclosure.audience != "public"
}

/// The secret of a private packet's entry: made of the signature over its manifest's hash, which only the key can make and makes
/// always alike, so that it need not be kept.
fn blinder(manifest: &Sha256, key: &PrivateKey) -> Sha256 {
    let said = [b"tearline blinder 1\n".as_slice(), &manifest.0].concat();
    sha256(&key.sign(&said))
}
