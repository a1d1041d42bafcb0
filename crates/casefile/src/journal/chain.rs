//! The hash that chains the entries.

use sha2::{Digest, Sha256};

use super::Entry;

/// What stands before the first entry of a chain.
pub(crate) const GENESIS: [u8; 32] = [0; 32];

/// The hash of an entry: over the hash before it and every field of its own. Each field goes in behind its length, so
/// that no two entries can be written alike.
pub(crate) fn hash_of(entry: &Entry) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(b"tearline journal 1");
    field(&entry.prev);
    field(&entry.case.0);
    field(&entry.seq.to_be_bytes());
    field(&entry.at.0.to_be_bytes());
    field(entry.author.as_bytes());
    field(entry.kind.as_bytes());
    field(&entry.version.to_be_bytes());
    field(entry.label.as_bytes());
    field(entry.why.as_bytes());
    field(entry.body.as_bytes());
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use record::id::CaseId;
    use record::time::Micros;

    use super::*;

    #[test]
    fn moving_a_letter_from_one_field_to_the_next_changes_the_hash() {
        let entry = Entry {
            case: CaseId([1; 16]),
            seq: 1,
            at: Micros(5),
            author: "ann".into(),
            kind: "case-opened".into(),
            version: 1,
            label: "00".into(),
            why: "x".into(),
            body: "{}".into(),
            prev: GENESIS,
            hash: GENESIS,
        };
        let moved = Entry { author: "an".into(), kind: "ncase-opened".into(), ..entry.clone() };
        assert_ne!(hash_of(&entry), hash_of(&moved));
        assert_eq!(hash_of(&entry), hash_of(&entry.clone()));
    }
}
