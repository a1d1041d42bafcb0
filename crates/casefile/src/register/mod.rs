//! The house register: what belongs to all cases. Sources with their grades and owners, what of them is sealed, private
//! warnings, and what was said in public before.
//!
//! It has a chain of its own in the journal, under [`CaseId::HOUSE`], and its rows carry labels of no case.

mod access;
mod grade;
mod release;
mod seal;
mod warning;

use std::collections::{BTreeSet, HashMap};

use record::id::{CaseId, Sha256, SourceId};
use record::label::{Label, Protection};
use record::marking::{Marking, Rollup};
use record::reading::SourceKind;
use record::source::{Erasure, Grade, Reliability, Sealed, Source};
use record::time::Micros;
use record::viewer::Viewer;

pub use access::StatedAccess;
pub use grade::Known;
pub use release::StatedRelease;
pub use seal::{Inside, SealError, SealingKey, Unsealed};
pub use warning::{StatedWarning, WarningRow};

use crate::access::Visible;
use crate::journal::Change;
use crate::store::Written;
use crate::{Casefile, CasefileError, Result, may_write};

/// A source with all that the register has of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// The source.
    pub source: Source,
    /// What it demands of viewers.
    pub label: Label,
    /// Its marking, as a banner.
    pub marking: String,
    /// Its grades in the order they were given.
    pub grades: Vec<Grade>,
    /// What of it is sealed, in the order it was.
    pub sealed: Vec<Sealed>,
    /// Whether and when a key of it was destroyed.
    pub erased: Vec<Erasure>,
}

impl SourceRow {
    /// The grade that counts. A source that nobody graded cannot be judged.
    pub fn reliability(&self) -> Reliability {
        self.grades.last().map_or(Reliability::F, |grade| grade.reliability)
    }

    /// Whether its present key was said to be destroyed.
    pub fn is_erased(&self) -> bool {
        self.source.recipient.as_ref().is_some_and(|recipient| self.was_erased(recipient))
    }

    /// How many of what is sealed of it can be read by nobody any more.
    pub fn unreadable(&self) -> usize {
        self.sealed.iter().filter(|sealed| self.was_erased(&sealed.recipient)).count()
    }

    fn was_erased(&self, recipient: &str) -> bool {
        self.erased.iter().any(|erasure| erasure.recipient == recipient)
    }
}

/// What is stated of a source. What is not stated stays as it is.
#[derive(Debug, Clone, Default)]
pub struct StatedSource {
    /// What the house calls it.
    pub name: Option<String>,
    /// Other names under which reporting has it; added to those that are there.
    pub names: Vec<String>,
    /// What kind of source it is.
    pub kind: Option<SourceKind>,
    /// Whose it is, instead of those that are there.
    pub owners: Option<BTreeSet<String>>,
    /// How it is guarded.
    pub protection: Option<Protection>,
    /// What it can know, and how.
    pub access: Option<String>,
    /// What it may want others to believe.
    pub bias: Option<String>,
    /// The marking of its entry.
    pub marking: Option<Marking>,
    /// The public part of the key with which what belongs to it is sealed.
    pub recipient: Option<String>,
}

