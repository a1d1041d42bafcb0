//! The words of stages in a clause, and what they say of a predicate that they stand in, below or beside.

use std::ops::Range;

use record::reading::Stage;

use super::tense::of_kind;
use crate::attribute::analysis::Analysis;
use crate::attribute::frame::head_of;
use crate::attribute::pattern::children;
use crate::certainty::clause::{Clause, Form, bears};
use crate::language::{Language, StageKind};
use crate::parse::Rel;

/// Phrases of stages, where they stand, and what they say.
pub(super) type Hits = [(Range<usize>, StageKind)];

/// What the subject of a predicate means, where it names a stage: "preparations were complete".
pub(super) fn of_subject(all: &Analysis, hits: &Hits, at: usize) -> Option<StageKind> {
    let subject = children(all, at).find(|child| all.rel[*child].is_subject())?;
    let named = |(tokens, kind): &&(Range<usize>, StageKind)| {
        matches!(kind, StageKind::Prepared | StageKind::Undecided) && tokens.contains(&subject)
    };
    hits.iter().find(named).map(|(_, kind)| *kind)
}

/// What the object of a beginning or an end names: "has begun *preparations*", "finished the *groundwork*".
pub(super) fn of_object(all: &Analysis, hits: &Hits, at: usize) -> Option<StageKind> {
    let object = children(all, at).find(|child| all.rel[*child] == Rel::Obj && *child > at)?;
    let named = |(tokens, kind): &&(Range<usize>, StageKind)| {
        matches!(kind, StageKind::Prepared | StageKind::Considered) && tokens.contains(&object)
    };
    hits.iter().find(named).map(|(_, kind)| *kind)
}

/// The phrases of stages in the clause.
pub(super) fn hits(all: &Analysis, language: &Language, clause: &Clause) -> Vec<(Range<usize>, StageKind)> {
    let phrases = language.phrases();
    let mut hits = Vec::new();
    let mut at = clause.within.start;
    while at < clause.within.end {
        match phrases.stages.at(all, &clause.within, at) {
            Some(hit) if clause.holds(at) => {
                at = hit.tokens.end.max(at + 1);
                hits.push((hit.tokens, phrases.stage_rows[hit.entry].0));
            }
            _ => at += 1,
        }
    }
    hits
}

/// What the words of a predicate mean: a phrase that holds it, or one that hangs from it.
pub(super) fn kind(all: &Analysis, hits: &Hits, at: usize) -> Option<StageKind> {
    let own = hits.iter().find(|(tokens, _)| tokens.contains(&at));
    let hangs = |(tokens, kind): &&(Range<usize>, StageKind)| {
        !matches!(kind, StageKind::Through | StageKind::Ahead | StageKind::Foreseen)
            && tokens.len() > 1
            && tokens.clone().any(|token| {
                all.head[token] as usize == at
                    && matches!(
                        all.rel[token],
                        Rel::Obl
                            | Rel::Obj
                            | Rel::Advmod
                            | Rel::Xcomp
                            | Rel::Nsubj
                            | Rel::NsubjPass
                            | Rel::Nmod
                            | Rel::Cop
                            | Rel::Aux
                            | Rel::AuxPass
                    )
            })
    };
    own.or_else(|| hits.iter().find(hangs)).map(|(_, kind)| *kind)
}

/// What stands beside an action that has no stage of its own: "are talking *whether to* send", "have brought up the guns
/// *in preparation for* the raid".
pub(super) fn beside(
    all: &Analysis,
    language: &Language,
    clause: &Clause,
    hits: &Hits,
    (at, form): (usize, &Form),
) -> Option<StageKind> {
    let says = |(tokens, kind): &&(Range<usize>, StageKind)| match kind {
        StageKind::Considered => all.rel[tokens.start] == Rel::Mark,
        StageKind::Prepared => {
            let head = head_of(all, tokens);
            let object = all.head[head] as usize == at && matches!(all.rel[head], Rel::Obj | Rel::Obl | Rel::Conj);
            form.is_real() && (object || (tokens.len() > 1 && bears(all, language, head, clause)))
        }
        _ => false,
    };
    hits.iter().find(says).filter(|_| !form.negated).map(|(_, kind)| *kind)
}

/// Where the main predicate says nothing: the first phrase of a stage that is not in a clause beside the main one.
pub(super) fn elsewhere(all: &Analysis, language: &Language, clause: &Clause, hits: &Hits) -> Stage {
    let says = |kind: &StageKind| {
        !matches!(kind, StageKind::Through | StageKind::Ahead | StageKind::Foreseen | StageKind::State)
    };
    let hit = hits.iter().find(|(tokens, kind)| says(kind) && bears(all, language, tokens.start, clause));
    let Some((tokens, kind)) = hit else { return Stage::None };
    let head = tokens.clone().find(|at| !tokens.contains(&(all.head[*at] as usize))).unwrap_or(tokens.start);
    of_kind(*kind, Form::of(all, language, head))
}
