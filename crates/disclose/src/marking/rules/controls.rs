//! What control systems ask of the rest of a marking.

use record::marking::{Dissem, Marking, Us};

use super::super::controls::{is_within, place};
use super::{Rule, is_below};

/// Whether the marking has this system or compartment, alone or with something narrower.
fn has(marking: &Marking, part: &str) -> bool {
    marking.controls.iter().any(|control| is_within(part, control))
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00016",
        breached: |marking| is_below(marking, Us::Confidential) && !marking.controls.is_empty(),
        reason: "what is UNCLASSIFIED is in no control system",
        way: "classify it or drop the system",
    },
    Rule {
        id: "ISM-ID-00043",
        breached: |marking| has(marking, "SI") && is_below(marking, Us::Confidential),
        reason: "SI is at least CONFIDENTIAL",
        way: "classify it or drop SI",
    },
    Rule {
        id: "ISM-ID-00044",
        breached: |marking| has(marking, "SI-G") && is_below(marking, Us::TopSecret),
        reason: "SI-G is TOP SECRET",
        way: "write TOP SECRET or drop the compartment",
    },
    Rule {
        id: "ISM-ID-00045",
        breached: |marking| has(marking, "SI-G") && !marking.dissem.contains(&Dissem::Orcon),
        reason: "SI-G is originator controlled",
        way: "add ORCON",
    },
    Rule {
        id: "ISM-ID-00047",
        breached: |marking| has(marking, "TK") && is_below(marking, Us::Secret),
        reason: "TK is at least SECRET",
        way: "write SECRET or drop TK",
    },
    Rule {
        id: "ISM-ID-00048",
        breached: |marking| has(marking, "HCS") && is_below(marking, Us::Confidential),
        reason: "HCS is at least CONFIDENTIAL",
        way: "classify it or drop HCS",
    },
    Rule {
        id: "ISM-ID-00049",
        breached: |marking| has(marking, "HCS") && !marking.dissem.contains(&Dissem::Noforn),
        reason: "HCS goes to no foreign national",
        way: "add NOFORN",
    },
    Rule {
        id: "ISM-ID-00122",
        breached: |marking| has(marking, "KDK") && is_below(marking, Us::Secret),
        reason: "KDK is at least SECRET",
        way: "write SECRET or drop KDK",
    },
    Rule {
        id: "ISM-ID-00123",
        breached: |marking| has(marking, "KDK") && !marking.dissem.contains(&Dissem::Noforn),
        reason: "KDK goes to no foreign national",
        way: "add NOFORN",
    },
    Rule {
        id: "ISM-ID-00242",
        breached: |marking| has(marking, "RSV") && is_below(marking, Us::Secret),
        reason: "RSV is at least SECRET",
        way: "write SECRET or drop RSV",
    },
    Rule {
        id: "ISM-ID-00243",
        breached: |marking| has(marking, "RSV") && !marking.controls.iter().any(|control| control.starts_with("RSV-")),
        reason: "RSV does not stand without a compartment",
        way: "write which, as in RSV-ABC",
    },
    Rule {
        id: "ISM-ID-00267",
        breached: |marking| marking.controls.iter().any(|control| place(control).is_none()),
        reason: "a control system or compartment is not in the table",
        way: "write one that is",
    },
    Rule {
        id: "ISM-ID-00301",
        breached: |marking| has(marking, "EL") && !has(marking, "SI"),
        reason: "EL is part of SI",
        way: "add SI",
    },
];

#[cfg(test)]
mod tests {
    use record::marking::Level;

    use super::super::check;
    use super::*;
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
}
