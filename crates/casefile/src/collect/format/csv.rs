//! Articles in a table, one a row, its columns named in the first line by the fields they hold.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

use ::csv::{ByteRecord, ReaderBuilder};

use super::article::{self, Named, Record};
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

/// The delimiter that a line in front of the table states for a spreadsheet (`sep=;`), and the length of that line.
fn said(start: &[u8]) -> Option<(u8, usize)> {
    let end = start.iter().position(|byte| *byte == b'\n')?;
    let line = start.get(..end)?.trim_ascii_end();
    let &[delimiter] = line.strip_prefix(b"sep=")? else { return None };
    DELIMITERS.contains(&delimiter).then_some((delimiter, end + 1))
}

/// How many bytes of a table are asked for at a time.
const BUFFER: usize = 8 << 10;
/// The most delimiters in one row: each may begin a cell, which takes more memory than its bytes.
const CELLS: usize = 4_000_000;

/// The bytes that were taken and belong to the row that is being read, and a little more.
#[derive(Debug, Default)]
struct Begun {
    bytes: Vec<u8>,
    delimiters: usize,
}

/// Keeps the bytes that a reader took until they are asked for: a row is kept as it stood. One that does not end is not
/// waited for.
struct Kept<'s> {
    source: &'s mut dyn Read,
    begun: Rc<RefCell<Begun>>,
    delimiter: u8,
    limit: u64,
}

fn count(bytes: &[u8], delimiter: u8) -> usize {
    bytes.iter().filter(|byte| **byte == delimiter).count()
}

impl Read for Kept<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        let mut begun = self.begun.borrow_mut();
        let bytes = buffer.get(..read).unwrap_or_default();
        begun.bytes.extend_from_slice(bytes);
        begun.delimiters += count(bytes, self.delimiter);
        if begun.bytes.len() as u64 > self.limit.saturating_add(BUFFER as u64) {
            return Err(Why::Large { what: "one row", limit: self.limit }.into());
        }
        if begun.delimiters > CELLS + BUFFER {
            return Err(Why::broken(
                "CSV",
                format!("a row has more than {CELLS} cells, or a quote that is not closed"),
            )
            .into());
        }
        Ok(read)
    }
}

/// How the quotes of a row come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// As they should.
    Closed,
    /// One ends inside a cell that has several lines, so that it may be the beginning of another.
    Astray,
    /// The last one does not end, with so many lines behind its own.
    Open(usize),
}

/// Follows the quotes of a row as its reader does, which takes whatever comes.
fn quotes(row: &[u8], delimiter: u8) -> Quotes {
    #[derive(Clone, Copy, PartialEq)]
    enum At {
        Start,
        Plain,
        Quoted,
        Quote,
    }
    let (mut at, mut lines, mut astray) = (At::Start, 0, false);
    for &byte in row {
        let ends = byte == delimiter || byte == b'\n' || byte == b'\r';
        at = match at {
            At::Start if byte == b'"' => {
                lines = 0;
                At::Quoted
            }
            At::Quote if byte == b'"' => At::Quoted,
            At::Quoted if byte == b'"' => At::Quote,
            At::Quoted => {
                lines += usize::from(byte == b'\n');
                At::Quoted
            }
            _ if ends => At::Start,
            At::Quote => {
                astray |= lines > 0;
                At::Plain
            }
            At::Start | At::Plain => At::Plain,
        };
    }
    match at {
        // The end of the last line begins no other.
        At::Quoted => Quotes::Open(lines - usize::from(row.ends_with(b"\n"))),
        _ if astray => Quotes::Astray,
        _ => Quotes::Closed,
    }
}

