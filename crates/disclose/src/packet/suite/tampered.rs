//! Whatever somebody changes on the way is found and named.

use std::fs;

use record::packet::Manifest;

use super::*;

/// Changes one bit of each `stride`th byte of one file and checks that it is found, and told as it must be.
fn change_each(name: &str, stride: usize, right: impl Fn(&VerifyError) -> bool) {
    let files = build(&packet(), &key()).unwrap();
    let folder = written(&files);
    let path = folder.path().join(name);
    let bytes = fs::read(&path).unwrap();
    for at in (0..bytes.len()).step_by(stride) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        fs::write(&path, &changed).unwrap();
        let error = verify(folder.path(), &public_pem()).expect_err(name);
        assert!(right(&error), "{name} at {at}: {error}");
    }
    fs::write(&path, &bytes).unwrap();
    verify(folder.path(), &public_pem()).unwrap();
}

fn only_altered(name: &str) -> VerifyError {
    VerifyError::Files { missing: vec![], extra: vec![], altered: vec![name.to_owned()] }
}

#[test]
fn one_changed_byte_in_the_manifest_is_found() {
    change_each(MANIFEST_JSON, 1, |error| matches!(error, VerifyError::WrongSignature { .. }));
}

#[test]
fn one_changed_byte_in_the_signature_is_found() {
    let right = |error: &VerifyError| matches!(error, VerifyError::WrongSignature { .. } | VerifyError::Signature(_));
    change_each(MANIFEST_SIG, 1, right);
}

#[test]
fn one_changed_byte_in_what_the_packet_says_is_found() {
    change_each(PACKET_JSON, 1, |error| *error == only_altered(PACKET_JSON));
}

#[test]
fn one_changed_byte_in_what_the_page_shows_is_found() {
    // A prime, so that each bit of a byte is changed somewhere; every byte is tried below, without the signature.
    change_each(PACKET_HTML, 41, |error| *error == only_altered(PACKET_HTML));
}

#[test]
fn the_manifest_tells_every_changed_byte_and_in_which_file() {
    let files = build(&packet(), &key()).unwrap();
    let (json, html) = (text_of(&files, PACKET_JSON).into_bytes(), text_of(&files, PACKET_HTML).into_bytes());
    let manifest: Manifest = serde_json::from_str(&text_of(&files, MANIFEST_JSON)).unwrap();
    assert!(verify::altered(&manifest, &html, &json).is_empty());
    for at in 0..html.len() {
        let mut changed = html.clone();
        changed[at] ^= 1 << (at % 8);
        assert_eq!(verify::altered(&manifest, &changed, &json), [PACKET_HTML], "{at}");
    }
    assert_eq!(verify::altered(&manifest, &json, &html), [PACKET_HTML, PACKET_JSON]);
}

#[test]
fn a_shorter_or_longer_file_is_found() {
    let files = build(&packet(), &key()).unwrap();
    for file in &files {
        for bytes in [&file.bytes[..file.bytes.len() - 1], &[], &[file.bytes.as_slice(), b"\n"].concat()] {
            let folder = written(&files);
            fs::write(folder.path().join(file.name), bytes).unwrap();
            verify(folder.path(), &public_pem()).expect_err(file.name);
        }
    }
}

#[test]
fn missing_added_and_renamed_files_are_named() {
    for name in [PACKET_JSON, PACKET_HTML, MANIFEST_JSON, MANIFEST_SIG] {
        let folder = built();
        fs::remove_file(folder.path().join(name)).unwrap();
        assert_eq!(
            said(folder.path()),
            format!("the packet is not as it was issued: missing {name}; ask its issuer for it again")
        );
    }
    let folder = built();
    fs::write(folder.path().join("note.txt"), "see also").unwrap();
    fs::rename(folder.path().join(PACKET_HTML), folder.path().join("index.html")).unwrap();
    assert_eq!(
        said(folder.path()),
        "the packet is not as it was issued: missing packet.html; added index.html, note.txt; ask its issuer for it \
         again"
    );
}

#[test]
fn many_added_files_are_counted_and_their_names_cannot_steer_a_terminal() {
    let folder = built();
    for number in 10..40 {
        fs::write(folder.path().join(format!("{number}\u{1b}[2J")), "").unwrap();
    }
    let said = said(folder.path());
    assert!(said.contains("added 10\\u{1b}[2J, 11") && said.contains(" and 18 more;"), "{said}");
    assert!(!said.contains('\u{1b}') && !said.contains("missing"), "{said}");
}

#[test]
fn two_files_that_changed_places_are_found() {
    let folder = built();
    let path = |name| folder.path().join(name);
    let (json, html) = (fs::read(path(PACKET_JSON)).unwrap(), fs::read(path(PACKET_HTML)).unwrap());
    fs::write(path(PACKET_JSON), html).unwrap();
    fs::write(path(PACKET_HTML), json).unwrap();
    assert_eq!(
        said(folder.path()),
        "the packet is not as it was issued: changed packet.html, packet.json; ask its issuer for it again"
    );
}

#[test]
fn a_folder_in_the_packet_is_named() {
    let folder = built();
    fs::create_dir(folder.path().join("old")).unwrap();
    assert!(said(folder.path()).contains("added old (a folder);"));
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_even_to_the_right_file() {
    let folder = built();
    let elsewhere = folder.path().with_extension("elsewhere");
    fs::rename(folder.path().join(PACKET_JSON), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, folder.path().join(PACKET_JSON)).unwrap();
    let said = said(folder.path());
    fs::remove_file(&elsewhere).unwrap();
    assert_eq!(
        said,
        "the packet is not as it was issued: missing packet.json; added packet.json (a link); ask its issuer for it \
         again"
    );
}

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let folder = built();
    let file = fs::OpenOptions::new().write(true).open(folder.path().join(PACKET_JSON)).unwrap();
    // Sparse: no disk is filled.
    file.set_len(MOST_BYTES + 1).unwrap();
    assert_eq!(
        said(folder.path()),
        "packet.json has more than 64 MB, which no packet's file has, and was not read: ask its issuer for it again"
    );
}

#[test]
fn another_key_a_broken_key_and_no_packet_are_told_apart() {
    let folder = built();
    let other = PrivateKey::from_chance([8; 32]).public();
    let error = verify(folder.path(), &other.to_pem().unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "manifest.sig is not the signature of manifest.json by the key {}: either one of the two was changed, or \
             another key signed the packet; check whose key this is, and ask its owner for the packet again",
            other.id()
        )
    );
    let error = verify(folder.path(), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n").unwrap_err();
    assert!(matches!(error, VerifyError::Key(KeyError::Malformed { .. })), "{error}");

    let empty = tempfile::tempdir().unwrap();
    assert_eq!(
        said(empty.path()),
        format!(
            "{} is not a packet: give the folder that holds packet.json, packet.html, manifest.json and manifest.sig and \
             nothing else",
            empty.path().display()
        )
    );
    let nowhere = empty.path().join("nowhere");
    assert!(matches!(verify(&nowhere, &public_pem()), Err(VerifyError::Unreadable { path, .. }) if path == nowhere));
    let file = folder.path().join(PACKET_JSON);
    assert!(matches!(verify(&file, &public_pem()), Err(VerifyError::Unreadable { .. })));
}
