//! `packet.stix.json`: a bundle of STIX 2.1 for programs that exchange intelligence.
//!
//! The packet is a `report`, and each of its lines, questions and descriptions is a `note` on it. A note carries the marking
//! of its half as a whole, and its content that of its portion, as a granular marking: a program that does not know granular
//! markings then keeps it at the higher one. Colours of the Traffic Light Protocol 2.0 are the objects that OASIS published
//! for them; other markings are statements.
//!
//! All ids are functions of what they name. The report has the packet's own. What is the packet's has an id made within the
//! packet's (UUID version 5), and what is the same in every packet, such as a statement or the issuer, one made within the
//! namespace of this format, with the day of the format as its date. The namespace that STIX gives for cyber-observable
//! objects is not used: it is for those alone (section 2.9).

mod marks;
mod objects;

use record::id::PacketId;
use record::packet::Packet;
use record::time::Micros;
use sha1::{Digest, Sha1};

use self::marks::Marks;
use self::objects::{Bundle, ExternalReference, Granular, Identity, Note, Object, Report};
use super::sheet::facts;

/// The namespace of ids for what is the same in every packet: made once, by chance.
const NAMESPACE: [u8; 16] =
    [0x6f, 0x0b, 0x1c, 0x5e, 0x92, 0x0d, 0x4e, 0x0b, 0x9a, 0x3d, 0x57, 0x7a, 0xc1, 0x84, 0x2e, 0x61];
/// The day of this format, which is the date of what has no other.
const DATE: &str = "2026-11-27T00:00:00.000Z";

/// The bundle of a packet.
pub(super) fn bundle(packet: &Packet) -> Result<Vec<u8>, String> {
    let mut marks = Marks::default();
    let report_id = format!("report--{}", packet.id);
    let issuer = issuer(packet);
    let whole = marks.of(&packet.banner);
    let top = if packet.tearline.is_drawn() { &packet.tearline.above.banner } else { &packet.banner };
    let mut notes =
        Notes { packet, report: &report_id, author: issuer.id.clone(), marks: &mut marks, made: Vec::new() };
    let below = &packet.tearline.below;
    for line in &packet.tearline.above.lines {
        notes.add(&format!("line {}", line.id), "Above the tearline", &line.text, &line.support, top, &line.portion);
    }
    for line in &below.lines {
        let place = if packet.tearline.is_drawn() { "Below the tearline" } else { "Line" };
        notes.add(&format!("line {}", line.id), place, &line.text, &line.support, &below.banner, &line.portion);
    }
    for (name, text) in packet
        .confidence
        .iter()
        .map(|text| ("Confidence", text))
        .chain(packet.basis.iter().map(|text| ("Basis of the confidence", text)))
    {
        notes.add(name, name, text, "", top, top);
    }
    for (number, source) in (1..).zip(&packet.sources) {
        notes.add(&format!("source {number}"), "Source", source, "", top, top);
    }
    for (number, question) in (1..).zip(&packet.questions) {
        let content = format!("Question: {}\nAnswer: {}", question.question, question.answer);
        notes.add(&format!("question {number}"), "Question and answer", &content, "", top, &question.portion);
    }
    let notes = notes.made;
    let heads = facts(packet).into_iter().map(|(name, text)| format!("{name}: {text}"));
    let authority = packet.authority.iter().flat_map(|authority| authority.lines());
    let heads = heads.chain(authority.map(|(name, text)| format!("{name}: {text}")));
    let report = Report {
        type_: "report",
        spec_version: "2.1",
        id: report_id.clone(),
        created_by_ref: issuer.id.clone(),
        created: stamp(packet.issued),
        modified: stamp(packet.issued),
        name: packet.title.clone().unwrap_or_else(|| format!("Packet {}", packet.id)),
        description: heads.collect::<Vec<_>>().join("\n"),
        published: stamp(packet.issued),
        object_refs: notes.iter().map(|note| note.id.clone()).collect(),
        external_references: older(packet),
        lang: "en",
        object_marking_refs: whole,
    };
    let mut objects = vec![Object::Identity(issuer)];
    objects.extend(marks.made().map(Object::Marking));
    objects.push(Object::Report(report));
    objects.extend(notes.into_iter().map(Object::Note));
    let bundle = Bundle { type_: "bundle", id: id_in(&packet.id.0, "bundle", "bundle"), objects };
    super::super::json(&bundle).map_err(|why| why.to_string())
}

