//! What holds for every marking and for every text, tried on thousands of each.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use record::marking::{Dissem, Level, Marking, Nato, Rollup, Tlp, Us};

use super::*;

fn names(list: Vec<&'static str>) -> std::collections::BTreeSet<String> {
    list.into_iter().map(str::to_owned).collect()
}

/// Whether `text` is one of the spellings of this marking, none of whose words are titles.
fn spells(text: &str, marking: &Marking) -> bool {
    let short = portion(marking);
    [banner(marking).as_str(), &short, &short[1..short.len() - 1]].contains(&text.trim())
}

/// What markings are made of, and what they are not.
const PIECES: [&str; 24] = [
    "SECRET",
    "TOP SECRET",
    "S",
    "U",
    "NS",
    "TLP:RED",
    "(",
    ")",
    "//",
    "/",
    " ",
    ", ",
    "SI",
    "SI-G",
    "-G",
    " ABCD",
    "TK",
    "NOFORN",
    "NF",
    "OC",
    "REL TO ",
    "USA",
    "GBR",
    "DISPLAY ONLY ",
];

fn some<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop_oneof![Just(Vec::new()), subsequence(all.to_vec(), 0..=all.len())]
}

/// Any marking that can be written: a system is not an entry of its own beside one of its compartments.
fn any_marking() -> impl Strategy<Value = Marking> {
    use Dissem::{Dsen, Fisa, Fouo, Imcon, Noforn, Orcon, Propin, Relido, Rsen};
    let us = select(vec![Us::Unclassified, Us::Confidential, Us::Secret, Us::TopSecret]).prop_map(Level::Us);
    let nato =
        select(vec![Nato::Unclassified, Nato::Restricted, Nato::Confidential, Nato::Secret, Nato::CosmicTopSecret]);
    let tlp = select(vec![Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red]);
    let systems =
        ["EL-EU", "EL-NK", "HCS", "KDK-BLFH", "RSV-A1B", "SI-ABC", "SI-G ABCD", "SI-G WXYZ", "SI-XYZ EFGH", "TK"];
    let levelled = prop_oneof![
        6 => (us, some(&systems), some(&[Rsen, Fouo, Orcon, Imcon, Noforn, Propin, Relido, Dsen, Fisa])).boxed(),
        1 => nato.prop_map(|level| (Level::Nato(level), vec![], vec![])).boxed(),
        1 => tlp.prop_map(|level| (Level::Tlp(level), vec![], vec![])).boxed(),
    ];
    let lists = (some(&["USA", "AUS", "AX2", "GBR", "ZWE", "FVEY", "NATO"]), some(&["AFG", "GBR", "IRQ", "ISAF"]));
    (levelled, lists).prop_map(|((level, controls, dissem), (rel_to, shown))| match level {
        Level::Us(_) => Marking {
            level,
            controls: names(controls),
            dissem: dissem.into_iter().collect(),
            rel_to: names(rel_to),
            display_only: names(shown),
        },
        _ => Marking::plain(level),
    })
}

