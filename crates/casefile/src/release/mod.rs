//! Release: from a draft that somebody proposes, through everyone who must agree, to a packet that anybody can verify; or
//! to the decision that nothing is said.
//!
//! What may be done next is decided by `disclose::workflow`; this room keeps the state, joins the labels, counts the roots
//! that speak for each line and compares its words with the claims behind it.
//!
//! A disclosure is guarded as all that its proposer could see of the case, so that whoever sees it sees all of its lines, and
//! nobody approves or issues a draft of which a part is hidden from them. Owners who may not see it are shown the lines that
//! they are asked about, one by one.

pub mod cover;
mod draft;
mod fidelity;
mod issue;
mod issued;
mod mandates;
mod owners;
mod register;
mod support;

use std::collections::{BTreeSet, HashMap};

use record::id::{CaseId, ClaimId, SourceId};
use record::label::{Label, Protection};
use record::marking::Rollup;
use record::release::{Disclosure, How, Line, Move};
use record::time::Micros;
use record::viewer::Viewer;

use disclose::marking;
use disclose::workflow::{self, Action, Demand, Desk, Part, Standing};

pub use draft::{Drafted, Proposal};
pub use fidelity::Fault;
pub use mandates::StatedMandate;
pub use owners::{Around, AskRow, Asked, Lowered, Spoken};
pub use register::{Shown, ShownWhat};

use crate::access::Visible;
use crate::journal::Change;
use crate::store::{ClaimRow, Held};
use crate::{Casefile, CasefileError, Result, When, may_write};

/// What stands over a draft of which a line was never marked.
const UNMARKED: &str = "NOT MARKED: a line rests on what was never marked";

/// A disclosure with what each of its lines demands, rests on and still needs.
#[derive(Debug, Clone)]
pub struct DisclosureRow {
    /// The disclosure.
    pub disclosure: Disclosure,
    /// What is to be known of each line, in their order.
    pub lines: Vec<LineRow>,
    /// The banner of the whole.
    pub banner: String,
    /// How the draft itself is marked in the house.
    pub marking: String,
    /// The hash of the draft, which an approval names.
    pub draft: String,
    /// What the packet says of the sources of the whole.
    pub sources: Vec<String>,
    /// How far its judgement can be relied on, as the packet says it.
    pub confidence: Option<String>,
    /// What stands in the way of an issue, in words; none where it could be issued now.
    pub missing: Option<String>,
}

/// What is to be known of a line.
#[derive(Debug, Clone)]
pub struct LineRow {
    /// The mark that it carries, as a portion mark.
    pub portion: String,
    /// The mark that it inherits from what stands behind it.
    pub inherited: String,
    /// What an earlier version of it demanded, as a portion mark, where that is more than it inherits now.
    pub formerly: Option<String>,
    /// Whose leave a lower marking that was entered still waits for.
    pub awaits: Vec<String>,
    /// How many independent roots speak for it.
    pub support: usize,
    /// Whether it takes back what rested on the same, so that nothing need speak for it any more.
    pub taken_back: bool,
    /// What the packet says of them beside it.
    pub sourcing: String,
    /// Every owner of a source behind it, and where they stand.
    pub owners: Vec<(String, Standing)>,
    /// Where its words say more, or less, than what stands behind them.
    pub faults: Vec<Fault>,
}

/// A disclosure with all that decisions about it are made from.
pub(crate) struct Whole {
    pub held: Held,
    pub demands: Vec<Demand>,
    pub desk: Desk,
    /// The claims behind its lines, as far as they are visible.
    pub behind: HashMap<ClaimId, ClaimRow>,
    /// What readers may know of the sources of the whole.
    pub sources: Vec<String>,
    /// How far the judgement can be relied on that its first line of that kind states, as it was when that was written.
    pub confidence: Option<String>,
}

