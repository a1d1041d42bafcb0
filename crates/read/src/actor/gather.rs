//! The actors of a document, put together from whom its mentions mean and from what the table knows.

use std::collections::HashMap;

use record::reading::{ActorKind, Claim, Problem};
use record::span::Span;

use super::country::Country;
use super::enter::span;
use super::hits::Hit;
use super::page::Page;
use super::person;
use super::table::{Entry, Kind};
use super::whose::{Surety, Whose, whose};
use super::{Candidate, Cast, class, metonym};
use crate::attribute::analysis::NONE;
use crate::language::actors::Class;
use crate::name::refer::{Entity, Form, Mention, Sort};

/// Among how many of its mentions, and of its descriptions, it is looked for whose somebody is.
const LOOKED_AT: usize = 12;

/// A cast in the making.
pub(super) struct Gather<'p, 'd> {
    pub page: &'p Page<'d>,
    pub cast: Cast,
    pub problems: Vec<Problem>,
    pub(super) states: HashMap<Country, usize>,
    /// Actors that are not states by the name that the table gives them.
    pub(super) known: HashMap<&'static str, usize>,
    /// Rows that were flagged as ambiguous.
    pub(super) flagged: Vec<u32>,
    /// Mentions of several at once, with the actors that they are.
    pairs: Vec<(usize, Mention)>,
}

impl<'p, 'd> Gather<'p, 'd> {
    pub(super) fn new(page: &'p Page<'d>) -> Self {
        let count = page.segments.tokens.len();
        let cast = Cast { headed: vec![NONE; count], adjective: vec![NONE; count], ..Cast::default() };
        Self {
            page,
            cast,
            problems: Vec::new(),
            states: HashMap::new(),
            known: HashMap::new(),
            flagged: Vec::new(),
            pairs: Vec::new(),
        }
    }

    /// Takes in those whom the mentions mean, and gives for each the actor it is.
    pub(super) fn take(&mut self, candidates: Vec<Candidate>, claims: &[Claim]) -> Vec<Option<usize>> {
        let mut spoken: HashMap<usize, Vec<Span>> = HashMap::new();
        for claim in claims {
            let number = claim.source.actor.as_ref().and_then(|id| id.get(1..)?.parse::<usize>().ok());
            if let Some(number) = number {
                spoken.entry(number).or_default().extend(&claim.source.spans);
            }
        }
        let nothing = Vec::new();
        let moved = candidates.into_iter().enumerate().map(|(at, candidate)| {
            let spoken = spoken.get(&(at + 1));
            let found = self.place(&candidate, spoken.unwrap_or(&nothing));
            // Who speaks is an actor, whatever else it is.
            found.or_else(|| spoken.map(|_| self.open(candidate)))
        });
        let moved = moved.collect();
        self.together();
        moved
    }

    /// The actor that somebody is; none for a place and what else does not act.
    fn place(&mut self, candidate: &Candidate, spoken: &[Span]) -> Option<usize> {
        let page = self.page;
        let entity = page.referred.chains.get(candidate.entity);
        let name = entity.name.and_then(|name| page.referred.mentions.get(name as usize));
        let Some(hit) = name.and_then(|name| page.hits.exact(name.first, name.last)) else {
            return self.described(candidate, entity);
        };
        // "Jordan" may be anybody's given name; "Kremlin" is nobody's.
        let given = || page.language.people.given.get(page.hash(hit.first)).is_some();
        let nobody = || {
            page.hits.has(hit, Kind::State)
                || page.hits.has(hit, Kind::Seat)
                || page.organisation(hit).is_some() && !page.hits.has(hit, Kind::Person)
        };
        if entity.sort == Sort::Person && (given() || !nobody()) {
            return self.described(candidate, entity);
        }
        let land = page.hits.land(hit);
        match land.map(|land| (land.kind, land.country)) {
            Some((Kind::State, Some(country))) => {
                let state = self.state(country);
                self.adopt(state, candidate, |_| true);
                Some(state)
            }
            Some((Kind::Capital | Kind::Seat, Some(country))) => {
                let seat = page.hits.has(hit, Kind::Seat);
                let state = || Target::State(country);
                self.stands_for(candidate, spoken, seat, state())
            }
            Some((Kind::Adjective | Kind::People, country)) => self.people(candidate, country, hit),
            Some((Kind::Town | Kind::Region, country)) => {
                if let Some(union) = page.hits.entries(hit).find(|entry| entry.kind == Kind::Seat) {
                    return self.stands_for(candidate, spoken, false, Target::Known(union));
                }
                let acts = candidate.listed || acting(page, entity);
                acts.then(|| {
                    let number = self.open(candidate.clone());
                    let actor = &mut self.cast.actors[number];
                    actor.kind = ActorKind::Organisation;
                    actor.country = country.map(|country| country.to_string());
                    number
                })
            }
            _ if !page.hits.open(hit).is_empty() => {
                self.flag(hit);
                let state = page.hits.has(hit, Kind::State);
                (candidate.listed || state).then(|| self.open(candidate.clone()))
            }
            _ if page.hits.has(hit, Kind::Bloc) => self.people(candidate, None, hit),
            _ => match page.organisation(hit) {
                Some(entry) => Some(self.known(&entry, candidate)),
                None => self.described(candidate, entity),
            },
        }
    }

