//! What the join of markings promises, and what it must never do: show more than one of its parts.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;

fn us(level: Us) -> Marking {
    Marking::plain(Level::Us(level))
}

fn secret() -> Marking {
    us(Us::Secret)
}

fn names(list: &[&str]) -> BTreeSet<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

fn rel_to(level: Us, list: &[&str]) -> Marking {
    Marking { rel_to: names(list), ..us(level) }
}

fn display_only(level: Us, list: &[&str]) -> Marking {
    Marking { display_only: names(list), ..us(level) }
}

fn with(level: Us, dissem: &[Dissem]) -> Marking {
    Marking { dissem: dissem.iter().copied().collect(), ..us(level) }
}

/// The one marking that US portions roll up to.
fn banner(portions: &[Marking]) -> Marking {
    let words = Rollup::of(portions).render();
    assert_eq!(words.len(), 1, "{words:?}");
    words.into_iter().next().unwrap()
}

fn cleared(text: &str) -> Clearance {
    text.parse().unwrap()
}

fn sees(clearance: &str, marking: &Marking) -> bool {
    cleared(clearance).may_see(&Rollup::from(marking))
}

#[test]
fn the_highest_classification_and_every_control_stand_in_the_banner() {
    let si = Marking { controls: names(&["SI"]), ..with(Us::Secret, &[Dissem::Noforn]) };
    let tk = Marking { controls: names(&["TK"]), ..with(Us::TopSecret, &[Dissem::Orcon, Dissem::Noforn]) };
    let expected = Marking { controls: names(&["SI", "TK"]), ..with(Us::TopSecret, &[Dissem::Orcon, Dissem::Noforn]) };
    assert_eq!(banner(&[si, us(Us::Unclassified), tk]), expected);
}

#[test]
fn rel_to_is_the_intersection_of_the_lists() {
    let joined = banner(&[
        rel_to(Us::Secret, &["USA", "AUS", "GBR"]),
        us(Us::Unclassified),
        rel_to(Us::Confidential, &["USA", "CAN", "GBR"]),
    ]);
    assert_eq!(joined, rel_to(Us::Secret, &["USA", "GBR"]));
}

#[test]
fn where_only_the_owner_remains_the_whole_is_noforn() {
    let lists = [rel_to(Us::Secret, &["USA", "AUS"]), rel_to(Us::Secret, &["USA", "GBR"])];
    assert_eq!(banner(&lists), with(Us::Secret, &[Dissem::Noforn]));
    let open = [rel_to(Us::Unclassified, &["USA", "AUS"]), rel_to(Us::Unclassified, &["USA", "GBR"])];
    assert_eq!(banner(&open), with(Us::Unclassified, &[Dissem::Noforn]), "not the bare word, which would be public");
}

#[test]
fn a_classified_portion_that_says_nothing_of_release_makes_the_whole_noforn() {
    assert_eq!(banner(&[rel_to(Us::Secret, &["USA", "GBR"]), secret()]), with(Us::Secret, &[Dissem::Noforn]));
    assert_eq!(banner(&[secret()]), with(Us::Secret, &[Dissem::Noforn]));
}

#[test]
fn relido_stays_only_where_every_limited_portion_has_it() {
    let relido = with(Us::Secret, &[Dissem::Relido]);
    assert_eq!(banner(&[relido.clone(), us(Us::Unclassified), relido.clone()]), relido);
    let both = Marking { rel_to: names(&["USA", "GBR"]), ..relido.clone() };
    assert_eq!(banner(&[both.clone(), both.clone()]), both);
    assert_eq!(banner(&[both, relido.clone()]), relido);
    let mixed = [relido.clone(), rel_to(Us::Secret, &["USA", "GBR"])];
    assert_eq!(banner(&mixed), with(Us::Secret, &[Dissem::Noforn]));
    let open = [relido, rel_to(Us::Unclassified, &["USA", "GBR"])];
    assert_eq!(banner(&open), with(Us::Secret, &[Dissem::Noforn]), "a list is a limit, classified or not");
}

#[test]
fn display_only_keeps_whom_every_limited_portion_may_be_shown_to() {
    let shown = display_only(Us::Secret, &["AFG", "GBR"]);
    assert_eq!(banner(std::slice::from_ref(&shown)), shown);
    assert_eq!(
        banner(&[shown.clone(), rel_to(Us::Secret, &["USA", "GBR"])]),
        display_only(Us::Secret, &["GBR"]),
        "who may have it may be shown it"
    );
    assert_eq!(banner(&[shown, with(Us::Secret, &[Dissem::Relido])]), with(Us::Secret, &[Dissem::Noforn]));
}

#[test]
fn fouo_gives_way_to_a_classification() {
    let fouo = with(Us::Unclassified, &[Dissem::Fouo]);
    assert_eq!(banner(&[fouo.clone(), us(Us::Unclassified)]), fouo);
    assert_eq!(banner(&[fouo, rel_to(Us::Secret, &["USA", "GBR"])]), rel_to(Us::Secret, &["USA", "GBR"]));
}

