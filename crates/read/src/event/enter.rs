//! Actors and targets as the actors of the reading: whoever is known is meant, and a noun phrase that stands for somebody
//! new is entered.

use record::reading::{ActorKind, Place};
use record::span::Span;

use super::kind::Root;
use super::role::{Worth, phrase, sort, worth};
use super::side::Sides;
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
}

/// Who is meant by a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// An actor of the cast.
    Known(usize),
    /// Somebody new, who becomes an actor by taking part.
    New(ActorKind),
    /// Whoever says that the event took place: "the generals said *they* would attack", where nobody else is meant by the
    /// pronoun.
    Speaker,
}

impl Entry<'_> {
    /// Each actor with each target, as ids. Joined actors and targets make pairs of their own, and who meets or agrees with
    /// another is met in turn.
    pub(super) fn pairs(
        &self,
        cast: &mut Cast,
        (root, mode): (Root, Option<&str>),
        sides: &Sides,
        speaker: Option<usize>,
    ) -> Vec<(Option<String>, Option<String>)> {
        let actors = self.group(cast, &sides.actors, speaker);
        let mut targets = self.group(cast, &sides.targets, speaker);
        targets.retain(|target| !actors.contains(target));
        let id = |cast: &Cast, number: usize| cast.actors.get(number).map(|actor| actor.id.clone());
        let mut pairs = Vec::new();
        if actors.is_empty() || targets.is_empty() {
            // Where one side is open, each of the other has it open.
            pairs.extend(actors.iter().map(|actor| (id(cast, *actor), None)));
            pairs.extend(targets.iter().map(|target| (None, id(cast, *target))));
            pairs.truncate(PAIRS);
            return if pairs.is_empty() { vec![(None, None)] } else { pairs };
        }
        for actor in &actors {
            for target in &targets {
                pairs.push((id(cast, *actor), id(cast, *target)));
            }
        }
        // Those who are joined do it to each other, and so do those who meet.
        let mutual = sides.joined || root == Root::Consult && mode.is_none();
        if mutual {
            for number in 0..pairs.len() {
                let (actor, target) = pairs[number].clone();
                pairs.push((target, actor));
            }
        }
        pairs.truncate(PAIRS);
        pairs
    }

    /// The actors that some words mean, each once.
    fn group(&self, cast: &mut Cast, members: &[(usize, Who)], speaker: Option<usize>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for (head, who) in members {
            let number = match who {
                Who::Known(known) => Some(self.alone(cast, *head, *known)),
                Who::Speaker => speaker,
                Who::New(kind) => self.enter(cast, *head, *kind),
            };
            found.extend(number.filter(|number| !found.contains(number)));
        }
        found
    }

    /// Who is meant by the noun phrase that a word heads, as far as that is somebody.
    pub(super) fn who(&self, cast: &Cast, head: usize) -> Option<Who> {
        let Scene { all, language, .. } = *self.scene;
        if let Some(known) = cast.meant(head) {
            return Some(Who::Known(known));
        }
        let worth = worth(all, language, head);
        if all.tag[head].upos == Upos::Pron {
            let takes_up = !matches!(language.people.pronouns.get(all.word[head]), None | Some(Pronoun::Who));
            return takes_up.then_some(Who::Speaker);
        }
        if worth < Worth::Somebody && all.tag[head].upos != Upos::Noun {
            return None;
        }
        // The people of somewhere ("the *French*"), and no other quality.
        let article = || children(all, head).any(|child| all.rel[child] == Rel::Det);
        if all.tag[head].upos == Upos::Adj && !(all.rel[head] != Rel::Amod && article()) {
            return None;
        }
        let sort = sort(all, language, head);
        // A thing is nobody; what is done to it is done to whose it is.
        if worth != Worth::Named && matches!(sort, None | Some(NounSort::Paper)) {
            return None;
        }
        // The head of a name is not always where the name's own head was found.
        if worth == Worth::Named && phrase(all, language, head).any(|token| cast.meant(token).is_some()) {
            return None;
        }
        Some(Who::New(match sort {
            Some(NounSort::Person | NounSort::Man | NounSort::Woman) => ActorKind::Person,
            Some(NounSort::Body | NounSort::Outlet) => ActorKind::Organisation,
            Some(NounSort::State) => ActorKind::State,
            _ if self.is_place(head) && !self.is_town(head) => ActorKind::State,
            None if worth == Worth::Named => ActorKind::Organisation,
            _ => ActorKind::Group,
        }))
    }

    /// Whether a word is part of the name of a place. A town is somebody where something is done to it.
    pub(super) fn is_place(&self, head: usize) -> bool {
        self.placed.get(head).is_some_and(|place| *place != 0)
    }

    /// Whether it is known in which country the place lies: a state that is known was met before.
    fn is_town(&self, head: usize) -> bool {
        let number = self.placed.get(head).map_or(0, |place| *place as usize);
        number.checked_sub(1).and_then(|number| self.places.get(number)?.country.as_ref()).is_some()
    }

    /// Enters somebody new.
    fn enter(&self, cast: &mut Cast, head: usize, kind: ActorKind) -> Option<usize> {
        let Scene { all, language, text, .. } = *self.scene;
        let span = self.scene.span(phrase(all, language, head))?;
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
