//! Collect: bytes come in, are kept unchanged, are read, and join the case.

mod again;
mod aside;
pub(crate) mod coded;
pub mod format;

use std::collections::{BTreeSet, HashSet};

use record::document::{Document, Translation};
use record::id::{CaseId, Sha256};
use record::label::{Label, Protection};
use record::marking::{Marking, Rollup};
use record::reading::{Head, Problem, Reading};
use record::time::CivilDate;
use record::viewer::Viewer;

pub use again::Reread;
use format::{Extracted, Format, Marked};

use crate::journal::{Change, Draft};
use crate::register::SourceRow;
use crate::store::{LabelId, Seen, Written, sha256};
use crate::{Casefile, CasefileError, Result, may_write};

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
    /// The source in the house register that they come from. Its owners and its guard are theirs too.
    pub source: Option<Box<SourceRow>>,
    /// What is stated of them.
    pub given: Given,
    /// Of what they are a translation.
    pub translation: Option<Translating>,
    /// Why they were collected.
    pub why: String,
    /// What they demanded when they were set aside. What is said now is joined with it, and takes nothing off it.
    pub aside: Option<Label>,
}

/// That a document is a translation of another in the case.
#[derive(Debug, Clone)]
pub struct Translating {
    /// The hash of the original, or the beginning of it.
    pub of: String,
    /// Who translated it, or which program.
    pub by: Option<String>,
}

/// Why a document came in higher than was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The marking that it has now, as a banner.
    pub marking: String,
    /// Whether that is what it says of itself; else it is that of its original.
    pub by_itself: bool,
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
        /// Why it came in higher than was asked for, where it did.
        raised: Option<Raised>,
    },
    /// The case held it already, and nothing was done.
    Held {
        /// Its name.
        name: String,
        /// Its hash.
        sha256: Sha256,
    },
    /// It was not taken, and nothing of it is kept, since it is not known under which marking that could be.
    Refused {
        /// Its name.
        name: String,
        /// Why.
        why: CasefileError,
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
    let mut reading = match extracted.format {
        Format::Coded(coding) => coded::read(coding, &extracted.text, head),
        _ => read_up_to(LONGEST, &extracted.text, head),
    };
    let unsure = |message: &String| Problem { kind: "extraction".to_owned(), message: message.clone(), span: None };
    reading.problems.extend(extracted.notes.iter().map(unsure));
    reading
}

/// How much of a document is read, in bytes of its text: what is longer than a shelf of novels is no document but an archive, and its
/// claims would take all the memory there is.
const LONGEST: usize = 4 << 20;

/// Reads a text as far as one document may go, and says where it stopped.
fn read_up_to(most: usize, text: &str, head: Head) -> Reading {
    if text.len() <= most {
        return read::read(text, head);
    }
    // The last line that ends before, or, where there is none, the last character.
    let mut end = most;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let end = text[..end].rfind('\n').map_or(end, |line| line + 1);
    let mut reading = read::read(&text[..end], head);
    let message = format!(
        "the text has {} MB, of which the first {:.1} MB were read: split it into documents, so that all of it is",
        text.len() >> 20,
        end as f64 / f64::from(1 << 20),
    );
    let span = Some(record::span::Span::new(end, text.len()));
    reading.problems.push(Problem { kind: "length".to_owned(), message, span });
    reading
}

/// A document that was read and hashed, ready to be entered. Preparing takes all the time there is to take, and can be done
/// by many threads.
#[derive(Debug)]
pub struct Prepared {
    name: String,
    state: State,
}

#[derive(Debug)]
enum State {
    /// The case held it when it was prepared.
    Held(Sha256),
    Read(Box<Ready>),
}

#[derive(Debug)]
struct Ready {
    extracted: Extracted,
    reading: Reading,
    bytes: Written,
    text: Written,
    read: Written,
    passages: Option<Written>,
}

/// Reads a document, unless it is among those that are `held`.
///
/// # Errors
/// None that a document causes: only where what was read cannot be written down.
pub fn prepare(extracted: Extracted, given: &Given, held: &HashSet<Sha256>) -> Result<Prepared> {
    let (name, sha) = (extracted.name.clone(), sha256(&extracted.bytes));
    // What states a marking of its own may come in under another label than was looked at.
    if held.contains(&sha) && extracted.marked == Marked::default() {
        return Ok(Prepared { name, state: State::Held(sha) });
    }
    let reading = read_document(&extracted, given);
    let read = Written::new(serde_json::to_vec(&reading)?);
    let text = Written::new(extracted.text.clone().into_bytes());
    // The map of a text that is its own bytes says nothing.
    let passages = match extracted.verbatim {
        true => None,
        false => Some(Written::new(serde_json::to_vec(&extracted.passages)?)),
    };
    let bytes = Written::new(extracted.bytes.clone());
    Ok(Prepared { name, state: State::Read(Box::new(Ready { extracted, reading, bytes, text, read, passages })) })
}

