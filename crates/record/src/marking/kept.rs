//! The categories that came later: what is kept of older markings does not change by a byte, and the join promises
//! of the new ones what it promises of the old.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;

fn names(list: &[&str]) -> BTreeSet<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

fn us(level: Us) -> Marking {
    Marking::plain(Level::Us(level))
}

fn banner(portions: &[Marking]) -> Marking {
    let words = Rollup::of(portions).render();
    assert_eq!(words.len(), 1, "{words:?}");
    words.into_iter().next().unwrap()
}

fn sees(clearance: &str, marking: &Marking) -> bool {
    clearance.parse::<Clearance>().unwrap().may_see(&Rollup::from(marking))
}

#[test]
fn what_was_kept_before_the_new_categories_is_written_as_it_was_and_read_back() {
    let dissem = [Dissem::Orcon].into();
    let marking = Marking { controls: names(&["SI"]), dissem, rel_to: names(&["USA", "GBR"]), ..us(Us::Secret) };
    let kept =
        r#"{"level":{"Us":"Secret"},"controls":["SI"],"dissem":["Orcon"],"rel_to":["GBR","USA"],"display_only":[]}"#;
    assert_eq!(serde_json::to_string(&marking).unwrap(), kept);
    assert_eq!(serde_json::from_str::<Marking>(kept).unwrap(), marking);
    let kept = r#"{"us":{"level":"Secret","controls":["SI"],"dissem":["Orcon"],"release":{"listed":["GBR","USA"],"unlisted":false,"relido":false,"without_relido":true,"displayed":["GBR","USA"]}},"nato":"Secret","tlp":null}"#;
    let rollup = Rollup::from(&marking).join(&Rollup::from(&Marking::plain(Level::Nato(Nato::Secret))));
    assert_eq!(serde_json::to_string(&rollup).unwrap(), kept);
    assert_eq!(serde_json::from_str::<Rollup>(kept).unwrap(), rollup);
    let kept = r#"{"us":"Secret","nato":null,"tlp":null,"country":"USA","granted":["SI"]}"#;
    let clearance: Clearance = "SECRET,SI,country=USA".parse().unwrap();
    assert_eq!(serde_json::to_string(&clearance).unwrap(), kept);
    assert_eq!(serde_json::from_str::<Clearance>(kept).unwrap(), clearance);
}

#[test]
fn what_comes_from_others_is_named_unless_one_of_them_must_not_be() {
    let german = Marking { owners: names(&["DEU"]), ..Marking::plain(Level::Foreign(Foreign::Secret)) };
    let hidden = Marking { owners: names(&[CONCEALED]), ..Marking::plain(Level::Foreign(Foreign::Restricted)) };
    let named = Fgi { named: names(&["DEU"]), concealed: false };
    let noforn: BTreeSet<Dissem> = [Dissem::Noforn].into();
    assert_eq!(
        banner(&[us(Us::Unclassified), german.clone()]),
        Marking { fgi: named, dissem: noforn.clone(), ..us(Us::Secret) }
    );
    let concealed = Fgi { named: BTreeSet::new(), concealed: true };
    assert_eq!(banner(&[german, hidden.clone()]), Marking { fgi: concealed.clone(), dissem: noforn, ..us(Us::Secret) });
    assert_eq!(banner(&[hidden]).level, Level::Us(Us::Confidential), "RESTRICTED is guarded as CONFIDENTIAL");
    let open = Marking { owners: names(&["GBR"]), ..Marking::plain(Level::Foreign(Foreign::Unclassified)) };
    assert!(!sees("public", &open) && sees("U,country=USA", &open));
}

#[test]
fn nato_portions_in_a_document_of_the_united_states_are_named_among_what_comes_from_others() {
    let nato = Marking::plain(Level::Nato(Nato::CosmicTopSecret));
    let rollup = Rollup::of([&us(Us::Confidential), &nato]);
    let fgi = Fgi { named: names(&["NATO"]), concealed: false };
    let whole = Marking { fgi, dissem: [Dissem::Noforn].into(), ..us(Us::TopSecret) };
    assert_eq!(rollup.render_as_us(), [whole]);
    assert_eq!(Rollup::from(&nato).render_as_us(), [nato]);
}

