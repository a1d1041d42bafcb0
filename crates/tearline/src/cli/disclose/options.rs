//! The ways side by side, and the calendar.

use casefile::release::DisclosureRow;
use disclose::workflow::Standing;
use record::marking::Clearance;
use record::release::{Schedule, Way};
use serde::Serialize;

use super::{Verb, when};
use crate::Stage;
use crate::cli::Shared;
use crate::failure::{Failure, Outcome};
use crate::show::table::one_line;
use crate::show::{list, style};

/// A way with what is known of it.
#[derive(Debug, Serialize)]
pub struct Row<'r> {
    way: Way,
    chosen: bool,
    audience: String,
    /// Lines that this audience may see, and how many there are.
    lines: (usize, usize),
    /// Who must agree and has not.
    must_agree: Vec<&'r str>,
    gain: &'r str,
    cost: &'r str,
    reveals: &'r str,
    why: &'r str,
}

pub async fn run(verb: Verb, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
    let (casefile, viewer, case) = shared.open(stage).await?;
    match verb {
        Verb::Option { disclosure, way, gain, cost, reveals } => {
            casefile.state_choice(&viewer, case.id, &disclosure, way, (&gain, &cost, &reveals)).await?;
            writeln!(stage.out, "stated what it would mean to {}", way.told())?;
        }
        Verb::Choose { disclosure, way, warning, why } => {
            casefile.choose(&viewer, case.id, &disclosure, way, warning.as_deref(), &why).await?;
            writeln!(stage.out, "chose to {}", way.told())?;
            match way {
                Way::Nothing => writeln!(stage.out, "`disclose withhold` closes it with that")?,
                Way::Private if warning.is_none() => {
                    writeln!(stage.out, "`warning add` enters the warning in the register when it is given")?;
                }
                _ => {}
            }
        }
        Verb::Schedule { disclosure, wanted, embargo, expires, against } => {
            let mut events = Vec::new();
            for text in against {
                let Some((name, at)) = text.rsplit_once('=') else {
                    let hint = "write NAME=TIME, as in \"Security Council meeting=2030-02-24T15:00Z\"";
                    return Err(Failure::usage(format!("{text:?} is no event with its time"), hint));
                };
                let moment: when::Moment =
                    at.parse().map_err(|error: String| Failure::usage(error, "write a moment with its zone"))?;
                events.push((name.trim().to_owned(), moment.whole()));
            }
            events.sort_by_key(|(_, moment)| moment.at);
            let schedule = Schedule {
                wanted: wanted.map(|moment| moment.whole()),
                embargo: embargo.map(|moment| moment.whole()),
                expires: expires.map(|moment| moment.whole()),
                against: events,
            };
            casefile.schedule(&viewer, case.id, &disclosure, &schedule, "calendar").await?;
            writeln!(stage.out, "set the calendar; `disclose show` counts down")?;
        }
        Verb::Options { disclosure, partners, reader, format } => {
            let row = casefile.disclosure(&viewer, case.id, &disclosure).await?;
            let rows = ways(&row, partners, reader)?;
            if !list::write(stage.out, format, &rows)? {
                told(stage, &rows)?;
            }
        }
        _ => {}
    }
    Ok(0)
}

/// The ways side by side, where partners and the one who would be warned are cleared for this.
pub fn ways(row: &DisclosureRow, partners: Option<String>, reader: Option<String>) -> Result<Vec<Row<'_>>, Failure> {
    let all = [
        (Way::Public, Some("public".to_owned())),
        (Way::Partners, partners),
        (Way::Private, reader),
        (Way::Nothing, None),
    ];
    all.into_iter().map(|(way, audience)| of_way(row, way, audience)).collect()
}

fn of_way<'r>(row: &'r DisclosureRow, way: Way, audience: Option<String>) -> Result<Row<'r>, Failure> {
    let clearance: Option<Clearance> = match &audience {
        Some(text) => {
            let parsed = text.parse().map_err(|error: record::marking::NotAClearance| {
                Failure::usage(error.to_string(), "write a clearance")
            })?;
            Some(parsed)
        }
        None => None,
    };
    let may = |portion: &str| {
        let marking = disclose::marking::parse(portion).ok().map(|marking| record::marking::Rollup::from(&marking));
        marking.zip(clearance.as_ref()).is_some_and(|(marking, clearance)| clearance.may_see(&marking))
    };
    let seen = row.lines.iter().filter(|line| may(&line.portion)).count();
    let mut must_agree: Vec<&str> = Vec::new();
    if way != Way::Nothing {
        for (owner, standing) in row.lines.iter().flat_map(|line| &line.owners) {
            if *standing != Standing::Concurs && !must_agree.contains(&owner.as_str()) {
                must_agree.push(owner);
            }
        }
    }
    let stated = row.disclosure.choices.iter().find(|choice| choice.way == way);
    let chosen = row.disclosure.chosen.as_ref().filter(|chosen| chosen.way == way);
    Ok(Row {
        way,
        chosen: chosen.is_some(),
        audience: audience.unwrap_or_default(),
        lines: (seen, row.lines.len()),
        must_agree,
        gain: stated.map_or("", |choice| &choice.gain),
        cost: stated.map_or("", |choice| &choice.cost),
        reveals: stated.map_or("", |choice| &choice.reveals),
        why: chosen.map_or("", |chosen| &chosen.why),
    })
}

fn told(stage: &mut Stage<'_>, rows: &[Row<'_>]) -> std::io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    for row in rows {
        let chosen = if row.chosen { "  (chosen)" } else { "" };
        writeln!(stage.out, "{heading}{}{heading:#}{chosen}", row.way.told())?;
        if row.way != Way::Nothing {
            let (seen, all) = row.lines;
            match row.audience.as_str() {
                "" => writeln!(
                    stage.out,
                    "  {faint}whom it would reach is not said, so nothing is known to be allowed{faint:#}"
                )?,
                audience => writeln!(stage.out, "  {seen} of {all} lines may go to {audience} as they are marked")?,
            }
            if !row.must_agree.is_empty() {
                writeln!(stage.out, "  must agree: {}", one_line(&row.must_agree.join(", ")))?;
            }
        }
        for (what, text) in [("gain", row.gain), ("cost", row.cost), ("reveals", row.reveals), ("why", row.why)] {
            if !text.is_empty() {
                writeln!(stage.out, "  {what}: {}", one_line(text))?;
            }
        }
    }
    Ok(())
}
