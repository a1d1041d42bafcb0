//! Office documents (DOCX): paragraphs, lists and tables of the main part, without what was struck out, and the
//! properties of the document.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{Cursor, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::Event;
use record::span::Span;
use zip::ZipArchive;

use super::archive::broken;
use super::passage::{At, Composed};
use super::refused::Why;
use super::unpack::{Bounded, Unpacked};
use super::{Draft, Limits, Marked, encoding, html};

const BODY: &str = "word/document.xml";
/// The parts of notes, which stand behind the text.
const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];
const CONTENTS: &str = "[Content_Types].xml";
const PROPERTIES: &str = "docProps/core.xml";

/// Whether a ZIP archive is such a document.
///
/// # Errors
/// Where it is another office document, or no archive at all.
pub(crate) fn is_docx(bytes: &[u8]) -> Result<bool, Why> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if body(&archive).is_some() {
        return Ok(true);
    }
    for (part, what) in [
        ("xl/workbook.xml", "a spreadsheet (XLSX)"),
        ("ppt/presentation.xml", "a presentation (PPTX)"),
        ("META-INF/container.xml", "a book (EPUB)"),
        ("META-INF/manifest.xml", "an OpenDocument file"),
        ("META-INF/MANIFEST.MF", "a program"),
    ] {
        if has(part) {
            return Err(Why::binary(what));
        }
    }
    if has(CONTENTS) {
        return Err(Why::broken("an office document", format!("its main part, {BODY}, is missing")));
    }
    Ok(false)
}

/// The name of the main part. Some programs number it.
fn body(archive: &ZipArchive<Cursor<&[u8]>>) -> Option<String> {
    let is_body = |name: &str| {
        let number = name.strip_prefix("word/document").and_then(|rest| rest.strip_suffix(".xml"));
        number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
    };
    archive.file_names().flatten().find(|name| is_body(name)).map(Cow::into_owned)
}

/// Reads such a document.
///
/// # Errors
/// Where it is broken, or holds no words.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Draft, Why> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let name = body(&archive).unwrap_or_else(|| BODY.to_owned());
    let body = part(&mut archive, &name, limits)?;
    let mut draft = Draft::default();
    if archive.index_for_name(PROPERTIES).is_some() {
        properties(&part(&mut archive, PROPERTIES, limits)?, &mut draft);
    }
    let mut made = Composed::default();
    paragraphs(&mut made, &body, &name)?;
    for notes in NOTES {
        if archive.index_for_name(notes).is_some() {
            let notes_of = part(&mut archive, notes, limits)?;
            made.paragraph();
            paragraphs(&mut made, &notes_of, notes)?;
        }
    }
    made.trim_end();
    // Where the banner of a page stands.
    for edge in edges(&archive) {
        let xml = part(&mut archive, &edge, limits)?;
        let mut words = Composed::default();
        paragraphs(&mut words, &xml, &edge)?;
        draft.marked = std::mem::take(&mut draft.marked).join(&Marked::written(&words.text, None));
    }
    if !made.text.chars().any(char::is_alphanumeric) {
        return Err(Why::Wordless { what: "an office document without text".to_owned() });
    }
    draft.text = made.text;
    draft.passages = made.map;
    Ok(draft)
}

/// The parts that stand above and below every page.
fn edges(archive: &ZipArchive<Cursor<&[u8]>>) -> Vec<String> {
    const MOST: usize = 20;
    let is_edge = |name: &str| {
        name.strip_suffix(".xml").is_some_and(|name| name.starts_with("word/header") || name.starts_with("word/footer"))
    };
    archive.file_names().flatten().filter(|name| is_edge(name)).map(Cow::into_owned).take(MOST).collect()
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str, limits: &Limits) -> Result<String, Why> {
    let file = archive.by_name(name).map_err(|error| broken(&error))?;
    let packed = Rc::new(Cell::new(file.compressed_size()));
    let mut bytes = Vec::new();
    let mut bounded = Bounded::new(file, packed, limits, &Unpacked::new(limits.document));
    bounded.read_to_end(&mut bytes).map_err(|error| Why::system(&error))?;
    encoding::decode(&bytes, Some("UTF-8")).map(|decoded| decoded.text.into_owned())
}

