//! The words of a sentence that may tell of events.

use std::ops::Range;

use super::kind::{Root, Status};
use super::status::of_particle;
use crate::attribute::analysis::{Analysis, NONE};
use crate::attribute::pattern::children;
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// The mode of triggers that take back what they govern.
const EASES: &str = "ease";

/// A predicate that may be an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Its token.
    pub at: usize,
    /// The tokens of the phrase.
    pub tokens: Range<usize>,
    /// The root that the lexicon gives it.
    pub hint: Root,
    /// The mode that the lexicon gives it.
    pub mode: Option<&'static str>,
    /// The noun that says what is done, where the verb says little: "launched an *attack*".
    pub noun: Option<usize>,
}

/// The triggers of a sentence, in order.
pub fn triggers(all: &Analysis, language: &Language, sentence: &Range<usize>) -> Vec<Trigger> {
    let phrases = language.phrases();
    let mut found: Vec<Trigger> = Vec::new();
    for at in sentence.clone() {
        let upos = all.tag[at].upos;
        if !matches!(upos, Upos::Verb | Upos::Noun | Upos::Adj | Upos::Aux | Upos::Propn) {
            continue;
        }
        let hit = phrases.events.at(all, sentence, at);
        if let Some(hit) = hit.filter(|hit| fits(all, language, at, hit.tokens.len())) {
            let (mut hint, mut mode) = phrases.event_rows[hit.entry];
            if asked_by(all, language, at).is_some() {
                (hint, mode) = (Root::Request, None);
            }
            // "Declined to *comment*" is one refusal to speak.
            let told = |one: &Trigger| one.tokens.contains(&at) && hint == Root::Comment && one.hint == hint;
            if !found.last().is_some_and(told) {
                found.push(Trigger { at, tokens: hit.tokens, hint, mode, noun: None });
            }
        }
    }
    for (verb, noun) in light(all, language, &found) {
        let Some(done) = found.iter().position(|one| one.at == noun) else { continue };
        let done = found.remove(done);
        match found.iter_mut().find(|one| one.at == verb) {
            Some(own) => own.noun = Some(noun),
            None => {
                let place = found.partition_point(|one| one.at < verb);
                let own = Trigger { at: verb, tokens: verb..verb + 1, noun: Some(noun), ..done };
                found.insert(place, own);
            }
        }
    }
    found
}

/// Whether a token can be a predicate by itself: a verb or a noun, and an adjective where a phrase begins with it. A part of
/// a name is none, nor is a noun before another ("*attack* helicopters") unless that means little ("*mediation* efforts"),
/// nor the end of a word with a hyphen ("hard-*hitting*").
fn fits(all: &Analysis, language: &Language, at: usize, length: usize) -> bool {
    let hyphen = |at: usize| all.tag[at].xpos == Xpos::Hyph;
    match all.tag[at].upos {
        Upos::Verb => {
            let whole = at.checked_sub(1).is_none_or(|before| !hyphen(before));
            // "Halted its gas *exports*": a noun that is taken for a verb.
            let owned = |child: usize| child < at && matches!(all.rel[child], Rel::NmodPoss | Rel::Det);
            if matches!(all.tag[at].xpos, Xpos::Vbz | Xpos::Vbp) && children(all, at).any(owned) {
                return false;
            }
            whole && (all.rel[at] != Rel::Amod || children(all, at).next().is_some())
        }
        Upos::Noun => match all.rel[at] {
            Rel::Compound => {
                let up = all.head[at];
                up != NONE && language.phrases().event_words.vague.contains(&all.lemma[up as usize])
            }
            rel => rel != Rel::NmodDesc,
        },
        Upos::Adj => length > 1 || all.rel[at] == Rel::Root,
        _ => length > 1,
    }
}

/// The verb by which somebody says that what a predicate names must be done: that is to ask for it. "The minister *said*
/// Vessia must disarm."
pub(super) fn asked_by(all: &Analysis, language: &Language, at: usize) -> Option<usize> {
    let words = &language.phrases().event_words;
    let must = children(all, at).any(|child| all.rel[child] == Rel::Aux && words.must.contains(&all.lemma[child]));
    let up = all.head[at];
    if !must || up == NONE || !matches!(all.rel[at], Rel::Ccomp | Rel::Parataxis | Rel::Root) {
        return None;
    }
    let up = up as usize;
    let tells = all.cue[up] || language.phrases().words.tells.contains(&all.lemma[up]);
    (all.is_verb(up) && tells).then_some(up)
}

/// Pairs of a verb that means little, or that takes back what it governs, and the event that it governs: "*launched* an
/// attack", "*lifted* sanctions".
fn light(all: &Analysis, language: &Language, found: &[Trigger]) -> Vec<(usize, usize)> {
    let words = &language.phrases().event_words;
    let governed = |one: &Trigger| {
        // "Launched a *mediation* effort": the noun before another is governed with it.
        let head = if all.rel[one.at] == Rel::Compound { all.head[one.at] as usize } else { one.at };
        let up = all.head[head];
        let object = matches!(all.rel[head], Rel::Obj | Rel::NsubjPass);
        if !all.tag[one.at].xpos.is_noun() || up == NONE {
            return None;
        }
        let up = up as usize;
        // "The *lifting* of sanctions" takes back too.
        let eases = |own: &Trigger| own.at == up && own.mode == Some(EASES);
        let taken_back =
            found.iter().any(eases) && (object || all.rel[head] == Rel::Nmod && all.tag[up].xpos.is_noun());
        let light = object && all.is_verb(up) && words.light.contains(&all.lemma[up]);
        // "*Called off* the attack" undoes it.
        (taken_back || light && of_particle(all, language, up) != Some(Status::Denied)).then_some((up, one.at))
    };
    found.iter().filter_map(governed).collect()
}
