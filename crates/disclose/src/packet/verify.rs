//! Making sure of a packet with nothing but its folder and the issuer's public key.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::packet::{FORMAT, Manifest, ManifestFile, Packet, first};
use serde::de::DeserializeOwned;

use super::build::{entry, hash, json};
use super::log::{self, Log, LogKey, Note};
use super::render::rendered;
use super::report::{Against, Report};
use super::{
    Contents, LISTED, LOG_JSON, MANIFEST_JSON, MANIFEST_SIG, PACKET_JSON, PublicKey, RENDERER, VerifyError, check,
};

/// Makes sure that `folder` holds a packet, whole and unchanged, that the owner of the key signed.
///
/// # Errors
/// As [`verify_against`].
pub fn verify(folder: &Path, public_key_pem: &str) -> Result<Report, VerifyError> {
    verify_against(folder, public_key_pem, &Against::default())
}

/// Makes sure that `folder` holds a packet, whole and unchanged, that the owner of the key signed, and holds it against
/// whatever else is at hand. What could not be made sure of is in the report, with the reason.
///
/// Nothing in the folder is parsed before its signature is found right, but for the signature itself and the log's word,
/// which has a signature of its own. What the files show and what `packet.json` says are held against each other, too.
///
/// # Errors
/// Whatever is missing, added or changed, by name; a signature by another key; a key that is none; a folder that is no
/// packet; a log that does not hold the packet, or is no longer what it was.
pub fn verify_against(folder: &Path, public_key_pem: &str, against: &Against<'_>) -> Result<Report, VerifyError> {
    let key = PublicKey::from_pem(public_key_pem)?;
    let contents = Contents::read(folder)?;
    let mut report = examine(&contents, &key, against)?;
    if let Some((id, manifest)) = report.packet.status.older() {
        let verb = report.packet.status.verb();
        match against.older {
            None => report.not_checked(
                format!("the packet {id}, which this one {verb}"),
                "it is not at hand: give its folder to make sure that it is the one that is named",
            ),
            Some(path) => {
                let older = Contents::read(path)?;
                let found = older.files.get(MANIFEST_JSON).map(|bytes| hash(bytes));
                let wrong = |why: String| VerifyError::Older { verb, named: id.to_string(), why };
                if found != Some(manifest) {
                    return Err(wrong(format!("its manifest's hash is not {manifest}")));
                }
                let older = examine(&older, &key, &Against::default())?;
                if older.packet.id != id {
                    return Err(wrong(format!("it is the packet {}", older.packet.id)));
                }
                report.checked(format!("the packet {id}, which this one {verb}, is the one at hand, unchanged"));
            }
        }
    }
    Ok(report)
}

/// The same for files that were read already: a pure function. The folder of an older packet is not looked into.
///
/// # Errors
/// As [`verify_against`].
pub fn examine(contents: &Contents, key: &PublicKey, against: &Against<'_>) -> Result<Report, VerifyError> {
    let signed = [MANIFEST_JSON, MANIFEST_SIG].map(|name| contents.files.get(name).ok_or(name));
    let [Ok(manifest), Ok(signature)] = signed else {
        let missing = signed.into_iter().filter_map(|file| file.err().map(str::to_owned)).collect();
        return Err(VerifyError::Files { missing, extra: contents.others.iter().cloned().collect(), altered: vec![] });
    };
    if !key.verifies(manifest, &signature_of(signature)?) {
        return Err(VerifyError::WrongSignature { key: key.id() });
    }
    let (bytes, format) = (manifest, format_of(MANIFEST_JSON, manifest)?);
    let (packet, renderer) = match format {
        first::FORMAT => {
            let manifest: first::Manifest = read_json(MANIFEST_JSON, bytes, format)?;
            listed(&manifest.files, &super::first::LISTED, "packet.html and packet.json")?;
            unchanged(contents, &manifest.files)?;
            (super::first::says(contents, &manifest)?, None)
        }
        FORMAT => {
            let manifest: Manifest = read_json(MANIFEST_JSON, bytes, format)?;
            listed(&manifest.files, &LISTED, "the six files of a packet")?;
            unchanged(contents, &manifest.files)?;
            (says(contents, &manifest)?, Some(manifest.renderer))
        }
        found => return Err(VerifyError::Format { found }),
    };
    let manifest = hash(bytes);
    let mut report = Report { format, packet, manifest, key: key.id(), checked: Vec::new(), not_checked: Vec::new() };
    report.checked(format!("{MANIFEST_JSON} is signed with the key {}", key.id()));
    report.checked("every file that it lists is there, unchanged, and nothing was added");
    match renderer {
        Some(found) if found != RENDERER => report.not_checked(
            "whether the files that show the packet show what packet.json says",
            format!(
                "they were made by the rules of renderer {found}, and this program knows those of {RENDERER}: verify it \
                 with a program of that time"
            ),
        ),
        _ => report.checked("the files that show the packet show what packet.json says, to the byte"),
    }
    logged(contents, key, against, &mut report)?;
    if let Some(expires) = report.packet.expires {
        report.not_checked(
            format!("whether it has expired: it is not to be relied on after {expires}"),
            "that is for whoever knows what time it is",
        );
    }
    report.not_checked(
        "whether a later packet replaced, corrected or withdrew this one",
        "no packet knows of what came after it: ask its issuer, or look through what it issued since",
    );
    Ok(report)
}

