//! Sentences with labelled claims, and how found claims are paired with them and counted.
//!
//! A found claim belongs to the labelled one whose cue it shares bytes with; where several do, the one that shares most,
//! and each is used once. What is then counted, class by class:
//!
//! - *Recall*: of the labelled claims of a class, those that were found and given that class. A labelled claim that was
//!   not found counts against recall, because a user misses it.
//! - *Precision*: of the found claims given a class, those whose label is that class. A found claim that is paired with
//!   a label of another class counts against precision. So does one that is paired with none, but only where its class
//!   says more than the default (for stance: anything but `says`): the labels name each claim that asks, orders, hopes,
//!   doubts, denies, declines or evades, so that such a claim beside them was made up; they do not name each plain
//!   statement in the sentence, so that a plain claim beside them shows nothing.
//! - *All*: the same over the sums (micro).
//!
//! Where only paired claims can have a class (stage, certainty, polarity), a claim without a label is not counted.

use std::collections::BTreeMap;
use std::path::Path;

use record::reading::{Claim, Head, Reading};

use crate::failure::{Failure, say};
use crate::places::Places;

/// A labelled claim.
#[derive(Debug, Clone)]
pub struct Gold {
    /// Its cue in bytes.
    cue: (usize, usize),
    /// Its labels by name.
    labels: BTreeMap<String, String>,
}

impl Gold {
    /// The label called `name`.
    pub fn label(&self, name: &str) -> &str {
        self.labels.get(name).map_or("", String::as_str)
    }
}

/// A text with its labelled claims.
#[derive(Debug, Clone)]
pub struct Item {
    /// The text.
    pub text: String,
    /// The claims.
    pub gold: Vec<Gold>,
}

/// Reads a file of items below `tests/suite/read`.
///
/// # Errors
/// If it is not there or is not of the form.
pub fn items(name: &str) -> Result<Vec<Item>, Failure> {
    let path = Places::repository().join("tests/suite/read").join(name);
    let text = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| Failure::at(&path, &error.message()))?;
    let list = table.get("item").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    list.iter().enumerate().map(|(number, item)| item_of(item).map_err(|what| at(&path, number, what))).collect()
}

fn at(path: &Path, number: usize, what: &str) -> Failure {
    Failure::new(format!("{}: item {}: {what}", path.display(), number + 1))
}

fn item_of(item: &toml::Value) -> Result<Item, &'static str> {
    let text = item.get("text").and_then(toml::Value::as_str).ok_or("it has no text")?.to_owned();
    let claims = item.get("claims").and_then(toml::Value::as_array).ok_or("it has no claims")?;
    let gold = claims.iter().map(|claim| {
        let cue = claim.get("cue").and_then(toml::Value::as_str).ok_or("a claim has no cue")?;
        let nth = claim.get("nth").and_then(toml::Value::as_integer).unwrap_or(1);
        let nth = usize::try_from(nth - 1).map_err(|_| "nth counts from 1")?;
        let start = text.match_indices(cue).nth(nth).ok_or("a cue does not stand in the text")?.0;
        let labels = claim.as_table().into_iter().flatten();
        let labels = labels.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))).collect();
        Ok(Gold { cue: (start, start + cue.len()), labels })
    });
    Ok(Item { gold: gold.collect::<Result<_, &str>>()?, text: text.clone() })
}

/// The head of a text of which nothing else is known.
pub fn unknown() -> Head {
    Head::default()
}

/// What the product reads in such a text.
pub fn reading(text: &str) -> Reading {
    read::read(text, unknown())
}

/// The claims that the product reads in a text.
pub fn claims(text: &str) -> Vec<Claim> {
    reading(text).claims
}

