//! Whether an event took place, by how its predicate stands: negated, in the future, below a plan or a threat.

use std::ops::Range;

use record::reading::{Claim, Stage, Stance};

use super::kind::{Root, Status};
use super::role::above;
use super::trigger::Trigger;
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::certainty::clause::{Clause, Form, fails};
use crate::certainty::stage;
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::Xpos;

/// How many predicates above are looked at.
const CLIMB: usize = 5;

/// How an event stands. `claim` is the innermost claim that holds it.
pub(super) fn status(
    all: &Analysis,
    language: &Language,
    sentence: &Range<usize>,
    trigger: &Trigger,
    root: Root,
    claim: Option<&Claim>,
) -> Status {
    let form = Form::of(all, language, trigger.at);
    // To refuse or to deny is itself done, and negated where "not" stands before it; so is a failure.
    let negated = form.negated && !fails(all, language, trigger.at);
    if negated && root != Root::Reject {
        return Status::Denied;
    }
    let by_claim = claim.and_then(|claim| of_stance(claim.stance));
    if by_claim == Some(Status::Denied) {
        return Status::Denied;
    }
    if conditional(all, language, trigger.at) {
        return Status::Hypothetical;
    }
    if let Some(status) = of_above(all, language, trigger.at) {
        return status;
    }
    if let Some(status) = by_claim {
        return status;
    }
    if form.future {
        return Status::Planned;
    }
    if form.modal && !form.perfect {
        return Status::Hypothetical;
    }
    if form.progressive {
        return Status::UnderWay;
    }
    let clause = Clause::at(all, sentence, trigger.at);
    match stage(all, language, Stance::Says, &[], Some(&clause)) {
        Stage::Considered => Status::Considered,
        Stage::Decided if !word_of(root) => Status::Planned,
        Stage::UnderWay => Status::UnderWay,
        _ => Status::Happened,
    }
}

/// Whether a root is a word, which is given as it is spoken: to agree to leave is to have agreed.
const fn word_of(root: Root) -> bool {
    !root.is_material()
}

/// What the stance of a claim makes of what is in it.
const fn of_stance(stance: Stance) -> Option<Status> {
    match stance {
        Stance::Denies => Some(Status::Denied),
        Stance::Asks | Stance::Orders | Stance::Hopes | Stance::Doubts => Some(Status::Hypothetical),
        Stance::Says | Stance::Declines | Stance::Evades => None,
    }
}

/// Whether the clause begins with a word that leaves it open: *if*, *unless*.
fn conditional(all: &Analysis, language: &Language, at: usize) -> bool {
    let opens = |child: usize| all.rel[child] == Rel::Mark && language.events.conditions.get(all.word[child]).is_some();
    children(all, at).any(opens)
}

/// What the predicates above make of it.
fn of_above(all: &Analysis, language: &Language, at: usize) -> Option<Status> {
    let mut at = at;
    let mut goes_on = None;
    for _ in 0..CLIMB {
        let passes = match all.rel[at] {
            Rel::Xcomp | Rel::Ccomp | Rel::Obj | Rel::Conj => true,
            Rel::Acl => all.tag[at].xpos == Xpos::Vb,
            Rel::Advcl => all.tag[at].xpos == Xpos::Vb,
            Rel::Nmod | Rel::Obl => all.tag[at].xpos.is_noun(),
            _ => false,
        };
        let up = above(all, at).filter(|_| passes)?;
        let conj = all.rel[at] == Rel::Conj;
        if !conj && let Some(status) = language.events.above.get(all.lemma[up]) {
            let form = Form::of(all, language, up);
            match status {
                Status::UnderWay => goes_on = Some(Status::UnderWay),
                Status::Planned | Status::Considered if form.negated => return Some(Status::Denied),
                // "Agreed to talks" is a plan; "said at the talks" is none.
                _ if matches!(all.rel[at], Rel::Obl | Rel::Nmod) && !all.tag[up].xpos.is_noun() => {}
                _ => return Some(status),
            }
        }
        at = up;
    }
    goes_on
}
