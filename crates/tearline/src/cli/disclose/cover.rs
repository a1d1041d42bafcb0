//! The adversary's chair on the screen: cover, ladder, mosaic, and who lets a draft go out.

use casefile::release::cover::{CoverDetail, CoverFigures, CoverLine, CoverReport, CoverWhole, LadderReport, Sight};
use record::cover::{CoverPolicy, Slot};
use serde::Serialize;

use super::{Verb, guard};
use crate::Stage;
use crate::cli::Shared;
use crate::failure::Outcome;
use crate::show::table::one_line;
use crate::show::{list, style};

pub async fn run(verb: Verb, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
    if let Verb::Policy { k, m, from, why, format } = verb {
        let (casefile, viewer) = shared.house(stage).await?;
        let policy = match (k, m, from) {
            (None, None, None) => casefile.cover_policy().await?,
            (k, m, from) => casefile.set_cover_policy(&viewer, (k, m), from, &why.unwrap_or_default()).await?,
        };
        if !list::one(stage.out, format, &policy)? {
            told(stage, &policy)?;
        }
        return Ok(0);
    }
    let (casefile, viewer, case) = shared.open(stage).await?;
    match verb {
        Verb::Cover { disclosure, format } => {
            let report = casefile.cover(&viewer, case.id, &disclosure).await?;
            if !list::one(stage.out, format, &report)? {
                cover(stage, &report)?;
            }
        }
        Verb::Ladder { disclosure, line, format } => {
            let report = casefile.ladder(&viewer, case.id, &disclosure).await?;
            if !list::one(stage.out, format, &report)? {
                ladder(stage, &report, line)?;
            }
        }
        Verb::Mosaic { disclosure, format } => {
            let report = casefile.cover(&viewer, case.id, &disclosure).await?;
            let seen = Mosaic {
                least: report.least_m,
                asks: asks(&report),
                pieces: report.whole.as_ref().map(|whole| &whole.mosaic),
            };
            if !list::one(stage.out, format, &seen)? {
                mosaic(stage, &report)?;
            }
        }
        Verb::Guard { disclosure, format } => {
            let report = casefile.guard(&viewer, case.id, &disclosure).await?;
            if !list::one(stage.out, format, &report)? {
                guard::guard(stage, &report)?;
            }
        }
        Verb::Clear { disclosure, draft, why } => {
            let row = casefile.clear(&viewer, case.id, &disclosure, &draft, &why).await?;
            writeln!(stage.out, "{} cleared the draft {}", viewer.name, super::show::short(&row.draft))?;
        }
        Verb::Waive { disclosure, draft, owner, why } => {
            casefile.waive(&viewer, case.id, &disclosure, &draft, (&owner, &why)).await?;
            writeln!(stage.out, "waived for {}; only its owners and the security officer see that", owner.trim())?;
        }
        _ => {}
    }
    Ok(0)
}

/// What becomes inferable, for programs.
#[derive(Serialize)]
struct Mosaic<'r> {
    least: u32,
    asks: bool,
    pieces: Option<&'r Vec<casefile::release::cover::MosaicRow>>,
}

fn asks(report: &CoverReport) -> bool {
    report.lines.iter().any(|line| line.sight == Sight::AskSecurity)
}

fn told(stage: &mut Stage<'_>, policy: &CoverPolicy) -> std::io::Result<()> {
    let from = match policy.from {
        record::label::Protection::Open => "whatever stands behind it",
        record::label::Protection::Sensitive => "where a sensitive or a protected source stands behind it",
        record::label::Protection::Protected => "where a protected source stands behind it",
    };
    writeln!(stage.out, "k at least {}, m at least {}; asked for {from}", policy.k, policy.m)
}

fn cover(stage: &mut Stage<'_>, report: &CoverReport) -> std::io::Result<()> {
    for (number, line) in (1..).zip(&report.lines) {
        heading(stage, number, line)?;
        if let Some(figures) = &line.figures {
            of_line(stage, report, line, figures)?;
        }
        if line.sight != Sight::NotAsked {
            for (at, detail) in line.details.iter().enumerate() {
                let breaks = line.figures.as_ref().is_some_and(|figures| figures.breaks == Some(at));
                of_detail(stage, detail, breaks)?;
            }
        }
    }
    for near in &report.near {
        let bad = style::BAD;
        writeln!(
            stage.out,
            "{bad}line {}{bad:#} says together what only guarded reporting says together ({}); as if it rested on claim {}, k {}",
            near.line,
            one_line(&near.words.join(", ")),
            near.claim.short(),
            near.k
        )?;
    }
    whole(stage, report)
}

