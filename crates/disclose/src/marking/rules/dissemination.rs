//! What dissemination controls ask of the classification.

use record::marking::{Dissem, Level, Us};

use super::{Rule, is_below};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00028",
        breached: |marking| marking.dissem.contains(&Dissem::Orcon) && is_below(marking, Us::Confidential),
        reason: "ORCON is at least CONFIDENTIAL",
        way: "classify it or drop ORCON",
    },
    Rule {
        id: "ISM-ID-00030",
        breached: |marking| marking.dissem.contains(&Dissem::Fouo) && marking.level > Level::Us(Us::Unclassified),
        reason: "FOUO stands only with UNCLASSIFIED",
        way: "drop FOUO, which the classification makes needless",
    },
    Rule {
        id: "ISM-ID-00107",
        breached: |marking| marking.dissem.contains(&Dissem::Imcon) && is_below(marking, Us::Secret),
        reason: "IMCON is at least SECRET",
        way: "write SECRET or drop IMCON",
    },
    Rule {
        id: "ISM-ID-00164",
        breached: |marking| marking.dissem.contains(&Dissem::Rsen) && is_below(marking, Us::Secret),
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
    fn ism_164_rsen_is_at_least_secret() {
        check("TS//RS/OC", &[]);
        check("CONFIDENTIAL//RSEN", &["ISM-ID-00164"]);
    }
}
