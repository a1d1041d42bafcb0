//! What every packet keeps to, whoever made it. It is looked at before a packet is built, and when one is verified.

use record::packet::{FORMAT, Half, Packet, Status};
use record::time::Micros;

use super::PacketError;
use crate::workflow::hidden_character;

/// The most lines, questions and descriptions of sources together.
pub const MOST_LINES: usize = 5_000;

/// The most bytes of text in all: 2 MB. What is longer is not a release but an archive, and drawing it would take minutes.
pub const MOST_TEXT: usize = 2 << 20;

/// The first and the last instant that has a date of four digits: 0001-01-01 and the end of 9999.
const DATES: std::ops::Range<i64> = -62_135_596_800_000_000..253_402_300_800_000_000;

/// Whether the packet is one that may be built.
pub(super) fn sound(packet: &Packet) -> Result<(), PacketError> {
    if packet.format != FORMAT {
        return Err(PacketError::Format(packet.format));
    }
    let unsound = |part: &str, why: &str| Err(PacketError::Unsound { part: part.to_owned(), why: why.to_owned() });
    texts(packet)?;
    for (part, at) in [("time of issue", Some(packet.issued)), ("time of expiry", packet.expires)] {
        if at.is_some_and(|Micros(at)| !DATES.contains(&at)) {
            return unsound(part, "it is in no year from 1 to 9999");
        }
    }
    if packet.expires.is_some_and(|expires| expires <= packet.issued) {
        return unsound("time of expiry", "it is not after the time of issue");
    }
    if let Some(fault) = packet.authority.as_ref().and_then(|authority| authority.fault()) {
        return unsound("authority block", fault);
    }
    if packet.status.older().is_some_and(|(older, _)| older == packet.id) {
        return unsound("status", "it names the packet itself as the older one");
    }
    halves(packet)?;
    links(packet)
}

fn halves(packet: &Packet) -> Result<(), PacketError> {
    let unsound = |part: &str, why: &str| Err(PacketError::Unsound { part: part.to_owned(), why: why.to_owned() });
    let Half { banner, lines } = &packet.tearline.below;
    if lines.is_empty() {
        return unsound("text", "it has no line");
    }
    if banner.is_empty() || packet.banner.is_empty() {
        return unsound("banner", "it is not there");
    }
    let above = &packet.tearline.above;
    if above.is_empty() != above.banner.is_empty() {
        return unsound("upper half", "it has lines or a banner, and not both");
    }
    if !packet.tearline.is_drawn() && *banner != packet.banner {
        return unsound("banner", "it is not that of the only half");
    }
    if !packet.tearline.lines().zip(1..).all(|(line, number)| line.id == number) {
        return unsound("text", "its lines are not numbered 1, 2, 3 and so on");
    }
    let count = [packet.tearline.lines().count(), packet.sources.len(), packet.questions.len()];
    if count.iter().fold(0_usize, |sum, more| sum.saturating_add(*more)) > MOST_LINES {
        return unsound("text", &format!("it has more than {MOST_LINES} lines, questions and sources"));
    }
    Ok(())
}

/// Links are opaque, and there is one on each line or on none: else they would tell what they must not.
fn links(packet: &Packet) -> Result<(), PacketError> {
    let opaque = |link: &String| {
        (16..=64).contains(&link.len()) && link.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'))
    };
    let linked: Vec<&String> = packet.tearline.lines().filter_map(|line| line.like.as_ref()).collect();
    if let Some(link) = linked.iter().copied().chain(&packet.release).find(|link| !opaque(link)) {
        return Err(PacketError::Unsound {
            part: format!("link {link:?}"),
            why: "it has not 16 to 64 digits in hexadecimal, made by chance, and so may tell something".to_owned(),
        });
    }
    match linked.len() {
        0 => Ok(()),
        linked if linked == packet.tearline.lines().count() => Ok(()),
        _ => Err(PacketError::SomeLinked),
    }
}

/// Every text with the name of the part it stands in, and whether it may be empty.
fn texts(packet: &Packet) -> Result<(), PacketError> {
    let mut all: Vec<(String, &str)> = vec![
        ("banner".to_owned(), packet.banner.as_str()),
        ("audience".to_owned(), &packet.audience),
        ("banner below the tearline".to_owned(), &packet.tearline.below.banner),
    ];
    let optional = [
        ("title", &packet.title),
        ("issuer", &packet.issuer),
        ("terms", &packet.terms),
        ("confidence", &packet.confidence),
        ("basis", &packet.basis),
    ];
    all.extend(optional.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.as_deref()?))));
    if packet.tearline.is_drawn() {
        all.push(("banner above the tearline".to_owned(), &packet.tearline.above.banner));
    }
    for line in packet.tearline.lines() {
        all.push((format!("portion mark of line {}", line.id), &line.portion));
        all.push((format!("text of line {}", line.id), &line.text));
        if !line.support.is_empty() {
            all.push((format!("support of line {}", line.id), &line.support));
        }
    }
    all.extend((1..).zip(&packet.sources).map(|(number, source)| (format!("source {number}"), source.as_str())));
    for (number, question) in (1..).zip(&packet.questions) {
        all.push((format!("portion mark of question {number}"), &question.portion));
        all.push((format!("question {number}"), &question.question));
        all.push((format!("answer {number}"), &question.answer));
    }
    if let Some(authority) = &packet.authority {
        let lines = authority.lines().into_iter();
        all.extend(lines.map(|(name, text)| (format!("authority block, {}", name.to_lowercase()), text)));
    }
    match &packet.status {
        Status::Corrects { what, .. } => all.push(("status, what was wrong".to_owned(), what)),
        Status::Withdraws { why, .. } => all.push(("status, why it is withdrawn".to_owned(), why)),
        Status::Issued | Status::Supersedes { .. } => {}
    }
    let mut length = 0_usize;
    for (part, text) in all {
        if let Some(character) = hidden_character(text) {
            return Err(PacketError::Hidden { part, character });
        }
        if text.trim().is_empty() {
            return Err(PacketError::Unsound { part, why: "it says nothing".to_owned() });
        }
        length = length.saturating_add(text.len());
    }
    if length > MOST_TEXT {
        let why = format!("it has more than {} MB", MOST_TEXT >> 20);
        return Err(PacketError::Unsound { part: "text".to_owned(), why });
    }
    Ok(())
}
