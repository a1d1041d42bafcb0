//! Cases and their hypotheses, as a viewer sees them.

use record::case::{Case, Hypothesis};
use record::id::CaseId;
use record::label::Label;

use super::Store;
use crate::access::Visible;
use crate::{CasefileError, Result};

impl Store {
    /// The visible cases with their labels, the oldest first.
    pub(crate) async fn cases(&self, visible: &Visible) -> Result<Vec<(Case, Label)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT cases.body, label.body FROM cases JOIN label ON label.id = cases.label
             WHERE cases.label IN (SELECT value FROM json_each(?)) ORDER BY cases.opened, cases.id",
        )
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        rows.into_iter()
            .map(|(case, label)| Ok((serde_json::from_str(&case)?, serde_json::from_str(&label)?)))
            .collect()
    }

    /// The hypotheses of a case without OTHER, in the order they were stated.
    pub(crate) async fn hypotheses(&self, visible: &Visible, case: CaseId) -> Result<Vec<Hypothesis>> {
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT body FROM hypothesis WHERE chain = ? AND label IN (SELECT value FROM json_each(?)) ORDER BY added, id",
        )
        .bind(case.0.as_slice())
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        rows.iter().map(|body| serde_json::from_str(body).map_err(CasefileError::from)).collect()
    }

    /// How many visible rows of each kind a case has: documents, claims, roots, disclosures.
    pub(crate) async fn counts(&self, visible: &Visible, case: CaseId) -> Result<[i64; 4]> {
        let mut counts = [0; 4];
        let queries = [
            "SELECT count(*) FROM document WHERE chain = ? AND label IN (SELECT value FROM json_each(?))",
            "SELECT count(*) FROM claim WHERE chain = ? AND label IN (SELECT value FROM json_each(?))",
            "SELECT count(*) FROM root WHERE chain = ? AND label IN (SELECT value FROM json_each(?))",
            "SELECT count(*) FROM disclosure WHERE chain = ? AND label IN (SELECT value FROM json_each(?))",
        ];
        for (count, query) in counts.iter_mut().zip(queries) {
            *count =
                sqlx::query_scalar(query).bind(case.0.as_slice()).bind(visible.json()).fetch_one(self.pool()).await?;
        }
        Ok(counts)
    }
}