impl Prepared {
    /// How many bytes of documents it holds.
    pub fn size(&self) -> usize {
        match &self.state {
            State::Held(_) => 0,
            State::Read(ready) => ready.bytes.bytes.len() + ready.read.bytes.len(),
        }
    }
}

impl Casefile {
    /// The documents that the case holds under the label that `provenance` gives, as far as the viewer can see.
    ///
    /// # Errors
    /// Where there is no such case, or the viewer could not see what comes in so.
    pub async fn held(&self, viewer: &Viewer, case: CaseId, provenance: &Provenance) -> Result<HashSet<Sha256>> {
        let visible = self.store.visible(viewer).await?;
        let (label, _) = self.label_and_original(viewer, case, provenance).await?;
        // Of a translation it is also looked at what it is one of.
        if provenance.translation.is_some() {
            return Ok(HashSet::new());
        }
        self.store.held(&visible, case, &LabelId::of(&label)?.0).await
    }

    /// Takes documents into a case, in one transaction: when this returns they are on the disk. Nobody takes in what they
    /// could not see.
    ///
    /// # Errors
    /// Where the case cannot be written.
    pub async fn collect(
        &self,
        viewer: &Viewer,
        case: CaseId,
        documents: &[Prepared],
        provenance: &Provenance,
    ) -> Result<Vec<Collected>> {
        self.settled(case, async |seen| self.collect_once(viewer, case, seen, documents, provenance).await).await
    }

    /// The label under which something comes in: what is stated of it, with the owners and the guard of its source, and no
    /// lower than what it demanded when it was set aside.
    pub(crate) fn label_for(
        &self,
        viewer: &Viewer,
        case: CaseId,
        case_label: &Label,
        provenance: &Provenance,
    ) -> Result<Label> {
        let unsaid = &provenance.aside.as_ref().unwrap_or(case_label).marking;
        let marking = provenance.marking.as_ref().map_or_else(|| unsaid.clone(), Rollup::from);
        let protection = provenance.protection.unwrap_or(Protection::Open);
        let mut label = Label::new(case, marking.clone(), provenance.owners.clone(), protection);
        if let Some(row) = &provenance.source {
            label = label.join(&Label::new(case, marking, row.source.owners.clone(), row.source.protection));
        }
        if let Some(aside) = &provenance.aside {
            label = label.join(aside);
        }
        may_write(viewer, &label)?;
        Ok(label)
    }

    /// The label under which documents come in that state none of their own, and what they are a translation of. That is
    /// nothing lower than its original.
    async fn label_and_original(
        &self,
        viewer: &Viewer,
        case: CaseId,
        provenance: &Provenance,
    ) -> Result<(Label, Option<Document>)> {
        let visible = self.store.visible(viewer).await?;
        let (_, case_label) = self.case_of(&visible, case).await?;
        let label = self.label_for(viewer, case, &case_label, provenance)?;
        let Some(translating) = &provenance.translation else { return Ok((label, None)) };
        let (original, first) = self.store.document(&visible, case, &translating.of).await?;
        // Where the original is there under a label that this one covers, that is the one that was translated.
        let labels = self.store.labels(&visible, case, original.sha256).await?;
        let its_own = labels.iter().find(|its_own| label.join(its_own) == label).unwrap_or(&first);
        let label = label.join(its_own);
        may_write(viewer, &label)?;
        Ok((label, Some(original)))
    }

