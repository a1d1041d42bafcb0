//! The state machine of consent: from a proposal through its draft, its owners and its approvals to the issue, or to the
//! decision that nothing is said.
//!
//! It is pure. [`act`] takes a disclosure as it stands, what stands behind its lines, the people of the desk, who acts and what
//! they do, and returns the disclosure as it then stands, or the reason why not. It knows no clock and no store; whoever calls
//! it journals what was done.
//!
//! What it guarantees, whatever the order of actions, and what a search through all of its states shows (`fixpoint`): no
//! change after the issue; and no issue of words of which not every owner of a source behind them said yes, through
//! somebody who speaks for them and did not write them, to exactly these words for this audience; which nobody approved who did not
//! write any of it, but at a desk of one; whose audience may not see what stands behind them; or for which nothing speaks, but where
//! they take back a packet that rested on the same.

mod cover;
mod draft;
#[cfg(test)]
mod fixpoint;
mod issue;
mod marking;
mod owners;
mod person;
mod policy;
mod refusal;
#[cfg(test)]
mod rewritten;
mod showable;
#[cfg(test)]
mod suite;

use record::id::LineId;
use record::release::{Approval, Disclosure, Line, Move};
use record::time::Micros;

pub use cover::{is_cleared, unwaived};
pub use draft::{consent_hash, draft_hash, line_hash};
pub use issue::{Reviewed, missing, reviewed};
pub use marking::{Demand, Part, awaited, effective};
pub use owners::{Standing, standing};
pub use person::is_same_person;
pub(crate) use person::key as name_key;
pub use policy::{Act, Desk, POLICY, may, table};
pub use refusal::{Breach, Refusal};
pub use showable::hidden_character;

/// What somebody does with a disclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "there is one action at a time")]
pub enum Action {
    /// Adds a line at the end of the draft. White space around its words is dropped.
    AddLine(Box<Line>),
    /// Any of the moves: they carry who and when, and the hashes of what they are of.
    Move(Move),
    /// Agrees to the draft.
    Approve {
        /// The [`draft_hash`] of the draft that was read.
        draft: String,
        /// When.
        at: Micros,
    },
    /// Issues the draft.
    Issue,
}

/// The disclosure after `actor` has done `action`. `demands` is what stands behind each line, in the order of the lines.
///
/// # Errors
/// A [`Refusal`]; the disclosure is then as it was.
pub fn act(
    disclosure: &Disclosure,
    demands: &[Demand],
    desk: &Desk,
    actor: &str,
    action: &Action,
) -> Result<Disclosure, Refusal> {
    if person::key(actor).is_empty() {
        return Err(Refusal::NoName);
    }
    if disclosure.issued {
        return Err(Refusal::Issued);
    }
    if disclosure.withheld.is_some() {
        return Err(Refusal::Withheld);
    }
    if demands.len() != disclosure.lines.len() {
        return Err(Refusal::Markings { lines: disclosure.lines.len(), markings: demands.len() });
    }
    let mut next = disclosure.clone();
    match action {
        Action::AddLine(line) => {
            allowed(desk, actor, Act::Draft, disclosure)?;
            let line = sound(line)?;
            if disclosure.lines.iter().any(|other| other.id == line.id) {
                return Err(Refusal::LineExists);
            }
            next.lines.push(line);
        }
        Action::Approve { draft, at } => {
            complete(disclosure)?;
            may_approve(disclosure, demands, desk, actor, draft)?;
            next.approvals.push(Approval { author: actor.trim().to_owned(), at: *at, draft: draft.clone() });
        }
        Action::Issue => {
            allowed(desk, actor, Act::Issue, disclosure)?;
            issue::ready(disclosure, demands, desk)?;
            next.issued = true;
        }
        Action::Move(made) => moved(&mut next, disclosure, demands, desk, actor, made)?,
    }
    Ok(next)
}

