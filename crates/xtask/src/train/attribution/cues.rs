//! Learns which tokens are heads of cues.

use read::attribute::find;

use super::prepare::Prepared;
use crate::prng::Prng;
use crate::train::SEED;
use crate::train::dense::{Dense, Frozen, Numbers};

const EPOCHS: usize = 12;
/// A token must be told from its opposite by this much.
const MARGIN: i32 = 150;
/// How often a feature must be seen.
const CUTOFF: u32 = 2;

/// Every token that could be a cue with its features.
pub fn tokens(one: &Prepared, mut each: impl FnMut(usize, &[u64; find::COUNT])) {
    for sentence in &one.segments.sentences {
        for at in sentence.tokens.clone().filter(|at| !one.all.is_mark(*at)) {
            each(at, &find::extract(&one.all, &sentence.tokens, at));
        }
    }
}

/// Learns from articles. A token with a sum above 0 looks like a cue.
pub fn train(articles: &[&Prepared]) -> Frozen<1> {
    let mut all: Vec<u64> = Vec::new();
    articles.iter().for_each(|one| tokens(one, |_, features| all.extend(features)));
    let numbers = Numbers::count(all.iter().copied(), CUTOFF);
    let (mut features, mut ends, mut gold) = (Vec::new(), vec![0], Vec::new());
    all.chunks(find::COUNT).for_each(|one| {
        numbers.resolve(one, &mut features);
        ends.push(features.len());
    });
    for one in articles {
        let heads: std::collections::BTreeSet<usize> = one.gold.iter().map(|gold| gold.head).collect();
        tokens(one, |at, _| gold.push(heads.contains(&at)));
    }
    let mut weights = Dense::<1>::new(numbers.len());
    let mut prng = Prng::new(SEED);
    let mut order: Vec<usize> = (0..gold.len()).collect();
    for _ in 0..EPOCHS {
        prng.shuffle(&mut order);
        for at in &order {
            let features = &features[ends[*at]..ends[at + 1]];
            weights.tick();
            let way = if gold[*at] { 1 } else { -1 };
            if weights.score(features)[0] * way < MARGIN {
                weights.nudge(features, 0, way);
            }
        }
    }
    weights.freeze(&numbers)
}
