//! `tearline weigh`: what the evidence makes of the hypotheses.

mod history;
mod text;

use casefile::{Casefile, Supposed, Weighing, When};
use clap::ValueEnum;
use jiff::civil::Date;
use record::case::Case;
use record::time::{CivilDate, Micros};
use record::viewer::Viewer;
use record::words::Ladder;
use serde::Serialize;

use super::given::of_hypothesis;
use super::{Format, Shared};
use crate::Stage;
use crate::body::judgement::{self as body, judgement, words};
use crate::failure::{Failure, Outcome};
use crate::show::judgement::{banner, chart, page};
use crate::show::rows::share;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// Weigh the evidence: what is likely, how much is known, how much it pulls both ways
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline --view-as public weigh
  tearline --case c.tearline weigh --at 2030-03-01             (as it could have been judged on that day)
  tearline --case c.tearline weigh --as-of 2030-03-01T09:00Z   (as it stood in this case at that moment)
  tearline --case c.tearline weigh --history
  tearline --case c.tearline weigh --format svg > judgement.svg
  tearline --case c.tearline weigh --without \"the first official\" --false \"the forger\" --prior lethal=.1")]
pub struct Args {
    #[command(flatten)]
    moment: Moment,
    /// The judgement on every day on which something came
    #[arg(long, conflicts_with_all = ["matrix", "without", "is_false", "prior"])]
    history: bool,
    /// The matrix of evidence and hypotheses: what fits, what speaks against, how well it tells them apart
    #[arg(long)]
    matrix: bool,
    /// What if a root, or all of a source, were not there; may be given again
    #[arg(long, value_name = "ROOT|SOURCE")]
    without: Vec<String>,
    /// What if what a root, or a source, says were false; may be given again
    #[arg(long = "false", value_name = "ROOT|SOURCE")]
    is_false: Vec<String>,
    /// What if a prior were another: KEY=.1; `other` has what they leave, or where it is given too, the rest share it as
    /// they did; may be given again
    #[arg(long, value_name = "KEY=P", value_parser = of_hypothesis)]
    prior: Vec<(String, f64)>,
    /// The ladder of the words: icd203, phia, nato or ipcc
    #[arg(long, default_value = "icd203")]
    ladder: Ladder,
    /// How to write the judgement
    #[arg(long, value_enum, default_value = "text")]
    format: Written,
}

/// As of when to look.
#[derive(Debug, Clone, clap::Args)]
pub struct Moment {
    /// Only what was said, seen or due by the end of this day
    #[arg(long, value_name = "DATE")]
    at: Option<Date>,
    /// Only what had been entered in this case by then: a date, whose end is meant, or a date with a time and zone
    #[arg(long, value_name = "WHEN", value_parser = moment)]
    as_of: Option<Micros>,
}

impl Moment {
    /// The same for the casefile.
    pub fn when(&self) -> When {
        When { by: self.at, entered: self.as_of }
    }
}

/// A moment, or the last one of a day or of a second: what was entered in the second that a log names had been entered by then.
pub fn moment(text: &str) -> Result<Micros, String> {
    const SECOND: i64 = 999_999;
    let has_seconds =
        text.split_once('T').is_some_and(|(_, time)| time.get(..8).is_some_and(|time| time.matches(':').count() == 2));
    if has_seconds {
        let zoned = || text.parse::<jiff::Timestamp>().ok();
        let plain = || jiff::tz::Offset::UTC.to_timestamp(text.parse::<jiff::civil::DateTime>().ok()?).ok();
        let at = zoned().or_else(plain).ok_or_else(|| format!("{text:?} names no moment"))?.as_microsecond();
        let whole = at.rem_euclid(1_000_000) == 0;
        return Ok(Micros(if whole { at.saturating_add(SECOND) } else { at }));
    }
    let date: CivilDate = text.parse().map_err(|error: record::time::NotADate| error.to_string())?;
    let end = match date {
        CivilDate::Minute(at, None) => return moment(&format!("{}Z", at.strftime("%Y-%m-%dT%H:%M"))),
        CivilDate::Minute(_, Some(_)) => date.bounds().map(|(low, _)| low),
        _ => date
            .day()
            .and_then(|day| CivilDate::Minute(day.at(23, 59, 0, 0), Some(jiff::tz::Offset::UTC)).bounds())
            // What bounds it is the first moment of the next day already, on which a window that ends on this one is over.
            .map(|(_, high)| Micros(high.0.saturating_sub(1))),
    };
    end.ok_or_else(|| format!("{text:?} names no day"))
}

