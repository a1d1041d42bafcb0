//! The gate: every release of what is guarded goes through it, whether its cover is good or not.

use std::collections::BTreeSet;

use disclose::packet::PacketFile;
use disclose::workflow::{self, Act};
use record::id::CaseId;
use record::label::{Label, Protection};
use record::packet::Packet;
use record::release::{Cleared, Move, Waiver};
use record::viewer::Viewer;

use super::Laid;
use crate::journal::Change;
use crate::release::{DisclosureRow, Whole, own};
use crate::{Casefile, CasefileError, Result};

/// The owners of what is guarded behind a draft.
fn owners(whole: &Whole, from: Protection) -> BTreeSet<String> {
    let both = whole.held.lines.iter().zip(&whole.demands);
    both.filter(|(label, _)| label.protection >= from).flat_map(|(_, demand)| demand.owners.clone()).collect()
}

/// Those of them who have not waived.
pub(super) fn unwaived(whole: &Whole, laid: &Laid) -> BTreeSet<String> {
    let owners = owners(whole, laid.policy.from);
    workflow::unwaived(&whole.held.disclosure, &whole.demands, &whole.desk, &owners)
}

impl Casefile {
    /// Whether a draft still waits for the security officer to clear it as it stands. Where the house has one, every draft does,
    /// whatever stands behind it: that one went past them tells nothing.
    pub(in crate::release) async fn uncleared(&self, whole: &Whole) -> Result<bool> {
        let from = self.cover_policy().await?.from;
        let guarded = whole.held.lines.iter().any(|label| label.protection >= from);
        let cleared = workflow::is_cleared(&whole.held.disclosure, &whole.demands, &whole.desk);
        Ok((guarded || whole.desk.has_security()) && !cleared)
    }

    /// That a draft may go out as far as cover and the verbatim guard go: it was cleared as it stands, and that still holds of
    /// everything that the house has and has released since. One and the same answer for whatever is wrong: why is above whoever
    /// issues it.
    pub(in crate::release) async fn gate(&self, case: CaseId, id: &str) -> Result<()> {
        let all = self.store.visible(&Self::house()).await?;
        let whole = self.whole(&all, case, id).await?;
        if self.uncleared(&whole).await? || self.short(case, &whole).await?.is_some() {
            return Err(CasefileError::AskSecurity);
        }
        Ok(())
    }

    /// The same for the bytes of the files that were made of it.
    pub(in crate::release) async fn gate_bytes(
        &self,
        case: CaseId,
        id: &str,
        packet: &Packet,
        files: &[PacketFile],
    ) -> Result<()> {
        let all = self.store.visible(&Self::house()).await?;
        let whole = self.whole(&all, case, id).await?;
        if self.guarded_bytes(&whole, packet, files).await?.iter().any(|row| row.stops) {
            return Err(CasefileError::AskSecurity);
        }
        Ok(())
    }

    /// Why a draft may not go out: words that stand only in protected material without their owners' leave, or what it lacks of
    /// the cover that the house asks for, where its owners have not waived that.
    async fn short(&self, case: CaseId, whole: &Whole) -> Result<Option<CasefileError>> {
        if let Some(row) = self.guarded(whole).await?.into_iter().find(|row| row.stops) {
            let owners = if row.missing.is_empty() { row.owners } else { row.missing };
            return Ok(Some(CasefileError::Verbatim {
                place: row.line.map_or_else(|| format!("the {}", row.part), |line| format!("line {line}")),
                words: row.words,
                owners: owners.into_iter().collect::<Vec<_>>().join(", "),
            }));
        }
        let from = self.cover_policy().await?.from;
        if !self.store.has_protected(from).await? {
            return Ok(None);
        }
        let laid = self.laid(case, whole).await?;
        if let Some(near) = laid.near().into_iter().find(|near| near.k < laid.policy.k) {
            let words = near.words.join(", ");
            return Ok(Some(CasefileError::ComesNear { line: near.line, words, claim: near.claim.short() }));
        }
        if whole.held.lines.iter().all(|label| label.protection < from) {
            return Ok(None);
        }
        let report = laid.chair().report(laid.policy.k);
        if report.reaches(laid.policy.k, laid.policy.m) {
            return Ok(None);
        }
        let owners = unwaived(whole, &laid);
        if owners.is_empty() {
            return Ok(None);
        }
        let (least_k, least_m) = (laid.policy.k, laid.policy.m);
        Ok(Some(CasefileError::Uncovered {
            k: report.least.k,
            m: report.m(least_m).unwrap_or(least_m),
            least_k,
            least_m,
            owners: owners.into_iter().collect::<Vec<_>>().join(", "),
        }))
    }

