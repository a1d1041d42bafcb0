//! The blind sentences with two states: only sums are printed, and nothing else reads them.

use std::path::Path;

use record::reading::{Event, Reading};

use super::super::labelled;
use super::top;
use crate::failure::{Failure, say};
use crate::places::Places;

/// What is right of a sentence's main event.
#[derive(Debug, Default)]
struct Sums {
    items: usize,
    root: usize,
    source: usize,
    target: usize,
    both: usize,
    first: usize,
}

/// A labelled sentence.
struct Item {
    text: String,
    source: String,
    target: String,
    root: String,
}

/// Measures and prints.
///
/// # Errors
/// If the file cannot be read.
pub(super) fn run() -> Result<(), Failure> {
    let path = Places::repository().join("tests/suite/read/countries.toml");
    let mut sums = Sums::default();
    for item in items(&path)? {
        let reading = labelled::reading(&item.text);
        let event = top(&reading, &item.text).into_iter().next();
        let country = |side: fn(&Event) -> &Option<String>| {
            let id = event.and_then(|event| side(event).as_ref())?;
            reading.actors.iter().find(|actor| actor.id == *id)?.country.clone()
        };
        let (source, target) = (country(|event| &event.actor), country(|event| &event.target));
        let is = |found: &Option<String>, gold: &str| found.as_deref() == Some(gold);
        let right = (is(&source, &item.source), is(&target, &item.target));
        sums.items += 1;
        sums.root += usize::from(event.is_some_and(|event| event.kind == item.root));
        sums.source += usize::from(right.0);
        sums.target += usize::from(right.1);
        sums.both += usize::from(right.0 && right.1);
        let named = states(&reading);
        let is = |number: usize, gold: &str| named.get(number).is_some_and(|country| country == gold);
        sums.first += usize::from(is(0, &item.source) && is(1, &item.target));
    }
    let share = |count: usize| 100.0 * count as f64 / sums.items.max(1) as f64;
    say(format_args!(
        "countries.toml, {} sentences: root {:.1}, source {:.1}, target {:.1}, both countries {:.1}; first state named as \
         source and second as target {:.1}",
        sums.items,
        share(sums.root),
        share(sums.source),
        share(sums.target),
        share(sums.both),
        share(sums.first)
    ));
    Ok(())
}

/// The countries of a reading's actors in the order in which they are first named.
fn states(reading: &Reading) -> Vec<String> {
    let mut named: Vec<(usize, &String)> = reading
        .actors
        .iter()
        .filter_map(|actor| Some((actor.mentions.iter().map(|span| span.start).min()?, actor.country.as_ref()?)))
        .collect();
    named.sort_unstable();
    let mut out: Vec<String> = Vec::new();
    for (_, country) in named {
        if !out.contains(country) {
            out.push(country.clone());
        }
    }
    out
}

fn items(path: &Path) -> Result<Vec<Item>, Failure> {
    let text = crate::events::text_of(path)?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| Failure::at(path, &error.message()))?;
    let list = table.get("item").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    let item = |item: &toml::Value| {
        let get = |key: &str| item.get(key)?.as_str().map(str::to_owned);
        Some(Item { text: get("text")?, source: get("source")?, target: get("target")?, root: get("root")? })
    };
    list.iter().map(|one| item(one).ok_or_else(|| Failure::at(path, &"an item is not as expected"))).collect()
}
