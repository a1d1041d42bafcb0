//! Actors: who speaks or is spoken of, each once, wherever in the document they are mentioned.
//!
//! Whom the mentions of a document mean is told by [`crate::name::refer`]. Here each of them gets its country, its roles and its
//! class, by the `table` and by the words beside it (`whose`, `class`); what stands for a state becomes that state
//! (`metonym`, `gather`); people of the table are held against their offices (`person`); and a name that two countries have
//! is decided by the rest of the document, or left open and flagged (`doubt`, `place`).
//!
//! Rooms that read events and transfers ask the `Cast`: `Cast::meant` for the actor of the noun phrase that a token heads
//! or of the word before a noun that says whose that is ("*Corvanian* drones"), and `Cast::enter` to make an actor of a noun phrase that nobody knew. Ids are
//! final only when `Cast::close` has left out those who do nothing.

mod class;
mod close;
mod country;
mod doubt;
mod enter;
mod gather;
mod hits;
mod metonym;
mod page;
mod person;
mod place;
mod rest;
pub mod table;
mod whose;

use record::reading::{Actor, ActorKind, Claim, Place, Problem};
use record::span::Span;
use record::time::CivilDate;

pub use self::country::Country;
use self::gather::Gather;
use self::hits::Hits;
use self::page::Page;
use crate::attribute::analysis::{Analysis, NONE};
use crate::language::Language;
use crate::name::Name;
use crate::name::refer::Referred;
use crate::segment::Segments;

/// Somebody who may be an actor, as the mentions of a document have it.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// The actor, without a country. Its id is its number among all candidates, which claims refer to.
    pub actor: Actor,
    /// Whom its mentions mean.
    pub entity: u32,
    /// Whether it is one for being named or for speaking, whatever else it does.
    pub listed: bool,
}

/// What the mentions of a document are, for [`Cast::of`].
pub(crate) struct Document<'d> {
    /// Its text.
    pub text: &'d str,
    /// Its tokens and sentences.
    pub segments: &'d Segments,
    /// What is known of the tokens.
    pub all: &'d Analysis,
    /// Its names.
    pub names: &'d [Name],
    /// Its mentions, and whom they mean.
    pub referred: &'d Referred,
    /// The language it is read as.
    pub language: &'d Language,
    /// When it was published.
    pub date: Option<&'d CivilDate>,
}

/// The actors of a document and the words that mean them.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// The actors; their ids count them.
    pub actors: Vec<Actor>,
    /// Which of them are listed whatever they do.
    listed: Vec<bool>,
    /// For each token the actor of the mention that it heads, as an index of [`Cast::actors`].
    headed: Vec<u32>,
    /// For each token the state that it is an adjective of.
    adjective: Vec<u32>,
}

impl Cast {
    /// The cast of a document. The sources of its claims are set to the actors that they are, and its places get their
    /// countries.
    pub(crate) fn of(
        document: &Document<'_>,
        candidates: Vec<Candidate>,
        claims: &mut [Claim],
        places: &mut [Place],
        problems: &mut Vec<Problem>,
    ) -> Self {
        let &Document { text, segments, all, names, referred, language, date } = document;
        let hits = Hits::find(text, segments, all);
        let days = person::days(date);
        let page = Page { text, segments, all, names, referred, language, hits, days };
        let mut gather = Gather::new(&page);
        let moved = gather.take(candidates, claims);
        gather.rest();
        let Gather { mut cast, problems: mut found, .. } = gather;
        for actor in &mut cast.actors {
            actor.mentions.sort_unstable();
            actor.mentions.dedup();
        }
        for actor in claims.iter_mut().map(|claim| &mut claim.source.actor) {
            let number = actor.as_ref().and_then(|id| id.get(1..)?.parse::<usize>().ok()?.checked_sub(1));
            let new = number.and_then(|number| moved.get(number).copied().flatten());
            *actor = new.map(|new| format!("a{}", new + 1));
        }
        place::countries(&page, places, &mut found);
        problems.append(&mut found);
        cast
    }

    /// The actor that the noun phrase headed by a token means, as an index of [`Cast::actors`]; of a word before a noun or a
    /// hyphen that says whose that is ("*Corvanian* drones", "*Corvania*-made"), the state.
    pub(crate) fn meant(&self, head: usize) -> Option<usize> {
        let known = |list: &Vec<u32>| list.get(head).copied().filter(|number| *number != NONE);
        known(&self.headed).or_else(|| known(&self.adjective)).map(|number| number as usize)
    }

    /// The actor that a noun phrase means; where nobody was known before, it becomes an actor of its own.
    pub(crate) fn enter(&mut self, head: usize, name: &str, kind: ActorKind, mention: Span) -> usize {
        if let Some(known) = self.meant(head) {
            return known;
        }
        // A name that was entered or read before means whom it meant then.
        let capital = name.starts_with(char::is_uppercase) && !name.contains(' ');
        if let Some(known) = self.actors.iter().position(|actor| capital && actor.name == name) {
            if let Some(actor) = self.actors.get_mut(known).filter(|actor| !actor.mentions.contains(&mention)) {
                actor.mentions.push(mention);
                actor.mentions.sort_unstable();
            }
            if let Some(slot) = self.headed.get_mut(head) {
                *slot = u32::try_from(known).unwrap_or(NONE);
            }
            return known;
        }
        let number = self.actors.len();
        self.actors.push(Actor {
            id: format!("a{}", number + 1),
            name: name.to_owned(),
            kind,
            country: None,
            roles: Vec::new(),
            mentions: vec![mention],
        });
        self.listed.push(false);
        if let Some(slot) = self.headed.get_mut(head) {
            *slot = u32::try_from(number).unwrap_or(NONE);
        }
        number
    }
}

#[cfg(test)]
mod tests;
