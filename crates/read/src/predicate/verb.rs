//! Verbs, in their clauses.

use super::{Arguments, joined, obliques};
use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How far up a chain of clauses a subject is looked for.
const CLIMB: usize = 4;

pub(super) fn arguments(all: &Analysis, language: &Language, at: usize) -> Arguments {
    let words = &language.phrases().words;
    let mut found = Arguments { agent: subject(all, language, at), ..Arguments::default() };
    let passive = is_passive(all, at);
    // "Vessia had been given rifles": the parse takes "given rifles" for a noun phrase.
    if all.rel[at] == Rel::Amod && children(all, at).any(|child| all.rel[child] == Rel::AuxPass) {
        let noun = all.head[at] as usize;
        let subject = children(all, noun)
            .find(|child| *child < at && (all.rel[*child].is_subject() || all.rel[*child] == Rel::Compound));
        found.patient = joined(all, noun);
        found.receiver = subject.map(|subject| joined(all, subject)).unwrap_or_default();
        found.oblique.extend(obliques(all, noun, false));
        return found;
    }
    for child in children(all, at) {
        match all.rel[child] {
            Rel::Obj => found.patient.extend(joined(all, meant(all, at, child))),
            Rel::Iobj => found.receiver.extend(joined(all, meant(all, at, child))),
            _ => {}
        }
    }
    if passive {
        let undergoes = std::mem::take(&mut found.agent);
        // "The rebels were given rifles": what is given stands behind.
        if found.patient.is_empty() { found.patient = undergoes } else { found.receiver = undergoes }
    } else if found.patient.is_empty() && found.receiver.len() == 1 {
        found.patient = std::mem::take(&mut found.receiver);
    }
    // "The rifles that Corvania sent", "the rifles Corvania sent".
    if let Some(noun) = related(all, at).filter(|noun| found.patient.is_empty() && !found.agent.contains(noun)) {
        found.patient.push(noun);
    }
    found.oblique.extend(obliques(all, at, false));
    let patients: Vec<usize> = found.patient.iter().copied().filter(|patient| *patient > at).collect();
    found.oblique.extend(patients.into_iter().flat_map(|patient| obliques(all, patient, true)));
    // "To Vessia by Corvania": the parse may hang the second on the first.
    let outer: Vec<usize> = found.oblique.iter().flat_map(|one| one.heads.iter().copied()).collect();
    let inner = outer.into_iter().flat_map(|head| obliques(all, head, true));
    found.oblique.extend(inner.filter(|inner| !words.of.contains(&inner.preposition)));
    if passive {
        let by = found.oblique.iter().find(|oblique| words.by.contains(&oblique.preposition));
        found.agent = by.map(|by| by.heads.clone()).unwrap_or_default();
    }
    found
}

/// Who a verb is said of, wherever that stands.
pub(super) fn subject(all: &Analysis, language: &Language, at: usize) -> Vec<usize> {
    let words = &language.phrases().words;
    let mut at = at;
    for _ in 0..CLIMB {
        if let Some(own) = children(all, at).find(|child| matches!(all.rel[*child], Rel::Nsubj | Rel::NsubjPass)) {
            return joined(all, behind_dateline(all, meant(all, at, own), at));
        }
        let up = all.head[at];
        if up == NONE {
            return Vec::new();
        }
        let up = up as usize;
        match all.rel[at] {
            // "A ship carrying rifles", "the rifles sent"; "a plan to send" is somebody's.
            Rel::Acl if all.tag[at].xpos == Xpos::Vb => return holder(all, language, up),
            Rel::Acl => return joined(all, up),
            Rel::AclRelcl => return Vec::new(),
            Rel::Xcomp | Rel::Advcl | Rel::Ccomp | Rel::Parataxis => {
                // "Urged Corvania to send": who is urged sends, and not who urges.
                // So does whoever is accused of sending, or kept from it.
                let object = children(all, up).find(|child| matches!(all.rel[*child], Rel::Obj | Rel::Iobj));
                let of = |mark: usize| all.rel[mark] == Rel::Mark && words.deeds.contains(&all.word[mark]);
                let controlled = all.rel[at] == Rel::Xcomp
                    || (all.rel[at] == Rel::Advcl && all.tag[at].xpos == Xpos::Vbg && children(all, at).any(of));
                if let Some(object) = object.filter(|object| controlled && *object < at) {
                    return joined(all, meant(all, up, object));
                }
                at = up;
            }
            Rel::Conj => at = up,
            _ => return Vec::new(),
        }
    }
    Vec::new()
}

