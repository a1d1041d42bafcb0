//! Sources: what kind each is, who it is within the document, and the actors that a reading lists.

use std::collections::BTreeMap;
use std::ops::Range;

use record::reading::{Actor, ActorKind, SourceKind};
use record::span::Span;

use super::analysis::{Analysis, NONE};
use super::decode::Found;
use super::role;
use super::stance::nobody;
use crate::actor::Candidate;
use crate::language::{Language, Pronoun};
use crate::name::Name;
use crate::name::refer::{Entity, Form, Referred, Said, Sort};
use crate::parse::Rel;
use crate::segment::Segments;
use crate::tag::{Upos, Xpos};

/// How many verbs a cue without a subject may be away from the one that has it.
const CLIMB: usize = 4;

/// The longest description that is taken from the words of a claim, in tokens.
const LONGEST: usize = 16;

/// Among how many of its first mentions the fullest description of somebody without a name is looked for.
const DESCRIBED: usize = 64;

/// A source as the reading gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub kind: SourceKind,
    pub actor: Option<String>,
    pub resolved: Option<String>,
}

/// Who speaks in a document, and who is spoken of.
pub(super) struct Sources<'d> {
    text: &'d str,
    segments: &'d Segments,
    all: &'d Analysis,
    language: &'d Language,
    said: Vec<Said>,
    referred: Referred,
    /// For each claim the mention that is its source, and whether its own words say so.
    of: Vec<Option<(usize, bool)>>,
    /// The longest words by which claims name those who have no name: first and last token.
    told: BTreeMap<u32, (usize, usize)>,
    /// The entities that are actors, with their numbers, counted from 1.
    numbers: BTreeMap<u32, usize>,
    actors: Vec<Candidate>,
}

/// What was found, as ranges of tokens.
pub(super) fn said(segments: &Segments, found: &[Found]) -> Vec<Said> {
    let tokens = &segments.tokens;
    let range = |span: &Span| {
        let from = tokens.partition_point(|token| token.start < span.start);
        from..tokens.partition_point(|token| token.end <= span.end).max(from)
    };
    let whole = |spans: &[Span]| match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => range(&Span::new(first.start, last.end)),
        _ => 0..0,
    };
    let one = |found: &Found| Said {
        cue: found.head,
        source: whole(&found.source),
        content: found.content.iter().map(range).collect(),
    };
    found.iter().map(one).collect()
}

impl<'d> Sources<'d> {
    /// Finds the source of every claim and lists the actors.
    pub(super) fn of(
        text: &'d str,
        segments: &'d Segments,
        all: &'d Analysis,
        names: &[Name],
        language: &'d Language,
        found: &[Found],
    ) -> Self {
        let said = said(segments, found);
        let referred = crate::name::refer::refer(text, segments, all, names, &said, language);
        let mut sources = Self {
            text,
            segments,
            all,
            language,
            said,
            referred,
            of: Vec::new(),
            told: BTreeMap::new(),
            numbers: BTreeMap::new(),
            actors: Vec::new(),
        };
        sources.of = (0..found.len()).map(|claim| sources.mention(claim, found)).collect();
        sources.tell();
        sources.cast();
        sources
    }

    /// Collects descriptions from the sources of claims, which reach further than the tree where that is wrong.
    fn tell(&mut self) {
        for (claim, (mention, own)) in self.of.iter().enumerate().filter_map(|(claim, of)| Some((claim, (*of)?))) {
            let Some(entity) = self.referred.chains.of(mention).filter(|_| own) else { continue };
            let (one, range) = (&self.referred.mentions[mention], &self.said[claim].source);
            let plain = |at: usize| {
                !self.all.is_mark(at) || matches!(self.segments.tokens[at].of(self.text), "-" | "’" | "'" | "/")
            };
            let fits = one.form == Form::Noun
                && range.start == one.first
                && range.end > one.last
                && range.len() <= LONGEST
                && range.clone().all(plain)
                && !range.clone().any(|at| self.all.tag[at].xpos == Xpos::Wp);
            let told = self.told.entry(entity).or_insert((one.first, one.last));
            if fits && range.len() > told.1 + 1 - told.0 {
                *told = (range.start, range.end - 1);
            }
        }
    }

