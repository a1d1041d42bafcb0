//! Packets: what is in them, and how each of their files shows it. What is found when something is not as it was stands
//! beneath.

mod compose;
mod dishonest;
mod first;
mod logged;
mod looks;
mod pdf;
mod stix;
mod tampered;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use record::id::{ClaimId, DisclosureId, LineId, PacketId, Sha256 as Hash};
use record::marking::Rollup;
use record::packet::{AuthorityBlock, AuthorityKind, Packet, Review, Status};
use record::release::{Disclosure, Line};
use record::time::Micros;
use tempfile::TempDir;

use super::*;
use crate::marking::parse;

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

fn link(number: u8) -> Option<String> {
    Some(format!("{number:02x}").repeat(16))
}

fn line(text: &str, marking: &str, support: &str, like: Option<String>) -> IssueLine {
    IssueLine { text: text.into(), marking: rollup(marking), support: support.into(), like }
}

fn disclosure() -> Disclosure {
    let line = |number: u8, text: &str| Line {
        id: LineId([number; 16]),
        text: text.into(),
        claims: vec![ClaimId([number; 16])],
        judgement: None,
        place: record::release::Place::Below,
        like: None,
        label: None,
        judged: None,
        confidence: None,
        hands: Default::default(),
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

/// Two lines and nothing around them.
fn plain() -> Issue {
    Issue::of(&disclosure(), &[rollup("S//REL TO USA, GBR"), rollup("U")], PacketId([0xaa; 16]), ISSUED).unwrap()
}

/// A packet with everything in it.
fn full() -> Issue {
    Issue {
        status: Status::Corrects {
            packet: PacketId([0xab; 16]),
            manifest: Hash([0xcd; 32]),
            what: "The number of shells was given as 60.".into(),
        },
        title: Some("Norland's shells # and <b>what</b> may follow".into()),
        issuer: Some("The Harbour Desk".into()),
        expires: Some(Micros(ISSUED.0 + 86_400_000_000 * 30)),
        authority: Some(AuthorityBlock {
            kind: AuthorityKind::Derivative,
            classified_by: "J. Doe, Analyst".into(),
            reason: None,
            derived_from: Some("Harbour Guide 7, 2030".into()),
            declassify_on: "20560504".into(),
        }),
        terms: Some("For use in the ministry; what stands below the tearline may be given to the press.".into()),
        above: vec![
            line(
                "Norland sent 42 shells to Suderland by rail on 2 May 2031.",
                "S//REL TO USA, GBR",
                "three independent sources of two kinds",
                link(1),
            ),
            line(
                "It is likely (74 %) that Norland will send more before Friday's vote.",
                "S//REL TO USA, GBR",
                "two independent sources of one kind, neither with direct access",
                link(2),
            ),
        ],
        below: vec![
            line("Norland sent about 40 shells to Suderland in May.", "U", "three independent sources", link(1)),
            line("It is likely that Norland will send more.", "U", "", link(2)),
        ],
        frame: rollup("S//REL TO USA, GBR"),
        sources: vec![
            "An official with direct access (usually reliable), reporting in April and May 2031.".into(),
            "Two documents whose access is not known (cannot be judged).".into(),
        ],
        confidence: Some("Confidence is moderate.".into()),
        basis: Some("Three independent roots of two kinds of source.".into()),
        questions: vec![IssueQuestion {
            question: "Has Norland decided to send more?".into(),
            answer: "We do not speak of decisions that were not announced.".into(),
            marking: rollup("U"),
        }],
        reviewed: Review::Independent,
        ..plain()
    }
}

fn packet() -> Packet {
    compose(&plain()).unwrap()
}

fn full_packet() -> Packet {
    compose(&full()).unwrap()
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

/// The files as they are read from a folder.
fn contents(files: &[PacketFile]) -> Contents {
    let files = files.iter().map(|file| (file.name.to_owned(), file.bytes.clone())).collect();
    Contents { files, ..Contents::default() }
}

fn said(folder: &Path) -> String {
    verify(folder, &public_pem()).unwrap_err().to_string()
}

fn bytes_of<'f>(files: &'f [PacketFile], name: &str) -> &'f [u8] {
    &files.iter().find(|file| file.name == name).unwrap().bytes
}

fn text_of(files: &[PacketFile], name: &str) -> String {
    String::from_utf8(bytes_of(files, name).to_vec()).unwrap()
}

#[test]
fn a_packet_that_was_not_touched_verifies_and_the_report_says_what_that_means() {
    for packet in [packet(), full_packet()] {
        let files = build(&packet, &key()).unwrap();
        let report = verify(written(&files).path(), &public_pem()).unwrap();
        assert_eq!((&report.packet, report.format), (&packet, 2));
        assert_eq!(report.key, key().public().id());
        assert_eq!(Some(report.manifest), manifest_hash(files.iter().map(|file| (file.name, file.bytes.as_slice()))));
        assert_eq!(
            report.checked,
            [
                "manifest.json is signed with the key fe812c12f3ab4ce6",
                "every file that it lists is there, unchanged, and nothing was added",
                "the files that show the packet show what packet.json says, to the byte",
            ]
        );
    }
    let report = verify(written(&build(&full_packet(), &key()).unwrap()).path(), &public_pem()).unwrap();
    let not: Vec<&str> = report.not_checked.iter().map(|unchecked| unchecked.what.as_str()).collect();
    assert_eq!(
        not,
        [
            "whether the packet is in a log",
            "whether it has expired: it is not to be relied on after 2031-06-03T09:30:00Z",
            "whether a later packet replaced, corrected or withdrew this one",
            "the packet abababab-abab-abab-abab-abababababab, which this one corrects",
        ]
    );
    assert!(report.not_checked.iter().all(|unchecked| !unchecked.why.is_empty()));
}

#[test]
fn the_same_state_issues_the_same_content_manifest_and_signature_to_the_byte() {
    for issue in [plain(), full()] {
        let once = build(&compose(&issue).unwrap(), &key()).unwrap();
        let again = build(&compose(&issue.clone()).unwrap(), &key()).unwrap();
        assert_eq!(once.len(), 8);
        for (one, other) in once.iter().zip(&again) {
            assert_eq!(one, other, "{}", one.name);
        }
    }
}

#[test]
fn the_json_and_the_manifest_can_be_read_by_people() {
    let files = build(&packet(), &key()).unwrap();
    insta::assert_snapshot!("packet_json", text_of(&files, PACKET_JSON));
    let manifest: record::packet::Manifest = serde_json::from_slice(bytes_of(&files, MANIFEST_JSON)).unwrap();
    let names: Vec<&str> = manifest.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        ["packet.html", "packet.json", "packet.md", "packet.pdf", "packet.stix.json", "packet.txt"],
        "sorted by name"
    );
    assert_eq!(text_of(&files, MANIFEST_SIG).len(), 89);
    insta::assert_snapshot!("full_packet_json", text_of(&build(&full_packet(), &key()).unwrap(), PACKET_JSON));
}

