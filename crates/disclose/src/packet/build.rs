//! From what a packet says to its files.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::id::Sha256 as Hash;
use record::packet::{FORMAT, Manifest, ManifestFile, Packet};
use sha2::{Digest, Sha256};

use super::render::rendered;
use super::{LISTED, MANIFEST_JSON, MANIFEST_SIG, PACKET_JSON, PacketError, PrivateKey, RENDERER, check};

/// A file of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketFile {
    /// Its name, without folders.
    pub name: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The files of a packet, signed with `key`, in the order in which they are best written: the signature last, so that
/// a folder that was not finished does not verify. The same packet and key make the same bytes.
///
/// # Errors
/// A packet that is not sound, such as one of another format, or one that cannot be written down.
pub fn build(packet: &Packet, key: &PrivateKey) -> Result<Vec<PacketFile>, PacketError> {
    check::sound(packet)?;
    let mut said = Vec::new();
    for name in LISTED {
        let bytes = match name {
            PACKET_JSON => json(packet).map_err(|why| why.to_string()),
            _ => rendered(name, packet),
        };
        let bytes = bytes.map_err(|why| PacketError::Unwritable { file: name, why })?;
        said.push(PacketFile { name, bytes });
    }
    let manifest = Manifest {
        format: FORMAT,
        packet: packet.id,
        issued: packet.issued,
        renderer: RENDERER,
        files: said.iter().map(|file| entry(file.name, &file.bytes)).collect(),
    };
    let manifest =
        json(&manifest).map_err(|why| PacketError::Unwritable { file: MANIFEST_JSON, why: why.to_string() })?;
    let signature = format!("{}\n", STANDARD.encode(key.sign(&manifest)));
    said.push(PacketFile { name: MANIFEST_JSON, bytes: manifest });
    said.push(PacketFile { name: MANIFEST_SIG, bytes: signature.into_bytes() });
    Ok(said)
}

/// The hash of the manifest among a packet's files: by it the packet is named in the log, and by packets that follow it.
pub fn manifest_hash<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Option<Hash> {
    let manifest = files.into_iter().find(|(name, _)| *name == MANIFEST_JSON);
    manifest.map(|(_, bytes)| hash(bytes))
}

/// The SHA-256 of some bytes.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    Hash(Sha256::digest(bytes).into())
}

/// The entry of a manifest for a file of these bytes.
pub(super) fn entry(name: &str, bytes: &[u8]) -> ManifestFile {
    ManifestFile {
        name: name.to_owned(),
        // No slice is longer than 64 bits can say.
        bytes: bytes.len() as u64,
        sha256: hash(bytes).to_string(),
    }
}

/// Indented, so that people can read it, and ended by a line feed.
pub(in crate::packet) fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
