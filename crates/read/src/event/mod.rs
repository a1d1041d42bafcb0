//! Events: who does what to whom.
//!
//! A lexicon says which words may tell of an event (`trigger`); rules on the tree say who may do it and to whom (`role`),
//! and a linear model chooses a pair of those who are mentioned in the sentence (`party`, `side`, `choose`), what the rules
//! say being one feature; another gives the root, with what the lexicon says among its features (`features`, `model`), and a
//! third says which event of a sentence is the main one (`rank`). Whether it took place (`status`), its contexts
//! (`context`), time and place (`when`) are rules. `study` hands out what the models see, for training and measuring.

#[cfg(test)]
mod cases;
pub mod choose;
mod context;
mod enter;
pub mod features;
mod kind;
pub mod model;
pub mod own;
mod party;
pub mod rank;
pub mod role;
pub mod side;
mod status;
pub mod study;
pub mod trigger;
mod when;

use std::ops::Range;

use record::reading::{Claim, Event, Place};
use record::span::Span;

use self::choose::{Seat, choose};
use self::enter::Entry;
use self::features::{Around, Features};
pub use self::kind::{Context, Root, Status};
use self::model::EventModel;
use self::party::{Party, parties};
use self::role::roles;
use self::side::Sides;
use self::trigger::{Trigger, triggers};
use crate::actor::Cast;
use crate::attribute::analysis::{Analysis, NONE};
use crate::certainty::clause::Form;
use crate::language::Language;
use crate::scene::Scene;

/// What may be an event of a sentence.
struct Maybe {
    /// Its words.
    trigger: Trigger,
    /// The places that the rules give to each who may take part.
    ruled: Vec<[u8; 2]>,
}

/// An event of a sentence, before it is written down.
struct Found {
    trigger: Trigger,
    root: Root,
    sides: Sides,
    /// How much speaks for it as the main event.
    score: i32,
}

/// What may be the events of a sentence, in its order.
fn maybe(all: &Analysis, language: &Language, triggers: &[Trigger], parties: &[Party]) -> Vec<Maybe> {
    let of = |trigger: &Trigger| {
        let mut roles = roles(all, language, trigger);
        role::who_stands_behind(all, language, triggers, trigger, &mut roles);
        // A noun that nobody is beside names no event: "in time of war".
        if all.tag[trigger.at].xpos.is_noun() && roles.actors.is_empty() && roles.targets.is_empty() {
            return None;
        }
        let ruled = side::ruled(all, language, parties, &roles);
        Some(Maybe { trigger: trigger.clone(), ruled })
    };
    triggers.iter().filter_map(of).collect()
}

/// The events of a sentence, the main one first.
fn of_sentence(
    scene: &Scene<'_>,
    model: &EventModel<'_>,
    sentence: &Range<usize>,
    parties: &[Party],
    triggers: &[Trigger],
    speaker: impl Fn(&Trigger) -> Option<usize>,
    features: &mut Features,
) -> Vec<Found> {
    let Scene { all, language, .. } = *scene;
    let around = Around { all, language, gazetteer: model.gazetteer(), sentence, triggers };
    let mut ranks = Vec::new();
    let mut found: Vec<Found> = Vec::with_capacity(triggers.len());
    for Maybe { trigger, ruled } in maybe(all, language, triggers, parties) {
        features.extract(&around, &trigger, Some(trigger.hint));
        let (learnt, lead) = model.root(features);
        let root = written(all, language, &trigger, learnt);
        let seat = Seat::of((all, language), (&trigger, triggers), parties, &ruled, speaker(&trigger));
        let pair = choose(model, &seat, &mut ranks);
        rank::features(all, language, triggers, (&trigger, root, lead), (parties, pair), &mut ranks);
        let sides = side::joined(all, &trigger, parties, pair.0);
        found.push(Found { root, sides, score: model.rank(&ranks), trigger });
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.score));
    found
}

/// The root that is written down: what the model has not learnt, the lexicon says, and so it does of nouns that stand for
/// an event by themselves, of which the model has seen few. A deed that was done or was not done is that deed: only what
/// somebody will do can be agreed to, and refused what they will not.
pub fn written(all: &Analysis, language: &Language, trigger: &Trigger, learnt: Root) -> Root {
    let hint = trigger.hint;
    let past = |negated: bool| {
        let form = Form::of(all, language, trigger.at);
        form.negated == negated && form.past && !form.future && !form.modal
    };
    match (hint, learnt) {
        (_, Root::Reject) if hint.is_material() && past(true) => hint,
        (_, Root::Agree) if hint.is_material() && past(false) => hint,
        // Force is no kindness.
        (Root::Assault, Root::Retreat | Root::Support | Root::Aid | Root::Consult | Root::Cooperate)
            if trigger.noun.is_none() && past(false) =>
        {
            hint
        }
        _ if all.tag[trigger.at].xpos.is_noun() => hint,
        (Root::Deny | Root::Comment, _) => hint,
        (Root::Concede, Root::Retreat) => Root::Concede,
        _ => learnt,
    }
}

/// The events of a document, in the order of the text.
pub(crate) fn events(scene: &Scene<'_>, places: &[Place], cast: &mut Cast) -> Vec<Event> {
    match model::embedded() {
        Ok(model) => events_by(model, scene, places, cast),
        Err(_) => Vec::new(),
    }
}

