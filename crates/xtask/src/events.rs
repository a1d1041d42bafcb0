//! Sentences with a marked source and target and a PLOVER root: `events/plv-train.tsv`. Only the columns that people made
//! are read; the others are other systems' output.

use std::path::Path;

use read::attribute::analysis::Analysis;
use read::attribute::decode::{self, Attributor};
use read::event::Root;
use read::event::features::{Around, Features};
use read::event::model::EventModel;
use read::event::role::{Roles, phrase, roles, who_stands_behind};
use read::event::trigger::{Trigger, triggers};
use read::language::EN;
use read::model::hash::feature;
use read::name::gazetteer::{self, Gazetteer};
use read::parse::Parser;
use read::segment::{Segments, segment};
use read::tag::Tagger;
use record::span::Span;

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

/// The models before the events, opened once.
pub struct Before {
    tagger: Tagger<'static>,
    parser: Parser<'static>,
    attributor: Attributor<'static>,
    gazetteer: Gazetteer<'static>,
}

impl Before {
    /// Opens what is compiled in.
    ///
    /// # Errors
    /// If one is damaged.
    pub fn open() -> Result<Self, Failure> {
        let failed = |error: read::model::ModelError| Failure::new(error.to_string());
        Ok(Self {
            tagger: read::tag::embedded().map_err(failed)?,
            parser: read::parse::embedded().map_err(failed)?,
            attributor: decode::embedded().map_err(failed)?,
            gazetteer: gazetteer::embedded().map_err(failed)?,
        })
    }

    /// A sentence as the events see it.
    pub fn seen(&self, row: &Row) -> Seen {
        let segments = segment(&row.text, &EN);
        let quotes = read::attribute::quotes(&row.text, &segments);
        let mut all = Analysis::of(&row.text, &segments, &quotes, &self.tagger, &self.parser);
        self.attributor.mark_cues(&segments, &mut all);
        let mut candidates = Vec::new();
        let mut features = Features::default();
        for sentence in &segments.sentences {
            let tokens = sentence.tokens.clone();
            let triggers = triggers(&all, &EN, &tokens);
            let around =
                Around { all: &all, language: &EN, gazetteer: &self.gazetteer, sentence: &tokens, triggers: &triggers };
            for trigger in &triggers {
                features.extract(&around, trigger, Some(trigger.hint));
                let mut roles = roles(&all, &EN, trigger);
                who_stands_behind(&all, &EN, &triggers, trigger, &mut roles);
                candidates.push(Candidate {
                    roles,
                    features: features.hashes().to_vec(),
                    trigger: trigger.clone(),
                    triggers: triggers.clone(),
                });
            }
        }
        let touches = |head: &usize, spans: &[Span]| {
            let tokens = phrase(&all, &EN, *head);
            let inside = segments.tokens.get(tokens).unwrap_or_default();
            let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return false };
            let whole = Span::new(first.start, last.end);
            spans.iter().any(|span| span.overlaps(&whole))
        };
        let matched: Vec<(i32, bool)> = candidates
            .iter()
            .map(|one| {
                let place = |heads: &[usize], spans: &[Span]| heads.iter().position(|head| touches(head, spans));
                let points = |place: Option<usize>| place.map_or(0, |place| if place == 0 { 4 } else { 3 });
                let (source, target) = (place(&one.roles.actors, &row.source), place(&one.roles.targets, &row.target));
                let agreed = i32::from(one.trigger.hint.learnt() == row.root);
                let fits = |place: Option<usize>, spans: &[Span]| place == Some(0) || spans.is_empty();
                let both = fits(source, &row.source) && fits(target, &row.target);
                (points(source) * 2 + points(target) * 2 + agreed, both)
            })
            .collect();
        // The predicate that joins the marked spans, found without a look at the root.
        let blind = |number: usize| {
            let one = &candidates[number];
            let agreed = i32::from(one.trigger.hint.learnt() == row.root);
            let noun = i32::from(all.tag[one.trigger.at].xpos.is_noun());
            (
                matched[number].0 - agreed - noun,
                std::cmp::Reverse(depth(&all, one.trigger.at)),
                std::cmp::Reverse(number),
            )
        };
        let joining = (0..candidates.len()).max_by_key(|number| blind(*number));
        let lone = if joining.is_none() { self.lone(&segments, &all) } else { Vec::new() };
        Seen { all, candidates, matched, joining, lone }
    }

    /// The features of a sentence in which the lexicon finds nothing: those of its main word.
    fn lone(&self, segments: &Segments, all: &Analysis) -> Vec<u64> {
        let longest = segments.sentences.iter().max_by_key(|sentence| sentence.tokens.len());
        let Some(tokens) = longest.map(|sentence| sentence.tokens.clone()) else { return Vec::new() };
        let at = tokens.clone().find(|at| all.head[*at] == u32::MAX).unwrap_or(tokens.start);
        let trigger = Trigger { at, tokens: at..at + 1, hint: Root::Comment, mode: None, noun: None };
        let around = Around { all, language: &EN, gazetteer: &self.gazetteer, sentence: &tokens, triggers: &[] };
        let mut features = Features::default();
        features.extract(&around, &trigger, None);
        features.hashes().to_vec()
    }
}

fn depth(all: &Analysis, mut at: usize) -> usize {
    for steps in 0..64 {
        match all.head[at] {
            u32::MAX => return steps,
            up => at = up as usize,
        }
    }
    64
}

/// An event that a sentence may tell of.
pub struct Candidate {
    /// Its words.
    pub trigger: Trigger,
    /// All triggers of its sentence.
    pub triggers: Vec<Trigger>,
    /// Who and whom.
    pub roles: Roles,
    /// What the model of roots sees.
    pub features: Vec<u64>,
}

impl Candidate {
    /// What the model of ranks sees, given what the model of roots says.
    pub fn rank(&self, all: &Analysis, model: &EventModel<'_>, out: &mut Vec<u64>) {
        let (learnt, lead) = read::event::model::leading(&model.scores(&self.features));
        let root = read::event::written(all, &self.trigger, learnt);
        read::event::rank::features(all, &EN, &self.triggers, (&self.trigger, root, lead), &self.roles, out);
    }
}

/// A sentence with its candidates.
pub struct Seen {
    /// What is known of its tokens.
    pub all: Analysis,
    /// The candidates.
    pub candidates: Vec<Candidate>,
    /// For each how well it fits the marked spans, and whether both its first actor and its first target do.
    pub matched: Vec<(i32, bool)>,
    /// The one that joins the marked spans best.
    pub joining: Option<usize>,
    /// The features that stand for the sentence where there is no candidate.
    pub lone: Vec<u64>,
}

impl Seen {
    /// The features by which the root is told where the spans are given.
    pub fn given(&self) -> &[u64] {
        self.joining.and_then(|number| self.candidates.get(number)).map_or(&self.lone, |one| &one.features)
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
