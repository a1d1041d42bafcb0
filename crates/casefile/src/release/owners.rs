//! Asking owners, what they say, and lower markings.

use std::collections::BTreeSet;

use disclose::workflow::{Action, Desk, Standing, consent_hash, effective, is_same_person, line_hash, standing};
use record::id::{CaseId, DisclosureId};
use record::label::Label;
use record::marking::{Marking, Rollup};
use record::packet::AuthorityBlock;
use record::release::{Ask, Authority, Consent, Disclosure, Line, Lowering, Mode, Move, Verdict};
use record::time::Micros;
use record::viewer::Viewer;

use super::draft::number;
use super::{DisclosureRow, Whole, line_of, mark, own, place_of};
use crate::access::Visible;
use crate::journal::Change;
use crate::{Casefile, CasefileError, Result};

/// How owners are asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The line, by number or id; all lines where not named.
    pub line: Option<String>,
    /// The owner; all owners of the line where not named.
    pub owner: Option<String>,
    /// What they are told it is for.
    pub purpose: String,
    /// How the words are given to them.
    pub mode: Mode,
    /// What a partner is cleared for.
    pub clearance: Option<String>,
    /// By when an answer is needed.
    pub deadline: Option<Micros>,
    /// To whom it goes where there is none by then.
    pub escalate: Option<String>,
}

/// What an owner says.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// The owner.
    pub owner: String,
    /// What they say.
    pub verdict: Verdict,
    /// Reasons, or the other words.
    pub why: String,
    /// Until when it holds.
    pub until: Option<Micros>,
    /// The hash of the words that were read, or at least eight digits of its beginning: an owner speaks of what they saw.
    pub words: String,
}

/// A lower marking, as somebody proposes or enters it.
#[derive(Debug, Clone)]
pub struct Lowered {
    /// What the line is to be marked.
    pub to: Marking,
    /// By which right; none is a proposal.
    pub authority: Option<Authority>,
    /// For which owner.
    pub owner: Option<String>,
    /// Why.
    pub why: String,
}

/// What an owner is asked, as whoever speaks for them sees it: the line, and nothing of the rest of the draft.
#[derive(Debug, Clone)]
pub struct AskRow {
    /// The disclosure.
    pub disclosure: DisclosureId,
    /// The line.
    pub line: Line,
    /// Its mark.
    pub portion: String,
    /// To whom it would go.
    pub audience: String,
    /// Who may get it from them, where something stands above the tearline.
    pub onward: Option<String>,
    /// By which way.
    pub channel: String,
    /// What the packet would be for, be called, come from, allow and do to an older one: all that goes out around the line.
    pub around: Around,
    /// What it says of the sources of the line.
    pub sourcing: String,
    /// The ask.
    pub ask: Ask,
    /// Where the owner stands.
    pub standing: Standing,
}

/// What goes out around a line, and is agreed to with it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Around {
    /// What the disclosure is for; that does not go out.
    pub purpose: String,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who issues it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What the audience may do with it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// Until when it may not be published, as it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargo: Option<String>,
    /// From when on it is not to be relied on, as it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
    /// What it does to an older packet, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<String>,
    /// By whose authority it is classified, and until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityBlock>,
    /// What the packet says of the sources of the whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What it says of how far its judgement can be relied on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// Whether it says something of these that is kept from whoever looks, since they may not read all that it rests on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub kept_back: bool,
}

impl From<&Disclosure> for Around {
    fn from(disclosure: &Disclosure) -> Self {
        let schedule = disclosure.schedule.as_ref();
        let amends = disclosure.amends.as_ref();
        Self {
            purpose: disclosure.purpose.clone(),
            title: disclosure.title.clone(),
            issuer: disclosure.issuer.clone(),
            terms: disclosure.terms.clone(),
            embargo: schedule.and_then(|all| all.embargo.as_ref()).map(|one| one.written.clone()),
            expires: schedule.and_then(|all| all.expires.as_ref()).map(|one| one.written.clone()),
            amends: amends
                .map(|one| format!("{} the packet of {}: {}", one.how.told(), one.disclosure.short(), one.why)),
            authority: disclosure.authority.clone(),
            sources: Vec::new(),
            confidence: None,
            kept_back: false,
        }
    }
}

