//! Dates as documents state them, each as precise as it is stated.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use record::time::CivilDate;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The date that a whole field states, in any of the notations in use: `2020-01-05`, `2020-01-05T09:30:00+01:00`,
/// `20200105`, `Sun, 05 Jan 2020 09:30:00 +0100`, `5 January 2020`, `January 5, 2020`, `January 2020`, `2020`, `18.02.2020`,
/// `02/18/2020`. One of digits only, in which day and month could be taken for each other (`05/01/2020`), is taken for none.
pub(crate) fn civil(text: &str) -> Option<CivilDate> {
    let text = text.trim();
    if text.is_empty() || text.len() > 100 {
        return None;
    }
    iso(text).or_else(|| in_figures(text)).or_else(|| in_words(text))
}

/// `2020`, `2020-01`, `2020-01-05`, `2020/01/05`, `20200105`, each with an optional time and zone.
fn iso(text: &str) -> Option<CivilDate> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (year, month, day, rest) = match digits {
        8 if text.len() == 8 || text.as_bytes().get(8) == Some(&b'T') => {
            (text.get(..4)?, text.get(4..6)?, text.get(6..8)?, text.get(8..)?)
        }
        4 => {
            let (year, rest) = text.split_at_checked(4)?;
            if rest.is_empty() {
                return Some(CivilDate::Year(plausible(year)?));
            }
            let sign = rest.chars().next().filter(|sign| matches!(sign, '-' | '/' | '.'))?;
            let rest = rest.get(1..)?;
            let (month, rest) = number(rest)?;
            let Some(rest) = rest.strip_prefix(sign) else {
                let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
                return rest.is_empty().then_some(CivilDate::Month(plausible(year)?, month));
            };
            let (day, rest) = number(rest)?;
            (year, month, day, rest)
        }
        _ => return None,
    };
    let date = Date::new(plausible(year)?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(with_time(date, rest))
}

/// `18.02.2020`, `18/02/2020`, `02/18/2020`, each with an optional time: where only one of the two can be the month.
fn in_figures(text: &str) -> Option<CivilDate> {
    let (one, rest) = number(text)?;
    let sign = rest.chars().next().filter(|sign| matches!(sign, '-' | '/' | '.'))?;
    let (other, rest) = number(rest.strip_prefix(sign)?)?;
    let (year, rest) = rest.strip_prefix(sign)?.split_at_checked(4)?;
    if rest.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    let (one, other): (i8, i8) = (one.parse().ok()?, other.parse().ok()?);
    let (day, month) = match (one > 12, other > 12) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ if one == other => (one, other),
        _ => return None,
    };
    Some(with_time(Date::new(plausible(year)?, month, day).ok()?, rest))
}

/// One or two digits and what is behind them.
fn number(text: &str) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) { text.split_at_checked(digits) } else { None }
}

/// Documents are younger than printing, and not from the far future.
fn plausible(year: &str) -> Option<i16> {
    year.parse().ok().filter(|year| (1450..=2200).contains(year))
}

/// A day, made more precise by the time in `rest` where one stands there.
fn with_time(date: Date, rest: &str) -> CivilDate {
    time(rest).map_or(CivilDate::Day(date), |(hour, minute, zone)| {
        DateTime::new(date.year(), date.month(), date.day(), hour, minute, 0, 0)
            .map_or(CivilDate::Day(date), |at| CivilDate::Minute(at, zone))
    })
}

/// A time of day with its zone: `T09:30:00.000Z`, ` 9:30 pm`, `, 09:30 +0100`.
fn time(text: &str) -> Option<(i8, i8, Option<Offset>)> {
    let colon = text.find(':')?;
    let before = text.get(..colon)?;
    let from = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let mut hour: i8 = before.get(from..)?.parse().ok()?;
    let rest = text.get(colon + 1..)?;
    let minute: i8 = rest.get(..2)?.parse().ok()?;
    // Seconds and parts of them say more than is kept.
    let rest =
        rest.get(2..)?.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, ':' | '.')).trim();
    let lower = rest.to_ascii_lowercase();
    let rest = match lower.get(..2) {
        Some("pm") => {
            hour = if hour < 12 { hour + 12 } else { hour };
            rest.get(2..)?
        }
        Some("am") => {
            hour = if hour == 12 { 0 } else { hour };
            rest.get(2..)?
        }
        _ => rest,
    };
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| (hour, minute, zone(rest.trim())))
}

