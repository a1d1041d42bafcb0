//! Descriptions that stand beside a name: "Foreign Ministry spokesman Orlo", "Orlo, a spokesman for the ministry",
//! "Orlo is the spokesman". What they say is kept as a role, and who has which role is remembered.

use std::collections::HashMap;

use super::mention::{Form, Mention, Sort};
use super::{Page, Walk};
use crate::language::{Determiner, NounSort};
use crate::model::hash::mix;
use crate::parse::Rel;
use crate::tag::Upos;

/// How far back a neighbour is looked for, in mentions.
const NEAR: usize = 8;

/// How far before a name its description may begin, in tokens.
const REACH: usize = 8;

/// How many holders of one role are remembered.
const HOLDERS: usize = 8;

/// How many descriptions of one are kept.
const ROLES: usize = 24;

/// Who was called by which noun, the last first forgotten last.
#[derive(Debug, Default)]
pub(super) struct Holders {
    of: HashMap<u64, Vec<u32>>,
}

impl Holders {
    /// Remembers that an entity was called by the noun at a token.
    pub(super) fn enter(&mut self, page: &Page<'_>, noun: usize, entity: u32) {
        let list = self.of.entry(key(page, noun)).or_default();
        list.retain(|known| *known != entity);
        if list.len() == HOLDERS {
            list.remove(0);
        }
        list.push(entity);
    }

    /// Those who were called by the noun at a token, the last one last.
    pub(super) fn of(&self, page: &Page<'_>, noun: usize) -> &[u32] {
        self.of.get(&key(page, noun)).map_or(&[], Vec::as_slice)
    }
}

/// The noun at a token, or the group of nouns that may stand for the same.
fn key(page: &Page<'_>, noun: usize) -> u64 {
    let kin = page.people.kin.get(page.all.lemma[noun]).or_else(|| page.people.kin.get(page.all.word[noun]));
    kin.map_or(page.all.lemma[noun], |kin| mix(1, u64::from(kin)))
}

/// Reads what stands before a name and beside it.
pub(super) fn beside(walk: &mut Walk<'_>, index: usize, holders: &mut Holders) {
    let mention = &walk.mentions[index];
    let Some(entity) = walk.chains.of(index) else { return };
    match mention.sort {
        Sort::Person => {
            if let Some((first, noun)) = title(&walk.page, mention) {
                give(walk, holders, entity, first, noun, noun);
            }
        }
        // "The Defence Ministry" is a ministry.
        Sort::Body => {
            let nouns = (mention.first..=mention.last).filter(|at| walk.page.noun_sort(*at) == Some(NounSort::Body));
            for noun in nouns {
                holders.enter(&walk.page, noun, entity);
            }
        }
        _ => {}
    }
    // "The spokesman, Orlo, said".
    let described = neighbour(walk, index).filter(|other| walk.mentions[*other].form == Form::Noun);
    if let Some(other) = described {
        let noun = &walk.mentions[other];
        if let Some(known) = walk.chains.of(other) {
            let own = walk.chains.get(known);
            if own.name.is_some() || !walk.agrees(mention, own) {
                return;
            }
            walk.chains.merge(entity, known);
        }
        give(walk, holders, entity, noun.first, noun.last, noun.head);
    }
}

/// Resolves a noun phrase to a name that it describes, by standing behind it or by "is". Whether it was.
pub(super) fn beside_name(walk: &mut Walk<'_>, index: usize, holders: &mut Holders) -> bool {
    let mention = &walk.mentions[index];
    let other = neighbour(walk, index).or_else(|| subject(walk, index));
    let Some((other, entity)) = other.and_then(|other| Some((other, walk.chains.of(other)?))) else { return false };
    if !walk.agrees(mention, walk.chains.get(entity)) {
        return false;
    }
    walk.join(entity, index);
    walk.before[index] = other as u32;
    give(walk, holders, entity, mention.first, mention.last, mention.head);
    true
}

/// The words before a name that are a role: first token and head noun.
fn title(page: &Page<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let noun = mention.first.checked_sub(1)?;
    let person = matches!(page.noun_sort(noun), Some(NounSort::Person | NounSort::Man | NounSort::Woman));
    if !person || !matches!(page.all.tag[noun].upos, Upos::Noun | Upos::Propn | Upos::Adj) {
        return None;
    }
    let mut first = noun;
    while first > 0 && noun - first < REACH {
        let before = first - 1;
        let fits = matches!(page.all.tag[before].upos, Upos::Noun | Upos::Propn | Upos::Adj)
            || page.word(before) == "-" && first > 1;
        // The walk ends with the sentence, since a full stop is none of these.
        if !fits {
            break;
        }
        first = before;
    }
    while first < noun && page.all.tag[first].upos == Upos::Punct {
        first += 1;
    }
    Some((first, noun))
}