#[test]
fn marks_of_other_departments_give_way_to_the_stricter() {
    let with = |level, marks: &[&str]| Marking { non_ic: names(marks), ..us(level) };
    let u = Us::Unclassified;
    assert_eq!(banner(&[with(u, &["SBU"]), with(u, &["SBU-NF"])]), with(u, &["SBU-NF"]));
    assert_eq!(banner(&[with(u, &["LES"]), with(u, &["LES-NF"])]), with(u, &["LES-NF"]));
    let noforn = |marking| Marking { dissem: [Dissem::Noforn].into(), ..marking };
    assert_eq!(banner(&[with(u, &["LES-NF"]), us(Us::Secret)]), noforn(with(Us::Secret, &["LES"])));
    assert_eq!(banner(&[with(u, &["SBU-NF"]), us(Us::Secret)]), noforn(us(Us::Secret)));
    assert_eq!(banner(&[noforn(with(u, &["XD"])), noforn(with(u, &["ND"]))]), noforn(with(u, &["ND"])));
    let list = Marking { rel_to: names(&["USA", "GBR"]), ..us(Us::Secret) };
    assert_eq!(banner(&[with(u, &["SBU-NF"]), list]), noforn(us(Us::Secret)));
}

#[test]
fn unclassified_nuclear_information_gives_way_to_a_classification() {
    let ucni = Marking { atomic: names(&["UCNI"]), ..us(Us::Unclassified) };
    assert_eq!(banner(std::slice::from_ref(&ucni)), ucni);
    let rd = Marking { atomic: names(&["RD"]), dissem: [Dissem::Noforn].into(), ..us(Us::Secret) };
    assert_eq!(banner(&[ucni, rd.clone()]), rd);
}

#[test]
fn programmes_atomic_energy_and_rungs_of_a_team_are_seen_by_those_who_hold_them() {
    let programme = Marking { programmes: names(&["BP-J12"]), ..us(Us::Secret) };
    assert!(!sees("SECRET,SAR-BP,country=USA", &programme) && sees("SECRET,SAR-BP-J12,country=USA", &programme));
    let rd = Marking { atomic: names(&["RD", "RD-SG-14"]), ..us(Us::Secret) };
    assert!(!sees("SECRET,RD,country=USA", &rd) && sees("SECRET,RD,RD-SG-14,country=USA", &rd));
    let rung = Rung { ladder: "DESK".into(), rank: 2, banner: "INNER CIRCLE".into(), portion: "IC".into() };
    let inner = Marking::rung(rung);
    assert!(!sees("public", &inner) && !sees("ladder:DESK=1,country=USA", &inner) && sees("ladder:desk=2", &inner));
    assert!(!sees("ladder:OTHER=9", &inner));
    assert!(!sees("ladder:DESK=255,TS,country=USA", &Marking::plain(Level::Plain(0))), "a rung of no ladder");
    let atomal = Marking { nato: names(&["ATOMAL"]), ..Marking::plain(Level::Nato(Nato::Secret)) };
    assert!(!sees("NATO SECRET", &atomal) && sees("NATO SECRET,ATOMAL", &atomal));
}

#[test]
fn a_clearance_with_the_new_grants_is_read_back_from_what_it_prints() {
    let text = "SECRET,ACCM-A_B,FRD-SG-14,NODIS,RD,SAR-BP-J12 K7,country=USA,NATO SECRET,ladder:DESK=2";
    let clearance: Clearance = text.parse().unwrap();
    assert_eq!(clearance.to_string().parse::<Clearance>().unwrap(), clearance);
    for wrong in
        ["SAR", "SAR-", "ACCM", "FGI", "SBU", "ladder:DESK", "ladder:=1", "ladder:A=1,ladder:A=2", "ladder:A=x"]
    {
        assert!(wrong.parse::<Clearance>().is_err(), "{wrong}");
    }
}

