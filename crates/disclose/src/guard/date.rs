//! Dates, however they are written.

use super::fold::{Gap, Word};
use super::number;

const MONTHS: [&str; 12] = [
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

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const MONTH_FIGURES: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// A day, as far as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    /// The year.
    pub year: Option<u16>,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month.
    pub day: Option<u8>,
}

impl Day {
    /// Whether both may be one day: what both tell of it is equal, and both tell the day.
    pub(super) fn is_same(self, other: Self) -> bool {
        let years = self.year.zip(other.year).is_none_or(|(one, other)| one == other);
        self.month == other.month && self.day.is_some() && self.day == other.day && years
    }
}

/// The days that the words may begin with, and how many words they take. `03/04` is two.
pub(super) fn date(words: &[Word]) -> Option<(Vec<Day>, usize)> {
    named(words).or_else(|| figures(words))
}

/// A whole number of figures alone.
pub(super) fn whole(text: &str) -> Option<u8> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// "3 March 2024", "March 3rd, 2024", "the third of March", "3-Mar-24", "March 2024".
fn named(words: &[Word]) -> Option<(Vec<Day>, usize)> {
    if let Some((first, mut at)) = day(words) {
        let mut all = vec![first];
        let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
        // "7-8 May", "from the seventh to the eighth of May"
        let mut next = at.saturating_add(usize::from(matches!(text(at), "to" | "until" | "till" | "and" | "or")));
        next = next.saturating_add(usize::from(text(next) == "the"));
        if let Some((second, length)) = words.get(next..).and_then(day)
            && (next > at || words.get(next).is_some_and(|word| word.before == Gap::Joined))
        {
            all.push(second);
            at = next.saturating_add(length);
        }
        at = at.saturating_add(usize::from(text(at) == "day"));
        at = at.saturating_add(usize::from(text(at) == "of"));
        if let Some(month) = words.get(at).and_then(month) {
            at = at.saturating_add(1);
            let year = words.get(at).and_then(year);
            let days = all.into_iter().map(|day| Day { year, month, day: Some(day) }).collect();
            return Some((days, at.saturating_add(usize::from(year.is_some()))));
        }
    }
    let first = words.first()?;
    let month = month(first)?;
    // "may" and "march" are months only with a capital or a day.
    let mut at = 1_usize;
    at = at.saturating_add(usize::from(words.get(at).is_some_and(|word| word.text == "the")));
    if let Some((day, length)) = words.get(at..).and_then(day)
        && words.get(at).is_some_and(|word| word.before <= Gap::Space)
    {
        at = at.saturating_add(length);
        let year = words.get(at).and_then(year);
        return Some((vec![Day { year, month, day: Some(day) }], at.saturating_add(usize::from(year.is_some()))));
    }
    let is_month = first.is_capital && (first.text.len() > 4 || first.before != Gap::Sentence);
    if !is_month {
        return None;
    }
    let year = words.get(1).and_then(year);
    Some((vec![Day { year, month, day: None }], 1_usize.saturating_add(usize::from(year.is_some()))))
}

fn day(words: &[Word]) -> Option<(u8, usize)> {
    let number = number::number(words)?;
    let value = number.values.first().copied().filter(|value| value.fract() == 0.0 && (1.0..=31.0).contains(value))?;
    // Between 1 and 31, and whole.
    let day = (1..=31_u8).find(|day| f64::from(*day) == value)?;
    Some((day, number.length))
}

fn month(word: &Word) -> Option<u8> {
    let at = MONTHS.iter().position(|month| {
        *month == word.text
            || (word.text.len() >= 3 && word.text.len() <= 4 && month.starts_with(&word.text) && word.is_capital)
    })?;
    u8::try_from(at.saturating_add(1)).ok()
}

fn year(word: &Word) -> Option<u16> {
    if word.before > Gap::Aside || !word.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match word.text.len() {
        4 => word.text.parse().ok().filter(|year| (1900..2100).contains(year)),
        2 if word.before == Gap::Joined => word.text.parse::<u16>().ok().and_then(|year| year.checked_add(2000)),
        _ => None,
    }
}

