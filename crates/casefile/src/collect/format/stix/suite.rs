//! Bundles as people exchange them, and as nobody should.

use std::ops::ControlFlow;

use disclose::marking::banner_of;

use crate::collect::format::{Extracted, Limits, documents};

const IDENTITY: &str = r#"{"type":"identity","spec_version":"2.1","id":"identity--0b1e5b1c-0000-4000-8000-000000000001","name":"Harbour Watch"}"#;
const RED: &str = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
const AMBER_2: &str = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
const STRICT_2: &str = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
const GREEN: &str = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da";
const OWN: &str = "marking-definition--0b1e5b1c-0000-4000-8000-00000000000a";

fn bundle(objects: &[&str]) -> String {
    format!(
        r#"{{"type":"bundle","id":"bundle--0b1e5b1c-0000-4000-8000-0000000000ff","objects":[{}]}}"#,
        objects.join(",")
    )
}

/// A report with these properties besides.
fn report(number: u8, more: &str) -> String {
    let comma = if more.is_empty() { "" } else { "," };
    format!(
        r#"{{"type":"report","spec_version":"2.1","id":"report--0b1e5b1c-0000-4000-8000-0000000000{number:02}","name":"Crates at the port","description":"A clerk said that the crates had left.","published":"2030-02-16T08:30:00.000Z","created_by_ref":"identity--0b1e5b1c-0000-4000-8000-000000000001"{comma}{more}}}"#
    )
}

fn all(text: &str, name: &str) -> Vec<Result<Extracted, String>> {
    let mut found = Vec::new();
    let _ = documents(text.as_bytes(), name, None, &Limits::default(), &mut |one| {
        found.push(one.map_err(|refused| refused.to_string()));
        ControlFlow::Continue(())
    });
    found
}

/// The marking of the only document, and what is not known of it.
#[track_caller]
fn marking(text: &str) -> (String, Vec<String>) {
    let one = all(text, "b.json").remove(0).unwrap();
    (banner_of(&one.marked.stated).unwrap_or_default(), one.marked.unknown)
}

#[test]
fn reports_and_notes_are_documents_and_the_rest_is_counted() {
    let note = r#"{"type":"note","id":"note--0b1e5b1c-0000-4000-8000-000000000003","abstract":"On the crates","content":"They were empty.","created":"2030-02-17T00:00:00Z","authors":["Ann","Ben"],"object_refs":[],"external_references":[{"source_name":"x"},{"source_name":"y","url":"https://watch.example/3"}]}"#;
    let report = report(1, "");
    let text = bundle(&[
        r#"{"type":"indicator","id":"indicator--1"}"#,
        IDENTITY,
        &report,
        note,
        r#"{"type":"indicator","id":"indicator--2"}"#,
    ]);
    let found: Vec<Extracted> = all(&text, "b.json").into_iter().map(Result::unwrap).collect();
    let [first, second] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(first.name, "b.json#report--0b1e5b1c-0000-4000-8000-000000000001");
    assert_eq!(
        (first.title.as_deref(), first.text.as_str()),
        (Some("Crates at the port"), "A clerk said that the crates had left.")
    );
    assert_eq!(first.outlet.as_deref(), Some("Harbour Watch"));
    assert_eq!(first.date.unwrap().to_string(), "2030-02-16T08:30Z");
    assert_eq!(first.bytes, report.as_bytes(), "its bytes are its object");
    assert_eq!(first.notes, ["what else is in the bundle is passed over: 1 identity, 2 indicator"]);
    assert_eq!((second.title.as_deref(), second.author.as_deref()), (Some("On the crates"), Some("Ann, Ben")));
    assert_eq!(second.url.as_deref(), Some("https://watch.example/3"));
    assert_eq!(second.outlet, None);
    assert_eq!(first.format.extractor(), "stix-1");
}

