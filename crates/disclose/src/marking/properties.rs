//! What holds for every marking and for every text, tried on thousands of each.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use record::marking::{Dissem, Fgi, Foreign, Level, Marking, Nato, Rollup, Tlp, Us};

use super::*;

fn names(list: Vec<&'static str>) -> std::collections::BTreeSet<String> {
    list.into_iter().map(str::to_owned).collect()
}

/// Whether `text` is one of the spellings of this marking. What is NATO's may have two slashes before it.
pub(super) fn spells(text: &str, marking: &Marking) -> bool {
    let (said, short) = (text.trim(), portion(marking));
    let inner = &short[1..short.len() - 1];
    let known = [banner(marking), long(marking), short.clone(), inner.to_owned()];
    let plain = said.replacen("(//", "(", 1);
    known.iter().any(|known| known == said)
        || (matches!(marking.level, Level::Nato(_))
            && known.iter().any(|known| known == &plain || Some(known.as_str()) == said.strip_prefix("//")))
        || is_titled(said, marking)
}

/// Whether a text is a banner that has titles here and abbreviations there.
fn is_titled(said: &str, marking: &Marking) -> bool {
    let (short, full) = (banner(marking), long(marking));
    let parts = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
    let (said, short, full) = (parts(said), parts(&short), parts(&full));
    said.len() == short.len() && said.iter().zip(short.iter().zip(&full)).all(|(said, (a, b))| said == a || said == b)
}

/// What markings are made of, and what they are not.
const PIECES: [&str; 36] = [
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
    "SAR-BP",
    "-J12",
    "RD",
    "-CNWDI",
    "FGI",
    " GBR",
    "JOINT ",
    "FGI S",
    "LES",
    "SBU-NF",
    "ACCM-A",
    "NSAT",
];

fn some<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop_oneof![Just(Vec::new()), subsequence(all.to_vec(), 0..=all.len())]
}

/// Any marking that can be written: a system is not an entry of its own beside one of its compartments.
pub(super) fn any_marking() -> impl Strategy<Value = Marking> {
    use Dissem::{Dsen, Fisa, Fouo, Imcon, Noforn, Orcon, Propin, Relido, Rsen};
    let us = select(vec![Us::Unclassified, Us::Confidential, Us::Secret, Us::TopSecret]).prop_map(Level::Us);
    let foreign = select(vec![Foreign::Unclassified, Foreign::Restricted, Foreign::Secret]).prop_map(Level::Foreign);
    let nato =
        select(vec![Nato::Unclassified, Nato::Restricted, Nato::Confidential, Nato::Secret, Nato::CosmicTopSecret]);
    let tlp = select(vec![Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict, Tlp::Red]);
    let systems =
        ["EL-EU", "EL-NK", "HCS", "KDK-BLFH", "RSV-A1B", "SI-ABC", "SI-G ABCD", "SI-G WXYZ", "SI-XYZ EFGH", "TK"];
    let level = prop_oneof![
        6 => us.boxed(),
        2 => foreign.boxed(),
        1 => nato.prop_map(Level::Nato).boxed(),
        1 => tlp.prop_map(Level::Tlp).boxed(),
    ];
    let controls = (
        some(&systems),
        some(&[Rsen, Fouo, Orcon, Imcon, Noforn, Propin, Relido, Dsen, Fisa]),
        some(&["BP", "CD-J12 K7", "CD-L15", "GOLD_RUSH"]),
        prop_oneof![
            3 => Just(vec![]),
            1 => select(vec![vec!["RD"], vec!["RD", "RD-CNWDI", "RD-SG-14", "RD-SG-20"], vec!["FRD", "FRD-SG-15"]]),
            1 => select(vec![vec!["DCNI", "UCNI"], vec!["UCNI"], vec!["RD", "FRD", "TFNI"]]),
        ],
        some(&["DS", "XD", "ND", "SBU", "SBU-NF", "LES", "LES-NF", "SSI", "ACCM-BLUE_LINE", "NNPI"]),
    );
    let lists = (some(&["USA", "AUS", "AX2", "GBR", "ZWE", "FVEY", "NATO"]), some(&["AFG", "GBR", "IRQ", "ISAF"]));
    let owners = (
        select(vec![vec![], vec![], vec!["GBR", "USA"], vec!["CAN", "USA", "NATO"]]),
        select(vec![vec!["GBR"], vec!["FGI"], vec!["CAN", "GBR"], vec!["JPN"]]),
    );
    let fgi = (some(&["DEU", "GBR", "KFOR"]), any::<bool>());
    let nato = some(&["ATOMAL", "BOHEMIA"]);
    (level, controls, lists, owners, fgi, nato).prop_map(|(level, controls, (rel_to, shown), owners, fgi, nato)| {
        let us = matches!(level, Level::Us(_));
        let fgi = Fgi { concealed: fgi.1 && fgi.0.is_empty(), named: names(fgi.0) };
        match level {
            Level::Us(_) | Level::Foreign(_) => Marking {
                controls: names(controls.0),
                dissem: controls.1.into_iter().collect(),
                rel_to: names(rel_to),
                display_only: names(shown),
                owners: names(if us { owners.0 } else { owners.1 }),
                programmes: names(controls.2),
                atomic: names(controls.3),
                non_ic: names(controls.4),
                fgi: if us { fgi } else { Fgi::default() },
                ..Marking::plain(level)
            },
            Level::Nato(_) => Marking { nato: names(nato), ..Marking::plain(level) },
            _ => Marking::plain(level),
        }
    })
}

