//! Whether events happened: the answers on given tokens and predicates against people's judgements.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Instant;

use read::certainty::factuality::chain::{Chain, Told};
use read::certainty::factuality::clause::Form;
use read::certainty::factuality::signs::Signs;
use read::certainty::factuality::{self, Factuality};
use read::language::EN;

use crate::factuality::{Read, analyse, read, training};
use crate::failure::{Failure, say};
use crate::places::Places;

/// The parts that are measured on.
const PARTS: [(&str, &str); 2] =
    [("UDS-IH2 dev", "factuality/uds-ih2/dev.jsonl"), ("UW dev", "factuality/uw/dev.jsonl")];

/// Pearson's correlation; 0 where one side never varies.
pub fn pearson(a: &[i32], b: &[i32]) -> f64 {
    let mean = |values: &[i32]| values.iter().map(|value| f64::from(*value)).sum::<f64>() / values.len().max(1) as f64;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (f64::from(*a) - mean_a, f64::from(*b) - mean_b);
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    if aa * bb > 0.0 { ab / (aa * bb).sqrt() } else { 0.0 }
}

/// The mean absolute error, on the scale from -3 to 3.
pub fn error(answers: &[i32], gold: &[i32]) -> f64 {
    let sum: f64 = answers.iter().zip(gold).map(|(answer, gold)| f64::from(answer - gold).abs()).sum();
    sum / gold.len().max(1) as f64 / 1000.0
}

fn median(values: &[i32]) -> i32 {
    let mut values = values.to_vec();
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}

/// The judgements of sentences, in their order.
fn gold(read: &Read) -> Vec<i32> {
    read.sentences.iter().flat_map(|(_, targets)| targets.iter().map(|(_, label)| *label)).collect()
}

/// The answers to all predicates, in their order.
fn answers(model: &Factuality<'_>, read: &Read) -> Vec<i32> {
    let all = read.sentences.iter().flat_map(|(tokens, targets)| targets.iter().map(move |(at, _)| (tokens, *at)));
    all.map(|(tokens, at)| model.score(&read.all, tokens, at)).collect()
}

/// The table of scores, in Markdown.
///
/// # Errors
/// If a corpus cannot be read.
pub fn tables(places: &Places, model: &Factuality<'_>) -> Result<String, Failure> {
    let trained: Vec<i32> =
        training(places)?.iter().flat_map(|one| one.targets.iter().map(|(_, label)| *label)).collect();
    let trained = median(&trained);
    let mut out = "| text | predicates | r | error | error of training median | error of own median |\n|---|---|---|---|---|---|\n"
        .to_owned();
    for (name, file) in PARTS {
        let read = analyse(&read(&places.corpus(file)?)?)?;
        let gold = gold(&read);
        let answers = answers(model, &read);
        let flat = |value| error(&vec![value; gold.len()], &gold);
        let _ = writeln!(
            out,
            "| {name} | {} | {:.3} | {:.3} | {:.3} | {:.3} |",
            gold.len(),
            pearson(&answers, &gold),
            error(&answers, &gold),
            flat(trained),
            flat(median(&gold)),
        );
    }
    Ok(out)
}

/// Measures the model that is compiled in: the table, the same by construction, and the speed.
///
/// # Errors
/// If a corpus cannot be read or the model not opened.
pub fn run(places: &Places) -> Result<(), Failure> {
    let model = factuality::embedded().map_err(|error| Failure::new(error.to_string()))?;
    say(tables(places, &model)?);
    for (name, file) in PARTS {
        let read = analyse(&read(&places.corpus(file)?)?)?;
        let gold = gold(&read);
        let start = Instant::now();
        let answers = answers(&model, &read);
        let each = start.elapsed().as_secs_f64() / answers.len().max(1) as f64;
        say(format_args!("{name}, by what rules make of it and by form ({:.1} µs a predicate)", each * 1e6));
        for ((told, form), pairs) in constructions(&read, &answers, &gold) {
            let (answers, gold): (Vec<i32>, Vec<i32>) = pairs.into_iter().unzip();
            let mean = |values: &[i32]| {
                values.iter().map(|value| f64::from(*value)).sum::<f64>() / 1000.0 / values.len() as f64
            };
            say(format_args!(
                "  {told:9} {form:11} {:5}  people {:+.2}  answer {:+.2}  r {:+.2}  error {:.2}",
                gold.len(),
                mean(&gold),
                mean(&answers),
                pearson(&answers, &gold),
                error(&answers, &gold),
            ));
        }
    }
    Ok(())
}

/// Answers and judgements of each construction that is met twenty times or more.
fn constructions(read: &Read, answers: &[i32], gold: &[i32]) -> BTreeMap<(String, String), Vec<(i32, i32)>> {
    let signs = Signs::new(&EN);
    let mut out: BTreeMap<_, Vec<(i32, i32)>> = BTreeMap::new();
    let tokens = read.sentences.iter().flat_map(|(_, targets)| targets.iter().map(|(at, _)| *at));
    for (at, pair) in tokens.zip(answers.iter().copied().zip(gold.iter().copied())) {
        let chain = Chain::of(&read.all, at, &signs);
        let (told, form): (Told, Form) =
            (chain.told(), chain.links().first().map(|link| link.clause.form).unwrap_or_default());
        out.entry((format!("{told:?}"), format!("{form:?}"))).or_default().push(pair);
    }
    out.retain(|_, pairs| pairs.len() >= 20);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn correlation_and_error_are_as_defined() {
        assert!((pearson(&[1, 2, 3], &[2, 4, 6]) - 1.0).abs() < 1e-9);
        assert!((pearson(&[1, 2, 3], &[3, 2, 1]) + 1.0).abs() < 1e-9);
        assert_eq!(pearson(&[1, 1], &[2, 3]), 0.0);
        assert!((error(&[1000, -500], &[2000, 500]) - 1.0).abs() < 1e-9);
        assert_eq!(median(&[5, 1, 3]), 3);
    }
}
