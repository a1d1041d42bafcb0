//! A judgement on the terminal.

use std::io;

use casefile::{Standing, Weighable, Weighing};
use record::case::Hypothesis;
use record::judgement::Readout;

use super::super::{forecast, hypothesis, indicator};
use crate::Stage;
use crate::show::judgement::{by_diagnosticity, confidence, resolved, signs};
use crate::show::rows::{counted, share};
use crate::show::style;
use crate::show::table::{self, Cell};

/// All of it: the table, the words, what else could be, the ledger; with `matrix` the matrix of hypotheses too.
pub(super) fn write(
    stage: &mut Stage<'_>,
    banner: &str,
    weighing: &Weighing,
    words: &[String],
    matrix: bool,
) -> io::Result<()> {
    let faint = style::FAINT;
    writeln!(stage.out, "{banner}\n")?;
    if let Some(resolved) = resolved(weighing) {
        writeln!(stage.out, "{}\n", table::wrapped(&table::one_line(&resolved), stage.width))?;
    }
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
    for (place, paragraph) in words.iter().enumerate() {
        let gap = if place == 0 { "" } else { "\n" };
        writeln!(stage.out, "{gap}{}", table::wrapped(paragraph, stage.width))?;
    }
    beside(stage, weighing)?;
    let (horizon, how) = weighing.horizon.clone().unzip();
    hypothesis::framed(stage, &casefile::Frame { horizon, how, assumptions: weighing.assumptions.clone() })?;
    asides(stage, weighing)?;
    indicators(stage, weighing)?;
    if !weighing.forecasts.last.is_empty() {
        writeln!(stage.out)?;
        forecast::beside(stage, &weighing.forecasts)?;
    }
    if weighing.roots.is_empty() {
        return writeln!(stage.out, "\nno evidence yet: `evidence add` enters it");
    }
    if matrix {
        return self::matrix(stage, weighing);
    }
    ledger(stage, weighing)
}

fn ledger(stage: &mut Stage<'_>, weighing: &Weighing) -> io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    writeln!(
        stage.out,
        "\n{heading}Ledger{heading:#} {faint}change in log-odds of each hypothesis, in nats, in the order of their days{faint:#}"
    )?;
    let keys: Vec<&str> = weighing.hypotheses.iter().map(|hypothesis| hypothesis.key.as_str()).collect();
    let mut columns = vec!["day", "origin", "trust"];
    columns.extend(&keys);
    columns.extend(["by", "why"]);
    let rows: Vec<Vec<Cell>> = weighing
        .roots
        .iter()
        .zip(&weighing.judgement.ledger)
        .map(|(one, entry)| {
            let mut cells = vec![
                Cell::new(one.root.date.map(|date| date.to_string()).unwrap_or_default()),
                Cell::new(&one.root.name),
                Cell::new(trusted(one)),
            ];
            cells.extend(entry.moved.iter().map(|moved| Cell::number(signed(*moved))));
            cells.push(Cell::new(&one.root.author).styled(faint));
            cells.push(Cell::new(&one.root.why).styled(faint));
            cells
        })
        .collect();
    table::write(stage.out, stage.width, &columns, &rows)
}

/// `+1.02`, and `0` for what shows as nothing.
fn signed(nats: f64) -> String {
    let text = format!("{nats:+.2}");
    if text.ends_with("0.00") { "0".to_owned() } else { text.replacen("0.", ".", 1) }
}

/// `B .80`: the grade that counts, and how far it is trusted with all that tempers it.
fn trusted(one: &Weighable) -> String {
    if one.silence {
        return "watched".to_owned();
    }
    let trust = one.trust().trust.map_or("none".to_owned(), share);
    format!("{} {trust}", one.grade)
}

