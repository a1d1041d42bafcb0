//! What a change did to judgements and releases.

use std::io;

use casefile::{Affected, Changed, Happened, Mover};

use super::rows::share;
use super::style;
use super::table::one_line;
use crate::Stage;

/// The judgements that are others now.
pub fn write(stage: &mut Stage<'_>, changed: &[Changed]) -> io::Result<()> {
    let faint = style::FAINT;
    for Changed { case, moved } in changed {
        let parts: Vec<String> = moved
            .hypotheses
            .iter()
            .zip(&moved.probabilities)
            .map(|(hypothesis, (before, after))| format!("{} {} → {}", hypothesis.key, share(*before), share(*after)))
            .collect();
        writeln!(stage.out, "{faint}{}{faint:#} {}", one_line(&case.question), parts.join(", "))?;
    }
    Ok(())
}

/// The releases that rest on what was taken back.
pub fn releases(stage: &mut Stage<'_>, affected: &[Affected]) -> io::Result<()> {
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
        Happened::Came if mover.root.silence => "was not seen until the end of its window".to_owned(),
        Happened::Came => "came".to_owned(),
        Happened::Went => "was taken back".to_owned(),
        Happened::Trusted(before, after) => format!("is trusted {} instead of {}", trust(after), trust(before)),
        Happened::Restated => "was stated anew".to_owned(),
        Happened::Grouped => "counts otherwise, since what it depends on changed".to_owned(),
    }
}
