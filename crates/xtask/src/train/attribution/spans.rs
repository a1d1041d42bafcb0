//! Learns the labels of a sentence around each cue.

use read::attribute::label::{Around, Beside, KINDS, OWN, Paths, SHARED, STEPS};
use read::attribute::ways::{Cell, Ways};

use super::prepare::Prepared;
use crate::failure::say;
use crate::prng::Prng;
use crate::train::SEED;
use crate::train::dense::{Dense, Frozen, Numbers};

const EPOCHS: usize = 12;
/// What a wrong label must lose by.
const MARGIN: i32 = 1000;
/// How often a feature must be seen.
const CUTOFF: u32 = 2;

/// One cue in its sentence.
struct Instance {
    head: usize,
    labels: Vec<u8>,
    /// Where the features of its first token and step end among all of them.
    token: usize,
    step: usize,
}

/// All cues with the numbers of their features.
#[derive(Default)]
struct Corpus {
    instances: Vec<Instance>,
    tokens: Vec<u32>,
    token_ends: Vec<usize>,
    steps: Vec<u32>,
    step_ends: Vec<usize>,
}

/// Gives the features of every token of every gold cue.
fn each(articles: &[&Prepared], mut give: impl FnMut(&[u64], &[u64])) {
    let mut token = [0; SHARED + OWN];
    let mut paths = Paths::default();
    for article in articles {
        for gold in &article.gold {
            let sentence = &article.segments.sentences[gold.sentence].tokens;
            paths.fill(&article.all, sentence, gold.head);
            let around = Around::of(&article.all, sentence, gold.head);
            for at in sentence.clone() {
                let beside = Beside::new(&article.all, sentence, &around, &paths, at);
                token[..SHARED].copy_from_slice(&beside.shared());
                token[SHARED..].copy_from_slice(&beside.own());
                give(&token, &beside.step());
            }
        }
    }
}

fn corpus(articles: &[&Prepared], for_tokens: &Numbers, for_steps: &Numbers) -> Corpus {
    let mut out = Corpus { token_ends: vec![0], step_ends: vec![0], ..Corpus::default() };
    each(articles, |token, steps| {
        for_tokens.resolve(token, &mut out.tokens);
        out.token_ends.push(out.tokens.len());
        for_steps.resolve(steps, &mut out.steps);
        out.step_ends.push(out.steps.len());
    });
    let mut before = 0;
    for article in articles {
        for gold in &article.gold {
            let start = article.segments.sentences[gold.sentence].tokens.start;
            out.instances.push(Instance {
                head: gold.head - start,
                labels: gold.labels.clone(),
                token: before,
                step: before,
            });
            before += gold.labels.len();
        }
    }
    out
}

/// Learns from articles: the weights of labels, and those of steps.
pub fn train(articles: &[&Prepared]) -> (Frozen<KINDS>, Frozen<STEPS>) {
    let numbers = |wanted: bool| {
        let mut all = Vec::new();
        each(articles, |token, steps| if wanted { all.extend(token) } else { all.extend(steps) });
        Numbers::count(all.into_iter(), CUTOFF)
    };
    let (for_tokens, for_steps) = (numbers(true), numbers(false));
    let corpus = corpus(articles, &for_tokens, &for_steps);
    let mut tokens = Dense::<KINDS>::new(for_tokens.len());
    let mut steps = Dense::<STEPS>::new(for_steps.len());
    let mut prng = Prng::new(SEED);
    let mut order: Vec<usize> = (0..corpus.instances.len()).collect();
    for epoch in 0..EPOCHS {
        prng.shuffle(&mut order);
        let right = order.iter().filter(|at| learn(&corpus, **at, &mut tokens, &mut steps)).count();
        say(format_args!("  pass {}: {right} of {} sentences right with a margin", epoch + 1, order.len()));
    }
    (tokens.freeze(&for_tokens), steps.freeze(&for_steps))
}

/// Learns from one instance; whether it was right with a margin.
fn learn(corpus: &Corpus, at: usize, tokens: &mut Dense<KINDS>, steps: &mut Dense<STEPS>) -> bool {
    let one = &corpus.instances[at];
    let token = |at: usize| &corpus.tokens[corpus.token_ends[one.token + at]..corpus.token_ends[one.token + at + 1]];
    let step = |at: usize| &corpus.steps[corpus.step_ends[one.step + at]..corpus.step_ends[one.step + at + 1]];
    let mut cells = Vec::with_capacity(one.labels.len());
    for (at, gold) in one.labels.iter().enumerate() {
        let mut cell = Cell::of(tokens.score(token(at)), &steps.score(step(at)));
        for (kind, score) in cell.label.iter_mut().enumerate() {
            *score += if kind == usize::from(*gold) { 0 } else { MARGIN };
        }
        cells.push(cell);
    }
    let mut ways = Ways::default();
    ways.find(&cells, one.head, 1, 0);
    let chosen = ways.labels(0);
    tokens.tick();
    steps.tick();
    for at in 0..cells.len() {
        let (good, bad) = (usize::from(one.labels[at]), usize::from(chosen[at]));
        if good != bad {
            tokens.nudge(token(at), good, 1);
            tokens.nudge(token(at), bad, -1);
        }
        if at > 0 {
            let good = usize::from(one.labels[at - 1]) * KINDS + good;
            let bad = usize::from(chosen[at - 1]) * KINDS + bad;
            if good != bad {
                steps.nudge(step(at), good, 1);
                steps.nudge(step(at), bad, -1);
            }
        }
    }
    chosen == one.labels
}
