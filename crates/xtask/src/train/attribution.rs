//! Trains the three parts of attribution: which tokens are cues, what of their sentence belongs to them, and how far
//! their contents go on.

use std::ops::Range;

use read::attribute::analysis::Analysis;
use read::attribute::decode::{Attributor, neighbour};
use read::attribute::extend;
use read::attribute::find;
use read::attribute::label::{self, Around, Cell, Paths};
use read::language::EN;
use read::model::ModelFile;
use read::model::rows::{RowWeights, Scores, best};
use read::segment::{Segments, segment};
use read::tag::Upos;
use record::span::Span;

use super::SEED;
use super::perceptron::{Perceptron, scale_of, small};
use crate::failure::{Failure, say};
use crate::polnear::{Article, Attribution};
use crate::prng::Prng;

/// In how many parts the articles are cut, so that each is labelled among cues found by a model that has not seen it.
const FOLDS: usize = 4;
const EPOCHS_CUES: usize = 12;
const EPOCHS_SPANS: usize = 12;
const EPOCHS_MORE: usize = 10;
const MARGIN_CUES: i32 = 300;
const MARGIN_SPANS: i32 = 1000;
const MARGIN_MORE: i32 = 20;
/// All but one in so many sums fit the scale.
const UNCUT: usize = 1_000_000;
/// Frozen weights no larger than this are left out.
const PRUNE: u8 = 1;

/// An article as it is trained on.
pub struct Prepared {
    segments: Segments,
    all: Analysis,
    gold: Vec<Gold>,
}

/// An attribution as tokens.
struct Gold {
    sentence: usize,
    head: usize,
    /// Labels of the sentence's tokens.
    labels: Vec<u8>,
    /// All tokens of the content.
    content: Vec<usize>,
}

/// Makes articles ready.
///
/// # Errors
/// If the tagger or the parser cannot be opened.
pub fn prepare(articles: &[Article]) -> Result<Vec<Prepared>, Failure> {
    let tagger = read::tag::embedded().map_err(|error| Failure::new(error.to_string()))?;
    let parser = read::parse::embedded().map_err(|error| Failure::new(error.to_string()))?;
    Ok(articles
        .iter()
        .map(|article| {
            let segments = segment(&article.text, &EN);
            let quotes = read::attribute::quotes(&article.text, &segments);
            let all = Analysis::of(&article.text, &segments, &quotes, &tagger, &parser);
            let gold = article.gold.iter().filter_map(|one| gold(one, &segments, &all)).collect();
            Prepared { segments, all, gold }
        })
        .collect())
}

