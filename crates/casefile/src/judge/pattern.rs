//! Which claims an indicator may be shown by, and why.
//!
//! Only what is asserted is proposed: a denial, a question or a refusal to speak shows nothing, and neither does a negated
//! statement. Every part that the pattern states must be found, and is named in the reason.

use jiff::civil::Date;
use record::document::Document;
use record::reading::{Actor, Claim, Polarity, Reading, Stance};
use record::span::Span;
use record::step::{Indicator, Pattern};

use super::board::{first_day, last_day};
use crate::link::folded;

/// Why the claim may show the indicator, part by part; `None` where it does not.
pub(super) fn shows(
    indicator: &Indicator,
    document: &Document,
    reading: &Reading,
    claim: &Claim,
) -> Option<Vec<String>> {
    let asserted = matches!(claim.stance, Stance::Says | Stance::Orders) && claim.polarity == Polarity::Positive;
    if !asserted || indicator.pattern.is_empty() {
        return None;
    }
    let mut reasons = Vec::new();
    let day = document.date.as_ref().and_then(last_day);
    if indicator.from.is_some() || indicator.until.is_some() {
        reasons.push(within(indicator, day)?);
    }
    reasons.extend(parts(&indicator.pattern, reading, claim)?);
    Some(reasons)
}

/// Whether a document is of the window of an indicator, where that has one.
pub(super) fn is_within(indicator: &Indicator, document: &Document) -> bool {
    let windowed = indicator.from.is_some() || indicator.until.is_some();
    !windowed || within(indicator, document.date.as_ref().and_then(last_day)).is_some()
}

/// That the day lies within the window. What has no day lies in none.
fn within(indicator: &Indicator, day: Option<Date>) -> Option<String> {
    let day = day?;
    let first = indicator.from.as_ref().and_then(first_day);
    let last = indicator.until.as_ref().and_then(last_day);
    (first.is_none_or(|first| first <= day) && last.is_none_or(|last| day <= last)).then(|| format!("of {day}"))
}

fn parts(pattern: &Pattern, reading: &Reading, claim: &Claim) -> Option<Vec<String>> {
    let mut reasons = Vec::new();
    let (actor, target) = (pattern.actor.as_deref(), pattern.target.as_deref());
    if let Some(kind) = &pattern.event {
        let event = reading.events.iter().filter(|event| event.claim.as_ref() == Some(&claim.id)).find(|event| {
            event.kind.eq_ignore_ascii_case(kind)
                && !matches!(event.status.as_str(), "denied" | "hypothetical")
                && is(reading, event.actor.as_deref(), actor)
                && is(reading, event.target.as_deref(), target)
        })?;
        reasons.push(told("event", &event.kind, [&event.actor, &event.target], reading));
    }
    if let Some(goods) = &pattern.goods {
        let wanted = folded(goods);
        let transfer = reading.transfers.iter().filter(|one| one.claim.as_ref() == Some(&claim.id)).find(|one| {
            (folded(&one.class) == wanted || folded(&one.goods).contains(&wanted))
                && one.status != "denied"
                && is(reading, one.supplier.as_deref(), actor)
                && is(reading, one.recipient.as_deref(), target)
        })?;
        let what = format!("{} ({})", transfer.goods, transfer.class);
        reasons.push(told("goods", &what, [&transfer.supplier, &transfer.recipient], reading));
    }
    if pattern.event.is_none() && pattern.goods.is_none() {
        for wanted in [actor, target].into_iter().flatten() {
            let found = reading.actors.iter().find(|one| fits(one, wanted) && stands_in(&one.mentions, claim))?;
            reasons.push(format!("speaks of {}", found.name));
        }
    }
    if let Some(place) = &pattern.place {
        let wanted = folded(place);
        let found = reading.places.iter().find(|one| {
            let named = folded(&one.name).contains(&wanted);
            let coded = one.country.as_ref().is_some_and(|code| code.eq_ignore_ascii_case(place));
            (named || coded) && stands_in(&one.mentions, claim)
        })?;
        reasons.push(format!("in {}", found.name));
    }
    if let Some(words) = &pattern.words {
        let content = folded(&claim.content.text);
        let held: Vec<&str> = content.split_whitespace().collect();
        let wanted = folded(words);
        if !wanted.split_whitespace().all(|word| held.iter().any(|held| held.starts_with(word))) {
            return None;
        }
        reasons.push(format!("holds the words {words:?}"));
    }
    Some(reasons)
}

/// Whether the actor of this id is the one that is wanted, if one is.
fn is(reading: &Reading, id: Option<&str>, wanted: Option<&str>) -> bool {
    let Some(wanted) = wanted else { return true };
    let actor = id.and_then(|id| reading.actors.iter().find(|actor| actor.id == id));
    actor.is_some_and(|actor| fits(actor, wanted))
}

/// Whether an actor goes by this name, or is of the country of this code.
fn fits(actor: &Actor, wanted: &str) -> bool {
    actor.country.as_ref().is_some_and(|code| code.eq_ignore_ascii_case(wanted))
        || folded(&actor.name).contains(&folded(wanted))
        || actor.roles.iter().any(|role| role.split(", ").any(|one| folded(one) == folded(wanted)))
}

fn stands_in(mentions: &[Span], claim: &Claim) -> bool {
    let inside =
        |mention: &Span| claim.content.spans.iter().any(|span| span.start <= mention.start && mention.end <= span.end);
    mentions.iter().any(inside)
}

fn told(what: &str, which: &str, [from, to]: [&Option<String>; 2], reading: &Reading) -> String {
    let name = |id: &Option<String>| {
        let actor = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
        actor.map_or("?".to_owned(), |actor| actor.name.clone())
    };
    format!("{what} {which}, {} to {}", name(from), name(to))
}
