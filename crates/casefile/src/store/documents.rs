//! Documents, as a viewer sees them.

use std::collections::HashSet;

use record::document::Document;
use record::id::{CaseId, Sha256};
use record::label::Label;
use record::reading::Reading;
use record::time::Micros;

use super::claims::range;
use super::db::{Row, values};
use super::{LabelId, Store};
use crate::access::Visible;
use crate::{CasefileError, Result};

/// A document of a case.
#[derive(Debug, Clone)]
pub struct DocumentRow {
    /// The document.
    pub document: Document,
    /// When it was collected.
    pub collected: Micros,
    /// What it demands of viewers.
    pub label: Label,
}

/// A document with the blob that holds its reading, and what it demands of viewers.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub document: Document,
    pub label: Label,
    pub reading: Sha256,
}

impl Store {
    /// The visible documents of a case with their readings, in the order they came, once for every label.
    pub(crate) async fn kept(&self, visible: &Visible, case: CaseId) -> Result<Vec<Kept>> {
        let rows = self
            .db
            .rows(
                "SELECT document.body, label.body, document.reading FROM document JOIN label ON label.id = document.label
                 WHERE document.chain = $1 AND document.label IN (SELECT value FROM json_each($2))
                 ORDER BY document.seq",
                values![case.0, visible.json()],
            )
            .await?;
        rows.iter()
            .map(|row| Ok(Kept { document: row.json(0)?, label: row.json(1)?, reading: Sha256(row.array(2)?) }))
            .collect()
    }

    /// Whether the case holds these bytes under this label, as far as the viewer can see. What is held under another
    /// label does not count: it could be one that they may not see.
    pub(crate) async fn holds(&self, visible: &Visible, case: CaseId, sha: Sha256, label: &LabelId) -> Result<bool> {
        let found = self
            .db
            .count(
                "SELECT count(*) FROM document WHERE chain = $1 AND sha256 = $2 AND label = $3
                 AND label IN (SELECT value FROM json_each($4))",
                values![case.0, sha.0, label.as_str(), visible.json()],
            )
            .await?;
        Ok(found > 0)
    }

    /// The readings of the visible documents of a case with what each document demands of viewers, in the order they came.
    pub(crate) async fn readings(&self, visible: &Visible, case: CaseId) -> Result<Vec<(Document, Label, Reading)>> {
        let mut found = Vec::new();
        for Kept { document, label, reading } in self.kept(visible, case).await? {
            found.push((document, label, serde_json::from_slice(&self.blob(reading).await?)?));
        }
        Ok(found)
    }

    /// The documents of a case under one label, if the viewer may see that.
    pub(crate) async fn held(&self, visible: &Visible, case: CaseId, label: &LabelId) -> Result<HashSet<Sha256>> {
        let rows = self
            .db
            .rows(
                "SELECT sha256 FROM document WHERE chain = $1 AND label = $2 AND label IN (SELECT value FROM json_each($3))",
                values![case.0, label.as_str(), visible.json()],
            )
            .await?;
        rows.iter().map(|row| Ok(Sha256(row.array(0)?))).collect()
    }

    /// The one visible document whose hash begins with `prefix`, with its label. The same bytes under several labels are
    /// taken under the first.
    pub(crate) async fn document(&self, visible: &Visible, case: CaseId, prefix: &str) -> Result<(Document, Label)> {
        let unknown = || CasefileError::Unknown { kind: "document", name: prefix.to_owned() };
        let (low, high) = range::<32>(prefix).ok_or_else(unknown)?;
        let rows = self
            .db
            .rows(
                "SELECT document.sha256, document.body, label.body FROM document JOIN label ON label.id = document.label
                 WHERE document.chain = $1 AND document.label IN (SELECT value FROM json_each($2))
                 AND document.sha256 BETWEEN $3 AND $4 ORDER BY document.seq",
                values![case.0, visible.json(), low, high],
            )
            .await?;
        let mut found: Vec<(Sha256, Document, Label)> = Vec::new();
        for row in &rows {
            let sha = Sha256(row.array(0)?);
            if !found.iter().any(|(one, ..)| *one == sha) {
                found.push((sha, row.json(1)?, row.json(2)?));
            }
        }
        match (found.pop(), found.is_empty()) {
            (Some((_, document, label)), true) => Ok((document, label)),
            (None, _) => Err(unknown()),
            _ => Err(CasefileError::Ambiguous { kind: "document", name: prefix.to_owned() }),
        }
    }

    /// A visible document by its whole hash, under the oldest of its labels that are visible, with the blob of its reading.
    pub(crate) async fn opened(
        &self,
        visible: &Visible,
        case: CaseId,
        sha: Sha256,
    ) -> Result<Option<(DocumentRow, Sha256)>> {
        let row = self
            .db
            .row(
                "SELECT document.body, document.collected, label.body, document.reading FROM document
                 JOIN label ON label.id = document.label
                 WHERE document.chain = $1 AND document.sha256 = $2
                 AND document.label IN (SELECT value FROM json_each($3))
                 ORDER BY document.seq",
                values![case.0, sha.0, visible.json()],
            )
            .await?;
        let shown = |row: &Row| {
            let opened = DocumentRow { document: row.json(0)?, collected: Micros(row.int(1)?), label: row.json(2)? };
            Ok((opened, Sha256(row.array(3)?)))
        };
        row.as_ref().map(shown).transpose()
    }

    /// What a document demands of viewers, under each of its labels that is visible, the oldest first.
    pub(crate) async fn labels(&self, visible: &Visible, case: CaseId, sha: Sha256) -> Result<Vec<Label>> {
        let rows = self
            .db
            .rows(
                "SELECT label.body FROM document JOIN label ON label.id = document.label
                 WHERE document.chain = $1 AND document.sha256 = $2
                 AND document.label IN (SELECT value FROM json_each($3))
                 ORDER BY document.seq",
                values![case.0, sha.0, visible.json()],
            )
            .await?;
        rows.iter().map(|row| row.json(0)).collect()
    }

    /// The visible documents of a case in the order they came.
    pub(crate) async fn documents(&self, visible: &Visible, case: CaseId) -> Result<Vec<DocumentRow>> {
        let rows = self
            .db
            .rows(
                "SELECT document.body, document.collected, label.body FROM document
                 JOIN label ON label.id = document.label
                 WHERE document.chain = $1 AND document.label IN (SELECT value FROM json_each($2)) ORDER BY document.seq",
                values![case.0, visible.json()],
            )
            .await?;
        let shown =
            |row: &Row| Ok(DocumentRow { document: row.json(0)?, collected: Micros(row.int(1)?), label: row.json(2)? });
        rows.iter().map(shown).collect()
    }
}
