//! `tearline mark check`: what is wrong with the marks of a document.

use std::io;
use std::path::PathBuf;

use disclose::marking::Finding;
use record::span::Span;
use serde::Serialize;

use super::page::Lines;
use super::{Judged, Read, read};
use crate::Stage;
use crate::cli::{Format, lint};
use crate::failure::{FAILED, Outcome};
use crate::show::rows::counted;
use crate::show::table::one_line;
use crate::show::{list, style};

/// Hold the portion marks of documents against their banners and the rules
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline mark check report.md
  tearline mark check --format json pages/*.html
  tearline mark check --ladder desk.toml note.txt
  pandoc report.docx -t markdown | tearline mark check -

A portion mark stands in parentheses at the beginning of a paragraph, a heading, an item of a list or a cell of a table, or at the end of
a title: \"(S//NF) The talks …\". A banner is a line that consists of a marking, above the first line and below the last. The authority
block is lines that begin with Classified By:, Reason:, Derived From: and Declassify On:, a notice is a paragraph that begins with its
name, as in \"FISA WARNING: …\". Lines, columns (in characters) and bytes are those of the file, also of a page in HTML. Every finding has
the number of its rule (`tearline mark rules` lists them) and the way out. Nothing is changed. The exit code is 1 where something was
found or could not be read.")]
pub struct Args {
    /// Files of text, Markdown or HTML; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    judged: Judged,
    /// How to write what is found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A finding with its place, for programs.
#[derive(Debug, Serialize)]
struct Row<'f> {
    path: &'f str,
    line: usize,
    column: usize,
    span: Span,
    rule: &'static str,
    text: &'f str,
    message: &'f str,
    way: &'f str,
    mend: Option<&'f str>,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let options = self.judged.options()?;
        let mut failed = false;
        let mut looked: Vec<(Read, Vec<Finding>)> = Vec::new();
        for path in &self.paths {
            match read(path, &options) {
                Ok(read) => {
                    let found = read.document.check(&options);
                    looked.push((read, found));
                }
                Err(failure) => {
                    failure.tell(stage.err);
                    failed = true;
                }
            }
        }
        let rows: Vec<Row<'_>> = looked.iter().flat_map(|(read, found)| rows(read, found)).collect();
        if !list::write(stage.out, self.format, &rows)? {
            let sources = looked.iter().flat_map(|(read, found)| found.iter().map(|_| read.page.source.as_str()));
            text(stage, looked.len(), rows.iter().zip(sources))?;
        }
        Ok(if failed || !rows.is_empty() { FAILED } else { 0 })
    }
}

fn rows<'f>(read: &'f Read, found: &'f [Finding]) -> Vec<Row<'f>> {
    let lines = Lines::of(&read.page.source);
    let row = |finding: &'f Finding| {
        let span = read.page.place(finding.span);
        let (line, column) = lines.at(&read.page.source, span.start);
        Row {
            path: &read.page.name,
            line,
            column,
            span,
            rule: finding.rule,
            text: finding.span.of(&read.page.text),
            message: &finding.message,
            way: &finding.way,
            mend: finding.mend.as_deref(),
        }
    };
    found.iter().map(row).collect()
}

fn text<'r>(
    stage: &mut Stage<'_>,
    documents: usize,
    rows: impl Iterator<Item = (&'r Row<'r>, &'r str)>,
) -> io::Result<()> {
    const INDENT: usize = 4;
    let (faint, bad, good) = (style::FAINT, style::BAD, style::GOOD);
    let mut number = 0_usize;
    for (row, source) in rows {
        number += 1;
        let (path, message, way) = (one_line(row.path), one_line(row.message), one_line(row.way));
        let (line, column, rule) = (row.line, row.column, row.rule);
        writeln!(stage.out, "{path}:{line}:{column}: {bad}{rule}{bad:#} {message}: {way}")?;
        let (excerpt, before, under) = lint::excerpt(source, row.span, stage.width.saturating_sub(INDENT));
        writeln!(stage.out, "{:INDENT$}{excerpt}", "")?;
        writeln!(stage.out, "{:INDENT$}{:before$}{bad}{}{bad:#}", "", "", "^".repeat(under.max(1)))?;
        if let Some(mend) = row.mend {
            writeln!(stage.out, "{:INDENT$}{good}instead{good:#}: {}", "", one_line(mend))?;
        }
    }
    let found = if number == 0 { "nothing found".to_owned() } else { counted(number, "finding") };
    writeln!(stage.out, "{faint}{found} in {}{faint:#}", counted(documents, "document"))
}
