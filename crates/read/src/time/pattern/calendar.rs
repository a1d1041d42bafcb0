//! Dates of the calendar: `Feb. 24, 2022`, `the 19th of October 1950`, `February 2022`, `1990`, `490 BC`, `02/13/1998`.

use super::{Match, joins};
use crate::language::times::{Link, TimeWord, Which};
use crate::tag::Xpos;
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Calendar, Says};

/// Years that four digits without anything beside them may mean.
const BARE_YEARS: std::ops::RangeInclusive<i32> = 1900..=2049;

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    month_first(cursor, at)
        .or_else(|| day_first(cursor, at))
        .or_else(|| in_figures(cursor, at))
        .or_else(|| the_year(cursor, at))
        .or_else(|| bare_year(cursor, at))
        .or_else(|| day_alone(cursor, at))
}

fn found(end: usize, calendar: Calendar) -> Option<Match> {
    Some(Match::point(end, Base::Calendar(calendar)))
}

/// The month that a token names, and the token behind it.
pub(super) fn month(cursor: &Cursor<'_>, at: usize) -> Option<i8> {
    match cursor.word(at) {
        TimeWord::Month(month) if cursor.capital(at) => Some(month),
        // `May`, `March`, `August`, `April`, `June` are also a verb, an adjective and names of women.
        TimeWord::DoubtfulMonth(month) if cursor.capital(at) => {
            let dated = cursor.integer(at + 1).is_some() || cursor.ordinal(at + 1).is_some();
            let placed = matches!(
                cursor.before(at),
                TimeWord::Link(
                    Link::In | Link::By | Link::To | Link::From | Link::Since | Link::Of | Link::Hyphen | Link::Between
                ) | TimeWord::Which(_)
                    | TimeWord::Early
                    | TimeWord::Late
                    | TimeWord::Mid
                    | TimeWord::Every
                    | TimeWord::Digits
                    | TimeWord::Ordinal(_)
                    | TimeWord::Month(_)
            );
            let tagged = cursor.tag(at) == Xpos::Nnp;
            let named = cursor.tag(at + 1) == Xpos::Nnp && cursor.word(at + 1) == TimeWord::Other && !placed;
            // `March of the Iron Will` is the name of a march.
            let titled = cursor.is(at + 1, Link::Of) && cursor.is(at + 2, Link::The);
            if titled {
                return None;
            }
            (dated || placed || (tagged && !named && month != 4 && month != 6)).then_some(month)
        }
        _ => None,
    }
}

/// A day of the month in figures, `st` or `th` allowed.
pub(super) fn day_figure(cursor: &Cursor<'_>, at: usize) -> Option<i8> {
    if cursor.word(at) != TimeWord::Digits {
        return None;
    }
    let day = cursor.integer(at).filter(|_| cursor.text(at).len() <= 2).or_else(|| cursor.ordinal(at))?;
    i8::try_from(day).ok().filter(|day| (1..=31).contains(day))
}

/// A figure beside a month that is no day of any: `Jan. 0`, `March 32`. It is one where a year follows it or *on* stands
/// before the month; else it counts something.
fn no_day(cursor: &Cursor<'_>, at: usize, before: usize, behind: usize) -> Option<i8> {
    let figure = cursor.integer(at).filter(|_| cursor.text(at).len() <= 2)?;
    let figure = i8::try_from(figure).ok().filter(|figure| !(1..=31).contains(figure))?;
    let dated = || year_behind(cursor, behind).is_some_and(|(year, ..)| year.is_some());
    (cursor.is(before.checked_sub(1)?, Link::On) || dated()).then_some(figure)
}

