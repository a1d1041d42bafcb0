//! The adversary's chair: three hundred lines over a hundred thousand claims and a thousand earlier releases, and one detail
//! that is dragged along its ladder.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use disclose::cover::{Access, Chair, Guard, Holdings, Statement};
use disclose::ladder::{Detail, Effort, Wanted, of_claim, of_line, suggest};
use record::cover::{Grain, Slot};
use record::reading::Head;
use record::time::Micros;

use super::{median, verdict};
use crate::failure::{Failure, say};
use crate::prng::Prng;

const LINES: usize = 300;
const CLAIMS: usize = 100_000;
const RELEASES: usize = 1_000;
const LISTS: usize = 400;
const PEOPLE: usize = 2_000;
/// The bars, in seconds on the clock.
const WHOLE: f64 = 2.0;
const DRAGGED: f64 = 0.05;
const RUNS: usize = 5;
const K: u32 = 3;

const PLACES: [(&str, &str); 8] = [
    ("Munich", "Germany"),
    ("Bremen", "Germany"),
    ("Bergen", "Norway"),
    ("Oslo", "Norway"),
    ("Lyon", "France"),
    ("Porto", "Portugal"),
    ("Gdansk", "Poland"),
    ("Turku", "Finland"),
];
const GOODS: [&str; 6] = ["drones", "shells", "rifles", "body armour", "machine tools", "microchips"];
const STATES: [&str; 6] = ["Norway", "Portugal", "Poland", "Finland", "Germany", "France"];
const MONTHS: [&str; 6] = ["January", "February", "March", "April", "May", "June"];

/// Measures on the clock, since that is what somebody waits for.
pub fn run() -> Result<(), Failure> {
    let mut prng = Prng::new(11);
    // A few hundred sentences are read; the claims of the case differ from them in the day, the place and the number.
    let read: Vec<(Vec<Detail>, Vec<Detail>)> = (0..400).filter_map(|_| both(&sentence(&mut prng))).collect();
    if read.is_empty() {
        return Err(Failure::new("no sentence could be read"));
    }
    let lists: Vec<Access> = (0..LISTS).map(|_| list(&mut prng)).collect();
    let before = Instant::now();
    let mut holdings = Holdings::new(lists);
    for number in 0..CLAIMS {
        let (claim, _) = &read[number % read.len()];
        let claim = varied(claim, number / read.len());
        let guard = if number % 4 == 0 {
            Guard::Guarded { known: Some(Micros(1_000)), access: accesses(&mut prng), is_owned: true }
        } else {
            let published = Some(Micros(prng.below(2_000) as i64));
            Guard::Open { root: u32::try_from(number / 3).unwrap_or(0), published }
        };
        holdings.add(&claim, guard);
    }
    let indexed = before.elapsed().as_secs_f64();
    say(format_args!("{CLAIMS} claims taken into the index: {indexed:.3} s"));
    let lines: Vec<(Vec<Detail>, usize)> = (0..LINES)
        .map(|number| {
            let held = number * 4 * (CLAIMS / 4 / LINES);
            let (_, line) = &read[held % read.len()];
            (varied(line, held / read.len()), held)
        })
        .collect();
    let behind: Vec<[usize; 1]> = lines.iter().map(|(_, held)| [*held]).collect();
    let wanted = || -> Vec<Wanted<'_>> {
        lines.iter().zip(&behind).map(|((details, _), behind)| Wanted { details, behind, is_guarded: true }).collect()
    };
    let earlier: Vec<Statement> = (0..RELEASES)
        .map(|number| {
            let held = (number * 44) / 4 * 4 % CLAIMS;
            let (_, line) = &read[held % read.len()];
            let line = varied(line, held / read.len());
            let coarse: Vec<usize> = line.iter().map(|detail| detail.rungs.len().saturating_sub(2)).collect();
            holdings.statement(&line, &coarse, vec![held])
        })
        .collect();
    let (mut whole, mut dragged) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let before = Instant::now();
        let chair = Chair::new(&holdings, wanted(), &earlier);
        black_box(chair.report(K));
        whole.push(before.elapsed().as_secs_f64());
        // One detail, one rung further down, of each line.
        for (line, (details, _)) in lines.iter().enumerate() {
            let Some(at) = details.iter().position(|detail| detail.rungs.len() > 1) else { continue };
            let chosen: Vec<usize> = (0..details.len()).map(|other| usize::from(other == at)).collect();
            let before = Instant::now();
            black_box(chair.figures(line, &chosen));
            dragged.push(before.elapsed().as_secs_f64());
        }
    }
    let figure = median(&whole);
    say(format_args!(
        "{LINES} lines over {CLAIMS} claims and {RELEASES} earlier releases, the full report: {figure:.3} s (median of {RUNS}), bar {WHOLE} s: {}",
        verdict(figure <= WHOLE)
    ));
    dragged.sort_by(f64::total_cmp);
    let slowest = dragged.last().copied().unwrap_or_default();
    say(format_args!(
        "one detail dragged: {:.3} ms (median), {:.3} ms at the most, bar {} ms: {}",
        median(&dragged) * 1e3,
        slowest * 1e3,
        DRAGGED * 1e3,
        verdict(slowest <= DRAGGED)
    ));
    let chair = Chair::new(&holdings, wanted(), &earlier);
    let before = Instant::now();
    let found = suggest(&holdings, chair.together(), &wanted(), K, Effort::default());
    say(format_args!(
        "the least generalisation of all of them: {:.3} s, k {}, {:.0} % of the bits kept",
        before.elapsed().as_secs_f64(),
        found.least.k,
        100.0 * found.kept / found.whole
    ));
    Ok(())
}

fn sentence(prng: &mut Prng) -> String {
    let (place, _) = PLACES[prng.below(PLACES.len())];
    let (one, other) = (STATES[prng.below(STATES.len())], STATES[prng.below(STATES.len())]);
    let (goods, month) = (GOODS[prng.below(GOODS.len())], MONTHS[prng.below(MONTHS.len())]);
    format!(
        "A source said that {one} sent {} {goods} to {other} in {place} on {} {month} 2030.",
        3 + prng.below(90),
        1 + prng.below(28)
    )
}

/// A sentence as a claim of a case and as a line of a draft.
fn both(text: &str) -> Option<(Vec<Detail>, Vec<Detail>)> {
    let head = Head { language: Some("en".to_owned()), ..Head::default() };
    let reading = read::read(text, head);
    let claim = reading.claims.first()?;
    Some((of_claim(&reading, claim), of_line(&reading, text)))
}

/// The same with other keys of the finest rung of each detail, so that few claims are alike to the last.
fn varied(details: &[Detail], number: usize) -> Vec<Detail> {
    let mut details = details.to_vec();
    for detail in details.iter_mut().filter(|detail| detail.rungs.len() > 1) {
        if let Some(first) = detail.rungs.first_mut() {
            first.key.push_str(&format!("~{}", number % 17));
        }
    }
    details
}

fn list(prng: &mut Prng) -> Access {
    let count = 4 + prng.below(40);
    let limits: BTreeMap<Slot, Grain> = match prng.below(4) {
        0 => [(Slot::When, Grain::Month)].into(),
        1 => [(Slot::Count, Grain::Several)].into(),
        _ => BTreeMap::new(),
    };
    let members = (0..count).map(|_| vec![format!("person {}", prng.below(PEOPLE))]).collect();
    Access { members, others: 0, limits }
}

fn accesses(prng: &mut Prng) -> Vec<usize> {
    (0..1 + prng.below(3)).map(|_| prng.below(LISTS)).collect()
}
