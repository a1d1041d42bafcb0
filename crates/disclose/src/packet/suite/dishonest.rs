//! What is wrong and was signed all the same: the issuer's program, or the issuer, is at fault.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::packet::Manifest;

use super::*;

/// The files with some changed, and a manifest that lists them as they then are, rightly signed.
fn signed(files: &[PacketFile], change: impl Fn(&mut Manifest)) -> TempDir {
    let mut manifest: Manifest = serde_json::from_slice(bytes_of(files, MANIFEST_JSON)).unwrap();
    manifest.files = LISTED.iter().map(|name| build::entry(name, bytes_of(files, name))).collect();
    change(&mut manifest);
    sealed(files, &json(&manifest).unwrap())
}

/// The files with this manifest, rightly signed.
fn sealed(files: &[PacketFile], manifest: &[u8]) -> TempDir {
    let mut files = files.to_vec();
    let signature = format!("{}\n", STANDARD.encode(key().sign(manifest)));
    put(&mut files, MANIFEST_JSON, manifest);
    put(&mut files, MANIFEST_SIG, signature.as_bytes());
    written(&files)
}

fn put(files: &mut [PacketFile], name: &str, bytes: &[u8]) {
    files.iter_mut().find(|file| file.name == name).unwrap().bytes = bytes.to_vec();
}

#[test]
fn a_file_that_shows_something_else_is_found_even_when_its_issuer_signed_it() {
    for name in [PACKET_HTML, PACKET_MD, PACKET_STIX, PACKET_TXT] {
        let mut files = build(&packet(), &key()).unwrap();
        let changed = text_of(&files, name).replace("has not decided", "has now decided");
        assert_ne!(changed, text_of(&files, name));
        put(&mut files, name, changed.as_bytes());
        assert_eq!(
            said(signed(&files, |_| {}).path()),
            format!(
                "{name} was signed as it is and still is not right (it does not show what packet.json says): do not rely \
                 on the packet, and tell its issuer"
            )
        );
    }
    let mut files = build(&packet(), &key()).unwrap();
    let another = bytes_of(&build(&full_packet(), &key()).unwrap(), PACKET_PDF).to_vec();
    put(&mut files, PACKET_PDF, &another);
    assert!(said(signed(&files, |_| {}).path()).starts_with("packet.pdf was signed as it is and still is not right"));
}

#[test]
fn what_was_made_by_other_rules_cannot_be_made_again_and_the_report_says_so() {
    let mut files = build(&packet(), &key()).unwrap();
    put(&mut files, PACKET_PDF, b"drawn otherwise");
    let folder = signed(&files, |manifest| manifest.renderer = RENDERER + 1);
    let report = verify(folder.path(), &public_pem()).unwrap();
    let unchecked = &report.not_checked[0];
    assert_eq!(unchecked.what, "whether the files that show the packet show what packet.json says");
    assert!(unchecked.why.starts_with("they were made by the rules of renderer 3"), "{}", unchecked.why);
}

#[test]
fn a_manifest_that_does_not_fit_is_found_even_when_its_issuer_signed_it() {
    let files = build(&packet(), &key()).unwrap();
    let listing = "it does not list the six files of a packet, each once, and nothing else";
    type Change = fn(&mut Manifest);
    let changes: [(Change, &str); 6] = [
        (
            |manifest| manifest.files[1].name = "../packet.json".into(),
            "it lists \"../packet.json\", which is not a plain file name",
        ),
        (|manifest| manifest.files[1].name = "packet.xml".into(), listing),
        (|manifest| manifest.files.push(manifest.files[0].clone()), listing),
        (|manifest| manifest.files.clear(), listing),
        (|manifest| manifest.packet = PacketId([1; 16]), "its id is not the manifest's"),
        (|manifest| manifest.issued = Micros(1), "its time of issue is not the manifest's"),
    ];
    for (change, why) in changes {
        let said = said(signed(&files, change).path());
        assert!(said.contains(&format!("was signed as it is and still is not right ({why})")), "{said}");
    }
    assert_eq!(
        said(sealed(&files, b"{\"format\": 3, \"more\": true}").path()),
        "the packet is of format 3, and this program knows formats 1 to 2: verify it with a newer one"
    );
    for text in ["{}", "[]", "", "{\"format\":-1}", "nonsense", "{\"format\":2}"] {
        let error = verify(sealed(&files, text.as_bytes()).path(), &public_pem()).unwrap_err();
        assert!(matches!(error, VerifyError::Malformed { file: MANIFEST_JSON, .. }), "{text}: {error}");
    }
}

#[test]
fn a_packet_that_says_something_twice_otherwise_or_more_than_it_may_is_found() {
    let files = build(&packet(), &key()).unwrap();
    let text = text_of(&files, PACKET_JSON);
    for changed in [
        text.replacen("\"format\": 2,", "\"format\": 2, \"banner\": \"UNCLASSIFIED\",", 1),
        text.replacen("\"format\": 2,", "\"format\": 2, \"source\": \"the cook\",", 1),
        text.replacen("\"kind\": \"issued\"", "\"kind\": \"issued\", \"source\": \"the cook\"", 1),
        text.replacen("\"format\": 2,", "\"format\":  2,", 1),
        text.replacen("\"format\": 2,", "\"format\": 1,", 1),
        text.replacen("\"id\": 1,", "\"id\": 4,", 1),
        format!("{text}\n"),
    ] {
        let mut files = files.clone();
        put(&mut files, PACKET_JSON, changed.as_bytes());
        let error = verify(signed(&files, |_| {}).path(), &public_pem()).unwrap_err();
        assert!(matches!(error, VerifyError::Malformed { file: PACKET_JSON, .. }), "{error}");
    }
}
