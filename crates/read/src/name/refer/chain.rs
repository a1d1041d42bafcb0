//! Chains: which mentions mean the same, and what is known of whom they mean.

use super::mention::{Form, Mention, Sort};
use crate::language::Gender;

/// No chain.
const NONE: u32 = u32::MAX;

/// How many words of its descriptions are kept of each.
const WORDS: usize = 48;

/// Somebody or something that is mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its mentions, as indices; in order once the document is done.
    pub mentions: Vec<u32>,
    /// What it is.
    pub sort: Sort,
    /// Whether it is a man or a woman.
    pub gender: Option<Gender>,
    /// Whether it is several.
    pub plural: Option<bool>,
    /// Of how many it is said to be.
    pub count: Option<u8>,
    /// The mention that is its fullest name.
    pub name: Option<u32>,
    /// Descriptions that the text gives of it: first and last token.
    pub roles: Vec<(usize, usize)>,
    /// The lemmas of names and descriptions, hashed.
    pub words: Vec<u64>,
    /// The last mention that was passed when the text is read from the front.
    pub seen: u32,
    /// How many of its mentions were passed.
    pub times: u32,
}

/// Whom the mentions of a document mean.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    entities: Vec<Entity>,
    /// For each entity the one it turned out to be.
    up: Vec<u32>,
    /// For each mention its entity.
    of: Vec<u32>,
}

impl Chains {
    /// No mention means anything yet.
    pub(super) fn new(mentions: usize) -> Self {
        Self { of: vec![NONE; mentions], ..Self::default() }
    }

    /// The entity of a mention.
    pub fn of(&self, mention: usize) -> Option<u32> {
        let entity = *self.of.get(mention)?;
        (entity != NONE).then(|| self.root(entity))
    }

    /// What is known of an entity.
    pub fn get(&self, entity: u32) -> &Entity {
        &self.entities[self.root(entity) as usize]
    }

    pub(super) fn get_mut(&mut self, entity: u32) -> &mut Entity {
        let root = self.root(entity);
        &mut self.entities[root as usize]
    }

    /// All entities, those that were merged into others left out.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Entity)> {
        let numbered = (0u32..).zip(&self.entities);
        numbered.filter(|(number, _)| self.up[*number as usize] == *number)
    }

    fn root(&self, entity: u32) -> u32 {
        let mut at = entity;
        while self.up[at as usize] != at {
            at = self.up[at as usize];
        }
        at
    }

    /// A new entity with its first mention.
    pub(super) fn open(&mut self, index: usize, mention: &Mention, words: &[u64]) -> u32 {
        let number = u32::try_from(self.entities.len()).unwrap_or(NONE);
        self.entities.push(Entity {
            mentions: Vec::new(),
            sort: mention.sort,
            gender: None,
            plural: None,
            count: None,
            name: None,
            roles: Vec::new(),
            words: Vec::new(),
            seen: NONE,
            times: 0,
        });
        self.up.push(number);
        self.join(number, index, mention, words);
        number
    }

    /// Adds a mention to an entity.
    pub(super) fn join(&mut self, entity: u32, index: usize, mention: &Mention, words: &[u64]) {
        let root = self.root(entity);
        self.of[index] = root;
        let one = &mut self.entities[root as usize];
        one.mentions.push(index as u32);
        one.gender = one.gender.or(mention.gender);
        if !matches!(mention.form, Form::Pronoun(_)) {
            one.plural = one.plural.or(mention.plural);
            one.count = one.count.or(mention.count);
            if one.sort == Sort::Open || (one.sort == Sort::Thing && mention.form == Form::Noun) {
                one.sort = mention.sort;
            }
        }
        one.learn(words);
    }

    /// Makes two entities one: the second becomes part of the first.
    pub(super) fn merge(&mut self, into: u32, from: u32) {
        let (into, from) = (self.root(into), self.root(from));
        if into == from {
            return;
        }
        // The smaller moves, so that no mention moves often.
        let bigger = self.entities[into as usize].mentions.len() >= self.entities[from as usize].mentions.len();
        let (keep, drop) = if bigger { (into, from) } else { (from, into) };
        self.up[drop as usize] = keep;
        let empty =
            Entity { mentions: Vec::new(), roles: Vec::new(), words: Vec::new(), ..self.entities[drop as usize] };
        let moved = std::mem::replace(&mut self.entities[drop as usize], empty);
        let one = &mut self.entities[keep as usize];
        if matches!(one.sort, Sort::Open | Sort::Thing) || (one.name.is_none() && moved.name.is_some()) {
            one.sort = moved.sort;
        }
        one.mentions.extend(moved.mentions);
        one.gender = one.gender.or(moved.gender);
        one.plural = one.plural.or(moved.plural);
        one.count = one.count.or(moved.count);
        one.name = one.name.or(moved.name);
        one.roles.extend(moved.roles);
        one.learn(&moved.words);
        one.times += moved.times;
        one.seen = match (one.seen, moved.seen) {
            (NONE, seen) | (seen, NONE) => seen,
            (a, b) => a.max(b),
        };
    }

    /// Notes that a mention of an entity was passed.
    pub(super) fn pass(&mut self, entity: u32, mention: usize) {
        let one = self.get_mut(entity);
        one.seen = mention as u32;
        one.times += 1;
    }

    /// Puts mentions in order once all are known.
    pub(super) fn settle(&mut self) {
        for entity in &mut self.entities {
            entity.mentions.sort_unstable();
            entity.mentions.dedup();
        }
    }
}

impl Entity {
    /// The last mention that was passed, if any was.
    pub fn last_seen(&self) -> Option<usize> {
        (self.seen != NONE).then_some(self.seen as usize)
    }

    pub(super) fn learn(&mut self, words: &[u64]) {
        for word in words {
            if self.words.len() < WORDS && !self.words.contains(word) {
                self.words.push(*word);
            }
        }
    }
}
