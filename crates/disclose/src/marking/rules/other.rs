//! Other governments and other departments.

use super::super::element::{has, has_any, has_several};
use super::{On, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00037",
        breached: On::Element(|e| has_any(&e.non_ic, &["SBU", "SBU-NF"]) && e.classification != "U"),
        reason: "SBU stands only with UNCLASSIFIED",
        way: "drop SBU, which the classification makes needless",
    },
    Rule {
        id: "ISM-ID-00038",
        breached: On::Element(|e| has_several(&e.non_ic, &["XD", "ND"])),
        reason: "EXDIS and NODIS exclude each other",
        way: "keep NODIS, the stricter",
    },
    Rule {
        id: "ISM-ID-00099",
        breached: On::Element(|e| has(&e.owner, "FGI") && e.owner.len() > 1),
        reason: "an owner who must not be named stands beside no other",
        way: "write //FGI alone",
    },
    Rule {
        id: "ISM-ID-00148",
        breached: On::Element(|e| has_several(&e.non_ic, &["LES", "LES-NF"])),
        reason: "LES and LES NOFORN exclude each other",
        way: "keep LES NOFORN, the stricter",
    },
    Rule {
        id: "ISM-ID-00163",
        breached: On::Element(|e| !e.non_us.is_empty() && e.owner != ["NATO"]),
        reason: "ATOMAL, BOHEMIA and BALK are NATO's",
        way: "drop the control, or mark the portion as NATO's",
    },
    Rule {
        id: "ISM-ID-00217",
        breached: On::Element(|e| has(&e.fgi_protected, "FGI") && e.fgi_protected.len() > 1),
        reason: "a source that must not be named stands beside no other",
        way: "write FGI alone",
    },
    Rule {
        id: "ISM-ID-00313",
        breached: On::Element(|e| has(&e.non_ic, "ND") && !has(&e.dissem, "NF")),
        reason: "NODIS goes to no foreign national",
        way: "add NOFORN",
    },
    Rule {
        id: "ISM-ID-00314",
        breached: On::Element(|e| has(&e.non_ic, "XD") && !has(&e.dissem, "NF")),
        reason: "EXDIS goes to no foreign national",
        way: "add NOFORN",
    },
];

#[cfg(test)]
mod tests {
    use super::super::{check, check_element, list};

    #[test]
    fn ism_37_sbu_only_with_unclassified() {
        check("UNCLASSIFIED//SBU NOFORN", &[]);
        check("(U//SBU)", &[]);
        check("C//NF//SBU", &["ISM-ID-00037"]);
    }

    #[test]
    fn ism_38_313_and_314_exdis_or_nodis_and_both_noforn() {
        check("SECRET//NOFORN//EXDIS", &[]);
        check("S//NF//ND", &[]);
        check("S//NF//XD/ND", &["ISM-ID-00038"]);
        check("S//REL TO USA, GBR//ND", &["ISM-ID-00313"]);
        check("SECRET//EXDIS", &["ISM-ID-00314"]);
    }

    #[test]
    fn ism_99_and_217_who_must_not_be_named_stands_alone() {
        check("(//FGI S)", &[]);
        check("S//FGI//NF", &[]);
        check("//JOINT SECRET CAN GBR//REL TO USA, CAN, GBR", &[]);
        check_element(|e| e.owner = list(&["FGI", "GBR"]), &["ISM-ID-00099"]);
        check_element(|e| e.fgi_protected = list(&["FGI", "GBR"]), &["ISM-ID-00217"]);
    }

    #[test]
    fn ism_148_les_with_or_without_noforn() {
        check("S//NF//LES", &[]);
        check("U//LES/LES-NF", &["ISM-ID-00148"]);
    }

    #[test]
    fn ism_163_the_controls_of_nato_are_natos() {
        check("(//NSAT)", &[]);
        check("COSMIC TOP SECRET BALK", &[]);
        check_element(|e| e.non_us = list(&["ATOMAL"]), &["ISM-ID-00163"]);
    }
}
