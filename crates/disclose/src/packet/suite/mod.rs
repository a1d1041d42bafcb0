//! Packets: what is in them. What is found when something is not as it was stands beneath.

mod dishonest;
mod tampered;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use record::id::{ClaimId, DisclosureId, LineId, PacketId};
use record::marking::Rollup;
use record::packet::{Packet, PacketLine};
use record::release::{Disclosure, Line};
use record::time::Micros;
use tempfile::TempDir;

use super::*;
use crate::marking::parse;
use crate::workflow::Refusal;

/// 2031-05-04 09:30:00.000001 UTC, a day in the invented life of two invented countries.
const ISSUED: Micros = Micros(1_935_653_400_000_001);

fn key() -> PrivateKey {
    PrivateKey::from_chance([7; 32])
}

fn public_pem() -> String {
    key().public().to_pem().unwrap()
}

fn rollup(text: &str) -> Rollup {
    Rollup::from(&parse(text).unwrap())
}

fn issued() -> Disclosure {
    let line = |number: u8, text: &str| Line {
        id: LineId([number; 16]),
        text: text.into(),
        claims: vec![ClaimId([number; 16])],
        judgement: None,
        place: record::release::Place::Below,
        like: None,
        author: "Ann Author".into(),
    };
    Disclosure {
        purpose: "Warn before the vote of <b>Friday</b>".into(),
        audience: "SECRET,country=GBR".into(),
        channel: "press & radio".into(),
        lines: vec![
            line(0xc1, "Norland weighs sending \"shells\" to Suderland."),
            line(0xc2, "It has not decided; Suderland's ministry <script>alert(1)</script> denies it."),
        ],
        issued: true,
        ..Disclosure::proposed(DisclosureId([0xd1; 16]), "Ann Author", Micros(1))
    }
}

fn demands(marks: &[Rollup]) -> Vec<crate::workflow::Demand> {
    marks.iter().cloned().map(crate::workflow::Demand::of).collect()
}

fn packet() -> Packet {
    compose(&issued(), &demands(&[rollup("S//REL TO USA, GBR"), rollup("U")]), PacketId([0xaa; 16]), ISSUED).unwrap()
}

fn written(files: &[PacketFile]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        fs::write(folder.path().join(file.name), &file.bytes).unwrap();
    }
    folder
}

fn built() -> TempDir {
    written(&build(&packet(), &key()).unwrap())
}

fn said(folder: &Path) -> String {
    verify(folder, &public_pem()).unwrap_err().to_string()
}

fn text_of(files: &[PacketFile], name: &str) -> String {
    String::from_utf8(files.iter().find(|file| file.name == name).unwrap().bytes.clone()).unwrap()
}

#[test]
fn a_packet_that_was_not_touched_verifies() {
    let folder = built();
    let verified = verify(folder.path(), &public_pem()).unwrap();
    assert_eq!(verified.packet, packet());
    assert_eq!(verified.key, key().public().id());
    assert_eq!(verified.manifest.files.len(), 2);
}

#[test]
fn the_page_shows_every_line_with_its_mark_and_runs_nothing() {
    let html = text_of(&build(&packet(), &key()).unwrap(), PACKET_HTML);
    assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("http://") && !html.contains("src="));
    insta::assert_snapshot!(html);
}

#[test]
fn the_json_and_the_manifest_can_be_read_by_people() {
    let files = build(&packet(), &key()).unwrap();
    insta::assert_snapshot!(text_of(&files, PACKET_JSON));
    insta::assert_snapshot!(text_of(&files, MANIFEST_JSON));
    assert_eq!(text_of(&files, MANIFEST_SIG).len(), 89);
}

#[test]
fn the_same_packet_has_the_same_bytes_wherever_it_is_built() {
    assert_eq!(build(&packet(), &key()), build(&packet(), &key()));
}

#[test]
fn a_packet_names_no_claim_line_disclosure_author_or_approver() {
    for file in build(&packet(), &key()).unwrap() {
        let text = String::from_utf8(file.bytes).unwrap();
        for secret in ["c1c1c1c1", "c2c2c2c2", "d1d1d1d1", "Ann", "Author"] {
            assert!(!text.contains(secret), "{} names {secret}", file.name);
        }
    }
}

#[test]
fn a_packet_is_composed_only_of_what_was_issued_and_may_be_seen() {
    let compose =
        |disclosure: &Disclosure, marks: &[Rollup]| compose(disclosure, &demands(marks), PacketId([1; 16]), ISSUED);
    let draft = Disclosure { issued: false, ..issued() };
    assert_eq!(compose(&draft, &[rollup("U"), rollup("U")]), Err(PacketError::NotIssued));
    let empty = Disclosure { lines: vec![], ..issued() };
    assert_eq!(compose(&empty, &[]), Err(PacketError::Refused(Refusal::NoLines)));
    let said = |marks: &[Rollup]| compose(&issued(), marks).unwrap_err().to_string();
    assert!(said(&[rollup("U"), rollup("S//NF")]).contains("may not see line 2 (S//NF)"));
    assert!(said(&[rollup("U"), Rollup::default()]).starts_with("line 2 has no marking"));
    assert!(said(&[rollup("U")]).starts_with("the draft has 2 lines and 1 were given a marking"));
    let of_another_format = Packet { format: 2, ..packet() };
    assert_eq!(build(&of_another_format, &key()), Err(PacketError::Format(2)));
}

#[test]
fn the_banner_covers_every_line_of_every_ladder() {
    let mixed = Disclosure { audience: "SECRET,country=USA,TLP:RED".into(), ..issued() };
    let packet = compose(&mixed, &demands(&[rollup("S//NF"), rollup("TLP:AMBER")]), PacketId([1; 16]), ISSUED).unwrap();
    assert_eq!(packet.banner, "SECRET//NOFORN + TLP:AMBER");
    assert_eq!(packet.lines[0].portion, "(S//NF)");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_from_a_packet_and_breaks_out_of_no_tag(
        audience in any::<String>(), portion in any::<String>(), text in any::<String>(), issued: i64,
    ) {
        let lines = vec![PacketLine { portion, text }];
        let packet = Packet { audience, lines, issued: Micros(issued), ..packet() };
        let files = build(&packet, &key()).unwrap();
        let html = text_of(&files, PACKET_HTML);
        let plain = text_of(&build(&Packet { audience: String::new(), lines: vec![PacketLine {
            portion: String::new(), text: String::new(),
        }], ..packet.clone() }, &key()).unwrap(), PACKET_HTML);
        prop_assert_eq!(html.matches('<').count(), plain.matches('<').count());
        prop_assert_eq!(html.matches('"').count(), plain.matches('"').count());
        let folder = written(&files);
        prop_assert_eq!(verify(folder.path(), &public_pem()).map(|verified| verified.packet), Ok(packet));
    }
}
