//! What a change did to judgements and releases.

use std::io;

use casefile::{Affected, Casefile, Changed, Happened, Mover};
use record::id::{CaseId, ClaimId, HypothesisId, Sha256};
use record::time::Micros;
use record::viewer::Viewer;

use super::rows::share;
use super::style;
use super::table::one_line;
use crate::Stage;
use crate::failure::Failure;

/// What rests on something that was taken back beside the roots that moved: the case, its documents, its claims.
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
        // A judgement that only more evidence moved was not wrong.
        let retracted = moved.movers.iter().any(|mover| mover.what != Happened::Came);
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
