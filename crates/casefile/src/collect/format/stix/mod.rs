//! STIX 2.1: the reports and notes of a bundle are documents; what else is in it is counted and passed over.
//!
//! | of a document | of a report | of a note |
//! |---|---|---|
//! | title | `name` | `abstract` |
//! | text | `description`; its name where there is none | `content` |
//! | date | `published`, else `created` | `created` |
//! | author | `authors` | `authors` |
//! | outlet | the name of the identity that `created_by_ref` names, in both | |
//! | address | the first of its `external_references` that has one | the same |
//!
//! Its bytes are its object, as it stood in the bundle. References are followed one step and no further, so that a circle of
//! them is none. [`marking`] tells who may see it. An object alone, or one a line, is read as one in a bundle of its own,
//! and so is what a TAXII server sends, which is a bundle without its type.

pub(super) mod marking;
#[cfg(test)]
mod suite;

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::article::Named;
use super::intake::{Halt, Intake, Place};
use super::marked::Marked;
use super::passage::{At, Composed};
use super::refused::Why;
use super::{Draft, Format, date, html, json};
use marking::Definitions;

/// How a refusal of one calls it.
const WHAT: &str = "a STIX object";
/// The most bytes of an object that is looked into.
const OBJECT: usize = 64 << 20;

/// Whether a JSON object is a bundle: by its type, or, where it has none, by its objects.
pub(super) fn is_bundle(text: &str) -> bool {
    let Ok(found) = json::members(text, |key| matches!(key, "type" | "objects")) else { return false };
    let kind = found.get("type").map(|value| serde_json::from_str::<String>(value.get()).unwrap_or_default());
    found.get("objects").is_some_and(|value| value.get().starts_with('[')) && kind.is_none_or(|kind| kind == "bundle")
        || found.len() == 1 && found.get("type").is_some_and(|value| value.get() == "\"bundle\"")
}

/// What an object is, and what it goes by.
#[derive(Deserialize)]
struct Head {
    #[serde(default, rename = "type")]
    kind: Value,
    #[serde(default)]
    id: Value,
}

/// What the objects of a bundle say of each other.
#[derive(Debug, Default)]
struct Around {
    identities: HashMap<String, String>,
    definitions: Definitions,
    /// What holds of all that is in the bundle.
    whole: Marked,
}

/// Reads a bundle.
pub(super) fn read(intake: &mut Intake<'_>, text: &str, place: Place<'_>) -> Result<(), Halt> {
    let broken = |error: serde_json::Error| Why::broken("a STIX bundle", error);
    let found =
        json::members(text, |key| matches!(key, "objects" | marking::WHOLE | marking::PARTS)).map_err(broken)?;
    let objects: Vec<&RawValue> = match found.get("objects") {
        Some(objects) => serde_json::from_str(objects.get()).map_err(broken)?,
        None => Vec::new(),
    };
    let heads: Vec<Option<(String, String)>> = objects.iter().map(|object| head(object.get())).collect();
    let mut around = Around::default();
    let mut others: BTreeMap<&str, usize> = BTreeMap::new();
    for (object, head) in objects.iter().zip(&heads) {
        let Some((kind, id)) = head else { continue };
        match kind.as_str() {
            "report" | "note" => {}
            "marking-definition" => around.definitions.enter(id, object.get()),
            _ => {
                *others.entry(kind).or_default() += 1;
                // Of several versions the last that stands there counts.
                if kind == "identity"
                    && let Some(name) = values(object.get()).ok().and_then(|values| word(&values, "name"))
                {
                    around.identities.insert(id.clone(), name);
                }
            }
        }
    }
    around.whole = marking::of(text, &around.definitions, &Marked::default());
    let others: Vec<String> = others.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let mut counted =
        (!others.is_empty()).then(|| format!("what else is in the bundle is passed over: {}", others.join(", ")));
    let mut taken = 0;
    for (number, (object, head)) in (1..).zip(objects.iter().zip(&heads)) {
        let draft = match head {
            Some((kind, _)) if matches!(kind.as_str(), "report" | "note") => draft(object.get(), &around),
            Some(_) => continue,
            None => Err(Why::broken(WHAT, "it has no type and id")),
        };
        taken += 1;
        let draft = draft.map(|mut draft| {
            draft.notes.extend(counted.take());
            draft
        });
        give(intake, draft, object.get(), number, place)?;
    }
    if taken == 0 {
        let others = if others.is_empty() { "nothing".to_owned() } else { others.join(", ") };
        return Err(Why::Wordless { what: format!("a STIX bundle without a report or note, with {others}") }.into());
    }
    Ok(())
}

