//! What an expression says before it is known when that is: the calendar words as they stand, not yet resolved.

use std::ops::Range;

use crate::language::times::{Falls, Modifier, Part, Season, Unit, Vague, Which};

/// An expression that was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expression {
    /// Its tokens, as a range of the document's.
    pub tokens: Range<usize>,
    /// What it says.
    pub says: Says,
    /// How exactly.
    pub modifier: Option<Modifier>,
}

/// What an expression says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Says {
    /// A date, perhaps with a time of day.
    Point(Base, Option<Clock>),
    /// So much time.
    Length(Vec<Measure>),
    /// Again and again.
    Again(Again),
    /// A time named only by where it stands to the present.
    Vague(Vague),
}

/// A quantity of a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    /// How many.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    /// So many tenths: 25 is two and a half.
    Tenths(u64),
    /// Some.
    Some,
}

impl Amount {
    /// A whole number.
    pub(super) fn whole(number: u32) -> Self {
        Self::Tenths(u64::from(number) * 10)
    }

    /// The number, where it is a whole one.
    pub(super) fn count(self) -> Option<i32> {
        match self {
            Self::Tenths(tenths) if tenths % 10 == 0 => i32::try_from(tenths / 10).ok(),
            _ => None,
        }
    }
}

/// What is done again and again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Again {
    /// Every so many units.
    Unit(Measure),
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every weekday of a name.
    Weekday(i8),
    /// Every month of a name.
    Month(i8),
    /// Every season of a name.
    Season(Season),
    /// Every part of the day.
    Part(Part),
    /// Every weekend.
    Weekend,
}

/// Which stretch of the calendar is spoken of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Base {
    /// None: only a time of day.
    None,
    /// A date of the calendar with what is said of it.
    Calendar(Calendar),
    /// A weekday.
    Weekday(i8, Option<Which>),
    /// A month of the calendar by a word before it: `last June`.
    Month(i8, Which),
    /// A day counted from that of the document.
    Day(i8),
    /// A unit by a word before it: `last week`.
    Unit(Unit, Which),
    /// So many units from another time.
    Shift(Measure, From),
    /// A season.
    Season(Season, Reckoned),
    /// A quarter.
    Quarter(i8, Reckoned),
    /// A half of a year.
    Half(i8, Reckoned),
    /// The quarter or period spoken of, in another year: `the year-earlier period`.
    PeriodOf(Reckoned),
    /// A decade by its digits: 9 for the nineties of this or that century, or whole.
    Decade(i32),
    /// A decade of a century that is not said.
    DecadeOf(u8),
    /// A century.
    Century(i32),
    /// A holiday.
    Holiday(Falls, Reckoned),
    /// The n-th day of the month spoken of.
    DayOfMonth(i8),
}

/// A date with what is said of it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Calendar {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day, 1 to 31; not yet known to be a day of that month.
    pub day: Option<i8>,
    /// Which year, by a word.
    pub which: Option<Which>,
}

/// How the year of a season or quarter is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reckoned {
    /// Not at all.
    Unsaid,
    /// By its number.
    Year(i32),
    /// By a word: `last summer`, `this year's third quarter`.
    Which(Which),
}

/// From where a shift is counted, and to which side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum From {
    /// Back from the document.
    Ago,
    /// On from the document.
    Hence,
    /// Back from the time spoken of.
    Earlier,
    /// On from the time spoken of.
    Later,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Clock {
    /// Hours, minutes if said, hours from Greenwich if known.
    At(i8, Option<i8>, Option<i8>),
    /// A part of the day.
    Part(Part),
}
