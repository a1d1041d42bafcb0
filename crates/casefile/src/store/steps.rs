//! Steps of weighing, as a viewer sees them.

use std::collections::HashSet;

use record::case::Hypothesis;
use record::id::{CaseId, ClaimId, Sha256};
use record::label::Label;
use record::review::{Review, Verdict};
use record::step::Step;
use record::time::Micros;

use super::Store;
use super::db::values;
use crate::Result;
use crate::access::Visible;

impl Store {
    /// The visible steps of a case that were taken up to a moment, with their labels and when they were, in the order of the
    /// journal.
    pub(crate) async fn steps(
        &self,
        visible: &Visible,
        case: CaseId,
        until: Micros,
    ) -> Result<Vec<(Step, Label, Micros)>> {
        let rows = self
            .db
            .rows(
                "SELECT step.body, label.body, step.added FROM step JOIN label ON label.id = step.label
                 WHERE step.chain = $1 AND step.label IN (SELECT value FROM json_each($2)) AND step.added <= $3
                 ORDER BY step.seq",
                values![case.0, visible.json(), until.0],
            )
            .await?;
        rows.iter().map(|row| Ok((row.json(0)?, row.json(1)?, Micros(row.int(2)?)))).collect()
    }

    /// The cases in which the viewer sees a step of this kind.
    pub(crate) async fn cases_with_step(&self, visible: &Visible, kind: &'static str) -> Result<Vec<CaseId>> {
        let rows = self
            .db
            .rows(
                "SELECT DISTINCT chain FROM step WHERE kind = $1 AND label IN (SELECT value FROM json_each($2)) ORDER BY chain",
                values![kind, visible.json()],
            )
            .await?;
        rows.iter().map(|row| Ok(CaseId(row.array(0)?))).collect()
    }

    /// The visible hypotheses that were stated up to a moment, without OTHER.
    pub(crate) async fn hypotheses_until(
        &self,
        visible: &Visible,
        case: CaseId,
        until: Micros,
    ) -> Result<Vec<Hypothesis>> {
        let rows = self
            .db
            .rows(
                "SELECT body FROM hypothesis WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))
                 AND added <= $3 ORDER BY seq",
                values![case.0, visible.json(), until.0],
            )
            .await?;
        rows.iter().map(|row| row.json(0)).collect()
    }

    /// The document that a visible claim stands in.
    pub(crate) async fn document_of_claim(
        &self,
        visible: &Visible,
        case: CaseId,
        claim: ClaimId,
    ) -> Result<Option<Sha256>> {
        const OF: &str = "SELECT sha256 FROM claim
             WHERE chain = $1 AND label IN (SELECT value FROM json_each($2)) AND id = $3";
        let row = self.db.row(OF, values![case.0, visible.json(), claim.0]).await?;
        row.map(|row| Ok(Sha256(row.array(0)?))).transpose()
    }

    /// The claims that were rejected last, by a moment, and those that stand in other words than they were read in.
    pub(crate) async fn reviewed(
        &self,
        visible: &Visible,
        case: CaseId,
        until: Micros,
    ) -> Result<(HashSet<ClaimId>, HashSet<ClaimId>)> {
        let reviews = self.reviews(visible, case).await?;
        let last_rejected = |all: &Vec<Review>| {
            let last = all.iter().rev().find(|review| review.at <= until);
            last.is_some_and(|review| review.verdict == Verdict::Rejected)
        };
        let edited = |all: &Vec<Review>| all.iter().any(|review| review.at <= until && review.version.is_some());
        let of = |which: &dyn Fn(&Vec<Review>) -> bool| {
            reviews.iter().filter(|(_, all)| which(all)).map(|(id, _)| ClaimId(*id)).collect()
        };
        Ok((of(&last_rejected), of(&edited)))
    }
}
