//! Proposing and drafting.

use casefile::release::{DisclosureRow, Drafted, Proposal};
use record::packet::{AuthorityBlock, AuthorityKind};
use record::release::Place;

use super::Verb;
use crate::Stage;
use crate::cli::Shared;
use crate::failure::Outcome;
use crate::show::style;
use crate::show::table::one_line;

pub async fn run(verb: Verb, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
    let (casefile, viewer, case) = shared.open(stage).await?;
    match verb {
        Verb::New { purpose, audience, channel, title, issuer, onward, terms, version_of, amends, how, because } => {
            let amends = amends.zip(how).map(|(other, how)| (other, how, because.unwrap_or_default()));
            let proposal = Proposal { purpose, audience, channel, title, issuer, onward, terms, version_of, amends };
            let row = casefile.propose(&viewer, case.id, &proposal).await?;
            writeln!(stage.out, "proposed {} to {}", row.disclosure.id.short(), row.disclosure.audience)?;
            if !row.lines.is_empty() {
                writeln!(stage.out, "its lines were taken over; `disclose change` gives them other words")?;
            }
        }
        Verb::Line { disclosure, text, claim, judgement, above, answers, like } => {
            let place = match answers {
                Some(question) => Place::Answer { question },
                None if above => Place::Above,
                None => Place::Below,
            };
            let drafted = Drafted { text, claims: claim, judgement, place, like };
            let row = casefile.draft_line(&viewer, case.id, &disclosure, &drafted).await?;
            let number = row.lines.len();
            let portion = row.lines.last().map_or("", |line| line.portion.as_str());
            writeln!(stage.out, "drafted line {number}, marked {portion}; the whole is {}", row.banner)?;
            faults(stage, &row, number)?;
        }
        Verb::Change { disclosure, line, text, claim, judgement, why } => {
            let drafted = Drafted { text, claims: claim, judgement, ..Drafted::default() };
            let row = casefile.change_line(&viewer, case.id, &disclosure, &line, &drafted, &why).await?;
            let at = row.disclosure.lines.iter().position(|one| one.text == drafted.text.trim());
            let number = at.map_or(0, |at| at + 1);
            writeln!(stage.out, "changed line {number}; what was agreed of its old words counts no longer")?;
            faults(stage, &row, number)?;
        }
        Verb::Authority { disclosure, by, reason, derived_from, declassify_on, none: _ } => {
            let kind = if reason.is_some() { AuthorityKind::Original } else { AuthorityKind::Derivative };
            let both = by.zip(declassify_on);
            let block = both.map(|(classified_by, declassify_on)| AuthorityBlock {
                kind,
                classified_by,
                reason,
                derived_from,
                declassify_on,
            });
            casefile.state_authority(&viewer, case.id, &disclosure, block.as_ref()).await?;
            match &block {
                Some(block) => {
                    for (what, text) in block.lines() {
                        writeln!(stage.out, "{what}: {}", one_line(text))?;
                    }
                }
                None => writeln!(stage.out, "the authority block was taken out")?,
            }
        }
        Verb::Drop { disclosure, line, why } => {
            let row = casefile.drop_line(&viewer, case.id, &disclosure, &line, &why).await?;
            writeln!(stage.out, "took out line {line}; {} left", crate::show::rows::counted(row.lines.len(), "line"))?;
        }
        _ => {}
    }
    Ok(0)
}

/// What is wrong with the words of a line.
fn faults(stage: &mut Stage<'_>, row: &DisclosureRow, number: usize) -> std::io::Result<()> {
    let warn = style::WARNING;
    let Some(line) = number.checked_sub(1).and_then(|place| row.lines.get(place)) else { return Ok(()) };
    if line.support == 0 && !line.taken_back {
        writeln!(stage.out, "  {warn}no support{warn:#}: nothing that stands speaks for it, so it cannot be issued")?;
    }
    for fault in &line.faults {
        writeln!(stage.out, "  {warn}{}{warn:#}: {}", fault.rule, one_line(&fault.message))?;
    }
    Ok(())
}
