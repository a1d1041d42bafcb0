//! All state of the house: what came in, what was read in it, what follows, what was said, and the journal of all that.
//!
//! A [`Casefile`] is one store. Every call takes the [`Viewer`] on whose behalf it is made; what that viewer may not
//! see is, for that call, not there. The room knows no terminal, no network, no environment and no home folder: clock
//! and chance are brought by the caller as [`Seams`].

mod access;
pub mod account;
mod collect;
mod error;
mod export;
mod journal;
mod judge;
pub mod link;
mod opened;
pub mod register;
pub mod release;
pub mod review;
mod seams;
pub mod search;
mod store;

use std::sync::Arc;

use record::case::Case;
use record::id::CaseId;
use record::label::{Label, Protection};
use record::marking::{Marking, Rollup};
use record::time::Micros;
use record::viewer::Viewer;

pub use collect::{
    Collected, Given, Prepared, Provenance, Raised, Reread, Translating, format, prepare, read_document,
};
pub use error::{CasefileError, Result};
pub use journal::{LogRow, Progress};
pub use judge::{
    Affected, Assumption, CaseScore, Changed, Elsewhere, Forecasts, Frame, Happened, History, IndicatorRow, LeftOut,
    Moment, Moved, Mover, Proposed, Repeated, Score, Scores, Sensitivity, SetAside, Standing, Stated, StatedIndicator,
    Supposed, Supposition, TrustShown, Weighable, Weighing, When, proposed_credibility,
};
pub use opened::{Opened, Pulse, Read};
pub use release::{DisclosureRow, Proposal};
pub use seams::Seams;
pub use store::{AsideRow, ClaimRow, DocumentRow, FACETS, Place};
pub use weigh::v1::WeighError;

use crate::access::Visible;
use crate::journal::{Change, Draft};
use crate::store::{Seen, Store, Written};

/// An open store of cases.
#[derive(Clone)]
pub struct Casefile {
    store: Store,
    seams: Arc<dyn Seams>,
    /// Where a chain ended that nothing may have been entered in since.
    pinned: Option<(CaseId, Seen)>,
    /// Whether looks at protected material are entered.
    audited: bool,
    /// What the adversary's chair took apart last.
    apart: release::cover::Kept,
}

/// A case with what a viewer sees in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub case: Case,
    /// Its marking, as a banner.
    pub marking: String,
    /// How many documents.
    pub documents: i64,
    /// How many claims.
    pub claims: i64,
    /// How many roots of evidence.
    pub roots: i64,
    /// How many disclosures.
    pub disclosures: i64,
}

/// Whether a case file is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Everything that is wrong, in words; empty where it is whole.
    pub faults: Vec<String>,
    /// The cases that the viewer sees.
    pub cases: Vec<CaseRow>,
}

impl Casefile {
    /// Opens the store at `place`.
    ///
    /// # Errors
    /// Where there is none, or the file is something else, newer, or damaged.
    pub async fn open(place: &Place, seams: Arc<dyn Seams>) -> Result<Self> {
        Ok(Self {
            store: Store::open(place, false).await?,
            seams,
            pinned: None,
            audited: false,
            apart: Default::default(),
        })
    }

    /// Opens the store at `place`, and makes it where there is none.
    ///
    /// # Errors
    /// Where the file is something else, newer, or damaged, or cannot be made.
    pub async fn open_or_create(place: &Place, seams: Arc<dyn Seams>) -> Result<Self> {
        Ok(Self {
            store: Store::open(place, true).await?,
            seams,
            pinned: None,
            audited: false,
            apart: Default::default(),
        })
    }

