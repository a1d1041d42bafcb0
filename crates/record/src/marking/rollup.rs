//! The join of markings.
//!
//! The rule of roll-up ("REL TO only if every classified portion has it, with the intersection of the lists; a
//! classified portion without any foreign-release marking counts as NOFORN") is not associative when it is applied to
//! what was already put into words. So the state below keeps what the words would lose, and is put into words once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Dissem, Level, Marking, Nato, Tlp, Us};

/// What several portions together demand. Joining is associative, commutative and idempotent, and never makes
/// visible what one of the portions hides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Rollup {
    /// What portions on the US ladder demand, where there are any.
    pub us: Option<UsState>,
    /// The highest NATO classification, where there is any.
    pub nato: Option<Nato>,
    /// The highest TLP colour, where there is any.
    pub tlp: Option<Tlp>,
}

/// The hidden state of the US ladder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UsState {
    /// The highest classification.
    pub level: Us,
    /// Every control system and compartment of a portion.
    pub controls: BTreeSet<String>,
    /// Every dissemination control of a portion but RELIDO, which needs all of them.
    pub dissem: BTreeSet<Dissem>,
    /// Where it may go abroad.
    pub release: Release,
}

/// Where portions may go abroad.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Release {
    /// The intersection of the REL TO lists, `None` while none was stated.
    pub listed: Option<BTreeSet<String>>,
    /// Whether a classified portion stated no list: then nobody abroad is known to be allowed.
    pub unlisted: bool,
    /// Whether any portion carries RELIDO.
    pub relido: bool,
    /// Whether a classified portion lacks RELIDO.
    pub without_relido: bool,
    /// The intersection of the DISPLAY ONLY lists, each widened by its portion's REL TO list: who may be released
    /// to may be shown. `None` while no portion stated one.
    pub displayed: Option<BTreeSet<String>>,
}

impl From<&Marking> for Rollup {
    fn from(marking: &Marking) -> Self {
        match marking.level {
            Level::Nato(nato) => Self { nato: Some(nato), ..Self::default() },
            Level::Tlp(tlp) => Self { tlp: Some(tlp), ..Self::default() },
            Level::Us(level) => Self { us: Some(us_state(level, marking)), ..Self::default() },
        }
    }
}

fn us_state(level: Us, marking: &Marking) -> UsState {
    let classified = level > Us::Unclassified;
    let relido = marking.dissem.contains(&Dissem::Relido);
    let listed = (!marking.rel_to.is_empty()).then(|| marking.rel_to.clone());
    let displayed = (!marking.display_only.is_empty() || listed.is_some())
        .then(|| marking.display_only.union(&marking.rel_to).cloned().collect());
    UsState {
        level,
        controls: marking.controls.clone(),
        dissem: marking.dissem.iter().copied().filter(|control| *control != Dissem::Relido).collect(),
        release: Release {
            unlisted: classified && listed.is_none(),
            listed,
            relido,
            without_relido: classified && !relido,
            displayed,
        },
    }
}

impl Rollup {
    /// What these portions and those together demand.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        Self {
            us: match (&self.us, &other.us) {
                (Some(a), Some(b)) => Some(a.join(b)),
                (a, b) => a.as_ref().or(b.as_ref()).cloned(),
            },
            nato: self.nato.max(other.nato),
            tlp: self.tlp.max(other.tlp),
        }
    }

    /// The join of several markings.
    pub fn of<'m>(markings: impl IntoIterator<Item = &'m Marking>) -> Self {
        markings.into_iter().fold(Self::default(), |sum, marking| sum.join(&Self::from(marking)))
    }

    /// Whether it demands nothing, because nothing was joined. It must not be taken for "everyone may see it".
    pub fn is_empty(&self) -> bool {
        self.us.is_none() && self.nato.is_none() && self.tlp.is_none()
    }

    /// The demands in words: one marking per ladder, to be written above the whole.
    pub fn render(&self) -> Vec<Marking> {
        let us = self.us.as_ref().map(UsState::render);
        let nato = self.nato.map(|nato| Marking::plain(Level::Nato(nato)));
        let tlp = self.tlp.map(|tlp| Marking::plain(Level::Tlp(tlp)));
        us.into_iter().chain(nato).chain(tlp).collect()
    }
}

impl UsState {
    fn join(&self, other: &Self) -> Self {
        let (a, b) = (&self.release, &other.release);
        Self {
            level: self.level.max(other.level),
            controls: self.controls.union(&other.controls).cloned().collect(),
            dissem: self.dissem.union(&other.dissem).copied().collect(),
            release: Release {
                listed: meet(&a.listed, &b.listed),
                unlisted: a.unlisted || b.unlisted,
                relido: a.relido || b.relido,
                without_relido: a.without_relido || b.without_relido,
                displayed: meet(&a.displayed, &b.displayed),
            },
        }
    }

    /// Whether only nationals of the owner may have it.
    pub fn is_noforn(&self) -> bool {
        let nobody_left = self.release.listed.as_ref().is_some_and(|list| list.len() < 2);
        self.dissem.contains(&Dissem::Noforn)
            || (self.level > Us::Unclassified && (self.release.unlisted || nobody_left))
    }

    fn render(&self) -> Marking {
        let classified = self.level > Us::Unclassified;
        let noforn = self.is_noforn();
        let mut dissem = self.dissem.clone();
        if classified {
            // FOUO is a handling mark of unclassified portions; a classification says more.
            dissem.remove(&Dissem::Fouo);
        }
        if noforn {
            dissem.insert(Dissem::Noforn);
        } else if self.release.relido && !self.release.without_relido {
            dissem.insert(Dissem::Relido);
        }
        let list = |list: &Option<BTreeSet<String>>| match (noforn, list) {
            (false, Some(list)) if list.len() > 1 => list.clone(),
            _ => BTreeSet::new(),
        };
        let rel_to = list(&self.release.listed);
        Marking {
            level: Level::Us(self.level),
            controls: self.controls.clone(),
            dissem,
            // Showing to those it is released to needs no mark of its own.
            display_only: list(&self.release.displayed).difference(&rel_to).cloned().collect(),
            rel_to,
        }
    }
}

fn meet(a: &Option<BTreeSet<String>>, b: &Option<BTreeSet<String>>) -> Option<BTreeSet<String>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(b).cloned().collect()),
        (a, b) => a.as_ref().or(b.as_ref()).cloned(),
    }
}
