//! Documents opened to be read: the text with all that was read in it, and the way back to the bytes that came in.

use std::collections::HashMap;

use record::document::Document;
use record::id::{CaseId, ClaimId, Sha256};
use record::label::Label;
use record::reading::Reading;
use record::viewer::Viewer;

use crate::collect::format::PassageMap;
use crate::{Casefile, CasefileError, ClaimRow, DocumentRow, Result};

/// A document opened to be read.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The document.
    pub row: DocumentRow,
    /// Its text, into which all spans point.
    pub text: String,
    /// The way back from that text to what came in; none where the text is the bytes themselves.
    pub passages: Option<PassageMap>,
    /// What was read in it.
    pub reading: Reading,
    /// Its claims, in the order of the text.
    pub claims: Vec<ClaimRow>,
}

/// What was read in a document of a case.
#[derive(Debug, Clone)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// What it demands of viewers.
    pub label: Label,
    /// What was read in it.
    pub reading: Reading,
    /// The ids in the case of the claims of that reading, by their names in it.
    pub claims: HashMap<String, ClaimId>,
}

/// What changes where something changes that a viewer sees. It is to be compared and never shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulse {
    /// A number for every case they see, and for the register.
    pub seen: Vec<i64>,
    /// Whether they see anything protected, of which every look is entered.
    pub protected: bool,
}

impl Casefile {
    /// Opens a document by its whole hash or the beginning of it.
    ///
    /// # Errors
    /// Where there is no such document that the viewer may see, or several.
    pub async fn open_document(&self, viewer: &Viewer, case: CaseId, name: &str) -> Result<Opened> {
        let visible = self.store.visible(viewer).await?;
        let (row, reading) = self.found(viewer, case, name).await?;
        let sha = row.document.sha256;
        let text = String::from_utf8_lossy(&self.store.blob(row.document.text).await?).into_owned();
        let passages = match row.document.passages {
            Some(sha) => Some(serde_json::from_slice(&self.store.blob(sha).await?)?),
            None => None,
        };
        let mut claims = self.store.claims_of(&visible, case, sha).await?;
        let what = format!("opened the document {}", sha.short());
        self.looked(viewer, case, &what, [&row.label].into_iter()).await?;
        // The same bytes under another label have claims of their own, which say the same.
        claims.retain(|claim| claim.label == row.label);
        let reading = serde_json::from_slice(&self.store.blob(reading).await?)?;
        Ok(Opened { row, text, passages, reading, claims })
    }

    /// The bytes that came in as a document.
    ///
    /// # Errors
    /// Where there is no such document that the viewer may see, or several.
    pub async fn document_bytes(&self, viewer: &Viewer, case: CaseId, name: &str) -> Result<(Document, Vec<u8>)> {
        let (row, _) = self.found(viewer, case, name).await?;
        let what = format!("took the bytes of the document {}", row.document.sha256.short());
        self.looked(viewer, case, &what, [&row.label].into_iter()).await?;
        let bytes = self.store.blob(row.document.sha256).await?;
        Ok((row.document, bytes))
    }

    /// The claim whose id begins with `name`.
    ///
    /// # Errors
    /// Where there is no such claim that the viewer may see, or several.
    pub async fn claim(&self, viewer: &Viewer, case: CaseId, name: &str) -> Result<ClaimRow> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let row = self.store.claim(&visible, case, name).await?;
        let what = format!("looked at the claim {}", row.id.short());
        self.looked(viewer, case, &what, [&row.label].into_iter()).await?;
        Ok(row)
    }

    /// What was read in the documents of a case, in the order they came.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn read_in(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<Read>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let mut ids: HashMap<Sha256, HashMap<String, ClaimId>> = HashMap::new();
        for claim in self.store.claims(&visible, case).await? {
            // The same bytes under several labels are taken under the first.
            ids.entry(claim.document.sha256).or_default().entry(claim.claim.id).or_insert(claim.id);
        }
        let mut read: Vec<Read> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (document, label, reading) in self.store.readings(&visible, case).await? {
            if seen.insert(document.sha256) {
                let claims = ids.remove(&document.sha256).unwrap_or_default();
                read.push(Read { document, label, reading, claims });
            }
        }
        self.looked(viewer, case, "looked through what was read", read.iter().map(|one| &one.label)).await?;
        Ok(read)
    }

    /// For every case that the viewer may see, and for the house register, a number that changes where something changed that
    /// they may see. It is to be compared and never shown.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn last_seen(&self, viewer: &Viewer) -> Result<Vec<(CaseId, i64)>> {
        let visible = self.store.visible(viewer).await?;
        let cases = self.store.cases(&visible).await?.into_iter().map(|(case, _)| case.id);
        let mut seen = Vec::new();
        for chain in cases.chain([CaseId::HOUSE]) {
            seen.push((chain, self.store.last_seen(&visible, chain).await?));
        }
        Ok(seen)
    }

    /// What changes where something changes that the viewer sees.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn pulse(&self, viewer: &Viewer) -> Result<Pulse> {
        let seen = self.last_seen(viewer).await?.into_iter().map(|(_, last)| last).collect();
        Ok(Pulse { seen, protected: self.store.sees_protected(viewer).await? })
    }

    async fn found(&self, viewer: &Viewer, case: CaseId, name: &str) -> Result<(DocumentRow, Sha256)> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let sha = match name.parse::<Sha256>() {
            Ok(sha) => sha,
            Err(_) => self.store.document(&visible, case, name).await?.0.sha256,
        };
        let found = self.store.opened(&visible, case, sha).await?;
        found.ok_or_else(|| CasefileError::Unknown { kind: "document", name: name.to_owned() })
    }
}
