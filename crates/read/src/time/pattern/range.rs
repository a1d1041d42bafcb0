//! The short ends of ranges and lists: `22` in `22-25 April 1951`, `7` in `April 6-7, 1915`, `94` in `1990-94`.
//!
//! What such a number leaves out stands in its neighbour; [`complete`](super::super::complete) puts it in.

use super::{Match, calendar};
use crate::language::times::{Link, TimeWord};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Calendar, Says};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    if cursor.word(at) != TimeWord::Digits {
        return None;
    }
    first_day(cursor, at)
        .or_else(|| last_day(cursor, at))
        .or_else(|| last_year(cursor, at))
        .or_else(|| first_ancient(cursor, at))
}

/// Whether a word joins the ends of a range or a list.
pub(in crate::time) const fn joins(word: TimeWord) -> bool {
    matches!(word, TimeWord::Link(Link::And | Link::Or | Link::To | Link::Hyphen | Link::Comma))
}

/// `22` before `-25 April`.
fn first_day(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let day = calendar::day_figure(cursor, at)?;
    if !joins(cursor.word(at + 1)) {
        return None;
    }
    match calendar::at(cursor, cursor.over_the(at + 2))?.says {
        Says::Point(Base::Calendar(Calendar { day: Some(_), month: Some(_), .. }), None)
            if calendar::day_figure(cursor, cursor.over_the(at + 2)).is_some() =>
        {
            Some(Match::point(at + 1, Base::DayOfMonth(day)))
        }
        _ => None,
    }
}

/// `7` behind `April 6-`, with the year behind it.
fn last_day(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let day = calendar::day_figure(cursor, at)?;
    let (link, first) = (at.checked_sub(1)?, at.checked_sub(2)?);
    let month = calendar::month(cursor, at.checked_sub(3)?)?;
    if !joins(cursor.word(link)) || cursor.is(link, Link::Comma) || calendar::day_figure(cursor, first).is_none() {
        return None;
    }
    let (year, end) = match calendar::year(cursor, cursor.over_comma(at + 1)) {
        Some((year, end)) => (Some(year), end),
        None => (None, at + 1),
    };
    Some(Match::point(end, Base::Calendar(Calendar { year, month: Some(month), day: Some(day), which: None })))
}

/// `264` before `to 241 BC`.
fn first_ancient(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let number = cursor.integer(at).filter(|number| *number > 0)? as i32;
    if !joins(cursor.word(at + 1)) || cursor.is(at + 1, Link::Comma) {
        return None;
    }
    let (year, _) = calendar::year(cursor, at + 2)?;
    (year < 0 && -number <= year)
        .then(|| Match::point(at + 1, Base::Calendar(Calendar { year: Some(-number), ..Calendar::default() })))
}

/// `94` behind `1990-`.
fn last_year(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (link, first) = (at.checked_sub(1)?, at.checked_sub(2)?);
    let short = cursor.integer(at).filter(|_| cursor.text(at).len() == 2)? as i32;
    if !cursor.is(link, Link::Hyphen) && cursor.text(link) != "/" {
        return None;
    }
    let (year, end) = calendar::year(cursor, first)?;
    let full = year - year.rem_euclid(100) + short;
    (end == link && cursor.integer(first).is_some() && full > year)
        .then(|| Match::point(at + 1, Base::Calendar(Calendar { year: Some(full), ..Calendar::default() })))
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn what_one_end_of_a_range_leaves_out_the_other_says() {
        check("It lasted from 22-25 April 1951.", "22 | DATE 1951-04-22\n25 April 1951 | DATE 1951-04-25");
        check("They met April 6-7, 1915.", "April 6 | DATE 1915-04-06\n7, 1915 | DATE 1915-04-07");
        check("The first war, from 264 to 241 BC, was long.", "264 | DATE BC0264\n241 BC | DATE BC0241");
        check("He ruled 1792-1795.", "1792 | DATE 1792\n1795 | DATE 1795");
        check("He ruled 1990-94.", "1990 | DATE 1990\n94 | DATE 1994");
        check(
            "They fought from 6 July to 12 August 1950.",
            "6 July | DATE 1950-07-06\n12 August 1950 | DATE 1950-08-12",
        );
    }
}
