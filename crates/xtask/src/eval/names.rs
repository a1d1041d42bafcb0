//! Names: spans and kinds against corpora, both exact.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use read::language::EN;
use read::model::ModelError;
use read::name::{self, Name, NameKind, Namer, gazetteer};
use read::segment::segment;

use crate::failure::{Failure, say};
use crate::ner::{Reader, Text, split};
use crate::places::Places;

/// What is counted, per kind.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    gold: [usize; 4],
    predicted: [usize; 4],
    right: [usize; 4],
}

impl Counts {
    fn add(&mut self, gold: &BTreeSet<(usize, usize, NameKind)>, predicted: &BTreeSet<(usize, usize, NameKind)>) {
        for kind in NameKind::ALL {
            let own = |names: &BTreeSet<(usize, usize, NameKind)>| names.iter().filter(|name| name.2 == kind).count();
            self.gold[kind as usize] += own(gold);
            self.predicted[kind as usize] += own(predicted);
            self.right[kind as usize] += gold.intersection(predicted).filter(|name| name.2 == kind).count();
        }
    }

    /// Precision, recall and F1 in percent over some kinds.
    pub fn scores(&self, kinds: &[NameKind]) -> [f64; 3] {
        let sum = |of: &[usize; 4]| kinds.iter().map(|kind| of[*kind as usize]).sum::<usize>() as f64;
        let (gold, predicted, right) = (sum(&self.gold), sum(&self.predicted), sum(&self.right));
        let share = |of: f64| if of == 0.0 { 0.0 } else { 100.0 * right / of };
        [share(predicted), share(gold), share((gold + predicted) / 2.0)]
    }
}

fn set(names: &[Name]) -> BTreeSet<(usize, usize, NameKind)> {
    names.iter().map(|name| (name.first, name.last, name.kind)).collect()
}

/// Measures on documents with the tokens of the corpus.
pub fn measure(namer: &Namer<'_>, reader: &Reader, texts: &[Text]) -> Counts {
    let mut counts = Counts::default();
    for text in texts {
        let all = reader.read(&text.text, &text.segments);
        let found = set(&namer.find(&text.text, &text.segments, &all));
        counts.add(&set(&text.gold), &found);
    }
    counts
}

/// Measures on documents whose tokens are put together again and found anew; spans are compared by their bytes.
pub fn measure_raw(namer: &Namer<'_>, reader: &Reader, texts: &[Text]) -> Counts {
    let mut counts = Counts::default();
    for text in texts {
        let (raw, places) = rejoin(text);
        let segments = segment(&raw, &EN);
        let all = reader.read(&raw, &segments);
        let gold = text.gold.iter().map(|name| (places[name.first].0, places[name.last].1, name.kind)).collect();
        let found = namer.find(&raw, &segments, &all);
        let bytes = |name: &Name| (segments.tokens[name.first].start, segments.tokens[name.last].end, name.kind);
        counts.add(&gold, &found.iter().map(bytes).collect());
    }
    counts
}

/// The text of a document as it would be printed, a line for each sentence, and where its tokens stand there.
fn rejoin(text: &Text) -> (String, Vec<(usize, usize)>) {
    let (mut raw, mut places) = (String::new(), Vec::new());
    for sentence in &text.segments.sentences {
        let (mut tight, mut open) = (true, false);
        for at in sentence.tokens.clone() {
            let word = text.word(at);
            let quote = word == "\"";
            let closes = matches!(word, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "''" | "n't")
                || word.len() > 1 && word.starts_with('\'')
                || quote && open;
            if !tight && !closes {
                raw.push(' ');
            }
            let start = raw.len();
            raw.push_str(word);
            places.push((start, raw.len()));
            tight = matches!(word, "(" | "[" | "$" | "#" | "``") || quote && !open;
            open ^= quote;
        }
        raw.push('\n');
    }
    (raw, places)
}

/// The scores on one corpus.
#[derive(Debug, Clone)]
pub struct Row {
    /// Of which corpus.
    pub name: &'static str,
    /// What was counted.
    pub counts: Counts,
    /// The kinds of name that the corpus marks.
    pub kinds: &'static [NameKind],
}

impl Row {
    /// Precision, recall and F1 over all kinds that the corpus marks, F1 without the last one, and F1 of each.
    pub fn cells(&self) -> Vec<f64> {
        let mut cells = self.counts.scores(self.kinds).to_vec();
        cells.push(self.counts.scores(NAMED)[2]);
        cells.extend(self.kinds.iter().map(|kind| self.counts.scores(&[*kind])[2]));
        cells
    }
}

