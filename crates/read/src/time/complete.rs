//! What one end of a range or list leaves out and the other says: the year of `6 July` in `from 6 July to 12 August
//! 1950`, the month of `22` in `22-25 April`,
//! the day of `5 a.m.` in `at 5 a.m. on 3 October`.

use super::cursor::Cursor;
use super::meaning::{Base, Calendar, Clock, Expression, Says};
use super::pattern::joins;
use crate::language::times::Link;

/// How many tokens may stand between a time of day and its day: `5:34 a.m. local time on`.
const CLOCK_TO_DAY: usize = 4;

/// Fills in what the neighbours of one sentence say, from the last to the first.
pub(super) fn complete(cursor: &Cursor<'_>, found: &mut [Expression]) {
    for at in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(at);
        let (Some(left), Some(right)) = (left.last_mut(), right.first()) else { continue };
        let between = left.tokens.end..right.tokens.start;
        if let (Says::Point(base @ Base::None, Some(Clock::At(..))), Says::Point(day, None)) =
            (&mut left.says, &right.says)
            && (1..=CLOCK_TO_DAY).contains(&between.len())
            && cursor.is(between.end - 1, Link::On)
        {
            *base = *day;
        }
        if between.is_empty()
            || between.len() > 3
            || !between.clone().all(|token| joins(cursor.word(token)) || is_the(cursor, token))
        {
            continue;
        }
        let Says::Point(Base::Calendar(full), _) = right.says else { continue };
        if let Says::Point(base, _) = &mut left.says {
            fill(base, full);
        }
    }
}

fn is_the(cursor: &Cursor<'_>, token: usize) -> bool {
    cursor.is(token, Link::The)
}

/// Takes from `full` what `base` leaves out.
fn fill(base: &mut Base, full: Calendar) {
    match base {
        Base::Calendar(calendar) if calendar.year.is_none() && calendar.which.is_none() => {
            // `December and January 1951`: the earlier of the two is of the year before.
            let turns = match (calendar.month, full.month) {
                (Some(month), Some(other)) => month > other,
                _ => false,
            };
            calendar.year = full.year.map(|year| if turns { year - 1 } else { year });
            calendar.which = full.which;
        }
        Base::DayOfMonth(day) if full.month.is_some() && full.day.is_some() => {
            *base = Base::Calendar(Calendar { day: Some(*day), ..full });
        }
        _ => {}
    }
}
