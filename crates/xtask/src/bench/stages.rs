//! The speed of reading as a whole and of each of its stages.
//!
//! Every stage is run by itself over all articles through the functions that `read` calls, on what the stages before it
//! made. What `read` does beyond those is the difference to the whole.

use std::hint::black_box;

use read::attribute::analysis::Analysis;
use read::attribute::{decode, quotes};
use read::language::EN;
use read::model::ModelError;
use read::parse::{self, Parsed};
use read::segment::{Segments, segment};
use read::tag::{self, Tagged};
use record::reading::{Head, Reading};

use super::{RUNS, calibrate, cpu, median, verdict};
use crate::failure::{Failure, say};

/// Words a second that all stages together must reach.
const BAR: f64 = 60_000.0;
/// Words a second that reading who says what must reach.
const CLAIMS: f64 = 100_000.0;

/// What is timed, in the order of the table. "Tables" are subtrees, hashes and quotations per token; the rest of `read` is
/// the look at the text, kinds of source, stances, certainty, stages, and the claims themselves.
const NAMES: [&str; 8] = ["segment", "tag", "parse", "tables", "quotes", "cues", "labels", "claims and the rest"];

/// The times of the stages that are timed by themselves, in the order of [`NAMES`], in seconds.
#[derive(Debug, Default)]
struct Times {
    segment: f64,
    tag: f64,
    parse: f64,
    tables: f64,
    quotes: f64,
    cues: f64,
    labels: f64,
}

impl Times {
    fn all(&self) -> [f64; NAMES.len() - 1] {
        [self.segment, self.tag, self.parse, self.tables, self.quotes, self.cues, self.labels]
    }
}

/// Measures and prints, and gives the speed of the whole in words a second.
///
/// # Errors
/// If a model or the system's counters cannot be read.
pub fn run(articles: &[String], words: usize) -> Result<f64, Failure> {
    let speed = |seconds: f64| words as f64 / seconds.max(1e-9);
    say(
        "| run | whole, words/s | text to JSON, s | who says what alone, words/s | fixed loop, s |\n|---|---|---|---|---|",
    );
    let (mut wholes, mut jsons, mut claims, mut loops) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut stages: [Vec<f64>; NAMES.len()] = Default::default();
    for number in 1..=RUNS {
        let calibration = calibrate::seconds()?;
        let (reading, json) = whole(articles, read::read)?;
        let (attribution, written) = whole(articles, read::read_claims)?;
        let parts = parts(articles)?.all();
        for (all, one) in stages.iter_mut().zip(parts.into_iter().chain([reading - parts.iter().sum::<f64>()])) {
            all.push(one);
        }
        let total = reading + json;
        let alone = attribution + written;
        say(format_args!("| {number} | {:.0} | {total:.2} | {:.0} | {calibration:.3} |", speed(total), speed(alone)));
        wholes.push(total);
        claims.push(alone);
        jsons.push(json);
        loops.push(calibration);
    }
    let total = median(&wholes);
    say("\n| stage | words/s | share of the whole |\n|---|---|---|");
    let rows = NAMES.iter().zip(&stages).map(|(name, all)| (*name, median(all))).chain([("JSON", median(&jsons))]);
    for (name, seconds) in rows {
        let shown = if seconds > 0.0 { format!("{:.0}", speed(seconds)) } else { "too little to measure".to_owned() };
        say(format_args!("| {name} | {shown} | {:.1} % |", 100.0 * seconds / total));
    }
    let whole = speed(total);
    say(format_args!(
        "| **whole** | **{whole:.0}** | median of {RUNS}; the fixed loop took {:.3} s |\n",
        median(&loops)
    ));
    say(format_args!("all stages: {whole:.0} words/s, bar {BAR:.0} at least: {}", verdict(whole >= BAR)));
    let alone = speed(median(&claims));
    say(format_args!(
        "who says what, with stance, certainty and stage, text to JSON: {alone:.0} words/s, bar {CLAIMS:.0} at least: {}",
        verdict(alone >= CLAIMS)
    ));
    Ok(whole)
}

