//! Paths into files: a folder stands for the files in it.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::show::rows::counted;
use crate::show::style;
use crate::show::table::one_line;

/// What paths stand for.
#[derive(Debug, Default)]
pub struct Walked {
    /// The files, folders walked in the order of names.
    pub paths: Vec<PathBuf>,
    /// What could not be entered.
    pub failed: Vec<Failure>,
    /// Folders that were named and hold nothing to read.
    empty: Vec<PathBuf>,
    /// How many links, and how many names that begin with a dot, were passed over below folders.
    links: usize,
    hidden: usize,
}

/// The files that paths name. Below a folder, links and names that begin with a dot are passed over.
pub fn files(paths: &[PathBuf]) -> Walked {
    let mut walked = Walked::default();
    for path in paths {
        let before = walked.paths.len() + walked.failed.len();
        walked.walk(path);
        if walked.paths.len() + walked.failed.len() == before {
            walked.empty.push(path.clone());
        }
    }
    walked
}

impl Walked {
    fn walk(&mut self, path: &Path) {
        if path.as_os_str() == "-" || !path.is_dir() {
            self.paths.push(path.to_owned());
            return;
        }
        let entries = std::fs::read_dir(path).and_then(|entries| entries.collect::<Result<Vec<_>, _>>());
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.failed.push(Failure::file(path, &error)),
        };
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                self.hidden += 1;
            } else if entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
                // It could lead out of the folder, or round in a circle.
                self.links += 1;
            } else {
                self.walk(&entry.path());
            }
        }
    }

    /// Says what could not be entered, what holds nothing, and that links and hidden names were passed over.
    pub fn tell(&self, err: &mut dyn Write) {
        for failure in &self.failed {
            failure.tell(err);
        }
        let warning = style::WARNING;
        for path in &self.empty {
            let name = one_line(&path.display().to_string());
            let _ = writeln!(err, "{warning}note{warning:#}: {name}: there are no files in it");
        }
        for (count, what) in [(self.links, "link"), (self.hidden, "hidden name")] {
            if count > 0 {
                // What cannot be noted is in the help too.
                let count = counted(count, what);
                let _ = writeln!(
                    err,
                    "{warning}note{warning:#}: {count} below a folder passed over; name it to have it read"
                );
            }
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
