//! How far the action in a content has got, from the main predicate: what its words mean for the stage of an action
//! ("weigh", "sign off on", "suspend"), and where they mean nothing by themselves, from tense and aspect.
//!
//! The outermost word of a stage speaks: who has *decided to halt* has decided. What stands above the action and says
//! nothing of its stage ("appears to", "is likely to", "is believed to") is looked through.

use std::ops::Range;

use record::reading::Stage;

use super::clause::{Clause, Form};
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::language::{Language, StageKind};
use crate::parse::Rel;
use crate::tag::Upos;

/// How many predicates are looked through.
const DEEP: usize = 5;

/// The stage that a content reports.
pub(crate) fn stage(all: &Analysis, language: &Language, clause: Option<&Clause>) -> Stage {
    let Some(clause) = clause else { return Stage::None };
    let hits = hits(all, language, clause);
    let (mut at, mut ahead) = (clause.head, false);
    for _ in 0..DEEP {
        let form = Form::of(all, language, at);
        let kind = kind(all, &hits, at);
        match kind {
            Some(StageKind::Through | StageKind::Ahead) => {
                let Some(next) = complement(all, clause, &hits, at) else { break };
                ahead |= kind == Some(StageKind::Ahead);
                at = next;
            }
            Some(kind) => return of_kind(kind, form),
            None => return of_tense(all, language, clause, at, form, ahead),
        }
    }
    Stage::None
}

/// The phrases of stages in the clause.
fn hits(all: &Analysis, language: &Language, clause: &Clause) -> Vec<(Range<usize>, StageKind)> {
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
fn kind(all: &Analysis, hits: &[(Range<usize>, StageKind)], at: usize) -> Option<StageKind> {
    let own = hits.iter().find(|(tokens, _)| tokens.contains(&at));
    let hangs = |(tokens, kind): &&(Range<usize>, StageKind)| {
        !matches!(kind, StageKind::Through | StageKind::Ahead)
            && tokens.len() > 1
            && tokens.clone().any(|token| {
                all.head[token] as usize == at
                    && matches!(all.rel[token], Rel::Obl | Rel::Obj | Rel::Advmod | Rel::Xcomp | Rel::Nsubj | Rel::NsubjPass | Rel::Nmod | Rel::Cop | Rel::Aux | Rel::AuxPass)
            })
    };
    own.or_else(|| hits.iter().find(hangs)).map(|(_, kind)| *kind)
}

/// The predicate below one that is looked through: a clause that hangs from it, or from its subject or a word of its
/// phrase.
fn complement(all: &Analysis, clause: &Clause, hits: &[(Range<usize>, StageKind)], at: usize) -> Option<usize> {
    let is_clause = |child: &usize| {
        matches!(
            all.rel[*child],
            Rel::Xcomp | Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::Acl | Rel::Advcl | Rel::Parataxis
        ) && clause.holds(*child)
    };
    let phrase = hits.iter().find(|(tokens, _)| tokens.contains(&at)).map(|(tokens, _)| tokens.clone());
    let around = phrase.unwrap_or(at..at + 1);
    let from = |at: usize| children(all, at).filter(|child| !around.contains(child)).find(is_clause);
    let subject = || children(all, at).filter(|child| all.rel[*child].is_subject()).find_map(from);
    from(at).or_else(|| around.clone().find_map(from)).or_else(subject)
}

/// The stage of a word that has one, by how it is tensed.
fn of_kind(kind: StageKind, form: Form) -> Stage {
    match kind {
        StageKind::Considered => if form.negated { Stage::None } else { Stage::Considered },
        StageKind::Undecided => Stage::Considered,
        StageKind::Decided => match form {
            Form { negated: true, .. } => Stage::Considered,
            _ if form.modal && !form.perfect => Stage::Considered,
            _ => Stage::Decided,
        },
        StageKind::Settled if form.negated => Stage::None,
        StageKind::Settled => Stage::Decided,
        StageKind::Prepared => match form {
            Form { negated: true, .. } => Stage::None,
            _ if form.is_real() || form.infinitive => Stage::Prepared,
            _ if form.modal => Stage::Considered,
            _ => Stage::Decided,
        },
        StageKind::UnderWay if form.no_longer => Stage::Halted,
        StageKind::Done if form.no_longer => Stage::Halted,
        StageKind::UnderWay | StageKind::Done | StageKind::Halted if form.negated => match kind {
            StageKind::Halted => Stage::UnderWay,
            _ => Stage::None,
        },
        StageKind::UnderWay | StageKind::Done | StageKind::Halted if !form.is_real() => {
            if form.modal { Stage::Considered } else { Stage::Decided }
        }
        StageKind::UnderWay => Stage::UnderWay,
        StageKind::Done if form.progressive => Stage::UnderWay,
        StageKind::Done => Stage::Done,
        StageKind::Halted => Stage::Halted,
        StageKind::State | StageKind::Through | StageKind::Ahead => Stage::None,
    }
}

/// The stage of any other action, by tense and aspect. `ahead` says that what stands above it looks ahead.
fn of_tense(all: &Analysis, language: &Language, clause: &Clause, at: usize, form: Form, ahead: bool) -> Stage {
    let words = &language.phrases().words;
    let verb = all.tag[at].xpos.is_verb() && all.tag[at].upos == Upos::Verb;
    let copular = children(all, at).any(|child| all.rel[child] == Rel::Cop);
    if !verb || copular || words.states.contains(&all.lemma[at]) || !clause.holds(at) {
        return Stage::None;
    }
    if form.no_longer {
        return Stage::Halted;
    }
    match form {
        Form { negated: true, .. } => Stage::None,
        Form { perfect: true, progressive: false, .. } => Stage::Done,
        Form { progressive: true, .. } => Stage::UnderWay,
        Form { modal: true, .. } => Stage::None,
        Form { future: true, .. } => Stage::Decided,
        Form { infinitive: true, .. } if ahead => Stage::Decided,
        Form { infinitive: true, .. } => Stage::None,
        Form { past: true, .. } => Stage::Done,
        _ => Stage::UnderWay,
    }
}
