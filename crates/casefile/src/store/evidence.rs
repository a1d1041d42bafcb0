//! Roots of evidence and their echoes, as a viewer sees them.

use std::collections::HashMap;

use record::case::Root;
use record::id::{CaseId, ClaimId};
use record::label::Label;

use super::Store;
use super::db::values;
use crate::Result;
use crate::access::Visible;

impl Store {
    /// The visible roots of a case with their labels in the order they came. Each has the claims that first spoke for it,
    /// and then the visible echoes.
    pub(crate) async fn roots(&self, visible: &Visible, case: CaseId) -> Result<Vec<(Root, Label)>> {
        let rows = self
            .db
            .rows(
                "SELECT root.body, label.body FROM root JOIN label ON label.id = root.label
                 WHERE root.chain = $1 AND root.label IN (SELECT value FROM json_each($2)) ORDER BY root.seq",
                values![case.0, visible.json()],
            )
            .await?;
        let mut roots: Vec<(Root, Label)> =
            rows.iter().map(|row| Ok((row.json(0)?, row.json(1)?))).collect::<Result<_>>()?;
        let echoes = self
            .db
            .rows(
                "SELECT echo.root, echo.claim FROM echo JOIN root ON root.id = echo.root
                 WHERE root.chain = $1 AND echo.label IN (SELECT value FROM json_each($2)) ORDER BY echo.seq",
                values![case.0, visible.json()],
            )
            .await?;
        let mut by_root: HashMap<[u8; 16], Vec<ClaimId>> = HashMap::new();
        for echo in &echoes {
            by_root.entry(echo.array(0)?).or_default().push(ClaimId(echo.array(1)?));
        }
        for (root, _) in &mut roots {
            root.claims.extend(by_root.remove(&root.id.0).unwrap_or_default());
        }
        Ok(roots)
    }
}
