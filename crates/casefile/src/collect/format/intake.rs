//! One file on its way in: what it is found to be, what is in that, and what has been taken out of it so far.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::article::Named;
use super::detect::{self, Kind};
use super::refused::{Refused, Why};
use super::unpack::Unpacked;
use super::wide::{self, Narrowed};
use super::{Draft, Format, Found, Limits, archive, csv, docx, feed, json, mail, mbox, parquet, rows, tar, warc};

/// Why reading a thing ends before its end.
#[derive(Debug)]
pub(crate) enum Halt {
    /// Nobody wants more.
    Stopped,
    /// It is refused.
    Refused(Why),
}

impl From<Why> for Halt {
    fn from(why: Why) -> Self {
        Self::Refused(why)
    }
}

impl From<std::io::Error> for Halt {
    fn from(error: std::io::Error) -> Self {
        Self::Refused(Why::system(&error))
    }
}

/// How many bytes are looked at to tell what a thing is.
const LOOK: usize = 16 << 10;

/// Where a thing stands: its name, what it was declared as, and how many archives it is in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'n> {
    /// Its name.
    pub name: &'n str,
    /// The media type it was declared as.
    pub media: Option<&'n str>,
    /// The address it was fetched from.
    pub address: Option<&'n str>,
    /// How many archives are around it.
    pub depth: usize,
}

/// One file on its way in.
pub(crate) struct Intake<'a> {
    /// How much is taken.
    pub limits: &'a Limits,
    take: &'a mut dyn FnMut(Result<Found, Refused>) -> ControlFlow<()>,
    /// How many bytes were unpacked out of it.
    pub unpacked: Unpacked,
    /// What is unsure in all that is found until it is cleared.
    pub note: Option<String>,
    found: u64,
    /// The names of records so far, as hashes: a file may hold millions.
    records: HashSet<u64>,
}

impl<'a> Intake<'a> {
    /// The intake of one file.
    pub fn new(limits: &'a Limits, take: &'a mut dyn FnMut(Result<Found, Refused>) -> ControlFlow<()>) -> Self {
        Self { limits, take, unpacked: Unpacked::new(limits.unpacked), note: None, found: 0, records: HashSet::new() }
    }

    /// Takes the whole file.
    pub fn source(&mut self, source: &mut dyn Read, name: &str, media: Option<&str>) -> ControlFlow<()> {
        match self.thing(source, Place { name, media, address: None, depth: 0 }) {
            Ok(()) => ControlFlow::Continue(()),
            Err(Halt::Stopped) => ControlFlow::Break(()),
            Err(Halt::Refused(why)) => (self.take)(Err(Refused { name: name.to_owned(), why })),
        }
    }

    /// Takes a thing inside the file. A refusal of it is told and is no end; one that is of the whole file is.
    pub fn inside(&mut self, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
        match self.thing(source, place) {
            Err(Halt::Refused(why)) => self.refuse(place.name, why),
            done => done,
        }
    }

    /// Tells that a thing inside the file is refused.
    pub fn refuse(&mut self, name: &str, why: Why) -> Result<(), Halt> {
        if matches!(why, Why::Unpacked { .. } | Why::Many { .. }) {
            return Err(Halt::Refused(why));
        }
        self.give(Err(Refused { name: name.to_owned(), why }))
    }

    /// Hands on a document.
    pub fn document(&mut self, draft: Draft, name: String, bytes: Vec<u8>, format: Format) -> Result<(), Halt> {
        self.give(Ok(Found::whole(name, bytes, format, draft)))
    }

    /// Hands on a record. One that has the name of an earlier one says so, and why: ids and numbers are of one look.
    pub fn record(&mut self, mut draft: Draft, named: Named, bytes: Vec<u8>, format: Format) -> Result<(), Halt> {
        let Named { name, by_id } = named;
        let key = |by_id: bool| {
            let mut hasher = DefaultHasher::new();
            (&name, by_id).hash(&mut hasher);
            hasher.finish()
        };
        let crossed = self.records.contains(&key(!by_id));
        let again = !self.records.insert(key(by_id));
        let note = match (by_id, again, crossed) {
            (true, true, _) => Some("an earlier record of the file has the same id"),
            (false, true, _) => Some("an earlier file of the archive has the same name, and a record of this number"),
            (true, false, true) => {
                Some("its id is the number of an earlier record of the file that has none, and both have one name")
            }
            (false, false, true) => {
                Some("its number is the id of an earlier record of the file, and both have one name")
            }
            (_, false, false) => None,
        };
        draft.notes.extend(note.map(str::to_owned));
        self.document(draft, name, bytes, format)
    }

