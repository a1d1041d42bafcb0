//! Time expressions against TimeBank, WikiWars and MEANTIME, by the rules of TempEval-3.
//!
//! Found and marked expressions are paired one to one: those of the same span first, then, from left to right, each found
//! one with the marked one that it shares most bytes with. *Strict* counts pairs of the same span, *relaxed* all pairs,
//! *value* pairs whose values are the same string; each is an F1 over all found and all marked expressions, those that
//! have no value among them. *Type* is the share of pairs of one type, of those whose type is known.

use std::time::{Duration, Instant};

use read::attribute::analysis::Analysis;
use read::language::EN;
use read::segment::{Segments, segment};
use read::time::Found;

use crate::failure::{Failure, say};
use crate::places::Places;
use crate::timeml::{self, Document, Gold, Half, Scheme};

/// What is counted.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    value: usize,
    kind: usize,
    kinds: usize,
}

/// A document that has been read up to this stage.
struct Read {
    document: Document,
    segments: Segments,
    all: Analysis,
}

impl Read {
    fn times(&self) -> Vec<Found> {
        let date = self.document.date.as_ref();
        read::time::times(&self.document.text, &self.segments, &self.all, date, &EN, &mut Vec::new())
    }
}

/// Prints the scores of the development halves, or of the held-out ones; with `errors`, every disagreement too.
///
/// # Errors
/// If a corpus or a model cannot be read.
pub fn run(places: &Places, held_out: bool, errors: bool) -> Result<(), Failure> {
    let half = if held_out { Half::HeldOut } else { Half::Development };
    let corpora = [
        ("TimeBank", "time/timebank", Scheme::Timex3, Some(half)),
        ("WikiWars", "time/wikiwars/keyinline", Scheme::Timex2, Some(half)),
    ];
    // MEANTIME has no halves. It was looked at when the held-out halves had been measured.
    let topics =
        ["airbus", "apple", "gm", "stock"].map(|topic| format!("time/meantime/intra-doc_annotation/corpus_{topic}"));
    say(format_args!(
        "{} halves\ncorpus     files  marked  found  strict  relaxed  value  type  words/s",
        if held_out { "held-out" } else { "development" }
    ));
    for (name, folder, scheme, half) in corpora {
        let documents = timeml::read(&places.corpus(folder)?, scheme, half)?;
        measure(name, documents, errors)?;
    }
    let mut documents = Vec::new();
    for topic in &topics {
        documents.extend(timeml::read(&places.corpus(topic)?, Scheme::Tokens, None)?);
    }
    measure("MEANTIME", documents, errors)
}

/// Reads the documents and prints a line.
fn measure(name: &str, documents: Vec<Document>, errors: bool) -> Result<(), Failure> {
    let failed = |error: read::model::ModelError| Failure::new(error.to_string());
    let (tagger, parser) = (read::tag::embedded().map_err(failed)?, read::parse::embedded().map_err(failed)?);
    let read: Vec<Read> = documents
        .into_iter()
        .map(|document| {
            let segments = segment(&document.text, &EN);
            let quotes = read::attribute::quotes(&document.text, &segments);
            let all = Analysis::of(&document.text, &segments, &quotes, &tagger, &parser);
            Read { document, segments, all }
        })
        .collect();
    let mut counts = Counts::default();
    for one in &read {
        count(&one.document, &one.times(), &mut counts, errors);
    }
    let words: usize = read.iter().map(|one| one.segments.tokens.len()).sum();
    let fastest = (0..5)
        .map(|_| {
            let start = Instant::now();
            for one in &read {
                std::hint::black_box(one.times());
            }
            start.elapsed()
        })
        .min()
        .unwrap_or(Duration::ZERO);
    let f1 = |hit: usize| 200.0 * hit as f64 / (counts.gold + counts.found).max(1) as f64;
    say(format_args!(
        "{name:10} {:5} {:7} {:6} {:7.1} {:8.1} {:6.1} {:5.1} {:8.0}",
        read.len(),
        counts.gold,
        counts.found,
        f1(counts.strict),
        f1(counts.relaxed),
        f1(counts.value),
        100.0 * counts.kind as f64 / counts.kinds.max(1) as f64,
        words as f64 / fastest.as_secs_f64().max(1e-9)
    ));
    Ok(())
}

/// The pairs of marked and found expressions, by their indices.
fn pairs(gold: &[Gold], found: &[Found]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut used = vec![false; gold.len()];
    let mut open = Vec::new();
    for (number, one) in found.iter().enumerate() {
        match gold.iter().position(|gold| gold.span == one.time.span) {
            Some(same) if !used[same] => {
                used[same] = true;
                pairs.push((same, number));
            }
            _ => open.push(number),
        }
    }
    for number in open {
        let span = found[number].time.span;
        let shared = |gold: &Gold| gold.span.end.min(span.end).saturating_sub(gold.span.start.max(span.start));
        let best = (0..gold.len())
            .filter(|at| !used[*at] && shared(&gold[*at]) > 0)
            .max_by_key(|at| (shared(&gold[*at]), std::cmp::Reverse(*at)));
        if let Some(best) = best {
            used[best] = true;
            pairs.push((best, number));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Counts one document.
fn count(document: &Document, found: &[Found], counts: &mut Counts, errors: bool) {
    let pairs = pairs(&document.gold, found);
    counts.gold += document.gold.len();
    counts.found += found.len();
    counts.relaxed += pairs.len();
    for (marked, number) in &pairs {
        let (gold, time) = (&document.gold[*marked], &found[*number].time);
        let (strict, value) = (gold.span == time.span, gold.value.as_deref() == Some(&time.value));
        counts.strict += usize::from(strict);
        counts.value += usize::from(value);
        if let Some(kind) = &gold.kind {
            counts.kinds += 1;
            counts.kind += usize::from(*kind == time.kind);
        }
        if errors && !(strict && value) {
            let what = match (strict, value) {
                (true, _) => "value",
                (false, true) => "extent",
                _ => "both",
            };
            tell(
                document,
                what,
                gold.span,
                &format!(
                    "{} / {} {}",
                    gold.value.as_deref().unwrap_or("-"),
                    time.value,
                    if strict { "" } else { &time.text }
                ),
            );
        }
    }
    if errors {
        for (at, gold) in
            document.gold.iter().enumerate().filter(|(at, _)| !pairs.iter().any(|(marked, _)| marked == at))
        {
            let _ = at;
            tell(document, "missed", gold.span, gold.value.as_deref().unwrap_or("-"));
        }
        for (_, one) in found.iter().enumerate().filter(|(at, _)| !pairs.iter().any(|(_, number)| number == at)) {
            tell(document, "invented", one.time.span, &one.time.value);
        }
    }
}

/// Prints one disagreement with the words around it.
fn tell(document: &Document, what: &str, span: record::span::Span, values: &str) {
    let text = &document.text;
    let left: String = text
        .get(..span.start)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(40)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let right: String = text.get(span.end..).unwrap_or_default().chars().take(25).collect();
    let line = format!("{what:8} {:24} {left}[{}]{right} | {values}", document.name, span.of(text));
    say(line.replace('\n', " "));
}
