//! The log's word on one packet: that it is in the log, with the proof.

use record::id::Sha256 as Hash;
use record::packet::{LOGGED, Logged};

use super::{Checkpoint, Log, LogError, LogKey, Note, entry, tree};
use crate::packet::{LOG_JSON, PacketFile, PrivateKey};

/// Enters a packet, and gives the place of its entry. `manifest` is the SHA-256 of its `manifest.json`, `blinder` the
/// secret of a packet that must stay private.
pub fn enter(log: &mut Log, manifest: &Hash, blinder: Option<&Hash>) -> u64 {
    log.append(entry(manifest, blinder))
}

/// The `log.json` of the packet at `index`, with a checkpoint of the log as it stands, signed with the log's `key`.
///
/// # Errors
/// A place at which this packet does not stand.
pub fn attest(
    log: &Log,
    index: u64,
    manifest: &Hash,
    blinder: Option<&Hash>,
    key: &PrivateKey,
) -> Result<PacketFile, LogError> {
    let proof = log.inclusion(index).ok_or(LogError::NoEntry { index, size: log.size() })?;
    let there = usize::try_from(index).ok().and_then(|index| log.leaves().get(index));
    if there != Some(&entry(manifest, blinder).0) {
        return Err(LogError::OtherEntry(index));
    }
    let logged = Logged {
        format: LOGGED,
        key: LogKey::new(log.origin(), key.public())?.to_string(),
        index,
        blinder: blinder.copied(),
        proof,
        checkpoint: log.checkpoint().sign(key)?,
    };
    let bytes = crate::packet::json(&logged).map_err(|why| LogError::Logged(why.to_string()))?;
    Ok(PacketFile { name: LOG_JSON, bytes })
}

/// What a `log.json` says, once it was found to hold in itself: by the key that it names itself, which may be anybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered {
    /// The key.
    pub key: LogKey,
    /// The checkpoint that the proof leads to.
    pub checkpoint: Checkpoint,
    /// The place of the packet's entry, from 0.
    pub index: u64,
    /// The entry.
    pub entry: Hash,
    /// Whether the entry is blinded.
    pub blinded: bool,
}

/// Reads a `log.json`: nothing is made sure of but its form.
///
/// # Errors
/// What is not written to the byte as it must be.
pub fn read_logged(bytes: &[u8]) -> Result<Logged, LogError> {
    let logged: Logged = serde_json::from_slice(bytes).map_err(|why| LogError::Logged(why.to_string()))?;
    if logged.format != LOGGED {
        return Err(LogError::Logged(format!("it is of format {}, and {LOGGED} is known here", logged.format)));
    }
    // One text for one meaning, so that not even white space can be changed unseen.
    let again = crate::packet::json(&logged).map_err(|why| LogError::Logged(why.to_string()))?;
    if again != bytes {
        return Err(LogError::Logged("it is laid out in another way".to_owned()));
    }
    Ok(logged)
}

/// Makes sure that what `log.json` says holds: its signature, and that its proof leads from the packet with this manifest to
/// the signed root.
///
/// # Errors
/// Whatever does not hold.
pub(in crate::packet) fn entered(bytes: &[u8], manifest: &Hash) -> Result<Entered, LogError> {
    let logged = read_logged(bytes)?;
    let key = LogKey::from_text(&logged.key)?;
    let note = Note::read(&logged.checkpoint)?;
    if !note.has_one_signature() {
        return Err(LogError::Checkpoint("beside a packet it has the log's signature and no other"));
    }
    let checkpoint = note.by(&key)?.clone();
    let entry = entry(manifest, logged.blinder.as_ref());
    let leaf = tree::leaf_hash(&entry.0);
    if !tree::includes(&leaf, logged.index, checkpoint.size, &logged.proof, &checkpoint.root) {
        return Err(LogError::NotIncluded);
    }
    Ok(Entered { key, checkpoint, index: logged.index, entry, blinded: logged.blinder.is_some() })
}
