//! Articles in a table, one a row, its columns named in the first line by the fields they hold.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

use ::csv::{ByteRecord, ReaderBuilder};

use super::article::{self, Record};
use super::intake::{Halt, Intake, Place};
use super::refused::Why;
use super::{Format, encoding};

/// What may stand between columns.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Whether a text begins with the names of columns of articles.
pub(crate) fn is_table(start: &[u8]) -> bool {
    let Some(end) = start.iter().position(|byte| *byte == b'\n') else { return false };
    let head = String::from_utf8_lossy(start.get(..end).unwrap_or_default());
    let delimiter = delimiter(start);
    let names: Vec<&str> = head.trim().split(delimiter as char).map(|name| name.trim_matches(['"', ' '])).collect();
    let known = |name: &&&str| article::field(name).is_some();
    let text = names.iter().any(|name| matches!(article::field(name), Some(("text" | "html", _))));
    // A sentence has such words too, among others.
    names.len() >= 2
        && text
        && names.iter().filter(known).count() >= 2
        && names.iter().all(|name| name.split_whitespace().count() <= 3)
}

/// The delimiter that the first line has most of.
fn delimiter(start: &[u8]) -> u8 {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

/// Keeps the bytes that a reader took until they are asked for: a row is kept as it stood.
struct Kept<'s> {
    source: &'s mut dyn Read,
    bytes: Rc<RefCell<Vec<u8>>>,
}

impl Read for Kept<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.bytes.borrow_mut().extend_from_slice(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// Reads a table row by row.
pub(crate) fn read(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let mut start = Vec::new();
    source.take(16 << 10).read_to_end(&mut start)?;
    let delimiter = delimiter(&start);
    let mark = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    start.drain(..mark);
    let mut source = io::Cursor::new(start).chain(source);
    let bytes = Rc::new(RefCell::new(Vec::new()));
    let kept = Kept { source: &mut source, bytes: Rc::clone(&bytes) };
    let mut rows = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(kept);
    // Where the bytes that are kept begin.
    let mut base = 0u64;
    let mut take = |end: u64| -> Vec<u8> {
        let mut bytes = bytes.borrow_mut();
        let length = usize::try_from(end - base).unwrap_or(usize::MAX).min(bytes.len());
        base = end;
        bytes.drain(..length).collect()
    };
    let mut row = ByteRecord::new();
    let broken = |error: ::csv::Error| match error.into_kind() {
        ::csv::ErrorKind::Io(error) => Why::system(&error),
        kind => Why::broken("CSV", format!("{kind:?}")),
    };
    rows.read_byte_record(&mut row).map_err(broken)?;
    let head = take(rows.position().byte());
    let names: Vec<String> = row.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
    if !names.iter().any(|name| matches!(article::field(name), Some(("text" | "html", _)))) {
        let reason = "its first line names no column with a text: text, body, content, html";
        return Err(Why::broken("CSV of articles", reason).into());
    }
    let mut number = 0u64;
    while rows.read_byte_record(&mut row).map_err(broken)? {
        number += 1;
        let own = take(rows.position().byte());
        if own.len() as u64 > intake.limits.document {
            return Err(Why::Large { what: "one row", limit: intake.limits.document }.into());
        }
        let mut record = Record::default();
        let mut unreadable = None;
        for (name, value) in names.iter().zip(row.iter()) {
            match encoding::decode(value, None) {
                Ok(decoded) => record.offer(name, &decoded.text),
                Err(why) => unreadable = Some(why),
            }
        }
        let numbered = number.to_string();
        let name = format!("{}#{}", place.name, record.id().unwrap_or(&numbered));
        match unreadable.map_or_else(|| record.article("a row of articles"), Err) {
            // With its head a row is a table that can be read again.
            Ok(draft) => intake.document(draft, name, [head.as_slice(), &own].concat(), Format::Csv)?,
            Err(why) => intake.refuse(&name, why)?,
        }
    }
    if number == 0 {
        return Err(Why::Wordless { what: "a table without rows".to_owned() }.into());
    }
    Ok(())
}
