//! Stretches of the calendar, as precise as they are known, and how TIMEX3 writes them.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::language::times::{Season, Unit};

/// The years that the calendar reaches: beyond them nothing is computed.
const YEARS: std::ops::RangeInclusive<i32> = -9000..=9000;

/// One day, week, month … of the calendar. Years before the era are negative: -490 is 490 BC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stretch {
    /// A day.
    Day(Date),
    /// An ISO week, by a day of it.
    Week(Date),
    /// A Saturday and Sunday, by a day of their week.
    Weekend(Date),
    /// A month of a year, 1 to 12.
    Month(i32, i8),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, i8),
    /// A half of a year, 1 or 2.
    Half(i32, i8),
    /// A season of a year.
    Season(i32, Season),
    /// A year.
    Year(i32),
    /// Ten years, by their number since the era: 199 for the 1990s.
    Decade(i32),
    /// A hundred years, by their number since the era: 19 for 1900 to 1999.
    Century(i32),
}

/// A date of the proleptic calendar, if there is such a one.
pub(super) fn date(year: i32, month: i8, day: i8) -> Option<Date> {
    // The calendar has a year 0 (1 BC), history has none.
    if year == 0 {
        return None;
    }
    let year = if year < 0 { year.checked_add(1)? } else { year };
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

/// The year of a date as history counts it.
fn year_of(date: Date) -> i32 {
    let year = i32::from(date.year());
    if year <= 0 { year - 1 } else { year }
}

/// The month of a season that its year is counted by: winter begins in December and belongs to the year before.
const fn first_month(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 1,
    }
}

/// The season of a month.
const fn season_of(month: i8) -> Season {
    match month {
        3..=5 => Season::Spring,
        6..=8 => Season::Summer,
        9..=11 => Season::Autumn,
        _ => Season::Winter,
    }
}

impl Stretch {
    /// The year it lies in, where it lies in one.
    pub(super) fn year(self) -> Option<i32> {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => Some(year_of(day)),
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::Year(year) => Some(year),
            Self::Decade(_) | Self::Century(_) => None,
        }
    }

    /// The month it lies in or begins in, where that is known.
    pub(super) fn month(self) -> Option<i8> {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => Some(day.month()),
            Self::Month(_, month) => Some(month),
            Self::Quarter(_, quarter) => Some(quarter * 3 - 2),
            Self::Season(_, season) => Some(first_month(season)),
            Self::Half(..) | Self::Year(_) | Self::Decade(_) | Self::Century(_) => None,
        }
    }

    /// The day it is or begins with, where it is as short as a week.
    pub(super) fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Week(day) => monday(day),
            Self::Weekend(day) => monday(day)?.checked_add(5.days()).ok(),
            _ => None,
        }
    }

    /// The number of the day it begins with, counted from 1 January 1970, where it is as short as a week.
    pub(super) fn about_day(self) -> Option<i32> {
        let epoch = Date::new(1970, 1, 1).ok()?;
        self.day()?.since(epoch).ok().map(|span| span.get_days())
    }

    /// The stretch of the unit that this one lies in, or nothing where it is not precise enough for that.
    pub(super) fn within(self, unit: Unit) -> Option<Self> {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => self.day().map(Self::Day),
            Unit::Week | Unit::Fortnight => self.day().map(Self::Week),
            Unit::Weekend => self.day().map(Self::Weekend),
            Unit::Month => match self {
                Self::Month(..) => Some(self),
                _ => {
                    let day = self.day()?;
                    Some(Self::Month(year_of(day), day.month()))
                }
            },
            Unit::Quarter => match self {
                Self::Quarter(..) => Some(self),
                _ => Some(Self::Quarter(self.year()?, (self.month()? - 1) / 3 + 1)),
            },
            Unit::Season => match self {
                Self::Season(..) => Some(self),
                _ => Some(Self::Season(self.year()?, season_of(self.month()?))),
            },
            Unit::Year => self.year().map(Self::Year),
            Unit::Decade => match self {
                Self::Decade(_) => Some(self),
                _ => Some(Self::Decade(self.year()?.div_euclid(10))),
            },
            Unit::Century => match self {
                Self::Century(_) => Some(self),
                Self::Decade(decade) => Some(Self::Century(decade.div_euclid(10))),
                _ => Some(Self::Century(self.year()?.div_euclid(100))),
            },
        }
    }

    /// The stretch of the same length `by` units of its own kind away.
    pub(super) fn step(self, by: i32) -> Option<Self> {
        let year = |year: i32| {
            let moved = year.checked_add(by)?;
            // There is no year 0.
            let moved = if year < 0 && moved >= 0 { moved + 1 } else { moved };
            YEARS.contains(&moved).then_some(moved)
        };
        let nth = |year: i32, number: i8, of: i32| {
            let all = year.checked_mul(of)?.checked_add(i32::from(number) - 1)?.checked_add(by)?;
            let year = all.div_euclid(of);
            YEARS.contains(&year).then_some((year, (all.rem_euclid(of) + 1) as i8))
        };
        let days = |day: Date, step: i32| day.checked_add(i64::from(by).checked_mul(i64::from(step))?.days()).ok();
        match self {
            Self::Day(day) => days_safe(by, 1).and_then(|_| days(day, 1)).map(Self::Day),
            Self::Week(day) => days_safe(by, 7).and_then(|_| days(day, 7)).map(Self::Week),
            Self::Weekend(day) => days_safe(by, 7).and_then(|_| days(day, 7)).map(Self::Weekend),
            Self::Month(at, month) => nth(at, month, 12).map(|(year, month)| Self::Month(year, month)),
            Self::Quarter(at, quarter) => nth(at, quarter, 4).map(|(year, quarter)| Self::Quarter(year, quarter)),
            Self::Half(at, half) => nth(at, half, 2).map(|(year, half)| Self::Half(year, half)),
            Self::Season(at, season) => year(at).map(|year| Self::Season(year, season)),
            Self::Year(at) => year(at).map(Self::Year),
            Self::Decade(at) => year(at).map(Self::Decade),
            Self::Century(at) => year(at).map(Self::Century),
        }
    }

    /// About how many days it lies from day 0 of the era: enough to tell which of two is nearer.
    pub(super) fn about(self) -> i64 {
        let of = |year: i32, month: i8| i64::from(year) * 365 + i64::from(month) * 30;
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => {
                of(year_of(day), day.month()) + i64::from(day.day())
            }
            Self::Month(year, month) => of(year, month) + 15,
            Self::Quarter(year, quarter) => of(year, quarter * 3 - 1),
            Self::Half(year, half) => of(year, half * 6 - 3),
            Self::Season(year, season) => of(year, first_month(season) + 1),
            Self::Year(year) => of(year, 6),
            Self::Decade(decade) => of(decade.saturating_mul(10), 6),
            Self::Century(century) => of(century.saturating_mul(100), 6),
        }
    }
}