impl Casefile {
    /// The disclosures of a case in the order they were proposed.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn disclosures(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<DisclosureRow>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let mut rows = Vec::new();
        for held in self.store.disclosures(&visible, case).await? {
            let whole = self.whole_of(&visible, case, held).await?;
            rows.push(self.row(&visible, case, &whole).await?);
        }
        Ok(rows)
    }

    /// One disclosure.
    ///
    /// # Errors
    /// Where there is none of that id that the viewer may see.
    pub async fn disclosure(&self, viewer: &Viewer, case: CaseId, id: &str) -> Result<DisclosureRow> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let whole = self.whole(&visible, case, id).await?;
        self.row(&visible, case, &whole).await
    }

    pub(crate) async fn whole(&self, visible: &Visible, case: CaseId, id: &str) -> Result<Whole> {
        let held = self.store.disclosure(visible, case, id).await?;
        self.whole_of(visible, case, held).await
    }

    async fn whole_of(&self, visible: &Visible, case: CaseId, held: Held) -> Result<Whole> {
        let desk = self.desk().await?;
        let behind = self.behind(visible, case, &held.disclosure.lines).await?;
        let sourcing = self.support(visible, case, &held.disclosure.lines, &behind).await?;
        let owned = self.owners_since(case, behind.values()).await?;
        let judged = match held.disclosure.lines.iter().any(|line| line.judgement.is_some()) {
            true => Some(self.judgement_label(visible, case).await?),
            false => None,
        };
        // What a judgement rests on may have grown since the line was written.
        let now = |(line, label): (&Line, &Label)| match &judged {
            Some(judged) if line.judgement.is_some() => label.join(judged),
            _ => label.clone(),
        };
        let labels = held.disclosure.lines.iter().zip(&held.lines).map(now);
        let confidence = held.disclosure.lines.iter().find_map(|line| line.judgement.and(line.confidence.clone()));
        let frame = sourcing.sources.iter().chain(&confidence).map(String::as_str).collect::<Vec<_>>().join(" ");
        let older = self.withdrawn_lines(case, &held.disclosure).await?;
        let mut demands = Vec::new();
        for (((mut label, line), support), told) in
            labels.zip(&held.disclosure.lines).zip(sourcing.roots).zip(sourcing.lines)
        {
            let mut parts: Vec<Part> = Vec::new();
            for id in &line.claims {
                // What is not there any more, or not visible, is a part of what was inherited then.
                let Some(row) = behind.get(id) else { continue };
                let mut own = row.label.clone();
                own.owners.extend(owned.get(id).into_iter().flatten().cloned());
                parts.push(Part { owners: owners(&own), marking: own.marking });
            }
            if let Some(judged) = judged.as_ref().filter(|_| line.judgement.is_some()) {
                parts.push(Part { marking: judged.marking.clone(), owners: owners(judged) });
            }
            label.owners.extend(line.claims.iter().filter_map(|id| owned.get(id)).flatten().cloned());
            let taken_back = takes_back(line, &older);
            let demand = demand(&label, &desk, support);
            demands.push(Demand { parts, sourcing: told, frame: frame.clone(), taken_back, ..demand });
        }
        Ok(Whole { demands, held, desk, behind, sources: sourcing.sources, confidence })
    }

    /// The lines of the packet that a disclosure withdraws; none where it withdraws none.
    async fn withdrawn_lines(&self, case: CaseId, disclosure: &Disclosure) -> Result<Vec<Line>> {
        let Some(amends) = disclosure.amends.as_ref().filter(|amends| amends.how == How::Withdraws) else {
            return Ok(Vec::new());
        };
        let all = self.store.visible(&Self::house()).await?;
        Ok(self.store.disclosure(&all, case, &amends.disclosure.to_string()).await?.disclosure.lines)
    }

    /// What the judgement of a case demands as it now stands, with whoever owns by now a source behind any claim of any root on its
    /// board: those that only echo, and those of roots that are set aside, are part of what was weighed.
    async fn judgement_label(&self, visible: &Visible, case: CaseId) -> Result<Label> {
        let board = self.board(visible, case, When::default()).await?;
        let roots = board.roots.iter().map(|one| &one.root).chain(board.set_aside.iter().map(|one| &one.root));
        let claims: BTreeSet<ClaimId> = roots.flat_map(|root| root.claims.iter().copied()).collect();
        let claims: Vec<ClaimId> = claims.into_iter().collect();
        let all = self.store.visible(&Self::house()).await?;
        let rows = self.store.claims_by_id(&all, case, &claims).await?;
        let mut label = board.label;
        label.owners.extend(self.owners_since(case, &rows).await?.into_values().flatten());
        Ok(label)
    }

    /// For each of these claims who owns, by now, the source that its document came from, where somebody does. A source may have been
    /// given an owner after its documents were collected; and whose leave is needed does not depend on who looks.
    async fn owners_since(
        &self,
        case: CaseId,
        claims: impl IntoIterator<Item = &ClaimRow>,
    ) -> Result<HashMap<ClaimId, BTreeSet<String>>> {
        let all = self.store.visible(&Self::house()).await?;
        let came_from = self.store.document_sources(&all, case, Micros(i64::MAX)).await?;
        if came_from.is_empty() {
            return Ok(HashMap::new());
        }
        let sources: HashMap<SourceId, BTreeSet<String>> =
            self.store.sources(&all).await?.into_iter().map(|(source, _)| (source.id, source.owners)).collect();
        let of_claim = |row: &ClaimRow| {
            let owners = sources.get(came_from.get(&row.document.sha256)?)?;
            Some((row.id, owners.clone()))
        };
        Ok(claims.into_iter().filter_map(of_claim).collect())
    }

    /// Decides on something to be done with a disclosure, enters it, and gives the disclosure as it then is. `decide` says
    /// what is done and under which label it stands; it is asked again where somebody else was quicker.
    pub(crate) async fn done(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        why: &str,
        decide: impl AsyncFn(&Visible, &Whole) -> Result<(Action, Label)>,
    ) -> Result<DisclosureRow> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            self.case_of(&visible, case).await?;
            let whole = self.whole(&visible, case, id).await?;
            let (action, label) = decide(&visible, &whole).await?;
            let next = workflow::act(&whole.held.disclosure, &whole.demands, &whole.desk, &viewer.name, &action)?;
            may_write(viewer, &label)?;
            let disclosure = next.id;
            let change = match action {
                Action::AddLine(_) => {
                    let Some(line) = next.lines.last().cloned() else { return Err(CasefileError::Empty("draft")) };
                    Change::LineDrafted { disclosure, line }
                }
                Action::Move(made) => Change::DisclosureMoved { disclosure, made: Box::new(made) },
                Action::Approve { .. } => {
                    let Some(approval) = next.approvals.last().cloned() else {
                        return Err(CasefileError::Empty("approval"));
                    };
                    Change::DraftApproved { disclosure, approval }
                }
                Action::Issue => return Err(CasefileError::Empty("packet")),
            };
            self.enter(viewer, case, seen, label, why, change, &[]).await?;
            let visible = self.store.visible(viewer).await?;
            let whole = self.whole(&visible, case, &disclosure.to_string()).await?;
            self.row(&visible, case, &whole).await
        })
        .await
    }

    async fn row(&self, visible: &Visible, case: CaseId, whole: &Whole) -> Result<DisclosureRow> {
        let Whole { held, demands, desk, behind, .. } = whole;
        let disclosure = &held.disclosure;
        let faults = self.faults(visible, case, disclosure, demands, behind).await?;
        let mut lines = Vec::new();
        for ((line, demand), faults) in disclosure.lines.iter().zip(demands).zip(faults) {
            let stands = |owner: &String| (owner.clone(), workflow::standing(disclosure, line, demand, owner, desk));
            lines.push(LineRow {
                portion: mark(marking::portion_of(&workflow::effective(disclosure, line, demand))),
                inherited: mark(marking::portion_of(&demand.inherited)),
                formerly: formerly(disclosure, line, demand),
                awaits: workflow::awaited(disclosure, line, demand),
                support: demand.support,
                taken_back: demand.taken_back,
                sourcing: demand.sourcing.clone(),
                owners: demand.owners.iter().map(stands).collect(),
                faults,
            });
        }
        let marks =
            disclosure.lines.iter().zip(demands).map(|(line, demand)| workflow::effective(disclosure, line, demand));
        let marks: Vec<Rollup> = marks.collect();
        let unmarked = marks.iter().any(Rollup::is_empty);
        let sum = marks.iter().fold(Rollup::default(), |sum, marking| sum.join(marking));
        let missing = match workflow::missing(disclosure, demands, desk) {
            Some(refusal) => Some(refusal.to_string()),
            None => self.uncleared(whole).await?.then(|| CasefileError::AskSecurity.to_string()),
        };
        let row = DisclosureRow {
            lines,
            // A line that was never marked is in no sum, and so there is none.
            banner: if unmarked { UNMARKED.to_owned() } else { marking::banner_of(&sum).unwrap_or_default() },
            marking: marking::banner_of(&held.label.marking).unwrap_or_default(),
            draft: workflow::draft_hash(disclosure, demands),
            sources: whole.sources.clone(),
            confidence: whole.confidence.clone(),
            missing,
            disclosure: disclosure.clone(),
        };
        Ok(match self.went_out(visible, disclosure).await? {
            Some(packet) => row.told_as_issued(packet),
            None => row,
        })
    }
}

