//! Times that come again and again: `every Monday`, `each July`, `daily`, `per month`, `$5 a share a year`.

use super::Match;
use crate::language::times::{Link, TimeWord, Unit};
use crate::tag::Xpos;
use crate::time::cursor::Cursor;
use crate::time::meaning::{Again, Amount, Measure, Says};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    match cursor.word(at) {
        TimeWord::Every => every(cursor, at + 1),
        TimeWord::Per => rate(cursor, at + 1),
        TimeWord::Link(Link::A) if counts_before(cursor, at) => rate(cursor, at + 1),
        TimeWord::Periodic(Unit::Day) => found(at + 1, Again::Daily),
        TimeWord::Periodic(Unit::Week) => found(at + 1, Again::Weekly),
        TimeWord::Periodic(Unit::Month) => found(at + 1, Again::Monthly),
        TimeWord::Periodic(unit) => found(at + 1, single(unit)),
        TimeWord::Weekdays(weekday) if cursor.capital(at) => found(at + 1, Again::Weekday(weekday)),
        _ => None,
    }
}

fn found(end: usize, again: Again) -> Option<Match> {
    Some(Match::new(end, Says::Again(again)))
}

fn single(unit: Unit) -> Again {
    Again::Unit(Measure { amount: Amount::whole(1), unit })
}

/// `every` before a unit, number of units, weekday, month, season or part of the day.
fn every(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    match cursor.word(at) {
        TimeWord::Unit(Unit::Weekend) => found(at + 1, Again::Weekend),
        TimeWord::Unit(unit) => found(at + 1, single(unit)),
        TimeWord::Weekday(weekday) => found(at + 1, Again::Weekday(weekday)),
        TimeWord::Month(month) | TimeWord::DoubtfulMonth(month) if cursor.capital(at) => {
            found(at + 1, Again::Month(month))
        }
        TimeWord::Season(season) | TimeWord::DoubtfulSeason(season) => found(at + 1, Again::Season(season)),
        TimeWord::Part(part) => found(at + 1, Again::Part(part)),
        _ => {
            let (amount, end) = if cursor.text(at) == "other" {
                (Amount::whole(2), at + 1)
            } else if let Some(number) = cursor.ordinal(at) {
                (Amount::whole(number), at + 1)
            } else {
                cursor.number(at)?
            };
            let (TimeWord::Units(unit) | TimeWord::Unit(unit)) = cursor.word(end) else { return None };
            found(end + 1, Again::Unit(Measure { amount, unit }))
        }
    }
}

/// A unit that something is counted by.
fn rate(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let TimeWord::Unit(unit) = cursor.word(at) else { return None };
    // Before `ago`, `later`, `old` it is a quantity.
    let other = matches!(
        cursor.word(at + 1),
        TimeWord::Ago
            | TimeWord::Earlier
            | TimeWord::Later
            | TimeWord::Before
            | TimeWord::After
            | TimeWord::Old
            | TimeWord::Link(Link::Hyphen | Link::Or)
    );
    if other { None } else { found(at + 1, single(unit)) }
}

/// Whether a quantity stands before `a year`, so that it is a rate: `50,000 tons a year`, `once a week`.
fn counts_before(cursor: &Cursor<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    matches!(cursor.tag(before), Xpos::Nns | Xpos::Cd | Xpos::Nnps)
        || matches!(cursor.text(before), "once" | "twice" | "times" | "%" | "barrels" | "million" | "billion")
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn what_comes_again_is_a_set() {
        check("They meet every Monday.", "every Monday | SET XXXX-WXX-1");
        check("It makes 900 tons a year.", "a year | SET P1Y");
        check("They march each July.", "each July | SET XXXX-07");
        check("Ships sail every two weeks.", "every two weeks | SET P2W");
        check("Patrols go out daily.", "daily | SET XXXX-XX-XX");
    }
}