/// Adds the paragraphs of a part.
fn paragraphs(made: &mut Composed, xml: &str, name: &str) -> Result<(), Why> {
    let number = made.part(name);
    let mut reader = Reader::from_str(xml);
    // What is read, and what is passed over: how many elements that hold no words of the document are open.
    let (mut in_text, mut outside) = (false, 0usize);
    let fault = |error: quick_xml::Error| Why::broken("an office document", error);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(fault)?;
        let place = || At::Part { part: number, bytes: Some(Span::new(start, reader.buffer_position() as usize)) };
        match event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                // Other ways to show the same thing, and text that was struck out.
                "Fallback" | "del" | "moveFrom" | "instrText" | "pPr" | "rPr" => outside += 1,
                "t" => in_text = outside == 0,
                "tc" if !made.text.is_empty() && !made.text.ends_with('\n') => made.gap("\t"),
                "tr" => made.line(),
                "tbl" => made.paragraph(),
                _ => {}
            },
            Event::Empty(tag) if outside == 0 => match tag.local_name().as_ref() {
                "tab" => made.push("\t", place()),
                "br" | "cr" => made.line(),
                "noBreakHyphen" => made.push("-", place()),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "Fallback" | "del" | "moveFrom" | "instrText" | "pPr" | "rPr" => outside = outside.saturating_sub(1),
                "t" => in_text = false,
                "p" | "tbl" => made.paragraph(),
                _ => {}
            },
            Event::Text(text) if in_text => {
                made.push(&text, place());
            }
            Event::GeneralRef(name) if in_text => {
                made.push(&html::entity::resolve(&format!("&{};", &*name)), place());
            }
            Event::CData(data) if in_text => made.push(&data, place()),
            Event::Eof => break,
            _ => {}
        }
    }
    made.trim_end();
    Ok(())
}

fn properties(xml: &str, draft: &mut Draft) {
    let mut reader = Reader::from_str(xml);
    let mut name = String::new();
    let mut words = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => {
                name = tag.local_name().as_ref().to_owned();
                words.clear();
            }
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(entity) => {
                words.push_str(&html::entity::resolve(&format!("&{};", &*entity)));
            }
            Event::End(_) => {
                let words = words.trim();
                let value = || Some(words.to_owned()).filter(|words| !words.is_empty());
                match name.as_str() {
                    "title" => draft.title = value(),
                    "creator" => draft.author = value(),
                    "language" => draft.language = html::language(words),
                    // When a file was made need not be when it was published.
                    "created" => draft.notes.extend(made(words)),
                    _ => {}
                }
                name.clear();
            }
            Event::Eof => return,
            _ => {}
        }
    }
}

/// What is said of the date on which a file was made.
fn made(words: &str) -> Option<String> {
    let day = super::date::civil(words)?;
    Some(format!("the document was made on {day}; if that is the date of its text, state it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:t>port &amp; quay</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Tons</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>End.</w:t><w:br/><w:t>It is.</w:t></w:r></w:p></w:body></w:document>"#;

    #[test]
    fn paragraphs_come_without_what_was_struck_out() {
        let mut made = Composed::default();
        paragraphs(&mut made, XML, BODY).unwrap();
        assert_eq!(made.text, "The port & quay\n\nTons\n\nEnd.\nIt is.");
        let start = made.text.find("quay").unwrap();
        let At::Part { bytes: Some(span), .. } = &made.map.locate(Span::new(start, start + 4))[0] else { panic!() };
        assert_eq!(&XML[span.start..span.end], "quay");
    }

    #[test]
    fn xml_that_breaks_off_is_named() {
        assert!(
            paragraphs(&mut Composed::default(), "<w:p><w:t>x</w:p>", BODY)
                .unwrap_err()
                .to_string()
                .starts_with("it cannot be read as an office document: ")
        );
    }
}
