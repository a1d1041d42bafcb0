//! The two sides of an event: of those who may take part in it, who does it and to whom it is done.

use super::enter::Who;
use super::party::Party;
use super::role::Roles;
use super::trigger::Trigger;
use crate::attribute::analysis::Analysis;
use crate::language::Language;
use crate::parse::Rel;

/// Who does it and to whom, by their words.
#[derive(Debug, Clone, Default)]
pub(super) struct Sides {
    /// Who does it.
    pub actors: Vec<(usize, Who)>,
    /// To whom.
    pub targets: Vec<(usize, Who)>,
    /// Whether they do it to each other: "Corvania and Vessia met".
    pub joined: bool,
}

/// The two who are chosen, as numbers of a list of parties.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pair {
    /// Who does it.
    pub actor: Option<usize>,
    /// To whom.
    pub target: Option<usize>,
}

/// For each of those who may take part the place that rules give them among the actors and among the targets, from 0.
pub(super) fn ruled(all: &Analysis, language: &Language, parties: &[Party], roles: &Roles) -> Vec<[u8; 2]> {
    let mut out = vec![[NOWHERE; 2]; parties.len()];
    for (side, heads) in [&roles.actors, &roles.targets].into_iter().enumerate() {
        let mut place = 0;
        for head in heads {
            let own = parties.iter().position(|party| party.head == *head);
            let inside = || {
                let tokens = super::role::phrase(all, language, *head);
                parties.iter().rposition(|party| tokens.contains(&party.head))
            };
            if let Some(number) = own.or_else(inside).filter(|number| out[*number][side] == NOWHERE) {
                out[number][side] = place;
                place += 1;
            }
        }
    }
    out
}

/// The place of those whom rules do not name.
pub(super) const NOWHERE: u8 = u8::MAX;

/// The first two by the rules.
pub(super) fn first(parties: &[Party], ruled: &[[u8; 2]]) -> Pair {
    let actor = ruled.iter().position(|places| places[0] == 0);
    let other = |number: &usize| actor.is_none_or(|actor| !parties[actor].is(&parties[*number]));
    let target = (0..parties.len())
        .filter(|number| ruled[*number][1] != NOWHERE)
        .filter(other)
        .min_by_key(|number| ruled[*number][1]);
    Pair { actor, target }
}

/// The word that those are joined to who are named in one breath: the first of them.
pub(super) fn base(all: &Analysis, party: &Party) -> usize {
    if all.rel[party.head] == Rel::Conj { all.head[party.head] as usize } else { party.head }
}

/// The sorts of two; 0 where there is nobody.
pub(super) fn sorts(parties: &[Party], pair: Pair) -> [u64; 2] {
    [pair.actor, pair.target].map(|number| number.and_then(|number| parties.get(number)).map_or(0, |one| one.sort + 1))
}

/// Both with those that are joined to them.
pub(super) fn joined(all: &Analysis, trigger: &Trigger, parties: &[Party], pair: Pair) -> Sides {
    let base = |number: usize| base(all, &parties[number]);
    let group = |number: usize| {
        let rest = (0..parties.len()).filter(move |other| *other != number && base(*other) == base(number));
        std::iter::once(number).chain(rest)
    };
    let word = |number: usize| (parties[number].head, parties[number].who);
    let not_itself = |number: &usize| parties[*number].head != trigger.at;
    let mut sides = Sides::default();
    if let (Some(actor), Some(target)) = (pair.actor, pair.target)
        && base(actor) == base(target)
    {
        sides.actors.push(word(actor));
        sides.targets.extend(group(target).filter(|number| *number != actor).map(word));
        sides.joined = true;
        return sides;
    }
    sides.actors.extend(pair.actor.into_iter().flat_map(group).filter(not_itself).map(word));
    sides.targets.extend(pair.target.into_iter().flat_map(group).filter(not_itself).map(word));
    sides
}
