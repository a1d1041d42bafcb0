//! Claims as rows of a table, one each, for CSV and Parquet; and in [`facts`] what is read beside them.

pub mod facts;

use std::io::{self, Write};

use casefile::format::{At, Extracted};
use record::reading::{Claim, Polarity, Quoted, Reading};
use record::span::Span;

use super::rows::{source_kind, stage, stance};

/// A column of the table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the heading.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// What it means.
    pub meaning: &'static str,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number.
    Whole,
    /// A number with a fraction.
    Real,
}

/// A value; nothing where the document does not say.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with a fraction.
    Real(f64),
    /// None.
    Nothing,
}

const fn column(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, meaning }
}

/// The columns, in their order. A new one is added at the end.
pub const COLUMNS: [Column; 26] = [
    column("document", Kind::Text, "the path; `FILE#n` or `FILE#member` for what stands in a file"),
    column("sha256", Kind::Text, "the hash of the document's bytes, in hexadecimal"),
    column("title", Kind::Text, "its title"),
    column("outlet", Kind::Text, "who published it"),
    column("date", Kind::Text, "when it was published, as precisely as it says"),
    column("claim", Kind::Text, "`c1`, `c2`, … in the order of the cues of the document"),
    column("sentence", Kind::Whole, "the number of the sentence of the cue, counted from 0"),
    column("source", Kind::Text, "who says it, in the words of the text"),
    column("source_kind", Kind::Text, "`named`, `unnamed`, `organisation`, `document` or `none`"),
    column("source_name", Kind::Text, "the full name that a short name or a pronoun stands for"),
    column("cue", Kind::Text, "the words that say that it is said"),
    column("cue_lemma", Kind::Text, "the dictionary form of their head"),
    column("stance", Kind::Text, "`says`, `asks`, `orders`, `hopes`, `doubts`, `denies`, `declines` or `evades`"),
    column("polarity", Kind::Text, "`positive` or `negative`"),
    column("certainty_words", Kind::Text, "the hedging words; nothing where the statement is flat"),
    column("certainty_low", Kind::Real, "the lower end of the band of how sure the words are, 0 to 1"),
    column("certainty_high", Kind::Real, "its upper end"),
    column("stage", Kind::Text, "`considered`, `decided`, `prepared`, `under-way`, `done`, `halted` or `none`"),
    column("content", Kind::Text, "what is said, with ` … ` between the parts of a split content"),
    column("quoted", Kind::Text, "how much of it is quoted: `none`, `part` or `whole`"),
    column("within", Kind::Text, "the claim that this one is part of"),
    column("time", Kind::Text, "the TIMEX3 value of the time that the content is about"),
    column("source_spans", Kind::Text, "where the source stands in the extracted text, in bytes: `12-34 56-78`"),
    column("cue_spans", Kind::Text, "where the cue stands"),
    column("content_spans", Kind::Text, "where the content stands"),
    column("place", Kind::Text, "where the claim stands in the document itself: bytes, page and box, or part"),
];

/// The rows of a reading, one a claim.
pub fn rows(extracted: &Extracted, reading: &Reading) -> Vec<Vec<Value>> {
    reading.claims.iter().map(|claim| row(extracted, reading, claim)).collect()
}

fn row(extracted: &Extracted, reading: &Reading, claim: &Claim) -> Vec<Value> {
    let head = &reading.document;
    let given = |words: &str| if words.is_empty() { Value::Nothing } else { Value::Text(words.to_owned()) };
    let may = |words: Option<&str>| words.map_or(Value::Nothing, given);
    let actor = claim.source.actor.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
    let name = claim.source.resolved.as_deref().or_else(|| actor.map(|actor| actor.name.as_str()));
    let time = claim.time.as_ref().and_then(|id| reading.times.iter().find(|time| time.id == *id));
    let date = head.date.map(|date| date.to_string());
    let main = if claim.content.spans.is_empty() { &claim.cue.spans } else { &claim.content.spans };
    vec![
        given(&head.path),
        given(&head.sha256),
        may(head.title.as_deref()),
        may(head.outlet.as_deref()),
        may(date.as_deref()),
        given(&claim.id),
        Value::Whole(i64::try_from(claim.sentence).unwrap_or(i64::MAX)),
        given(&claim.source.text),
        given(source_kind(claim.source.kind)),
        may(name),
        given(&claim.cue.text),
        given(&claim.cue.lemma),
        given(stance(claim.stance)),
        given(if claim.polarity == Polarity::Negative { "negative" } else { "positive" }),
        given(&claim.certainty.words),
        Value::Real(claim.certainty.low),
        Value::Real(claim.certainty.high),
        given(stage(claim.stage)),
        given(&claim.content.text),
        given(match claim.content.quoted {
            Quoted::None => "none",
            Quoted::Part => "part",
            Quoted::Whole => "whole",
        }),
        may(claim.within.as_deref()),
        may(time.map(|time| time.value.as_str())),
        given(&bytes(&claim.source.spans)),
        given(&bytes(&claim.cue.spans)),
        given(&bytes(&claim.content.spans)),
        given(&place(extracted, main)),
    ]
}

