//! `tearline lint`: words in a text that say more, or less, than the judgement behind them.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use casefile::When;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use disclose::wording::{Finding, Options, Severity, Stated, lint};
use record::case::OTHER;
use record::span::Span;
use record::words::Ladder;
use serde::Serialize;
use unicode_width::UnicodeWidthChar;

use super::sources::Sources;
use super::{Format, Shared, files};
use crate::Stage;
use crate::failure::{FAILED, Failure, Outcome};
use crate::show::judgement::banner;
use crate::show::rows::counted;
use crate::show::table::{one_line, turns};
use crate::show::{list, style};

/// The longest text that is gone through.
const LONGEST: u64 = 64 << 20;

/// Find words in a text that say more, or less, than the judgement behind them
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline lint draft.md
  tearline lint --ladder nato --format json draft.txt
  tearline --case c.tearline lint --judged draft.md
  pandoc draft.docx -t plain | tearline lint

Rules: likelihood-with-confidence (never in one sentence), mixed-ladders, mixed-rows (of ICD 203), word-against-number (\"likely\" at
90 %), number-against-judgement (90 % where --judged has 10 %), absolute (\"clearly\", \"unprecedented\"), hedge-without-place (\"might\",
\"cannot rule out\"), double-hedge (\"could possibly\"), confidence-without-basis, and unsourced (\"it is believed\"). What is quoted is
another's and left alone. Where --ladder is not given, the text's own words say which ladder it stands on, and ICD 203 where they stand on
several. A text is gone through as it is; pages, PDFs and documents are read first, as `read` reads them, and lines are those of the text
that was read. Nothing is changed. The exit code is 1 where there is an error or a warning, or where something could not be read; notes
alone give 0.

Of a sentence with two figures for how likely something is, neither is held to the judgement, since each may be of something else: of two
that are stale neither is found. Nor is a number that was, but is not said to be still: \"the probability was 90 %\".")]
pub struct Args {
    /// Files, and folders for the files in them; `-`, or none, is standard input
    #[arg(value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// The ladder that its words are to stand on
    #[arg(long, value_name = "LADDER", value_parser = PossibleValuesParser::new(Ladder::ALL.map(Ladder::key)).try_map(|key| key.parse::<Ladder>()))]
    ladder: Option<Ladder>,
    /// Hold it to the judgement of the case too: a sentence that has the words of a hypothesis says how likely that is, in
    /// its words and its number
    #[arg(long)]
    judged: bool,
    /// How to write what is found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A finding with its place, for programs.
#[derive(Debug, Serialize)]
struct Row<'f> {
    #[serde(skip_serializing_if = "Option::is_none")]
    marking: Option<&'f str>,
    path: &'f str,
    line: usize,
    column: usize,
    span: Span,
    severity: Severity,
    rule: &'static str,
    text: &'f str,
    message: &'f str,
    suggestion: Option<&'f str>,
}

/// A text and what was found in it.
struct Looked {
    name: String,
    text: String,
    found: Vec<Finding>,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (mut judgements, mut marking) = (Vec::new(), None);
        if self.judged {
            let (casefile, viewer, case) = shared.open(stage).await?;
            let weighing = casefile.weigh(&viewer, case.id, When::default()).await?;
            marking = Some(banner(&weighing.label));
            let stated = weighing.hypotheses.iter().zip(&weighing.judgement.readouts);
            judgements.extend(stated.filter(|(hypothesis, _)| hypothesis.key != OTHER).map(|(hypothesis, readout)| {
                Stated { text: hypothesis.text.clone(), probability: readout.probability }
            }));
        }
        let given = if self.paths.is_empty() { vec![PathBuf::from("-")] } else { self.paths };
        let walked = files::files(&given);
        walked.tell(stage.err);
        let mut failed = !walked.failed.is_empty();
        let sources = Sources::new(stage, false, Arc::default());
        let options = Options { ladder: self.ladder, judgements };
        let mut looked = Vec::new();
        for path in &walked.paths {
            texts(&sources, path, &mut |text| match text {
                Ok((name, text)) => looked.push(Looked { found: lint(&text, &options), name, text }),
                Err(failure) => {
                    failure.tell(stage.err);
                    failed = true;
                }
            });
        }
        let mut rows: Vec<Row<'_>> = looked.iter().flat_map(rows).collect();
        // What is said of the judgement is marked as that is.
        rows.iter_mut().for_each(|row| row.marking = marking.as_deref());
        if !list::write(stage.out, self.format, &rows)? {
            if let Some(marking) = marking.as_deref().filter(|_| !rows.is_empty()) {
                writeln!(stage.out, "{marking}\n")?;
            }
            text(stage, &looked, &rows)?;
        }
        let wrong = rows.iter().any(|row| row.severity >= Severity::Warning);
        Ok(if failed || wrong { FAILED } else { 0 })
    }
}

/// Gives the texts in a file, each with its name. What is text already is taken as it is, so that lines and columns are those
/// of an editor.
fn texts(sources: &Sources, path: &Path, take: &mut dyn FnMut(Result<(String, String), Failure>)) {
    let name = path.display().to_string();
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(failure) => return take(Err(failure)),
    };
    let is_page = bytes.trim_ascii_start().starts_with(b"<");
    let text =
        if is_page { Err(bytes) } else { String::from_utf8(bytes).map_err(std::string::FromUtf8Error::into_bytes) };
    match text {
        Ok(text) => take(Ok((name, text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))),
        Err(bytes) => sources.read_bytes(&bytes, &name, &mut |found| {
            take(found.map(|found| (found.name, found.text)).map_err(Failure::from));
        }),
    }
}

