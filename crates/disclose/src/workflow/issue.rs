//! Whether a draft may go out as it stands.

use record::marking::{Authority, Clearance, Exemption, Nato, Rollup, Us};
use record::packet::{AuthorityBlock, AuthorityKind};
use record::release::{Approval, Disclosure, How, Lowering, Place};

use super::draft::draft_hash;
use super::marking::{Demand, effective, entered, missing_originators, without_clear};
use super::owners::{Standing, standing};
use super::{Act, Breach, Desk, Refusal, complete, may};
use crate::marking::{authority, banner_of, portion_of};

/// Whether somebody who did not write it has looked at the draft. The packet says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reviewed {
    /// Somebody has.
    Independently,
    /// Nobody has: a desk of one.
    ByNobodyElse,
}

/// Whether the draft as it stands was approved by somebody who did not write it.
pub fn reviewed(disclosure: &Disclosure, demands: &[Demand], desk: &Desk) -> Reviewed {
    if approved(disclosure, demands, desk).is_ok() { Reviewed::Independently } else { Reviewed::ByNobodyElse }
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
    supported(disclosure, demands)?;
    lowered(disclosure, demands, desk)?;
    on_one_ladder(disclosure, demands)?;
    may_go_out(disclosure, demands)?;
    authorised(disclosure, demands)?;
    agreed(disclosure, demands, desk)?;
    // Said while nobody else could approve; that may have changed.
    if desk.is_of_one(disclosure) { Ok(()) } else { approved(disclosure, demands, desk) }
}

/// Whether something speaks for each line; but that something is withdrawn is said when what it rested on has fallen.
fn supported(disclosure: &Disclosure, demands: &[Demand]) -> Result<(), Refusal> {
    let withdraws = disclosure.amends.as_ref().is_some_and(|amends| amends.how == How::Withdraws);
    let unsupported = |demand: &Demand| demand.support == 0 && !(withdraws && demand.taken_back);
    match (1..).zip(demands).find(|(_, demand)| unsupported(demand)) {
        Some((line, _)) => Err(Refusal::NoSupport(line)),
        None => Ok(()),
    }
}

/// Whether everybody by whose right a line is marked lower still has it: like a consent, it is looked at again when the packet
/// goes out.
fn lowered(disclosure: &Disclosure, demands: &[Demand], desk: &Desk) -> Result<(), Refusal> {
    for (number, (line, demand)) in (1..).zip(disclosure.lines.iter().zip(demands)) {
        let holds =
            |one: &&Lowering| may(desk, &one.author, Act::Lower, Some(disclosure), one.owner.as_deref(), one.authority);
        let all = entered(disclosure, line, demand);
        let (held, ended): (Vec<&Lowering>, Vec<&Lowering>) = all.into_iter().partition(holds);
        // Where others who still have the right entered the same, whoever left is not needed.
        if let Some(one) = ended.first()
            && (held.is_empty() || !missing_originators(demand, &one.to, &held).is_empty())
        {
            return Err(Refusal::LoweringEnded { line: number, person: one.author.clone() });
        }
    }
    Ok(())
}

/// Whether one banner can stand above the whole (HOUSE-9). What is for everybody may stand beside anything.
fn on_one_ladder(disclosure: &Disclosure, demands: &[Demand]) -> Result<(), Refusal> {
    let marks = disclosure.lines.iter().zip(demands);
    let whole = marks.fold(Rollup::default(), |sum, (line, demand)| sum.join(&effective(disclosure, line, demand)));
    // A packet's banner keeps each ladder apart, NATO's too, which `mark banner` would roll up to one of the United States.
    match without_clear(whole.clone()).render().len() {
        0 | 1 => Ok(()),
        _ => Err(Refusal::SeveralLadders(banner_of(&whole).unwrap_or_default())),
    }
}

/// Whether what is classified says by whose authority it is, and what is not says nothing of the kind (EO 13526, 1.6; ISM-ID-00013,
/// ISM-ID-00016 and those beside them).
fn authorised(disclosure: &Disclosure, demands: &[Demand]) -> Result<(), Refusal> {
    let marks = disclosure.lines.iter().zip(demands);
    let whole = marks.fold(Rollup::default(), |sum, (line, demand)| sum.join(&effective(disclosure, line, demand)));
    let is_national = whole.us.as_ref().is_some_and(|us| us.level > Us::Unclassified);
    // What NATO or a team's own ladder classifies may say by whose authority, and need not.
    let is_other = whole.nato.is_some_and(|level| level > Nato::Unclassified) || !whole.plain.is_empty();
    let Some(block) = &disclosure.authority else {
        return if is_national { Err(Refusal::NoAuthority) } else { Ok(()) };
    };
    if !is_national && !is_other {
        return Err(Refusal::NothingClassified);
    }
    match authority::check(&stated(block), &whole).into_iter().next() {
        None => Ok(()),
        Some(broken) => Err(Refusal::WrongAuthority(broken.to_string())),
    }
}

/// The block as the rules read it. The last line is a day (`20561231`), an exemption with or without one (`25X1, 20610504`), or else
/// what must happen.
fn stated(block: &AuthorityBlock) -> Authority {
    let mut authority = Authority {
        classified_by: Some(block.classified_by.clone()),
        derivatively: block.kind == AuthorityKind::Derivative,
        reason: block.reason.clone(),
        derived_from: block.derived_from.clone(),
        ..Authority::default()
    };
    let text = block.declassify_on.trim();
    authority.exemption =
        Exemption::ALL.into_iter().filter(|one| text.starts_with(one.words())).max_by_key(|one| one.words().len());
    let rest = authority.exemption.map_or(text, |one| text.get(one.words().len()..).unwrap_or_default());
    let rest = rest.trim_start_matches([',', ' ']);
    let plain: String = rest.chars().filter(|character| *character != '-').collect();
    authority.declassify_on = plain.parse().ok().filter(|_| plain.len() == 8);
    if authority.declassify_on.is_none() && !rest.is_empty() {
        authority.declassify_event = Some(rest.to_owned());
    }
    authority
}

fn approved(disclosure: &Disclosure, demands: &[Demand], desk: &Desk) -> Result<(), Refusal> {
    let draft = draft_hash(disclosure, demands);
    // An approver may have written a line since; then they are an author, and their approval no longer counts. Nor does it where
    // their mandate has ended.
    let counts = |approval: &Approval| {
        approval.draft == draft && may(desk, &approval.author, Act::Approve, Some(disclosure), None, None)
    };
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