    /// Says as the security officer that a draft may go out as far as cover goes. `draft` is its hash or at least eight digits
    /// of its beginning.
    ///
    /// # Errors
    /// Where the viewer is no security officer or wrote some of it, the draft is another, or its cover is below what the house
    /// asks for and an owner has not waived that.
    pub async fn clear(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        draft: &str,
        why: &str,
    ) -> Result<DisclosureRow> {
        let eyes = self.eyes(viewer).await?;
        let all = self.store.visible(&Self::house()).await?;
        // Whoever may not clear does not learn what is short.
        let whole = self.whole(&self.store.visible(&eyes).await?, case, id).await?;
        if workflow::may(&whole.desk, &viewer.name, Act::Clear, Some(&whole.held.disclosure), None, None) {
            let whole = self.whole(&all, case, id).await?;
            if let Some(short) = self.short(case, &whole).await? {
                return Err(short);
            }
        }
        self.done(&eyes, case, id, why, async |_, whole| {
            let draft = read_as(whole, draft);
            let cleared = Cleared { draft, author: viewer.name.clone(), at: self.seams.now() };
            Ok(own(whole, Move::CoverCleared { cleared }))
        })
        .await
    }

    /// Lets a draft go out below the cover that the house asks for, in writing and for an owner. Only owners and the security
    /// officer see that.
    ///
    /// # Errors
    /// Where the viewer does not speak for that owner or wrote some of it, the draft is another, or no reason is given.
    pub async fn waive(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        draft: &str,
        (owner, why): (&str, &str),
    ) -> Result<()> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(&self.eyes(viewer).await?).await?;
            self.case_of(&visible, case).await?;
            let whole = self.whole(&visible, case, id).await?;
            let laid = self.laid(case, &whole).await?;
            let report = laid.chair().report(laid.policy.k);
            let waiver = Waiver {
                draft: read_as(&whole, draft),
                owner: owner.trim().to_owned(),
                told: (report.least.k, report.m(laid.policy.m).unwrap_or(laid.policy.m)),
                why: why.trim().to_owned(),
                author: viewer.name.clone(),
                at: self.seams.now(),
            };
            let made = Move::CoverWaived { waiver };
            let (disclosure, demands, desk) = (&whole.held.disclosure, &whole.demands, &whole.desk);
            let action = workflow::Action::Move(made.clone());
            workflow::act(disclosure, demands, desk, &viewer.name, &action)?;
            // That something had to be waived tells what the cover was: it is for the owner, whoever speaks for them, and above.
            let owners: BTreeSet<String> = [owner.trim().to_owned(), viewer.name.clone()].into();
            let guard = Label::of_house(whole.held.label.marking.clone(), owners, Protection::Protected);
            let label = whole.held.label.join(&guard);
            let change = Change::DisclosureMoved { disclosure: disclosure.id, made: Box::new(made) };
            self.enter(viewer, case, seen, label, why, change, &[]).await
        })
        .await
    }
}

/// The hash of a draft by its beginning.
fn read_as(whole: &Whole, draft: &str) -> String {
    let stands = workflow::draft_hash(&whole.held.disclosure, &whole.demands);
    let wanted = draft.trim().to_ascii_lowercase();
    if wanted.len() >= 8 && stands.starts_with(&wanted) { stands } else { draft.to_owned() }
}
