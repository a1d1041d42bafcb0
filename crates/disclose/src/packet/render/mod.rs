//! What shows a packet: each file a function of `packet.json` alone, the same bytes for the same packet.

mod html;
mod markdown;
mod pdf;
mod sheet;
mod stix;
mod text;

use record::packet::Packet;

use super::{PACKET_HTML, PACKET_MD, PACKET_PDF, PACKET_STIX, PACKET_TXT};

/// The bytes of the file of this name.
///
/// # Errors
/// Why it cannot be made, in words.
pub(crate) fn rendered(name: &str, packet: &Packet) -> Result<Vec<u8>, String> {
    match name {
        PACKET_HTML => html::page(packet).map(String::into_bytes),
        PACKET_MD => Ok(markdown::page(packet).into_bytes()),
        PACKET_PDF => pdf::document(packet),
        PACKET_STIX => stix::bundle(packet),
        PACKET_TXT => Ok(text::page(packet).into_bytes()),
        _ => Err("there is no rule for a file of this name".to_owned()),
    }
}
