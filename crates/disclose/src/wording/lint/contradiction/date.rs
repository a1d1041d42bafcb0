//! When: dates as precise as they are written. One agrees with another where nothing that both say differs.

use std::ops::Range;

use super::super::text::Text;
use super::{About, Contradiction, words};

const MONTHS: [(&str, &str); 12] = [
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Words before a month or a year that stands alone.
const BEFORE: &str =
    "in of since by until till from to before after during through early late mid last next this around";

/// A date; what is not said is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Date {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    weekday: Option<u8>,
}

impl Date {
    /// Whether both say something of the same kind.
    fn meets(&self, other: &Self) -> bool {
        let both = |one: bool, two: bool| one && two;
        both(self.year.is_some(), other.year.is_some())
            || both(self.month.is_some(), other.month.is_some())
            || both(self.weekday.is_some(), other.weekday.is_some())
    }

    fn agrees(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(one: &Option<T>, two: &Option<T>) -> bool {
            one.is_none() || two.is_none() || one == two
        }
        same(&self.year, &other.year)
            && same(&self.month, &other.month)
            && same(&self.day, &other.day)
            && same(&self.weekday, &other.weekday)
    }
}

pub(super) fn find(fuller: &Text<'_>, shorter: &Text<'_>) -> Option<Contradiction> {
    let (known, said) = (dates(fuller), dates(shorter));
    said.iter().find_map(|(date, range)| {
        let mut near = known.iter().filter(|(other, _)| date.meets(other)).peekable();
        let (_, first) = *near.peek()?;
        let held = near.any(|(other, _)| date.agrees(other));
        (!held).then(|| Contradiction {
            about: About::Date,
            fuller: words(fuller, first.clone()),
            shorter: words(shorter, range.clone()),
        })
    })
}

/// The places that dates take up, so that their numbers are not taken for figures.
pub(super) fn places(text: &Text<'_>) -> Vec<Range<usize>> {
    dates(text).into_iter().map(|(_, range)| range).collect()
}

fn dates(text: &Text<'_>) -> Vec<(Date, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0_usize;
    while at < text.words.len() {
        let hit = iso(text, at).or_else(|| told(text, at)).or_else(|| alone(text, at));
        match hit {
            Some((date, length)) => {
                let end = at.saturating_add(length.max(1));
                found.push((date, at..end));
                at = end;
            }
            None => at = at.saturating_add(1),
        }
    }
    found
}

/// `2031-05-04`
fn iso(text: &Text<'_>, at: usize) -> Option<(Date, usize)> {
    let next = |by: usize| text.word(at.saturating_add(by));
    let dashed = |by: usize| {
        let (before, word) =
            (text.words.get(at.saturating_add(by).saturating_sub(1)), text.words.get(at.saturating_add(by)));
        before.zip(word).is_some_and(|(before, word)| text.between(before.span.end, word.span.start) == "-")
    };
    let year = year(next(0))?;
    if !(dashed(1) && dashed(2) && next(1).len() == 2 && next(2).len() == 2) {
        return None;
    }
    let (month, day) = (next(1).parse().ok().filter(|month| (1..=12).contains(month))?, day(next(2))?);
    Some((Date { year: Some(year), month: Some(month), day: Some(day), weekday: None }, 3))
}

/// `4 May 2031`, `May 4, 2031`, `May 2031`, `4 May`, `May 4`; `May` alone where a word before it says that it is a month.
fn told(text: &Text<'_>, at: usize) -> Option<(Date, usize)> {
    let next = |by: usize| text.word(at.saturating_add(by));
    if let (Some(day), Some(month)) = (day(next(0)), month(text, at.saturating_add(1))) {
        let year = year(next(2));
        let length = if year.is_some() { 3 } else { 2 };
        return Some((Date { year, month: Some(month), day: Some(day), weekday: None }, length));
    }
    let month = month(text, at)?;
    let with = |year, day, length| Some((Date { year, month: Some(month), day, weekday: None }, length));
    if let Some(year) = year(next(1)) {
        return with(Some(year), None, 2);
    }
    if let Some(day) = day(next(1)) {
        let year = year(next(2));
        return with(year, Some(day), if year.is_some() { 3 } else { 2 });
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    // May and March are words of their own.
    let unsure = matches!(text.word(at), "may" | "march" | "mar");
    if unsure && !is_before(before) { None } else { with(None, None, 1) }
}

/// A day of the week, or a year behind a word that says that it is one.
fn alone(text: &Text<'_>, at: usize) -> Option<(Date, usize)> {
    let word = text.word(at);
    if let Some(weekday) = DAYS.iter().zip(0_u8..).find(|(day, _)| **day == word).map(|(_, number)| number) {
        return is_capital(text, at).then_some((Date { weekday: Some(weekday), ..Date::default() }, 1));
    }
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let year = year(word).filter(|_| is_before(before))?;
    Some((Date { year: Some(year), ..Date::default() }, 1))
}

fn is_before(word: &str) -> bool {
    BEFORE.split_ascii_whitespace().any(|before| before == word)
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..2100).contains(year))
}

fn day(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day))
}

fn month(text: &Text<'_>, at: usize) -> Option<u8> {
    let word = text.word(at);
    let number = MONTHS
        .iter()
        .zip(1_u8..)
        .find(|((name, short), _)| word == *name || word == *short || (word == "sept" && *short == "sep"));
    number.map(|(_, number)| number).filter(|_| is_capital(text, at))
}

fn is_capital(text: &Text<'_>, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| word.span.of(text.raw).starts_with(char::is_uppercase))
}
