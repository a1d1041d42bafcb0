//! Articles in JSON: one object, a list of them, a list under a key (`articles`, `items`, …), or one a line.

use std::io::{BufRead, BufReader, Read};

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::article::Record;
use super::intake::{Halt, Intake, Place};
use super::refused::Why;
use super::{Format, encoding};

/// Keys that hold the list of articles.
const LISTS: [&str; 8] = ["articles", "items", "documents", "docs", "results", "data", "entries", "posts"];

/// Reads a JSON file.
pub(crate) fn read(intake: &mut Intake<'_>, bytes: &[u8], place: Place<'_>) -> Result<(), Halt> {
    let decoded = encoding::decode(bytes, None)?;
    let text = decoded.text.trim_start_matches('\u{feff}').trim();
    if text.starts_with('[') {
        return list(intake, text, place);
    }
    let broken = |error: serde_json::Error| Why::broken("JSON", error);
    let members: std::collections::BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(broken)?;
    let found = LISTS.iter().find_map(|key| members.get(*key).filter(|value| value.get().starts_with('[')));
    match found {
        Some(values) => list(intake, values.get(), place),
        None => {
            let object: Map<String, Value> = serde_json::from_str(text).map_err(broken)?;
            let mut record = Record::default();
            record.offer_all(&object);
            let draft = record.article("JSON of an article")?;
            intake.document(draft, place.name.to_owned(), bytes.to_vec(), Format::Json)
        }
    }
}

/// Reads a list of articles.
fn list(intake: &mut Intake<'_>, text: &str, place: Place<'_>) -> Result<(), Halt> {
    let values: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| Why::broken("JSON", error))?;
    if values.is_empty() {
        return Err(Why::Wordless { what: "an empty list".to_owned() }.into());
    }
    for (at, value) in values.iter().enumerate() {
        one(intake, value.get().as_bytes(), at + 1, place)?;
    }
    Ok(())
}

/// Reads one article a line.
pub(crate) fn lines(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let mut source = BufReader::new(source);
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        let limit = intake.limits.document;
        let read = (&mut source).take(limit + 1).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        number += 1;
        if line.len() as u64 > limit {
            return Err(Why::Large { what: "one line", limit }.into());
        }
        let line = line.trim_ascii();
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        if !line.is_empty() {
            one(intake, line, number, place)?;
        }
    }
}

/// Reads the article in one record.
fn one(intake: &mut Intake<'_>, bytes: &[u8], number: usize, place: Place<'_>) -> Result<(), Halt> {
    let object = encoding::decode(bytes, None).and_then(|decoded| {
        serde_json::from_str::<Map<String, Value>>(&decoded.text)
            .map_err(|error| Why::broken("JSON of an article", error))
    });
    let mut record = Record::default();
    let draft = object.and_then(|object| {
        record.offer_all(&object);
        record.article("JSON of an article")
    });
    let number = number.to_string();
    let name = format!("{}#{}", place.name, record.id().unwrap_or(&number));
    match draft {
        Ok(draft) => intake.document(draft, name, bytes.to_vec(), Format::Json),
        Err(why) => intake.refuse(&name, why),
    }
}
