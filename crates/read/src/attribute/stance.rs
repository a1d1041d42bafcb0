//! What a source does with a content, from the words of the cue.

use record::reading::Stance;

use super::decode::Found;
use super::phrase;
use crate::language::Language;
use crate::segment::Segments;

/// The stance of the first phrase of the language's table that shares a token with the cue; without one, it is said.
pub(super) fn stance(text: &str, segments: &Segments, found: &Found, language: &Language) -> Stance {
    let sentence = &segments.sentences[found.sentence];
    let tokens = &segments.tokens[sentence.tokens.clone()];
    let touches = |at: usize, length: usize| {
        tokens[at..at + length].iter().any(|token| found.cue.iter().any(|part| part.overlaps(token)))
    };
    let fits = |form: &&str| {
        (0..tokens.len()).any(|at| phrase(text, tokens, at, form).is_some_and(|length| touches(at, length)))
    };
    language.cues.iter().find(|cue| cue.forms.iter().any(&fits)).map_or(Stance::Says, |cue| cue.stance)
}