/// A marking that breaks no rule. What is contradictory is taken away rather than thrown away.
pub(super) fn any_valid_marking() -> impl Strategy<Value = Marking> {
    any_marking().prop_map(|mut marking| {
        for _ in 0..24 {
            let Some(broken) = validate(&marking).into_iter().next() else { break };
            match broken.rule {
                "ISM-ID-00016" => {
                    marking.controls.clear();
                    marking.programmes.clear();
                }
                "ISM-ID-00301" => marking.controls.clear(),
                "ISM-ID-00045" => drop(marking.dissem.insert(Dissem::Orcon)),
                "ISM-ID-00049" | "ISM-ID-00123" | "ISM-ID-00313" | "ISM-ID-00314" => {
                    marking.dissem.insert(Dissem::Noforn);
                }
                "ISM-ID-00030" => drop(marking.dissem.remove(&Dissem::Fouo)),
                "ISM-ID-00033" | "ISM-ID-00319" => marking.rel_to.clear(),
                "ISM-ID-00124" => drop(marking.dissem.remove(&Dissem::Relido)),
                "ISM-ID-00169" => {
                    marking.display_only.clear();
                    marking.dissem.remove(&Dissem::Relido);
                }
                "ISM-ID-00214" => drop(marking.rel_to.insert("USA".into())),
                "ISM-ID-00037" => marking.non_ic.retain(|mark| !mark.starts_with("SBU")),
                "ISM-ID-00038" => drop(marking.non_ic.remove("XD")),
                "ISM-ID-00148" => drop(marking.non_ic.remove("LES")),
                "ISM-ID-00181" => marking.atomic.retain(|mark| mark != "UCNI" && mark != "DCNI"),
                "ISM-ID-00173" | "ISM-ID-00174" | "ISM-ID-00175" => marking.atomic.clear(),
                "HOUSE-3" => marking.display_only.retain(|token| !marking.rel_to.contains(token)),
                "HOUSE-4" => marking.nato.clear(),
                _ if matches!(marking.level, Level::Foreign(_)) => marking.level = Level::Foreign(Foreign::TopSecret),
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
        let (above, short) = (banner(&marking), portion(&marking));
        prop_assert_eq!(parse(&above), Ok(marking.clone()), "{}", above);
        prop_assert_eq!(parse(&short), Ok(marking.clone()), "{}", short);
        prop_assert_eq!(parse(&short[1..short.len() - 1]), Ok(marking.clone()));
        let titled = long(&marking);
        prop_assert_eq!(parse(&titled), Ok(marking), "{}", titled);
    }

    #[test]
    fn every_marking_of_the_tables_is_the_same_again_from_its_attributes(marking in any_marking()) {
        if !matches!(marking.level, Level::Tlp(_)) {
            prop_assert_eq!(Element::of(&marking).marking(), Some(marking));
        }
    }

    #[test]
    fn a_valid_portion_of_one_owner_that_speaks_of_release_rolls_up_to_itself(marking in any_valid_marking()) {
        prop_assert_eq!(validate(&marking), vec![], "{}", banner(&marking));
        if !marking.owners.is_empty() {
            return Ok(());
        }
        let rolled = Rollup::from(&marking).render();
        let silent = marking.rel_to.is_empty() && marking.display_only.is_empty()
            && !marking.dissem.contains(&Dissem::Relido);
        let Level::Us(level) = marking.level else {
            prop_assert_eq!(rolled, vec![marking]);
            return Ok(());
        };
        let mut expected = marking.clone();
        let elsewhere = marking.non_ic.contains("SBU-NF") || marking.non_ic.contains("LES-NF");
        if level > Us::Unclassified && (silent || elsewhere) {
            expected.dissem.insert(Dissem::Noforn);
        }
        if elsewhere {
            expected.rel_to.clear();
            expected.display_only.clear();
            expected.dissem.remove(&Dissem::Relido);
            let limited = !silent && level == Us::Unclassified;
            if limited && marking.rel_to.is_empty() {
                expected.dissem.insert(Dissem::Noforn);
            }
        }
        if level > Us::Unclassified && expected.non_ic.remove("LES-NF") {
            expected.non_ic.insert("LES".into());
        }
        if marking.non_ic.contains("SBU-NF") {
            expected.non_ic.remove("SBU");
        }
        if expected.non_ic.contains("NNPI") && expected.dissem.remove(&Dissem::Relido) && marking.rel_to.is_empty() {
            expected.dissem.insert(Dissem::Noforn);
        }
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
        if text.starts_with("//") {
            return Ok(());
        }
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
