//! What is approved and what is agreed to, each as one hash: of the whole draft, and of the words of one line.

use record::release::{Disclosure, Line, Place};
use sha2::{Digest, Sha256};

use super::Demand;
use super::marking::effective;
use crate::marking::portion_of;

/// The hash of the draft as it stands, in hexadecimal: what an approval is of. `demands` is what each line inherits, in
/// the order of the lines.
///
/// It is the SHA-256 of everything that goes out or decides to whom: purpose, audience, onward audience, channel, terms, title,
/// issuer, embargo, expiry, authority block, what it amends, and each line's place, text, claims, judgement, portion mark and what is said
/// of its sources, in their order. Each text is preceded by its length in bytes and
/// each list by its length, as eight bytes with the most significant first, so that no two drafts are written alike. Who
/// wrote a line and who has approved is not part of the draft.
pub fn draft_hash(disclosure: &Disclosure, demands: &[Demand]) -> String {
    let mut hash = Written::new("tearline draft 3");
    heading(&mut hash, disclosure);
    hash.length(disclosure.lines.len());
    for (place, line) in disclosure.lines.iter().enumerate() {
        said(&mut hash, line);
        let demand = demands.get(place);
        let portion = demand.and_then(|demand| portion_of(&effective(disclosure, line, demand)));
        hash.text(&portion.unwrap_or_default());
        hash.text(demand.map_or("", |demand| &demand.sourcing));
        hash.text(demand.map_or("", |demand| &demand.frame));
    }
    hash.done()
}

/// The hash of what a line says and rests on, in hexadecimal, with what is said of its sources beside it: what a lower marking is
/// entered for.
pub fn line_hash(line: &Line, demand: &Demand) -> String {
    let mut hash = Written::new("tearline line 2");
    said(&mut hash, line);
    hash.text(&demand.sourcing);
    hash.done()
}

/// The hash of a line as it would go out, in hexadecimal: what an owner agrees to. The same words to another audience, by another
/// channel, for another purpose, under another marking, title, terms or classification authority, or with something else said of the
/// sources and the confidence of the whole, are not what was agreed to.
pub fn consent_hash(disclosure: &Disclosure, line: &Line, demand: &Demand) -> String {
    let mut hash = Written::new("tearline consent 3");
    heading(&mut hash, disclosure);
    said(&mut hash, line);
    hash.text(&portion_of(&effective(disclosure, line, demand)).unwrap_or_default());
    hash.text(&demand.sourcing);
    hash.text(&demand.frame);
    hash.done()
}

fn heading(hash: &mut Written, disclosure: &Disclosure) {
    for text in [&disclosure.purpose, &disclosure.audience, &disclosure.channel] {
        hash.text(text);
    }
    for text in [&disclosure.onward, &disclosure.title, &disclosure.issuer] {
        hash.text(text.as_deref().unwrap_or_default());
    }
    hash.text(&disclosure.terms);
    let schedule = disclosure.schedule.as_ref();
    for moment in [schedule.and_then(|all| all.embargo.as_ref()), schedule.and_then(|all| all.expires.as_ref())] {
        hash.text(&moment.map_or(String::new(), |moment| format!("{} {}", moment.at.0, moment.written)));
    }
    let amends = disclosure.amends.as_ref();
    hash.text(&amends.map_or(String::new(), |amends| format!("{} {:?} {}", amends.disclosure, amends.how, amends.why)));
    let authority = disclosure.authority.as_ref();
    hash.text(&authority.map_or(String::new(), |block| format!("{:?} {:?}", block.kind, block.lines())));
}

fn said(hash: &mut Written, line: &Line) {
    hash.text(match &line.place {
        Place::Below => "below",
        Place::Above => "above",
        Place::Answer { .. } => "answer",
    });
    hash.text(if let Place::Answer { question } = &line.place { question } else { "" });
    hash.text(&line.text);
    hash.length(line.claims.len());
    for claim in &line.claims {
        hash.0.update(claim.0);
    }
    hash.text(&line.judgement.map_or(String::new(), |id| id.to_string()));
    hash.text(line.judged.as_deref().unwrap_or_default());
}

