//! Parts of years and runs of them: quarters, halves, seasons, decades, centuries.
//!
//! `the third quarter of 1984`, `last year's fourth quarter`, `third-quarter`, `the second half of 2008`, `the summer of
//! 2003`, `last fall`, `the 1990s`, `the late eighties`, `the 11th century`.

use super::{Match, calendar};
use crate::language::times::{Link, Season, TimeWord, Unit, Which};
use crate::tag::Xpos;
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Reckoned};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    quarter(cursor, at)
        .or_else(|| half(cursor, at))
        .or_else(|| season(cursor, at))
        .or_else(|| decade(cursor, at))
        .or_else(|| century(cursor, at))
}

/// A year in front: `last year's`, `the 1988`, `1989`; and the token behind it.
fn year_before(cursor: &Cursor<'_>, at: usize) -> Option<(Reckoned, usize)> {
    let start = cursor.over_the(at);
    if let (TimeWord::Which(which), TimeWord::Unit(Unit::Year)) = (cursor.word(start), cursor.word(start + 1)) {
        let end = start + 2;
        return cursor.is(end, Link::Possessive).then_some((Reckoned::Which(which), end + 1));
    }
    let (year, end) = calendar::year(cursor, start)?;
    let end = if cursor.is(end, Link::Possessive) { end + 1 } else { end };
    Some((Reckoned::Year(year), end))
}

/// A year behind: `of 1984`, `of last year`, `, 1984`.
fn year_after(cursor: &Cursor<'_>, at: usize) -> Option<(Reckoned, usize)> {
    let next = if cursor.is(at, Link::Of) { at + 1 } else { cursor.over_comma(at) };
    let next = if cursor.word(next) == TimeWord::Fiscal { next + 1 } else { next };
    if let Some((year, end)) = calendar::year(cursor, next) {
        return Some((Reckoned::Year(year), end));
    }
    let word = cursor.over_the(next);
    match (cursor.word(word), cursor.word(word + 1)) {
        (TimeWord::Which(which), TimeWord::Unit(Unit::Year)) if word > at => Some((Reckoned::Which(which), word + 2)),
        _ => None,
    }
}

/// `the third quarter of 1984`, `its fiscal first quarter`, `third-quarter`, `the 1988 third quarter`.
fn quarter(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (before, start) = match year_before(cursor, at) {
        Some((reckoned, end)) => (Some(reckoned), end),
        None if cursor.is(at, Link::The) => (None, at + 1),
        None => (None, at),
    };
    let start = if cursor.word(start) == TimeWord::Fiscal { cursor.over_hyphen(start + 1) } else { start };
    // `a flat second quarter`: one adjective may stand before the ordinal.
    let number = cursor.ordinal(start).filter(|number| (1..=4).contains(number))?;
    let mut name = start + 1;
    if cursor.word(name) == TimeWord::Fiscal {
        name += 1;
    }
    let hyphened = cursor.over_hyphen(name);
    if cursor.word(hyphened) != TimeWord::Unit(Unit::Quarter) {
        return None;
    }
    // `a third-quarter loss` is not `the third quarter`: the article belongs to the loss.
    if hyphened > name && before.is_none() && start > at {
        return None;
    }
    let quarter = number as i8;
    let end = hyphened + 1;
    let (reckoned, end) = match (before, year_after(cursor, end)) {
        (Some(before), _) => (before, end),
        (None, Some((after, end))) => (after, end),
        (None, None) => (Reckoned::Unsaid, end),
    };
    Some(Match::point(end, Base::Quarter(quarter, reckoned)))
}

/// `the first half of 1989`, `the latter half of 2008`, `first-half`.
fn half(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (before, start) = match year_before(cursor, at) {
        Some((reckoned, end)) => (Some(reckoned), end),
        None => (None, cursor.over_the(at)),
    };
    let number: i8 = match (cursor.ordinal(start), cursor.text(start)) {
        (Some(number @ 1..=2), _) => number as i8,
        (_, "latter") => 2,
        _ => return None,
    };
    let hyphened = cursor.over_hyphen(start + 1);
    if cursor.word(hyphened) != TimeWord::Half || (hyphened > start + 1 && before.is_none() && start > at) {
        return None;
    }
    let end = hyphened + 1;
    let (reckoned, end) = match (before, year_after(cursor, end)) {
        (Some(before), _) => (before, end),
        (None, Some((after, end))) => (after, end),
        (None, None) if cursor.is(end, Link::Of) => return None,
        (None, None) => (Reckoned::Unsaid, end),
    };
    Some(Match::point(end, Base::Half(number, reckoned)))
}

/// A season that a token names. `spring` and `fall` are other words too.
pub(super) fn season_name(cursor: &Cursor<'_>, at: usize) -> Option<Season> {
    match cursor.word(at) {
        TimeWord::Season(season) => Some(season),
        TimeWord::DoubtfulSeason(season) => {
            let noun = matches!(cursor.tag(at), Xpos::Nn | Xpos::Nnp);
            let placed = match cursor.before(at) {
                TimeWord::Which(_)
                | TimeWord::Early
                | TimeWord::Late
                | TimeWord::Mid
                | TimeWord::Every
                | TimeWord::Digits => true,
                TimeWord::Link(Link::In | Link::By | Link::Since) => true,
                TimeWord::Link(Link::The) => matches!(
                    at.checked_sub(2).map_or(TimeWord::Other, |two| cursor.word(two)),
                    TimeWord::Link(Link::In | Link::By | Link::Since | Link::Of | Link::To)
                ),
                TimeWord::Link(Link::A) => cursor.tag(at + 1).is_noun() && season == Season::Spring,
                _ => cursor.capital(at) && (at > cursor.start || cursor.tag(at + 1).is_noun()),
            };
            let dated = calendar::year(cursor, at + 1).is_some()
                || (cursor.is(at + 1, Link::Of) && calendar::year(cursor, at + 2).is_some());
            (noun && (placed || dated)).then_some(season)
        }
        _ => None,
    }
}

