//! Denials of an answer that are surer as phrases than as a model's guess: "declined to comment", "did not respond
//! directly", "neither confirmed nor denied".

use std::ops::Range;

use super::analysis::Analysis;
use super::phrase;
use crate::language::Language;
use crate::segment::Segments;

/// Marks the head of every such phrase as the head of a cue, and gives the phrases as ranges of tokens. What is quoted is
/// left to the model.
pub(super) fn mark(text: &str, segments: &Segments, language: &Language, all: &mut Analysis) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for sentence in &segments.sentences {
        let tokens = &segments.tokens[sentence.tokens.clone()];
        let mut at = 0;
        while at < tokens.len() {
            let hit = language.silences.iter().find_map(|words| phrase(text, tokens, at, words));
            let Some(length) = hit else {
                at += 1;
                continue;
            };
            let range = sentence.tokens.start + at..sentence.tokens.start + at + length;
            at += length;
            if all.quote[range.start] != 0 {
                continue;
            }
            let outside = |at: &usize| !range.contains(&(all.head[*at] as usize));
            let Some(head) = range.clone().find(outside) else { continue };
            for token in range.clone() {
                all.cue[token] = token == head;
            }
            found.push(range);
        }
    }
    found
}
