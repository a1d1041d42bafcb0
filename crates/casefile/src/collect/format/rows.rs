//! Feeds of coded events, cut into documents: a file holds many thousands of rows, and a document a bounded run of them.
//!
//! What a row says is read elsewhere ([`crate::collect::coded`]). Here rows stay as they stood, so that the text of a document
//! is its bytes; a first line that names the columns stands before each run, so that it can be read alone.

use std::io::{BufRead, BufReader, Read};

use record::time::CivilDate;

use super::article::Named;
use super::intake::{Halt, Intake, Place};
use super::passage::{At, Composed, PassageMap};
use super::refused::Why;
use super::{Draft, Format, date, encoding};
use crate::collect::coded::Coding;
use record::span::Span;

/// How many rows, or how many bytes of them, a document holds; a longer row stands alone.
const ROWS: usize = 2_000;
const BYTES: usize = 1 << 20;
/// The most bytes of one row.
const ROW: u64 = 64 << 20;

/// A run of rows.
#[derive(Debug, Default)]
struct Run {
    bytes: Vec<u8>,
    rows: usize,
    /// When all of them came out; `None` inside where they do not agree.
    date: Option<Option<CivilDate>>,
}

impl Run {
    fn take(&mut self, line: &[u8], coding: Coding, head: &str) {
        self.bytes.extend_from_slice(line);
        if line.trim_ascii().is_empty() {
            return;
        }
        self.rows += 1;
        let text = String::from_utf8_lossy(line);
        // A broken row says nothing of its time, and does not keep the others from agreeing.
        let came = coding.published(text.trim_end_matches(['\r', '\n']), head).and_then(instant);
        if came.is_some() {
            self.date = Some(self.date.map_or(came, |date| date.filter(|date| Some(*date) == came)));
        }
    }
}

/// A date that a feed states: a day, or a moment to the second in the time of Greenwich.
pub(crate) fn instant(stated: &str) -> Option<CivilDate> {
    if stated.len() != 14 || !stated.bytes().all(|byte| byte.is_ascii_digit()) {
        return date::civil(stated);
    }
    let part = |from: usize, to: usize| stated.get(from..to).unwrap_or_default();
    let day = format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8));
    // A time of day that there is not must not leave the day standing.
    let clock: [u8; 3] = [part(8, 10), part(10, 12), part(12, 14)].map(|part| part.parse().unwrap_or(u8::MAX));
    if clock[0] > 23 || clock[1] > 59 || clock[2] > 60 {
        return None;
    }
    date::civil(&format!("{day}T{}:{}Z", part(8, 10), part(10, 12)))
}

/// Reads a feed run by run.
pub(crate) fn read(
    intake: &mut Intake<'_>,
    source: &mut dyn Read,
    place: Place<'_>,
    coding: Coding,
) -> Result<(), Halt> {
    let limit = intake.limits.document.min(ROW);
    let mut source = BufReader::new(source);
    let (mut line, mut head, mut number) = (Vec::new(), Vec::new(), 0);
    let (mut run, mut large) = (Run::default(), false);
    loop {
        line.clear();
        if (&mut source).take(limit + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() as u64 > limit {
            large = true;
            break;
        }
        if coding.has_head() && head.is_empty() {
            if !line.trim_ascii().is_empty() {
                head.extend_from_slice(&line);
            }
            continue;
        }
        if run.rows > 0 && (run.rows >= ROWS || run.bytes.len() + line.len() > BYTES) {
            number += 1;
            give(intake, std::mem::take(&mut run), Named::by_number(place.name, number), coding, &head)?;
        }
        let names = String::from_utf8_lossy(&head);
        run.take(&line, coding, names.trim_end_matches(['\r', '\n']));
    }
    if run.rows > 0 {
        // What is all of a file has its name.
        let named = match number {
            0 if !large => Named { name: place.name.to_owned(), by_id: false },
            _ => Named::by_number(place.name, number + 1),
        };
        give(intake, run, named, coding, &head)?;
    } else if number == 0 && !large {
        return Err(Why::Wordless { what: "a table without rows".to_owned() }.into());
    }
    if large {
        return Err(Why::Large { what: "one row", limit }.into());
    }
    Ok(())
}

fn give(intake: &mut Intake<'_>, run: Run, named: Named, coding: Coding, head: &[u8]) -> Result<(), Halt> {
    let bytes = [head, &run.bytes].concat();
    let (text, passages, odd) = characters(&bytes);
    let notes = odd.map(|count| {
        format!("{count} of its rows are not in UTF-8: they were read in the encoding that they look like")
    });
    let draft = Draft {
        verbatim: odd.is_none(),
        text,
        passages,
        outlet: Some(coding.outlet().to_owned()),
        date: run.date.flatten(),
        notes: notes.into_iter().collect(),
        ..Draft::default()
    };
    intake.record(draft, named, bytes, Format::Coded(coding))
}

/// Rows as text with the way back, and how many of them are not in UTF-8. One such row changes none of the others.
fn characters(bytes: &[u8]) -> (String, PassageMap, Option<usize>) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), PassageMap::verbatim(text), None);
    }
    let (mut made, mut at, mut odd) = (Composed::default(), 0, 0);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let place = At::Bytes(Span::new(at, at + line.len()));
        at += line.len();
        match std::str::from_utf8(line) {
            Ok(text) => made.push(text, place),
            Err(_) => {
                odd += 1;
                match encoding::decode(line, None) {
                    Ok(decoded) => made.push(&decoded.text, place),
                    Err(_) => made.push(&String::from_utf8_lossy(line), place),
                }
            }
        }
    }
    (made.text, made.map, Some(odd))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_in_the_time_of_greenwich_and_one_that_there_is_not_is_none() {
        let shown = |text| instant(text).map(|date| date.to_string());
        assert_eq!(shown("20300224121500").as_deref(), Some("2030-02-24T12:15Z"));
        assert_eq!(shown("2030-02-24").as_deref(), Some("2030-02-24"));
        for text in ["20300230121500", "20300224251500", "2030022412150", "20300224\u{e9}2150", ""] {
            assert_eq!(shown(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_row_in_another_encoding_changes_none_of_the_others() {
        let (text, map, odd) = characters(
            "Zoë\tone\n".as_bytes().iter().chain(b"caf\xe9\ttwo\n").copied().collect::<Vec<u8>>().as_slice(),
        );
        assert_eq!((text.as_str(), odd), ("Zoë\tone\ncafé\ttwo\n", Some(1)));
        assert_eq!(map.locate(Span::new(0, 3)), [At::Bytes(Span::new(0, 3))]);
    }
}