/// Whether all that a line rests on stood behind these others.
fn takes_back(line: &Line, older: &[Line]) -> bool {
    let claims = line.claims.iter().all(|claim| older.iter().any(|old| old.claims.contains(claim)));
    claims && line.judgement.is_none_or(|judged| older.iter().any(|old| old.judgement == Some(judged)))
}

/// What a line demands, by its label.
pub(crate) fn demand(label: &Label, desk: &Desk, support: usize) -> Demand {
    let owners = owners(label);
    let partners = owners.iter().filter(|owner| desk.is_partner(owner)).cloned().collect();
    Demand { inherited: label.marking.clone(), owners, partners, support, ..Demand::default() }
}

/// Who must agree to what carries a label.
fn owners(label: &Label) -> BTreeSet<String> {
    let mut owners = label.owners.clone();
    if owners.is_empty() && label.protection > Protection::Open {
        // What is guarded and names nobody still needs somebody.
        owners.insert("an owner who is not named".to_owned());
    }
    owners
}

/// The line of a draft that somebody means: by its number from 1, or the beginning of its id.
pub(crate) fn line_of<'d>(disclosure: &'d Disclosure, name: &str) -> Result<&'d Line> {
    let name = name.trim();
    let unknown = || CasefileError::Unknown { kind: "line", name: name.to_owned() };
    if let Ok(number) = name.parse::<usize>()
        && name.len() < 4
    {
        return number.checked_sub(1).and_then(|place| disclosure.lines.get(place)).ok_or_else(unknown);
    }
    let wanted = name.to_ascii_lowercase();
    let mut found =
        disclosure.lines.iter().filter(|line| wanted.len() >= 4 && line.id.to_string().starts_with(&wanted));
    match (found.next(), found.next()) {
        (Some(line), None) => Ok(line),
        (None, _) => Err(unknown()),
        _ => Err(CasefileError::Ambiguous { kind: "line", name: name.to_owned() }),
    }
}

