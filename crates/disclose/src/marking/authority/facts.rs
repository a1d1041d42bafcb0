//! What the rules on the block must know of the rest of a document.

use record::marking::{Nato, OWNER, Rollup};

use crate::marking::element::{Element, has, has_any};

/// What is known of a document.
pub(in crate::marking) struct Facts {
    /// Whether the United States are among its owners.
    pub(super) is_us: bool,
    /// Whether its banner is UNCLASSIFIED.
    pub(super) unclassified: bool,
    /// Whether EO 13526 applies: it is classified, and a classified portion is not under the Atomic Energy Act alone.
    pub(super) applies: bool,
    /// Whether anything is RD or FRD.
    pub(super) restricted_data: bool,
    /// Whether the banner has RD, FRD or TFNI.
    pub(super) banner_restricted_data: bool,
    /// Whether the banner has any atomic energy mark.
    pub(super) banner_atomic: bool,
    /// Whether any portion has one.
    pub(super) atomic: bool,
    /// Whether a portion is NATO's.
    pub(super) nato: bool,
    /// Whether such a portion is classified.
    pub(super) nato_classified: bool,
    /// Whether the block names an exemption that the tables do not have.
    pub(super) strange_exemption: bool,
}

impl Facts {
    /// What a document's banner and its other parts tell.
    pub(in crate::marking) fn of(banner: &Element, parts: &[Element], strange_exemption: bool) -> Self {
        let is_us = has(&banner.owner, OWNER);
        let unclassified = banner.classification == "U";
        let nato = |part: &&Element| has(&part.owner, "NATO");
        let restricted = |element: &Element| has_any(&element.aea, &["RD", "FRD"]);
        let of_nation = |part: &Element| part.classification != "U" && part.aea.is_empty();
        Self {
            is_us,
            unclassified,
            applies: is_us && !unclassified && parts.iter().any(of_nation),
            restricted_data: restricted(banner) || parts.iter().any(restricted),
            banner_restricted_data: has_any(&banner.aea, &["RD", "FRD", "TFNI"]),
            banner_atomic: !banner.aea.is_empty(),
            atomic: parts.iter().any(|part| !part.aea.is_empty()),
            nato: parts.iter().any(|part| nato(&part)),
            nato_classified: parts.iter().filter(nato).any(|part| part.classification != "U"),
            strange_exemption,
        }
    }

    /// What a roll-up and the banner made of it tell.
    pub(super) fn of_rollup(rollup: &Rollup, banner: &Element) -> Self {
        let unclassified = banner.classification == "U";
        let is_us = rollup.us.is_some();
        Self {
            is_us,
            unclassified,
            applies: is_us && !unclassified,
            restricted_data: has_any(&banner.aea, &["RD", "FRD"]),
            banner_restricted_data: has_any(&banner.aea, &["RD", "FRD", "TFNI"]),
            banner_atomic: !banner.aea.is_empty(),
            atomic: !banner.aea.is_empty(),
            nato: rollup.nato.is_some(),
            nato_classified: rollup.nato.is_some_and(|level| level > Nato::Unclassified),
            strange_exemption: false,
        }
    }
}
