//! The rows that are written by hand: `tables/actors-additions.tsv`, one line for each name with all its aliases.

use std::path::Path;

use read::actor::Country;
use read::actor::table::Kind;

use super::{Row, row};
use crate::failure::Failure;

/// Reads the rows.
///
/// # Errors
/// If the file cannot be read or a line is malformed.
pub fn rows(path: &Path) -> Result<Vec<Row>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))?;
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let made =
            of_line(line).map_err(|what| Failure::new(format!("{}: line {}: {what}", path.display(), number + 1)))?;
        rows.extend(made);
    }
    Ok(rows)
}

fn of_line(line: &str) -> Result<Vec<Row>, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default().trim();
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == cell(0));
    let kind = kind.ok_or_else(|| format!("{:?} is no kind", cell(0)))?;
    let country = match cell(2) {
        "" => None,
        code => Some(Country::of(code).ok_or_else(|| format!("{code:?} is no country: it has three capitals"))?),
    };
    let (from, to) = (day(cell(5))?, day(cell(6))?);
    if from != 0 && to != 0 && from > to {
        return Err("the office ends before it begins".to_owned());
    }
    let aliases: Vec<&str> = cell(3).split('|').map(str::trim).filter(|alias| !alias.is_empty()).collect();
    if aliases.is_empty() || cells.len() > 7 {
        return Err("it has no alias, or too many columns".to_owned());
    }
    let one = |alias: &&str| {
        // Towns and regions of one state stand in one line, each under its own name.
        let name = if cell(1).is_empty() { alias } else { cell(1) };
        Row { role: cell(4).to_owned(), from, to, ..row(kind, name, alias, country) }
    };
    Ok(aliases.iter().map(one).collect())
}

/// A day as `yyyymmdd`.
fn day(text: &str) -> Result<u32, String> {
    if text.is_empty() {
        return Ok(0);
    }
    let date: jiff::civil::Date = text.parse().map_err(|_| format!("{text:?} is no day"))?;
    Ok(number(date.year().into(), date.month().into(), date.day().into()))
}

/// The number of a day.
pub fn number(year: i32, month: i32, day: i32) -> u32 {
    u32::try_from(year * 10_000 + month * 100 + day).unwrap_or(0)
}

/// A day as people write it.
pub fn shown(day: u32) -> String {
    if day == 0 { String::new() } else { format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_a_row_for_each_alias() {
        let rows = of_line("person\tDalia Verrin\tFRA\tDalia Verrin|Verrin\tpresident\t2020-01-02\t").unwrap();
        let shown: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.alias.as_str(), row.from, row.to)).collect();
        assert_eq!(shown, [("Dalia Verrin", "Dalia Verrin", 20_200_102, 0), ("Dalia Verrin", "Verrin", 20_200_102, 0)]);
        let towns = of_line("town\t\tFRA\tAsher|Vale").unwrap();
        assert_eq!(towns.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Asher", "Vale"]);
    }

    #[test]
    fn a_malformed_line_says_what_is_wrong_with_it() {
        let wrong = |line: &str| of_line(line).unwrap_err();
        assert_eq!(wrong("realm\tX\tFRA\tX"), "\"realm\" is no kind");
        assert_eq!(wrong("state\tX\tFR\tX"), "\"FR\" is no country: it has three capitals");
        assert_eq!(wrong("person\tX\tFRA\tX\tking\t2020-13-01"), "\"2020-13-01\" is no day");
        assert_eq!(wrong("person\tX\tFRA\tX\tking\t2020-01-02\t2019-01-01"), "the office ends before it begins");
        assert_eq!(wrong("state\tX\tFRA\t"), "it has no alias, or too many columns");
    }
}
