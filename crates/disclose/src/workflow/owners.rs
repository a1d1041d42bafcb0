//! Owners: who is asked, who speaks for them, and where each of them stands.

use record::marking::Clearance;
use record::release::{Ask, Authority, Consent, Disclosure, Line, Lowering, Verdict};

use super::draft::{consent_hash, line_hash};
use super::marking::{Demand, effective, is_lower};
use super::person::exact;
use super::{Act, Breach, Desk, Refusal, hidden_character, is_author, may};
use crate::marking::portion_of;

/// Where an owner stands on a line as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They said yes to these words, and it holds.
    Concurs,
    /// They said no.
    Objects,
    /// They want other words.
    Change,
    /// They said yes, until a time that has passed.
    Expired,
    /// They said yes to other words, another audience or another marking.
    OtherWords,
    /// Whoever said yes for them has written some of it since.
    Author,
    /// Whoever said yes for them does not speak for them any more.
    NoMandate,
    /// They were asked and said nothing yet.
    Asked,
    /// The time by which they were to answer has passed.
    Overdue,
    /// Nobody asked them about these words.
    NotAsked,
}

impl Standing {
    /// In a few words.
    pub fn told(self) -> &'static str {
        match self {
            Self::Concurs => "concurs",
            Self::Objects => "objects",
            Self::Change => "asks for other words",
            Self::Expired => "concurred until a time that has passed",
            Self::OtherWords => "concurred with other words",
            Self::Author => "spoke through somebody who has written some of it since",
            Self::NoMandate => "spoke through somebody whose mandate has ended",
            Self::Asked => "was asked and has not answered",
            Self::Overdue => "was asked and is overdue",
            Self::NotAsked => "was not asked about these words",
        }
    }
}

/// Where `owner` stands on a line as it stands. The last word on just these words counts.
pub fn standing(disclosure: &Disclosure, line: &Line, demand: &Demand, owner: &str, desk: &Desk) -> Standing {
    let words = consent_hash(disclosure, line, demand);
    let theirs = |one: &&Consent| one.line == line.id && exact(&one.owner) == exact(owner);
    let last = disclosure.consents.iter().filter(theirs).rfind(|one| one.words == words);
    if let Some(consent) = last {
        return match consent.verdict {
            Verdict::Objects => Standing::Objects,
            Verdict::Change => Standing::Change,
            Verdict::Concurs if consent.until.is_some_and(|until| until <= desk.now()) => Standing::Expired,
            Verdict::Concurs if !desk.is_of_one(disclosure) && is_author(disclosure, &consent.author) => {
                Standing::Author
            }
            Verdict::Concurs if !desk.speaks_for(&consent.author, owner) => Standing::NoMandate,
            Verdict::Concurs => Standing::Concurs,
        };
    }
    let asked = |one: &&Ask| one.line == line.id && one.words == words && exact(&one.owner) == exact(owner);
    match disclosure.asks.iter().rfind(asked) {
        Some(ask) if ask.deadline.is_some_and(|deadline| deadline <= desk.now()) => Standing::Overdue,
        Some(_) => Standing::Asked,
        None if disclosure.consents.iter().any(|one| theirs(&one) && one.verdict == Verdict::Concurs) => {
            Standing::OtherWords
        }
        None => Standing::NotAsked,
    }
}

/// Whether an owner may be asked like this: they own something behind the line, and a partner may see what it demands.
pub(super) fn may_ask(
    disclosure: &Disclosure,
    line: &Line,
    demand: &Demand,
    desk: &Desk,
    ask: &Ask,
) -> Result<(), Refusal> {
    owns(demand, &ask.owner)?;
    if ask.words != consent_hash(disclosure, line, demand) {
        return Err(Refusal::OtherWords);
    }
    if ask.purpose.trim().is_empty() {
        return Err(Refusal::NoReason("what the owner is asked for"));
    }
    if let Some(character) = hidden_character(&ask.purpose) {
        return Err(Refusal::Hidden(character));
    }
    if !desk.is_partner(&ask.owner) {
        return Ok(());
    }
    // To ask a partner is to show them the words.
    let Some(stated) = &ask.clearance else { return Err(Refusal::PartnerClearance(ask.owner.clone())) };
    let clearance: Clearance = stated.parse().map_err(|why| Refusal::Audience { audience: stated.clone(), why })?;
    let marking = effective(disclosure, line, demand);
    if clearance.may_see(&marking) {
        return Ok(());
    }
    let number = disclosure.lines.iter().take_while(|other| other.id != line.id).count().saturating_add(1);
    let breaches = vec![Breach { line: number, marking: portion_of(&marking).unwrap_or_default() }];
    Err(Refusal::NotCleared { audience: stated.clone(), breaches })
}

