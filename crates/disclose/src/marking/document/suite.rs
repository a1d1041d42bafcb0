//! What holds of every document, tried on thousands.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::marking::properties::any_valid_marking;
use crate::marking::{banner, parse, portion};

/// A document of valid portions, under the banner they roll up to or under another, with or without what else is asked.
fn any_document() -> impl Strategy<Value = String> {
    let portions = proptest::collection::vec(any_valid_marking(), 1..5);
    let blocks = [
        "",
        "Classified By: A. Vale\nDerived From: Guide 7\nDeclassify On: 20351231",
        "Classified By: A. Vale\nReason: 1.4(c)\nDeclassify On: 25X2, 20601231",
        "Classified By: A. Vale\nDerived From: Guide 7\nDeclassify On: N/A to RD/FRD portions. See source list.",
        "Classified By: A. Vale\nDerived From: Guide 7\nDeclassify On: N/A to NATO portions. See source list.",
    ];
    let notices =
        ["", "FISA WARNING: Ask.\n\n", "LES NOTICE: Ask.\n\nLES NOFORN NOTICE: Ask.\n\nLIMDIS NOTICE: Ask.\n\n"];
    (portions, proptest::option::weighted(0.3, any_valid_marking()), select(blocks.to_vec()), select(notices.to_vec()))
        .prop_map(|(portions, other, block, notices)| {
            let rolled = rolled::rendered(&rolled::rollup_of(&portions));
            let above = banner(other.as_ref().or(rolled.first()).unwrap());
            let paragraphs: Vec<String> =
                portions.iter().map(|marking| format!("{} It left & came <back>.\n\n", portion(marking))).collect();
            format!("{above}\n\n{}{notices}{block}\n\n{above}\n", paragraphs.concat())
        })
}

/// The attributes of every element that was written out, as another program would read them.
fn read_back(text: &str) -> Vec<Element> {
    let mut found = Vec::new();
    for tag in text.split('<').filter(|tag| tag.starts_with("portion") || tag.starts_with("document ")) {
        let tag = tag.split_once('>').unwrap().0;
        let list = |name: &str| -> Vec<String> {
            let Some((_, rest)) = tag.split_once(&format!(" ism:{name}=\"")) else { return Vec::new() };
            rest.split_once('"').unwrap().0.split(' ').map(str::to_owned).collect()
        };
        found.push(Element {
            classification: list("classification").concat(),
            owner: list("ownerProducer"),
            sci: list("SCIcontrols"),
            sar: list("SARIdentifier"),
            aea: list("atomicEnergyMarkings"),
            dissem: list("disseminationControls"),
            fgi_open: list("FGIsourceOpen"),
            fgi_protected: list("FGIsourceProtected"),
            rel_to: list("releasableTo"),
            display_only: list("displayOnlyTo"),
            non_ic: list("nonICmarkings"),
            non_us: list("nonUSControls"),
            notice: Vec::new(),
        });
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_mark_of_a_document_is_found_where_it_stands_and_is_the_same_when_it_is_read_again(text in any_document()) {
        let document = Document::read(&text, None);
        for mark in document.portions().chain(document.banner()) {
            let marking = mark.marking().cloned();
            prop_assert!(marking.is_some(), "{}", mark.span.of(&text));
            prop_assert_eq!(parse(mark.span.of(&text)).ok(), marking);
        }
        prop_assert_eq!(document.unmarked.len(), 0);
    }

    #[test]
    fn what_is_written_out_is_the_same_marking_again(text in any_document()) {
        let document = Document::read(&text, None);
        prop_assume!(document.is_in_tables());
        let out = xml(&document, &text, &Options::default(), "2030-02-18".parse().unwrap());
        let back = read_back(&out);
        let stated = document.banner().into_iter().chain(document.portions()).filter(|mark| mark.is_in_tables());
        let stated: Vec<Option<Marking>> = stated.map(|mark| mark.marking().cloned()).collect();
        prop_assert_eq!(back.iter().map(Element::marking).collect::<Vec<_>>(), stated);
    }

    #[test]
    fn what_nothing_is_found_in_is_under_a_banner_that_shows_no_more_than_any_portion(
        text in any_document(), clearance in select(vec!["U,country=USA", "S,country=GBR", "TS,country=USA,SI,TK", "public"]),
    ) {
        let document = Document::read(&text, None);
        if document.check(&Options::default()).is_empty() {
            let clearance: record::marking::Clearance = clearance.parse().unwrap();
            let sees = |marking: &Marking| clearance.may_see(&Rollup::from(marking));
            let above = document.banner().and_then(Mark::marking).unwrap();
            // What is NATO's is seen by a clearance of NATO, which none of these has.
            let portions = document.portions().filter_map(Mark::marking);
            let own = portions.filter(|marking| !matches!(marking.level, Level::Nato(_)));
            prop_assert!(!sees(above) || own.into_iter().all(sees), "{}", text);
        }
    }

    #[test]
    fn arbitrary_text_is_read_and_judged_without_a_panic(text in "(\\PC|\n|\\(|\\)|//|S|NF|\\||#|>|-| ){0,200}") {
        let document = Document::read(&text, None);
        for finding in document.check(&Options::default()) {
            prop_assert!(text.get(finding.span.start..finding.span.end).is_some(), "{:?}", finding);
        }
        xml(&document, &text, &Options::default(), "2030-02-18".parse().unwrap());
    }
}

#[test]
fn what_was_made_to_be_slow_takes_no_longer_than_its_length() {
    const LENGTH: usize = 1 << 18;
    for piece in [
        "(",
        "(S//",
        "(S//NF) ",
        "(S//NF)\n\n",
        "(\n\n",
        "//",
        "S//NF/",
        "((((S//NF))))\n",
        "| (U) x ",
        "> ",
        "(S//REL TO USA, GBR, ",
        "**(",
        "- ",
        "(c) ",
    ] {
        let text = piece.repeat(LENGTH / piece.len());
        let started = std::time::Instant::now();
        let document = Document::read(&text, None);
        document.check(&Options::default());
        let took = started.elapsed();
        assert!(took.as_secs() < 30, "{piece:?} took {took:?}");
    }
}

/// Writes documents for others to judge: `TEARLINE_DOCUMENTS=folder`, and how many in `TEARLINE_DOCUMENTS_COUNT`. They are
/// the same on every machine. Without the first it only shows that there are some.
#[test]
fn documents_can_be_written_out_for_others_to_judge() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let folder = std::env::var_os("TEARLINE_DOCUMENTS");
    let count = std::env::var("TEARLINE_DOCUMENTS_COUNT").ok().and_then(|count| count.parse().ok()).unwrap_or(10_usize);
    let mut runner = TestRunner::deterministic();
    for number in 0..count {
        let text = any_document().new_tree(&mut runner).unwrap().current();
        if let Some(folder) = &folder {
            std::fs::write(std::path::Path::new(folder).join(format!("{number:05}.txt")), &text).unwrap();
        }
        assert!(Document::read(&text, None).portions().count() > 0);
    }
}
