//! Cases and their hypotheses, as a viewer sees them.

use std::collections::{BTreeMap, BTreeSet};

use record::case::{Case, Hypothesis};
use record::id::CaseId;
use record::label::Label;

use super::Store;
use super::db::values;
use crate::Result;
use crate::access::Visible;

impl Store {
    /// The visible cases with their labels, the oldest first.
    pub(crate) async fn cases(&self, visible: &Visible) -> Result<Vec<(Case, Label)>> {
        let rows = self
            .db
            .rows(
                "SELECT cases.body, label.body FROM cases JOIN label ON label.id = cases.label
                 WHERE cases.label IN (SELECT value FROM json_each($1)) ORDER BY cases.opened, cases.id",
                values![visible.json()],
            )
            .await?;
        rows.iter().map(|row| Ok((row.json(0)?, row.json(1)?))).collect()
    }

    /// The place of the last entry of a chain that is visible; 0 where none is. It tells nothing but that something changed.
    pub(crate) async fn last_seen(&self, visible: &Visible, chain: CaseId) -> Result<i64> {
        let row = self
            .db
            .row(
                "SELECT seq FROM journal WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))
                 ORDER BY seq DESC LIMIT 1",
                values![chain.0, visible.json()],
            )
            .await?;
        row.map_or(Ok(0), |row| row.int(0))
    }

    /// How far every chain has come. It is compared, and shown to nobody.
    pub(crate) async fn heads(&self) -> Result<BTreeMap<CaseId, i64>> {
        let rows = self.db.rows("SELECT chain, seq FROM head", &[]).await?;
        rows.iter().map(|row| Ok((CaseId(row.array(0)?), row.int(1)?))).collect()
    }

    /// What kinds of entries came to a chain after one of them.
    pub(crate) async fn kinds_since(&self, chain: CaseId, seq: i64) -> Result<BTreeSet<String>> {
        let rows = self
            .db
            .rows("SELECT DISTINCT kind FROM journal WHERE chain = $1 AND seq > $2", values![chain.0, seq])
            .await?;
        rows.iter().map(|row| row.text(0).map(str::to_owned)).collect()
    }

    /// The hypotheses of a case without OTHER, in the order they were stated.
    pub(crate) async fn hypotheses(&self, visible: &Visible, case: CaseId) -> Result<Vec<Hypothesis>> {
        let rows = self
            .db
            .rows(
                "SELECT body FROM hypothesis WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))
                 ORDER BY seq",
                values![case.0, visible.json()],
            )
            .await?;
        rows.iter().map(|row| row.json(0)).collect()
    }

    /// How many visible rows of each kind a case has: documents, claims, roots, disclosures.
    pub(crate) async fn counts(&self, visible: &Visible, case: CaseId) -> Result<[i64; 4]> {
        let mut counts = [0; 4];
        let queries = [
            "SELECT count(*) FROM document WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))",
            "SELECT count(*) FROM claim WHERE chain = $1 AND label IN (SELECT value FROM json_each($2)) AND body = ''",
            "SELECT count(*) FROM root WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))",
            "SELECT count(*) FROM disclosure WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))",
        ];
        for (count, query) in counts.iter_mut().zip(queries) {
            *count = self.db.count(query, values![case.0, visible.json()]).await?;
        }
        // What is no longer read counts where it is shown.
        counts[1] += self.kept_claims(visible, case).await?;
        Ok(counts)
    }
}
