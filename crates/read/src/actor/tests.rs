//! Who acts in sentences of our own, and whose they are.

use record::reading::{Actor, ActorKind};

use crate::example::reading;

/// The actors as `name (kind) country`, in order.
fn shown(text: &str) -> Vec<String> {
    let one = |actor: &Actor| {
        let kind = match actor.kind {
            ActorKind::State => "state",
            ActorKind::Person => "person",
            ActorKind::Organisation => "organisation",
            ActorKind::Group => "group",
        };
        format!("{} ({kind}) {}", actor.name, actor.country.as_deref().unwrap_or("-"))
    };
    reading(text).actors.iter().map(one).collect()
}

/// Every one of the expected actors is among those of the text.
#[track_caller]
fn has(text: &str, expected: &[&str]) {
    let found = shown(text);
    for one in expected {
        assert!(found.iter().any(|actor| actor == one), "{text}: no {one:?} in {found:?}");
    }
}

#[test]
fn a_government_its_state_and_its_capital_are_one_actor() {
    let text = "China rejected the offer. The Chinese government said the talks were over. Beijing said that new ones would follow.";
    assert_eq!(shown(text), ["China (state) CHN"]);
    let reading = reading(text);
    assert!(reading.claims.iter().all(|claim| claim.source.actor.as_deref() == Some("a1")), "{:?}", reading.claims);
}

#[test]
fn officials_are_a_group_of_their_country() {
    has("Chinese officials said that the port was open.", &["Chinese officials (group) CHN"]);
    has("The German defence minister arrived.", &["The German defence minister (person) DEU"]);
    has("The president of France arrived.", &["The president of France (person) FRA"]);
    has("Russia's deputy foreign minister Dalian Orlo left.", &["Dalian Orlo (person) RUS"]);
}

#[test]
fn several_countries_are_none_and_stand_in_the_roles() {
    let actors = reading("U.S. and European officials said that the port was open.").actors;
    let group = actors.iter().find(|actor| actor.kind == ActorKind::Group).unwrap();
    assert!(group.roles.iter().any(|role| role == "European"), "{group:?}");
    let actors = reading("French and German ministers said that the port was open.").actors;
    let group = actors.iter().find(|actor| actor.kind == ActorKind::Group).unwrap();
    assert_eq!(group.country, None);
    assert!(group.roles.iter().any(|role| role == "FRA, DEU"), "{group:?}");
    let actors = reading("A senior Western official said that the port was open.").actors;
    let group = actors.iter().find(|actor| actor.kind == ActorKind::Group).unwrap();
    assert_eq!(
        (group.country.as_ref(), &group.roles[..]),
        (None, &["Western".to_owned(), "government".to_owned()][..])
    );
}

#[test]
fn organs_and_armed_groups_are_of_their_country() {
    has("The Pentagon said that the port was open.", &["Pentagon (organisation) USA"]);
    has("Russia's foreign ministry said that the port was open.", &["Russia's foreign ministry (organisation) RUS"]);
    has("Hezbollah fired rockets at Haifa.", &["Hezbollah (organisation) LBN"]);
    has("NATO sent ships.", &["NATO (organisation) -"]);
}

#[test]
fn for_and_against_whom_somebody_is_does_not_tell_whose_they_are() {
    let found = shown("Iranian-backed fighters attacked the convoy.");
    assert!(!found.iter().any(|actor| actor.starts_with("fighters") && actor.ends_with("IRN")), "{found:?}");
    assert!(found.iter().any(|actor| actor == "Iran (state) IRN"), "{found:?}");
}

#[test]
fn an_adjective_mentions_its_state() {
    has("Turkish drones hit the convoy.", &["Turkey (state) TUR"]);
    let found = shown("She speaks the Turkish language.");
    assert_eq!(found, [""; 0]);
}

#[test]
fn people_of_a_state_are_a_group() {
    has("Three Ukrainians were held at the border.", &["Ukrainians (group) UKR"]);
}

#[test]
fn an_ambassador_is_not_of_the_state_to_which_he_goes() {
    has("The U.S. ambassador to Ukraine met the minister.", &["United States (state) USA", "Ukraine (state) UKR"]);
    let actors = reading("The French ambassador to Ukraine said that the port was open.").actors;
    let ambassador = actors.iter().find(|actor| actor.kind == ActorKind::Person).unwrap();
    assert_eq!(ambassador.country.as_deref(), Some("FRA"));
}

#[test]
fn a_given_name_is_no_state() {
    let found = shown("Jordan Orlo and Chad Verrin left on Monday.");
    assert!(found.iter().all(|actor| actor.ends_with('-')), "{found:?}");
}

#[test]
fn names_in_capitals_are_told_from_small_words() {
    assert!(!shown("They told us that it was late.").iter().any(|actor| actor.ends_with("USA")));
    has("The US told them that it was late.", &["United States (state) USA"]);
}
