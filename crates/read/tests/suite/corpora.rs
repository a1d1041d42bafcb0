//! Whole corpora, where they stand beside the repository. Where they do not, these tests say so and check nothing.

use std::path::PathBuf;

use crate::{reading, sound};

/// The folder or file of a corpus, or a note that it is not here.
#[expect(clippy::print_stderr, reason = "a test that checks nothing says so")]
fn corpus(name: &str) -> Option<PathBuf> {
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?.to_owned();
    let path = repository.with_file_name("shared").join("corpora").join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: {} is not there", path.display());
    None
}

fn files(folder: &std::path::Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    paths
}

/// The cells of a CSV file (RFC 4180): quoted cells may hold commas and line ends, and `""` is one mark.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell).trim_end_matches('\r').to_owned());
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(character),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[test]
fn every_article_of_polnear_dev_is_read_and_known_to_be_english() {
    let Some(folder) = corpus("polnear/dev/text") else { return };
    let paths = files(&folder, "txt");
    assert_eq!(paths.len(), 84);
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let reading = reading(&text);
        sound::check(&text, &reading);
        assert!(!reading.claims.is_empty(), "{} has no claims", path.display());
        assert_eq!(reading.document.language.as_deref(), Some("en"), "{}", path.display());
    }
}

#[test]
fn every_article_of_wikinews_is_read() {
    let Some(folder) = corpus("wikinews") else { return };
    let mut documents = 0;
    for path in files(&folder, "csv") {
        let rows = cells(&std::fs::read_to_string(&path).unwrap());
        for text in rows.iter().flatten().filter(|cell| cell.split_whitespace().count() >= 50) {
            sound::check(text, &reading(text));
            documents += 1;
        }
    }
    assert!(documents >= 290, "only {documents} documents were found");
}

#[test]
fn a_cell_may_hold_commas_line_ends_and_marks() {
    assert_eq!(cells("a,\"b, \"\"c\"\"\nd\"\r\ne,f"), [["a", "b, \"c\"\nd"], ["e", "f"]]);
}