fn zone(text: &str) -> Option<Offset> {
    let word: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let numbers = text.trim_start_matches(|sign: char| sign.is_ascii_alphabetic() || matches!(sign, '(' | ' '));
    match word.to_ascii_uppercase().as_str() {
        "Z" | "UT" => return Some(Offset::UTC),
        "UTC" | "GMT" if !numbers.starts_with(['+', '-']) => return Some(Offset::UTC),
        "" | "UTC" | "GMT" => {}
        _ => return None,
    }
    let negative = numbers.starts_with('-');
    let digits: String = numbers
        .strip_prefix(['+', '-'])?
        .chars()
        .filter(|sign| *sign != ':')
        .take_while(char::is_ascii_digit)
        .collect();
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4).map_or(Some(0), |minutes| minutes.parse().ok())?;
    let seconds = hours * 3600 + minutes * 60;
    Offset::from_seconds(if negative { -seconds } else { seconds }).ok()
}

/// A date with its month in words.
fn in_words(text: &str) -> Option<CivilDate> {
    let lower = text.to_lowercase();
    let mut words = lower
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '.' | '-' | '/' | '|' | '·' | '(' | ')'))
        .filter(|word| !word.is_empty());
    let mut before: Option<&str> = None;
    let month = loop {
        let word = words.next()?;
        if let Some(month) = month(word) {
            break month;
        }
        before = Some(word);
    };
    let day = |word: &str| {
        let digits = word.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
        let suffix = word.get(digits.len()..).unwrap_or_default();
        let day: Option<i8> = digits.parse().ok().filter(|day| (1..=31).contains(day));
        day.filter(|_| matches!(suffix, "" | "st" | "nd" | "rd" | "th"))
    };
    let is_year = |word: &str| if word.len() == 4 { plausible(word) } else { None };
    let after = words.next();
    let (day, year) = match (before.and_then(day), after) {
        (Some(first), Some(after)) if is_year(after).is_some() => (Some(first), is_year(after)),
        (_, Some(after)) if is_year(after).is_some() => (None, is_year(after)),
        (_, Some(after)) => (day(after), words.next().and_then(is_year)),
        (_, None) => (None, None),
    };
    let year = year?;
    let Some(day) = day else {
        return Some(CivilDate::Month(year, month));
    };
    let date = Date::new(year, month, day).ok()?;
    // The time stands behind the year.
    let behind = text.find(&year.to_string()).and_then(|at| text.get(at + 4..)).unwrap_or_default();
    Some(with_time(date, behind))
}

fn month(word: &str) -> Option<i8> {
    const FULL: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = FULL
        .iter()
        .zip(MONTHS)
        .position(|(full, short)| word == *full || word == short || word == "sept" && short == "sep")?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(civil(text).map(|date| date.to_string()).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_date_stays_as_precise_as_it_was_stated() {
        check("2020", Some("2020"));
        check("2020-01", Some("2020-01"));
        check("January 2020", Some("2020-01"));
        check("2020-01-05", Some("2020-01-05"));
        check("20200105", Some("2020-01-05"));
        check("2020/1/5", Some("2020-01-05"));
        check("2020-01-05T09:30:12.345Z", Some("2020-01-05T09:30Z"));
        check("2020-01-05 09:30", Some("2020-01-05T09:30"));
        check("2020-01-05T09:30:00+0100", Some("2020-01-05T09:30+01:00"));
        check("2020-01-05T09:30:00-05:30", Some("2020-01-05T09:30-05:30"));
    }

    #[test]
    fn a_date_in_figures_is_read_where_only_one_of_them_can_be_the_month() {
        check("18.02.2023", Some("2023-02-18"));
        check("18/02/2023 09:30", Some("2023-02-18T09:30"));
        check("02/18/2023", Some("2023-02-18"));
        check("3-3-2023", Some("2023-03-03"));
        for text in ["05/01/2020", "31.02.2023", "18.19.2023", "18.02.20235", "18.02/2023", "18.02.23"] {
            check(text, None);
        }
    }

    #[test]
    fn dates_in_words_are_read_in_both_orders() {
        check("5 January 2020", Some("2020-01-05"));
        check("January 5, 2020", Some("2020-01-05"));
        check("Sunday, January 5, 2020", Some("2020-01-05"));
        check("Published on 5th Jan. 2020", Some("2020-01-05"));
        check("Sun, 05 Jan 2020 09:30:00 +0100", Some("2020-01-05T09:30+01:00"));
        check("Sun, 05 Jan 2020 09:30:00 GMT", Some("2020-01-05T09:30Z"));
        check("January 5, 2020 at 9:30 pm", Some("2020-01-05T21:30"));
        check("Sept 3, 2019, 12:05 am UTC", Some("2019-09-03T00:05Z"));
    }

    #[test]
    fn what_could_be_two_dates_is_none() {
        for text in ["05/01/2020", "", "yesterday", "2020-13-01", "99999999", "May", "the 5th", "3000", "é2020"] {
            check(text, None);
        }
    }
}
