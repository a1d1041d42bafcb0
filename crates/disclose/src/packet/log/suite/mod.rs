//! The log: what it proves, and what it does not let pass.

mod naive;
mod vectors;

use proptest::prelude::*;
use record::id::Sha256 as Hash;

use super::tree::{consistency, grew, includes, inclusion, leaf_hash, root};
use super::*;
use crate::packet::{PrivateKey, VerifyError};

const ORIGIN: &str = "desk.example/releases";

fn key() -> PrivateKey {
    PrivateKey::from_chance([9; 32])
}

fn known() -> LogKey {
    LogKey::new(ORIGIN, key().public()).unwrap()
}

fn manifest(number: u8) -> Hash {
    Hash([number; 32])
}

fn log(size: u8) -> Log {
    let mut log = Log::new(ORIGIN).unwrap();
    for number in 0..size {
        enter(&mut log, &manifest(number), None);
    }
    log
}

#[test]
fn a_packet_in_the_log_can_be_shown_to_be_there() {
    let log = log(7);
    for number in 0..7 {
        let file = attest(&log, u64::from(number), &manifest(number), None, &key()).unwrap();
        let entered = entered(&file.bytes, &manifest(number)).unwrap();
        assert_eq!((entered.index, entered.checkpoint.size, entered.blinded), (u64::from(number), 7, false));
        assert_eq!(entered.key, known());
        assert_eq!(super::entered(&file.bytes, &manifest(number + 1)), Err(LogError::NotIncluded));
    }
    assert_eq!(attest(&log, 7, &manifest(7), None, &key()), Err(LogError::NoEntry { index: 7, size: 7 }));
    assert_eq!(attest(&log, 1, &manifest(2), None, &key()), Err(LogError::OtherEntry(1)));
}

#[test]
fn a_blinded_entry_tells_nothing_and_is_found_by_whoever_has_its_secret() {
    let blinder = Hash([0xbb; 32]);
    let mut log = log(3);
    let index = enter(&mut log, &manifest(9), Some(&blinder));
    assert!(log.find(&manifest(9)).is_none() && !log.leaves().contains(&manifest(9).0));
    let file = attest(&log, index, &manifest(9), Some(&blinder), &key()).unwrap();
    let entered = entered(&file.bytes, &manifest(9)).unwrap();
    assert!(entered.blinded && entered.index == 3);
    assert_ne!(entry(&manifest(9), Some(&blinder)), entry(&manifest(9), Some(&Hash([0xbc; 32]))));
    // Without the secret, the same file proves nothing.
    let mut bare = read_logged(&file.bytes).unwrap();
    bare.blinder = None;
    let bytes = crate::packet::json(&bare).unwrap();
    assert_eq!(super::entered(&bytes, &manifest(9)), Err(LogError::NotIncluded));
}

#[test]
fn a_log_that_lost_or_changed_an_entry_is_found_by_an_old_checkpoint() {
    let old = log(5).checkpoint();
    assert_eq!(log(8).grew_from(&old), Ok(()));
    assert_eq!(log(5).grew_from(&old), Ok(()));
    assert_eq!(log(4).grew_from(&old), Err(LogError::Shrunk { old: 5, now: 4 }));
    let mut leaves = log(8).leaves().to_vec();
    leaves[2][0] ^= 1;
    assert_eq!(Log::of(ORIGIN, leaves).unwrap().grew_from(&old), Err(LogError::Rewritten { old: 5 }));
    let mut leaves = log(8).leaves().to_vec();
    leaves.remove(2);
    assert_eq!(Log::of(ORIGIN, leaves).unwrap().grew_from(&old), Err(LogError::Rewritten { old: 5 }));
    let other = Log::new("other.example").unwrap();
    assert!(matches!(other.grew_from(&old), Err(LogError::OtherLog { .. })));
}

#[test]
fn a_published_log_is_read_back_and_its_signature_is_looked_at() {
    let text = log(3).publish(&key()).unwrap();
    insta::assert_snapshot!(text);
    assert_eq!(Log::verified(&text, &known()), Ok(log(3)));
    assert_eq!(Log::verified(&log(0).publish(&key()).unwrap(), &known()), Ok(log(0)));
    let stranger = LogKey::new(ORIGIN, PrivateKey::from_chance([8; 32]).public()).unwrap();
    assert!(matches!(Log::verified(&text, &stranger), Err(LogError::Unsigned { .. })));
    let changed = text.replacen("0101", "0102", 1);
    assert_eq!(Log::verified(&changed, &known()), Err(LogError::OtherEntries { size: 3 }));
    let fewer = text.replacen(&format!("{}\n", manifest(2)), "", 1);
    assert_eq!(Log::verified(&fewer, &known()), Err(LogError::OtherEntries { size: 2 }));
    for (bad, line) in [("", 1), ("tearline log 2\n\n", 1), ("tearline log 1\nd\nzz\n\n", 3)] {
        assert!(matches!(Log::read(bad), Err(LogError::Text { line: at, .. }) if at == line), "{bad:?}");
    }
}

