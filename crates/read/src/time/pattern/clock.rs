//! Times of the clock: `2:30 p.m. Eastern`, `5 p.m. EST, Nov. 6`, `03:00hrs`, `noon Saturday`, `May 8, 1:00 AM`.

use super::{Match, day};
use crate::language::times::{Link, TimeWord};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Clock};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    if let Some((clock, end)) = clock(cursor, at) {
        // Across `on` they are two expressions: [`complete`](super::super::complete) gives the time its day.
        if let Some((base, end)) = day(cursor, cursor.over_comma(end))
            && names_a_day(base)
        {
            return Some(Match::clock(end, base, clock));
        }
        return Some(Match::clock(end, Base::None, clock));
    }
    let (base, end) = day(cursor, at).filter(|(base, _)| names_a_day(*base))?;
    let next = cursor.over_comma(end);
    let next = if cursor.is(next, Link::At) { next + 1 } else { next };
    let (clock, end) = clock(cursor, next)?;
    Some(Match::clock(end, base, clock))
}

/// Whether a time of day can be on it.
pub(super) const fn names_a_day(base: Base) -> bool {
    match base {
        Base::Calendar(calendar) => calendar.day.is_some(),
        Base::Weekday(..) | Base::Day(_) | Base::Holiday(..) | Base::DayOfMonth(_) => true,
        _ => false,
    }
}

/// A time of the clock with its half of the day and zone, and the token behind it.
fn clock(cursor: &Cursor<'_>, at: usize) -> Option<(Clock, usize)> {
    if let TimeWord::Named(hour) = cursor.word(at) {
        let (zone, end) = zone(cursor, at + 1);
        return Some((Clock::At(hour, Some(0), zone), end));
    }
    if let (TimeWord::Number(hour @ 1..=12), TimeWord::OClock) = (cursor.word(at), cursor.word(at + 1)) {
        let (hour, end, _) = half_of_day(cursor, at + 2, hour as i8);
        return Some((Clock::At(hour, None, None), end));
    }
    if cursor.word(at) != TimeWord::Digits {
        return None;
    }
    let text = cursor.text(at);
    let figures = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let suffix = text.get(figures.len()..).unwrap_or_default();
    let (hour, minute) = match figures.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse::<i8>().ok()?, Some(minute.parse::<i8>().ok()?)),
        Some(_) => return None,
        None if figures.len() == 4 && suffix.eq_ignore_ascii_case("hrs") => {
            let (hour, minute) = figures.split_at_checked(2)?;
            (hour.parse().ok()?, Some(minute.parse().ok()?))
        }
        // `0800 UTC`
        None if figures.len() == 4 && matches!(cursor.word(at + 1), TimeWord::Zone(_)) && cursor.capital(at + 1) => {
            let (hour, minute) = figures.split_at_checked(2)?;
            (hour.parse().ok()?, Some(minute.parse().ok()?))
        }
        None => (figures.parse().ok()?, None),
    };
    let military = figures.len() == 4 && suffix.is_empty() && minute.is_some() && !figures.contains([':', '.']);
    if !(0..=24).contains(&hour) || minute.is_some_and(|minute| !(0..60).contains(&minute)) {
        return None;
    }
    let (hour, mut end, halved) = match suffix {
        "" => half_of_day(cursor, at + 1, hour),
        _ if suffix.eq_ignore_ascii_case("am") => (hour % 12, at + 1, true),
        _ if suffix.eq_ignore_ascii_case("pm") => (hour % 12 + 12, at + 1, true),
        _ if suffix.eq_ignore_ascii_case("hrs") => (hour, at + 1, true),
        _ => return None,
    };
    // `3:45` alone is a time only with a colon; `5` alone is none.
    if !halved && !military && (minute.is_none() || !figures.contains(':') || hour == 24) {
        return None;
    }
    let zone;
    (zone, end) = self::zone(cursor, end);
    Some((Clock::At(hour, minute, zone), end))
}

/// The zone at a token, and the token behind it.
fn zone(cursor: &Cursor<'_>, at: usize) -> (Option<i8>, usize) {
    match cursor.word(at) {
        TimeWord::Zone(hours) if cursor.capital(at) => (hours, at + 1),
        _ => (None, at),
    }
}

/// The hour by `a.m.`, `p.m.` or `o'clock`, the token behind that, and whether one stood there.
fn half_of_day(cursor: &Cursor<'_>, at: usize, hour: i8) -> (i8, usize, bool) {
    match cursor.word(at) {
        TimeWord::Am if (1..=12).contains(&hour) => (hour % 12, at + 1, true),
        TimeWord::Pm if (1..=12).contains(&hour) => (hour % 12 + 12, at + 1, true),
        TimeWord::OClock => (hour, at + 1, true),
        _ => (hour, at, false),
    }
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn a_time_of_the_clock_keeps_its_zone_and_day() {
        check("The council meets at 2:30 p.m. Eastern.", "2:30 p.m. Eastern | TIME 2023-02-16T14:30");
        check("The offer ends at 5 p.m. EST, Nov. 6, 2023.", "5 p.m. EST, Nov. 6, 2023 | TIME 2023-11-06T17-05");
        check("The yard shut at 0800 UTC.", "0800 UTC | TIME 2023-02-16T08:00Z");
        check("The yard shut at midnight GMT.", "midnight GMT | TIME 2023-02-16T24:00Z");
        check(
            "It began at 5:00 a.m. on October 3, 1935.",
            "5:00 a.m. | TIME 1935-10-03T05:00\nOctober 3, 1935 | DATE 1935-10-03",
        );
    }
}
