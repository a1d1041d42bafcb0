//! What a draft is, as one hash.

use record::release::Disclosure;
use sha2::{Digest, Sha256};

/// The hash of the draft as it stands, in hexadecimal: what an approval is of.
///
/// It is the SHA-256 of the purpose, the audience, the channel and each line's text and claims, in their order. Each
/// text is preceded by its length in bytes and each list by its length, as eight bytes with the most significant first,
/// so that no two drafts are written alike. Who wrote a line and who has approved is not part of the draft.
pub fn draft_hash(disclosure: &Disclosure) -> String {
    let mut hash = Sha256::new();
    hash.update(b"tearline draft 1\n");
    for text in [&disclosure.purpose, &disclosure.audience, &disclosure.channel] {
        hash_bytes(&mut hash, text.as_bytes());
    }
    hash_length(&mut hash, disclosure.lines.len());
    for line in &disclosure.lines {
        hash_bytes(&mut hash, line.text.as_bytes());
        hash_length(&mut hash, line.claims.len());
        for claim in &line.claims {
            hash.update(claim.0);
        }
    }
    record::id::Sha256(hash.finalize().into()).to_string()
}

fn hash_bytes(hash: &mut Sha256, bytes: &[u8]) {
    hash_length(hash, bytes.len());
    hash.update(bytes);
}

fn hash_length(hash: &mut Sha256, length: usize) {
    // A usize has at most 64 bits wherever this runs.
    hash.update((length as u64).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use record::id::{ClaimId, DisclosureId, LineId};
    use record::release::Line;
    use record::time::Micros;

    use super::*;

    fn draft(lines: &[(&str, &[u8])]) -> Disclosure {
        let line = |(text, claims): &(&str, &[u8])| Line {
            id: LineId([1; 16]),
            text: (*text).to_owned(),
            claims: claims.iter().map(|number| ClaimId([*number; 16])).collect(),
            author: "Ann".into(),
        };
        Disclosure {
            id: DisclosureId([1; 16]),
            purpose: "warn".into(),
            audience: "public".into(),
            channel: "press".into(),
            author: "Ann".into(),
            proposed: Micros(0),
            lines: lines.iter().map(line).collect(),
            approvals: vec![],
            issued: false,
        }
    }

    #[test]
    fn the_hash_of_a_draft_is_the_same_for_ever() {
        let hash = draft_hash(&draft(&[("Norland sends shells.", &[1, 2])]));
        assert_eq!(hash, "e6910474634009db39328addd5cc47bb736e0825dde4d33bbd35d76ccf91d79d");
    }

    #[test]
    fn every_word_claim_and_place_changes_the_hash() {
        let first = draft(&[("One.", &[1, 2]), ("Two.", &[3])]);
        let hash = draft_hash(&first);
        for other in [
            draft(&[("One.", &[1, 2])]),
            draft(&[("Two.", &[3]), ("One.", &[1, 2])]),
            draft(&[("One.", &[1]), ("Two.", &[3])]),
            draft(&[("One.", &[1]), ("Two.", &[2, 3])]),
            draft(&[("One.", &[1, 2]), ("Two. ", &[3])]),
            draft(&[("One.Two.", &[1, 2, 3])]),
            Disclosure { purpose: "warn them".into(), ..first.clone() },
            Disclosure { audience: "TLP:GREEN".into(), ..first.clone() },
            Disclosure { channel: "pres".into(), purpose: "swarn".into(), ..first.clone() },
        ] {
            assert_ne!(draft_hash(&other), hash, "{other:?}");
        }
    }

    #[test]
    fn who_wrote_it_and_who_approved_it_do_not_change_the_hash() {
        let first = draft(&[("One.", &[1])]);
        let mut other = Disclosure { author: "Bo".into(), issued: true, ..first.clone() };
        other.lines[0].author = "Bo".into();
        assert_eq!(draft_hash(&other), draft_hash(&first));
    }
}
