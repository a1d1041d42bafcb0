//! When: expressions of time with their TIMEX3 type, value and modifier.
//!
//! Every token is looked up once in the language's table ([`cursor`]); where one may begin an expression, the patterns
//! ([`pattern`]) say how far it reaches and what it says. Ranges are completed ([`complete`]), and each expression is
//! resolved ([`resolve`]) against the document's date or the time that the text speaks of ([`reference`]), by the tense
//! of its verb ([`tense`]). What a document does not say stays unresolved, with `X` for what is not known.
//!
//! Extents follow the TIMEX3 guidelines: no preposition in front, what belongs to one date in one expression.

mod claim;
mod complete;
mod cursor;
mod meaning;
mod pattern;
mod reference;
mod resolve;
mod stretch;
mod tense;

use std::ops::Range;

use record::reading::{Problem, Time};
use record::span::Span;
use record::time::CivilDate;

pub(crate) use self::claim::time_of;
use self::cursor::Cursor;
use self::meaning::{Base, Expression, From, Says};
use self::reference::Timeline;
use self::resolve::{Resolved, resolve};
use self::tense::tense;
use crate::attribute::analysis::Analysis;
use crate::language::Language;
use crate::language::times::{Modifier, TimeWord, Which};
use crate::segment::Segments;

/// A time expression and the tokens it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The expression as a reading holds it.
    pub time: Time,
    /// Its tokens, as a range of [`Segments::tokens`].
    pub tokens: Range<usize>,
}

/// The time expressions of a document in order, with ids `t1`, `t2`, …
///
/// `all` must be the analysis of these segments. Without `date`, what is relative to it stays unresolved, and one
/// problem says so; each day that is on no calendar is a problem too.
pub fn times(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    date: Option<&CivilDate>,
    language: &Language,
    problems: &mut Vec<Problem>,
) -> Vec<Found> {
    if all.word.len() != segments.tokens.len() {
        return Vec::new();
    }
    let index = language.times.index();
    let words: Vec<TimeWord> = all.word.iter().map(|word| index.meaning(*word)).collect();
    let ancient = words.iter().filter(|word| matches!(word, TimeWord::Bc)).count() > 1;
    let mut cursor =
        Cursor { text, tokens: &segments.tokens, all, table: language.times, words: &words, start: 0, end: 0, ancient };
    let mut found = Vec::new();
    // Per sentence, where its expressions end.
    let mut ends = Vec::with_capacity(segments.sentences.len());
    for sentence in &segments.sentences {
        (cursor.start, cursor.end) = (sentence.tokens.start, sentence.tokens.end);
        let first = found.len();
        pattern::find(&cursor, &mut found);
        complete::complete(&cursor, &mut found[first..]);
        ends.push(found.len());
    }
    let mut timeline = Timeline::new(date, &found);
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    let mut undated = 0;
    let mut sentence = 0;
    for (number, expression) in found.iter().enumerate() {
        while ends.get(sentence).is_some_and(|end| number >= *end) {
            sentence += 1;
        }
        if let Some(sentence) = segments.sentences.get(sentence) {
            (cursor.start, cursor.end) = (sentence.tokens.start, sentence.tokens.end);
        }
        let resolved = value(&cursor, &timeline, expression, sentence);
        if let Some(stretch) = resolved.stretch {
            if !(timeline.narrative && looks_back(&expression.says)) {
                timeline.speak(stretch, sentence);
            }
            if matches!(expression.says, Says::Point(Base::Quarter(..), _)) {
                timeline.report(stretch);
            }
        }
        undated += usize::from(resolved.unresolved);
        let span = span_of(segments, &expression.tokens);
        if resolved.impossible {
            let message = format!("{:?} is on no calendar: it was kept as it stands", span.of(text));
            problems.push(Problem { kind: "impossible-date".to_owned(), message, span: Some(span) });
        }
        out.push(Found {
            time: Time {
                id: format!("t{}", number + 1),
                text: span.of(text).to_owned(),
                span,
                kind: resolved.kind.to_owned(),
                value: resolved.value,
                r#mod: expression.modifier.map(|modifier| code(modifier).to_owned()),
            },
            tokens: expression.tokens.clone(),
        });
    }
    if undated > 0 && date.is_none() {
        let message = match undated {
            1 => "the document has no date: 1 time that is relative to it was left unresolved".to_owned(),
            _ => format!("the document has no date: {undated} times that are relative to it were left unresolved"),
        };
        problems.push(Problem { kind: "no-date".to_owned(), message, span: None });
    }
    out
}

/// Whether an expression only looks back from the time spoken of: a story does not go on from there.
fn looks_back(says: &Says) -> bool {
    matches!(
        says,
        Says::Point(Base::Shift(_, From::Earlier | From::Ago) | Base::Unit(_, Which::Previous | Which::Last), _)
    )
}

/// The value of an expression; the tense is looked for only where it can matter.
fn value(cursor: &Cursor<'_>, timeline: &Timeline, expression: &Expression, sentence: usize) -> Resolved {
    let tense = match &expression.says {
        Says::Point(Base::Calendar(calendar), _) if calendar.year.is_some() => tense::Tense::Unknown,
        Says::Point(..) => tense(cursor, expression.tokens.start, expression.tokens.end),
        _ => tense::Tense::Unknown,
    };
    resolve(&expression.says, timeline, tense, sentence)
}

/// From the first byte of the first token to the last of the last.
fn span_of(segments: &Segments, tokens: &Range<usize>) -> Span {
    let inside = segments.tokens.get(tokens.clone()).unwrap_or_default();
    match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => Span::new(first.start, last.end),
        _ => Span::new(0, 0),
    }
}

/// A modifier as TIMEX3 writes it.
const fn code(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::MoreThan => "MORE_THAN",
        Modifier::LessThan => "LESS_THAN",
        Modifier::EqualOrMore => "EQUAL_OR_MORE",
        Modifier::EqualOrLess => "EQUAL_OR_LESS",
        Modifier::Approx => "APPROX",
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::OnOrAfter => "ON_OR_AFTER",
        Modifier::OnOrBefore => "ON_OR_BEFORE",
    }
}