/// The notes on a report, as they are made.
struct Notes<'p> {
    packet: &'p Packet,
    report: &'p str,
    author: String,
    marks: &'p mut Marks,
    made: Vec<Note>,
}

impl Notes<'_> {
    /// A note on what has this name within the packet.
    fn add(&mut self, name: &str, place: &str, content: &str, support: &str, half: &str, portion: &str) {
        let abstract_ = if support.is_empty() { place.to_owned() } else { format!("{place}: {support}") };
        let of_portion = self.marks.of_portion(portion);
        let whole = self.marks.of(half);
        let granular = if of_portion == whole {
            Vec::new()
        } else {
            let selectors = || vec!["content".to_owned()];
            of_portion.into_iter().map(|marking_ref| Granular { marking_ref, selectors: selectors() }).collect()
        };
        self.made.push(Note {
            type_: "note",
            spec_version: "2.1",
            id: id_in(&self.packet.id.0, "note", name),
            created_by_ref: self.author.clone(),
            created: stamp(self.packet.issued),
            modified: stamp(self.packet.issued),
            abstract_,
            content: content.to_owned(),
            object_refs: vec![self.report.to_owned()],
            lang: "en",
            object_marking_refs: whole,
            granular_markings: granular,
        });
    }
}

/// Who issued it. One who is not named is somebody else in each packet, so that two packets are not tied together.
fn issuer(packet: &Packet) -> Identity {
    let (id, name, class) = match &packet.issuer {
        Some(name) => (id_in(&NAMESPACE, "identity", name), name.clone(), "organization"),
        None => {
            let name = format!("The issuer of the packet {}", packet.id);
            (id_in(&packet.id.0, "identity", "issuer"), name, "unspecified")
        }
    };
    Identity {
        type_: "identity",
        spec_version: "2.1",
        id,
        created: DATE.to_owned(),
        modified: DATE.to_owned(),
        name,
        identity_class: class,
    }
}

/// The older packet that it names.
fn older(packet: &Packet) -> Vec<ExternalReference> {
    let Some((older, manifest)) = packet.status.older() else { return Vec::new() };
    vec![ExternalReference {
        source_name: "tearline-packet",
        external_id: older.to_string(),
        description: format!(
            "This packet {} the packet whose manifest has the SHA-256 {manifest}.",
            packet.status.verb()
        ),
    }]
}

/// A time with milliseconds, as STIX asks for in `created` and `modified`.
fn stamp(at: Micros) -> String {
    let millis = at.0.rem_euclid(1_000_000) / 1_000;
    at.to_string().replace('Z', &format!(".{millis:03}Z"))
}

/// `kind--` and the UUID of version 5 for `name` within a namespace (RFC 9562, 5.5).
fn id_in(namespace: &[u8; 16], kind: &str, name: &str) -> String {
    let hash = Sha1::new().chain_update(namespace).chain_update(kind).chain_update([0]).chain_update(name).finalize();
    let mut uuid: [u8; 16] = hash.first_chunk().copied().unwrap_or_default();
    let [_, _, _, _, _, _, version, _, variant, ..] = &mut uuid;
    *version = *version & 0x0f | 0x50;
    *variant = *variant & 0x3f | 0x80;
    // Any id is written alike.
    format!("{kind}--{}", PacketId(uuid))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_milliseconds_and_ids_are_of_version_five() {
        assert_eq!(stamp(Micros(1_935_653_400_123_456)), "2031-05-04T09:30:00.123Z");
        assert_eq!(stamp(Micros(-1)), "1969-12-31T23:59:59.999Z");
        let id = id_in(&NAMESPACE, "identity", "Desk");
        assert_eq!(id, id_in(&NAMESPACE, "identity", "Desk"));
        assert_ne!(id, id_in(&NAMESPACE, "identity", "Desk 2"));
        let digits: Vec<&str> = id.strip_prefix("identity--").unwrap().split('-').collect();
        assert!(digits[2].starts_with('5') && digits[3].starts_with(['8', '9', 'a', 'b']), "{id}");
    }
}