    /// The same store as it stands now in one case (or, for [`CaseId::HOUSE`], in the register): a change through it is
    /// entered only if nothing was entered there in the meantime, and fails with [`CasefileError::Moved`] else. So
    /// somebody can look at what is there, and change that and nothing else.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn pinned(&self, chain: CaseId) -> Result<Self> {
        let seen = self.store.seen(chain).await?;
        Ok(Self { pinned: Some((chain, seen)), ..self.clone() })
    }

    /// Closes the store. What was committed is on the disk already.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Opens a case. `marking` is the case's own, and that of what is collected without another.
    ///
    /// # Errors
    /// Where the question has no words.
    pub async fn new_case(&self, viewer: &Viewer, question: &str, marking: &Marking) -> Result<Case> {
        let question = question.trim();
        if question.is_empty() {
            return Err(CasefileError::Empty("question"));
        }
        let id = CaseId::from_chance(self.seams.chance());
        let case = Case { id, question: question.to_owned(), opened: self.seams.now(), author: viewer.name.clone() };
        let label = Label::new(id, Rollup::from(marking), Default::default(), Protection::Open);
        may_write(viewer, &label)?;
        let seen = self.store.seen(id).await?;
        self.enter(viewer, id, seen, label, "opened", Change::CaseOpened { case: case.clone() }, &[]).await?;
        Ok(case)
    }

    /// The cases that the viewer may see, the oldest first.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn cases(&self, viewer: &Viewer) -> Result<Vec<CaseRow>> {
        let visible = self.store.visible(viewer).await?;
        let mut rows = Vec::new();
        for (case, label) in self.store.cases(&visible).await? {
            let [documents, claims, roots, disclosures] = self.store.counts(&visible, case.id).await?;
            let marking = disclose::marking::banner_of(&label.marking).unwrap_or_default();
            rows.push(CaseRow { case, marking, documents, claims, roots, disclosures });
        }
        Ok(rows)
    }

    /// The case whose id begins with `name`; without a name, the only one.
    ///
    /// # Errors
    /// Where none fits that the viewer may see, or several do.
    pub async fn case(&self, viewer: &Viewer, name: Option<&str>) -> Result<Case> {
        let visible = self.store.visible(viewer).await?;
        let mut cases: Vec<Case> = self.store.cases(&visible).await?.into_iter().map(|(case, _)| case).collect();
        if let Some(name) = name {
            let wanted = name.to_ascii_lowercase();
            cases.retain(|case| wanted.len() >= 4 && case.id.to_string().starts_with(&wanted));
            return match cases.len() {
                0 => Err(CasefileError::Unknown { kind: "case", name: name.to_owned() }),
                1 => Ok(cases.remove(0)),
                _ => Err(CasefileError::Ambiguous { kind: "case", name: name.to_owned() }),
            };
        }
        match cases.len() {
            0 => Err(CasefileError::NoCase),
            1 => Ok(cases.remove(0)),
            _ => {
                let lines: Vec<String> =
                    cases.iter().map(|case| format!("  #{}  {}", case.id.short(), case.question)).collect();
                Err(CasefileError::SeveralCases(lines.join("\n")))
            }
        }
    }

    /// The documents of a case in the order they came.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn documents(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<DocumentRow>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        self.store.documents(&visible, case).await
    }

    /// The claims of a case: by document in the order they came, and in each in the order of the text.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn claims(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<ClaimRow>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let claims = self.store.claims(&visible, case).await?;
        self.looked(viewer, case, "listed claims", claims.iter().map(|row| &row.label)).await?;
        Ok(claims)
    }

    /// When the last entry of a case was made, where that lies behind the present of the clock that is brought here: one of
    /// the clocks that entries were made by went wrong. Only for a viewer with full rights, since others may not see that
    /// entry.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn ahead_of_clock(&self, viewer: &Viewer, case: CaseId) -> Result<Option<Micros>> {
        if !viewer.full {
            return Ok(None);
        }
        let last = self.store.last_moment(case).await?;
        Ok(last.filter(|last| *last > self.seams.now()))
    }

    /// Whether the store is whole: the chain of the journal, the bytes it cites, its labels; and with `rebuild` also
    /// that the journal makes the very tables that are there. A viewer without full rights learns whether it is whole,
    /// and not how much of it there is.
    ///
    /// # Errors
    /// Where the store cannot be read at all.
    pub async fn check(&self, viewer: &Viewer, rebuild: bool) -> Result<Checked> {
        let told = |found: Result<Vec<String>>| match found {
            Err(CasefileError::Damaged(fault)) => Ok(vec![fault]),
            found => found,
        };
        let mut faults = told(journal::check::faults(&self.store).await)?;
        if rebuild && faults.is_empty() {
            faults = told(journal::rebuild::differences(&self.store).await)?;
        }
        if !viewer.full && !faults.is_empty() {
            faults = vec!["the case file is damaged; whoever holds it can see where".to_owned()];
        }
        // Of a damaged store the cases may not be readable either, and that is told already.
        let cases = match self.cases(viewer).await {
            Err(CasefileError::Damaged(_)) if !faults.is_empty() => Vec::new(),
            cases => cases?,
        };
        Ok(Checked { faults, cases })
    }

    /// The case `id` with its label.
    async fn case_of(&self, visible: &Visible, id: CaseId) -> Result<(Case, Label)> {
        let cases = self.store.cases(visible).await?;
        let unknown = || CasefileError::Unknown { kind: "case", name: id.to_string() };
        cases.into_iter().find(|(case, _)| case.id == id).ok_or_else(unknown)
    }

    #[expect(clippy::too_many_arguments, reason = "an entry of the journal has that many parts")]
    async fn enter(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        label: Label,
        why: &str,
        change: Change,
        blobs: &[&Written],
    ) -> Result<()> {
        let draft =
            Draft { case, author: viewer.name.clone(), at: self.seams.now(), why: why.to_owned(), label, change };
        self.store.commit(case, seen, vec![draft], blobs).await
    }

    /// Decides and enters. What is decided on is read after the end of the chain was looked at, and entered only if the
    /// chain still ends there; else it is read and decided anew.
    async fn settled<T>(&self, case: CaseId, decide: impl AsyncFn(Seen) -> Result<T>) -> Result<T> {
        const TRIES: usize = 100;
        if let Some((_, seen)) = self.pinned.filter(|(chain, _)| *chain == case) {
            return decide(seen).await;
        }
        for _ in 1..TRIES {
            let seen = self.store.seen(case).await?;
            match decide(seen).await {
                Err(CasefileError::Moved) => {}
                settled => return settled,
            }
        }
        Err(CasefileError::Moved)
    }
}

/// That whoever writes something may see it. A row that its writer could not see would be held, or not, without their
/// knowing; and that they must not learn.
fn may_write(viewer: &Viewer, label: &Label) -> Result<()> {
    if label.visible_to(viewer) {
        return Ok(());
    }
    let marking = disclose::marking::banner_of(&label.marking).unwrap_or_default();
    Err(CasefileError::Above(marking, viewer.name.clone()))
}

impl std::fmt::Debug for Casefile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Casefile").field("place", self.store.place()).finish_non_exhaustive()
    }
}
