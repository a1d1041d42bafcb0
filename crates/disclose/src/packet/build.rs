//! From what a packet says to its files.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::packet::{FORMAT, Manifest, ManifestFile, Packet};
use sha2::{Digest, Sha256};

use super::page::page;
use super::{LISTED, MANIFEST_JSON, MANIFEST_SIG, PACKET_HTML, PACKET_JSON, PacketError, PrivateKey};

/// A file of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketFile {
    /// Its name, without folders.
    pub name: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The files of a packet, signed with `key`, in the order in which they are best written: the signature last, so that
/// a folder that was not finished does not verify.
///
/// # Errors
/// A packet of another format, or one that cannot be written down.
pub fn build(packet: &Packet, key: &PrivateKey) -> Result<Vec<PacketFile>, PacketError> {
    if packet.format != FORMAT {
        return Err(PacketError::Format(packet.format));
    }
    let unwritable = |file, why: String| PacketError::Unwritable { file, why };
    let html = page(packet).map_err(|why| unwritable(PACKET_HTML, why.to_string()))?;
    let json = json(packet).map_err(|why| unwritable(PACKET_JSON, why.to_string()))?;
    let said = LISTED.map(|name| {
        let bytes = if name == PACKET_HTML { html.clone().into_bytes() } else { json.clone() };
        PacketFile { name, bytes }
    });
    let manifest = Manifest {
        format: FORMAT,
        packet: packet.id,
        issued: packet.issued,
        files: said.iter().map(|file| entry(file.name, &file.bytes)).collect(),
    };
    let manifest = self::json(&manifest).map_err(|why| unwritable(MANIFEST_JSON, why.to_string()))?;
    let signature = format!("{}\n", STANDARD.encode(key.sign(&manifest)));
    let signed = [
        PacketFile { name: MANIFEST_JSON, bytes: manifest },
        PacketFile { name: MANIFEST_SIG, bytes: signature.into_bytes() },
    ];
    Ok(said.into_iter().chain(signed).collect())
}

/// The entry of a manifest for a file of these bytes.
pub(super) fn entry(name: &str, bytes: &[u8]) -> ManifestFile {
    ManifestFile {
        name: name.to_owned(),
        // No slice is longer than 64 bits can say.
        bytes: bytes.len() as u64,
        sha256: record::id::Sha256(Sha256::digest(bytes).into()).to_string(),
    }
}

/// Indented, so that people can read it, and ended by a line feed.
fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
