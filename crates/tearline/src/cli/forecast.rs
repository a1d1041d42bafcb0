//! `tearline forecast`: what people think likely, each alone and together.

use casefile::Forecasts;

use super::given::of_hypothesis;
use super::{Format, Shared};
use crate::body::forecasts::{self as body, ForecastShown};
use crate::failure::Outcome;
use crate::show::rows::share;
use crate::show::style;
use crate::show::table::{self, Cell};
use crate::{Stage, show};

/// Say what you think likely; see what everybody does, and what it comes to together
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Say how likely you think each hypothesis; your last word counts
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ann forecast add lethal=.15 nonlethal=.5 --why \"the visit changed little\"

OTHER has what the others leave where it is not named. The forecast is seen by those who may see all that you could see."
    )]
    Add {
        /// A probability for each hypothesis: KEY=.15
        #[arg(required = true, value_name = "KEY=P", value_parser = of_hypothesis)]
        probabilities: Vec<(String, f64)>,
        /// Why
        #[arg(long, default_value = "")]
        why: String,
    },
    /// List everybody's last word, the pool, and who dissents by how much
    #[command(after_help = "Example:\n  tearline --case c.tearline forecast list --format json

The pool is the mean of log-odds, with an exponent and a weight of later words that are learnt from decided questions once there are
thirty. Dissent is kept and shown, whatever the pool says.")]
    List {
        /// Show everything that was forecast, and not the last word of each
        #[arg(long)]
        all: bool,
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        match self {
            Self::Add { probabilities, why } => {
                let forecast = casefile.give_forecast(&viewer, case.id, &probabilities, &why).await?;
                let hypotheses = casefile.hypotheses(&viewer, case.id).await?;
                let given: Vec<String> = hypotheses
                    .iter()
                    .filter_map(|one| Some((one, forecast.probabilities.iter().find(|(id, _)| *id == one.id)?.1)))
                    .map(|(one, p)| format!("{} {}", one.key, share(p)))
                    .collect();
                writeln!(stage.out, "{} forecasts {}", viewer.name, given.join(", "))?;
            }
            Self::List { all, format } => list(stage, format, all, &casefile.forecasts(&viewer, case.id).await?)?,
        }
        Ok(0)
    }
}

fn list(stage: &mut Stage<'_>, format: Format, all: bool, forecasts: &Forecasts) -> std::io::Result<()> {
    let shown = body::forecasts(forecasts, all);
    match format {
        Format::Json => return show::list::one(stage.out, format, &shown).map(|_| ()),
        Format::Jsonl | Format::Csv => return show::list::write(stage.out, format, &shown.forecasts).map(|_| ()),
        Format::Text => {}
    }
    if shown.forecasts.is_empty() {
        return writeln!(stage.out, "nobody has forecast anything yet: `forecast add` does");
    }
    writeln!(stage.out, "{}\n", shown.marking)?;
    write(stage, forecasts, &shown.forecasts)
}

/// Everybody's word and the pool.
pub(super) fn beside(stage: &mut Stage<'_>, forecasts: &Forecasts) -> std::io::Result<()> {
    let rows: Vec<ForecastShown> = forecasts.last.iter().map(|forecast| body::one(forecasts, forecast, "")).collect();
    write(stage, forecasts, &rows)
}

fn write(stage: &mut Stage<'_>, forecasts: &Forecasts, rows: &[ForecastShown<'_>]) -> std::io::Result<()> {
    let faint = style::FAINT;
    let mut columns = vec!["who", "when"];
    columns.extend(forecasts.hypotheses.iter().map(|one| one.key.as_str()));
    columns.extend(["dissent", "why"]);
    let mut cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            let mut cells = vec![Cell::new(row.author), Cell::new(row.at.get(..10).unwrap_or(&row.at))];
            for hypothesis in &forecasts.hypotheses {
                let p = row.probabilities.iter().find(|(key, _)| *key == hypothesis.key).map(|(_, p)| share(*p));
                cells.push(Cell::number(p.unwrap_or_default()));
            }
            let dissent = row.dissent.filter(|(_, by)| by.abs() >= 0.05 && rows.len() > 1);
            cells.push(Cell::new(
                dissent.map_or(String::new(), |(key, by)| format!("{key} {:+.2}", by).replace("0.", ".")),
            ));
            cells.push(Cell::new(row.why).styled(faint));
            cells
        })
        .collect();
    if !forecasts.pooled.is_empty() {
        let mut pool = vec![Cell::new("together").styled(style::HEADING), Cell::new("")];
        pool.extend(forecasts.pooled.iter().map(|p| Cell::number(share(*p)).styled(style::HEADING)));
        pool.extend([Cell::new(""), Cell::new("")]);
        cells.push(pool);
    }
    table::write(stage.out, stage.width, &columns, &cells)?;
    if forecasts.pooled.is_empty() {
        return writeln!(
            stage.out,
            "{faint}nothing is pooled: none of these speaks of every hypothesis; `forecast add` says it anew{faint:#}"
        );
    }
    let learnt = match forecasts.learnt_from {
        0 => "nothing learnt yet".to_owned(),
        some => format!("learnt from {some} hypotheses of decided questions"),
    };
    writeln!(
        stage.out,
        "{faint}mean of log-odds, exponent {:.2}, recency {:.2}; {learnt}{faint:#}",
        forecasts.pooling.exponent, forecasts.pooling.recency
    )
}
