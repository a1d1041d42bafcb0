//! Grades: how reliable a source is, and which claims come from it.

use std::collections::HashMap;

use record::id::{CaseId, ReviewId};
use record::reading::Claim;
use record::source::{Credibility, Grade, Rating, Reliability};
use record::viewer::Viewer;

use super::SourceRow;
use crate::journal::Change;
use crate::link::folded;
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

/// The sources that a viewer sees, by the names that reporting has for them.
#[derive(Debug)]
pub struct Known<'r> {
    by_name: HashMap<String, Option<&'r SourceRow>>,
}

impl<'r> Known<'r> {
    /// The names of `rows`. A name that two of them have says nothing.
    pub fn new(rows: &'r [SourceRow]) -> Self {
        let mut by_name: HashMap<String, Option<&'r SourceRow>> = HashMap::new();
        for row in rows {
            for name in row.source.names.iter().chain([&row.source.name]) {
                by_name
                    .entry(folded(name))
                    .and_modify(|known| *known = known.filter(|known| known.source.id == row.source.id))
                    .or_insert(Some(row));
            }
        }
        Self { by_name }
    }

    /// The source of a claim: the one that is named as whoever says it.
    pub fn of(&self, claim: &Claim) -> Option<&'r SourceRow> {
        let resolved = claim.source.resolved.as_deref().unwrap_or_default();
        [resolved, &claim.source.text]
            .into_iter()
            .filter(|name| !name.trim().is_empty())
            .find_map(|name| self.by_name.get(&folded(name)).copied().flatten())
    }
}