    /// The mentions of a town or a house in which it acts are its state's.
    fn stands_for(&mut self, candidate: &Candidate, spoken: &[Span], seat: bool, target: Target) -> Option<usize> {
        let page = self.page;
        let acts = |one: &Mention| {
            let span = span(page, one.first, one.last);
            one.form == Form::Name && metonym::acts(page, one.first, one.last, seat)
                || spoken.iter().any(|source| source.overlaps(&span))
        };
        let entity = page.referred.chains.get(candidate.entity);
        let mentions = entity.mentions.iter().filter_map(|at| page.referred.mentions.get(*at as usize));
        if !mentions.clone().any(acts) {
            return None;
        }
        let number = match target {
            Target::State(country) => self.state(country),
            Target::Known(entry) => self.of_table(&entry),
        };
        self.adopt(number, candidate, |one| one.form != Form::Name || acts(one));
        Some(number)
    }

    /// The people of a state: "the Corvanians", "three Corvanians". An adjective alone is nobody.
    fn people(&mut self, candidate: &Candidate, country: Option<Country>, hit: Hit) -> Option<usize> {
        let page = self.page;
        let plural = page.hits.has(hit, Kind::People);
        let fits = |one: &Mention| {
            let article = one.first.checked_sub(1).is_some_and(|at| page.word(at).eq_ignore_ascii_case("the"));
            let subject = matches!(page.all.rel[one.head], crate::parse::Rel::Nsubj);
            let noun = page.is_noun(one.last + 1) || matches!(page.word(one.last + 1), "-" | "–");
            one.form != Form::Name || !noun && (plural || article || subject)
        };
        let entity = page.referred.chains.get(candidate.entity);
        let named =
            |at: &u32| page.referred.mentions.get(*at as usize).is_some_and(|one| one.form == Form::Name && fits(one));
        if !entity.mentions.iter().any(named) {
            return None;
        }
        let number = self.enter_actor(candidate.actor.name.clone(), ActorKind::Group, country, candidate.listed);
        self.adopt(number, candidate, fits);
        Some(number)
    }

    /// Somebody whom the table does not know by the name: what the words say.
    fn described(&mut self, candidate: &Candidate, entity: &Entity) -> Option<usize> {
        let page = self.page;
        let first = page.referred.mentions.get(*entity.mentions.first()? as usize)?;
        let known = entity
            .name
            .and_then(|name| page.referred.mentions.get(name as usize))
            .filter(|_| entity.sort == Sort::Person)
            .and_then(|name| Some((person::by_name(page, name.first, name.last)?, name.last > name.first)));
        let (whose, class) = self.looked_at(entity);
        let told = whose.sure == Surety::Before && !whose.countries.is_empty();
        // A surname alone, or a name from a dictionary of others, is somebody else's where the text says another country.
        let known = known.filter(|(person, whole)| {
            !told || person.country.is_none_or(|country| whose.countries.contains(&country)) || person.sure && *whole
        });
        if let Some((person, _)) = known {
            let number = self.known(&person, candidate);
            for (first, last) in entity.roles.iter().take(LOOKED_AT) {
                let problem = person::out_of_office(page, &person, *first, *last);
                self.problems
                    .extend(problem.filter(|one| !self.problems.iter().any(|other| other.message == one.message)));
            }
            return Some(number);
        }
        if let [country] = whose.countries[..]
            && self.governs(entity)
        {
            let state = self.state(country);
            self.adopt(state, candidate, |_| true);
            return Some(state);
        }
        if let Some(hit) = whose.open.filter(|_| whose.countries.is_empty()) {
            self.flag(hit);
        }
        if entity.sort == Sort::Place && !candidate.listed
            || entity.sort == Sort::Thing && !candidate.listed && class.is_none()
        {
            return None;
        }
        let number = self.open(candidate.clone());
        if first.form == Form::Pair {
            self.pairs.push((number, first.clone()));
        }
        let actor = &mut self.cast.actors[number];
        if let [country] = whose.countries[..] {
            actor.country = Some(country.to_string());
        } else if whose.countries.len() > 1 {
            let codes: Vec<&str> = whose.countries.iter().map(Country::code).collect();
            actor.roles.push(codes.join(", "));
        }
        actor.roles.extend(whose.blocs);
        if let Some(class) = class.filter(|class| !actor.roles.iter().any(|role| role == class.word())) {
            actor.roles.push(class.word().to_owned());
        }
        let several = whose.countries.len() != 1 && actor.roles.iter().any(|role| role.starts_with(char::is_uppercase));
        if entity.name.is_none() && entity.sort == Sort::Person && several
            || entity.sort == Sort::Thing && entity.plural == Some(true)
        {
            actor.kind = ActorKind::Group;
        }
        Some(number)
    }

