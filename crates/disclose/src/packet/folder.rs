//! Looking into a folder from outside: no more is read than a packet can hold, and no link is followed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::VerifyError;

/// The most bytes a file of a packet may have: 64 MB.
pub const MOST_BYTES: u64 = 64 << 20;

/// The most entries of a folder that are looked at: where there are more, it is something else altogether.
const MOST_ENTRIES: usize = 10_000;

/// What stands in a folder.
pub(super) struct Folder<'p> {
    path: &'p Path,
    /// The names of its plain files.
    pub(super) files: BTreeSet<String>,
    /// Everything else: the names of folders, links and devices, with what they are.
    pub(super) others: BTreeSet<String>,
}

impl<'p> Folder<'p> {
    /// Lists the folder.
    pub(super) fn list(path: &'p Path) -> Result<Self, VerifyError> {
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
    pub(super) fn read(&self, name: &str) -> Result<Vec<u8>, VerifyError> {
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
