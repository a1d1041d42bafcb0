//! What the house has, taken apart: an index from every key to what entails it.

use std::collections::{BTreeMap, HashMap};

use record::cover::{Grain, Slot};
use record::time::Micros;

use super::bits::Bits;
use super::people::People;
use crate::ladder::Detail;

/// An access list, as far as cover needs it.
#[derive(Debug, Clone, Default)]
pub struct Access {
    /// All names of each member.
    pub members: Vec<Vec<String>>,
    /// How many more there are at least.
    pub others: u32,
    /// Slots of which they know less than all, and how much of them; see [`record::cover::AccessList::limits`].
    pub limits: BTreeMap<Slot, Grain>,
}

/// How something that the house has bears on cover.
#[derive(Debug, Clone)]
pub enum Guard {
    /// Open material.
    Open {
        /// The number of the independent root that it belongs to: echoes have that of what they repeat.
        root: u32,
        /// The latest moment at which it came out; where that is not known it counts for nothing.
        published: Option<Micros>,
    },
    /// It comes from a guarded source.
    Guarded {
        /// The earliest moment at which the house may have known it; where that is not known, nothing came out before.
        known: Option<Micros>,
        /// The lists of those who know it too.
        access: Vec<usize>,
        /// Whether its source is one that its owners guard, and not only its marking.
        is_owned: bool,
    },
}

/// Something that the house has: the keys that it entails, by number.
#[derive(Debug, Clone)]
pub(super) struct Held {
    entails: Box<[(u32, Slot, Grain)]>,
    pub(super) guard: Guard,
}

impl Held {
    /// In which slot and at which grain it entails a key.
    pub(super) fn entails(&self, key: u32) -> Option<(Slot, Grain)> {
        let at = self.entails.binary_search_by_key(&key, |(key, ..)| *key).ok()?;
        self.entails.get(at).map(|(_, slot, grain)| (*slot, *grain))
    }

    /// Every key that it entails.
    pub(super) fn keys(&self) -> impl Iterator<Item = (u32, Slot, Grain)> + '_ {
        self.entails.iter().copied()
    }
}

/// What is said or was said: what it demands that somebody knows, and what of the house's stands behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statement {
    /// The keys, by number; none for one that nothing in the house entails.
    pub(crate) keys: Vec<(Slot, Option<u32>)>,
    /// What stands behind it, by its number in [`Holdings`].
    pub behind: Vec<usize>,
    /// Whether nobody in particular is said to have said it ("sources", "an organisation").
    pub(crate) somebody: bool,
}

/// Everything that the house has that bears on cover.
#[derive(Debug, Clone, Default)]
pub struct Holdings {
    numbers: HashMap<Box<str>, u32, Quick>,
    texts: Vec<Box<str>>,
    postings: Vec<Vec<u32>>,
    held: Vec<Held>,
    /// What is the same as something before it: the same words of the same document, in another case.
    twins: HashMap<usize, usize>,
    pub(super) lists: Vec<Access>,
    pub(super) people: People,
}

/// A quick hash for keys, which are made by the house itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quick;

/// FNV-1a, eight bytes at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mixed(u64);

impl std::hash::BuildHasher for Quick {
    type Hasher = Mixed;

    fn build_hasher(&self) -> Mixed {
        Mixed(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0_u64, |word, byte| word.rotate_left(8) ^ u64::from(*byte));
            self.0 = (self.0 ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0.rotate_right(32)
    }
}

/// Whether a key demands that anybody knows anything.
pub(super) fn demands(key: &str) -> bool {
    !key.is_empty() && key != "by:some:one"
}

impl Holdings {
    /// Nothing yet, with the lists of those who know.
    pub fn new(lists: Vec<Access>) -> Self {
        Self { people: People::new(&lists), lists, ..Self::default() }
    }

    /// Puts something in, and gives its number.
    pub fn add(&mut self, details: &[Detail], guard: Guard) -> usize {
        let number = self.held.len();
        let posting = u32::try_from(number).unwrap_or(u32::MAX);
        let mut entails: Vec<(u32, Slot, Grain)> = Vec::new();
        for detail in details {
            for (key, grain) in detail.entails() {
                let key = self.number(key);
                entails.push((key, detail.slot, grain));
            }
        }
        // Of a key that two rungs give, the coarser is enough to know.
        entails.sort_unstable_by_key(|(key, slot, grain)| (*key, *slot, std::cmp::Reverse(*grain)));
        entails.dedup_by_key(|(key, ..)| *key);
        for (key, ..) in &entails {
            if let Some(postings) = usize::try_from(*key).ok().and_then(|key| self.postings.get_mut(key)) {
                postings.push(posting);
            }
        }
        self.held.push(Held { entails: entails.into_boxed_slice(), guard });
        number
    }

