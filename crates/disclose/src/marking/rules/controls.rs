//! What control systems and special access programmes ask of the rest of a marking.

use super::super::controls::index;
use super::super::element::{Element, has};
use super::{CLASSIFIED, On, Rule, SECRET, is_none_of};

fn starts(element: &Element, head: &str) -> bool {
    element.sci.iter().any(|token| token.starts_with(head))
}

/// Whether something stands within `head` that is not named itself.
fn lacks(element: &Element, inner: &str, head: &str) -> bool {
    starts(element, inner) && !has(&element.sci, head)
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00016",
        breached: On::Element(|e| e.classification == "U" && !(e.sci.is_empty() && e.sar.is_empty())),
        reason: "what is UNCLASSIFIED is in no control system and no special access programme",
        way: "classify it or drop the system",
    },
    Rule {
        id: "ISM-ID-00043",
        breached: On::Element(|e| has(&e.sci, "SI") && is_none_of(e, CLASSIFIED)),
        reason: "SI is at least CONFIDENTIAL",
        way: "classify it or drop SI",
    },
    Rule {
        id: "ISM-ID-00044",
        breached: On::Element(|e| starts(e, "SI-G") && is_none_of(e, &["TS"])),
        reason: "SI-G is TOP SECRET",
        way: "write TOP SECRET or drop the compartment",
    },
    Rule {
        id: "ISM-ID-00045",
        breached: On::Element(|e| starts(e, "SI-G") && !has(&e.dissem, "OC")),
        reason: "SI-G is originator controlled",
        way: "add ORCON",
    },
    Rule {
        id: "ISM-ID-00047",
        breached: On::Element(|e| has(&e.sci, "TK") && is_none_of(e, SECRET)),
        reason: "TK is at least SECRET",
        way: "write SECRET or drop TK",
    },
    Rule {
        id: "ISM-ID-00048",
        breached: On::Element(|e| has(&e.sci, "HCS") && is_none_of(e, CLASSIFIED)),
        reason: "HCS is at least CONFIDENTIAL",
        way: "classify it or drop HCS",
    },
    Rule {
        id: "ISM-ID-00049",
        breached: On::Element(|e| has(&e.sci, "HCS") && !has(&e.dissem, "NF")),
        reason: "HCS goes to no foreign national",
        way: "add NOFORN",
    },
    Rule {
        id: "ISM-ID-00122",
        breached: On::Element(|e| has(&e.sci, "KDK") && is_none_of(e, SECRET)),
        reason: "KDK is at least SECRET",
        way: "write SECRET or drop KDK",
    },
    Rule {
        id: "ISM-ID-00123",
        breached: On::Element(|e| has(&e.sci, "KDK") && !has(&e.dissem, "NF")),
        reason: "KDK goes to no foreign national",
        way: "add NOFORN",
    },
    Rule {
        id: "ISM-ID-00186",
        breached: On::Element(|e| lacks(e, "SI-G-", "SI-G")),
        reason: "a part of GAMMA stands within SI-G",
        way: "name SI-G too",
    },
    Rule {
        id: "ISM-ID-00187",
        breached: On::Element(|e| has(&e.sci, "SI-G") && !has(&e.sci, "SI")),
        reason: "SI-G stands within SI",
        way: "name SI too",
    },
    Rule {
        id: "ISM-ID-00241",
        breached: On::Element(|e| lacks(e, "RSV-", "RSV")),
        reason: "a compartment of RESERVE stands within RSV",
        way: "name RSV too",
    },
    Rule {
        id: "ISM-ID-00242",
        breached: On::Element(|e| has(&e.sci, "RSV") && is_none_of(e, SECRET)),
        reason: "RSV is at least SECRET",
        way: "write SECRET or drop RSV",
    },
    Rule {
        id: "ISM-ID-00243",
        breached: On::Element(|e| has(&e.sci, "RSV") && !starts(e, "RSV-")),
        reason: "RSV does not stand without a compartment",
        way: "write which, as in RSV-ABC",
    },
    Rule {
        id: "ISM-ID-00267",
        breached: On::Element(|e| e.sci.iter().any(|token| index(token).is_none())),
        reason: "a control system or compartment is not in the table",
        way: "write one that is",
    },
    Rule {
        id: "ISM-ID-00301",
        breached: On::Element(|e| {
            (has(&e.sci, "EL") || has(&e.sci, "EL-EU") || has(&e.sci, "EL-NK")) && !has(&e.sci, "SI")
        }),
        reason: "EL is part of SI",
        way: "add SI",
    },
    Rule {
        id: "ISM-ID-00304",
        breached: On::Element(|e| has(&e.sci, "KDK-BLFH") && !has(&e.sci, "KDK")),
        reason: "BLFH stands within KDK",
        way: "name KDK too",
    },
    Rule {
        id: "ISM-ID-00305",
        breached: On::Element(|e| has(&e.sci, "KDK-IDIT") && !has(&e.sci, "KDK")),
        reason: "IDIT stands within KDK",
        way: "name KDK too",
    },
    Rule {
        id: "ISM-ID-00306",
        breached: On::Element(|e| has(&e.sci, "KDK-KAND") && !has(&e.sci, "KDK")),
        reason: "KAND stands within KDK",
        way: "name KDK too",
    },
    Rule {
        id: "ISM-ID-00307",
        breached: On::Element(|e| lacks(e, "KDK-BLFH-", "KDK-BLFH")),
        reason: "a part of BLFH stands within KDK-BLFH",
        way: "name KDK-BLFH too",
    },
    Rule {
        id: "ISM-ID-00308",
        breached: On::Element(|e| lacks(e, "KDK-IDIT-", "KDK-IDIT")),
        reason: "a part of IDIT stands within KDK-IDIT",
        way: "name KDK-IDIT too",
    },
    Rule {
        id: "ISM-ID-00309",
        breached: On::Element(|e| lacks(e, "KDK-KAND-", "KDK-KAND")),
        reason: "a part of KAND stands within KDK-KAND",
        way: "name KDK-KAND too",
    },
    Rule {
        id: "ISM-ID-00310",
        breached: On::Element(|e| has(&e.sci, "EL-EU") && !has(&e.sci, "EL")),
        reason: "EU stands within EL",
        way: "name EL too",
    },
    Rule {
        id: "ISM-ID-00311",
        breached: On::Element(|e| has(&e.sci, "EL-NK") && !has(&e.sci, "EL")),
        reason: "NK stands within EL",
        way: "name EL too",
    },
];