/// The same by another model, as measuring needs it.
pub(crate) fn events_by(model: &EventModel<'_>, scene: &Scene<'_>, places: &[Place], cast: &mut Cast) -> Vec<Event> {
    let Scene { segments, all, language, .. } = *scene;
    let mut out: Vec<Event> = Vec::new();
    let mut features = Features::default();
    let inside = Inside::of(scene);
    let placed = placed(scene, places);
    let entry = Entry { scene, places, placed: &placed };
    for (number, sentence) in segments.sentences.iter().enumerate() {
        let first = out.len();
        let triggers = triggers(all, language, &sentence.tokens);
        if triggers.is_empty() {
            continue;
        }
        let parties = parties(&entry, cast, &sentence.tokens);
        let found = {
            let speaker = |trigger: &Trigger| speaker(cast, inside.claim(scene, number, trigger.at));
            of_sentence(scene, model, &sentence.tokens, &parties, &triggers, speaker, &mut features)
        };
        for (rank, found) in found.iter().enumerate() {
            let Found { trigger, root, sides, .. } = found;
            let Some(span) = span(scene, trigger) else { continue };
            let claim = inside.claim(scene, number, trigger.at);
            let status = status::status(all, language, &sentence.tokens, trigger, *root, claim);
            let clause = clause(all, trigger, &sentence.tokens);
            let contexts = context::contexts(all, language, clause);
            let time = when::time(scene, trigger, claim);
            let place = when::place(scene, trigger, places, &placed);
            let speaker = speaker(cast, claim);
            for (actor, target) in entry.pairs(cast, (*root, trigger.mode), sides, speaker) {
                out.push(Event {
                    id: String::new(),
                    kind: root.name().to_owned(),
                    rank: u32::try_from(rank + 1).unwrap_or(u32::MAX),
                    mode: trigger.mode.filter(|_| trigger.hint == *root).map(str::to_owned),
                    contexts: contexts.iter().map(|context| context.name().to_owned()).collect(),
                    actor,
                    target,
                    status: status.name().to_owned(),
                    claim: claim.map(|claim| claim.id.clone()),
                    time: time.clone(),
                    place: place.clone(),
                    span,
                });
            }
        }
        out[first..].sort_by_key(|event| event.span.start);
    }
    for (number, event) in out.iter_mut().enumerate() {
        event.id = format!("e{}", number + 1);
    }
    out
}

/// Whoever says what a claim says, as a number of the cast.
fn speaker(cast: &Cast, claim: Option<&Claim>) -> Option<usize> {
    let id = claim?.source.actor.as_deref()?;
    cast.actors.iter().position(|actor| actor.id == id)
}

/// The tokens of the clause of a trigger, within its sentence.
fn clause(all: &Analysis, trigger: &Trigger, sentence: &Range<usize>) -> Range<usize> {
    let at = trigger.at;
    (all.first[at] as usize).max(sentence.start)..(all.last[at] as usize + 1).min(sentence.end)
}

/// From the predicate to the noun that says what is done, if that stands shortly behind it; else the phrase.
fn span(scene: &Scene<'_>, trigger: &Trigger) -> Option<Span> {
    const NEAR: usize = 8;
    let end = match trigger.noun {
        Some(noun) if (trigger.at..trigger.at + NEAR).contains(&noun) => trigger.tokens.end.max(noun + 1),
        _ => trigger.tokens.end,
    };
    scene.span(trigger.at..end)
}

/// Which claims hold words of each sentence.
struct Inside(Vec<Vec<u32>>);

impl Inside {
    fn of(scene: &Scene<'_>) -> Self {
        let sentences = &scene.segments.sentences;
        let mut held = vec![Vec::new(); sentences.len()];
        for (number, claim) in scene.claims.iter().enumerate() {
            for span in &claim.content.spans {
                let from = sentences.partition_point(|sentence| sentence.span.end <= span.start);
                let to = sentences.partition_point(|sentence| sentence.span.start < span.end);
                for list in held.iter_mut().take(to).skip(from) {
                    list.push(u32::try_from(number).unwrap_or(NONE));
                }
            }
        }
        Self(held)
    }

    /// The innermost claim that holds a token, which is the one with the shortest content.
    fn claim<'s>(&self, scene: &Scene<'s>, sentence: usize, token: usize) -> Option<&'s Claim> {
        let token = scene.segments.tokens.get(token)?;
        let claims = self.0.get(sentence)?.iter().filter_map(|number| scene.claims.get(*number as usize));
        let holds = |claim: &&Claim| claim.content.spans.iter().any(|span| span.covers(token));
        let length = |claim: &&Claim| claim.content.spans.iter().map(|span| span.end - span.start).sum::<usize>();
        claims.filter(holds).min_by_key(length)
    }
}

/// For each token the place whose name ends with it, counted from 1; 0 for none.
fn placed(scene: &Scene<'_>, places: &[Place]) -> Vec<u32> {
    let tokens = &scene.segments.tokens;
    let mut placed = vec![0; tokens.len()];
    for (number, place) in places.iter().enumerate() {
        for span in &place.mentions {
            let from = tokens.partition_point(|token| token.start < span.start);
            let to = tokens.partition_point(|token| token.end <= span.end);
            if let Some(slots) = placed.get_mut(from..to) {
                slots.fill(u32::try_from(number + 1).unwrap_or(0));
            }
        }
    }
    placed
}
