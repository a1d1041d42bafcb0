//! Tags, lemmas and trees against treebanks, on gold tokens, punctuation included.

use std::time::{Duration, Instant};

use read::model::ModelError;
use read::parse::{self, Parsed, Parser};
use read::tag::{self, Tagged, Tagger};

use crate::conllu::Sentence;
use crate::failure::{Failure, say};
use crate::places::{Places, Treebank};

/// A tagger and a parser.
pub struct Models<'m> {
    tagger: Tagger<'m>,
    parser: Parser<'m>,
}

impl<'m> Models<'m> {
    /// Opens both from their bytes.
    ///
    /// # Errors
    /// If one cannot be used.
    pub fn open(tagger: &'m [u8], parser: &'m [u8]) -> Result<Self, Failure> {
        let failure = |error: ModelError| Failure::new(error.to_string());
        Ok(Self { tagger: Tagger::open(tagger).map_err(failure)?, parser: Parser::open(parser).map_err(failure)? })
    }
}

/// Scores in percent of tokens.
#[derive(Debug, Clone, Copy)]
pub struct Scores {
    /// Universal part of speech right.
    pub upos: f64,
    /// Penn part of speech right.
    pub xpos: f64,
    /// Both right.
    pub both: f64,
    /// Lemma right.
    pub lemma: f64,
    /// Head right.
    pub uas: f64,
    /// Head and relation right.
    pub las: f64,
}

/// Reads every sentence and compares.
pub fn measure(models: &Models<'_>, sentences: &[Sentence]) -> Scores {
    let (mut tagged, mut parsed) = (Tagged::default(), Parsed::default());
    let mut right = [0usize; 6];
    let mut all = 0;
    for sentence in sentences {
        let tokens = sentence.tokens();
        models.tagger.tag(&tokens, &mut tagged);
        models.parser.parse(&tokens, tagged.tags(), &mut parsed);
        all += tokens.len();
        for at in 0..tokens.len() {
            let (tag, gold) = (tagged.tags()[at], sentence.tags[at]);
            let head = parsed.heads()[at].map_or(0, |head| head + 1) == sentence.heads[at];
            let checks = [
                tag.upos == gold.upos,
                tag.xpos == gold.xpos,
                tag == gold,
                tagged.lemma(at) == sentence.lemmas[at],
                head,
                head && parsed.rels()[at] == sentence.rels[at],
            ];
            checks.iter().zip(&mut right).for_each(|(check, sum)| *sum += usize::from(*check));
        }
    }
    let [upos, xpos, both, lemma, uas, las] = right.map(|count| 100.0 * count as f64 / all.max(1) as f64);
    Scores { upos, xpos, both, lemma, uas, las }
}

/// The fastest of several runs.
fn fastest(mut run: impl FnMut()) -> Duration {
    (0..5)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// Measures the models that are compiled in and prints a table.
///
/// # Errors
/// If a treebank cannot be read or a model not opened.
pub fn run(places: &Places) -> Result<(), Failure> {
    let failure = |error: ModelError| Failure::new(error.to_string());
    let start = Instant::now();
    let models = Models { tagger: tag::embedded().map_err(failure)?, parser: parse::embedded().map_err(failure)? };
    let opened = start.elapsed();
    let (ewt, gum) = (places.treebank(Treebank::EwtDev)?, places.treebank(Treebank::GumDev)?);
    let news: Vec<Sentence> = gum.iter().filter(|one| one.name.starts_with("GUM_news")).cloned().collect();
    say("text           UPOS   XPOS  lemma    UAS    LAS");
    for (name, sentences) in [("EWT dev", &ewt), ("GUM dev", &gum), ("GUM news dev", &news)] {
        let Scores { upos, xpos, lemma, uas, las, .. } = measure(&models, sentences);
        say(format_args!("{name:12} {upos:6.2} {xpos:6.2} {lemma:6.2} {uas:6.2} {las:6.2}"));
    }

    let tokens: Vec<Vec<&str>> = ewt.iter().map(Sentence::tokens).collect();
    let (mut tagged, mut parsed) = (Tagged::default(), Parsed::default());
    let tagging = fastest(|| tokens.iter().for_each(|one| models.tagger.tag(one, &mut tagged)));
    let both = fastest(|| {
        for one in &tokens {
            models.tagger.tag(one, &mut tagged);
            models.parser.parse(one, tagged.tags(), &mut parsed);
        }
    });
    let count: usize = tokens.iter().map(Vec::len).sum();
    let rate = |time: Duration| (count as f64 / time.as_secs_f64() / 1000.0).round();
    say(format_args!(
        "one thread, thousand tokens a second: tagging {}, parsing {}, both {}; models opened in {opened:?}",
        rate(tagging),
        rate(both.saturating_sub(tagging)),
        rate(both)
    ));
    Ok(())
}
