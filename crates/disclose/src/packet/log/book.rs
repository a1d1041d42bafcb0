//! The log itself: a value that only grows, and the text in which it is published.

use record::id::Sha256 as Hash;

use super::{Checkpoint, LogError, LogKey, Note, tree};
use crate::packet::PrivateKey;

/// The first line of a published log.
const HEAD: &str = "tearline log 1";

/// A log: its name and its entries, in the order in which they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    origin: String,
    leaves: Vec<[u8; 32]>,
    /// The hash of each entry as a leaf.
    hashes: Vec<Hash>,
}

impl Log {
    /// A log of this name without entries.
    ///
    /// # Errors
    /// A name with a space or a plus sign in it, or none.
    pub fn new(origin: &str) -> Result<Self, LogError> {
        Self::of(origin, Vec::new())
    }

    /// A log of this name with these entries.
    ///
    /// # Errors
    /// A name with a space or a plus sign in it, or none.
    pub fn of(origin: &str, leaves: Vec<[u8; 32]>) -> Result<Self, LogError> {
        if origin.is_empty() || origin.contains(|sign: char| sign.is_whitespace() || sign.is_control() || sign == '+') {
            return Err(LogError::Origin(origin.to_owned()));
        }
        let hashes = leaves.iter().map(|leaf| tree::leaf_hash(leaf)).collect();
        Ok(Self { origin: origin.to_owned(), leaves, hashes })
    }

    /// Its name.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Its entries.
    pub fn leaves(&self) -> &[[u8; 32]] {
        &self.leaves
    }

    /// How many entries it has.
    pub fn size(&self) -> u64 {
        // No list is longer than 64 bits can say.
        self.leaves.len() as u64
    }

    /// Adds an entry, and gives its place.
    pub fn append(&mut self, entry: Hash) -> u64 {
        let index = self.size();
        self.leaves.push(entry.0);
        self.hashes.push(tree::leaf_hash(&entry.0));
        index
    }

    /// The place of the first entry that is this.
    pub fn find(&self, entry: &Hash) -> Option<u64> {
        self.leaves.iter().position(|leaf| *leaf == entry.0).map(|index| index as u64)
    }

    /// How long it is and what its root is.
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint { origin: self.origin.clone(), size: self.size(), root: tree::root(&self.hashes) }
    }

    /// The proof that an entry is in it; `None` where there is no such entry.
    pub fn inclusion(&self, index: u64) -> Option<Vec<Hash>> {
        tree::inclusion(&self.hashes, usize::try_from(index).ok()?)
    }

    /// The proof that it begins as it stood when it had `size` entries; `None` where it never had as many.
    pub fn consistency(&self, size: u64) -> Option<Vec<Hash>> {
        tree::consistency(&self.hashes, usize::try_from(size).ok()?)
    }

    /// Makes sure that the log has only grown since an older checkpoint of it.
    ///
    /// # Errors
    /// Entries that were removed or changed, or a checkpoint of another log.
    pub fn grew_from(&self, old: &Checkpoint) -> Result<(), LogError> {
        if old.origin != self.origin {
            return Err(LogError::OtherLog { asked: self.origin.clone(), found: old.origin.clone() });
        }
        let first = usize::try_from(old.size).ok().and_then(|size| self.hashes.get(..size));
        let Some(first) = first else { return Err(LogError::Shrunk { old: old.size, now: self.size() }) };
        if tree::root(first) == old.root { Ok(()) } else { Err(LogError::Rewritten { old: old.size }) }
    }

    /// The text in which it is published: its name, its entries in hexadecimal, and a checkpoint signed with `key`.
    ///
    /// # Errors
    /// A name that a log cannot have.
    pub fn publish(&self, key: &PrivateKey) -> Result<String, LogError> {
        let entries = self.leaves.iter().map(|leaf| format!("{}\n", Hash(*leaf)));
        let checkpoint = self.checkpoint().sign(key)?;
        Ok(format!("{HEAD}\n{}\n{}\n{checkpoint}", self.origin, entries.collect::<String>()))
    }

    /// Reads a published log with its checkpoint, whose signature has still to be looked at ([`Note::by`]).
    ///
    /// # Errors
    /// A text that is not written as a log is, or whose entries are not those of its checkpoint.
    pub fn read(text: &str) -> Result<(Self, Note), LogError> {
        let wrong = |line, why| LogError::Text { line, why };
        let (list, checkpoint) =
            text.split_once("\n\n").ok_or(wrong(1, "no empty line parts entries and checkpoint"))?;
        let mut lines = list.split('\n');
        if lines.next() != Some(HEAD) {
            return Err(wrong(1, "it does not say that it is a log"));
        }
        let origin = lines.next().ok_or(wrong(2, "it does not say the log's name"))?;
        let mut leaves = Vec::new();
        for (number, line) in (3..).zip(lines) {
            let hash: Hash = line.parse().map_err(|_| wrong(number, "an entry has 64 hexadecimal digits"))?;
            if line.bytes().any(|byte| byte.is_ascii_uppercase()) {
                return Err(wrong(number, "entries are written in small letters"));
            }
            leaves.push(hash.0);
        }
        let log = Self::of(origin, leaves)?;
        let note = Note::read(checkpoint)?;
        if note.checkpoint != log.checkpoint() {
            return Err(LogError::OtherEntries { size: log.size() });
        }
        Ok((log, note))
    }

    /// Reads a published log and makes sure that `key` signed it.
    ///
    /// # Errors
    /// As [`Log::read`], and a signature that is not the key's.
    pub fn verified(text: &str, key: &LogKey) -> Result<Self, LogError> {
        let (log, note) = Self::read(text)?;
        note.by(key)?;
        Ok(log)
    }
}
