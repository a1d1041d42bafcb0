//! Where sentences end.

use std::ops::Range;

use record::span::Span;

use super::{LONGEST_SENTENCE, Segments, Sentence, dateline};
use crate::language::Language;

/// The most closing marks that are looked at behind the end of a sentence: a page of exclamation marks stays a short
/// search from each of them.
const MOST_CLOSERS: usize = 16;

/// Splits the tokens of one paragraph into sentences.
pub(super) fn split(text: &str, tokens: Range<usize>, paragraph: usize, language: &Language, segments: &mut Segments) {
    let mut start = tokens.start;
    if let Some(end) = dateline::end(text, &tokens, &segments.tokens) {
        push(start..end, paragraph, segments);
        start = end;
    }
    let mut at = start;
    while at < tokens.end {
        let end = end_after(text, at, tokens.end, language, &segments.tokens).unwrap_or(at);
        let long = at + 1 - start >= LONGEST_SENTENCE;
        if end > at || long {
            let end = if long { at + 1 } else { end };
            push(start..end, paragraph, segments);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < tokens.end {
        push(start..tokens.end, paragraph, segments);
    }
}

fn push(tokens: Range<usize>, paragraph: usize, segments: &mut Segments) {
    for from in tokens.clone().step_by(LONGEST_SENTENCE) {
        let part = from..(from + LONGEST_SENTENCE).min(tokens.end);
        let span = Span::new(segments.tokens[part.start].start, segments.tokens[part.end - 1].end);
        segments.sentences.push(Sentence { tokens: part, span, paragraph });
    }
}

/// Where the sentence ends, if the token `at` ends it: behind the closing marks that follow.
fn end_after(text: &str, at: usize, limit: usize, language: &Language, tokens: &[Span]) -> Option<usize> {
    let word = tokens[at].of(text);
    let abbreviation = word.len() > 1 && word.ends_with('.') && !word.starts_with('.');
    let stop =
        matches!(word, "." | "!" | "?" | "…" | "。") || (word.len() > 1 && word.bytes().all(|byte| byte == b'.'));
    if !stop && !abbreviation {
        return None;
    }
    let mut end = at + 1;
    let mut closed = false;
    while end < limit && end - at <= MOST_CLOSERS {
        let next = tokens[end].of(text);
        let touches = tokens[end].start == tokens[end - 1].end;
        let closes = matches!(next, "”" | "’" | ")" | "]" | "»" | "''") || (matches!(next, "\"" | "'") && touches);
        if closes && touches {
            closed = true;
        } else if !(touches && matches!(next, "." | "!" | "?")) {
            break;
        }
        end += 1;
    }
    if end >= limit {
        return Some(end);
    }
    let follower = begin_of(text, end, limit, tokens);
    let starts = starts_sentence(follower);
    let ends = if abbreviation {
        // `U.S. officials` goes on; `the U.S. He` does not.
        starts && language.starts_sentences(follower) && !language.is_title(word)
    } else if !matches!(word, "!" | "?") {
        starts
    } else {
        // After a question or an exclamation the cue may still follow: `"Why?" Orlo asked.` A full stop inside the
        // quotation would have been a comma then.
        starts && !cue_follows(text, end, limit, closed, language, tokens)
    };
    ends.then_some(end)
}

/// The first word at or behind `at`, past opening marks.
fn begin_of<'t>(text: &'t str, mut at: usize, limit: usize, tokens: &[Span]) -> &'t str {
    while at + 1 < limit
        && matches!(tokens[at].of(text), "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "—" | "–" | "-" | "`" | "``" | "''")
    {
        at += 1;
    }
    tokens[at].of(text)
}

fn starts_sentence(word: &str) -> bool {
    word.chars().next().is_some_and(|first| {
        first.is_uppercase()
            || first.is_numeric()
            || !first.is_ascii() && first.is_alphabetic() && !first.is_lowercase()
    })
}

/// Whether a speaker and a cue follow a closed quotation that ended in a mark of its own.
fn cue_follows(text: &str, at: usize, limit: usize, closed: bool, language: &Language, tokens: &[Span]) -> bool {
    closed
        && !matches!(tokens[at].of(text), "\"" | "“")
        && (at..limit.min(at + 4)).any(|token| language.is_speech(tokens[token].of(text)))
}
