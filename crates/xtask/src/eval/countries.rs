//! Countries: whether both states of a sentence, the one that acts and the one that is acted on, are among the countries of
//! the actors that are found in it.
//!
//! The sentences were written before the rules, by somebody who had seen neither; only sums over them are printed.

use std::collections::BTreeSet;

use super::labelled;
use crate::failure::{Failure, say};
use crate::places::Places;

/// The file, below `tests/suite/read`.
const FILE: &str = "countries.toml";

/// A sentence and the states of its main event.
struct Item {
    text: String,
    source: String,
    target: String,
}

/// Measures and prints.
///
/// # Errors
/// If the file is not there or is not of the form.
pub fn run() -> Result<(), Failure> {
    let items = items()?;
    let (mut both, mut source, mut target, mut found) = (0, 0, 0, 0);
    for item in &items {
        let countries = countries(&item.text);
        let (has_source, has_target) = (countries.contains(&item.source), countries.contains(&item.target));
        source += usize::from(has_source);
        target += usize::from(has_target);
        both += usize::from(has_source && has_target);
        found += countries.len();
    }
    let count = items.len();
    let share = |part: usize| 100.0 * part as f64 / count.max(1) as f64;
    say(format_args!("countries of actors, {count} blind sentences"));
    say(format_args!("  both states {both:5} {:5.1} %", share(both)));
    say(format_args!("  source      {source:5} {:5.1} %", share(source)));
    say(format_args!("  target      {target:5} {:5.1} %", share(target)));
    say(format_args!("  countries found in a sentence, mean {:.2}", found as f64 / count.max(1) as f64));
    Ok(())
}

/// The countries of the actors in a text.
fn countries(text: &str) -> BTreeSet<String> {
    labelled::reading(text).actors.into_iter().filter_map(|actor| actor.country).collect()
}

fn items() -> Result<Vec<Item>, Failure> {
    let path = Places::repository().join("tests/suite/read").join(FILE);
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| Failure::at(&path, &error.message()))?;
    let list = table.get("item").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    let one = |(number, item): (usize, &toml::Value)| {
        let field = |name: &str| {
            let value = item.get(name).and_then(toml::Value::as_str).map(str::to_owned);
            value.ok_or_else(|| Failure::new(format!("{}: item {} has no {name}", path.display(), number + 1)))
        };
        Ok(Item { text: field("text")?, source: field("source")?, target: field("target")? })
    };
    list.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_found_by_whatever_stands_for_them() {
        let found = countries("Ankara told the Syrian government that the border was closed.");
        assert_eq!(found, ["SYR", "TUR"].map(str::to_owned).into());
    }
}
