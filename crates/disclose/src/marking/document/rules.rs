//! The rules on portions against their banner. One entry is one rule of the tables, and its cases are in `cases`.

mod carried;
mod notices;
mod release;
mod whole;

use super::sheet::{At, Sheet};
use crate::marking::Element;

/// A rule on a document.
pub(super) struct Rule {
    /// Its number.
    pub(super) id: &'static str,
    /// Where it is broken; only asked where the banner is there, which is given apart.
    pub(super) broken: fn(&Sheet, &Element) -> Option<At>,
    /// Whether it holds for documents of other owners than the United States too.
    pub(super) everywhere: bool,
    /// What it says.
    pub(super) reason: &'static str,
    /// The way out.
    pub(super) way: &'static str,
}

/// A rule that is broken, in words.
pub(super) struct Broken {
    pub(super) rule: &'static str,
    pub(super) at: At,
    pub(super) reason: String,
    pub(super) way: String,
    /// Whether the banner that the portions roll up to mends it.
    pub(super) by_banner: bool,
}

/// The numbers of all rules on documents.
#[cfg(test)]
pub(in crate::marking) fn ids() -> impl Iterator<Item = &'static str> {
    let written = [whole::RULES, release::RULES].into_iter().flatten().map(|rule| rule.id);
    written.chain(carried::ids()).chain(notices::ids()).chain(["ISM-ID-00103", "ISM-ID-00256"])
}

/// Every rule that a document breaks as a whole.
pub(super) fn broken(sheet: &Sheet) -> Vec<Broken> {
    let mut found = Vec::new();
    let Some(banner) = &sheet.banner else {
        if !sheet.parts.is_empty() {
            found.push(Broken {
                rule: "ISM-ID-00103",
                at: At::Banner,
                reason: "the document has no banner".to_owned(),
                way: "write what its portions roll up to above the first line and below the last".to_owned(),
                by_banner: true,
            });
        }
        return found;
    };
    for rule in [whole::RULES, release::RULES].into_iter().flatten() {
        if let Some(at) = (rule.everywhere || sheet.is_us()).then(|| (rule.broken)(sheet, banner)).flatten() {
            let (reason, way) = (rule.reason.to_owned(), rule.way.to_owned());
            found.push(Broken { rule: rule.id, at, reason, way, by_banner: !matches!(at, At::Authority) });
        }
    }
    if sheet.unknown_exemption.is_some() {
        found.push(Broken {
            rule: "ISM-ID-00256",
            at: At::Authority,
            reason: "what stands on the line Declassify On is no exemption of the table, or no day of the calendar"
                .to_owned(),
            way: "write one from 25X1 to 25X9, 50X1-HUM or 50X2-WMD, or a day as in 20490228".to_owned(),
            by_banner: false,
        });
    }
    if sheet.is_us() {
        carried::broken(sheet, banner, &mut found);
        notices::broken(sheet, banner, &mut found);
    }
    found
}
