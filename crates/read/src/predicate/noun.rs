//! Nouns that name an action: "Corvania's *delivery* of rifles to Vessia".

use super::{Arguments, joined, obliques, verb};
use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::language::Language;
use crate::parse::Rel;

pub(super) fn arguments(all: &Analysis, language: &Language, at: usize) -> Arguments {
    let words = &language.phrases().words;
    let mut found = Arguments::default();
    for child in children(all, at) {
        match all.rel[child] {
            Rel::NmodPoss => found.agent.extend(joined(all, child)),
            Rel::Compound | Rel::Amod | Rel::NmodDesc if child < at => found.before.push(child),
            _ => {}
        }
    }
    for oblique in obliques(all, at, false) {
        if words.of.contains(&oblique.preposition) {
            found.patient.extend(oblique.heads);
            continue;
        }
        if words.by.contains(&oblique.preposition) && found.agent.is_empty() {
            found.agent.extend_from_slice(&oblique.heads);
        }
        found.oblique.push(oblique);
    }
    let below: Vec<_> = found.patient.iter().flat_map(|patient| obliques(all, *patient, true)).collect();
    for oblique in below {
        if words.by.contains(&oblique.preposition) && found.agent.is_empty() {
            found.agent.extend_from_slice(&oblique.heads);
        }
        found.oblique.push(oblique);
    }
    // "Made a *delivery*", "announced a *delivery*": whoever did that.
    let up = all.head[at];
    if found.agent.is_empty() && up != NONE && all.rel[at] == Rel::Obj && all.is_verb(up as usize) {
        found.agent = verb::subject(all, language, up as usize);
    }
    found
}
