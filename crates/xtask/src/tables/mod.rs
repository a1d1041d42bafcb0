//! Tables of facts: made from dictionaries beside the repository and from what is written by hand, into one text that
//! people can read and one form that the program looks things up in.

mod additions;
mod phoenix;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::ValueEnum;
use read::actor::Country;
use read::actor::table::{Builder, Entry, Kind};
use read::language::EN;
use read::model::hash::folded;
use read::segment::segment;

use crate::failure::{Failure, say};
use crate::places::Places;

/// The version of the table: raised when a column or the meaning of one changes.
const VERSION: u32 = 1;

/// Which table to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Who acts in the news: states, their seats and organs, organisations, people in office
    Actors,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// What it names.
    pub kind: Kind,
    /// The name that the actor goes by.
    pub name: String,
    /// The words by which it is known.
    pub alias: String,
    /// Whose it is.
    pub country: Option<Country>,
    /// Its office or class.
    pub role: String,
    /// From when, as `yyyymmdd`, 0 for not told.
    pub from: u32,
    /// To when.
    pub to: u32,
    /// Whether it was written by hand.
    pub sure: bool,
}

/// A row from which others are made by changing some of it.
pub fn row(kind: Kind, name: &str, alias: &str, country: Option<Country>) -> Row {
    let (name, alias) = (name.to_owned(), alias.to_owned());
    Row { kind, name, alias, country, role: String::new(), from: 0, to: 0, sure: true }
}

/// Makes a table and writes it to `tables/`.
///
/// # Errors
/// If a dictionary cannot be read, a row is malformed, or a file cannot be written.
pub fn run(what: What, places: &Places) -> Result<(), Failure> {
    let What::Actors = what;
    let folder = Places::repository().join("tables");
    let mut rows = additions::rows(&folder.join("actors-additions.tsv"))?;
    rows.extend(phoenix::rows(&places.gazetteers()?, &rows)?);
    let states: BTreeSet<Country> =
        rows.iter().filter(|row| row.kind == Kind::State).filter_map(|row| row.country).collect();
    let stray = rows.iter().find(|row| row.country.is_some_and(|country| !states.contains(&country)));
    if let Some(stray) = stray {
        return Err(Failure::new(format!("{} is of a country that no row of a state has", stray.alias)));
    }
    let bytes = compiled(&rows);
    // Sorted for people; the compiled form keeps the order in which they were written.
    let mut listed: Vec<String> = rows.iter().map(line).collect();
    listed.sort();
    listed.dedup();
    let mut text = format!("# Tearline's table of actors, version {VERSION}; what it is made of stands in actors.md\n");
    text.push_str("kind\tname\talias\tcountry\trole\tfrom\tto\tsource\n");
    for line in &listed {
        let _ = writeln!(text, "{line}");
    }
    // The dictionaries of others stay out of the repository: this is for whoever wants to look at what was made of them.
    let list = Places::repository().join("target/actors.tsv");
    write(list.clone(), text.as_bytes())?;
    write(folder.join("actors.bin"), &bytes)?;
    write(folder.join("actors.md"), card(&rows, listed.len(), bytes.len()).as_bytes())?;
    say(format_args!(
        "{} rows, {} bytes compiled, listed in {}; build again",
        listed.len(),
        bytes.len(),
        list.display()
    ));
    Ok(())
}

fn write(path: PathBuf, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(&path, bytes).map_err(|error| Failure::at(&path, &error))
}

fn line(row: &Row) -> String {
    let Row { kind, name, alias, country, role, .. } = row;
    let country = country.map_or(String::new(), |country| country.to_string());
    let (from, to) = (additions::shown(row.from), additions::shown(row.to));
    let source = if row.sure { "house" } else { "phoenix" };
    format!("{}\t{name}\t{alias}\t{country}\t{role}\t{from}\t{to}\t{source}", kind.word())
}

/// The hashes of the words of a name, as the reader will see them.
fn words(name: &str) -> Vec<u64> {
    segment(name, &EN).tokens.iter().map(|token| folded(token.of(name))).collect()
}

fn compiled(rows: &[Row]) -> Vec<u8> {
    let mut builder = Builder::default();
    for row in rows {
        let letters: Vec<char> = row.alias.chars().filter(|letter| letter.is_alphabetic()).collect();
        // "Turkey" in capitals is Turkey; "US" in small letters is somebody else.
        let capitals = letters.len() <= 5 && row.alias.chars().all(char::is_uppercase);
        builder.add(
            words(&row.alias),
            &Entry {
                kind: row.kind,
                sure: row.sure,
                capitals,
                country: row.country,
                name: &row.name,
                role: &row.role,
                from: row.from,
                to: row.to,
            },
        );
    }
    builder.to_bytes()
}

