//! What `tearline read` writes: a record for each document, and around them what makes one value of many.

use std::io::{self, Write};

use casefile::format::{Extracted, PassageMap};
use clap::ValueEnum;
use record::reading::Reading;
use serde::Serialize;

use crate::show;
use crate::show::facts::Facts;
use crate::show::flat::{self, COLUMNS, Column, Value};
use crate::show::page::Article;
use crate::show::parquet::Table;

/// How readings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the text with its claims marked, and the claims after it.
    Text,
    /// One JSON value: of one document its reading, of several a list.
    Json,
    /// One JSON object a line, of one document each.
    Jsonl,
    /// A table, one claim a row, or one of what --table says.
    Csv,
    /// One page to read in a browser, that needs nothing else.
    Html,
    /// The same table as CSV in Parquet; needs --out.
    Parquet,
}

/// What is a row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Of {
    /// Claims: who says what.
    Claims,
    /// Times.
    Times,
    /// Who speaks or is spoken of.
    Actors,
    /// Who does what to whom.
    Events,
    /// Goods that go from one to another.
    Transfers,
    /// What somebody lacks, and what somebody can make.
    Goods,
}

impl Of {
    /// The table of facts; nothing for claims.
    const fn facts(self) -> Option<Facts> {
        match self {
            Self::Claims => None,
            Self::Times => Some(Facts::Times),
            Self::Actors => Some(Facts::Actors),
            Self::Events => Some(Facts::Events),
            Self::Transfers => Some(Facts::Transfers),
            Self::Goods => Some(Facts::Goods),
        }
    }

    fn columns(self) -> Vec<Column> {
        self.facts().map_or_else(|| COLUMNS.to_vec(), flat::facts::columns)
    }

    fn rows(self, extracted: &Extracted, reading: &Reading) -> Vec<Vec<Value>> {
        match self.facts() {
            None => flat::rows(extracted, reading),
            Some(facts) => flat::facts::rows(facts, extracted, reading),
        }
    }
}

/// How one document's record is drawn; any thread can do it.
#[derive(Debug, Clone, Copy)]
pub struct Draw {
    format: Format,
    of: Of,
    width: usize,
}

/// One document as it will stand in the output.
#[derive(Debug)]
pub enum Record {
    /// Bytes that are written as they are.
    Bytes(Vec<u8>),
    /// A JSON value with the name of its document.
    Json(String, Vec<u8>),
    /// An article of the page.
    Article(Box<Article>),
    /// Rows of the table.
    Rows(Vec<Vec<Value>>),
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
            (Format::Csv, _) => flat::csv(&mut bytes, &self.of.rows(extracted, reading))?,
            (Format::Html, _) => return Ok(Record::Article(Box::new(show::page::article(extracted, reading)))),
            (Format::Parquet, _) => return Ok(Record::Rows(self.of.rows(extracted, reading))),
            (Format::Jsonl, true) => show::json_line(&mut bytes, reading)?,
            (Format::Jsonl, false) => show::json_line(&mut bytes, &placed)?,
            (Format::Json, verbatim) => {
                if verbatim {
                    show::json(&mut bytes, reading)?;
                } else {
                    show::json(&mut bytes, &placed)?;
                }
                return Ok(Record::Json(extracted.name.clone(), bytes));
            }
        }
        Ok(Record::Bytes(bytes))
    }
}

/// The output, record by record.
pub struct Sheet {
    draw: Draw,
    /// The path, where one file was named.
    single: Option<String>,
    /// The first JSON value, while it may be the only one.
    held: Option<Vec<u8>>,
    /// The articles of the page: its contents stand before them.
    articles: Vec<Article>,
    table: Option<Table>,
    written: usize,
}

impl Sheet {
    /// An output in `format`; `single` is the path where one file was named, whose document is then the whole JSON value.
    pub fn new(format: Format, of: Of, single: Option<String>, width: usize) -> Self {
        Self { draw: Draw { format, of, width }, single, held: None, articles: Vec::new(), table: None, written: 0 }
    }

    /// How its records are drawn.
    pub fn draw(&self) -> Draw {
        self.draw
    }

    /// Writes the next record.
    pub fn write(&mut self, out: &mut dyn Write, record: Record) -> io::Result<()> {
        match record {
            Record::Bytes(bytes) => {
                if self.written == 0 && self.draw.format == Format::Csv {
                    flat::heading(out, &self.draw.of.columns())?;
                }
                self.written += 1;
                out.write_all(&bytes)
            }
            Record::Article(article) => {
                self.articles.push(*article);
                Ok(())
            }
            Record::Rows(rows) => self.table()?.add(out, rows),
            Record::Json(name, value) => {
                if let Some(held) = self.held.take() {
                    self.element(out, &held)?;
                } else if self.written == 0 && self.single.as_ref().is_some_and(|path| is_whole(&name, path)) {
                    self.held = Some(value);
                    return Ok(());
                }
                self.element(out, &value)
            }
        }
    }

    /// The table, begun with its first row.
    fn table(&mut self) -> io::Result<&mut Table> {
        let table = match self.table.take() {
            Some(table) => table,
            None => Table::new(&self.draw.of.columns())?,
        };
        Ok(self.table.insert(table))
    }

    /// Writes an element of the list.
    fn element(&mut self, out: &mut dyn Write, value: &[u8]) -> io::Result<()> {
        out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
        self.written += 1;
        let value = value.strip_suffix(b"\n").unwrap_or(value);
        // No string of JSON holds a line end as it is, so that every one here is one of the layout.
        for (at, line) in value.split(|byte| *byte == b'\n').enumerate() {
            out.write_all(if at == 0 { b"  " } else { b"\n  " })?;
            out.write_all(line)?;
        }
        Ok(())
    }

    /// Writes what follows the last record.
    pub fn end(self, out: &mut dyn Write) -> io::Result<()> {
        match (self.draw.format, self.held) {
            (Format::Json, Some(held)) => out.write_all(&held),
            // One document was named and could not be read: the value is an empty list, as it is for many.
            (Format::Json, None) => out.write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" }),
            (Format::Csv, _) if self.written == 0 => flat::heading(out, &self.draw.of.columns()),
            (Format::Html, _) => show::page::write(out, &self.articles),
            (Format::Parquet, _) => self.table.map_or_else(|| Table::new(&self.draw.of.columns()), Ok)?.end(out),
            _ => Ok(()),
        }
    }
}

/// Whether a document is all of the file at `path`, and not one of the things in it.
fn is_whole(name: &str, path: &str) -> bool {
    !name.strip_prefix(path).unwrap_or(name).contains('#')
}
