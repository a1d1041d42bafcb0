//! Trains the parts of attribution: which tokens are cues, what of their sentence belongs to them, which of the likely
//! labellings to take, and how far contents go on.

mod cues;
mod more;
mod prepare;
mod rerank;
mod spans;

use read::attribute::decode::Attributor;
use read::attribute::find::FIRST;
use read::model::ModelFile;
use read::model::codes::{HEAVIEST, Quads};

use super::dense::{heaviest, table};
use crate::failure::{Failure, say};

pub use prepare::{Prepared, prepare};

/// In how many parts the articles are cut, so that each is labelled by models that have not seen it.
const FOLDS: usize = 4;
/// One in so many cues is lost because its first features look unlikely.
const LOST: usize = 1000;
/// Codes no larger than this are left out.
const PRUNE: u8 = 16;

/// Trains on articles and gives the bytes of the model.
///
/// # Errors
/// If a model that was just trained cannot be opened.
pub fn train(articles: &mut [Prepared]) -> Result<Vec<u8>, Failure> {
    // Cues as they will be found, for the labels to be learnt among.
    let (mut threshold, mut unlikely) = (0, i64::from(i32::MAX));
    for fold in 0..FOLDS {
        let bytes = table::<1, 8>(&cues::train(&others(articles, fold)), PRUNE);
        let weights = Quads::open(&bytes).map_err(|error| Failure::new(error.to_string()))?;
        let (mut scored, mut all, mut firsts) = (Vec::new(), 0, Vec::new());
        for one in articles.iter_mut().skip(fold).step_by(FOLDS) {
            all += one.gold.len();
            for (at, first, score) in mark(&weights, one) {
                one.all.cue[at] = score > 0;
                firsts.push((first, score));
                scored.push((score, one.gold.iter().any(|gold| gold.head == at)));
            }
        }
        let limit = best_limit(scored, all);
        say(format_args!("  part {}: threshold {limit}", fold + 1));
        threshold += i64::from(limit);
        firsts.retain(|(_, score)| *score > limit);
        firsts.sort_unstable();
        unlikely = unlikely.min(firsts.get(firsts.len() / LOST).map_or(0, |(first, _)| i64::from(*first)));
    }
    threshold /= FOLDS as i64;

    let mut cases = Vec::new();
    for fold in 0..FOLDS {
        say(format_args!("labelling part {} by a model that has not seen it", fold + 1));
        let mut file = ModelFile::default();
        add_spans(&mut file, &others(articles, fold));
        for name in ["cues", "choices", "more"] {
            file.add(name, table::<1, 8>(&Vec::new(), PRUNE));
        }
        add_numbers(&mut file, [threshold, unlikely, 0]);
        let bytes = file.to_bytes("attrib");
        let model = Attributor::open(&bytes).map_err(|error| Failure::new(error.to_string()))?;
        articles.iter().skip(fold).step_by(FOLDS).for_each(|one| rerank::cases(one, &model, &mut cases));
    }
    rerank::say_how_good(&cases);
    let choices = rerank::train(&cases);
    // Weights in training are sums divided by the steps they were summed over.
    let steps = (cases.len() * rerank::EPOCHS) as i128;
    let weight = i128::from(heaviest(&choices)) * i128::from(rerank::BEHIND) * 1024 / (steps * i128::from(HEAVIEST));

    let all: Vec<&Prepared> = articles.iter().collect();
    let mut file = ModelFile::default();
    add_numbers(&mut file, [threshold, unlikely, i64::try_from(weight).unwrap_or(i64::MAX)]);
    file.add("cues", table::<1, 8>(&cues::train(&all), PRUNE));
    add_spans(&mut file, &all);
    file.add("choices", table::<1, 8>(&choices, PRUNE));
    file.add("more", table::<3, 8>(&more::train(&all), PRUNE));
    let bytes = file.to_bytes("attrib");
    Attributor::open(&bytes).map_err(|error| Failure::new(error.to_string()))?;
    Ok(bytes)
}

/// The articles that are not in part `fold`.
fn others(articles: &[Prepared], fold: usize) -> Vec<&Prepared> {
    articles.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, one)| one).collect()
}

fn add_spans(file: &mut ModelFile, articles: &[&Prepared]) {
    let (tokens, steps) = spans::train(articles);
    file.add("tokens", table::<4, 8>(&tokens, PRUNE));
    file.add("steps", table::<16, 20>(&steps, PRUNE));
}

fn add_numbers(file: &mut ModelFile, numbers: [i64; 3]) {
    file.add("numbers", numbers.iter().flat_map(|number| number.to_le_bytes()).collect());
}

/// The threshold with the best F1; `all` is how many cues there are.
fn best_limit(mut scored: Vec<(i32, bool)>, all: usize) -> i32 {
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let (mut hits, mut top) = (0, (0.0, 0));
    for (rank, (score, hit)) in scored.iter().enumerate() {
        hits += usize::from(*hit);
        let f1 = 2.0 * hits as f64 / (rank + 1 + all) as f64;
        if f1 > top.0 {
            top = (f1, *score - 1);
        }
    }
    top.1
}

/// Every token that could be a cue with its score by the first features, and by all.
fn mark(weights: &Quads<'_>, one: &Prepared) -> Vec<(usize, i32, i32)> {
    let mut out = Vec::new();
    cues::tokens(one, |at, features| {
        let (first, rest) = features.split_at(FIRST);
        let mut score = [0];
        weights.score(first, &mut score);
        let by_first = score[0];
        weights.score(rest, &mut score);
        out.push((at, by_first, score[0]));
    });
    out
}