    /// What the words at the mentions and descriptions of somebody say: the surest, and of equals the first.
    fn looked_at(&self, entity: &Entity) -> (Whose, Option<Class>) {
        let page = self.page;
        let mentions = entity.mentions.iter().take(LOOKED_AT).filter_map(|at| page.referred.mentions.get(*at as usize));
        let mentions = mentions
            .filter(|one| matches!(one.form, Form::Name | Form::Noun))
            .map(|one| (one.first, one.head, one.last, one.form == Form::Name));
        let roles =
            entity.roles.iter().take(LOOKED_AT).map(|(first, last)| (*first, page.head(*first, *last), *last, false));
        let (mut best, mut class) = (Whose::default(), None);
        // Descriptions first: a class is told by them, and a country by them too where a name has none.
        for (first, head, last, name) in roles.chain(mentions) {
            let own = if name && entity.sort == Sort::Person { None } else { class::class(page, first, head, last) };
            let found = whose(page, first, head, last, name, own);
            class = class.or(own);
            if found.sure > best.sure || best.sure == Surety::None && best.open.is_none() {
                best = found;
            }
        }
        (best, class)
    }

    /// Whether somebody is a government by the noun: "the Corvanian government", and no town's.
    fn governs(&self, entity: &Entity) -> bool {
        let page = self.page;
        let words = page.words();
        let mentions = entity.mentions.iter().take(LOOKED_AT).filter_map(|at| page.referred.mentions.get(*at as usize));
        let is = |one: &Mention| match one.form {
            Form::Noun | Form::Name => {
                let noun = if one.form == Form::Name { one.last } else { one.head };
                let lesser = one.first.saturating_sub(3).max(page.start(one.first))..noun;
                words.governments.get(page.hash(noun)).is_some()
                    && !lesser.into_iter().any(|at| words.lesser.get(page.hash(at)).is_some())
            }
            _ => false,
        };
        let own =
            entity.sort == Sort::State && entity.name.is_none() || matches!(entity.sort, Sort::Body | Sort::State);
        own && (entity.sort == Sort::State && entity.name.is_none() || mentions.clone().any(is))
    }

    /// What is said of two at once is said of the country of both, where that is one.
    fn together(&mut self) {
        for (number, pair) in std::mem::take(&mut self.pairs) {
            let mut countries: Vec<String> = Vec::new();
            for at in pair.first..=pair.last {
                let member = self.cast.meant(at).filter(|member| *member != number);
                let country = member.and_then(|member| self.cast.actors[member].country.clone());
                countries.extend(country.filter(|country| !countries.contains(country)));
            }
            let actor = &mut self.cast.actors[number];
            match &countries[..] {
                [only] => actor.country = Some(only.clone()),
                [] => {}
                _ => actor.roles.push(countries.join(", ")),
            }
            actor.kind = ActorKind::Group;
        }
    }
}

/// What a town or a house stands for.
enum Target {
    State(Country),
    Known(Entry<'static>),
}

/// Whether a town or a part of a state does something.
fn acting(page: &Page<'_>, entity: &Entity) -> bool {
    let mentions = entity.mentions.iter().filter_map(|at| page.referred.mentions.get(*at as usize));
    mentions.clone().any(|one| one.form == Form::Name && page.all.rel[one.head] == crate::parse::Rel::Nsubj)
}
