//! The container: a kind, a version, and named sections.
//!
//! Layout, all numbers little-endian: the eight bytes `tearline`; the kind (8 bytes, padded with zeros); the version
//! (u32); the number of sections (u32); for each its name (8 bytes, padded) and length (u32); then the sections' bytes
//! in the same order, each starting at a multiple of 64 with zeros before it, so that a table's buckets do not straddle
//! cache lines.

use std::fmt;

const MAGIC: &[u8; 8] = b"tearline";

/// The version of the format and of the features: a model trained for other features must not be used.
pub const VERSION: u32 = 1;

/// Why bytes are not a usable model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelError {
    /// They are not a model file at all, or one that was cut off; the words say where reading stopped.
    Malformed(&'static str),
    /// It is a model of another kind, such as a tagger where a parser was asked for.
    Kind {
        /// What was asked for.
        wanted: &'static str,
    },
    /// It was made by another version of the trainer.
    Version {
        /// The version of the file.
        found: u32,
    },
    /// A section that this kind of model needs is missing.
    Missing(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(what) => write!(f, "the model is damaged: {what}"),
            Self::Kind { wanted } => write!(f, "the model is not a {wanted}"),
            Self::Version { found } => write!(f, "the model has version {found}, this program needs {VERSION}"),
            Self::Missing(section) => write!(f, "the model has no section {section:?}"),
        }
    }
}

impl std::error::Error for ModelError {}

/// Takes `N` bytes off the front of `bytes`.
fn take<'m, const N: usize>(bytes: &mut &'m [u8]) -> Result<&'m [u8; N], ModelError> {
    let (head, rest) = bytes.split_first_chunk::<N>().ok_or(ModelError::Malformed("the header is cut off"))?;
    *bytes = rest;
    Ok(head)
}

/// How many bytes are missing from `length` to a multiple of 64.
const fn padding(length: usize) -> usize {
    length.next_multiple_of(64) - length
}

fn padded(name: &str) -> [u8; 8] {
    let mut out = [0; 8];
    for (to, from) in out.iter_mut().zip(name.bytes()) {
        *to = from;
    }
    out
}

/// The bytes of a model compiled into the program, placed so that its sections start at cache lines.
#[derive(Debug)]
#[repr(C, align(64))]
pub struct Aligned<T: ?Sized>(pub T);

/// A model file that was opened: its sections by name.
#[derive(Debug, Clone)]
pub struct Model<'m> {
    sections: Vec<([u8; 8], &'m [u8])>,
}

impl<'m> Model<'m> {
    /// Opens `bytes` as a model of `kind` (at most eight ASCII characters).
    ///
    /// # Errors
    /// If they are no model file, one of another kind or version, or one whose length does not fit its header.
    pub fn open(bytes: &'m [u8], kind: &'static str) -> Result<Self, ModelError> {
        let mut rest = bytes;
        if take::<8>(&mut rest)? != MAGIC {
            return Err(ModelError::Malformed("it does not begin with the mark of a model"));
        }
        if *take::<8>(&mut rest)? != padded(kind) {
            return Err(ModelError::Kind { wanted: kind });
        }
        let found = u32::from_le_bytes(*take(&mut rest)?);
        if found != VERSION {
            return Err(ModelError::Version { found });
        }
        let count = u32::from_le_bytes(*take(&mut rest)?);
        let mut names = Vec::new();
        for _ in 0..count {
            let name = *take::<8>(&mut rest)?;
            names.push((name, u32::from_le_bytes(*take(&mut rest)?) as usize));
        }
        let mut sections = Vec::with_capacity(names.len());
        for (name, length) in names {
            let gap = padding(bytes.len() - rest.len());
            let whole = rest.get(gap..).and_then(|rest| rest.split_at_checked(length));
            let (section, after) = whole.ok_or(ModelError::Malformed("a section is cut off"))?;
            sections.push((name, section));
            rest = after;
        }
        if !rest.is_empty() {
            return Err(ModelError::Malformed("there are bytes after the last section"));
        }
        Ok(Self { sections })
    }

    /// The bytes of the section called `name`.
    ///
    /// # Errors
    /// If there is none.
    pub fn section(&self, name: &'static str) -> Result<&'m [u8], ModelError> {
        let wanted = padded(name);
        let found = self.sections.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, section)| *section).ok_or(ModelError::Missing(name))
    }
}

/// A model file in the making.
#[derive(Debug, Clone, Default)]
pub struct ModelFile {
    sections: Vec<(String, Vec<u8>)>,
}

impl ModelFile {
    /// Adds a section. Only the first eight bytes of its name are kept.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.sections.push((name.to_owned(), bytes));
    }

    /// The bytes of the whole file, as a model of `kind`.
    pub fn to_bytes(&self, kind: &str) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(padded(kind));
        out.extend(VERSION.to_le_bytes());
        out.extend((self.sections.len() as u32).to_le_bytes());
        for (name, bytes) in &self.sections {
            out.extend(padded(name));
            out.extend((bytes.len() as u32).to_le_bytes());
        }
        for (_, bytes) in &self.sections {
            out.resize(out.len() + padding(out.len()), 0);
            out.extend(bytes);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut file = ModelFile::default();
        file.add("first", vec![1, 2, 3]);
        file.add("second", Vec::new());
        file.to_bytes("sample")
    }

    #[test]
    fn a_file_gives_back_its_sections() {
        let bytes = sample();
        let model = Model::open(&bytes, "sample").unwrap();
        assert_eq!(model.section("first").unwrap(), [1, 2, 3]);
        assert!(model.section("second").unwrap().is_empty());
        assert_eq!(model.section("third"), Err(ModelError::Missing("third")));
    }

    #[test]
    fn a_file_cut_off_anywhere_is_an_error() {
        let bytes = sample();
        for end in 0..bytes.len() {
            assert!(Model::open(&bytes[..end], "sample").is_err(), "cut at {end}");
        }
    }

    #[test]
    fn a_file_of_another_kind_or_version_is_refused() {
        let mut bytes = sample();
        assert_eq!(Model::open(&bytes, "parser").unwrap_err(), ModelError::Kind { wanted: "parser" });
        bytes[16] = 99;
        assert_eq!(Model::open(&bytes, "sample").unwrap_err(), ModelError::Version { found: 99 });
        bytes[16] = VERSION as u8;
        bytes.push(0);
        assert!(Model::open(&bytes, "sample").is_err());
    }
}
