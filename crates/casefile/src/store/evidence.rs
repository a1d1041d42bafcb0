//! Roots of evidence and their echoes, as a viewer sees them.

use std::collections::HashMap;

use record::case::Root;
use record::id::{CaseId, ClaimId};
use record::label::Label;
use record::time::Micros;

use super::Store;
use super::db::values;
use crate::Result;
use crate::access::Visible;

impl Store {
    /// The visible roots of a case in the order they came, each with the claims that first spoke for it and then the visible
    /// echoes. The label is what the root demands without its echoes: what is said of a root is said to all who see it.
    pub(crate) async fn roots(&self, visible: &Visible, case: CaseId) -> Result<Vec<(Root, Label)>> {
        let roots = self.with_echoes(visible, case, Micros(i64::MAX)).await?;
        Ok(roots.into_iter().map(|(root, label, _)| (root, label)).collect())
    }

    /// The visible roots that were entered up to a moment, with the echoes that had been, in the order they came. The label is
    /// what whatever is computed from them demands: that of the root and those of its echoes.
    pub(crate) async fn roots_until(
        &self,
        visible: &Visible,
        case: CaseId,
        until: Micros,
    ) -> Result<Vec<(Root, Label)>> {
        let roots = self.with_echoes(visible, case, until).await?;
        let whole = |(root, label, echoes): (Root, Label, Vec<Label>)| {
            (root, echoes.iter().fold(label, |label, echo| label.join(echo)))
        };
        Ok(roots.into_iter().map(whole).collect())
    }

    async fn with_echoes(
        &self,
        visible: &Visible,
        case: CaseId,
        until: Micros,
    ) -> Result<Vec<(Root, Label, Vec<Label>)>> {
        let rows = self
            .db
            .rows(
                "SELECT root.body, label.body FROM root JOIN label ON label.id = root.label
                 WHERE root.chain = $1 AND root.label IN (SELECT value FROM json_each($2)) AND root.added <= $3
                 ORDER BY root.seq",
                values![case.0, visible.json(), until.0],
            )
            .await?;
        let echoes = self
            .db
            .rows(
                "SELECT echo.root, echo.claim, label.body FROM echo JOIN root ON root.id = echo.root
                 JOIN label ON label.id = echo.label
                 WHERE root.chain = $1 AND echo.label IN (SELECT value FROM json_each($2)) AND echo.added <= $3
                 ORDER BY echo.seq",
                values![case.0, visible.json(), until.0],
            )
            .await?;
        let mut by_root: HashMap<[u8; 16], (Vec<ClaimId>, Vec<Label>)> = HashMap::new();
        for echo in &echoes {
            let (claims, labels) = by_root.entry(echo.array(0)?).or_default();
            claims.push(ClaimId(echo.array(1)?));
            labels.push(echo.json(2)?);
        }
        let mut roots = Vec::with_capacity(rows.len());
        for row in &rows {
            let mut root: Root = row.json(0)?;
            let (claims, labels) = by_root.remove(&root.id.0).unwrap_or_default();
            root.claims.extend(claims);
            roots.push((root, row.json(1)?, labels));
        }
        Ok(roots)
    }
}
