//! Acts that are told by words which elsewhere tell of speech: who calls the president on the telephone calls nobody a name.

use std::ops::Range;

use super::analysis::Analysis;
use super::pattern::children;
use crate::language::Language;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// Whether the head of a cue is such an act. What else is one stands in the tables of frames.
pub(super) fn is_act(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize) -> bool {
    telephones(all, language, sentence, head) || speaks_to(all, language, head) || buys(all, language, head)
}

/// *Address* or *telephone* with somebody for its object, and no clause or quotation.
fn speaks_to(all: &Analysis, language: &Language, head: usize) -> bool {
    let told = |at: usize| matches!(all.rel[at], Rel::Xcomp | Rel::Ccomp | Rel::Parataxis | Rel::NsubjPass);
    language.phrases().words.hails.contains(&all.lemma[head])
        && all.is_verb(head)
        && !children(all, head).any(told)
        && children(all, head).any(|at| all.rel[at] == Rel::Obj && is_somebody(all, language, at))
}

/// *Order* with things for its object that come from somewhere: "ordered four boats from a yard".
fn buys(all: &Analysis, language: &Language, head: usize) -> bool {
    let words = &language.phrases().words;
    if !words.buys.contains(&all.lemma[head]) || !all.is_verb(head) {
        return false;
    }
    let Some(object) = children(all, head).find(|at| all.rel[*at] == Rel::Obj && *at > head) else { return false };
    let counted = children(all, object).any(|at| all.rel[at] == Rel::Nummod);
    let many = counted || matches!(all.tag[object].xpos, Xpos::Nns | Xpos::Nnps);
    let from = |noun: usize| {
        let case = |at: usize| all.rel[at] == Rel::Case && words.origin.contains(&all.lemma[at]);
        matches!(all.rel[noun], Rel::Obl | Rel::Nmod) && children(all, noun).any(case)
    };
    let told = children(all, head).any(|at| matches!(all.rel[at], Rel::Xcomp | Rel::Ccomp | Rel::Advcl));
    many && !told && !is_somebody(all, language, object) && children(all, head).chain(children(all, object)).any(from)
}

/// *Call* with somebody for its object, and nothing that he is called.
fn telephones(all: &Analysis, language: &Language, sentence: &Range<usize>, head: usize) -> bool {
    if !language.phrases().words.calls.contains(&all.lemma[head]) || !all.is_verb(head) {
        return false;
    }
    let whole = |at: usize| {
        matches!(all.rel[at], Rel::Xcomp | Rel::Ccomp | Rel::CompoundPrt | Rel::NsubjPass | Rel::AuxPass | Rel::Iobj)
    };
    let mut objects = children(all, head).filter(|at| all.rel[*at] == Rel::Obj && *at > head);
    let (Some(object), None) = (objects.next(), objects.next()) else { return false };
    if children(all, head).any(whole) || all.quote[head] != all.quote[object] || !is_somebody(all, language, object) {
        return false;
    }
    // Whatever he is called would follow at once.
    let end = (object + 1..sentence.end).find(|at| !hangs(all, *at, object)).unwrap_or(sentence.end);
    let next = all.tag.get(end).filter(|_| end < sentence.end);
    next.is_none_or(|tag| matches!(tag.xpos, Xpos::Comma | Xpos::Stop | Xpos::In | Xpos::To | Xpos::Cc | Xpos::Rb))
        || language.people.dates.get(all.word[end]).is_some()
}

/// Whether a token stands below another behind it, no further than what "of" and the like add to a noun.
fn hangs(all: &Analysis, at: usize, noun: usize) -> bool {
    at <= all.last[noun] as usize && !matches!(all.tag[at].upos, Upos::Verb | Upos::Aux | Upos::Punct)
}

fn is_somebody(all: &Analysis, language: &Language, noun: usize) -> bool {
    use crate::language::NounSort::{Body, Man, People, Person, Woman};
    let nouns = &language.people.nouns;
    let sort = nouns.get(all.word[noun]).or_else(|| nouns.get(all.lemma[noun]));
    all.tag[noun].upos == Upos::Propn || matches!(sort, Some(Person | Man | Woman | People | Body))
}

#[cfg(test)]
mod tests {
    use crate::example::claims;

    #[track_caller]
    fn none(texts: &[&str]) {
        for text in texts {
            let claims = claims(text);
            assert!(claims.is_empty(), "{text}: {claims:?}");
        }
    }

    #[test]
    fn to_call_somebody_is_no_statement_and_to_call_somebody_something_is() {
        none(&[
            "The minister called the president of Corvania on Monday.",
            "Villagers called the police.",
            "The minister called his counterpart to congratulate him.",
            "The minister phoned the families of the dead.",
            "The mayor addressed residents in the square.",
        ]);
        for text in
            ["The general called him a liar.", "The minister called the attack a crime.", "The mayor called for calm."]
        {
            assert_eq!(claims(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_is_done_with_things_and_people_is_no_statement() {
        none(&[
            "The president signed a decree on grain.",
            "Rebels released 12 prisoners.",
            "Norland pressed ahead with the pipeline.",
            "Corvania called off the visit of its minister.",
            "The council called up 4,000 reservists.",
            "The ministry ordered 40,000 rounds for the guard.",
            "The general ordered 500 shells from a plant in Norland.",
            "The navy ordered four minesweepers from a yard in Norland.",
            "The firm recalled 3,000 cars.",
            "The government recalled its ambassador from Vessia.",
            "The rebels claimed two villages.",
            "The army showed off its new tank.",
            "The prosecutor questioned the mayor for two days.",
            "The two leaders talked by telephone for an hour.",
            "The police found two bodies in the well.",
            "The president dismissed the head of the port.",
            "The agency issued a licence to the firm.",
            "The generals shared intelligence with Norland.",
        ]);
    }

    #[test]
    fn the_same_verbs_with_something_said_are_statements() {
        for text in [
            "The union announced sanctions against three banks.",
            "The ministry ordered an evacuation of the port.",
            "The minister recalled that the bridge had been open.",
            "The rebels claimed that two villages had fallen.",
            "The report found that the dam was unsafe.",
            "The president dismissed the claim as false.",
        ] {
            assert_eq!(claims(text).len(), 1, "{text}");
        }
    }
}
