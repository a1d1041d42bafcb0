//! Time: day, week, month, season, year. Weeks begin on Monday (ISO 8601), seasons are those of the north by whole months.
//!
//! A rung is left out where it would not hold what is above it: a week that lies in two months is in no month, and a winter
//! is in no year.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use record::cover::Grain;

use super::Rung;

/// Over how many days bits are counted: ten years.
const SPAN: f64 = 3652.0;

/// Days, the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Days {
    first: Date,
    last: Date,
}

impl Days {
    fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    fn count(self) -> f64 {
        self.first.until(self.last).map_or(SPAN, |span| f64::from(span.get_days()) + 1.0)
    }
}

/// A kind of span that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Season,
    Year,
}

/// Those of the ladder, the finest first.
const LADDER: [Unit; 5] = [Unit::Day, Unit::Week, Unit::Month, Unit::Season, Unit::Year];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Unit {
    /// The span of this kind that holds a day.
    fn around(self, day: Date) -> Option<Days> {
        let months = |first: Date, count: i32| {
            let last = first.checked_add(count.months()).ok()?.yesterday().ok()?;
            Some(Days { first, last })
        };
        match self {
            Self::Day => Some(Days { first: day, last: day }),
            Self::Week => {
                let back = i32::from(day.weekday().to_monday_zero_offset());
                let first = day.checked_sub(back.days()).ok()?;
                Some(Days { first, last: first.checked_add(6.days()).ok()? })
            }
            Self::Month => months(day.first_of_month(), 1),
            Self::Quarter => {
                let back = i32::from(day.month().checked_sub(1)?.checked_rem(3)?);
                months(day.first_of_month().checked_sub(back.months()).ok()?, 3)
            }
            Self::Season => {
                // December begins the winter: the months count from there.
                let back = i32::from(day.month().checked_rem(12)?.checked_rem(3)?);
                months(day.first_of_month().checked_sub(back.months()).ok()?, 3)
            }
            Self::Year => months(day.first_of_year(), 12),
        }
    }

    fn key(self, days: Days) -> String {
        let first = days.first;
        match self {
            Self::Day => format!("when:d:{first}"),
            Self::Week => format!("when:w:{first}"),
            Self::Month => format!("when:m:{}-{:02}", first.year(), first.month()),
            Self::Quarter => format!("when:q:{}-{:02}", first.year(), first.month()),
            Self::Season => format!("when:s:{}-{:02}", first.year(), first.month()),
            Self::Year => format!("when:y:{}", first.year()),
        }
    }

    fn words(self, days: Days) -> String {
        let first = days.first;
        let month = usize::try_from(first.month()).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
        let month = month.copied().unwrap_or_default();
        let year = first.year();
        match self {
            Self::Day => format!("on {} {month} {year}", first.day()),
            Self::Week => format!("in the week of {} {month} {year}", first.day()),
            Self::Month => format!("in {month} {year}"),
            Self::Quarter => format!("in the quarter from {month} {year}"),
            Self::Season => match first.month() {
                3 => format!("in the spring of {year}"),
                6 => format!("in the summer of {year}"),
                9 => format!("in the autumn of {year}"),
                _ => format!("in the winter of {year}-{:02}", days.last.year().rem_euclid(100)),
            },
            Self::Year => format!("in {year}"),
        }
    }

    fn grain(self) -> Grain {
        match self {
            Self::Day => Grain::Day,
            Self::Week => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter | Self::Season => Grain::Season,
            Self::Year => Grain::Years,
        }
    }
}

/// The rungs of a TIMEX3 value, as far as it names a span of the calendar; else none. `text` is the words of it with what
/// stands before them.
pub(crate) fn rungs(value: &str, text: &str) -> Vec<Rung> {
    let Some((unit, days)) = named(value, text) else { return Vec::new() };
    let mut kept: Vec<(Unit, Days)> = vec![(unit, days)];
    for unit in LADDER {
        let Some((above, last)) = kept.last().copied() else { break };
        // A week that lies in two months leads nowhere below it, so that the month goes before it.
        let leads = |days: Days| unit != Unit::Week || around(Unit::Month, days).is_some();
        if let Some(days) = around(unit, last).filter(|days| *days != last && leads(*days))
            && above != unit
        {
            kept.push((unit, days));
        }
    }
    let keys: Vec<String> = kept.iter().map(|(unit, days)| unit.key(*days)).collect();
    let rung = |(at, (unit, days)): (usize, &(Unit, Days))| {
        let below = kept.get(at.saturating_add(1)).map(|(_, days)| *days);
        let also = [Unit::Week, Unit::Month, Unit::Quarter, Unit::Season, Unit::Year]
            .into_iter()
            .filter_map(|unit| Some((unit, around(unit, *days)?)))
            .filter(|(unit, _)| below.is_none_or(|below| around(*unit, below).is_none()))
            .map(|(unit, around)| unit.key(around))
            .filter(|key| !keys.contains(key))
            .collect();
        let bits = (SPAN / days.count()).log2().max(0.0);
        Rung { also, ..Rung::new(unit.grain(), unit.key(*days), unit.words(*days), bits) }
    };
    kept.iter().enumerate().map(rung).collect()
}

