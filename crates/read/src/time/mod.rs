//! When: expressions of time with their TIMEX3 type, value and modifier.
//!
//! Every token is looked up once in the language's table (`cursor`); where one may begin an expression, the patterns
//! (`pattern`) say how far it reaches and what it says. Ranges are completed (`complete`), and each expression is
//! resolved (`resolve`) against the document's date or the time that the text speaks of (`reference`), by the tense
//! of its verb (`tense`). What a document does not say stays unresolved, with `X` for what is not known.
//!
//! Extents follow the TIMEX3 guidelines: no preposition in front, what belongs to one date in one expression.

mod claim;
mod complete;
mod cursor;
#[cfg(test)]
mod example;
mod meaning;
mod pattern;
mod reference;
mod resolve;
mod stretch;
mod tense;
mod written;

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
    /// Whether it is relative to a date that is not known.
    pub unresolved: bool,
}

/// The problem that so many times are relative to a date that the document does not have, if there are any.
pub(crate) fn undated(times: usize) -> Option<Problem> {
    let message = match times {
        0 => return None,
        1 => "the document has no date: 1 time that is relative to it was left unresolved".to_owned(),
        _ => format!("the document has no date: {times} times that are relative to it were left unresolved"),
    };
    Some(Problem { kind: "no-date".to_owned(), message, span: None })
}

/// The time expressions of a document in order, with ids `t1`, `t2`, …
///
/// `all` must be the analysis of these segments. Without `date`, what is relative to it stays unresolved; each day that is
/// on no calendar is a problem.
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
    let mut sentence = 0;
    for (number, expression) in found.iter().enumerate() {
        while ends.get(sentence).is_some_and(|end| number >= *end) {
            sentence += 1;
        }
        if let Some(sentence) = segments.sentences.get(sentence) {
            (cursor.start, cursor.end) = (sentence.tokens.start, sentence.tokens.end);
        }
        timeline.sentence = sentence;
        let resolved = value(&cursor, &timeline, expression);
        if let Some(stretch) = resolved.stretch {
            if !(timeline.narrative && looks_back(&expression.says)) {
                timeline.speak(stretch, sentence);
            }
            if matches!(expression.says, Says::Point(Base::Quarter(..), _)) {
                timeline.report(stretch);
            }
        }
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
            unresolved: resolved.unresolved && date.is_none(),
        });
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
fn value(cursor: &Cursor<'_>, timeline: &Timeline, expression: &Expression) -> Resolved {
    let tense = match &expression.says {
        Says::Point(Base::Calendar(calendar), _) if calendar.year.is_some() => tense::Tense::Unknown,
        Says::Point(..) => tense(cursor, expression.tokens.start, expression.tokens.end),
        _ => tense::Tense::Unknown,
    };
    resolve(&expression.says, timeline, tense)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use record::reading::{Head, Reading};

    use super::example::{check, check_on};
    use crate::example::head;

    fn reading(text: &str, date: Option<&str>) -> Reading {
        let date = date.map(|date| date.parse().unwrap());
        let head = Head { date, ..head() };
        crate::read(text, head)
    }

    #[test]
    fn without_a_date_relative_times_stay_unresolved_and_one_problem_says_so() {
        let text = "It sank on Friday. Divers came last week. They are now idle.";
        check_on(None, text, "Friday | DATE XXXX-WXX-5\nlast week | DATE XXXX-WXX\nnow | DATE PRESENT_REF");
        let problems = reading(text, None).problems;
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].kind, "no-date");
        assert_eq!(
            problems[0].message,
            "the document has no date: 2 times that are relative to it were left unresolved"
        );
    }

    #[test]
    fn a_date_that_names_only_its_month_resolves_what_a_month_can() {
        check_on(
            Some("2023-02"),
            "It was sold last year and left yesterday.",
            "last year | DATE 2022\nyesterday | DATE XXXX-XX-XX",
        );
    }

    #[test]
    fn an_impossible_date_is_kept_flagged_and_not_mended() {
        let text = "The paper is dated Feb. 30, 2022.";
        check(text, "Feb. 30, 2022 | DATE 2022-02-30");
        let problems = reading(text, Some("2023-02-16")).problems;
        assert_eq!(problems[0].kind, "impossible-date");
        assert_eq!(problems[0].span.unwrap().of(text), "Feb. 30, 2022");
    }

    #[test]
    fn in_a_history_the_year_goes_on_with_the_story() {
        let text = "In February 1942 the fleet sailed. The following month it was sighted, and on 12 April 1942 it fought. \
                    On 6 May the fort fell. In January the harbour was retaken. The war ended in 1945.";
        check(
            text,
            "February 1942 | DATE 1942-02\nThe following month | DATE 1942-03\n12 April 1942 | DATE 1942-04-12\n6 May | DATE \
             1942-05-06\nJanuary | DATE 1943-01\n1945 | DATE 1945",
        );
    }

    #[test]
    fn a_claim_has_the_time_that_hangs_on_its_predicate() {
        let reading = reading(
            "The ministry said on Monday that the convoy had crossed the border on Feb. 9.",
            Some("2023-02-16"),
        );
        let time = reading.claims[0].time.as_ref().unwrap();
        assert_eq!(reading.times.iter().find(|one| one.id == *time).unwrap().text, "Feb. 9");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in any::<String>()) {
            reading(&text, Some("2023-02-16"));
        }

        #[test]
        fn no_heap_of_time_words_makes_it_fail(text in "((the|a|last|next|over|early|mid|the end of|of|in|Feb\\.|May|Friday|1990|'98|30|31st|9999|5:00|p\\.m\\.|weeks|year|quarter|night|spring|ago|later|before|hundred|twenty|half|BC|Easter|fiscal|every|-|,|and|to|or|so|s)[ -]?){0,40}", date in "[0-9]{4}(-0[1-9]){0,2}") {
            if let Ok(date) = date.parse::<record::time::CivilDate>() {
                for time in reading(&text, Some(&date.to_string())).times {
                    prop_assert_eq!(time.span.of(&text), time.text);
                    prop_assert!(!time.value.is_empty());
                }
            }
        }
    }
}
