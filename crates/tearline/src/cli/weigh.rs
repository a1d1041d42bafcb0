//! `tearline weigh`: what the evidence makes of the hypotheses.

use casefile::Weighing;
use disclose::marking::banner_of;
use disclose::wording;
use record::case::Hypothesis;
use record::judgement::{Confidence, Judgement, Readout};
use serde::Serialize;

use super::{Format, Shared};
use crate::failure::Outcome;
use crate::show::rows::share;
use crate::show::style;
use crate::show::table::{self, Cell};
use crate::{Stage, show};

/// Weigh the evidence: what is likely, how much is known, how much it pulls both ways
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline --view-as public weigh")]
pub struct Args {
    /// How to write the judgement
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A judgement as JSON.
#[derive(Serialize)]
struct Shown<'w> {
    marking: String,
    hypotheses: &'w [Hypothesis],
    judgement: &'w Judgement,
    unknown_origins_apart: &'w Judgement,
    grade_f_half_believed: &'w Judgement,
    words: Vec<String>,
    set_aside: &'w [record::case::Root],
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let weighing = casefile.weigh(&viewer, case.id).await?;
        let words = words(&weighing);
        if self.format == Format::Text {
            text(stage, &weighing, &words)?;
            return Ok(0);
        }
        let shown = Shown {
            marking: banner_of(&weighing.label.marking).unwrap_or_default(),
            hypotheses: &weighing.hypotheses,
            judgement: &weighing.judgement,
            unknown_origins_apart: &weighing.split,
            grade_f_half_believed: &weighing.f_at_half,
            words,
            set_aside: &weighing.set_aside,
        };
        show::list::one(stage.out, self.format, &shown)?;
        Ok(0)
    }
}

/// The judgement in standard words, one hypothesis after the other; OTHER has none of its own.
fn words(weighing: &Weighing) -> Vec<String> {
    let stated = weighing.hypotheses.len().saturating_sub(1);
    weighing
        .hypotheses
        .iter()
        .zip(&weighing.judgement.readouts)
        .take(stated)
        .map(|(hypothesis, readout)| match wording::judgement(&hypothesis.text, readout) {
            Ok(said) => format!("{} {}", said.likelihood, said.confidence),
            Err(error) => format!("{}: {error}", hypothesis.key),
        })
        .collect()
}

fn text(stage: &mut Stage<'_>, weighing: &Weighing, words: &[String]) -> std::io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    writeln!(stage.out, "{}\n", banner_of(&weighing.label.marking).unwrap_or_default())?;
    let rows: Vec<Vec<Cell>> = weighing
        .hypotheses
        .iter()
        .zip(&weighing.judgement.readouts)
        .map(|(hypothesis, readout)| readout_cells(hypothesis, readout))
        .collect();
    let columns = ["hypothesis", "prior", "P", "within", "ambiguity", "conflict", "confidence", ""];
    table::write(stage.out, stage.width, &columns, &rows)?;
    writeln!(
        stage.out,
        "{faint}entropy over the hypotheses {}; method {}{faint:#}\n",
        share(weighing.judgement.entropy),
        weighing.judgement.method
    )?;
    for sentence in words {
        writeln!(stage.out, "{}", table::wrapped(sentence, stage.width))?;
    }
    beside(stage, weighing)?;
    for root in &weighing.set_aside {
        let warning = style::WARNING;
        writeln!(
            stage.out,
            "{warning}set aside{warning:#}: {:?} says nothing of a hypothesis that came after it",
            root.name
        )?;
    }
    if weighing.roots.is_empty() {
        return writeln!(stage.out, "\nno evidence yet: `evidence add` enters it");
    }
    writeln!(
        stage.out,
        "\n{heading}Ledger{heading:#} {faint}change in log-odds of each hypothesis, in nats, as the roots came{faint:#}"
    )?;
    let keys: Vec<&str> = weighing.hypotheses.iter().map(|hypothesis| hypothesis.key.as_str()).collect();
    let mut columns = vec!["origin", "grade", "claims"];
    columns.extend(&keys);
    columns.push("why");
    let rows: Vec<Vec<Cell>> = weighing
        .roots
        .iter()
        .zip(&weighing.judgement.ledger)
        .map(|(root, entry)| {
            let mut cells = vec![
                Cell::new(&root.name),
                Cell::new(root.grade.to_string()),
                Cell::number(root.claims.len().to_string()),
            ];
            cells.extend(entry.moved.iter().map(|moved| Cell::number(format!("{moved:+.2}"))));
            cells.push(Cell::new(&root.why).styled(faint));
            cells
        })
        .collect();
    table::write(stage.out, stage.width, &columns, &rows)
}

fn readout_cells(hypothesis: &Hypothesis, readout: &Readout) -> Vec<Cell> {
    let (low, high) = readout.interval;
    let confidence = match readout.confidence {
        Confidence::High => "high",
        Confidence::Moderate => "moderate",
        Confidence::Low => "low",
    };
    vec![
        Cell::new(&hypothesis.key),
        Cell::number(share(hypothesis.prior)),
        Cell::number(share(readout.probability)).styled(style::HEADING),
        Cell::new(format!("{}-{}", share(low), share(high))),
        Cell::number(share(readout.ambiguity)),
        Cell::number(share(readout.conflict)),
        Cell::new(confidence),
        Cell::new(bar(readout.probability)).styled(style::BAR),
    ]
}

/// A bar of twenty cells.
fn bar(probability: f64) -> String {
    let filled = (probability * 20.0).round().clamp(0.0, 20.0) as usize;
    "█".repeat(filled) + &"·".repeat(20 - filled)
}

/// Where another way of counting would give another number, it is said.
fn beside(stage: &mut Stage<'_>, weighing: &Weighing) -> std::io::Result<()> {
    let faint = style::FAINT;
    let differs = |other: &Judgement| {
        other
            .readouts
            .iter()
            .zip(&weighing.judgement.readouts)
            .any(|(a, b)| (a.probability - b.probability).abs() >= 0.005)
    };
    let listed = |other: &Judgement| {
        let parts: Vec<String> = weighing
            .hypotheses
            .iter()
            .zip(&other.readouts)
            .map(|(hypothesis, readout)| format!("{} {}", hypothesis.key, share(readout.probability)))
            .collect();
        parts.join(", ")
    };
    if differs(&weighing.split) {
        writeln!(stage.out, "{faint}with every unknown origin taken apart: {}{faint:#}", listed(&weighing.split))?;
    }
    if differs(&weighing.f_at_half) {
        writeln!(
            stage.out,
            "{faint}with sources that cannot be judged half believed: {}{faint:#}",
            listed(&weighing.f_at_half)
        )?;
    }
    Ok(())
}
