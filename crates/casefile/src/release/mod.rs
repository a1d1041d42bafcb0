//! Release: from a draft that somebody proposes to a packet that anybody can verify.
//!
//! What may be done next is decided by `disclose::workflow`; this room keeps the state and joins the labels.

use std::collections::BTreeSet;

use record::id::{CaseId, DisclosureId, LineId, PacketId};
use record::label::{Label, Protection};
use record::marking::{Clearance, Rollup};
use record::release::Disclosure;
use record::viewer::Viewer;

use disclose::marking;
use disclose::packet::{self, Issue, PacketFile, PrivateKey};
use disclose::workflow::{self, Action};

use crate::journal::Change;
use crate::store::{Seen, Written};
use crate::{Casefile, CasefileError, Result};

/// A disclosure with what each of its lines demands.
#[derive(Debug, Clone)]
pub struct DisclosureRow {
    /// The disclosure with the lines that the viewer may see.
    pub disclosure: Disclosure,
    /// Per line: its portion mark.
    pub portions: Vec<String>,
    /// The banner of the whole.
    pub banner: String,
    /// The hash of the draft, which an approval names.
    pub draft: String,
}

/// What somebody asks to say.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What it is for.
    pub purpose: String,
    /// Who is to hear it: `public`, or a clearance.
    pub audience: String,
    /// The way it goes.
    pub channel: String,
}

impl Casefile {
    /// Proposes to say something.
    ///
    /// # Errors
    /// Where the purpose or channel is empty, or the audience is not one.
    pub async fn propose(&self, viewer: &Viewer, case: CaseId, proposal: &Proposal) -> Result<DisclosureRow> {
        let visible = self.store.visible(viewer).await?;
        let (_, label) = self.case_of(&visible, case).await?;
        for (what, text) in [("purpose", &proposal.purpose), ("channel", &proposal.channel)] {
            if text.trim().is_empty() {
                return Err(CasefileError::Empty(what));
            }
        }
        let audience: Clearance = proposal.audience.parse().map_err(CasefileError::Audience)?;
        let disclosure = Disclosure {
            id: DisclosureId::from_chance(self.seams.chance()),
            purpose: proposal.purpose.trim().to_owned(),
            audience: audience.to_string(),
            channel: proposal.channel.trim().to_owned(),
            author: viewer.name.clone(),
            proposed: self.seams.now(),
            lines: Vec::new(),
            approvals: Vec::new(),
            issued: false,
        };
        let change = Change::DisclosureProposed { disclosure: disclosure.clone() };
        self.settled(case, async |seen| {
            self.enter(viewer, case, seen, label.clone(), &proposal.purpose, change.clone(), &[]).await
        })
        .await?;
        Ok(row(disclosure, &[]))
    }

