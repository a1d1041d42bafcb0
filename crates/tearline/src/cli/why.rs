//! `tearline why`: what moved the judgement, what it hangs on, what would change it, and what to look for next.

use casefile::When;
use jiff::civil::Date;
use record::case::Hypothesis;
use record::words::{Icd203, icd203};

use super::{Format, Shared};
use crate::Stage;
use crate::body::why::{self as body, THRESHOLDS, WhyShown};
use crate::failure::{Failure, Outcome};
use crate::show::judgement::banner;
use crate::show::rows::share;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// Why the judgement is what it is: what moved it, what it hangs on, what would change it, what to look for next
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline why
  tearline --case c.tearline why lethal --from 2030-02-01 --to 2030-03-01
  tearline --case c.tearline why lethal --from 2030-02-01 --entered   (by when it was entered, not when it was said)")]
pub struct Args {
    /// The hypothesis, by its key; the first where not given
    key: Option<String>,
    /// From the end of this day; from the priors where not given
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
    /// To the end of this day; to now where not given
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
    /// Take the days as those on which things were entered, and so also what was stated anew, graded or taken back
    #[arg(long)]
    entered: bool,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// So many roots are shown of what it hangs on.
const MOST: usize = 12;

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let (from, to) = moments((self.from, self.to), self.entered)?;
        let moved = casefile.moved(&viewer, case.id, from, to).await?;
        let place = chosen(&moved.hypotheses, self.key.as_deref())?;
        let sensitivity = casefile.sensitivity(&viewer, case.id, to, &THRESHOLDS).await?;
        let banner = banner(&moved.label.join(&sensitivity.label));
        let shown = body::why(&banner, &moved, &sensitivity, place);
        match self.format {
            Format::Text => text(stage, &self, &shown)?,
            Format::Json => drop(list::one(stage.out, Format::Json, &shown)?),
            format => drop(list::write(stage.out, format, &shown.movers)?),
        }
        Ok(0)
    }
}

/// From when to when, by days of the world or by days on which things were entered.
pub fn moments((from, to): (Option<Date>, Option<Date>), entered: bool) -> Result<(When, When), Failure> {
    if let (Some(from), Some(to)) = (from, to)
        && from >= to
    {
        return Err(Failure::usage(format!("{from} is not before {to}"), "write the earlier day as --from"));
    }
    let at = |day: Option<Date>, none: When| -> Result<When, Failure> {
        match day {
            None => Ok(none),
            Some(day) if entered => {
                let entered =
                    super::weigh::moment(&day.to_string()).map_err(|error| Failure::usage(error, "write a day"))?;
                Ok(When { by: None, entered: Some(entered) })
            }
            Some(day) => Ok(When { by: Some(day), entered: None }),
        }
    };
    let nothing = match entered {
        true => When { by: None, entered: Some(record::time::Micros(i64::MIN)) },
        false => When { by: Some(Date::MIN), entered: None },
    };
    Ok((at(from, nothing)?, at(to, When::default())?))
}

/// The place of a hypothesis by its key; the first where none is named.
pub fn chosen(hypotheses: &[Hypothesis], key: Option<&str>) -> Result<usize, Failure> {
    let Some(key) = key else { return Ok(0) };
    hypotheses
        .iter()
        .position(|one| one.key == key)
        .ok_or_else(|| casefile::CasefileError::Unknown { kind: "hypothesis", name: key.to_owned() }.into())
}

fn text(stage: &mut Stage<'_>, args: &Args, shown: &WhyShown<'_>) -> std::io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    writeln!(stage.out, "{}\n", shown.marking)?;
    let from = args.from.map_or("the prior".to_owned(), |day| day.to_string());
    let to = args.to.map_or("now".to_owned(), |day| format!("at {day}"));
    writeln!(
        stage.out,
        "{heading}{}{heading:#} went from {} at {from} to {} {to}.",
        shown.hypothesis,
        share(shown.before),
        share(shown.after)
    )?;
    if shown.movers.is_empty() {
        writeln!(stage.out, "Nothing came in between.")?;
    }
    for row in &shown.movers {
        let moved = match row.moved {
            moved if moved > 0.005 => format!("{moved:+.2} up"),
            moved if moved < -0.005 => format!("{moved:+.2} down"),
            _ => "0.00 nowhere".to_owned(),
        };
        let day = row.date.as_ref().map_or(String::new(), |date| format!(" ({date})"));
        let why = if row.why.is_empty() { String::new() } else { format!(": {}", table::one_line(row.why)) };
        let sentence = format!("{moved}: {}{day} {}{why}", table::one_line(row.root), row.happened);
        for (place, line) in table::wrapped(&sentence, stage.width.saturating_sub(2)).lines().enumerate() {
            writeln!(stage.out, "{}{line}", if place == 0 { "  " } else { "        " })?;
        }
    }
    if !shown.without.is_empty() {
        writeln!(stage.out, "\n{heading}What it hangs on{heading:#}")?;
        let word = |p: f64| icd203(p).map_or("by number only", Icd203::words);
        let cells: Vec<Vec<Cell>> = shown
            .without
            .iter()
            .take(MOST)
            .map(|one| {
                let becomes = if word(one.without) == word(shown.after) { "" } else { word(one.without) };
                vec![
                    Cell::new(if one.source { format!("all of {}", one.what) } else { one.what.to_owned() }),
                    Cell::number(share(one.without)),
                    Cell::number(share(one.if_false)),
                    Cell::new(becomes),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["root", "without it", "if false", "becomes"], &cells)?;
        for one in shown.without.iter().take(MOST) {
            for indicator in one.falls_silent {
                let said = format!("without {}: {}", table::one_line(one.what), super::weigh::silent(indicator));
                writeln!(stage.out, "{faint}{}{faint:#}", table::wrapped(&said, stage.width))?;
            }
        }
        if shown.without.len() > MOST {
            writeln!(
                stage.out,
                "{faint}and {} more that change less: --format json{faint:#}",
                shown.without.len() - MOST
            )?;
        }
    }
    if !shown.needed.is_empty() {
        writeln!(stage.out, "\n{heading}What would change the word for it{heading:#}")?;
    }
    for (to, ratio) in &shown.needed {
        let (times, side) = if *ratio >= 1.0 { (*ratio, "under it") } else { (1.0 / ratio, "under the others") };
        writeln!(
            stage.out,
            "  to {}: one more independent root, fully trusted, {times:.2} times likelier {side}",
            share(*to)
        )?;
    }
    if !shown.next.is_empty() {
        writeln!(
            stage.out,
            "\n{heading}What to look for next{heading:#} {faint}those first that would tell most{faint:#}"
        )?;
        let cells: Vec<Vec<Cell>> = shown
            .next
            .iter()
            .map(|one| {
                vec![
                    Cell::number(format!("{:.3}", one.bits).trim_start_matches('0')),
                    Cell::number(share(one.seen)),
                    Cell::number(share(one.if_seen)),
                    Cell::number(share(one.if_silent)),
                    Cell::new(one.indicator),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["bits", "P(seen)", "if seen", "if silent", "indicator"], &cells)?;
    }
    Ok(())
}
