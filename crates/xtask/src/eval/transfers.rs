//! Transfers, needs and capacities, on sentences that were labelled before there was a rule (`transfers.toml`), of which only
//! sums are printed, and on those the rules were made with (`transfers-dev.toml`), of which the faults can be printed.
//!
//! A found transfer and a labelled one can be paired if the last word of the one's goods stands in those of the other; of
//! several the pair that agrees in most is taken, and each is used once. A pair is *right* if supplier, recipient, class
//! and status are. A party is right if both name none, or if the last word of the labelled name stands in a name or mention
//! of the found actor, or the other way round. Precision is the share of the found that are right, recall that of the labelled.

use std::path::Path;

use record::reading::{Actor, Reading, Transfer};

use super::labelled;
use crate::failure::{Failure, say};
use crate::places::Places;

/// A labelled sentence.
#[derive(Debug, Clone, serde::Deserialize)]
struct Item {
    text: String,
    transfers: Vec<Gold>,
    need: Option<String>,
    capacity: Option<String>,
}

/// A labelled transfer.
#[derive(Debug, Clone, serde::Deserialize)]
struct Gold {
    supplier: Option<String>,
    recipient: Option<String>,
    goods: String,
    class: String,
    status: String,
}

#[derive(Debug, serde::Deserialize)]
struct File {
    item: Vec<Item>,
}

/// Measures the files; with `errors` only the one that the rules were made with, and prints its faults.
///
/// # Errors
/// If one cannot be read.
pub fn run(errors: bool) -> Result<(), Failure> {
    measure("transfers-dev.toml", errors)?;
    if errors { Ok(()) } else { measure("transfers.toml", false) }
}

#[derive(Debug, Default)]
struct Sums {
    gold: usize,
    found: usize,
    right: usize,
    paired: usize,
    parties: usize,
    /// Of suppliers and of recipients: left out, another than the labelled, given where none is labelled.
    faults: [[usize; 3]; 2],
    class: usize,
    status: usize,
    negatives: usize,
    wrong_negatives: usize,
}

/// Of needs or capacities: labelled, found, right.
type Plain = [usize; 3];

fn measure(file: &str, faults: bool) -> Result<(), Failure> {
    say(format_args!("== {file}"));
    let path = Places::repository().join("tests/suite/read").join(file);
    let items = items(&path)?;
    let mut sums = Sums::default();
    let (mut needs, mut capacities) = (Plain::default(), Plain::default());
    for item in &items {
        let reading = labelled::reading(&item.text);
        let mut wrong = Vec::new();
        count(item, &reading, &mut sums, &mut wrong);
        let named = |claims: &[record::reading::GoodsClaim]| -> Vec<String> {
            claims.iter().map(|claim| claim.goods.clone()).collect()
        };
        plain("need", item.need.as_ref(), &named(&reading.needs), &mut needs, &mut wrong);
        plain("capacity", item.capacity.as_ref(), &named(&reading.capacities), &mut capacities, &mut wrong);
        if faults && !wrong.is_empty() {
            say(format_args!("  {}\n    {}", item.text, wrong.join("\n    ")));
        }
    }
    let share = |part: usize, of: usize| if of == 0 { 0.0 } else { 100.0 * part as f64 / of as f64 };
    let Sums { gold, found, right, paired, parties, faults, class, status, negatives, wrong_negatives } = sums;
    say(format_args!(
        "transfers    P {:5.1}  R {:5.1}  (gold {gold}, found {found}, right {right})",
        share(right, found),
        share(right, gold)
    ));
    say(format_args!(
        "  goods found at all {:5.1} of gold; of these parties right {:5.1}, class {:5.1}, status {:5.1}",
        share(paired, gold),
        share(parties, paired),
        share(class, paired),
        share(status, paired)
    ));
    for (side, [left, other, extra]) in ["supplier", "recipient"].iter().zip(faults) {
        say(format_args!("  {side}: left out {left}, another {other}, where there is none {extra}"));
    }
    say(format_args!("  sentences without a transfer {negatives}, of these one read in {wrong_negatives}"));
    for (name, [gold, found, right]) in [("needs", needs), ("capacities", capacities)] {
        say(format_args!(
            "{name:12} P {:5.1}  R {:5.1}  (gold {gold}, found {found})",
            share(right, found),
            share(right, gold)
        ));
    }
    Ok(())
}

fn items(path: &Path) -> Result<Vec<Item>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))?;
    let file: File = toml::from_str(&text).map_err(|error| Failure::at(path, &error.message()))?;
    Ok(file.item)
}