fn matrix(stage: &mut Stage<'_>, weighing: &Weighing) -> io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    writeln!(
        stage.out,
        "\n{heading}Matrix{heading:#} {faint}CC, C it fits; N it tells nothing; I, II it speaks against; those first that tell most{faint:#}"
    )?;
    let mut columns = vec!["origin", "trust"];
    columns.extend(weighing.hypotheses.iter().map(|hypothesis| hypothesis.key.as_str()));
    columns.push("tells apart");
    let mut rows = Vec::new();
    for (place, row, diagnosticity) in by_diagnosticity(weighing) {
        let Some(one) = weighing.roots.get(place) else { continue };
        let mut cells = vec![Cell::new(&one.root.name), Cell::new(trusted(one))];
        cells.extend(signs(row).map(|sign| {
            Cell::new(sign).styled(match sign {
                "CC" | "C" => style::GOOD,
                "I" | "II" => style::stance(record::reading::Stance::Denies),
                _ => faint,
            })
        }));
        cells.push(Cell::number(format!("{diagnosticity:.2}")));
        rows.push(cells);
    }
    table::write(stage.out, stage.width, &columns, &rows)?;
    let opinions: Vec<String> = weighing
        .hypotheses
        .iter()
        .zip(&weighing.opinions)
        .map(|(one, opinion)| {
            format!("{} {}/{}/{}", one.key, share(opinion.belief), share(opinion.disbelief), share(opinion.uncertainty))
        })
        .collect();
    writeln!(stage.out, "{faint}as opinions (belief/disbelief/uncertainty): {}{faint:#}", opinions.join(", "))
}

fn readout_cells(hypothesis: &Hypothesis, readout: &Readout) -> Vec<Cell> {
    let (low, high) = readout.interval;
    vec![
        Cell::new(&hypothesis.key),
        Cell::number(share(hypothesis.prior)),
        Cell::number(share(readout.probability)).styled(style::HEADING),
        Cell::new(format!("{}-{}", share(low), share(high))),
        Cell::number(share(readout.ambiguity)),
        Cell::number(share(readout.conflict)),
        Cell::new(confidence(readout.confidence)),
        Cell::new(bar(readout.probability)).styled(style::BAR),
    ]
}

/// A bar of twenty cells.
fn bar(probability: f64) -> String {
    let filled = (probability * 20.0).round().clamp(0.0, 20.0) as usize;
    "█".repeat(filled) + &"·".repeat(20 - filled)
}

/// Where another way of counting would give another number, it is said.
fn beside(stage: &mut Stage<'_>, weighing: &Weighing) -> io::Result<()> {
    let faint = style::FAINT;
    for (what, listed) in crate::show::judgement::beside(weighing) {
        writeln!(stage.out, "{faint}{what}: {listed}{faint:#}")?;
    }
    Ok(())
}

/// Roots that do not count, and those that say of a later hypothesis only what they say of OTHER.
fn asides(stage: &mut Stage<'_>, weighing: &Weighing) -> io::Result<()> {
    let warning = style::WARNING;
    for one in &weighing.set_aside {
        writeln!(stage.out, "{warning}set aside{warning:#}: {:?}: {}", one.root.name, one.why)?;
    }
    let split = weighing.roots.iter().filter(|one| one.split).count();
    if split > 0 {
        writeln!(
            stage.out,
            "{warning}note{warning:#}: {} of a hypothesis that came later what they say of OTHER; `evidence restate` says more",
            if split == 1 { "1 root says".to_owned() } else { format!("{} say", counted(split, "root")) }
        )?;
    }
    Ok(())
}

/// Indicators that are open, and those on which somebody must decide.
fn indicators(stage: &mut Stage<'_>, weighing: &Weighing) -> io::Result<()> {
    let faint = style::FAINT;
    for row in weighing.indicators.iter().filter(|row| row.standing != Standing::Silent) {
        let until = row.indicator.until.map_or(String::new(), |until| format!(" until {until}"));
        let text = table::one_line(&row.indicator.text);
        writeln!(stage.out, "{faint}indicator {}{until}:{faint:#} {text}", indicator::standing(row.standing))?;
    }
    Ok(())
}
