//! What is taken from the Phoenix dictionaries of petrarch2 (MIT): towns, people with the time they held power,
//! organisations, armed groups.
//!
//! They list names in capitals with underscores, an entry with its variants behind it (`+`), and codes in brackets with
//! the time for which they hold. Misspelt names of states and nicknames among them are not taken, and nothing is taken
//! that the additions have.

use std::collections::BTreeSet;
use std::path::Path;

use read::actor::Country;
use read::actor::table::Kind;

use super::additions::number;
use super::{Row, row};
use crate::failure::Failure;

/// Words in capitals that no name of a person has.
const TITLES: [&str; 34] = [
    "PRESIDENT",
    "MINISTER",
    "PRIME",
    "GENERAL",
    "KING",
    "QUEEN",
    "PRINCE",
    "CHANCELLOR",
    "SECRETARY",
    "AMBASSADOR",
    "SENATOR",
    "GOVERNOR",
    "MAYOR",
    "CHIEF",
    "LEADER",
    "PARTY",
    "ARMY",
    "NATIONAL",
    "MINISTRY",
    "GOVERNMENT",
    "ACTING",
    "FORMER",
    "COLONEL",
    "MARSHAL",
    "SHEIKH",
    "SIR",
    "MR",
    "DR",
    "PREMIER",
    "DEPUTY",
    "FOREIGN",
    "DEFENSE",
    "POPE",
    "JUDGE",
];

/// An entry: its names in capitals, its codes with what follows them, and whether it is marked as from a list of people.
#[derive(Debug, Default)]
struct Found {
    names: Vec<String>,
    codes: Vec<String>,
    person: bool,
}

/// All rows that the dictionaries in `folder` add to `known`.
///
/// # Errors
/// If a file cannot be read.
pub fn rows(folder: &Path, known: &[Row]) -> Result<Vec<Row>, Failure> {
    let open = |file: &str| {
        let path = folder.join(file);
        let bytes = std::fs::read(&path).map_err(|error| Failure::at(&path, &error))?;
        Ok::<_, Failure>(entries(&String::from_utf8_lossy(&bytes)))
    };
    let taken: BTreeSet<String> = known.iter().map(|row| row.alias.to_lowercase()).collect();
    let states: BTreeSet<Country> =
        known.iter().filter(|row| row.kind == Kind::State).filter_map(|row| row.country).collect();
    let capitals: BTreeSet<String> =
        known.iter().filter(|row| row.kind == Kind::Capital).map(|row| row.alias.to_lowercase()).collect();
    let mut out = BTreeSet::new();
    for found in open("Phoenix.Countries.actors.txt")? {
        if found.person {
            out.extend(person(&found, &states));
        } else {
            out.extend(towns(&found, &states, &capitals));
        }
    }
    for found in open("Phoenix.International.actors.txt")? {
        out.extend(organisation(&found, &states));
    }
    for found in open("Phoenix.MilNonState.actors.txt")? {
        out.extend(group(&found, &states));
    }
    Ok(out.into_iter().filter(|row| !taken.contains(&row.alias.to_lowercase())).collect())
}

fn entries(text: &str) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for line in text.lines() {
        let (line, remark) = line.split_once('#').unwrap_or((line, ""));
        let (name, rest) = line.split_once('[').map_or((line, ""), |(name, rest)| (name, rest));
        let name = name.trim().trim_matches('_').replace('_', " ");
        if let Some(variant) = name.strip_prefix('+') {
            if let Some(last) = out.last_mut() {
                last.names.push(variant.trim().to_owned());
            }
        } else if !name.is_empty() {
            out.push(Found { names: vec![name], person: remark.contains("CountryInfo"), ..Found::default() });
        }
        if let Some(last) = out.last_mut() {
            let codes = rest.split('[').map(|code| code.split(']').next().unwrap_or_default().trim().to_owned());
            last.codes.extend(codes.filter(|code| !code.is_empty()));
        }
    }
    out
}

