//! What the model of sides looks at: how somebody stands to the predicate, what sort of actor they are, what the rules say;
//! and, of two, in which order and how joined they stand.

use super::enter::Who;
use super::kind::Root;
use super::model::EventModel;
use super::own;
use super::party::{Part, Party};
use super::role::is_mutual;
use super::side::{NOWHERE, Pair, base, first};
use super::trigger::Trigger;
use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::language::Language;
use crate::model::hash::{feature, mix};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How far up from the predicate, and from who may take part, they are looked for to meet.
const UP: usize = 5;
const FAR: usize = 8;

/// A predicate, as its sides are looked for.
pub(super) struct Seat<'s> {
    all: &'s Analysis,
    trigger: &'s Trigger,
    /// All triggers of the sentence.
    triggers: &'s [Trigger],
    parties: &'s [Party],
    ruled: &'s [[u8; 2]],
    /// Whoever says that it took place.
    speaker: Option<usize>,
    /// Whether those who are joined may do it to one another.
    mutual: bool,
    /// The predicate and what stands above it.
    above: [u32; UP],
    /// What voice it has.
    voice: u64,
    hint: u64,
}

/// Where somebody stands in the tree as seen from the predicate.
#[derive(Debug, Clone, Copy)]
struct Way {
    hash: u64,
    length: u64,
    /// The relation below the word at which they meet.
    last: u64,
    /// The root, counted from 1, of another predicate that stands between; 0 for none.
    other: u64,
}

