//! Packets of format 1 go on being verified.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::packet::first;

use super::*;

/// A folder as it was issued when there was format 1 only.
fn issued() -> Vec<PacketFile> {
    let packet = first::Packet {
        format: 1,
        id: PacketId([0xaa; 16]),
        banner: "SECRET//REL TO USA, GBR".into(),
        audience: "SECRET,country=GBR".into(),
        issued: ISSUED,
        lines: vec![
            first::PacketLine {
                portion: "(S//REL TO USA, GBR)".into(),
                text: "Norland weighs sending \"shells\" to Suderland.".into(),
            },
            first::PacketLine {
                portion: "(U)".into(),
                text: "It has not decided; Suderland's ministry <script>alert(1)</script> denies it.".into(),
            },
        ],
    };
    let html = super::super::first::page(&packet).unwrap().into_bytes();
    let said = [
        PacketFile { name: PACKET_HTML, bytes: html },
        PacketFile { name: PACKET_JSON, bytes: json(&packet).unwrap() },
    ];
    let files = said.iter().map(|file| build::entry(file.name, &file.bytes)).collect();
    let manifest = json(&first::Manifest { format: 1, packet: packet.id, issued: ISSUED, files }).unwrap();
    let signature = format!("{}\n", STANDARD.encode(key().sign(&manifest)));
    let signed = [
        PacketFile { name: MANIFEST_JSON, bytes: manifest },
        PacketFile { name: MANIFEST_SIG, bytes: signature.into_bytes() },
    ];
    said.into_iter().chain(signed).collect()
}

#[test]
fn a_packet_of_format_one_verifies_and_is_shown_as_one_half() {
    let report = verify(written(&issued()).path(), &public_pem()).unwrap();
    assert_eq!(report.format, 1);
    assert!(!report.packet.tearline.is_drawn());
    let texts: Vec<&str> = report.packet.tearline.lines().map(|line| line.portion.as_str()).collect();
    assert_eq!(texts, ["(S//REL TO USA, GBR)", "(U)"]);
    // The page as it was is held here, so that old packets can be verified for ever.
    insta::assert_snapshot!("first_page", text_of(&issued(), PACKET_HTML));
    insta::assert_snapshot!("first_json", text_of(&issued(), PACKET_JSON));
    insta::assert_snapshot!("first_manifest", text_of(&issued(), MANIFEST_JSON));
}

#[test]
fn every_changed_bit_of_a_packet_of_format_one_is_found() {
    let files = issued();
    let whole = contents(&files);
    for file in &files {
        for at in (0..file.bytes.len()).step_by(if file.bytes.len() > 2_000 { 13 } else { 1 }) {
            let mut changed = whole.clone();
            changed.files.get_mut(file.name).unwrap()[at] ^= 1 << (at % 8);
            let result = examine(&changed, &key().public(), &Against::default());
            assert!(result.is_err(), "{} at {at}", file.name);
        }
    }
}

#[test]
fn files_of_today_have_no_place_in_a_packet_of_format_one() {
    let mut files = issued();
    files.push(PacketFile { name: PACKET_TXT, bytes: b"also".to_vec() });
    assert_eq!(
        said(written(&files).path()),
        "the packet is not as it was issued: added packet.txt; ask its issuer for it again"
    );
}