fn heading(stage: &mut Stage<'_>, number: usize, line: &CoverLine) -> std::io::Result<()> {
    let heading = style::HEADING;
    writeln!(stage.out, "{heading}{number} {}{heading:#} {}", line.portion, one_line(&line.text))?;
    match line.sight {
        Sight::NotAsked => writeln!(stage.out, "  nothing that is guarded stands behind it; no cover is asked for"),
        Sight::AskSecurity => writeln!(stage.out, "  ask security"),
        Sight::Shown => Ok(()),
    }
}

fn of_line(
    stage: &mut Stage<'_>,
    report: &CoverReport,
    line: &CoverLine,
    figures: &CoverFigures,
) -> std::io::Result<()> {
    let look = if figures.k < report.least_k { style::BAD } else { style::GOOD };
    let m = figures.m.map_or(String::new(), |m| format!(", m {m}"));
    writeln!(
        stage.out,
        "  {look}k {}{look:#} with all that is and was said, {} by itself{m}; {} are asked for",
        figures.k, figures.alone, report.least_k
    )?;
    if !figures.known {
        writeln!(stage.out, "  who has access is not known of everything, which counts as one")?;
    }
    let mut origins = figures.suspects.clone();
    if figures.open > 0 {
        origins.push(format!("open material of {}", crate::show::rows::counted(figures.open, "root")));
    }
    let origins = if origins.is_empty() { "nobody on a list".to_owned() } else { origins.join(", ") };
    writeln!(stage.out, "  could have told all of it: {}", one_line(&origins))?;
    if let Some(detail) = figures.breaks.and_then(|at| line.details.get(at)) {
        let bad = style::BAD;
        writeln!(stage.out, "  {bad}breaks cover{bad:#}: {} ({})", detail.slot, one_line(&detail.text))?;
    }
    Ok(())
}

fn of_detail(stage: &mut Stage<'_>, detail: &CoverDetail, breaks: bool) -> std::io::Result<()> {
    // Words of one rung that everybody on the lists knows say nothing more.
    let source = if breaks { style::BAD } else { style::SOURCE };
    let knows = match &detail.knows {
        Some(names) if names.is_empty() => "nobody on a list knows it".to_owned(),
        Some(names) => {
            format!("{} know it: {}", detail.known_to.unwrap_or(names.len()), names.join(", "))
        }
        None => String::new(),
    };
    writeln!(
        stage.out,
        "    {source}{:<6}{source:#} {}{}  {}",
        detail.slot.name(),
        one_line(&detail.text),
        detail.part.map_or(String::new(), |part| format!(" (in the {part})")),
        one_line(&knows)
    )?;
    for rung in detail.rungs.iter().skip(1) {
        let words = if rung.words.is_empty() { "(left out)" } else { rung.words.as_str() };
        let figures = match (rung.k, rung.m) {
            (Some(k), Some(m)) => format!("  k {k}, m {m}"),
            (Some(k), None) => format!("  k {k}"),
            _ => String::new(),
        };
        let faint = style::FAINT;
        writeln!(stage.out, "           {faint}{}{faint:#} {}{figures}", rung.grain, one_line(words))?;
    }
    Ok(())
}

fn whole(stage: &mut Stage<'_>, report: &CoverReport) -> std::io::Result<()> {
    if let Some(whole) = &report.whole {
        let CoverWhole { k, whom, known, reached, waivers, .. } = whole;
        let look = if *reached { style::GOOD } else { style::BAD };
        let whom = whom.as_ref().map_or(String::new(), |whom| format!(", least for {whom}"));
        let known = if *known { "" } else { ", for want of lists" };
        let reached = if *reached { "reached" } else { "not reached" };
        writeln!(stage.out, "all of it: {look}k {k}, {reached}{look:#}{whom}{known}")?;
        for row in whole.mosaic.iter().filter(|row| row.below) {
            fits(stage, row)?;
        }
        if reached == "not reached" && !waivers.is_empty() {
            writeln!(
                stage.out,
                "  {} could waive it in writing",
                waivers.iter().cloned().collect::<Vec<_>>().join(", ")
            )?;
        }
    }
    if report.lines.iter().any(|line| line.sight != Sight::NotAsked) {
        let said = if report.cleared { "the draft is cleared" } else { "the draft is not cleared" };
        writeln!(stage.out, "{said}")?;
    }
    Ok(())
}