    fn number(&mut self, key: &str) -> u32 {
        if let Some(number) = self.numbers.get(key) {
            return *number;
        }
        let number = u32::try_from(self.postings.len()).unwrap_or(u32::MAX);
        self.numbers.insert(key.into(), number);
        self.texts.push(key.into());
        self.postings.push(Vec::new());
        number
    }

    /// A statement: details, each with the number of the rung that stands in it, and what stands behind it. A detail without a
    /// choice stands as it is.
    pub fn statement(&self, details: &[Detail], chosen: &[usize], behind: Vec<usize>) -> Statement {
        let mut keys = Vec::new();
        let mut somebody = false;
        for (detail, chosen) in details.iter().zip(chosen.iter().copied().chain(std::iter::repeat(0))) {
            let Some(rung) = detail.rungs.get(chosen).or_else(|| detail.rungs.first()) else { continue };
            // That somebody said it is true of whatever stands behind it.
            if !demands(&rung.key) {
                continue;
            }
            if rung.key.starts_with("by:some:") {
                somebody = true;
            }
            let key = (detail.slot, self.numbers.get(rung.key.as_str()).copied());
            if !keys.contains(&key) || key.1.is_none() {
                keys.push(key);
            }
        }
        Statement { keys, behind, somebody }
    }

    /// How much there is.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// What somebody of the lists is called; nothing for those whom nobody names.
    pub fn name(&self, person: u32) -> &str {
        self.people.name(person)
    }

    /// What somebody is called on one of these lists; nothing where they stand on none of them by name.
    pub fn name_on(&self, person: u32, lists: &[usize]) -> Option<&str> {
        self.people.name_on(person, lists)
    }

    /// How many different people these are at least.
    pub fn least(&self, people: &Bits) -> u32 {
        self.people.least(people)
    }

    /// Whether something comes from a source that its owners guard.
    pub fn is_owned(&self, number: usize) -> bool {
        self.held(number).is_some_and(|held| matches!(held.guard, Guard::Guarded { is_owned: true, .. }))
    }

    /// Whether something says all of a statement, whoever is said to have said it.
    pub fn says(&self, number: usize, statement: &Statement) -> bool {
        let mut needed = statement.keys.iter().filter(|(slot, _)| *slot != Slot::By).peekable();
        needed.peek().is_some() && needed.all(|(_, key)| key.is_some_and(|key| self.has(number, key)))
    }

    /// Says that something is the same as what was put in before it: it counts once.
    pub fn same(&mut self, number: usize, first: usize) {
        let first = self.first(first);
        if first != number {
            self.twins.insert(number, first);
        }
    }

    /// The first of what is the same.
    pub(crate) fn first(&self, number: usize) -> usize {
        self.twins.get(&number).copied().unwrap_or(number)
    }

    /// Whether something says a detail as it stands.
    pub fn gives(&self, number: usize, detail: &Detail) -> bool {
        self.key_of(detail).is_some_and(|key| self.has(number, key))
    }

    /// The key of a detail as it stands, where anything entails it.
    pub(super) fn key_of(&self, detail: &Detail) -> Option<u32> {
        detail.rungs.first().and_then(|rung| self.numbers.get(rung.key.as_str())).copied()
    }

    /// The earliest moment at which the house may have known something; nothing where that is not known or it is open.
    pub fn known(&self, number: usize) -> Option<Micros> {
        match self.held(number)?.guard {
            Guard::Guarded { known, .. } => known,
            Guard::Open { .. } => None,
        }
    }

    /// The text of a key.
    pub(crate) fn key(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", |text| text)
    }

    pub(super) fn held(&self, number: usize) -> Option<&Held> {
        self.held.get(number)
    }

    /// Every key that something entails.
    pub(crate) fn keys_of(&self, number: usize) -> impl Iterator<Item = (u32, Slot, Grain)> + '_ {
        self.held(number).into_iter().flat_map(Held::keys)
    }

    /// Whether something entails a key.
    pub(crate) fn has(&self, number: usize, key: u32) -> bool {
        self.held(number).is_some_and(|held| held.entails(key).is_some())
    }

    /// What entails all of these keys, by number; nothing where there is no key.
    pub(crate) fn entailing(&self, keys: &[u32]) -> Vec<usize> {
        let posted = |key: &u32| usize::try_from(*key).ok().and_then(|at| self.postings.get(at));
        let Some(lists) = keys.iter().map(posted).collect::<Option<Vec<_>>>() else { return Vec::new() };
        let Some(shortest) = lists.iter().min_by_key(|list| list.len()) else { return Vec::new() };
        let all = |number: &usize| keys.iter().all(|key| self.has(*number, *key));
        shortest.iter().filter_map(|number| usize::try_from(*number).ok()).filter(all).collect()
    }
}
