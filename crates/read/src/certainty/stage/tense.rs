//! The stage of an action by the tense and aspect of its predicate, with and without a word of a stage.

use record::reading::Stage;

use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::certainty::clause::{Clause, Form};
use crate::language::{Language, StageKind};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// The stage of a word that has one, by how it is tensed.
pub(super) fn of_kind(kind: StageKind, form: Form) -> Stage {
    match kind {
        StageKind::Considered => {
            if form.negated {
                Stage::None
            } else {
                Stage::Considered
            }
        }
        StageKind::Undecided => Stage::Considered,
        StageKind::Decided => match form {
            Form { negated: true, .. } => Stage::Considered,
            Form { progressive: true, passive: false, .. } => Stage::Considered,
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
            if form.modal {
                Stage::Considered
            } else {
                Stage::Decided
            }
        }
        StageKind::UnderWay => Stage::UnderWay,
        StageKind::Done if form.progressive => Stage::UnderWay,
        StageKind::Done => Stage::Done,
        StageKind::Halted => Stage::Halted,
        StageKind::State | StageKind::Through | StageKind::Ahead | StageKind::Foreseen => Stage::None,
    }
}

/// The stage of any other action, by tense and aspect, and whether there is an action. `ahead` says that what stands
/// above it looks ahead.
pub(super) fn of_tense(
    all: &Analysis,
    language: &Language,
    clause: &Clause,
    at: usize,
    form: Form,
    ahead: bool,
) -> (Stage, bool) {
    let words = &language.phrases().words;
    let verb = all.tag[at].xpos.is_verb() && all.tag[at].upos == Upos::Verb;
    // "Was signed": the parse sometimes takes the auxiliary of a passive or progressive for a copula.
    let participle = matches!(all.tag[at].xpos, Xpos::Vbn | Xpos::Vbg);
    let copular = !participle && children(all, at).any(|child| all.rel[child] == Rel::Cop);
    let bare = !form.passive && !children(all, at).any(|child| all.rel[child] == Rel::Obj);
    let state = words.states.contains(&all.lemma[at]) || (bare && words.changes.contains(&all.lemma[at]));
    // Speech that is reported within the content is a claim of its own, and not an action with a stage.
    let object = children(all, at).any(|child| all.rel[child] == Rel::Obj);
    let clausal = children(all, at).any(|child| matches!(all.rel[child], Rel::Ccomp | Rel::Xcomp | Rel::Parataxis));
    let speech = all.cue[at] && (clausal || (words.tells.contains(&all.lemma[at]) && !object));
    if !verb || copular || state || speech || !clause.holds(at) {
        return (Stage::None, false);
    }
    let stage = match form {
        Form { no_longer: true, .. } => Stage::Halted,
        Form { negated: true, .. } => Stage::None,
        Form { perfect: true, progressive: false, .. } => Stage::Done,
        Form { progressive: true, .. } => Stage::UnderWay,
        Form { modal: true, .. } => Stage::None,
        Form { future: true, .. } if follows(all, language, clause, at) => Stage::None,
        Form { future: true, .. } => Stage::Decided,
        // "Is led by", "are contaminated": how things stand.
        Form { passive: true, present: true, .. } => return (Stage::None, false),
        // "Army to leave Lask", "Rebels seize bridge": headlines.
        Form { infinitive: true, .. } if ahead || clause.headline => Stage::Decided,
        Form { infinitive: true, .. } => Stage::None,
        Form { past: true, .. } => Stage::Done,
        _ if clause.headline => Stage::Done,
        // "The guards let them go": of the two that it may be, news tells the past.
        _ if words.alike.contains(&all.lemma[at]) && all.tag[at].xpos != Xpos::Vbz => Stage::Done,
        // "Admitted losing two missiles", "accused of killing": who did it is left out, and it is over.
        // "Proposed sending" is not.
        _ if all.tag[at].xpos == Xpos::Vbg && !children(all, at).any(|child| all.rel[child].is_subject()) => {
            let over = all.lemma.get(all.head[at] as usize).is_some_and(|above| words.over.contains(above));
            return (if over { Stage::Done } else { Stage::None }, over);
        }
        _ => Stage::UnderWay,
    };
    (stage, true)
}

/// Whether what will or would be is nothing that anybody has decided: an effect ("would provoke a war"), what an act would
/// come to ("such a sale would close the strait"), or what would be done on a condition ("would send tanks if asked").
fn follows(all: &Analysis, language: &Language, clause: &Clause, at: usize) -> bool {
    let words = &language.phrases().words;
    if words.effects.contains(&all.lemma[at]) {
        return true;
    }
    // "Even if asked" and "only if asked" are conditions too; "whether" is none.
    let condition = |token: usize| words.conditions.contains(&all.word[token]) && all.rel[token] == Rel::Mark;
    let under = |token: usize| {
        let above = all.head[token] as usize;
        above == at || (matches!(all.rel.get(above), Some(Rel::Advcl)) && all.head[above] as usize == at)
    };
    let held = clause.tokens.iter().copied().any(|token| condition(token) && under(token));
    let would = children(all, at).any(|child| all.rel[child] == Rel::Aux && words.would.contains(&all.word[child]));
    let subject = children(all, at).find(|child| all.rel[*child].is_subject());
    let act = |subject: usize| {
        let such = |child: usize| words.such.contains(&all.word[child]);
        all.rel[subject] == Rel::Csubj
            || all.tag[subject].xpos == Xpos::Vbg
            || words.this.contains(&all.word[subject])
            || children(all, subject).any(such)
    };
    held || (would && subject.is_some_and(act))
}
