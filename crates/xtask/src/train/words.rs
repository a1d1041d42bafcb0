//! The table of the verbatim guard: how common words are, and where frequent ones lie.
//!
//! Counted is in how many articles a stem stands, as a word, as a name, and beside another name. A word lies where the word vectors
//! of a language model have it: the mean is taken away, and what is left is turned to its main directions, of which a few are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use disclose::guard::counted;
use disclose::guard::language::{MAGIC, WIDTH, hash, key};

use super::names::classes::{dot, normalise, vectors};
use crate::eval::articles::{Part, articles};
use crate::failure::{Failure, say};
use crate::places::{Places, Treebank};
use crate::prng::Prng;
use crate::train::SEED;

/// In fewer articles than this nothing is counted: it could be a name of somebody.
const RARE: u32 = 2;
const ROUNDS: usize = 40;

/// The bytes of the table, from the corpora and a folder with `vocab.txt` and `model.safetensors`.
///
/// # Errors
/// If a corpus or a file cannot be read or is not what it should be.
pub fn build(folder: &Path, places: &Places) -> Result<Vec<u8>, Failure> {
    let texts = texts(places)?;
    say(format_args!("counting in {} articles", texts.len()));
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for text in &texts {
        let once: BTreeSet<u32> = counted(text).into_iter().map(|(what, stem)| key(what, &stem)).collect();
        once.into_iter().for_each(|key| *counts.entry(key).or_default() += 1);
    }
    counts.retain(|_, count| *count >= RARE);
    let placed = placed(folder)?;
    let mut bytes = MAGIC.to_vec();
    for number in [texts.len(), counts.len(), placed.len()] {
        bytes.extend(u32::try_from(number).map_err(|_| Failure::new("too much"))?.to_le_bytes());
    }
    counts.keys().for_each(|key| bytes.extend(key.to_le_bytes()));
    bytes.extend(counts.values().map(|count| u8::try_from(*count).unwrap_or(u8::MAX)));
    placed.keys().for_each(|key| bytes.extend(key.to_le_bytes()));
    placed.values().for_each(|vector| bytes.extend(vector.map(i8::cast_unsigned)));
    say(format_args!("{} counted, {} placed", counts.len(), placed.len()));
    Ok(bytes)
}

/// The texts in which is counted: news, and the documents of the treebanks.
fn texts(places: &Places) -> Result<Vec<String>, Failure> {
    let mut texts: Vec<String> =
        crate::polnear::read(&places.corpus("polnear/train")?)?.into_iter().map(|article| article.text).collect();
    for part in [Part::Dev, Part::Held] {
        texts.extend(articles(places, part)?.into_iter().map(|article| article.paragraphs.join("\n\n")));
    }
    for part in [Treebank::EwtTrain, Treebank::GumTrain] {
        let mut by_document: BTreeMap<usize, String> = BTreeMap::new();
        for sentence in places.treebank(part)? {
            let text = by_document.entry(sentence.document).or_default();
            text.push_str(&sentence.forms.join(" "));
            text.push_str("\n\n");
        }
        texts.extend(by_document.into_values());
    }
    Ok(texts)
}

/// Where each whole word of the vocabulary lies.
fn placed(folder: &Path) -> Result<BTreeMap<u32, [i8; WIDTH]>, Failure> {
    let path = folder.join("vocab.txt");
    let vocabulary = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
    let (vectors, width) = vectors(&folder.join("model.safetensors"))?;
    let word = |word: &str| word.chars().count() > 1 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    let kept: Vec<(usize, &str)> = vocabulary.lines().enumerate().filter(|(_, line)| word(line)).collect();
    let mut points = Vec::with_capacity(kept.len() * width);
    for (at, _) in &kept {
        let vector = vectors.get(at * width..(at + 1) * width);
        points.extend_from_slice(vector.ok_or_else(|| Failure::new("the vocabulary is longer than its vectors"))?);
    }
    normalise(&mut points, width);
    let directions = directions(&points, width);
    let mut placed = BTreeMap::new();
    for ((_, word), point) in kept.iter().zip(points.chunks(width)) {
        let turned: Vec<f32> = directions.iter().map(|direction| dot(point, direction)).collect();
        let length = dot(&turned, &turned).sqrt().max(f32::MIN_POSITIVE);
        let mut vector = [0_i8; WIDTH];
        for (to, from) in vector.iter_mut().zip(&turned) {
            *to = (from / length * 127.0).round() as i8;
        }
        placed.insert(hash(word), vector);
    }
    Ok(placed)
}

/// The main directions of points, by orthogonal iteration on how their coordinates vary together.
fn directions(points: &[f32], width: usize) -> Vec<Vec<f32>> {
    let mut together = vec![0.0_f32; width * width];
    for point in points.chunks(width) {
        for (row, one) in together.chunks_mut(width).zip(point) {
            row.iter_mut().zip(point).for_each(|(sum, other)| *sum += one * other);
        }
    }
    let mut prng = Prng::new(SEED);
    let mut chance = || prng.below(2_001) as f32 / 1_000.0 - 1.0;
    let mut all: Vec<Vec<f32>> = (0..WIDTH).map(|_| (0..width).map(|_| chance()).collect()).collect();
    for _ in 0..ROUNDS {
        for at in 0..all.len() {
            let mut next: Vec<f32> = together.chunks(width).map(|row| dot(row, &all[at])).collect();
            for before in &all[..at] {
                let along = dot(&next, before);
                next.iter_mut().zip(before).for_each(|(number, before)| *number -= along * before);
            }
            let length = dot(&next, &next).sqrt().max(f32::MIN_POSITIVE);
            next.iter_mut().for_each(|number| *number /= length);
            all[at] = next;
        }
    }
    all
}