/// Whether somebody may speak for an owner like this.
pub(super) fn may_speak(
    disclosure: &Disclosure,
    line: &Line,
    demand: &Demand,
    desk: &Desk,
    actor: &str,
    consent: &Consent,
) -> Result<(), Refusal> {
    owns(demand, &consent.owner)?;
    if !desk.speaks_for(actor, &consent.owner) {
        return Err(Refusal::NoSpeaker { person: actor.trim().to_owned(), owner: consent.owner.clone() });
    }
    if !may(desk, actor, Act::Consent, Some(disclosure), Some(&consent.owner), None) {
        return Err(Refusal::AuthorSpeaks(actor.trim().to_owned()));
    }
    let words = consent_hash(disclosure, line, demand);
    if consent.words != words {
        return Err(Refusal::OtherWords);
    }
    let asked = |ask: &Ask| ask.line == line.id && ask.words == words && exact(&ask.owner) == exact(&consent.owner);
    if !disclosure.asks.iter().any(asked) {
        return Err(Refusal::NotAsked(consent.owner.clone()));
    }
    if consent.verdict != Verdict::Concurs && consent.why.trim().is_empty() {
        return Err(Refusal::NoReason("an objection, and the other words for a change"));
    }
    if consent.until.is_some_and(|until| until <= desk.now()) {
        return Err(Refusal::Expired);
    }
    Ok(())
}

/// Whether somebody may propose or enter a lower marking like this.
pub(super) fn may_lower(
    disclosure: &Disclosure,
    line: &Line,
    demand: &Demand,
    desk: &Desk,
    actor: &str,
    lowering: &Lowering,
) -> Result<(), Refusal> {
    if lowering.why.trim().is_empty() {
        return Err(Refusal::NoReason("a lower marking"));
    }
    if lowering.words != line_hash(line, demand) || lowering.from != demand.inherited {
        return Err(Refusal::OtherWords);
    }
    // Whoever entered a lower one takes it back by entering what the line inherits.
    let again =
        |one: &Lowering| one.line == line.id && one.authority == lowering.authority && one.owner == lowering.owner;
    let back =
        lowering.to == demand.inherited && lowering.authority.is_some() && disclosure.lowerings.iter().any(again);
    if !back && !is_lower(&lowering.to, &demand.inherited) {
        let words = |rollup| portion_of(rollup).unwrap_or_else(|| "(unmarked)".to_owned());
        return Err(Refusal::NotLower { to: words(&lowering.to), from: words(&demand.inherited) });
    }
    let Some(authority) = lowering.authority else {
        return if may(desk, actor, Act::Draft, Some(disclosure), None, None) {
            Ok(())
        } else {
            Err(Refusal::NoMandate { person: actor.trim().to_owned(), act: Act::Draft })
        };
    };
    if let Some(owner) = &lowering.owner {
        owns(demand, owner)?;
    }
    if authority == Authority::Originator && lowering.owner.is_none() {
        let owners: Vec<&str> = demand.owners.iter().map(String::as_str).collect();
        return Err(Refusal::WhichOriginator(owners.join(", ")));
    }
    if may(desk, actor, Act::Lower, Some(disclosure), lowering.owner.as_deref(), Some(authority)) {
        return Ok(());
    }
    Err(Refusal::MayNotLower { person: actor.trim().to_owned(), authority: authority.name() })
}

pub(super) fn owns(demand: &Demand, owner: &str) -> Result<(), Refusal> {
    if demand.owners.iter().any(|own| exact(own) == exact(owner)) {
        return Ok(());
    }
    let owners: Vec<&str> = demand.owners.iter().map(String::as_str).collect();
    Err(Refusal::NoOwner { named: owner.to_owned(), owners: owners.join(", ") })
}
