//! Known articles to make documents of: the texts of Wikinews with an invented outlet and author each.

use casefile::format::{Limits, documents};
use std::ops::ControlFlow;

use crate::failure::Failure;
use crate::places::Places;

/// An article as it was before it was made a document.
#[derive(Debug, Clone)]
pub struct Article {
    pub title: String,
    pub outlet: &'static str,
    pub author: &'static str,
    /// `2019-01-05`.
    pub date: jiff::civil::Date,
    pub paragraphs: Vec<String>,
}

const OUTLETS: [&str; 7] = [
    "Asher Courier",
    "The Verrin Observer",
    "Corvania Today",
    "Daily Lantern",
    "Harbour Herald",
    "Northgate Post",
    "The Valley Record",
];
const AUTHORS: [&str; 5] = ["Ann Hale", "Ben Roe", "Clara Winter", "David Moss", "Edda Lind"];

/// Which half of the articles: readers were made with one and are measured on the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The year 2019.
    Dev,
    /// The year 2020.
    Held,
}

/// The articles of one part.
///
/// # Errors
/// If they are not there.
pub fn articles(places: &Places, part: Part) -> Result<Vec<Article>, Failure> {
    let file = match part {
        Part::Dev => "wikinews/wikinews_2019.csv",
        Part::Held => "wikinews/wikinews_2020.csv",
    };
    let path = places.corpus(file)?;
    let mut rows = csv::Reader::from_path(&path).map_err(|error| Failure::at(&path, &error))?;
    let mut found = Vec::new();
    for (at, row) in rows.records().enumerate() {
        let row = row.map_err(|error| Failure::at(&path, &error))?;
        let field = |number: usize| row.get(number).unwrap_or_default();
        let Ok(date) = field(1).parse() else { continue };
        let paragraphs = paragraphs(field(3));
        let words: usize = paragraphs.iter().map(|paragraph| paragraph.split_whitespace().count()).sum();
        // A few entries of the set are notices of two lines.
        if words < 80 {
            continue;
        }
        let outlet = OUTLETS.get(at % OUTLETS.len()).copied().unwrap_or_default();
        let author = AUTHORS.get(at % AUTHORS.len()).copied().unwrap_or_default();
        let title = field(2).split_whitespace().collect::<Vec<_>>().join(" ");
        found.push(Article { title, outlet, author, date, paragraphs });
    }
    Ok(found)
}

/// The paragraphs of a text without the date over it.
fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = text
        .split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    if all.first().is_some_and(|first| first.split_whitespace().count() <= 5 && first.contains("20")) {
        all.remove(0);
    }
    all
}

/// The only document in some bytes, or the words of its refusal.
pub fn read(name: &str, bytes: &[u8]) -> Result<casefile::format::Extracted, String> {
    let mut found = Err("nothing was found".to_owned());
    let _ = documents(bytes, name, None, &Limits::default(), &mut |one| {
        found = one.map_err(|refused| refused.to_string());
        ControlFlow::Continue(())
    });
    found
}

/// The words of a text.
pub fn words(text: &str) -> Vec<String> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
