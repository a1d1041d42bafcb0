//! Articles in JSON: one object, a list of them, a list under a key (`articles`, `items`, …), one a line, or one behind the
//! other.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read};

use serde::Deserializer;
use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::article::{self, Named, Record};
use super::encoding::{self, Decoded};
use super::intake::{Halt, Intake, Place};
use super::refused::Why;
use super::{Draft, Format, stix};

/// Keys that hold the list of articles.
const LISTS: [&str; 8] = ["articles", "items", "documents", "docs", "results", "data", "entries", "posts"];

/// The most fields of one article that are looked at, and the most bytes of a list in one of them.
pub(super) const MEMBERS: usize = 1000;
const LIST: usize = 16 << 20;

/// Reads a JSON file.
pub(crate) fn read(intake: &mut Intake<'_>, bytes: &[u8], place: Place<'_>) -> Result<(), Halt> {
    let decoded = encoding::decode(bytes, None)?;
    let text = decoded.text.trim_start_matches('\u{feff}').trim();
    if text.starts_with('[') {
        return list(intake, text, place);
    }
    if stix::is_bundle(text) {
        return stix::read(intake, text, place);
    }
    let broken = |error: serde_json::Error| Why::broken("JSON", error);
    let members = match members(text, |key| LISTS.contains(&key)) {
        Err(_) if is_followed(text) => return behind(intake, text, place),
        members => members.map_err(broken)?,
    };
    let found = LISTS.iter().find_map(|key| members.get(*key).filter(|value| value.get().starts_with('[')));
    match found {
        Some(values) => list(intake, values.get(), place),
        None => {
            if let Some(draft) = stix::alone(text) {
                return intake.document(draft?, place.name.to_owned(), bytes.to_vec(), Format::Stix);
            }
            let mut record = Record::default();
            record.offer_all(&object(text).map_err(broken)?);
            let mut draft = record.article("JSON of an article")?;
            draft.notes.extend(decoded.note());
            draft.marked = stix::marked(text);
            intake.document(draft, place.name.to_owned(), bytes.to_vec(), Format::Json)
        }
    }
}

/// The members of an object whose keys are wanted, where they stand; of two with one key the last. The others take no memory,
/// however many they are.
pub(super) fn members(text: &str, wanted: fn(&str) -> bool) -> serde_json::Result<BTreeMap<String, &RawValue>> {
    Ok(every(text, wanted)?.into_iter().collect())
}

/// The same, with both of two that have one key.
pub(super) fn every(text: &str, wanted: fn(&str) -> bool) -> serde_json::Result<Vec<(String, &RawValue)>> {
    struct Wanted(fn(&str) -> bool);

    impl<'de> Visitor<'de> for Wanted {
        type Value = Vec<(String, &'de RawValue)>;

        fn expecting(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
            words.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut found = Vec::new();
            while let Some(key) = map.next_key::<Cow<'de, str>>()? {
                if found.len() < MEMBERS && (self.0)(&key) {
                    found.push((key.into_owned(), map.next_value()?));
                } else {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            Ok(found)
        }
    }

    let mut source = serde_json::Deserializer::from_str(text);
    let found = source.deserialize_map(Wanted(wanted))?;
    source.end()?;
    Ok(found)
}

/// The fields of an article in an object.
fn object(text: &str) -> serde_json::Result<Map<String, Value>> {
    let members = members(text, |key| article::field(key).is_some())?;
    // Words may be long. A list takes many times the memory of its bytes, and only its beginning is read.
    let small = |value: &&RawValue| value.get().starts_with('"') || value.get().len() <= LIST;
    let values = members.into_iter().filter(|(_, value)| small(value));
    values.map(|(key, value)| Ok((key, serde_json::from_str(&paired(value.get()))?))).collect()
}

/// A value in which half a surrogate pair, which is no character, is written as U+FFFD. What is written has the same length.
fn paired(value: &str) -> Cow<'_, str> {
    if !value.contains("\\ud") && !value.contains("\\uD") {
        return Cow::Borrowed(value);
    }
    /// How long an escape is: a backslash, `u` and four digits.
    const ESCAPE: usize = 6;
    let unit = |at: usize| {
        let escape = value.get(at..at + ESCAPE)?.strip_prefix("\\u")?;
        u16::from_str_radix(escape, 16).ok()
    };
    let mut whole = String::with_capacity(value.len());
    let (mut at, mut copied) = (0, 0);
    while let Some(found) = value.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        let low = |at: usize| matches!(unit(at), Some(0xdc00..=0xdfff));
        at += match unit(at) {
            Some(0xd800..=0xdbff) if low(at + ESCAPE) => 2 * ESCAPE,
            Some(0xd800..=0xdfff) => {
                whole.push_str(value.get(copied..at).unwrap_or_default());
                whole.push_str("\\ufffd");
                copied = at + ESCAPE;
                ESCAPE
            }
            // Behind another backslash stands what it escapes.
            _ => 1 + value.get(at + 1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8),
        };
    }
    whole.push_str(value.get(copied..).unwrap_or_default());
    Cow::Owned(whole)
}

