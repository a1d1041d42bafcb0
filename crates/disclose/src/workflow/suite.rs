//! Consent, as it is given and as it is refused.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;
use record::id::{ClaimId, DisclosureId};
use record::mandate::{Mandate, Role};
use record::marking::Rollup;
use record::release::{Ask, Authority, Consent, Lowering, Mode, Place, Verdict};

use super::*;
use crate::marking::parse;

fn proposed(audience: &str) -> Disclosure {
    Disclosure {
        purpose: "Warn before the vote".into(),
        audience: audience.into(),
        channel: "press background".into(),
        ..Disclosure::proposed(DisclosureId([7; 16]), "Ann", Micros(1))
    }
}

fn line(number: u8, text: &str, author: &str) -> Line {
    Line {
        id: LineId([number; 16]),
        text: text.into(),
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

fn add(number: u8, text: &str, author: &str) -> Action {
    Action::AddLine(Box::new(line(number, text, author)))
}

fn rollup(text: &str) -> Rollup {
    Rollup::from(&parse(text).unwrap())
}

fn marked(markings: &[&str]) -> Vec<Demand> {
    markings.iter().map(|text| Demand::of(rollup(text))).collect()
}

fn owned(marking: &str, owner: &str) -> Demand {
    Demand { owners: BTreeSet::from([owner.to_owned()]), ..Demand::of(rollup(marking)) }
}

fn open() -> Desk {
    Desk::new(vec![], Micros(100))
}

fn with(mandates: &[(&str, Role)]) -> Desk {
    with_at(mandates, 100)
}

fn with_at(mandates: &[(&str, Role)], now: i64) -> Desk {
    let mandate = |(person, role): &(&str, Role)| Mandate {
        person: (*person).into(),
        role: role.clone(),
        until: None,
        revoked: false,
        author: "house".into(),
        at: Micros(0),
        why: "appointed".into(),
    };
    Desk::new(mandates.iter().map(mandate).collect(), Micros(now))
}

fn block(declassify_on: &str) -> record::packet::AuthorityBlock {
    record::packet::AuthorityBlock {
        kind: record::packet::AuthorityKind::Derivative,
        classified_by: "J. Doe, Director".into(),
        reason: None,
        derived_from: Some("Guide 7, 3 May 2029".into()),
        declassify_on: declassify_on.into(),
    }
}

fn approve(disclosure: &Disclosure, demands: &[Demand]) -> Action {
    Action::Approve { draft: draft_hash(disclosure, demands), at: Micros(2) }
}

/// A draft of two lines by Ann and Bo for the public.
fn drafted() -> Disclosure {
    let one = act(&proposed("public"), &[], &open(), "Ann", &add(1, "Norland weighs sending shells.", "Ann")).unwrap();
    act(&one, &marked(&["U"]), &open(), "Bo", &add(2, " It has not decided. ", "Bo")).unwrap()
}

fn refused(disclosure: &Disclosure, demands: &[Demand], desk: &Desk, actor: &str, action: &Action) -> String {
    act(disclosure, demands, desk, actor, action).unwrap_err().to_string()
}

fn ask(disclosure: &Disclosure, place: usize, demand: &Demand, owner: &str) -> Action {
    let line = &disclosure.lines[place];
    Action::Move(Move::OwnerAsked {
        ask: Ask {
            line: line.id,
            owner: owner.into(),
            words: consent_hash(disclosure, line, demand),
            text: String::new(),
            portion: String::new(),
            mode: Mode::Disclosure,
            purpose: "to be said before the vote".into(),
            clearance: None,
            deadline: Some(Micros(200)),
            escalate: None,
            author: "Ann".into(),
            at: Micros(3),
        },
    })
}

fn speak(disclosure: &Disclosure, place: usize, demand: &Demand, owner: &str, verdict: Verdict) -> Consent {
    let line = &disclosure.lines[place];
    Consent {
        line: line.id,
        owner: owner.into(),
        words: consent_hash(disclosure, line, demand),
        verdict,
        why: "the route would be closed".into(),
        until: None,
        author: String::new(),
        at: Micros(4),
    }
}

fn said(consent: Consent, author: &str) -> Action {
    Action::Move(Move::OwnerSpoke { consent: Consent { author: author.into(), ..consent } })
}

#[test]
fn a_draft_is_written_approved_by_somebody_else_and_issued() {
    let (draft, demands) = (drafted(), marked(&["U", "TLP:CLEAR"]));
    assert_eq!(draft.lines[1].text, "It has not decided.");
    assert_eq!(draft.lines[1].author, "Bo");
    let approved = act(&draft, &demands, &open(), " Cy ", &approve(&draft, &demands)).unwrap();
    let hash = draft_hash(&draft, &demands);
    assert_eq!(approved.approvals, [Approval { author: "Cy".into(), at: Micros(2), draft: hash }]);
    let issued = act(&approved, &demands, &open(), "Ann", &Action::Issue).unwrap();
    assert!(issued.issued && reviewed(&issued, &demands, &open()) == Reviewed::Independently);
    assert_eq!(Disclosure { issued: false, ..issued }, approved);
}

#[test]
fn a_line_needs_words_and_something_behind_them() {
    let draft = proposed("public");
    for text in ["", "  \n", "…"] {
        let words = refused(&draft, &[], &open(), "Ann", &add(1, text, "Ann"));
        assert_eq!(words, "the line says nothing: write at least one word");
    }
    let unsupported = Action::AddLine(Box::new(Line { claims: vec![], ..line(1, "So.", "Ann") }));
    assert_eq!(
        refused(&draft, &[], &open(), "Ann", &unsupported),
        "the line rests on no claim: tie it to at least one"
    );
    assert_eq!(
        refused(&draft, &[], &open(), "Ann", &add(1, "It is \u{202e}ton true.", "Ann")),
        "the text has the character U+202E, which is not seen as it is read: take it out"
    );
    assert_eq!(
        refused(&drafted(), &marked(&["U", "U"]), &open(), "Ann", &add(2, "Again.", "Ann")),
        "the draft has a line of this id already: add the line under a new one"
    );
}

#[test]
fn a_line_for_which_nothing_speaks_is_not_issued_as_fact() {
    let (draft, mut demands) = (drafted(), marked(&["U", "U"]));
    demands[1].support = 0;
    let approved = act(&draft, &demands, &open(), "Cy", &approve(&draft, &demands)).unwrap();
    assert_eq!(
        refused(&approved, &demands, &open(), "Ann", &Action::Issue),
        "line 2 has no support: all that it rests on was rejected, withdrawn, or says nothing; rest it on something else, \
         or take it out"
    );
}

#[test]
fn what_is_withdrawn_may_rest_on_what_has_fallen_and_still_needs_everybody() {
    let amends = |how| {
        let why = "The paper retracted it.".into();
        Some(record::release::Amends { disclosure: DisclosureId([3; 16]), how, why })
    };
    let withdraws = Disclosure { amends: amends(record::release::How::Withdraws), ..drafted() };
    let mut demands = vec![owned("U", "East"), Demand::of(rollup("U"))];
    demands[0].support = 0;
    let no_support = Err(Refusal::NoSupport(1));
    // What never stood behind the older packet is a new statement, and needs its support.
    assert_eq!(act(&withdraws, &demands, &open(), "Ann", &Action::Issue), no_support);
    demands[0].taken_back = true;
    let desk = with(&[("Eve", Role::Owner("East".into()))]);
    let asked = act(&withdraws, &demands, &desk, "Ann", &ask(&withdraws, 0, &demands[0], "East")).unwrap();
    assert!(refused(&asked, &demands, &desk, "Ann", &Action::Issue).ends_with("East (was asked and has not answered)"));
    let yes = speak(&withdraws, 0, &demands[0], "East", Verdict::Concurs);
    let agreed = act(&asked, &demands, &desk, "Eve", &said(yes, "Eve")).unwrap();
    assert_eq!(act(&agreed, &demands, &desk, "Ann", &Action::Issue), Err(Refusal::NoApproval));
    let approved = act(&agreed, &demands, &desk, "Cy", &approve(&agreed, &demands)).unwrap();
    assert!(act(&approved, &demands, &desk, "Ann", &Action::Issue).unwrap().issued);
    // A correction states something in the other's place, and that has its support.
    let corrects = Disclosure { amends: amends(record::release::How::Corrects), ..drafted() };
    assert_eq!(act(&corrects, &demands, &desk, "Ann", &Action::Issue), no_support);
}

#[test]
fn an_action_needs_somebody_who_does_it() {
    let words = refused(&drafted(), &marked(&["U", "U"]), &open(), " ", &add(3, "So.", "Ann"));
    assert_eq!(words, "nobody is named as acting: say who does this");
}

#[test]
fn whoever_proposed_it_or_wrote_a_line_cannot_approve_under_any_spelling_of_their_name() {
    let (draft, demands) = (drafted(), marked(&["U", "U"]));
    for name in ["Ann", " ann", "BO", "b\u{200b}o"] {
        let refusal = act(&draft, &demands, &open(), name, &approve(&draft, &demands));
        assert_eq!(refusal, Err(Refusal::Author(name.trim().to_owned())));
    }
    assert_eq!(
        refused(&draft, &demands, &open(), "Ann", &approve(&draft, &demands)),
        "Ann proposed this or wrote some of it and cannot approve it: ask somebody who did not"
    );
}

#[test]
fn only_the_draft_that_stands_there_can_be_approved_and_only_once() {
    let (first, two, three) = (drafted(), marked(&["U", "U"]), marked(&["U", "U", "U"]));
    let second = act(&first, &two, &open(), "Ann", &add(3, "More is to come.", "Ann")).unwrap();
    assert_eq!(
        refused(&second, &three, &open(), "Cy", &approve(&first, &two)),
        "the draft is not the one that was read: read it as it stands now, then approve that"
    );
    let approved = act(&first, &two, &open(), "Cy", &approve(&first, &two)).unwrap();
    assert_eq!(
        refused(&approved, &two, &open(), "CY", &approve(&approved, &two)),
        "CY has approved this draft already: it can be issued, or somebody else can approve it too"
    );
    let changed = act(&approved, &two, &open(), "Ann", &add(3, "More is to come.", "Ann")).unwrap();
    assert_eq!(
        refused(&changed, &three, &open(), "Ann", &Action::Issue),
        "no approval is of the draft as it stands, by somebody who wrote none of it: have it read and approved again"
    );
    assert_eq!(
        refused(&first, &two, &open(), "Ann", &Action::Issue),
        "nobody has approved the draft: ask somebody who did not write any of it"
    );
}

#[test]
fn an_approver_who_writes_becomes_an_author_and_their_approval_is_lost() {
    let (draft, demands) = (drafted(), marked(&["U", "U"]));
    let approved = act(&draft, &demands, &open(), "Cy", &approve(&draft, &demands)).unwrap();
    let same = Line { author: "Cy".into(), ..approved.lines[0].clone() };
    let taken =
        act(&approved, &demands, &open(), "Cy", &Action::Move(Move::LineChanged { line: Box::new(same) })).unwrap();
    assert_eq!(draft_hash(&taken, &demands), draft_hash(&draft, &demands), "not a word is another");
    assert_eq!(act(&taken, &demands, &open(), "Ann", &Action::Issue), Err(Refusal::StaleApproval));
}

#[test]
fn the_audience_must_be_allowed_to_see_what_stands_behind_every_line() {
    let (draft, demands) = (drafted(), marked(&["U", "S//NF"]));
    let approved = act(&draft, &demands, &open(), "Cy", &approve(&draft, &demands)).unwrap();
    assert_eq!(
        refused(&approved, &demands, &open(), "Ann", &Action::Issue),
        "the audience \"public\" may not see line 2 (S//NF): take such lines out, rest them on claims that it may see, or \
         choose another audience; other words for the same claims do not lower their marking"
    );
    let unmarked = vec![Demand::of(rollup("U")), Demand::of(Rollup::default())];
    let approved = act(&draft, &unmarked, &open(), "Cy", &approve(&draft, &unmarked)).unwrap();
    assert_eq!(
        refused(&approved, &unmarked, &open(), "Ann", &Action::Issue),
        "line 2 has no marking: mark the documents behind its claims"
    );
    assert_eq!(
        act(&approved, &unmarked[..1], &open(), "Ann", &Action::Issue),
        Err(Refusal::Markings { lines: 2, markings: 1 })
    );
}

#[test]
fn what_stands_below_the_tearline_goes_to_more_than_what_stands_above() {
    let authority = Some(block("20561231"));
    let mut draft = Disclosure { audience: "SECRET,country=GBR".into(), authority, ..drafted() };
    draft.lines[0].place = Place::Above;
    let demands = marked(&["S//REL TO USA, GBR", "U"]);
    let settle = |draft: &Disclosure, demands: &[Demand]| {
        let approved = act(draft, demands, &open(), "Cy", &approve(draft, demands)).unwrap();
        act(&approved, demands, &open(), "Ann", &Action::Issue)
    };
    assert_eq!(settle(&draft, &demands), Err(Refusal::NoOnward));
    draft.onward = Some("public".into());
    assert!(settle(&draft, &demands).unwrap().issued);
    let both = marked(&["U", "S//REL TO USA, GBR"]);
    assert!(matches!(settle(&draft, &both), Err(Refusal::NotCleared { audience, .. }) if audience == "public"));
    draft.lines[1].place = Place::Above;
    assert_eq!(settle(&draft, &demands), Err(Refusal::NothingBelow));
}

#[test]
fn what_is_classified_says_by_whose_authority() {
    let demands = marked(&["S//REL TO USA, GBR", "U"]);
    let settle = |authority| {
        let draft = Disclosure { audience: "SECRET,country=GBR".into(), authority, ..drafted() };
        let approved = act(&draft, &demands, &open(), "Cy", &approve(&draft, &demands)).unwrap();
        act(&approved, &demands, &open(), "Ann", &Action::Issue)
    };
    assert_eq!(settle(None), Err(Refusal::NoAuthority));
    for good in ["20561231", "2056-12-31", "25X1, 20811231", "the end of war"] {
        assert!(settle(Some(block(good))).is_ok(), "{good}: {:?}", settle(Some(block(good))));
    }
    // A human source is never declassified by a day that stands beside it.
    let wrong = settle(Some(block("50X1-HUM, 20561231"))).unwrap_err().to_string();
    assert!(wrong.contains("ISM-ID-00133"), "{wrong}");
}

#[test]
fn what_is_not_classified_does_not_say_by_whose_authority_it_would_be() {
    for marks in [["U", "U"], ["U//FOUO", "U"], ["TLP:GREEN", "TLP:CLEAR"], ["NATO UNCLASSIFIED", "NATO UNCLASSIFIED"]]
    {
        let demands = marked(&marks);
        let audience = "SECRET,country=USA,TLP:RED,NATO SECRET";
        let state = Disclosure { authority: Some(block("20561231")), audience: audience.into(), ..drafted() };
        let settle = |draft: &Disclosure| {
            let approved = act(draft, &demands, &open(), "Cy", &approve(draft, &demands)).unwrap();
            act(&approved, &demands, &open(), "Ann", &Action::Issue)
        };
        let refusal = settle(&state).unwrap_err().to_string();
        assert_eq!(
            refusal,
            "nothing in it is classified, and it states by whose authority it would be (ISM-ID-00016): take the block out \
             with `disclose authority --none`"
        );
        let out = Action::Move(Move::AuthorityTakenOut { author: "Bo".into() });
        let without = act(&state, &demands, &open(), "Bo", &out).unwrap();
        assert!(without.authority.is_none() && without.hands.contains("Bo"), "whoever takes it out has a hand in it");
        assert!(settle(&without).is_ok(), "{marks:?}: {:?}", settle(&without));
    }
}

#[test]
fn what_is_on_several_ladders_is_not_issued_under_one_banner() {
    let settle = |marks: &[&str; 2]| {
        let demands = marked(marks);
        let state = Disclosure { audience: "SECRET,country=USA,TLP:RED,NATO SECRET".into(), ..drafted() };
        let approved = act(&state, &demands, &open(), "Cy", &approve(&state, &demands)).unwrap();
        act(&approved, &demands, &open(), "Ann", &Action::Issue)
    };
    for marks in [["U", "TLP:GREEN"], ["U", "NATO UNCLASSIFIED"]] {
        let refused = settle(&marks).unwrap_err().to_string();
        assert!(refused.contains("no one banner stands above them (HOUSE-9)"), "{refused}");
    }
    assert!(settle(&["U", "TLP:CLEAR"]).is_ok(), "what is for everybody stands beside anything");
}

#[test]
fn a_lowering_whose_right_has_ended_is_not_needed_where_another_holds() {
    let draft = drafted();
    let demands = marked(&["S//NF", "U"]);
    let line = &draft.lines[0];
    let by = |author: &str| Lowering {
        line: line.id,
        words: line_hash(line, &demands[0]),
        from: demands[0].inherited.clone(),
        to: rollup("U"),
        authority: Some(Authority::Declassifier),
        owner: None,
        why: "guide 7".into(),
        author: author.into(),
        at: Micros(1),
    };
    let issued = |lowerings: Vec<Lowering>, desk: &Desk| {
        let state = Disclosure { lowerings, ..draft.clone() };
        let approved = act(&state, &demands, desk, "Cy", &approve(&state, &demands)).unwrap();
        act(&approved, &demands, desk, "Ann", &Action::Issue).map(|_| ()).map_err(|refusal| refusal.to_string())
    };
    let desk = with(&[("Dan", Role::Declassifier)]);
    assert!(issued(vec![by("Dee")], &desk).unwrap_err().contains("Dee"), "Dee has no mandate any more");
    assert_eq!(issued(vec![by("Dee"), by("Dan")], &desk), Ok(()));
}

#[test]
fn an_owner_is_asked_and_speaks_through_who_speaks_for_them() {
    let draft = drafted();
    let demands = vec![owned("U", "Station East"), Demand::of(rollup("U"))];
    let desk = with(&[("Eve", Role::Owner("Station East".into()))]);
    let yes = speak(&draft, 0, &demands[0], "Station East", Verdict::Concurs);
    assert_eq!(
        refused(&draft, &demands, &desk, "Eve", &said(yes.clone(), "Eve")),
        "Station East was not asked about these words: ask first, so that it is known what they were shown"
    );
    let asked = act(&draft, &demands, &desk, "Ann", &ask(&draft, 0, &demands[0], "Station East")).unwrap();
    assert_eq!(
        refused(&asked, &demands, &desk, "Cy", &said(yes.clone(), "Cy")),
        "Cy does not speak for Station East: whoever keeps the house register knows who does, and can enter it"
    );
    let approved = act(&asked, &demands, &desk, "Cy", &approve(&asked, &demands)).unwrap();
    assert_eq!(
        refused(&approved, &demands, &desk, "Ann", &Action::Issue),
        "line 1 rests on what belongs to others, who must agree to it as it stands: Station East (was asked and has not \
         answered)"
    );
    let agreed = act(&approved, &demands, &desk, "Eve", &said(yes.clone(), "Eve")).unwrap();
    assert!(act(&agreed, &demands, &desk, "Ann", &Action::Issue).unwrap().issued);
    // The last word counts.
    let no = speak(&draft, 0, &demands[0], "Station East", Verdict::Objects);
    let objected = act(&agreed, &demands, &desk, "Eve", &said(no.clone(), "Eve")).unwrap();
    assert!(refused(&objected, &demands, &desk, "Ann", &Action::Issue).ends_with("Station East (objects)"));
    let silent = Consent { why: " ".into(), ..no };
    assert_eq!(
        refused(&agreed, &demands, &desk, "Eve", &said(silent, "Eve")),
        "no reason is given for an objection, and the other words for a change: give one, since it is kept with the decision"
    );
    let stranger = ask(&draft, 1, &demands[1], "Station East");
    assert_eq!(
        refused(&draft, &demands, &desk, "Ann", &stranger),
        "\"Station East\" owns nothing behind this line; nobody does"
    );
}

#[test]
fn a_changed_line_another_audience_and_another_marking_lose_the_consent() {
    let draft = drafted();
    let demands = vec![owned("U", "East"), Demand::of(rollup("U"))];
    let desk = with(&[("Eve", Role::Owner("East".into()))]);
    let asked = act(&draft, &demands, &desk, "Ann", &ask(&draft, 0, &demands[0], "East")).unwrap();
    let yes = speak(&draft, 0, &demands[0], "East", Verdict::Concurs);
    let agreed = act(&asked, &demands, &desk, "Eve", &said(yes, "Eve")).unwrap();
    let stands = |state: &Disclosure, demand: &Demand| standing(state, &state.lines[0], demand, "East", &desk);
    assert_eq!(stands(&agreed, &demands[0]), Standing::Concurs);
    let mut words = agreed.clone();
    words.lines[0].text = "Norland sends shells.".into();
    let audience = Disclosure { audience: "TLP:GREEN".into(), ..agreed.clone() };
    let authority = Disclosure { authority: Some(block("20561231")), ..agreed.clone() };
    for state in [words, audience, authority] {
        assert_eq!(stands(&state, &demands[0]), Standing::OtherWords);
    }
    assert_eq!(stands(&agreed, &owned("C//NF", "East")), Standing::OtherWords);
    // What the packet says of the sources and the confidence of the whole goes out with the line.
    let framed = Demand { frame: "Confidence is low: one source.".into(), ..demands[0].clone() };
    assert_eq!(stands(&agreed, &framed), Standing::OtherWords);
}

#[test]
fn a_consent_ends_and_an_ask_grows_overdue() {
    let draft = drafted();
    let demands = vec![owned("U", "East"), Demand::of(rollup("U"))];
    let desk = with(&[("Eve", Role::Owner("East".into()))]);
    let asked = act(&draft, &demands, &desk, "Ann", &ask(&draft, 0, &demands[0], "East")).unwrap();
    let stands = |state: &Disclosure, now| {
        let desk = with_at(&[("Eve", Role::Owner("East".into()))], now);
        standing(state, &state.lines[0], &demands[0], "East", &desk)
    };
    assert_eq!((stands(&asked, 199), stands(&asked, 200)), (Standing::Asked, Standing::Overdue));
    let yes = Consent { until: Some(Micros(300)), ..speak(&draft, 0, &demands[0], "East", Verdict::Concurs) };
    let agreed = act(&asked, &demands, &desk, "Eve", &said(yes.clone(), "Eve")).unwrap();
    assert_eq!((stands(&agreed, 299), stands(&agreed, 300)), (Standing::Concurs, Standing::Expired));
    let past = Consent { until: Some(Micros(100)), ..yes };
    assert_eq!(act(&asked, &demands, &desk, "Eve", &said(past, "Eve")), Err(Refusal::Expired));
}

#[test]
fn a_partner_is_shown_only_what_it_may_see() {
    let draft = drafted();
    let demands = vec![owned("S//REL TO USA, GBR", "Norland service"), Demand::of(rollup("U"))];
    let desk = with(&[("Pia", Role::Partner("Norland service".into()))]);
    let with_clearance = |clearance: Option<&str>| match ask(&draft, 0, &demands[0], "Norland service") {
        Action::Move(Move::OwnerAsked { ask }) => {
            Action::Move(Move::OwnerAsked { ask: Ask { clearance: clearance.map(str::to_owned), ..ask } })
        }
        other => other,
    };
    assert_eq!(
        refused(&draft, &demands, &desk, "Ann", &with_clearance(None)),
        "Norland service is a partner, and to ask is to show: say what they are cleared for"
    );
    let swedish = refused(&draft, &demands, &desk, "Ann", &with_clearance(Some("SECRET,country=SWE")));
    assert!(
        swedish.starts_with("the audience \"SECRET,country=SWE\" may not see line 1 (S//REL TO USA, GBR)"),
        "{swedish}"
    );
    assert!(act(&draft, &demands, &desk, "Ann", &with_clearance(Some("SECRET,country=GBR"))).is_ok());
}

#[test]
fn a_desk_of_one_issues_without_a_second_pair_of_eyes_and_is_known_for_it() {
    let line = add(1, "Norland weighs sending shells.", "Ann");
    let draft = act(&proposed("public"), &[], &open(), "Ann", &line).unwrap();
    let demands = marked(&["U"]);
    let alone = |why: &str| Action::Move(Move::DeskOfOne { why: why.into() });
    assert_eq!(
        refused(&draft, &demands, &open(), "Ann", &alone("")),
        "no reason is given for that nobody else can look at it: give one, since it is kept with the decision"
    );
    let said = act(&draft, &demands, &open(), "Ann", &alone("a freelancer")).unwrap();
    let issued = act(&said, &demands, &open(), "Ann", &Action::Issue).unwrap();
    assert_eq!(reviewed(&issued, &demands, &open()), Reviewed::ByNobodyElse);
    let desk = with(&[("Ann", Role::Author), ("Ann", Role::Issuer), ("Bo", Role::Approver)]);
    assert_eq!(
        refused(&draft, &demands, &desk, "Ann", &alone("in a hurry")),
        "this is no desk of one: somebody else has the mandate to approve; ask them"
    );
    assert_eq!(act(&said, &demands, &desk, "Ann", &Action::Issue), Err(Refusal::NoApproval), "somebody else came");
}

#[test]
fn a_lower_marking_is_entered_by_right_and_never_by_whoever_wrote_the_words() {
    let (draft, demands) = (drafted(), marked(&["S//NF", "U"]));
    let desk = with(&[
        ("Ann", Role::Author),
        ("Ann", Role::Declassifier),
        ("Dee", Role::Declassifier),
        ("Cy", Role::Approver),
        ("Ida", Role::Issuer),
    ]);
    let lower = |to: &str, authority: Option<Authority>, author: &str| {
        Action::Move(Move::MarkingLowered {
            lowering: Box::new(Lowering {
                line: draft.lines[0].id,
                words: line_hash(&draft.lines[0], &demands[0]),
                from: demands[0].inherited.clone(),
                to: rollup(to),
                authority,
                owner: None,
                why: "guide 7, section 2".into(),
                author: author.into(),
                at: Micros(5),
            }),
        })
    };
    let proposed = act(&draft, &demands, &desk, "Ann", &lower("U", None, "Ann")).unwrap();
    assert_eq!(effective(&proposed, &proposed.lines[0], &demands[0]), demands[0].inherited);
    let by_ann = lower("U", Some(Authority::Guide), "Ann");
    assert!(refused(&draft, &demands, &desk, "Ann", &by_ann).starts_with("Ann may not enter a lower marking as guide"));
    let entered = act(&proposed, &demands, &desk, "Dee", &lower("U", Some(Authority::Guide), "Dee")).unwrap();
    let approved = act(&entered, &demands, &desk, "Cy", &approve(&entered, &demands)).unwrap();
    assert!(act(&approved, &demands, &desk, "Ida", &Action::Issue).unwrap().issued);
    assert_eq!(
        refused(&draft, &demands, &desk, "Dee", &lower("TS//NF", Some(Authority::Guide), "Dee")),
        "(TS//NF) asks no less than (S//NF), which the line inherits: a line is not marked higher than what stands behind it"
    );
}

#[test]
fn what_is_withheld_or_issued_changes_no_more() {
    let (draft, demands) = (drafted(), marked(&["U", "U"]));
    let withheld = act(
        &draft,
        &demands,
        &open(),
        "Ann",
        &Action::Move(Move::Withheld { why: "it would name the only witness".into() }),
    )
    .unwrap();
    assert!(withheld.is_closed());
    assert_eq!(
        refused(&withheld, &demands, &open(), "Ann", &add(3, "So.", "Ann")),
        "it was decided that this is not said, and that stands: propose a new disclosure"
    );
    let issued = Disclosure { issued: true, ..draft };
    assert_eq!(act(&issued, &demands, &open(), "Ann", &add(3, "So.", "Ann")), Err(Refusal::Issued));
}

proptest! {
    /// Whatever people do at a desk without mandates, in whatever order: an issue has an approval, of that very draft, by
    /// somebody who wrote none of it.
    #[test]
    fn no_order_of_actions_issues_what_nobody_else_approved(
        steps in prop::collection::vec((select(vec!["Ann", "Bo", "Cy"]), 0_u8..5), 1..24),
    ) {
        let (mut state, mut demands) = (proposed("public"), Vec::new());
        for (number, (actor, step)) in (1..).zip(steps) {
            let action = match step {
                0 => add(number, "Norland weighs sending shells.", actor),
                1 | 2 => approve(&state, &demands),
                3 => Action::Issue,
                _ => match state.lines.first() {
                    Some(first) => Action::Move(Move::LineDropped { line: first.id }),
                    None => continue,
                },
            };
            if let Ok(next) = act(&state, &demands, &open(), actor, &action) {
                if next.issued && !state.issued {
                    let draft = draft_hash(&state, &demands);
                    prop_assert!(state.approvals.iter().any(|one| one.draft == draft && !is_author(&state, &one.author)));
                }
                state = next;
                demands = marked(&vec!["U"; state.lines.len()]);
            }
        }
    }
}
