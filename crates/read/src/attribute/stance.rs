//! What a source does with a content: what the words of the cue say, and where they only say that it speaks, what it
//! says. "Not so," said the mayor, is a denial though *said* is none.

use std::ops::Range;

use record::reading::Stance;
use record::span::Span;

use super::analysis::Analysis;
use super::decode::Found;
use super::frame::{self, Framed};
use crate::language::Language;
use crate::segment::Segments;

/// How far from the beginning of what is said a reply may begin, in tokens.
const EARLY: usize = 12;

/// The stance of what was found, and whether it is told by the words said and not by the cue.
pub(super) fn stance(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    framed: &[Framed],
    found: &Found,
    language: &Language,
) -> (Stance, bool) {
    match frame::of_cue(framed, segments, found.sentence, found.head, &found.cue) {
        Some(frame) if !(frame.sure && frame.stance == Stance::Says) => (frame.stance, false),
        _ => of_reply(text, segments, all, found, language).map_or((Stance::Says, false), |stance| (stance, true)),
    }
}

/// What the words said do, where they begin with a phrase of the table or are nothing but a question.
fn of_reply(text: &str, segments: &Segments, all: &Analysis, found: &Found, language: &Language) -> Option<Stance> {
    let phrases = language.phrases();
    let part = tokens_of(segments, found.content.first()?);
    let sentence = sentence_of(segments, part.start)?;
    let within = part.start..part.end.min(sentence.end);
    for at in within.clone().take(EARLY) {
        if let Some(hit) = phrases.replies.at(all, &within, at) {
            return Some(language.replies[hit.entry].stance);
        }
    }
    let quoted = within.clone().all(|at| all.quote[at] != 0);
    let last = within.rev().map(|at| segments.tokens[at].of(text)).find(|word| !is_quote(word));
    (quoted && last == Some("?")).then_some(Stance::Asks)
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "”" | "“" | "'" | "’" | "''" | "``" | ",")
}

/// The tokens that a span covers.
pub(super) fn tokens_of(segments: &Segments, span: &Span) -> Range<usize> {
    let from = segments.tokens.partition_point(|token| token.start < span.start);
    let to = segments.tokens.partition_point(|token| token.end <= span.end);
    from..to.max(from)
}

/// The sentence that a token stands in.
fn sentence_of(segments: &Segments, token: usize) -> Option<Range<usize>> {
    let number = segments.sentences.partition_point(|sentence| sentence.tokens.end <= token);
    segments.sentences.get(number).map(|sentence| sentence.tokens.clone())
}
