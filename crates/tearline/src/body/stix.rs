//! A case as a bundle of STIX 2.1: the case is a `report`, and each document, claim and actor an object of it.
//!
//! A document is a `note` on the report, a claim a `note` on its document, since STIX has no object for who says what how
//! surely. An actor is an `identity`. What was rejected is left out. Markings are statements. Ids are functions of what they name (UUID version 5), so that the same case has the same bytes.

use std::collections::BTreeMap;

use casefile::{CaseRow, ClaimRow, DocumentRow};
use record::time::Micros;
use serde_json::{Value, json};
use sha1::{Digest, Sha1};

use crate::body::actors::ActorShown;
use crate::show::rows;

/// The namespace of these ids: made once, by chance.
const NAMESPACE: [u8; 16] =
    [0x1d, 0x5b, 0x8e, 0x52, 0x7a, 0x6e, 0x4f, 0x0a, 0x92, 0x11, 0xc4, 0x3e, 0x60, 0xb7, 0x0d, 0xa8];

fn id(kind: &str, name: &str) -> String {
    let digest = Sha1::new().chain_update(NAMESPACE).chain_update(kind).chain_update([0]).chain_update(name).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(digest.get(..16).unwrap_or(&[0; 16]));
    bytes[6] = bytes[6] & 0x0f | 0x50;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{kind}--{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

/// A moment as STIX writes it: to the millisecond, in UTC.
fn stamp(at: Micros) -> String {
    let at = jiff::Timestamp::from_microsecond(at.0).unwrap_or_default();
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// The markings that were named, each an object.
#[derive(Default)]
struct Marks(BTreeMap<String, Value>);

impl Marks {
    fn of(&mut self, marking: &str, made: &str) -> Value {
        let marking = if marking.is_empty() { "NOT MARKED" } else { marking };
        let id = id("marking-definition", marking);
        self.0.entry(id.clone()).or_insert_with(|| {
            json!({"type": "marking-definition", "spec_version": "2.1", "id": id, "created": made,
                   "definition_type": "statement", "definition": {"statement": marking}})
        });
        json!([id])
    }
}

/// The bundle of a case.
pub fn bundle(case: &CaseRow, documents: &[DocumentRow], claims: &[ClaimRow], actors: &[ActorShown]) -> Value {
    let made = stamp(case.case.opened);
    let name = case.case.id.to_string();
    let (report, house) = (id("report", &name), id("identity", "Tearline"));
    let mut marks = Marks::default();
    let mut objects = vec![json!({"type": "identity", "spec_version": "2.1", "id": house, "created": made,
        "modified": made, "name": "Tearline", "identity_class": "system"})];
    let mut named = Vec::new();
    let note = |key: &str, of: &str, at: &str, heading: String, text: String, marks: Value| {
        json!({"type": "note", "spec_version": "2.1", "id": id("note", key), "created": at, "modified": at,
               "created_by_ref": house, "abstract": heading, "content": text, "object_refs": [of],
               "object_marking_refs": marks})
    };
    for row in documents {
        let document = &row.document;
        let title = document.title.clone().unwrap_or_else(|| document.name.clone());
        let about = [document.outlet.clone(), document.date.map(|date| date.to_string())];
        let about: Vec<String> = about.into_iter().flatten().collect();
        let key = format!("{name} {}", document.sha256);
        let text = format!("Document {}\nSHA-256 {}", about.join(", "), document.sha256);
        let mark = marks.of(&document.marking, &made);
        objects.push(note(&key, &report, &stamp(row.collected), title, text, mark));
    }
    for row in claims {
        let Some(claim) = row.stands() else { continue };
        let source = claim.source.resolved.as_ref().unwrap_or(&claim.source.text);
        let heading =
            format!("{} {}", if source.is_empty() { "nobody named" } else { source }, rows::stance(claim.stance));
        let text = format!(
            "{}\nCertainty {}-{}; stage {}",
            claim.content.text,
            rows::share(claim.certainty.low),
            rows::share(claim.certainty.high),
            rows::stage(claim.stage)
        );
        let of = id("note", &format!("{name} {}", row.document.sha256));
        let mark = marks.of(&row.document.marking, &made);
        objects.push(note(&row.id.to_string(), &of, &made, heading, text, mark));
    }
    for actor in actors {
        let class = match actor.kind {
            "person" => "individual",
            "group" => "group",
            _ => "organization",
        };
        let key = format!("{name} {} {}", actor.kind, actor.name);
        objects.push(json!({"type": "identity", "spec_version": "2.1", "id": id("identity", &key), "created": made,
            "modified": made, "created_by_ref": house, "name": actor.name, "identity_class": class,
            "object_marking_refs": marks.of(&case.marking, &made)}));
    }
    named.extend(objects.iter().skip(1).map(|object| object["id"].clone()));
    if named.is_empty() {
        named.push(json!(house));
    }
    objects.push(json!({"type": "report", "spec_version": "2.1", "id": report, "created": made, "modified": made,
        "created_by_ref": house, "name": case.case.question, "published": made, "report_types": ["threat-report"],
        "object_refs": named, "object_marking_refs": marks.of(&case.marking, &made)}));
    let all: Vec<Value> = marks.0.into_values().chain(objects).collect();
    json!({"type": "bundle", "id": id("bundle", &name), "objects": all})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_uuid_of_version_5_and_the_same_for_the_same() {
        let one = id("note", "a");
        assert_eq!(one, id("note", "a"));
        assert_ne!(one, id("note", "b"));
        assert_ne!(one.get(6..), id("report", "a").get(8..));
        assert_eq!(one.len(), "note--".len() + 36);
        assert_eq!(one.as_bytes()[6 + 14], b'5');
        assert_eq!(stamp(Micros(1_897_646_400_123_456)), "2030-02-18T12:00:00.123Z");
    }
}
