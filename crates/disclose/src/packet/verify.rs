//! Making sure of a packet with nothing but its folder and the issuer's public key.

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::packet::{FORMAT, Manifest, Packet};
use serde::de::DeserializeOwned;

use super::build::entry;
use super::folder::Folder;
use super::page::page;
use super::{LISTED, MANIFEST_JSON, MANIFEST_SIG, PACKET_HTML, PACKET_JSON, PublicKey, VerifyError};

/// A packet that is as the owner of the key issued it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What it says.
    pub packet: Packet,
    /// Its files.
    pub manifest: Manifest,
    /// The id of the key that vouches for it.
    pub key: String,
}

/// Makes sure that `folder` holds a packet, whole and unchanged, that the owner of the key signed.
///
/// Nothing in the folder is parsed before its signature is found right, but for the signature itself. What the page
/// shows and what `packet.json` says are held against each other, too.
///
/// # Errors
/// Whatever is missing, added or changed, by name; a signature by another key; a key that is none; a folder that is no
/// packet.
pub fn verify(folder: &Path, public_key_pem: &str) -> Result<Verified, VerifyError> {
    let key = PublicKey::from_pem(public_key_pem)?;
    let path = folder;
    let folder = Folder::list(path)?;
    check_names(path, &folder)?;

    let manifest = folder.read(MANIFEST_JSON)?;
    let signature = signature_of(&folder.read(MANIFEST_SIG)?)?;
    if !key.verifies(&manifest, &signature) {
        return Err(VerifyError::WrongSignature { key: key.id() });
    }
    let manifest = read_manifest(&manifest)?;

    let json = folder.read(PACKET_JSON)?;
    let html = folder.read(PACKET_HTML)?;
    let altered = altered(&manifest, &html, &json);
    if !altered.is_empty() {
        return Err(VerifyError::Files { missing: vec![], extra: vec![], altered });
    }

    let packet = read_packet(&json, &manifest)?;
    let shown = page(&packet).map_err(|why| malformed(PACKET_HTML, why))?;
    if shown.as_bytes() != html {
        return Err(malformed(PACKET_HTML, "it does not show what packet.json says"));
    }
    Ok(Verified { packet, manifest, key: key.id() })
}

/// Every file is there, and nothing else.
fn check_names(path: &Path, folder: &Folder<'_>) -> Result<(), VerifyError> {
    let wanted: BTreeSet<&str> = LISTED.into_iter().chain([MANIFEST_JSON, MANIFEST_SIG]).collect();
    if wanted.iter().all(|name| !folder.files.contains(*name)) {
        return Err(VerifyError::NotAPacket(path.to_owned()));
    }
    let missing = wanted.iter().filter(|name| !folder.files.contains(**name)).map(|name| (*name).to_owned());
    let missing: Vec<String> = missing.collect();
    let extra = folder.files.iter().filter(|name| !wanted.contains(name.as_str())).chain(&folder.others).cloned();
    let extra: Vec<String> = extra.collect();
    if missing.is_empty() && extra.is_empty() {
        return Ok(());
    }
    Err(VerifyError::Files { missing, extra, altered: vec![] })
}

/// Which of the two files are not what the manifest says.
pub(super) fn altered(manifest: &Manifest, html: &[u8], json: &[u8]) -> Vec<String> {
    let found = [entry(PACKET_HTML, html), entry(PACKET_JSON, json)];
    found.into_iter().filter(|file| !manifest.files.contains(file)).map(|file| file.name).collect()
}

fn signature_of(bytes: &[u8]) -> Result<[u8; 64], VerifyError> {
    let text = bytes.strip_suffix(b"\n").ok_or(VerifyError::Signature("it is not one line"))?;
    let decoded = STANDARD.decode(text).map_err(|_| VerifyError::Signature("it is not base64"))?;
    decoded.try_into().map_err(|_| VerifyError::Signature("it has not 64 bytes"))
}

fn read_manifest(bytes: &[u8]) -> Result<Manifest, VerifyError> {
    let malformed = |why: &str| malformed(MANIFEST_JSON, why);
    let manifest: Manifest = read_json(MANIFEST_JSON, bytes)?;
    if let Some(file) = manifest.files.iter().find(|file| !is_plain(&file.name)) {
        return Err(malformed(&format!("it lists {:?}, which is not a plain file name", file.name)));
    }
    // Sorted and without repetition, as they are written.
    if !manifest.files.iter().map(|file| file.name.as_str()).eq(LISTED) {
        return Err(malformed("it does not list packet.html and packet.json, each once, and nothing else"));
    }
    Ok(manifest)
}

fn read_packet(bytes: &[u8], manifest: &Manifest) -> Result<Packet, VerifyError> {
    let packet: Packet = read_json(PACKET_JSON, bytes)?;
    let differs = if packet.id != manifest.packet {
        "id"
    } else if packet.issued != manifest.issued {
        "time of issue"
    } else if packet.lines.is_empty() {
        return Err(malformed(PACKET_JSON, "it has no line"));
    } else {
        return Ok(packet);
    };
    Err(malformed(PACKET_JSON, format_args!("its {differs} is not the manifest's")))
}

/// Reads either file, its format first: a later one may hold what this program has no place for.
fn read_json<T: DeserializeOwned>(file: &'static str, bytes: &[u8]) -> Result<T, VerifyError> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|why| malformed(file, why))?;
    match value.get("format").and_then(serde_json::Value::as_u64).map(u32::try_from) {
        Some(Ok(FORMAT)) => {}
        Some(Ok(found)) => return Err(VerifyError::Format { found }),
        _ => return Err(malformed(file, "it does not say its format")),
    }
    // From the bytes again, and not from the value, which has already dropped what was said twice.
    serde_json::from_slice(bytes).map_err(|why| malformed(file, why))
}

/// Whether it is the name of a file and of nothing beyond its folder.
fn is_plain(name: &str) -> bool {
    let signs = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    !name.is_empty() && !name.starts_with('.') && name.bytes().all(signs)
}

fn malformed(file: &'static str, why: impl std::fmt::Display) -> VerifyError {
    VerifyError::Malformed { file, why: why.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_without_folders_is_plain() {
        assert!(is_plain("packet.json") && is_plain("map-2_b.PNG"));
        for name in ["", ".", "..", "../key", "a/b", "a\\b", "C:x", ".hidden", "a\0b", "é", "a b"] {
            assert!(!is_plain(name), "{name:?}");
        }
    }

    #[test]
    fn a_signature_is_one_line_of_base64_and_written_in_one_way_only() {
        let line = format!("{}\n", STANDARD.encode([1_u8; 64]));
        assert_eq!(signature_of(line.as_bytes()), Ok([1; 64]));
        for (text, why) in [
            (line.trim().to_owned(), "it is not one line"),
            (format!("{line}\n"), "it is not base64"),
            (line.replace('\n', "\r\n"), "it is not base64"),
            (line.replace("==", ""), "it is not base64"),
            // The last letter's spare bits: another text for the same bytes.
            (line.replace("AQ==", "AR=="), "it is not base64"),
            ("\n".to_owned(), "it has not 64 bytes"),
            (format!("{}\n", STANDARD.encode([1_u8; 63])), "it has not 64 bytes"),
        ] {
            assert_eq!(signature_of(text.as_bytes()), Err(VerifyError::Signature(why)), "{text:?}");
        }
    }
}