/// Reads a table row by row.
pub(crate) fn read(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let limit = intake.limits.record;
    let mut start = Vec::new();
    source.take(16 << 10).read_to_end(&mut start)?;
    let mark = if start.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    start.drain(..mark);
    let delimiter = match said(&start) {
        Some((delimiter, length)) => {
            start.drain(..length);
            delimiter
        }
        None => delimiter(&start),
    };
    let mut source = io::Cursor::new(start).chain(source);
    let begun = Rc::new(RefCell::new(Begun::default()));
    let kept = Kept { source: &mut source, begun: Rc::clone(&begun), delimiter, limit };
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(BUFFER)
        .from_reader(kept);
    // Where the bytes that are kept begin.
    let mut base = 0u64;
    let mut take = |end: u64| -> Vec<u8> {
        let mut begun = begun.borrow_mut();
        let length = usize::try_from(end - base).unwrap_or(usize::MAX).min(begun.bytes.len());
        base = end;
        let own: Vec<u8> = begun.bytes.drain(..length).collect();
        begun.delimiters = begun.delimiters.saturating_sub(count(&own, delimiter));
        own
    };
    let mut row = ByteRecord::new();
    let broken = |error: ::csv::Error| match error.into_kind() {
        ::csv::ErrorKind::Io(error) => Why::system(&error),
        kind => Why::broken("CSV", format!("{kind:?}")),
    };
    rows.read_byte_record(&mut row).map_err(broken)?;
    let head = take(rows.position().byte());
    if let Quotes::Open(_) = quotes(&head, delimiter) {
        return Err(Why::broken("CSV", "its first line opens a quote that is never closed").into());
    }
    let names: Vec<String> = row.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
    if !names.iter().any(|name| matches!(article::field(name), Some(("text" | "html", _)))) {
        let reason = "its first line names no column with a text: text, body, content, html";
        return Err(Why::Textless { format: "CSV of articles", reason }.into());
    }
    let mut number = 0u64;
    let mut open = None;
    loop {
        match rows.read_byte_record(&mut row).map_err(broken) {
            Ok(true) => number += 1,
            Ok(false) => break,
            // One that does not end takes all that follows with it.
            Err(why @ (Why::Large { what: "one row", .. } | Why::Broken { format: "CSV", .. })) => {
                return intake.refuse(&Named::by_number(place.name, number + 1).name, why);
            }
            Err(why) => return Err(why.into()),
        }
        let own = take(rows.position().byte());
        let mut record = Record::default();
        let mut unreadable = (own.len() as u64 > limit).then_some(Why::Large { what: "one row", limit });
        let told = encoding::told(&own);
        for (name, value) in names.iter().zip(row.iter()) {
            match encoding::decode(value, told) {
                Ok(decoded) => record.offer(name, &decoded.text),
                Err(why) => unreadable = unreadable.or(Some(why)),
            }
        }
        let named = record.named_in(place.name, number);
        let quotes = quotes(&own, delimiter);
        match unreadable.map_or_else(|| record.article("a row of articles"), Err) {
            Ok(mut draft) => {
                let note = match quotes {
                    Quotes::Closed => None,
                    Quotes::Astray => {
                        Some("a quote ends inside a cell: rows may have been taken for a part of this one")
                    }
                    Quotes::Open(_) => {
                        Some("a quote is never closed: all that follows it was taken for a part of this row")
                    }
                };
                draft.notes.extend(note.map(str::to_owned));
                draft.notes.extend(told.map(encoding::looks_like));
                // With its head a row is a table that can be read again.
                intake.record(draft, named, [head.as_slice(), &own].concat(), Format::Csv)?;
            }
            Err(why) => intake.refuse(&named.name, why)?,
        }
        if let Quotes::Open(lines) = quotes {
            open = Some(lines);
        }
    }
    if number == 0 {
        return Err(Why::Wordless { what: "a table without rows".to_owned() }.into());
    }
    let Some(lines) = open else { return Ok(()) };
    let lost = match lines {
        0 => "the table may break off there".to_owned(),
        1 => "the line behind it was taken for a part of it".to_owned(),
        lines => format!("the {lines} lines behind it were taken for a part of it"),
    };
    Err(Why::broken("CSV to its end", format!("row {number} opens a quote that is never closed, and {lost}")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_followed_as_the_reader_of_tables_does() {
        for (row, expected) in [
            ("a,\"b\"\n", Quotes::Closed),
            ("\n\"a \"\"b\"\"\",\"c\nd\"\r", Quotes::Closed),
            ("5\" pipe,b\n", Quotes::Closed),
            ("a,\"b \" c\n", Quotes::Closed),
            ("a,\"b\nc,\"d\"\n", Quotes::Astray),
            ("a,\"b", Quotes::Open(0)),
            ("a,\"b\n", Quotes::Open(0)),
            ("a,\"b\nc,d\ne,f\n", Quotes::Open(2)),
        ] {
            assert_eq!(quotes(row.as_bytes(), b','), expected, "{row:?}");
        }
    }
}
