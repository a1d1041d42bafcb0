//! What this house asks of a document besides the rules of the tables.

use record::marking::{Level, Marking, Us};
use record::span::Span;

use super::{Document, Finding, Mark};
use crate::marking::rolled::{normal, rendered, rollup_of};

/// Every paragraph of a document that is marked by portions has a mark.
pub(in crate::marking) const UNMARKED: &str = "HOUSE-6";
/// A classified document of the United States is marked by portions.
pub(in crate::marking) const NO_PORTIONS: &str = "HOUSE-7";
/// A banner stands above and below, and all say the same.
pub(in crate::marking) const BANNERS: &str = "HOUSE-8";
/// Portions are on the ladder of their banner, or on one that it can stand above.
pub(in crate::marking) const MIXED: &str = "HOUSE-9";
/// No portion demands more than the banner, also in what the tables say nothing of.
pub(in crate::marking) const BELOW: &str = "HOUSE-10";

/// A mark stands at the beginning of what it marks.
pub(in crate::marking) const WITHIN: &str = "HOUSE-12";

pub(super) fn check(document: &Document, found: &mut Vec<Finding>) {
    unmarked(document, found);
    within(document, found);
    banners(document, found);
    let Some(top) = document.top() else { return };
    if let Some(banner) = top.marking() {
        no_portions(document, top, banner, found);
        let before = found.len();
        mixed(document, banner, found);
        if found.len() == before {
            below(document, top, banner, found);
        }
    }
}

fn finding(rule: &'static str, span: Span, message: &str, way: String, mend: Option<String>) -> Finding {
    Finding { rule, span, message: message.to_owned(), way, mend }
}

fn unmarked(document: &Document, found: &mut Vec<Finding>) {
    if document.portions.is_empty() {
        return;
    }
    let way = "write before it what its own words demand, as in (U) or (S//NF)";
    let message = "a paragraph has no mark in a document that is marked by portions";
    found.extend(document.unmarked.iter().map(|span| finding(UNMARKED, *span, message, way.to_owned(), None)));
}

fn within(document: &Document, found: &mut Vec<Finding>) {
    let way = "start a paragraph with it, or take it out";
    let message = "a mark stands within a paragraph, which has one mark for all of it";
    found.extend(document.within.iter().map(|span| finding(WITHIN, *span, message, way.to_owned(), None)));
}

fn no_portions(document: &Document, top: &Mark, banner: &Marking, found: &mut Vec<Finding>) {
    let classified = matches!(banner.level, Level::Us(level) if level > Us::Unclassified);
    if classified && document.portions.is_empty() && document.content > 0 {
        let way = "write before each paragraph, heading, item and cell what its own words demand".to_owned();
        found.push(finding(NO_PORTIONS, top.span, "a classified document has no portion marks", way, None));
    }
}

fn banners(document: &Document, found: &mut Vec<Finding>) {
    let rolled_up = document.rolled_up();
    let Some((top, before)) = document.banners.first() else {
        // Where portions are marked, the tables say it (ISM-ID-00103) if they have their ladder.
        if document.content > 0 && !document.is_in_tables() {
            let way = "write one above the first line and below the last".to_owned();
            found.push(finding(BANNERS, Span::new(0, 0), "the document has no banner", way, rolled_up));
        }
        return;
    };
    if document.content == 0 {
        return;
    }
    if *before > 0 {
        let way = "write it above the first line too".to_owned();
        found.push(finding(BANNERS, top.span, "no banner stands above the document", way, None));
    }
    if document.banners.last().is_none_or(|(_, before)| *before < document.content) {
        let way = "write it below the last line too".to_owned();
        found.push(finding(BANNERS, top.span, "no banner stands below the document", way, None));
    }
    for (other, _) in document.banners.iter().skip(1) {
        let same = other.element() == top.element() && other.marking() == top.marking();
        if !same {
            let mend = top.marking().map(crate::marking::banner);
            let way = "write the same banner everywhere".to_owned();
            found.push(finding(BANNERS, other.span, "a banner says other than the first", way, mend));
        }
    }
}

/// Whether a portion may stand under a banner.
fn fits(banner: &Marking, portion: &Marking) -> bool {
    if banner.is_us() {
        return matches!(portion.level, Level::Us(_) | Level::Foreign(_) | Level::Nato(_));
    }
    match (banner.level, portion.level) {
        (Level::Nato(_), Level::Nato(_)) | (Level::Tlp(_), Level::Tlp(_)) => true,
        (Level::Foreign(_), Level::Foreign(_)) => banner.owners == portion.owners,
        (Level::Plain(_), Level::Plain(_)) => {
            let ladder = |marking: &Marking| marking.rung.as_ref().map(|rung| rung.ladder.clone());
            ladder(banner) == ladder(portion)
        }
        _ => false,
    }
}

fn mixed(document: &Document, banner: &Marking, found: &mut Vec<Finding>) {
    for mark in document.portions() {
        if mark.marking().is_some_and(|portion| !fits(banner, portion)) {
            let message = "a portion is on another ladder than the banner, which cannot stand above it";
            let way = "keep what is marked on several ladders in several documents";
            found.push(finding(MIXED, mark.span, message, way.to_owned(), None));
        }
    }
}

fn below(document: &Document, top: &Mark, banner: &Marking, found: &mut Vec<Finding>) {
    let portions: Vec<&Marking> = document.portions().filter_map(Mark::marking).collect();
    if portions.is_empty() {
        return;
    }
    let said = found.iter().any(|other| other.rule.starts_with("ISM") && other.span == top.span);
    let enough = if matches!(banner.level, Level::Foreign(_)) {
        portions.iter().all(|portion| portion.level <= banner.level)
    } else {
        let all = rollup_of(portions.into_iter().chain([banner]));
        // As they are written: a control system is not written beside a compartment of it.
        let written = |marking: &Marking| crate::marking::banner(&normal(marking));
        rendered(&all).iter().map(written).collect::<Vec<_>>() == [written(banner)]
    };
    if !enough && !said {
        let mend = document.rolled_up();
        let way = mend.as_ref().map_or_else(|| "raise the banner".to_owned(), |mend| format!("write {mend}"));
        found.push(finding(BELOW, top.span, "the banner demands less than the portions under it", way, mend));
    }
}
