//! What marks under the Atomic Energy Act ask of the rest of a marking.

use super::super::atomic::index;
use super::super::element::{has, has_any};
use super::{CLASSIFIED, On, Rule, SECRET, is_none_of};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00173",
        breached: On::Element(|e| e.aea.iter().any(|token| token.contains("RD-SG")) && is_none_of(e, CLASSIFIED)),
        reason: "SIGMA is at least CONFIDENTIAL",
        way: "classify it or drop SIGMA",
    },
    Rule {
        id: "ISM-ID-00174",
        breached: On::Element(|e| has_any(&e.aea, &["RD", "FRD", "TFNI"]) && is_none_of(e, CLASSIFIED)),
        reason: "RD, FRD and TFNI are at least CONFIDENTIAL",
        way: "classify it or drop the mark",
    },
    Rule {
        id: "ISM-ID-00175",
        breached: On::Element(|e| has(&e.aea, "RD-CNWDI") && is_none_of(e, SECRET)),
        reason: "CNWDI is at least SECRET",
        way: "write SECRET or drop CNWDI",
    },
    Rule {
        id: "ISM-ID-00181",
        breached: On::Element(|e| e.classification != "U" && has_any(&e.aea, &["UCNI", "DCNI"])),
        reason: "DOE UCNI and DOD UCNI stand only with UNCLASSIFIED",
        way: "drop them, which the classification makes needless",
    },
    Rule {
        id: "ISM-ID-00183",
        breached: On::Element(|e| e.aea.iter().any(|token| token.starts_with("RD-SG")) && !has(&e.aea, "RD")),
        reason: "SIGMA of RD stands within RD",
        way: "name RD too",
    },
    Rule {
        id: "ISM-ID-00184",
        breached: On::Element(|e| e.aea.iter().any(|token| token.starts_with("FRD-SG")) && !has(&e.aea, "FRD")),
        reason: "SIGMA of FRD stands within FRD",
        way: "name FRD too",
    },
    Rule {
        id: "ISM-ID-00185",
        breached: On::Element(|e| has(&e.aea, "RD-CNWDI") && !has(&e.aea, "RD")),
        reason: "CNWDI stands within RD",
        way: "name RD too",
    },
    Rule {
        id: "ISM-ID-00253",
        breached: On::Element(|e| e.aea.iter().any(|token| index(token).is_none())),
        reason: "an atomic energy mark is not in the table",
        way: "write one that is",
    },
];

#[cfg(test)]
mod tests {
    use super::super::{check, check_element, list};

    #[test]
    fn ism_173_and_174_restricted_data_and_its_sigmas_are_classified() {
        check("C//RD//NF", &[]);
        check("S//FRD-SG 14//NF", &[]);
        check("U//TFNI", &["ISM-ID-00174"]);
        check("U//RD-SG 18", &["ISM-ID-00173", "ISM-ID-00174"]);
    }

    #[test]
    fn ism_175_weapon_design_is_at_least_secret() {
        check("S//RD-CNWDI//NF", &[]);
        check("C//RD-CNWDI//NF", &["ISM-ID-00175"]);
    }

    #[test]
    fn ism_181_controlled_nuclear_information_is_unclassified() {
        check("UNCLASSIFIED//DOE UCNI", &[]);
        check("(U//DCNI/UCNI)", &[]);
        check("S//UCNI", &["ISM-ID-00181"]);
    }

    #[test]
    fn ism_183_184_185_and_253_a_part_is_named_with_what_it_lies_within() {
        check("S//RD-CNWDI-SG 14/FRD-SG 20//NF", &[]);
        check_element(|e| e.aea = list(&["RD-SG-14"]), &["ISM-ID-00183"]);
        check_element(|e| e.aea = list(&["FRD-SG-14"]), &["ISM-ID-00184"]);
        check_element(|e| e.aea = list(&["RD-CNWDI"]), &["ISM-ID-00185"]);
        check_element(|e| e.aea = list(&["RD-SG-13", "RD"]), &["ISM-ID-00253"]);
    }
}
