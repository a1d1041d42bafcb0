//! Marks that ask for a notice, and notices that ask for the mark.

use super::Broken;
use crate::marking::document::sheet::{At, Sheet};
use crate::marking::element::{Element, has};

/// A list of an element.
type Of = fn(&Element) -> &[String];

/// The number of the rule that asks for the notice and of the one that asks for the mark, the list and the token of the
/// mark, the kind of the notice, and its name in words.
type Row = (&'static str, &'static str, Of, &'static str, &'static str, &'static str);

const ROWS: [Row; 8] = [
    ("ISM-ID-00127", "ISM-ID-00135", |element| &element.aea, "RD", "RD", "RESTRICTED DATA"),
    ("ISM-ID-00128", "ISM-ID-00136", |element| &element.aea, "FRD", "FRD", "FORMERLY RESTRICTED DATA"),
    ("ISM-ID-00129", "ISM-ID-00137", |element| &element.dissem, "IMC", "IMC", "IMCON"),
    ("ISM-ID-00130", "ISM-ID-00139", |element| &element.dissem, "FISA", "FISA", "FISA"),
    ("ISM-ID-00134", "ISM-ID-00138", |element| &element.non_ic, "DS", "DS", "LIMDIS"),
    ("ISM-ID-00150", "ISM-ID-00151", |element| &element.non_ic, "LES", "LES", "LES"),
    ("ISM-ID-00152", "ISM-ID-00153", |element| &element.non_ic, "LES-NF", "LES-NF", "LES NOFORN"),
    ("ISM-ID-00244", "ISM-ID-00245", |element| &element.aea, "RD-CNWDI", "CNWDI", "CNWDI"),
];

/// The rule that looks at portions alone: LES stands in a banner where a portion has LES NOFORN.
const OF_PORTIONS: &str = "ISM-ID-00150";

#[cfg(test)]
pub(super) fn ids() -> impl Iterator<Item = &'static str> {
    ROWS.iter().flat_map(|row| [row.0, row.1])
}

pub(super) fn broken(sheet: &Sheet, banner: &Element, found: &mut Vec<Broken>) {
    for (data, notice, of, token, kind, name) in ROWS {
        let by_part = sheet.first(|part| has(of(part), token));
        let asked = by_part.or_else(|| (data != OF_PORTIONS && has(of(banner), token)).then_some(At::Banner));
        let given = sheet.first(|part| has(&part.notice, kind));
        if let Some(at) = asked.filter(|_| given.is_none()) {
            let reason = format!("material under {name} has its notice in the document");
            let way = format!("add a paragraph that begins with {name} NOTICE:");
            found.push(Broken { rule: data, at, reason, way, by_banner: false });
        }
        if let Some(at) = given.filter(|_| by_part.is_none()) {
            let reason = format!("the document has a notice for {name} and no portion that is under it");
            found.push(Broken {
                rule: notice,
                at,
                reason,
                way: "drop the notice, or mark the portion".into(),
                by_banner: false,
            });
        }
    }
}
