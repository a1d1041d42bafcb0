//! Trains who is actor and target of an event: a structured perceptron with a margin, in whole numbers.
//!
//! Of all pairs of those who may take part the one that people marked shall have the highest score, by more the more wrong
//! another is. Where it has not, the weights of its features go up one step and those of the one that had go down; the model
//! is the average over all steps.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use read::event::study::Candidate;
use read::model::lookup::Lookup;
use record::span::Span;

use super::perceptron::AsIs;
use crate::events::{Row, Seen};

/// How often all sentences are taken in turn.
const ROUNDS: usize = 12;
/// By how much the marked pair must lead for each side on which another is wrong.
const MARGIN: i32 = 160;

/// What it counts for the choice of a predicate, beside a side that fits (8), that the lexicon gives it the marked root.
const AGREED: i32 = 6;

/// What a whole step is in the weights that are written down.
const STEP: i64 = 400;

type Map<T> = HashMap<u64, T, BuildHasherDefault<AsIs>>;

/// Weights of an averaged perceptron.
#[derive(Default)]
struct Weights<const N: usize>(Map<[(i64, i64); N]>);

impl<const N: usize> Weights<N> {
    fn score(&self, features: &[u64]) -> [i32; N] {
        let mut sums = [0i64; N];
        for row in features.iter().filter_map(|feature| self.0.get(feature)) {
            sums.iter_mut().zip(row).for_each(|(sum, (weight, _))| *sum += weight);
        }
        sums.map(|sum| sum as i32)
    }

    /// Moves the weights of features; `at` is how many steps there were.
    fn step(&mut self, features: &[u64], label: usize, by: i64, at: i64) {
        for feature in features {
            if let Some(row) = self.0.get_mut(feature) {
                row[label].0 += by;
                row[label].1 += by * at;
            }
        }
    }

    /// The averages after so many steps.
    fn averages(&self, steps: i64) -> Vec<(u64, [i64; N])> {
        let mean = |(weight, later): (i64, i64)| (weight * steps - later) * STEP / steps.max(1);
        self.0.iter().map(|(feature, row)| (*feature, row.map(mean))).collect()
    }
}

/// A sentence with what of its event people marked.
struct Example<'s> {
    event: &'s Candidate,
    /// For each who may take part, whether it is what is marked: 2 if so, 1 if it is a word within it, 0 if not.
    marked: [Vec<u8>; 2],
}

/// How those who may take part stand to marked spans.
fn marked(event: &Candidate, spans: &[Span]) -> Vec<u8> {
    let touches = |list: &[Span]| list.iter().any(|one| spans.iter().any(|span| span.overlaps(one)));
    let fits: Vec<bool> = event.mentions.iter().map(|mentions| touches(mentions)).collect();
    let inside: Vec<bool> = event.own.iter().map(|own| touches(std::slice::from_ref(own))).collect();
    let any = fits.iter().zip(&inside).any(|(fits, inside)| *fits && *inside);
    let highest =
        |number: usize| (0..fits.len()).all(|other| !(fits[other] && inside[other] && event.is_within(number, other)));
    (0..fits.len())
        .map(|number| match fits[number] {
            true if !any || inside[number] && highest(number) => 2,
            true => 1,
            false => 0,
        })
        .collect()
}

/// The weights of sides and of pairs, from the sentences that `chosen` takes.
pub fn train(rows: &[Row], seen: &[Seen], chosen: impl Fn(&Row) -> bool) -> (Vec<u8>, Vec<u8>) {
    let mut examples = Vec::new();
    for (row, one) in rows.iter().zip(seen).filter(|(row, _)| chosen(row)) {
        let fit = |number: &usize| {
            let (points, _) = one.matched[*number];
            let agreed = points % 2;
            (
                points + agreed * (AGREED - 1),
                std::cmp::Reverse(one.study.candidates[*number].depth),
                std::cmp::Reverse(*number),
            )
        };
        let Some(best) = (0..one.matched.len()).max_by_key(fit) else { continue };
        // What else the lexicon gives the marked root is mostly the same event, told twice: "*launched* raids that *killed*".
        let agrees = |number: &usize| *number == best || one.matched[*number].0 % 2 == 1;
        for number in (0..one.matched.len()).filter(agrees) {
            let event = &one.study.candidates[number];
            let marked = [marked(event, &row.source), marked(event, &row.target)];
            if marked.iter().flatten().any(|mark| *mark == 2) {
                examples.push(Example { event, marked });
            }
        }
    }
    let mut sides = Weights::<2>::default();
    let mut pairs = Weights::<1>::default();
    for one in &examples {
        one.event.sides.iter().flatten().for_each(|one| _ = sides.0.entry(*one).or_default());
        one.event.pairs.iter().flatten().for_each(|one| _ = pairs.0.entry(*one).or_default());
    }
    let mut steps = 1;
    for _ in 0..ROUNDS {
        for one in &examples {
            learn(one, &mut sides, &mut pairs, steps);
            steps += 1;
        }
    }
    let short = |weight: i64| weight.clamp(i64::from(i16::MIN), i64::from(i16::MAX)) as i16 as u16;
    let packed = |[actor, target]: [i64; 2]| u32::from(short(actor)) << 16 | u32::from(short(target));
    let sides = sides.averages(steps).into_iter().map(|(feature, row)| (feature, packed(row)));
    let pairs = pairs.averages(steps).into_iter().map(|(feature, [one])| (feature, (one as i32).cast_unsigned()));
    let some = |(_, weight): &(u64, u32)| *weight != 0;
    (Lookup::build(sides.filter(some).collect()), Lookup::build(pairs.filter(some).collect()))
}

/// One step.
fn learn(one: &Example<'_>, sides: &mut Weights<2>, pairs: &mut Weights<1>, step: i64) {
    let event = one.event;
    let count = event.sides.len();
    let scores: Vec<[i32; 2]> = event.sides.iter().map(|features| sides.score(features)).collect();
    let open = one.marked.each_ref().map(|marks| marks.iter().all(|mark| *mark != 2));
    let (mut right, mut wrong) = ((i32::MIN, (0, 0)), (i32::MIN, (0, 0)));
    for actor in 0..count {
        for target in (0..count).filter(|target| !event.cannot(actor, *target)) {
            let mark = |side: usize, number: usize| if open[side] { 2 } else { one.marked[side][number] };
            let (first, second) = (mark(0, actor), mark(1, target));
            let [both] = pairs.score(&event.pairs[actor * count + target]);
            let score = scores[actor][0] + scores[target][1] + both;
            if first == 2 && second == 2 {
                right = right.max((score, (actor, target)));
            } else if first == 0 || second == 0 {
                let missed = i32::from(first == 0) + i32::from(second == 0);
                wrong = wrong.max((score + MARGIN * missed, (actor, target)));
            }
        }
    }
    if right.0 == i32::MIN || wrong.0 < right.0 {
        return;
    }
    for ((actor, target), by) in [(right.1, 1), (wrong.1, -1)] {
        sides.step(&event.sides[actor], 0, by, step);
        sides.step(&event.sides[target], 1, by, step);
        pairs.step(&event.pairs[actor * count + target], 0, by, step);
    }
}
