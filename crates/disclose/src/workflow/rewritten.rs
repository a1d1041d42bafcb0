//! A second search through all states of a desk: lines that are taken out and written again, and a line of which an owner owns
//! one part alone.
//!
//! It is kept apart from the other (`fixpoint`) since both at once would be more states than anybody waits for.

use std::collections::{BTreeSet, HashSet, VecDeque};

use record::id::{ClaimId, DisclosureId, LineId};
use record::mandate::{Mandate, Role};
use record::marking::Rollup;
use record::release::{Ask, Authority, Consent, Lowering, Mode, Place, Verdict};

use super::*;
use crate::marking::{parse, portion_of};

const PEOPLE: [&str; 5] = ["Ann", "Bob", "Eve", "Dee", "Ida"];
const WORDS: &str = "Norland sends shells.";

fn desk() -> Desk {
    let roles = [
        ("Ann", Role::Author),
        // Who approves may write too, and who speaks for an owner, and then may do neither for what they wrote.
        ("Bob", Role::Author),
        ("Bob", Role::Approver),
        ("Eve", Role::Author),
        ("Eve", Role::Owner("East".into())),
        ("Dee", Role::Declassifier),
        ("Dee", Role::Approver),
        ("Ida", Role::Issuer),
    ];
    let mandate = |(person, role): (&str, Role)| Mandate {
        person: person.into(),
        role,
        until: None,
        revoked: false,
        author: "house".into(),
        at: Micros(0),
        why: "appointed".into(),
    };
    Desk::new(roles.map(mandate).to_vec(), Micros(10))
}

fn rollup(text: &str) -> Rollup {
    Rollup::from(&parse(text).unwrap())
}

/// What stands behind the line: an open claim of East, and a secret one of which nobody knows whose it is.
fn demand() -> Demand {
    let part = |marking: &str, owners: &[&str]| Part {
        marking: rollup(marking),
        owners: owners.iter().map(|owner| (*owner).to_owned()).collect(),
    };
    let parts = vec![part("U", &["East"]), part("S//NF", &[])];
    Demand { owners: ["East".to_owned()].into(), parts, ..Demand::of(rollup("S//NF")) }
}

fn demands(state: &Disclosure) -> Vec<Demand> {
    vec![demand(); state.lines.len()]
}

fn start() -> Disclosure {
    Disclosure {
        purpose: "warn".into(),
        channel: "press".into(),
        ..Disclosure::proposed(DisclosureId([7; 16]), "Ann", Micros(0))
    }
}

/// Everything that anybody could try in a state.
fn tries(state: &Disclosure, actor: &str) -> Vec<Action> {
    let mut all = vec![Action::Approve { draft: draft_hash(state, &demands(state)), at: Micros(1) }, Action::Issue];
    let Some(line) = state.lines.first() else {
        let line = Line {
            id: LineId([1; 16]),
            text: WORDS.into(),
            claims: vec![ClaimId([1; 16])],
            judgement: None,
            place: Place::Below,
            like: None,
            label: None,
            judged: None,
            confidence: None,
            hands: Default::default(),
            author: actor.into(),
        };
        all.push(Action::AddLine(Box::new(line)));
        return all;
    };
    all.push(Action::Move(Move::LineDropped { line: line.id }));
    let words = consent_hash(state, line, &demand());
    all.push(Action::Move(Move::OwnerAsked {
        ask: Ask {
            line: line.id,
            owner: "East".into(),
            words: words.clone(),
            text: String::new(),
            portion: String::new(),
            mode: Mode::Disclosure,
            purpose: "a vote".into(),
            clearance: None,
            deadline: None,
            escalate: None,
            author: actor.into(),
            at: Micros(1),
        },
    }));
    all.push(Action::Move(Move::OwnerSpoke {
        consent: Consent {
            line: line.id,
            owner: "East".into(),
            words,
            verdict: Verdict::Concurs,
            why: String::new(),
            until: None,
            author: actor.into(),
            at: Micros(1),
        },
    }));
    for (authority, owner) in [(Authority::Originator, Some("East")), (Authority::Guide, None)] {
        all.push(Action::Move(Move::MarkingLowered {
            lowering: Box::new(Lowering {
                line: line.id,
                words: line_hash(line, &demand()),
                from: demand().inherited,
                to: rollup("U"),
                authority: Some(authority),
                owner: owner.map(str::to_owned),
                why: "so".into(),
                author: actor.into(),
                at: Micros(1),
            }),
        }));
    }
    all
}

