//! Paths and addresses into documents: each opened or fetched, told by its content, and all that is in it given one by
//! one.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use casefile::format::{Child, Extracted, Found, Limits, Refused, Why, found};

use crate::Stage;
use crate::failure::Failure;
use crate::fetch::{self, Fetched, Web};

/// How long reading one PDF may take, in seconds, and how many megabytes of memory it may fill.
pub const PDF_SECONDS: u64 = 60;
/// The address space of the process that reads a PDF.
pub const PDF_MEGABYTES: u64 = 2048;

/// How much is taken of each document, where PDFs are read by processes of this program.
pub fn limits(program: Option<PathBuf>) -> Limits {
    let child = |program| Child {
        program,
        args: vec![super::pdf::NAME.into()],
        seconds: PDF_SECONDS,
        megabytes: PDF_MEGABYTES,
    };
    Limits { pdf: program.map(child), ..Limits::default() }
}

/// Where documents come from.
#[derive(Debug)]
pub struct Sources {
    /// How much is taken of each, and how PDFs are read.
    pub limits: Limits,
    web: Web,
    seen: AtomicU64,
}

impl Sources {
    /// The sources of a command; with `allow_private` also hosts that are not of the public network. Once
    /// `stop` is true, nothing more is fetched.
    pub fn new(stage: &Stage<'_>, allow_private: bool, stop: Arc<AtomicBool>) -> Self {
        Self { limits: limits(stage.program.clone()), web: Web::new(allow_private, stop), seen: AtomicU64::new(0) }
    }

    /// How many bytes were looked at so far.
    pub fn seen(&self) -> u64 {
        self.seen.load(Ordering::Relaxed)
    }

    /// Gives all documents in bytes that came under a name, and all that is refused.
    pub fn read_bytes(&self, bytes: &[u8], name: &str, take: &mut dyn FnMut(Result<Extracted, Refused>)) {
        let _ = found(bytes, name, None, &self.limits, &mut |one| {
            take(one.and_then(|one| one.extract(&self.limits)));
            ControlFlow::Continue(())
        });
    }

    /// Finds all documents in the file or at the address, or in standard input for `-`, and gives them and all that is
    /// refused to `take`, without making their text, which [`Sources::extract`] does.
    pub fn find(
        &self,
        path: &Path,
        take: &mut dyn FnMut(Result<Found, Failure>) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let name = path.display().to_string();
        if fetch::is_address(&name) && !path.exists() {
            return self.fetch(&name, take);
        }
        let mut take = |found: Result<Found, Refused>| take(found.map_err(Failure::from));
        if path.as_os_str() == "-" {
            let source = Seen { source: io::stdin().lock(), seen: &self.seen };
            return found(source, &name, None, &self.limits, &mut take);
        }
        match open(path) {
            Ok(source) => {
                let source = BufReader::with_capacity(64 << 10, Seen { source, seen: &self.seen });
                found(source, &name, None, &self.limits, &mut take)
            }
            Err(why) => take(Err(Refused { name, why })),
        }
    }

    /// Makes the text of what was found.
    pub fn extract(&self, found: Result<Found, Failure>) -> Result<Extracted, Failure> {
        Ok(found?.extract(&self.limits)?)
    }

    fn fetch(&self, asked: &str, take: &mut dyn FnMut(Result<Found, Failure>) -> ControlFlow<()>) -> ControlFlow<()> {
        let name = asked.split('#').next().unwrap_or(asked);
        match self.web.fetch(asked) {
            Ok(Fetched { bytes, media, address }) => {
                found(bytes.as_slice(), name, media.as_deref(), &self.limits, &mut |found| {
                    take(found.map(|found| found.at(&address)).map_err(Failure::from))
                })
            }
            Err(failure) => take(Err(failure)),
        }
    }
}

/// Counts what is read.
struct Seen<'s, R> {
    source: R,
    seen: &'s AtomicU64,
}

impl<R: Read> Read for Seen<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.seen.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Opens a file, and nothing that is none: a pipe would wait for ever to be written to.
fn open(path: &Path) -> Result<File, Why> {
    let about = std::fs::metadata(path).map_err(|error| match path.is_symlink() {
        true if error.kind() == io::ErrorKind::PermissionDenied => Why::system(&error),
        true => Why::Special { what: "a link that leads to nothing" },
        false => Why::system(&error),
    })?;
    if !about.is_file() {
        return Err(Why::Special { what: special(&about.file_type()) });
    }
    File::open(path).map_err(|error| Why::system(&error))
}

#[cfg(unix)]
fn special(kind: &std::fs::FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match () {
        () if kind.is_socket() => "a socket",
        () if kind.is_fifo() => "a pipe",
        () if kind.is_block_device() || kind.is_char_device() => "a device",
        () if kind.is_dir() => "a folder",
        () => "something else",
    }
}

#[cfg(not(unix))]
fn special(kind: &std::fs::FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "something else" }
}
