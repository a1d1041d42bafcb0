//! Paths into files: a folder stands for the files in it.

use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The files that paths name, folders walked in the order of names, and what could not be entered. Names that begin
/// with a dot are left out below a folder.
pub fn files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Failure>) {
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    for path in paths {
        walk(path, &mut found, &mut failed);
    }
    (found, failed)
}

fn walk(path: &Path, found: &mut Vec<PathBuf>, failed: &mut Vec<Failure>) {
    if path.as_os_str() == "-" || !path.is_dir() {
        found.push(path.to_owned());
        return;
    }
    let entries = std::fs::read_dir(path).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return failed.push(Failure::file(path, &error)),
    };
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        // A link below a folder could lead out of it, or round in a circle.
        let link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if !link && !entry.file_name().as_encoded_bytes().starts_with(b".") {
            walk(&entry.path(), found, failed);
        }
    }
}

/// The text of a key file.
pub fn key_text(path: &Path) -> Result<String, Failure> {
    const LARGEST_KEY: u64 = 64 << 10;
    let about = std::fs::metadata(path).map_err(|error| Failure::file(path, &error))?;
    let text = if about.is_file() && about.len() <= LARGEST_KEY {
        let bytes = std::fs::read(path).map_err(|error| Failure::file(path, &error))?;
        String::from_utf8(bytes).ok()
    } else {
        None
    };
    let hint = "`tearline key new FILE` makes one; the file without .pub signs, the one with .pub verifies";
    text.ok_or_else(|| Failure::failed(format!("{} is not a key", path.display()), hint))
}