fn person(found: &Found, states: &BTreeSet<Country>) -> Vec<Row> {
    let fits = |name: &&String| {
        let words: Vec<&str> = name.split(' ').collect();
        let letters = name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '.' | '\''));
        (2..=5).contains(&words.len()) && letters && !words.iter().any(|word| TITLES.contains(word))
    };
    let names: Vec<String> = found.names.iter().filter(fits).map(|name| spelt(name)).collect();
    let Some(first) = names.first() else { return Vec::new() };
    let mut terms = BTreeSet::new();
    for code in &found.codes {
        let Some(country) = country(code, 0, states) else { continue };
        let role = match code.get(3..6).unwrap_or_default() {
            "GOV" => "government",
            "MIL" => "military",
            "OPP" => "opposition",
            "REB" | "INS" => "rebels",
            "JUD" => "judiciary",
            "LEG" => "legislature",
            "BUS" => "business",
            "SPY" => "intelligence",
            // Elites and people of whom nothing is said.
            _ => continue,
        };
        let (from, to) = term(code.split_once(' ').map_or("", |(_, term)| term.trim()));
        terms.insert((country, role, from, to));
    }
    let one = |name: &String| {
        let terms: Vec<Row> = terms
            .iter()
            .map(|(country, role, from, to)| Row {
                role: (*role).to_owned(),
                from: *from,
                to: *to,
                sure: false,
                ..row(Kind::Person, first, name, Some(*country))
            })
            .collect();
        terms
    };
    names.iter().flat_map(one).collect()
}

/// The towns of a country stand behind its capital, and the names and misspellings of the country before it.
fn towns(found: &Found, states: &BTreeSet<Country>, capitals: &BTreeSet<String>) -> Vec<Row> {
    let Some(country) = found.codes.first().filter(|code| code.len() == 3).and_then(|code| country(code, 0, states))
    else {
        return Vec::new();
    };
    let behind = found.names.iter().skip_while(|name| !capitals.contains(&name.to_lowercase())).skip(1);
    let fits = |name: &&String| {
        let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
        letters > 3
            && name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\''))
            && !name.starts_with("THE ")
    };
    behind
        .filter(fits)
        .map(|name| spelt(name))
        .map(|name| Row { sure: false, ..row(Kind::Town, &name, &name, Some(country)) })
        .collect()
}

fn organisation(found: &Found, states: &BTreeSet<Country>) -> Vec<Row> {
    let Some(code) = found.codes.first().filter(|code| !code.contains(' ') && found.codes.len() == 1) else {
        return Vec::new();
    };
    let role = match code.get(..3).unwrap_or_default() {
        "IGO" => "international",
        "NGO" | "NGM" => "civil society",
        "MNC" => "business",
        _ => return Vec::new(),
    };
    // "IGOUNO": three letters behind the first that are no state are another class.
    let country = country(code, 3, states).filter(|_| role != "international");
    let kind = if country.is_some() { Kind::Organ } else { Kind::Organisation };
    named(found, kind, country, role)
}

fn group(found: &Found, states: &BTreeSet<Country>) -> Vec<Row> {
    let Some(code) = found.codes.first() else { return Vec::new() };
    named(found, Kind::ArmedGroup, country(code, 0, states), "rebels")
}

fn named(found: &Found, kind: Kind, country: Option<Country>, role: &str) -> Vec<Row> {
    let fits = |name: &&String| {
        let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
        letters > 2 && !name.contains(['(', ')', '+', ':', ',']) && name.split(' ').count() <= 8
    };
    let names: Vec<String> = found.names.iter().filter(fits).map(|name| spelt(name)).collect();
    let Some(first) = names.first().cloned() else { return Vec::new() };
    names.iter().map(|name| Row { role: role.to_owned(), sure: false, ..row(kind, &first, name, country) }).collect()
}

/// The country whose code stands in a code.
fn country(code: &str, at: usize, states: &BTreeSet<Country>) -> Option<Country> {
    code.get(at..at + 3).and_then(Country::of).filter(|country| states.contains(country))
}

