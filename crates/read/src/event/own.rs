//! Whose an event is beyond doubt: the subject of its own verb, who stands behind "by", whose noun it is. What a model has
//! learnt of others must not make somebody do what the sentence says that another did: "Asheria said that *Corvania* had
//! attacked the port", "Asheria condemned *Corvania's* attack".

use super::party::{Part, Party};
use super::side::NOWHERE;
use super::trigger::Trigger;
use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::model::hash::folded;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// For each of those who may take part, whether they may be the actor. Where the sentence does not name one beyond doubt, all
/// may.
pub(super) fn may_act(all: &Analysis, trigger: &Trigger, parties: &[Party], ruled: &[[u8; 2]]) -> Vec<bool> {
    // "Must release the pilots": whoever is asked has the rules as target, though it is the subject.
    let asked = |places: &[u8; 2]| places[0] == NOWHERE && places[1] != NOWHERE;
    let owners = |at: usize| -> Vec<bool> {
        let own = |(party, places): (&Party, &[u8; 2])| owns(all, at, party) && !asked(places);
        let all: Vec<bool> = parties.iter().zip(ruled).map(own).collect();
        // "*CNN* Corvanian police": what stands before the head may belong to the line above.
        let heads: Vec<bool> = parties.iter().zip(&all).map(|(party, own)| *own && party.part == Part::Head).collect();
        if heads.contains(&true) { heads } else { all }
    };
    let mut own = owners(trigger.at);
    if !own.contains(&true) {
        own = trigger.noun.map(owners).unwrap_or(own);
    }
    if !own.contains(&true) {
        let below = |(party, places): (&Party, &[u8; 2])| places[0] == 0 && is_object_above(all, trigger, party);
        own = parties.iter().zip(ruled).map(below).collect();
    }
    if own.contains(&true) {
        return own;
    }
    // Whoever it is done to has not done it: "the port was attacked".
    parties
        .iter()
        .map(|party| {
            !children(all, trigger.at).any(|child| all.rel[child] == Rel::NsubjPass && is_in(all, child, party))
        })
        .collect()
}

/// Whether somebody only says it, where a noun names it and they stand outside: "the attack failed, *Corvania* said".
pub(super) fn only_says(all: &Analysis, at: usize, party: &Party) -> bool {
    says(all, at).is_some_and(|says| is_in(all, says, party))
}

/// Who says what an event stands in, where a noun that is the subject of its clause names it.
fn says(all: &Analysis, at: usize) -> Option<usize> {
    if !all.tag[at].xpos.is_noun() || !all.rel[at].is_subject() || all.head[at] == NONE {
        return None;
    }
    let clause = all.head[at] as usize;
    let below = matches!(all.rel[clause], Rel::Ccomp | Rel::Parataxis) && all.head[clause] != NONE;
    let cue = below.then_some(all.head[clause] as usize)?;
    children(all, cue).find(|child| all.cue[cue] && all.rel[*child] == Rel::Nsubj)
}

/// Whether somebody is the actor of a predicate by its own words.
fn owns(all: &Analysis, at: usize, party: &Party) -> bool {
    if all.tag[at].xpos.is_noun() {
        let adjective = party.part == Part::Before && all.tag[party.head].upos == Upos::Adj;
        // "*His* support" is whose verb it is.
        let owner = party.part == Part::Owner && all.tag[party.head].upos != Upos::Pron;
        return party.top == at && party.head != at && (owner || adjective);
    }
    if all.tag[at].xpos == Xpos::Vbn && party.case == folded("by") && all.head[party.top] as usize == at {
        return true;
    }
    subject(all, at).is_some_and(|subject| is_in(all, subject, party))
}

/// The subject of a verb that is no passive; of an infinitive below another verb, and of the second of two joined verbs, that of
/// the verb above: "*Corvania* may be preparing to attack".
fn subject(all: &Analysis, at: usize) -> Option<usize> {
    const UP: usize = 3;
    let mut at = at;
    for _ in 0..UP {
        let child = |rel: Rel| children(all, at).find(|child| all.rel[*child] == rel);
        if child(Rel::NsubjPass).is_some() || child(Rel::AuxPass).is_some() {
            return None;
        }
        if let Some(subject) = child(Rel::Nsubj) {
            return Some(subject);
        }
        let up = all.head[at];
        let below = matches!(all.rel[at], Rel::Xcomp | Rel::Conj) && up != NONE;
        if !below || !all.tag[up as usize].xpos.is_verb() {
            return None;
        }
        // Whoever is ordered or accused stands as object between the two.
        if all.rel[at] == Rel::Xcomp
            && children(all, up as usize).any(|child| matches!(all.rel[child], Rel::Obj | Rel::Iobj))
        {
            return None;
        }
        at = up as usize;
    }
    None
}

/// Whether somebody is the head of a phrase, or joined to it.
fn is_in(all: &Analysis, phrase: usize, party: &Party) -> bool {
    party.top == phrase || all.rel[party.top] == Rel::Conj && all.head[party.top] as usize == phrase
}

/// Whether somebody is the object of the verb above one that has no subject of its own: "accused *Corvania* of attacking the
/// port".
fn is_object_above(all: &Analysis, trigger: &Trigger, party: &Party) -> bool {
    let up = all.head[trigger.at];
    let below = matches!(all.rel[trigger.at], Rel::Advcl | Rel::Acl | Rel::Xcomp | Rel::Ccomp);
    below
        && up != NONE
        && all.tag[up as usize].xpos.is_verb()
        && all.rel[party.top] == Rel::Obj
        && all.head[party.top] == up
}
