//! Names that mean the same: written alike, a surname for the whole name, a shortened name of an organisation.

use std::collections::HashMap;

use super::mention::{Form, Mention, Sort};
use super::{Page, Walk, acronym};
use crate::language::NounSort;
use crate::model::hash::{EMPTY, mix, push};

/// How many organisations a shortened name is looked for in.
const RECENT: usize = 32;

/// Who is known by which words.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Whole names; people apart from everything else.
    whole: HashMap<(bool, u64), u32>,
    /// People by the last word of their names.
    surname: HashMap<u64, Vec<u32>>,
    /// People by the first word of their names.
    given: HashMap<u64, Vec<u32>>,
    /// Organisations by their initials.
    initials: HashMap<u64, u32>,
    /// Acronyms by their letters.
    acronyms: HashMap<u64, u32>,
    /// The last organisations, with the mention that is their name.
    recent: Vec<(u32, usize)>,
}

/// Resolves every name of the document.
pub(super) fn names(walk: &mut Walk<'_>) {
    let mut known = Known::default();
    let mut before = None;
    for index in 0..walk.mentions.len() {
        let mention = &walk.mentions[index];
        if mention.form != Form::Name {
            continue;
        }
        let key = (mention.sort == Sort::Person, whole(&walk.page, mention));
        let entity = match mention.sort {
            Sort::Person => person(walk, &known, mention, key),
            _ => other(walk, &known, mention, key, before),
        };
        let entity = match entity {
            Answer::Same(entity) => {
                walk.join(entity, index);
                entity
            }
            Answer::New => walk.open(index),
            Answer::Unsure => continue,
        };
        fullest(walk, entity, index);
        known.learn(walk, entity, index, key);
        before = Some(index);
    }
}

/// What a rule says of a name.
enum Answer {
    Same(u32),
    New,
    Unsure,
}

/// A person: by the whole name, by the surname, by the given name.
fn person(walk: &Walk<'_>, known: &Known, mention: &Mention, key: (bool, u64)) -> Answer {
    let words = &walk.page.all.word;
    let (first, last) = (words[mention.first], words[surname(&walk.page, mention)]);
    let fits = |entity: &&u32| {
        let one = walk.chains.get(**entity);
        mention.gender.is_none() || one.gender.is_none() || one.gender == mention.gender
    };
    if let Some(entity) = known.whole.get(&key).filter(fits) {
        // A surname that two people bear means neither for sure.
        let short = mention.first == mention.last;
        let bearers = known.surname.get(&last).map_or(0, |list| list.iter().filter(fits).count());
        return if short && bearers > 1 { Answer::Unsure } else { Answer::Same(*entity) };
    }
    let of = |table: &HashMap<u64, Vec<u32>>, word: u64| -> Vec<u32> {
        table.get(&word).map(|list| list.iter().filter(fits).copied().collect()).unwrap_or_default()
    };
    if mention.first == mention.last {
        let by_surname = of(&known.surname, last);
        let found = if by_surname.is_empty() { of(&known.given, first) } else { by_surname };
        return match found[..] {
            [] => Answer::New,
            [only] => Answer::Same(only),
            _ => Answer::Unsure,
        };
    }
    // The longer name of somebody who was known by one word, or by the same first and last.
    let mut found: Vec<u32> = of(&known.surname, last);
    found.extend(of(&known.given, first));
    found.retain(|entity| {
        let name = walk.chains.get(*entity).name.map(|name| &walk.mentions[name as usize]);
        name.is_some_and(|name| {
            let (head, tail) = (words[name.first], words[surname(&walk.page, name)]);
            let initial = |at: usize| walk.page.word(at).chars().next();
            let shortened = is_initial(&walk.page, name.first) || is_initial(&walk.page, mention.first);
            (name.first == name.last && (tail == last || tail == first))
                || (tail == last && (head == first || shortened && initial(name.first) == initial(mention.first)))
        })
    });
    // A headline's surname, which alone did not look like a person's.
    let alone = known.whole.get(&(false, token(&walk.page, surname(&walk.page, mention), EMPTY)));
    found.extend(alone.filter(|entity| matches!(walk.chains.get(**entity).sort, Sort::Thing | Sort::Body)));
    found.sort_unstable();
    found.dedup();
    match found[..] {
        [only] => Answer::Same(only),
        // "Northern Steel" looks like a person until one knows the Northern Steel Corporation.
        [] => part(walk, known, mention),
        _ => Answer::New,
    }
}

/// An organisation that was known by a longer name.
fn part(walk: &Walk<'_>, known: &Known, mention: &Mention) -> Answer {
    let mut parts = known.recent.iter().filter(|(_, name)| shortens(&walk.page, mention, &walk.mentions[*name]));
    match (parts.next(), parts.next()) {
        (Some((entity, _)), None) => Answer::Same(*entity),
        _ => Answer::New,
    }
}

