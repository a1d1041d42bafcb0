//! Checkpoints: how long a log is and what its root is, signed by the log, in the forms of C2SP that other programs and
//! witnesses know (`signed-note` and `tlog-checkpoint`).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use record::id::Sha256 as Hash;
use sha2::{Digest, Sha256};

use super::LogError;
use crate::packet::{PrivateKey, PublicKey};

/// What stands before a signature in a note.
const DASH: &str = "\u{2014} ";
/// The number by which notes know Ed25519.
const ED25519: u8 = 1;

/// The key of a log, with the name under which it signs: its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogKey {
    /// The log's name, such as `desk.example/releases`.
    pub origin: String,
    /// The key.
    pub key: PublicKey,
}

impl LogKey {
    /// The key of the log of this name.
    ///
    /// # Errors
    /// A name with a space or a plus sign in it, or none.
    pub fn new(origin: &str, key: PublicKey) -> Result<Self, LogError> {
        let wrong = |sign: char| sign.is_whitespace() || sign.is_control() || sign == '+';
        if origin.is_empty() || origin.contains(wrong) {
            return Err(LogError::Origin(origin.to_owned()));
        }
        Ok(Self { origin: origin.to_owned(), key })
    }

    /// Reads `origin+id+key`, with the key in base64 behind a byte for its kind.
    ///
    /// # Errors
    /// What is not written so, or whose id is not that of the name and the key.
    pub fn from_text(text: &str) -> Result<Self, LogError> {
        let bad = |why| LogError::Key { text: text.chars().take(200).collect(), why };
        let (origin, rest) = text.split_once('+').ok_or_else(|| bad("it is not NAME+ID+KEY"))?;
        let (_, key) = rest.split_once('+').ok_or_else(|| bad("it is not NAME+ID+KEY"))?;
        let bytes = STANDARD.decode(key).map_err(|_| bad("its key is not base64"))?;
        let Some((&ED25519, bytes)) = bytes.split_first() else { return Err(bad("its key is not of Ed25519")) };
        let bytes = bytes.try_into().map_err(|_| bad("its key has not 32 bytes"))?;
        let key = PublicKey::from_bytes(&bytes).map_err(|_| bad("its key is none, or a weak one"))?;
        let known = Self::new(origin, key)?;
        if known.to_string() == text { Ok(known) } else { Err(bad("its id is not that of its name and key")) }
    }

    /// The four bytes that stand for the key in a note: they tell keys apart and prove nothing.
    fn id(&self) -> [u8; 4] {
        let hash = Sha256::new()
            .chain_update(&self.origin)
            .chain_update([b'\n', ED25519])
            .chain_update(self.key.bytes())
            .finalize();
        hash.first_chunk().copied().unwrap_or_default()
    }
}

impl std::fmt::Display for LogKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let key = [&[ED25519][..], &self.key.bytes()].concat();
        write!(f, "{}+{:08x}+{}", self.origin, u32::from_be_bytes(self.id()), STANDARD.encode(key))
    }
}

/// How long a log is, and the root over its leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// How many leaves it has.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The three lines that are signed.
    fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root.0))
    }

    /// The checkpoint with the log's signature.
    ///
    /// # Errors
    /// A name that a log cannot have.
    pub fn sign(&self, key: &PrivateKey) -> Result<String, LogError> {
        let known = LogKey::new(&self.origin, key.public())?;
        let body = self.body();
        let signature = [&known.id()[..], &key.sign(body.as_bytes())].concat();
        Ok(format!("{body}\n{DASH}{} {}\n", self.origin, STANDARD.encode(signature)))
    }
}

/// A checkpoint as it was found, with a signature that has still to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub checkpoint: Checkpoint,
    /// Its signatures: name, id of the key, signature.
    signatures: Vec<(String, [u8; 4], Vec<u8>)>,
}

impl Note {
    /// The most signatures that are looked at: a log's own and those of its witnesses.
    const MOST: usize = 64;

    /// Reads a signed checkpoint. Signatures by others than the log, such as witnesses, may stand beside the log's.
    ///
    /// # Errors
    /// What is not written as a checkpoint is, each thing in the one way in which it can be.
    pub fn read(text: &str) -> Result<Self, LogError> {
        let bad = LogError::Checkpoint;
        if text.chars().any(|sign| sign.is_control() && sign != '\n') {
            return Err(bad("it has a control character"));
        }
        let (body, signed) = text.rsplit_once("\n\n").ok_or(bad("it has no signature"))?;
        let mut lines = body.split('\n');
        let (origin, size, root) = (lines.next(), lines.next(), lines.next());
        let (Some(origin), Some(size), Some(root)) = (origin, size, root) else {
            return Err(bad("it has not a name, a size and a root on a line each"));
        };
        if lines.next().is_some() {
            return Err(bad("it says more than a name, a size and a root"));
        }
        let root = STANDARD.decode(root).ok().and_then(|root| root.try_into().ok());
        let root = Hash(root.ok_or(bad("its root is not the base64 of 32 bytes"))?);
        let size: u64 = size.parse().map_err(|_| bad("its size is not a number"))?;
        let checkpoint = Checkpoint { origin: origin.to_owned(), size, root };
        if checkpoint.body() != format!("{body}\n") || origin.is_empty() {
            return Err(bad("it is written in another way than checkpoints are"));
        }
        let signed = signed.strip_suffix('\n').ok_or(bad("its last line has no end"))?;
        let mut signatures = Vec::new();
        for line in signed.split('\n').take(Self::MOST) {
            let (name, signature) =
                line.strip_prefix(DASH).and_then(|line| line.split_once(' ')).ok_or(bad("a signature is none"))?;
            let bytes = STANDARD.decode(signature).map_err(|_| bad("a signature is not base64"))?;
            let (id, signature) = bytes.split_first_chunk().ok_or(bad("a signature is too short"))?;
            signatures.push((name.to_owned(), *id, signature.to_vec()));
        }
        Ok(Self { checkpoint, signatures })
    }

    /// The checkpoint, if the log's key signed it. Signatures by other keys are passed over, as the form asks.
    ///
    /// # Errors
    /// No signature by this key, or one that is not over this checkpoint.
    pub fn by(&self, key: &LogKey) -> Result<&Checkpoint, LogError> {
        if key.origin != self.checkpoint.origin {
            return Err(LogError::OtherLog { asked: key.origin.clone(), found: self.checkpoint.origin.clone() });
        }
        let body = self.checkpoint.body();
        let mine = self.signatures.iter().filter(|(name, id, _)| *name == key.origin && *id == key.id());
        let mut found = false;
        for (_, _, signature) in mine {
            let right =
                signature.as_slice().try_into().is_ok_and(|signature| key.key.verifies(body.as_bytes(), signature));
            if !right {
                return Err(LogError::WrongSignature { key: key.key.id() });
            }
            found = true;
        }
        if found { Ok(&self.checkpoint) } else { Err(LogError::Unsigned { key: key.key.id() }) }
    }

    /// Whether there is one signature and no other.
    pub(super) fn has_one_signature(&self) -> bool {
        self.signatures.len() == 1
    }
}
