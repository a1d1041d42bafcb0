//! Tar archives: each member is taken as it comes, and one that is not whole is refused.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::archive::{escape, is_hidden};
use super::intake::{Halt, Intake, Place};
use super::refused::Why;
use super::unpack::{Bounded, Stretch};

const FORMAT: &str = "a tar archive";
/// The most bytes of what is said of a member before it comes: its name, its owner, its holes.
const HEADERS: u64 = 256 << 10;

/// Reads an archive member by member.
pub(crate) fn read(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let left = Rc::new(Cell::new(HEADERS));
    let mut archive = ::tar::Archive::new(Metered { source, left: Rc::clone(&left) });
    let mut entries = archive.entries()?;
    loop {
        let Some(entry) = entries.next() else { return Ok(()) };
        let mut entry = entry.map_err(|error| match Why::system(&error) {
            Why::Cut { reason } => Why::broken(FORMAT, reason),
            why => why,
        })?;
        let (header, size) = (entry.header(), entry.size());
        let (kind, member) = (header.entry_type(), String::from_utf8_lossy(&entry.path_bytes()).into_owned());
        // What has holes is longer than what is kept of it.
        let stored = if kind.is_gnu_sparse() { header.entry_size()? } else { size };
        left.set(stored.saturating_add(HEADERS));
        if kind.is_dir() || kind.is_pax_global_extensions() || is_hidden(&member) {
            continue;
        }
        let name = format!("{}#{member}", place.name);
        if kind.is_symlink() || kind.is_hard_link() {
            intake.refuse(&name, Why::Escape { escape: "it is a link" })?;
        } else if let Some(escape) = escape(&member) {
            intake.refuse(&name, Why::Escape { escape })?;
        } else if !kind.is_file() && !kind.is_contiguous() && !kind.is_gnu_sparse() {
            intake.refuse(&name, Why::Special { what: "a device or a pipe" })?;
        } else if has_holes(&mut entry)? {
            intake
                .refuse(&name, Why::broken(FORMAT, "a member is kept without its holes, in a way that is not read"))?;
        } else {
            let place = Place { name: &name, media: None, address: None, depth: place.depth + 1 };
            // Holes take no room in the archive, and may be as long as their maker liked.
            let mut filled;
            let entry: &mut dyn Read = if kind.is_gnu_sparse() {
                let stored = Rc::new(Cell::new(stored));
                filled = Bounded::new(&mut entry, stored, intake.limits, &intake.unpacked);
                &mut filled
            } else {
                &mut entry
            };
            let mut member = Stretch::new(entry, size, FORMAT, "it breaks off inside a member");
            intake.inside(&mut member, place)?;
            if member.is_cut() {
                return Ok(());
            }
        }
    }
}

/// Whether a member is kept without its holes as POSIX has it: its content then begins with where they were.
fn has_holes<R: Read>(entry: &mut ::tar::Entry<'_, R>) -> io::Result<bool> {
    let Some(extensions) = entry.pax_extensions()? else { return Ok(false) };
    Ok(extensions.flatten().any(|extension| extension.key_bytes().starts_with(b"GNU.sparse.")))
}

/// Passes on an archive as far as may be read before the next member comes: a name is taken into memory as a whole, and
/// could be as long as the archive.
struct Metered<'s> {
    source: &'s mut dyn Read,
    left: Rc<Cell<u64>>,
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        let Some(left) = self.left.get().checked_sub(read as u64) else {
            return Err(Why::broken(FORMAT, "what it says of a member is longer than 256 KB").into());
        };
        self.left.set(left);
        Ok(read)
    }
}
