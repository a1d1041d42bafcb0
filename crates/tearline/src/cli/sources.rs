//! Paths into documents: each file opened, what it is told by its content, and all that is in it given one by one.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use casefile::format::{Child, Extracted, Found, Limits, Refused, Why, found};

use crate::Stage;

/// How long reading one PDF may take, in seconds, and how many megabytes of memory it may fill.
pub const PDF_SECONDS: u64 = 60;
/// The address space of the process that reads a PDF.
pub const PDF_MEGABYTES: u64 = 2048;

/// What is taken of a file, and how its PDFs are read.
pub fn limits(stage: &Stage<'_>) -> Limits {
    let pdf = stage.program.clone().map(|program| Child {
        program,
        args: vec![super::pdf::NAME.into()],
        seconds: PDF_SECONDS,
        megabytes: PDF_MEGABYTES,
    });
    Limits { pdf, ..Limits::default() }
}

/// Gives all documents in the file at `path`, or in standard input for `-`, to `take`, and all that is refused.
pub fn read(
    path: &Path,
    limits: &Limits,
    take: &mut dyn FnMut(Result<Extracted, Refused>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let seen = AtomicU64::new(0);
    find(path, limits, &seen, &mut |found| take(found.and_then(|found| found.extract(limits))))
}

/// The same without making their text; `seen` grows by every byte that is looked at.
pub fn find(
    path: &Path,
    limits: &Limits,
    seen: &AtomicU64,
    take: &mut dyn FnMut(Result<Found, Refused>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let name = path.display().to_string();
    if path.as_os_str() == "-" {
        return found(Seen { source: io::stdin().lock(), seen }, &name, None, limits, take);
    }
    match open(path) {
        Ok(file) => found(BufReader::with_capacity(64 << 10, Seen { source: file, seen }), &name, None, limits, take),
        Err(why) => take(Err(Refused { name, why })),
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
    let about = std::fs::metadata(path).map_err(|error| Why::system(&error))?;
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