/// `Some` where so many days are within what the calendar can count.
fn days_safe(by: i32, step: i32) -> Option<()> {
    (by.checked_mul(step)?.unsigned_abs() < 3_000_000).then_some(())
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
}

/// The day of a weekday, 1 for Monday, in the week of another day.
pub(super) fn in_week(day: Date, weekday: i8) -> Option<Date> {
    monday(day)?.checked_add((i64::from(weekday) - 1).days()).ok()
}

/// The n-th weekday of a month, -1 the last.
pub(super) fn nth_weekday(year: i32, month: i8, nth: i8, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    date(year, month, 1)?.nth_weekday_of_month(nth, weekday).ok()
}

/// Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April 1876).
pub(super) fn easter(year: i32) -> Option<Date> {
    let (golden, century, of_century) = (year.rem_euclid(19), year / 100, year % 100);
    let moon = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon + 15) % 30;
    let full = (golden + 11 * epact) / 319;
    let weekday = (2 * (century % 4) + 2 * (of_century / 4) - of_century % 4 - epact + full + 32) % 7;
    let month = (epact - full + weekday + 90) / 25;
    let day = (epact - full + weekday + month + 19) % 32;
    date(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// A year as TIMEX3 writes it: four digits, `BC` before those before the era.
pub(super) struct WrittenYear(pub(super) i32);

impl fmt::Display for WrittenYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(year) = *self;
        if year < 0 { write!(f, "BC{:04}", year.unsigned_abs()) } else { write!(f, "{year:04}") }
    }
}

/// A season as TIMEX3 writes it.
pub(super) const fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = |day: Date| {
            let week: ISOWeekDate = day.iso_week_date();
            (week.year(), week.week())
        };
        match *self {
            Self::Day(day) => write!(f, "{}-{:02}-{:02}", WrittenYear(year_of(day)), day.month(), day.day()),
            Self::Week(day) => {
                let (year, week) = week(day);
                write!(f, "{year:04}-W{week:02}")
            }
            Self::Weekend(day) => {
                let (year, week) = week(day);
                write!(f, "{year:04}-W{week:02}-WE")
            }
            Self::Month(year, month) => write!(f, "{}-{month:02}", WrittenYear(year)),
            Self::Quarter(year, quarter) => write!(f, "{}-Q{quarter}", WrittenYear(year)),
            Self::Half(year, half) => write!(f, "{}-H{half}", WrittenYear(year)),
            Self::Season(year, season) => write!(f, "{}-{}", WrittenYear(year), season_code(season)),
            Self::Year(year) => write!(f, "{}", WrittenYear(year)),
            Self::Decade(decade) if decade < 0 => write!(f, "BC{:03}", decade.unsigned_abs() - 1),
            Self::Decade(decade) => write!(f, "{decade:03}"),
            Self::Century(century) if century < 0 => write!(f, "BC{:02}", century.unsigned_abs() - 1),
            Self::Century(century) => write!(f, "{century:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_written_as_timex3_writes_it() {
        let day = date(2023, 2, 24).unwrap();
        let written = [
            (Stretch::Day(day), "2023-02-24"),
            (Stretch::Week(day), "2023-W08"),
            (Stretch::Weekend(day), "2023-W08-WE"),
            (Stretch::Quarter(2023, 1), "2023-Q1"),
            (Stretch::Season(2022, Season::Winter), "2022-WI"),
            (Stretch::Decade(199), "199"),
            (Stretch::Century(19), "19"),
            (Stretch::Year(-490), "BC0490"),
        ];
        for (stretch, text) in written {
            assert_eq!(stretch.to_string(), text);
        }
    }

    #[test]
    fn steps_cross_years_and_never_leave_the_calendar() {
        assert_eq!(Stretch::Month(2023, 1).step(-1), Some(Stretch::Month(2022, 12)));
        assert_eq!(Stretch::Quarter(2023, 4).step(1), Some(Stretch::Quarter(2024, 1)));
        assert_eq!(Stretch::Year(-1).step(1), Some(Stretch::Year(1)));
        assert_eq!(Stretch::Year(2023).step(i32::MAX), None);
        assert_eq!(Stretch::Day(date(2023, 2, 24).unwrap()).step(i32::MIN), None);
    }

    #[test]
    fn easter_is_where_the_churches_have_it() {
        for (year, month, day) in [(1998, 4, 12), (2008, 3, 23), (2023, 4, 9), (2038, 4, 25)] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }
}