/// What is written into a hash, so that no two things are written alike.
struct Written(Sha256);

impl Written {
    fn new(what: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(what.as_bytes());
        hash.update(b"\n");
        Self(hash)
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.update(text.as_bytes());
    }

    fn length(&mut self, length: usize) {
        // A usize has at most 64 bits wherever this runs.
        self.0.update((length as u64).to_be_bytes());
    }

    fn done(self) -> String {
        record::id::Sha256(self.0.finalize().into()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use record::id::{ClaimId, DisclosureId, HypothesisId, LineId};
    use record::marking::Rollup;
    use record::time::Micros;

    use super::*;
    use crate::marking::parse;

    fn draft(lines: &[(&str, &[u8])]) -> Disclosure {
        let line = |(text, claims): &(&str, &[u8])| Line {
            id: LineId([1; 16]),
            text: (*text).to_owned(),
            claims: claims.iter().map(|number| ClaimId([*number; 16])).collect(),
            judgement: None,
            place: Place::Below,
            like: None,
            label: None,
            judged: None,
            confidence: None,
            hands: Default::default(),
            author: "Ann".into(),
        };
        Disclosure {
            purpose: "warn".into(),
            channel: "press".into(),
            lines: lines.iter().map(line).collect(),
            ..Disclosure::proposed(DisclosureId([1; 16]), "Ann", Micros(0))
        }
    }

    fn demands(marks: &[&str]) -> Vec<Demand> {
        marks.iter().map(|mark| Demand::of(Rollup::from(&parse(mark).unwrap()))).collect()
    }

    #[test]
    fn the_hash_of_a_draft_is_the_same_for_ever() {
        let hash = draft_hash(&draft(&[("Norland sends shells.", &[1, 2])]), &demands(&["U"]));
        insta::assert_snapshot!(hash);
    }

    #[test]
    fn every_word_claim_mark_and_place_changes_the_hash() {
        let first = draft(&[("One.", &[1, 2]), ("Two.", &[3])]);
        let open = demands(&["U", "U"]);
        let hash = draft_hash(&first, &open);
        let mut moved = first.clone();
        moved.lines[0].place = Place::Above;
        let mut answer = first.clone();
        answer.lines[0].place = Place::Answer { question: "Why now?".into() };
        let mut judged = first.clone();
        judged.lines[0].judgement = Some(HypothesisId([9; 16]));
        for other in [
            draft(&[("One.", &[1, 2])]),
            draft(&[("Two.", &[3]), ("One.", &[1, 2])]),
            draft(&[("One.", &[1]), ("Two.", &[3])]),
            draft(&[("One.", &[1]), ("Two.", &[2, 3])]),
            draft(&[("One.", &[1, 2]), ("Two. ", &[3])]),
            draft(&[("One.Two.", &[1, 2, 3])]),
            Disclosure { purpose: "warn them".into(), ..first.clone() },
            Disclosure { audience: "TLP:GREEN".into(), ..first.clone() },
            Disclosure { onward: Some("public".into()), ..first.clone() },
            Disclosure { terms: "not to be published".into(), ..first.clone() },
            Disclosure { channel: "pres".into(), purpose: "swarn".into(), ..first.clone() },
            moved,
            answer,
            judged,
        ] {
            assert_ne!(draft_hash(&other, &open), hash, "{other:?}");
        }
        assert_ne!(draft_hash(&first, &demands(&["U", "S//NF"])), hash);
    }

    #[test]
    fn who_wrote_it_and_who_approved_it_do_not_change_the_hash() {
        let first = draft(&[("One.", &[1])]);
        let mut other = Disclosure { author: "Bo".into(), issued: true, ..first.clone() };
        other.lines[0].author = "Bo".into();
        assert_eq!(draft_hash(&other, &demands(&["U"])), draft_hash(&first, &demands(&["U"])));
    }
}