impl Casefile {
    /// The sources that the viewer may see, by name.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn sources(&self, viewer: &Viewer) -> Result<Vec<SourceRow>> {
        let visible = self.store.visible(viewer).await?;
        self.source_rows(&visible).await
    }

    /// The one visible source of this name, in any spelling of small and capital letters, or whose id begins so.
    ///
    /// # Errors
    /// Where there is none, or there are several.
    pub async fn source(&self, viewer: &Viewer, name: &str) -> Result<SourceRow> {
        let visible = self.store.visible(viewer).await?;
        self.source_of(&visible, name).await
    }

    /// How many documents that the viewer sees come from a source. They are kept in clear.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn documents_of_source(&self, viewer: &Viewer, row: &SourceRow) -> Result<u64> {
        let visible = self.store.visible(viewer).await?;
        Ok(self.store.documents_of(&visible, row.source.id).await?.unsigned_abs())
    }

    /// The sources of the documents of a case, as far as the viewer sees both.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn sources_of_documents(&self, viewer: &Viewer, case: CaseId) -> Result<HashMap<Sha256, SourceId>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        self.store.document_sources(&visible, case, Micros(i64::MAX)).await
    }

    pub(crate) async fn source_rows(&self, visible: &Visible) -> Result<Vec<SourceRow>> {
        let sources = self.store.sources(visible).await?;
        self.rows_of(visible, sources).await
    }

    /// The sources that had been entered by a moment, by the names and with the grades that they had then.
    pub(crate) async fn source_rows_until(&self, visible: &Visible, until: Micros) -> Result<Vec<SourceRow>> {
        let sources = self.store.sources_until(visible, until).await?;
        let mut rows = self.rows_of(visible, sources).await?;
        for row in &mut rows {
            row.grades.retain(|grade| grade.at <= until);
        }
        Ok(rows)
    }

    async fn rows_of(&self, visible: &Visible, sources: Vec<(Source, Label)>) -> Result<Vec<SourceRow>> {
        let (grades, sealed, erased) =
            (self.store.grades(visible).await?, self.store.sealed(visible).await?, self.store.erasures(visible).await?);
        Ok(sources
            .into_iter()
            .map(|(source, label)| SourceRow {
                marking: disclose::marking::banner_of(&label.marking).unwrap_or_default(),
                grades: grades.iter().filter(|grade| grade.source == source.id).cloned().collect(),
                sealed: sealed.iter().filter(|sealed| sealed.source == source.id).cloned().collect(),
                erased: erased.iter().filter(|erasure| erasure.source == source.id).cloned().collect(),
                source,
                label,
            })
            .collect())
    }

    pub(crate) async fn source_of(&self, visible: &Visible, name: &str) -> Result<SourceRow> {
        let rows = self.source_rows(visible).await?;
        let wanted = name.trim().to_lowercase();
        let called = |row: &&SourceRow| row.source.name.to_lowercase() == wanted;
        let begins = |row: &&SourceRow| row.source.id.to_string().starts_with(&wanted);
        let by = |test: &dyn Fn(&&SourceRow) -> bool| rows.iter().filter(test).collect::<Vec<&SourceRow>>();
        // An id is made by chance and a name by choice: nobody may give a source a name by which another is meant.
        let mut found = if wanted.len() >= 8 { by(&begins) } else { Vec::new() };
        if found.is_empty() {
            found = by(&called);
        }
        if found.is_empty() && wanted.len() >= 4 {
            found = by(&begins);
        }
        match found.as_slice() {
            [] => Err(CasefileError::Unknown { kind: "source", name: name.trim().to_owned() }),
            [one] => Ok((*one).clone()),
            _ => Err(CasefileError::Ambiguous { kind: "source", name: name.trim().to_owned() }),
        }
    }

    /// Enters a change to the one visible source of this name, with bytes that it cites, and gives the source as it then is.
    async fn with_source(
        &self,
        viewer: &Viewer,
        name: &str,
        why: &str,
        change: impl Fn(&SourceRow) -> Result<(Change, Option<Written>)>,
    ) -> Result<SourceRow> {
        let id = self
            .settled(CaseId::HOUSE, async |seen| {
                let visible = self.store.visible(viewer).await?;
                let row = self.source_of(&visible, name).await?;
                may_change(viewer, &row)?;
                let (change, blob) = change(&row)?;
                let blobs: Vec<&Written> = blob.iter().collect();
                self.enter(viewer, CaseId::HOUSE, seen, row.label, why, change, &blobs).await?;
                Ok(row.source.id)
            })
            .await?;
        self.source(viewer, &id.to_string()).await
    }

    /// Enters a source. Its name must not be that of another that the viewer sees.
    ///
    /// # Errors
    /// Where it has no name or one that is taken, or a protected one has no owner or no key.
    pub async fn enter_source(&self, viewer: &Viewer, stated: &StatedSource, why: &str) -> Result<SourceRow> {
        let id = SourceId::from_chance(self.seams.chance());
        let name = stated.name.as_deref().unwrap_or_default().trim().to_owned();
        if name.is_empty() {
            return Err(CasefileError::Empty("name of the source"));
        }
        self.settled(CaseId::HOUSE, async |seen| {
            let visible = self.store.visible(viewer).await?;
            free(&self.source_rows(&visible).await?, &name, None)?;
            let blank = Source {
                id,
                name: name.clone(),
                names: BTreeSet::new(),
                kind: SourceKind::None,
                owners: BTreeSet::new(),
                protection: Protection::Open,
                access: String::new(),
                bias: String::new(),
                recipient: None,
            };
            let marking = stated.marking.as_ref().map(Rollup::from).unwrap_or_default();
            let (source, label) = restated(blank, stated, marking)?;
            self.own_key(&source).await?;
            may_write(viewer, &label)?;
            let change = Change::SourceEntered { source };
            self.enter(viewer, CaseId::HOUSE, seen, label, why, change, &[]).await
        })
        .await?;
        self.source(viewer, &id.to_string()).await
    }

    /// Changes what is said of a source.
    ///
    /// # Errors
    /// Where the viewer sees no such source, could not see it any more, nothing is stated, or a protected one would have no
    /// owner or no key.
    pub async fn edit_source(
        &self,
        viewer: &Viewer,
        name: &str,
        stated: &StatedSource,
        why: &str,
    ) -> Result<SourceRow> {
        let id = self
            .settled(CaseId::HOUSE, async |seen| {
                let visible = self.store.visible(viewer).await?;
                let row = self.source_of(&visible, name).await?;
                may_change(viewer, &row)?;
                if let Some(name) = &stated.name {
                    free(&self.source_rows(&visible).await?, name.trim(), Some(row.source.id))?;
                }
                let marking = stated.marking.as_ref().map_or_else(|| row.label.marking.clone(), Rollup::from);
                // Nobody but who holds the store makes what others guard less guarded.
                if stated.marking.is_some() && marking != row.label.marking && !viewer.full {
                    return Err(CasefileError::NotOwner(row.source.name));
                }
                // What nobody owns would be gone for all others once somebody had made it theirs.
                let guard = |source: &Source| (source.owners.clone(), source.protection);
                if row.source.owners.is_empty()
                    && guard(&restated(row.source.clone(), stated, marking.clone())?.0) != guard(&row.source)
                    && !viewer.full
                {
                    return Err(CasefileError::NotOwner(row.source.name));
                }
                // What was sealed with the old key is not sealed with a new one.
                if stated.recipient.is_some() && !row.sealed.is_empty() && !row.is_erased() {
                    return Err(CasefileError::Exists { kind: "key for what is sealed of", name: row.source.name });
                }
                let (source, label) = restated(row.source.clone(), stated, marking)?;
                if source == row.source && label == row.label {
                    return Err(CasefileError::Empty("correction"));
                }
                self.own_key(&source).await?;
                may_write(viewer, &label)?;
                let id = source.id;
                let change = Change::SourceEdited { source };
                self.enter(viewer, CaseId::HOUSE, seen, label, why, change, &[]).await?;
                Ok(id)
            })
            .await?;
        self.source(viewer, &id.to_string()).await
    }
}

