//! What somebody says of documents because the documents do not.

use record::time::CivilDate;

/// Options that stand for what documents do not say of themselves, and override what they do.
#[derive(Debug, clap::Args)]
pub struct Given {
    /// When they were published: 2023-02-18, 2023-02, 2023-02-18T14:05+01:00
    #[arg(long)]
    date: Option<CivilDate>,
    /// Who published them
    #[arg(long, value_name = "NAME", value_parser = outlet)]
    outlet: Option<String>,
    /// The language they are in, as two letters: en
    #[arg(long, value_name = "CODE", value_parser = language)]
    language: Option<String>,
}

impl From<Given> for casefile::Given {
    fn from(given: Given) -> Self {
        Self { outlet: given.outlet, date: given.date, language: given.language }
    }
}

/// The name of an outlet, which stands before what documents say of themselves, and so must say something.
fn outlet(name: &str) -> Result<String, String> {
    let name = name.trim();
    if super::is_name(name) {
        Ok(name.to_owned())
    } else {
        Err("the name of an outlet has a letter or digit, and nothing that does not show".to_owned())
    }
}

/// A language by its two letters (ISO 639-1).
fn language(code: &str) -> Result<String, String> {
    if code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        Ok(code.to_ascii_lowercase())
    } else {
        Err("a language is two letters, as in en, fr, uk".to_owned())
    }
}