#[test]
fn several_ladders_stand_beside_each_other() {
    let nato = Marking::plain(Level::Nato(Nato::Secret));
    let amber = Marking::plain(Level::Tlp(Tlp::Amber));
    let lower = [Marking::plain(Level::Nato(Nato::Restricted)), Marking::plain(Level::Tlp(Tlp::Green))];
    let all = Rollup::of([&amber, &us(Us::Unclassified), &nato, &lower[0], &lower[1]]);
    assert_eq!(all.render(), [us(Us::Unclassified), nato, amber]);
}

#[test]
fn the_public_sees_what_is_unclassified_clear_and_without_any_control() {
    assert!(sees("public", &us(Us::Unclassified)));
    assert!(sees("public", &Marking::plain(Level::Tlp(Tlp::Clear))));
    for hidden in [
        us(Us::Confidential),
        with(Us::Unclassified, &[Dissem::Fouo]),
        with(Us::Unclassified, &[Dissem::Noforn]),
        with(Us::Unclassified, &[Dissem::Relido]),
        with(Us::Unclassified, &[Dissem::Propin]),
        rel_to(Us::Unclassified, &["USA", "GBR"]),
        display_only(Us::Unclassified, &["GBR"]),
        Marking { controls: names(&["SI"]), ..us(Us::Unclassified) },
        Marking::plain(Level::Nato(Nato::Unclassified)),
        Marking::plain(Level::Tlp(Tlp::Green)),
    ] {
        assert!(!sees("public", &hidden), "{hidden:?}");
    }
}

#[test]
fn what_may_only_be_displayed_abroad_or_still_needs_an_official_is_not_handed_over() {
    for marking in [
        display_only(Us::Unclassified, &["GBR"]),
        display_only(Us::Secret, &["GBR"]),
        with(Us::Unclassified, &[Dissem::Relido]),
        with(Us::Secret, &[Dissem::Relido]),
    ] {
        assert!(!sees("SECRET,country=GBR", &marking), "{marking:?}");
        assert!(!sees("SECRET,country=AUS", &marking), "{marking:?}");
        assert!(sees("SECRET,country=USA", &marking), "{marking:?}");
    }
}

#[test]
fn an_organisation_on_a_list_is_not_expanded_into_its_members() {
    assert!(!sees("SECRET,country=GBR", &rel_to(Us::Secret, &["USA", "FVEY"])));
    let mixed = [rel_to(Us::Secret, &["USA", "FVEY"]), rel_to(Us::Secret, &["USA", "GBR"])];
    assert_eq!(banner(&mixed), with(Us::Secret, &[Dissem::Noforn]));
}

#[test]
fn a_control_on_a_ladder_that_has_none_is_demanded_all_the_same() {
    let odd = Marking { controls: names(&["SI"]), ..Marking::plain(Level::Nato(Nato::Secret)) };
    assert!(!sees("NATO SECRET,country=USA", &odd));
    assert!(sees("NATO SECRET,SI,country=USA", &odd));
    let odd = Marking { dissem: [Dissem::Noforn].into(), ..Marking::plain(Level::Tlp(Tlp::Clear)) };
    assert!(!sees("TLP:RED,country=GBR", &odd));
}

#[test]
fn what_nobody_marked_is_shown_to_nobody() {
    let all = cleared("TOP SECRET,SI,TK,COSMIC TOP SECRET,TLP:RED,country=USA");
    assert!(!all.may_see(&Rollup::default()));
    assert!(Rollup::of([]).render().is_empty());
}

#[test]
fn a_clearance_is_read_back_from_what_it_prints() {
    for text in ["public", "SECRET,SI,SI-G,country=USA,NATO SECRET,TLP:AMBER+STRICT", "TOP SECRET,KDK-BLFH,RSV-ABC"] {
        let clearance = cleared(text);
        assert_eq!(cleared(&clearance.to_string()), clearance, "{text}");
    }
    assert_eq!(cleared(" s , si ,country=gbr").to_string(), "SECRET,SI,country=GBR");
}

#[test]
fn a_misspelt_or_doubled_part_of_a_clearance_is_refused_by_name() {
    for (text, named) in [
        ("SECRTE", "SECRTE"),
        ("SECRET,", ""),
        ("", ""),
        ("SECRET,country=UK", "COUNTRY=UK"),
        ("SECRET,NOFORN", "NOFORN"),
        ("SECRET,TOP SECRET", "TOP SECRET"),
        ("TLP:RED,TLP:GREEN", "TLP:GREEN"),
        ("NATO SECRET,CTS", "CTS"),
        ("SECRET,country=USA,country=GBR", "COUNTRY=GBR"),
        ("SECRET,public", "PUBLIC"),
    ] {
        let said = text.parse::<Clearance>().unwrap_err().to_string();
        assert!(said.starts_with(&format!("{named:?} is not part of a clearance: write ")), "{text}: {said}");
    }
}

