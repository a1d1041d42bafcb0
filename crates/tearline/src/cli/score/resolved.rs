//! How good judgements, people, sources and indicators were, where the outcome is known.

use casefile::Scores;

use super::super::{Format, Shared};
use super::Written;
use super::rows::rows;
use crate::Stage;
use crate::body::score::scores as shown;
use crate::failure::Outcome;
use crate::show::judgement::{banner, calibration};
use crate::show::rows::{counted, share};
use crate::show::table::{self, Cell};
use crate::show::{list, style};

pub(super) async fn write(shared: &Shared, stage: &mut Stage<'_>, all: bool, format: Written) -> Outcome {
    let scores = if all {
        let (casefile, viewer) = shared.house(stage).await?;
        casefile.scores(&viewer, None).await?
    } else {
        let (casefile, viewer, case) = shared.open(stage).await?;
        casefile.scores(&viewer, Some(case.id)).await?
    };
    // Of no case there is nothing to mark.
    let banner = scores.label.as_ref().map(banner);
    let Some(format) = format.format() else {
        write!(stage.out, "{}", calibration::svg(banner.as_deref().unwrap_or_default(), &scores.bins))?;
        return Ok(0);
    };
    let shown = shown(banner.as_deref(), &scores);
    let written = match format {
        Format::Csv => list::write(stage.out, format, &rows(&shown))?,
        _ => list::one(stage.out, format, &shown)?,
    };
    if !written {
        text(stage, banner.as_deref(), &scores)?;
    }
    Ok(0)
}

/// `.1234`, as scores are printed.
fn score(value: f64) -> String {
    format!("{value:.4}").trim_start_matches('0').to_owned()
}

/// A mean as it stands in its bin: one just below the end of that does not show as the end.
fn within(mean: f64, high: f64) -> String {
    let shown = share(mean);
    if mean < high && shown == share(high) { format!("<{shown}") } else { shown }
}

fn text(stage: &mut Stage<'_>, banner: Option<&str>, scores: &Scores) -> std::io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    if let Some(banner) = banner {
        writeln!(stage.out, "{banner}\n")?;
    }
    if scores.cases.is_empty() {
        writeln!(stage.out, "no case is resolved that teaches anything: `resolve` says what came true")?;
    } else {
        let cells: Vec<Vec<Cell>> = scores
            .cases
            .iter()
            .map(|one| {
                vec![
                    Cell::new(one.resolution.on.to_string()),
                    Cell::new(&one.outcome.key),
                    Cell::number(share(one.probability)),
                    Cell::number(score(one.brier)),
                    Cell::number(format!("{:.2}", one.log)),
                    Cell::new(&one.question),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["on", "came true", "judged", "Brier", "log", "question"], &cells)?;
    }
    if !scores.people.is_empty() {
        writeln!(stage.out, "\n{heading}People{heading:#} {faint}the best first{faint:#}")?;
        let cells: Vec<Vec<Cell>> = scores
            .people
            .iter()
            .map(|one| {
                vec![
                    Cell::new(&one.name),
                    Cell::number(one.cases.to_string()),
                    Cell::number(score(one.brier)),
                    Cell::number(format!("{:.2}", one.log)),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["who", "cases", "Brier", "log"], &cells)?;
    }
    for (what, all) in [("Sources", &scores.sources), ("Indicators", &scores.indicators)] {
        if all.is_empty() {
            continue;
        }
        writeln!(stage.out, "\n{heading}{what}{heading:#} {faint}how often they pointed to what came true{faint:#}")?;
        let cells: Vec<Vec<Cell>> = all
            .iter()
            .map(|(name, record)| {
                vec![
                    Cell::number(format!("{:.1}", record.right)),
                    Cell::number(format!("{:.1}", record.wrong)),
                    Cell::new(name),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["right", "wrong", "name"], &cells)?;
    }
    if let Some(parts) = scores.decomposition {
        writeln!(
            stage.out,
            "\n{heading}Calibration{heading:#} {faint}of the judgements on single hypotheses{faint:#}"
        )?;
        let cells: Vec<Vec<Cell>> = scores
            .bins
            .iter()
            .map(|bin| {
                vec![
                    Cell::new(format!("{}-{}", share(bin.low), share(bin.high))),
                    Cell::number(bin.forecasts.to_string()),
                    Cell::number(within(bin.mean, bin.high)),
                    Cell::number(share(bin.came_true)),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["said", "judgements", "mean", "came true"], &cells)?;
        writeln!(
            stage.out,
            "{faint}reliability {} (0 is best), resolution {} (more is better), uncertainty {}{faint:#}",
            score(parts.reliability),
            score(parts.resolution),
            score(parts.uncertainty)
        )?;
    }
    for (question, done) in &scores.acted_on {
        writeln!(
            stage.out,
            "{faint}left out, since somebody acted on it ({}):{faint:#} {}",
            counted(done.len(), "intervention"),
            table::one_line(question)
        )?;
        for what in done {
            writeln!(stage.out, "  {}", table::one_line(what))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_mean_never_shows_outside_of_its_bin() {
        assert_eq!(super::within(0.4999, 0.5), "<.50");
        assert_eq!(super::within(0.46, 0.5), ".46");
        assert_eq!(super::within(1.0, 1.0), "1.00");
    }
}
