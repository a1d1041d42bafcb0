//! The judgement on every day on which something came.

use casefile::{Casefile, History, When};
use record::case::Case;
use record::viewer::Viewer;
use record::words::Ladder;

use super::super::Format;
use super::Written;
use crate::Stage;
use crate::body::judgement as body;
use crate::failure::Outcome;
use crate::show::judgement::{banner, came, chart, spark};
use crate::show::rows::share;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

pub(super) async fn write(
    casefile: &Casefile,
    viewer: &Viewer,
    case: &Case,
    when: When,
    (format, ladder): (Written, Ladder),
    stage: &mut Stage<'_>,
) -> Outcome {
    let history = casefile.history(viewer, case.id, when).await?;
    let marking = banner(&history.label);
    let listed = match format {
        Written::Text => return text(stage, &history).map(|()| 0).map_err(Into::into),
        Written::Svg => {
            write!(stage.out, "{}", chart::svg(&case.question, &marking, &history))?;
            return Ok(0);
        }
        Written::Html => {
            let weighing = casefile.weigh(viewer, case.id, when).await?;
            let marking = banner(&weighing.label.join(&history.label));
            let words = body::words(&weighing, ladder);
            crate::show::judgement::page::write(stage.out, &case.question, &marking, &weighing, &history, &words)?;
            return Ok(0);
        }
        Written::Json => Format::Json,
        Written::Jsonl => Format::Jsonl,
        Written::Csv => Format::Csv,
    };
    let rows = body::history(&history, &marking);
    list::write(stage.out, listed, &rows)?;
    Ok(0)
}

fn text(stage: &mut Stage<'_>, history: &History) -> std::io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    writeln!(stage.out, "{}\n", banner(&history.label))?;
    if history.moments.is_empty() {
        return writeln!(stage.out, "no evidence yet: `evidence add` enters it");
    }
    for (place, hypothesis) in history.hypotheses.iter().enumerate() {
        let mut line = vec![hypothesis.prior];
        line.extend(history.moments.iter().filter_map(|moment| moment.readouts.get(place)).map(|one| one.probability));
        let end = line.last().copied().unwrap_or(hypothesis.prior);
        let width = stage.width.saturating_sub(30).max(10);
        writeln!(
            stage.out,
            "{heading}{:<12}{heading:#} {} {} {}",
            table::cut(&table::one_line(&hypothesis.key), 12),
            share(hypothesis.prior),
            spark::line(&line, width),
            share(end)
        )?;
    }
    writeln!(stage.out)?;
    let mut columns = vec!["day"];
    columns.extend(history.hypotheses.iter().map(|one| one.key.as_str()));
    columns.extend(["ambiguity", "conflict", "what came"]);
    let cells: Vec<Vec<Cell>> = history
        .moments
        .iter()
        .map(|moment| {
            let mut cells = vec![Cell::new(moment.day.map_or("no day".to_owned(), |day| day.to_string()))];
            cells.extend(moment.readouts.iter().map(|readout| Cell::number(share(readout.probability))));
            let first = moment.readouts.first();
            cells.push(Cell::number(first.map(|one| share(one.ambiguity)).unwrap_or_default()));
            cells.push(Cell::number(first.map(|one| share(one.conflict)).unwrap_or_default()));
            cells.push(Cell::new(came(moment).join("; ")).styled(faint));
            cells
        })
        .collect();
    table::write(stage.out, stage.width, &columns, &cells)?;
    writeln!(stage.out, "{faint}ambiguity and conflict are those of the first hypothesis{faint:#}")
}