fn card(rows: &[Row], listed: usize, bytes: usize) -> String {
    let mut counts: BTreeMap<(Kind, bool), usize> = BTreeMap::new();
    for row in rows {
        *counts.entry((row.kind, row.sure)).or_default() += 1;
    }
    let count = |kind, sure| counts.get(&(kind, sure)).copied().unwrap_or_default();
    let kinds: String = Kind::ALL
        .iter()
        .map(|kind| format!("| {} | {} | {} |\n", kind.word(), count(*kind, true), count(*kind, false)))
        .collect();
    format!(
        "# Actors

Who acts in the news: states with what belongs to them and their people, the towns and houses that stand for their
governments, their organs, organisations, armed groups, and people with the offices that they held.

- version: {VERSION}
- made by: `cargo xtask tables actors`
- `actors.bin`: {listed} rows, as the program looks them up, {bytes} bytes; the command lists them in `target/actors.tsv`
- `actors-additions.tsv`: what is written by hand; a row there has all aliases of one name, with `|` between them

## Columns

| column | what it holds |
|---|---|
| kind | what the alias names, see below |
| name | the name that the actor goes by; of a town or a region its own, of what stands for a state the state's |
| alias | the words by which it is known; an alias in capitals of at most five letters counts only where the text has capitals too |
| country | ISO 3166-1 alpha-3; `XKX` for Kosovo, ISO 3166-3 for states that are no more; empty for none, or for several |
| role | the office of a person, the class of an organisation |
| from, to | the days on which the office began and ended; empty where it is not told, or had not ended when the table was made |
| source | `house` for the additions, `phoenix` for the dictionaries |

An alias with rows of several countries is ambiguous (*Congo*, *Georgia*, *Korea*): the reader decides by the rest of the
document, or says that it could not. Offices of `house` are told as far as they are known for sure up to the end of 2024;
a minister who is not in the table is found as everybody else is, by what the text says. A row says what names mean in the
news; it takes no side in who should hold a territory.

| kind | house | phoenix |
|---|---|---|
{kinds}
## Sources

| source | licence | what is taken |
|---|---|---|
| additions | MIT or Apache-2.0, as the house | states with the codes of ISO 3166, adjectives, peoples, capitals, seats, towns, regions, organs, organisations, armed groups, people in office: public facts |
| Phoenix.Countries.actors.txt of petrarch2 | MIT, Open Event Data Alliance 2014 | towns, listed behind the capital of each country; people with the time for which they were of the government, the forces or the opposition; none of its names of states |
| Phoenix.International.actors.txt, Phoenix.MilNonState.actors.txt | MIT | organisations and companies with their country; armed groups |

CountryInfo (CC BY-SA 3.0) is not used itself; Phoenix.Countries says that it was in part made from it. The offices of the additions were
written from memory.
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever edits the additions and does not make the table again has changed nothing.
    #[test]
    fn what_is_written_by_hand_stands_in_the_table_as_it_was_made() {
        let rows = additions::rows(&Places::repository().join("tables/actors-additions.tsv")).unwrap();
        let table = read::actor::table::embedded().unwrap();
        let same = |row: &Row, entry: &Entry<'_>| {
            (entry.kind, entry.country, entry.name, entry.role, entry.from, entry.to)
                == (row.kind, row.country, row.name.as_str(), row.role.as_str(), row.from, row.to)
        };
        let is_in = |row: &&Row| {
            let first = table.exact(words(&row.alias).into_iter());
            first.is_some_and(|first| table.entries(first).any(|entry| same(row, &entry)))
        };
        let missing: Vec<String> = rows.iter().filter(|row| !is_in(row)).map(line).collect();
        assert!(missing.is_empty(), "run `cargo xtask tables actors`: {missing:?}");
    }

    #[test]
    fn no_state_has_two_names_and_every_name_of_a_state_is_found() {
        let rows = additions::rows(&Places::repository().join("tables/actors-additions.tsv")).unwrap();
        let table = read::actor::table::embedded().unwrap();
        for row in rows.iter().filter(|row| row.kind == Kind::State) {
            let first = table.exact(words(&row.alias).into_iter()).unwrap_or_else(|| panic!("{}", row.alias));
            assert!(table.entries(first).any(|entry| entry.country == row.country), "{}", row.alias);
        }
    }
}
