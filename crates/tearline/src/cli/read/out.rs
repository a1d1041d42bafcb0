//! `--out`: a file that is written beside its place, and stands there when it is whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anstream::StripStream;

use crate::failure::Failure;
use crate::show::table::one_line;

/// The file while it is written. Dropped before [`Out::finish`], it leaves what stood in its place as it was.
pub struct Out {
    named: PathBuf,
    /// The file that is written and where it goes; nothing where the place is a device or a pipe and is written to itself.
    moved: Option<(PathBuf, PathBuf)>,
    writer: Option<Box<dyn Write>>,
}

impl Out {
    /// Begins a file at `path`; with `plain` colours are left out of it.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn begin(path: &Path, plain: bool) -> Result<Self, Failure> {
        let failed = |error: io::Error| Failure::file(path, &error);
        let (file, moved) = match fs::metadata(path) {
            Ok(there) if !there.is_file() => (OpenOptions::new().write(true).open(path).map_err(failed)?, None),
            there => {
                if there.as_ref().is_ok_and(is_protected) || there.is_ok() && !may_be_written(path) {
                    let name = one_line(&path.display().to_string());
                    let hint = "make it writable if it may be replaced, or name another file for --out";
                    return Err(Failure::failed(format!("{name}: it is read-only"), hint));
                }
                // A link stays one: what it leads to is replaced.
                let place = if there.is_ok() { fs::canonicalize(path).map_err(failed)? } else { path.to_owned() };
                let part = part(&place).ok_or_else(|| {
                    Failure::usage(format!("{} is not the name of a file", path.display()), "write --out FILE")
                })?;
                let file = File::create(&part).map_err(failed)?;
                if let Ok(there) = there {
                    // Whoever may not read the file today will not tomorrow.
                    let _ = fs::set_permissions(&part, there.permissions());
                }
                (file, Some((part, place)))
            }
        };
        let file: Box<dyn Write> = Box::new(BufWriter::new(file));
        let writer = if plain { Box::new(StripStream::new(file)) } else { file };
        Ok(Self { named: path.to_owned(), moved, writer: Some(writer) })
    }

    /// Whether something stands in its place that it would replace.
    pub fn replaces(&self) -> bool {
        self.moved.as_ref().is_some_and(|(_, place)| place.exists())
    }

    /// Puts the whole file in its place.
    ///
    /// # Errors
    /// Where the last of it cannot be written, or it cannot be put there.
    pub fn finish(mut self) -> Result<(), Failure> {
        let failed = |error: io::Error| Failure::file(&self.named, &error);
        if let Some(mut writer) = self.writer.take() {
            writer.flush().map_err(failed)?;
        }
        if let Some((part, place)) = &self.moved {
            fs::rename(part, place).map_err(failed)?;
        }
        self.moved = None;
        Ok(())
    }

    /// The failure of writing to it.
    pub fn failure(&self, error: &io::Error) -> Failure {
        Failure::file(&self.named, error)
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.as_mut().map_or(Ok(0), |writer| writer.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.as_mut().map_or(Ok(()), |writer| writer.flush())
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        self.writer = None;
        if let Some((part, _)) = &self.moved {
            // It is nobody's now; where it cannot be taken away, it does no harm.
            let _ = fs::remove_file(part);
        }
    }
}

/// Whether somebody saw to it that a file is not written to.
fn is_protected(about: &fs::Metadata) -> bool {
    about.permissions().readonly()
}

/// Whether the file at `path` could be written to. Another is put in its place, and for that the folder alone is asked.
fn may_be_written(path: &Path) -> bool {
    let opened = OpenOptions::new().write(true).open(path);
    opened.is_ok() || opened.is_err_and(|error| error.kind() != io::ErrorKind::PermissionDenied)
}

/// The file that is written beside `place`, which no other run of the program writes.
fn part(place: &Path) -> Option<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(place.file_name()?);
    name.push(format!(".{}.part", std::process::id()));
    Some(place.with_file_name(name))
}
