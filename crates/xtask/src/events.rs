//! Sentences with a marked source and target and a PLOVER root: `events/plv-train.tsv`. Only the columns that people made
//! are read; the others are other systems' output.

use std::path::Path;

use read::event::Root;
use read::event::side::Pair;
use read::event::study::{Candidate, Study};
use read::model::hash::feature;
use record::span::Span;

use crate::eval::unknown;
use crate::failure::Failure;
use crate::places::Places;

/// In how many parts the sentences are cut.
pub const FOLDS: u64 = 5;

/// A sentence with its event.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its number in the file.
    pub id: u64,
    /// Its text.
    pub text: String,
    /// Who does it; empty where the sentence does not say.
    pub source: Vec<Span>,
    /// To whom; empty where the sentence does not say.
    pub target: Vec<Span>,
    /// What, as the model knows roots: YIELD stands for CONCEDE and RETREAT.
    pub root: Root,
}

impl Row {
    /// The part it belongs to.
    pub fn fold(&self) -> u64 {
        feature(0, [self.id]) % FOLDS
    }

    /// Whether it is of the half that the lexicon was written while looking at.
    pub fn was_seen(&self) -> bool {
        (feature(0, [self.id]) >> 8).is_multiple_of(2)
    }
}

/// Reads the sentences.
///
/// # Errors
/// If the file is not there or not as expected.
pub fn rows(places: &Places) -> Result<Vec<Row>, Failure> {
    let path = places.corpus("events/plv-train.tsv")?;
    let failed = |error: csv::Error| Failure::at(&path, &error);
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_path(&path).map_err(failed)?;
    let heads = reader.headers().map_err(failed)?.clone();
    let column = |name: &str| {
        let missing = || Failure::at(&path, &format!("it has no column {name}"));
        heads.iter().position(|head| head == name).ok_or_else(missing)
    };
    let (id, marked, root) = (column("sentence_id")?, column("marked_sentence")?, column("gold_root")?);
    let mut out = Vec::new();
    for record in reader.records() {
        let record = record.map_err(failed)?;
        let get = |column: usize| record.get(column).unwrap_or_default();
        let bad = || Failure::at(&path, &format!("sentence {:?} is not as expected", get(id)));
        out.push(row(get(id), get(marked), get(root)).ok_or_else(bad)?);
    }
    Ok(out)
}

fn row(id: &str, marked: &str, root: &str) -> Option<Row> {
    let (mut text, mut source, mut target) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let from = text.len();
        rest = &rest[at..];
        let (list, tag) = match () {
            () if rest.starts_with("<s>") => (&mut source, "s"),
            () if rest.starts_with("<t>") => (&mut target, "t"),
            () => return None,
        };
        let (inner, after) = rest[3..].split_once(&format!("</{tag}>"))?;
        text.push_str(inner);
        list.push(Span::new(from, from + inner.trim_end().len()));
        rest = after;
    }
    text.push_str(rest);
    let root = if root == "YIELD" { Root::Retreat } else { Root::from_name(root)? };
    // One side of two dozen sentences is not named in them.
    (!source.is_empty() || !target.is_empty()).then_some(Row { id: id.parse().ok()?, text, source, target, root })
}

/// How well two whom something chooses fit the marks of a sentence (8 for each side, and 1 where the lexicon agrees on the
/// root), and whether both do.
pub fn fit(row: &Row, one: &Candidate, pair: Pair) -> (i32, bool) {
    let fits = |number: Option<usize>, spans: &[Span]| {
        let mentions = number.map_or(&[][..], |number| &one.mentions[number]);
        spans.is_empty() || mentions.iter().any(|one| spans.iter().any(|span| span.overlaps(one)))
    };
    let (source, target) = (fits(pair.actor, &row.source), fits(pair.target, &row.target));
    let agreed = i32::from(one.trigger.hint.learnt() == row.root);
    (i32::from(source) * 8 + i32::from(target) * 8 + agreed, source && target)
}

/// A sentence as the models of events see it, held against its marks.
pub struct Seen {
    /// What they look at.
    pub study: Study,
    /// For each candidate how well the two that are chosen fit the marks, and whether both do.
    pub matched: Vec<(i32, bool)>,
    /// The one that joins the marked spans best.
    pub joining: Option<usize>,
}

impl Seen {
    /// Studies a sentence.
    pub fn of(row: &Row) -> Self {
        let study = read::study_events(&row.text, unknown());
        let matched: Vec<(i32, bool)> = study.candidates.iter().map(|one| fit(row, one, one.ruled)).collect();
        // The predicate that joins the marked spans, found without a look at the root.
        let blind = |number: usize| {
            let one = &study.candidates[number];
            let agreed = i32::from(one.trigger.hint.learnt() == row.root);
            let noun = i32::from(study.all.tag[one.trigger.at].xpos.is_noun());
            (matched[number].0 - agreed - noun, std::cmp::Reverse(one.depth), std::cmp::Reverse(number))
        };
        let joining = (0..study.candidates.len()).max_by_key(|number| blind(*number));
        Self { matched, joining, study }
    }

    /// The features by which the root is told where the spans are given.
    pub fn given(&self) -> &[u64] {
        let joining = self.joining.and_then(|number| self.study.candidates.get(number));
        joining.map_or(&self.study.lone, |one| &one.features)
    }
}

/// The lines of a file, for messages.
///
/// # Errors
/// If it cannot be read.
pub fn text_of(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spans_of_the_text_without_them() {
        let row = row("7", "On Monday <s>Corvania</s> freed <t>two Vessians </t>.", "YIELD").unwrap();
        assert_eq!(row.text, "On Monday Corvania freed two Vessians .");
        assert_eq!((row.source[0].of(&row.text), row.target[0].of(&row.text)), ("Corvania", "two Vessians"));
        assert_eq!(row.root, Root::Retreat);
        assert!(super::row("7", "Corvania slept.", "AID").is_none());
    }
}
