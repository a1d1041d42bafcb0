//! What a retraction changes: the judgements and the packets that rest on what was taken back.

use std::collections::HashSet;

use record::case::Case;
use record::id::{CaseId, ClaimId, DisclosureId, HypothesisId, Sha256};
use record::label::Label;
use record::time::Micros;
use record::viewer::Viewer;

use super::board::{When, laid};
use super::history::Moved;
use crate::{Casefile, CasefileError, Result};

/// A judgement that changed.
#[derive(Debug, Clone)]
pub struct Changed {
    /// The case.
    pub case: Case,
    /// By what, and from where to where.
    pub moved: Moved,
}

/// A disclosure that rests on what was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affected {
    /// Which.
    pub disclosure: DisclosureId,
    /// What it is for.
    pub purpose: String,
    /// Whether a packet of it is out already.
    pub issued: bool,
    /// The lines that rest on it.
    pub lines: Vec<String>,
}

/// Another case that holds a document.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// The case.
    pub case: Case,
    /// How many of its roots rest on claims of the document, but for those that were taken back.
    pub roots: usize,
    /// Its disclosures with lines that rest on them.
    pub affected: Vec<Affected>,
    /// The join of the case, the document and those roots.
    pub label: Label,
}

impl Casefile {
    /// The present moment, by the clock that is brought here: before a change, to see afterwards what it did.
    pub fn moment(&self) -> Micros {
        self.seams.now()
    }

    /// The judgements that are others now than they were at a moment, of all cases that the viewer sees. Cases whose
    /// judgement cannot be made, for want of hypotheses, have none that could change.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn changed_since(&self, viewer: &Viewer, moment: Micros) -> Result<Vec<Changed>> {
        let visible = self.store.visible(viewer).await?;
        let before = When { by: None, entered: Some(moment) };
        let mut changed = Vec::new();
        for (case, _) in self.store.cases(&visible).await? {
            if self.store.hypotheses(&visible, case.id).await?.is_empty() {
                continue;
            }
            let moved = match self.moved(viewer, case.id, before, When::default()).await {
                // A judgement that cannot be made cannot change.
                Err(CasefileError::Weigh(_)) => continue,
                moved => moved?,
            };
            if !moved.movers.is_empty() {
                changed.push(Changed { case, moved });
            }
        }
        Ok(changed)
    }

    /// The disclosures of a case with lines that rest on claims of these documents, on these claims, or on the judgement of one of
    /// these hypotheses.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn resting_on(
        &self,
        viewer: &Viewer,
        case: CaseId,
        documents: &[Sha256],
        claims: &[ClaimId],
        judged: &[HypothesisId],
    ) -> Result<Vec<Affected>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let claims: HashSet<ClaimId> = claims.iter().copied().collect();
        let mut affected = Vec::new();
        for held in self.store.disclosures(&visible, case).await? {
            let disclosure = held.disclosure;
            let mut lines = Vec::new();
            for line in &disclosure.lines {
                let mut rests = line.claims.iter().any(|claim| claims.contains(claim));
                rests |= line.judgement.is_some_and(|one| judged.contains(&one));
                for claim in &line.claims {
                    let document = self.store.document_of_claim(&visible, case, *claim).await?;
                    rests |= document.is_some_and(|document| documents.contains(&document));
                }
                if rests {
                    lines.push(line.text.clone());
                }
            }
            if !lines.is_empty() {
                let (purpose, issued) = (disclosure.purpose, disclosure.issued);
                affected.push(Affected { disclosure: disclosure.id, purpose, issued, lines });
            }
        }
        Ok(affected)
    }

    /// Of some claims those whose documents are withdrawn, each with its document.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn withdrawn_behind(
        &self,
        viewer: &Viewer,
        case: CaseId,
        claims: &[ClaimId],
    ) -> Result<Vec<(ClaimId, Sha256)>> {
        let visible = self.store.visible(viewer).await?;
        let documents = laid(self.store.steps(&visible, case, Micros(i64::MAX)).await?).documents;
        if documents.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.store.claims_by_id(&visible, case, claims).await?;
        let behind = rows.into_iter().map(|row| (row.id, row.document.sha256));
        Ok(behind.filter(|(_, document)| documents.contains_key(document)).collect())
    }

    /// The other cases of the store that hold a document and in which it is withdrawn, or is not, with what rests on it there, as far
    /// as the viewer sees them. A document is withdrawn case by case, since each has its own analysts and its own journal.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn held_elsewhere(
        &self,
        viewer: &Viewer,
        but: CaseId,
        document: Sha256,
        withdrawn: bool,
    ) -> Result<Vec<Elsewhere>> {
        let visible = self.store.visible(viewer).await?;
        let mut elsewhere = Vec::new();
        for (case, label) in self.store.cases(&visible).await?.into_iter().filter(|(case, _)| case.id != but) {
            let held = match self.store.document(&visible, case.id, &document.to_string()).await {
                Err(CasefileError::Unknown { .. }) => continue,
                held => held?,
            };
            let laid = laid(self.store.steps(&visible, case.id, Micros(i64::MAX)).await?);
            if laid.documents.contains_key(&document) != withdrawn {
                continue;
            }
            let mut here = Elsewhere { case, roots: 0, affected: Vec::new(), label: label.join(&held.1) };
            let id = here.case.id;
            let claims = self.store.claims_of(&visible, id, document).await?;
            let claims: HashSet<ClaimId> = claims.into_iter().map(|row| row.id).collect();
            for (root, label) in self.store.roots(&visible, id).await? {
                if !laid.withdrawn.contains(&root.id) && root.claims.iter().any(|claim| claims.contains(claim)) {
                    here.roots += 1;
                    here.label = here.label.join(&label);
                }
            }
            here.affected = self.resting_on(viewer, id, &[document], &[], &[]).await?;
            elsewhere.push(here);
        }
        Ok(elsewhere)
    }
}