/// Whose plan or decision a noun is: whoever owns it, or did something with it.
fn holder(all: &Analysis, language: &Language, noun: usize) -> Vec<usize> {
    if let Some(owner) = children(all, noun).find(|child| all.rel[*child] == Rel::NmodPoss) {
        return joined(all, owner);
    }
    let words = &language.phrases().words;
    let side =
        |oblique: &super::Oblique| words.by.contains(&oblique.preposition) || words.of.contains(&oblique.preposition);
    if let Some(side) = obliques(all, noun, false).find(side) {
        return side.heads;
    }
    match all.head[noun] {
        up if up != NONE && all.rel[noun] == Rel::Obj && all.is_verb(up as usize) => {
            subject(all, language, up as usize)
        }
        _ => Vec::new(),
    }
}

/// The noun that a verb of a relative clause speaks of, where no word in the clause stands for it.
fn related(all: &Analysis, at: usize) -> Option<usize> {
    let stands = |child: usize| matches!(all.tag[child].xpos, Xpos::Wdt | Xpos::Wp) && all.rel[child].is_subject();
    let noun = all.head[at];
    (all.rel[at] == Rel::AclRelcl && noun != NONE && !children(all, at).any(stands)).then_some(noun as usize)
}

/// What a word means: a relative pronoun means the noun before its clause.
fn meant(all: &Analysis, verb: usize, word: usize) -> usize {
    let relative = matches!(all.tag[word].xpos, Xpos::Wdt | Xpos::Wp);
    let mut clause = verb;
    for _ in 0..CLIMB {
        if all.rel[clause] == Rel::AclRelcl || all.head[clause] == NONE {
            break;
        }
        clause = all.head[clause] as usize;
    }
    let noun = all.head[clause];
    if !relative {
        word
    } else if all.rel[clause] == Rel::AclRelcl && noun != NONE {
        noun as usize
    } else {
        // The parse missed that the clause is relative: it speaks of the noun just before it.
        let before = (1..=2).filter_map(|back| word.checked_sub(back)).find(|at| all.tag[*at].xpos.is_noun());
        before.unwrap_or(word)
    }
}

/// Whether a verb is passive, or the participle of one.
fn is_passive(all: &Analysis, at: usize) -> bool {
    let has = |rel: Rel| children(all, at).any(|child| all.rel[child] == rel);
    if has(Rel::AuxPass) || has(Rel::NsubjPass) {
        return true;
    }
    // "Accused of *having sent*" is active too, and
    // "the forces opened fire": a participle with an object of its own is a past tense that was taken for one.
    all.tag[at].xpos == Xpos::Vbn && matches!(all.rel[at], Rel::Acl | Rel::Amod) && !has(Rel::Obj) && !has(Rel::Aux)
}

/// Whom a sentence is about that begins with a place and a dash or colon: the parse takes the place for the subject, and
/// the subject for what stands beside it ("BASTOR - Rebels attacked").
fn behind_dateline(all: &Analysis, subject: usize, verb: usize) -> usize {
    let mark = |at: usize| matches!(all.tag[at].xpos, Xpos::Colon | Xpos::Hyph);
    let beside = children(all, subject).find(|child| {
        let last = all.last[*child] as usize;
        let apart = matches!(all.rel[*child], Rel::Appos | Rel::List | Rel::Conj | Rel::Parataxis | Rel::Dep);
        *child > subject && last < verb && apart && (subject + 1..*child).any(mark) && !mark(last + 1)
    });
    beside.filter(|_| all.tag[subject].upos == Upos::Propn).unwrap_or(subject)
}
