//! How many independent roots speak for a line.
//!
//! Copies of one text, reports that have it from one outlet, and claims from one mouth are one root, as everywhere in the
//! house; what was rejected, what stands in a withdrawn document, and words by which somebody only declines to speak, speak
//! for nothing. What is only possibly the same counts apart, as in `roots`.

use std::collections::{BTreeMap, HashMap, HashSet};

use record::id::{CaseId, ClaimId, Sha256};
use record::reading::{Claim, SourceKind, Stance};
use record::release::Line;
use record::step::Step;
use record::time::Micros;
use record::viewer::Viewer;

use crate::When;
use crate::access::Visible;
use crate::link::{Mouth, Told, mouths, roots};
use crate::store::ClaimRow;
use crate::{Casefile, Result};

/// What stands behind a disclosure, as readers may know it.
pub(super) struct Sourcing {
    /// For each line how many independent roots speak for it.
    pub roots: Vec<usize>,
    /// For each line, in kinds and counts, and nobody's name in it.
    pub lines: Vec<String>,
    /// For the whole, a sentence for each kind of source.
    pub sources: Vec<String>,
}

impl Casefile {
    /// For each line how many independent roots speak for it, among what is visible, and what readers may know of them.
    pub(super) async fn support(
        &self,
        visible: &Visible,
        case: CaseId,
        lines: &[Line],
        behind: &HashMap<ClaimId, ClaimRow>,
    ) -> Result<Sourcing> {
        let withdrawn = self.withdrawn(visible, case).await?;
        let speaks = |row: &&ClaimRow| {
            let says = |claim: &Claim| !matches!(claim.stance, Stance::Declines | Stance::Evades);
            !withdrawn.contains(&row.document.sha256) && row.stands().is_some_and(says)
        };
        let mut standing: Vec<&ClaimRow> = behind.values().filter(speaks).collect();
        standing.sort_by_key(|row| row.id);
        let groups = self.grouped(visible, case, &standing).await?;
        let judged = self.judged(visible, case, lines).await?;
        let kinds = |ids: &[ClaimId]| {
            let mut roots: BTreeMap<usize, SourceKind> = BTreeMap::new();
            for id in ids {
                if let (Some(group), Some(claim)) = (groups.get(id), behind.get(id).and_then(ClaimRow::stands)) {
                    roots.entry(*group).or_insert(claim.source.kind);
                }
            }
            let mut counts: BTreeMap<SourceKind, usize> = BTreeMap::new();
            roots.into_values().for_each(|kind| *counts.entry(kind).or_default() += 1);
            counts
        };
        let roots = |line: &Line| {
            let claims: HashSet<usize> = line.claims.iter().filter_map(|id| groups.get(id)).copied().collect();
            claims.len() + if line.judgement.is_some() { judged } else { 0 }
        };
        let all: Vec<ClaimId> = lines.iter().flat_map(|line| line.claims.clone()).collect();
        Ok(Sourcing {
            roots: lines.iter().map(roots).collect(),
            lines: lines.iter().map(|line| disclose::wording::told_kinds(&kinds(&line.claims))).collect(),
            sources: kinds(&all).into_iter().map(|(kind, count)| disclose::wording::told_source(kind, count)).collect(),
        })
    }

    /// Claims by the number of the root that they belong to.
    async fn grouped(&self, visible: &Visible, case: CaseId, rows: &[&ClaimRow]) -> Result<HashMap<ClaimId, usize>> {
        let mut told: Vec<Told> = Vec::new();
        for row in rows {
            let at = match told.iter().position(|one| one.document.sha256 == row.document.sha256) {
                Some(at) => at,
                None => {
                    let bytes = self.store.blob(row.document.text).await?;
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    told.push(Told { document: row.document.clone(), text, claims: Vec::new() });
                    told.len() - 1
                }
            };
            if let (Some(one), Some(claim)) = (told.get_mut(at), row.stands()) {
                one.claims.push((row.id, claim.clone()));
            }
        }
        let found = roots(&told, &self.store.links(visible, case).await?);
        // What one mouth says, and what stands in documents of one origin, is one root; so the two are joined.
        let mut group: HashMap<ClaimId, usize> = rows.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
        let mut join = |ids: &[ClaimId]| {
            let Some(least) = ids.iter().filter_map(|id| group.get(id)).min().copied() else { return };
            let old: HashSet<usize> = ids.iter().filter_map(|id| group.get(id)).copied().collect();
            group.values_mut().filter(|number| old.contains(number)).for_each(|number| *number = least);
        };
        for root in &found.claims {
            join(&root.claims.iter().map(|(id, ..)| *id).collect::<Vec<_>>());
        }
        // Nobody who is named becomes another by being printed beside them.
        let mouths = mouths(&rows.iter().filter_map(|row| row.stands()).collect::<Vec<_>>());
        let spoken: Vec<(&ClaimRow, Mouth)> =
            rows.iter().copied().filter(|row| row.stands().is_some()).zip(mouths).collect();
        for root in found.documents.iter().filter(|root| root.documents.len() > 1) {
            let within: HashSet<Sha256> = root.documents.iter().map(|document| document.sha256).collect();
            let mut by_mouth: BTreeMap<&Mouth, Vec<ClaimId>> = BTreeMap::new();
            for (row, mouth) in spoken.iter().filter(|(row, _)| within.contains(&row.document.sha256)) {
                by_mouth.entry(mouth).or_default().push(row.id);
            }
            by_mouth.values().for_each(|ids| join(ids));
        }
        Ok(group)
    }

    /// The documents of a case that were withdrawn and do not stand again.
    async fn withdrawn(&self, visible: &Visible, case: CaseId) -> Result<HashSet<Sha256>> {
        let mut withdrawn = HashSet::new();
        for (step, ..) in self.store.steps(visible, case, Micros(i64::MAX)).await? {
            if let Step::DocumentWithdrawn { document, back } = step {
                if back {
                    withdrawn.remove(&document)
                } else {
                    withdrawn.insert(document)
                };
            }
        }
        Ok(withdrawn)
    }

    /// How many roots count in the judgement of the case, where a line states it.
    async fn judged(&self, visible: &Visible, case: CaseId, lines: &[Line]) -> Result<usize> {
        if lines.iter().all(|line| line.judgement.is_none()) {
            return Ok(0);
        }
        let board = self.board(visible, case, When::default()).await?;
        Ok(board.roots.iter().filter(|one| !one.silence).count())
    }

    /// The claims behind the lines of a draft, by id. One that was read again and is gone, or is not visible, is not there.
    pub(super) async fn behind(
        &self,
        visible: &Visible,
        case: CaseId,
        lines: &[Line],
    ) -> Result<HashMap<ClaimId, ClaimRow>> {
        let wanted: HashSet<ClaimId> = lines.iter().flat_map(|line| &line.claims).copied().collect();
        let wanted: Vec<ClaimId> = wanted.into_iter().collect();
        Ok(self.store.claims_by_id(visible, case, &wanted).await?.into_iter().map(|row| (row.id, row)).collect())
    }

    /// The viewer under whose eyes the house itself decides what does not depend on who looks.
    pub(super) fn house() -> Viewer {
        Viewer::holder("the house")
    }
}