/// A year of four figures, one with its era, one in words, or `'98`; and the token behind it.
pub(super) fn year(cursor: &Cursor<'_>, at: usize) -> Option<(i32, usize)> {
    if cursor.word(at) == TimeWord::Ad {
        let year = cursor.integer(at + 1).filter(|year| *year > 0)?;
        return cursor.text(at).starts_with('A').then_some((year as i32, at + 2));
    }
    if let Some(figures) = cursor.integer(at) {
        let number = figures as i32;
        if cursor.word(at + 1) == TimeWord::Bc && number > 0 {
            return Some((-number, at + 2));
        }
        if cursor.word(at + 1) == TimeWord::Ad && number > 0 && cursor.capital(at + 1) {
            return Some((number, at + 2));
        }
        let plain = cursor.text(at).len() == 4 && (1000..=2199).contains(&number);
        return plain.then_some((number, at + 1));
    }
    if let Some(short) = cursor.text(at).strip_prefix(['\'', '’'])
        && cursor.word(at) == TimeWord::Digits
        && short.len() == 2
    {
        let short: i32 = short.parse().ok()?;
        return Some((if short > 30 { 1900 + short } else { 2000 + short }, at + 1));
    }
    match cursor.word(at) {
        TimeWord::Number(century @ 17..=20) => {
            let (rest, end) =
                cursor.spelled(cursor.over_hyphen(at + 1)).filter(|(rest, _)| (10..=99).contains(rest))?;
            Some((century as i32 * 100 + rest as i32, end))
        }
        _ => None,
    }
}

/// A year behind a month or day: `, 2022`, ` 2022`, `of 2022`, `last year`.
fn year_behind(cursor: &Cursor<'_>, at: usize) -> Option<(Option<i32>, Option<Which>, usize)> {
    let next = cursor.over_comma(at);
    if let Some((year, end)) = year(cursor, next)
        && !matches!(cursor.word(end), TimeWord::Units(_))
    {
        return Some((Some(year), None, end));
    }
    let next = if cursor.is(next, Link::Of) { next + 1 } else { next };
    if next > at
        && let Some((year, end)) = year(cursor, next)
        && cursor.is(next - 1, Link::Of)
    {
        return Some((Some(year), None, end));
    }
    match (cursor.word(next), cursor.word(next + 1)) {
        (
            TimeWord::Which(which @ (Which::Last | Which::This | Which::Next | Which::That)),
            TimeWord::Unit(crate::language::times::Unit::Year),
        ) => Some((None, Some(which), next + 2)),
        _ => None,
    }
}

/// `Feb. 24, 2022`, `February 24th`, `February 2022`, `February`.
fn month_first(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let month = month(cursor, at)?;
    let mut end = at + 1;
    let mut calendar = Calendar { month: Some(month), ..Calendar::default() };
    let figure = if cursor.is(end, Link::The) { end + 1 } else { end };
    if let Some(day) = day_figure(cursor, figure).or_else(|| no_day(cursor, figure, at, figure + 1))
        && !(figure > end && cursor.integer(figure).is_some())
        && !matches!(cursor.word(figure + 1), TimeWord::Units(_) | TimeWord::Am | TimeWord::Pm)
    {
        calendar.day = Some(day);
        end = figure + 1;
    }
    if let Some((year, which, behind)) = year_behind(cursor, end) {
        calendar.year = year;
        calendar.which = which;
        end = behind;
    } else if calendar.day.is_some() && cursor.text(cursor.over_comma(end)) == "0000" {
        // A year that never was.
        (calendar.year, end) = (Some(0), cursor.over_comma(end) + 1);
    }
    found(end, calendar)
}

/// `24 February 2022`, `the 19th of October`, `24th February`.
fn day_first(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let start = cursor.over_the(at);
    let day = day_figure(cursor, start).or_else(|| {
        let named = cursor.ordinal(start).filter(|_| cursor.is(start + 1, Link::Of))?;
        i8::try_from(named).ok().filter(|day| (1..=31).contains(day))
    });
    let name = if cursor.is(start + 1, Link::Of) { start + 2 } else { start + 1 };
    let month = month(cursor, name)?;
    let day = day.or_else(|| no_day(cursor, start, start, name + 1))?;
    let mut calendar = Calendar { month: Some(month), day: Some(day), ..Calendar::default() };
    let mut end = name + 1;
    if let Some((year, which, behind)) = year_behind(cursor, end) {
        calendar.year = year;
        calendar.which = which;
        end = behind;
    }
    found(end, calendar)
}

