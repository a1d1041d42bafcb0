//! Who a row means: a state by its code or name, a person or a body that the reader's table of actors knows, or what the row
//! calls it.

use read::actor::Country;
use read::actor::table::{Entry, Kind, Table, embedded};
use read::language::EN;
use read::language::actors::Class;
use read::model::hash::folded;
use read::segment::segment;
use record::reading::ActorKind;

/// CAMEO's codes of countries that are not those of ISO 3166, with the ones that are.
const OTHERS: [(&str, &str); 3] = [("MTN", "MNE"), ("ROM", "ROU"), ("TMP", "TLS")];

/// CAMEO's codes of parts of the world and of territories, which are no states.
const REGIONS: [&str; 28] = [
    "AFR", "ASA", "BAG", "BLK", "CAS", "CAU", "CEU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "GZS", "LAM", "MDT",
    "MEA", "NAF", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WSB", "WST",
];

/// What ICEWS calls a country by a name that the reader's table does not have.
const CALLED: [(&str, &str); 1] = [("Occupied Palestinian Territory", "PSE")];

/// Somebody in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Who {
    /// The name it goes by.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its country, as an ISO 3166 alpha-3 code.
    pub country: Option<String>,
    /// What the row says it is.
    pub roles: Vec<String>,
}

/// Whose somebody is, by a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// A state's.
    State(Country),
    /// Of a part of the world, which is no state's.
    Region,
    /// The code is not known.
    Unknown,
}

/// Whose a code says that somebody is.
pub(super) fn whose(code: &str) -> Whose {
    let iso = OTHERS.iter().find(|(other, _)| *other == code).map_or(code, |(_, iso)| iso);
    if REGIONS.contains(&code) {
        return Whose::Region;
    }
    match Country::of(iso) {
        Some(country) if !name_of(country).is_empty() => Whose::State(country),
        _ => Whose::Unknown,
    }
}

/// The name that a state goes by.
fn name_of(country: Country) -> &'static str {
    embedded().map_or("", |table| table.state(country))
}

/// A state itself.
pub(super) fn state(country: Country) -> Who {
    let (name, country) = (name_of(country).to_owned(), Some(country.to_string()));
    Who { name, kind: ActorKind::State, country, roles: Vec::new() }
}

/// The readings of a name in the table of actors, the whole of it being that name.
fn entries(name: &str) -> Vec<Entry<'static>> {
    let of = |table: &'static Table<'static>| {
        let words: Vec<u64> = segment(name, &EN).tokens.iter().map(|token| folded(token.of(name))).collect();
        Some(table.entries(table.exact(words.into_iter())?).collect())
    };
    embedded().and_then(of).unwrap_or_default()
}

/// The state that a name is of.
pub(super) fn country_of(name: &str) -> Option<Country> {
    let called = CALLED.iter().find(|(called, _)| *called == name).and_then(|(_, code)| Country::of(code));
    called.or_else(|| entries(name).into_iter().find(|entry| entry.kind == Kind::State)?.country)
}

/// Whom the table of actors knows by a name, of this country where one is stated; a state, by what stands for it too.
pub(super) fn known(name: &str, country: Option<Country>) -> Option<Who> {
    let fits = |entry: &Entry<'_>| country.is_none() || entry.country == country;
    let entry = entries(name).into_iter().find(fits)?;
    let kind = match entry.kind {
        Kind::Person => ActorKind::Person,
        Kind::Organ | Kind::Organisation | Kind::ArmedGroup => ActorKind::Organisation,
        Kind::State | Kind::Adjective | Kind::Capital | Kind::Seat => return entry.country.map(state),
        Kind::People | Kind::Town | Kind::Region | Kind::Bloc => return None,
    };
    let country = entry.country.map(|country| country.to_string());
    Some(Who { name: entry.name.to_owned(), kind, country, roles: Vec::new() })
}

/// The class of an actor by CAMEO's code of it.
pub(super) fn class(code: &str) -> Option<Class> {
    Some(match code {
        "GOV" => Class::Government,
        "MIL" => Class::Military,
        "COP" => Class::Police,
        "SPY" => Class::Intelligence,
        "JUD" => Class::Judiciary,
        "LEG" => Class::Legislature,
        "OPP" => Class::Opposition,
        "REB" | "INS" | "SEP" | "UAF" | "IMG" => Class::Rebels,
        "EDU" => Class::Academic,
        "BUS" | "MNC" => Class::Business,
        "MED" => Class::Media,
        "CVL" => Class::Civilians,
        _ => return None,
    })
}

/// The class of an actor by a sector of ICEWS.
pub(super) fn sector(name: &str) -> Option<Class> {
    Some(match name {
        "Government" => Class::Government,
        "Military" => Class::Military,
        "Police" => Class::Police,
        "Legislative / Parliamentary" => Class::Legislature,
        "Judicial" => Class::Judiciary,
        "Rebel" | "Insurgents" => Class::Rebels,
        "Education" => Class::Academic,
        "Business" => Class::Business,
        "Media" => Class::Media,
        "General Population / Civilian / Social" => Class::Civilians,
        _ if name.starts_with("Opposition ") => Class::Opposition,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_states_are_states_and_others_are_said_to_be_what_they_are() {
        let country = |code| match whose(code) {
            Whose::State(country) => country.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(["RUS", "ROM", "NAM"].map(country), ["RUS", "ROU", "NAM"]);
        let table = embedded().unwrap();
        let states =
            REGIONS.iter().filter_map(|code| Country::of(code)).filter(|country| !table.state(*country).is_empty());
        assert_eq!(states.count(), 0, "a part of the world has the code of a state");
        assert!(OTHERS.iter().all(|(_, iso)| Country::of(iso).is_some_and(|country| !table.state(country).is_empty())));
        assert_eq!(["EUR", "QQQ", "rus", ""].map(country), ["Region", "Unknown", "Unknown", "Unknown"]);
    }

    #[test]
    fn names_of_states_are_known_in_the_words_of_the_feeds() {
        let found = |name| country_of(name).map(|country| country.to_string());
        assert_eq!(found("Russian Federation").as_deref(), Some("RUS"));
        assert_eq!(found("VIETNAM").as_deref(), Some("VNM"));
        assert_eq!(found("Occupied Palestinian Territory").as_deref(), Some("PSE"));
        assert_eq!(found("Corvania"), None);
    }

    #[test]
    fn who_is_in_the_table_of_actors_is_who_that_says() {
        let kind = |name, country| known(name, Country::of(country)).map(|who| (who.name, who.kind));
        assert_eq!(kind("MOSCOW", "RUS"), Some(("Russia".to_owned(), ActorKind::State)));
        assert_eq!(kind("Moscow", "CHN"), None, "whose it is said to be counts");
        assert_eq!(kind("HARBOUR CLERK", "RUS"), None);
    }
}
