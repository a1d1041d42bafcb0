//! How actors are entered: a state once whatever stands for it, somebody of the table once whatever the name, everybody else
//! as the mentions have it.

use record::reading::{Actor, ActorKind, Problem};
use record::span::Span;

use super::country::Country;
use super::gather::Gather;
use super::hits::Hit;
use super::page::Page;
use super::table::{Entry, Kind};
use super::{Candidate, place};
use crate::attribute::analysis::NONE;
use crate::name::refer::{Form, Mention, Sort};

impl Gather<'_, '_> {
    /// The actor that a state is.
    pub(super) fn state(&mut self, country: Country) -> usize {
        if let Some(known) = self.states.get(&country) {
            return *known;
        }
        let name = self.page.hits.table().map_or("", |table| table.state(country));
        let name = if name.is_empty() { country.to_string() } else { name.to_owned() };
        let number = self.enter_actor(name, ActorKind::State, Some(country), true);
        self.states.insert(country, number);
        number
    }

    /// The actor that somebody of the table is, with the name that the document gives.
    pub(super) fn known(&mut self, entry: &Entry<'static>, candidate: &Candidate) -> usize {
        if let Some(number) = self.known.get(entry.name).copied() {
            self.adopt(number, candidate, |_| true);
            let actor = &mut self.cast.actors[number];
            if candidate.actor.name.len() > actor.name.len() {
                actor.name.clone_from(&candidate.actor.name);
            }
            for role in &candidate.actor.roles {
                if !actor.roles.contains(role) {
                    actor.roles.push(role.clone());
                }
            }
            self.cast.listed[number] |= candidate.listed;
            return number;
        }
        let number = self.open(candidate.clone());
        self.known.insert(entry.name, number);
        self.cast.actors[number].country = entry.country.map(|country| country.to_string());
        if entry.kind != Kind::Person {
            self.cast.actors[number].kind = ActorKind::Organisation;
            if !entry.role.is_empty() {
                self.cast.actors[number].roles.push(entry.role.to_owned());
            }
        }
        number
    }

    /// The actor that an organisation of the table is, by the table's name.
    pub(super) fn of_table(&mut self, entry: &Entry<'static>) -> usize {
        if let Some(number) = self.known.get(entry.name) {
            return *number;
        }
        let number = self.enter_actor(entry.name.to_owned(), ActorKind::Organisation, entry.country, true);
        if !entry.role.is_empty() {
            self.cast.actors[number].roles.push(entry.role.to_owned());
        }
        self.known.insert(entry.name, number);
        number
    }

    pub(super) fn enter_actor(
        &mut self,
        name: String,
        kind: ActorKind,
        country: Option<Country>,
        listed: bool,
    ) -> usize {
        let number = self.cast.actors.len();
        self.cast.actors.push(Actor {
            id: format!("a{}", number + 1),
            name,
            kind,
            country: country.map(|country| country.to_string()),
            roles: Vec::new(),
            mentions: Vec::new(),
        });
        self.cast.listed.push(listed);
        number
    }

    /// A new actor, as the mentions have it.
    pub(super) fn open(&mut self, candidate: Candidate) -> usize {
        let number = self.cast.actors.len();
        self.adopt(number, &candidate, |_| true);
        let Candidate { actor, listed, .. } = candidate;
        self.cast.actors.push(Actor { id: format!("a{}", number + 1), ..actor });
        self.cast.listed.push(listed);
        number
    }

    /// Makes the mentions of somebody that fit those of an actor.
    pub(super) fn adopt(&mut self, number: usize, candidate: &Candidate, fits: impl Fn(&Mention) -> bool) {
        let page = self.page;
        let entity = page.referred.chains.get(candidate.entity);
        let mentions = entity.mentions.iter().filter_map(|at| page.referred.mentions.get(*at as usize));
        for one in mentions.filter(|one| fits(one)) {
            if let Some(actor) = self.cast.actors.get_mut(number) {
                actor.mentions.push(span(page, one.first, one.last));
            }
            // Any token of the name of a person means the person; a pair is met through its first member.
            let name = one.form == Form::Name && entity.sort == Sort::Person;
            let tokens = if name { one.first..one.last + 1 } else { one.head..one.head + 1 };
            for slot in self.cast.headed.get_mut(tokens).into_iter().flatten() {
                if one.form != Form::Pair || *slot == NONE {
                    *slot = u32::try_from(number).unwrap_or(NONE);
                }
            }
        }
    }

    /// Says, once, that a name is that of two countries.
    pub(super) fn flag(&mut self, hit: Hit) {
        if self.flagged.contains(&hit.row) {
            return;
        }
        self.flagged.push(hit.row);
        let span = span(self.page, hit.first, hit.last);
        let codes = place::codes(self.page.hits.open(hit));
        let message = format!(
            "{:?} may be in {codes}, and the document does not tell which is meant; its country is left open",
            span.of(self.page.text),
        );
        self.problems.push(Problem { kind: "ambiguous-country".to_owned(), message, span: Some(span) });
    }
}

/// The bytes from a token to another.
pub(super) fn span(page: &Page<'_>, first: usize, last: usize) -> Span {
    let tokens = &page.segments.tokens;
    Span::new(tokens[first].start, tokens[last].end)
}