/// A marking that breaks no rule. What is contradictory is taken away rather than thrown away.
fn any_valid_marking() -> impl Strategy<Value = Marking> {
    any_marking().prop_map(|mut marking| {
        for _ in 0..8 {
            let Some(broken) = validate(&marking).into_iter().next() else { break };
            match broken.rule {
                "ISM-ID-00016" | "ISM-ID-00301" => marking.controls.clear(),
                "ISM-ID-00045" => drop(marking.dissem.insert(Dissem::Orcon)),
                "ISM-ID-00049" | "ISM-ID-00123" => drop(marking.dissem.insert(Dissem::Noforn)),
                "ISM-ID-00030" => drop(marking.dissem.remove(&Dissem::Fouo)),
                "ISM-ID-00033" | "ISM-ID-00319" => marking.rel_to.clear(),
                "ISM-ID-00169" => {
                    marking.display_only.clear();
                    marking.dissem.remove(&Dissem::Relido);
                }
                "ISM-ID-00214" => drop(marking.rel_to.insert("USA".into())),
                "HOUSE-3" => marking.display_only.retain(|token| !marking.rel_to.contains(token)),
                _ => marking.level = Level::Us(Us::TopSecret),
            }
        }
        marking
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_marking_is_read_back_from_its_banner_and_from_its_portion(marking in any_marking()) {
        let (long, short) = (banner(&marking), portion(&marking));
        prop_assert_eq!(parse(&long), Ok(marking.clone()), "{}", long);
        prop_assert_eq!(parse(&short), Ok(marking.clone()), "{}", short);
        prop_assert_eq!(parse(&short[1..short.len() - 1]), Ok(marking));
    }

    #[test]
    fn a_valid_portion_that_speaks_of_release_rolls_up_to_itself(marking in any_valid_marking()) {
        prop_assert_eq!(validate(&marking), vec![], "{}", banner(&marking));
        let rolled = Rollup::from(&marking).render();
        let silent = marking.rel_to.is_empty() && marking.display_only.is_empty()
            && !marking.dissem.contains(&Dissem::Relido);
        let expected = match marking.level {
            Level::Us(level) if level > Us::Unclassified && silent => {
                Marking { dissem: marking.dissem.iter().copied().chain([Dissem::Noforn]).collect(), ..marking }
            }
            _ => marking,
        };
        prop_assert_eq!(rolled, vec![expected]);
    }

    #[test]
    fn valid_portions_roll_up_to_a_valid_banner_that_can_be_read(
        portions in proptest::collection::vec(any_valid_marking(), 1..5),
    ) {
        let rollup = Rollup::of(&portions);
        for words in rollup.render() {
            prop_assert_eq!(validate(&words), vec![], "{}", banner(&words));
        }
        let text = banner_of(&rollup).unwrap();
        for mark in text.split(JOINER) {
            prop_assert!(valid(mark).is_ok(), "{}", text);
        }
    }

    #[test]
    fn arbitrary_text_never_makes_the_reader_panic_and_is_never_taken_for_another(text in any::<String>()) {
        if let Ok(read) = parse(&text) {
            prop_assert!(spells(&text, &read), "{} {:?}", text, read);
        }
    }

    #[test]
    fn words_of_markings_thrown_together_are_refused_or_read_as_what_they_say(
        pieces in proptest::collection::vec(select(PIECES.to_vec()), 0..12),
    ) {
        let text = pieces.concat();
        if let Ok(read) = parse(&text) {
            prop_assert!(spells(&text, &read), "{} {:?}", text, read);
        }
    }

    #[test]
    fn a_valid_marking_with_something_changed_is_refused_or_read_as_what_it_then_says(
        marking in any_marking(), as_banner: bool, at: prop::sample::Index, change in 0..4_usize,
        with in select(vec!['/', ' ', ',', '-', '(', ')', 'A', 'N', 's', '\u{e9}', '\0', '+', ':']),
    ) {
        let text = if as_banner { banner(&marking) } else { portion(&marking) };
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        match change {
            0 => letters.insert(at, with),
            1 => drop(letters.remove(at)),
            2 => letters[at] = with,
            _ => letters.truncate(at),
        }
        let changed: String = letters.into_iter().collect();
        if let Ok(read) = parse(&changed) {
            prop_assert!(spells(&changed, &read), "{} {:?}", changed, read);
        }
    }

    #[test]
    fn what_an_error_says_to_write_can_be_written(
        marking in any_marking(), order in any::<prop::sample::Index>(), lower: bool,
    ) {
        let text = banner(&marking);
        let mut parts: Vec<&str> = text.split("//").collect();
        let last = parts.len();
        if last > 2 {
            let by = 1 + order.index(last - 1);
            parts[1..].rotate_left(by % (last - 1));
        }
        let mut jumbled = parts.join("//");
        if lower {
            jumbled = jumbled.to_lowercase();
        }
        match parse(&jumbled) {
            Ok(read) => prop_assert_eq!(read, marking),
            Err(MarkingError::Misplaced { mend, .. } | MarkingError::Misspelt { mend, .. }) => {
                prop_assert_eq!(parse(&mend), Ok(marking));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