/// The bytes of a file, or of standard input, as many as one text may have.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = one_line(&path.display().to_string());
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().take(LONGEST + 1).read_to_end(&mut bytes)
    } else {
        // A pipe would wait for ever to be written to.
        let about = std::fs::metadata(path).map_err(|error| Failure::file(path, &error))?;
        if !about.is_file() {
            return Err(Failure::failed(format!("{name} is no file"), "name a file, or write - and pipe it in"));
        }
        std::fs::File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::file(path, &error))?;
    if bytes.len() as u64 > LONGEST {
        let message = format!("{name} is longer than {} MB", LONGEST >> 20);
        return Err(Failure::failed(message, "lint it in parts"));
    }
    Ok(bytes)
}

/// What was found in a text, with lines and columns counted from 1, columns in characters.
fn rows(looked: &Looked) -> impl Iterator<Item = Row<'_>> {
    let (mut line, mut column, mut at) = (1, 1, 0);
    looked.found.iter().map(move |finding| {
        // Findings are in order: the text between two is counted once.
        for sign in looked.text.get(at..finding.span.start).unwrap_or("").chars() {
            (line, column) = if sign == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        at = at.max(finding.span.start);
        Row {
            marking: None,
            path: &looked.name,
            line,
            column,
            span: finding.span,
            severity: finding.severity,
            rule: finding.rule,
            text: finding.span.of(&looked.text),
            message: &finding.message,
            suggestion: finding.suggestion.as_deref(),
        }
    })
}

fn text(stage: &mut Stage<'_>, looked: &[Looked], rows: &[Row<'_>]) -> io::Result<()> {
    const INDENT: usize = 4;
    let (faint, good) = (style::FAINT, style::GOOD);
    let texts = looked.iter().flat_map(|looked| looked.found.iter().map(|_| looked.text.as_str()));
    for (row, text) in rows.iter().zip(texts) {
        let look = match row.severity {
            Severity::Error => style::BAD,
            Severity::Warning => style::WARNING,
            Severity::Note => style::FAINT,
        };
        let (path, severity, message) = (one_line(row.path), row.severity, one_line(row.message));
        writeln!(
            stage.out,
            "{path}:{}:{}: {look}{severity}{look:#}: {message} {faint}({}){faint:#}",
            row.line, row.column, row.rule
        )?;
        let (line, before, under) = excerpt(text, row.span, stage.width.saturating_sub(INDENT));
        writeln!(stage.out, "{:INDENT$}{line}", "")?;
        writeln!(stage.out, "{:INDENT$}{:before$}{look}{}{look:#}", "", "", "^".repeat(under.max(1)))?;
        if let Some(suggestion) = row.suggestion {
            writeln!(stage.out, "{:INDENT$}{good}instead{good:#}: {}", "", one_line(suggestion))?;
        }
    }
    let of = |severity| rows.iter().filter(|row| row.severity == severity).count();
    let found = if rows.is_empty() {
        "nothing found".to_owned()
    } else {
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        let parts = [counted(errors, "error"), counted(warnings, "warning"), counted(of(Severity::Note), "note")];
        parts.join(", ")
    };
    writeln!(stage.out, "{faint}{found} in {}{faint:#}", counted(looked.len(), "text"))
}

/// The line that a span begins in, as much of it as there is room for, how many columns stand in front of the span and how
/// many under it. No more of the text is looked at than is shown, since a line may be as long as the text.
pub(super) fn excerpt(text: &str, span: Span, room: usize) -> (String, usize, usize) {
    let width = |sign: char| sign.width().unwrap_or(0);
    let shown = |sign: char| match sign {
        '\t' => Some(' '),
        sign if sign.is_control() || turns(sign) => None,
        sign => Some(sign),
    };
    let mut lead = Vec::new();
    let mut before = 0;
    for sign in text.get(..span.start).unwrap_or("").chars().rev().take_while(|sign| *sign != '\n').filter_map(shown) {
        if before + width(sign) > room / 2 {
            lead.push('…');
            before += 1;
            break;
        }
        before += width(sign);
        lead.push(sign);
    }
    let mut line: String = lead.iter().rev().collect();
    let (mut columns, mut under) = (before, 0);
    for (at, sign) in text.get(span.start..).unwrap_or("").char_indices().take_while(|(_, sign)| *sign != '\n') {
        let Some(sign) = shown(sign) else { continue };
        if columns + width(sign) >= room {
            line.push('…');
            break;
        }
        columns += width(sign);
        line.push(sign);
        if at < span.len() {
            under += width(sign);
        }
    }
    (line.trim_end().to_owned(), before, under)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_fits_and_its_marks_stand_under_the_words() {
        let text = format!("one\n{}clearly \u{1b}[2J漢字 so{}\ntwo", "a ".repeat(90), " b".repeat(90));
        let start = text.find("clearly").unwrap();
        let (line, before, under) = excerpt(&text, Span::new(start, start + 7), 60);
        assert!(
            line.starts_with('…') && line.ends_with('…') && line.contains("漢字") && !line.contains('\u{1b}'),
            "{line}"
        );
        assert_eq!(line.chars().skip(before).take(under).collect::<String>(), "clearly");
        assert_eq!(excerpt("It\tis so.\r\nNext", Span::new(3, 5), 60), ("It is so.".to_owned(), 3, 2));
        assert_eq!(excerpt("might\npossibly", Span::new(0, 14), 60), ("might".to_owned(), 0, 5));
    }
}
