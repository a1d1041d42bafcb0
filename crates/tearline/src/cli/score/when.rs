//! When a forecast in a file was given.
//!
//! What is compared is the moment: two zones may write one day's last word with the smaller hour. Numbers have no unit that anybody
//! stated, so that they are in an order among themselves and in none with dates.

use std::cmp::Ordering;

use record::time::CivilDate;

/// A timestamp as it can be compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum When {
    /// A number, of whatever unit.
    Number(f64),
    /// A moment, in nanoseconds of Unix time; what has no zone is in UTC, and what has no time begins the day.
    Moment(i128),
}

impl When {
    /// What a timestamp says; `None` where it cannot be read.
    pub(super) fn read(text: &str) -> Option<Self> {
        if let Ok(number) = text.parse::<f64>() {
            return number.is_finite().then_some(Self::Number(number));
        }
        if let Ok(moment) = text.parse::<jiff::Timestamp>() {
            return Some(Self::Moment(moment.as_nanosecond()));
        }
        if let Ok(local) = text.parse::<jiff::civil::DateTime>() {
            return Some(Self::Moment(jiff::tz::Offset::UTC.to_timestamp(local).ok()?.as_nanosecond()));
        }
        let (first, _) = text.parse::<CivilDate>().ok()?.bounds()?;
        Some(Self::Moment(i128::from(first.0) * 1000))
    }

    /// Whether the other can be compared with it.
    pub(super) fn is_like(self, other: Self) -> bool {
        matches!((self, other), (Self::Number(_), Self::Number(_)) | (Self::Moment(_), Self::Moment(_)))
    }

    /// Which was first.
    pub(super) fn order(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.total_cmp(&other),
            (Self::Moment(one), Self::Moment(other)) => one.cmp(&other),
            (Self::Number(_), Self::Moment(_)) => Ordering::Less,
            (Self::Moment(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_same_however_its_zone_writes_it() {
        let order = |one: &str, other: &str| When::read(one).unwrap().order(When::read(other).unwrap());
        assert_eq!(order("2030-01-01T01:00:00+05:00", "2030-01-01T00:30:00Z"), Ordering::Less);
        assert_eq!(order("2030-01-01T00:00:00Z", "2030-01-01"), Ordering::Equal);
        assert_eq!(order("2030-01-01 09:00", "2030-01-01T09:00Z"), Ordering::Equal);
        assert_eq!(order("2030-01", "2030-01-02"), Ordering::Less);
        assert_eq!(order("9", "10"), Ordering::Less);
        for bad in ["", "yesterday", "01/02/2030", "NaN", "inf", "2030-13-01"] {
            assert_eq!(When::read(bad), None, "{bad}");
        }
    }
}
