//! Names: of people, organisations, places, and the rest, by rules; and who is meant by them ([`refer`]).
//!
//! A name is a run of proper nouns. What it names is told by the words around and inside it: a form of address, a
//! given name, a noun for a body, a state's name, a preposition of place.

pub mod refer;

use crate::attribute::analysis::Analysis;
use crate::language::{Language, NounSort};
use crate::model::hash::folded;
use crate::parse::Rel;
use crate::segment::Segments;
use crate::tag::Upos;

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name {
    /// Its first token, as an index of [`Segments::tokens`].
    pub first: usize,
    /// Its last token; the first one too if the name is one token.
    pub last: usize,
    /// What it names.
    pub kind: NameKind,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person, or a being that is spoken of as one.
    Person,
    /// A company, a ministry, a party, a team, an alliance.
    Organisation,
    /// A state, a town, a region, a river, a building.
    Place,
    /// Anything else that has a name.
    Other,
}

/// The names of a document, in the order of the text, none overlapping another.
pub fn names(text: &str, segments: &Segments, all: &Analysis, language: &Language) -> Vec<Name> {
    let mut found = Vec::new();
    for sentence in &segments.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            // "Northern Steel": a capital within a sentence is part of the name that follows.
            let first = at;
            while at + 1 < sentence.tokens.end
                && loose(text, segments, all, at)
                && !language.starts_sentences(segments.tokens[at].of(text))
                && !body(text, segments, all, language, at)
            {
                at += 1;
            }
            let bodied = at > first && body(text, segments, all, language, at);
            let plain = part(text, segments, all, at) && (first == at || first > sentence.tokens.start);
            if !bodied && !plain {
                at = first + 1;
                continue;
            }
            while at < sentence.tokens.end {
                let inside = part(text, segments, all, at) || loose(text, segments, all, at);
                // "Ministry of Trade": a preposition inside a name stands between two of its words.
                let within = || (first..at).any(|one| sort(all, language, one) == Some(NounSort::Body));
                let bridge = all.tag[at].upos == Upos::Adp
                    && segments.tokens[at].of(text) == "of"
                    && at + 1 < sentence.tokens.end
                    && part(text, segments, all, at + 1)
                    && within();
                if !inside && !bridge {
                    break;
                }
                at += 1;
            }
            push(text, segments, all, language, first, at - 1, &mut found);
        }
    }
    found
}

/// Whether a token has a capital and could be part of a name, were it a proper noun.
fn loose(text: &str, segments: &Segments, all: &Analysis, at: usize) -> bool {
    let capital = segments.tokens[at].of(text).starts_with(char::is_uppercase);
    capital && matches!(all.tag[at].upos, Upos::Adj | Upos::Noun | Upos::Verb)
}

/// Whether a token is a noun for a body and is written as in a name.
fn body(text: &str, segments: &Segments, all: &Analysis, language: &Language, at: usize) -> bool {
    let capital = segments.tokens[at].of(text).starts_with(char::is_uppercase);
    capital && matches!(sort(all, language, at), Some(NounSort::Body | NounSort::Outlet))
}

/// Whether a token can be part of a name.
fn part(text: &str, segments: &Segments, all: &Analysis, at: usize) -> bool {
    let capital = segments.tokens[at].of(text).starts_with(char::is_uppercase);
    capital && all.tag[at].upos == Upos::Propn
}

fn sort(all: &Analysis, language: &Language, at: usize) -> Option<NounSort> {
    language.people.nouns.get(all.word[at])
}

/// Enters a run of proper nouns, without the titles and roles that it begins with.
fn push(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    language: &Language,
    first: usize,
    last: usize,
    found: &mut Vec<Name>,
) {
    let people = language.people;
    let role = |at: usize| {
        matches!(sort(all, language, at), Some(NounSort::Person | NounSort::Man | NounSort::Woman))
            || people.addresses.get(all.word[at]).is_some()
            || language.is_title(segments.tokens[at].of(text))
                && segments.tokens[at].of(text).chars().filter(|letter| letter.is_alphabetic()).count() > 1
    };
    let titled = (first..last).rev().find(|at| role(*at)).map_or(first, |at| at + 1);
    if titled > first + 1 {
        let before = titled - 2;
        let end = (first..=before).rev().find(|at| !role(*at));
        if let Some(end) = end {
            push(text, segments, all, language, first, end, found);
        }
    }
    let title_before = titled > first || all.rel[last] != Rel::Root && first > 0 && role(first - 1);
    let first = titled;
    let whole = match (segments.tokens.get(first), segments.tokens.get(last)) {
        (Some(from), Some(to)) => text.get(from.start..to.end).unwrap_or_default(),
        _ => return,
    };
    if first == last && role(first) {
        return;
    }
    let bodied = |at: usize| {
        matches!(sort(all, language, at), Some(NounSort::Body | NounSort::Outlet | NounSort::People))
            || people.body_names.get(all.word[at]).is_some()
    };
    let hash = folded(whole);
    let located = (first..=last).any(|at| {
        all.rel[at] != Rel::Nsubj
            && first > 0
            && matches!(segments.tokens[first - 1].of(text), "in" | "In" | "near" | "into" | "across" | "at")
    });
    let capitals = first == last && whole.len() > 2 && whole.chars().all(char::is_uppercase);
    let kind = if people.states.get(hash).is_some() || people.seats.get(hash).is_some() {
        NameKind::Place
    } else if (first..=last).any(bodied) || capitals {
        NameKind::Organisation
    } else if title_before || people.given.get(all.word[first]).is_some() {
        NameKind::Person
    } else if located {
        NameKind::Place
    } else if (first + 1..=first + 2).contains(&last) {
        NameKind::Person
    } else {
        NameKind::Other
    };
    found.push(Name { first, last, kind });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::segment::segment;

    fn check(text: &str, expected: &str) {
        let segments = segment(text, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(text, &segments, &[], &tagger, &parser);
        let shown = |name: &Name| {
            let (from, to) = (segments.tokens[name.first].start, segments.tokens[name.last].end);
            format!("{} {:?}", &text[from..to], name.kind)
        };
        let found: Vec<String> = names(text, &segments, &all, &EN).iter().map(shown).collect();
        assert_eq!(found.join(", "), expected);
    }

    #[test]
    fn a_title_or_a_given_name_makes_a_person() {
        check("Mr. Orlo met Dalia Verrin in Port Vale.", "Orlo Person, Dalia Verrin Person, Port Vale Place");
    }

    #[test]
    fn a_noun_for_a_body_makes_an_organisation() {
        check("He works for the Northern Steel Corporation.", "Northern Steel Corporation Organisation");
    }
}
