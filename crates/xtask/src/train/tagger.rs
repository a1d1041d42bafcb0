//! Trains the tagger.

use std::collections::{BTreeMap, BTreeSet};

use read::model::hash::{cased, folded};
use read::model::rows::{RowWeights, best};
use read::model::{ModelError, ModelFile};
use read::tag::features::{NO_LABEL, Word, extract};
use read::tag::lexicon::{Entry, Lexicon, key};
use read::tag::{Tag, Tagged, Tagger};

use super::perceptron::{Perceptron, scale_of, small};
use super::{SEED, lemmas};
use crate::conllu::Sentence;
use crate::failure::{Failure, say};
use crate::prng::Prng;

/// How often the whole tagger sees the corpus.
pub const EPOCHS: usize = 8;
/// How often each of the taggers does that tag the parser's training text.
const EPOCHS_OF_FOLDS: usize = 5;
/// In how many parts that text is cut.
const FOLDS: usize = 5;
/// A feature seen less often is not learnt.
const CUTOFF: u32 = 2;
/// By how much the right label must win.
const MARGIN: i32 = 25;
/// All but one in so many sums fit the scale; cutting off more of the large ones costs much more than rounding.
pub const UNCUT: usize = 1_000_000;
/// Frozen weights no larger than this are left out.
const PRUNE: u8 = 1;
/// A word seen less often has no class.
const KNOWN: usize = 5;
/// A word is given its one label without a choice if it was seen so often ...
const SURE: usize = 30;
/// ... and at most one in so many had another label.
const RARE: usize = 500;

/// All labels of the corpus, the most frequent first.
fn labels_of(sentences: &[&Sentence]) -> Vec<Tag> {
    let mut counts: BTreeMap<Tag, usize> = BTreeMap::new();
    for tag in sentences.iter().flat_map(|sentence| &sentence.tags) {
        *counts.entry(*tag).or_insert(0) += 1;
    }
    let mut tags: Vec<Tag> = counts.keys().copied().collect();
    tags.sort_by_key(|tag| std::cmp::Reverse(counts[tag]));
    tags.truncate(read::model::rows::LABELS);
    tags
}

/// The lexicon of the corpus, as the section of the model.
fn lexicon_of(sentences: &[&Sentence], number: &BTreeMap<Tag, u8>) -> Vec<u8> {
    let mut counts: BTreeMap<u64, BTreeMap<u8, usize>> = BTreeMap::new();
    for sentence in sentences {
        for (form, tag) in sentence.forms.iter().zip(&sentence.tags) {
            let Some(label) = number.get(tag) else { continue };
            for key in [key(true, cased(form)), key(false, folded(form))] {
                *counts.entry(key).or_default().entry(*label).or_insert(0) += 1;
            }
        }
    }
    let classed = |labels: &BTreeMap<u8, usize>| {
        let total: usize = labels.values().sum();
        let class: BTreeSet<u8> =
            labels.iter().filter(|(_, count)| **count * 50 >= total).map(|(label, _)| *label).collect();
        (total >= KNOWN).then_some((class, total))
    };
    let classes: BTreeSet<BTreeSet<u8>> =
        counts.values().filter_map(|one| classed(one).map(|(class, _)| class)).collect();
    let classes: BTreeMap<BTreeSet<u8>, u16> = classes.into_iter().zip(1..u16::MAX).collect();
    let mut entries = Vec::new();
    for (key, labels) in &counts {
        let Some((class, total)) = classed(labels) else { continue };
        let Some(id) = classes.get(&class) else { continue };
        let top = labels.iter().max_by_key(|(_, count)| **count);
        let sure = top.filter(|(_, count)| total >= SURE && (total - **count) * RARE <= total);
        entries.push((*key, sure.map_or(Entry::open(*id), |(label, _)| Entry::fixed(*id, *label))));
    }
    Lexicon::build(entries)
}

/// Trains a tagger on whole sentences and gives the bytes of its model.
pub fn train(sentences: &[Sentence], epochs: usize) -> Vec<u8> {
    let all: Vec<&Sentence> = sentences.iter().collect();
    train_on(&all, epochs)
}

