//! Looking into a folder from outside: no more is read than a packet can hold, and no link is followed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::{LISTED, LOG_JSON, MANIFEST_JSON, MANIFEST_SIG, VerifyError};

/// The most bytes a file of a packet may have: 64 MB.
pub const MOST_BYTES: u64 = 64 << 20;

/// The most entries of a folder that are looked at: where there are more, it is something else altogether.
const MOST_ENTRIES: usize = 10_000;

/// The files of a packet's folder by name, as they were read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// The files that a packet may have.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The names of everything else: files that were not read, folders, links and devices, with what they are.
    pub others: BTreeSet<String>,
}

impl Contents {
    /// Reads the files of a folder that a packet may have. Others are named and not read.
    pub(super) fn read(path: &Path) -> Result<Self, VerifyError> {
        let folder = Folder::list(path)?;
        let mut contents = Self { files: BTreeMap::new(), others: folder.others.clone() };
        for name in &folder.files {
            if LISTED.into_iter().chain([MANIFEST_JSON, MANIFEST_SIG, LOG_JSON]).any(|known| known == name) {
                contents.files.insert(name.clone(), folder.read(name)?);
            } else {
                contents.others.insert(name.clone());
            }
        }
        if contents.files.is_empty() {
            return Err(VerifyError::NotAPacket(path.to_owned()));
        }
        Ok(contents)
    }
}

/// What stands in a folder.
struct Folder<'p> {
    path: &'p Path,
    /// The names of its plain files.
    files: BTreeSet<String>,
    /// Everything else: the names of folders, links and devices, with what they are.
    others: BTreeSet<String>,
}

impl<'p> Folder<'p> {
    /// Lists the folder.
    fn list(path: &'p Path) -> Result<Self, VerifyError> {
        let unreadable = |why: std::io::Error| unreadable(path, &why);
        let mut folder = Self { path, files: BTreeSet::new(), others: BTreeSet::new() };
        for (number, entry) in fs::read_dir(path).map_err(unreadable)?.enumerate() {
            if number >= MOST_ENTRIES {
                return Err(VerifyError::NotAPacket(path.to_owned()));
            }
            let entry = entry.map_err(unreadable)?;
            // The type of the entry itself: a link is a link, wherever it leads.
            let kind = entry.file_type().map_err(unreadable)?;
            match entry.file_name().into_string() {
                Ok(name) if kind.is_file() => folder.files.insert(name),
                Ok(name) if kind.is_symlink() => folder.others.insert(format!("{name} (a link)")),
                Ok(name) if kind.is_dir() => folder.others.insert(format!("{name} (a folder)")),
                Ok(name) => folder.others.insert(format!("{name} (not a file)")),
                Err(name) => folder.others.insert(name.to_string_lossy().into_owned()),
            };
        }
        Ok(folder)
    }

    /// The bytes of one of its files.
    fn read(&self, name: &str) -> Result<Vec<u8>, VerifyError> {
        let path = self.path.join(name);
        let unreadable = |why: std::io::Error| unreadable(&path, &why);
        // Looked at once more, since it may have been changed since it was listed: opening a pipe would wait for ever.
        if !fs::symlink_metadata(&path).map_err(unreadable)?.is_file() {
            return Err(VerifyError::Files { missing: vec![], extra: vec![], altered: vec![name.to_owned()] });
        }
        let too_large = || VerifyError::TooLarge { name: name.to_owned() };
        let file = File::open(&path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.len() > MOST_BYTES {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        let read = file.take(MOST_BYTES.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
        if read as u64 > MOST_BYTES {
            return Err(too_large());
        }
        Ok(bytes)
    }
}

fn unreadable(path: &Path, why: &std::io::Error) -> VerifyError {
    let why = match why.kind() {
        std::io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        std::io::ErrorKind::NotADirectory => "it is a file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => why.to_string(),
    };
    VerifyError::Unreadable { path: path.to_owned(), why }
}
