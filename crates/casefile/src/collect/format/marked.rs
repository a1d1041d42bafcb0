//! What a document says of itself about who may see it.

use record::marking::Rollup;

/// The most unknown markings that are told one by one.
const MOST: usize = 20;

/// The markings that a document states. It never comes into a case lower than they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// What those demand that are known here; empty where it states none.
    pub stated: Rollup,
    /// Those that are not known here, in words. Nobody can tell how high they are.
    pub unknown: Vec<String>,
}

impl Marked {
    /// Both together.
    #[must_use]
    pub fn join(mut self, other: &Self) -> Self {
        self.stated = self.stated.join(&other.stated);
        for unknown in &other.unknown {
            if self.unknown.len() < MOST && !self.unknown.contains(unknown) {
                self.unknown.push(unknown.clone());
            }
        }
        self
    }
}