    /// The kind of a claim's source, the actor it is, and the full name that its words stand for.
    pub(super) fn source(&self, claim: usize, found: &Found) -> Known {
        // "Nobody", "no official": the words stand there, and no one speaks by them.
        if nobody(self.all, self.language, found.head) {
            return Known { kind: SourceKind::None, actor: None, resolved: None };
        }
        let Some((mention, own)) = self.of.get(claim).copied().flatten() else {
            let kind = if found.source.is_empty() { SourceKind::None } else { self.headless(claim) };
            return Known { kind, actor: None, resolved: None };
        };
        let entity = self.referred.chains.of(mention);
        let actor = entity.and_then(|entity| self.numbers.get(&entity)).map(|number| format!("a{number}"));
        let full =
            entity.map(|entity| self.full(entity, self.referred.chains.get(entity))).filter(|full| !full.is_empty());
        let words = match (found.source.first(), found.source.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end).of(self.text),
            _ => "",
        };
        let pronoun = matches!(self.referred.mentions[mention].form, Form::Pronoun(_));
        let resolved = full.filter(|full| pronoun || !words.to_lowercase().contains(&full.to_lowercase()));
        let kind = if own { self.kind(mention, claim) } else { SourceKind::None };
        // A pronoun that nothing was found for has no full name.
        Known { kind, actor, resolved: resolved.filter(|_| entity.is_some()) }
    }

    /// Those who may be actors, in the order of their first mentions, and the mentions of the document.
    pub(super) fn actors(self) -> (Vec<Candidate>, Referred) {
        (self.actors, self.referred)
    }

    /// The mention that a claim's source is, and whether the claim's own words name it.
    fn mention(&self, claim: usize, found: &[Found]) -> Option<(usize, bool)> {
        let range = self.said.get(claim)?.source.clone();
        if found.get(claim)?.source.is_empty() {
            return self.governing(found[claim].head).map(|mention| (mention, false));
        }
        if let Some(named) = role::named(self.all, self.language, &self.referred, &range) {
            return Some((named, true));
        }
        let outside = |at: &usize| !range.contains(&(self.all.head[*at] as usize));
        // Where the source is no single phrase of the tree, the tree is wrong about it, and its first words count.
        let mut heads = range.clone().filter(|at| !self.all.is_mark(*at)).filter(outside);
        let head = match (heads.next(), heads.next()) {
            (Some(only), None) => self.in_name(only),
            _ => None,
        };
        let mention = head
            .or_else(|| self.first_noun(&range))
            .or_else(|| range.clone().find_map(|at| self.referred.headed(at)))?;
        let pair = self.referred.pair(mention);
        Some((pair.filter(|pair| self.referred.mentions[*pair].last < range.end).unwrap_or(mention), true))
    }

    /// The mention that the last of the first nouns heads: "a Norlander defence *official* familiar with the patrol".
    fn first_noun(&self, range: &Range<usize>) -> Option<usize> {
        let noun = |at: &usize| self.all.tag[*at].xpos.is_noun();
        let first = range.clone().find(noun)?;
        self.referred.headed((first..range.end).take_while(noun).last()?)
    }

    /// The mention that a token heads; of a name any token will do.
    fn in_name(&self, token: usize) -> Option<usize> {
        self.referred.headed(token).or_else(|| {
            let near = (token + 1..token + 4).chain((token.saturating_sub(3)..token).rev());
            near.filter_map(|at| self.referred.headed(at)).find(|mention| {
                let one = &self.referred.mentions[*mention];
                one.form == Form::Name && (one.first..=one.last).contains(&token)
            })
        })
    }

    /// The subject of the clause that governs a cue without one: "…, adding that". A passive has none.
    fn governing(&self, cue: usize) -> Option<usize> {
        let all = self.all;
        let sentences = &self.segments.sentences;
        let sentence = sentences.partition_point(|sentence| sentence.tokens.end <= cue);
        let tokens = sentences.get(sentence)?.tokens.clone();
        let child = |verb: usize, rels: &[Rel]| {
            tokens.clone().find(|at| all.head[*at] as usize == verb && rels.contains(&all.rel[*at]))
        };
        let subjects = [Rel::Nsubj, Rel::NsubjPass, Rel::NsubjOuter, Rel::Expl, Rel::AuxPass];
        if child(cue, &subjects).is_some() || (all.tag[cue].xpos == Xpos::Vbn && child(cue, &[Rel::Aux]).is_none()) {
            return None;
        }
        let mut at = cue;
        for _ in 0..CLIMB {
            let (head, rel) = (all.head[at], all.rel[at]);
            if head == NONE {
                return None;
            }
            let head = head as usize;
            match rel {
                Rel::Conj | Rel::Advcl | Rel::Xcomp | Rel::Parataxis | Rel::Dep => {}
                // "A statement saying that": the noun itself.
                Rel::Acl => return self.in_name(head),
                _ => return None,
            }
            if let Some(subject) = child(head, &[Rel::Nsubj, Rel::NsubjOuter, Rel::NsubjPass]) {
                return self.in_name(subject);
            }
            at = head;
        }
        None
    }

    /// What kind of source a mention is, by whom it means and by its noun.
    fn kind(&self, mention: usize, claim: usize) -> SourceKind {
        let one = &self.referred.mentions[mention];
        let entity = self.referred.chains.of(mention).map(|entity| self.referred.chains.get(entity));
        let sort = entity.map_or(one.sort, |entity| entity.sort);
        let named = one.form == Form::Name || entity.is_some_and(|entity| entity.name.is_some());
        let pair = one.form == Form::Pair
            && self.referred.headed(one.head).is_some_and(|first| self.referred.mentions[first].form == Form::Name);
        match sort {
            Sort::Person if named || pair => SourceKind::Named,
            // "The police": several people who speak as one body.
            Sort::Person if one.form == Form::Noun && self.is_corporate(one.head) => SourceKind::Organisation,
            Sort::Person => SourceKind::Unnamed,
            Sort::Body | Sort::State | Sort::Place => SourceKind::Organisation,
            Sort::Paper => SourceKind::Document,
            Sort::Open if one.form == Form::Pronoun(Pronoun::It) => {
                if self.shows(claim) {
                    SourceKind::Document
                } else {
                    SourceKind::Organisation
                }
            }
            Sort::Open => SourceKind::Unnamed,
            Sort::Thing if one.form == Form::Name => SourceKind::Organisation,
            Sort::Thing => {
                let word = self.segments.tokens[one.head].of(self.text).to_lowercase();
                let person = self.language.people.agents.iter().any(|ending| word.ends_with(ending));
                if !person && self.shows(claim) { SourceKind::Document } else { SourceKind::Unnamed }
            }
        }
    }

    fn is_corporate(&self, noun: usize) -> bool {
        let corporate = &self.language.people.corporate;
        corporate.get(self.all.word[noun]).or_else(|| corporate.get(self.all.lemma[noun])).is_some()
    }

    /// Whether the claim's cue is one by which things speak: "shows".
    fn shows(&self, claim: usize) -> bool {
        self.said.get(claim).is_some_and(|said| self.language.people.shows.get(self.all.lemma[said.cue]).is_some())
    }

    /// The kind of a source without a mention: "some", "the Foo".
    fn headless(&self, claim: usize) -> SourceKind {
        let range = self.said.get(claim).map_or(0..0, |said| said.source.clone());
        let last = range.rev().find(|at| self.all.tag[*at].upos == Upos::Propn);
        if last.is_some() { SourceKind::Organisation } else { SourceKind::Unnamed }
    }

    /// Lists who may be an actor: who is named, who speaks, and whoever else a noun says can act.
    fn cast(&mut self) {
        let chains = &self.referred.chains;
        let speaks: std::collections::BTreeSet<u32> =
            self.of.iter().flatten().filter_map(|(mention, _)| chains.of(*mention)).collect();
        let listed = |number: u32, entity: &Entity| match entity.sort {
            Sort::Person | Sort::Body | Sort::State => entity.name.is_some() || speaks.contains(&number),
            Sort::Place => speaks.contains(&number),
            Sort::Thing => entity.name.is_some() && speaks.contains(&number),
            Sort::Paper | Sort::Open => false,
        };
        let mentions = &self.referred.mentions;
        let first = |entity: &Entity| entity.mentions.first().and_then(|mention| mentions.get(*mention as usize));
        let can_act = |entity: &Entity| match entity.sort {
            // A pronoun that stands for nobody is nobody's.
            Sort::Person | Sort::Body | Sort::State => {
                first(entity).is_some_and(|one| matches!(one.form, Form::Noun | Form::Name))
            }
            Sort::Place => entity.name.is_some(),
            Sort::Thing => entity.name.is_some() || first(entity).is_some_and(|one| self.acts(one.head)),
            Sort::Paper | Sort::Open => false,
        };
        let mut order: Vec<(u32, u32, bool)> = chains
            .all()
            .map(|(number, entity)| (number, entity, listed(number, entity)))
            .filter(|(_, entity, listed)| *listed || can_act(entity))
            .filter_map(|(number, entity, listed)| Some((*entity.mentions.first()?, number, listed)))
            .collect();
        order.sort_unstable();
        for (at, (_, entity, listed)) in order.into_iter().enumerate() {
            let actor = self.actor(at + 1, entity, self.referred.chains.get(entity));
            self.numbers.insert(entity, at + 1);
            self.actors.push(Candidate { actor, entity, listed });
        }
    }

    /// Whether a noun is one of those who act: "rebels".
    fn acts(&self, noun: usize) -> bool {
        let classes = &self.language.actors.classes;
        classes.get(self.all.lemma[noun]).is_some() || classes.get(self.all.word[noun]).is_some()
    }

    fn actor(&self, number: usize, id: u32, entity: &Entity) -> Actor {
        let kind = match entity.sort {
            Sort::Person if entity.plural == Some(true) && entity.name.is_none() => ActorKind::Group,
            Sort::Person => ActorKind::Person,
            Sort::State | Sort::Place => ActorKind::State,
            _ => ActorKind::Organisation,
        };
        let name = self.full(id, entity);
        let mut roles: Vec<String> = Vec::new();
        for (first, last) in &entity.roles {
            let role = self.words(*first, *last);
            if !roles.contains(&role) && role != name {
                roles.push(role);
            }
        }
        let span = |mention: &u32| {
            let one = &self.referred.mentions[*mention as usize];
            Span::new(self.segments.tokens[one.first].start, self.segments.tokens[one.last].end)
        };
        let mut mentions: Vec<Span> = entity.mentions.iter().map(span).collect();
        mentions.sort_unstable();
        mentions.dedup();
        Actor { id: format!("a{number}"), name, kind, country: None, roles, mentions }
    }

    /// The fullest name, or else the fullest description.
    fn full(&self, id: u32, entity: &Entity) -> String {
        let mentions = &self.referred.mentions;
        if let Some(name) = entity.name {
            let one = &mentions[name as usize];
            return self.words(one.first, one.last);
        }
        let described = entity.mentions.iter().take(DESCRIBED).map(|mention| &mentions[*mention as usize]);
        let described = described.filter(|one| matches!(one.form, Form::Noun | Form::Pair));
        // Of equally long ones the first.
        let longest = described.map(|one| (one.first, one.last)).chain(self.told.get(&id).copied());
        let longest = longest.max_by_key(|(first, last)| (last - first, usize::MAX - first));
        longest.map_or(String::new(), |(first, last)| self.words(first, last))
    }

    /// The words from a token to another, white space between them made one space.
    fn words(&self, first: usize, last: usize) -> String {
        let tokens = &self.segments.tokens;
        let text = Span::new(tokens[first].start, tokens[last].end).of(self.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
