//! Whether an event took place, by how its predicate stands: negated, in the future, below a plan or a threat.

use std::ops::Range;

use record::reading::{Claim, Stage, Stance};

use super::kind::{Root, Status};
use super::role::above;
use super::trigger::Trigger;
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::certainty::clause::{Clause, Form, fails, inverted, negated};
use crate::certainty::stage;
use crate::language::Language;
use crate::model::hash::{lower, plain, push};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

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
    // "Will *not* release the pilots" is a refusal, and that is given.
    if negated && root == Root::Reject && trigger.hint != Root::Reject {
        return Status::Happened;
    }
    if negated || is_unmade(all, language, trigger) || is_untrue(all, language, trigger.at) {
        return Status::Denied;
    }
    let by_claim = claim.and_then(|claim| of_stance(claim.stance));
    if by_claim == Some(Status::Denied) {
        return Status::Denied;
    }
    if conditional(all, language, trigger.at) || inverted(all, language, trigger.at) {
        return Status::Hypothetical;
    }
    if let Some(status) = of_above(all, language, trigger.at) {
        return status;
    }
    if let Some(status) = by_claim {
        return status;
    }
    if form.infinitive && is_purpose(all, language, trigger.at) {
        return Status::Hypothetical;
    }
    let form = match happening(all, language, trigger.at).map(|verb| Form::of(all, language, verb)) {
        Some(verb) if verb.negated => return Status::Denied,
        Some(verb) => verb,
        None => form,
    };
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
    // What the event's own verb says of a stage is the event: to have *sanctioned* somebody is no decision to do it.
    let phrases = language.phrases();
    if trigger.noun.is_none() && phrases.stages.at(all, &clause.within, trigger.at).is_some() {
        return Status::Happened;
    }
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

/// Whether the event's noun has *no* before it, or a word before the event says that it did not take place: "*without* an
/// attack", "*short of* attacking", "has *yet* to attack".
fn is_unmade(all: &Analysis, language: &Language, trigger: &Trigger) -> bool {
    let words = &language.phrases().words;
    let lacks = |word: usize| language.events.lacks.get(all.word[word]).is_some();
    let of = |at: usize| {
        let noun = all.tag[at].xpos.is_noun();
        let before = |child: usize| match all.rel[child] {
            Rel::Det => noun && words.no.contains(&all.word[child]),
            // "Rather than attack", "instead of attacking": what is fixed to the word hangs from it.
            Rel::Case | Rel::Mark | Rel::Cc => lacks(child),
            _ => false,
        };
        children(all, at).take_while(|child| *child < at).any(before)
    };
    let below = |up: usize| {
        let awaits = |child: usize| child < trigger.at && language.events.awaits.get(all.word[child]).is_some();
        let yet = all.rel[trigger.at] == Rel::Xcomp && children(all, up).any(awaits);
        let short = all.rel[trigger.at] == Rel::Advcl && all.tag[up].upos == Upos::Adj && lacks(up);
        yet || short
    };
    of(trigger.at) || trigger.noun.is_some_and(of) || above(all, trigger.at).is_some_and(below)
}

/// Whether an infinitive says what something else is done for: "massed its troops *to attack*". Who *uses* something to do it
/// has done it.
fn is_purpose(all: &Analysis, language: &Language, at: usize) -> bool {
    let uses = |up: usize| language.events.uses.get(all.lemma[up]).is_some();
    matches!(all.rel[at], Rel::Advcl | Rel::Acl)
        && above(all, at).is_some_and(|up| !uses(up) && !above(all, up).is_some_and(uses))
}

/// The verb that says no more than that the event takes place: "the attack *happened*", "there *was* an attack".
fn happening(all: &Analysis, language: &Language, at: usize) -> Option<usize> {
    let subject = all.tag[at].xpos.is_noun() && all.rel[at].is_subject();
    let verb = above(all, at).filter(|up| subject && all.tag[*up].xpos.is_verb())?;
    let table = &language.events.happens;
    let own = table.get(all.lemma[verb]).is_some();
    let object = || {
        let objects =
            children(all, verb).filter(|child| *child > verb && matches!(all.rel[*child], Rel::Obj | Rel::Obl));
        objects.into_iter().any(|object| table.get(phrase_of(all, verb, object)).is_some())
    };
    (own || object()).then_some(verb)
}

/// The hash of a verb's lemma with that of another word behind it.
fn phrase_of(all: &Analysis, verb: usize, with: usize) -> u64 {
    let letters = all.lemma_text(with).chars();
    letters.fold(push(all.lemma[verb], ' '), |hash, letter| push(hash, lower(plain(letter))))
}

/// Whether what is said above an event is that it is not so: "the report that it attacked is *false*", "it is *not true* that".
fn is_untrue(all: &Analysis, language: &Language, at: usize) -> bool {
    let mut at = at;
    for _ in 0..CLIMB {
        let passes = all.rel[at].is_subject()
            || matches!(all.rel[at], Rel::Acl | Rel::Ccomp | Rel::Csubj | Rel::Nmod | Rel::Obl | Rel::Conj);
        let Some(up) = above(all, at).filter(|_| passes) else { return false };
        let truth = language.events.truth.get(all.lemma[up]).or_else(|| language.events.truth.get(all.word[up]));
        if let Some(so) = truth.filter(|_| children(all, up).any(|child| all.rel[child] == Rel::Cop)) {
            return so == negated(all, language, up);
        }
        at = up;
    }
    false
}

/// What a word makes of what is below it, with its particle or by itself.
fn said_above(all: &Analysis, language: &Language, at: usize) -> Option<Status> {
    of_particle(all, language, at).or_else(|| language.events.above.get(all.lemma[at]))
}

/// What a verb makes of what is below it by its particle: "*called off* the attack".
pub(super) fn of_particle(all: &Analysis, language: &Language, at: usize) -> Option<Status> {
    let behind = |child: &usize| {
        *child > at && matches!(all.rel[*child], Rel::CompoundPrt | Rel::Advmod)
            || *child > at && all.rel[*child] == Rel::Advcl && all.tag[*child].xpos == Xpos::Vbg
    };
    let word = |child: usize| match all.rel[child] {
        // "Decide *against* sending": what stands before the verb below.
        Rel::Advcl => {
            children(all, child).find(|mark| *mark < child && matches!(all.rel[*mark], Rel::Mark | Rel::Case))
        }
        _ => Some(child),
    };
    let with = |word: usize| language.events.above.get(phrase_of(all, at, word));
    children(all, at).filter(behind).filter_map(word).find_map(with)
}

/// What the predicates above make of it.
fn of_above(all: &Analysis, language: &Language, at: usize) -> Option<Status> {
    let mut at = at;
    let mut goes_on = None;
    for _ in 0..CLIMB {
        let passes = match all.rel[at] {
            Rel::Xcomp | Rel::Ccomp | Rel::Obj | Rel::NsubjPass | Rel::Conj => true,
            Rel::Acl => all.tag[at].xpos == Xpos::Vb,
            Rel::Advcl => all.tag[at].xpos == Xpos::Vb,
            Rel::Nmod | Rel::Obl => all.tag[at].xpos.is_noun(),
            _ => false,
        };
        let up = above(all, at).filter(|_| passes)?;
        let conj = all.rel[at] == Rel::Conj;
        if !conj && let Some(status) = said_above(all, language, up) {
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