/// The tokens that share a byte with the spans.
fn tokens(spans: &[Span], segments: &Segments) -> Vec<usize> {
    let mut out = Vec::new();
    for span in spans {
        let from = segments.tokens.partition_point(|token| token.end <= span.start);
        out.extend((from..segments.tokens.len()).take_while(|at| segments.tokens[*at].start < span.end));
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn gold(one: &Attribution, segments: &Segments, all: &Analysis) -> Option<Gold> {
    let cue = tokens(&one.cue, segments);
    let outside = |at: &&usize| !cue.contains(&(all.head[**at] as usize));
    let heads: Vec<&usize> = cue.iter().filter(outside).filter(|at| !all.is_mark(**at)).collect();
    let verb = heads.iter().find(|at| all.tag[***at].upos == Upos::Verb);
    let head = **verb.or(heads.first())?;
    let sentence = segments.sentences.partition_point(|sentence| sentence.tokens.end <= head);
    let range = segments.sentences.get(sentence)?.tokens.clone();
    let (source, content) = (tokens(&one.source, segments), tokens(&one.content, segments));
    let mut labels = vec![label::OTHER; range.len()];
    for (list, kind) in [(&content, label::CONTENT), (&source, label::SOURCE), (&cue, label::CUE)] {
        for at in list.iter().filter(|at| range.contains(at)) {
            labels[*at - range.start] = kind;
        }
    }
    Some(Gold { sentence, head, labels, content })
}

/// Trains on articles and gives the bytes of the model.
///
/// # Errors
/// If a model that was just trained cannot be opened.
pub fn train(articles: &mut [Prepared]) -> Result<Vec<u8>, Failure> {
    // Cues as they will be found, for the labels to be learnt among.
    let mut threshold = 0;
    for fold in 0..FOLDS {
        let others: Vec<&Prepared> =
            articles.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, one)| one).collect();
        let bytes = RowWeights::build(cues(&others));
        let weights = RowWeights::open(&bytes).map_err(|error| Failure::new(error.to_string()))?;
        let (mut scored, mut missed) = (Vec::new(), 0);
        for one in articles.iter_mut().skip(fold).step_by(FOLDS) {
            let marked = mark(&weights, one);
            missed += one.gold.len();
            for (at, score) in marked {
                one.all.cue[at] = score > 0;
                scored.push((score, one.gold.iter().any(|gold| gold.head == at)));
            }
        }
        let limit = best_limit(scored, missed);
        say(format_args!("  fold {}: threshold {limit}", fold + 1));
        threshold += limit;
    }
    threshold /= FOLDS as i32;
    let refs: Vec<&Prepared> = articles.iter().collect();
    let mut file = ModelFile::default();
    file.add("limit", threshold.to_le_bytes().to_vec());
    file.add("cues", RowWeights::build(cues(&refs)));
    file.add("spans", RowWeights::build(spans(&refs)));
    file.add("more", RowWeights::build(more(&refs)));
    let bytes = file.to_bytes("attrib");
    Attributor::open(&bytes).map_err(|error| Failure::new(error.to_string()))?;
    Ok(bytes)
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

/// Every token that could be a cue with its score.
fn mark(weights: &RowWeights<'_>, one: &Prepared) -> Vec<(usize, i32)> {
    let mut features = [0; find::COUNT];
    let mut out = Vec::new();
    for sentence in &one.segments.sentences {
        for at in sentence.tokens.clone().filter(|at| !one.all.is_mark(*at)) {
            find::extract(&one.all, &sentence.tokens, at, &mut features);
            let mut scores: Scores = [0; read::model::rows::LABELS];
            weights.score(&features, &mut scores);
            out.push((at, scores[1] - scores[0]));
        }
    }
    out
}

type Weights = Vec<(u64, Vec<(u8, i8)>)>;

fn frozen(perceptron: &Perceptron, prune: u8) -> Weights {
    let frozen = perceptron.freeze();
    let scale = scale_of(frozen.iter().flat_map(|(_, row)| row.iter().map(|(_, sum)| *sum)), UNCUT);
    let row = |row: &Vec<(u8, i64)>| -> Vec<(u8, i8)> {
        let weights = row.iter().map(|(label, sum)| (*label, small(*sum, scale)));
        weights.filter(|(_, weight)| weight.unsigned_abs() > prune).collect()
    };
    frozen.iter().map(|(feature, weights)| (*feature, row(weights))).collect()
}

/// Learns which tokens are heads of cues.
fn cues(articles: &[&Prepared]) -> Weights {
    let mut perceptron = Perceptron::new(2);
    let mut prng = Prng::new(SEED);
    let mut order: Vec<usize> = (0..articles.len()).collect();
    let (mut features, mut rows) = ([0; find::COUNT], Vec::new());
    for epoch in 0..EPOCHS_CUES {
        prng.shuffle(&mut order);
        for article in order.iter().map(|at| articles[*at]) {
            let heads: std::collections::BTreeSet<usize> = article.gold.iter().map(|gold| gold.head).collect();
            for sentence in &article.segments.sentences {
                for at in sentence.tokens.clone().filter(|at| !article.all.is_mark(*at)) {
                    find::extract(&article.all, &sentence.tokens, at, &mut features);
                    perceptron.resolve(&features, &mut rows);
                    let scores = perceptron.score(&rows);
                    perceptron.tick();
                    let gold = u8::from(heads.contains(&at));
                    let (own, rival) = (scores[usize::from(gold)], scores[usize::from(1 - gold)]);
                    if own - rival < MARGIN_CUES {
                        perceptron.update(&rows, gold, 1 - gold);
                    }
                }
            }
        }
        if epoch == 0 {
            perceptron.stop_counting();
        }
    }
    frozen(&perceptron, PRUNE)
}

/// Learns the labels of a sentence around each cue.
fn spans(articles: &[&Prepared]) -> Weights {
    let mut perceptron = Perceptron::new(2);
    let mut prng = Prng::new(SEED);
    let mut order: Vec<(usize, usize)> = articles
        .iter()
        .enumerate()
        .flat_map(|(at, article)| (0..article.gold.len()).map(move |gold| (at, gold)))
        .collect();
    let (mut token, mut steps) = ([0; label::TOKEN], [0; label::STEP]);
    let mut paths = Paths::default();
    for epoch in 0..EPOCHS_SPANS {
        prng.shuffle(&mut order);
        let (mut right, mut seen) = (0, 0);
        for (article, gold) in &order {
            let article = articles[*article];
            let gold = &article.gold[*gold];
            let sentence = &article.segments.sentences[gold.sentence].tokens;
            paths.fill(&article.all, sentence, gold.head);
            let around = Around::of(&article.all, sentence, gold.head);
            let mut cells: Vec<Cell> = Vec::new();
            let mut rows: Vec<(Vec<u32>, Vec<u32>)> = Vec::new();
            for at in sentence.clone() {
                label::extract(&article.all, sentence, &around, &paths, at, &mut token, &mut steps);
                let mut own = (Vec::new(), Vec::new());
                perceptron.resolve(&token, &mut own.0);
                perceptron.resolve(&steps, &mut own.1);
                let mut cell = Cell::of(&perceptron.score(&own.0), &perceptron.score(&own.1));
                // What is wrong must lose by a margin.
                for (kind, score) in cell.label.iter_mut().enumerate() {
                    if kind != usize::from(gold.labels[at - sentence.start]) {
                        *score += MARGIN_SPANS;
                    }
                }
                cells.push(cell);
                rows.push(own);
            }
            let mut chosen = Vec::new();
            label::best(&cells, gold.head - sentence.start, &mut chosen);
            perceptron.tick();
            seen += 1;
            right += usize::from(chosen == gold.labels);
            for (at, (own, steps)) in rows.iter().enumerate() {
                let (good, bad) = (gold.labels[at], chosen[at]);
                if good != bad {
                    perceptron.update(own, good, bad);
                }
                if at > 0 {
                    let (good, bad) = (label::step(gold.labels[at - 1], good), label::step(chosen[at - 1], bad));
                    if good != bad {
                        perceptron.update(steps, good, bad);
                    }
                }
            }
        }
        if epoch == 0 {
            perceptron.stop_counting();
        }
        say(format_args!("  epoch {}: {right} of {seen} sentences right with a margin", epoch + 1));
    }
    frozen(&perceptron, PRUNE)
}

/// Learns which neighbouring sentences belong to a content.
fn more(articles: &[&Prepared]) -> Weights {
    let mut perceptron = Perceptron::new(1);
    let mut prng = Prng::new(SEED);
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
    let mut rows = Vec::new();
    for epoch in 0..EPOCHS_MORE {
        prng.shuffle(&mut cases);
        for (features, gold) in &cases {
            perceptron.resolve(features, &mut rows);
            let mut scores = perceptron.score(&rows);
            perceptron.tick();
            let own = scores[usize::from(*gold)];
            scores[usize::from(*gold)] = i32::MIN;
            let rival = best(&scores, extend::KINDS) as u8;
            if own - scores[usize::from(rival)] < MARGIN_MORE {
                perceptron.update(&rows, *gold, rival);
            }
        }
        if epoch == 0 {
            perceptron.stop_counting();
        }
    }
    frozen(&perceptron, PRUNE)
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