/// `02/13/1998`, month first as English news writes it unless that is impossible; `2022-02-24`.
fn in_figures(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    if cursor.word(at) != TimeWord::Digits {
        return None;
    }
    let text = cursor.text(at);
    if text.contains('/') {
        let mut parts = text.split('/');
        let (first, second) = (parts.next()?.parse::<i8>().ok()?, parts.next()?.parse::<i8>().ok()?);
        let written = parts.next()?;
        let year: i32 = written.parse().ok()?;
        let year = match (written.len(), year) {
            (4, year) => year,
            (_, year @ 0..=30) => 2000 + year,
            (_, year) => 1900 + year,
        };
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        // With a year of four figures it is a date, if one that never was.
        let whole = written.len() == 4 && (0..=31).contains(&month) && (0..=31).contains(&day);
        if !whole && (!(1..=12).contains(&month) || !(1..=31).contains(&day)) {
            return None;
        }
        return found(at + 1, Calendar { year: Some(year), month: Some(month), day: Some(day), which: None });
    }
    let hyphen = |at: usize| cursor.is(at, Link::Hyphen) && cursor.joined(at) && cursor.joined(at - 1);
    if text.len() == 4 && hyphen(at + 1) && hyphen(at + 3) && cursor.text(at + 2).len() == 2 {
        let day = cursor.integer(at + 4).filter(|_| cursor.text(at + 4).len() == 2)?;
        let (year, month, day) =
            (cursor.integer(at)?, i8::try_from(cursor.integer(at + 2)?).ok()?, i8::try_from(day).ok()?);
        return found(at + 5, Calendar { year: Some(year as i32), month: Some(month), day: Some(day), which: None });
    }
    None
}

/// `the year 2000`, `fiscal 1989`.
fn the_year(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let name = cursor.over_the(at);
    let before = match cursor.word(name) {
        TimeWord::Unit(crate::language::times::Unit::Year) => name + 1,
        TimeWord::Fiscal => {
            let next = cursor.over_hyphen(name + 1);
            if cursor.word(next) == TimeWord::Unit(crate::language::times::Unit::Year) { next + 1 } else { next }
        }
        _ => return None,
    };
    let (year, end) = year(cursor, before).or_else(|| {
        let (year, end) = cursor.spelled(before)?;
        (1000..=2199).contains(&year).then_some((year as i32, end))
    })?;
    found(end, Calendar { year: Some(year), ..Calendar::default() })
}

/// `1990`, where nothing beside it makes it a quantity.
fn bare_year(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (number, end) = match year(cursor, at) {
        Some(found) => found,
        None => (ancient_year(cursor, at)?, at + 1),
    };
    let calendar = Calendar { year: Some(number), ..Calendar::default() };
    let marked = end > at + 1 || cursor.text(at).starts_with(['\'', '’']) || number < 0;
    if marked {
        return found(end, calendar);
    }
    let placed = matches!(
        cursor.before(at),
        TimeWord::Link(
            Link::In | Link::By | Link::To | Link::From | Link::Since | Link::Of | Link::Between | Link::The
        ) | TimeWord::Early
            | TimeWord::Late
            | TimeWord::Mid
            | TimeWord::Before
            | TimeWord::After
            | TimeWord::Season(_)
            | TimeWord::DoubtfulSeason(_)
    ) || cursor.text_before(at) == "("
        || cursor.text(end) == ")"
        || at == cursor.start
        || in_chain(cursor, at, end);
    let quantity = matches!(cursor.text_before(at), "$" | "£" | "€" | "#" | "No." | "number" | ".")
        || matches!(cursor.word(end), TimeWord::Units(_) | TimeWord::Unit(_))
        || matches!(
            cursor.text(end),
            "%" | "percent" | "people" | "men" | "troops" | "points" | "shares" | "miles" | "soldiers"
        )
        || cursor.word(at - usize::from(at > cursor.start))
            == TimeWord::Compared(crate::language::times::Modifier::MoreThan);
    let numbered = || {
        let before = cursor.text_before(at);
        cursor.table.numbered.iter().any(|one| one.eq_ignore_ascii_case(before))
    };
    if quantity || numbered() || cursor.is(at - usize::from(at > cursor.start), Link::Than) {
        return None;
    }
    // Behind a number that is no year, and before a plural noun, figures count things: `some 1800 guns`.
    let counted = cursor.tag(end) == Xpos::Nns;
    let plausible = if BARE_YEARS.contains(&number) {
        placed || !counted || cursor.before(at) == TimeWord::Link(Link::Its)
    } else {
        placed && !counted
    };
    plausible.then(|| Match::point(end, Base::Calendar(calendar)))
}

