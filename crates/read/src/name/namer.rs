//! From a parsed document to its names.

use std::ops::Range;

use super::features::{self, Around};
use super::gazetteer::Gazetteer;
use super::label::{self, Row};
use super::look::{self, Look};
use super::region;
use super::usage::Usage;
use super::{Name, memory};
use crate::attribute::analysis::Analysis;
use crate::model::rows::{LABELS, RowWeights, Scores};
use crate::model::{Aligned, Model, ModelError};
use crate::segment::Segments;

/// How many tokens beside a stretch are looked at.
const MARGIN: usize = 2;

/// The model of names, read where it lies.
#[derive(Debug, Clone)]
pub struct Namer<'m> {
    weights: RowWeights<'m>,
    gazetteer: Gazetteer<'m>,
}

/// The model that is compiled into the program.
///
/// # Errors
/// If a file it was compiled with is damaged or made for another version.
pub fn embedded() -> Result<Namer<'static>, ModelError> {
    static MODEL: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../../models/names.bin"));
    Namer::open(&MODEL.0, super::gazetteer::embedded()?)
}

/// Calls `found` with each stretch of the document and the features of its tokens. `all` must be of `segments`.
pub fn walk(
    text: &str,
    segments: &Segments,
    all: &Analysis,
    usage: &Usage,
    gazetteer: &Gazetteer<'_>,
    mut found: impl FnMut(Range<usize>, &[[u64; features::COUNT]]),
) {
    let (mut looks, mut rows): (Vec<Look>, Vec<[u64; features::COUNT]>) = Default::default();
    for sentence in &segments.sentences {
        let sentence = &sentence.tokens;
        let mut style = None;
        region::stretches(text, segments, all, sentence, |stretch| {
            let style = *style.get_or_insert_with(|| style_of(text, segments, sentence));
            let from = stretch.start.saturating_sub(MARGIN).max(sentence.start);
            let to = (stretch.end + MARGIN).min(sentence.end);
            looks.clear();
            looks.extend((from..to).map(|at| Look::new(segments.tokens[at].of(text), all.word[at], gazetteer)));
            look::mark(&mut looks, gazetteer);
            let around = Around { sentence, stretch: &stretch, looks: &looks, from, style };
            rows.clear();
            for at in stretch.clone() {
                let mut row = [0; features::COUNT];
                features::extract(all, &around, usage.code(all.word[at]), at, &mut row);
                rows.push(row);
            }
            found(stretch, &rows);
        });
    }
}

/// Whether the analysis is one of these tokens, and no other document's or the empty one of a reader without its models.
fn fits(segments: &Segments, all: &Analysis) -> bool {
    let count = segments.tokens.len();
    [all.word.len(), all.lemma.len(), all.tag.len(), all.head.len(), all.rel.len(), all.quote.len()]
        .iter()
        .all(|length| *length == count)
}

/// 0 for a sentence as they are, 1 for one in which most long words have a capital, 2 for one without small letters.
fn style_of(text: &str, segments: &Segments, sentence: &Range<usize>) -> u64 {
    let (mut long, mut large, mut small) = (0, 0, false);
    for token in &segments.tokens[sentence.clone()] {
        let word = token.of(text);
        small |= word.contains(char::is_lowercase);
        if word.len() > 3 && word.starts_with(char::is_alphabetic) {
            long += 1;
            large += usize::from(word.starts_with(char::is_uppercase));
        }
    }
    if !small { 2 } else { u64::from(long > 3 && large * 4 >= long * 3) }
}

impl<'m> Namer<'m> {
    /// Reads a model from its bytes.
    ///
    /// # Errors
    /// If they are not a model of names of this version.
    pub fn open(bytes: &'m [u8], gazetteer: Gazetteer<'m>) -> Result<Self, ModelError> {
        let model = Model::open(bytes, "names")?;
        Ok(Self { weights: RowWeights::open(model.section("weights")?)?, gazetteer })
    }

    /// The names of a document in the order of the text; none if `all` is not the analysis of `segments`.
    pub fn find(&self, text: &str, segments: &Segments, all: &Analysis) -> Vec<Name> {
        let mut names = Vec::new();
        if !fits(segments, all) {
            return names;
        }
        let (mut scores, mut back, mut labels) = (Vec::<Row>::new(), Vec::new(), Vec::new());
        let usage = Usage::of(text, segments, all);
        walk(text, segments, all, &usage, &self.gazetteer, |stretch, rows| {
            scores.clear();
            for features in rows {
                let mut row: Scores = [0; LABELS];
                self.weights.score(features, &mut row);
                scores.push(std::array::from_fn(|label| i32::from(row[label])));
            }
            label::best(&scores, &[], &mut back, &mut labels);
            gather(stretch.start, &labels, &mut names);
        });
        memory::agree(all, &mut names);
        memory::repeat(text, segments, all, &usage, &mut names);
        names
    }
}

/// Adds the names that labels make, the first label being that of token `start`.
pub fn gather(start: usize, labels: &[u8], names: &mut Vec<Name>) {
    for (at, one) in labels.iter().enumerate() {
        let Some(kind) = label::kind_of(*one) else { continue };
        let token = start + at;
        match names.last_mut() {
            Some(name) if !label::begins(*one) && name.last + 1 == token => name.last = token,
            _ => names.push(Name { first: token, last: token, kind }),
        }
    }
}
