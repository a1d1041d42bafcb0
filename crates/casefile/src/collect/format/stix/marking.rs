//! Who may see an object: by the marking definitions that it names, of the whole of it and of its parts.
//!
//! TLP is known by the ids under which OASIS publishes it: those of TLP 1 stand in the specification of STIX 2.1 (section
//! 7.2.1.4), those of TLP 2.0 in the extension definition of its common objects. A definition that the bundle holds is read
//! too. A statement (copyright, terms of use) restricts nobody, unless it speaks of TLP, as some programs write colours
//! that STIX has no name for. Whatever else a definition is, it is not known how high it is, and that is said.

use std::collections::HashMap;

use record::marking::{Level, Marking, Rollup, Tlp};
use serde_json::Value;

use super::super::marked::Marked;
use crate::collect::format::json;

/// The properties that name markings, of a whole object and of parts of it.
pub(super) const WHOLE: &str = "object_marking_refs";
pub(super) const PARTS: &str = "granular_markings";

/// The extension by which TLP 2.0 is written.
const TLP_2: &str = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

/// The definitions that are the same everywhere.
const PUBLISHED: [(&str, Tlp); 9] = [
    // TLP 1.
    ("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp::Clear),
    ("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp::Green),
    ("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp::Amber),
    ("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp::Red),
    // TLP 2.0.
    ("marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp::Clear),
    ("marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp::Green),
    ("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp::Amber),
    ("marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp::AmberStrict),
    ("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp::Red),
];

/// The marking definitions of a bundle.
#[derive(Debug, Default)]
pub(super) struct Definitions(HashMap<String, Marked>);

impl Definitions {
    /// Enters a definition. Of two with one id both hold.
    pub fn enter(&mut self, id: &str, object: &str) {
        let own = defined(id, object);
        let joined = self.0.get(id).cloned().unwrap_or_default().join(&own);
        self.0.insert(id.to_owned(), joined);
    }

    /// What a definition demands, by its id.
    fn get(&self, id: &str) -> Marked {
        let published = PUBLISHED.iter().find(|(known, _)| *known == id).map(|(_, tlp)| colour(*tlp));
        match (published, self.0.get(id)) {
            (Some(published), Some(own)) => published.join(own),
            (Some(published), None) => published,
            (None, Some(own)) => own.clone(),
            (None, None) => unknown(format!("{id} is not in the bundle")),
        }
    }
}

fn colour(tlp: Tlp) -> Marked {
    Marked { stated: Rollup::from(&Marking::plain(Level::Tlp(tlp))), unknown: Vec::new() }
}

fn unknown(what: String) -> Marked {
    Marked { stated: Rollup::default(), unknown: vec![what] }
}

/// What bytes demand that could not be read as anything, by the ids of markings that stand in them.
pub(in crate::collect::format) fn anywhere(bytes: &[u8]) -> Marked {
    const BEGINS: &[u8] = b"marking-definition--";
    // As many as an id is long behind its beginning.
    const LENGTH: usize = 36;
    let (definitions, mut marked, mut rest) = (Definitions::default(), Marked::default(), bytes);
    while let Some(at) = rest.windows(BEGINS.len()).position(|part| part == BEGINS) {
        let end = (at + BEGINS.len() + LENGTH).min(rest.len());
        let id = String::from_utf8_lossy(rest.get(at..end).unwrap_or_default()).into_owned();
        marked = marked.join(&definitions.get(&id));
        rest = rest.get(at + BEGINS.len()..).unwrap_or_default();
    }
    marked
}

/// What an object demands, with what holds of the whole bundle.
pub(super) fn of(object: &str, definitions: &Definitions, whole: &Marked) -> Marked {
    let mut marked = whole.clone();
    let wanted = |key: &str| matches!(key, WHOLE | PARTS);
    // What is no object is refused for that elsewhere.
    let Ok(found) = json::every(object, wanted) else { return marked };
    if found.len() >= json::MEMBERS {
        // No more of them were looked at.
        return marked.join(&unknown(format!("{WHOLE} stands there too often")));
    }
    for (key, raw) in found {
        let ids = match (key.as_str(), serde_json::from_str::<Value>(raw.get())) {
            (_, Ok(Value::Null)) => continue,
            (WHOLE, Ok(Value::Array(ids))) => ids.into_iter().map(Some).collect(),
            (PARTS, Ok(Value::Array(parts))) => parts.iter().filter_map(part).collect(),
            _ => vec![None],
        };
        for id in ids {
            let one = match id {
                Some(Value::String(id)) => definitions.get(&id),
                _ => unknown(format!("{key} is no list of markings")),
            };
            marked = marked.join(&one);
        }
    }
    marked
}

/// The marking of a part; none where the part has but another language.
fn part(part: &Value) -> Option<Option<Value>> {
    match part.get("marking_ref") {
        Some(id) => Some(Some(id.clone())),
        None if part.get("lang").is_some() => None,
        None => Some(None),
    }
}

/// What a definition demands.
fn defined(id: &str, object: &str) -> Marked {
    let not_known = |what: &str| unknown(format!("{id} {what}"));
    let Ok(Value::Object(values)) = serde_json::from_str::<Value>(object) else {
        return not_known("cannot be read");
    };
    // Of two properties of one name programs take one or the other.
    if doubled(object, 0) {
        return not_known("says two things under one name");
    }
    let (mut marked, mut told) = (Marked::default(), false);
    let mut take = |one: Marked| {
        marked = std::mem::take(&mut marked).join(&one);
        told = true;
    };
    if let Some(Value::Object(extensions)) = values.get("extensions") {
        for (extension, value) in extensions {
            let tlp = value.get("tlp_2_0").and_then(Value::as_str).filter(|_| extension == TLP_2).and_then(tlp);
            take(tlp.map_or_else(|| not_known("has an extension that is not known"), colour));
        }
    }
    let definition = values.get("definition");
    match values.get("definition_type").and_then(Value::as_str) {
        Some(kind) if kind.eq_ignore_ascii_case("tlp") => {
            let key = |all: &&String| all.eq_ignore_ascii_case("tlp");
            let stated = definition.and_then(Value::as_object).and_then(|all| all.get(all.keys().find(key)?)?.as_str());
            let stated = stated.and_then(tlp);
            take(stated.map_or_else(|| not_known("is of no colour of TLP"), colour));
        }
        // Copyright and terms of use restrict nobody; a banner that is stated so, as packets of this house do, is one.
        Some("statement") => {
            let said =
                definition.and_then(Value::as_object).and_then(|all| all.get("statement")).and_then(Value::as_str);
            take(said.map(|said| Marked::written(said, None)).unwrap_or_default());
        }
        Some(kind) if kind.to_ascii_uppercase().starts_with("TLP:") => {}
        Some(kind) => take(not_known(&format!("is a marking of the kind {:?}", short(kind)))),
        None => {}
    }
    // Programs write colours that STIX has no name for into words of their own.
    for value in values.values().chain(definition.and_then(Value::as_object).into_iter().flat_map(|all| all.values())) {
        if let Some(found) = value.as_str().and_then(|words| in_words(words, id)) {
            take(found);
        }
    }
    if told { marked } else { not_known("says nothing of who may see it") }
}

/// Whether an object has two properties of one name, or one in it has.
fn doubled(object: &str, depth: usize) -> bool {
    let Ok(found) = json::every(object, |_| true) else { return depth == 0 };
    let mut names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.len() >= json::MEMBERS
        || names.windows(2).any(|pair| pair[0] == pair[1])
        || depth < 3 && found.iter().any(|(_, value)| value.get().starts_with('{') && doubled(value.get(), depth + 1))
}

fn short(words: &str) -> String {
    words.chars().take(60).collect()
}

/// A colour by its name.
fn tlp(name: &str) -> Option<Tlp> {
    let name = name.trim().to_ascii_lowercase();
    Some(match name.strip_prefix("tlp:").unwrap_or(&name) {
        "clear" | "white" => Tlp::Clear,
        "green" => Tlp::Green,
        "amber" => Tlp::Amber,
        "amber+strict" => Tlp::AmberStrict,
        "red" => Tlp::Red,
        _ => return None,
    })
}

/// What words say of TLP; none where they do not speak of it.
fn in_words(words: &str, id: &str) -> Option<Marked> {
    let upper = words.to_ascii_uppercase();
    let mut found: Option<Marked> = None;
    for (at, _) in upper.match_indices("TLP:") {
        let mut rest = upper.get(at + 4..).unwrap_or_default().trim_start();
        let mut name = String::new();
        loop {
            let end = rest.find(|sign: char| !sign.is_ascii_alphabetic()).unwrap_or(rest.len());
            name.push_str(&short(rest.get(..end).unwrap_or_default()));
            rest = rest.get(end..).unwrap_or_default().trim_start();
            match rest.strip_prefix('+') {
                Some(behind) if name.len() < 60 => rest = behind.trim_start(),
                _ => break,
            }
            name.push('+');
        }
        let one = tlp(&name).map_or_else(|| unknown(format!("{id} speaks of TLP:{}", short(&name))), colour);
        found = Some(found.unwrap_or_default().join(&one));
    }
    found
}