/// An organisation, a place or anything else: by the whole name, by its acronym, by a part of its name.
fn other(walk: &Walk<'_>, known: &Known, mention: &Mention, key: (bool, u64), before: Option<usize>) -> Answer {
    if let Some(entity) = known.whole.get(&key) {
        return Answer::Same(*entity);
    }
    let long = before.map(|before| &walk.mentions[before]);
    if let Some(long) = long.filter(|long| acronym::explains(&walk.page, long, mention)) {
        let entity = walk.headed(long.head).and_then(|index| walk.chains.of(index));
        if let Some(entity) = entity {
            return Answer::Same(entity);
        }
    }
    let by_letters = acronym::letters(&walk.page, mention).and_then(|letters| known.initials.get(&letters));
    let by_initials = || {
        let initials = acronym::initials(&walk.page, mention)?;
        // The acronym of one long name is not that of the next with the same initials.
        let short = |entity: &&u32| {
            let name = walk.chains.get(**entity).name.map(|name| &walk.mentions[name as usize]);
            name.is_some_and(|name| name.first == name.last)
        };
        known.acronyms.get(&initials).filter(short)
    };
    if let Some(entity) = by_letters.or_else(by_initials) {
        return Answer::Same(*entity);
    }
    // A surname that was taken for something else.
    if mention.first == mention.last && matches!(mention.sort, Sort::Thing | Sort::Body | Sort::Place) {
        let people = known.surname.get(&walk.page.all.word[mention.last]);
        let full = |entity: &u32| {
            let name = walk.chains.get(*entity).name.map(|name| &walk.mentions[name as usize]);
            name.is_some_and(|name| name.first < name.last)
        };
        match people.map_or(&[][..], Vec::as_slice) {
            [] => {}
            [only] if full(only) => return Answer::Same(*only),
            [_] => {}
            _ => return Answer::Unsure,
        }
    }
    if matches!(mention.sort, Sort::Body | Sort::Thing) { part(walk, known, mention) } else { Answer::New }
}

impl Known {
    fn learn(&mut self, walk: &Walk<'_>, entity: u32, index: usize, key: (bool, u64)) {
        let (page, mention) = (&walk.page, &walk.mentions[index]);
        self.whole.entry(key).or_insert(entity);
        if mention.sort == Sort::Person {
            let enter = |table: &mut HashMap<u64, Vec<u32>>, word: u64| {
                let list = table.entry(word).or_default();
                if list.len() < 4 && !list.contains(&entity) {
                    list.push(entity);
                }
            };
            enter(&mut self.surname, page.all.word[surname(page, mention)]);
            if mention.first < mention.last {
                enter(&mut self.given, page.all.word[mention.first]);
            }
            return;
        }
        if let Some(letters) = acronym::letters(page, mention) {
            self.acronyms.entry(letters).or_insert(entity);
        }
        if let Some(initials) = acronym::initials(page, mention) {
            self.initials.entry(initials).or_insert(entity);
        }
        if mention.sort == Sort::Body && mention.first < mention.last {
            if self.recent.len() == RECENT {
                self.recent.remove(0);
            }
            if !self.recent.iter().any(|(known, _)| *known == entity) {
                self.recent.push((entity, index));
            }
        }
    }
}

/// A name as one number. Digits count here, which the hashes of tokens do not tell apart.
fn whole(page: &Page<'_>, mention: &Mention) -> u64 {
    (mention.first..=mention.last).fold(EMPTY, |hash, at| token(page, at, hash))
}

fn token(page: &Page<'_>, at: usize, hash: u64) -> u64 {
    page.word(at).chars().filter(char::is_ascii_digit).fold(mix(hash, page.all.word[at]), push)
}

/// The token of a person's surname: the last one that is not "Jr." or a number.
fn surname(page: &Page<'_>, mention: &Mention) -> usize {
    let suffix = |at: usize| matches!(page.word(at), "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV" | ",");
    (mention.first..=mention.last).rev().find(|at| !suffix(*at)).unwrap_or(mention.last)
}

fn is_initial(page: &Page<'_>, at: usize) -> bool {
    let word = page.word(at);
    word.ends_with('.') && word.chars().count() == 2
}

/// Whether `short` is the beginning of the name `long`, or its end from a noun for a body on.
fn shortens(page: &Page<'_>, short: &Mention, long: &Mention) -> bool {
    let size = short.last - short.first;
    if size >= long.last - long.first {
        return false;
    }
    let words = &page.all.word;
    let begins = (0..=size).all(|step| words[short.first + step] == words[long.first + step])
        // "United" is no short name of the United Nations, nor "National" of a bank.
        && (size > 0 || page.all.tag[short.last].upos == crate::tag::Upos::Propn)
        && !matches!(page.noun_sort(long.first), Some(NounSort::Body));
    let ends = (0..=size).all(|step| words[short.last - step] == words[long.last - step])
        && page.noun_sort(long.last) == Some(NounSort::Body);
    begins || ends
}

/// Keeps the longest name of an entity.
fn fullest(walk: &mut Walk<'_>, entity: u32, index: usize) {
    let mention = &walk.mentions[index];
    let size = |mention: &Mention| (mention.last - mention.first, walk.page.words(mention.first, mention.last).len());
    let known = walk.chains.get(entity).name.map(|name| size(&walk.mentions[name as usize]));
    if known.is_none_or(|known| known < size(mention)) {
        let sort = mention.sort;
        let one = walk.chains.get_mut(entity);
        one.name = Some(index as u32);
        if sort != Sort::Thing && one.sort != Sort::Person {
            one.sort = sort;
        }
    }
}
