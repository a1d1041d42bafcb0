//! The hedges of a content.

use record::reading::Certainty;
use record::span::{Span, text_of};

use crate::attribute::phrase;
use crate::language::Language;

/// The band of a content from the hedges in it. Several hedges: each makes the content less sure, so the lowest
/// band speaks. A flat statement has no band of its own to hedge: 0.95 to 1.
pub fn certainty(text: &str, tokens: &[Span], language: &Language) -> Certainty {
    let mut found: Vec<Span> = Vec::new();
    let (mut low, mut high) = (0.95, 1.0);
    let mut at = 0;
    while at < tokens.len() {
        let hit = language
            .hedges
            .iter()
            .find_map(|hedge| phrase(text, tokens, at, hedge.words).map(|length| (hedge, length)));
        let Some((hedge, length)) = hit else {
            at += 1;
            continue;
        };
        // "In May", "May 9": a month, where the capital does not begin the content.
        let month = hedge.words == "may" && tokens[at].of(text).starts_with('M') && at > 0;
        if !month {
            found.push(Span::new(tokens[at].start, tokens[at + length - 1].end));
            if hedge.low < low {
                (low, high) = (hedge.low, hedge.high);
            }
        }
        at += length;
    }
    Certainty { words: text_of(&found, text), low, high }
}