/// Enters a role of an entity: its words from `first` to `last` without an article, its noun.
fn give(walk: &mut Walk<'_>, holders: &mut Holders, entity: u32, first: usize, last: usize, noun: usize) {
    let mut first = first;
    while first < noun && walk.page.determiner(first).is_some() {
        first += 1;
    }
    let last = whole(walk, last);
    holders.enter(&walk.page, noun, entity);
    let words: Vec<u64> =
        (first..=last).filter(|at| !walk.page.is_filler(*at)).map(|at| walk.page.all.lemma[at]).collect();
    let gender = match walk.page.noun_sort(noun) {
        Some(NounSort::Man) => Some(crate::language::Gender::Male),
        Some(NounSort::Woman) => Some(crate::language::Gender::Female),
        _ => None,
    };
    let one = walk.chains.get_mut(entity);
    one.gender = one.gender.or(gender);
    if one.roles.len() < ROLES {
        one.roles.push((first, last));
    }
    one.learn(&words);
}

/// The end of a description that ends inside a name, or before the name that belongs to whom it ends with: "at Port Vale's
/// *School of Trade*".
fn whole(walk: &Walk<'_>, last: usize) -> usize {
    let page = &walk.page;
    let named = |at: usize| {
        let from = walk.mentions.partition_point(|one| one.first <= at);
        let near = walk.mentions[from.saturating_sub(NEAR)..from].iter().rev();
        let mut names = near.filter(|one| one.form == Form::Name);
        names.find(|one| (one.first..=one.last).contains(&at)).map(|one| one.last)
    };
    let mut end = named(last).map_or(last, |name| name.max(last));
    let owner = end + 2 < page.all.tag.len() && matches!(page.word(end + 1), "'s" | "\u{2019}s");
    if let Some(name) = owner.then(|| named(end + 2)).flatten() {
        end = name;
    }
    end
}

/// The mention before this one that stands in apposition with it.
fn neighbour(walk: &Walk<'_>, index: usize) -> Option<usize> {
    let (page, mention) = (&walk.page, &walk.mentions[index]);
    // "The spokesman, Orlo" has a comma between, and so has "Orlo, the spokesman".
    let comma = mention.first.checked_sub(1)?;
    if !matches!(page.word(comma), "," | "—" | "–" | "(") {
        return None;
    }
    let fits = |other: &Mention| {
        let one_name = (other.form == Form::Name) != (mention.form == Form::Name);
        let noun = if mention.form == Form::Noun { mention } else { other };
        other.sentence == mention.sentence
            && other.last + 1 == comma
            && one_name
            && matches!(other.form, Form::Name | Form::Noun)
            && other.sort == mention.sort
            && matches!(mention.sort, Sort::Person | Sort::Body | Sort::State)
            && noun.plural != Some(true)
    };
    let mut near = (index.saturating_sub(NEAR)..index).filter(|other| fits(&walk.mentions[*other]));
    let other = near.next()?;
    let parsed =
        page.all.rel[mention.head] == Rel::Appos && page.all.head[mention.head] as usize == walk.mentions[other].head;
    // Without the parser's word: it must be closed as it was opened, and not look like a list.
    let next = mention.last + 1;
    let closed = matches!(page.word(next), "," | "." | ")" | "—" | "–" | ":" | ";" | "\"" | "”" | "");
    let listed = matches!(page.word(next), "and" | "or")
        || page.word(next) == "," && matches!(page.word(next + 1), "and" | "or");
    let begun = mention.form == Form::Name || mention.determiner != Determiner::Bare || mention.last > mention.head;
    (parsed || begun && (closed && !listed)).then_some(other)
}

/// The subject that a noun phrase is said to be: "Orlo is the spokesman".
fn subject(walk: &Walk<'_>, index: usize) -> Option<usize> {
    let (page, mention) = (&walk.page, &walk.mentions[index]);
    let all = page.all;
    if mention.sort != Sort::Person || mention.determiner == Determiner::Demonstrative {
        return None;
    }
    let least = mention.head.saturating_sub(24).max(page.segments.sentences[mention.sentence].tokens.start);
    let child = |at: &usize| all.head[*at] as usize == mention.head;
    let copula = (least..mention.head).rev().filter(child).find(|at| all.rel[*at] == Rel::Cop)?;
    if all.lemma_text(copula) != "be" || (copula..mention.head).any(|at| matches!(page.word(at), "not" | "n't" | "n’t"))
    {
        return None;
    }
    let subject = (least..copula).rev().filter(child).find(|at| all.rel[*at] == Rel::Nsubj)?;
    let other = walk.headed(subject)?;
    (walk.mentions[other].sort == Sort::Person).then_some(other)
}
