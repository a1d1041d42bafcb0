//! Collect: bytes come in, are kept unchanged, are read, and join the case.

mod extract;

use std::collections::BTreeSet;

use record::document::Document;
use record::id::{CaseId, Sha256};
use record::label::{Label, Protection};
use record::marking::{Marking, Rollup};
use record::reading::{Head, Problem, Reading};
use record::time::CivilDate;
use record::viewer::Viewer;

pub use extract::{ExtractError, Extracted, extract};

use crate::journal::{Change, Draft};
use crate::store::{LabelId, Seen, Written, sha256};
use crate::{Casefile, Result, may_write};

/// The name and version of what makes text of bytes.
pub const EXTRACTOR: &str = "text-1";

/// A file that comes in.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The name it comes under.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
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
    /// Who published them.
    pub outlet: Option<String>,
    /// When they were published.
    pub date: Option<CivilDate>,
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
    /// It could not be read, and was left out.
    Refused {
        /// Its name.
        name: String,
        /// Why.
        reason: ExtractError,
    },
}

/// Reads bytes as `tearline read` shows them and as a case keeps them: there is one reading.
///
/// # Errors
/// Where the bytes are not text.
pub fn read_bytes(
    name: &str,
    bytes: &[u8],
    outlet: Option<&str>,
    date: Option<CivilDate>,
) -> std::result::Result<(Extracted, Reading), ExtractError> {
    let extracted = extract(bytes)?;
    let head = Head {
        path: name.to_owned(),
        sha256: sha256(bytes).to_string(),
        title: None,
        outlet: outlet.map(str::to_owned),
        date,
        language: None,
        text: (!extracted.verbatim).then(|| extracted.text.clone()),
    };
    let reading = read::read(&extracted.text, head);
    Ok((extracted, reading))
}

impl Casefile {
    /// Takes files into a case, all those that can be read, in one transaction: when this returns they are on the disk.
    /// Nobody takes in what they could not see.
    ///
    /// # Errors
    /// Where the case cannot be written; a file that cannot be read is an outcome and not an error.
    pub async fn collect(
        &self,
        viewer: &Viewer,
        case: CaseId,
        files: &[Incoming],
        provenance: &Provenance,
    ) -> Result<Vec<Collected>> {
        self.settled(case, async |seen| self.collect_once(viewer, case, seen, files, provenance).await).await
    }

    async fn collect_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        files: &[Incoming],
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
        for Incoming { name, bytes } in files {
            let (name, sha) = (name.clone(), sha256(bytes));
            if taken.contains(&sha) || self.store.holds(&visible, case, sha, &label_id).await? {
                outcomes.push(Collected::Held { name, sha256: sha });
                continue;
            }
            let (extracted, reading) = match read_bytes(&name, bytes, provenance.outlet.as_deref(), provenance.date) {
                Ok(read) => read,
                Err(reason) => {
                    outcomes.push(Collected::Refused { name, reason });
                    continue;
                }
            };
            taken.insert(sha);
            let text = Written::new(extracted.text.into_bytes());
            let blob = Written::new(serde_json::to_vec(&reading)?);
            let document = Document {
                sha256: sha,
                text: text.sha,
                extractor: EXTRACTOR.to_owned(),
                name: name.clone(),
                title: reading.document.title.clone(),
                outlet: reading.document.outlet.clone(),
                date: reading.document.date,
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
            blobs.extend([Written { sha, bytes: bytes.clone() }, text, blob]);
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