/// The kinds without [`NameKind::Other`].
const NAMED: &[NameKind] = &[NameKind::Person, NameKind::Organisation, NameKind::Place];

/// Measures a model on everything that is held out, and on wikigold if it is asked for: whoever chooses settings does
/// not ask.
///
/// # Errors
/// If a corpus or a model cannot be read.
pub fn rows(namer: &Namer<'_>, places: &Places, wikigold: bool) -> Result<Vec<Row>, Failure> {
    let lists = gazetteer::embedded().map_err(|error| Failure::new(error.to_string()))?;
    let reader = Reader::new()?;
    let mut rows = Vec::new();
    for part in split::held_out(places, &lists)? {
        let kinds = if part.other { NameKind::ALL.as_slice() } else { NAMED };
        rows.push(Row { name: part.name, counts: measure(namer, &reader, &part.texts), kinds });
    }
    if wikigold {
        let texts = split::wikigold(places)?;
        let kinds = NameKind::ALL.as_slice();
        rows.push(Row { name: "wikigold", counts: measure(namer, &reader, &texts), kinds });
        rows.push(Row { name: "wikigold, raw text", counts: measure_raw(namer, &reader, &texts), kinds });
    }
    Ok(rows)
}

/// Prints scores as a table.
pub fn print(rows: &[Row]) {
    say("names                   P      R     F1 no MISC    PER    ORG    LOC   MISC");
    for row in rows {
        let cells: String = row.cells().iter().map(|cell| format!("{cell:7.1}")).collect();
        say(format_args!("{:18}{cells}", row.name));
    }
}

/// Measures the model that is compiled in and prints a table.
///
/// # Errors
/// If a corpus or a model cannot be read.
pub fn run(places: &Places) -> Result<(), Failure> {
    let failure = |error: ModelError| Failure::new(error.to_string());
    let namer = name::embedded().map_err(failure)?;
    print(&rows(&namer, places, true)?);
    speed(&namer, places)
}

/// Prints how fast names are found in the articles of PolNeAR dev.
fn speed(namer: &Namer<'_>, places: &Places) -> Result<(), Failure> {
    let reader = Reader::new()?;
    let articles = crate::polnear::read(&places.corpus("polnear/dev")?)?;
    let read: Vec<_> = articles
        .iter()
        .map(|article| {
            let segments = segment(&article.text, &EN);
            let all = reader.read(&article.text, &segments);
            (article, segments, all)
        })
        .collect();
    let tokens: usize = read.iter().map(|(_, segments, _)| segments.tokens.len()).sum();
    // The fastest run of each article: one is short enough to be run without being put aside for something else.
    let (mut time, mut found) = (Duration::ZERO, 0);
    for (article, segments, all) in &read {
        let mut fastest = Duration::MAX;
        for run in 0..20 {
            let start = Instant::now();
            let names = namer.find(&article.text, segments, all);
            fastest = fastest.min(start.elapsed());
            found += if run == 0 { names.len() } else { 0 };
        }
        time += fastest;
    }
    let rate = tokens as f64 / time.as_secs_f64() / 1000.0;
    say(format_args!(
        "one thread, thousand tokens a second: names {rate:.0} ({found} names in {tokens} tokens of news)"
    ));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_right_only_with_both_ends_and_its_kind() {
        let gold = BTreeSet::from([(0, 1, NameKind::Person), (3, 3, NameKind::Place), (5, 6, NameKind::Other)]);
        let predicted =
            BTreeSet::from([(0, 1, NameKind::Person), (3, 3, NameKind::Organisation), (5, 5, NameKind::Other)]);
        let mut counts = Counts::default();
        counts.add(&gold, &predicted);
        let third = 100.0 / 3.0;
        assert!(counts.scores(&NameKind::ALL).iter().all(|score| (score - third).abs() < 1e-9));
        assert!((counts.scores(NAMED)[2] - 50.0).abs() < 1e-9);
    }

    #[test]
    fn tokens_put_together_again_are_those_of_the_text() {
        let mut text = Text::default();
        text.push(&["Orlo", "'s", "ship", "(", "the", "\"", "Asher", "\"", ")", "sailed", "."]);
        text.push(&["It", "did", "n't", "return", "."]);
        let (raw, places) = rejoin(&text);
        assert_eq!(raw, "Orlo's ship (the \"Asher\") sailed.\nIt didn't return.\n");
        assert!(places.iter().enumerate().all(|(at, (from, to))| &raw[*from..*to] == text.word(at)));
    }
}
