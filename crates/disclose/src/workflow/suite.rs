//! Consent, as it is given and as it is refused.

use proptest::prelude::*;
use proptest::sample::select;
use record::id::DisclosureId;

use super::*;
use crate::marking::parse;

fn proposed(audience: &str) -> Disclosure {
    Disclosure {
        id: DisclosureId([7; 16]),
        purpose: "Warn before the vote".into(),
        audience: audience.into(),
        channel: "press background".into(),
        author: "Ann".into(),
        proposed: Micros(1),
        lines: vec![],
        approvals: vec![],
        issued: false,
    }
}

fn add(number: u8, text: &str) -> Action {
    Action::AddLine { id: LineId([number; 16]), text: text.into(), claims: vec![ClaimId([number; 16])] }
}

fn approve(disclosure: &Disclosure) -> Action {
    Action::Approve { draft: draft_hash(disclosure), at: Micros(2) }
}

fn issue(markings: &[&str]) -> Action {
    let rollup = |text: &&str| Rollup::from(&parse(text).unwrap());
    Action::Issue { markings: markings.iter().map(rollup).collect(), owners: vec![BTreeSet::new(); markings.len()] }
}

/// A draft of two lines by Ann and Bo for the public.
fn drafted() -> Disclosure {
    let one = act(&proposed("public"), "Ann", &add(1, "Norland weighs sending shells.")).unwrap();
    act(&one, "Bo", &add(2, " It has not decided. ")).unwrap()
}

fn refused(disclosure: &Disclosure, actor: &str, action: &Action) -> String {
    act(disclosure, actor, action).unwrap_err().to_string()
}

#[test]
fn a_draft_is_written_approved_by_somebody_else_and_issued() {
    let draft = drafted();
    assert_eq!(draft.lines[1].text, "It has not decided.");
    assert_eq!(draft.lines[1].author, "Bo");
    let approved = act(&draft, " Cy ", &approve(&draft)).unwrap();
    assert_eq!(approved.approvals, [Approval { author: "Cy".into(), at: Micros(2), draft: draft_hash(&draft) }]);
    let issued = act(&approved, "Ann", &issue(&["U", "TLP:CLEAR"])).unwrap();
    assert!(issued.issued);
    assert_eq!(Disclosure { issued: false, ..issued }, approved);
}

#[test]
fn a_line_needs_words_and_claims() {
    let draft = proposed("public");
    for text in ["", "  \n", "…", "\u{200b}"] {
        assert_eq!(refused(&draft, "Ann", &add(1, text)), "the line says nothing: write at least one word");
    }
    let unsupported = Action::AddLine { id: LineId([1; 16]), text: "So.".into(), claims: vec![] };
    assert_eq!(refused(&draft, "Ann", &unsupported), "the line rests on no claim: tie it to at least one");
    assert_eq!(
        refused(&draft, "Ann", &add(1, "It is \u{202e}ton true.")),
        "the text has the character U+202E, which is not seen as it is read: take it out"
    );
    assert_eq!(
        refused(&drafted(), "Ann", &add(2, "Again.")),
        "the draft has a line of this id already: add the line under a new one"
    );
}

#[test]
fn an_action_needs_somebody_who_does_it() {
    assert_eq!(refused(&drafted(), " ", &add(3, "So.")), "nobody is named as acting: say who does this");
}

#[test]
fn whoever_proposed_it_or_wrote_a_line_cannot_approve_under_any_spelling_of_their_name() {
    let draft = drafted();
    for name in ["Ann", " ann", "BO", "b\u{200b}o"] {
        assert_eq!(act(&draft, name, &approve(&draft)), Err(Refusal::Author(name.trim().to_owned())));
    }
    assert_eq!(
        refused(&draft, "Ann", &approve(&draft)),
        "Ann proposed this or wrote some of it and cannot approve it: ask somebody who did not"
    );
}

