//! What is read off sentences: each event as `rank ROOT actor -> target status`, with `@place`, `#time` and `in claim`.

use crate::example::reading;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let reading = reading(text);
    let name = |id: &Option<String>| {
        let actor = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
        actor.map_or("-", |actor| actor.name.as_str()).to_owned()
    };
    let shown: Vec<String> = reading
        .events
        .iter()
        .map(|event| {
            let claim = event.claim.as_ref().map_or(String::new(), |claim| format!(" in {claim}"));
            let place = event.place.as_ref().and_then(|id| reading.places.iter().find(|place| place.id == *id));
            let place = place.map_or(String::new(), |place| format!(" @{}", place.name));
            let (actor, target) = (name(&event.actor), name(&event.target));
            format!("{} {} {actor} -> {target} {}{place}{claim}", event.rank, event.kind, event.status)
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn a_plain_sentence() {
    check("Iran attacked Iraq.", &["1 ASSAULT Iran -> Iraq happened"]);
    check("France condemned Russia on Monday.", &["1 ACCUSE France -> Russia happened"]);
    check("The rebels shelled an army camp in Syria.", &["1 ASSAULT The rebels -> Syria happened @Syria"]);
}

#[test]
fn a_passive_turns_the_sides() {
    check("Two pilots were arrested by Iranian police in March.", &["1 COERCE Iranian police -> Two pilots happened"]);
    check("Two pilots were arrested in Iran.", &["1 COERCE Iran -> Two pilots happened @Iran"]);
}

#[test]
fn nouns_tell_events_too() {
    check(
        "The shootdown of a Chinese balloon by the United States drew protests.",
        &["1 ASSAULT United States -> China happened"],
    );
    check("A formal warning was delivered to Iran by France.", &["1 THREATEN France -> Iran happened"]);
    check("France imposed sanctions on Iran.", &["1 COERCE France -> Iran happened"]);
}

#[test]
fn an_event_is_nobody_who_does_anything() {
    check(
        "The Iranian attack killed two soldiers.",
        &["2 ASSAULT Iran -> two soldiers happened", "1 ASSAULT Iran -> two soldiers happened"],
    );
}

#[test]
fn what_is_said_of_a_thing_is_said_of_whose_it_is() {
    check("Iran condemned the U.S. ruling.", &["1 ACCUSE Iran -> United States happened"]);
}

#[test]
fn those_who_are_joined_make_pairs() {
    check(
        "France and Germany attacked Iran.",
        &["1 ASSAULT France -> Iran happened", "1 ASSAULT Germany -> Iran happened"],
    );
}

#[test]
fn those_who_are_joined_are_no_two_sides_where_there_is_another() {
    check(
        "France and Germany praised Iran.",
        &["1 SUPPORT France -> Iran happened", "1 SUPPORT Germany -> Iran happened"],
    );
}

#[test]
fn who_meets_is_met_in_turn() {
    check(
        "France met Germany on Monday.",
        &["1 CONSULT France -> Germany happened", "1 CONSULT Germany -> France happened"],
    );
}

#[test]
fn a_town_is_somebody_where_something_is_done_to_it() {
    check("The rebels shelled Aleppo on Monday.", &["1 ASSAULT The rebels -> Aleppo happened"]);
}

#[test]
fn a_capital_at_the_beginning_is_a_name_where_the_word_is_unknown() {
    check("Vessorn will attack Iran.", &["1 ASSAULT Vessorn -> Iran planned"]);
    check("Oil will hurt Iran.", &[]);
}

#[test]
fn what_is_not_done_is_planned_considered_threatened_or_denied() {
    check("Iran did not attack Iraq.", &["1 ASSAULT Iran -> Iraq denied"]);
    check(
        "Iran threatened to attack Iraq.",
        &["1 THREATEN Iran -> Iraq happened", "2 ASSAULT Iran -> Iraq threatened in c1"],
    );
    check("Iran is considering whether to attack Iraq.", &["1 ASSAULT Iran -> Iraq considered in c1"]);
    check("If Iran attacks Iraq, oil prices will rise.", &["1 ASSAULT Iran -> Iraq hypothetical"]);
    check("Iran is bombing Iraq.", &["1 ASSAULT Iran -> Iraq under-way"]);
}

#[test]
fn events_in_a_claim_know_it_and_are_denied_with_it() {
    check("The minister said Iran attacked Iraq.", &["1 ASSAULT Iran -> Iraq happened in c1"]);
    let denied = reading("The ministry denied that Iran attacked Iraq.");
    let attack = denied.events.iter().find(|event| event.kind == "ASSAULT").unwrap();
    assert_eq!((attack.status.as_str(), attack.claim.as_deref()), ("denied", Some("c1")));
    assert!(denied.events.iter().any(|event| event.kind == "DENY" && event.claim.is_none()));
}

#[test]
fn who_says_that_something_must_be_done_asks_for_it() {
    check(
        "The Iranian minister said Iraq must release the pilots.",
        &["1 REQUEST The Iranian minister -> Iraq hypothetical in c1"],
    );
}

#[test]
fn mode_and_contexts_are_told_by_words() {
    let reading = reading("Iranian police arrested two French diplomats in a court.");
    let event = &reading.events[0];
    assert_eq!(event.mode.as_deref(), Some("arrest"));
    assert_eq!(event.contexts, ["diplomatic", "legal"]);
}

#[test]
fn the_time_nearest_below_is_that_of_the_event() {
    let reading = reading("Iran attacked Iraq in March 2019, officials said on 5 May 2020.");
    let time = reading.events[0].time.as_ref().unwrap();
    assert_eq!(reading.times.iter().find(|one| one.id == *time).unwrap().value, "2019-03");
}

#[test]
fn a_sentence_about_nobody_has_no_event() {
    check("The weather was fine.", &[]);
    check("The trade school opened at noon.", &[]);
}

#[test]
fn who_says_or_condemns_it_has_not_done_it() {
    check("Iraq said that Iran had attacked Turkey.", &["1 ASSAULT Iran -> Turkey happened in c1"]);
    let sides = |text: &str| {
        let reading = reading(text);
        let name = |id: &Option<String>| {
            reading.actors.iter().find(|one| Some(&one.id) == id.as_ref()).map(|one| one.name.clone())
        };
        let assault = reading.events.iter().find(|event| event.kind == "ASSAULT").expect(text);
        (name(&assault.actor).unwrap_or_default(), name(&assault.target).unwrap_or_default())
    };
    let is = |actor: &str, target: &str| (actor.to_owned(), target.to_owned());
    assert_eq!(sides("Turkey condemned Iran's attack on Iraq."), is("Iran", "Iraq"));
    assert_eq!(sides("Turkey condemned the Iranian attack on Iraq."), is("Iran", "Iraq"));
    assert_eq!(sides("Turkey accused Iran of attacking Iraq."), is("Iran", "Iraq"));
    assert_eq!(sides("Turkey said that Iraq was attacked by Iran."), is("Iran", "Iraq"));
    assert_eq!(sides("Turkish officials said that Iran may be preparing to attack Iraq."), is("Iran", "Iraq"));
}

/// The one event of a root in a text, as `ROOT actor -> target status`.
#[track_caller]
fn only(root: &str, text: &str, expected: &str) {
    let reading = reading(text);
    let name = |id: &Option<String>| {
        let actor = id.as_ref().and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
        actor.map_or("-", |actor| actor.name.as_str()).to_owned()
    };
    let shown = reading.events.iter().filter(|event| event.kind == root);
    let shown: Vec<String> =
        shown.map(|event| format!("{} -> {} {}", name(&event.actor), name(&event.target), event.status)).collect();
    assert_eq!(shown.join("; "), expected, "{text}: {:?}", reading.events);
}

#[test]
fn what_is_said_not_to_have_happened_is_denied_and_no_refusal() {
    for text in [
        "The Iranian attack on Iraq never took place.",
        "There was no Iranian attack on Iraq, officials said.",
        "No Iranian attack on Iraq took place.",
        "Iran\u{2019}s attack on Iraq did not occur, a spokesman said.",
        "Iran has not attacked Iraq, officials said.",
        "The claim that Iran attacked Iraq is false, the minister said.",
        "It is not true that Iran attacked Iraq.",
        "Without attacking Iraq, Iran kept its ships at sea.",
        "Iran stopped short of attacking Iraq.",
        "The planned Iranian attack on Iraq was called off.",
    ] {
        only("ASSAULT", text, "Iran -> Iraq denied");
    }
    only("ASSAULT", "The army has yet to attack Iraq.", "The army -> Iraq denied");
    only("ASSAULT", "The attack on Iraq never happened, Iranian officials said.", "- -> Iraq denied");
}

#[test]
fn who_will_not_do_it_refuses_and_has_refused() {
    only("REJECT", "Germany will not send tanks to Iraq.", "Germany -> Iraq happened");
    only("REJECT", "Germany ruled out sending tanks to Iraq.", "Germany -> Iraq happened");
    only("REJECT", "Iran refused to attack Iraq.", "Iran -> Iraq happened");
}

#[test]
fn a_condition_by_the_order_of_words_is_no_fact() {
    only("ASSAULT", "Had Iran attacked Iraq, oil prices would have risen.", "Iran -> Iraq hypothetical");
    only("ASSAULT", "Should Iran attack Iraq, oil prices will rise.", "Iran -> Iraq hypothetical");
    only("ASSAULT", "Were Iran to attack Iraq, oil prices would rise.", "Iran -> Iraq hypothetical");
}

#[test]
fn a_word_of_deciding_that_is_itself_the_deed_is_done() {
    only("COERCE", "France sanctioned Iran on Monday.", "France -> Iran happened");
    only("COERCE", "France has sanctioned Iran.", "France -> Iran happened");
    only("CONSULT", "France negotiated with Iran.", "France -> Iran happened; Iran -> France happened");
}

#[test]
fn what_something_is_done_for_is_not_yet_done() {
    only("ASSAULT", "Iran massed its troops to attack Iraq.", "Iran -> Iraq hypothetical");
    only("ASSAULT", "Iran used drones to attack Iraq.", "Iran -> Iraq happened");
}

#[test]
fn what_is_taken_back_is_not_done_by_it() {
    check("France lifted sanctions on Iran.", &["1 RETREAT France -> Iran happened"]);
    only("COERCE", "The lifting of sanctions on Iran by France was welcomed.", "");
}

#[test]
fn where_they_meet_is_nobody_they_meet() {
    only("CONSULT", "China and Russia held talks in Seoul.", "China -> Russia happened; Russia -> China happened");
    only("CONSULT", "France and Germany met in Paris.", "France -> Germany happened; Germany -> France happened");
    only("SUPPORT", "Iran and Iraq signed an agreement in Beijing.", "Iran -> Iraq happened; Iraq -> Iran happened");
    only("ACCUSE", "France condemned Iran at the Security Council in New York.", "France -> Iran happened");
    only("CONSULT", "The French minister arrived in Tehran.", "The French minister -> Tehran happened");
}

#[test]
fn those_who_are_joined_do_it_to_one_another_only_where_that_can_be() {
    only("AID", "Poland and Slovakia have offered jets.", "Poland -> - happened; Slovakia -> - happened");
    only("THREATEN", "France and Germany warned of an attack.", "France -> - happened; Germany -> - happened");
    only("ASSAULT", "France and Germany fought.", "France -> Germany happened; Germany -> France happened");
}

#[test]
fn a_deed_that_is_done_is_no_promise() {
    only("RETREAT", "Russia withdrew troops from Syria.", "Russia -> Syria happened");
    only("RETREAT", "Russia withdrew its forces from Syria.", "Russia -> Syria happened");
}

#[test]
fn who_marches_protests_and_hackers_attack() {
    only(
        "PROTEST",
        "Demonstrators marched in Paris against the government.",
        "Demonstrators -> the government happened",
    );
    only("ASSAULT", "Hackers breached the French ministry.", "Hackers -> the French ministry happened");
}
