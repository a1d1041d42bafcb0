//! Collect: bytes come in, are kept unchanged, are read, and join the case.

pub mod format;

use std::collections::BTreeSet;

use record::document::Document;
use record::id::{CaseId, Sha256};
use record::label::{Label, Protection};
use record::marking::{Marking, Rollup};
use record::reading::{Head, Problem, Reading};
use record::time::CivilDate;
use record::viewer::Viewer;

use format::Extracted;

use crate::journal::{Change, Draft};
use crate::store::{LabelId, Seen, Written, sha256};
use crate::{Casefile, Result, may_write};

/// What a person states of documents, which counts for more than what they say of themselves.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Who published them.
    pub outlet: Option<String>,
    /// When they were published.
    pub date: Option<CivilDate>,
    /// The language they are in, as an ISO 639-1 code.
    pub language: Option<String>,
}

/// What is said of the files that come in together.
#[derive(Debug, Clone, Default)]
pub struct Provenance {
    /// Their marking; the case's own where none is given.
    pub marking: Option<Marking>,
    /// Whose they are, and so who must agree before anything of them is disclosed.
    pub owners: BTreeSet<String>,
    /// How they are guarded; open where nothing is said.
    pub protection: Option<Protection>,
    /// What is stated of them.
    pub given: Given,
    /// Why they were collected.
    pub why: String,
}

/// What became of one file.
#[derive(Debug)]
pub enum Collected {
    /// It is in the case now.
    Added {
        /// Its name.
        name: String,
        /// Its hash.
        sha256: Sha256,
        /// How many claims were read in it.
        claims: usize,
        /// What the reader could not do.
        problems: Vec<Problem>,
    },
    /// The case held it already, and nothing was done.
    Held {
        /// Its name.
        name: String,
        /// Its hash.
        sha256: Sha256,
    },
}

/// Reads a document as `tearline read` shows it and as a case keeps it: there is one reading.
pub fn read_document(extracted: &Extracted, given: &Given) -> Reading {
    let head = Head {
        path: extracted.name.clone(),
        sha256: sha256(&extracted.bytes).to_string(),
        title: extracted.title.clone(),
        outlet: given.outlet.clone().or_else(|| extracted.outlet.clone()),
        date: given.date.or(extracted.date),
        language: given.language.clone().or_else(|| extracted.language.clone()),
        text: (!extracted.verbatim).then(|| extracted.text.clone()),
    };
    let mut reading = read::read(&extracted.text, head);
    let unsure = |message: &String| Problem { kind: "extraction".to_owned(), message: message.clone(), span: None };
    reading.problems.extend(extracted.notes.iter().map(unsure));
    reading
}

impl Casefile {
    /// Takes documents into a case, in one transaction: when this returns they are on the disk. Nobody takes in what they
    /// could not see.
    ///
    /// # Errors
    /// Where the case cannot be written.
    pub async fn collect(
        &self,
        viewer: &Viewer,
        case: CaseId,
        documents: &[Extracted],
        provenance: &Provenance,
    ) -> Result<Vec<Collected>> {
        self.settled(case, async |seen| self.collect_once(viewer, case, seen, documents, provenance).await).await
    }

    async fn collect_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        documents: &[Extracted],
        provenance: &Provenance,
    ) -> Result<Vec<Collected>> {
        let visible = self.store.visible(viewer).await?;
        let (_, case_label) = self.case_of(&visible, case).await?;
        let marking = provenance.marking.as_ref().map_or_else(|| case_label.marking.clone(), Rollup::from);
        let stated = match &provenance.marking {
            Some(marking) => disclose::marking::banner(marking),
            None => disclose::marking::banner_of(&marking).unwrap_or_default(),
        };
        let label =
            Label::new(case, marking, provenance.owners.clone(), provenance.protection.unwrap_or(Protection::Open));
        may_write(viewer, &label)?;
        let (label_id, _) = LabelId::of(&label)?;

        let (mut outcomes, mut drafts, mut blobs) = (Vec::new(), Vec::new(), Vec::new());
        let mut taken: BTreeSet<Sha256> = BTreeSet::new();
        for extracted in documents {
            let (name, sha) = (extracted.name.clone(), sha256(&extracted.bytes));
            if taken.contains(&sha) || self.store.holds(&visible, case, sha, &label_id).await? {
                outcomes.push(Collected::Held { name, sha256: sha });
                continue;
            }
            let reading = read_document(extracted, &provenance.given);
            taken.insert(sha);
            let text = Written::new(extracted.text.clone().into_bytes());
            let blob = Written::new(serde_json::to_vec(&reading)?);
            // The map of a text that is its own bytes says nothing.
            let passages = match extracted.verbatim {
                true => None,
                false => Some(Written::new(serde_json::to_vec(&extracted.passages)?)),
            };
            let document = Document {
                sha256: sha,
                text: text.sha,
                passages: passages.as_ref().map(|passages| passages.sha),
                extractor: extracted.format.extractor().to_owned(),
                name: name.clone(),
                title: reading.document.title.clone(),
                outlet: reading.document.outlet.clone(),
                author: extracted.author.clone(),
                date: reading.document.date,
                url: extracted.url.clone(),
                marking: stated.clone(),
            };
            drafts.push(Draft {
                case,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: provenance.why.clone(),
                label: label.clone(),
                change: Change::DocumentCollected { document, reading: blob.sha },
            });
            blobs.extend([Written { sha, bytes: extracted.bytes.clone() }, text, blob]);
            blobs.extend(passages);
            outcomes.push(Collected::Added {
                name,
                sha256: sha,
                claims: reading.claims.len(),
                problems: reading.problems,
            });
        }
        if !drafts.is_empty() {
            self.store.commit(case, seen, drafts, &blobs).await?;
        }
        Ok(outcomes)
    }
}