#[test]
fn a_packet_names_no_claim_line_disclosure_author_or_approver() {
    for file in build(&packet(), &key()).unwrap() {
        let text = String::from_utf8_lossy(&file.bytes);
        for secret in ["c1c1c1c1", "c2c2c2c2", "d1d1d1d1", "Ann", "Author"] {
            assert!(!text.contains(secret), "{} names {secret}", file.name);
        }
    }
}

#[test]
fn a_packet_that_another_takes_the_place_of_is_held_against_it_where_it_is_at_hand() {
    let older = build(&packet(), &key()).unwrap();
    let manifest = manifest_hash(older.iter().map(|file| (file.name, file.bytes.as_slice()))).unwrap();
    let status = Status::Supersedes { packet: packet().id, manifest };
    let newer = Issue { status, id: PacketId([0xbb; 16]), ..plain() };
    let newer = written(&build(&compose(&newer).unwrap(), &key()).unwrap());
    let older = written(&older);
    let report =
        verify_against(newer.path(), &public_pem(), &Against { older: Some(older.path()), ..Against::default() });
    let checked = report.unwrap().checked;
    assert_eq!(
        checked.last().unwrap(),
        "the packet aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa, which this one supersedes, is the one at hand, unchanged"
    );
    let another = written(&build(&full_packet(), &key()).unwrap());
    let against = Against { older: Some(another.path()), ..Against::default() };
    let error = verify_against(newer.path(), &public_pem(), &against).unwrap_err().to_string();
    assert!(error.starts_with("this packet supersedes the packet aaaaaaaa"), "{error}");
}

fn any_line() -> impl Strategy<Value = String> {
    let shown = |text: &String| crate::workflow::hidden_character(text).is_none();
    "[^\\p{C}\u{2028}\u{2029}]{0,40}[\\p{L}\\p{N}#<&*/]".prop_filter("what is not seen", shown)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_comes_back_from_a_packet_and_breaks_out_of_no_file(
        audience in any_line(), title in any_line(), portion in any_line(), text in any_line(), support in any_line(),
    ) {
        let mut packet = full_packet();
        (packet.audience, packet.title) = (audience, Some(title));
        let line = &mut packet.tearline.below.lines[0];
        (line.portion, line.text, line.support) = (portion, text, support);
        let files = build(&packet, &key()).unwrap();
        let (html, same) = (text_of(&files, PACKET_HTML), text_of(&build(&full_packet(), &key()).unwrap(), PACKET_HTML));
        prop_assert_eq!(html.matches('<').count(), same.matches('<').count());
        prop_assert_eq!(html.matches('"').count(), same.matches('"').count());
        prop_assert_eq!(verify(written(&files).path(), &public_pem()).map(|report| report.packet), Ok(packet));
    }
}
