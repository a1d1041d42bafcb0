//! What people have is not clean text: the readers of its formats.
//!
//! [`documents`] takes bytes under a name and gives the documents in them, one after the other, each with its text, what
//! it says of itself, and the way back from every stretch of the text to where it stood. What cannot be taken is
//! [`Refused`] by name and reason, and the rest goes on. Nothing here touches a disk or a network; a PDF is read in a
//! child process where one is given ([`Limits::pdf`]).
//!
//! | format | documents | way back |
//! |---|---|---|
//! | text, Markdown | one | bytes |
//! | HTML | its main part | bytes |
//! | PDF | one, columns and lines joined | page and box |
//! | mail (EML), mbox | one a message, and its attachments | part |
//! | DOCX | one | part and bytes in it |
//! | RSS, Atom | one an entry | part |
//! | JSON, JSONL, CSV, Parquet of articles | one an article (fields: [`FIELDS`]) | field |
//! | STIX 2.1 bundles | one a report or note | property |
//! | GDELT 2 events and mentions, ICEWS | one a run of rows | bytes |
//! | WARC | one a response that holds a document | as its format |
//! | ZIP, tar, gzip, Zstandard | those of their members, to a depth | as their format |

mod archive;
mod article;
mod csv;
mod date;
mod detect;
mod docx;
mod encoding;
mod feed;
mod found;
mod html;
mod intake;
mod json;
mod mail;
mod markdown;
mod marked;
mod mbox;
mod parquet;
mod passage;
mod pdf;
mod refused;
mod rows;
mod stix;
mod stream;
mod tar;
mod text;
mod unpack;
mod warc;
mod wide;

use std::io::Read;
use std::ops::ControlFlow;

use record::time::CivilDate;

pub use super::coded::{CAMEO, CAMEO_TABLE, Coding};
pub use article::FIELDS;
pub use found::Found;
pub use marked::Marked;
pub use passage::{At, Passage, PassageMap};
pub use pdf::{Child, child as pdf_child, read_here as read_pdf_here};
pub use refused::{Refused, Why};

use intake::Intake;
pub(crate) use rows::instant;

/// What a document was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
    /// A mail.
    Mail,
    /// An office document.
    Docx,
    /// An entry of an RSS or Atom feed.
    Feed,
    /// An article in JSON.
    Json,
    /// A row of a table.
    Csv,
    /// A row of a Parquet table.
    Parquet,
    /// A report or a note in STIX.
    Stix,
    /// Rows of a feed of coded events.
    Coded(Coding),
}

impl Format {
    /// The name and version of what makes text of it. A change that can change a text is a new version.
    pub fn extractor(self) -> &'static str {
        match self {
            Self::Text => "text-2",
            Self::Markdown => "markdown-1",
            Self::Html => "html-1",
            Self::Pdf => "pdf-1",
            Self::Mail => "mail-1",
            Self::Docx => "docx-1",
            Self::Feed => "feed-1",
            Self::Json => "json-1",
            Self::Csv => "csv-1",
            Self::Parquet => "parquet-1",
            Self::Stix => "stix-1",
            Self::Coded(coding) => coding.extractor(),
        }
    }
}

/// A document taken out of what came in.
#[derive(Debug, Clone, PartialEq)]
pub struct Extracted {
    /// The name it came under: the name of the file, or `FILE#` and the member, the id or the number of the record.
    pub name: String,
    /// Its own bytes: the file, the member, the message, the record.
    pub bytes: Vec<u8>,
    /// What it was.
    pub format: Format,
    /// The text, to which all spans refer.
    pub text: String,
    /// Whether the text is the bytes themselves.
    pub verbatim: bool,
    /// Where in the bytes the text stood.
    pub passages: PassageMap,
    /// Its title, if it states one.
    pub title: Option<String>,
    /// Who published it, if it states that.
    pub outlet: Option<String>,
    /// Who wrote it, if it states that; several names with commas between.
    pub author: Option<String>,
    /// When it was published, as precisely as it states that.
    pub date: Option<CivilDate>,
    /// The language it states, as an ISO 639-1 code.
    pub language: Option<String>,
    /// The address it states or came from.
    pub url: Option<String>,
    /// What it says of who may see it.
    pub marked: Marked,
    /// What was unsure in reading it, in words.
    pub notes: Vec<String>,
}