/// Reads a `packet.json` of today's format.
///
/// # Errors
/// What is not written to the byte as it must be, or says what no packet may.
pub fn read(bytes: &[u8]) -> Result<Packet, VerifyError> {
    let packet: Packet = read_json(PACKET_JSON, bytes, FORMAT)?;
    check::sound(&packet).map_err(|why| malformed(PACKET_JSON, why))?;
    // One text for one meaning: what was said twice, or in another layout, is not taken.
    if json(&packet).map_err(|why| malformed(PACKET_JSON, why))? != bytes {
        return Err(malformed(PACKET_JSON, "it is not laid out as packets are"));
    }
    Ok(packet)
}

/// What a packet says whose files are as its manifest lists them.
fn says(contents: &Contents, manifest: &Manifest) -> Result<Packet, VerifyError> {
    let file = |name: &str| contents.files.get(name).map(Vec::as_slice).unwrap_or_default();
    let packet = read(file(PACKET_JSON))?;
    if packet.id != manifest.packet {
        return Err(malformed(PACKET_JSON, "its id is not the manifest's"));
    }
    if packet.issued != manifest.issued {
        return Err(malformed(PACKET_JSON, "its time of issue is not the manifest's"));
    }
    if manifest.renderer == RENDERER {
        for name in LISTED.into_iter().filter(|name| *name != PACKET_JSON) {
            let shown = rendered(name, &packet).map_err(|why| malformed(name, why))?;
            if shown != file(name) {
                return Err(malformed(name, "it does not show what packet.json says"));
            }
        }
    }
    Ok(packet)
}

/// The manifest lists these files in this order, each once.
fn listed(files: &[ManifestFile], wanted: &[&str], words: &str) -> Result<(), VerifyError> {
    if let Some(file) = files.iter().find(|file| !is_plain(&file.name)) {
        return Err(malformed(MANIFEST_JSON, format_args!("it lists {:?}, which is not a plain file name", file.name)));
    }
    if !files.iter().map(|file| file.name.as_str()).eq(wanted.iter().copied()) {
        return Err(malformed(MANIFEST_JSON, format_args!("it does not list {words}, each once, and nothing else")));
    }
    Ok(())
}

/// Every listed file is there as it is listed, and beside them the manifest, its signature, and perhaps the log's word.
fn unchanged(contents: &Contents, files: &[ManifestFile]) -> Result<(), VerifyError> {
    let (mut missing, mut altered) = (Vec::new(), Vec::new());
    for file in files {
        match contents.files.get(&file.name) {
            None => missing.push(file.name.clone()),
            Some(bytes) if entry(&file.name, bytes) != *file => altered.push(file.name.clone()),
            Some(_) => {}
        }
    }
    let known = |name: &String| {
        [MANIFEST_JSON, MANIFEST_SIG, LOG_JSON].contains(&name.as_str()) || files.iter().any(|file| file.name == *name)
    };
    let extra: Vec<String> =
        contents.files.keys().filter(|name| !known(name)).chain(&contents.others).cloned().collect();
    if missing.is_empty() && extra.is_empty() && altered.is_empty() {
        return Ok(());
    }
    Err(VerifyError::Files { missing, extra, altered })
}

/// What a log says of the packet, held against what is at hand of that log.
fn logged(contents: &Contents, key: &PublicKey, against: &Against<'_>, report: &mut Report) -> Result<(), VerifyError> {
    let Some(bytes) = contents.files.get(LOG_JSON) else {
        if against.log.is_none() {
            report.not_checked("whether the packet is in a log", "no log.json came with it: ask its issuer for that");
            return Ok(());
        }
        return looked_up(key, against, report, None);
    };
    let entered = log::entered(bytes, &report.manifest)?;
    let size = entered.checkpoint.size;
    report.checked(format!(
        "it is entry {} of {size} in the log {:?}{}",
        entered.index.saturating_add(1),
        entered.key.origin,
        if entered.blinded { ", blinded, so that the log does not tell of it" } else { "" }
    ));
    let known = match against.log_key {
        Some(pem) => Some(PublicKey::from_pem(pem)?),
        None if entered.key.key == *key => Some(*key),
        None => None,
    };
    match known {
        Some(known) if known == entered.key.key => {
            report.checked(format!("the log's checkpoint is signed with the key {}", known.id()));
        }
        Some(known) => return Err(log::LogError::Unsigned { key: known.id() }.into()),
        None => report.not_checked(
            format!("whose key signed the log's checkpoint: it is {}", entered.key.key.id()),
            "it is not the issuer's, and the log's key was not given",
        ),
    }
    looked_up(&entered.key.key, against, report, Some(&entered))
}