/// How a judgement is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Written {
    /// For people.
    Text,
    /// One JSON value.
    Json,
    /// One JSON value on a line, or with --history one for each day.
    Jsonl,
    /// A table for spreadsheets: a row for each hypothesis, or with --history for each day.
    Csv,
    /// A page that needs nothing but itself.
    Html,
    /// A picture of the judgement over time.
    Svg,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let when = self.moment.when();
        let supposed = Supposed { without: self.without, is_false: self.is_false, priors: self.prior };
        if supposed != Supposed::default() {
            return suppose(&casefile, &viewer, &case, when, &supposed, self.format, stage).await;
        }
        if self.history {
            return history::write(&casefile, &viewer, &case, when, (self.format, self.ladder), stage).await;
        }
        let weighing = casefile.weigh(&viewer, case.id, when).await?;
        let banner = banner(&weighing.label);
        let words = words(&weighing, self.ladder);
        match self.format {
            Written::Text => text::write(stage, &banner, &weighing, &words, self.matrix)?,
            Written::Json => drop(list::one(stage.out, Format::Json, &judgement(&weighing, banner, words))?),
            Written::Jsonl => drop(list::one(stage.out, Format::Jsonl, &judgement(&weighing, banner, words))?),
            Written::Csv => csv(stage, &banner, &weighing)?,
            Written::Html => {
                let history = casefile.history(&viewer, case.id, when).await?;
                page::write(stage.out, &case.question, &banner, &weighing, &history, &words)?;
            }
            Written::Svg => {
                let history = casefile.history(&viewer, case.id, when).await?;
                write!(stage.out, "{}", chart::svg(&case.question, &banner, &history))?;
            }
        }
        Ok(0)
    }
}

/// A row of the table for spreadsheets.
#[derive(Serialize)]
struct Line<'w> {
    marking: &'w str,
    hypothesis: &'w str,
    text: &'w str,
    prior: f64,
    probability: f64,
    low: f64,
    high: f64,
    ambiguity: f64,
    conflict: f64,
    confidence: &'static str,
    basis: &'w str,
}

fn csv(stage: &mut Stage<'_>, marking: &str, weighing: &Weighing) -> std::io::Result<()> {
    let lines: Vec<Line> = weighing
        .hypotheses
        .iter()
        .zip(&weighing.judgement.readouts)
        .map(|(hypothesis, readout)| Line {
            marking,
            hypothesis: &hypothesis.key,
            text: &hypothesis.text,
            prior: hypothesis.prior,
            probability: readout.probability,
            low: readout.interval.0,
            high: readout.interval.1,
            ambiguity: readout.ambiguity,
            conflict: readout.conflict,
            confidence: crate::show::judgement::confidence(readout.confidence),
            basis: &readout.basis,
        })
        .collect();
    list::write(stage.out, Format::Csv, &lines).map(|_| ())
}

/// What it means for an indicator that whatever showed it is taken away.
pub(super) fn silent(indicator: &str) -> String {
    format!(
        "nothing else shows the indicator \"{}\", whose window is over: its silence is counted, as it would be if that were withdrawn",
        table::one_line(indicator)
    )
}

async fn suppose(
    casefile: &Casefile,
    viewer: &Viewer,
    case: &Case,
    when: When,
    supposed: &Supposed,
    format: Written,
    stage: &mut Stage<'_>,
) -> Outcome {
    let found = casefile.suppose(viewer, case.id, when, supposed).await?;
    let banner = body::banner_of(&found);
    let rows = body::supposed(&found, &banner);
    let listed = match format {
        Written::Text => Format::Text,
        Written::Json => Format::Json,
        Written::Jsonl => Format::Jsonl,
        Written::Csv => Format::Csv,
        Written::Html | Written::Svg => {
            return Err(Failure::usage("a supposition is no picture and no page", "write --format text, json or csv"));
        }
    };
    if list::write(stage.out, listed, &rows)? {
        return Ok(0);
    }
    writeln!(stage.out, "{banner}\n")?;
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| {
            vec![
                Cell::new(row.hypothesis),
                Cell::number(share(row.now)),
                Cell::number(share(row.then)).styled(style::HEADING),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["hypothesis", "P", "if so"], &cells)?;
    for indicator in &found.falls_silent {
        writeln!(stage.out, "{}", table::wrapped(&silent(indicator), stage.width))?;
    }
    Ok(0)
}