/// What one of the readers makes of the bytes of one document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Draft {
    pub text: String,
    pub passages: PassageMap,
    pub verbatim: bool,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub date: Option<CivilDate>,
    pub language: Option<String>,
    pub url: Option<String>,
    pub marked: Marked,
    pub notes: Vec<String>,
}

/// How much is taken, and how deep.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The most bytes of one document, and of a ZIP archive, which cannot be read as it comes.
    pub document: u64,
    /// The most bytes of one web page.
    pub page: u64,
    /// The most bytes of one row of a table, or of one line of JSON: it is in memory several times.
    pub record: u64,
    /// How many archives may be inside each other.
    pub depth: usize,
    /// How many times its size something may unpack to, once that is more than [`Limits::slack`].
    pub ratio: u64,
    /// How many bytes may be unpacked whatever their ratio.
    pub slack: u64,
    /// The most bytes that may be unpacked out of one file in all.
    pub unpacked: u64,
    /// The most documents, taken or refused, in one file.
    pub documents: u64,
    /// The process that reads PDFs; without one they are read in this process, which they can then fill or stop.
    pub pdf: Option<Child>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            document: 512 << 20,
            page: 32 << 20,
            record: 64 << 20,
            depth: 4,
            ratio: 200,
            slack: 16 << 20,
            unpacked: 64 << 30,
            documents: 10_000_000,
            pdf: None,
        }
    }
}

/// What a file that cannot be read says of who may see it: by what can be read in it, and by the markings that are named
/// anywhere in its bytes.
pub fn marked(bytes: &[u8], name: &str, limits: &Limits) -> Marked {
    let mut marked = stix::marking::anywhere(bytes);
    let _ = documents(bytes, name, None, limits, &mut |one| {
        if let Ok(one) = one {
            marked = std::mem::take(&mut marked).join(&one.marked);
        }
        ControlFlow::Continue(())
    });
    marked
}

/// Gives all documents in `source`, which came under `name`, to `take`, in their order; and all that had to be refused.
/// `media` is the media type that whoever sent it declared. Stops early when `take` breaks, and then breaks too.
///
/// Large archives, mailboxes and tables are read as they come, one document in memory at a time. Never panics.
pub fn documents(
    source: impl Read,
    name: &str,
    media: Option<&str>,
    limits: &Limits,
    take: &mut dyn FnMut(Result<Extracted, Refused>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    found(source, name, media, limits, &mut |found| take(found.and_then(|found| found.extract(limits))))
}

/// Finds all documents as [`documents`] does, and leaves it to `take` to have their text made ([`Found::extract`]),
/// which is most of the work and can be refused there.
pub fn found(
    mut source: impl Read,
    name: &str,
    media: Option<&str>,
    limits: &Limits,
    take: &mut dyn FnMut(Result<Found, Refused>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    Intake::new(limits, take).source(&mut source, name, media)
}

impl Draft {
    fn finish(mut self, name: String, bytes: Vec<u8>, format: Format) -> Extracted {
        let lost = self.text.matches(char::REPLACEMENT_CHARACTER).count();
        if lost > 0 {
            let what = if lost == 1 { "1 character".to_owned() } else { format!("{lost} characters") };
            self.notes.push(format!("{what} of it could not be read, here or before: \u{fffd} stands there"));
        }
        let marked = self.marked.join(&Marked::written(&self.text, self.title.as_deref()));
        Extracted {
            name,
            bytes,
            format,
            text: self.text,
            verbatim: self.verbatim,
            passages: self.passages,
            title: self.title,
            outlet: self.outlet,
            author: self.author,
            date: self.date,
            language: self.language,
            url: self.url,
            marked,
            notes: self.notes,
        }
    }
}

#[cfg(test)]
mod suite;
