//! PolNeAR: news articles with attributions in brat's standoff format.

use std::collections::HashMap;
use std::path::Path;

use record::span::Span;

use crate::failure::Failure;

/// An article with its attributions.
#[derive(Debug, Clone)]
pub struct Article {
    /// Its text.
    pub text: String,
    /// Its attributions, in the order of the file.
    pub gold: Vec<Attribution>,
}

/// An attribution as spans of bytes, each list in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Attribution {
    /// Who says it.
    pub source: Vec<Span>,
    /// The words that say so.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
}

/// The articles of a folder with `text/` and `attributions/`, in the order of names.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn read(folder: &Path) -> Result<Vec<Article>, Failure> {
    let annotations = list(&folder.join("attributions"))?;
    let mut articles = Vec::new();
    for path in list(&folder.join("text"))? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // An annotation file has the name of its text and `_` with four more characters.
        let own = |path: &&std::path::PathBuf| {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            stem.strip_prefix(&name).is_some_and(|rest| rest.len() == 5 && rest.starts_with('_'))
        };
        let Some(annotation) = annotations.iter().find(own) else { continue };
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
        let brat = std::fs::read_to_string(annotation).map_err(|error| Failure::at(annotation, &error))?;
        let gold = attributions(&brat, &text);
        articles.push(Article { text, gold });
    }
    Ok(articles)
}

fn list(folder: &Path) -> Result<Vec<std::path::PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::at(folder, &error))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// Reads brat's lines: `T1<tab>Cue 107 114;120 125<tab>text` and `E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1`.
fn attributions(brat: &str, text: &str) -> Vec<Attribution> {
    // brat counts characters.
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let at = |number: &str| number.parse::<usize>().ok().and_then(|number| offsets.get(number).copied());
    let mut spans: HashMap<&str, Vec<Span>> = HashMap::new();
    let mut found = Vec::new();
    for line in brat.lines() {
        let mut cells = line.split('\t');
        let (Some(id), Some(body)) = (cells.next(), cells.next()) else { continue };
        if id.starts_with('T') {
            let Some((_, ranges)) = body.split_once(' ') else { continue };
            let parsed = ranges.split(';').filter_map(|range| {
                let (start, end) = range.split_once(' ')?;
                Some(Span::new(at(start)?, at(end)?))
            });
            spans.insert(id, parsed.collect());
        } else if id.starts_with('E') {
            let mut one = Attribution::default();
            for part in body.split(' ').skip(1) {
                let Some((role, id)) = part.split_once(':') else { continue };
                let own = spans.get(id).cloned().unwrap_or_default();
                match role.trim_end_matches(|letter: char| letter.is_ascii_digit()) {
                    "Source" => one.source.extend(own),
                    "Cue" => one.cue.extend(own),
                    "Content" => one.content.extend(own),
                    _ => {}
                }
            }
            for role in [&mut one.source, &mut one.cue, &mut one.content] {
                role.sort();
            }
            found.push(one);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_counted_in_characters_and_may_be_split() {
        let text = "“É so,” he said, “now.”";
        let brat = "T1\tSource 8 10\the\nT2\tCue 11 15\tsaid\nT3\tContent 0 7;17 23\t…\nT4\tAttribution 11 15\tsaid\n\
                    E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n";
        let found = attributions(brat, text);
        let words = |spans: &[Span]| spans.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
        assert_eq!(words(&found[0].source), ["he"]);
        assert_eq!(words(&found[0].cue), ["said"]);
        assert_eq!(words(&found[0].content), ["“É so,”", "“now.”"]);
    }
}