/// What is left of a state when what does not decide anything any more is dropped, and the rest is put in order.
fn pressed(state: &mut Disclosure) {
    state.former.clear();
    let current = state.lines.first().map(|line| consent_hash(state, line, &demand()));
    state.asks.iter_mut().for_each(|ask| ask.author.clear());
    state.asks.retain(|ask| Some(&ask.words) == current.as_ref());
    state.asks.dedup();
    state.consents.retain(|one| Some(&one.words) == current.as_ref());
    // The last word counts; who said it is what matters.
    let last = state.consents.pop();
    state.consents = last.into_iter().collect();
    let key = |one: &Lowering| (one.authority, one.owner.clone(), one.author.clone());
    state.lowerings.sort_by_key(key);
    state.lowerings.dedup_by_key(|one| key(one));
    state.approvals.sort_by(|a, b| (&a.author, &a.draft).cmp(&(&b.author, &b.draft)));
    state.approvals.dedup();
}

/// What this test itself holds an issue to: `wrote` is everybody who ever wrote anything, by a ledger of its own.
fn lawful(state: &Disclosure, wrote: &BTreeSet<String>) -> Result<(), String> {
    let lowered = state.lowerings.iter().any(|one| one.authority == Some(Authority::Guide) && one.author == "Dee");
    if !lowered {
        return Err("nobody who may entered a lower marking for what nobody owns".into());
    }
    let words = consent_hash(state, &state.lines[0], &demand());
    let agreed = |one: &Consent| one.words == words && one.author == "Eve" && !wrote.contains("Eve");
    if !state.consents.iter().any(agreed) {
        return Err("East did not agree through somebody who wrote none of it".into());
    }
    let draft = draft_hash(state, &demands(state));
    let approver = |name: &str| ["Bob", "Dee"].contains(&name) && !wrote.contains(name);
    if !state.approvals.iter().any(|one| one.draft == draft && approver(&one.author)) {
        return Err("nobody approved it who wrote none of it".into());
    }
    Ok(())
}

#[test]
fn taking_a_line_out_and_writing_it_again_hides_no_author_and_no_owner_lowers_what_is_not_theirs() {
    let desk = desk();
    let mut seen: HashSet<String> = HashSet::new();
    let mut queue = VecDeque::from([(start(), BTreeSet::from(["Ann".to_owned()]))]);
    let mut issued = 0;
    while let Some((state, wrote)) = queue.pop_front() {
        for actor in PEOPLE {
            for action in tries(&state, actor) {
                let Ok(mut next) = act(&state, &demands(&state), &desk, actor, &action) else { continue };
                let mut wrote = wrote.clone();
                if matches!(action, Action::AddLine(_)) {
                    wrote.insert(actor.to_owned());
                }
                pressed(&mut next);
                if next.issued {
                    issued += 1;
                    assert_eq!(portion_of(&effective(&next, &next.lines[0], &demand())).as_deref(), Some("(U)"));
                    assert_eq!(lawful(&next, &wrote), Ok(()), "{wrote:?} {next:#?}");
                }
                if seen.insert(format!("{wrote:?} {}", serde_json::to_string(&next).unwrap())) {
                    queue.push_back((next, wrote));
                }
            }
        }
    }
    assert!(seen.len() > 100, "{} states", seen.len());
    assert!(issued > 0, "no way leads to an issue");
}