fn moved(
    next: &mut Disclosure,
    disclosure: &Disclosure,
    demands: &[Demand],
    desk: &Desk,
    actor: &str,
    made: &Move,
) -> Result<(), Refusal> {
    match made {
        Move::LineChanged { line } => {
            allowed(desk, actor, Act::Draft, disclosure)?;
            let mut line = sound(line)?;
            let (old, _) = found(disclosure, demands, line.id)?;
            // Whoever wrote it before stays an author: the same words by another hand are no other words.
            line.hands.extend(old.hands.iter().cloned().chain([old.author.clone()]));
            Move::LineChanged { line: Box::new(line) }.apply(next);
            return Ok(());
        }
        Move::LineDropped { line } => {
            allowed(desk, actor, Act::Draft, disclosure)?;
            found(disclosure, demands, *line)?;
        }
        Move::ScheduleSet { .. } | Move::ChoiceStated { .. } | Move::AuthorityTakenOut { .. } => {
            allowed(desk, actor, Act::Draft, disclosure)?;
        }
        Move::AuthorityStated { authority, .. } => {
            allowed(desk, actor, Act::Draft, disclosure)?;
            if let Some(fault) = authority.fault() {
                return Err(Refusal::Authority(fault));
            }
        }
        Move::WayChosen { .. } => allowed(desk, actor, Act::Choose, disclosure)?,
        Move::DeskOfOne { why } => {
            if why.trim().is_empty() {
                return Err(Refusal::NoReason("that nobody else can look at it"));
            }
            let proposer = is_same_person(actor, &disclosure.author);
            if !proposer || !may(desk, actor, Act::Alone, Some(disclosure), None, None) {
                return Err(Refusal::NotAlone);
            }
        }
        Move::Withheld { why } => {
            allowed(desk, actor, Act::Withhold, disclosure)?;
            if why.trim().is_empty() {
                return Err(Refusal::NoReason("that nothing is said"));
            }
        }
        Move::CoverCleared { cleared } => {
            allowed(desk, actor, Act::Clear, disclosure)?;
            complete(disclosure)?;
            as_it_stands(disclosure, demands, &cleared.draft)?;
        }
        Move::CoverWaived { waiver } => {
            cover::may_waive(disclosure, demands, desk, actor, waiver)?;
            as_it_stands(disclosure, demands, &waiver.draft)?;
        }
        Move::MarkingLowered { lowering } => {
            let (line, demand) = found(disclosure, demands, lowering.line)?;
            owners::may_lower(disclosure, line, demand, desk, actor, lowering)?;
        }
        Move::OwnerAsked { ask } => {
            allowed(desk, actor, Act::Ask, disclosure)?;
            let (line, demand) = found(disclosure, demands, ask.line)?;
            owners::may_ask(disclosure, line, demand, desk, ask)?;
        }
        Move::OwnerSpoke { consent } => {
            let (line, demand) = found(disclosure, demands, consent.line)?;
            owners::may_speak(disclosure, line, demand, desk, actor, consent)?;
        }
    }
    made.apply(next);
    Ok(())
}

/// That the draft that was read is the one that stands there now.
fn as_it_stands(disclosure: &Disclosure, demands: &[Demand], draft: &str) -> Result<(), Refusal> {
    if draft == draft_hash(disclosure, demands) { Ok(()) } else { Err(Refusal::OtherDraft) }
}

/// Whether `name` proposed the disclosure or ever wrote anything of it: a line, were it one that was taken out since, the calendar,
/// or the authority block.
pub fn is_author(disclosure: &Disclosure, name: &str) -> bool {
    let lines = disclosure.lines.iter().flat_map(|line| line.hands.iter().chain([&line.author]).map(String::as_str));
    let others = disclosure.hands.iter().chain([&disclosure.author]).map(String::as_str);
    lines.chain(others).any(|author| is_same_person(author, name))
}

fn allowed(desk: &Desk, actor: &str, act: Act, disclosure: &Disclosure) -> Result<(), Refusal> {
    if may(desk, actor, act, Some(disclosure), None, None) {
        return Ok(());
    }
    Err(Refusal::NoMandate { person: actor.trim().to_owned(), act })
}

fn found<'d>(disclosure: &'d Disclosure, demands: &'d [Demand], id: LineId) -> Result<(&'d Line, &'d Demand), Refusal> {
    let mut both = disclosure.lines.iter().zip(demands);
    both.find(|(line, _)| line.id == id).ok_or(Refusal::NoSuchLine)
}

/// The line as it is kept, or what it lacks.
fn sound(line: &Line) -> Result<Line, Refusal> {
    let mut kept = line.clone();
    kept.text = line.text.trim().to_owned();
    kept.author = line.author.trim().to_owned();
    let question = match &line.place {
        record::release::Place::Answer { question } => question.trim(),
        _ => "?",
    };
    for text in [kept.text.as_str(), question] {
        if let Some(character) = hidden_character(text) {
            return Err(Refusal::Hidden(character));
        }
    }
    if !kept.text.chars().any(char::is_alphanumeric) || question.is_empty() {
        return Err(Refusal::NoText);
    }
    if kept.claims.is_empty() && kept.judgement.is_none() {
        return Err(Refusal::NoClaims);
    }
    Ok(kept)
}

/// Whether there is a draft that could go out. Lines are looked at again, since they may come from a store.
fn complete(disclosure: &Disclosure) -> Result<(), Refusal> {
    if disclosure.lines.is_empty() {
        return Err(Refusal::NoLines);
    }
    let heading = [&disclosure.purpose, &disclosure.audience, &disclosure.channel, &disclosure.terms];
    let named = [&disclosure.title, &disclosure.issuer].into_iter().flatten();
    if let Some(character) = heading.into_iter().chain(named).find_map(|text| hidden_character(text)) {
        return Err(Refusal::Hidden(character));
    }
    disclosure.lines.iter().try_for_each(|line| sound(line).map(drop))
}

fn may_approve(
    disclosure: &Disclosure,
    demands: &[Demand],
    desk: &Desk,
    actor: &str,
    draft: &str,
) -> Result<(), Refusal> {
    if is_author(disclosure, actor) {
        return Err(Refusal::Author(actor.trim().to_owned()));
    }
    allowed(desk, actor, Act::Approve, disclosure)?;
    as_it_stands(disclosure, demands, draft)?;
    let again = |approval: &Approval| approval.draft == draft && is_same_person(&approval.author, actor);
    if disclosure.approvals.iter().any(again) {
        return Err(Refusal::Again(actor.trim().to_owned()));
    }
    Ok(())
}
