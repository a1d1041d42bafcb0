//! People of the table: who is meant by a name, and who had left office when the document was written.

use record::reading::Problem;
use record::span::Span;
use record::time::CivilDate;

use super::page::Page;
use super::table::{Entry, Kind};
use crate::language::actors::OfficeWord;

/// The first and the last day that a date may mean, as `yyyymmdd`.
pub(super) fn days(date: Option<&CivilDate>) -> Option<(u32, u32)> {
    let day = |year: i16, month: i8, day: i8| {
        u32::try_from(i32::from(year) * 10_000 + i32::from(month) * 100 + i32::from(day)).ok()
    };
    match *date? {
        CivilDate::Year(year) => Some((day(year, 1, 1)?, day(year, 12, 31)?)),
        CivilDate::Month(year, month) => Some((day(year, month, 1)?, day(year, month, 31)?)),
        CivilDate::Day(date) => day(date.year(), date.month(), date.day()).map(|day| (day, day)),
        CivilDate::Minute(at, _) => day(at.year(), at.month(), at.day()).map(|day| (day, day)),
    }
}

/// Whether a row of the table holds on a day of the document, as far as that is known.
fn holds(entry: &Entry<'_>, days: Option<(u32, u32)>) -> bool {
    days.is_none_or(|(low, high)| (entry.from == 0 || entry.from <= high) && (entry.to == 0 || low <= entry.to))
}

