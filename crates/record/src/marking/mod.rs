//! Markings: what may be shown to whom.
//!
//! [`Marking`] is what one portion or banner states. [`Rollup`] is what several portions together demand: a join
//! over a hidden state, so that it does not matter in which order or grouping portions are joined, and it is put into
//! words once, at the end. [`Clearance::may_see`] decides, and whatever it does not know it refuses.

pub mod authority;
#[cfg(test)]
mod cases;
mod clearance;
#[cfg(test)]
mod kept;
mod ladder;
mod rollup;
mod state;
pub mod tetragraph;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use authority::{Authority, Exemption};
pub use clearance::{Clearance, NotAClearance};
pub use ladder::{Foreign, Nato, Rung, Tlp, Us};
pub use rollup::Rollup;
pub use state::{Release, UsState};

/// Who owns what is marked on the US ladder, as lists of REL TO name it: nothing is ever withheld from its owner's
/// nationals by a list.
pub const OWNER: &str = "USA";

/// What stands for an owner who must not be named.
pub const CONCEALED: &str = "FGI";

/// A classification on one of the ladders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The United States ladder.
    Us(Us),
    /// The NATO ladder.
    Nato(Nato),
    /// The Traffic Light Protocol 2.0.
    Tlp(Tlp),
    /// The ladder of another government, or of several together that the United States are not among.
    Foreign(Foreign),
    /// A ladder that a team defines, by the rank of the rung; the [`Marking`] has the rung itself.
    Plain(u8),
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
    // What follows came later. A marking that has none of it is written as it was before: labels and journals have
    // its bytes under their hashes.
    /// Who owns it, where that is not plain from the ladder: several with the United States among them (JOINT), other
    /// governments, or [`CONCEALED`]. Empty is the United States on their ladder and NATO on its own.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub owners: BTreeSet<String>,
    /// Special access programmes with their compartments: `BP`, `BP-J12`, `BP-J12 K7`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub programmes: BTreeSet<String>,
    /// Atomic energy marks, each as the tables name it: `RD`, `RD-CNWDI`, `FRD-SG-14`, `UCNI`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub atomic: BTreeSet<String>,
    /// What of it comes from other governments.
    #[serde(default, skip_serializing_if = "Fgi::is_empty")]
    pub fgi: Fgi,
    /// Marks of departments outside the intelligence community, by their portion marks: `DS`, `LES-NF`, `ACCM-NAME`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub non_ic: BTreeSet<String>,
    /// NATO's own controls: `ATOMAL`, `BOHEMIA`, `BALK`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub nato: BTreeSet<String>,
    /// The rung, where the ladder is one that a team defines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
}

/// What of some material comes from other governments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Fgi {
    /// Those who may be named.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub named: BTreeSet<String>,
    /// Whether something comes from one who must not be named. Then nobody is, in words.
    #[serde(default)]
    pub concealed: bool,
}

impl Fgi {
    /// Whether nothing comes from another government.
    pub fn is_empty(&self) -> bool {
        self.named.is_empty() && !self.concealed
    }

    /// What comes from other governments in either.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        Self { named: &self.named | &other.named, concealed: self.concealed || other.concealed }
    }
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
            owners: BTreeSet::new(),
            programmes: BTreeSet::new(),
            atomic: BTreeSet::new(),
            fgi: Fgi::default(),
            non_ic: BTreeSet::new(),
            nato: BTreeSet::new(),
            rung: None,
        }
    }

    /// A marking that states a rung of a team's ladder and nothing else.
    pub fn rung(rung: Rung) -> Self {
        Self { rung: Some(rung.clone()), ..Self::plain(Level::Plain(rung.rank)) }
    }

    /// Whether the United States are its owner, alone or among others.
    pub fn is_us(&self) -> bool {
        matches!(self.level, Level::Us(_)) && (self.owners.is_empty() || self.owners.contains(OWNER))
    }
}
