//! The bundle of STIX 2.1. The schemas of OASIS are not in this repository; what they demand of the objects that are made here
//! is written out below: required properties, the form of ids and of times, references that lead somewhere, and selectors that
//! name a property that is there.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;

fn bundle(packet: &Packet) -> Value {
    serde_json::from_str(&text_of(&build(packet, &key()).unwrap(), PACKET_STIX)).unwrap()
}

/// `type--UUID`, the UUID of a version that STIX knows.
fn check_id(id: &str, of: &str) {
    let uuid = id.strip_prefix(of).and_then(|rest| rest.strip_prefix("--")).unwrap_or_else(|| panic!("{id} of {of}"));
    let parts: Vec<&str> = uuid.split('-').collect();
    assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12], "{id}");
    assert!(uuid.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-')), "{id}");
    assert!(parts[2].starts_with(['4', '5']) || id.contains("aaaaaaaa"), "{id}");
    assert!(parts[3].starts_with(['8', '9', 'a', 'b']), "{id}");
}

/// RFC 3339 in UTC, with three digits of a second.
fn check_time(text: &str) {
    let shape: String = text.chars().map(|sign| if sign.is_ascii_digit() { '0' } else { sign }).collect();
    assert_eq!(shape, "0000-00-00T00:00:00.000Z", "{text}");
}

fn check(bundle: &Value) {
    assert_eq!(bundle["type"], "bundle");
    check_id(bundle["id"].as_str().unwrap(), "bundle");
    assert_eq!(bundle.as_object().unwrap().len(), 3, "a bundle of 2.1 has no version of its own");
    let objects = bundle["objects"].as_array().unwrap();
    let ids: BTreeSet<&str> = objects.iter().map(|object| object["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), objects.len(), "each object is there once");
    for object in objects {
        let kind = object["type"].as_str().unwrap();
        assert_eq!(object["spec_version"], "2.1");
        check_id(object["id"].as_str().unwrap(), kind);
        check_time(object["created"].as_str().unwrap());
        let (required, optional): (&[&str], &[&str]) = match kind {
            "identity" => (&["modified", "name", "identity_class"], &[]),
            "marking-definition" => (&["name"], &["definition_type", "definition", "extensions"]),
            "report" => (
                &["modified", "name", "published", "object_refs"],
                &["created_by_ref", "description", "lang", "object_marking_refs", "external_references"],
            ),
            "note" => (
                &["modified", "content", "object_refs"],
                &["created_by_ref", "abstract", "lang", "object_marking_refs", "granular_markings"],
            ),
            other => panic!("{other}"),
        };
        let known: BTreeSet<&str> =
            ["type", "spec_version", "id", "created"].iter().chain(required).chain(optional).copied().collect();
        for name in required {
            assert!(!object[*name].is_null(), "{kind} without {name}");
        }
        for (name, value) in object.as_object().unwrap() {
            assert!(known.contains(name.as_str()), "{kind} with {name}");
            assert!(value != &Value::String(String::new()) && value != &Value::Array(vec![]), "{kind}: empty {name}");
        }
        for time in ["modified", "published"] {
            object[time].as_str().into_iter().for_each(check_time);
        }
        for refs in ["object_refs", "object_marking_refs"] {
            for id in object[refs].as_array().into_iter().flatten() {
                assert!(ids.contains(id.as_str().unwrap()), "{kind}: {id} leads nowhere");
            }
        }
        object["created_by_ref"].as_str().into_iter().for_each(|id| assert!(ids.contains(id)));
        for granular in object["granular_markings"].as_array().into_iter().flatten() {
            assert!(ids.contains(granular["marking_ref"].as_str().unwrap()));
            for selector in granular["selectors"].as_array().unwrap() {
                assert!(object[selector.as_str().unwrap()].is_string(), "{selector}");
            }
        }
        if kind == "marking-definition" {
            let statement = object["definition_type"] == "statement" && object["definition"]["statement"].is_string();
            let extension = &object["extensions"]["extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"];
            let tlp = extension["extension_type"] == "property-extension" && extension["tlp_2_0"].is_string();
            assert!(statement != tlp, "either a statement or a colour: {object}");
        }
    }
}

#[test]
fn a_bundle_keeps_to_what_the_standard_demands() {
    check(&bundle(&packet()));
    check(&bundle(&full_packet()));
    insta::assert_snapshot!("stix_full", text_of(&build(&full_packet(), &key()).unwrap(), PACKET_STIX));
}

#[test]
fn colours_of_tlp_are_the_objects_that_oasis_published() {
    for (mark, colour, id) in [
        ("TLP:CLEAR", "clear", "94868c89-83c2-464b-929b-a1a8aa3c8487"),
        ("TLP:GREEN", "green", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
        ("TLP:AMBER", "amber", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
        ("TLP:AMBER+STRICT", "amber+strict", "939a9414-2ddd-4d32-a0cd-375ea402b003"),
        ("TLP:RED", "red", "e828b379-4e03-4974-9ac4-e53a884c97c1"),
    ] {
        let issue = Issue { below: vec![line("a", mark, "", None)], audience: "TLP:RED".into(), ..plain() };
        let bundle = bundle(&compose(&issue).unwrap());
        check(&bundle);
        let markings: Vec<&Value> = bundle["objects"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|object| object["type"] == "marking-definition")
            .collect();
        assert_eq!(markings.len(), 1, "{mark}");
        assert_eq!(markings[0]["id"], format!("marking-definition--{id}"));
        assert_eq!(markings[0]["created"], "2022-10-01T00:00:00.000Z");
        assert_eq!(
            markings[0]["extensions"]["extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"]["tlp_2_0"],
            colour
        );
    }
}

#[test]
fn a_portion_lower_than_its_half_is_a_granular_marking() {
    let bundle = bundle(&packet());
    let objects = bundle["objects"].as_array().unwrap();
    let notes: Vec<&Value> = objects.iter().filter(|object| object["type"] == "note").collect();
    let name = |id: &Value| {
        objects.iter().find(|object| object["id"] == *id).map(|object| object["name"].as_str().unwrap()).unwrap()
    };
    assert_eq!(name(&notes[0]["object_marking_refs"][0]), "SECRET//REL TO USA, GBR");
    assert!(notes[0]["granular_markings"].is_null(), "its portion is that of the whole");
    assert_eq!(name(&notes[1]["object_marking_refs"][0]), "SECRET//REL TO USA, GBR");
    assert_eq!(name(&notes[1]["granular_markings"][0]["marking_ref"]), "UNCLASSIFIED");
}
