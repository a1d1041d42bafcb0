//! Moments as people write them, in a zone of theirs.

use std::str::FromStr;

use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::{Disambiguation, Offset};
use record::time::Micros;

/// A moment that was written on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment(record::release::Moment);

impl Moment {
    /// When.
    pub fn at(&self) -> Micros {
        self.0.at
    }

    /// With the way it was written.
    pub fn whole(&self) -> record::release::Moment {
        self.0.clone()
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "{text:?} is not a moment such as 2030-02-24T09:00Z, 2030-02-24T10:00+01:00 or 2030-02-24T10:00[Europe/Berlin]; the zone \
                 is needed, since it is never guessed"
            )
        };
        let written = text.trim();
        let timestamp = match written.contains('[') {
            // A time that the clocks of the zone leave out, or have twice, is no moment.
            true => DateTimeParser::new()
                .disambiguation(Disambiguation::Reject)
                .parse_zoned_datetime(written)
                .map_err(|_| wrong())?
                .timestamp(),
            false => written.parse::<jiff::Timestamp>().or_else(|_| short(written)).map_err(|_| wrong())?,
        };
        Ok(Self(record::release::Moment { at: Micros(timestamp.as_microsecond()), written: written.to_owned() }))
    }
}

/// `2030-02-24T09:00Z`, without seconds.
fn short(text: &str) -> Result<jiff::Timestamp, jiff::Error> {
    match text.strip_suffix('Z') {
        Some(time) => Offset::UTC.to_timestamp(time.parse::<jiff::civil::DateTime>()?),
        None => {
            let (time, offset) = (text.get(..16).unwrap_or_default(), text.get(16..).unwrap_or_default());
            format!("{time}:00{offset}").parse()
        }
    }
}

/// When something is due, for a person: what is left, or how long it is past.
pub fn left(at: Micros, now: Micros) -> String {
    let minutes = at.0.saturating_sub(now.0) / 60_000_000;
    let (past, minutes) = (minutes < 0, minutes.abs());
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let said = match (days, hours) {
        (0, 0) => format!("{rest} min"),
        (0, hours) => format!("{hours} h {rest} min"),
        (days, hours) => format!("{days} d {hours} h"),
    };
    if past { format!("{said} ago") } else { format!("in {said}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_with_its_zone_and_not_without() {
        let at = |text: &str| text.parse::<Moment>().map(|moment| moment.at().to_string());
        for text in [
            "2030-02-24T14:00Z",
            "2030-02-24T14:00:00Z",
            "2030-02-24T15:00+01:00",
            "2030-02-24T15:00[Europe/Berlin]",
            "2030-02-24T09:00[America/New_York]",
        ] {
            assert_eq!(at(text).as_deref(), Ok("2030-02-24T14:00:00Z"), "{text}");
        }
        for text in ["2030-02-24T14:00", "2030-02-24", "soon", "", "2030-02-24T14:00[Mars/Phobos]", "2030-02-30T14:00Z"]
        {
            assert!(at(text).unwrap_err().contains("is not a moment such as"), "{text}");
        }
        // The hour that is left out in spring, and the one that comes twice in autumn, unless it is said which.
        for text in ["2030-03-31T02:30[Europe/Berlin]", "2030-10-27T02:30[Europe/Berlin]"] {
            assert!(at(text).is_err(), "{text}");
        }
        assert_eq!(at("2030-10-27T02:30+01:00[Europe/Berlin]").as_deref(), Ok("2030-10-27T01:30:00Z"));
    }

    #[test]
    fn what_is_left_is_said_in_what_a_person_counts_in() {
        let minutes = |count: i64| Micros(count * 60_000_000);
        assert_eq!(left(minutes(3000), minutes(0)), "in 2 d 2 h");
        assert_eq!(left(minutes(61), minutes(0)), "in 1 h 1 min");
        assert_eq!(left(minutes(0), minutes(5)), "5 min ago");
    }
}
