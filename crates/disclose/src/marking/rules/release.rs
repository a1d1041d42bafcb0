//! Release abroad: who may have it, who may only be shown it.

use record::marking::OWNER;

use super::super::countries::{is_known, is_withdrawn};
use super::super::element::{has, has_any, has_several};
use super::{On, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00031",
        breached: On::Element(|e| has_any(&e.dissem, &["REL", "EYES"]) && e.rel_to.is_empty()),
        reason: "REL TO names nobody",
        way: "write whom, for example REL TO USA, GBR",
    },
    Rule {
        id: "ISM-ID-00032",
        breached: On::Element(|e| !has_any(&e.dissem, &["REL", "EYES"]) && !e.rel_to.is_empty()),
        reason: "a list of whom it goes to stands without REL TO",
        way: "write REL TO before it",
    },
    Rule {
        id: "ISM-ID-00033",
        breached: On::Element(|e| has_several(&e.dissem, &["REL", "EYES", "NF"])),
        reason: "NOFORN and REL TO exclude each other",
        way: "keep NOFORN, or ask the originator which is meant",
    },
    Rule {
        id: "ISM-ID-00168",
        breached: On::Element(|e| !has(&e.dissem, "DISPLAYONLY") && !e.display_only.is_empty()),
        reason: "a list of whom it is shown to stands without DISPLAY ONLY",
        way: "write DISPLAY ONLY before it",
    },
    Rule {
        id: "ISM-ID-00169",
        breached: On::Element(|e| has_several(&e.dissem, &["DISPLAYONLY", "RELIDO", "NF"])),
        reason: "NOFORN, RELIDO and DISPLAY ONLY exclude each other",
        way: "keep the strictest, or ask the originator which is meant",
    },
    Rule {
        id: "ISM-ID-00199",
        breached: On::Element(|e| e.rel_to.iter().any(|token| is_withdrawn(token))),
        reason: "REL TO names an organisation that was withdrawn from the table in 2012",
        way: "name the countries that are meant",
    },
    Rule {
        id: "ISM-ID-00201",
        breached: On::Element(|e| e.display_only.iter().any(|token| is_withdrawn(token))),
        reason: "DISPLAY ONLY names an organisation that was withdrawn from the table in 2012",
        way: "name the countries that are meant",
    },
    Rule {
        id: "ISM-ID-00213",
        breached: On::Element(|e| has(&e.dissem, "DISPLAYONLY") && e.display_only.is_empty()),
        reason: "DISPLAY ONLY names nobody",
        way: "write to whom, for example DISPLAY ONLY AFG",
    },
    Rule {
        id: "ISM-ID-00214",
        breached: On::Element(|e| !e.rel_to.is_empty() && e.rel_to.first().is_none_or(|first| first != OWNER)),
        reason: "REL TO starts with USA, the owner",
        way: "write USA first",
    },
    Rule {
        id: "ISM-ID-00257",
        breached: On::Element(|e| e.display_only.iter().any(|token| !is_known(token))),
        reason: "DISPLAY ONLY names somebody the table does not have",
        way: "write the letters that the table has",
    },
    Rule {
        id: "ISM-ID-00265",
        breached: On::Element(|e| e.rel_to.iter().any(|token| !is_known(token))),
        reason: "REL TO names somebody the table does not have",
        way: "write the letters that the table has",
    },
    Rule {
        id: "ISM-ID-00319",
        breached: On::Element(|e| e.rel_to.len() == 1),
        reason: "REL TO names more than one",
        way: "add to whom it may go, or write NOFORN",
    },
    Rule {
        id: "HOUSE-2",
        breached: On::Marking(|marking| marking.display_only.contains(OWNER)),
        reason: "DISPLAY ONLY names those abroad to whom it may be shown, and the owner needs no leave",
        way: "drop USA from its list",
    },
    Rule {
        id: "HOUSE-3",
        breached: On::Marking(|marking| !marking.rel_to.is_disjoint(&marking.display_only)),
        reason: "who is on the list of REL TO may be shown it anyway",
        way: "drop them from DISPLAY ONLY",
    },
];

#[cfg(test)]
mod tests {
    use record::marking::{Level, Marking, Us};

    use super::super::{check, check_element, list};
    use crate::marking::validate;

    #[test]
    fn ism_33_noforn_excludes_rel_to() {
        check("SECRET//NOFORN", &[]);
        check("SECRET//REL TO USA, GBR", &[]);
        check("SECRET//NOFORN/REL TO USA, GBR", &["ISM-ID-00033"]);
    }

    #[test]
    fn ism_169_noforn_relido_and_display_only_exclude_each_other() {
        check("S//REL TO USA, GBR/RELIDO", &[]);
        check("S//REL TO USA, GBR/DISPLAY ONLY AFG", &[]);
        check("S//NF/RELIDO", &["ISM-ID-00169"]);
        check("S//NF/DISPLAY ONLY AFG", &["ISM-ID-00169"]);
        check("S//RELIDO/DISPLAY ONLY AFG", &["ISM-ID-00169"]);
    }

    #[test]
    fn ism_199_and_201_withdrawn_organisations_are_not_named() {
        check("S//REL TO USA, EFOR", &["ISM-ID-00199"]);
        check("S//DISPLAY ONLY MIFH", &["ISM-ID-00201"]);
    }

    #[test]
    fn ism_214_and_319_rel_to_starts_with_usa_and_names_another() {
        check("S//REL TO AUS, GBR", &["ISM-ID-00214"]);
        check("S//REL TO GBR", &["ISM-ID-00214", "ISM-ID-00319"]);
        check("S//REL TO USA", &["ISM-ID-00319"]);
        check("S//REL TO USA, NATO", &[]);
    }

    #[test]
    fn ism_257_and_265_a_list_that_did_not_come_from_text_is_looked_up_too() {
        let list = || ["USA", "XYZ"].map(str::to_owned).into();
        let plain = Marking::plain(Level::Us(Us::Secret));
        assert_eq!(validate(&Marking { rel_to: list(), ..plain.clone() })[0].rule, "ISM-ID-00265");
        assert_eq!(validate(&Marking { display_only: list(), ..plain })[0].rule, "ISM-ID-00257");
    }

    #[test]
    fn house_2_and_3_display_only_names_only_those_who_need_it() {
        check("S//DISPLAY ONLY USA, GBR", &["HOUSE-2"]);
        check("S//REL TO USA, GBR/DISPLAY ONLY GBR", &["HOUSE-3"]);
    }

    #[test]
    fn ism_31_32_168_and_213_a_list_and_its_words_go_together() {
        check("S//REL TO USA, GBR/DISPLAY ONLY AFG", &[]);
        check_element(|e| e.dissem = list(&["REL"]), &["ISM-ID-00031"]);
        check_element(|e| e.rel_to = list(&["USA", "GBR"]), &["ISM-ID-00032"]);
        check_element(|e| e.display_only = list(&["AFG"]), &["ISM-ID-00168"]);
        check_element(|e| e.dissem = list(&["DISPLAYONLY"]), &["ISM-ID-00213"]);
    }
}
