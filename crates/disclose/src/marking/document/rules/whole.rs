//! The classification of the whole, and what depends on it.

use super::Rule;
use crate::marking::document::sheet::{At, Sheet};
use crate::marking::element::{Element, has, has_any};

/// The first part with one of these classifications, where the banner has this one.
fn above(sheet: &Sheet, banner: &Element, level: &str, higher: &[&str]) -> Option<At> {
    let is_higher = |part: &Element| higher.contains(&part.classification.as_str());
    if banner.classification == level { sheet.first(is_higher) } else { None }
}

/// The first part with this mark of another department.
fn other(sheet: &Sheet, mark: &str) -> Option<At> {
    sheet.first(|part| has(&part.non_ic, mark))
}

const RAISE: &str = "raise the banner to the highest portion, or mark the portion as what it is";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00056",
        broken: |sheet, banner| above(sheet, banner, "U", &["R", "C", "S", "TS"]),
        everywhere: false,
        reason: "a portion is classified and the banner is UNCLASSIFIED",
        way: RAISE,
    },
    Rule {
        id: "ISM-ID-00058",
        broken: |sheet, banner| above(sheet, banner, "C", &["S", "TS"]),
        everywhere: false,
        reason: "a portion is above the banner, which is CONFIDENTIAL",
        way: RAISE,
    },
    Rule {
        id: "ISM-ID-00059",
        broken: |sheet, banner| above(sheet, banner, "S", &["TS"]),
        everywhere: false,
        reason: "a portion is TOP SECRET and the banner is SECRET",
        way: RAISE,
    },
    Rule {
        id: "ISM-ID-00064",
        broken: |sheet, banner| {
            let named = !(banner.fgi_open.is_empty() && banner.fgi_protected.is_empty());
            sheet.first(|part| !part.fgi_open.is_empty()).filter(|_| !named)
        },
        everywhere: false,
        reason: "a portion comes from another government and the banner does not say so",
        way: "write FGI and its letters in the banner",
    },
    Rule {
        id: "ISM-ID-00065",
        broken: |sheet, banner| {
            sheet.first(|part| !part.fgi_protected.is_empty()).filter(|_| banner.fgi_protected.is_empty())
        },
        everywhere: false,
        reason: "a portion comes from a government that must not be named, and the banner does not say so",
        way: "write FGI alone in the banner",
    },
    Rule {
        id: "ISM-ID-00066",
        broken: |sheet, banner| {
            let other = sheet.any(|part| has_any(&part.non_ic, &["SBU", "SBU-NF", "LES", "LES-NF"]));
            let needless = banner.classification != "U" || has(&banner.dissem, "FOUO") || other;
            sheet.first(|part| has(&part.dissem, "FOUO")).filter(|_| !needless)
        },
        everywhere: false,
        reason: "a portion is FOUO and the UNCLASSIFIED banner is not",
        way: "write FOUO in the banner",
    },
    Rule {
        id: "ISM-ID-00085",
        broken: |sheet, banner| {
            let covered = has(&banner.non_ic, "XD") || other(sheet, "ND").is_some();
            other(sheet, "XD").filter(|_| !covered)
        },
        everywhere: false,
        reason: "a portion is EXDIS and the banner is not",
        way: "write EXDIS in the banner",
    },
    Rule {
        id: "ISM-ID-00087",
        broken: |sheet, banner| {
            let covered = banner.classification == "U" || has(&banner.dissem, "NF");
            other(sheet, "SBU-NF").filter(|_| !covered)
        },
        everywhere: false,
        reason: "a portion is SBU NOFORN and the classified banner is not NOFORN",
        way: "write NOFORN in the banner",
    },
    Rule {
        id: "ISM-ID-00105",
        broken: |sheet, banner| {
            let covered =
                banner.classification != "U" || has(&banner.non_ic, "SBU") || other(sheet, "SBU-NF").is_some();
            other(sheet, "SBU").filter(|_| !covered)
        },
        everywhere: false,
        reason: "a portion is SBU and the UNCLASSIFIED banner is not",
        way: "write SBU in the banner",
    },
    Rule {
        id: "ISM-ID-00119",
        broken: |sheet, banner| {
            let silent = |element: &Element| {
                element.classification != "U"
                    && !has_any(&element.dissem, &["DISPLAYONLY", "RELIDO", "REL", "EYES", "NF"])
            };
            let at = if silent(banner) { Some(At::Banner) } else { sheet.first(silent) };
            at.filter(|_| sheet.is_ic_document)
        },
        everywhere: false,
        reason: "a document of the intelligence community says of everything classified where it may go abroad",
        way: "add NOFORN, REL TO, RELIDO or DISPLAY ONLY",
    },
    Rule {
        id: "ISM-ID-00145",
        broken: |sheet, banner| {
            let covered = has(&banner.non_ic, "LES") || other(sheet, "LES-NF").is_some();
            other(sheet, "LES").filter(|_| !covered)
        },
        everywhere: false,
        reason: "a portion is LES and the banner is not",
        way: "write LES in the banner",
    },
    Rule {
        id: "ISM-ID-00146",
        broken: |sheet, banner| {
            let covered = banner.classification == "U" || has(&banner.dissem, "NF");
            other(sheet, "LES-NF").filter(|_| !covered)
        },
        everywhere: false,
        reason: "a portion is LES NOFORN and the classified banner is not NOFORN",
        way: "write NOFORN in the banner",
    },
    Rule {
        id: "ISM-ID-00147",
        broken: |sheet, banner| {
            let covered = banner.classification == "U" || has(&banner.non_ic, "LES");
            other(sheet, "LES-NF").filter(|_| !covered)
        },
        everywhere: false,
        reason: "a portion is LES NOFORN and the classified banner has not LES",
        way: "write LES in the banner, beside NOFORN",
    },
    Rule {
        id: "ISM-ID-00159",
        broken: |sheet, banner| (sheet.is_released && banner.classification != "U").then_some(At::Banner),
        everywhere: false,
        reason: "a classified document says that anyone may have it",
        way: "drop distribution statement A",
    },
    Rule {
        id: "ISM-ID-00161",
        broken: |sheet, banner| {
            released_but(sheet, banner, |e| has_any(&e.non_ic, &["XD", "ND", "SBU", "SBU-NF", "LES", "LES-NF"]))
        },
        everywhere: false,
        reason: "a document that anyone may have has a mark of another department",
        way: "drop distribution statement A",
    },
    Rule {
        id: "ISM-ID-00219",
        broken: |sheet, _| sheet.first(|part| has(&part.owner, "FGI") && !has(&part.fgi_protected, "FGI")),
        everywhere: true,
        reason: "a portion of an owner who must not be named does not say that its source is protected",
        way: "write it as //FGI and its classification",
    },
    Rule {
        id: "ISM-ID-00225",
        broken: |sheet, banner| {
            let apart = |element: &Element| element.non_ic.iter().any(|m| m == "NNPI" || m.starts_with("ACCM"));
            let at = if apart(banner) { Some(At::Banner) } else { sheet.first(apart) };
            at.filter(|_| sheet.is_ic_document)
        },
        everywhere: true,
        reason: "a document of the intelligence community carries no ACCM and no NNPI",
        way: "keep that material elsewhere",
    },
    Rule {
        id: "ISM-ID-00233",
        broken: |sheet, _| foreign_and_open(sheet, |part| !part.fgi_open.is_empty()),
        everywhere: false,
        reason: "a portion with information of another government is RELIDO or DISPLAY ONLY",
        way: "drop the control, and ask that government",
    },
    Rule {
        id: "ISM-ID-00234",
        broken: |sheet, _| foreign_and_open(sheet, |part| !part.fgi_protected.is_empty()),
        everywhere: false,
        reason: "a portion with information of a government that must not be named is RELIDO or DISPLAY ONLY",
        way: "drop the control, and ask that government",
    },
    Rule {
        id: "ISM-ID-00239",
        broken: |sheet, banner| released_but(sheet, banner, |e| has_any(&e.dissem, &["FOUO", "PR", "DSEN", "FISA"])),
        everywhere: false,
        reason: "a document that anyone may have is FOUO, PROPIN, DSEN or FISA",
        way: "drop distribution statement A",
    },
    Rule {
        id: "ISM-ID-00240",
        broken: |sheet, banner| released_but(sheet, banner, |e| has_any(&e.aea, &["DCNI", "UCNI"])),
        everywhere: false,
        reason: "a document that anyone may have has controlled nuclear information",
        way: "drop distribution statement A",
    },
    Rule {
        id: "ISM-ID-00252",
        broken: |_, banner| (has(&banner.dissem, "RELIDO") && has(&banner.non_ic, "NNPI")).then_some(At::Banner),
        everywhere: true,
        reason: "a banner has both RELIDO and NNPI",
        way: "drop RELIDO",
    },
];

/// What a document that anyone may have carries all the same.
fn released_but(sheet: &Sheet, banner: &Element, carries: impl Fn(&Element) -> bool) -> Option<At> {
    let at = if carries(banner) { Some(At::Banner) } else { sheet.first(carries) };
    at.filter(|_| sheet.is_released)
}

/// The first portion of the United States from elsewhere that leaves its release to others.
fn foreign_and_open(sheet: &Sheet, foreign: impl Fn(&Element) -> bool) -> Option<At> {
    sheet.first(|part| foreign(part) && has(&part.owner, "USA") && has_any(&part.dissem, &["DISPLAYONLY", "RELIDO"]))
}
