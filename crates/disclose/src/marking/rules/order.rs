//! That every list stands in the order of its table. What the table does not have stands before everything.

use record::marking::{CONCEALED, OWNER};

use super::super::countries::{is_known, is_source};
use super::super::spelling::{WORDS, Word, non_ic_index};
use super::super::{atomic, controls, programmes};
use super::{On, Rule};

/// A place in a table of countries: an owner apart, countries A to Z, organisations A to Z.
type Place<'t> = (bool, bool, &'t str);

fn is_unsorted<'t, P: Ord>(list: &'t [String], place: impl Fn(&'t str) -> Option<P>) -> bool {
    !list.is_sorted_by_key(|token| (place(token), token.as_str()))
}

/// Where a dissemination control stands in its table; `None` where it is not in it.
pub(super) fn dissem_index(token: &str) -> Option<usize> {
    // EYES stands behind RELIDO, and was withdrawn.
    const EYES: usize = 8;
    if token == "EYES" {
        return Some(EYES);
    }
    let place = WORDS.iter().position(|(word, .., portion)| match word {
        Word::Plain(_) => *portion == token,
        Word::RelTo => token == "REL",
        Word::DisplayOnly => token == "DISPLAYONLY",
    })?;
    Some(if place < EYES { place } else { place.saturating_add(1) })
}

fn release_index(token: &str) -> Option<Place<'_>> {
    is_known(token).then_some((token != OWNER, token.len() > 3, token))
}

fn source_index(token: &str) -> Option<Place<'_>> {
    is_source(token).then_some((true, token.len() > 3, token))
}

fn protected_index(token: &str) -> Option<Place<'_>> {
    (token == CONCEALED || is_source(token)).then_some((token != CONCEALED, token.len() > 3, token))
}

fn owner_index(token: &str) -> Option<Place<'_>> {
    (token == CONCEALED || is_known(token)).then_some((token != CONCEALED, token.len() > 3, token))
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00026",
        breached: On::Element(|e| is_unsorted(&e.dissem, dissem_index)),
        reason: "dissemination controls stand in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00035",
        breached: On::Element(|e| is_unsorted(&e.non_ic, non_ic_index)),
        reason: "marks of other departments stand in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00041",
        breached: On::Element(|e| is_unsorted(&e.rel_to, release_index)),
        reason: "REL TO stands in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00042",
        breached: On::Element(|e| is_unsorted(&e.sci, controls::index)),
        reason: "control systems stand in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00095",
        breached: On::Element(|e| is_unsorted(&e.fgi_open, source_index)),
        reason: "the sources of FGI stand in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00096",
        breached: On::Element(|e| is_unsorted(&e.fgi_protected, protected_index)),
        reason: "protected sources stand in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00100",
        breached: On::Element(|e| is_unsorted(&e.owner, owner_index)),
        reason: "owners stand in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00121",
        breached: On::Element(|e| is_unsorted(&e.sar, programmes::index)),
        reason: "special access programmes stand in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00167",
        breached: On::Element(|e| is_unsorted(&e.display_only, release_index)),
        reason: "DISPLAY ONLY stands in the order of the table",
        way: "write them in that order",
    },
    Rule {
        id: "ISM-ID-00178",
        breached: On::Element(|e| is_unsorted(&e.aea, atomic::index)),
        reason: "atomic energy marks stand in the order of the table",
        way: "write them in that order",
    },
];

#[cfg(test)]
mod tests {
    use super::super::{check, check_element, list};
    use crate::marking::{MarkingError, parse};

    /// Checks that the text is refused for its order by this rule, and with what it should be.
    fn refused(text: &str, rule: &str, mend: &str) {
        let error = parse(text).unwrap_err();
        assert!(matches!(error, MarkingError::Misplaced { .. }), "{text}: {error}");
        assert_eq!((error.rule(), error.mend()), (rule, Some(mend)), "{text}");
        parse(mend).unwrap();
    }

    #[test]
    fn ism_26_dissemination_controls_are_ordered() {
        check("S//OC/NF", &[]);
        refused("(S//NF/OC)", "ISM-ID-00026", "(S//OC/NF)");
        check_element(|e| e.dissem = list(&["NF", "OC"]), &["ISM-ID-00026"]);
    }

    #[test]
    fn ism_35_marks_of_other_departments_are_ordered() {
        check("U//LES/SSI", &[]);
        refused("(U//SSI/LES)", "ISM-ID-00035", "(U//LES/SSI)");
        check_element(|e| e.non_ic = list(&["SSI", "LES"]), &["ISM-ID-00035"]);
    }

    #[test]
    fn ism_41_and_167_lists_of_countries_are_ordered() {
        check("S//REL TO USA, AUS, NATO/DISPLAY ONLY AFG, IRQ", &[]);
        refused("(S//REL TO USA, GBR, AUS)", "ISM-ID-00041", "(S//REL TO USA, AUS, GBR)");
        refused("(S//DISPLAY ONLY IRQ, AFG)", "ISM-ID-00167", "(S//DISPLAY ONLY AFG, IRQ)");
        check_element(
            |e| {
                e.dissem = list(&["REL", "DISPLAYONLY"]);
                e.rel_to = list(&["USA", "NATO", "GBR"]);
                e.display_only = list(&["IRQ", "AFG"]);
            },
            &["ISM-ID-00041", "ISM-ID-00167"],
        );
    }

    #[test]
    fn ism_42_control_systems_are_ordered() {
        check("TS//HCS/SI-ABC-DEF/TK//NF", &[]);
        refused("(TS//TK/SI//NF)", "ISM-ID-00042", "(TS//SI/TK//NF)");
        check_element(|e| e.sci = list(&["TK", "SI"]), &["ISM-ID-00042"]);
    }

    #[test]
    fn ism_95_96_and_100_sources_and_owners_are_ordered() {
        check("S//FGI DEU GBR NATO//NF", &[]);
        check("//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR", &[]);
        refused("(S//FGI GBR DEU//NF)", "ISM-ID-00095", "(S//FGI DEU GBR//NF)");
        check_element(|e| e.fgi_open = list(&["NATO", "GBR"]), &["ISM-ID-00095"]);
        check_element(|e| e.fgi_protected = list(&["GBR", "DEU"]), &["ISM-ID-00096"]);
        check_element(|e| e.owner = list(&["USA", "GBR"]), &["ISM-ID-00100"]);
    }

    #[test]
    fn ism_121_programmes_are_ordered() {
        check("S//SAR-BP/CD//NF", &[]);
        refused("(S//SAR-CD/BP//NF)", "ISM-ID-00121", "(S//SAR-BP/CD//NF)");
        // The table has four shapes in a row: programmes come before compartments.
        check_element(|e| e.sar = list(&["BP", "CD", "BP-J12"]), &[]);
        check_element(|e| e.sar = list(&["BP-J12", "CD"]), &["ISM-ID-00121"]);
    }

    #[test]
    fn ism_178_atomic_energy_marks_are_ordered() {
        check("S//RD/FRD//NF", &[]);
        refused("(S//FRD/RD//NF)", "ISM-ID-00178", "(S//RD/FRD//NF)");
        check_element(|e| e.aea = list(&["FRD", "RD"]), &["ISM-ID-00178"]);
    }
}