    fn give(&mut self, outcome: Result<Found, Refused>) -> Result<(), Halt> {
        self.found += 1;
        if self.found > self.limits.documents {
            return Err(Why::Many { limit: self.limits.documents }.into());
        }
        let note = self.note.as_deref();
        match (self.take)(outcome.map(|found| found.noted(note))) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Halt::Stopped),
        }
    }

    /// Takes a thing for what it is found to be.
    pub fn thing(&mut self, source: &mut dyn Read, place: Place<'_>) -> Result<(), Halt> {
        let mut start = Vec::with_capacity(LOOK);
        source.take(LOOK as u64).read_to_end(&mut start)?;
        let mut kind = detect::kind(&start, place.name, place.media)?;
        if kind == Kind::Document(Format::Json) && self.line(source, &mut start)? {
            kind = detect::kind(&start, place.name, place.media)?;
        }
        let wide = wide::told(&start).filter(|_| kind.is_narrow());
        let mut source = Cursor::new(start).chain(source);
        let mut narrow;
        let source: &mut dyn Read = match wide {
            Some(encoding) => {
                narrow = Narrowed::new(source, encoding);
                &mut narrow
            }
            None => &mut source,
        };
        if kind.is_archive() && place.depth >= self.limits.depth {
            return Err(Why::Deep { limit: self.limits.depth }.into());
        }
        let before = self.found;
        match kind {
            Kind::Gzip => archive::gzip(self, source, place),
            Kind::Zstd => archive::zstd(self, source, place),
            Kind::Tar => tar::read(self, source, place),
            Kind::Warc => warc::read(self, source, place),
            Kind::Mbox => mbox::read(self, source, place),
            Kind::JsonLines => json::lines(self, source, place),
            Kind::Csv => csv::read(self, source, place),
            Kind::Coded(coding) => rows::read(self, source, place, coding),
            Kind::Zip => {
                let bytes = self.whole(source, "one archive", self.limits.document)?;
                if docx::is_docx(&bytes)? {
                    return self.one(Format::Docx, bytes, place);
                }
                archive::zip(self, &bytes, place)
            }
            Kind::Document(format) => {
                let (what, limit) = match format {
                    Format::Html => ("one page", self.limits.page),
                    _ => ("one document", self.limits.document),
                };
                let bytes = self.whole(source, what, limit)?;
                self.one(format, bytes, place)
            }
        }?;
        // What was packed is a thing of its own and says so itself.
        if kind.is_archive() && self.found == before {
            return Err(Why::Wordless { what: "an archive in which nothing is a document".to_owned() }.into());
        }
        Ok(())
    }

    /// Goes on to the end of the first line, where that was not seen yet, and a little behind it: articles may stand one a line,
    /// and the first be a long one. Says whether there is such an end.
    fn line(&self, source: &mut dyn Read, start: &mut Vec<u8>) -> Result<bool, Halt> {
        let mut seen = start.len();
        if start.contains(&b'\n') {
            return Ok(false);
        }
        while (start.len() as u64) < self.limits.document && source.take(LOOK as u64).read_to_end(start)? > 0 {
            if start.get(seen..).is_some_and(|new| new.contains(&b'\n')) {
                source.take(LOOK as u64).read_to_end(start)?;
                return Ok(true);
            }
            seen = start.len();
        }
        Ok(false)
    }

    /// All bytes of a thing.
    pub fn whole(&mut self, source: &mut dyn Read, what: &'static str, limit: u64) -> Result<Vec<u8>, Halt> {
        let mut bytes = Vec::new();
        source.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(Why::Large { what, limit }.into());
        }
        Ok(bytes)
    }

    /// Takes what is in memory already.
    fn one(&mut self, format: Format, bytes: Vec<u8>, place: Place<'_>) -> Result<(), Halt> {
        match format {
            Format::Mail => mail::read(self, bytes, place),
            Format::Feed => feed::read(self, &bytes, place),
            Format::Json => json::read(self, &bytes, place),
            Format::Parquet => parquet::read(self, bytes, place),
            Format::Text
            | Format::Csv
            | Format::Markdown
            | Format::Html
            | Format::Pdf
            | Format::Docx
            | Format::Stix
            | Format::Coded(_) => {
                let charset = place.media.and_then(detect::charset);
                self.give(Ok(Found::alone(place.name, bytes, format, charset, place.address)))
            }
        }
    }
}

/// Runs a reader that is not all of the house: should it ever stop the thread, that costs one document.
pub(crate) fn guarded<T>(format: &'static str, read: impl FnOnce() -> Result<T, Why>) -> Result<T, Why> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(Why::broken(format, "something in it stopped the reader")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_stops_costs_one_document() {
        let why = guarded::<()>("a page", || panic!("as a reader of others might")).unwrap_err();
        assert_eq!(why.to_string(), "it cannot be read as a page: something in it stopped the reader");
    }
}
