//! Packets of format 1: their page is made again and compared, and what they say is told in the shape of today's.

use askama::Template;
use record::packet::first::{FORMAT, Manifest, Packet};
use record::packet::{self, Half, PacketLine, Review, Status, Tearline};

use super::verify::{malformed, read_json};
use super::{Contents, PACKET_HTML, PACKET_JSON, VerifyError};

/// The files that its manifest lists, in its order.
pub(super) const LISTED: [&str; 2] = [PACKET_HTML, PACKET_JSON];

/// The page of that time, which never changes.
#[derive(Template)]
#[template(path = "packet-1.html")]
struct Page<'p> {
    packet: &'p Packet,
}

impl Page<'_> {
    /// Whether the banner fits the strip that print repeats on every sheet.
    fn repeats(&self) -> bool {
        const FITS: usize = 100;
        self.packet.banner.chars().count() <= FITS
    }
}

/// The page of a packet.
pub(super) fn page(packet: &Packet) -> Result<String, askama::Error> {
    Page { packet }.render()
}

/// What a packet says whose files are as its manifest lists them.
pub(super) fn says(contents: &Contents, manifest: &Manifest) -> Result<packet::Packet, VerifyError> {
    let file = |name: &str| contents.files.get(name).map(Vec::as_slice).unwrap_or_default();
    let packet: Packet = read_json(PACKET_JSON, file(PACKET_JSON), FORMAT)?;
    let fault = if packet.id != manifest.packet {
        Some("its id is not the manifest's")
    } else if packet.issued != manifest.issued {
        Some("its time of issue is not the manifest's")
    } else if packet.lines.is_empty() {
        Some("it has no line")
    } else {
        None
    };
    if let Some(fault) = fault {
        return Err(malformed(PACKET_JSON, fault));
    }
    let shown = page(&packet).map_err(|why| malformed(PACKET_HTML, why))?;
    if shown.as_bytes() != file(PACKET_HTML) {
        return Err(malformed(PACKET_HTML, "it does not show what packet.json says"));
    }
    Ok(today(&packet))
}

/// The packet in the shape of today's, so that it can be shown alike. Its format stays what it was.
fn today(packet: &Packet) -> packet::Packet {
    let lines = (1..).zip(&packet.lines).map(|(id, line)| PacketLine {
        id,
        portion: line.portion.clone(),
        text: line.text.clone(),
        support: String::new(),
        like: None,
    });
    packet::Packet {
        format: packet.format,
        id: packet.id,
        status: Status::Issued,
        title: None,
        banner: packet.banner.clone(),
        issuer: None,
        audience: packet.audience.clone(),
        issued: packet.issued,
        expires: None,
        authority: None,
        terms: None,
        tearline: Tearline {
            above: Half::default(),
            below: Half { banner: packet.banner.clone(), lines: lines.collect() },
        },
        sources: Vec::new(),
        confidence: None,
        basis: None,
        questions: Vec::new(),
        reviewed: Review::None,
        release: None,
    }
}
