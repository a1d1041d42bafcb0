//! What dissemination controls ask of the classification and the owner.

use super::super::element::{has, has_any};
use super::{CLASSIFIED, On, Rule, SECRET, is_none_of};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00028",
        breached: On::Element(|e| has_any(&e.dissem, &["OC", "EYES"]) && is_none_of(e, CLASSIFIED)),
        reason: "ORCON is at least CONFIDENTIAL",
        way: "classify it or drop ORCON",
    },
    Rule {
        id: "ISM-ID-00030",
        breached: On::Element(|e| has(&e.dissem, "FOUO") && e.classification != "U"),
        reason: "FOUO stands only with UNCLASSIFIED",
        way: "drop FOUO, which the classification makes needless",
    },
    Rule {
        id: "ISM-ID-00107",
        breached: On::Element(|e| has(&e.dissem, "IMC") && is_none_of(e, SECRET)),
        reason: "IMCON is at least SECRET",
        way: "write SECRET or drop IMCON",
    },
    Rule {
        id: "ISM-ID-00124",
        breached: On::Element(|e| has(&e.dissem, "RELIDO") && !has(&e.owner, "USA")),
        reason: "RELIDO is for material of the United States",
        way: "drop RELIDO, and ask the owner",
    },
    Rule {
        id: "ISM-ID-00164",
        breached: On::Element(|e| has(&e.dissem, "RS") && is_none_of(e, SECRET)),
        reason: "RSEN is at least SECRET",
        way: "write SECRET or drop RSEN",
    },
];

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn ism_28_orcon_is_classified() {
        check("C//OC", &[]);
        check("UNCLASSIFIED//ORCON", &["ISM-ID-00028"]);
    }

    #[test]
    fn ism_30_fouo_only_with_unclassified() {
        check("UNCLASSIFIED//FOUO", &[]);
        check("(U//FOUO)", &[]);
        check("SECRET//FOUO", &["ISM-ID-00030"]);
        check("NS//FOUO", &["HOUSE-1", "ISM-ID-00030"]);
    }

    #[test]
    fn ism_107_imcon_is_at_least_secret() {
        check("S//IMC", &[]);
        check("C//IMC", &["ISM-ID-00107"]);
    }

    #[test]
    fn ism_124_relido_is_for_material_of_the_united_states() {
        check("//JOINT SECRET GBR USA//REL TO USA, GBR/RELIDO", &[]);
        check("(//GBR S//RELIDO)", &["ISM-ID-00124"]);
    }

    #[test]
    fn ism_164_rsen_is_at_least_secret() {
        check("TS//RS/OC", &[]);
        check("CONFIDENTIAL//RSEN", &["ISM-ID-00164"]);
    }
}