fn head() -> Head {
    Head::default()
}

/// The time of reading in one way, and that of writing JSON.
fn whole(articles: &[String], way: fn(&str, Head) -> Reading) -> Result<(f64, f64), Failure> {
    let start = cpu::thread()?;
    // Kept in small batches, as a program that writes them out would.
    let mut json = 0.0;
    let mut bytes = Vec::new();
    for batch in articles.chunks(100) {
        let readings: Vec<Reading> = batch.iter().map(|article| way(article, head())).collect();
        let before = cpu::thread()?;
        for reading in &readings {
            bytes.clear();
            serde_json::to_writer(&mut bytes, reading).map_err(|error| Failure::new(error.to_string()))?;
            black_box(&bytes);
        }
        json += cpu::thread()? - before;
    }
    Ok((cpu::thread()? - start - json, json))
}

/// The times of the stages, but for the last, which is what remains.
fn parts(articles: &[String]) -> Result<Times, Failure> {
    let model = |error: ModelError| Failure::new(error.to_string());
    let (tagger, parser) = (tag::embedded().map_err(model)?, parse::embedded().map_err(model)?);
    let attributor = decode::embedded().map_err(model)?;
    let mut times = Times::default();
    let mut clock = Clock::start()?;
    // What is kept of each article for the next stage fits the caches better in batches.
    for batch in articles.chunks(100) {
        clock.lap()?;
        let segments: Vec<Segments> = batch.iter().map(|article| segment(article, &EN)).collect();
        times.segment += clock.lap()?;
        let sentences: Vec<Vec<&str>> = batch.iter().zip(&segments).flat_map(|(text, one)| of(text, one)).collect();
        clock.lap()?;
        let mut tagged = Tagged::default();
        let tags: Vec<Vec<tag::Tag>> = sentences
            .iter()
            .map(|words| {
                tagger.tag(words, &mut tagged);
                tagged.tags().to_vec()
            })
            .collect();
        times.tag += clock.lap()?;
        let mut parsed = Parsed::default();
        for (words, tags) in sentences.iter().zip(&tags) {
            parser.parse(words, tags, &mut parsed);
            black_box(&parsed);
        }
        times.parse += clock.lap()?;
        let quotes: Vec<_> = batch.iter().zip(&segments).map(|(text, one)| quotes(text, one)).collect();
        times.quotes += clock.lap()?;
        let texts = batch.iter().zip(&segments).zip(&quotes);
        let mut all: Vec<Analysis> =
            texts.map(|((text, one), quotes)| Analysis::of(text, one, quotes, &tagger, &parser)).collect();
        times.tables += clock.lap()?;
        for (one, all) in segments.iter().zip(&mut all) {
            attributor.mark_cues(one, all);
        }
        times.cues += clock.lap()?;
        for ((text, one), all) in batch.iter().zip(&segments).zip(&mut all) {
            black_box(attributor.decode(text, one, &EN, all));
        }
        times.labels += clock.lap()?;
    }
    // These two were timed with what they call, which has rows of its own.
    times.tables -= times.tag + times.parse;
    times.labels -= times.cues;
    Ok(times)
}

/// The sentences of a text as words.
fn of<'t>(text: &'t str, segments: &'t Segments) -> impl Iterator<Item = Vec<&'t str>> {
    let words = |sentence: &read::segment::Sentence| {
        segments.tokens[sentence.tokens.clone()].iter().map(|token| token.of(text)).collect()
    };
    segments.sentences.iter().map(words)
}

/// Processor time from lap to lap.
struct Clock(f64);

impl Clock {
    fn start() -> Result<Self, Failure> {
        Ok(Self(cpu::thread()?))
    }

    fn lap(&mut self) -> Result<f64, Failure> {
        let now = cpu::thread()?;
        Ok(now - std::mem::replace(&mut self.0, now))
    }
}