#[cfg(test)]
mod tests {
    use record::marking::{Level, Marking, Us};

    use super::super::{check, check_element, list};
    use crate::marking::validate;

    #[test]
    fn ism_16_unclassified_is_in_no_control_system() {
        check("U//SI", &["ISM-ID-00016", "ISM-ID-00043"]);
        check("UNCLASSIFIED//TK", &["ISM-ID-00016", "ISM-ID-00047"]);
    }

    #[test]
    fn ism_43_si_is_classified() {
        check("C//SI", &[]);
        check("U//SI-ABC", &["ISM-ID-00016", "ISM-ID-00043"]);
    }

    #[test]
    fn ism_44_and_45_gamma_is_top_secret_and_originator_controlled() {
        check("TOP SECRET//SI-G//ORCON/REL TO USA, GBR", &[]);
        check("TOP SECRET//SI-G/TK//REL TO USA, GBR", &["ISM-ID-00045"]);
        check("S//SI-G ABCD//OC", &["ISM-ID-00044"]);
    }

    #[test]
    fn ism_47_talent_keyhole_is_at_least_secret() {
        check("S//TK", &[]);
        check("C//TK", &["ISM-ID-00047"]);
    }

    #[test]
    fn ism_48_and_49_hcs_is_classified_and_noforn() {
        check("S//HCS//NF", &[]);
        check("S//HCS//REL TO USA, GBR", &["ISM-ID-00049"]);
        check("U//HCS//NF", &["ISM-ID-00016", "ISM-ID-00048"]);
    }

    #[test]
    fn ism_122_and_123_klondike_is_at_least_secret_and_noforn() {
        check("TS//KDK-BLFH A1//NF", &[]);
        check("C//KDK", &["ISM-ID-00122", "ISM-ID-00123"]);
    }

    #[test]
    fn ism_242_and_243_reserve_is_at_least_secret_and_names_a_compartment() {
        check("S//RSV-AB1", &[]);
        check("C//RSV-AB1", &["ISM-ID-00242"]);
        check("S//RSV", &["ISM-ID-00243"]);
    }

    #[test]
    fn ism_267_a_control_that_did_not_come_from_text_is_looked_up_too() {
        let marking = Marking { controls: ["NEW".to_owned()].into(), ..Marking::plain(Level::Us(Us::Secret)) };
        assert_eq!(validate(&marking).len(), 1);
        assert_eq!(validate(&marking)[0].rule, "ISM-ID-00267");
    }

    #[test]
    fn ism_301_endseal_needs_si() {
        check("S//EL-EU/SI", &[]);
        check("S//EL-EU", &["ISM-ID-00301"]);
    }

    #[test]
    fn ism_186_187_241_and_304_to_311_a_compartment_is_named_with_what_it_lies_within() {
        // Text names what a compartment lies within; only a list of tokens from elsewhere can leave it out.
        check("TS//EL-EU-NK/KDK-BLFH A1-IDIT B2-KAND C3/RSV-ABC/SI-G ABCD//OC/NF", &[]);
        check_element(|e| e.sci = list(&["SI", "SI-G-ABCD"]), &["ISM-ID-00044", "ISM-ID-00045", "ISM-ID-00186"]);
        check_element(|e| e.sci = list(&["SI-G"]), &["ISM-ID-00044", "ISM-ID-00045", "ISM-ID-00187"]);
        check_element(|e| e.sci = list(&["RSV-ABC"]), &["ISM-ID-00241"]);
        for (name, within, part) in [
            ("BLFH", "ISM-ID-00304", "ISM-ID-00307"),
            ("IDIT", "ISM-ID-00305", "ISM-ID-00308"),
            ("KAND", "ISM-ID-00306", "ISM-ID-00309"),
        ] {
            check_element(|e| e.sci = vec![format!("KDK-{name}")], &[within]);
            check_element(|e| e.sci = list(&["KDK", &format!("KDK-{name}-A1")]), &[part]);
        }
        check_element(|e| e.sci = list(&["EL-EU", "SI"]), &["ISM-ID-00310"]);
        check_element(|e| e.sci = list(&["EL-NK", "SI"]), &["ISM-ID-00311"]);
    }
}
