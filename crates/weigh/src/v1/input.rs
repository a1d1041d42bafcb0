//! What is weighed.

use record::case::{Band, Origin, Root};
use record::id::{HypothesisId, RootId};
use record::reading::SourceKind;

use super::trust::trust_of;

/// A root of evidence with all that its weight depends on. How many claims repeat it is not among that.
#[derive(Debug, Clone, PartialEq)]
pub struct WeighedRoot {
    /// Its id.
    pub id: RootId,
    /// What errors call it.
    pub name: String,
    /// How far it is trusted.
    pub trust: Trust,
    /// What else tempers it beside trust, 0 to 1, as a factor of t: how surely its words are put, and whether whoever says
    /// it would say so in any case. 1 where nothing does.
    pub tempering: f64,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Whether its origin is known.
    pub origin: Origin,
    /// What it has in common with other roots, and so depends on them; a group stands here once.
    pub groups: Vec<Group>,
    /// P(e|h) for each hypothesis.
    pub likelihoods: Vec<(HypothesisId, Band)>,
}

/// How far a source is trusted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trust {
    /// t, 0 to 1: learnt from its record, or its grade's prior.
    Known(f64),
    /// Grade F without a record: it cannot be judged, and [`Options::ungraded`] says what then.
    Ungraded,
}

/// Roots that partly depend on each other: they belong to one body, or show one and the same thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Which group.
    pub number: u128,
    /// How far they depend on each other, 0 (not at all) to 1 (they are one).
    pub rho: f64,
}

/// How roots of unknown origin are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origins {
    /// They may all be one, and are counted as one.
    #[default]
    Merged,
    /// Each stands alone.
    Split,
}

/// How to weigh.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// How roots of unknown origin are taken.
    pub origins: Origins,
    /// The trust of sources that cannot be judged: 0 in the headline, .5 in the reading beside it.
    pub ungraded: f64,
}

impl From<&Root> for WeighedRoot {
    fn from(root: &Root) -> Self {
        Self {
            id: root.id,
            name: root.name.clone(),
            trust: trust_of(root.grade),
            tempering: 1.0,
            kind: root.kind,
            origin: root.origin,
            groups: Vec::new(),
            likelihoods: root.likelihoods.clone(),
        }
    }
}
