//! `tearline mark`: portion marks and banners of documents, held to the rules of markings.

mod banner;
mod check;
mod export;
mod page;
mod rules;
mod tag;

use std::path::{Path, PathBuf};

use disclose::marking::{Document, Ladder, Options};

use super::lint;
use crate::Stage;
use crate::failure::{Failure, Outcome};
use crate::show::table::one_line;
use page::Page;

/// Check portion marks and banners, roll them up, and write them out
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    Check(check::Args),
    Banner(banner::Args),
    Export(export::Args),
    Rules(rules::Args),
}

impl Verb {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        match self {
            Self::Check(args) => args.run(stage),
            Self::Banner(args) => args.run(stage),
            Self::Export(args) => args.run(stage),
            Self::Rules(args) => args.run(stage),
        }
    }
}

/// How documents are judged.
#[derive(Debug, clap::Args)]
pub struct Judged {
    /// A ladder of your own, in TOML: `name`, and one `[[rung]]` with `banner` and `portion` for each, the lowest first
    #[arg(long, value_name = "FILE")]
    ladder: Option<PathBuf>,
    /// Hold it to what documents of the intelligence community must say besides (ISM-ID-00119, ISM-ID-00225)
    #[arg(long)]
    ic_document: bool,
    /// Judge by the rules of the tables alone, without those of this house (HOUSE-1 to HOUSE-12)
    #[arg(long)]
    official: bool,
}

impl Judged {
    fn options(&self) -> Result<Options, Failure> {
        let ladder = self.ladder.as_deref().map(ladder).transpose()?;
        Ok(Options { ladder, ic_document: self.ic_document, official: self.official })
    }
}

/// Reads a ladder that a team defines.
fn ladder(path: &Path) -> Result<Ladder, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))?;
    let name = one_line(&path.display().to_string());
    let read: Ladder = toml::from_str(&text).map_err(|error| {
        let message = format!("{name} is no ladder: {}", one_line(error.message()));
        Failure::usage(message, "write name = \"desk\", and for each rung [[rung]], banner = \"OPEN\", portion = \"O\"")
    })?;
    read.checked().map_err(|error| Failure::usage(format!("{name}: {error}"), "change the ladder"))
}

/// A document that was read from a file.
struct Read {
    page: Page,
    document: Document,
}

/// Reads a document from a file, or from standard input.
fn read(path: &Path, options: &Options) -> Result<Read, Failure> {
    let name = path.display().to_string();
    let bytes = lint::bytes(path)?;
    let source = String::from_utf8(bytes).map_err(|_| {
        let message = format!("{} is not text in UTF-8", one_line(&name));
        Failure::failed(message, "check text, Markdown or HTML; `tearline read` makes text of other documents")
    })?;
    let page = Page::new(name, source);
    let document = Document::read(&page.text, options.ladder.as_ref());
    let document = match page.title {
        Some(title) => document.headed(title),
        None => document,
    };
    Ok(Read { page, document })
}
