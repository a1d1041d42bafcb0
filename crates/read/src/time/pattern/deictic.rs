//! Days counted from that of the document: `today`, `yesterday`, `tomorrow`, `tonight`.

use super::Match;
use crate::language::times::{Part, TimeWord};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Clock};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    match cursor.word(at) {
        TimeWord::Tonight => Some(Match::clock(at + 1, Base::Day(0), Clock::Part(Part::Night))),
        _ => day(cursor, at),
    }
}

/// The same without a part of the day.
pub(super) fn day(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    match cursor.word(at) {
        TimeWord::Day(by) => Some(Match::point(at + 1, Base::Day(by))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn days_are_counted_from_that_of_the_document() {
        check("It began yesterday and goes on today.", "yesterday | DATE 2023-02-15\ntoday | DATE 2023-02-16");
        check("The envoy speaks tonight.", "tonight | TIME 2023-02-16TNI");
    }
}