impl Casefile {
    /// That no other source has this one's key, whoever may see that one: to destroy it would destroy both.
    async fn own_key(&self, source: &Source) -> Result<()> {
        let Some(recipient) = &source.recipient else { return Ok(()) };
        let all = self.store.visible(&Viewer::holder("")).await?;
        let taken = |row: &SourceRow| row.source.id != source.id && row.source.recipient.as_ref() == Some(recipient);
        match self.source_rows(&all).await?.iter().any(taken) {
            true => Err(SealError::Shared.into()),
            false => Ok(()),
        }
    }
}

/// That a source is changed by one of its owners, or by whoever holds the store. What nobody owns, whoever sees it may change.
fn may_change(viewer: &Viewer, row: &SourceRow) -> Result<()> {
    let owners = &row.source.owners;
    match viewer.full || owners.is_empty() || owners.contains(&viewer.name) {
        true => Ok(()),
        false => Err(CasefileError::NotOwner(row.source.name.clone())),
    }
}

/// That no other visible source has this name.
fn free(rows: &[SourceRow], name: &str, but: Option<SourceId>) -> Result<()> {
    let wanted = name.to_lowercase();
    match rows.iter().any(|row| row.source.name.to_lowercase() == wanted && Some(row.source.id) != but) {
        true => Err(CasefileError::Exists { kind: "source", name: name.to_owned() }),
        false => Ok(()),
    }
}

/// A source with what is stated of it, and what its entry demands of viewers.
fn restated(mut source: Source, stated: &StatedSource, marking: Rollup) -> Result<(Source, Label)> {
    let said = |text: &Option<String>| text.as_deref().map(|text| text.trim().to_owned());
    if let Some(name) = said(&stated.name).filter(|name| !name.is_empty()) {
        source.name = name;
    }
    source.names.extend(stated.names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()));
    source.names.remove(&source.name);
    source.kind = stated.kind.unwrap_or(source.kind);
    source.owners = stated.owners.clone().unwrap_or(source.owners);
    source.protection = stated.protection.unwrap_or(source.protection);
    source.access = said(&stated.access).unwrap_or(source.access);
    source.bias = said(&stated.bias).unwrap_or(source.bias);
    source.recipient = stated.recipient.clone().or(source.recipient);
    if source.protection != Protection::Open && source.owners.is_empty() {
        return Err(CasefileError::NoOwner(source.name));
    }
    if source.protection == Protection::Protected && source.recipient.is_none() {
        return Err(CasefileError::NoKey(source.name));
    }
    if let Some(recipient) = &source.recipient {
        seal::recipient(recipient)?;
    }
    let label = Label::of_house(marking, source.owners.clone(), source.protection);
    Ok((source, label))
}
