//! Learns which labelling to take among the likely ones of each cue.

use read::attribute::choose::{self, CHOICES, Choice, Runs, Scene};
use read::attribute::decode::Attributor;
use read::attribute::label::{CONTENT, SOURCE};

use super::prepare::{Gold, Prepared};
use crate::failure::say;
use crate::prng::Prng;
use crate::train::SEED;
use crate::train::dense::{Dense, Frozen, Numbers};

pub const EPOCHS: usize = 12;
/// What a choice that is all wrong must lose by.
const MARGIN: i32 = 1000;
/// How much of what a choice is behind counts as much as one weight in training.
pub const BEHIND: i64 = 1000;
/// How often a feature must be seen.
const CUTOFF: u32 = 5;

/// A cue with its choices.
pub struct Case {
    /// Features of each choice.
    features: Vec<Vec<u64>>,
    behind: Vec<i32>,
    /// How wrong each is, 0 to 1000.
    loss: Vec<i32>,
}

fn overlap(gold: &[usize], own: &Runs, one: &Prepared) -> f64 {
    let own: Vec<usize> =
        own.iter().flat_map(|(first, last)| *first..=*last).filter(|at| !one.all.is_mark(*at)).collect();
    if gold.is_empty() && own.is_empty() {
        return 1.0;
    }
    let shared = own.iter().filter(|at| gold.contains(at)).count();
    2.0 * shared as f64 / (gold.len() + own.len()) as f64
}

fn loss(one: &Prepared, gold: &Gold, choice: &Choice) -> i32 {
    let start = one.segments.sentences[gold.sentence].tokens.start;
    let of = |label: u8| -> Vec<usize> {
        let own = gold.labels.iter().enumerate().filter(|(_, own)| **own == label).map(|(at, _)| start + at);
        own.filter(|at| !one.all.is_mark(*at)).collect()
    };
    let source = overlap(&of(SOURCE), &choice.source, one);
    let content = overlap(&of(CONTENT), &choice.content, one);
    let missed = u32::from(source < 1.0) + u32::from(content < 1.0);
    let both = if missed > 0 { 400.0 } else { 0.0 };
    (both + 100.0 * f64::from(missed) + 200.0 * (2.0 - source - content)) as i32
}

/// The cases of one article under a model that has not seen it.
pub fn cases(one: &Prepared, model: &Attributor<'_>, out: &mut Vec<Case>) {
    for gold in &one.gold {
        let sentence = &one.segments.sentences[gold.sentence].tokens;
        let scene = Scene { all: &one.all, sentence, head: gold.head };
        let ways = model.ways(&one.all, sentence, gold.head);
        let choices = choose::choices(&one.all, sentence, &ways);
        let mut case = Case { features: Vec::new(), behind: Vec::new(), loss: Vec::new() };
        for choice in &choices {
            let mut features = Vec::new();
            let mut whole = [0; choose::WHOLE];
            scene.whole(choice, &mut whole);
            features.extend(whole);
            for run in &choice.cue {
                let mut part = [0; choose::CUE_PART];
                scene.words_of_cue(*run, &mut part);
                features.extend(part);
            }
            for (kind, runs) in [(1, &choice.source), (2, &choice.content)] {
                for run in runs {
                    let mut part = [0; choose::PART];
                    scene.part(kind, *run, &mut part);
                    features.extend(part);
                }
            }
            case.features.push(features);
            case.behind.push(choice.behind);
            case.loss.push(loss(one, gold, choice));
        }
        out.push(case);
    }
}

/// Says how often the right labelling is the first, and how often it is among the choices.
pub fn say_how_good(cases: &[Case]) {
    let right = |among: usize| cases.iter().filter(|case| case.loss.iter().take(among).any(|loss| *loss == 0)).count();
    let (first, any) = (right(1), right(CHOICES));
    say(format_args!("  of {} sentences the first labelling of {first} is right, any of {any}", cases.len()));
}

/// Learns from cases.
pub fn train(cases: &[Case]) -> Frozen<1> {
    let numbers = Numbers::count(cases.iter().flat_map(|case| case.features.iter().flatten().copied()), CUTOFF);
    let rows: Vec<Vec<Vec<u32>>> = cases
        .iter()
        .map(|case| {
            case.features
                .iter()
                .map(|features| {
                    let mut row = Vec::new();
                    numbers.resolve(features, &mut row);
                    row
                })
                .collect()
        })
        .collect();
    let mut weights = Dense::<1>::new(numbers.len());
    let mut prng = Prng::new(SEED);
    let mut order: Vec<usize> = (0..cases.len()).collect();
    for epoch in 0..EPOCHS {
        prng.shuffle(&mut order);
        let mut right = 0;
        for at in &order {
            let (case, rows) = (&cases[*at], &rows[*at]);
            weights.tick();
            let Some(good) = (0..rows.len()).min_by_key(|at| (case.loss[*at], *at)) else { continue };
            let score = |at: usize| weights.score(&rows[at])[0] - case.behind[at] / BEHIND as i32;
            let worse = |at: usize| score(at) + MARGIN * (case.loss[at] - case.loss[good]) / 1000;
            let bad = (0..rows.len()).max_by_key(|at| (worse(*at), rows.len() - at)).unwrap_or(good);
            if bad == good || case.loss[bad] == case.loss[good] {
                right += 1;
                continue;
            }
            weights.nudge(&rows[good], 0, 1);
            weights.nudge(&rows[bad], 0, -1);
        }
        say(format_args!("  choices {}: {right} of {} right with a margin", epoch + 1, order.len()));
    }
    weights.freeze(&numbers)
}
