//! Which predicate below one that says nothing of a stage is the one that does.

use super::words::Hits;
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::certainty::clause::Clause;
use crate::language::{Language, StageKind};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How far behind a predicate the one below it is looked for where the parse gives none, in tokens.
const NEAR: usize = 10;

/// "Cannot have left", "has set up tents": the parse sometimes takes the auxiliary for a verb, and the participle for what
/// hangs below it.
pub(super) fn participle(all: &Analysis, language: &Language, clause: &Clause, at: usize) -> Option<usize> {
    // "Work on the port was stopped": or its subject for a verb.
    let bare =
        |child: usize| !matches!(all.rel[child], Rel::Aux | Rel::Mark | Rel::Obj) && !all.rel[child].is_subject();
    if all.tag[at].xpos == Xpos::Vb && children(all, at).all(bare) {
        let below = |child: &usize| all.rel[*child] == Rel::Ccomp && *child > at && clause.holds(*child);
        return children(all, at).find(below);
    }
    if !language.phrases().words.have.contains(&all.lemma[at]) {
        return None;
    }
    let past = |at: usize| matches!(all.tag[at].xpos, Xpos::Vbn | Xpos::Vbd);
    let below = children(all, at).find(|child| *child > at && all.rel[*child] == Rel::Xcomp && past(*child));
    let next = || (at + 1..clause.within.end).find(|next| all.tag[*next].upos != Upos::Adv).filter(|next| past(*next));
    below.or_else(next)
}

/// The clause below a noun that is looked through: "there remains a *chance* that they sailed".
pub(super) fn below_noun(all: &Analysis, clause: &Clause, hits: &Hits, at: usize) -> Option<usize> {
    let through =
        |child: usize| hits.iter().any(|(tokens, kind)| *kind == StageKind::Through && tokens.contains(&child));
    let is_clause =
        |below: &usize| matches!(all.rel[*below], Rel::Acl | Rel::Ccomp | Rel::Advcl) && clause.holds(*below);
    let noun = |child: &usize| *child != at && all.tag[*child].xpos.is_noun() && through(*child);
    children(all, at).filter(noun).find_map(|child| children(all, child).find(is_clause))
}

/// The clause that a state is about: "chances *are* that they sailed", "*had* word that it had begun".
pub(super) fn below_state(all: &Analysis, language: &Language, clause: &Clause, at: usize) -> Option<usize> {
    if !language.phrases().words.states.contains(&all.lemma[at]) {
        return None;
    }
    let is_clause = |below: usize| {
        below > at
            && clause.holds(below)
            && matches!(all.rel[below], Rel::Ccomp | Rel::Acl | Rel::Csubj)
            && all.tag[below].xpos.is_verb()
            && children(all, below).any(|child| all.rel[child].is_subject())
    };
    let under = |at: usize| children(all, at).find(|child| is_clause(*child));
    under(at).or_else(|| children(all, at).filter(|child| all.tag[*child].xpos.is_noun()).find_map(under))
}

/// The predicate below one that is looked through: a clause that hangs from it, or from its subject or a word of its
/// phrase.
pub(super) fn complement(all: &Analysis, clause: &Clause, hits: &Hits, at: usize) -> Option<usize> {
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
    // Where the parse gives none: the next verb of the content.
    let next = || {
        let behind = clause.tokens.iter().copied().filter(|token| *token >= around.end).take(NEAR);
        let mut verbs = behind.filter(|token| all.tag[*token].upos == Upos::Verb);
        verbs.find(|token| all.rel[*token] != Rel::AclRelcl)
    };
    from(at).or_else(|| around.clone().find_map(from)).or_else(subject).or_else(next)
}
