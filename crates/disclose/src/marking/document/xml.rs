//! A document in the exchange format of the tables, so that others can judge it by the official rules.
//!
//! What is written is what the document says, right or wrong. Text becomes text: no sign of it can become markup, and
//! what XML cannot hold is left out.

use record::marking::Authority;
use record::marking::authority::Day;
use record::span::Span;

use super::{Document, Options, Sheet};
use crate::marking::Element;

/// Writes a document with its text in the exchange format, as of the day that it was made.
pub fn xml(document: &Document, text: &str, options: &Options, made: Day) -> String {
    let sheet = document.sheet(options);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document xmlns:ism=\"urn:us:gov:ic:ism\"");
    match &sheet.banner {
        Some(banner) => {
            attributes(&mut out, banner);
            block(&mut out, &sheet);
            attribute(&mut out, "resourceElement", "true");
            attribute(&mut out, "createDate", &made.to_string());
            if let Some(reason) = &sheet.authority.compilation {
                attribute(&mut out, "compilationReason", reason);
            }
            if sheet.is_released {
                attribute(&mut out, "noticeType", "DoD-Dist-A");
            }
            attribute(&mut out, "DESVersion", "10");
            if sheet.is_ic_document {
                attribute(&mut out, "compliesWith", "ICDocument");
            }
        }
        None => attribute(&mut out, "DESVersion", "10"),
    }
    out.push_str(">\n");
    for (mark, whole) in document.portions.iter().filter(|(mark, _)| mark.is_in_tables()) {
        out.push_str("  <portion");
        attributes(&mut out, mark.element());
        out.push('>');
        // The mark stands at the beginning or at the end of its block.
        for piece in [Span::new(whole.start, mark.span.start), Span::new(mark.span.end, whole.end)] {
            escape(&mut out, piece.of(text).trim());
        }
        out.push_str("</portion>\n");
    }
    if document.shown_notices().next().is_some() {
        out.push_str("  <ism:NoticeList>\n");
        for notice in document.shown_notices() {
            out.push_str("    <ism:Notice");
            attributes(&mut out, &super::notice_element(notice.kind));
            out.push_str("><ism:NoticeText>");
            escape(&mut out, notice.span.of(text).trim());
            out.push_str("</ism:NoticeText></ism:Notice>\n");
        }
        out.push_str("  </ism:NoticeList>\n");
    }
    out.push_str("</document>\n");
    out
}

/// The attributes of a portion or banner, in the order of the table of attributes.
fn attributes(out: &mut String, element: &Element) {
    attribute(out, "classification", &element.classification);
    for (name, list) in [
        ("ownerProducer", &element.owner),
        ("SCIcontrols", &element.sci),
        ("SARIdentifier", &element.sar),
        ("atomicEnergyMarkings", &element.aea),
        ("disseminationControls", &element.dissem),
        ("FGIsourceOpen", &element.fgi_open),
        ("FGIsourceProtected", &element.fgi_protected),
        ("releasableTo", &element.rel_to),
        ("displayOnlyTo", &element.display_only),
        ("nonICmarkings", &element.non_ic),
        ("nonUSControls", &element.non_us),
        ("noticeType", &element.notice),
    ] {
        attribute(out, name, &list.join(" "));
    }
}

/// The attributes of the authority block.
fn block(out: &mut String, sheet: &Sheet) {
    let Authority { classified_by, reason, derived_from, declassify_on, declassify_event, exemption, .. } =
        &sheet.authority;
    let by = if sheet.authority.is_derivative() { "derivativelyClassifiedBy" } else { "classifiedBy" };
    let exemption = exemption.map(|exemption| exemption.key().to_owned()).or_else(|| sheet.unknown_exemption.clone());
    for (name, said) in [
        (by, classified_by),
        ("classificationReason", reason),
        ("derivedFrom", derived_from),
        ("declassDate", &declassify_on.map(|day| day.to_string())),
        ("declassEvent", declassify_event),
        ("declassException", &exemption),
    ] {
        attribute(out, name, said.as_deref().unwrap_or_default());
    }
}

fn attribute(out: &mut String, name: &str, said: &str) {
    if !said.is_empty() {
        out.push_str(" ism:");
        out.push_str(name);
        out.push_str("=\"");
        escape(out, said);
        out.push('"');
    }
}

fn escape(out: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(sign),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            sign => out.push(sign),
        }
    }
}