fn count(item: &Item, reading: &Reading, sums: &mut Sums, wrong: &mut Vec<String>) {
    let names = |id: Option<&String>| -> Vec<&str> {
        let actor = id.and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
        actor.map(|actor| names_of(actor, &item.text)).unwrap_or_default()
    };
    let party = |gold: Option<&String>, found: Option<&String>| match (gold, found) {
        (None, None) => true,
        (Some(gold), Some(_)) => names(found).iter().any(|name| alike(gold, name)),
        _ => false,
    };
    let agree = |gold: &Gold, found: &Transfer| {
        let parties = party(gold.supplier.as_ref(), found.supplier.as_ref())
            && party(gold.recipient.as_ref(), found.recipient.as_ref());
        (parties, gold.class == found.class, gold.status == found.status)
    };
    let mut pairs = Vec::new();
    for (i, gold) in item.transfers.iter().enumerate() {
        for (j, found) in reading.transfers.iter().enumerate() {
            if alike(&gold.goods, &found.goods) {
                let (parties, class, status) = agree(gold, found);
                pairs.push((usize::from(parties) * 2 + usize::from(class) + usize::from(status), i, j));
            }
        }
    }
    pairs.sort_by_key(|(agreed, i, j)| (usize::MAX - agreed, *i, *j));
    let (mut taken, mut used) = (vec![None; item.transfers.len()], Vec::new());
    for (_, i, j) in pairs {
        if taken[i].is_none() && !used.contains(&j) {
            taken[i] = Some(j);
            used.push(j);
        }
    }
    sums.gold += item.transfers.len();
    sums.found += reading.transfers.len();
    for (gold, pair) in item.transfers.iter().zip(&taken) {
        let Some(found) = pair.and_then(|pair| reading.transfers.get(pair)) else {
            wrong.push(format!("missed: {} {}", gold.goods, gold.status));
            continue;
        };
        let (parties, class, status) = agree(gold, found);
        sums.paired += 1;
        let sides = [(&gold.supplier, &found.supplier), (&gold.recipient, &found.recipient)];
        for (faults, (gold, found)) in sums.faults.iter_mut().zip(sides) {
            if !party(gold.as_ref(), found.as_ref()) {
                let kind = if found.is_none() {
                    0
                } else if gold.is_some() {
                    1
                } else {
                    2
                };
                faults[kind] += 1;
            }
        }
        sums.parties += usize::from(parties);
        sums.class += usize::from(class);
        sums.status += usize::from(status);
        sums.right += usize::from(parties && class && status);
        if !parties {
            wrong.push(format!(
                "parties: {:?} -> {:?}",
                names(found.supplier.as_ref()),
                names(found.recipient.as_ref())
            ));
        }
        if !class {
            wrong.push(format!("class: {} for {}", found.class, gold.class));
        }
        if !status {
            wrong.push(format!("status: {} for {}", found.status, gold.status));
        }
    }
    if item.transfers.is_empty() {
        sums.negatives += 1;
        sums.wrong_negatives += usize::from(!reading.transfers.is_empty());
    }
    for (number, found) in reading.transfers.iter().enumerate() {
        if !used.contains(&number) {
            let (from, to) = (names(found.supplier.as_ref()), names(found.recipient.as_ref()));
            wrong.push(format!("made up: {} {} {} {from:?} -> {to:?}", found.goods, found.class, found.status));
        }
    }
}

/// The name of an actor and the words of all its mentions.
fn names_of<'a>(actor: &'a Actor, text: &'a str) -> Vec<&'a str> {
    let mentions = actor.mentions.iter().filter_map(|span| text.get(span.start..span.end));
    std::iter::once(actor.name.as_str()).chain(mentions).collect()
}

/// Whether the last word of one of two phrases stands in the other.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let last = |text: &str| text.split_whitespace().last().unwrap_or_default().to_owned();
    let (first, second) = (last(&one), last(&other));
    !first.is_empty() && !second.is_empty() && (other.contains(&first) || one.contains(&second))
}

fn plain(what: &str, gold: Option<&String>, found: &[String], sums: &mut Plain, wrong: &mut Vec<String>) {
    sums[0] += usize::from(gold.is_some());
    sums[1] += found.len();
    let right = gold.is_some_and(|gold| found.iter().any(|found| alike(gold, found)));
    sums[2] += usize::from(right);
    if gold.is_some() && !right || found.len() > usize::from(gold.is_some()) {
        wrong.push(format!("{what}: {found:?} for {gold:?}"));
    }
}
