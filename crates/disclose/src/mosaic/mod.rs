//! Mosaic: what becomes inferable from everything that an audience has, that no single release gave.
//!
//! A guarded claim is *compatible* with what was said of it while it entails all of that. m is the number of guarded claims, this
//! one among them, that are compatible with everything that was said of this one. Where several releases together leave fewer
//! than each by itself, the pieces fit together, and what all that are left have in common is then known too, though nobody said it.

use std::collections::BTreeSet;

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
    /// Whether the pieces together leave fewer than `least` where each by itself leaves enough, and something is given away
    /// by it.
    pub fn collapses(&self, least: u32) -> bool {
        self.m < least && self.alone >= least && !self.inferable.is_empty()
    }
}

/// What `lines` together with `earlier` leave open of every guarded claim behind the lines.
pub fn pieces(holdings: &Holdings, lines: &[Statement], earlier: &[Statement]) -> Vec<Piece> {
    let behind: BTreeSet<usize> = lines.iter().flat_map(|line| line.behind.iter().copied()).collect();
    behind.into_iter().filter(|held| holdings.is_owned(*held)).map(|held| piece(holdings, held, lines, earlier)).collect()
}

fn piece(holdings: &Holdings, held: usize, lines: &[Statement], earlier: &[Statement]) -> Piece {
    // Of each statement about it, what of it this claim entails: the rest is of what else stands behind the statement.
    let about = |statement: &Statement| -> Option<Vec<u32>> {
        let known: Vec<u32> = statement
            .keys
            .iter()
            .filter(|(slot, _)| *slot != Slot::By)
            .filter_map(|(_, key)| *key)
            .filter(|key| holdings.has(held, *key))
            .collect();
        let of_it = statement.behind.contains(&held) || {
            let needed = statement.keys.iter().filter(|(slot, _)| *slot != Slot::By);
            statement.behind.is_empty() && needed.clone().count() > 0 && known.len() == needed.count()
        };
        (of_it && !known.is_empty()).then_some(known)
    };
    let now: Vec<(usize, Vec<u32>)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, about(line)?))).collect();
    let then: Vec<Vec<u32>> = earlier.iter().filter_map(about).collect();
    let joined = |but: Option<usize>| -> BTreeSet<u32> {
        let lines = now.iter().filter(|(at, _)| Some(*at) != but).map(|(_, keys)| keys);
        lines.chain(&then).flatten().copied().collect()
    };
    let left = |keys: &BTreeSet<u32>| compatible(holdings, &keys.iter().copied().collect::<Vec<u32>>());
    let all = left(&joined(None));
    let count = |found: &[usize]| u32::try_from(found.len()).unwrap_or(u32::MAX).max(1);
    let alone = now.iter().map(|(_, keys)| keys).chain(&then).map(|keys| count(&compatible(holdings, keys))).min();
    let without = now.iter().map(|(at, _)| (count(&left(&joined(Some(*at)))), *at));
    let line = without.max_by_key(|(m, at)| (*m, std::cmp::Reverse(*at)));
    let m = count(&all);
    Piece {
        held,
        m,
        alone: alone.unwrap_or(m),
        before: count(&left(&then.iter().flatten().copied().collect())),
        line: line.filter(|(without, _)| *without > m).map(|(_, at)| at),
        inferable: inferable(holdings, held, &all, now.iter().map(|(_, keys)| keys).chain(&then)),
    }
}

/// The guarded claims that entail all of these keys; all of them where there is no key.
fn compatible(holdings: &Holdings, keys: &[u32]) -> Vec<usize> {
    let mut found = if keys.is_empty() { (0..holdings.len()).collect() } else { holdings.entailing(keys) };
    found.retain(|number| holdings.is_owned(*number));
    found
}

/// What all that are left have in common, finer than any single statement gives it.
fn inferable<'k>(
    holdings: &Holdings,
    held: usize,
    left: &[usize],
    statements: impl Iterator<Item = &'k Vec<u32>> + Clone,
) -> Vec<(Slot, String)> {
    let mut found = Vec::new();
    for slot in INFERRED {
        let keys = || holdings.keys_of(held).filter(move |(_, of, _)| *of == slot);
        let finest = |key: u32| keys().find(|(other, ..)| *other == key).map(|(_, _, grain)| grain);
        let given: Option<Grain> = statements.clone().flatten().filter_map(|key| finest(*key)).min();
        let shared = keys().filter(|(key, ..)| left.iter().all(|other| holdings.has(*other, *key)));
        let best = shared.filter(|(_, _, grain)| given.is_none_or(|given| *grain < given)).min_by_key(|(_, _, grain)| *grain);
        if let Some((key, _, grain)) = best
            && grain < Grain::Some
        {
            found.push((slot, holdings.key(key).to_owned()));
        }
    }
    found
}