fn bytes(spans: &[Span]) -> String {
    let all: Vec<String> = spans.iter().map(|span| format!("{}-{}", span.start, span.end)).collect();
    all.join(" ")
}

/// Where spans of the text stand in the document, in words: `bytes 40-62`, `page 3 at 72,120,300,140`, `part 1.2 bytes
/// 0-20`. Neighbours of one kind are one place; boxes are left, top, right and bottom in points.
pub fn place(extracted: &Extracted, spans: &[Span]) -> String {
    let mut places: Vec<At> = Vec::new();
    for at in spans.iter().flat_map(|span| extracted.passages.locate(*span)) {
        if !places.last_mut().is_some_and(|last| joins(last, &at)) {
            places.push(at);
        }
    }
    let part = |number: u32| {
        let name = usize::try_from(number).ok().and_then(|number| extracted.passages.parts.get(number));
        name.map_or("?", String::as_str)
    };
    let words = places.iter().map(|at| match at {
        At::Bytes(span) => format!("bytes {}-{}", span.start, span.end),
        At::Page { page, area: [left, top, right, bottom] } => {
            format!("page {page} at {left:.0},{top:.0},{right:.0},{bottom:.0}")
        }
        At::Part { part: number, bytes: None } => format!("part {}", part(*number)),
        At::Part { part: number, bytes: Some(span) } => {
            format!("part {} bytes {}-{}", part(*number), span.start, span.end)
        }
    });
    words.collect::<Vec<_>>().join("; ")
}

/// Takes the next place into the last one, where they are on one page, in one part, or not far from each other.
fn joins(last: &mut At, next: &At) -> bool {
    // White space and markup between two stretches of a sentence lead nowhere.
    const NEAR: usize = 200;
    let near = |last: &mut Span, next: &Span| {
        let close = last.end <= next.start && next.start - last.end <= NEAR;
        if close {
            last.end = next.end;
        }
        close
    };
    match (last, next) {
        (At::Bytes(last), At::Bytes(next)) => near(last, next),
        (At::Page { page, area }, At::Page { page: other, area: more }) if page == other => {
            *area = [area[0].min(more[0]), area[1].min(more[1]), area[2].max(more[2]), area[3].max(more[3])];
            true
        }
        (At::Part { part, bytes }, At::Part { part: other, bytes: more }) if part == other => match (bytes, more) {
            (Some(last), Some(next)) => near(last, next),
            (None, None) => true,
            _ => false,
        },
        _ => false,
    }
}

/// Writes the heading.
pub fn heading(out: &mut dyn Write, columns: &[Column]) -> io::Result<()> {
    line(out, columns.iter().map(|column| Value::Text(column.name.to_owned())))
}

/// Writes rows as CSV (RFC 4180).
pub fn csv(out: &mut dyn Write, rows: &[Vec<Value>]) -> io::Result<()> {
    rows.iter().try_for_each(|row| line(out, row.iter().cloned()))
}

fn line(out: &mut dyn Write, values: impl Iterator<Item = Value>) -> io::Result<()> {
    for (at, value) in values.enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        match value {
            Value::Text(text) => cell(out, &text)?,
            Value::Whole(number) => write!(out, "{number}")?,
            Value::Real(number) => write!(out, "{number}")?,
            Value::Nothing => {}
        }
    }
    out.write_all(b"\r\n")
}

/// A cell. One that a spreadsheet would take for a formula, or would after it cut white space off or made wide signs narrow,
/// gets an apostrophe in front, since documents come from people who may mean harm.
fn cell(out: &mut dyn Write, text: &str) -> io::Result<()> {
    const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let guard = if text.starts_with(SIGNS) { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) {
        return write!(out, "\"{guard}{}\"", text.replace('"', "\"\""));
    }
    write!(out, "{guard}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_every_column_and_a_cell_is_what_a_spreadsheet_takes_for_words() {
        let mut out = Vec::new();
        line(
            &mut out,
            ["plain", "a, \"b\"\nc", "=1+1", "-2,5", "＝1"].map(|text| Value::Text(text.into())).into_iter(),
        )
        .unwrap();
        line(&mut out, [Value::Whole(3), Value::Real(0.35), Value::Nothing].into_iter()).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "plain,\"a, \"\"b\"\"\nc\",'=1+1,\"'-2,5\",'＝1\r\n3,0.35,\r\n");
    }

    #[test]
    fn neighbouring_places_are_told_as_one() {
        let mut last = At::Bytes(Span::new(10, 20));
        assert!(joins(&mut last, &At::Bytes(Span::new(25, 30))));
        assert_eq!(last, At::Bytes(Span::new(10, 30)));
        assert!(!joins(&mut last, &At::Bytes(Span::new(2000, 2010))));
        let mut last = At::Page { page: 2, area: [10.0, 10.0, 50.0, 20.0] };
        assert!(joins(&mut last, &At::Page { page: 2, area: [5.0, 22.0, 40.0, 32.0] }));
        assert_eq!(last, At::Page { page: 2, area: [5.0, 10.0, 50.0, 32.0] });
        assert!(!joins(&mut last, &At::Page { page: 3, area: [0.0; 4] }));
    }
}
