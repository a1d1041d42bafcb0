//! What a portion has and the banner must have too, and the other way round.

use super::Broken;
use crate::marking::document::sheet::{At, Sheet};
use crate::marking::element::{Element, has};

/// A list of an element.
type Of = fn(&Element) -> &[String];

/// A mark that the banner has where a portion has it.
struct Carried {
    id: &'static str,
    of: Of,
    token: &'static str,
    /// As it is called in words.
    name: &'static str,
    /// Whether only while the banner is UNCLASSIFIED.
    while_unclassified: bool,
}

const fn carried(id: &'static str, of: Of, token: &'static str, name: &'static str) -> Carried {
    Carried { id, of, token, name, while_unclassified: false }
}

const fn unclassified(id: &'static str, of: Of, token: &'static str, name: &'static str) -> Carried {
    Carried { id, of, token, name, while_unclassified: true }
}

const SCI: Of = |element| &element.sci;
const AEA: Of = |element| &element.aea;
const DISSEM: Of = |element| &element.dissem;
const NON_IC: Of = |element| &element.non_ic;

const CARRIED: [Carried; 21] = [
    carried("ISM-ID-00060", SCI, "SI", "SI"),
    carried("ISM-ID-00061", SCI, "SI-G", "SI-G"),
    carried("ISM-ID-00062", SCI, "TK", "TK"),
    carried("ISM-ID-00063", SCI, "HCS", "HCS"),
    carried("ISM-ID-00067", DISSEM, "OC", "ORCON"),
    carried("ISM-ID-00068", DISSEM, "IMC", "IMCON"),
    carried("ISM-ID-00070", DISSEM, "NF", "NOFORN"),
    carried("ISM-ID-00071", DISSEM, "PR", "PROPIN"),
    carried("ISM-ID-00072", AEA, "RD", "RD"),
    carried("ISM-ID-00073", AEA, "RD-CNWDI", "RD-CNWDI"),
    carried("ISM-ID-00075", AEA, "FRD", "FRD"),
    unclassified("ISM-ID-00078", AEA, "DCNI", "DOD UCNI"),
    unclassified("ISM-ID-00079", AEA, "UCNI", "DOE UCNI"),
    carried("ISM-ID-00080", DISSEM, "DSEN", "DSEN"),
    carried("ISM-ID-00081", DISSEM, "FISA", "FISA"),
    carried("ISM-ID-00084", NON_IC, "DS", "LIMDIS"),
    carried("ISM-ID-00086", NON_IC, "ND", "NODIS"),
    unclassified("ISM-ID-00104", NON_IC, "SBU-NF", "SBU NOFORN"),
    unclassified("ISM-ID-00149", NON_IC, "LES-NF", "LES NOFORN"),
    carried("ISM-ID-00165", DISSEM, "RS", "RSEN"),
    carried("ISM-ID-00298", AEA, "TFNI", "TFNI"),
];

/// What the banner has only where a portion has it: its number, the mark, and whether a reason of the compilation
/// stands in for the portion.
const NEEDED: [(&str, Of, &str, &str, bool); 7] = [
    ("ISM-ID-00111", SCI, "SI", "SI", true),
    ("ISM-ID-00112", SCI, "SI-G", "SI-G", true),
    ("ISM-ID-00113", SCI, "TK", "TK", true),
    ("ISM-ID-00116", SCI, "HCS", "HCS", true),
    ("ISM-ID-00154", DISSEM, "FOUO", "FOUO", true),
    ("ISM-ID-00228", AEA, "FRD", "FRD", false),
    ("ISM-ID-00229", AEA, "RD", "RD", false),
];

/// The classifications of a banner, likewise.
const LEVELS: [(&str, &str, &str); 3] =
    [("ISM-ID-00108", "TS", "TOP SECRET"), ("ISM-ID-00109", "S", "SECRET"), ("ISM-ID-00110", "C", "CONFIDENTIAL")];

/// SIGMA of RD and of FRD: carried upwards, and needed below.
const SIGMAS: [(&str, &str, &str); 2] =
    [("ISM-ID-00074", "ISM-ID-00231", "RD-SG-"), ("ISM-ID-00077", "ISM-ID-00230", "FRD-SG-")];

#[cfg(test)]
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    let sigmas = SIGMAS.iter().flat_map(|(up, down, _)| [*up, *down]);
    (CARRIED.iter().map(|rule| rule.id))
        .chain(NEEDED.iter().map(|rule| rule.0))
        .chain(LEVELS.iter().map(|rule| rule.0))
        .chain(sigmas)
}

pub(super) fn broken(sheet: &Sheet, banner: &Element, found: &mut Vec<Broken>) {
    let mut push = |rule, at, reason: String, way: String| {
        found.push(Broken { rule, at, reason, way, by_banner: true });
    };
    for rule in &CARRIED {
        if (rule.while_unclassified && banner.classification != "U") || has((rule.of)(banner), rule.token) {
            continue;
        }
        if let Some(at) = sheet.first(|part| has((rule.of)(part), rule.token)) {
            let name = rule.name;
            push(
                rule.id,
                at,
                format!("a portion has {name} and the banner has not"),
                format!("write {name} in the banner"),
            );
        }
    }
    let compiled = sheet.authority.compilation.is_some();
    for (id, of, token, name, by_compilation) in NEEDED {
        if has(of(banner), token) && !(by_compilation && compiled) && !sheet.any(|part| has(of(part), token)) {
            let way = format!("drop {name} from the banner, or mark the portion that it is of");
            push(id, At::Banner, format!("the banner has {name} and no portion has"), way);
        }
    }
    for (id, letter, name) in LEVELS {
        if banner.classification == letter && !compiled && !sheet.any(|part| part.classification == letter) {
            let rank = |letter: &str| ["U", "R", "C", "S", "TS"].iter().position(|one| *one == letter);
            let way = if sheet.any(|part| rank(&part.classification) > rank(letter)) {
                "raise the banner to what its portions demand"
            } else {
                "lower the banner, or write Compilation Reason in the authority block"
            };
            push(id, At::Banner, format!("the banner is {name} and no portion is"), way.to_owned());
        }
    }
    for (up, down, head) in SIGMAS {
        let missing = |from: &Element, known: &dyn Fn(&String) -> bool| {
            from.aea.iter().any(|token| token.starts_with(head) && !known(token))
        };
        if let Some(at) = sheet.first(|part| missing(part, &|token| has(&banner.aea, token))) {
            push(
                up,
                at,
                "a portion has a SIGMA and the banner has not".into(),
                "write its number in the banner".into(),
            );
        }
        if missing(banner, &|token| sheet.any(|part| has(&part.aea, token))) {
            push(down, At::Banner, "the banner has a SIGMA and no portion has".into(), "drop its number".into());
        }
    }
}
