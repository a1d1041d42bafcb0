//! A PDF whose table of objects is broken or was cut off: a mail program changed its line ends, or it was not sent whole.
//! The objects are looked for one by one, and a new table is made of them.

use std::collections::BTreeMap;
use std::fmt::Write;

use pdf_extract::{Document, Object};

/// The most objects that are looked for.
const MOST: usize = 8_000_000;

/// What is found in a damaged PDF; nothing where that is not enough to be read, or cannot be without a key.
pub(super) fn found(bytes: &[u8]) -> Option<Document> {
    let header = find(bytes, b"%PDF-")?;
    let bytes = bytes.get(header..)?;
    if find(bytes, b"/Encrypt").is_some() {
        return None;
    }
    let places = places(bytes);
    let table = table(&places, bytes.len());
    let mut document = Document::load_mem(&[bytes, table.as_bytes()].concat()).ok()?;
    // Of two the later one is newer.
    let last = |wanted: fn(&Object) -> bool| {
        document.objects.iter().rev().find(|(_, object)| wanted(object)).map(|(id, _)| *id)
    };
    let catalogue = last(|object| object.as_dict().is_ok_and(|dictionary| dictionary.has_type(b"Catalog")))?;
    let about = last(|object| matches!(object, Object::Dictionary(dictionary) if dictionary.has(b"Producer")));
    document.trailer.set("Root", Object::Reference(catalogue));
    if let Some(about) = about {
        document.trailer.set("Info", Object::Reference(about));
    }
    Some(document)
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|part| part == words)
}

/// Where each object begins, by its number, with its generation; of two with one number the later one, which is newer.
fn places(bytes: &[u8]) -> BTreeMap<u32, (u16, usize)> {
    const WORD: &[u8] = b"obj";
    let mut found = BTreeMap::new();
    let words = bytes.windows(WORD.len()).enumerate().filter(|(_, part)| *part == WORD);
    for (at, _) in words {
        if found.len() < MOST
            && let Some((number, generation, begins)) = bytes.get(..at).and_then(head)
        {
            found.insert(number, (generation, begins));
        }
    }
    found
}

/// The two numbers that `before` ends with, and where they begin.
fn head(before: &[u8]) -> Option<(u32, u16, usize)> {
    let (rest, generation) = number(before)?;
    let (rest, number) = number(rest)?;
    Some((number, u16::try_from(generation).ok()?, rest.len()))
}

/// The number and the space that `before` ends with, and what stands before them.
fn number(before: &[u8]) -> Option<(&[u8], u32)> {
    let trimmed = before.trim_ascii_end();
    let digits = trimmed.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (rest, digits) = trimmed.split_at_checked(trimmed.len() - digits)?;
    let number = std::str::from_utf8(digits).ok()?.parse().ok()?;
    (trimmed.len() < before.len()).then_some((rest, number))
}

/// A table of the objects at these places, which stands behind `length` bytes.
fn table(places: &BTreeMap<u32, (u16, usize)>, length: usize) -> String {
    let mut table = "\nxref\n0 1\n0000000000 65535 f \n".to_owned();
    for (number, (generation, begins)) in places {
        let _ = write!(table, "{number} 1\n{begins:010} {generation:05} n \n");
    }
    let size = places.last_key_value().map_or(1, |(last, _)| u64::from(*last) + 1);
    let _ = write!(table, "trailer << /Size {size} >>\nstartxref\n{}\n%%EOF", length + 1);
    table
}

#[cfg(test)]
mod tests {
    use super::super::tests::pdf;
    use crate::collect::format::{Draft, Limits};

    fn read(bytes: &[u8]) -> Draft {
        super::super::read(bytes, &Limits::default()).unwrap()
    }

    fn check(damage: &str, bytes: &[u8]) {
        let draft = read(bytes);
        assert_eq!(draft.text, "The port is shut, he said.", "{damage}");
        assert_eq!(draft.notes, ["the PDF is damaged; what could be found in it was read"], "{damage}");
    }

    #[test]
    fn a_pdf_that_lost_its_table_is_read_and_says_so() {
        let whole = pdf(&[(72.0, 700.0, "The port is shut, he said.")]);
        assert!(read(&whole).notes.is_empty());
        let table = whole.windows(5).position(|part| part == b"xref\n").unwrap();
        check("it was cut off in front of its table", &whole[..table]);
        let text = String::from_utf8(whole).unwrap();
        check("its line ends were changed", text.replace('\n', "\r\n").as_bytes());
        check("a line was put in", text.replacen("1 0 obj", "% as sent\n1 0 obj", 1).as_bytes());
        let (before, _) = text.split_once("startxref").unwrap();
        check("its end leads nowhere", format!("{before}startxref\n99999\n%%EOF\n").as_bytes());
    }

    #[test]
    fn of_two_objects_with_one_number_the_later_one_counts() {
        let text = String::from_utf8(pdf(&[(72.0, 700.0, "The port is open.")])).unwrap();
        let (objects, _) = text.split_once("xref\n").unwrap();
        let newer = "BT /F1 10 Tf 1 0 0 1 72 700 Tm (The port is shut, he said.) Tj ET\n";
        let newer = format!("4 0 obj\n<< /Length {} >>\nstream\n{newer}endstream\nendobj\n", newer.len());
        check("it was changed", format!("{objects}{newer}").as_bytes());
    }
}
