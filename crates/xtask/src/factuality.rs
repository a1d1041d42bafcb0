//! Predicates with judgements of whether they happened: UDS-IH2 and UW, one sentence a line, tokens given.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

use read::attribute::analysis::Analysis;
use read::segment::{Segments, Sentence};
use record::span::Span;
use serde_json::Value;

use crate::failure::Failure;
use crate::places::Places;

/// Predicates: token and judgement, in thousandths from -3000 to 3000.
pub type Targets = Vec<(usize, i32)>;

/// A sentence with its judged predicates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Its tokens with single spaces between them.
    pub text: String,
    /// Its predicates.
    pub targets: Targets,
}

/// The sentences of UDS-IH2 that may be trained on: those that stand in its development part too are left out.
///
/// # Errors
/// If a file is not there or not as expected.
pub fn training(places: &Places) -> Result<Vec<Judged>, Failure> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let held: HashSet<String> =
        read(&places.corpus("factuality/uds-ih2/dev.jsonl")?)?.iter().map(|one| plain(&one.text)).collect();
    let mut all = read(&places.corpus("factuality/uds-ih2/train.jsonl")?)?;
    all.retain(|one| !held.contains(&plain(&one.text)));
    Ok(all)
}

/// The sentences of a file.
///
/// # Errors
/// If it cannot be read or a line is not as expected.
pub fn read(path: &Path) -> Result<Vec<Judged>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))?;
    let bad = |number: usize| Failure::at(path, &format!("line {} is no judged sentence", number + 1));
    text.lines().enumerate().map(|(number, line)| judged(line).ok_or_else(|| bad(number))).collect()
}

fn judged(line: &str) -> Option<Judged> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = value.get("text")?.as_str()?.to_owned();
    let count = text.split_whitespace().count();
    let target = |target: &Value| {
        let at = usize::try_from(target.get("span1")?.get(0)?.as_u64()?).ok().filter(|at| *at < count)?;
        let label = target.get("label")?.as_f64()?;
        Some((at, (label * 1000.0).round() as i32))
    };
    let targets = value.get("targets")?.as_array()?.iter().map(target).collect::<Option<_>>()?;
    Some(Judged { text, targets })
}

/// Sentences as the reader sees them.
#[derive(Debug)]
pub struct Read {
    /// All tokens of all sentences.
    pub all: Analysis,
    /// Each sentence's tokens and its judged predicates, counted over all tokens.
    pub sentences: Vec<(Range<usize>, Targets)>,
}

/// Tags and parses sentences on the tokens they are given with.
///
/// # Errors
/// If the tagger or the parser cannot be opened.
pub fn analyse(sentences: &[Judged]) -> Result<Read, Failure> {
    let failure = |error: read::model::ModelError| Failure::new(error.to_string());
    let (tagger, parser) = (read::tag::embedded().map_err(failure)?, read::parse::embedded().map_err(failure)?);
    let mut text = String::new();
    let mut segments = Segments::default();
    let mut judged = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let (first, start) = (segments.tokens.len(), text.len());
        for word in sentence.text.split_whitespace() {
            let from = text.len();
            text.push_str(word);
            segments.tokens.push(Span::new(from, text.len()));
            text.push(' ');
        }
        let tokens = first..segments.tokens.len();
        let span = Span::new(start, text.len().saturating_sub(1).max(start));
        segments.sentences.push(Sentence { tokens: tokens.clone(), span, paragraph: number });
        judged.push((tokens, sentence.targets.iter().map(|(at, label)| (first + at, *label)).collect()));
    }
    Ok(Read { all: Analysis::of(&text, &segments, &[], &tagger, &parser), sentences: judged })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_tokens_and_judgements_in_thousandths() {
        let line =
            r#"{"text": "They may leave .", "targets": [{"span1": [2, 3], "label": -0.375, "span_text": "leave"}]}"#;
        assert_eq!(judged(line), Some(Judged { text: "They may leave .".to_owned(), targets: vec![(2, -375)] }));
    }

    #[test]
    fn a_target_outside_the_sentence_is_refused() {
        assert_eq!(judged(r#"{"text": "They left", "targets": [{"span1": [2, 3], "label": 3.0}]}"#), None);
        assert_eq!(judged("{}"), None);
    }
}