/// The span of a kind that holds all of these days, where one does.
fn around(unit: Unit, days: Days) -> Option<Days> {
    unit.around(days.first).filter(|around| around.holds(days))
}

/// The span that a value names.
fn named(value: &str, text: &str) -> Option<(Unit, Days)> {
    let of = |unit: Unit, day: Date| Some((unit, unit.around(day)?));
    let year: i16 = value.get(..4)?.parse().ok()?;
    let january = Date::new(year, 1, 1).ok()?;
    let rest = value.get(4..)?;
    if rest.is_empty() {
        return of(Unit::Year, january);
    }
    let rest = rest.strip_prefix('-')?;
    if let Some(week) = rest.strip_prefix('W').filter(|week| week.len() == 2) {
        // "WI" is the winter.
        if week == "I" {
            return None;
        }
        let week: i8 = week.parse().ok()?;
        return of(Unit::Week, ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date());
    }
    match rest {
        "SP" => return of(Unit::Season, Date::new(year, 3, 1).ok()?),
        "SU" => return of(Unit::Season, Date::new(year, 6, 1).ok()?),
        "FA" => return of(Unit::Season, Date::new(year, 9, 1).ok()?),
        "Q1" => return of(Unit::Quarter, january),
        "Q2" => return of(Unit::Quarter, Date::new(year, 4, 1).ok()?),
        "Q3" => return of(Unit::Quarter, Date::new(year, 7, 1).ok()?),
        "Q4" => return of(Unit::Quarter, Date::new(year, 10, 1).ok()?),
        // Which winter a year has is not known but where both are named.
        "WI" => return winter(text).and_then(|december| of(Unit::Season, december)),
        _ => {}
    }
    if rest.len() == 2 {
        return of(Unit::Month, Date::new(year, rest.parse().ok()?, 1).ok()?);
    }
    let day: Date = value.parse().ok().filter(|_| value.len() == 10)?;
    match text.to_lowercase().contains("week of") {
        true => of(Unit::Week, day),
        false => of(Unit::Day, day),
    }
}

/// The December of "the winter of 2022-23".
fn winter(text: &str) -> Option<Date> {
    let (_, years) = text.rsplit_once("winter of ")?;
    let year: i16 = years.get(..4)?.parse().ok()?;
    let end = years.get(4..)?.trim_start_matches(['-', '–', '/']);
    let end: i16 = end.get(..2)?.parse().ok()?;
    let next = year.checked_add(1)?.rem_euclid(100);
    Date::new(year, 12, 1).ok().filter(|_| end == next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(value: &str, text: &str) -> Vec<String> {
        rungs(value, text).into_iter().map(|rung| rung.words).collect()
    }

    #[test]
    fn a_day_goes_over_week_month_and_season_to_its_year() {
        let of = words("2023-05-17", "on 17 May 2023");
        assert_eq!(
            of,
            ["on 17 May 2023", "in the week of 15 May 2023", "in May 2023", "in the spring of 2023", "in 2023"]
        );
    }

    #[test]
    fn a_week_in_two_months_is_no_rung_and_a_winter_lies_in_no_year() {
        let of = words("2023-02-28", "on 28 February 2023");
        assert_eq!(of, ["on 28 February 2023", "in February 2023", "in the winter of 2022-23"]);
        // A month of that winter lies in its year all the same, and whoever knows the month knows it.
        let month = &rungs("2023-02", "")[0];
        assert!(month.also.contains(&"when:y:2023".to_owned()), "{month:?}");
        let winter = rungs("2022-WI", "in the winter of 2022-23").remove(0);
        assert_eq!(winter.key, "when:s:2022-12");
        assert!(winter.also.is_empty(), "{winter:?}");
        assert_eq!(words("2023-W09", "that week"), ["in the week of 27 February 2023", "in 2023"]);
    }

    #[test]
    fn what_names_no_span_of_the_calendar_has_no_rungs() {
        for value in ["PRESENT_REF", "P3D", "XXXX-02-14", "2023-WI", "2023-02-14T10:00", "20XX", "2023-13", ""] {
            assert_eq!(words(value, "then"), Vec::<String>::new(), "{value}");
        }
    }
}
