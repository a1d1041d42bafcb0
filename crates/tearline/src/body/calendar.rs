//! The calendar of a case: what is due when, as JSON and as iCalendar (RFC 5545).

use casefile::release::DisclosureRow;
use casefile::{Frame, IndicatorRow};
use record::time::{CivilDate, Micros};
use serde::Serialize;
use utoipa::ToSchema;

/// Something that is due.
#[derive(Debug, Serialize, ToSchema)]
pub struct Due {
    /// Its id: of the case, the indicator or the disclosure, with what of it is due.
    pub id: String,
    /// horizon, window, wanted, embargo, expires or against.
    pub kind: &'static str,
    /// When: a day, a month, a year, or a moment.
    pub when: String,
    /// What, in words.
    pub what: String,
    /// The day, for programs that know no others: the last one of a month or a year.
    #[serde(skip)]
    pub day: Option<jiff::civil::Date>,
    /// The moment, where it is one.
    #[serde(skip)]
    pub moment: Option<Micros>,
}

/// What is due in a case, the earliest first.
pub fn calendar(case: &str, frame: &Frame, indicators: &[IndicatorRow], disclosures: &[DisclosureRow]) -> Vec<Due> {
    let mut all = Vec::new();
    let mut day = |id: String, kind, date: CivilDate, what: String| {
        all.push(Due { id, kind, when: date.to_string(), what, day: last_day(date), moment: None });
    };
    if let Some(on) = frame.horizon {
        let how = frame.how.clone().unwrap_or_default();
        day(format!("{case}-horizon"), "horizon", on, format!("The question is asked until then; decided by: {how}"));
    }
    for row in indicators {
        if let Some(until) = row.indicator.until {
            let what = format!("The window closes: {}", row.indicator.text);
            day(format!("{}-window", row.indicator.id), "window", until, what);
        }
    }
    for row in disclosures {
        let Some(schedule) = &row.disclosure.schedule else { continue };
        let purpose = &row.disclosure.purpose;
        let known = [
            ("wanted", "Wanted", &schedule.wanted),
            ("embargo", "The embargo ends", &schedule.embargo),
            ("expires", "Not to be relied on any more", &schedule.expires),
        ];
        let id = row.disclosure.id;
        let mut moment = |id: String, kind, at: Micros, when: String, what| {
            all.push(Due { id, kind, when, what, day: None, moment: Some(at) });
        };
        for (kind, said, at) in known.into_iter().filter_map(|(kind, said, at)| Some((kind, said, at.as_ref()?))) {
            moment(format!("{id}-{kind}"), kind, at.at, at.written.clone(), format!("{said}: {purpose}"));
        }
        for (place, (name, at)) in schedule.against.iter().enumerate() {
            moment(format!("{id}-against-{place}"), "against", at.at, at.written.clone(), format!("{name}: {purpose}"));
        }
    }
    all.sort_by_key(|due| due.moment.map(|at| at.0).or_else(|| low(due.day?)));
    all
}

fn low(day: jiff::civil::Date) -> Option<i64> {
    CivilDate::Day(day).bounds().map(|(low, _)| low.0)
}

fn last_day(date: CivilDate) -> Option<jiff::civil::Date> {
    match date {
        CivilDate::Year(year) => jiff::civil::Date::new(year, 12, 31).ok(),
        CivilDate::Month(year, month) => {
            jiff::civil::Date::new(year, month, 1).ok().map(jiff::civil::Date::last_of_month)
        }
        other => other.day(),
    }
}

/// The calendar as iCalendar. Every entry is stamped with its own time, so that the same calendar has the same bytes.
pub fn ics(all: &[Due]) -> Vec<u8> {
    let mut out = String::new();
    let mut line = |text: &str| fold(text, &mut out);
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tearline//Tearline//EN"] {
        line(text);
    }
    for due in all {
        let start = match (due.moment, due.day) {
            (Some(at), _) => format!("DTSTART:{}", stamp(at)),
            (None, Some(day)) => format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")),
            (None, None) => continue,
        };
        let stamped = due.moment.or_else(|| Some(Micros(low(due.day?)?))).map(stamp).unwrap_or_default();
        line("BEGIN:VEVENT");
        line(&format!("UID:{}@tearline", due.id));
        line(&format!("DTSTAMP:{stamped}"));
        line(&start);
        line(&format!("SUMMARY:{}", escaped(&due.what)));
        line(&format!("CATEGORIES:{}", due.kind));
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out.into_bytes()
}

fn stamp(at: Micros) -> String {
    jiff::Timestamp::from_microsecond(at.0).map(|at| at.strftime("%Y%m%dT%H%M%SZ").to_string()).unwrap_or_default()
}

/// Text as RFC 5545 writes it (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// A line of at most 75 bytes; what is longer goes on behind a space (section 3.1).
fn fold(text: &str, out: &mut String) {
    let mut width = 0;
    for sign in text.chars() {
        if width + sign.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(sign);
        width += sign.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_folds_long_lines_and_escapes_what_would_end_a_field() {
        let what = "a; b, c\\d\n".to_owned() + &"ü".repeat(60);
        let due = Due {
            id: "1".to_owned(),
            kind: "horizon",
            when: "2030-12".to_owned(),
            what,
            day: last_day("2030-12".parse().unwrap()),
            moment: None,
        };
        let text = String::from_utf8(ics(&[due])).unwrap();
        assert!(text.contains("DTSTART;VALUE=DATE:20301231\r\n"));
        assert!(text.contains("SUMMARY:a\\; b\\, c\\\\d\\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
    }
}