/// A name in capitals as it is spelt in a text; one short word stays as it is.
fn spelt(name: &str) -> String {
    if name.len() <= 4 && !name.contains(' ') {
        return name.to_owned();
    }
    let mut out = String::new();
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        if !out.is_empty() && ["OF", "THE", "FOR", "AND", "IN", "ON", "DE", "LA", "EL", "AL", "BIN"].contains(&word) {
            out.push_str(&word.to_lowercase());
            continue;
        }
        let mut begins = true;
        for letter in word.chars() {
            if begins {
                out.extend(letter.to_uppercase())
            } else {
                out.extend(letter.to_lowercase())
            }
            begins = matches!(letter, '-' | '.' | '(');
        }
    }
    out
}

/// `971231-011113`, `>20040309`, `<19991231`: a term, from and to, 0 where it is open.
fn term(text: &str) -> (u32, u32) {
    if let Some(from) = text.strip_prefix('>') {
        return (day(from), 0);
    }
    if let Some(to) = text.strip_prefix('<') {
        return (0, day(to));
    }
    let (from, to) = text.split_once('-').unwrap_or_default();
    let (from, to) = (day(from), day(to));
    if from != 0 && to != 0 && from > to { (0, 0) } else { (from, to) }
}

/// A day of six or eight digits. The dictionaries are of 2014: a year of two digits above that was in the last century.
fn day(text: &str) -> u32 {
    let text = text.trim();
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    let part =
        |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<i32>().ok()).unwrap_or(0);
    let (year, month, day) = match text.len() {
        6 => (part(0..2) + if part(0..2) <= 14 { 2000 } else { 1900 }, part(2..4), part(4..6)),
        8 => (part(0..4), part(4..6), part(6..8)),
        _ => return 0,
    };
    if (1..=12).contains(&month) && (1..=31).contains(&day) { number(year, month, day) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states() -> BTreeSet<Country> {
        ["FRA", "DEU"].into_iter().filter_map(Country::of).collect()
    }

    #[test]
    fn a_person_has_every_name_without_titles_for_every_term() {
        let text = "DALIA_VERRIN_  # CountryInfo.txt\n+PRESIDENT_DALIA_VERRIN_\n+DALIA_K._VERRIN\n\t[FRAELI 700101-000101]\n\t[FRAGOV 051122-20070101]\n";
        let rows = person(&entries(text)[0], &states());
        let shown: Vec<_> = rows.iter().map(|row| (row.alias.as_str(), row.role.as_str(), row.from, row.to)).collect();
        assert_eq!(
            shown,
            [
                ("Dalia Verrin", "government", 20_051_122, 20_070_101),
                ("Dalia K. Verrin", "government", 20_051_122, 20_070_101)
            ]
        );
    }

    #[test]
    fn towns_stand_behind_the_capital_and_misspellings_before_it() {
        let text = "FRANCE_ [FRA]\n+FRNCE_\n+PORT_VALE_\n+ASHER_\n+THE_NORTH\n";
        let capitals = BTreeSet::from(["port vale".to_owned()]);
        let rows = towns(&entries(text)[0], &states(), &capitals);
        assert_eq!(rows.iter().map(|row| row.alias.as_str()).collect::<Vec<_>>(), ["Asher"]);
    }

    #[test]
    fn an_organisation_is_of_the_country_in_its_code() {
        let text = "ASHER_STEEL_ [MNCDEU]\nHARBOUR_AGENCY [IGOUNO]\nVERRIN [ELI]\nORLO [NGOFRA 000101-010101]\n";
        let found = entries(text);
        let rows: Vec<Row> = found.iter().flat_map(|found| organisation(found, &states())).collect();
        let shown: Vec<_> = rows.iter().map(|row| (row.alias.as_str(), row.kind, row.country)).collect();
        assert_eq!(
            shown,
            [("Asher Steel", Kind::Organ, Country::of("DEU")), ("Harbour Agency", Kind::Organisation, None)]
        );
    }

    #[test]
    fn bad_terms_are_open() {
        assert_eq!(term("32010-x"), (0, 0));
        assert_eq!(term("20100101-20090101"), (0, 0));
        assert_eq!(term(">20040309"), (20_040_309, 0));
        assert_eq!(term("320101-331108"), (19_320_101, 19_331_108));
    }
}
