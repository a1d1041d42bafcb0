//! The join of markings.
//!
//! The rule of roll-up ("REL TO only if every classified portion has it, with the intersection of the lists; a
//! classified portion without any foreign-release marking counts as NOFORN") is not associative when it is applied to
//! what was already put into words. So the state below keeps what the words would lose, and is put into words once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Dissem, Level, Marking, Nato, OWNER, Tlp, Us};

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
    /// Whether a limited portion stated no list: then nobody abroad is known to be allowed. A portion is limited
    /// where it is classified or says anything at all of its release.
    pub unlisted: bool,
    /// Whether any portion carries RELIDO.
    pub relido: bool,
    /// Whether a limited portion lacks RELIDO.
    pub without_relido: bool,
    /// The intersection, over the limited portions, of the DISPLAY ONLY lists, each widened by its portion's REL TO
    /// list: who may be released to may be shown. `None` while no portion is limited.
    pub displayed: Option<BTreeSet<String>>,
}

impl From<&Marking> for Rollup {
    fn from(marking: &Marking) -> Self {
        match marking.level {
            Level::Us(level) => Self { us: Some(us_state(level, marking)), ..Self::default() },
            Level::Nato(nato) => Self { nato: Some(nato), us: stray_controls(marking), tlp: None },
            Level::Tlp(tlp) => Self { tlp: Some(tlp), us: stray_controls(marking), nato: None },
        }
    }
}

/// What a marking of a ladder without controls demands by those it carries all the same. Such a marking is not valid,
/// and is refused where it is read; but should one be made, its controls are not lost.
fn stray_controls(marking: &Marking) -> Option<UsState> {
    (*marking != Marking::plain(marking.level)).then(|| us_state(Us::Unclassified, marking))
}

fn us_state(level: Us, marking: &Marking) -> UsState {
    let relido = marking.dissem.contains(&Dissem::Relido);
    let listed = (!marking.rel_to.is_empty()).then(|| marking.rel_to.clone());
    let limited = level > Us::Unclassified
        || listed.is_some()
        || !marking.display_only.is_empty()
        || relido
        || marking.dissem.contains(&Dissem::Noforn);
    UsState {
        level,
        controls: marking.controls.clone(),
        dissem: marking.dissem.iter().copied().filter(|control| *control != Dissem::Relido).collect(),
        release: Release {
            unlisted: limited && listed.is_none(),
            listed,
            relido,
            without_relido: limited && !relido,
            displayed: limited.then(|| marking.display_only.union(&marking.rel_to).cloned().collect()),
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
        let nobody_left = self.release.listed.as_ref().is_some_and(|list| !list.iter().any(|name| name != OWNER));
        self.dissem.contains(&Dissem::Noforn) || self.release.unlisted || nobody_left
    }

    fn render(&self) -> Marking {
        let release = &self.release;
        let mut dissem = self.dissem.clone();
        if self.level > Us::Unclassified {
            // FOUO is a handling mark of unclassified portions; a classification says more.
            dissem.remove(&Dissem::Fouo);
        }
        // Only a portion that says NOFORN forbids every other word of release; one that merely has no list may
        // still be for display, or for a disclosure official to decide.
        let forbidden = dissem.contains(&Dissem::Noforn);
        let rel_to: BTreeSet<String> = match &release.listed {
            // The owner may always have it, also where a list forgot to say so.
            Some(list) if !self.is_noforn() => list.iter().cloned().chain([OWNER.to_owned()]).collect(),
            _ => BTreeSet::new(),
        };
        let relido = !forbidden && release.relido && !release.without_relido;
        let display_only: BTreeSet<String> = match &release.displayed {
            // Showing to those it is released to needs no mark of its own.
            Some(list) if !forbidden && !relido => {
                list.iter().filter(|name| *name != OWNER && !rel_to.contains(*name)).cloned().collect()
            }
            _ => BTreeSet::new(),
        };
        if relido {
            dissem.insert(Dissem::Relido);
        } else if self.is_noforn() && display_only.is_empty() {
            dissem.insert(Dissem::Noforn);
        }
        Marking { level: Level::Us(self.level), controls: self.controls.clone(), dissem, rel_to, display_only }
    }
}

fn meet(a: &Option<BTreeSet<String>>, b: &Option<BTreeSet<String>>) -> Option<BTreeSet<String>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(b).cloned().collect()),
        (a, b) => a.as_ref().or(b.as_ref()).cloned(),
    }
}
