//! Taking a reading apart into slots.
//!
//! A claim of the case and a line that is about to go out are taken apart by the same rules, so that they can be laid side by
//! side. Whatever the rules do not understand becomes a detail of its own that nothing but itself entails: a word that they
//! pass over could be the one by which a source is known.

use record::cover::{Grain, Slot};
use record::reading::{Actor, ActorKind, Attributed, Claim, Event, Polarity, Reading, SourceKind, Stage, Stance};
use record::span::Span;

use super::number::{self, Counted};
use super::place::{self, folded};
use super::{Detail, Rung, actor, fixed, goods, when, words};

/// What stands before a time that is not the time of it, but where something begins or ends.
const BOUNDS: &[&str] =
    &["since", "until", "till", "by", "before", "after", "from", "through", "to", "past", "between"];
/// What stands before a place that something is not in.
const NEAR: &[&str] =
    &["near", "outside", "around", "off", "towards", "toward", "beyond", "opposite", "from", "to", "via"];

/// What stands before a place that something goes out of or past: who leaves a town need not leave its country.
const LEAVING: &[&str] = &[
    "left",
    "leave",
    "leaves",
    "leaving",
    "quit",
    "fled",
    "flee",
    "departed",
    "departing",
    "exited",
    "crossed",
    "crossing",
    "passed",
    "passing",
    "avoided",
    "bypassed",
    "between",
];
/// What stands before a place, and before other things.
const AT: &[&str] = &[
    "in", "at", "near", "from", "into", "inside", "outside", "through", "via", "behind", "beyond", "along", "towards",
    "toward", "around", "off", "opposite", "left", "reached", "entered",
];
/// What stands before a number that is not the number of it, but less or more.
const ABOUT: &[&str] = &[
    "than",
    "over",
    "above",
    "under",
    "below",
    "least",
    "most",
    "nearly",
    "almost",
    "about",
    "around",
    "roughly",
    "approximately",
    "exactly",
    "some",
    "to",
];
/// What stands after a number that counts no things.
const SHARES: &[&str] = &["percent", "per", "pct", "times"];

/// The text that is taken apart, and where its parts stand in the text that was read.
struct Scope<'r> {
    text: &'r str,
    parts: Vec<(Span, usize)>,
    reading: &'r Reading,
}

impl Scope<'_> {
    /// A span of the text that was read, as one of the text that is taken apart.
    fn local(&self, span: &Span) -> Option<Span> {
        let (part, offset) = self.parts.iter().find(|(part, _)| part.covers(span))?;
        let shift = |at: usize| at.checked_sub(part.start)?.checked_add(*offset);
        Some(Span::new(shift(span.start)?, shift(span.end)?))
    }

    /// The word before a place in the text, with where it stands.
    fn before(&self, at: usize) -> Option<(Span, &str)> {
        let head = self.text.get(..at)?;
        let (span, word) = words::tokens(head).last()?;
        // A stop between them parts them.
        let between = head.get(span.end..)?;
        between.trim().is_empty().then_some((span, word))
    }

    /// The word before a place in the text.
    fn word_before(&self, at: usize) -> String {
        self.before(at).map(|(_, word)| word.to_lowercase()).unwrap_or_default()
    }

    /// The word right after a place in the text, or the sign.
    fn word_after(&self, at: usize) -> String {
        let rest = self.text.get(at..).unwrap_or_default().trim_start_matches([' ', '-']);
        let word = words::tokens(rest).next().filter(|(span, _)| span.start == 0);
        word.map_or_else(|| rest.chars().take(1).collect(), |(_, word)| word.to_lowercase())
    }

    /// Whether an actor is named as a place is: "arrived in Kiev" names no organisation, and who leaves Bergen leaves no state.
    fn stands_as_place(&self, actor: &Actor, mentions: &[Span]) -> bool {
        let places =
            || self.reading.places.iter().flat_map(|place| &place.mentions).filter_map(|span| self.local(span));
        mentions.iter().any(|mention| {
            let before = self.word_before(mention.start);
            let led = LEAVING.contains(&before.as_str())
                || matches!(before.as_str(), "in" | "at" | "near" | "outside" | "around" | "via" | "off" | "beyond");
            let is_place = places().any(|place| place.overlaps(mention));
            is_place && (led || actor.kind != ActorKind::State)
        })
    }

    fn actor(&self, id: &str) -> Option<&Actor> {
        self.reading.actors.iter().find(|actor| actor.id == id)
    }
}

