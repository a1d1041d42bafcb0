//! Beginnings, middles and ends: `early 1950`, `late last week`, `the end of 2003`, `month's end`, `mid-November`,
//! `earlier this year`, `later in the year`, `around March 1981`.

use super::{DATES, Match, longest};
use crate::language::times::{Link, Modifier, TimeWord, Unit, Which};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Calendar, Says};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    match cursor.word(at) {
        TimeWord::Early => adjective(cursor, at + 1, Modifier::Start),
        TimeWord::Late => adjective(cursor, at + 1, Modifier::End),
        TimeWord::Mid => adjective(cursor, cursor.over_hyphen(at + 1), Modifier::Mid),
        TimeWord::Earlier => comparative(cursor, at + 1, Modifier::Start),
        TimeWord::Later => comparative(cursor, at + 1, Modifier::End),
        TimeWord::Link(Link::The) => match cursor.word(at + 1) {
            TimeWord::Early => adjective(cursor, at + 2, Modifier::Start),
            TimeWord::Late => adjective(cursor, at + 2, Modifier::End),
            TimeWord::Mid => adjective(cursor, cursor.over_hyphen(at + 2), Modifier::Mid),
            _ => edge_of(cursor, at + 1).or_else(|| possessed(cursor, at + 1)),
        },
        TimeWord::Unit(Unit::Month | Unit::Year | Unit::Week | Unit::Quarter) => possessed(cursor, at),
        TimeWord::Edge(_) => edge_of(cursor, at),
        TimeWord::About(Modifier::Approx) => approximately(cursor, at + 1),
        _ => None,
    }
}

/// What stands behind the word of a beginning or end, if it is a date.
fn date(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let found = longest(cursor, at, &DATES)?;
    (found.modifier.is_none() && matches!(found.says, Says::Point(..))).then_some(found)
}

/// `early 1950`, `late last week`, `mid-1996`, `late in the year`.
fn adjective(cursor: &Cursor<'_>, at: usize, modifier: Modifier) -> Option<Match> {
    let next =
        if cursor.is(at, Link::In) || (cursor.is(at, Link::On) && modifier != Modifier::Mid) { at + 1 } else { at };
    let found = date(cursor, next).or_else(|| whole(cursor, next))?;
    Some(found.with(modifier))
}

/// `earlier this year`, `later in the day`, `later that month`.
fn comparative(cursor: &Cursor<'_>, at: usize, modifier: Modifier) -> Option<Match> {
    let next = if cursor.is(at, Link::In) { at + 1 } else { at };
    let found = date(cursor, next).or_else(|| whole(cursor, next))?;
    match found.says {
        Says::Point(Base::Unit(..) | Base::Day(_) | Base::Weekday(..) | Base::Season(..), None) => {
            Some(found.with(modifier))
        }
        _ => None,
    }
}

/// `the year`, `the month`: the one spoken of.
fn whole(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = cursor.over_the(at);
    match cursor.word(name) {
        TimeWord::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Day | Unit::Quarter | Unit::Decade))
            if name > at =>
        {
            // A day is that of the story; a year or month may be that of the document.
            let which = if unit == Unit::Day { Which::That } else { Which::The };
            Some(Match::point(name + 1, Base::Unit(unit, which)))
        }
        _ => None,
    }
}

/// `the end of 2003`, `the beginning of the year`.
fn edge_of(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let TimeWord::Edge(modifier) = cursor.word(at) else { return None };
    if !cursor.is(at + 1, Link::Of) {
        return None;
    }
    let found = date(cursor, at + 2).or_else(|| whole(cursor, at + 2))?;
    Some(found.with(modifier))
}

/// `month's end`, `the year-end`.
fn possessed(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let TimeWord::Unit(unit) = cursor.word(at) else { return None };
    let next = if cursor.is(at + 1, Link::Possessive) { at + 2 } else { cursor.over_hyphen(at + 1) };
    if cursor.word(next) != TimeWord::Edge(Modifier::End) || cursor.text(next) != "end" {
        return None;
    }
    Some(Match::point(next + 1, Base::Unit(unit, Which::The)).with(Modifier::End))
}

/// `around March 1981`, `about 1910`.
fn approximately(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let found = date(cursor, at)?;
    let exact = match found.says {
        Says::Point(Base::Calendar(Calendar { year, month, .. }), _) => year.is_some() || month.is_some(),
        Says::Point(_, Some(_)) => true,
        _ => false,
    };
    exact.then(|| found.with(Modifier::Approx))
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn beginnings_and_ends_are_modifiers() {
        check("It began in early 1950.", "early 1950 | DATE 1950 START");
        check("It closed at the end of 2003.", "the end of 2003 | DATE 2003 END");
        check("It opened in mid-November.", "mid-November | DATE 2022-11 MID");
        check("It was sold earlier this year.", "earlier this year | DATE 2023 START");
        check("It was sold late last week.", "late last week | DATE 2023-W06 END");
    }
}
