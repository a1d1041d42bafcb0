//! Places: the place, its country, the region of the world.

use std::collections::HashMap;
use std::sync::LazyLock;

use record::cover::Grain;

use super::Rung;

/// How many places a country has, in bits; what counts is that a place tells much more than its country.
const PLACE: f64 = 5.0;

/// A country.
#[derive(Debug, Clone, Copy)]
pub(super) struct Country {
    /// Its name.
    pub name: &'static str,
    /// The region.
    pub region: &'static str,
}

/// Countries by their codes (ISO 3166 alpha-3).
static COUNTRIES: LazyLock<HashMap<&'static str, Country>> = LazyLock::new(|| {
    let rows = include_str!("regions.tsv").lines().filter(|row| !row.starts_with('#'));
    let country = |row: &'static str| {
        let mut fields = row.split('\t');
        Some((fields.next()?, Country { name: fields.next()?, region: fields.next()? }))
    };
    rows.filter_map(country).collect()
});

/// The country of a code.
pub(super) fn country(code: &str) -> Option<Country> {
    COUNTRIES.get(code).copied()
}

/// What a region is compared by.
pub(super) fn folded(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
}

/// The region of this name, as the table spells it.
fn region(name: &str) -> Option<&'static str> {
    let wanted = folded(name);
    COUNTRIES.values().map(|country| country.region).find(|region| folded(region) == wanted)
}

/// Whether the table has a region of this name.
pub(super) fn is_region(name: &str) -> bool {
    region(name).is_some()
}

/// Bits of a country: all of them; of a region: a country less those in it.
pub(super) fn bits_of_country() -> f64 {
    7.8
}

/// Bits of a region.
pub(super) fn bits_of_region() -> f64 {
    4.5
}

/// The rungs of a place. One whose country is not known, or that lies only near what is named, has one rung.
pub(crate) fn rungs(name: &str, code: Option<&str>) -> Vec<Rung> {
    let text = name.trim();
    if let Some(region) = region(text) {
        return vec![at_region(region)];
    }
    let known = code.and_then(|code| Some((code, country(code)?)));
    let Some((code, country)) = known else {
        let key = format!("where:{}|{}", folded(text), code.unwrap_or_default());
        return vec![Rung::new(Grain::Exact, key, text.to_owned(), PLACE + bits_of_country())];
    };
    let mut rungs = Vec::new();
    if folded(text) != folded(country.name) {
        let key = format!("where:{}|{code}", folded(text));
        rungs.push(Rung::new(Grain::Exact, key, text.to_owned(), PLACE + bits_of_country()));
    }
    let words = if rungs.is_empty() { text } else { country.name };
    rungs.push(Rung::new(Grain::Country, format!("where:c:{code}"), words.to_owned(), bits_of_country()));
    rungs.push(at_region(country.region));
    rungs
}

fn at_region(region: &'static str) -> Rung {
    Rung::new(Grain::Region, format!("where:r:{}", folded(region)), region.to_owned(), bits_of_region())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_goes_over_its_country_to_the_region() {
        let words = |name, code| rungs(name, code).into_iter().map(|rung| rung.words).collect::<Vec<_>>();
        assert_eq!(words("Munich", Some("DEU")), ["Munich", "Germany", "Western Europe"]);
        assert_eq!(words("Germany", Some("DEU")), ["Germany", "Western Europe"]);
        assert_eq!(words("Western Europe", None), ["Western Europe"]);
        assert_eq!(words("Nordhaven", None), ["Nordhaven"]);
        assert_eq!(rungs("western Europe", None)[0].key, rungs("Munich", Some("DEU"))[2].key);
    }

    #[test]
    fn every_country_has_a_region_and_a_name() {
        assert!(COUNTRIES.len() > 200);
        for (code, country) in COUNTRIES.iter() {
            assert!(code.len() == 3 && !country.name.is_empty() && !country.region.is_empty(), "{code}");
        }
    }
}