/// Hands on a document, or tells why it is none.
pub(super) fn give(
    intake: &mut Intake<'_>,
    draft: Result<Draft, Why>,
    object: &str,
    number: u64,
    place: Place<'_>,
) -> Result<(), Halt> {
    let id = head(object).map(|(_, id)| id).filter(|id| id.len() <= 100 && !id.chars().any(char::is_control));
    let named = match id {
        Some(id) => Named { name: format!("{}#{id}", place.name), by_id: true },
        None => Named::by_number(place.name, number),
    };
    match draft {
        Ok(draft) => intake.record(draft, named, object.as_bytes().to_vec(), Format::Stix),
        Err(why) => intake.refuse(&named.name, why),
    }
}

/// The document that an object is which stands alone, where it is a report or a note.
pub(super) fn alone(text: &str) -> Option<Result<Draft, Why>> {
    let (kind, id) = head(text)?;
    let is = matches!(kind.as_str(), "report" | "note") && id.starts_with(&format!("{kind}--"));
    is.then(|| draft(text, &Around::default()))
}

/// What an object says of who may see it by the properties that STIX has for that, whatever else it is.
pub(super) fn marked(text: &str) -> Marked {
    marking::of(text, &Definitions::default(), &Marked::default())
}

/// The type and id of an object.
fn head(object: &str) -> Option<(String, String)> {
    if !object.trim_start().starts_with('{') {
        return None;
    }
    let Head { kind: Value::String(kind), id: Value::String(id) } = serde_json::from_str(object).ok()? else {
        return None;
    };
    Some((kind, id))
}

/// The properties that are read.
fn values(object: &str) -> Result<Map<String, Value>, Why> {
    if object.len() > OBJECT {
        return Err(Why::Large { what: WHAT, limit: OBJECT as u64 });
    }
    let wanted = |key: &str| {
        matches!(
            key,
            "type"
                | "name"
                | "abstract"
                | "description"
                | "content"
                | "published"
                | "created"
                | "authors"
                | "created_by_ref"
                | "external_references"
                | "lang"
        )
    };
    let found = json::members(object, wanted).map_err(|error| Why::broken(WHAT, error))?;
    let value = |value: &RawValue| serde_json::from_str(value.get()).map_err(|error| Why::broken(WHAT, error));
    found.into_iter().map(|(key, raw)| Ok((key, value(raw)?))).collect()
}

fn word(values: &Map<String, Value>, key: &str) -> Option<String> {
    values.get(key)?.as_str().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty())
}

/// The document that a report or a note is.
fn draft(object: &str, around: &Around) -> Result<Draft, Why> {
    let values = values(object)?;
    let is_note = word(&values, "type").as_deref() == Some("note");
    let (title, body) = if is_note { ("abstract", "content") } else { ("name", "description") };
    let title_of = word(&values, title);
    // What has a name and no words below it says what its name says.
    let (part, text) =
        match (values.get(body).and_then(Value::as_str).filter(|text| !text.trim().is_empty()), &title_of) {
            (Some(text), _) => (body, text),
            (None, Some(title_of)) => (title, title_of.as_str()),
            (None, None) => return Err(Why::Wordless { what: format!("{WHAT} without {title} and {body}") }),
        };
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Why::Wordless { what: format!("the property {part:?} is without them") });
    }
    let mut made = Composed::default();
    let number = made.part(part);
    made.push(text, At::Part { part: number, bytes: None });
    let authors = values.get("authors").and_then(Value::as_array).map(|all| {
        let names: Vec<&str> = all.iter().filter_map(Value::as_str).map(str::trim).take(20).collect();
        names.join(", ")
    });
    let address = values.get("external_references").and_then(Value::as_array).and_then(|all| {
        let of = |reference: &Value| reference.get("url").and_then(Value::as_str).map(str::to_owned);
        all.iter().find_map(of)
    });
    let creator = word(&values, "created_by_ref");
    let marked = marking::of(object, &around.definitions, &around.whole);
    let mut notes: Vec<String> =
        marked.unknown.iter().map(|unknown| format!("its marking is not known: {unknown}")).collect();
    if let Some(creator) = creator.as_ref().filter(|creator| !around.identities.contains_key(*creator)) {
        notes.push(format!("who made it is not in the bundle: {creator}"));
    }
    Ok(Draft {
        text: made.text,
        passages: made.map,
        title: title_of,
        outlet: creator.and_then(|creator| around.identities.get(&creator).cloned()),
        author: authors.filter(|authors| !authors.is_empty()),
        date: ["published", "created"].iter().find_map(|key| date::civil(&word(&values, key)?)),
        language: word(&values, "lang").and_then(|lang| html::language(&lang)),
        url: address,
        marked,
        notes,
        ..Draft::default()
    })
}