impl Casefile {
    /// Asks owners. Those who have said yes to a line as it stands are not asked again. Says how many were asked.
    ///
    /// # Errors
    /// Where there is no such line or owner, or the workflow refuses.
    pub async fn ask(&self, viewer: &Viewer, case: CaseId, id: &str, asked: &Asked) -> Result<(DisclosureRow, usize)> {
        let named = self.disclosure(viewer, case, id).await?;
        let lines: Vec<String> = match &asked.line {
            Some(name) => vec![line_of(&named.disclosure, name)?.id.to_string()],
            None => named.disclosure.lines.iter().map(|line| line.id.to_string()).collect(),
        };
        let mut count = 0;
        for name in lines {
            let here = self.disclosure(viewer, case, id).await?;
            let line = line_of(&here.disclosure, &name)?;
            let Some(row) = here.lines.get(place_of(&here.disclosure, line)) else { continue };
            let owners: Vec<String> = match &asked.owner {
                Some(owner) => vec![owner.clone()],
                None => {
                    let open =
                        |(_, standing): &&(String, Standing)| !matches!(standing, Standing::Concurs | Standing::Asked);
                    row.owners.iter().filter(open).map(|(owner, _)| owner.clone()).collect()
                }
            };
            for owner in owners {
                self.done(viewer, case, id, &asked.purpose, async |_, whole| {
                    let disclosure = &whole.held.disclosure;
                    let line = line_of(disclosure, &name)?;
                    let (demand, _) = behind(whole, line)?;
                    let ask = Ask {
                        line: line.id,
                        owner: owner.clone(),
                        words: consent_hash(disclosure, line, demand),
                        text: line.text.clone(),
                        portion: mark(disclose::marking::portion_of(&effective(disclosure, line, demand))),
                        mode: asked.mode,
                        purpose: asked.purpose.trim().to_owned(),
                        clearance: asked.clearance.clone(),
                        deadline: asked.deadline,
                        escalate: asked.escalate.clone(),
                        author: viewer.name.clone(),
                        at: self.seams.now(),
                    };
                    Ok(own(whole, Move::OwnerAsked { ask }))
                })
                .await?;
                count += 1;
            }
        }
        if count == 0 {
            return Err(CasefileError::NobodyToAsk);
        }
        Ok((self.disclosure(viewer, case, id).await?, count))
    }

    /// What owners are asked and have not answered, as far as the viewer sees the lines: whoever speaks for an owner need not
    /// see the rest of the draft.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn asks(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<AskRow>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let mut rows = Vec::new();
        for whole in self.all_wholes(case).await? {
            for ask in &whole.held.disclosure.asks {
                rows.extend(asked_row(&whole, ask, viewer));
            }
        }
        Ok(rows)
    }

    /// Enters what an owner says of a line, by the id of the disclosure and the number or id of the line.
    ///
    /// # Errors
    /// Where the viewer sees no such line that an owner was asked about, or the workflow refuses.
    pub async fn speak(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        line: &str,
        spoken: &Spoken,
    ) -> Result<(String, Standing)> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            self.case_of(&visible, case).await?;
            let unknown = || CasefileError::Unknown { kind: "disclosure", name: id.to_owned() };
            let wanted = id.to_ascii_lowercase();
            let mut found = Vec::new();
            for whole in self.all_wholes(case).await? {
                let named = wanted.len() >= 4 && whole.held.disclosure.id.to_string().starts_with(&wanted);
                if named && may_know(&whole, viewer) {
                    found.push(whole);
                }
            }
            let whole = match found.len() {
                0 => return Err(unknown()),
                1 => found.remove(0),
                _ => return Err(CasefileError::Ambiguous { kind: "disclosure", name: id.to_owned() }),
            };
            let disclosure = &whole.held.disclosure;
            let no_line = || CasefileError::Unknown { kind: "line", name: line.to_owned() };
            let line = line_of(disclosure, line)?;
            let (demand, label) = behind(&whole, line)?;
            if !may_read(&label, viewer, &whole.desk) {
                return Err(no_line());
            }
            let stands = consent_hash(disclosure, line, demand);
            let consent = Consent {
                line: line.id,
                owner: spoken.owner.trim().to_owned(),
                words: stands.clone(),
                verdict: spoken.verdict,
                why: spoken.why.trim().to_owned(),
                until: spoken.until,
                author: viewer.name.clone(),
                at: self.seams.now(),
            };
            let action = Action::Move(Move::OwnerSpoke { consent });
            let next = disclose::workflow::act(disclosure, &whole.demands, &whole.desk, &viewer.name, &action)?;
            let Action::Move(made) = action else { return Err(no_line()) };
            if spoken.words.len() < 8 || !stands.starts_with(&spoken.words.to_ascii_lowercase()) {
                return Err(disclose::workflow::Refusal::OtherWords.into());
            }
            // It belongs to the draft, and is entered as that is, also by somebody who sees of it no more than the line.
            let label = whole.held.label.clone();
            let change = Change::DisclosureMoved { disclosure: disclosure.id, made: Box::new(made) };
            self.enter(viewer, case, seen, label, &spoken.why, change, &[]).await?;
            let stands = standing(&next, line, demand, &spoken.owner, &whole.desk);
            Ok((line.text.clone(), stands))
        })
        .await
    }

    /// Proposes or enters a lower marking for a line.
    ///
    /// # Errors
    /// Where there is no such line, the marking is not lower, or whoever enters it may not.
    pub async fn lower(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        line: &str,
        lowered: &Lowered,
    ) -> Result<DisclosureRow> {
        self.done(viewer, case, id, &lowered.why, async |_, whole| {
            let line = line_of(&whole.held.disclosure, line)?;
            let (demand, _) = behind(whole, line)?;
            let lowering = Lowering {
                line: line.id,
                words: line_hash(line, demand),
                from: demand.inherited.clone(),
                to: Rollup::from(&lowered.to),
                authority: lowered.authority,
                owner: lowered.owner.clone(),
                why: lowered.why.trim().to_owned(),
                author: viewer.name.clone(),
                at: self.seams.now(),
            };
            Ok(own(whole, Move::MarkingLowered { lowering: Box::new(lowering) }))
        })
        .await
    }

    /// Every disclosure of a case with all of its lines: what the workflow decides on does not depend on who looks.
    pub(super) async fn all_wholes(&self, case: CaseId) -> Result<Vec<Whole>> {
        let all: Visible = self.store.visible(&Self::house()).await?;
        let mut wholes = Vec::new();
        for held in self.store.disclosures(&all, case).await? {
            wholes.push(self.whole_of(&all, case, held).await?);
        }
        Ok(wholes)
    }
}

