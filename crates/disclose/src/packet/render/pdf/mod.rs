//! `packet.pdf`: the packet on sheets of A4, to be printed.
//!
//! The whole sits in one PDF file without anything from outside it: two faces are embedded, no font of the machine is used,
//! and date and id come from the packet, so that the same packet has the same bytes. It is tagged, has a title and a language,
//! and keeps to PDF/UA-1 as far as a program can check that. Text is drawn and never read as anything: there is no markup
//! between the packet and the paper.

mod draw;
mod face;
mod layout;
mod paragraph;

use record::packet::Packet;

use self::face::Faces;

/// The bytes of the file.
pub(super) fn document(packet: &Packet) -> Result<Vec<u8>, String> {
    let faces = Faces::new()?;
    let sheet = layout::sheet(packet, &faces)?;
    // The same sheet without the promise of PDF/UA where a text has signs that the promise does not allow.
    draw::draw(packet, &sheet, &faces, true).or_else(|_| draw::draw(packet, &sheet, &faces, false))
}