/// The log and the checkpoint of an earlier day, where they are at hand.
fn looked_up(
    key: &PublicKey,
    against: &Against<'_>,
    report: &mut Report,
    entered: Option<&log::Entered>,
) -> Result<(), VerifyError> {
    let of_log = match against.log_key {
        Some(pem) => PublicKey::from_pem(pem)?,
        None => *key,
    };
    let other = |why: log::LogError| VerifyError::OtherLog(why.to_string());
    let signed = |note: &Note| -> Result<(), VerifyError> {
        let key = LogKey::new(&note.checkpoint.origin, of_log).map_err(other)?;
        note.by(&key).map(|_| ()).map_err(other)
    };
    let log = match against.log {
        None => None,
        Some(text) => {
            let (log, note) = Log::read(text).map_err(other)?;
            signed(&note)?;
            Some(log)
        }
    };
    if let Some(log) = &log {
        let entry = entered.map_or(report.manifest, |entered| entered.entry);
        match log.find(&entry) {
            None => {
                return Err(VerifyError::OtherLog(format!(
                    "none of its {} entries is the packet's; it was removed, the log is older than the packet, or the \
                     packet's entry is blinded and its log.json was not given",
                    log.size()
                )));
            }
            Some(index) => {
                report.checked(format!("the log given holds it as entry {}", index.saturating_add(1)));
            }
        }
        if let Some(entered) = entered {
            log.grew_from(&entered.checkpoint).map_err(other)?;
            report.checked("the log given has only grown since the packet was entered");
        }
    }
    let Some(text) = against.checkpoint else { return Ok(()) };
    let note = Note::read(text).map_err(other)?;
    signed(&note)?;
    let old = &note.checkpoint;
    match (&log, entered) {
        (Some(log), _) => {
            log.grew_from(old).map_err(other)?;
            report.checked(format!("the log given has only grown since the checkpoint of {} entries", old.size));
        }
        (None, Some(entered)) if *old == entered.checkpoint => {
            report.checked("the checkpoint given is the one that the packet was entered under");
        }
        (None, Some(entered)) if old.origin == entered.checkpoint.origin && old.size == entered.checkpoint.size => {
            return Err(VerifyError::OtherLog(log::LogError::Rewritten { old: old.size }.to_string()));
        }
        (None, _) => report.not_checked(
            "whether the log has only grown between the checkpoint given and the packet's",
            "that takes the log itself, as it is published",
        ),
    }
    Ok(())
}

fn signature_of(bytes: &[u8]) -> Result<[u8; 64], VerifyError> {
    let text = bytes.strip_suffix(b"\n").ok_or(VerifyError::Signature("it is not one line"))?;
    let decoded = STANDARD.decode(text).map_err(|_| VerifyError::Signature("it is not base64"))?;
    decoded.try_into().map_err(|_| VerifyError::Signature("it has not 64 bytes"))
}

/// The format that a file says it is of.
fn format_of(file: &'static str, bytes: &[u8]) -> Result<u32, VerifyError> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|why| malformed(file, why))?;
    let format = value.get("format").and_then(serde_json::Value::as_u64).and_then(|format| u32::try_from(format).ok());
    format.ok_or_else(|| malformed(file, "it does not say its format"))
}

/// Reads a file of a known format, its format first: a later one may hold what this program has no place for.
pub(super) fn read_json<T: DeserializeOwned>(file: &'static str, bytes: &[u8], format: u32) -> Result<T, VerifyError> {
    match format_of(file, bytes)? {
        found if found == format => {}
        found if found > FORMAT => return Err(VerifyError::Format { found }),
        found => return Err(malformed(file, format_args!("it is of format {found}, and the manifest of {format}"))),
    }
    // From the bytes again, and not from the value, which has already dropped what was said twice.
    serde_json::from_slice(bytes).map_err(|why| malformed(file, why))
}

/// Whether it is the name of a file and of nothing beyond its folder.
fn is_plain(name: &str) -> bool {
    let signs = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    !name.is_empty() && !name.starts_with('.') && name.bytes().all(signs)
}

pub(super) fn malformed(file: &'static str, why: impl std::fmt::Display) -> VerifyError {
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