/// What a claim of the case says, slot by slot.
pub fn of_claim(reading: &Reading, claim: &Claim) -> Vec<Detail> {
    let mut offset = 0_usize;
    let mut parts = Vec::new();
    for span in &claim.content.spans {
        parts.push((*span, offset));
        // The parts of a split content stand with " … " between them.
        offset = offset.saturating_add(span.len()).saturating_add(" … ".len());
    }
    let scope = Scope { text: &claim.content.text, parts, reading };
    let mut details = Vec::new();
    details.extend(by(&claim.source, reading));
    let within = |id: &Option<String>, span: &Span| id.as_ref() == Some(&claim.id) || scope.local(span).is_some();
    let events = reading.events.iter().filter(|event| within(&event.claim, &event.span)).collect::<Vec<_>>();
    let mut taken = times(&scope, &mut details);
    if let Some(time) = claim.time.as_ref().and_then(|id| reading.times.iter().find(|time| time.id == *id))
        && scope.local(&time.span).is_none()
    {
        details.extend(dated(&time.kind, &time.value, time.r#mod.as_deref(), &time.text, None));
    }
    acts(&scope, &events, |id, span| within(id, span), &mut details, &mut taken);
    numbers(&scope, &mut details, &mut taken);
    quotations(&scope, &mut details);
    details.extend(stage(claim));
    // Whatever words a line has of it, this has them.
    others(scope.text, &[], &mut details);
    let mut details = unique(details);
    fixed::of_claim(claim, &mut details);
    details
}

/// What a line says, slot by slot. `text` is the line, `reading` the reading of it.
pub fn of_line(reading: &Reading, text: &str) -> Vec<Detail> {
    let scope = Scope { text, parts: vec![(Span::new(0, text.len()), 0)], reading };
    let mut details = Vec::new();
    let cues: Vec<Span> = reading.claims.iter().flat_map(|claim| claim.cue.spans.clone()).collect();
    let sources: Vec<Span> = reading.claims.iter().flat_map(|claim| claim.source.spans.clone()).collect();
    for claim in &reading.claims {
        if let Some(mut detail) = by(&claim.source, reading) {
            detail.span = match claim.source.spans.as_slice() {
                [one] => Some(*one),
                _ => None,
            };
            details.push(detail);
        }
        details.extend(stage(claim));
    }
    let events: Vec<&Event> =
        reading.events.iter().filter(|event| cues.iter().all(|cue| !cue.overlaps(&event.span))).collect();
    let mut taken = sources;
    taken.extend(cues);
    let outside = |details: &mut Vec<Detail>, taken: &mut Vec<Span>| {
        taken.extend(times(&scope, details));
        acts(&scope, &events, |_, _| true, details, taken);
        numbers(&scope, details, taken);
        quotations(&scope, details);
    };
    outside(&mut details, &mut taken);
    let hedges: Vec<&str> = reading.claims.iter().flat_map(|claim| claim.certainty.words.split_whitespace()).collect();
    let hedged = words::tokens(text).filter(|(_, word)| hedges.iter().any(|hedge| hedge.eq_ignore_ascii_case(word)));
    taken.extend(hedged.map(|(span, _)| span));
    others(text, &taken, &mut details);
    let mut details = unique(details);
    fixed::of_line(&reading.claims, text, &mut details);
    details
}

/// The times of a text. Gives the spans that they take.
fn times(scope: &Scope<'_>, details: &mut Vec<Detail>) -> Vec<Span> {
    let mut taken = Vec::new();
    for time in &scope.reading.times {
        let Some(span) = scope.local(&time.span) else { continue };
        // "the winter of 2029-30" is one time, whatever its last figures were taken for.
        let joined = scope.text.get(..span.start).is_some_and(|head| head.ends_with(['-', '–', '/']));
        if joined
            && taken.iter().any(|other: &Span| other.end.saturating_add(3) >= span.start && other.end <= span.start)
        {
            taken.push(span);
            continue;
        }
        taken.push(span);
        let before = scope.before(span.start);
        let bound = before.map(|(_, word)| word.to_lowercase()).filter(|word| BOUNDS.contains(&word.as_str()));
        if let Some(bound) = bound {
            details.push(Detail::opaque(Slot::When, &time.text, &format!("{bound} {}", time.value), 10.0));
            continue;
        }
        // "in the week of 13 February": what the day stands in counts.
        let from = span.start.saturating_sub(20);
        let from = (from..=span.start).find(|at| scope.text.is_char_boundary(*at)).unwrap_or(span.start);
        let to = (span.end..=span.end.saturating_add(4)).rev().find(|at| scope.text.is_char_boundary(*at));
        let phrase = scope.text.get(from..to.unwrap_or(span.end).min(scope.text.len())).unwrap_or_default();
        let lead = before.filter(|(_, word)| matches!(word.to_lowercase().as_str(), "on" | "in" | "at" | "during"));
        const WEEK: &str = "in the week of ";
        let week = scope.text.get(..span.start).is_some_and(|head| head.to_lowercase().ends_with(WEEK));
        let week = week.then(|| Span::new(span.start.saturating_sub(WEEK.len()), span.start));
        let lead = lead.or(week.map(|week| (week, WEEK)));
        let whole = match lead {
            Some((lead, _)) => Some(Span::new(lead.start, span.end)),
            None if before.is_none() => Some(span),
            None => None,
        };
        details.extend(dated(&time.kind, &time.value, time.r#mod.as_deref(), phrase, whole).map(|mut detail| {
            detail.text.clone_from(&time.text);
            if lead.is_some() {
                detail.rungs.push(Rung::nothing());
            }
            detail
        }));
    }
    taken
}

fn dated(kind: &str, value: &str, modified: Option<&str>, phrase: &str, span: Option<Span>) -> Option<Detail> {
    let rungs = if kind == "DATE" && modified.is_none() { when::rungs(value, phrase) } else { Vec::new() };
    if rungs.is_empty() {
        let key = format!("{kind} {} {value}", modified.unwrap_or_default());
        return Some(Detail::opaque(Slot::When, phrase, &key.to_lowercase(), 10.0));
    }
    Some(Detail { slot: Slot::When, text: phrase.to_owned(), span, rungs })
}

/// Places, and who does what to whom with what.
fn acts(
    scope: &Scope<'_>,
    events: &[&Event],
    mine: impl Fn(&Option<String>, &Span) -> bool,
    details: &mut Vec<Detail>,
    taken: &mut Vec<Span>,
) {
    places(scope, details, taken);
    let mut used: Vec<&str> = Vec::new();
    let mut party = |slot: Slot, id: &Option<String>, details: &mut Vec<Detail>, taken: &mut Vec<Span>| {
        let Some(actor) = id.as_deref().and_then(|id| scope.actor(id)) else { return };
        used.push(&actor.id);
        let mentions: Vec<Span> = actor.mentions.iter().filter_map(|span| scope.local(span)).collect();
        let span = match mentions.as_slice() {
            [one] if taken.iter().all(|other| !other.overlaps(one)) => Some(*one),
            _ => None,
        };
        let mut rungs = actor::rungs(slot, actor);
        if scope.stands_as_place(actor, &mentions) {
            rungs.truncate(1);
        }
        details.push(Detail { slot, text: actor.name.clone(), span, rungs });
    };
    let mut named = Vec::new();
    for transfer in scope.reading.transfers.iter().filter(|transfer| mine(&transfer.claim, &transfer.span)) {
        party(Slot::Who, &transfer.supplier, details, &mut named);
        party(Slot::Whom, &transfer.recipient, details, &mut named);
        let mut found = scope.text.match_indices(transfer.goods.as_str());
        let span = match (found.next(), found.next()) {
            (Some((at, goods)), None) if !goods.is_empty() => Some(Span::new(at, at.saturating_add(goods.len()))),
            _ => None,
        };
        let rungs = goods::rungs(&transfer.goods, &transfer.class);
        let whole = Detail { slot: Slot::With, text: transfer.goods.clone(), span, rungs };
        taken.extend(span);
        details.push(whole);
        details.push(Detail::opaque(Slot::Act, "transfer", "transfer", 4.0));
        details.push(Detail::opaque(Slot::Stage, &transfer.status, &format!("transfer {}", transfer.status), 2.0));
    }
    for goods in scope.reading.needs.iter().filter(|goods| mine(&goods.claim, &goods.span)) {
        party(Slot::Who, &goods.actor, details, &mut named);
        details.push(Detail::opaque(Slot::Act, "need", &format!("need {}", folded(&goods.goods)), 6.0));
    }
    for goods in scope.reading.capacities.iter().filter(|goods| mine(&goods.claim, &goods.span)) {
        party(Slot::Who, &goods.actor, details, &mut named);
        details.push(Detail::opaque(Slot::Act, "capacity", &format!("capacity {}", folded(&goods.goods)), 6.0));
    }
    for event in events {
        party(Slot::Who, &event.actor, details, &mut named);
        party(Slot::Whom, &event.target, details, &mut named);
        details.push(Detail::opaque(Slot::Act, &event.kind.to_lowercase(), &event.kind.to_lowercase(), 4.0));
        let status = format!("event {} {}", event.kind.to_lowercase(), event.status);
        details.push(Detail::opaque(Slot::Stage, &event.status, &status, 1.0));
    }
    for actor in &scope.reading.actors {
        let mentions: Vec<Span> = actor.mentions.iter().filter_map(|span| scope.local(span)).collect();
        let free: Vec<Span> =
            mentions.iter().copied().filter(|span| taken.iter().all(|other| !other.overlaps(span))).collect();
        if !used.contains(&actor.id.as_str()) && !free.is_empty() {
            let span = if mentions.len() == 1 { free.first().copied() } else { None };
            let mut rungs = actor::rungs(Slot::Who, actor);
            if scope.stands_as_place(actor, &mentions) {
                rungs.truncate(1);
            }
            // "At Harrow" may be a place, whatever it was taken for.
            let at = |span: &Span| matches!(scope.word_before(span.start).as_str(), "in" | "at" | "near" | "outside");
            let slot = if mentions.iter().any(at) { Slot::Where } else { Slot::Who };
            details.push(Detail { slot, text: actor.name.clone(), span, rungs });
        }
        taken.extend(mentions);
    }
}

fn places(scope: &Scope<'_>, details: &mut Vec<Detail>, taken: &mut Vec<Span>) {
    for place in &scope.reading.places {
        let mentions: Vec<Span> = place
            .mentions
            .iter()
            .filter_map(|span| scope.local(span))
            .filter(|span| taken.iter().all(|other| !other.overlaps(span)) && is_place(scope, span))
            .collect();
        let Some(first) = mentions.first().copied() else { continue };
        let before = scope.before(first.start);
        let before_word = before.map(|(_, word)| word.to_lowercase()).unwrap_or_default();
        taken.extend(mentions.iter().copied());
        if NEAR.contains(&before_word.as_str()) || LEAVING.contains(&before_word.as_str()) {
            let key = format!("{before_word} {}|{}", folded(&place.name), place.country.as_deref().unwrap_or_default());
            details.push(Detail::opaque(Slot::Where, &place.name, &key, 12.0));
            continue;
        }
        let mut rungs = place::rungs(&place.name, place.country.as_deref());
        let lead = before.filter(|_| matches!(before_word.as_str(), "in" | "at"));
        let span = match (lead, mentions.len()) {
            (Some((lead, _)), 1) => Some(Span::new(lead.start, first.end)),
            _ => None,
        };
        if span.is_some() {
            for rung in &mut rungs {
                rung.words.insert_str(0, "in ");
            }
            rungs.push(Rung::nothing());
        }
        details.push(Detail { slot: Slot::Where, text: place.name.clone(), span, rungs });
    }
}

/// Whether a mention of a place is of the place, and not of somebody who is called by it: it stands behind a word of place, or
/// nobody is.
fn is_place(scope: &Scope<'_>, mention: &Span) -> bool {
    let mut called = scope.reading.actors.iter().flat_map(|actor| &actor.mentions).filter_map(|span| scope.local(span));
    let before = scope.before(mention.start).map(|(_, word)| word.to_lowercase()).unwrap_or_default();
    let at_it = matches!(before.as_str(), "in" | "at") || NEAR.contains(&before.as_str());
    called.all(|actor| !actor.overlaps(mention) || at_it && actor == *mention)
}

fn numbers(scope: &Scope<'_>, details: &mut Vec<Detail>, taken: &mut Vec<Span>) {
    for (span, counted) in number::found(scope.text) {
        if taken.iter().any(|other| other.overlaps(&span)) {
            continue;
        }
        let text = span.of(scope.text);
        let (mut rungs, several) = match &counted {
            Counted::Number(number) => (number::rungs(*number, text), *number > 1),
            Counted::Between(low, high) => (number::between(*low, *high, text), true),
            Counted::Several => (number::several(), true),
            Counted::Odd(odd) => (Detail::opaque(Slot::Count, text, odd, 10.0).rungs, false),
        };
        taken.push(span);
        let (before, after) = (scope.word_before(span.start), scope.word_after(span.end));
        // "More than eleven" are not between ten and nineteen, and several percent are no several.
        if ABOUT.contains(&before.as_str()) || SHARES.contains(&after.as_str()) || after == "%" {
            let key = match rungs.first() {
                Some(rung) => format!("{before} {} {after}", rung.key),
                None => format!("{before} {text} {after}"),
            };
            details.push(Detail::opaque(Slot::Count, text, &key, 10.0));
            continue;
        }
        if several {
            rungs.push(Rung::nothing());
        }
        details.push(Detail { slot: Slot::Count, text: text.to_owned(), span: several.then_some(span), rungs });
    }
}

/// Words in quotation marks: the very words, or the same in others.
fn quotations(scope: &Scope<'_>, details: &mut Vec<Detail>) {
    for (_, quoted) in words::quoted(scope.text) {
        let said: Vec<String> = words::tokens(quoted).map(|(_, word)| word.to_lowercase()).collect();
        if said.is_empty() {
            continue;
        }
        let mut detail = Detail::opaque(Slot::Words, quoted, &said.join(" "), 6.0);
        detail.rungs.push(Rung::nothing());
        details.push(detail);
    }
}

/// What is done with the content, how far it has got, and how sure the words are: none of it can be dropped.
fn stage(claim: &Claim) -> Vec<Detail> {
    let mut details = Vec::new();
    let mut fixed = |text: &str| details.push(Detail::opaque(Slot::Stage, text, text, 2.0));
    match claim.stage {
        Stage::Considered => fixed("considered"),
        Stage::Decided => fixed("decided"),
        Stage::Prepared => fixed("prepared"),
        Stage::UnderWay => fixed("under way"),
        Stage::Done => fixed("done"),
        Stage::Halted => fixed("halted"),
        Stage::None => {}
    }
    match claim.stance {
        Stance::Says => {}
        Stance::Asks => fixed("asked"),
        Stance::Orders => fixed("ordered"),
        Stance::Hopes => fixed("hoped"),
        Stance::Doubts => fixed("doubted"),
        Stance::Denies => fixed("denied"),
        Stance::Declines => fixed("declined"),
        Stance::Evades => fixed("evaded"),
    }
    if claim.polarity == Polarity::Negative {
        fixed("not");
    }
    if !claim.certainty.words.is_empty() {
        let key = format!("{:.2}-{:.2}", claim.certainty.low, claim.certainty.high);
        details.push(Detail::opaque(Slot::Sure, &claim.certainty.words, &key, 1.0));
    }
    details
}

/// Whose words they are said to be; nothing where nobody is named. Nobody in particular is still somebody: that it is a
/// report is never dropped.
fn by(source: &Attributed, reading: &Reading) -> Option<Detail> {
    if source.kind == SourceKind::None || source.text.trim().is_empty() {
        return None;
    }
    let text = source.resolved.as_deref().unwrap_or(&source.text);
    let plain = folded(text);
    let singular = ["a ", "an ", "one "].iter().find_map(|article| plain.strip_prefix(article));
    let nobody = [
        "source",
        "person",
        "somebody",
        "someone",
        "individual",
        "person with access",
        "source with access",
        "person with knowledge of the matter",
        "person familiar with the matter",
    ];
    let one = || Rung::new(Grain::Some, "by:some:one".to_owned(), "a source".to_owned(), 0.0);
    let detail = |rungs| Some(Detail { slot: Slot::By, text: source.text.clone(), span: None, rungs });
    if singular.is_some_and(|rest| nobody.contains(&rest)) || nobody.contains(&plain.as_str()) {
        return detail(vec![one()]);
    }
    let known = source.actor.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
    let (mut rungs, some) = match (known, singular) {
        // One of a kind is a person, whom nobody names.
        (Some(actor), Some(_)) if actor.kind == ActorKind::Group => {
            let person = Actor { kind: ActorKind::Person, name: plain.clone(), ..actor.clone() };
            (actor::rungs(Slot::By, &person), one())
        }
        (Some(actor), _) if actor.kind == ActorKind::Person => (actor::rungs(Slot::By, actor), one()),
        (Some(actor), _) if actor.kind == ActorKind::Group => (actor::rungs(Slot::By, actor), several()),
        (Some(actor), _) => (actor::rungs(Slot::By, actor), body()),
        (None, Some(_)) => (Detail::opaque(Slot::By, text, &plain, 12.0).rungs, one()),
        (None, None) if source.kind == SourceKind::Named => (Detail::opaque(Slot::By, text, &plain, 14.0).rungs, one()),
        (None, None) if source.kind == SourceKind::Unnamed && plain.ends_with(['s', 'e']) => {
            (Detail::opaque(Slot::By, text, &plain, 12.0).rungs, several())
        }
        // What is not known to be one or several stays what it is.
        (None, None) => return detail(Detail::opaque(Slot::By, text, &plain, 12.0).rungs),
    };
    if rungs.len() > 1 {
        rungs.pop();
    }
    rungs.push(some);
    detail(rungs)
}

fn several() -> Rung {
    Rung::new(Grain::Some, "by:some:several".to_owned(), "sources".to_owned(), 0.0)
}

fn body() -> Rung {
    Rung::new(Grain::Some, "by:some:body".to_owned(), "an organisation".to_owned(), 0.0)
}

/// Every other word that carries something. One that may be a place, by its capital or by what stands before it, stands in that slot:
/// whoever knows nothing of places does not know it.
fn others(text: &str, taken: &[Span], details: &mut Vec<Detail>) {
    let mut at_place = false;
    let mut end = 0_usize;
    for (number, (span, word)) in words::tokens(text).enumerate() {
        let between = text.get(end..span.start).unwrap_or_default();
        end = span.end;
        let lower = word.to_lowercase();
        let parted = between.contains(|sign: char| !sign.is_whitespace());
        let is_named = number > 0 && word.starts_with(char::is_uppercase);
        at_place = match words::carried(word) {
            _ if AT.contains(&lower.as_str()) => true,
            // "at the depot of the brigade" is one place.
            None => at_place && !parted && matches!(lower.as_str(), "the" | "a" | "an" | "of" | "its" | "their"),
            Some(_) => is_named || at_place && !parted,
        };
        if taken.iter().any(|other| other.overlaps(&span)) {
            at_place = false;
            continue;
        }
        if let Some(key) = words::carried(word) {
            let mut detail = Detail::opaque(Slot::Other, word, &key, 3.0);
            if at_place {
                detail.slot = Slot::Where;
            }
            details.push(detail);
        }
    }
}

/// Each detail once: what is said twice is said.
fn unique(details: Vec<Detail>) -> Vec<Detail> {
    let mut kept: Vec<Detail> = Vec::new();
    for detail in details {
        let key = |detail: &Detail| detail.rungs.first().map(|rung| rung.key.clone());
        match kept.iter_mut().find(|other| key(other) == key(&detail)) {
            // Said at two places, it cannot be reworded at one.
            Some(other) if detail.span.is_some() || other.span.is_some() => other.span = None,
            Some(_) => {}
            None => kept.push(detail),
        }
    }
    kept
}