#[test]
fn every_changed_bit_of_a_published_log_is_found() {
    let text = log(3).publish(&key()).unwrap();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            assert!(Log::verified(&changed, &known()).is_err(), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn a_checkpoint_is_a_signed_note_that_other_programs_read() {
    let text = log(2).checkpoint().sign(&key()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..2], [ORIGIN, "2"]);
    assert_eq!((lines[3], lines.len()), ("", 5));
    assert!(lines[4].starts_with("\u{2014} desk.example/releases "), "{text}");
    let note = Note::read(&text).unwrap();
    assert_eq!(note.by(&known()), Ok(&log(2).checkpoint()));
    // A witness may sign beside the log; who does not know its key passes it over.
    let witnessed = format!("{text}\u{2014} witness.example {}\n", "AAAAAAECAwQ=");
    assert_eq!(Note::read(&witnessed).unwrap().by(&known()), Ok(&log(2).checkpoint()));
    for (bad, why) in [
        (text.replace("\n2\n", "\n02\n"), "it is written in another way than checkpoints are"),
        (text.replace("\n2\n", "\n+2\n"), "it is written in another way than checkpoints are"),
        (text.replace("\n2\n", "\n2\nmore\n"), "it says more than a name, a size and a root"),
        (text.replace("\n2\n", "\ntwo\n"), "its size is not a number"),
        (text.trim_end().to_owned(), "its last line has no end"),
        (text.replace('\u{2014}', "-"), "a signature is none"),
        (text.replace("\n\n", "\n"), "it has no signature"),
        (text.replace(ORIGIN, "a\u{7}"), "it has a control character"),
    ] {
        assert_eq!(Note::read(&bad), Err(LogError::Checkpoint(why)), "{bad:?}");
    }
    let other = text.replace("\n2\n", "\n3\n");
    assert!(matches!(Note::read(&other).unwrap().by(&known()), Err(LogError::WrongSignature { .. })));
}

#[test]
fn a_logs_key_has_one_text() {
    let text = known().to_string();
    assert_eq!(LogKey::from_text(&text), Ok(known()));
    assert!(text.starts_with("desk.example/releases+"), "{text}");
    for bad in ["", "a+b", "a+00000000+AA==", &text.replace("desk", "disk"), &format!("{text}=")] {
        assert!(matches!(LogKey::from_text(bad), Err(LogError::Key { .. })), "{bad}");
    }
    for bad in ["", "a b", "a+b", "a\nb"] {
        assert!(matches!(Log::new(bad), Err(LogError::Origin(_))), "{bad}");
    }
}

#[test]
fn a_log_of_a_hundred_thousand_entries_proves_in_moments() {
    let leaves: Vec<[u8; 32]> = (0..100_000_u32).map(|number| leaf_hash(&number.to_be_bytes()).0).collect();
    let log = Log::of(ORIGIN, leaves).unwrap();
    let file = attest(&log, 77_777, &Hash(log.leaves()[77_777]), None, &key()).unwrap();
    assert!(file.bytes.len() < 4_000);
    assert!(entered(&file.bytes, &Hash(log.leaves()[77_777])).is_ok());
}

fn leaves(size: usize) -> Vec<Hash> {
    (0..size).map(|number| leaf_hash(&number.to_be_bytes())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_tree_is_the_one_that_somebody_else_wrote_down(size in 0_usize..200, at in 0_usize..200, old in 0_usize..200) {
        let leaves = leaves(size);
        prop_assert_eq!(root(&leaves), naive::root(&leaves));
        if let Some(proof) = inclusion(&leaves, at) {
            prop_assert!(naive::includes(&leaves[at], at, size, &proof, &root(&leaves)));
            prop_assert!(includes(&leaves[at], at as u64, size as u64, &proof, &root(&leaves)));
        } else {
            prop_assert!(at >= size);
        }
        if let Some(proof) = consistency(&leaves, old) {
            let (before, now) = (root(&leaves[..old]), root(&leaves));
            prop_assert!(grew((old as u64, &before), (size as u64, &now), &proof));
            prop_assert_eq!(naive::consistency(&leaves, old), proof);
        } else {
            prop_assert!(old > size);
        }
    }

    #[test]
    fn a_proof_shows_one_thing_only(size in 1_usize..100, at in 0_usize..100, other in 0_usize..100, spoilt in 0_usize..10) {
        let leaves = leaves(size);
        let at = at % size;
        let top = root(&leaves);
        let proof = inclusion(&leaves, at).unwrap();
        if other != at {
            prop_assert!(!includes(&leaves[at], other as u64, size as u64, &proof, &top));
            prop_assert!(!includes(&leaf_hash(b"another"), at as u64, size as u64, &proof, &top));
        }
        if let Some(hash) = proof.get(spoilt) {
            let mut changed = proof.clone();
            changed[spoilt].0[0] ^= 1;
            prop_assert!(!includes(&leaves[at], at as u64, size as u64, &changed, &top), "{hash}");
            changed.remove(spoilt);
            prop_assert!(!includes(&leaves[at], at as u64, size as u64, &changed, &top));
        }
        let longer: Vec<Hash> = proof.iter().copied().chain([top]).collect();
        prop_assert!(!includes(&leaves[at], at as u64, size as u64, &longer, &top));
    }

    #[test]
    fn a_log_that_did_not_only_grow_has_no_proof(size in 2_usize..80, old in 1_usize..80, at in 0_usize..80) {
        let leaves = leaves(size);
        let (old, at) = (old % size, at % size);
        prop_assume!(old > 0 && at < old);
        let mut changed = leaves.clone();
        changed[at].0[0] ^= 1;
        let (before, now) = (root(&leaves[..old]), root(&changed));
        for proof in [consistency(&leaves, old).unwrap(), consistency(&changed, old).unwrap()] {
            prop_assert!(!grew((old as u64, &before), (size as u64, &now), &proof));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), bytes in any::<Vec<u8>>()) {
        let _ = (Note::read(&text), Log::read(&text), LogKey::from_text(&text), read_logged(&bytes));
    }
}

#[test]
fn the_error_of_a_log_reaches_whoever_verifies() {
    let error: VerifyError = LogError::NotIncluded.into();
    assert!(error.to_string().starts_with("log.json does not hold: the proof does not lead"), "{error}");
}
