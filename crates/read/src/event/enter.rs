//! Actors and targets as the actors of the reading: whoever is known is meant, and a noun phrase that stands for somebody
//! new is entered.

use record::reading::{ActorKind, Place};
use record::span::Span;

use super::kind::Root;
use super::role::{Roles, Worth, phrase, sort, worth};
use crate::actor::Cast;
use crate::attribute::pattern::children;
use crate::language::{NounSort, Pronoun};
use crate::parse::Rel;
use crate::scene::Scene;
use crate::tag::Upos;

/// How many pairs of actor and target one predicate gives at most.
const PAIRS: usize = 12;

/// What is needed to enter somebody.
#[derive(Clone, Copy)]
pub(super) struct Entry<'e> {
    /// The document.
    pub scene: &'e Scene<'e>,
    /// Its places.
    pub places: &'e [Place],
    /// The place that each token is part of, counted from 1.
    pub placed: &'e [u32],
    /// The id of whoever says that the event took place.
    pub speaker: Option<&'e str>,
}

impl Entry<'_> {
    /// Each actor with each target, as ids. Joined actors and targets make pairs of their own, and who meets or agrees with
    /// another is met in turn.
    pub(super) fn pairs(&self, cast: &mut Cast, root: Root, roles: &Roles) -> Vec<(Option<String>, Option<String>)> {
        let actors = self.group(cast, &roles.actors);
        let mut targets = self.group(cast, &roles.targets);
        targets.retain(|target| !actors.contains(target));
        let id = |cast: &Cast, number: usize| cast.actors.get(number).map(|actor| actor.id.clone());
        let mut pairs = Vec::new();
        if actors.is_empty() || targets.is_empty() {
            let actor = actors.first().and_then(|number| id(cast, *number));
            let target = targets.first().and_then(|number| id(cast, *number));
            return vec![(actor, target)];
        }
        for actor in &actors {
            for target in &targets {
                pairs.push((id(cast, *actor), id(cast, *target)));
            }
        }
        let mutual = matches!(root, Root::Consult | Root::Agree | Root::Cooperate | Root::Support) && roles.joined;
        if mutual {
            for number in 0..pairs.len() {
                let (actor, target) = pairs[number].clone();
                pairs.push((target, actor));
            }
        }
        pairs.truncate(PAIRS);
        pairs
    }

    /// The likeliest of a list that is somebody, and those joined to it.
    fn group(&self, cast: &mut Cast, heads: &[usize]) -> Vec<usize> {
        let all = self.scene.all;
        let mut found: Vec<usize> = Vec::new();
        let mut first = None;
        for head in heads.iter().copied() {
            let joined =
                first.is_some_and(|first: usize| all.rel[head] == Rel::Conj && all.head[head] as usize == first);
            if first.is_some() && !joined {
                continue;
            }
            if let Some(number) = self.somebody(cast, head) {
                first = first.or(Some(head));
                if !found.contains(&number) {
                    found.push(number);
                }
            }
        }
        found
    }

    /// The actor that a noun phrase means, entered if it is new.
    fn somebody(&self, cast: &mut Cast, head: usize) -> Option<usize> {
        let Scene { all, language, text, .. } = *self.scene;
        if let Some(known) = cast.meant(head) {
            return Some(self.alone(cast, head, known));
        }
        let worth = worth(all, language, head);
        if all.tag[head].upos == Upos::Pron {
            // "The generals said *they* would attack": a pronoun that nobody else is meant by means who speaks.
            let takes_up = !matches!(language.people.pronouns.get(all.word[head]), None | Some(Pronoun::Who));
            let speaker = self.speaker.filter(|_| takes_up)?;
            return cast.actors.iter().position(|actor| actor.id == speaker);
        }
        if worth == Worth::None {
            return None;
        }
        let tokens = phrase(all, language, head);
        let inside = tokens.clone().rev().find_map(|token| cast.meant(token));
        // The head of a name is not always where the name's own head was found.
        if worth == Worth::Named
            && let Some(known) = inside
        {
            return Some(known);
        }
        let sort = sort(all, language, head);
        let placed = self.placed.get(head).copied().filter(|place| *place != 0);
        let town = || placed.and_then(|place| self.places.get(place as usize - 1)?.country.as_ref()).is_some();
        // A thing is nobody; what is done to it is done to whose it is. A town is where something is done.
        let thing = worth != Worth::Named && matches!(sort, None | Some(NounSort::Paper));
        if thing || town() {
            return inside;
        }
        let placed = placed.is_some();
        let span = self.scene.span(tokens)?;
        let kind = match sort {
            Some(NounSort::Person | NounSort::Man | NounSort::Woman) => ActorKind::Person,
            Some(NounSort::Body | NounSort::Outlet) => ActorKind::Organisation,
            Some(NounSort::State) => ActorKind::State,
            _ if placed => ActorKind::State,
            None if worth == Worth::Named => ActorKind::Organisation,
            _ => ActorKind::Group,
        };
        let country = self.country(cast, head);
        let number = cast.enter(head, span.of(text), kind, span);
        if let Some(actor) = cast.actors.get_mut(number) {
            actor.country = actor.country.take().or(country);
        }
        Some(number)
    }

    /// Who is meant by one of several that are also mentioned together: "*France* and Germany".
    fn alone(&self, cast: &Cast, head: usize, known: usize) -> usize {
        let Scene { all, language, .. } = *self.scene;
        if !children(all, head).any(|child| all.rel[child] == Rel::Conj) {
            return known;
        }
        let own = self.scene.span(phrase(all, language, head));
        let is_own = |mention: &Span| Some(*mention) == own;
        let named = cast.actors.iter().position(|actor| actor.mentions.iter().any(is_own));
        named.unwrap_or(known)
    }

    /// The country of somebody or something by what stands inside its noun phrase: "an army camp in *Vessia*".
    fn country(&self, cast: &Cast, head: usize) -> Option<String> {
        let all = self.scene.all;
        let of_token = |token: usize| {
            let actor = cast.meant(token).and_then(|number| cast.actors.get(number)?.country.clone());
            let place = || {
                let number = *self.placed.get(token)? as usize;
                self.places.get(number.checked_sub(1)?)?.country.clone()
            };
            actor.or_else(place)
        };
        let tokens = (all.first[head] as usize)..=(all.last[head] as usize);
        of_token(head).or_else(|| tokens.into_iter().find_map(of_token))
    }
}