/// Whether a year stands in a range or list of years: `1792-1795`, `1792 and 1793`, `1792-95`.
fn in_chain(cursor: &Cursor<'_>, at: usize, end: usize) -> bool {
    let is_year = |at: usize| cursor.integer(at).is_some_and(|number| (1000..=2199).contains(&number));
    let behind = joins(cursor.before(at)) && at.checked_sub(2).is_some_and(is_year);
    let short = cursor.is(end, Link::Hyphen) && cursor.integer(end + 1).is_some() && cursor.text(end + 1).len() == 2;
    behind || (joins(cursor.word(end)) && is_year(end + 1)) || short
}

/// `480` in a document that counts years before the era, behind a preposition of time.
fn ancient_year(cursor: &Cursor<'_>, at: usize) -> Option<i32> {
    if !cursor.ancient || !matches!(cursor.before(at), TimeWord::Link(Link::In | Link::By | Link::Since | Link::To)) {
        return None;
    }
    let number = cursor.integer(at).filter(|number| (50..1000).contains(number))?;
    (cursor.tag(at + 1) != Xpos::Nns && !matches!(cursor.word(at + 1), TimeWord::Units(_))).then_some(-(number as i32))
}

/// `the 13th`, where no noun follows that it could count.
fn day_alone(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    if !cursor.is(at, Link::The) || cursor.word(at + 1) != TimeWord::Digits {
        return None;
    }
    let placed = matches!(cursor.before(at), TimeWord::Link(Link::On | Link::By | Link::To | Link::From));
    let day = cursor.ordinal(at + 1).and_then(|day| i8::try_from(day).ok()).filter(|day| (1..=31).contains(day))?;
    let counts = cursor.tag(at + 2).is_noun() || matches!(cursor.tag(at + 2), Xpos::Jj | Xpos::Cd | Xpos::Hyph);
    (placed && !counts).then(|| Match::new(at + 2, Says::Point(Base::DayOfMonth(day), None)))
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn a_date_is_read_whole_in_every_usual_order() {
        check("Troops crossed the border on Feb. 24, 2022.", "Feb. 24, 2022 | DATE 2022-02-24");
        check("It fell on 6 July 1950.", "6 July 1950 | DATE 1950-07-06");
        check("It fell on the 19th of October 1950.", "the 19th of October 1950 | DATE 1950-10-19");
        check("It was founded in February 2022.", "February 2022 | DATE 2022-02");
        check(
            "It was signed on 2022-02-24 and filed on 03/01/2022.",
            "2022-02-24 | DATE 2022-02-24\n03/01/2022 | DATE 2022-03-01",
        );
        check("The league began in 490 BC.", "490 BC | DATE BC0490");
    }

    #[test]
    fn a_number_or_a_name_is_no_date() {
        check("The yard has 1950 workers. May we go? August Vane may march.", "");
        check("It cost $2000 and weighed 2,100 tons.", "");
    }

    #[test]
    fn the_number_of_a_flight_or_room_is_no_year() {
        check("Flight 2022 landed. Room 1984 was empty.", "");
    }

    #[test]
    fn a_date_that_never_was_is_kept_as_it_stands() {
        check("On January 1, 0000 nothing happened.", "January 1, 0000 | DATE XXXX-01-01");
        check("On Jan. 0, 2023 nothing happened.", "Jan. 0, 2023 | DATE 2023-01-00");
        check("On March 32 nothing happened.", "March 32 | DATE XXXX-03-32");
        check("The paper is dated 32 March 2023.", "32 March 2023 | DATE 2023-03-32");
        check("The paper is dated 2023-13-40.", "2023-13-40 | DATE 2023-13-40");
        check("The paper is dated 13/13/2023.", "13/13/2023 | DATE 2023-13-13");
    }

    #[test]
    fn a_month_without_a_year_is_the_one_that_the_tense_asks_for() {
        check("The minister resigned in December.", "December | DATE 2022-12");
        check("The minister will resign in December.", "December | DATE 2023-12");
        check("Talks resume on Feb. 24.", "Feb. 24 | DATE 2023-02-24");
    }
}
