//! What is wrong and was signed all the same: the issuer's program, or the issuer, is at fault.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::packet::Manifest;

use super::*;

/// A folder whose `packet.json`, page and manifest are as given, rightly signed.
fn signed(manifest: &str, json: &str, html: &str) -> TempDir {
    let signature = STANDARD.encode(key().sign(manifest.as_bytes()));
    let file = |name, text: &str| PacketFile { name, bytes: text.as_bytes().to_vec() };
    written(&[
        file(PACKET_JSON, json),
        file(PACKET_HTML, html),
        file(MANIFEST_JSON, manifest),
        file(MANIFEST_SIG, &format!("{signature}\n")),
    ])
}

fn manifest_of(packet: &Packet, json: &str, html: &str) -> Manifest {
    let files = vec![build::entry(PACKET_HTML, html.as_bytes()), build::entry(PACKET_JSON, json.as_bytes())];
    Manifest { format: 1, packet: packet.id, issued: packet.issued, files }
}

#[test]
fn a_page_that_shows_something_else_is_found_even_when_its_issuer_signed_it() {
    let files = build(&packet(), &key()).unwrap();
    let json = text_of(&files, PACKET_JSON);
    let html = text_of(&files, PACKET_HTML).replace("has not decided", "has decided");
    let manifest = serde_json::to_string(&manifest_of(&packet(), &json, &html)).unwrap();
    assert_eq!(
        said(signed(&manifest, &json, &html).path()),
        "packet.html was signed as it is and still is not right (it does not show what packet.json says): do not rely \
         on the packet, and tell its issuer"
    );
}

#[test]
fn a_manifest_that_does_not_fit_is_found_even_when_its_issuer_signed_it() {
    let files = build(&packet(), &key()).unwrap();
    let (json, html) = (text_of(&files, PACKET_JSON), text_of(&files, PACKET_HTML));
    let right = manifest_of(&packet(), &json, &html);
    let named = |name: &str| {
        let mut manifest = right.clone();
        manifest.files[1].name = name.into();
        manifest
    };
    let mut twice = right.clone();
    twice.files.push(right.files[0].clone());
    let listing = "it does not list packet.html and packet.json, each once, and nothing else";
    for (manifest, why) in [
        (named("../packet.json"), "it lists \"../packet.json\", which is not a plain file name"),
        (named("packet.txt"), listing),
        (twice, listing),
        (Manifest { files: vec![], ..right.clone() }, listing),
        (Manifest { packet: PacketId([1; 16]), ..right.clone() }, "its id is not the manifest's"),
        (Manifest { issued: Micros(1), ..right.clone() }, "its time of issue is not the manifest's"),
    ] {
        let text = serde_json::to_string(&manifest).unwrap();
        let said = said(signed(&text, &json, &html).path());
        assert!(said.contains(&format!("was signed as it is and still is not right ({why})")), "{said}");
    }
    let later = serde_json::json!({"format": 2, "more": true}).to_string();
    assert_eq!(
        said(signed(&later, &json, &html).path()),
        "the packet is of format 2, and this program knows format 1: verify it with a newer one"
    );
    for text in ["{}", "[]", "", "{\"format\":-1}", "nonsense"] {
        let error = verify(signed(text, &json, &html).path(), &public_pem()).unwrap_err();
        assert!(matches!(error, VerifyError::Malformed { file: MANIFEST_JSON, .. }), "{text}: {error}");
    }
}

#[test]
fn a_packet_that_says_something_twice_or_more_than_it_may_is_found() {
    let files = build(&packet(), &key()).unwrap();
    let (json, html) = (text_of(&files, PACKET_JSON), text_of(&files, PACKET_HTML));
    for changed in [
        json.replacen("\"format\": 1,", "\"format\": 1, \"banner\": \"UNCLASSIFIED\",", 1),
        json.replacen("\"format\": 1,", "\"format\": 1, \"source\": \"the cook\",", 1),
    ] {
        let manifest = serde_json::to_string(&manifest_of(&packet(), &changed, &html)).unwrap();
        let error = verify(signed(&manifest, &changed, &html).path(), &public_pem()).unwrap_err();
        assert!(matches!(error, VerifyError::Malformed { file: PACKET_JSON, .. }), "{error}");
    }
    let silent = Packet { lines: vec![], ..packet() };
    let folder = written(&build(&silent, &key()).unwrap());
    assert!(said(folder.path()).contains("(it has no line)"));
}