fn any_level() -> impl Strategy<Value = Level> {
    prop_oneof![
        4 => select(vec![Us::Unclassified, Us::Confidential, Us::Secret, Us::TopSecret]).prop_map(Level::Us),
        1 => select(vec![Nato::Unclassified, Nato::Restricted, Nato::Secret, Nato::CosmicTopSecret]).prop_map(Level::Nato),
        1 => select(vec![Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red]).prop_map(Level::Tlp),
    ]
}

/// Some of `all`, most often none, so that what a marking leaves out is tried as often as what it says.
fn some(all: &[&'static str]) -> impl Strategy<Value = BTreeSet<String>> + use<> {
    let all = all.to_vec();
    let most = all.len();
    prop_oneof![Just(BTreeSet::new()), subsequence(all, 0..=most).prop_map(|list| names(&list))]
}

/// Any marking at all, the contradictory ones among them.
fn any_marking() -> impl Strategy<Value = Marking> {
    const DISSEM: [Dissem; 5] = [Dissem::Fouo, Dissem::Orcon, Dissem::Noforn, Dissem::Relido, Dissem::Fisa];
    let dissem = prop_oneof![Just(vec![]), subsequence(DISSEM.to_vec(), 0..=3)];
    let lists = (some(&["USA", "AUS", "GBR", "FVEY"]), some(&["AFG", "AUS", "GBR"]));
    (any_level(), some(&["SI", "SI-G", "TK"]), dissem, lists).prop_map(|(level, controls, dissem, (rel_to, shown))| {
        let dissem = dissem.into_iter().collect();
        Marking { level, controls, dissem, rel_to, display_only: shown, ..Marking::plain(level) }
    })
}

fn any_clearance() -> impl Strategy<Value = Clearance> {
    let ladders = (
        proptest::option::of(select(vec![Us::Unclassified, Us::Confidential, Us::Secret, Us::TopSecret])),
        proptest::option::of(select(vec![Nato::Unclassified, Nato::Secret, Nato::CosmicTopSecret])),
        proptest::option::of(select(vec![Tlp::Clear, Tlp::Green, Tlp::AmberStrict, Tlp::Red])),
    );
    let country = proptest::option::of(select(vec!["USA", "GBR", "AUS", "AFG", "FVEY"]));
    (ladders, country, some(&["SI", "SI-G", "TK", "ORCON", "FISA"])).prop_map(|((us, nato, tlp), country, granted)| {
        Clearance { us, nato, tlp, country: country.map(str::to_owned), granted, ..Clearance::default() }
    })
}

fn any_rollup() -> impl Strategy<Value = Rollup> {
    proptest::collection::vec(any_marking(), 1..4).prop_map(|markings| Rollup::of(&markings))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn it_does_not_matter_in_which_order_or_grouping_portions_are_joined(
        a in any_rollup(), b in any_rollup(), c in any_rollup(),
    ) {
        prop_assert_eq!(a.join(&b).join(&c), a.join(&b.join(&c)));
        prop_assert_eq!(a.join(&b), b.join(&a));
        prop_assert_eq!(a.join(&a), a.clone());
        prop_assert_eq!(a.join(&Rollup::default()), a);
    }

    #[test]
    fn whoever_may_see_the_whole_may_see_each_part_and_the_other_way_round(
        a in any_rollup(), b in any_rollup(), clearance in any_clearance(),
    ) {
        prop_assert_eq!(clearance.may_see(&a.join(&b)), clearance.may_see(&a) && clearance.may_see(&b));
    }

    #[test]
    fn the_words_of_a_roll_up_demand_exactly_what_it_demands(rollup in any_rollup(), clearance in any_clearance()) {
        let words = Rollup::of(&rollup.render());
        prop_assert_eq!(clearance.may_see(&words), clearance.may_see(&rollup), "{:?}", rollup.render());
    }

    #[test]
    fn a_higher_rung_or_a_grant_never_takes_sight_away(rollup in any_rollup(), clearance in any_clearance()) {
        let mut more = clearance.clone();
        more.us = Some(Us::TopSecret);
        more.nato = Some(Nato::CosmicTopSecret);
        more.tlp = Some(Tlp::Red);
        more.granted.extend(names(&["SI", "SI-G", "TK", "ORCON", "FISA"]));
        prop_assert!(more.may_see(&rollup) || !clearance.may_see(&rollup));
    }

    #[test]
    fn a_roll_up_that_was_put_into_words_and_joined_again_never_shows_more(
        a in any_rollup(), b in any_rollup(), clearance in any_clearance(),
    ) {
        let worded = Rollup::of(&a.render()).join(&Rollup::of(&b.render()));
        prop_assert_eq!(clearance.may_see(&worded), clearance.may_see(&a.join(&b)));
    }

    #[test]
    fn a_clearance_is_never_read_from_arbitrary_text_with_a_panic(text in any::<String>()) {
        let _ = text.parse::<Clearance>();
    }

    #[test]
    fn every_clearance_survives_being_printed_and_read(clearance in any_clearance()) {
        // Organisations are nobody's nationality.
        prop_assume!(clearance.country.as_deref() != Some("FVEY"));
        prop_assert_eq!(cleared(&clearance.to_string()), clearance);
    }
}
