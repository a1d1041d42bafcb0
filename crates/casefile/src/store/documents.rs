//! Documents, as a viewer sees them.

use record::document::Document;
use record::id::{CaseId, Sha256};
use record::time::Micros;

use super::{LabelId, Store};
use crate::Result;
use crate::access::Visible;

/// A document of a case.
#[derive(Debug, Clone)]
pub struct DocumentRow {
    /// The document.
    pub document: Document,
    /// When it was collected.
    pub collected: Micros,
}

impl Store {
    /// Whether the case holds these bytes under this label, as far as the viewer can see. What is held under another
    /// label does not count: it could be one that they may not see.
    pub(crate) async fn holds(&self, visible: &Visible, case: CaseId, sha: Sha256, label: &LabelId) -> Result<bool> {
        let found: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM document WHERE chain = ? AND sha256 = ? AND label = ? AND label IN (SELECT value FROM json_each(?))",
        )
        .bind(case.0.as_slice())
        .bind(sha.0.as_slice())
        .bind(label.as_str())
        .bind(visible.json())
        .fetch_one(self.pool())
        .await?;
        Ok(found > 0)
    }

    /// The visible documents of a case in the order they came.
    pub(crate) async fn documents(&self, visible: &Visible, case: CaseId) -> Result<Vec<DocumentRow>> {
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "SELECT body, collected FROM document WHERE chain = ? AND label IN (SELECT value FROM json_each(?))
             ORDER BY collected, sha256, label",
        )
        .bind(case.0.as_slice())
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        rows.into_iter()
            .map(|(body, collected)| {
                Ok(DocumentRow { document: serde_json::from_str(&body)?, collected: Micros(collected) })
            })
            .collect()
    }
}
