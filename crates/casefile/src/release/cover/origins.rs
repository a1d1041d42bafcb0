//! Which open material has one origin, across all cases.

use std::collections::HashMap;

use record::id::Sha256;

/// Roots of open material across cases: documents are joined where anything says that they have one origin.
#[derive(Default)]
pub(super) struct Roots {
    number: HashMap<Sha256, usize>,
    parent: Vec<usize>,
    by: HashMap<String, Sha256>,
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

    /// Joins what somebody says to all else that they say: one mouth is one root.
    pub(super) fn mouth(&mut self, name: &str, sha: Sha256) {
        let known = *self.by.entry(name.trim().to_lowercase()).or_insert(sha);
        self.join([known, sha].into_iter());
    }

    /// Joins what was found to have one origin.
    pub(super) fn join_found(&mut self, found: &crate::link::Roots) {
        for root in &found.documents {
            self.join(root.documents.iter().map(|document| document.sha256));
        }
        for root in &found.claims {
            // What is only possibly the same is taken for the same: that can only lower what is counted.
            let possibly = root.possibly.iter().filter_map(|at| found.claims.get(*at));
            let claims = std::iter::once(root).chain(possibly).flat_map(|root| &root.claims);
            self.join(claims.map(|(_, _, document)| document.sha256));
        }
    }
}
