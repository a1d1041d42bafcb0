//! When and where an event takes place: the expression of time that hangs nearest below its predicate, and the place behind
//! a preposition of place.

use record::reading::{Claim, Place};

use super::role::above;
use super::trigger::Trigger;
use crate::attribute::pattern::children;
use crate::parse::Rel;
use crate::scene::Scene;

/// How many steps below the predicate something may hang.
const STEPS: usize = 3;

/// The id of the time of an event; failing one of its own, that of the claim it stands in.
pub(super) fn time(scene: &Scene<'_>, trigger: &Trigger, claim: Option<&Claim>) -> Option<String> {
    let Scene { all, times, .. } = *scene;
    let reach = (all.first[trigger.at] as usize)..=(all.last[trigger.at] as usize);
    let from = times.partition_point(|one| one.tokens.end <= *reach.start());
    let inside = times.get(from..)?.iter().take_while(|one| one.tokens.start <= *reach.end());
    let dated = |one: &&crate::time::Found| matches!(one.time.kind.as_str(), "DATE" | "TIME");
    let near = inside.filter(dated).filter_map(|one| {
        let steps = one.tokens.clone().filter_map(|token| steps(scene, token, trigger)).min()?;
        Some((steps, one))
    });
    let own = near.min_by_key(|(steps, _)| *steps).map(|(_, one)| one.time.id.clone());
    own.or_else(|| claim.and_then(|claim| claim.time.clone()))
}

/// How many steps up from a token the predicate or its noun is.
fn steps(scene: &Scene<'_>, token: usize, trigger: &Trigger) -> Option<usize> {
    let mut at = token;
    for steps in 0..=STEPS {
        if at == trigger.at || Some(at) == trigger.noun {
            return Some(steps);
        }
        at = above(scene.all, at)?;
    }
    None
}

/// The id of the place of an event. `placed` has the place that each token heads.
pub(super) fn place(scene: &Scene<'_>, trigger: &Trigger, places: &[Place], placed: &[u32]) -> Option<String> {
    let Scene { all, language, .. } = *scene;
    let at_place = |head: usize| {
        let behind = children(all, head)
            .any(|case| all.rel[case] == Rel::Case && language.phrases().event_words.at.contains(&all.lemma[case]));
        let number = placed.get(head).copied().unwrap_or(0) as usize;
        behind.then(|| places.get(number.checked_sub(1)?).map(|place| place.id.clone())).flatten()
    };
    let around = |at: usize| children(all, at).filter(|child| matches!(all.rel[*child], Rel::Obl | Rel::Nmod));
    let near = |at: usize| around(at).find_map(at_place);
    let own = near(trigger.at).or_else(|| trigger.noun.and_then(near));
    own.or_else(|| children(all, trigger.at).filter(|child| all.rel[*child] != Rel::Conj).find_map(near))
}
