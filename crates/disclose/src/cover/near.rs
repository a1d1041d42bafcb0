//! Lines that say together what only something guarded says together, though they do not rest on it.
//!
//! Each word of a guarded report may stand somewhere open; that they belong together is what it tells. Looked for are two or more
//! *telling* details of one claim: names, places, times and numbers, as they stand there. What a line says coarser, in other words,
//! or with a single detail, is not found by this: names and numbers that stand in nothing open the verbatim guard has.

use std::collections::{BTreeMap, BTreeSet};

use record::cover::{Grain, Slot};

use super::holdings::{Guard, Holdings};
use crate::ladder::Detail;

/// At least so many telling details of one claim.
const TOGETHER: usize = 2;
/// Who is no more than one of all states tells nothing (in bits).
const STATE: f64 = 8.0;

/// Something guarded that a line comes near.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// It, by its number in the holdings.
    pub held: usize,
    /// What the line says of it.
    pub details: Vec<Detail>,
}

impl Holdings {
    /// What is guarded that says two or more telling details of a line together, where neither what stands behind the line nor
    /// anything open does; of several that say no more than another, one. `counts` says which claims are looked at.
    pub fn near(&self, details: &[Detail], behind: &[usize], counts: impl Fn(usize) -> bool) -> Vec<Near> {
        let told: Vec<(u32, &Detail)> = details
            .iter()
            .filter(|detail| is_telling(detail))
            .filter_map(|one| Some((self.key_of(one)?, one)))
            .collect();
        // Of any two at least one is not the most common.
        let common = told.iter().map(|(key, _)| *key).max_by_key(|key| self.entailing(&[*key]).len());
        let mut found: BTreeMap<Vec<u32>, Option<usize>> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for (key, _) in told.iter().filter(|(key, _)| Some(*key) != common) {
            for held in self.entailing(&[*key]) {
                if !self.is_owned(held) || !seen.insert(held) || !counts(held) {
                    continue;
                }
                let keys: Vec<u32> = told.iter().map(|(key, _)| *key).filter(|key| self.has(held, *key)).collect();
                if keys.len() < TOGETHER {
                    continue;
                }
                let says = |number: &usize| keys.iter().all(|key| self.has(*number, *key));
                let known = found.get(&keys).copied();
                let first = match known {
                    Some(None) => continue,
                    Some(first) => first,
                    None if behind.iter().any(says) || self.entailing(&keys).iter().any(|one| self.is_open(*one)) => {
                        found.insert(keys, None);
                        continue;
                    }
                    None => None,
                };
                // Of those that say the same, one of which it is known who knows it.
                if first.is_none_or(|first| !self.has_lists(first) && self.has_lists(held)) {
                    found.insert(keys, Some(held));
                }
            }
        }
        let all: Vec<(Vec<u32>, usize)> = found.into_iter().filter_map(|(keys, held)| Some((keys, held?))).collect();
        let is_part = |keys: &Vec<u32>| {
            all.iter().any(|(other, _)| other.len() > keys.len() && keys.iter().all(|key| other.contains(key)))
        };
        let of = |keys: &Vec<u32>| {
            told.iter().filter(|(key, _)| keys.contains(key)).map(|(_, detail)| (*detail).clone()).collect()
        };
        let most = all.iter().filter(|(keys, _)| !is_part(keys));
        most.map(|(keys, held)| Near { held: *held, details: of(keys) }).collect()
    }

    fn is_open(&self, number: usize) -> bool {
        self.held(number).is_some_and(|held| matches!(held.guard, Guard::Open { .. }))
    }

    fn has_lists(&self, number: usize) -> bool {
        self.held(number).is_some_and(|held| matches!(&held.guard, Guard::Guarded { access, .. } if !access.is_empty()))
    }
}

/// Whether a detail is a name, a place, a time or a number by which something may be known.
fn is_telling(detail: &Detail) -> bool {
    let Some(rung) = detail.rungs.first() else { return false };
    let fine = matches!(rung.grain, Grain::Exact | Grain::Day | Grain::Week | Grain::Month | Grain::Role);
    let of_slot = match detail.slot {
        Slot::Who | Slot::Whom => rung.bits > STATE,
        Slot::Where if rung.key.starts_with("other:") => detail.text.starts_with(char::is_uppercase),
        Slot::Where | Slot::When => true,
        Slot::Count => detail.rungs.len() > 1,
        _ => false,
    };
    fine && of_slot
}
