//! Names that end in the noun for a body: *the Defence Ministry*, *Asher Steel Corporation*. What they name is known
//! from the noun, whatever the model thinks of the words before it.

use super::{Name, NameKind};
use crate::attribute::analysis::Analysis;
use crate::language::{Language, NounSort};
use crate::parse::Rel;
use crate::segment::Segments;
use crate::tag::Upos;

/// The longest such name in tokens.
const LONGEST: usize = 8;

/// Adds the names of bodies that were missed, and corrects the kind of those that were found. `names` is in order.
pub(super) fn name(text: &str, segments: &Segments, all: &Analysis, language: &Language, names: &mut Vec<Name>) {
    // An analysis of another document tells nothing.
    if all.word.len() != segments.tokens.len() {
        return;
    }
    let capital = |at: usize| {
        let mut letters = segments.tokens[at].of(text).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
    };
    join_syllables(text, segments, all, names);
    join_given(segments, all, language, names);
    let ends = |at: usize| matches!(language.people.nouns.get(all.word[at]), Some(NounSort::Body)) && capital(at);
    let mut missed = Vec::new();
    let mut known = 0;
    for sentence in &segments.sentences {
        for last in sentence.tokens.clone().filter(|at| ends(*at)) {
            while names.get(known).is_some_and(|name| name.last < last) {
                known += 1;
            }
            // The words before it, back to a name of another kind, or to the article that may begin the sentence.
            let from = known.checked_sub(1).map_or(0, |before| names[before].last + 1).max(sentence.tokens.start);
            let plain = |at: &usize| capital(*at) && language.people.determiners.get(all.word[*at]).is_none();
            let first = (from..last).rev().take(LONGEST - 1).take_while(plain).last();
            if let Some(name) = names.get_mut(known).filter(|name| name.first <= last) {
                // "Ministry of Defence" goes on behind its noun, and the model saw all of it; of "the Foreign Ministry" it
                // sometimes sees the noun alone.
                if name.last == last && name.first == last {
                    name.first = first.unwrap_or(last);
                }
                if name.last == last && name.first < last {
                    name.kind = NameKind::Organisation;
                }
                continue;
            }
            missed.extend(first.map(|first| Name { first, last, kind: NameKind::Organisation }));
        }
    }
    if !missed.is_empty() {
        names.extend(missed);
        names.sort_unstable_by_key(|name| name.first);
    }
}

/// Gives a person the syllable of their name that is joined by a hyphen and small: "Dae Jong*-un*". What is joined to a
/// surname is mostly another word, "Orlo*-led*".
fn join_syllables(text: &str, segments: &Segments, all: &Analysis, names: &mut [Name]) {
    /// The longest such syllable in bytes.
    const LONG: usize = 5;
    let tokens = &segments.tokens;
    for number in 0..names.len() {
        let Name { first, last, kind } = names[number];
        let (hyphen, syllable) = (last + 1, last + 2);
        let joined = kind == NameKind::Person
            && last > first
            && tokens.get(syllable).is_some_and(|end| {
                tokens[last].end == tokens[hyphen].start
                    && tokens[hyphen].end == end.start
                    && end.end - end.start <= LONG
                    && tokens[hyphen].of(text) == "-"
                    && match all.tag[syllable].upos {
                        Upos::Propn | Upos::X => true,
                        // "Jae*-in*", but "Orlo-*like*".
                        Upos::Adp | Upos::Adv | Upos::Part => end.end - end.start == 2,
                        _ => false,
                    }
            });
        let free = names.get(number + 1).is_none_or(|next| next.first > syllable);
        if joined && free {
            names[number].last = syllable;
        }
    }
}

/// Makes one person of the name of a state and a surname right behind it: "*China* Orlo wrote". The state would have an
/// adjective or an ending, and behind a preposition it is the place: "in *China* Orlo wrote".
fn join_given(segments: &Segments, all: &Analysis, language: &Language, names: &mut Vec<Name>) {
    let mut number = 1;
    while number < names.len() {
        let (place, person) = (names[number - 1], names[number]);
        let at = place.first;
        let bound = |one: usize, other: usize| {
            all.head[one] as usize == other && matches!(all.rel[one], Rel::Flat | Rel::Compound)
        };
        let given = place.kind == NameKind::Place
            && person.kind == NameKind::Person
            && place.last == at
            && person.first == at + 1
            && person.last == person.first
            && language.people.states.get(all.word[at]).is_some()
            && (bound(at, person.first) || bound(person.first, at))
            && at.checked_sub(1).is_none_or(|before| all.tag[before].upos != Upos::Adp)
            && segments.tokens[at].end < segments.tokens[person.first].start;
        if given {
            names[number].first = at;
            names.remove(number - 1);
        } else {
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::*;
    use crate::language::EN;

    /// The names of a text, organisations in brackets.
    fn check(text: &str, expected: &str) {
        let segments = crate::segment::segment(text, &EN);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(text, &segments, &[], &tagger, &parser);
        let found = names(text, &segments, &all, &EN).into_iter().map(|name| {
            let words = &text[segments.tokens[name.first].start..segments.tokens[name.last].end];
            if name.kind == NameKind::Organisation { format!("[{words}]") } else { words.to_owned() }
        });
        assert_eq!(found.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_ministry_at_the_head_of_a_sentence_is_a_name() {
        check("The Defence Ministry said the convoy had left.", "[Defence Ministry]");
        check("Yesterday the Foreign Ministry said the port was shut.", "[Foreign Ministry]");
    }

    #[test]
    fn a_syllable_behind_a_hyphen_belongs_to_the_name_and_another_word_does_not() {
        check("Kim Jong-un met Moon Jae-in in Seoul.", "Kim Jong-un Moon Jae-in Seoul");
        check("The Tomas Orlo-led talks failed.", "Tomas Orlo");
    }

    #[test]
    fn a_state_before_a_surname_is_a_given_name() {
        check("China Orlo accused Russia of lies, and China denied it.", "China Orlo Russia China");
    }

    #[test]
    fn a_corporation_is_no_person() {
        check("Asher Steel Corporation said profits fell.", "[Asher Steel Corporation]");
    }

    #[test]
    fn a_noun_in_small_letters_or_alone_names_nobody() {
        check("The ministry said so. Ministry officials agreed.", "");
    }
}
