//! Whether a draft may go out as it stands.

use record::marking::{Clearance, Rollup};
use record::release::{Approval, Disclosure, Place};

use super::draft::draft_hash;
use super::marking::{Demand, effective};
use super::owners::{Standing, standing};
use super::{Act, Breach, Desk, Refusal, complete, is_author, may};
use crate::marking::portion_of;

/// Whether somebody who did not write it has looked at the draft. The packet says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    /// Somebody has.
    Independently,
    /// Nobody has: a desk of one.
    ByNobodyElse,
}

/// Whether the draft as it stands was approved by somebody who did not write it.
pub fn reviewed(disclosure: &Disclosure, demands: &[Demand]) -> Reviewed {
    if approved(disclosure, demands).is_ok() { Reviewed::Independently } else { Reviewed::ByNobodyElse }
}

/// What stands in the way of an issue; nothing where it could be issued now.
pub fn missing(disclosure: &Disclosure, demands: &[Demand], desk: &Desk) -> Option<Refusal> {
    if disclosure.issued {
        return Some(Refusal::Issued);
    }
    if disclosure.withheld.is_some() {
        return Some(Refusal::Withheld);
    }
    ready(disclosure, demands, desk).err()
}

/// Whether everything is there that an issue needs.
pub(super) fn ready(disclosure: &Disclosure, demands: &[Demand], desk: &Desk) -> Result<(), Refusal> {
    complete(disclosure)?;
    supported(demands)?;
    may_go_out(disclosure, demands)?;
    agreed(disclosure, demands, desk)?;
    match &disclosure.alone {
        // Said while nobody else could approve; that may have changed.
        Some(_) if may(desk, &disclosure.author, Act::Alone, Some(disclosure), None, None) => Ok(()),
        _ => approved(disclosure, demands),
    }
}

fn supported(demands: &[Demand]) -> Result<(), Refusal> {
    match (1..).zip(demands).find(|(_, demand)| demand.support == 0) {
        Some((line, _)) => Err(Refusal::NoSupport(line)),
        None => Ok(()),
    }
}

fn approved(disclosure: &Disclosure, demands: &[Demand]) -> Result<(), Refusal> {
    let draft = draft_hash(disclosure, demands);
    // An approver may have written a line since; then they are an author, and their approval no longer counts.
    let counts = |approval: &Approval| approval.draft == draft && !is_author(disclosure, &approval.author);
    if disclosure.approvals.iter().any(counts) {
        return Ok(());
    }
    Err(if disclosure.approvals.is_empty() { Refusal::NoApproval } else { Refusal::StaleApproval })
}

/// Whether every owner of a source behind every line has said yes to it as it stands.
fn agreed(disclosure: &Disclosure, demands: &[Demand], desk: &Desk) -> Result<(), Refusal> {
    for (number, (line, demand)) in (1..).zip(disclosure.lines.iter().zip(demands)) {
        let missing: Vec<String> = demand
            .owners
            .iter()
            .filter_map(|owner| match standing(disclosure, line, demand, owner, desk) {
                Standing::Concurs => None,
                other => Some(format!("{owner} ({})", other.told())),
            })
            .collect();
        if !missing.is_empty() {
            return Err(Refusal::Owners { line: number, owners: missing.join(", ") });
        }
    }
    Ok(())
}

/// Whether whoever is to hear it may see what each line demands: the audience all of it, and whoever gets what is torn off what
/// stands below the tearline.
fn may_go_out(disclosure: &Disclosure, demands: &[Demand]) -> Result<(), Refusal> {
    complete(disclosure)?;
    if demands.len() != disclosure.lines.len() {
        return Err(Refusal::Markings { lines: disclosure.lines.len(), markings: demands.len() });
    }
    let markings: Vec<(usize, bool, Rollup)> = (1..)
        .zip(disclosure.lines.iter().zip(demands))
        .map(|(number, (line, demand))| (number, line.place != Place::Above, effective(disclosure, line, demand)))
        .collect();
    if let Some((line, ..)) = markings.iter().find(|(.., marking)| marking.is_empty()) {
        return Err(Refusal::Unmarked(*line));
    }
    let all: Vec<(usize, &Rollup)> = markings.iter().map(|(line, _, marking)| (*line, marking)).collect();
    cleared(&disclosure.audience, &all)?;
    let below: Vec<(usize, &Rollup)> =
        markings.iter().filter(|(_, below, _)| *below).map(|(line, _, marking)| (*line, marking)).collect();
    let Some(onward) = &disclosure.onward else {
        let above = markings.iter().any(|(_, below, _)| !below);
        return if above { Err(Refusal::NoOnward) } else { Ok(()) };
    };
    if below.is_empty() {
        return Err(Refusal::NothingBelow);
    }
    cleared(onward, &below)
}

fn cleared(audience: &str, markings: &[(usize, &Rollup)]) -> Result<(), Refusal> {
    let reader: Clearance = audience.parse().map_err(|why| Refusal::Audience { audience: audience.to_owned(), why })?;
    let whole = markings.iter().fold(Rollup::default(), |sum, (_, marking)| sum.join(marking));
    let breaks = |marking: &Rollup| !reader.may_see(marking);
    if !breaks(&whole) && !markings.iter().any(|(_, marking)| breaks(marking)) {
        return Ok(());
    }
    let breaches = markings.iter().filter(|(_, marking)| breaks(marking)).map(|(line, marking)| Breach {
        line: *line,
        // An empty roll-up, which has no mark, was refused above.
        marking: portion_of(marking).unwrap_or_default(),
    });
    Err(Refusal::NotCleared { audience: audience.to_owned(), breaches: breaches.collect() })
}
