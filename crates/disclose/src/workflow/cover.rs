//! Who has said that a draft may go out as far as cover goes.

use std::collections::BTreeSet;

use record::release::{Disclosure, Waiver};

use super::draft::draft_hash;
use super::marking::Demand;
use super::owners::owns;
use super::person::exact;
use super::{Act, Desk, Refusal, may};

/// Whether the security officer has cleared the draft as it stands. A clearance by somebody who is no security officer any
/// more, or has written some of it since, does not hold.
pub fn is_cleared(disclosure: &Disclosure, demands: &[Demand], desk: &Desk) -> bool {
    let stands = draft_hash(disclosure, demands);
    let holds = |author: &str| may(desk, author, Act::Clear, Some(disclosure), None, None);
    disclosure.cleared.iter().any(|one| one.draft == stands && holds(&one.author))
}

/// Which of these owners have not waived the cover of the draft as it stands, in writing and through somebody who still
/// speaks for them and wrote none of it.
pub fn unwaived(
    disclosure: &Disclosure,
    demands: &[Demand],
    desk: &Desk,
    owners: &BTreeSet<String>,
) -> BTreeSet<String> {
    let stands = draft_hash(disclosure, demands);
    let waived = |owner: &String| {
        disclosure.waivers.iter().any(|one| {
            let holds = || may(desk, &one.author, Act::Waive, Some(disclosure), Some(owner), None);
            one.draft == stands && exact(&one.owner) == exact(owner) && holds()
        })
    };
    owners.iter().filter(|owner| !waived(owner)).cloned().collect()
}

/// Whether somebody may waive for an owner like this.
pub(super) fn may_waive(
    disclosure: &Disclosure,
    demands: &[Demand],
    desk: &Desk,
    actor: &str,
    waiver: &Waiver,
) -> Result<(), Refusal> {
    let theirs = demands.iter().find(|demand| owns(demand, &waiver.owner).is_ok()).or_else(|| demands.first());
    let Some(theirs) = theirs else { return Err(Refusal::NoLines) };
    owns(theirs, &waiver.owner)?;
    if !desk.speaks_for(actor, &waiver.owner) {
        return Err(Refusal::NoSpeaker { person: actor.trim().to_owned(), owner: waiver.owner.clone() });
    }
    if !may(desk, actor, Act::Waive, Some(disclosure), Some(&waiver.owner), None) {
        return Err(Refusal::AuthorSpeaks(actor.trim().to_owned()));
    }
    if waiver.why.trim().is_empty() {
        return Err(Refusal::NoReason("that a source is put at risk"));
    }
    Ok(())
}