#[test]
fn an_organisation_is_expanded_as_of_a_day_where_its_members_are_known() {
    let swede: Clearance = "SECRET,country=SWE".parse().unwrap();
    let list = Rollup::from(&Marking { rel_to: names(&["USA", "NATO"]), ..us(Us::Secret) });
    assert!(!swede.may_see(&list), "without a day nothing is expanded");
    assert!(!swede.may_see_on(&list, date(2024, 3, 6)) && swede.may_see_on(&list, date(2024, 3, 7)));
    let unknown = Rollup::from(&Marking { rel_to: names(&["USA", "KFOR"]), ..us(Us::Secret) });
    assert!(!swede.may_see_on(&unknown, date(2024, 3, 7)));
}

fn some(all: &[&'static str]) -> impl Strategy<Value = BTreeSet<String>> + use<> {
    let all = all.to_vec();
    let most = all.len();
    prop_oneof![3 => Just(BTreeSet::new()), 1 => subsequence(all, 0..=most).prop_map(|list| names(&list))]
}

fn any_level() -> impl Strategy<Value = Level> {
    use Foreign::{Restricted, Secret, Unclassified};
    prop_oneof![
        4 => select(vec![Us::Unclassified, Us::Confidential, Us::Secret, Us::TopSecret]).prop_map(Level::Us),
        2 => select(vec![Unclassified, Restricted, Secret]).prop_map(Level::Foreign),
        1 => select(vec![Nato::Unclassified, Nato::Secret]).prop_map(Level::Nato),
        1 => select(vec![Tlp::Clear, Tlp::Red]).prop_map(Level::Tlp),
        1 => (0..3_u8).prop_map(Level::Plain),
    ]
}

/// Any marking with anything of every category, the contradictory ones among them.
fn any_marking() -> impl Strategy<Value = Marking> {
    const DISSEM: [Dissem; 4] = [Dissem::Fouo, Dissem::Orcon, Dissem::Noforn, Dissem::Relido];
    let dissem = prop_oneof![Just(vec![]), subsequence(DISSEM.to_vec(), 0..=2)];
    let lists = (some(&["USA", "AUS", "GBR", "FVEY", "NATO"]), some(&["AUS", "GBR"]));
    let marks = (
        some(&["BP", "BP-J12"]),
        some(&["RD", "RD-CNWDI", "FRD", "UCNI"]),
        some(&["DS", "XD", "ND", "SBU", "SBU-NF", "LES", "LES-NF", "NNPI", "ACCM-A"]),
        some(&["ATOMAL"]),
    );
    let from =
        (some(&["DEU", "USA", "FGI"]), some(&["GBR", "DEU"]), any::<bool>(), prop_oneof![Just(""), Just("DESK")]);
    (any_level(), dissem, lists, marks, from).prop_map(|(level, dissem, lists, marks, from)| {
        let rung = match level {
            Level::Plain(rank) if !from.3.is_empty() => {
                Some(Rung { ladder: from.3.into(), rank, banner: format!("R{rank}"), portion: format!("{rank}") })
            }
            _ => None,
        };
        Marking {
            dissem: dissem.into_iter().collect(),
            rel_to: lists.0,
            display_only: lists.1,
            programmes: marks.0,
            atomic: marks.1,
            non_ic: marks.2,
            nato: marks.3,
            owners: from.0,
            fgi: Fgi { named: from.1, concealed: from.2 },
            rung,
            ..Marking::plain(level)
        }
    })
}

fn any_rollup() -> impl Strategy<Value = Rollup> {
    proptest::collection::vec(any_marking(), 1..4).prop_map(|markings| Rollup::of(&markings))
}

/// Any clearance, most often one that holds much: else nothing would be seen and nothing tried.
fn any_clearance() -> impl Strategy<Value = Clearance> {
    const GRANTS: [&str; 13] = [
        "SAR-BP",
        "SAR-BP-J12",
        "RD",
        "RD-CNWDI",
        "FRD",
        "ORCON",
        "LIMDIS",
        "EXDIS",
        "NODIS",
        "LES",
        "NNPI",
        "ACCM-A",
        "ATOMAL",
    ];
    let us = proptest::option::weighted(0.9, select(vec![Us::Unclassified, Us::Confidential, Us::TopSecret]));
    let others = (proptest::option::weighted(0.8, Just(Nato::Secret)), proptest::option::weighted(0.8, Just(Tlp::Red)));
    let country = proptest::option::weighted(0.9, select(vec!["USA", "GBR", "AUS", "DEU"]));
    let plain = proptest::option::weighted(0.8, 0..3_u8);
    let grants = prop_oneof![Just(GRANTS.to_vec()), subsequence(GRANTS.to_vec(), 8..=13)];
    (us, others, country, plain, grants).prop_map(|(us, (nato, tlp), country, plain, grants)| Clearance {
        us,
        nato,
        tlp,
        country: country.map(str::to_owned),
        granted: names(&grants),
        plain: plain.map(|rank| ("DESK".to_owned(), rank)).into_iter().collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_order_and_grouping_of_portions_do_not_matter(a in any_rollup(), b in any_rollup(), c in any_rollup()) {
        prop_assert_eq!(a.join(&b).join(&c), a.join(&b.join(&c)));
        prop_assert_eq!(a.join(&b), b.join(&a));
        prop_assert_eq!(a.join(&a), a.clone());
        prop_assert_eq!(a.join(&Rollup::default()), a);
    }

    #[test]
    fn seeing_the_whole_is_seeing_each_part(a in any_rollup(), b in any_rollup(), clearance in any_clearance()) {
        prop_assert_eq!(clearance.may_see(&a.join(&b)), clearance.may_see(&a) && clearance.may_see(&b));
    }

    #[test]
    fn whoever_may_see_the_whole_as_of_a_day_may_see_each_part_then(
        a in any_rollup(), b in any_rollup(), clearance in any_clearance(), year in 1940_i16..2030,
    ) {
        let day = date(year, 6, 1);
        if clearance.may_see_on(&a.join(&b), day) {
            prop_assert!(clearance.may_see_on(&a, day) && clearance.may_see_on(&b, day));
        }
        prop_assert!(!clearance.may_see(&a) || clearance.may_see_on(&a, day));
    }

    #[test]
    fn the_words_demand_what_the_state_demands(rollup in any_rollup(), clearance in any_clearance()) {
        let words = Rollup::of(&rollup.render());
        // A control of NATO without a classification of NATO can only be written with one, which asks for more.
        let stray = rollup.nato.is_none() && !rollup.nato_controls.is_empty();
        let (by_words, by_state) = (clearance.may_see(&words), clearance.may_see(&rollup));
        prop_assert!(if stray { by_state || !by_words } else { by_words == by_state }, "{:?}", rollup.render());
    }

    #[test]
    fn the_words_of_a_document_of_the_united_states_never_show_more_of_it(
        rollup in any_rollup(), clearance in any_clearance(),
    ) {
        let words = Rollup::of(&rollup.render_as_us());
        if rollup.nato_controls.is_empty() && clearance.nato.is_some() && clearance.may_see(&words) {
            prop_assert!(clearance.may_see(&rollup), "{:?}", rollup.render_as_us());
        }
    }

    #[test]
    fn every_marking_and_roll_up_survives_being_kept(marking in any_marking(), rollup in any_rollup()) {
        let back: Marking = serde_json::from_str(&serde_json::to_string(&marking).unwrap()).unwrap();
        prop_assert_eq!(back, marking);
        let back: Rollup = serde_json::from_str(&serde_json::to_string(&rollup).unwrap()).unwrap();
        prop_assert_eq!(back, rollup);
    }
}
