//! Owners, lower markings, approvals, and the rules.

use casefile::release::{AskRow, Asked, Lowered, Spoken};
use disclose::workflow::{POLICY, table};
use record::release::{Place, Verdict};
use serde::Serialize;

use super::{Verb, when};
use crate::Stage;
use crate::cli::{Format, Shared};
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::table::{self as tables, Cell, one_line};
use crate::show::{list, style};

pub async fn run(verb: Verb, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
    if let Verb::Rules { policy, format } = verb {
        return Ok(rules(stage, policy, format)?);
    }
    let (casefile, viewer, case) = shared.open(stage).await?;
    match verb {
        Verb::Lower { disclosure, line, to, authority, owner, why } => {
            let to = disclose::marking::valid(&to).map_err(casefile::CasefileError::from)?;
            let lowered = Lowered { to, authority, owner, why };
            let row = casefile.lower(&viewer, case.id, &disclosure, &line, &lowered).await?;
            let shown = row.disclosure.lowerings.last().map(|last| last.line);
            let at = row.disclosure.lines.iter().position(|one| Some(one.id) == shown);
            let Some(of_line) = at.and_then(|at| row.lines.get(at)) else { return Ok(0) };
            match authority {
                None => writeln!(
                    stage.out,
                    "proposed; the line stays {} until somebody enters it by right",
                    of_line.portion
                )?,
                Some(_) if !of_line.awaits.is_empty() => {
                    writeln!(
                        stage.out,
                        "entered; the line stays {} until {} too",
                        of_line.portion,
                        of_line.awaits.join(", ")
                    )?;
                }
                Some(_) => writeln!(stage.out, "entered; the line is marked {}", of_line.portion)?,
            }
        }
        Verb::Ask { disclosure, line, owner, purpose, mode, clearance, deadline, escalate } => {
            let asked =
                Asked { line, owner, purpose, mode, clearance, deadline: deadline.map(|moment| moment.at()), escalate };
            let (_, count) = casefile.ask(&viewer, case.id, &disclosure, &asked).await?;
            writeln!(stage.out, "asked {}: {}", counted(count, "time"), mode.told())?;
        }
        Verb::Asks { format } => asks(stage, format, &casefile.asks(&viewer, case.id).await?, casefile.moment())?,
        Verb::Consent { disclosure, line, owner, concur: _, object, change, until, words } => {
            let (verdict, why) = match (object, change) {
                (Some(why), _) => (Verdict::Objects, why),
                (None, Some(words)) => (Verdict::Change, words),
                (None, None) => (Verdict::Concurs, String::new()),
            };
            let spoken = Spoken { owner, verdict, why, until: until.map(|moment| moment.at()), words };
            let (text, standing) = casefile.speak(&viewer, case.id, &disclosure, &line, &spoken).await?;
            writeln!(stage.out, "{} {}: {}", spoken.owner.trim(), standing.told(), one_line(&text))?;
        }
        Verb::Alone { disclosure, why } => {
            casefile.alone(&viewer, case.id, &disclosure, &why).await?;
            writeln!(stage.out, "this is a desk of one; the packet will say that nobody else reviewed it")?;
        }
        Verb::Approve { disclosure, draft, why } => {
            let row = casefile.approve(&viewer, case.id, &disclosure, &draft, &why).await?;
            writeln!(stage.out, "{} approved the draft {}", viewer.name, super::show::short(&row.draft))?;
        }
        Verb::Withhold { disclosure, why } => {
            casefile.withhold(&viewer, case.id, &disclosure, &why).await?;
            writeln!(stage.out, "withheld; the reason is kept with it")?;
        }
        _ => {}
    }
    Ok(0)
}

/// An ask, for programs.
#[derive(Serialize)]
pub struct Shown<'r> {
    disclosure: String,
    pub line: String,
    text: &'r str,
    place: &'r Place,
    words: &'r str,
    marking: &'r str,
    audience: &'r str,
    channel: &'r str,
    pub owner: &'r str,
    purpose: &'r str,
    mode: record::release::Mode,
    deadline: Option<String>,
    escalate: Option<&'r str>,
    by: &'r str,
    standing: &'static str,
}