/// Whether a viewer may know that a disclosure is there: they see it, or an ask about one of its lines.
fn may_know(whole: &Whole, viewer: &Viewer) -> bool {
    let disclosure = &whole.held.disclosure;
    let sees_ask = |ask: &Ask| asked_row(whole, ask, viewer).is_some();
    whole.held.label.visible_to(viewer) || disclosure.asks.iter().any(sees_ask)
}

/// An ask about words that still stand, as the viewer may see it.
fn asked_row(whole: &Whole, ask: &Ask, viewer: &Viewer) -> Option<AskRow> {
    let disclosure: &Disclosure = &whole.held.disclosure;
    let line = disclosure.lines.iter().find(|line| line.id == ask.line)?;
    let (demand, label) = behind(whole, line).ok()?;
    if !may_read(&label, viewer, &whole.desk)
        || ask.words != consent_hash(disclosure, line, demand)
        || disclosure.is_closed()
    {
        return None;
    }
    // Who asked is told; who else was, and what they say, is not.
    let mine =
        viewer.full || is_same_person(&ask.author, &viewer.name) || whole.desk.speaks_for(&viewer.name, &ask.owner);
    mine.then(|| AskRow {
        disclosure: disclosure.id,
        portion: mark(disclose::marking::portion_of(&effective(disclosure, line, demand))),
        audience: disclosure.audience.clone(),
        onward: disclosure.onward.clone(),
        around: around(whole, viewer),
        sourcing: demand.sourcing.clone(),
        channel: disclosure.channel.clone(),
        standing: standing(disclosure, line, demand, &ask.owner, &whole.desk),
        line: line.clone(),
        ask: ask.clone(),
    })
}

/// What goes out around the lines, as far as a viewer may read it: what is said of the sources and the confidence of the whole
/// demands what all lines together do.
fn around(whole: &Whole, viewer: &Viewer) -> Around {
    let around = Around::from(&whole.held.disclosure);
    let (sources, confidence) = (whole.sources.clone(), whole.confidence.clone());
    let all = whole.held.lines.iter().cloned().reduce(|sum, label| sum.join(&label));
    if all.is_none_or(|all| may_read(&all, viewer, &whole.desk)) {
        return Around { sources, confidence, ..around };
    }
    Around { kept_back: !sources.is_empty() || confidence.is_some(), ..around }
}

/// Whether somebody may read a line: they see all that stands behind it, or speak for whoever guards what they do not see.
fn may_read(label: &Label, viewer: &Viewer, desk: &Desk) -> bool {
    let spoken_for = |owners: &BTreeSet<String>| owners.iter().any(|owner| desk.speaks_for(&viewer.name, owner));
    let held_by = label.held_by.iter().filter(|owners| !spoken_for(owners)).cloned().collect();
    Label { held_by, ..label.clone() }.visible_to(viewer)
}

/// What stands behind a line of a draft.
fn behind<'w>(whole: &'w Whole, line: &Line) -> Result<(&'w disclose::workflow::Demand, Label)> {
    let place = place_of(&whole.held.disclosure, line);
    let both = whole.demands.get(place).zip(whole.held.lines.get(place));
    let unknown = || CasefileError::Unknown { kind: "line", name: number(&whole.held.disclosure, line).to_string() };
    both.map(|(demand, label)| (demand, label.clone())).ok_or_else(unknown)
}
