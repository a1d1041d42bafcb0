//! Trains the recognition of names: a linear chain, as a structured perceptron with a margin.
//!
//! Some corpora leave open what a token is (see [`crate::ner`]). Then the weights move towards the best sequence that
//! the corpus allows, by the weights as they are.

pub mod classes;
pub mod lists;

use read::model::ModelFile;
use read::model::rows::RowWeights;
use read::name::features::COUNT;
use read::name::gazetteer::Gazetteer;
use read::name::label::{self, ANY, LABELS, Row};
use read::name::usage::Usage;
use read::name::walk;

use super::SEED;
use super::perceptron::{Perceptron, scale_of, small};
use crate::failure::{Failure, say};
use crate::ner::{Reader, Text};
use crate::prng::Prng;

const EPOCHS: usize = 12;
/// By how much each wrong label must lose.
const MARGIN: i32 = 300;
/// A feature seen less often is not learnt.
const CUTOFF: u32 = 3;
/// All but one in so many sums fit the scale.
const UNCUT: usize = 1_000_000;
/// Frozen weights no larger than this are left out.
const PRUNE: u8 = 2;

/// A stretch of tokens: the features of each, and what it may be.
struct Stretch {
    features: Vec<[u64; COUNT]>,
    sets: Vec<u32>,
}

/// The stretches of documents. Where a name lies partly outside of one, what is inside is left open.
fn stretches(texts: &[Text], gazetteer: &Gazetteer<'_>) -> Result<Vec<Stretch>, Failure> {
    let reader = Reader::new()?;
    let mut out = Vec::new();
    for text in texts {
        let all = reader.read(&text.text, &text.segments);
        let sets = text.sets();
        let usage = Usage::of(&text.text, &text.segments, &all);
        walk(&text.text, &text.segments, &all, &usage, gazetteer, |stretch, features| {
            let mut own = sets.get(stretch.clone()).unwrap_or_default().to_vec();
            let cut = |name: &&read::name::Name| {
                name.first < stretch.end
                    && name.last >= stretch.start
                    && (name.first < stretch.start || name.last >= stretch.end)
            };
            for name in text.gold.iter().filter(cut) {
                for at in name.first.max(stretch.start)..=name.last.min(stretch.end - 1) {
                    own[at - stretch.start] = ANY;
                }
            }
            out.push(Stretch { features: features.to_vec(), sets: own });
        });
    }
    Ok(out)
}

/// Trains on documents and gives the bytes of the model.
///
/// # Errors
/// If the tagger or the parser cannot be opened.
pub fn train(texts: &[Text], gazetteer: &Gazetteer<'_>) -> Result<Vec<u8>, Failure> {
    let stretches = stretches(texts, gazetteer)?;
    let tokens: usize = stretches.iter().map(|one| one.sets.len()).sum();
    say(format_args!("  {} stretches, {tokens} tokens", stretches.len()));
    let mut file = ModelFile::default();
    file.add("weights", RowWeights::build(weights(&stretches)));
    Ok(file.to_bytes("names"))
}

fn weights(stretches: &[Stretch]) -> Vec<(u64, Vec<(u8, i8)>)> {
    let mut perceptron = Perceptron::new(CUTOFF);
    let mut rows = Vec::new();
    for features in stretches.iter().flat_map(|one| &one.features) {
        perceptron.resolve(features, &mut rows);
    }
    perceptron.stop_counting();
    let resolved: Vec<Vec<Vec<u32>>> = stretches
        .iter()
        .map(|one| {
            let row = |features: &[u64; COUNT]| {
                perceptron.resolve(features, &mut rows);
                rows.clone()
            };
            one.features.iter().map(row).collect()
        })
        .collect();
    let mut prng = Prng::new(SEED);
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    let (mut scores, mut back): (Vec<Row>, Vec<[u8; LABELS]>) = Default::default();
    let (mut gold, mut chosen) = (Vec::new(), Vec::new());
    for epoch in 0..EPOCHS {
        prng.shuffle(&mut order);
        let mut right = 0;
        for at in &order {
            let (sets, resolved) = (&stretches[*at].sets, &resolved[*at]);
            scores.clear();
            for rows in resolved {
                let mut row = [0; LABELS];
                row.copy_from_slice(&perceptron.score(rows)[..LABELS]);
                scores.push(row);
            }
            label::best(&scores, sets, &mut back, &mut gold);
            for (row, set) in scores.iter_mut().zip(sets) {
                let wrong = row.iter_mut().enumerate().filter(|(label, _)| set >> label & 1 == 0);
                wrong.for_each(|(_, score)| *score += MARGIN);
            }
            label::best(&scores, &[], &mut back, &mut chosen);
            perceptron.tick();
            let allowed = chosen.iter().zip(sets).all(|(label, set)| set >> label & 1 == 1);
            right += usize::from(allowed);
            // A sequence that the corpus allows is no mistake, even if another one is better.
            if allowed || gold.iter().zip(sets).any(|(label, set)| set >> label & 1 == 0) {
                continue;
            }
            for ((rows, good), bad) in resolved.iter().zip(&gold).zip(&chosen) {
                if good != bad {
                    perceptron.update(rows, *good, *bad);
                }
            }
        }
        say(format_args!("  epoch {}: {right} of {} stretches right with a margin", epoch + 1, stretches.len()));
    }
    let frozen = perceptron.freeze();
    let scale = scale_of(frozen.iter().flat_map(|(_, row)| row.iter().map(|(_, sum)| *sum)), UNCUT);
    let row = |row: &Vec<(u8, i64)>| -> Vec<(u8, i8)> {
        let weights = row.iter().map(|(label, sum)| (*label, small(*sum, scale)));
        weights.filter(|(_, weight)| weight.unsigned_abs() > PRUNE).collect()
    };
    frozen.iter().map(|(feature, weights)| (*feature, row(weights))).collect()
}
