//! Archives: each member is taken as if it had come by itself, under the name `ARCHIVE#member`.
//!
//! A gzip or Zstandard stream is read as it comes, and so is a tar archive ([`super::tar`]). A member whose name leads out of the archive is refused, though
//! nothing is ever written where a name says: who made such a name meant harm, or does not know what is in the archive.

use std::cell::Cell;
use std::io::{Cursor, Read};
use std::rc::Rc;

use ::zip::CompressionMethod;
use ::zip::result::ZipError;

use super::intake::{Halt, Intake, Place};
use super::refused::Why;
use super::stream::{Gzip, Parts, Zstd};
use super::unpack::{Bounded, Counted};

/// The name of what is in a packed file: the name without its ending.
fn unpacked_name(name: &str, endings: &[(&str, &str)]) -> String {
    let lower = name.to_ascii_lowercase();
    for (ending, instead) in endings {
        if lower.ends_with(ending)
            && let Some(stem) = name.get(..name.len() - ending.len())
        {
            return format!("{stem}{instead}");
        }
    }
    name.to_owned()
}

/// A gzip stream, of one member or several behind each other.
pub(crate) fn gzip(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let (counted, packed) = Counted::new(source);
    let (unpacked, rest) = Parts::<Gzip<_>>::new(counted)?;
    let mut bounded = Bounded::new(unpacked, packed, intake.limits, &intake.unpacked);
    let name = unpacked_name(place.name, &[(".tgz", ".tar"), (".gz", "")]);
    // What is wrong with the one thing in it is told under the name that can be found.
    intake.thing(&mut bounded, Place { name: &name, media: None, address: place.address, depth: place.depth + 1 })?;
    Ok(rest.none()?)
}

/// A Zstandard stream, of one frame or several behind each other.
pub(crate) fn zstd(intake: &mut Intake<'_>, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
    let (counted, packed) = Counted::new(source);
    let (unpacked, rest) = Parts::<Zstd<_>>::new(counted)?;
    let mut bounded = Bounded::new(unpacked, packed, intake.limits, &intake.unpacked);
    let name = unpacked_name(place.name, &[(".tzst", ".tar"), (".zst", ""), (".zstd", "")]);
    intake.thing(&mut bounded, Place { name: &name, media: None, address: place.address, depth: place.depth + 1 })?;
    Ok(rest.none()?)
}

/// A ZIP archive. It is read from its end, and so as a whole.
pub(crate) fn zip(intake: &mut Intake<'_>, bytes: &[u8], place: Place<'_>) -> Result<(), Halt> {
    let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    for at in 0..archive.len() {
        let known = archive.by_index_raw(at).and_then(|raw| {
            let member = raw.name()?.into_owned();
            Ok((member, raw.is_symlink(), raw.is_dir(), raw.encrypted(), raw.compression()))
        });
        let (member, link, folder, locked, packing) = match known {
            Ok(known) => known,
            Err(error) => {
                intake.refuse(&format!("{}#{}", place.name, at + 1), broken(&error))?;
                continue;
            }
        };
        if folder || is_hidden(&member) {
            continue;
        }
        let name = format!("{}#{member}", place.name);
        if link {
            intake.refuse(&name, Why::Escape { escape: "it is a link" })?;
        } else if let Some(escape) = escape(&member) {
            intake.refuse(&name, Why::Escape { escape })?;
        } else if locked {
            intake.refuse(&name, Why::Password { what: "a member of a ZIP archive" })?;
        } else if !matches!(packing, CompressionMethod::Stored | CompressionMethod::Deflated) {
            let reason = format!("it is packed with {packing}, and only Deflate and none are read");
            intake.refuse(&name, Why::broken("a member of a ZIP archive", reason))?;
        } else {
            match archive.by_index(at) {
                Ok(file) => {
                    let packed = Rc::new(Cell::new(file.compressed_size()));
                    let mut bounded = Bounded::new(file, packed, intake.limits, &intake.unpacked);
                    intake.inside(
                        &mut bounded,
                        Place { name: &name, media: None, address: None, depth: place.depth + 1 },
                    )?;
                }
                Err(error) => intake.refuse(&name, broken(&error))?,
            }
        }
    }
    match stated(bytes).checked_sub(archive.len()) {
        None | Some(0) => Ok(()),
        Some(more) => {
            let reason = format!("{more} of its members have the name of a later one, and were not read");
            Err(Why::broken("the whole of a ZIP archive", reason).into())
        }
    }
}

/// How many members an archive says it has, where it says that at its end and they are not too many to be told there.
fn stated(bytes: &[u8]) -> usize {
    let end = bytes.windows(4).rposition(|part| part == b"PK\x05\x06");
    match end.and_then(|end| bytes.get(end + 10..end + 12)) {
        Some(&[low, high]) if (low, high) != (0xff, 0xff) => usize::from(u16::from_le_bytes([low, high])),
        _ => 0,
    }
}

/// What is wrong with a ZIP archive.
pub(crate) fn broken(error: &ZipError) -> Why {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            Why::Password { what: "a ZIP archive" }
        }
        error => Why::broken("a ZIP archive", error),
    }
}

/// How a name leads out of its archive.
pub(crate) fn escape(member: &str) -> Option<&'static str> {
    let bytes = member.as_bytes();
    if member.starts_with(['/', '\\'])
        || bytes.get(1) == Some(&b':') && bytes.first().is_some_and(u8::is_ascii_alphabetic)
    {
        return Some("it is absolute");
    }
    if member.split(['/', '\\']).any(|part| part == "..") {
        return Some("it climbs with `..`");
    }
    member.contains('\0').then_some("it holds a zero byte")
}

/// Names that begin with a dot are left out, as in a folder, and what one maker of archives adds to each file.
pub(crate) fn is_hidden(member: &str) -> bool {
    let climbs = member.split(['/', '\\']).any(|part| part == "..");
    !climbs
        && member.split('/').any(|part| part.len() > 1 && part.starts_with('.') && part != ".." || part == "__MACOSX")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leads_out_is_seen() {
        for name in ["/etc/passwd", "../x", "a/../../x", "C:\\x", "\\\\host\\x", "a\\..\\x"] {
            assert!(escape(name).is_some(), "{name}");
        }
        for name in ["a.txt", "a/b.txt", "./a.txt", "a..b", "..."] {
            assert!(escape(name).is_none(), "{name}");
        }
        assert!(is_hidden(".x/a.txt") && !is_hidden("..\\x.txt"), "what leads out is named, and not passed over");
    }

    #[test]
    fn a_packed_file_keeps_its_name_without_the_ending() {
        assert_eq!(unpacked_name("a.tgz", &[(".tgz", ".tar"), (".gz", "")]), "a.tar");
        assert_eq!(unpacked_name("a.txt.gz", &[(".tgz", ".tar"), (".gz", "")]), "a.txt");
        assert_eq!(unpacked_name("a", &[(".gz", "")]), "a");
    }
}