#[test]
fn only_the_draft_that_stands_there_can_be_approved() {
    let first = drafted();
    let second = act(&first, "Ann", &add(3, "More is to come.")).unwrap();
    assert_eq!(
        refused(&second, "Cy", &approve(&first)),
        "the draft is not the one that was read: read it as it stands now, then approve that"
    );
    let empty = proposed("public");
    assert_eq!(refused(&empty, "Cy", &approve(&empty)), "the draft has no line: add at least one");
    let approved = act(&first, "Cy", &approve(&first)).unwrap();
    assert_eq!(
        refused(&approved, "CY", &approve(&approved)),
        "CY has approved this draft already: it can be issued, or somebody else can approve it too"
    );
}

#[test]
fn an_approval_of_another_draft_does_not_count() {
    let draft = drafted();
    let public = issue(&["U", "U"]);
    assert_eq!(
        refused(&draft, "Ann", &public),
        "nobody has approved the draft: ask somebody who did not write any of it"
    );
    let approved = act(&draft, "Cy", &approve(&draft)).unwrap();
    let changed = act(&approved, "Ann", &add(3, "More is to come.")).unwrap();
    let stale =
        "no approval is of the draft as it stands, by somebody who wrote none of it: have it read and approved again";
    assert_eq!(refused(&changed, "Ann", &issue(&["U", "U", "U"])), stale);
    let again = act(&changed, "Cy", &approve(&changed)).unwrap();
    assert!(act(&again, "Ann", &issue(&["U", "U", "U"])).unwrap().issued);
}

#[test]
fn an_approver_who_becomes_an_author_has_approved_nothing() {
    let draft = drafted();
    let mut approved = act(&draft, "Cy", &approve(&draft)).unwrap();
    // As a store might hold it: the line was Cy's all along.
    approved.lines[0].author = "cy".into();
    assert_eq!(act(&approved, "Ann", &issue(&["U", "U"])), Err(Refusal::StaleApproval));
}

#[test]
fn nothing_changes_after_the_issue() {
    let draft = drafted();
    let approved = act(&draft, "Cy", &approve(&draft)).unwrap();
    let issued = act(&approved, "Ann", &issue(&["U", "U"])).unwrap();
    for action in [add(3, "More."), approve(&issued), issue(&["U", "U"])] {
        assert_eq!(
            refused(&issued, "Di", &action),
            "this disclosure has been issued and cannot change: propose a new one"
        );
    }
}

#[test]
fn lines_that_the_audience_may_not_see_are_named_with_their_marking() {
    let draft = drafted();
    let approved = act(&draft, "Cy", &approve(&draft)).unwrap();
    assert_eq!(
        refused(&approved, "Ann", &issue(&["U", "S//NF"])),
        "the audience \"public\" may not see line 2 (S//NF): take such lines out, rest them on claims that it may see, \
         or choose another audience; other words for the same claims do not lower their marking"
    );
    let said = refused(&approved, "Ann", &issue(&["U//FOUO", "TLP:GREEN"]));
    assert!(said.contains("may not see line 1 (U//FOUO), line 2 (TLP:GREEN): "), "{said}");
}

#[test]
fn an_audience_with_a_clearance_hears_what_it_may_see() {
    for (audience, markings, may) in [
        ("SECRET,country=GBR", ["S//REL TO USA, GBR", "U"], true),
        ("SECRET,country=AUS", ["S//REL TO USA, GBR", "U"], false),
        ("NATO SECRET", ["NR", "NS"], true),
        ("NATO SECRET", ["NR", "CTS"], false),
        ("TLP:AMBER", ["TLP:CLEAR", "TLP:AMBER"], true),
        ("TLP:AMBER", ["TLP:CLEAR", "TLP:AMBER+STRICT"], false),
        ("TLP:AMBER", ["U", "C"], false),
    ] {
        let mut draft = drafted();
        draft.audience = audience.into();
        let approved = act(&draft, "Cy", &approve(&draft)).unwrap();
        assert_eq!(act(&approved, "Ann", &issue(&markings)).is_ok(), may, "{audience} {markings:?}");
    }
}