fn train_on(sentences: &[&Sentence], epochs: usize) -> Vec<u8> {
    let tags = labels_of(sentences);
    let number: BTreeMap<Tag, u8> = tags.iter().copied().zip(0..).collect();
    let lexicon_bytes = lexicon_of(sentences, &number);
    let mut file = ModelFile::default();
    file.add("labels", tags.iter().flat_map(|tag| [tag.upos as u8, tag.xpos as u8]).collect());
    if let Ok(lexicon) = Lexicon::open(&lexicon_bytes) {
        file.add("weights", weights_of(sentences, &number, &lexicon, epochs));
    }
    file.add("lexicon", lexicon_bytes);
    let words = sentences.iter().flat_map(|one| {
        let labels = one.tags.iter().map(|tag| number.get(tag).copied().unwrap_or(0));
        one.forms
            .iter()
            .zip(labels)
            .zip(&one.lemmas)
            .map(|((form, label), lemma)| (form.as_str(), label, lemma.as_str()))
    });
    let (rules, table) = lemmas::learn(words);
    file.add("rules", rules);
    file.add("lemmas", table);
    file.to_bytes("tagger")
}

fn weights_of(sentences: &[&Sentence], number: &BTreeMap<Tag, u8>, lexicon: &Lexicon<'_>, epochs: usize) -> Vec<u8> {
    let mut perceptron = Perceptron::new(CUTOFF);
    let mut prng = Prng::new(SEED);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let (mut rows, mut words) = (Vec::new(), Vec::new());
    for epoch in 0..epochs {
        prng.shuffle(&mut order);
        let (mut right, mut all) = (0, 0);
        for at in &order {
            let sentence = sentences[*at];
            words.clear();
            words.extend(sentence.forms.iter().enumerate().map(|(at, form)| Word::new(form, at, lexicon)));
            let mut left = [NO_LABEL; 2];
            for (index, tag) in sentence.tags.iter().enumerate() {
                let label = words[index].entry.label().unwrap_or_else(|| {
                    perceptron.resolve(&extract(&words, index, left), &mut rows);
                    let gold = number.get(tag).copied();
                    let label = learn(&mut perceptron, &rows, gold, number.len());
                    right += usize::from(gold == Some(label));
                    all += 1;
                    label
                });
                left = [label, left[0]];
            }
        }
        if epoch == 0 {
            perceptron.stop_counting();
        }
        say(format_args!("  epoch {}: {right} of {all} choices right", epoch + 1));
    }
    let frozen = perceptron.freeze();
    let scale = scale_of(frozen.iter().flat_map(|(_, row)| row.iter().map(|(_, sum)| *sum)), UNCUT);
    let small_row = |row: &Vec<(u8, i64)>| -> Vec<(u8, i8)> {
        row.iter()
            .map(|(label, sum)| (*label, small(*sum, scale)))
            .filter(|(_, weight)| weight.unsigned_abs() > PRUNE)
            .collect()
    };
    RowWeights::build(frozen.iter().map(|(feature, row)| (*feature, small_row(row))).collect())
}

/// Learns one choice and gives the label that was chosen before.
pub fn learn(perceptron: &mut Perceptron, rows: &[u32], gold: Option<u8>, labels: usize) -> u8 {
    let mut scores = perceptron.score(rows);
    let chosen = best(&scores[..labels]) as u8;
    perceptron.tick();
    if let Some(gold) = gold {
        let own = scores[usize::from(gold)];
        scores[usize::from(gold)] = i32::MIN;
        let rival = best(&scores[..labels]) as u8;
        if own - scores[usize::from(rival)] < MARGIN {
            perceptron.update(rows, gold, rival);
        }
    }
    chosen
}

/// Tags the corpus as it would be tagged if it were new: each document by a tagger trained on the other parts.
///
/// # Errors
/// If a tagger that was just trained cannot be opened.
pub fn jackknife(sentences: &[Sentence]) -> Result<Vec<Vec<Tag>>, Failure> {
    let mut out = vec![Vec::new(); sentences.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Sentence> = sentences.iter().filter(|one| one.document % FOLDS != fold).collect();
        let bytes = train_on(&others, EPOCHS_OF_FOLDS);
        let tagger = Tagger::open(&bytes).map_err(|error: ModelError| Failure::new(error.to_string()))?;
        let mut tagged = Tagged::default();
        for (sentence, tags) in sentences.iter().zip(&mut out).filter(|(one, _)| one.document % FOLDS == fold) {
            tagger.tag(&sentence.tokens(), &mut tagged);
            *tags = tagged.tags().to_vec();
        }
    }
    Ok(out)
}
