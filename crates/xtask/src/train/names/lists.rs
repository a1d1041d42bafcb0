//! Makes the gazetteer: lists of countries, cities, peoples, persons' names and organisations, as one table of hashes.
//!
//! The lists stand in `../shared/gazetteers`. Towns and census names from elsewhere were tried beside them and gained
//! nothing on text that is held out.

use std::collections::BTreeMap;
use std::path::Path;

use read::language::EN;
use read::model::hash::folded;
use read::name::gazetteer::{
    CAPITAL, CITY, COUNTRY, GIVEN, GOES_ON, Gazetteer, LONGEST, OFFICE, ORGANISATION, PEOPLE, REGION, START, SURNAME,
    key,
};
use read::segment::segment;

use crate::failure::Failure;

/// Entries by their key.
#[derive(Debug, Default)]
struct Lists(BTreeMap<u64, u16>);

impl Lists {
    /// Adds an entry, in whatever case.
    fn add(&mut self, name: &str, flags: u16) {
        let tokens = segment(name, &EN).tokens;
        if tokens.is_empty()
            || tokens.len() > LONGEST
            || name.chars().filter(|letter| letter.is_alphabetic()).count() < 2
        {
            return;
        }
        let mut at = START;
        for (place, token) in tokens.iter().enumerate() {
            at = key(at, folded(token.of(name)));
            *self.0.entry(at).or_insert(0) |= if place + 1 == tokens.len() { flags } else { GOES_ON };
        }
    }
}

fn text(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::at(path, &error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The bytes of the lists, from the folder of the gazetteers.
///
/// # Errors
/// If a file cannot be read.
pub fn build(house: &Path) -> Result<Vec<u8>, Failure> {
    let mut lists = Lists::default();
    countries(&text(&house.join("CountryInfo.120116.txt"))?, &mut lists);
    for file in ["Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt"] {
        organisations(&text(&house.join(file))?, &mut lists);
    }
    for line in text(&house.join("Phoenix.agents.txt"))?.lines().filter(|line| line.contains("[~")) {
        let office = line.split('[').next().unwrap_or_default().trim();
        if !office.contains('!') && !office.starts_with('#') {
            lists.add(&office.trim_start_matches('+').replace('_', " "), OFFICE);
        }
    }
    Ok(Gazetteer::lists_to_bytes(lists.0.into_iter()))
}

/// The sections of CountryInfo that hold names.
const SECTIONS: [&str; 7] =
    ["Nationality", "Capital", "MajorCities", "Regions", "GeogFeatures", "Leaders", "Government"];

/// Reads what CountryInfo says of countries: their names, peoples, cities, regions, and those who have led them.
fn countries(text: &str, lists: &mut Lists) {
    let mut section = "";
    for line in text.split_once("-->").map_or(text, |(_, body)| body).lines() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix("<CountryName>").and_then(|rest| rest.split('<').next()) {
            lists.add(&name.replace('_', " "), COUNTRY);
            continue;
        }
        if let Some(tag) = line.strip_prefix('<') {
            let tag = tag.trim_start_matches('/').split('>').next().unwrap_or_default();
            if SECTIONS.contains(&tag) {
                section = if line.starts_with("</") { "" } else { tag };
            }
            continue;
        }
        let flags = match section {
            "Nationality" => PEOPLE,
            "Capital" => CITY | CAPITAL,
            "MajorCities" => CITY,
            "Regions" | "GeogFeatures" => REGION,
            "Leaders" | "Government" => {
                person(line, lists);
                continue;
            }
            _ => continue,
        };
        let name = line.split(['[', '#']).next().unwrap_or_default().replace('_', " ");
        lists.add(name.trim(), flags);
    }
}

/// Adds the names of a leader, one by one: the last as a surname, the others as given names.
fn person(line: &str, lists: &mut Lists) {
    let whole = line.split('[').next().unwrap_or_default();
    for variant in whole.split(['{', '}']) {
        let names: Vec<&str> = variant.trim().split('_').filter(|name| name.len() > 2 && !name.contains('.')).collect();
        let Some((last, given)) = names.split_last() else { continue };
        // A name alone may be either.
        for one in given {
            lists.add(one, GIVEN);
        }
        lists.add(last, SURNAME);
    }
}

/// Adds bodies: entries whose code carries no time of office, and so stand for no person.
fn organisations(text: &str, lists: &mut Lists) {
    let mut names: Vec<String> = Vec::new();
    let mut person = false;
    let mut close = |names: &mut Vec<String>, person: bool| {
        for name in names.drain(..).filter(|_| !person) {
            lists.add(&name, ORGANISATION);
        }
    };
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let goes_on = line.starts_with(['+', '\t', ' ']);
        if !goes_on {
            close(&mut names, person);
            person = false;
        }
        let (entry, codes) = line.split_once('[').unwrap_or((line, ""));
        person |= codes.split(']').next().is_some_and(|code| code.contains(|letter: char| letter.is_ascii_digit()))
            || codes.contains("MleH") && !codes.contains("IGO");
        let entry = entry.split('#').next().unwrap_or_default().trim().trim_start_matches('+').replace('_', " ");
        if !entry.trim().is_empty() {
            names.push(entry.trim().to_owned());
        }
    }
    close(&mut names, person);
}