#[test]
fn an_audience_without_a_clearance_and_a_line_without_a_marking_are_refused() {
    let mut draft = drafted();
    draft.audience = "the newspapers".into();
    assert_eq!(
        refused(&act(&draft, "Cy", &approve(&draft)).unwrap(), "Ann", &issue(&["U", "U"])),
        "the audience \"the newspapers\" is not known to be cleared for anything: \"THE NEWSPAPERS\" is not part of a \
         clearance: write `public`, or for example `SECRET,SI,country=USA,TLP:AMBER`"
    );
    let draft = drafted();
    let approved = act(&draft, "Cy", &approve(&draft)).unwrap();
    let unmarked = Action::Issue {
        markings: vec![Rollup::from(&parse("U").unwrap()), Rollup::default()],
        owners: vec![BTreeSet::new(); 2],
    };
    assert_eq!(refused(&approved, "Ann", &unmarked), "line 2 has no marking: mark the documents behind its claims");
    assert_eq!(
        refused(&approved, "Ann", &issue(&["U"])),
        "the draft has 2 lines and 1 were given a marking: mark each line by the claims behind it"
    );
}

#[test]
fn lines_from_a_store_are_held_to_the_same_rules() {
    let draft = drafted();
    let approved = act(&draft, "Cy", &approve(&draft)).unwrap();
    let mut unsupported = approved.clone();
    unsupported.lines[1].claims.clear();
    assert_eq!(act(&unsupported, "Ann", &issue(&["U", "U"])), Err(Refusal::NoClaims));
    let turned = Disclosure { channel: "pr\u{202e}ss".into(), ..approved };
    assert_eq!(act(&turned, "Ann", &issue(&["U", "U"])), Err(Refusal::Hidden('\u{202e}')));
}

fn any_action() -> impl Strategy<Value = (&'static str, u8, bool)> {
    (select(vec!["Ann", "ann ", "Bo", "Cy", "CY", "Di", ""]), 0..8_u8, any::<bool>())
}

/// The action of number `what` in the state `now`; a `careless` one is sometimes wrong. Line `secret` is not public.
fn action_of(now: &Disclosure, what: u8, careless: bool, secret: usize) -> Action {
    let lines = now.lines.len();
    match what {
        0..=3 => {
            let number = u8::try_from(lines).unwrap().saturating_sub(u8::from(careless));
            add(number, if what == 0 { " " } else { "Yes." })
        }
        4..=5 if careless => approve(&proposed("public")),
        4..=5 => approve(now),
        _ => issue(&(0..lines).map(|at| if at == secret { "S" } else { "U" }).collect::<Vec<_>>()),
    }
}

proptest! {
    #[test]
    fn whatever_people_do_nothing_goes_out_unapproved_unsupported_or_to_whom_it_may_not(
        steps in proptest::collection::vec(any_action(), 0..24), secret in 0..6_usize,
    ) {
        let mut now = proposed("public");
        for (actor, what, careless) in steps {
            let Ok(next) = act(&now, actor, &action_of(&now, what, careless, secret)) else { continue };
            prop_assert!(!now.issued, "an issued disclosure changed");
            prop_assert!(next.lines.starts_with(&now.lines) && next.approvals.starts_with(&now.approvals));
            now = next;
        }
        prop_assert!(now.lines.iter().all(|line| !line.text.is_empty() && !line.claims.is_empty()));
        if now.issued {
            prop_assert!(!now.lines.is_empty() && now.lines.len() <= secret);
            let draft = draft_hash(&now);
            let wrote = |name: &str| now.lines.iter().any(|line| is_same_person(&line.author, name));
            let counts = |approval: &Approval| {
                let by = &approval.author;
                approval.draft == draft && !is_same_person(by, &now.author) && !wrote(by)
            };
            prop_assert!(now.approvals.iter().any(counts), "issued without an approval");
        }
    }
}
