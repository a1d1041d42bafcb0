//! What `tearline read` writes: a record for each document, and around them what makes one JSON value of many.

use std::io::{self, Write};

use record::reading::Reading;

use crate::cli::Format;
use crate::show;

/// How one document's record is drawn; any thread can do it.
#[derive(Debug, Clone, Copy)]
pub struct Draw {
    format: Format,
    /// Whether the records are the elements of an array.
    array: bool,
    width: usize,
}

impl Draw {
    /// The record of a reading.
    pub fn record(self, text: &str, reading: &Reading) -> io::Result<Vec<u8>> {
        let mut record = Vec::new();
        match self.format {
            Format::Text => show::article::write(&mut record, self.width, text, reading)?,
            Format::Jsonl => show::json_line(&mut record, reading)?,
            Format::Json if !self.array => show::json(&mut record, reading)?,
            Format::Json => {
                show::json(&mut record, reading)?;
                record.pop();
                // No string of JSON holds a line end as it is, so that every one here is one of the layout.
                record = record.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\n  "[..]);
            }
        }
        Ok(record)
    }
}

/// The output, record by record.
#[derive(Debug)]
pub struct Sheet {
    draw: Draw,
    written: usize,
}

impl Sheet {
    /// An output in `format`; `single` where one document was named, which is then the whole JSON value.
    pub fn new(format: Format, single: bool, width: usize) -> Self {
        Self { draw: Draw { format, array: format == Format::Json && !single, width }, written: 0 }
    }

    /// How its records are drawn.
    pub fn draw(&self) -> Draw {
        self.draw
    }

    /// Writes the next record.
    pub fn write(&mut self, out: &mut dyn Write, record: &[u8]) -> io::Result<()> {
        if self.draw.array {
            out.write_all(if self.written == 0 { b"[\n  " } else { b",\n  " })?;
        }
        self.written += 1;
        out.write_all(record)
    }

    /// Writes what follows the last record.
    pub fn end(self, out: &mut dyn Write) -> io::Result<()> {
        match (self.draw.format, self.draw.array, self.written) {
            // One document was named and could not be read: the value is an empty list, as it is for many.
            (Format::Json, _, 0) => out.write_all(b"[]\n"),
            (_, true, _) => out.write_all(b"\n]\n"),
            _ => Ok(()),
        }
    }
}