/// "2024-03-03", "03.04.24", "3/4/2024", "20240303".
fn figures(words: &[Word]) -> Option<(Vec<Day>, usize)> {
    let first = words.first()?;
    let is_figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if first.text.len() == 8 && is_figures(&first.text) {
        let (year, rest) = first.text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return Some((days(year, month, day), 1)).filter(|(days, _)| !days.is_empty());
    }
    // "05APR20"
    if let Some(start) = first.text.find(|letter: char| letter.is_ascii_alphabetic()) {
        let (figures, rest) = first.text.split_at_checked(start)?;
        let (name, year) = rest.split_at_checked(3)?;
        let month = MONTHS.iter().position(|month| month.starts_with(name)).and_then(|at| MONTH_FIGURES.get(at))?;
        let known = is_figures(figures) && (is_figures(year) && matches!(year.len(), 2 | 4));
        return Some((days(year, month, figures), 1)).filter(|(days, _)| known && !days.is_empty());
    }
    let parts: Vec<&str> = first.text.split('.').collect();
    let (parts, length) = match parts.as_slice() {
        [_, _, _] => (parts, 1),
        // "9.11."
        [one, two] if two.len() == 2 && is_figures(one) && is_figures(two) => return without_year(one, two, 1),
        [_] => {
            let joined =
                |at: usize| words.get(at).filter(|word| word.before == Gap::Joined).map(|word| word.text.as_str());
            let middle = joined(1)?;
            // "20/07"
            if joined(2).is_none() && is_figures(&first.text) && is_figures(middle) {
                return without_year(&first.text, middle, 2);
            }
            // "28.IX.1931"
            let roman = ROMAN.iter().position(|month| *month == middle).and_then(|at| MONTH_FIGURES.get(at));
            (vec![first.text.as_str(), roman.copied().unwrap_or(middle), joined(2)?], 3)
        }
        _ => return None,
    };
    let [one, two, three] = parts.as_slice() else { return None };
    if ![one, two, three].iter().all(|part| is_figures(part)) {
        return None;
    }
    let days = match (one.len(), three.len()) {
        (4, 1..=2) => days(one, two, three),
        (1..=2, 4 | 2) => {
            let mut both = days(three, two, one);
            both.extend(days(three, one, two).into_iter().filter(|day| !both.contains(day)).collect::<Vec<_>>());
            both
        }
        _ => Vec::new(),
    };
    Some((days, length)).filter(|(days, _)| !days.is_empty())
}

/// A day and a month in either order; how many words it takes is none where it may as well be something else.
fn without_year(one: &str, other: &str, length: usize) -> Option<(Vec<Day>, usize)> {
    let day = |day: &str, month: &str| {
        let month = whole(month).filter(|month| (1..=12).contains(month))?;
        let day = whole(day).filter(|day| (1..=31).contains(day))?;
        Some(Day { year: None, month, day: Some(day) })
    };
    let mut both: Vec<Day> = day(one, other).into_iter().collect();
    both.extend(day(other, one).filter(|day| !both.contains(day)));
    Some((both, length)).filter(|(both, _)| !both.is_empty())
}

fn days(year: &str, month: &str, day: &str) -> Vec<Day> {
    let year = year.parse::<u16>().ok().map(|short| if year.len() == 2 { short.saturating_add(2000) } else { short });
    let year = year.filter(|year| (1900..2100).contains(year));
    let month = whole(month).filter(|month| (1..=12).contains(month));
    let day = whole(day).filter(|day| (1..=31).contains(day));
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => vec![Day { year: Some(year), month, day: Some(day) }],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::words;
    use super::*;

    #[test]
    fn a_day_is_the_same_however_it_is_written() {
        let wanted = Day { year: Some(2024), month: 3, day: Some(4) };
        for text in [
            "4 March 2024",
            "March 4, 2024",
            "March 4th, 2024",
            "the fourth",
            "2024-03-04",
            "04.03.24",
            "4/3/2024",
            "3/4/2024",
            "20240304",
            "4-Mar-24",
            "04MAR24",
            "fourth of March 2024",
            "4th of March, 2024",
            "4.III.2024",
        ] {
            let found = date(&words(text)).map(|(days, _)| days).unwrap_or_default();
            assert_eq!(found.iter().any(|day| day.is_same(wanted)), text != "the fourth", "{text}: {found:?}");
        }
        let march = date(&words("March 2024")).unwrap();
        assert_eq!(march, (vec![Day { year: Some(2024), month: 3, day: None }], 2));
        assert_eq!(date(&words("May they come")), None);
    }
}
