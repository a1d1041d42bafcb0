//! Two countries of one name: which of them a document means, by the other names in it.
//!
//! A name that only one country has speaks for that country; so do, more softly, those of its neighbours. Where that leaves
//! two countries nearly even, nothing is decided.

use super::country::Country;
use super::hits::Hit;
use super::table::{Entry, Kind, Table};

/// Countries with a name that others have too, and whose names speak for them.
const NEIGHBOURS: [(&str, &[&str]); 8] = [
    ("GEO", &["RUS", "ARM", "AZE", "TUR", "UKR", "MDA"]),
    ("COD", &["RWA", "UGA", "BDI"]),
    ("LBY", &["TUN", "EGY"]),
    ("LBN", &["SYR"]),
    ("PAK", &["AFG"]),
    ("SYR", &["LBN"]),
    ("GUY", &["VEN"]),
    ("EGY", &["LBY"]),
];

/// The country in which the name of a state is also that of a part: there the state itself is in the news too often to
/// speak for it.
const EVERYWHERE: &str = "USA";

/// How often each country is named, by names that no other has.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Country, how often as a state, how often by a town or region.
    seen: Vec<(Country, u32, u32)>,
}

/// What a name means in a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Decided {
    /// Its reading as a country, a town, a people.
    pub land: Option<Entry<'static>>,
    /// The countries between which it was not decided.
    pub open: Vec<Country>,
}

impl Evidence {
    /// Counts what is not in doubt.
    pub(super) fn of(table: &Table<'static>, hits: &[Hit]) -> Self {
        let mut out = Self::default();
        for hit in hits {
            let lands = lands(table, hit.row);
            let Some((country, first)) = lands.first().and_then(|first| Some((first.country?, first))) else {
                continue;
            };
            if !first.sure || lands.iter().any(|other| other.country != Some(country)) {
                continue;
            }
            let inner = matches!(first.kind, Kind::Town | Kind::Region);
            let at = out.seen.iter().position(|(known, ..)| *known == country).unwrap_or(out.seen.len());
            if at == out.seen.len() {
                out.seen.push((country, 0, 0));
            }
            let counts = &mut out.seen[at];
            *if inner { &mut counts.2 } else { &mut counts.1 } += 1;
        }
        out
    }

    fn counts(&self, country: Country) -> (u32, u32) {
        self.seen.iter().find(|(known, ..)| *known == country).map_or((0, 0), |(_, state, inner)| (*state, *inner))
    }

    fn score(&self, country: Country) -> u32 {
        let (state, inner) = self.counts(country);
        let near = NEIGHBOURS.iter().filter(|(code, _)| *code == country.code()).flat_map(|(_, near)| *near);
        let near: u32 = near.filter_map(|code| Country::of(code)).map(|near| self.counts(near).0).sum();
        let own = if country.code() == EVERYWHERE { state } else { 4 * state };
        own + 4 * inner + 2 * near
    }
}

/// The readings of a name as a country or a part of one; those written by hand come before all others.
fn lands(table: &Table<'static>, row: u32) -> Vec<Entry<'static>> {
    let mut lands: Vec<_> = table.entries(row).filter(|entry| entry.kind <= Kind::Region).collect();
    if lands.iter().any(|entry| entry.sure) {
        lands.retain(|entry| entry.sure);
    }
    lands.sort_by_key(|entry| entry.kind);
    lands
}

/// What a name means.
pub(super) fn decide(table: &Table<'static>, row: u32, evidence: &Evidence) -> Decided {
    let lands = lands(table, row);
    let mut countries: Vec<Country> = lands.iter().filter_map(|entry| entry.country).collect();
    countries.sort_unstable();
    countries.dedup();
    let best = match countries[..] {
        [] => return Decided::default(),
        [only] => only,
        _ => {
            let mut scores: Vec<(u32, Country)> =
                countries.iter().map(|country| (evidence.score(*country), *country)).collect();
            scores.sort_unstable_by(|a, b| b.cmp(a));
            let (first, second) = (scores[0], scores[1]);
            if first.0 == 0 || first.0 < 2 * second.0 {
                return Decided { land: None, open: countries };
            }
            first.1
        }
    };
    Decided { land: lands.into_iter().find(|entry| entry.country == Some(best)), open: Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::example::reading;

    /// The country of the first place of a name.
    fn country(text: &str, name: &str) -> String {
        let reading = reading(text);
        let place = reading.places.iter().find(|place| place.name == name);
        place.and_then(|place| place.country.clone()).unwrap_or_else(|| "-".to_owned())
    }

    #[test]
    fn georgia_is_told_by_the_towns_and_the_neighbours_it_is_named_with() {
        assert_eq!(country("Troops from Russia crossed into Georgia and halted near Tbilisi.", "Georgia"), "GEO");
        assert_eq!(country("Voters in Georgia queued in Atlanta, and others in Florida and Ohio.", "Georgia"), "USA");
        assert_eq!(country("The ship left Georgia on Monday.", "Georgia"), "-");
    }

    #[test]
    fn what_could_not_be_decided_is_a_problem() {
        let reading = reading("The army of Congo crossed the river on Monday.");
        let problem = reading.problems.iter().find(|problem| problem.kind == "ambiguous-country").unwrap();
        assert!(problem.message.contains("COD") && problem.message.contains("COG"), "{}", problem.message);
        assert!(reading.actors.iter().all(|actor| actor.country.is_none()), "{:?}", reading.actors);
    }

    #[test]
    fn a_town_of_two_countries_is_told_by_what_is_named_with_it() {
        assert_eq!(country("The ship left Tripoli for Benghazi.", "Tripoli"), "LBY");
        assert_eq!(country("The convoy left Tripoli for Beirut in Lebanon.", "Tripoli"), "LBN");
    }
}