impl<'s> Seat<'s> {
    pub(super) fn of(
        (all, language): (&'s Analysis, &Language),
        (trigger, triggers): (&'s Trigger, &'s [Trigger]),
        parties: &'s [Party],
        ruled: &'s [[u8; 2]],
        speaker: Option<usize>,
    ) -> Self {
        let mut above = [NONE; UP];
        let mut at = trigger.at as u32;
        for slot in &mut above {
            *slot = at;
            if at == NONE {
                break;
            }
            at = all.head[at as usize];
        }
        let at = trigger.at;
        let passive = children(all, at).any(|child| matches!(all.rel[child], Rel::AuxPass | Rel::NsubjPass));
        let participle = all.tag[at].xpos == Xpos::Vbn && matches!(all.rel[at], Rel::Acl | Rel::Amod | Rel::Advcl);
        let noun = all.tag[at].xpos.is_noun();
        let voice = u64::from(passive)
            | u64::from(participle) << 1
            | u64::from(noun) << 2
            | u64::from(trigger.noun.is_some()) << 3;
        let mutual = is_mutual(all, language, trigger);
        Self { all, trigger, triggers, parties, ruled, speaker, mutual, above, voice, hint: trigger.hint as u64 }
    }

    /// Whether one can take no part: the predicate itself, a pronoun that means who speaks where nobody does, who only says
    /// it, and where something is said.
    pub(super) fn is_out(&self, number: usize) -> bool {
        let party = &self.parties[number];
        party.head == self.trigger.at
            || party.who == Who::Speaker && self.speaker.is_none()
            || own::only_says(self.all, self.trigger.at, party)
            || self.is_scene(number)
    }

    /// Whether somebody is no more than where a word is given or a talk held: "met in *Vessia*", "condemned it at the *Council*".
    /// What is done in a place may well be done to it, and who visits it visits whose it is.
    fn is_scene(&self, number: usize) -> bool {
        let (party, trigger) = (&self.parties[number], self.trigger);
        let said = || !trigger.hint.is_material() && trigger.mode != Some("visit") || self.mutual;
        let attached = |at: usize| {
            self.all.is_verb(at)
                || Some(at) == trigger.noun
                || self.mutual && self.triggers.iter().any(|one| one.at == at)
        };
        let up = self.all.head[party.top];
        if !party.where_ || up == NONE {
            return party.where_ && said();
        }
        if said() && attached(up as usize) {
            return true;
        }
        // "Hit *Corvanian* ships in Vessia": who it is done to is named. "Was arrested in *Vessia*": the authorities did it.
        let is_object = |at: usize| {
            matches!(self.all.rel[at], Rel::Obj | Rel::NsubjPass) && self.all.head[at] as usize == trigger.at
        };
        let named = |one: &Party| one.part == Part::Head || self.all.tag[one.head].upos != Upos::Noun;
        let no_actor = self.ruled[number][0] == NOWHERE;
        let near = attached(up as usize) || is_object(up as usize);
        let object = |one: &Party| !one.where_ && named(one) && is_object(one.top);
        trigger.hint.is_material() && no_actor && near && self.parties.iter().any(object)
    }

    /// The way from the predicate to a word.
    fn way(&self, to: usize) -> Way {
        let all = self.all;
        let (mut at, mut hash, mut last, mut other) = (to, 0, 0, 0);
        for length in 0..FAR as u64 {
            if Some(at) == self.trigger.noun {
                return Way { hash: mix(hash, 1000), length, last, other };
            }
            if let Some(up) = self.above.iter().position(|above| *above as usize == at) {
                for above in &self.above[..up] {
                    hash = mix(hash, 500 + all.rel[*above as usize] as u64);
                }
                return Way { hash: mix(hash, up as u64), length: length + up as u64, last, other };
            }
            if other == 0 {
                let near = self.triggers.iter().find(|one| one.at == at || one.noun == Some(at));
                other = near.map_or(0, |one| one.hint as u64 + 1);
            }
            last = all.rel[at] as u64;
            hash = mix(hash, last);
            match all.head[at] {
                NONE => break,
                up => at = up as usize,
            }
        }
        Way { hash: 1, length: 20, last: 0, other }
    }

    /// Writes the features of one who may take part.
    pub(super) fn features(&self, number: usize, out: &mut Vec<u64>) {
        out.clear();
        let all = self.all;
        let party = &self.parties[number];
        let (at, root, lemma) = (self.trigger.at, self.hint, all.lemma[self.trigger.at]);
        let way = self.way(party.top);
        let part = party.part as u64;
        let [actor, target] =
            self.ruled[number].map(|place| if place == NOWHERE { 9 } else { u64::from(place.min(4)) });
        let rules = actor * 10 + target;
        let side = u64::from(party.head > at) << 1 | u64::from(party.top > at);
        let rel = all.rel[party.top] as u64;
        let up = all.head[party.top];
        let governor = if up == NONE { 0 } else { all.lemma[up as usize] };
        let far = far(party.head.abs_diff(at));
        let between = self.parties.iter().filter(|one| {
            let (low, high) = if party.head < at { (party.head, at) } else { (at, party.head) };
            one.head > low && one.head < high
        });
        let between = (between.count() as u64).min(4) * 2 + (side >> 1);
        let speaks = u64::from(matches!(party.who, Who::Known(number) if Some(number) == self.speaker))
            + 2 * u64::from(self.speaker.is_some());
        let length = way.length.min(9);
        let voice = self.voice;
        let direct = if length <= 1 { way.last + 1 } else { 0 };
        out.extend([
            feature(200, [part, side]),
            feature(201, [way.hash, part]),
            feature(202, [way.hash, part, root]),
            feature(203, [way.hash, part, lemma]),
            feature(204, [way.hash, part, voice]),
            feature(205, [rules, 0]),
            feature(206, [rules, root]),
            feature(207, [rules, part, party.case]),
            feature(208, [rel, party.case, part]),
            feature(209, [party.case, root, side]),
            feature(210, [party.case, lemma, side]),
            feature(211, [party.sort, part, side]),
            feature(212, [party.sort, root, side]),
            feature(213, [party.sort, length]),
            feature(214, [far, side, voice]),
            feature(215, [between, voice]),
            feature(216, [between, root]),
            feature(217, [speaks, side, root]),
            feature(218, [speaks, side]),
            feature(219, [governor, rel, part]),
            feature(220, [all.lemma[party.head], side]),
            feature(221, [number.min(5) as u64, (self.parties.len() - number).min(4) as u64]),
            feature(222, [party.case, party.sort, side]),
            feature(223, [direct, voice, root]),
            feature(224, [length, part, side, rel]),
            feature(226, [way.other, root, length]),
            feature(227, [u64::from(way.other > 0), party.case, side]),
            feature(228, [party.sort, root, party.case]),
            feature(225, [all.lemma[party.top], part]),
        ]);
    }

    /// Whether two cannot be the sides of one event: they are one, or they are joined and do together what the predicate says,
    /// or the rules name a target beside them ("Corvania and Vessia hailed the treaty with *Asheria*").
    pub(super) fn cannot(&self, actor: usize, target: usize) -> bool {
        let (actor, target) = (&self.parties[actor], &self.parties[target]);
        let joined = || base(self.all, actor) == base(self.all, target);
        // "*Corvanian* ministers met": whose they are is not whom they meet.
        let whose = |one: &Party, other: &Party| {
            let inside = (self.all.first[other.head] as usize..other.head).contains(&one.head);
            one.part == Part::Before && one.top == other.head || self.all.tag[one.head].upos == Upos::Adj && inside
        };
        actor.is(target)
            || whose(actor, target)
            || whose(target, actor)
            || joined() && (!self.mutual || self.has_other(actor))
    }

    /// Whether the rules name somebody first as target who is not joined to an actor.
    fn has_other(&self, actor: &Party) -> bool {
        let base = |party: &Party| base(self.all, party);
        self.parties.iter().zip(self.ruled).any(|(party, places)| places[1] == 0 && base(party) != base(actor))
    }

    /// Writes the features of two.
    pub(super) fn both(&self, pair: (usize, usize), out: &mut Vec<u64>) {
        out.clear();
        let all = self.all;
        let (actor, target) = (&self.parties[pair.0], &self.parties[pair.1]);
        let at = self.trigger.at;
        let order =
            u64::from(actor.head < target.head) << 2 | u64::from(actor.head < at) << 1 | u64::from(target.head < at);
        let inside = |inner: &Party, outer: &Party| {
            let reach = all.first[outer.top]..=all.last[outer.top];
            u64::from(inner.top != outer.top && reach.contains(&(inner.head as u32)))
        };
        let nested = inside(target, actor) << 1 | inside(actor, target);
        let one = u64::from(actor.top == target.top);
        let joined = u64::from(base(all, actor) == base(all, target));
        let between = (pair.0.abs_diff(pair.1) as u64).min(5);
        let rules = |number: usize, side: usize| u64::from(self.ruled[number][side].min(3));
        let (root, voice) = (self.hint, self.voice);
        let other = self.has_other(actor);
        let joined = joined + 2 * u64::from(other);
        out.extend([
            feature(247, [joined, rules(pair.1, 1), 0]),
            feature(248, [joined, root, voice]),
            feature(240, [order, voice]),
            feature(241, [order, root]),
            feature(242, [nested, one, joined]),
            feature(243, [nested * 4 + one * 2 + joined, root]),
            feature(244, [between, order]),
            feature(245, [rules(pair.0, 0), rules(pair.1, 1), rules(pair.0, 1), rules(pair.1, 0)]),
            feature(246, [actor.sort, target.sort]),
        ]);
    }
}

/// A distance in steps that grow.
const fn far(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=22 => 8,
        _ => 9,
    }
}