/// `last fall`, `the summer of 2003`, `1982 summer`, `winter`.
fn season(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    if let Some((reckoned @ Reckoned::Year(_), name)) = year_before(cursor, at)
        && let Some(_) = season_name(cursor, name)
        && let TimeWord::Season(season) | TimeWord::DoubtfulSeason(season) = cursor.word(name)
    {
        return Some(Match::point(name + 1, Base::Season(season, reckoned)));
    }
    let start = cursor.over_the(at);
    let (which, name) = match (cursor.word(start), cursor.word(start + 1)) {
        (TimeWord::Which(Which::This), TimeWord::Which(past @ (Which::Past | Which::Coming))) => {
            (Some(past), start + 2)
        }
        (TimeWord::Which(which), _) => (Some(which), start + 1),
        _ => (None, start),
    };
    let season = season_name(cursor, name)?;
    let end = name + 1;
    if let Some(which) = which {
        return Some(Match::point(end, Base::Season(season, Reckoned::Which(which))));
    }
    // `the summer offensive`: the article belongs to the offensive.
    if start > at && (cursor.tag(end).is_noun() || cursor.is(end, Link::Hyphen)) {
        return None;
    }
    match year_after(cursor, end) {
        Some((reckoned, end)) => Some(Match::point(end, Base::Season(season, reckoned))),
        None => Some(Match::point(end, Base::Season(season, Reckoned::Unsaid))),
    }
}

/// `the 1990s`, `the '80s`, `the nineties`.
fn decade(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = cursor.over_the(at);
    if let TimeWord::Decade(decade) = cursor.word(name) {
        let whole = cursor.over_hyphen(name);
        return Some(Match::point(whole + 1, Base::DecadeOf(decade)));
    }
    // `nineteen nineties`
    if let (TimeWord::Number(century @ 15..=20), TimeWord::Decade(decade)) = (cursor.word(name), cursor.word(name + 1))
    {
        return Some(Match::point(name + 2, Base::Decade(century as i32 * 10 + i32::from(decade) / 10)));
    }
    if cursor.word(name) != TimeWord::Digits {
        return None;
    }
    let figures = cursor.text(name).strip_suffix('s')?;
    let digits = figures.trim_start_matches(['\'', '’']);
    let number: i32 = digits.parse().ok()?;
    if number % 10 != 0 {
        return None;
    }
    match digits.len() {
        4 if number % 100 == 0 && cursor.before(name) != TimeWord::Early && number < 1900 => {
            Some(Match::point(name + 1, Base::Century(number / 100)))
        }
        4 => Some(Match::point(name + 1, Base::Decade(number / 10))),
        2 => Some(Match::point(name + 1, Base::DecadeOf(number as u8))),
        _ => None,
    }
}

/// `the 20th century`, `the late nineteenth century`, `the fifth century BC`.
fn century(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = cursor.over_the(at);
    let (number, behind) = match cursor.ordinal(name) {
        Some(number) => (number, name + 1),
        None => {
            // `twenty-first`
            let TimeWord::Number(20) = cursor.word(name) else { return None };
            let next = cursor.over_hyphen(name + 1);
            (20 + cursor.ordinal(next).filter(|number| *number < 10)?, next + 1)
        }
    };
    let number = i32::try_from(number).ok().filter(|number| (1..=40).contains(number))?;
    let hyphened = cursor.over_hyphen(behind);
    if cursor.word(hyphened) != TimeWord::Unit(Unit::Century) {
        return None;
    }
    let end = hyphened + 1;
    // A hyphen makes it stand before a noun, and the article is the noun's.
    let attributive = hyphened > behind && name > at;
    if attributive {
        return None;
    }
    match cursor.word(end) {
        TimeWord::Bc => Some(Match::point(end + 1, Base::Century(-number))),
        TimeWord::Ad => Some(Match::point(end + 1, Base::Century(number - 1))),
        _ => Some(Match::point(end, Base::Century(number - 1))),
    }
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn quarters_halves_and_seasons_have_their_year() {
        check("Sales fell in the third quarter of 1984.", "the third quarter of 1984 | DATE 1984-Q3");
        check("Sales fell in the fourth quarter.", "the fourth quarter | DATE 2022-Q4");
        check("It posted a third-quarter loss.", "third-quarter | DATE 2022-Q3");
        check("Attacks fell in the second half of 2008.", "the second half of 2008 | DATE 2008-H2");
        check("The strike began last fall.", "last fall | DATE 2022-FA");
    }

    #[test]
    fn decades_and_centuries() {
        check("It was built in the 1990s.", "the 1990s | DATE 199");
        check("It was built in the late eighties.", "the late eighties | DATE 198 END");
        check("The temple is of the 11th century.", "the 11th century | DATE 10");
    }
}
