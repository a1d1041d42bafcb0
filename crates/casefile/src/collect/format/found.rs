//! A document that was found and not yet made text of: whoever wants it does that, on a thread of their own.
//!
//! Taking an archive apart is the work of one thread; making text of the web pages in it need not be.

use super::intake::guarded;
use super::refused::{Refused, Why};
use super::{Draft, Extracted, Format, Limits, docx, html, markdown, pdf, text};

/// A document as it was found.
#[derive(Debug)]
pub struct Found {
    /// The name it came under, as [`Extracted::name`].
    pub name: String,
    /// Its own bytes.
    pub bytes: Vec<u8>,
    /// What it is.
    pub format: Format,
    made: Made,
}

/// How far its text has been made.
#[derive(Debug)]
enum Made {
    /// Its text came with its place in what it was found in.
    Whole(Box<Draft>),
    /// It stands by itself.
    Not {
        /// The character set it was declared in.
        charset: Option<String>,
        /// The address it was fetched from.
        address: Option<String>,
        /// What is unsure in it.
        notes: Vec<String>,
    },
}

impl Found {
    /// A document whose text is made.
    pub(crate) fn whole(name: String, bytes: Vec<u8>, format: Format, draft: Draft) -> Self {
        Self { name, bytes, format, made: Made::Whole(Box::new(draft)) }
    }

    /// A document that stands by itself.
    pub(crate) fn alone(
        name: &str,
        bytes: Vec<u8>,
        format: Format,
        charset: Option<&str>,
        address: Option<&str>,
    ) -> Self {
        let (charset, address) = (charset.map(str::to_owned), address.map(str::to_owned));
        let made = Made::Not { charset, address, notes: Vec::new() };
        Self { name: name.to_owned(), bytes, format, made }
    }

    /// The same, fetched from an address, which stands for what it does not say of itself.
    #[must_use]
    pub fn at(mut self, from: &str) -> Self {
        if let Made::Not { address, .. } = &mut self.made {
            address.get_or_insert_with(|| from.to_owned());
        }
        self
    }

    /// The same with something unsure in it.
    #[must_use]
    pub(crate) fn noted(mut self, note: Option<&str>) -> Self {
        let notes = match &mut self.made {
            Made::Whole(draft) => &mut draft.notes,
            Made::Not { notes, .. } => notes,
        };
        notes.extend(note.map(str::to_owned));
        self
    }

    /// Makes its text.
    ///
    /// # Errors
    /// Where that cannot be done; the error names it.
    pub fn extract(self, limits: &Limits) -> Result<Extracted, Refused> {
        let Self { name, bytes, format, made } = self;
        let (charset, address, notes) = match made {
            Made::Whole(draft) => return Ok(draft.finish(name, bytes, format)),
            Made::Not { charset, address, notes } => (charset, address, notes),
        };
        let mut draft = match draft(&bytes, format, charset.as_deref(), limits) {
            Ok(draft) => draft,
            Err(why) => return Err(Refused { name, why }),
        };
        draft.notes.extend(notes);
        if let Some(address) = address {
            draft.outlet = draft.outlet.or_else(|| html::host(&address));
            draft.url = draft.url.or(Some(address));
        }
        Ok(draft.finish(name, bytes, format))
    }
}

fn draft(bytes: &[u8], format: Format, charset: Option<&str>, limits: &Limits) -> Result<Draft, Why> {
    match format {
        Format::Markdown => guarded("Markdown", || markdown::read(bytes, charset)),
        Format::Html => guarded("a page", || html::read(bytes, charset)),
        Format::Pdf => pdf::read(bytes, limits),
        Format::Docx => guarded("an office document", || docx::read(bytes, limits)),
        // What is left comes with its text, but for text itself.
        Format::Text
        | Format::Csv
        | Format::Mail
        | Format::Feed
        | Format::Json
        | Format::Parquet
        | Format::Stix
        | Format::Coded(_) => text::read(bytes, charset),
    }
}
