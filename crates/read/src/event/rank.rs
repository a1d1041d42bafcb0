//! Which event of a sentence is the main one: what the model of ranks looks at.

use super::kind::Root;
use super::party::Party;
use super::role::above;
use super::side::{Pair, sorts};
use super::trigger::Trigger;
use crate::attribute::analysis::Analysis;
use crate::certainty::clause::Form;
use crate::language::Language;
use crate::model::hash::feature;
use crate::parse::Rel;

/// How far up the tree is looked.
const CLIMB: usize = 6;

/// Writes the features of an event. `triggers` are those of its sentence; `lead` says how sure its root is.
pub fn features(
    all: &Analysis,
    language: &Language,
    triggers: &[Trigger],
    (trigger, root, lead): (&Trigger, Root, i32),
    (parties, (pair, score)): (&[Party], (Pair, i32)),
    out: &mut Vec<u64>,
) {
    out.clear();
    let at = trigger.at;
    let [actor, target] = sorts(parties, pair);
    let noun = u64::from(all.tag[at].xpos.is_noun());
    let rel = all.rel[at] as u64;
    let (depth, path, told, below) = way_up(all, triggers, at);
    let order = triggers.iter().position(|one| one.at == at).unwrap_or(0).min(5) as u64;
    let form = Form::of(all, language, at);
    let form = u64::from(form.negated)
        | u64::from(form.future) << 1
        | u64::from(form.modal) << 2
        | u64::from(form.infinitive) << 3;
    let sure = (lead / 20).clamp(0, 8) as u64;
    let of = |template: u64, values: [u64; 3]| feature(100 + template, values);
    out.extend([
        of(0, [0, 0, 0]),
        of(1, [rel, noun, 0]),
        of(2, [actor, target, noun]),
        of(3, [actor, target, rel]),
        of(4, [depth, noun, 0]),
        of(5, [path, 0, 0]),
        of(6, [told, depth, noun]),
        of(7, [order, noun, 0]),
        of(8, [root as u64, 0, 0]),
        of(9, [root as u64, noun, target]),
        of(10, [form, noun, 0]),
        of(11, [sure, 0, 0]),
        of(12, [below, root as u64, 0]),
        of(13, [below, noun, 0]),
        of(14, [u64::from(all.cue[at]), root as u64, 0]),
        of(15, [trigger.hint as u64, root as u64, 0]),
        of(16, [u64::from(trigger.noun.is_some()), noun, 0]),
        of(17, [all.lemma[at], 0, 0]),
        of(19, [(score / 8000).clamp(-2, 12) as u64, noun, 0]),
        of(18, [triggers.len().min(6) as u64, order, noun]),
    ]);
}

/// How deep a token stands, by which relations, whether in what is said, and the root of the next trigger above it.
fn way_up(all: &Analysis, triggers: &[Trigger], at: usize) -> (u64, u64, u64, u64) {
    let (mut depth, mut path, mut told, mut below) = (0, 0, 0, 0);
    let mut at = at;
    for _ in 0..CLIMB {
        let Some(up) = above(all, at) else { break };
        let rel = all.rel[at];
        // What is said is no deeper than who says it.
        let said = all.cue[up] && matches!(rel, Rel::Ccomp | Rel::Parataxis | Rel::Xcomp);
        told |= u64::from(said);
        depth += u64::from(!said);
        if matches!(
            rel,
            Rel::AclRelcl | Rel::Advcl | Rel::Acl | Rel::Nmod | Rel::Obl | Rel::Obj | Rel::Conj | Rel::Xcomp
        ) {
            path = path * 11 + rel as u64;
        }
        if below == 0
            && let Some(trigger) = triggers.iter().find(|one| one.at == up || one.noun == Some(up))
        {
            below = trigger.hint as u64 + 1;
        }
        at = up;
    }
    (depth, path, told, below)
}
