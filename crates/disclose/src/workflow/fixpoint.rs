//! The whole state space of a small desk, searched until nothing new is found.
//!
//! Two owners and a partner, four roles, two lines of which one can change its words and back: everybody tries everything
//! in every state that can be reached. Beside the states goes a ledger that only this test keeps: who really said what to
//! which words. No packet is ever issued without every consent that it needs. In every state one mandate after another is taken
//! back, and then too nothing goes out on the word of somebody who has none any more.

use std::collections::{BTreeSet, HashSet, VecDeque};

use record::id::{ClaimId, DisclosureId, LineId};
use record::mandate::{Mandate, Role};
use record::marking::Rollup;
use record::release::{Ask, Consent, Mode, Place, Verdict};

use super::*;
use crate::marking::parse;

const PEOPLE: [&str; 7] = ["Ann", "Al", "Bo", "Ida", "Eve", "Wes", "Pia"];
const WORDS: [&str; 2] = ["Norland sends shells.", "Norland sends ammunition."];
const OWNERS: [(&str, usize); 3] = [("East", 0), ("Norland service", 0), ("West", 1)];

/// The desk, with one of its mandates taken back.
fn desk_without(gone: Option<usize>) -> Desk {
    let roles = roles();
    let mandate = |(place, (person, role)): (usize, (&str, Role))| Mandate {
        person: person.into(),
        role,
        until: None,
        revoked: gone == Some(place),
        author: "house".into(),
        at: Micros(0),
        why: "appointed".into(),
    };
    Desk::new(roles.into_iter().enumerate().map(mandate).collect(), Micros(10))
}

fn desk() -> Desk {
    desk_without(None)
}