    /// The disclosures of a case in the order they were proposed.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn disclosures(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<DisclosureRow>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let all = self.store.disclosures(&visible, case).await?;
        Ok(all.into_iter().map(|(disclosure, labels)| row(disclosure, &labels)).collect())
    }

    /// One disclosure.
    ///
    /// # Errors
    /// Where there is none of that id that the viewer may see.
    pub async fn disclosure(&self, viewer: &Viewer, case: CaseId, id: &str) -> Result<DisclosureRow> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let (disclosure, labels) = self.store.disclosure(&visible, case, id).await?;
        Ok(row(disclosure, &labels))
    }

    /// Drafts a line that rests on claims. It carries the join of their labels: other words never make a lower marking.
    ///
    /// # Errors
    /// Where a claim is not there, or the workflow refuses.
    pub async fn draft_line(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        text: &str,
        claims: &[String],
    ) -> Result<DisclosureRow> {
        self.settled(case, async |seen| self.draft_once(viewer, case, seen, id, text, claims).await).await
    }

    async fn draft_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        id: &str,
        text: &str,
        claims: &[String],
    ) -> Result<DisclosureRow> {
        let visible = self.store.visible(viewer).await?;
        let (_, case_label) = self.case_of(&visible, case).await?;
        let (disclosure, mut labels) = self.store.disclosure(&visible, case, id).await?;
        let (mut support, mut label): (Vec<_>, Option<Label>) = (Vec::new(), None);
        for claim in claims {
            let row = self.store.claim(&visible, case, claim).await?;
            label = Some(label.map_or_else(|| row.label.clone(), |label| label.join(&row.label)));
            if !support.contains(&row.id) {
                support.push(row.id);
            }
        }
        let action =
            Action::AddLine { id: LineId::from_chance(self.seams.chance()), text: text.to_owned(), claims: support };
        let disclosure = workflow::act(&disclosure, &viewer.name, &action)?;
        let label = label.unwrap_or(case_label);
        let Some(line) = disclosure.lines.last().cloned() else { return Err(CasefileError::Empty("draft")) };
        let change = Change::LineDrafted { disclosure: disclosure.id, line };
        self.enter(viewer, case, seen, label.clone(), text, change, &[]).await?;
        labels.push(label);
        Ok(row(disclosure, &labels))
    }

    /// Approves the draft that was read: `draft` is its hash, or at least eight digits of its beginning.
    ///
    /// # Errors
    /// Where the draft has changed since, the viewer proposed it or wrote any of it, or the workflow refuses otherwise.
    pub async fn approve(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        draft: &str,
        why: &str,
    ) -> Result<DisclosureRow> {
        self.settled(case, async |seen| self.approve_once(viewer, case, seen, id, draft, why).await).await
    }

    async fn approve_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        id: &str,
        draft: &str,
        why: &str,
    ) -> Result<DisclosureRow> {
        let visible = self.store.visible(viewer).await?;
        let (_, case_label) = self.case_of(&visible, case).await?;
        let (disclosure, labels) = self.store.disclosure(&visible, case, id).await?;
        let stands = workflow::draft_hash(&disclosure);
        let read =
            if draft.len() >= 8 && stands.starts_with(&draft.to_ascii_lowercase()) { stands } else { draft.to_owned() };
        let action = Action::Approve { draft: read, at: self.seams.now() };
        let disclosure = workflow::act(&disclosure, &viewer.name, &action)?;
        let label = labels.iter().fold(case_label, |sum, label| sum.join(label));
        let Some(approval) = disclosure.approvals.last().cloned() else { return Err(CasefileError::Empty("approval")) };
        let change = Change::DraftApproved { disclosure: disclosure.id, approval };
        self.enter(viewer, case, seen, label, why, change, &[]).await?;
        Ok(row(disclosure, &labels))
    }

    /// Makes the packet of an approved draft, signs it, keeps it, and gives its files.
    ///
    /// # Errors
    /// Where the workflow refuses: no approval of this very draft, or a line that the audience may not see.
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
        let (disclosure, labels) = self.store.disclosure(&visible, case, id).await?;
        let markings: Vec<Rollup> = labels.iter().map(|label| label.marking.clone()).collect();
        let owners = labels.iter().map(who_must_agree).collect();
        let action = Action::Issue { markings: markings.clone(), owners };
        let disclosure = workflow::act(&disclosure, &viewer.name, &action)?;
        let id = PacketId::from_chance(self.seams.chance());
        let packet = packet::compose(&Issue::of(&disclosure, &markings, id, self.seams.now())?)?;
        let files = packet::build(&packet, key)?;
        let blobs: Vec<Written> = files.iter().map(|file| Written::new(file.bytes.clone())).collect();
        let named = files.iter().zip(&blobs).map(|(file, blob)| (file.name.to_owned(), blob.sha)).collect();
        let label = labels.iter().fold(case_label, |sum, label| sum.join(label));
        let change =
            Change::PacketIssued { disclosure: disclosure.id, packet: packet.id, key: key.public().id(), files: named };
        self.enter(viewer, case, seen, label, "issued", change, &blobs.iter().collect::<Vec<_>>()).await?;
        Ok((packet.id, files))
    }

    /// The files of an issued packet, as they were kept.
    ///
    /// # Errors
    /// Where there is no such disclosure, or it has not been issued.
    pub async fn packet(&self, viewer: &Viewer, case: CaseId, id: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let (disclosure, _) = self.store.disclosure(&visible, case, id).await?;
        self.store.packet(&visible, disclosure.id).await?.ok_or_else(|| CasefileError::NoPacket(id.to_owned()))
    }
}

fn row(disclosure: Disclosure, labels: &[Label]) -> DisclosureRow {
    let whole = labels.iter().fold(Rollup::default(), |sum, label| sum.join(&label.marking));
    DisclosureRow {
        portions: labels.iter().map(|label| mark(marking::portion_of(&label.marking))).collect(),
        banner: marking::banner_of(&whole).unwrap_or_default(),
        draft: workflow::draft_hash(&disclosure),
        disclosure,
    }
}

/// A mark in words; what demands nothing has none, and says so.
fn mark(words: Option<String>) -> String {
    words.unwrap_or_else(|| "(unmarked)".to_owned())
}

/// Who must agree before anything of this is disclosed. What is guarded and names nobody still needs somebody.
fn who_must_agree(label: &Label) -> BTreeSet<String> {
    let mut owners = label.owners.clone();
    if owners.is_empty() && label.protection > Protection::Open {
        owners.insert("an owner who is not named".to_owned());
    }
    owners
}
