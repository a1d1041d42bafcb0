//! Time, of two kinds that are never mixed.
//!
//! [`Micros`] is an instant: when something was done in the house. [`CivilDate`] is what a document says of itself:
//! a day, perhaps only a month, often with no time zone. It is never completed with an invented midnight; a query
//! asks for its [`CivilDate::bounds`].

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An instant: microseconds since 1970-01-01 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Micros(pub i64);

impl fmt::Display for Micros {
    /// `2023-02-18T14:05:00Z`, to the second.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Timestamp::from_microsecond(self.0) {
            Ok(at) => write!(f, "{}", at.strftime("%Y-%m-%dT%H:%M:%SZ")),
            Err(_) => write!(f, "{} µs", self.0),
        }
    }
}

/// A date as a document states it, as precise as it was stated, in the zone it was stated in, if any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CivilDate {
    /// A year: `2023`.
    Year(i16),
    /// A month: `2023-02`.
    Month(i16, i8),
    /// A day: `2023-02-18`.
    Day(Date),
    /// A minute: `2023-02-18T14:05`, with `Z` or `+01:00` where the zone is known.
    Minute(DateTime, Option<Offset>),
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotADate(String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not a date such as 2023-02-18, 2023-02 or 2023-02-18T14:05+01:00", self.0)
    }
}

impl std::error::Error for NotADate {}

impl CivilDate {
    /// The instants it may mean, `[low, high)`. Where the zone is not known, every zone on earth is allowed for.
    pub fn bounds(&self) -> Option<(Micros, Micros)> {
        let (first, after) = match *self {
            Self::Year(year) => {
                (Date::new(year, 1, 1).ok()?.into(), Date::new(year.checked_add(1)?, 1, 1).ok()?.into())
            }
            Self::Month(year, month) => {
                let first = Date::new(year, month, 1).ok()?;
                (first.into(), first.checked_add(1.month()).ok()?.into())
            }
            Self::Day(day) => (day.into(), day.tomorrow().ok()?.into()),
            Self::Minute(at, zone) => {
                let after = at.checked_add(1.minute()).ok()?;
                if let Some(zone) = zone {
                    return Some((instant(at, zone)?, instant(after, zone)?));
                }
                (at, after)
            }
        };
        // The earliest clock on earth is at +14:00, the latest at -12:00.
        Some((instant(first, Offset::constant(14))?, instant(after, Offset::constant(-12))?))
    }

    /// The day it names, where it names one.
    pub fn day(&self) -> Option<Date> {
        match *self {
            Self::Day(day) => Some(day),
            Self::Minute(at, _) => Some(at.date()),
            Self::Year(_) | Self::Month(..) => None,
        }
    }
}

fn instant(at: DateTime, zone: Offset) -> Option<Micros> {
    zone.to_timestamp(at).ok().map(|at| Micros(at.as_microsecond()))
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Minute(at, zone) => {
                write!(f, "{}", at.strftime("%Y-%m-%dT%H:%M"))?;
                match zone {
                    None => Ok(()),
                    Some(zone) if zone.is_zero() => f.write_str("Z"),
                    Some(zone) => {
                        let minutes = zone.seconds() / 60;
                        let sign = if minutes < 0 { '-' } else { '+' };
                        write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
                    }
                }
            }
        }
    }
}

impl FromStr for CivilDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let bad = || NotADate(text.chars().take(40).collect());
        let number = |part: &str| part.parse::<i16>().map_err(|_| bad());
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        match text.len() {
            4 if plain => Ok(Self::Year(number(text)?)),
            7 if plain => {
                let (year, month) = text.split_once('-').ok_or_else(bad)?;
                let day = Date::new(number(year)?, number(month)? as i8, 1).map_err(|_| bad())?;
                Ok(Self::Month(day.year(), day.month()))
            }
            10 if plain => Ok(Self::Day(text.parse().map_err(|_| bad())?)),
            _ => {
                let (local, zone) = split_zone(text).ok_or_else(bad)?;
                let at: DateTime = local.parse().map_err(|_| bad())?;
                let at = at.date().at(at.hour(), at.minute(), 0, 0);
                Ok(Self::Minute(at, zone))
            }
        }
    }
}

/// A date and time parted from the `Z` or `±hh:mm` behind it.
fn split_zone(text: &str) -> Option<(&str, Option<Offset>)> {
    let time_at = text.find('T')?;
    if let Some(local) = text.strip_suffix('Z') {
        return Some((local, Some(Offset::UTC)));
    }
    let Some(sign_at) = text.get(time_at..)?.find(['+', '-']).map(|at| at + time_at) else {
        return Some((text, None));
    };
    let (local, zone) = text.split_at_checked(sign_at)?;
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let seconds = SignedDuration::from_mins(hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?).as_secs();
    let seconds = if zone.starts_with('-') { -seconds } else { seconds };
    Some((local, Some(Offset::from_seconds(i32::try_from(seconds).ok()?).ok()?)))
}

impl Serialize for CivilDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CivilDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_stays_as_precise_as_it_was_stated() {
        for text in ["2023", "2023-02", "2023-02-18", "2023-02-18T14:05", "2023-02-18T14:05Z", "2023-02-18T14:05-05:30"]
        {
            assert_eq!(text.parse::<CivilDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn an_impossible_date_is_refused_by_name() {
        for text in ["2023-02-30", "2023-13", "yesterday", "", "2023-2-1", "2023-02-18T25:00", "20é3"] {
            assert_eq!(
                text.parse::<CivilDate>().unwrap_err().to_string(),
                format!("{text:?} is not a date such as 2023-02-18, 2023-02 or 2023-02-18T14:05+01:00")
            );
        }
    }

    #[test]
    fn a_day_without_a_zone_lasts_from_the_first_clock_on_earth_to_the_last() {
        let (low, high) = "2023-02-18".parse::<CivilDate>().unwrap().bounds().unwrap();
        assert_eq!((low.to_string(), high.to_string()), ("2023-02-17T10:00:00Z".into(), "2023-02-19T12:00:00Z".into()));
        let (low, high) = "2023-02-18T14:05+01:00".parse::<CivilDate>().unwrap().bounds().unwrap();
        assert_eq!((low.to_string(), high.to_string()), ("2023-02-18T13:05:00Z".into(), "2023-02-18T13:06:00Z".into()));
    }
}