fn fits(stage: &mut Stage<'_>, row: &casefile::release::cover::MosaicRow) -> std::io::Result<()> {
    let line = row.line.map_or(String::new(), |line| format!(" by line {line}"));
    let told: Vec<String> = row.inferable.iter().map(|(slot, value)| format!("{slot} {value}")).collect();
    let bad = style::BAD;
    writeln!(
        stage.out,
        "  {bad}m {}{bad:#}: the pieces fit together{line}, where each leaves {} open: {}",
        row.m,
        row.alone,
        one_line(&row.text)
    )?;
    writeln!(stage.out, "    becomes inferable: {}", one_line(&told.join(", ")))
}

fn mosaic(stage: &mut Stage<'_>, report: &CoverReport) -> std::io::Result<()> {
    if asks(report) {
        return writeln!(stage.out, "ask security");
    }
    let Some(whole) = &report.whole else {
        return writeln!(stage.out, "nothing that is guarded stands behind it");
    };
    for row in &whole.mosaic {
        if row.below {
            fits(stage, row)?;
            continue;
        }
        writeln!(
            stage.out,
            "  m {} ({} before, {} by a single statement): {}",
            row.m,
            row.before,
            row.alone,
            one_line(&row.text)
        )?;
    }
    writeln!(stage.out, "at least {} are asked for where pieces fit together", report.least_m)
}

fn ladder(stage: &mut Stage<'_>, report: &LadderReport, only: Option<usize>) -> std::io::Result<()> {
    for (number, line) in (1..).zip(&report.cover.lines) {
        if only.is_some_and(|only| only != number) {
            continue;
        }
        heading(stage, number, line)?;
        let frozen = [Slot::Act, Slot::Stage, Slot::Sure, Slot::Other];
        for detail in line.details.iter().filter(|detail| !frozen.contains(&detail.slot) && detail.rungs.len() > 1) {
            let source = style::SOURCE;
            writeln!(stage.out, "  {source}{}{source:#} {}", detail.slot, one_line(&detail.text))?;
            for rung in &detail.rungs {
                let figures = match (rung.k, rung.m) {
                    (Some(k), Some(m)) => format!("k {k:>3}  m {m:>3}  "),
                    (Some(k), None) => format!("k {k:>3}  "),
                    _ => String::new(),
                };
                let words = if rung.words.is_empty() { "(left out)" } else { rung.words.as_str() };
                writeln!(stage.out, "    {figures}{:>4.1} bits  {}  {}", rung.bits, line.portion, one_line(words))?;
                if let Some(sentence) = &rung.line {
                    let faint = style::FAINT;
                    writeln!(stage.out, "      {faint}{}{faint:#}", one_line(sentence))?;
                }
            }
        }
    }
    let Some(suggested) = &report.suggested else { return Ok(()) };
    match suggested.k {
        None => writeln!(stage.out, "suggested: nothing that is guarded can be said with the cover asked for")?,
        Some(k) => writeln!(
            stage.out,
            "suggested: k {k}, and {:.0} % of what the draft tells is kept",
            suggested.kept * 100.0
        )?,
    }
    for (number, ((line, rungs), drafted)) in
        (1..).zip(suggested.lines.iter().zip(&suggested.rungs).zip(&report.cover.lines))
    {
        match (line, rungs) {
            (Some(line), _) if *line == drafted.text => writeln!(stage.out, "  {number} as it stands")?,
            (Some(line), _) => writeln!(stage.out, "  {number} {}", one_line(line))?,
            (None, None) => writeln!(stage.out, "  {number} is left out")?,
            (None, Some(rungs)) => {
                let coarser = drafted.details.iter().zip(rungs).filter(|(_, rung)| **rung > 0);
                let said = coarser.filter_map(|(detail, rung)| {
                    let words = &detail.rungs.get(*rung)?.words;
                    let words = if words.is_empty() { "left out" } else { words.as_str() };
                    Some(format!("{} ({}): {words}", detail.text, detail.slot))
                });
                writeln!(stage.out, "  {number} by hand: {}", one_line(&said.collect::<Vec<_>>().join("; ")))?;
            }
        }
    }
    if let Some(read) = suggested.read.filter(|read| Some(*read) != suggested.k && suggested.k.is_some()) {
        writeln!(stage.out, "  read again, these words have k {read}")?;
    }
    if suggested.collapses {
        writeln!(stage.out, "  its pieces still give away more than the house allows: see `disclose mosaic`")?;
    }
    Ok(())
}
