//! Noun phrases that take up somebody known: "the spokesman", "the ministry", "those sources".

use super::mention::{Mention, Sort};
use super::role::Holders;
use super::{Entity, Walk};
use crate::language::Determiner;
use crate::tag::Upos;

/// How many sentences may lie between a description and what it takes up.
const FAR: usize = 24;

/// How many sentences may lie between a wide noun ("the company") and what it takes up.
const NEAR: usize = 3;

/// How many sentences nearer the best answer must be than the next, to be taken.
const CLEAR: usize = 3;

/// How many mentions are looked at for a wide noun.
const WINDOW: usize = 48;

/// Resolves a noun phrase, or lets it mean somebody new. One that could mean either of two is left open.
pub(super) fn take_up(walk: &mut Walk<'_>, index: usize, holders: &mut Holders) {
    let mention = &walk.mentions[index];
    let known = matches!(mention.determiner, Determiner::Definite | Determiner::Demonstrative);
    let answer = if known { by_noun(walk, index, holders) } else { repeated(walk, index, holders) };
    let answer = match answer {
        Answer::None if known && is_wide(walk, mention) => by_sort(walk, index),
        answer => answer,
    };
    match answer {
        Answer::One(entity) => {
            walk.join(entity, index);
            holders.enter(&walk.page, mention.head, entity);
        }
        Answer::Unsure => {}
        Answer::None => {
            let bare = mention.determiner == Determiner::Bare && mention.first == mention.last;
            let fresh = holders.of(&walk.page, mention.head).is_empty();
            let entity = walk.open(index);
            // "Officials" after "two European officials" may be the same or not: it makes "the officials" no less clear.
            if (fresh || !bare) && mention.sort != Sort::Thing {
                holders.enter(&walk.page, mention.head, entity);
            }
            if mention.sort == Sort::Thing && known {
                holders.enter(&walk.page, mention.head, entity);
            }
        }
    }
}

/// What a rule says of a phrase.
enum Answer {
    One(u32),
    Unsure,
    None,
}

/// By the noun: somebody who was called the same, and by all the words of this phrase.
fn by_noun(walk: &Walk<'_>, index: usize, holders: &Holders) -> Answer {
    let mention = &walk.mentions[index];
    let own = own_words(walk, mention);
    let fits = |entity: &Entity| own.iter().all(|word| entity.words.contains(word)) && walk.agrees(mention, entity);
    let found = holders.of(&walk.page, mention.head).iter().copied();
    choose(walk, index, found.filter(|entity| fits(walk.chains.get(*entity))), FAR)
}

/// A phrase without an article that says the same again, word for word: "European officials".
fn repeated(walk: &Walk<'_>, index: usize, holders: &Holders) -> Answer {
    let mention = &walk.mentions[index];
    let own = own_words(walk, mention);
    if own.is_empty() || mention.determiner != Determiner::Bare || mention.sort == Sort::Thing {
        return Answer::None;
    }
    let fits = |entity: &Entity| {
        entity.words.len() == own.len() + 1
            && own.iter().all(|word| entity.words.contains(word))
            && entity.plural == mention.plural
            && entity.count == mention.count
    };
    let found = holders.of(&walk.page, mention.head).iter().copied();
    choose(walk, index, found.filter(|entity| fits(walk.chains.get(*entity))), FAR)
}

/// By the kind alone, for nouns that say no more: "the company", "those sources", "the country".
fn by_sort(walk: &Walk<'_>, index: usize) -> Answer {
    let mention = &walk.mentions[index];
    if !own_words(walk, mention).is_empty() {
        return Answer::None;
    }
    let mut found: Vec<u32> = Vec::new();
    for other in (index.saturating_sub(WINDOW)..index).rev() {
        let one = &walk.mentions[other];
        if one.sentence + NEAR < mention.sentence {
            break;
        }
        let Some(entity) = walk.chains.of(other) else { continue };
        let known = walk.chains.get(entity);
        let person = mention.sort == Sort::Person;
        // "Those sources" and "the two people" are not known by name.
        let kind = known.sort == mention.sort && (!person || known.name.is_none());
        if kind && walk.agrees(mention, known) && !found.contains(&entity) {
            found.push(entity);
        }
    }
    found.reverse();
    choose(walk, index, found.into_iter(), NEAR)
}

/// The candidate that was mentioned last, if it is clearly nearer than every other.
fn choose(walk: &Walk<'_>, index: usize, candidates: impl Iterator<Item = u32>, far: usize) -> Answer {
    let here = walk.mentions[index].sentence;
    let distance = |entity: u32| {
        let seen = walk.chains.get(entity).last_seen()?;
        here.checked_sub(walk.mentions[seen].sentence)
    };
    let mut found: Vec<(usize, u32)> = candidates
        .filter_map(|entity| Some((distance(entity)?, walk.chains.of(walk.chains.get(entity).seen as usize)?)))
        .collect();
    found.retain(|(distance, _)| *distance <= far);
    found.sort_unstable();
    found.dedup();
    match found[..] {
        [] => Answer::None,
        [(_, only)] => Answer::One(only),
        [(near, one), (next, _), ..] if near + CLEAR <= next => Answer::One(one),
        _ => Answer::Unsure,
    }
}

/// The words of a phrase beside its noun that tell which one is meant.
fn own_words(walk: &Walk<'_>, mention: &Mention) -> Vec<u64> {
    let page = &walk.page;
    let tells = |at: &usize| {
        *at != mention.head
            && !page.is_filler(*at)
            && page.all.tag[*at].upos != Upos::Adv
            && !matches!(page.word(*at), "same" | "latter" | "said")
    };
    (mention.first..=mention.last).filter(tells).map(|at| page.all.lemma[at]).collect()
}

fn is_wide(walk: &Walk<'_>, mention: &Mention) -> bool {
    let all = walk.page.all;
    let wide = &walk.page.people.wide;
    wide.get(all.word[mention.head]).is_some() || wide.get(all.lemma[mention.head]).is_some()
}
