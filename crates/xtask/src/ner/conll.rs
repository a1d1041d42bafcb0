//! One token a line with a label behind a tab or space, an empty line between sentences.

use std::path::Path;

use read::name::{Name, NameKind};

use super::Text;
use crate::failure::Failure;

/// The documents of a file. `kind` translates the corpus's kinds of name; a name of a kind that it does not know is none.
/// `apart` says that every sentence is a document of its own.
///
/// # Errors
/// If the file cannot be read.
pub fn read(path: &Path, apart: bool, kind: impl Fn(&str) -> Option<NameKind>) -> Result<Vec<Text>, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, &error))?;
    Ok(parse(&String::from_utf8_lossy(&bytes), apart, kind))
}

fn parse(file: &str, apart: bool, kind: impl Fn(&str) -> Option<NameKind>) -> Vec<Text> {
    let mut out = vec![Text::default()];
    let (mut words, mut labels): (Vec<&str>, Vec<&str>) = Default::default();
    for line in file.lines().chain([""]) {
        let mut cells = line.split(['\t', ' ']).filter(|cell| !cell.is_empty());
        if let Some(word) = cells.next().filter(|word| *word != "-DOCSTART-") {
            words.push(word);
            labels.push(cells.next_back().unwrap_or("O"));
            continue;
        }
        if let Some(text) = out.last_mut().filter(|_| !words.is_empty()) {
            let first = text.push(&words);
            text.gold.extend(names(&labels, &kind).map(|name| Name {
                first: first + name.first,
                last: first + name.last,
                ..name
            }));
            words.clear();
            labels.clear();
            if apart {
                out.push(Text::default());
            }
        }
        if line.starts_with("-DOCSTART-") {
            out.push(Text::default());
        }
    }
    out.retain(|text| !text.segments.tokens.is_empty());
    out
}

/// The names of a sentence by its labels; one without `B-` before it begins where the kind changes.
fn names<'l>(labels: &'l [&str], kind: &'l impl Fn(&str) -> Option<NameKind>) -> impl Iterator<Item = Name> + 'l {
    let mut runs: Vec<(usize, usize, &str)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let Some((place, own)) = label.split_once('-') else { continue };
        match runs.last_mut() {
            Some((_, last, before)) if *last + 1 == at && *before == own && place != "B" => *last = at,
            _ => runs.push((at, at, own)),
        }
    }
    runs.into_iter().filter_map(|(first, last, own)| Some(Name { first, last, kind: kind(own)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_at_b_and_where_the_kind_changes() {
        let kind =
            |kind: &str| (kind == "PER").then_some(NameKind::Person).or((kind == "LOC").then_some(NameKind::Place));
        let file = "Dalia\tB-PER\nVerrin\tI-PER\nOrlo\tB-PER\nAsher\tI-LOC\n,\tO\n\n-DOCSTART- \nmet O\nOrlo I-PER\n";
        let texts = parse(file, false, kind);
        let spans: Vec<_> = texts.iter().flat_map(|text| &text.gold).map(|name| (name.first, name.last)).collect();
        assert_eq!((texts.len(), spans), (2, vec![(0, 1), (2, 2), (3, 3), (1, 1)]));
    }
}