/// For each labelled claim the number of the found one.
pub fn pair(gold: &[Gold], found: &[Claim]) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (i, one) in gold.iter().enumerate() {
        for (j, claim) in found.iter().enumerate() {
            let shared = |part: &record::span::Span| part.end.min(one.cue.1).saturating_sub(part.start.max(one.cue.0));
            let shared: usize = claim.cue.spans.iter().map(shared).sum();
            if shared > 0 {
                pairs.push((shared, i, j));
            }
        }
    }
    // The most bytes first; among equals the earlier.
    pairs.sort_by_key(|(shared, i, j)| (usize::MAX - shared, *i, *j));
    let mut out = vec![None; gold.len()];
    for (_, i, j) in pairs {
        if out[i].is_none() && !out.contains(&Some(j)) {
            out[i] = Some(j);
        }
    }
    out
}

/// Counts of labels against what was found in their place.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Label, what was found, how often. An empty string stands for nothing.
    counts: BTreeMap<(String, String), usize>,
}

impl Table {
    /// Counts one: `gold` or `found` is empty where there is no label, or nothing was found.
    pub fn count(&mut self, gold: &str, found: &str) {
        *self.counts.entry((gold.to_owned(), found.to_owned())).or_default() += 1;
    }

    fn sum(&self, fits: impl Fn(&str, &str) -> bool) -> usize {
        self.counts.iter().filter(|((gold, found), _)| fits(gold, found)).map(|(_, count)| count).sum()
    }

    /// Precision and recall in percent over the classes that `counts` holds for.
    pub fn score(&self, counts: impl Fn(&str) -> bool) -> (f64, f64) {
        let right = self.sum(|gold, found| gold == found && counts(gold));
        let found = self.sum(|_, found| !found.is_empty() && counts(found));
        let gold = self.sum(|gold, _| !gold.is_empty() && counts(gold));
        let share = |of: usize| if of == 0 { 0.0 } else { 100.0 * right as f64 / of as f64 };
        (share(found), share(gold))
    }

    /// Prints precision and recall for each of `classes` and for all, and what was taken for what.
    pub fn print(&self, title: &str, classes: &[&str]) {
        say(format_args!("{title:12} {:>6} {:>6} {:>6}", "P", "R", "gold"));
        for class in classes {
            let (precision, recall) = self.score(|other| other == *class);
            let gold = self.sum(|gold, _| gold == *class);
            say(format_args!("  {class:10} {precision:6.1} {recall:6.1} {gold:6}"));
        }
        let (precision, recall) = self.score(|_| true);
        say(format_args!("  {:10} {precision:6.1} {recall:6.1} {:6}", "all", self.sum(|gold, _| !gold.is_empty())));
        let rest = |other: &str| Some(&other) != classes.first();
        let (precision, recall) = self.score(rest);
        let first = classes.first().copied().unwrap_or_default();
        say(format_args!(
            "  {:10} {precision:6.1} {recall:6.1} {:6}",
            format!("no {first}"),
            self.sum(|gold, _| !gold.is_empty() && rest(gold))
        ));
        say("  label (down) against what was found (across; the last: nothing)");
        for gold in classes.iter().chain(&[""]) {
            let row =
                classes.iter().chain(&[""]).map(|found| format!("{:5}", self.sum(|a, b| a == *gold && b == *found)));
            say(format_args!("  {:10} {}", if gold.is_empty() { "nothing" } else { gold }, row.collect::<String>()));
        }
    }
}

/// The name that a value has in the reading format.
pub fn name(value: impl std::fmt::Debug) -> String {
    let mut out = String::new();
    for letter in format!("{value:?}").chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    /// A figure on sentences that were written blind is worth nothing once they can be changed to fit the rules.
    #[test]
    fn the_sentences_written_blind_are_those_that_were_first_committed() {
        let folder = Places::repository().join("tests/suite/read");
        let sums = std::fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
        let lines: Vec<_> = sums.lines().filter_map(|line| line.split_once("  ")).collect();
        assert_eq!(
            lines.iter().map(|(_, name)| *name).collect::<Vec<_>>(),
            ["stance.toml", "stage.toml", "stage-fresh.toml", "stance-fresh.toml", "transfers.toml", "countries.toml"]
        );
        for (sum, name) in lines {
            let digest = Sha256::digest(std::fs::read(folder.join(name)).unwrap());
            let own: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(own, *sum, "{name} was changed");
        }
    }
}