/// The person of the table whose name stands from a token to another.
///
/// A name that two people have is that of the one who was in office; where that tells nothing, of neither.
pub(super) fn by_name(page: &Page<'_>, first: usize, last: usize) -> Option<Entry<'static>> {
    let known = readings(page, first, last);
    let mut best: Vec<Entry<'static>> = Vec::new();
    for entry in &known {
        if !best.iter().any(|other| other.name == entry.name) {
            best.push(*entry);
        }
    }
    if best.iter().any(|entry| entry.sure) {
        best.retain(|entry| entry.sure);
    }
    if best.len() > 1 {
        let serves =
            |one: &Entry<'_>| known.iter().any(|row| row.name == one.name && row.from != 0 && holds(row, page.days));
        best.retain(serves);
    }
    match best[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// The rows of the table for a name, also where the text has an initial more than the table.
fn readings(page: &Page<'_>, first: usize, last: usize) -> Vec<Entry<'static>> {
    let Some(table) = page.hits.table() else { return Vec::new() };
    let words = page.all.word.get(first..=last).unwrap_or_default();
    let people = |row: u32| table.entries(row).filter(|entry| entry.kind == Kind::Person);
    let whole = table.exact(words.iter().copied()).map(|row| people(row).collect::<Vec<_>>()).unwrap_or_default();
    if !whole.is_empty() || words.len() < 3 {
        return whole;
    }
    let initial = |at: &usize| page.word(*at).trim_end_matches('.').chars().count() == 1;
    let short = (first..=last).filter(|at| !initial(at)).map(|at| page.hash(at));
    table.exact(short).map(|row| people(row).filter(|entry| entry.sure).collect()).unwrap_or_default()
}

/// An office, whatever it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Office {
    President,
    Premier,
    Chancellor,
    Foreign,
    Defence,
    Crown,
}

/// The office that words name: "Foreign Secretary", "minister of foreign affairs".
fn office(page: &Page<'_>, words: impl Iterator<Item = u64>) -> Option<Office> {
    let told: Vec<OfficeWord> = words.filter_map(|word| page.words().offices.get(word)).collect();
    let has = |word: OfficeWord| told.contains(&word);
    if has(OfficeWord::Vice) {
        return None;
    }
    let minister = has(OfficeWord::Minister);
    if minister && has(OfficeWord::Defence) {
        Some(Office::Defence)
    } else if minister && (has(OfficeWord::Foreign) || has(OfficeWord::State)) {
        Some(Office::Foreign)
    } else if has(OfficeWord::Prime) {
        Some(Office::Premier)
    } else if has(OfficeWord::President) {
        Some(Office::President)
    } else if has(OfficeWord::Chancellor) {
        Some(Office::Chancellor)
    } else if has(OfficeWord::Crown) {
        Some(Office::Crown)
    } else {
        None
    }
}

/// A problem where somebody is called by an office from `first` to `last` that they did not hold on the day of the document.
///
/// The table need not know all who held an office, but of those in it it knows when.
pub(super) fn out_of_office(page: &Page<'_>, person: &Entry<'static>, first: usize, last: usize) -> Option<Problem> {
    let days = page.days?;
    let table = page.hits.table()?;
    let former = |at: usize| page.words().former.get(page.hash(at)).is_some();
    if (first.saturating_sub(2)..=last).any(former) {
        return None;
    }
    let called = office(page, (first..=last).map(|at| page.hash(at)))?;
    let name = crate::segment::segment(person.name, page.language);
    let words = name.tokens.iter().map(|token| crate::model::hash::folded(token.of(person.name)));
    let row = table.exact(words)?;
    let of_word = |role: &str| office(page, role.split(' ').map(crate::model::hash::folded));
    let terms: Vec<Entry<'static>> = table
        .entries(row)
        .filter(|entry| entry.kind == Kind::Person && entry.name == person.name && of_word(entry.role) == Some(called))
        .collect();
    if terms.is_empty() || terms.iter().any(|term| holds(term, Some(days))) {
        return None;
    }
    let term = |term: &Entry<'_>| {
        let to = if term.to == 0 { String::new() } else { format!(" to {}", shown(term.to)) };
        format!("from {}{to}", shown(term.from))
    };
    let span = Span::new(page.segments.tokens[first].start, page.segments.tokens[last].end);
    Some(Problem {
        kind: "office".to_owned(),
        message: format!(
            "{} is called \"{}\", which by the table of actors was so {}, and the document is of {}; the actor is kept",
            person.name,
            span.of(page.text).split_whitespace().collect::<Vec<_>>().join(" "),
            terms.iter().map(term).collect::<Vec<_>>().join(" and "),
            shown(days.0),
        ),
        span: Some(span),
    })
}

fn shown(day: u32) -> String {
    format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100)
}

#[cfg(test)]
mod tests {
    use record::reading::Reading;

    use crate::example::head;

    fn reading(date: &str, text: &str) -> Reading {
        let mut head = head();
        head.date = date.parse().ok();
        crate::read(text, head)
    }

    fn offices(date: &str, text: &str) -> Vec<String> {
        let problems = reading(date, text).problems;
        problems.into_iter().filter(|problem| problem.kind == "office").map(|problem| problem.message).collect()
    }

    #[test]
    fn a_minister_who_had_left_is_flagged_and_kept() {
        let text = "Russian Defence Minister Sergei Shoigu arrived in Minsk on Monday.";
        assert_eq!(offices("2023-02-03", text), [""; 0]);
        assert_eq!(
            offices("2024-09-03", text),
            [
                "Sergei Shoigu is called \"Russian Defence Minister\", which by the table of actors was so from 2012-11-06 \
                to 2024-05-12, and the document is of 2024-09-03; the actor is kept"
            ]
        );
        let actors = reading("2024-09-03", text).actors;
        let actor = actors.iter().find(|actor| actor.name == "Sergei Shoigu").unwrap();
        assert_eq!(actor.country.as_deref(), Some("RUS"));
    }

    #[test]
    fn a_former_minister_and_a_document_without_a_date_are_not() {
        let text = "The former president Barack Obama arrived in Minsk.";
        assert_eq!(offices("2023-02-03", text), [""; 0]);
        assert_eq!(offices("", "President Barack Obama arrived in Minsk."), [""; 0]);
        assert_eq!(offices("2017", "President Barack Obama arrived in Minsk."), [""; 0]);
        assert_eq!(offices("2018", "President Barack Obama arrived in Minsk.").len(), 1);
    }

    #[test]
    fn a_surname_is_that_of_who_was_in_office() {
        let country = |date: &str, text: &str, name: &str| {
            let actors = reading(date, text).actors;
            actors.into_iter().find(|actor| actor.name.contains(name)).and_then(|actor| actor.country)
        };
        assert_eq!(country("2023-02-03", "Mr. Macron left on Monday.", "Macron").as_deref(), Some("FRA"));
        assert_eq!(country("2023-02-03", "Vladimir V. Putin left on Monday.", "Putin").as_deref(), Some("RUS"));
        assert_eq!(country("2023-02-03", "Mr. Verrin left on Monday.", "Verrin"), None);
    }
}
