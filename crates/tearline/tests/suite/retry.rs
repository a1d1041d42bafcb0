//! What was set aside is tried again: under what it demanded then and what is said of it now.

use std::sync::Arc;

use casefile::format::Marked;
use casefile::{Casefile, Place, Provenance, Seams};
use record::case::Case;
use record::time::Micros;
use record::viewer::Viewer;

use crate::desk::Desk;

struct Later;

impl Seams for Later {
    fn now(&self) -> Micros {
        Micros(1_897_646_400_000_000)
    }

    fn chance(&self) -> [u8; 16] {
        [7; 16]
    }
}

/// A case with a file that was set aside when readers were worse than they are.
fn desk(name: &str, content: &str, marking: &str) -> Desk {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Is it so?", "--marking", "TLP:GREEN"]);
    let setting_aside = async {
        let place = Place::from(desk.path("c.tearline").as_path());
        let casefile = Casefile::open(&place, Arc::new(Later)).await.unwrap();
        let viewer = Viewer::holder("ann");
        let Case { id, .. } = casefile.case(&viewer, None).await.unwrap();
        let provenance =
            Provenance { marking: Some(disclose::marking::valid(marking).unwrap()), ..Provenance::default() };
        let file = (name, content.as_bytes(), &Marked::default());
        casefile.set_aside(&viewer, id, file, "it could not be read", &provenance).await.unwrap();
        casefile.close().await;
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(setting_aside);
    desk
}

/// The markings of the documents that somebody sees.
fn markings(desk: &mut Desk, view: &[&str]) -> Vec<String> {
    let said = desk.works(&[view, &["case", "show", "--format", "json"]].concat());
    let shown: serde_json::Value = serde_json::from_str(&said).unwrap();
    let listed = shown["documents_list"].as_array().unwrap();
    listed.iter().map(|row| row["marking"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_said_now_is_joined_with_what_was_demanded_then() {
    // Lower than before is no lower.
    let mut low = desk("a.txt", "A clerk said no.", "TLP:RED");
    low.works(&["collect", "--retry", "--marking", "TLP:CLEAR"]);
    assert_eq!(markings(&mut low, &[]), ["TLP:RED"]);
    assert_eq!(markings(&mut low, &["--view-as", "TLP:AMBER"]), [""; 0]);
    // Higher is higher.
    let mut high = desk("a.txt", "A clerk said no.", "TLP:CLEAR");
    high.works(&["collect", "--retry", "--marking", "TLP:RED"]);
    assert_eq!(markings(&mut high, &[]), ["TLP:RED"]);
    assert_eq!(markings(&mut high, &["--view-as", "TLP:AMBER"]), [""; 0]);
    // Without a word it is what it was, and not what the case is.
    let mut same = desk("a.txt", "A clerk said no.", "TLP:CLEAR");
    same.works(&["collect", "--retry"]);
    assert_eq!(markings(&mut same, &[]), ["TLP:CLEAR"]);
    assert!(same.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}

#[test]
fn owners_and_the_guard_of_a_source_hold_for_what_is_tried_again() {
    let mut owned = desk("a.txt", "A clerk said no.", "TLP:GREEN");
    owned.works(&["collect", "--retry", "--owner", "Station East", "--protection", "protected"]);
    assert_eq!(markings(&mut owned, &["--view-as", "TLP:RED"]), [""; 0]);
    assert_eq!(markings(&mut owned, &["--view-as", "TLP:RED", "--author", "Station East"]).len(), 1);

    let mut sourced = desk("a.txt", "A clerk said no.", "TLP:GREEN");
    sourced.works(&[
        "source",
        "add",
        "HERON",
        "--protection",
        "protected",
        "--owner",
        "Station East",
        "--new-key",
        "@heron.key",
        "--marking",
        "TLP:GREEN",
    ]);
    sourced.works(&["collect", "--retry", "--source", "HERON"]);
    assert_eq!(markings(&mut sourced, &["--view-as", "TLP:RED"]), [""; 0]);
    assert_eq!(markings(&mut sourced, &[]).len(), 1);
}

#[test]
fn what_is_refused_stays_set_aside() {
    let bundle = r#"{"type":"bundle","id":"bundle--1","objects":[{"type":"report","id":"report--2","name":"For whom?",
        "description":"A clerk said yes.","object_marking_refs":["marking-definition--2"]}]}"#;
    let mut desk = desk("b.json", bundle, "TLP:GREEN");
    let said = desk.case(&["collect", "--retry"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("its marking is not known"), "{}", said.err);
    assert_eq!(desk.listed(&["collect", "--problems"]).len(), 1);
    desk.works(&["collect", "--retry", "--marking", "TLP:AMBER"]);
    assert_eq!(desk.listed(&["collect", "--problems"]).len(), 0);
    assert_eq!(markings(&mut desk, &[]), ["TLP:AMBER"]);
}
