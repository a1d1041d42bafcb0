//! Packets with the log's word beside them.

use super::log::{self, Log, LogError, attest, enter};
use super::*;

fn log_key() -> PrivateKey {
    PrivateKey::from_chance([9; 32])
}

/// A log in which some packets stand, this one among them, and the packet's files with its word.
fn entered(by: &PrivateKey, blinder: Option<Hash>) -> (Log, Vec<PacketFile>) {
    let mut files = build(&packet(), &key()).unwrap();
    let manifest = manifest_hash(files.iter().map(|file| (file.name, file.bytes.as_slice()))).unwrap();
    let mut log = Log::new("desk.example/releases").unwrap();
    for number in 0..4 {
        enter(&mut log, &Hash([number; 32]), None);
    }
    let index = enter(&mut log, &manifest, blinder.as_ref());
    files.push(attest(&log, index, &manifest, blinder.as_ref(), by).unwrap());
    (log, files)
}

/// What no packet can say of itself.
const LATER: &str = "whether a later packet replaced, corrected or withdrew this one";

fn unchecked(report: &Report) -> Vec<&str> {
    report.not_checked.iter().map(|one| one.what.as_str()).collect()
}

#[test]
fn a_packet_in_the_issuers_own_log_is_made_sure_of_with_one_key() {
    let (_, files) = entered(&key(), None);
    let report = verify(written(&files).path(), &public_pem()).unwrap();
    assert_eq!(unchecked(&report), [LATER]);
    assert_eq!(
        report.checked[3..],
        [
            "it is entry 5 of 5 in the log \"desk.example/releases\"",
            "the log's checkpoint is signed with the key fe812c12f3ab4ce6",
        ]
    );
    let (_, files) = entered(&key(), Some(Hash([0xbb; 32])));
    let report = verify(written(&files).path(), &public_pem()).unwrap();
    assert!(report.checked[3].ends_with(", blinded, so that the log does not tell of it"), "{}", report.checked[3]);
}

#[test]
fn a_log_of_somebody_elses_takes_its_own_key() {
    let (log, files) = entered(&log_key(), None);
    let folder = written(&files);
    let report = verify(folder.path(), &public_pem()).unwrap();
    assert!(report.not_checked[0].what.starts_with("whose key signed the log's checkpoint"));
    let pem = log_key().public().to_pem().unwrap();
    let published = log.publish(&log_key()).unwrap();
    let against = Against { log_key: Some(&pem), log: Some(&published), ..Against::default() };
    let report = verify_against(folder.path(), &public_pem(), &against).unwrap();
    assert_eq!(unchecked(&report), [LATER]);
    assert!(report.checked.iter().any(|checked| checked == "the log given holds it as entry 5"));
    let wrong = public_pem();
    let against = Against { log_key: Some(&wrong), ..Against::default() };
    let error = verify_against(folder.path(), &public_pem(), &against).unwrap_err();
    assert!(matches!(error, VerifyError::Log(LogError::Unsigned { .. })), "{error}");
}

#[test]
fn a_log_that_no_longer_holds_the_packet_is_found() {
    let (log, files) = entered(&key(), None);
    let folder = written(&files);
    let against = |log: &Log, checkpoint: Option<&str>| {
        let text = log.publish(&key()).unwrap();
        let against = Against { log: Some(&text), checkpoint, ..Against::default() };
        verify_against(folder.path(), &public_pem(), &against)
    };
    let mut longer = log.clone();
    enter(&mut longer, &Hash([0xee; 32]), None);
    let old = log.checkpoint().sign(&key()).unwrap();
    let report = against(&longer, Some(&old)).unwrap();
    assert!(report.checked.contains(&"the log given has only grown since the packet was entered".to_owned()));
    assert!(report.checked.contains(&"the log given has only grown since the checkpoint of 5 entries".to_owned()));
    let mut leaves = longer.leaves().to_vec();
    leaves.remove(4);
    let removed = Log::of(log.origin(), leaves.clone()).unwrap();
    assert!(against(&removed, None).unwrap_err().to_string().contains("none of its 5 entries is the packet's"));
    leaves.insert(2, log.leaves()[4]);
    let moved = Log::of(log.origin(), leaves).unwrap();
    assert!(
        against(&moved, None)
            .unwrap_err()
            .to_string()
            .contains("the first 5 entries of the log are not what they were")
    );
    // Without log.json a public entry can still be looked up, and a blinded one cannot.
    let bare = written(&build(&packet(), &key()).unwrap());
    let text = longer.publish(&key()).unwrap();
    let given = Against { log: Some(&text), ..Against::default() };
    assert!(verify_against(bare.path(), &public_pem(), &given).is_ok());
    let (blinded, _) = entered(&key(), Some(Hash([0xbb; 32])));
    let text = blinded.publish(&key()).unwrap();
    let given = Against { log: Some(&text), ..Against::default() };
    let error = verify_against(bare.path(), &public_pem(), &given).unwrap_err().to_string();
    assert!(error.contains("the packet's entry is blinded and its log.json was not given"), "{error}");
}

#[test]
fn a_checkpoint_without_the_log_says_what_it_can_say() {
    let (log, files) = entered(&key(), None);
    let folder = written(&files);
    let with = |checkpoint: &str| {
        verify_against(folder.path(), &public_pem(), &Against { checkpoint: Some(checkpoint), ..Against::default() })
    };
    let same = log.checkpoint().sign(&key()).unwrap();
    assert!(
        with(&same)
            .unwrap()
            .checked
            .contains(&"the checkpoint given is the one that the packet was entered under".to_owned())
    );
    let mut leaves = log.leaves().to_vec();
    leaves[0][0] ^= 1;
    let other = Log::of(log.origin(), leaves).unwrap().checkpoint().sign(&key()).unwrap();
    assert!(with(&other).unwrap_err().to_string().contains("are not what they were"));
    let older = Log::of(log.origin(), log.leaves()[..2].to_vec()).unwrap().checkpoint().sign(&key()).unwrap();
    assert!(with(&older).unwrap().not_checked[0].why.contains("takes the log itself"));
    let forged = same.replace("\n5\n", "\n6\n");
    assert!(matches!(with(&forged), Err(VerifyError::OtherLog(_))));
}

#[test]
fn every_changed_bit_of_the_logs_word_is_found() {
    for (by, blinder) in [(key(), None), (key(), Some(Hash([0xbb; 32]))), (log_key(), None)] {
        let (_, files) = entered(&by, blinder);
        let whole = contents(&files);
        let bytes = whole.files[LOG_JSON].clone();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                let found = log::entered(&changed, &build::hash(&whole.files[MANIFEST_JSON]));
                assert!(found.is_err(), "byte {at}, bit {bit}: {}", String::from_utf8_lossy(&changed));
            }
        }
    }
}