    async fn collect_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        documents: &[Prepared],
        provenance: &Provenance,
    ) -> Result<Vec<Collected>> {
        let visible = self.store.visible(viewer).await?;
        let (asked, original) = self.label_and_original(viewer, case, provenance).await?;
        let plain = self.label_for(viewer, case, &self.case_of(&visible, case).await?.1, provenance)?;
        let stated = stated(&plain, provenance);
        let (mut outcomes, mut drafts, mut blobs) = (Vec::new(), Vec::new(), Vec::new());
        let mut taken: BTreeSet<Sha256> = BTreeSet::new();
        for Prepared { name, state } in documents {
            let name = name.clone();
            let ready = match state {
                State::Held(sha256) => {
                    outcomes.push(Collected::Held { name, sha256: *sha256 });
                    continue;
                }
                State::Read(ready) => ready,
            };
            let label = match own_label(viewer, &asked, &ready.extracted.marked, provenance) {
                Ok(label) => label,
                Err(why) => {
                    outcomes.push(Collected::Refused { name, why });
                    continue;
                }
            };
            let (label_id, _) = LabelId::of(&label)?;
            let raised = (label.marking != plain.marking).then(|| Raised {
                marking: disclose::marking::banner_of(&label.marking).unwrap_or_default(),
                by_itself: label.marking != asked.marking,
            });
            let sha = ready.bytes.sha;
            if original.as_ref().is_some_and(|original| original.sha256 == sha) {
                outcomes.push(Collected::Refused { name, why: CasefileError::Itself(sha.short()) });
                continue;
            }
            if let Some(original) = &original
                && self.store.holds(&visible, case, sha, &label_id).await?
            {
                let (held, _) = self.store.document(&visible, case, &sha.to_string()).await?;
                if held.translation.is_none_or(|link| link.of != original.sha256) {
                    outcomes.push(Collected::Refused { name, why: CasefileError::Unlinked(original.sha256.short()) });
                    continue;
                }
            }
            if taken.contains(&sha) || self.store.holds(&visible, case, sha, &label_id).await? {
                outcomes.push(Collected::Held { name, sha256: sha });
                continue;
            }
            taken.insert(sha);
            let source = provenance.source.as_ref().map(|row| row.source.id);
            let unfound = match label.protection {
                Protection::Protected => 0,
                _ => self.store.words_left_out(&ready.extracted.text),
            };
            let Ready { extracted, reading, bytes, text, read, passages } = ready.as_ref();
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
                language: provenance.given.language.clone().or_else(|| extracted.language.clone()),
                url: extracted.url.clone(),
                marking: raised.as_ref().map_or(&stated, |raised| &raised.marking).clone(),
                translation: original.as_ref().map(|original| Translation {
                    of: original.sha256,
                    by: provenance.translation.as_ref().and_then(|translating| translating.by.clone()),
                }),
            };
            drafts.push(Draft {
                case,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: provenance.why.clone(),
                label,
                change: Change::DocumentCollected { document: Box::new(document), reading: read.sha, source },
            });
            blobs.extend([bytes, text, read]);
            blobs.extend(passages);
            let left_out = (unfound > 0).then(|| {
                let message = format!(
                    "{unfound} of its different words have no room in the index, and no search finds it by them"
                );
                Problem { kind: "index".to_owned(), message, span: None }
            });
            outcomes.push(Collected::Added {
                name,
                sha256: sha,
                claims: reading.claims.len(),
                problems: reading.problems.iter().cloned().chain(left_out).collect(),
                raised,
            });
        }
        if !drafts.is_empty() {
            self.store.commit(case, seen, drafts, &blobs).await?;
        }
        Ok(outcomes)
    }
}

/// The marking of something that comes in under a label, as a banner: in the words in which it was stated, where these are
/// all that the label demands.
fn stated(label: &Label, provenance: &Provenance) -> String {
    match &provenance.marking {
        Some(marking) if Rollup::from(marking) == label.marking => disclose::marking::banner(marking),
        _ => disclose::marking::banner_of(&label.marking).unwrap_or_default(),
    }
}

/// The label of a document that says of itself who may see it: never lower than that.
fn own_label(viewer: &Viewer, asked: &Label, own: &Marked, provenance: &Provenance) -> Result<Label> {
    // How high something unknown is, only somebody can say who knows it.
    if !own.unknown.is_empty() && provenance.marking.is_none() {
        return Err(CasefileError::UnknownMarking(own.unknown.join("; ")));
    }
    let mut label = asked.clone();
    // What was never marked is hidden from all that are cleared for something, and a marking must not stand in for that.
    if !label.marking.is_empty() {
        label.marking = label.marking.join(&own.stated);
    }
    may_write(viewer, &label)?;
    Ok(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_a_document_is_read_as_far_as_it_goes_and_says_so() {
        let text = "The minister said that it rained.\nThe mayor said that it snowed.\nThe king said that it hailed.\n";
        let head = || Head::default();
        let whole = read_up_to(1_000, text, head());
        assert_eq!((whole.claims.len(), whole.problems.iter().any(|problem| problem.kind == "length")), (3, false));
        let part = read_up_to(70, text, head());
        assert_eq!(part.claims.len(), 2);
        let problem = part.problems.iter().find(|problem| problem.kind == "length").unwrap();
        assert!(problem.message.contains("split it into documents"), "{}", problem.message);
        assert_eq!(problem.span, Some(record::span::Span::new(65, text.len())));
    }
}
