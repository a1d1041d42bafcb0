//! Weekdays: `Friday`, `last Friday`, `Friday, Oct. 13`.

use super::{Match, calendar};
use crate::language::times::{Link, TimeWord, Which};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Says};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (which, name) = match cursor.word(cursor.over_the(at)) {
        TimeWord::Which(
            which @ (Which::Last
            | Which::This
            | Which::Next
            | Which::Coming
            | Which::Previous
            | Which::Following
            | Which::Past
            | Which::Same),
        ) => (Some(which), cursor.over_the(at) + 1),
        TimeWord::Weekday(_) => (None, at),
        _ => return None,
    };
    // `this past Friday`
    let (which, name) = match (which, cursor.word(name)) {
        (Some(Which::This), TimeWord::Which(past @ (Which::Past | Which::Coming))) => (Some(past), name + 1),
        _ => (which, name),
    };
    let TimeWord::Weekday(weekday) = cursor.word(name) else { return None };
    if !cursor.capital(name) {
        return None;
    }
    // The date behind a weekday says more than its name.
    let next = cursor.over_comma(name + 1);
    let next = if cursor.is(next, Link::The) { next + 1 } else { next };
    if which.is_none()
        && let Some(Match { end, says: Says::Point(base @ Base::Calendar(_), None), .. }) = calendar::at(cursor, next)
        && dated(base)
    {
        return Some(Match::point(end, base));
    }
    Some(Match::point(name + 1, Base::Weekday(weekday, which)))
}

/// Whether the date names a day.
fn dated(base: Base) -> bool {
    matches!(base, Base::Calendar(calendar) if calendar.day.is_some())
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn tense_and_preposition_say_which_friday_is_meant() {
        check("The minister said Wednesday that it was over.", "Wednesday | DATE 2023-02-15");
        check("They met ahead of Friday's meeting.", "Friday | DATE 2023-02-17");
        check("The council will meet on Monday.", "Monday | DATE 2023-02-20");
        check("It had met last Friday.", "last Friday | DATE 2023-02-10");
    }

    #[test]
    fn a_weekday_with_its_date_is_one_expression() {
        check("It sank on Friday, Oct. 13, 1989.", "Friday, Oct. 13, 1989 | DATE 1989-10-13");
    }
}
