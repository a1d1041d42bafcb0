//! That everything a marking names is in its table, still in use, and named once.

use record::marking::CONCEALED;

use super::super::countries::{is_known, is_source, is_withdrawn};
use super::super::element::{Element, has};
use super::super::programmes;
use super::super::spelling::{NATO_CONTROLS, non_ic_index};
use super::order::dissem_index;
use super::{On, Rule, is_none_of};

fn lists(element: &Element) -> [&[String]; 12] {
    [
        &element.owner,
        &element.sci,
        &element.sar,
        &element.aea,
        &element.dissem,
        &element.fgi_open,
        &element.fgi_protected,
        &element.rel_to,
        &element.display_only,
        &element.non_ic,
        &element.non_us,
        &element.notice,
    ]
}

fn has_twice(list: &[String]) -> bool {
    let mut sorted: Vec<&str> = list.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.iter().zip(sorted.iter().skip(1)).any(|(a, b)| a == b)
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ISM-ID-00040",
        breached: On::Element(|e| has(&e.owner, "USA") && is_none_of(e, &["U", "C", "S", "TS"])),
        reason: "the United States have no such classification",
        way: "write UNCLASSIFIED, CONFIDENTIAL, SECRET or TOP SECRET",
    },
    Rule {
        id: "ISM-ID-00180",
        breached: On::Element(|e| has(&e.dissem, "EYES")),
        reason: "EYES ONLY was withdrawn on 2014-09-11",
        way: "write REL TO with the same list",
    },
    Rule {
        id: "ISM-ID-00189",
        breached: On::Element(|e| e.fgi_open.iter().any(|token| is_withdrawn(token))),
        reason: "FGI names an organisation that was withdrawn from the table in 2012",
        way: "name the governments that are meant",
    },
    Rule {
        id: "ISM-ID-00191",
        breached: On::Element(|e| e.fgi_protected.iter().any(|token| is_withdrawn(token))),
        reason: "a protected source is an organisation that was withdrawn from the table in 2012",
        way: "write FGI alone",
    },
    Rule {
        id: "ISM-ID-00197",
        breached: On::Element(|e| e.owner.iter().any(|token| is_withdrawn(token))),
        reason: "the owner is an organisation that was withdrawn from the table in 2012",
        way: "name the governments that are meant",
    },
    Rule {
        id: "ISM-ID-00236",
        breached: On::Element(|e| lists(e).into_iter().any(has_twice)),
        reason: "something stands twice in one list",
        way: "write it once",
    },
    Rule {
        id: "ISM-ID-00254",
        breached: On::Element(|e| is_none_of(e, &["U", "R", "C", "S", "TS"])),
        reason: "there is no such classification",
        way: "write one that is in the table",
    },
    Rule {
        id: "ISM-ID-00258",
        breached: On::Element(|e| e.dissem.iter().any(|token| dissem_index(token).is_none())),
        reason: "a dissemination control is not in the table",
        way: "write one that is",
    },
    Rule {
        id: "ISM-ID-00259",
        breached: On::Element(|e| e.fgi_open.iter().any(|token| !is_source(token))),
        reason: "FGI names a source that the table does not have",
        way: "write the letters that the table has",
    },
    Rule {
        id: "ISM-ID-00260",
        breached: On::Element(|e| e.fgi_protected.iter().any(|token| token != CONCEALED && !is_source(token))),
        reason: "a protected source is not in the table",
        way: "write FGI alone",
    },
    Rule {
        id: "ISM-ID-00261",
        breached: On::Element(|e| e.non_ic.iter().any(|token| non_ic_index(token).is_none())),
        reason: "a mark of another department is not in the table",
        way: "write one that is",
    },
    Rule {
        id: "ISM-ID-00262",
        breached: On::Element(|e| e.non_us.iter().any(|token| !NATO_CONTROLS.contains(&token.as_str()))),
        reason: "a control of NATO is not in the table",
        way: "write one that is",
    },
    Rule {
        id: "ISM-ID-00263",
        breached: On::Element(|e| e.owner.iter().any(|token| token != CONCEALED && !is_known(token))),
        reason: "an owner is not in the table",
        way: "write the letters that the table has",
    },
    Rule {
        id: "ISM-ID-00266",
        breached: On::Element(|e| e.sar.iter().any(|token| programmes::index(token).is_none())),
        reason: "a special access programme has not the shape of one",
        way: "write it as in SAR-BP-J12 K7",
    },
];

#[cfg(test)]
mod tests {
    use super::super::{check, check_element, list};

    #[test]
    fn ism_40_and_254_a_classification_is_one_of_the_owners() {
        check("(//GBR R)", &[]);
        check_element(|e| e.classification = "R".into(), &["ISM-ID-00040"]);
        check_element(|e| e.classification = "X".into(), &["ISM-ID-00040", "ISM-ID-00254"]);
    }

    #[test]
    fn ism_180_189_191_and_197_what_was_withdrawn_is_not_used() {
        check("S//FGI KFOR//NF", &[]);
        check("S//FGI EFOR//NF", &["ISM-ID-00189"]);
        check("//MIFH SECRET", &["ISM-ID-00189", "ISM-ID-00197"]);
        check_element(|e| e.fgi_protected = list(&["EUDA"]), &["ISM-ID-00191"]);
        check_element(|e| e.dissem = list(&["EYES"]), &["ISM-ID-00031", "ISM-ID-00180"]);
    }

    #[test]
    fn ism_236_nothing_stands_twice() {
        // What excludes another excludes itself too.
        check_element(|e| e.dissem = list(&["NF", "NF"]), &["ISM-ID-00033", "ISM-ID-00169", "ISM-ID-00236"]);
        check_element(|e| e.owner = list(&["USA", "USA"]), &["ISM-ID-00236"]);
    }

    #[test]
    fn ism_258_to_263_and_266_what_is_named_is_in_its_table() {
        check("S//SAR-BP-J12 K7/CD//FGI GBR//NF//SSI/ACCM-BLUE LINE/NNPI", &[]);
        check_element(|e| e.dissem = list(&["XX"]), &["ISM-ID-00258"]);
        check_element(|e| e.fgi_open = list(&["XYZ"]), &["ISM-ID-00259"]);
        check_element(|e| e.fgi_protected = list(&["XYZ"]), &["ISM-ID-00260"]);
        check_element(|e| e.non_ic = list(&["XX"]), &["ISM-ID-00261"]);
        check_element(
            |e| {
                e.owner = list(&["NATO"]);
                e.non_us = list(&["XX"]);
            },
            &["ISM-ID-00262"],
        );
        check_element(|e| e.owner = list(&["XYZ"]), &["ISM-ID-00263"]);
        check_element(|e| e.sar = list(&["b p"]), &["ISM-ID-00266"]);
    }
}
