//! Calendar days and the many ways in which people write them.

use super::numbers::ordinal_words;
use super::prng::Prng;

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Date {
    pub year: u64,
    pub month: usize,
    pub day: u64,
}

pub const MONTHS: [&str; 12] = [
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
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// How many ways of writing `Date::write` knows.
pub const STYLES: usize = 14;

impl Date {
    /// A day between 2016 and 2025.
    pub fn random(r: &mut Prng) -> Date {
        Date { year: r.range(2016, 2025), month: r.below(12) + 1, day: r.range(1, 28) }
    }

    /// The day of the week, 0 for Sunday (Sakamoto's rule).
    fn weekday(&self) -> usize {
        const SHIFT: [u64; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let y = if self.month < 3 { self.year - 1 } else { self.year };
        ((y + y / 4 - y / 100 + y / 400 + SHIFT[self.month - 1] + self.day) % 7) as usize
    }

    /// The season, for sentences that generalise.
    pub fn season(&self) -> &'static str {
        match self.month {
            3..=5 => "spring",
            6..=8 => "summer",
            9..=11 => "autumn",
            _ => "winter",
        }
    }

    /// The name of the month.
    pub fn month_name(&self) -> &'static str {
        MONTHS[self.month - 1]
    }

    /// The date in one of the `STYLES` ways of writing.
    pub fn write(&self, style: usize) -> String {
        let (d, m, y) = (self.day, self.month, self.year);
        let name = MONTHS[m - 1];
        let short = &name[..3];
        let th = suffix(d);
        match style {
            0 => format!("{d} {name} {y}"),
            1 => format!("{name} {d}, {y}"),
            2 => format!("{y}-{m:02}-{d:02}"),
            3 => format!("{d:02}.{m:02}.{:02}", y % 100),
            4 => format!("{d:02}/{m:02}/{y}"),
            5 => format!("{name} {d}{th}"),
            6 => format!("{d}{th} of {name} {y}"),
            7 => format!("{d} {short} {y}"),
            8 => format!("the {} of {name} {y}", ordinal_words(d)),
            9 => format!("{}, {d} {name} {y}", WEEKDAYS[self.weekday()]),
            10 => format!("{d}.{m}.{y}"),
            11 => format!("{d:02}{}{:02}", short.to_uppercase(), y % 100),
            12 => format!("{y}{m:02}{d:02}"),
            _ => format!("{d}.{}.{y}", ROMAN[m - 1]),
        }
    }

    /// The date as reports mostly write it.
    pub fn usual(&self, r: &mut Prng) -> (usize, String) {
        let style = *r.pick(&[0, 0, 0, 0, 1, 1, 2, 7, 3, 6]);
        (style, self.write(style))
    }
}

/// The letters after an ordinal number.
pub fn suffix(n: u64) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
