//! Where the whole may go abroad, against where its portions may.
//!
//! The tables resolve three groups of countries in these comparisons and leave every other organisation as it stands. In
//! one thing their check depends on the order of portions (a list with an organisation that is not resolved counts only
//! behind one without): it is kept as it is, so that nothing is judged otherwise here than there.

use std::collections::BTreeSet;

use record::marking::{OWNER, tetragraph};

use super::Rule;
use crate::marking::document::sheet::{At, Sheet};
use crate::marking::element::{Element, has, has_any};

/// A list with the groups that the tables resolve taken for their members.
fn resolved(list: &[&String]) -> BTreeSet<String> {
    let mut countries = BTreeSet::new();
    for token in list {
        match tetragraph::resolved(token) {
            Some(members) => countries.extend(members.map(str::to_owned)),
            None => drop(countries.insert((*token).clone())),
        }
    }
    countries
}

/// Whether a list names an organisation that the tables do not resolve.
fn has_organisation(list: &[&String]) -> bool {
    list.iter().any(|token| token.len() == 4 && tetragraph::resolved(token).is_none())
}

/// Whether everyone of the one list but the owner is on the other. A list with an organisation is not looked at.
fn is_within(list: &[&String], other: &BTreeSet<String>) -> bool {
    has_organisation(list) || resolved(list).iter().all(|token| token == OWNER || other.contains(token))
}

/// Whether a portion says anything of its release.
fn speaks(part: &Element) -> bool {
    !part.rel_to.is_empty()
        || !part.display_only.is_empty()
        || has_any(&part.dissem, &["NF", "RELIDO"])
        || has_any(&part.non_ic, &["LES-NF", "SBU-NF"])
}

/// Whom all portions have in common.
enum Common {
    /// No portion says it without an organisation that is not resolved.
    Unsaid,
    /// These, without the owner.
    These(BTreeSet<String>),
    /// Nobody.
    Nobody,
    /// The banner names somebody whom the portion of this number does not.
    Beyond(usize),
}

/// Those to whom it may be released, or also those to whom it may only be shown.
#[derive(Clone, Copy)]
struct Lists {
    shown: bool,
}

impl Lists {
    fn of(self, element: &Element) -> Vec<&String> {
        let shown = if self.shown { element.display_only.as_slice() } else { &[] };
        element.rel_to.iter().chain(shown).collect()
    }
}

fn common(sheet: &Sheet, banner: &Element, mut lists: Lists) -> Common {
    let wanted = lists.of(banner);
    let mut parts = sheet.parts.iter().enumerate();
    // The first portion with a list that can be looked at.
    let (mut these, first) = loop {
        let Some((at, part)) = parts.next() else { return Common::Unsaid };
        let list = lists.of(part);
        if speaks(part) && list.is_empty() {
            return Common::Nobody;
        }
        if !list.is_empty() && !has_organisation(&list) {
            break (resolved(&list), at);
        }
    };
    for (at, part) in sheet.parts.iter().enumerate().skip(first) {
        if these.is_empty() {
            return Common::Nobody;
        }
        if !speaks(part) && part.classification == "U" {
            // From here on the tables look at releases alone.
            lists.shown = false;
            continue;
        }
        let list = lists.of(part);
        if list.is_empty() {
            return Common::Nobody;
        }
        let on = resolved(&list);
        if !has_organisation(&list) && !is_within(&wanted, &on) {
            return Common::Beyond(at);
        }
        these.retain(|token| token != OWNER && on.contains(token));
    }
    if these.is_empty() { Common::Nobody } else { Common::These(these) }
}

fn disagrees(sheet: &Sheet, banner: &Element, lists: Lists) -> Option<At> {
    let wanted = lists.of(banner);
    if wanted.is_empty() {
        return None;
    }
    let these = match common(sheet, banner, lists) {
        Common::Beyond(at) => return Some(At::Part(at)),
        Common::Nobody => return Some(At::Banner),
        // No country has this name: whatever the banner names beside organisations is then too much.
        Common::Unsaid => BTreeSet::new(),
        Common::These(these) => these,
    };
    let compiled = sheet.authority.compilation.is_some();
    let on_banner = resolved(&wanted);
    let covers = compiled || these.iter().all(|token| token == OWNER || on_banner.contains(token));
    let fits = has_organisation(&wanted)
        || (is_within(&wanted, &these) && (covers || has_organisation(&these.iter().collect::<Vec<_>>())));
    (!fits).then_some(At::Banner)
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00088",
        broken: |sheet, banner| {
            let silent = |part: &Element| {
                let open = part.classification == "U" && !has_any(&part.dissem, &["NF", "DISPLAYONLY", "RELIDO"]);
                !open && part.rel_to.is_empty()
            };
            sheet.first(silent).filter(|_| !banner.rel_to.is_empty())
        },
        everywhere: false,
        reason: "the banner says REL TO and a portion does not",
        way: "write NOFORN in the banner, or REL TO in the portion where its originator agrees",
    },
    Rule {
        id: "ISM-ID-00132",
        broken: |sheet, banner| {
            let lacks = |part: &Element| {
                let open = part.classification == "U" && !has_any(&part.dissem, &["REL", "NF", "DISPLAYONLY"]);
                !open && !has(&part.dissem, "RELIDO")
            };
            sheet.first(lacks).filter(|_| has(&banner.dissem, "RELIDO"))
        },
        everywhere: false,
        reason: "the banner says RELIDO and a portion does not",
        way: "drop RELIDO from the banner",
    },
    Rule {
        id: "ISM-ID-00318",
        broken: |sheet, banner| {
            if banner.rel_to.is_empty() { None } else { disagrees(sheet, banner, Lists { shown: false }) }
        },
        everywhere: true,
        reason: "REL TO in the banner does not name those whom the portions have in common",
        way: "name just those, or write NOFORN where there are none",
    },
    Rule {
        id: "ISM-ID-00320",
        broken: |sheet, banner| disagrees(sheet, banner, Lists { shown: true }),
        everywhere: true,
        reason: "REL TO and DISPLAY ONLY in the banner do not name those to whom every portion may be shown",
        way: "name just those, or write NOFORN where there are none",
    },
];
