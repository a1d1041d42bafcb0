//! Mosaic: what becomes inferable from everything that an audience has, that no single release gave.
//!
//! A guarded claim is *compatible* with what was said of it while it entails all of that. m is the number of guarded claims, this
//! one among them, that are compatible with everything that was said of this one. Where several releases together leave fewer
//! than each by itself, the pieces fit together, and what all that are left have in common is then known too, though nobody said it.

#[cfg(test)]
mod suite;

use std::collections::{BTreeMap, BTreeSet};

use record::cover::{Grain, Slot};

use crate::cover::{Holdings, Statement};

/// Slots in which something can be inferred.
const INFERRED: [Slot; 6] = [Slot::Who, Slot::Whom, Slot::With, Slot::Count, Slot::Where, Slot::When];

/// What everything that was said leaves open of one guarded claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The claim, by its number in the holdings.
    pub held: usize,
    /// How many guarded claims are compatible with all that was and is to be said of it; at least 1, itself.
    pub m: u32,
    /// How many the least open of all single statements leaves.
    pub alone: u32,
    /// How many were compatible before anything of this release.
    pub before: u32,
    /// The line of this release without which most would be left, where that is more than are left with it.
    pub line: Option<usize>,
    /// What all that are compatible have in common, finer than any single statement gives it: the slot and the key.
    pub inferable: Vec<(Slot, String)>,
}

impl Piece {
    /// Whether the pieces together leave fewer than `least`, and fewer than any of them does by itself: what a single one gives,
    /// its owners agreed to. Whether anything finer becomes known within one slot does not matter: which claim it is does.
    pub fn collapses(&self, least: u32) -> bool {
        self.m < least && self.m < self.alone
    }
}

/// By which line of the draft something is said, none where it was said before it, and which keys of a claim it tells.
type Saying = (Option<usize>, Vec<u32>);

/// Everything that was and is to be said of the guarded claims behind a draft.
#[derive(Debug, Clone)]
pub struct Mosaic<'h> {
    holdings: &'h Holdings,
    /// For each claim what is said of it: by which line of the draft, or before it, and which of its keys.
    said: BTreeMap<usize, Vec<Saying>>,
}

impl<'h> Mosaic<'h> {
    /// Lays `lines` beside everything that was said before.
    pub fn new(holdings: &'h Holdings, lines: &[&Statement], earlier: &[Statement]) -> Self {
        let mut said: BTreeMap<usize, Vec<Saying>> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            for held in line.behind.iter().filter(|held| holdings.is_owned(**held)) {
                said.entry(*held).or_default().push((Some(at), of_it(holdings, *held, line)));
            }
        }
        for statement in earlier {
            // What nobody is known to have rested on a claim may be said of any that says all of it.
            let about: Vec<usize> = match statement.behind.is_empty() {
                false => statement.behind.clone(),
                true => holdings.saying_all(statement),
            };
            for held in about {
                if let Some(all) = said.get_mut(&held) {
                    all.push((None, of_it(holdings, held, statement)));
                }
            }
        }
        Self { holdings, said }
    }

    /// What is left open of every claim.
    pub fn pieces(&self) -> Vec<Piece> {
        self.said.iter().map(|(held, said)| self.piece(*held, said)).collect()
    }

    /// How many claims are left, of the claim behind a line of which fewest are, where the line is put in other words.
    pub fn m(&self, line: usize, statement: &Statement) -> Option<u32> {
        let of = |held: &usize| {
            let said = self.said.get(held)?;
            let others = said.iter().filter(|(at, _)| *at != Some(line)).flat_map(|(_, keys)| keys.iter().copied());
            let keys: BTreeSet<u32> = others.chain(of_it(self.holdings, *held, statement)).collect();
            Some(self.left(&keys).0)
        };
        statement.behind.iter().filter_map(of).min()
    }

    /// How many owned claims entail all of these keys, and which; all of them where there is no key.
    fn left(&self, keys: &BTreeSet<u32>) -> (u32, Vec<usize>) {
        let keys: Vec<u32> = keys.iter().copied().collect();
        let mut found =
            if keys.is_empty() { (0..self.holdings.len()).collect() } else { self.holdings.entailing(&keys) };
        found.retain(|number| self.holdings.is_owned(*number));
        // What stands in two cases is said once.
        let mut once = BTreeSet::new();
        found.retain(|number| once.insert(self.holdings.first(*number)));
        (u32::try_from(found.len()).unwrap_or(u32::MAX).max(1), found)
    }

    fn piece(&self, held: usize, said: &[(Option<usize>, Vec<u32>)]) -> Piece {
        let joined = |keep: &dyn Fn(Option<usize>) -> bool| -> BTreeSet<u32> {
            said.iter().filter(|(at, _)| keep(*at)).flat_map(|(_, keys)| keys.iter().copied()).collect()
        };
        let (m, all) = self.left(&joined(&|_| true));
        let alone = said.iter().map(|(_, keys)| self.left(&keys.iter().copied().collect()).0).min();
        let lines = said.iter().filter_map(|(at, _)| *at);
        let without = lines.map(|line| (self.left(&joined(&|at| at != Some(line))).0, line));
        let line = without.max_by_key(|(left, line)| (*left, std::cmp::Reverse(*line)));
        Piece {
            held,
            m,
            alone: alone.unwrap_or(m),
            before: self.left(&joined(&|at| at.is_none())).0,
            line: line.filter(|(left, _)| *left > m).map(|(_, line)| line),
            inferable: self.inferable(held, &all, said),
        }
    }

    /// What all that are left have in common, finer than any single statement gives it.
    fn inferable(&self, held: usize, left: &[usize], said: &[(Option<usize>, Vec<u32>)]) -> Vec<(Slot, String)> {
        let holdings = self.holdings;
        let mut found = Vec::new();
        for slot in INFERRED {
            let keys: Vec<(u32, Grain)> =
                holdings.keys_of(held).filter(|(_, of, _)| *of == slot).map(|(key, _, grain)| (key, grain)).collect();
            let finest = |key: &u32| keys.iter().find(|(other, _)| other == key).map(|(_, grain)| *grain);
            let given: Option<Grain> = said.iter().flat_map(|(_, keys)| keys).filter_map(finest).min();
            let shared = keys.iter().filter(|(key, _)| left.iter().all(|other| holdings.has(*other, *key)));
            let best =
                shared.filter(|(_, grain)| given.is_none_or(|given| *grain < given)).min_by_key(|(_, grain)| *grain);
            if let Some((key, grain)) = best
                && *grain < Grain::Some
            {
                found.push((slot, holdings.key(*key).to_owned()));
            }
        }
        found
    }
}

/// What a statement says of a claim: those of its keys that the claim entails. The rest is of what else stands behind it.
fn of_it(holdings: &Holdings, held: usize, statement: &Statement) -> Vec<u32> {
    let keys = statement.keys.iter().filter(|(slot, _)| *slot != Slot::By).filter_map(|(_, key)| *key);
    keys.filter(|key| holdings.has(held, *key)).collect()
}
