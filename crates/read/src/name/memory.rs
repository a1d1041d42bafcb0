//! A document agrees with itself: the same words are the same kind of name.
//!
//! A sentence often tells too little of a name that another sentence makes plain. So names with the same words get the
//! kind that most of them have, and a surname alone is a person where the document has it in a full name.

use std::collections::HashMap;

use super::usage::{SMALL, Usage};
use super::{Name, NameKind};
use crate::attribute::analysis::Analysis;
use crate::model::hash::{EMPTY, mix};
use crate::segment::Segments;

/// How often each kind was found for the same words.
type Votes = [u32; NameKind::ALL.len()];

fn key(all: &Analysis, name: &Name) -> u64 {
    all.word.get(name.first..=name.last).unwrap_or_default().iter().fold(EMPTY, |hash, word| mix(hash, *word))
}

/// Gives every name the kind that most names with the same words have, and a surname alone that of the full name.
pub fn agree(all: &Analysis, names: &mut [Name]) {
    if names.len() < 2 {
        return;
    }
    let mut votes: HashMap<u64, Votes> = HashMap::with_capacity(names.len());
    for name in names.iter() {
        votes.entry(key(all, name)).or_default()[name.kind as usize] += 1;
    }
    for name in names.iter().filter(|name| name.kind == NameKind::Person && name.first < name.last) {
        let surname = Name { first: name.last, ..*name };
        // One full name outweighs a doubtful short one.
        if let Some(votes) = votes.get_mut(&key(all, &surname)) {
            votes[NameKind::Person as usize] += 1;
        }
    }
    for name in names {
        let Some(votes) = votes.get(&key(all, name)) else { continue };
        let own = votes[name.kind as usize];
        for kind in NameKind::ALL {
            if votes[kind as usize] > own.max(votes[name.kind as usize]) {
                name.kind = kind;
            }
        }
    }
}

/// The words of a name that the document has, beginning with one word.
#[derive(Debug, Clone, Copy)]
struct Known {
    key: u64,
    length: usize,
    kind: NameKind,
}

/// The most names with the same first word that are looked for again, so that no text takes long.
const MOST: usize = 16;
/// The most tokens of a name that is looked for again.
const LONGEST: usize = 8;

/// Adds the names that were passed over where the document has the same words as a name elsewhere, or as a surname in a
/// full name. Words that it also writes small are left alone.
pub fn repeat(text: &str, segments: &Segments, all: &Analysis, usage: &Usage, names: &mut Vec<Name>) {
    let mut known: HashMap<u64, Vec<Known>> = HashMap::new();
    // A set of bits for the first words, so that most tokens cost no look into the table.
    let mut first = [0_u64; 64];
    let bit = |word: u64| ((word >> 6 & 63) as usize, 1_u64 << (word & 63));
    let mut keep = |name: Name| {
        let entry = Known { key: key(all, &name), length: name.last + 1 - name.first, kind: name.kind };
        let own = known.entry(all.word[name.first]).or_default();
        if entry.length <= LONGEST && own.len() < MOST && own.iter().all(|other| other.key != entry.key) {
            own.push(entry);
            let (cell, bit) = bit(all.word[name.first]);
            first[cell] |= bit;
        }
    };
    for name in names.iter() {
        keep(*name);
        if name.kind == NameKind::Person && name.first < name.last {
            keep(Name { first: name.last, ..*name });
        }
    }
    let mut added = Vec::new();
    let mut taken = names.iter().peekable();
    let mut at = 0;
    for sentence in &segments.sentences {
        at = at.max(sentence.tokens.start);
        while at < sentence.tokens.end {
            while taken.peek().is_some_and(|name| name.last < at) {
                taken.next();
            }
            let next = taken.peek().map_or(usize::MAX, |name| name.first);
            if next <= at {
                at = taken.peek().map_or(at, |name| name.last) + 1;
                continue;
            }
            let word = all.word[at];
            let (cell, bit) = bit(word);
            let capital = || segments.tokens[at].of(text).starts_with(char::is_uppercase);
            let end = sentence.tokens.end.min(next);
            let fits = |one: &&Known| {
                at + one.length <= end
                    && key(all, &Name { first: at, last: at + one.length - 1, kind: one.kind }) == one.key
            };
            let found = (first[cell] & bit != 0 && capital() && usage.code(word) & SMALL == 0)
                .then(|| known.get(&word)?.iter().filter(fits).max_by_key(|one| one.length))
                .flatten();
            match found {
                Some(one) => {
                    added.push(Name { first: at, last: at + one.length - 1, kind: one.kind });
                    at += one.length;
                }
                None => at += 1,
            }
        }
    }
    if !added.is_empty() {
        names.append(&mut added);
        names.sort_unstable_by_key(|name| name.first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EN;
    use crate::model::hash::folded;
    use crate::segment::segment;

    fn kinds(words: &[u64], spans: &[(usize, usize, NameKind)]) -> Vec<NameKind> {
        let mut all = Analysis::default();
        all.word.extend(words);
        let mut names: Vec<Name> =
            spans.iter().map(|(first, last, kind)| Name { first: *first, last: *last, kind: *kind }).collect();
        agree(&all, &mut names);
        names.iter().map(|name| name.kind).collect()
    }

    #[test]
    fn the_kind_found_most_often_holds_for_the_same_words() {
        let (place, person) = (NameKind::Place, NameKind::Person);
        assert_eq!(kinds(&[1, 1, 1], &[(0, 0, place), (1, 1, person), (2, 2, place)]), [place; 3]);
        // Where none is found more often, each stays.
        assert_eq!(kinds(&[1, 1], &[(0, 0, place), (1, 1, person)]), [place, person]);
    }

    #[test]
    fn a_surname_alone_is_the_person_of_the_full_name() {
        let (place, person) = (NameKind::Place, NameKind::Person);
        let found = kinds(&[1, 2, 2, 1, 2], &[(0, 1, person), (2, 2, place), (3, 4, person)]);
        assert_eq!(found, [person; 3]);
    }

    #[test]
    fn a_name_passed_over_is_found_where_the_document_has_it_elsewhere() {
        let text = "Dalia Verrin spoke . Officials praised Verrin . Some say Bold is bold .";
        let segments = segment(text, &EN);
        let mut all = Analysis::default();
        all.word.extend(segments.tokens.iter().map(|token| folded(token.of(text))));
        let usage = Usage::of(text, &segments, &all);
        let person = |first, last| Name { first, last, kind: NameKind::Person };
        // "Bold" is written small too, so that one found elsewhere proves nothing.
        let mut names = vec![person(0, 1), person(10, 10)];
        repeat(text, &segments, &all, &usage, &mut names);
        assert_eq!(names, [person(0, 1), person(6, 6), person(10, 10)]);
    }
}