/// How many of each side are looked at in pairs.
const TOP: usize = 4;

/// What speaks for each of those who may take part, as actor and as target.
pub type SideScores = [i32; 2];

/// The pair for which most speaks, and how much. `cannot` says which two are no pair, `both` what speaks for two together;
/// `least` is what must speak for each side.
pub fn best(
    scores: &[SideScores],
    least: i32,
    cannot: impl Fn(usize, usize) -> bool,
    mut both: impl FnMut((usize, usize)) -> i32,
) -> (Pair, i32) {
    let top = |side: usize| {
        let mut list: Vec<usize> = (0..scores.len()).filter(|number| scores[*number][side] > least).collect();
        list.sort_by_key(|number| std::cmp::Reverse(scores[*number][side]));
        list.truncate(TOP);
        list
    };
    let (actors, targets) = (top(0), top(1));
    let mut found = (Pair::default(), i32::MIN);
    for actor in &actors {
        for target in targets.iter().filter(|target| !cannot(*actor, **target)) {
            let score = scores[*actor][0] + scores[*target][1] + both((*actor, *target));
            if score > found.1 {
                found = (Pair { actor: Some(*actor), target: Some(*target) }, score);
            }
        }
    }
    if found.1 > i32::MIN {
        return found;
    }
    // Only one side is named; it is who it is more likely to be.
    let alone = |side: usize, list: &[usize]| list.first().map(|number| (scores[*number][side], *number));
    match (alone(0, &actors), alone(1, &targets)) {
        (Some((score, actor)), other) if other.is_none_or(|(other, _)| score >= other) => {
            (Pair { actor: Some(actor), target: None }, score + least)
        }
        (_, Some((score, target))) => (Pair { actor: None, target: Some(target) }, score + least),
        _ => (Pair::default(), 2 * least),
    }
}

/// Whether the sides of an event are learnt: nobody has marked those of a denial or a remark, and the rules choose them.
pub(super) fn is_learnt(trigger: &Trigger) -> bool {
    !matches!(trigger.hint, Root::Deny | Root::Comment)
}

/// Chooses the two sides of an event.
pub(super) fn choose(model: &EventModel<'_>, seat: &Seat<'_>, scratch: &mut Vec<u64>) -> (Pair, i32) {
    if !is_learnt(seat.trigger) {
        return (first(seat.parties, seat.ruled), 0);
    }
    let may_act = own::may_act(seat.all, seat.trigger, seat.parties, seat.ruled);
    let scores: Vec<SideScores> = may_act
        .into_iter()
        .enumerate()
        .map(|(number, may_act)| {
            if seat.is_out(number) {
                return [OUT; 2];
            }
            seat.features(number, scratch);
            let [actor, target] = model.side(scratch);
            [if may_act { actor } else { OUT }, target]
        })
        .collect();
    best(
        &scores,
        LEAST,
        |actor, target| seat.cannot(actor, target),
        |pair| {
            seat.both(pair, scratch);
            model.pair(scratch)
        },
    )
}

/// What speaks for those who are out.
const OUT: i32 = i32::MIN / 4;
/// What must speak for a side at least.
pub const LEAST: i32 = -30_000;
