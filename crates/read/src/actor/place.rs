//! Which country a place is in.

use record::reading::{Place, Problem};

use super::country::Country;
use super::page::Page;
use super::table::Kind;

/// Fills in the countries of places. One whose name is that of places in two countries, and of which the document does not
/// tell in which it is, is left open and flagged.
pub(super) fn countries(page: &Page<'_>, places: &mut [Place], problems: &mut Vec<Problem>) {
    for place in places {
        let mut open = None;
        let mut told = None;
        for span in place.mentions.iter().take(8) {
            let tokens = &page.segments.tokens;
            let first = tokens.partition_point(|token| token.start < span.start);
            let last = tokens.partition_point(|token| token.end <= span.end).saturating_sub(1);
            if first > last {
                continue;
            }
            // "Asher, Corvania" tells for all mentions.
            if let Some(beside) = beside(page, last) {
                told = Some(beside);
                break;
            }
            let Some(hit) = page.hits.exact(first, last) else {
                told = told.or_else(|| within(page, first, last));
                continue;
            };
            if let Some(land) = page.hits.land(hit) {
                told = told.or(land.country);
            } else if !page.hits.open(hit).is_empty() && open.is_none() {
                open = Some((hit, *span));
            }
        }
        place.country = told.map(|country| country.to_string());
        // A name of two states is flagged once, for states and places alike.
        if let Some((hit, span)) = open.filter(|(hit, _)| told.is_none() && !page.hits.has(*hit, Kind::State)) {
            let message = format!(
                "{:?} is a place in {}, and the document does not tell in which; its country is left open",
                place.name,
                codes(page.hits.open(hit)),
            );
            problems.push(Problem { kind: "ambiguous-place".to_owned(), message, span: Some(span) });
        }
    }
}

/// Countries in words.
pub(super) fn codes(countries: &[Country]) -> String {
    countries.iter().map(Country::code).collect::<Vec<_>>().join(" and in ")
}

/// The country that is named behind a place: "Paris, Texas".
fn beside(page: &Page<'_>, last: usize) -> Option<Country> {
    let hit = page.hits.covering(last + 2).filter(|hit| page.word(last + 1) == "," && hit.first == last + 2)?;
    let land = page.hits.land(hit).filter(|land| matches!(land.kind, Kind::State | Kind::Region))?;
    // "France, Germany and Spain" is a list.
    let own = page.hits.covering(last);
    let state = own.is_some_and(|own| page.hits.has(own, Kind::State));
    let listed = matches!(page.word(hit.last + 1), "and" | "or")
        || page.word(hit.last + 1) == ","
            && (page.hits.covering(hit.last + 2).is_some() || page.word(hit.last + 2) == "and");
    let known = own.map(|own| page.hits.entries(own).any(|entry| entry.country == land.country));
    (!state && (known == Some(true) || known.is_none() && !listed || own.is_some() && !listed)).then_some(land.country?)
}

/// The country of a name within that of a place: "Port of Odesa", "Gulf of Finland" is of none.
fn within(page: &Page<'_>, first: usize, last: usize) -> Option<Country> {
    let mut lands =
        (first..=last).filter_map(|at| page.hits.covering(at).filter(|hit| hit.first == at && hit.last <= last));
    let land = lands.find_map(|hit| page.hits.land(hit))?;
    let waters = ["sea", "gulf", "ocean", "strait", "channel", "bay", "straits"];
    let wet = (first..=last).any(|at| waters.contains(&page.word(at).to_lowercase().as_str()));
    land.country.filter(|_| !wet)
}

#[cfg(test)]
mod tests {
    use crate::example::reading;

    fn check(text: &str, expected: &str) {
        let places = reading(text).places;
        let shown: Vec<String> =
            places.iter().map(|place| format!("{} {}", place.name, place.country.as_deref().unwrap_or("-"))).collect();
        assert_eq!(shown.join("; "), expected);
    }

    #[test]
    fn a_town_is_in_its_country() {
        check("The delegates met in Kharkiv and flew to Lyon.", "Kharkiv UKR; Lyon FRA");
        check("The delegates met in Port Vale.", "Port Vale -");
    }

    #[test]
    fn what_stands_behind_a_town_tells_where_it_is() {
        check("The storm reached Paris, Texas, on Monday.", "Paris USA; Texas USA");
        check("They flew to Lyon, Spain and Italy.", "Lyon FRA; Spain ESP; Italy ITA");
    }

    #[test]
    fn a_town_of_two_countries_is_left_open_and_flagged() {
        let reading = reading("The delegates met in Hyderabad.");
        assert_eq!(reading.places[0].country, None);
        let problem = reading.problems.iter().find(|problem| problem.kind == "ambiguous-place").unwrap();
        assert_eq!(
            problem.message,
            "\"Hyderabad\" is a place in IND and in PAK, and the document does not tell in which; its country is left open"
        );
    }
}