impl<'r> From<&'r AskRow> for Shown<'r> {
    fn from(row: &'r AskRow) -> Self {
        Self {
            disclosure: row.disclosure.to_string(),
            line: row.line.id.to_string(),
            text: &row.line.text,
            place: &row.line.place,
            words: &row.ask.words,
            marking: &row.portion,
            audience: &row.audience,
            channel: &row.channel,
            owner: &row.ask.owner,
            purpose: &row.ask.purpose,
            mode: row.ask.mode,
            deadline: row.ask.deadline.map(|at| at.to_string()),
            escalate: row.ask.escalate.as_deref(),
            by: &row.ask.author,
            standing: row.standing.told(),
        }
    }
}

fn asks(stage: &mut Stage<'_>, format: Format, rows: &[AskRow], now: record::time::Micros) -> std::io::Result<()> {
    let shown: Vec<Shown<'_>> = rows.iter().map(Shown::from).collect();
    if list::write(stage.out, format, &shown)? {
        return Ok(());
    }
    let (heading, faint) = (style::HEADING, style::FAINT);
    for row in rows {
        writeln!(stage.out, "{heading}{}{heading:#} {}", row.portion, one_line(&row.line.text))?;
        let (disclosure, line) = (row.disclosure.short(), row.line.id.short());
        writeln!(
            stage.out,
            "  {faint}line {line} of {disclosure}, to {} by {}{faint:#}",
            row.audience,
            one_line(&row.channel)
        )?;
        writeln!(
            stage.out,
            "  {} asks {}: {} ({})",
            row.ask.author,
            row.ask.owner,
            one_line(&row.ask.purpose),
            row.ask.mode.told()
        )?;
        let due = row.ask.deadline.map_or(String::new(), |at| format!(", due {}", when::left(at, now)));
        let to = row.ask.escalate.as_ref().map_or(String::new(), |to| format!(", then to {to}"));
        if let Place::Answer { question } = &row.line.place {
            writeln!(stage.out, "  as the answer to: {}", one_line(question))?;
        }
        let words = row.ask.words.get(..12).unwrap_or_default();
        writeln!(stage.out, "  {}{due}{to}  {faint}words {words}{faint:#}", row.standing.told())?;
    }
    writeln!(stage.out, "{faint}{}{faint:#}", counted(rows.len(), "ask"))
}

/// One row of the rules, for programs.
#[derive(Serialize)]
struct Rule {
    act: &'static str,
    who: &'static str,
    may: &'static str,
}

fn rules(stage: &mut Stage<'_>, policy: bool, format: Format) -> std::io::Result<u8> {
    if policy {
        write!(stage.out, "{POLICY}")?;
        return Ok(0);
    }
    let all = table();
    let flat: Vec<Rule> =
        all.iter().flat_map(|(act, cells)| cells.iter().map(|(who, may)| Rule { act: act.told(), who, may })).collect();
    if list::write(stage.out, format, &flat)? {
        return Ok(0);
    }
    let heads: Vec<&str> =
        ["to"]
            .into_iter()
            .chain(all.first().into_iter().flat_map(|(_, cells)| {
                cells.iter().map(|(who, _)| if who.starts_with("speaks") { "owner" } else { who })
            }))
            .collect();
    let rows: Vec<Vec<Cell>> = all
        .iter()
        .map(|(act, cells)| {
            let cell = |may: &'static str| match may {
                "not what they wrote" => "of others",
                "not what they wrote, but at a desk of one" => "of others *",
                "no" => "-",
                other => other,
            };
            std::iter::once(Cell::new(act.told())).chain(cells.iter().map(|(_, may)| Cell::new(cell(may)))).collect()
        })
        .collect();
    tables::write(stage.out, stage.width, &heads, &rows)?;
    let faint = style::FAINT;
    writeln!(
        stage.out,
        "{faint}of others: not what they wrote themselves; *: at a desk of one, that too.{faint:#}\n{faint}At a desk without mandates everybody is author, approver and issuer. `disclose rules --policy` prints the rules.{faint:#}"
    )?;
    Ok(0)
}
