//! What a change did to judgements and releases.

use std::io;

use casefile::{Affected, Casefile, Changed, Elsewhere, Happened, Mover, Place};
use record::id::{CaseId, ClaimId, HypothesisId, Sha256};
use record::time::Micros;
use record::viewer::Viewer;

use super::rows::share;
use super::style;
use super::table::one_line;
use crate::Stage;
use crate::failure::Failure;

/// What rests on something that was taken back, or counts again, beside the roots that moved: the case, its documents, its claims.
pub type Besides = (CaseId, Vec<Sha256>, Vec<ClaimId>);

/// Less than this, and no word or figure that states the judgement is another.
const SHOWN: f64 = 0.000_5;

/// Tells which judgements are others now than they were at a moment, and which releases rest on what was changed.
///
/// # Errors
/// Where the case cannot be read, or the output not be written.
pub async fn since(
    stage: &mut Stage<'_>,
    casefile: &Casefile,
    viewer: &Viewer,
    moment: Micros,
    besides: Option<Besides>,
) -> Result<(), Failure> {
    let changed = casefile.changed_since(viewer, moment).await?;
    write(stage, &changed)?;
    let mut resting: Vec<(Besides, Vec<HypothesisId>)> = besides.into_iter().map(|one| (one, Vec::new())).collect();
    for Changed { case, moved } in &changed {
        // A judgement that only more evidence moved was not wrong, unless that was taken back before, or is now.
        let retracted = resting.iter().any(|((id, ..), _)| *id == case.id)
            || moved.movers.iter().any(|mover| mover.what != Happened::Came);
        let differ = |(before, after): &(f64, f64)| retracted && (before - after).abs() >= SHOWN;
        let both = moved.hypotheses.iter().zip(&moved.probabilities);
        let judged: Vec<HypothesisId> = both.filter(|(_, one)| differ(one)).map(|(one, _)| one.id).collect();
        // What only came rests on nothing that changed.
        let roots = moved.movers.iter().filter(|mover| mover.what != Happened::Came);
        let claims: Vec<ClaimId> = roots.flat_map(|mover| mover.root.root.claims.clone()).collect();
        match resting.iter_mut().find(|((id, ..), _)| *id == case.id) {
            Some(((_, _, all), hypotheses)) => {
                all.extend(claims);
                hypotheses.extend(judged);
            }
            None => resting.push(((case.id, Vec::new(), claims), judged)),
        }
    }
    for ((case, documents, claims), judged) in resting {
        releases(stage, &casefile.resting_on(viewer, case, &documents, &claims, &judged).await?)?;
    }
    Ok(())
}

/// The judgements that are others now.
fn write(stage: &mut Stage<'_>, changed: &[Changed]) -> io::Result<()> {
    let faint = style::FAINT;
    for Changed { case, moved } in changed {
        let parts: Vec<String> = moved
            .hypotheses
            .iter()
            .zip(&moved.probabilities)
            .map(|(hypothesis, (before, after))| format!("{} {} → {}", hypothesis.key, share(*before), share(*after)))
            .collect();
        let marking = super::judgement::banner(&moved.label);
        writeln!(
            stage.out,
            "{faint}{}{faint:#} {}  {faint}{marking}{faint:#}",
            one_line(&case.question),
            parts.join(", ")
        )?;
    }
    Ok(())
}

/// The releases that rest on what was changed.
fn releases(stage: &mut Stage<'_>, affected: &[Affected]) -> io::Result<()> {
    let warning = style::WARNING;
    for one in affected {
        let state = if one.issued { "issued" } else { "a draft" };
        writeln!(
            stage.out,
            "{warning}rests on it{warning:#}: {} ({state}), {}",
            one.disclosure.short(),
            one_line(&one.purpose)
        )?;
        for line in &one.lines {
            writeln!(stage.out, "  {}", one_line(line))?;
        }
    }
    Ok(())
}

/// The other cases that hold a document which was withdrawn here, or stands again, and in which that was not said: with what rests on it
/// there, and what is typed to say it there too.
pub fn elsewhere(
    stage: &mut Stage<'_>,
    place: &Place,
    (document, back): (Sha256, bool),
    elsewhere: &[Elsewhere],
) -> io::Result<()> {
    let (warning, faint) = (style::WARNING, style::FAINT);
    let (still, verb) = if back { ("is withdrawn", "restore") } else { ("stands", "withdraw") };
    for Elsewhere { case, roots, affected, label } in elsewhere {
        let rest = match roots {
            0 => "no root rests on it".to_owned(),
            1 => "1 root rests on it".to_owned(),
            roots => format!("{roots} roots rest on it"),
        };
        writeln!(
            stage.out,
            "{warning}it still {still}{warning:#} in {}, {}: {rest}  {faint}{}{faint:#}",
            case.id.short(),
            one_line(&case.question),
            super::judgement::banner(label)
        )?;
        releases(stage, affected)?;
        writeln!(
            stage.out,
            "  there too: tearline --case '{place}#{}' evidence {verb} --document {} --why REASON",
            case.id.short(),
            document.short()
        )?;
    }
    Ok(())
}

/// What happened to a root, as the end of a sentence.
pub fn happened(mover: &Mover) -> String {
    let trust = |trust: &Option<f64>| trust.map_or("none (cannot be judged)".to_owned(), share);
    match &mover.what {
        Happened::Came if mover.root.silence => "counts, since its window is over".to_owned(),
        Happened::Came => "came".to_owned(),
        Happened::Went => "was taken back".to_owned(),
        Happened::Trusted(before, after) => format!("is trusted {} instead of {}", trust(after), trust(before)),
        Happened::Restated => "was stated anew".to_owned(),
        Happened::Grouped => "counts otherwise, since what it depends on changed".to_owned(),
    }
}