#[test]
fn a_marking_by_its_published_id_needs_no_definition() {
    for (id, expected) in
        [(RED, "TLP:RED"), (AMBER_2, "TLP:AMBER"), (STRICT_2, "TLP:AMBER+STRICT"), (GREEN, "TLP:GREEN")]
    {
        let text = bundle(&[IDENTITY, &report(1, &format!(r#""object_marking_refs":["{id}"]"#))]);
        assert_eq!(marking(&text), (expected.to_owned(), vec![]));
    }
    assert_eq!(marking(&bundle(&[IDENTITY, &report(1, "")])), (String::new(), vec![]));
}

#[test]
fn of_several_markings_the_highest_holds_and_that_of_a_part_holds_of_the_whole() {
    let refs = format!(
        r#""object_marking_refs":["{GREEN}"],"granular_markings":[{{"marking_ref":"{RED}","selectors":["description"]}},{{"lang":"fr","selectors":["name"]}}]"#
    );
    assert_eq!(marking(&bundle(&[IDENTITY, &report(1, &refs)])), ("TLP:RED".to_owned(), vec![]));
    // The same property twice: both hold, whichever comes last.
    let twice = format!(r#""object_marking_refs":["{RED}"],"object_marking_refs":["{GREEN}"]"#);
    assert_eq!(marking(&bundle(&[IDENTITY, &report(1, &twice)])), ("TLP:RED".to_owned(), vec![]));
}

/// What a report says of itself by a definition that the bundle holds.
#[track_caller]
fn defined(definition: &str) -> (String, Vec<String>) {
    let definition = format!(r#"{{"type":"marking-definition","id":"{OWN}",{definition}}}"#);
    let refs = format!(r#""object_marking_refs":["{OWN}"]"#);
    marking(&bundle(&[&report(1, &refs), &definition]))
}

#[test]
fn a_statement_restricts_nobody_and_a_colour_by_another_id_does() {
    let known = |marking: &str| (marking.to_owned(), vec![]);
    assert_eq!(defined(r#""definition_type":"statement","definition":{"statement":"Copyright 2030"}"#), known(""));
    assert_eq!(defined(r#""definition_type":"tlp","definition":{"tlp":"amber"}"#), known("TLP:AMBER"));
    assert_eq!(defined(r#""definition_type":"TLP","definition":{"TLP":"TLP:GREEN"}"#), known("TLP:GREEN"));
    let two = |colour| {
        format!(
            r#""extensions":{{"extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d":{{"extension_type":"property-extension","tlp_2_0":"{colour}"}}}}"#
        )
    };
    assert_eq!(defined(&two("amber+strict")), known("TLP:AMBER+STRICT"));
    assert_eq!(defined(&two("violet")).1.len(), 1);
    // Some programs write the colour that STIX 2.1 has no name for into a statement.
    let strict =
        r#""definition_type":"statement","definition":{"statement":"custom"},"x_definition":"TLP:AMBER + STRICT""#;
    assert_eq!(defined(strict), known("TLP:AMBER+STRICT"));
}

#[test]
fn a_marking_that_is_not_known_is_said_and_takes_nothing_away() {
    for definition in [
        r#""definition_type":"house-rules","definition":{"level":9}"#,
        r#""definition_type":"tlp","definition":{"tlp":"violet"}"#,
        r#""definition_type":"tlp","definition":{"tlp":"red"},"definition_type":"statement""#,
        r#""definition_type":"tlp","definition":{"tlp":"red","tlp":"clear"}"#,
        r#""extensions":{"extension-definition--0b1e5b1c-0000-4000-8000-00000000000b":{"level":9}}"#,
        r#""name":"nothing more""#,
    ] {
        assert!(!defined(definition).1.is_empty(), "{definition}");
    }
    let refs = format!(r#""object_marking_refs":["{OWN}","{AMBER_2}"]"#);
    assert_eq!(
        marking(&bundle(&[&report(1, &refs)])),
        ("TLP:AMBER".to_owned(), vec![format!("{OWN} is not in the bundle")])
    );
    for refs in
        [r#""object_marking_refs":"x""#, r#""object_marking_refs":[7]"#, r#""granular_markings":[{"selectors":[]}]"#]
    {
        assert!(!marking(&bundle(&[&report(1, refs)])).1.is_empty(), "{refs}");
    }
}

#[test]
fn a_definition_that_lowers_a_published_id_does_not_lower_it() {
    let false_one = format!(
        r#"{{"type":"marking-definition","id":"{RED}","definition_type":"tlp","definition":{{"tlp":"white"}}}}"#
    );
    let refs = format!(r#""object_marking_refs":["{RED}"]"#);
    assert_eq!(marking(&bundle(&[&false_one, &report(1, &refs)])).0, "TLP:RED");
    // Of two definitions under one id both hold.
    let one =
        format!(r#"{{"type":"marking-definition","id":"{OWN}","definition_type":"tlp","definition":{{"tlp":"red"}}}}"#);
    let two = format!(
        r#"{{"type":"marking-definition","id":"{OWN}","definition_type":"tlp","definition":{{"tlp":"green"}}}}"#
    );
    let refs = format!(r#""object_marking_refs":["{OWN}"]"#);
    for order in [[&one, &two], [&two, &one]] {
        assert_eq!(marking(&bundle(&[order[0], order[1], &report(1, &refs)])).0, "TLP:RED");
    }
}

#[test]
fn an_object_alone_is_marked_as_in_a_bundle() {
    let refs = format!(r#""object_marking_refs":["{RED}"]"#);
    assert_eq!(marking(&report(1, &refs)).0, "TLP:RED");
    let lines = format!("{}\n{}\n", report(1, &refs), report(2, ""));
    let found: Vec<Extracted> = all(&lines, "b.jsonl").into_iter().map(Result::unwrap).collect();
    let shown: Vec<String> = found.iter().map(|one| banner_of(&one.marked.stated).unwrap_or_default()).collect();
    assert_eq!(shown, ["TLP:RED", ""]);
    // What is read as an article has the properties of STIX too.
    let article = format!(r#"{{"text":"The crates had left, he said.",{refs}}}"#);
    assert_eq!(marking(&article).0, "TLP:RED");
    // A server sends a bundle without its type.
    assert_eq!(marking(&format!(r#"{{"more":false,"objects":[{}]}}"#, report(1, &refs))).0, "TLP:RED");
}

#[test]
fn what_is_wrong_with_one_object_costs_no_other() {
    let deep = format!(r#"{{"type":"note","id":"note--9","content":{}1{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    let inner = bundle(&[&report(3, "")]);
    let circle = r#"{"type":"identity","id":"identity--0b1e5b1c-0000-4000-8000-000000000001","name":"A","created_by_ref":"identity--0b1e5b1c-0000-4000-8000-000000000001"}"#;
    let first = report(1, "");
    let text = bundle(&[
        circle,
        "7",
        r#"{"id":"x"}"#,
        &deep,
        &inner,
        r#"{"type":"note","id":"note--8","content":"..."}"#,
        &first,
        &first,
    ]);
    let shown: Vec<String> = all(&text, "b.json")
        .into_iter()
        .map(|one| match one {
            Ok(one) => format!("{}: {}", one.name, one.notes.join("; ")),
            Err(refused) => refused,
        })
        .collect();
    let id = "report--0b1e5b1c-0000-4000-8000-000000000001";
    assert_eq!(
        shown,
        [
            "b.json#2: it cannot be read as a STIX object: it has no type and id".to_owned(),
            "b.json#3: it cannot be read as a STIX object: it has no type and id".to_owned(),
            "b.json#note--9: it cannot be read as a STIX object: recursion limit exceeded at line 1 column 128"
                .to_owned(),
            "b.json#note--8: there are no words in it: the property \"content\" is without them".to_owned(),
            format!("b.json#{id}: what else is in the bundle is passed over: 1 bundle, 1 identity"),
            format!("b.json#{id}: an earlier record of the file has the same id"),
        ]
    );
}

#[test]
fn a_bundle_without_a_report_says_what_is_in_it() {
    assert_eq!(
        all(&bundle(&[IDENTITY]), "b.json"),
        [Err("b.json: there are no words in it: a STIX bundle without a report or note, with 1 identity".to_owned())]
    );
    assert_eq!(
        all(r#"{"type":"bundle","id":"bundle--1"}"#, "b.json"),
        [Err("b.json: there are no words in it: a STIX bundle without a report or note, with nothing".to_owned())]
    );
}
