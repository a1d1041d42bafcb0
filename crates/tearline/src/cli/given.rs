//! What somebody says of documents and sources because they do not say it themselves.

use std::collections::BTreeSet;

use record::label::Protection;
use record::time::CivilDate;

use crate::failure::Failure;

/// `KEY=.15`: what is said of one hypothesis.
pub fn of_hypothesis(text: &str) -> Result<(String, f64), String> {
    let bad = || format!("{text:?} is not KEY=.15");
    let (key, probability) = text.split_once('=').ok_or_else(bad)?;
    Ok((key.trim().to_owned(), probability.trim().parse().map_err(|_| bad())?))
}

/// How a source is guarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Guard {
    /// Whoever may see the marking may know the source.
    Open,
    /// The same, and its owners must agree before anything of it is disclosed.
    Sensitive,
    /// Only its owners may see it.
    Protected,
}

impl From<Guard> for Protection {
    fn from(guard: Guard) -> Self {
        match guard {
            Guard::Open => Self::Open,
            Guard::Sensitive => Self::Sensitive,
            Guard::Protected => Self::Protected,
        }
    }
}

/// The names of owners.
pub fn owners(given: &[String]) -> Result<BTreeSet<String>, Failure> {
    let owners: BTreeSet<String> = given.iter().map(|owner| owner.trim().to_owned()).collect();
    match owners.iter().find(|owner| !super::is_name(owner)) {
        None => Ok(owners),
        Some(owner) => {
            let hint = "write --owner NAME, with a letter or digit and nothing that does not show";
            Err(Failure::usage(format!("{owner:?} is no name of an owner"), hint))
        }
    }
}

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
