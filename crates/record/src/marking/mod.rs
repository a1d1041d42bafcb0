//! Markings: what may be shown to whom.
//!
//! [`Marking`] is what one portion or banner states. [`Rollup`] is what several portions together demand: a join
//! over a hidden state, so that it does not matter in which order or grouping portions are joined, and it is put into
//! words once, at the end. [`Clearance::may_see`] decides, and whatever it does not know it refuses.

#[cfg(test)]
mod cases;
mod clearance;
mod ladder;
mod rollup;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use clearance::{Clearance, NotAClearance};
pub use ladder::{Nato, Tlp, Us};
pub use rollup::{Release, Rollup, UsState};

/// Who owns what is marked on the US ladder, as lists of REL TO name it: nothing is ever withheld from its owner's
/// nationals by a list.
pub const OWNER: &str = "USA";

/// A classification on one of the ladders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The United States ladder.
    Us(Us),
    /// The NATO ladder.
    Nato(Nato),
    /// The Traffic Light Protocol 2.0.
    Tlp(Tlp),
}

/// A dissemination control of the US ladder, in the order in which they are written. REL TO and DISPLAY ONLY carry
/// lists and stand in the [`Marking`] itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Dissem {
    /// Risk sensitive.
    Rsen,
    /// For official use only.
    Fouo,
    /// Originator controlled.
    Orcon,
    /// Controlled imagery.
    Imcon,
    /// Not releasable to foreign nationals.
    Noforn,
    /// Caution, proprietary information involved.
    Propin,
    /// Releasable by an information disclosure official.
    Relido,
    /// DEA sensitive.
    Dsen,
    /// Foreign Intelligence Surveillance Act.
    Fisa,
}

/// What one portion mark or banner states.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Marking {
    /// The classification.
    pub level: Level,
    /// Control systems with their compartments, as they are written: `SI`, `TK`, `SI-G`.
    pub controls: BTreeSet<String>,
    /// Dissemination controls without a list.
    pub dissem: BTreeSet<Dissem>,
    /// The countries and organisations of REL TO; empty where it is not stated.
    pub rel_to: BTreeSet<String>,
    /// Those of DISPLAY ONLY.
    pub display_only: BTreeSet<String>,
}

impl Marking {
    /// A marking that states a classification and nothing else.
    pub fn plain(level: Level) -> Self {
        Self {
            level,
            controls: BTreeSet::new(),
            dissem: BTreeSet::new(),
            rel_to: BTreeSet::new(),
            display_only: BTreeSet::new(),
        }
    }
}
