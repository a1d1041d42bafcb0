//! Learns how far contents go on in the neighbouring sentences.

use std::ops::Range;

use read::attribute::analysis::Analysis;
use read::attribute::decode::neighbour;
use read::attribute::extend;

use super::prepare::Prepared;
use crate::prng::Prng;
use crate::train::SEED;
use crate::train::dense::{Dense, Frozen, Numbers};

const EPOCHS: usize = 10;
/// The right answer must win by this much.
const MARGIN: i32 = 150;

/// Learns which neighbouring sentences belong to a content.
pub fn train(articles: &[&Prepared]) -> Frozen<{ extend::KINDS }> {
    let mut cases: Vec<([u64; extend::COUNT], u8)> = Vec::new();
    for article in articles {
        for gold in &article.gold {
            let own: Range<usize> = article.segments.sentences[gold.sentence].tokens.clone();
            let inside: Vec<usize> = gold.content.iter().copied().filter(|at| own.contains(at)).collect();
            for behind in [true, false] {
                for far in 1..=12 {
                    let Some((next, so)) =
                        neighbour(&article.segments, &article.all, gold.sentence, gold.head, &inside, far, behind)
                    else {
                        break;
                    };
                    let mut features = [0; extend::COUNT];
                    extend::extract(&article.all, &next, &so, &mut features);
                    let answer = answer(&article.all, &next, &gold.content);
                    cases.push((features, answer));
                    if answer != extend::WHOLE {
                        break;
                    }
                }
            }
        }
    }
    let numbers = Numbers::count(cases.iter().flat_map(|(features, _)| *features), 1);
    let rows: Vec<Vec<u32>> = cases
        .iter()
        .map(|(features, _)| {
            let mut row = Vec::new();
            numbers.resolve(features, &mut row);
            row
        })
        .collect();
    let mut weights = Dense::<{ extend::KINDS }>::new(numbers.len());
    let mut prng = Prng::new(SEED);
    let mut order: Vec<usize> = (0..cases.len()).collect();
    for _ in 0..EPOCHS {
        prng.shuffle(&mut order);
        for at in &order {
            let gold = usize::from(cases[*at].1);
            let scores = weights.score(&rows[*at]);
            weights.tick();
            let rivals = (0..extend::KINDS).filter(|kind| *kind != gold);
            let rival = rivals.max_by_key(|kind| (scores[*kind], extend::KINDS - kind)).unwrap_or(0);
            if scores[gold] - scores[rival] < MARGIN {
                weights.nudge(&rows[*at], gold, 1);
                weights.nudge(&rows[*at], rival, -1);
            }
        }
    }
    weights.freeze(&numbers)
}

/// How much of a neighbouring sentence belongs to the content.
fn answer(all: &Analysis, next: &Range<usize>, content: &[usize]) -> u8 {
    let words: Vec<usize> = next.clone().filter(|at| !all.is_mark(*at)).collect();
    let inside = words.iter().filter(|at| content.contains(at)).count();
    let quoted = words.iter().filter(|at| all.quote[**at] != 0).count();
    if inside == 0 {
        extend::STOPS
    } else if inside * 10 >= words.len() * 8 {
        extend::WHOLE
    } else if quoted > 0 && inside.abs_diff(quoted) <= 2 {
        extend::QUOTED
    } else if inside * 2 > words.len() {
        extend::WHOLE
    } else {
        extend::STOPS
    }
}
