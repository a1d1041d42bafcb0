//! Roots of evidence and their echoes, as a viewer sees them.

use std::collections::HashMap;

use record::case::Root;
use record::id::{CaseId, ClaimId};
use record::label::Label;

use super::Store;
use crate::access::Visible;
use crate::{CasefileError, Result};

impl Store {
    /// The visible roots of a case with their labels in the order they came. Each has the claims that first spoke for it,
    /// and then the visible echoes.
    pub(crate) async fn roots(&self, visible: &Visible, case: CaseId) -> Result<Vec<(Root, Label)>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT root.body, label.body FROM root JOIN label ON label.id = root.label
             WHERE root.chain = ? AND root.label IN (SELECT value FROM json_each(?)) ORDER BY root.added, root.id",
        )
        .bind(case.0.as_slice())
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        let mut roots: Vec<(Root, Label)> = rows
            .into_iter()
            .map(|(root, label)| Ok((serde_json::from_str(&root)?, serde_json::from_str(&label)?)))
            .collect::<Result<_>>()?;
        let echoes: Vec<(Vec<u8>, Vec<u8>)> = sqlx::query_as(
            "SELECT echo.root, echo.claim FROM echo JOIN root ON root.id = echo.root
             WHERE root.chain = ? AND echo.label IN (SELECT value FROM json_each(?)) ORDER BY echo.added, echo.claim",
        )
        .bind(case.0.as_slice())
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        let mut by_root: HashMap<[u8; 16], Vec<ClaimId>> = HashMap::new();
        for (root, claim) in echoes {
            let damaged = |_| CasefileError::Damaged("an echo's id is not 16 bytes".into());
            by_root
                .entry(root.try_into().map_err(damaged)?)
                .or_default()
                .push(ClaimId(claim.try_into().map_err(damaged)?));
        }
        for (root, _) in &mut roots {
            root.claims.extend(by_root.remove(&root.id.0).unwrap_or_default());
        }
        Ok(roots)
    }
}
