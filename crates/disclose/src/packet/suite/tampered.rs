//! Whatever somebody changes on the way is found and named.

use std::fs;

use record::packet::Manifest;

use super::*;

/// A small packet with the log's word beside it, as it is read from its folder.
fn small() -> Contents {
    let mut files = build(&packet(), &key()).unwrap();
    let manifest = manifest_hash(files.iter().map(|file| (file.name, file.bytes.as_slice()))).unwrap();
    let mut log = log::Log::new("desk.example/releases").unwrap();
    let index = log::enter(&mut log, &manifest, None);
    files.push(log::attest(&log, index, &manifest, None, &key()).unwrap());
    contents(&files)
}

fn look(contents: &Contents) -> Result<Report, VerifyError> {
    examine(contents, &key().public(), &Against::default())
}

#[test]
fn every_single_bit_of_a_whole_packet_counts() {
    let whole = small();
    look(&whole).unwrap();
    let manifest: Manifest = serde_json::from_slice(&whole.files[MANIFEST_JSON]).unwrap();
    assert_eq!(whole.files.len(), 9);
    for (name, bytes) in &whole.files {
        let listed = manifest.files.iter().find(|file| file.name == *name);
        let (mut changed, mut file) = (whole.clone(), bytes.clone());
        for at in 0..bytes.len() {
            for bit in 0..8 {
                file[at] ^= 1 << bit;
                // What the manifest lists is found by its hash, and the log's word by what it says itself; the whole packet is
                // looked at for some of their bits below, since all its files are then hashed, and perhaps made again.
                let found = match listed {
                    Some(listed) => build::entry(name, &file) != *listed,
                    None if name == LOG_JSON => log::entered(&file, &build::hash(&whole.files[MANIFEST_JSON])).is_err(),
                    None => {
                        changed.files.insert(name.clone(), file.clone());
                        look(&changed).is_err()
                    }
                };
                assert!(found, "{name}: byte {at}, bit {bit}");
                file[at] ^= 1 << bit;
            }
        }
        for at in (0..bytes.len()).step_by(97) {
            file[at] ^= 1 << (at % 8);
            changed.files.insert(name.clone(), file.clone());
            assert!(look(&changed).is_err(), "{name}: byte {at}");
            file[at] ^= 1 << (at % 8);
        }
    }
}

#[test]
fn what_is_changed_is_told_as_what_it_is() {
    let whole = small();
    let with = |name: &str| {
        let mut changed = whole.clone();
        changed.files.get_mut(name).unwrap()[20] ^= 1;
        look(&changed).unwrap_err()
    };
    assert!(matches!(with(MANIFEST_JSON), VerifyError::WrongSignature { .. }));
    assert!(matches!(with(MANIFEST_SIG), VerifyError::WrongSignature { .. } | VerifyError::Signature(_)));
    assert!(matches!(with(LOG_JSON), VerifyError::Log(_)));
    for name in LISTED {
        assert_eq!(with(name), only_altered(name));
    }
}

fn only_altered(name: &str) -> VerifyError {
    VerifyError::Files { missing: vec![], extra: vec![], altered: vec![name.to_owned()] }
}

#[test]
fn a_packet_cut_in_half_is_found_wherever_it_is_cut() {
    let files = build(&packet(), &key()).unwrap();
    for kept in 0..files.len() {
        // The files are written one behind the other, and the last one may be half there.
        let mut some: Vec<PacketFile> = files[..=kept].to_vec();
        let last = some.last_mut().unwrap();
        last.bytes.truncate(last.bytes.len() / 2);
        assert!(verify(written(&some).path(), &public_pem()).is_err(), "cut in {}", files[kept].name);
        if kept > 0 {
            assert!(verify(written(&files[..kept]).path(), &public_pem()).is_err(), "cut before {}", files[kept].name);
        }
    }
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
    for name in LISTED.into_iter().chain([MANIFEST_JSON, MANIFEST_SIG]) {
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
            "{} is not a packet: give the folder that holds packet.json, manifest.json, manifest.sig and what they go with, \
             and nothing else",
            empty.path().display()
        )
    );
    let nowhere = empty.path().join("nowhere");
    assert!(matches!(verify(&nowhere, &public_pem()), Err(VerifyError::Unreadable { path, .. }) if path == nowhere));
    let file = folder.path().join(PACKET_JSON);
    assert!(matches!(verify(&file, &public_pem()), Err(VerifyError::Unreadable { .. })));
}