/// Whether another object stands behind the first.
fn is_followed(text: &str) -> bool {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    matches!(values.next(), Some(Ok(_)))
        && text.get(values.byte_offset()..).is_some_and(|rest| rest.trim_start().starts_with('{'))
}

/// Reads articles that stand behind each other, each over as many lines as it likes.
fn behind(intake: &mut Intake<'_>, text: &str, place: Place<'_>) -> Result<(), Halt> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    for (number, value) in (1..).zip(values) {
        let value = value.map_err(|error| Why::broken("JSON to its end", error))?;
        one(intake, value.get().as_bytes(), number, place)?;
    }
    Ok(())
}

/// Reads a list of articles.
fn list(intake: &mut Intake<'_>, text: &str, place: Place<'_>) -> Result<(), Halt> {
    /// Takes one article after the other, so that a list of millions is never in memory as one.
    struct Each<'e, 'i, 'p> {
        intake: &'e mut Intake<'i>,
        place: Place<'p>,
        halt: &'e mut Option<Halt>,
    }

    impl<'de> Visitor<'de> for Each<'_, '_, '_> {
        type Value = u64;

        fn expecting(&self, words: &mut fmt::Formatter<'_>) -> fmt::Result {
            words.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<u64, A::Error> {
            let mut number = 0;
            while let Some(value) = list.next_element::<&RawValue>()? {
                number += 1;
                if let Err(halt) = one(self.intake, value.get().as_bytes(), number, self.place) {
                    *self.halt = Some(halt);
                    return Err(serde::de::Error::custom("nobody wants more of it"));
                }
            }
            Ok(number)
        }
    }

    let mut halt = None;
    let mut source = serde_json::Deserializer::from_str(text);
    let count = source.deserialize_seq(Each { intake, place, halt: &mut halt });
    match (count.and_then(|count| source.end().map(|()| count)), halt) {
        (_, Some(halt)) => Err(halt),
        (Err(error), None) => Err(Why::broken("JSON", error).into()),
        (Ok(0), None) => Err(Why::Wordless { what: "an empty list".to_owned() }.into()),
        (Ok(_), None) => Ok(()),
    }
}

/// Reads one article a line.
pub(crate) fn lines(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let limit = intake.limits.record;
    let mut source = BufReader::new(source);
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        let read = (&mut source).take(limit + 1).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        number += 1;
        if line.len() as u64 > limit {
            intake
                .refuse(&Named::by_number(place.name, number).name, Why::Large { what: "one line of JSON", limit })?;
            if !line.ends_with(b"\n") {
                source.skip_until(b'\n')?;
            }
            continue;
        }
        let line = line.trim_ascii();
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        if !line.is_empty() {
            one(intake, line, number, place)?;
        }
    }
}

/// Why a record is none. That it is on the first line of itself helps nobody to find it in the file.
fn unreadable(error: serde_json::Error) -> Why {
    Why::broken("JSON of an article", error.to_string().replace(" at line 1 column ", " at its byte "))
}

/// Reads the article in one record.
fn one(intake: &mut Intake<'_>, bytes: &[u8], number: u64, place: Place<'_>) -> Result<(), Halt> {
    let decoded = encoding::decode(bytes, None);
    let text = decoded.as_ref().map_or("", |decoded| &decoded.text);
    let told: Vec<String> = decoded.iter().filter_map(Decoded::note).collect();
    if let Some(draft) = stix::alone(text) {
        return stix::give(intake, draft, text, number, place);
    }
    let object = decoded.as_ref().map_err(Clone::clone).and_then(|_| object(text).map_err(unreadable));
    let mut record = Record::default();
    let draft = object.and_then(|object| {
        record.offer_all(&object);
        let draft = record.article("JSON of an article")?;
        Ok(Draft { marked: stix::marked(text), notes: [draft.notes, told].concat(), ..draft })
    });
    let named = record.named_in(place.name, number);
    match draft {
        Ok(draft) => intake.record(draft, named, bytes.to_vec(), Format::Json),
        Err(why) => intake.refuse(&named.name, why),
    }
}

#[cfg(test)]
mod tests {
    use super::paired;

    #[test]
    fn half_a_pair_becomes_a_sign_of_its_own_and_a_pair_stays() {
        assert_eq!(paired(r#""a \ud800 b \uDE00""#), r#""a \ufffd b \ufffd""#);
        assert_eq!(
            paired(r#""\ud83d\ude00 \\ud800 \ud83d\ud83d\ude00""#),
            r#""\ud83d\ude00 \\ud800 \ufffd\ud83d\ude00""#
        );
        assert_eq!(paired(r#""\u00e9 \ud8""#), r#""\u00e9 \ud8""#);
    }
}
