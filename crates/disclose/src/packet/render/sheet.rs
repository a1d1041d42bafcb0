//! A packet as a sheet of paper: what stands where, for whatever puts it on paper.

use record::packet::{Half, Packet, PacketLine, Question};

/// A part of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block<'p> {
    /// What it is about.
    Title(&'p str),
    /// A name and what stands behind it.
    Fact(&'static str, String),
    /// A heading within the sheet.
    Heading(&'static str),
    /// The banner of a half.
    Half(&'p str),
    /// A line, with its number in its half: what is torn off does not tell how many stand above.
    Line(usize, &'p PacketLine),
    /// A sentence.
    Sentence(&'p str),
    /// An item of a list.
    Item(&'p str),
    /// A question with its answer.
    Question(&'p Question),
    /// The line along which the lower half is torn off.
    Tear,
    /// Small print.
    Note(&'static str),
}

/// How to make sure of a packet, in the small print of every file.
pub(super) const HOW: &str = "This is one of the files of a packet. Run `tearline verify` on the folder that holds them all, \
     with the issuer's public key, which must have come to you by another way. It needs no network, and it finds any change \
     to any of them.";
/// What the marks mean.
pub(super) const MARKS: &str =
    "Each line is marked by itself before its words; the bars above and below mark the whole.";
/// What a title says where none was given.
const UNTITLED: &str = "Release";

/// The parts of the sheet from top to bottom, without the banner of the whole, which stands at the top, and at the end where no
/// tearline is drawn. Where one is, the last thing below it is the banner of the lower half, and nothing below it is of the whole: who
/// tears there gives on neither the upper banner nor by whose authority it stands.
pub(super) fn blocks<'p>(packet: &'p Packet) -> Vec<Block<'p>> {
    let mut all = vec![Block::Title(packet.title.as_deref().unwrap_or(UNTITLED))];
    all.extend(facts(packet).into_iter().map(|(name, text)| Block::Fact(name, text)));
    let (above, below) = (&packet.tearline.above, &packet.tearline.below);
    let lines = |half: &'p Half| (1..).zip(&half.lines).map(|(number, line)| Block::Line(number, line));
    if packet.tearline.is_drawn() {
        all.push(Block::Half(&above.banner));
        all.extend(lines(above));
        around(packet, &mut all);
        foot(packet, &mut all);
        all.push(Block::Half(&above.banner));
        if packet.banner != above.banner {
            all.push(Block::Half(&packet.banner));
        }
        all.push(Block::Tear);
        all.push(Block::Half(&below.banner));
        all.extend(lines(below));
        all.push(Block::Half(&below.banner));
    } else {
        all.extend(lines(below));
        around(packet, &mut all);
        foot(packet, &mut all);
    }
    all
}

/// What stands at the foot of the whole: by whose authority it is classified, and how to make sure of it.
fn foot<'p>(packet: &'p Packet, all: &mut Vec<Block<'p>>) {
    if let Some(authority) = &packet.authority {
        all.push(Block::Heading("Classification authority"));
        all.extend(authority.lines().into_iter().map(|(name, text)| Block::Fact(name, text.to_owned())));
    }
    all.push(Block::Heading("How to verify this packet"));
    all.push(Block::Note(HOW));
    all.push(Block::Note(MARKS));
}

/// What stands at the head: names, and what they stand for.
pub(super) fn facts(packet: &Packet) -> Vec<(&'static str, String)> {
    let mut facts = vec![("Audience", packet.audience.clone())];
    facts.extend(packet.issuer.clone().map(|issuer| ("Issuer", issuer)));
    facts.push(("Issued", packet.issued.to_string()));
    facts.extend(packet.expires.map(|expires| ("Expires", expires.to_string())));
    facts.push(("Packet", packet.id.to_string()));
    if let Some((older, manifest)) = packet.status.older() {
        let reason = packet.status.reason().map(|reason| format!(": {reason}")).unwrap_or_default();
        let verb = packet.status.verb();
        facts.push(("Status", format!("{verb} packet {older}{reason}")));
        facts.push(("Its manifest", manifest.to_string()));
    }
    facts.push(("Review", packet.reviewed.words().to_owned()));
    facts.extend(packet.terms.clone().map(|terms| ("Terms", terms)));
    facts
}

/// What stands around the lines, in the half on top.
fn around<'p>(packet: &'p Packet, all: &mut Vec<Block<'p>>) {
    if packet.confidence.is_some() || packet.basis.is_some() {
        all.push(Block::Heading("Confidence"));
        all.extend(packet.confidence.iter().chain(&packet.basis).map(|text| Block::Sentence(text)));
    }
    if !packet.sources.is_empty() {
        all.push(Block::Heading("Sources"));
        all.extend(packet.sources.iter().map(|source| Block::Item(source)));
    }
    if !packet.questions.is_empty() {
        all.push(Block::Heading("Questions and answers"));
        all.extend(packet.questions.iter().map(Block::Question));
    }
}