/// The place of a line in a draft.
pub(crate) fn place_of(disclosure: &Disclosure, line: &Line) -> usize {
    disclosure.lines.iter().take_while(|other| other.id != line.id).count()
}

/// A move under the disclosure's own label.
pub(crate) fn own(whole: &Whole, made: Move) -> (Action, Label) {
    (Action::Move(made), whole.held.label.clone())
}

/// Whether two lines share at least half of all their words.
fn is_like(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    2 * one.intersection(&other).count() >= one.union(&other).count()
}

/// What earlier versions of a line demanded, or lines like it that were taken out, where that is more than it inherits now: whoever approves it is to know that it once
/// rested on something else.
fn formerly(disclosure: &Disclosure, line: &Line, demand: &Demand) -> Option<String> {
    let like = |old: &&Line| old.id == line.id || is_like(&old.text, &line.text);
    let earlier = disclosure.former.iter().filter(like).filter_map(|old| old.label.as_ref());
    let sum = earlier.fold(demand.inherited.clone(), |sum, label| sum.join(&label.marking));
    (sum.render() != demand.inherited.render()).then(|| mark(marking::portion_of(&sum)))
}

/// A mark in words; what demands nothing has none, and says so.
fn mark(words: Option<String>) -> String {
    words.unwrap_or_else(|| "(unmarked)".to_owned())
}
