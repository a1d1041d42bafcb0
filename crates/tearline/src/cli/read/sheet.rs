//! What `tearline read` writes: a record for each document, and around them what makes one value of many.

use std::io::{self, Write};

use casefile::format::{Extracted, PassageMap};
use clap::ValueEnum;
use record::reading::Reading;
use serde::Serialize;

use crate::show;

/// How readings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the text with its claims, and a table of them.
    Text,
    /// One JSON value: of one document its reading, of several a list.
    Json,
    /// One JSON object a line, of one document each.
    Jsonl,
}

/// How one document's record is drawn; any thread can do it.
#[derive(Debug, Clone, Copy)]
pub struct Draw {
    format: Format,
    width: usize,
}

/// One document as it will stand in the output.
#[derive(Debug)]
pub struct Record {
    name: String,
    bytes: Vec<u8>,
}

/// A reading as JSON, with the way back to the bytes, pages or parts of its document where that is another than its text.
#[derive(Serialize)]
struct Placed<'r> {
    #[serde(flatten)]
    reading: &'r Reading,
    passages: &'r PassageMap,
}

impl Draw {
    /// The record of a reading.
    pub fn record(self, extracted: &Extracted, reading: &Reading) -> io::Result<Record> {
        let mut bytes = Vec::new();
        let placed = Placed { reading, passages: &extracted.passages };
        match (self.format, extracted.verbatim) {
            (Format::Text, _) => show::article::write(&mut bytes, self.width, &extracted.text, reading)?,
            (Format::Jsonl, true) => show::json_line(&mut bytes, reading)?,
            (Format::Jsonl, false) => show::json_line(&mut bytes, &placed)?,
            (Format::Json, true) => show::json(&mut bytes, reading)?,
            (Format::Json, false) => show::json(&mut bytes, &placed)?,
        }
        Ok(Record { name: extracted.name.clone(), bytes })
    }
}

/// The output, record by record.
#[derive(Debug)]
pub struct Sheet {
    draw: Draw,
    /// The path, where one file was named.
    single: Option<String>,
    /// The first record, while it may be the only one.
    held: Option<Record>,
    written: usize,
}

impl Sheet {
    /// An output in `format`; `single` is the path where one file was named, whose document is then the whole JSON value.
    pub fn new(format: Format, single: Option<String>, width: usize) -> Self {
        Self { draw: Draw { format, width }, single, held: None, written: 0 }
    }

    /// How its records are drawn.
    pub fn draw(&self) -> Draw {
        self.draw
    }

    /// Writes the next record.
    pub fn write(&mut self, out: &mut dyn Write, record: Record) -> io::Result<()> {
        if self.draw.format != Format::Json {
            self.written += 1;
            return out.write_all(&record.bytes);
        }
        if let Some(held) = self.held.take() {
            self.element(out, &held)?;
        } else if self.written == 0 && self.single.as_ref().is_some_and(|path| is_whole(&record.name, path)) {
            self.held = Some(record);
            return Ok(());
        }
        self.element(out, &record)
    }

    /// Writes an element of the list.
    fn element(&mut self, out: &mut dyn Write, record: &Record) -> io::Result<()> {
        out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
        self.written += 1;
        let value = record.bytes.strip_suffix(b"\n").unwrap_or(&record.bytes);
        // No string of JSON holds a line end as it is, so that every one here is one of the layout.
        for (at, line) in value.split(|byte| *byte == b'\n').enumerate() {
            out.write_all(if at == 0 { b"  " } else { b"\n  " })?;
            out.write_all(line)?;
        }
        Ok(())
    }

    /// Writes what follows the last record.
    pub fn end(self, out: &mut dyn Write) -> io::Result<()> {
        match (self.draw.format, self.held, self.written) {
            (Format::Json, Some(held), _) => out.write_all(&held.bytes),
            // One document was named and could not be read: the value is an empty list, as it is for many.
            (Format::Json, None, 0) => out.write_all(b"[]\n"),
            (Format::Json, None, _) => out.write_all(b"\n]\n"),
            _ => Ok(()),
        }
    }
}

/// Whether a document is all of the file at `path`, and not one of the things in it.
fn is_whole(name: &str, path: &str) -> bool {
    !name.strip_prefix(path).unwrap_or(name).contains('#')
}
