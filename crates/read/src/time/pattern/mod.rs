//! The patterns by which expressions are found, one kind a file.
//!
//! A pattern looks at the tokens from one on and says how far an expression reaches and what it says. The longest one
//! wins; among equals the first in [`KINDS`]. No pattern knows when the document was written.

mod again;
mod calendar;
mod clock;
mod deictic;
mod duration;
mod edge;
mod holiday;
mod part;
mod period;
mod range;
mod relative;
mod vague;
mod weekday;

pub(super) use self::range::joins;

use super::cursor::Cursor;
use super::meaning::{Base, Clock, Expression, Says};
use crate::language::times::{Modifier, TimeWord};

/// What a pattern found: how far it reaches and what it says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match {
    /// One past its last token.
    pub(super) end: usize,
    /// What it says.
    pub(super) says: Says,
    /// How exactly.
    pub(super) modifier: Option<Modifier>,
}

impl Match {
    fn new(end: usize, says: Says) -> Self {
        Self { end, says, modifier: None }
    }

    fn point(end: usize, base: Base) -> Self {
        Self::new(end, Says::Point(base, None))
    }

    fn clock(end: usize, base: Base, clock: Clock) -> Self {
        Self::new(end, Says::Point(base, Some(clock)))
    }

    fn with(mut self, modifier: Modifier) -> Self {
        self.modifier = Some(modifier);
        self
    }
}

/// One kind of pattern.
type Pattern = fn(&Cursor<'_>, usize) -> Option<Match>;

/// All kinds, the more particular before the more general.
const KINDS: [Pattern; 13] = [
    again::at,
    range::at,
    edge::at,
    clock::at,
    part::at,
    deictic::at,
    holiday::at,
    period::at,
    relative::at,
    weekday::at,
    calendar::at,
    duration::at,
    vague::at,
];

/// Those that name a date, and have no modifier before them.
const DATES: [Pattern; 8] =
    [clock::at, part::at, deictic::at, holiday::at, period::at, relative::at, weekday::at, calendar::at];

/// The longest expression that begins at a token.
fn longest(cursor: &Cursor<'_>, at: usize, kinds: &[Pattern]) -> Option<Match> {
    let mut best: Option<Match> = None;
    for pattern in kinds {
        if let Some(found) = pattern(cursor, at)
            && best.as_ref().is_none_or(|best| found.end > best.end)
        {
            best = Some(found);
        }
    }
    best
}

/// A date without a time of day that begins at a token, as other patterns build on it.
fn day(cursor: &Cursor<'_>, at: usize) -> Option<(Base, usize)> {
    let found = longest(cursor, at, &[weekday::at, calendar::at, deictic::day, holiday::at])?;
    match (found.says, found.modifier) {
        (Says::Point(base, None), None) => Some((base, found.end)),
        _ => None,
    }
}

/// How many tokens a word like *the* or *of* may stand before the first word of an expression that speaks of time.
const REACH: usize = 8;

/// Finds the expressions of a sentence and pushes them onto `found`.
pub(super) fn find(cursor: &Cursor<'_>, found: &mut Vec<Expression>) {
    let mut at = cursor.start;
    // The next word that speaks of time, and does not only link such words: without one near, no pattern need be asked.
    let mut next = cursor.start;
    while at < cursor.end {
        next = next.max(at);
        while next < cursor.end && matches!(cursor.word(next), TimeWord::Other | TimeWord::Link(_)) {
            next += 1;
        }
        if next == cursor.end {
            break;
        }
        let far = next - at > REACH || cursor.word(at) == TimeWord::Other;
        let best = if far { None } else { longest(cursor, at, &KINDS) };
        match best {
            Some(best) if best.end > at => {
                found.push(Expression { tokens: at..best.end, says: best.says, modifier: best.modifier });
                at = best.end;
            }
            _ => at += 1,
        }
    }
}
