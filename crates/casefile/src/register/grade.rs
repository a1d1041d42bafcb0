//! Grades: how reliable a source is, and which claims come from it.

use std::collections::{HashMap, HashSet};

use record::id::{CaseId, ReviewId, Sha256, SourceId};
use record::reading::Claim;
use record::source::{Credibility, Grade, Rating, Reliability};
use record::viewer::Viewer;

use super::SourceRow;
use crate::journal::Change;
use crate::link::{folded, name_of};
use crate::store::ClaimRow;
use crate::{Casefile, CasefileError, Result};

impl Casefile {
    /// Grades a source. The grades before stay, with their reasons.
    ///
    /// # Errors
    /// Where the viewer sees no such source, or no reason is given.
    pub async fn grade_source(
        &self,
        viewer: &Viewer,
        name: &str,
        reliability: Reliability,
        why: &str,
    ) -> Result<SourceRow> {
        let why = why.trim();
        if why.is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        self.with_source(viewer, name, why, |row| {
            let grade = Grade {
                source: row.source.id,
                reliability,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: why.to_owned(),
            };
            Ok((Change::SourceGraded { grade }, None))
        })
        .await
    }

    /// Says how credible one claim is, which says nothing of its source.
    ///
    /// # Errors
    /// Where the viewer sees no such claim, or no reason is given.
    pub async fn rate_claim(
        &self,
        viewer: &Viewer,
        case: CaseId,
        claim: &str,
        credibility: Credibility,
        why: &str,
    ) -> Result<ClaimRow> {
        let why = why.trim();
        if why.is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        let id = ReviewId::from_chance(self.seams.chance());
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let mut row = self.store.claim(&visible, case, claim).await?;
            let rating = Rating {
                id,
                claim: row.id,
                credibility,
                seen: row.claim.content.text.clone(),
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: why.to_owned(),
            };
            let change = Change::ClaimRated { rating: rating.clone() };
            self.enter(viewer, case, seen, row.label.clone(), why, change, &[]).await?;
            row.ratings.push(rating);
            Ok(row)
        })
        .await
    }
}

/// The sources that a viewer sees, by the names that reporting has for them, and those that documents come from.
#[derive(Debug)]
pub struct Known<'r> {
    by_name: HashMap<String, Option<&'r SourceRow>>,
    by_document: HashMap<Sha256, &'r SourceRow>,
}

impl<'r> Known<'r> {
    /// The names of `rows`, and what is said of where `documents` come from. What the house calls a source goes before what
    /// another is also called; a name that two have alike says nothing.
    pub fn new(rows: &'r [SourceRow], documents: &HashMap<Sha256, SourceId>) -> Self {
        let mut by_name: HashMap<String, Option<&'r SourceRow>> = HashMap::new();
        let mut enter = |name: &str, row: &'r SourceRow, taken: &HashSet<String>| {
            let name = folded(name);
            if !taken.contains(&name) {
                by_name
                    .entry(name)
                    .and_modify(|known| *known = known.filter(|known| known.source.id == row.source.id))
                    .or_insert(Some(row));
            }
        };
        for row in rows {
            enter(&row.source.name, row, &HashSet::new());
        }
        let first: HashSet<String> = rows.iter().map(|row| folded(&row.source.name)).collect();
        for row in rows {
            for name in &row.source.names {
                enter(name, row, &first);
            }
        }
        let by_id: HashMap<SourceId, &'r SourceRow> = rows.iter().map(|row| (row.source.id, row)).collect();
        let by_document =
            documents.iter().filter_map(|(sha, source)| by_id.get(source).map(|row| (*sha, *row))).collect();
        Self { by_name, by_document }
    }

    /// The source of a claim: the one that is named as whoever says it, else the one that the document comes from.
    pub fn of(&self, claim: &Claim, document: Sha256) -> Option<&'r SourceRow> {
        [name_of(claim), &claim.source.text]
            .into_iter()
            .filter(|name| !name.trim().is_empty())
            .find_map(|name| self.by_name.get(&folded(name)).copied().flatten())
            .or_else(|| self.by_document.get(&document).copied())
    }
}
