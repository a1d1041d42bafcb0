//! Attribution by the rules of the house's scorer: `whole` and `exact` over words, paired by shared cue words.

use std::collections::BTreeSet;

use read::attribute::decode::Attributor;
use record::span::Span;

use crate::failure::{Failure, say};
use crate::places::Places;
use crate::polnear::Article;
use crate::prng::Prng;
use crate::train::SEED;

/// What is counted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Gold attributions.
    pub gold: usize,
    /// Predicted ones.
    pub predicted: usize,
    /// Paired by a shared cue word.
    pub cue: usize,
    /// Paired, and source and content word F1 each at least .5.
    pub whole: usize,
    /// Paired, and both equal.
    pub exact: usize,
}

impl Counts {
    /// F1 in percent of one of the hits.
    pub fn f1(&self, hit: usize) -> f64 {
        let sum = self.gold + self.predicted;
        if sum == 0 { 0.0 } else { 200.0 * hit as f64 / sum as f64 }
    }
}

/// An attribution as sets of words.
#[derive(Debug, Clone, Default)]
pub struct Words {
    source: BTreeSet<usize>,
    cue: BTreeSet<usize>,
    content: BTreeSet<usize>,
}

/// The words of a text as the scorer sees them: runs of letters, digits and `_`, with one apostrophe inside.
fn words(text: &str) -> Vec<Span> {
    let letter = |character: char| character.is_alphanumeric() || character == '_';
    let mut out: Vec<Span> = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter(character), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    let mut joined: Vec<(Span, bool)> = Vec::new();
    for span in out {
        match joined.last_mut() {
            Some((last, whole)) if !*whole && matches!(text.get(last.end..span.start), Some("'" | "’")) => {
                last.end = span.end;
                *whole = true;
            }
            _ => joined.push((span, false)),
        }
    }
    joined.into_iter().map(|(span, _)| span).collect()
}

fn set(words: &[Span], spans: &[Span]) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    for span in spans {
        let from = words.partition_point(|word| word.end <= span.start);
        out.extend((from..words.len()).take_while(|at| words[*at].start < span.end));
    }
    out
}

fn overlap(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> f64 {
    if a.is_empty() && b.is_empty() { 1.0 } else { 2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64 }
}

/// Counts one article.
pub fn count(article: &Article, predicted: &[(Vec<Span>, Vec<Span>, Vec<Span>)], counts: &mut Counts) {
    let words = words(&article.text);
    let of = |(source, cue, content): (&[Span], &[Span], &[Span])| Words {
        source: set(&words, source),
        cue: set(&words, cue),
        content: set(&words, content),
    };
    let gold: Vec<Words> = article.gold.iter().map(|one| of((&one.source, &one.cue, &one.content))).collect();
    let found: Vec<Words> = predicted.iter().map(|(source, cue, content)| of((source, cue, content))).collect();
    let mut pairs = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in found.iter().enumerate() {
            let shared = g.cue.intersection(&p.cue).count();
            if shared > 0 {
                let rest = g.content.intersection(&p.content).count() + g.source.intersection(&p.source).count();
                pairs.push((shared * 1000 + rest, i, j));
            }
        }
    }
    pairs.sort_unstable_by(|a, b| b.cmp(a));
    let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
    counts.gold += gold.len();
    counts.predicted += found.len();
    for (_, i, j) in pairs {
        if used_gold.contains(&i) || used_found.contains(&j) {
            continue;
        }
        used_gold.insert(i);
        used_found.insert(j);
        let (g, p) = (&gold[i], &found[j]);
        counts.cue += 1;
        counts.whole += usize::from(overlap(&g.source, &p.source) >= 0.5 && overlap(&g.content, &p.content) >= 0.5);
        counts.exact += usize::from(g.source == p.source && g.content == p.content);
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| Self {
            gold: a.gold + b.gold,
            predicted: a.predicted + b.predicted,
            cue: a.cue + b.cue,
            whole: a.whole + b.whole,
            exact: a.exact + b.exact,
        })
    }
}

/// How often articles are drawn anew.
const DRAWS: usize = 2000;

/// Between what 95 % of the F1 of articles drawn anew from these lie, for one of the hits: the bootstrap over articles,
/// which are what could have been others.
pub fn interval(articles: &[Counts], hit: impl Fn(&Counts) -> usize) -> (f64, f64) {
    let mut prng = Prng::new(SEED);
    let mut drawn: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let sum: Counts = articles.iter().map(|_| articles[prng.below(articles.len())]).sum();
            sum.f1(hit(&sum))
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    let at = |share: usize| drawn.get(DRAWS * share / 1000).copied().unwrap_or_default();
    (at(25), at(975))
}

/// Measures a model on articles, and counts each.
///
/// # Errors
/// If the tagger or the parser cannot be opened.
pub fn measure(model: &Attributor<'_>, articles: &[Article]) -> Result<Vec<Counts>, Failure> {
    let failed = |error: read::model::ModelError| Failure::new(error.to_string());
    let (tagger, parser) = (read::tag::embedded().map_err(failed)?, read::parse::embedded().map_err(failed)?);
    let mut all_counts = Vec::new();
    for article in articles {
        let segments = read::segment::segment(&article.text, &read::language::EN);
        let quotes = read::attribute::quotes(&article.text, &segments);
        let mut all = read::attribute::analysis::Analysis::of(&article.text, &segments, &quotes, &tagger, &parser);
        let found = model.decode(&article.text, &segments, &read::language::EN, &mut all);
        let spans: Vec<_> = found.into_iter().map(|one| (one.source, one.cue, one.content)).collect();
        let mut counts = Counts::default();
        count(article, &spans, &mut counts);
        all_counts.push(counts);
    }
    Ok(all_counts)
}

/// Prints the scores of the model that is compiled in on PolNeAR dev.
///
/// # Errors
/// If the corpus or a model cannot be read.
pub fn run(places: &Places) -> Result<(), Failure> {
    let articles = crate::polnear::read(&places.corpus("polnear/dev")?)?;
    let model = read::attribute::decode::embedded().map_err(|error| Failure::new(error.to_string()))?;
    print(&measure(&model, &articles)?);
    Ok(())
}

/// Prints scores as the house's scorer does.
pub fn print(articles: &[Counts]) {
    let counts: Counts = articles.iter().copied().sum();
    say(format_args!("attribution: gold {}, predicted {}", counts.gold, counts.predicted));
    type Hit = fn(&Counts) -> usize;
    let hits: [(&str, Hit); 3] = [("cue", |all| all.cue), ("whole", |all| all.whole), ("exact", |all| all.exact)];
    for (name, of) in hits {
        let (hit, (low, high)) = (of(&counts), interval(articles, of));
        let share = |of: usize| if of == 0 { 0.0 } else { 100.0 * hit as f64 / of as f64 };
        say(format_args!(
            "{name:6} P {:.1} R {:.1} F1 {:.1} (95 % of draws {low:.1} to {high:.1})",
            share(counts.predicted),
            share(counts.gold),
            counts.f1(hit)
        ));
    }
}
