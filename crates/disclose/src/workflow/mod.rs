//! The state machine of consent: from a proposal through its draft and approvals to the issue.
//!
//! It is pure. [`act`] takes a disclosure as it stands, who acts and what they do, and returns the disclosure as it
//! then stands, or the reason why not. It knows no clock and no store; whoever calls it journals what it returns.
//!
//! What it guarantees, whatever the order of actions: no line without words or without claims, no change after the
//! issue, and no issue that somebody who did not write it has not approved word for word, or whose audience may not
//! see what stands behind each of its lines.

mod draft;
mod person;
mod refusal;
mod showable;

use std::collections::BTreeSet;

use record::id::{ClaimId, LineId};
use record::marking::{Clearance, Rollup};
use record::release::{Approval, Disclosure, Line};
use record::time::Micros;

pub use draft::draft_hash;
pub use person::is_same_person;
pub use refusal::{Breach, Refusal};
pub use showable::hidden_character;

use crate::marking::portion_of;

/// What somebody does with a disclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Adds a line at the end of the draft.
    AddLine {
        /// The line's id, which no other line of the draft may have.
        id: LineId,
        /// Its words. White space around them is dropped.
        text: String,
        /// The claims behind them, at least one.
        claims: Vec<ClaimId>,
    },
    /// Agrees to the draft.
    Approve {
        /// The [`draft_hash`] of the draft that was read.
        draft: String,
        /// When.
        at: Micros,
    },
    /// Issues the draft.
    Issue {
        /// What each line demands, in the order of the lines: the join over every claim behind it.
        markings: Vec<Rollup>,
        /// Who owns a source behind each line, in the same order, and so must have agreed.
        owners: Vec<BTreeSet<String>>,
    },
}

/// The disclosure after `actor` has done `action`.
///
/// # Errors
/// A [`Refusal`]; the disclosure is then as it was.
pub fn act(disclosure: &Disclosure, actor: &str, action: &Action) -> Result<Disclosure, Refusal> {
    if person::key(actor).is_empty() {
        return Err(Refusal::NoName);
    }
    if disclosure.issued {
        return Err(Refusal::Issued);
    }
    let mut next = disclosure.clone();
    match action {
        Action::AddLine { id, text, claims } => {
            let author = actor.trim().to_owned();
            let line = Line { id: *id, text: text.trim().to_owned(), claims: claims.clone(), author };
            sound(&line)?;
            if disclosure.lines.iter().any(|other| other.id == *id) {
                return Err(Refusal::LineExists);
            }
            next.lines.push(line);
        }
        Action::Approve { draft, at } => {
            complete(disclosure)?;
            may_approve(disclosure, actor, draft)?;
            next.approvals.push(Approval { author: actor.trim().to_owned(), at: *at, draft: draft.clone() });
        }
        Action::Issue { markings, owners } => {
            may_go_out(disclosure, markings)?;
            agreed(disclosure, owners)?;
            approved(disclosure)?;
            next.issued = true;
        }
    }
    Ok(next)
}

/// Whether `name` proposed the disclosure or wrote any of its lines.
pub fn is_author(disclosure: &Disclosure, name: &str) -> bool {
    let lines = disclosure.lines.iter().map(|line| line.author.as_str());
    lines.chain([disclosure.author.as_str()]).any(|author| is_same_person(author, name))
}

fn sound(line: &Line) -> Result<(), Refusal> {
    if !line.text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::NoText);
    }
    if let Some(character) = hidden_character(&line.text) {
        return Err(Refusal::Hidden(character));
    }
    if line.claims.is_empty() {
        return Err(Refusal::NoClaims);
    }
    Ok(())
}

/// Whether there is a draft that could go out. Lines are looked at again, since they may come from a store.
fn complete(disclosure: &Disclosure) -> Result<(), Refusal> {
    if disclosure.lines.is_empty() {
        return Err(Refusal::NoLines);
    }
    let heading = [&disclosure.purpose, &disclosure.audience, &disclosure.channel];
    if let Some(character) = heading.into_iter().find_map(|text| hidden_character(text)) {
        return Err(Refusal::Hidden(character));
    }
    disclosure.lines.iter().try_for_each(sound)
}

fn may_approve(disclosure: &Disclosure, actor: &str, draft: &str) -> Result<(), Refusal> {
    if is_author(disclosure, actor) {
        return Err(Refusal::Author(actor.trim().to_owned()));
    }
    if draft != draft_hash(disclosure) {
        return Err(Refusal::OtherDraft);
    }
    let again = |approval: &Approval| approval.draft == draft && is_same_person(&approval.author, actor);
    if disclosure.approvals.iter().any(again) {
        return Err(Refusal::Again(actor.trim().to_owned()));
    }
    Ok(())
}

fn approved(disclosure: &Disclosure) -> Result<(), Refusal> {
    let draft = draft_hash(disclosure);
    // An approver may have written a line since; then they are an author, and their approval no longer counts.
    let counts = |approval: &Approval| approval.draft == draft && !is_author(disclosure, &approval.author);
    if disclosure.approvals.iter().any(counts) {
        return Ok(());
    }
    Err(if disclosure.approvals.is_empty() { Refusal::NoApproval } else { Refusal::StaleApproval })
}

/// Whether the draft is complete and the audience may see what stands behind each of its lines.
pub(crate) fn may_go_out(disclosure: &Disclosure, markings: &[Rollup]) -> Result<(), Refusal> {
    complete(disclosure)?;
    cleared(disclosure, markings)
}

fn cleared(disclosure: &Disclosure, markings: &[Rollup]) -> Result<(), Refusal> {
    if markings.len() != disclosure.lines.len() {
        return Err(Refusal::Markings { lines: disclosure.lines.len(), markings: markings.len() });
    }
    let numbered = || (1..).zip(markings);
    if let Some((line, _)) = numbered().find(|(_, marking)| marking.is_empty()) {
        return Err(Refusal::Unmarked(line));
    }
    let audience: Clearance =
        disclosure.audience.parse().map_err(|why| Refusal::Audience { audience: disclosure.audience.clone(), why })?;
    let whole = markings.iter().fold(Rollup::default(), |sum, marking| sum.join(marking));
    let breaks = |marking: &Rollup| !audience.may_see(marking);
    if !breaks(&whole) && !markings.iter().any(breaks) {
        return Ok(());
    }
    let breaches = numbered().filter(|(_, marking)| breaks(marking)).map(|(line, marking)| Breach {
        line,
        // An empty roll-up, which has no mark, was refused above.
        marking: portion_of(marking).unwrap_or_default(),
    });
    Err(Refusal::NotCleared { audience: disclosure.audience.clone(), breaches: breaches.collect() })
}

/// Whether every owner has agreed. There is no way yet to record that one has, so a line with an owner is refused.
fn agreed(disclosure: &Disclosure, owners: &[BTreeSet<String>]) -> Result<(), Refusal> {
    if owners.len() != disclosure.lines.len() {
        return Err(Refusal::Markings { lines: disclosure.lines.len(), markings: owners.len() });
    }
    match (1..).zip(owners).find(|(_, owners)| !owners.is_empty()) {
        None => Ok(()),
        Some((line, owners)) => {
            let owners: Vec<&str> = owners.iter().map(String::as_str).collect();
            Err(Refusal::Owners { line, owners: owners.join(", ") })
        }
    }
}

#[cfg(test)]
mod suite;
