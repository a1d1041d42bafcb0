//! Which open material has one origin, across all cases.

use std::collections::HashMap;

use record::id::Sha256;

/// Roots of open material across cases: documents are joined where anything says that they have one origin.
#[derive(Default)]
pub(super) struct Roots {
    pub(super) number: HashMap<Sha256, usize>,
    parent: Vec<usize>,
    by: HashMap<String, usize>,
}

impl Roots {
    pub(super) fn of(&mut self, sha: Sha256) -> usize {
        let next = self.parent.len();
        let number = *self.number.entry(sha).or_insert(next);
        if number == next {
            self.parent.push(next);
        }
        number
    }

    fn first(&self, number: usize) -> usize {
        let mut at = number;
        while let Some(next) = self.parent.get(at).filter(|next| **next != at) {
            at = *next;
        }
        at
    }

    pub(super) fn join(&mut self, all: impl Iterator<Item = Sha256>) {
        let mut last: Option<usize> = None;
        for sha in all {
            let this = self.of(sha);
            if let Some(other) = last {
                let (one, two) = (self.first(this), self.first(other));
                if let Some(parent) = self.parent.get_mut(one.max(two)) {
                    *parent = one.min(two);
                }
            }
            last = Some(this);
        }
    }

    pub(super) fn root(&mut self, sha: Sha256) -> u32 {
        let number = self.of(sha);
        u32::try_from(self.first(number)).unwrap_or(u32::MAX)
    }

    /// The root of somebody who releases: all that one mouth says is of one root.
    pub(super) fn mouth(&mut self, name: &str) -> u32 {
        let next = self.parent.len();
        let number = *self.by.entry(name.trim().to_lowercase()).or_insert(next);
        if number == next {
            self.parent.push(next);
        }
        u32::try_from(number).unwrap_or(u32::MAX)
    }
}