fn roles() -> [(&'static str, Role); 8] {
    [
        ("Ann", Role::Author),
        ("Al", Role::Author),
        ("Bo", Role::Approver),
        ("Ida", Role::Issuer),
        ("Eve", Role::Owner("East".into())),
        ("Wes", Role::Owner("West".into())),
        // Who speaks for an owner may be an author too, and then cannot agree to what they wrote.
        ("Al", Role::Owner("West".into())),
        ("Pia", Role::Partner("Norland service".into())),
    ]
}

fn demands() -> Vec<Demand> {
    let owned = |owners: &[&str], partners: &[&str]| Demand {
        owners: owners.iter().map(|owner| (*owner).to_owned()).collect(),
        partners: partners.iter().map(|owner| (*owner).to_owned()).collect(),
        ..Demand::of(Rollup::from(&parse("TLP:CLEAR").unwrap()))
    };
    vec![owned(&["East", "Norland service"], &["Norland service"]), owned(&["West"], &[])]
}

fn line(number: u8, words: &str, author: &str) -> Line {
    Line {
        id: LineId([number; 16]),
        text: words.into(),
        claims: vec![ClaimId([number; 16])],
        judgement: None,
        place: Place::Below,
        like: None,
        label: None,
        judged: None,
        confidence: None,
        hands: Default::default(),
        author: author.into(),
    }
}

fn start() -> Disclosure {
    Disclosure {
        purpose: "warn".into(),
        channel: "press".into(),
        lines: vec![line(1, WORDS[0], "Ann"), line(2, "Wagons were seen.", "Ann")],
        ..Disclosure::proposed(DisclosureId([7; 16]), "Ann", Micros(0))
    }
}

/// The start, with the two owners of the line that changes asked about both of its wordings: whether they were asked is no
/// part of what is searched, for them.
fn asked(desk: &Desk, demands: &[Demand]) -> Disclosure {
    let mut state = start();
    for words in [WORDS[1], WORDS[0]] {
        state = act(
            &state,
            demands,
            desk,
            "Ann",
            &Action::Move(Move::LineChanged { line: Box::new(line(1, words, "Ann")) }),
        )
        .unwrap();
        for ask in tries(&state, demands) {
            if matches!(&ask, Action::Move(Move::OwnerAsked { ask }) if ask.owner != "West") {
                state = act(&state, demands, desk, "Ann", &ask).unwrap();
            }
        }
    }
    pressed(&mut state);
    state
}

/// Everything that anybody could try in a state.
fn tries(state: &Disclosure, demands: &[Demand]) -> Vec<Action> {
    let mut all = vec![
        Action::Approve { draft: draft_hash(state, demands), at: Micros(1) },
        Action::Issue,
        Action::Move(Move::DeskOfOne { why: "night shift".into() }),
    ];
    for words in WORDS {
        all.push(Action::Move(Move::LineChanged { line: Box::new(line(1, words, "nobody")) }));
    }
    for (owner, place) in OWNERS {
        let (line, demand) = (&state.lines[place], &demands[place]);
        let words = consent_hash(state, line, demand);
        all.push(Action::Move(Move::OwnerAsked {
            ask: Ask {
                line: line.id,
                owner: owner.into(),
                words: words.clone(),
                text: String::new(),
                portion: String::new(),
                mode: Mode::Disclosure,
                purpose: "a vote".into(),
                clearance: Some("public".into()),
                deadline: None,
                escalate: None,
                author: String::new(),
                at: Micros(1),
            },
        }));
        for verdict in [Verdict::Concurs, Verdict::Objects] {
            all.push(Action::Move(Move::OwnerSpoke {
                consent: Consent {
                    line: line.id,
                    owner: owner.into(),
                    words: words.clone(),
                    verdict,
                    why: "so".into(),
                    until: None,
                    author: String::new(),
                    at: Micros(1),
                },
            }));
        }
    }
    all
}

/// The same action by somebody who says that it is they who act.
fn by(action: &Action, actor: &str) -> Action {
    let mut action = action.clone();
    match &mut action {
        Action::Move(Move::LineChanged { line }) => line.author = actor.into(),
        Action::Move(Move::OwnerAsked { ask }) => ask.author = actor.into(),
        Action::Move(Move::OwnerSpoke { consent }) => consent.author = actor.into(),
        _ => {}
    }
    action
}

/// What is left of a state when words that no longer count are dropped: of each owner the last word on each wording, of
/// asks one each. Without that, states that decide alike would be counted without end.
fn pressed(state: &mut Disclosure) {
    // What stood there before decides nothing here; its authors are kept with the line.
    state.former.clear();
    let mut kept: Vec<Consent> = Vec::new();
    for consent in state.consents.iter().rev() {
        let same = |one: &Consent| one.owner == consent.owner && one.words == consent.words;
        if !kept.iter().any(same) {
            kept.push(consent.clone());
        }
    }
    kept.sort_by(|a, b| (&a.owner, &a.words).cmp(&(&b.owner, &b.words)));
    state.consents = kept;
    let mut asks = std::mem::take(&mut state.asks);
    asks.iter_mut().for_each(|ask| ask.author.clear());
    asks.sort_by(|a, b| (&a.owner, &a.words).cmp(&(&b.owner, &b.words)));
    asks.dedup();
    state.asks = asks;
    state.approvals.sort_by(|a, b| (&a.author, &a.draft).cmp(&(&b.author, &b.draft)));
    state.approvals.dedup();
}

/// What this test itself holds an issue to, from nothing but who said what last.
fn lawful(state: &Disclosure, demands: &[Demand], gone: Option<usize>) -> Result<(), String> {
    let wrote: BTreeSet<&str> = state
        .lines
        .iter()
        .flat_map(|line| line.hands.iter().chain([&line.author]))
        .chain([&state.author])
        .map(String::as_str)
        .collect();
    let roles = roles();
    let holds = |person: &str, wanted: &dyn Fn(&Role) -> bool| {
        roles.iter().enumerate().any(|(place, (who, role))| Some(place) != gone && *who == person && wanted(role))
    };
    let speaks = |person: &str, owner: &str| {
        holds(person, &|role| matches!(role, Role::Owner(of) | Role::Partner(of) if of == owner))
    };
    let approver = |person: &str| {
        let nobody = !PEOPLE.iter().any(|one| holds(one, &|role| *role == Role::Approver));
        nobody || holds(person, &|role| *role == Role::Approver)
    };
    for (owner, place) in OWNERS {
        let words = consent_hash(state, &state.lines[place], &demands[place]);
        let said = state.consents.iter().find(|one| one.owner == owner && one.words == words);
        let Some(said) = said else { return Err(format!("{owner} said nothing to these words")) };
        if said.verdict != Verdict::Concurs {
            return Err(format!("{owner} does not agree"));
        }
        if !speaks(&said.author, owner) || wrote.contains(said.author.as_str()) {
            return Err(format!("{} cannot speak for {owner}", said.author));
        }
    }
    let draft = draft_hash(state, demands);
    let independent =
        |one: &Approval| one.draft == draft && approver(&one.author) && !wrote.contains(one.author.as_str());
    if state.approvals.iter().any(independent) { Ok(()) } else { Err("nobody independent approved it".into()) }
}

#[test]
fn no_packet_is_ever_issued_without_all_consents_by_the_right_people_on_exactly_the_issued_words() {
    let (desk, demands) = (desk(), demands());
    let fewer: Vec<Desk> = (0..roles().len()).map(|gone| desk_without(Some(gone))).collect();
    let (mut seen, mut left): (HashSet<String>, usize) = (HashSet::new(), 0);
    let first = asked(&desk, &demands);
    seen.insert(serde_json::to_string(&first).unwrap());
    let mut queue = VecDeque::from([first]);
    let (mut issued, mut tried) = (0, 0);
    while let Some(state) = queue.pop_front() {
        for (gone, desk) in fewer.iter().enumerate() {
            for actor in ["Ida", "Bo"] {
                if let Ok(next) = act(&state, &demands, desk, actor, &Action::Issue) {
                    left += 1;
                    assert_eq!(lawful(&next, &demands, Some(gone)), Ok(()), "without {:?}: {next:#?}", roles()[gone]);
                }
            }
        }
        for action in tries(&state, &demands) {
            for actor in PEOPLE {
                tried += 1;
                let Ok(mut next) = act(&state, &demands, &desk, actor, &by(&action, actor)) else { continue };
                pressed(&mut next);
                if next.issued {
                    issued += 1;
                    assert_eq!(actor, "Ida", "only who may issue issues");
                    assert_eq!(lawful(&next, &demands, None), Ok(()), "{next:#?}");
                }
                if seen.insert(serde_json::to_string(&next).unwrap()) {
                    queue.push_back(next);
                }
            }
        }
    }
    // The search is of something: the states and the issues that it found.
    assert!(seen.len() > 3_000, "{} states, {tried} tries", seen.len());
    assert!(issued > 0, "no way leads to an issue");
    assert!(left > issued, "with any mandate that nothing rests on taken back it is issued all the same");
}

#[test]
fn every_lawful_state_can_be_issued() {
    let (desk, demands) = (desk(), demands());
    let mut state = start();
    let done = |state: &mut Disclosure, actor: &str, action: Action| {
        *state = act(state, &demands, &desk, actor, &by(&action, actor)).unwrap();
    };
    for (owner, speaker) in [("East", "Eve"), ("Norland service", "Pia"), ("West", "Wes")] {
        let all = tries(&state, &demands);
        let ask = all.iter().find(|one| matches!(one, Action::Move(Move::OwnerAsked { ask }) if ask.owner == owner));
        done(&mut state, "Ann", ask.unwrap().clone());
        let yes = all.iter().find(|one| {
            matches!(one, Action::Move(Move::OwnerSpoke { consent })
                if consent.owner == owner && consent.verdict == Verdict::Concurs)
        });
        done(&mut state, speaker, yes.unwrap().clone());
    }
    let draft = draft_hash(&state, &demands);
    done(&mut state, "Bo", Action::Approve { draft, at: Micros(2) });
    done(&mut state, "Ida", Action::Issue);
    assert!(state.issued);
}
