//! The hidden state of the US ladder, and how it is put into words.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{CONCEALED, Dissem, Fgi, Level, Marking, OWNER, Us};

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
    // What follows came later: see `Marking`.
    /// Every special access programme and compartment.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub programmes: BTreeSet<String>,
    /// Every atomic energy mark.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub atomic: BTreeSet<String>,
    /// Everyone abroad it comes from, owners of portions among them.
    #[serde(default, skip_serializing_if = "Fgi::is_empty")]
    pub fgi: Fgi,
    /// Every mark of a department outside the intelligence community.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub non_ic: BTreeSet<String>,
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

impl UsState {
    pub(super) fn of(level: Us, marking: &Marking) -> Self {
        let relido = marking.dissem.contains(&Dissem::Relido);
        let listed = (!marking.rel_to.is_empty()).then(|| marking.rel_to.clone());
        let limited = level > Us::Unclassified
            || listed.is_some()
            || !marking.display_only.is_empty()
            || relido
            || marking.dissem.contains(&Dissem::Noforn);
        let abroad = marking.owners.iter().filter(|owner| *owner != OWNER && *owner != CONCEALED).cloned();
        let owners = Fgi { named: abroad.collect(), concealed: marking.owners.contains(CONCEALED) };
        Self {
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
            programmes: marking.programmes.clone(),
            atomic: marking.atomic.clone(),
            fgi: marking.fgi.join(&owners),
            non_ic: marking.non_ic.clone(),
        }
    }

    pub(super) fn join(&self, other: &Self) -> Self {
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
            programmes: &self.programmes | &other.programmes,
            atomic: &self.atomic | &other.atomic,
            fgi: self.fgi.join(&other.fgi),
            non_ic: &self.non_ic | &other.non_ic,
        }
    }

    /// Whether a mark of another department forbids it to go abroad.
    fn is_noforn_elsewhere(&self) -> bool {
        self.non_ic.iter().any(|mark| mark == "SBU-NF" || mark == "LES-NF")
    }

    /// Whether only nationals of the owner may have it.
    pub fn is_noforn(&self) -> bool {
        self.dissem.contains(&Dissem::Noforn) || self.is_noforn_elsewhere() || self.nobody_is_listed()
    }

    /// Whether the lists, or that there is none, leave nobody abroad.
    fn nobody_is_listed(&self) -> bool {
        let nobody_left = self.release.listed.as_ref().is_some_and(|list| !list.iter().any(|name| name != OWNER));
        self.release.unlisted || nobody_left
    }

    pub(super) fn render(&self) -> Marking {
        let release = &self.release;
        let classified = self.level > Us::Unclassified;
        let mut dissem = self.dissem.clone();
        if classified {
            // FOUO is a handling mark of unclassified portions; a classification says more.
            dissem.remove(&Dissem::Fouo);
        }
        let non_ic = self.render_non_ic();
        // Only a portion that says NOFORN forbids every other word of release; one that merely has no list may
        // still be for display, or for a disclosure official to decide.
        let forbidden = dissem.contains(&Dissem::Noforn) || self.is_noforn_elsewhere();
        let rel_to: BTreeSet<String> = match &release.listed {
            // The owner may always have it, also where a list forgot to say so.
            Some(list) if !self.is_noforn() => list.iter().cloned().chain([OWNER.to_owned()]).collect(),
            _ => BTreeSet::new(),
        };
        // ISM-ID-00252: a whole with NNPI cannot be left to a disclosure official.
        let relido = !forbidden && release.relido && !release.without_relido && !non_ic.contains("NNPI");
        let display_only: BTreeSet<String> = match &release.displayed {
            // Showing to those it is released to needs no mark of its own.
            Some(list) if !forbidden && !relido => {
                list.iter().filter(|name| *name != OWNER && !rel_to.contains(*name)).cloned().collect()
            }
            _ => BTreeSet::new(),
        };
        // SBU NOFORN and LES NOFORN say it themselves while the whole is unclassified.
        let unsaid = self.nobody_is_listed() || (classified && self.is_noforn_elsewhere());
        if relido {
            dissem.insert(Dissem::Relido);
        } else if unsaid && display_only.is_empty() {
            dissem.insert(Dissem::Noforn);
        }
        Marking {
            controls: self.controls.clone(),
            dissem,
            rel_to,
            display_only,
            programmes: self.programmes.clone(),
            // UCNI and DCNI are marks of unclassified portions (ISM-ID-00181).
            atomic: self.atomic.iter().filter(|mark| !classified || !is_unclassified_nuclear(mark)).cloned().collect(),
            // Beside one who must not be named, nobody is: else the list would say who it is not.
            fgi: if self.fgi.concealed { Fgi { named: BTreeSet::new(), concealed: true } } else { self.fgi.clone() },
            non_ic,
            ..Marking::plain(Level::Us(self.level))
        }
    }

    /// The marks of other departments, each with what it takes the place of left out: NODIS of EXDIS, the ones that
    /// are NOFORN of those that are not, a classification of SBU.
    fn render_non_ic(&self) -> BTreeSet<String> {
        let classified = self.level > Us::Unclassified;
        let mut said = self.non_ic.clone();
        if said.contains("ND") {
            said.remove("XD");
        }
        if classified || said.contains("SBU-NF") {
            said.remove("SBU");
        }
        if classified {
            said.remove("SBU-NF");
            if said.remove("LES-NF") {
                said.insert("LES".to_owned());
            }
        } else if said.contains("LES-NF") {
            said.remove("LES");
        }
        said
    }
}

/// Whether a mark of atomic energy is one of unclassified information.
pub(super) fn is_unclassified_nuclear(mark: &str) -> bool {
    mark == "UCNI" || mark == "DCNI"
}

fn meet(a: &Option<BTreeSet<String>>, b: &Option<BTreeSet<String>>) -> Option<BTreeSet<String>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(b).cloned().collect()),
        (a, b) => a.as_ref().or(b.as_ref()).cloned(),
    }
}
