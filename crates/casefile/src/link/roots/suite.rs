//! What is one origin and what is not, by example.

use record::document::{Document, Translation};
use record::id::{ClaimId, LinkId, Sha256};
use record::link::{Decision, Link, LinkKind};
use record::reading::Head;
use record::time::Micros;

use super::{Roots, Told, roots};

/// A report with what the reader finds in it.
fn told(number: u8, outlet: &str, date: &str, text: &str) -> Told {
    let sha256 = Sha256([number; 32]);
    let date = Some(date.parse().unwrap());
    let head = Head {
        path: format!("{number}"),
        sha256: sha256.to_string(),
        title: None,
        outlet: Some(outlet.to_owned()),
        date,
        language: None,
        text: None,
    };
    let reading = read::read(text, head);
    let claims = (0..).zip(reading.claims).map(|(place, claim)| (ClaimId([number * 16 + place; 16]), claim)).collect();
    let document = Document {
        sha256,
        text: sha256,
        passages: None,
        extractor: "text".into(),
        name: format!("{number}.txt"),
        title: None,
        outlet: Some(outlet.to_owned()),
        author: None,
        date,
        language: None,
        url: None,
        marking: "TLP:CLEAR".into(),
        translation: None,
    };
    Told { document, text: text.to_owned(), claims }
}

/// The sizes of the roots of documents, the largest first.
fn sizes(found: &Roots) -> Vec<usize> {
    found.documents.iter().map(|root| root.documents.len()).collect()
}

const CRATES: &str = "Eleven wagons of crates left the northern depot on Friday night, two railway workers said. They had loaded \
    them since Wednesday under guard, and were told to speak to nobody. The ministry of transport would not say what was in them. \
    A third worker, who repairs signals at the junction, saw the train turn west before dawn.";

#[test]
fn an_agencys_story_in_two_papers_is_one_root_and_says_why() {
    let first = told(1, "Asher Courier", "2030-02-16", &format!("ASHER (AP) \u{2014} {CRATES}"));
    let second =
        told(2, "Valley Record", "2030-02-17", &format!("By our staff\n\n{CRATES}\n\nSubscribe to our letter."));
    let found = roots(&[first, second], &[]);
    assert_eq!(sizes(&found), [2]);
    let edge = found.documents[0].edges.iter().find(|edge| edge.kind == LinkKind::Reprints).unwrap();
    assert!(edge.why.starts_with("copies of one text: "), "{}", edge.why);
    // And what the workers said was said once.
    assert!(found.claims.iter().filter(|root| root.claims.len() == 2).count() >= 1, "{:?}", found.claims);
}

#[test]
fn two_outlets_that_have_it_from_a_third_are_one_root_though_it_is_not_there() {
    let first = told(
        1,
        "Asher Courier",
        "2030-02-16",
        "Wagons of crates left the northern depot for the border, according to the Wall Street Journal.",
    );
    let second = told(
        2,
        "Valley Record",
        "2030-02-17",
        "The Wall Street Journal reported that crates had left the depot in the north by wagons, bound for the border.",
    );
    let other = told(
        3,
        "Harbour Herald",
        "2030-02-17",
        "The Wall Street Journal reported that harvests in the valley were the poorest since the drought.",
    );
    let found = roots(&[first, second, other], &[]);
    assert_eq!(sizes(&found), [2, 1]);
    assert_eq!(found.documents[0].outlet.as_deref(), Some("Wall Street Journal"));
    assert_eq!(found.documents[0].edges[0].kind, LinkKind::Cites);
}

#[test]
fn one_speaker_in_two_papers_is_one_mouth_and_two_speakers_are_two() {
    let first = told(
        1,
        "A",
        "2030-02-16",
        "Minister Jana Orlo said that the eleven wagons had carried spare parts for tractors.",
    );
    let second = told(2, "B", "2030-02-17", "The wagons carried spare parts for tractors, Orlo said.");
    let third = told(3, "C", "2030-02-17", "The wagons carried spare parts for tractors, Ben Roe said.");
    let found = roots(&[first, second, third], &[]);
    let mut claims: Vec<usize> = found.claims.iter().map(|root| root.claims.len()).collect();
    claims.sort_unstable();
    assert_eq!(claims, [1, 2]);
    assert_eq!(sizes(&found), [1, 1, 1], "the reports are three");
}

/// Each root of claims that has more than one, or a cut, as "whose: how many; why".
fn mouths(found: &Roots) -> Vec<String> {
    let mut shown: Vec<String> = found
        .claims
        .iter()
        .filter(|root| root.claims.len() > 1 || !root.edges.is_empty())
        .map(|root| {
            let why: Vec<&str> = root.edges.iter().map(|edge| edge.why.as_str()).collect();
            format!("{}: {}; {}", root.source, root.claims.len(), why.join("; "))
        })
        .collect();
    shown.sort();
    shown
}

#[test]
fn a_spokesman_is_known_by_his_name_and_not_by_what_he_is() {
    let first = told(
        1,
        "A",
        "2030-02-16",
        "The port has not delivered lethal weapons to the army, Ned Vale, a ministry spokesman, said.",
    );
    let second = told(
        2,
        "B",
        "2030-02-17",
        "Lethal weapons have not been delivered by the port to the army, John Kerr, the palace spokesman, said.",
    );
    let third = told(3, "C", "2030-02-17", "\"The port has not delivered lethal weapons to the army,\" said Ned Vale.");
    assert_eq!(
        mouths(&roots(&[first, second, third], &[])),
        [
            "Ned Vale: 2; both are words of Ned Vale, in one sense, within 4 days: 5 words of what they say are the same, \
          which is 100 % of the shorter"
        ]
    );
}

#[test]
fn who_says_it_and_who_denies_it_are_two_and_a_denial_is_what_says_that_it_is_not_so() {
    let text = |words: &str| format!("Wen Orlo {words} artillery shells to the harbour of Lorn.");
    let says = told(1, "A", "2030-02-16", &text("said on Saturday that the state would send"));
    let not = told(2, "B", "2030-02-17", &text("said on Monday that the state would not send"));
    let denies = told(3, "C", "2030-02-17", &text("denied on Monday that the state would send"));
    let found = roots(&[says, not, denies], &[]);
    let mut sizes: Vec<usize> = found.claims.iter().map(|root| root.claims.len()).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 2]);
}

#[test]
fn one_text_printed_twice_makes_nobody_in_it_somebody_else() {
    let text = "The state has asked the port for heavy weapons after the landing, the Harbour Ministry said on Monday. \
                It gave no details of the request and said that allies had been told of it in the morning.\n\n\
                The Lorn Army said that the state had asked the port for heavy weapons after the landing, and that all \
                went to plan.\n\nShares fell in both towns as traders weighed the news, and oil rose by a tenth.";
    let found = roots(&[told(1, "A", "2030-02-16", text), told(2, "B", "2030-02-17", text)], &[]);
    assert_eq!(sizes(&found), [2]);
    for root in &found.claims {
        let names: std::collections::BTreeSet<&str> =
            root.claims.iter().map(|(_, claim, _)| claim.source.text.as_str()).collect();
        let known = ["the Harbour Ministry", "The Lorn Army"].iter().filter(|name| names.contains(*name)).count();
        assert!(known < 2, "{names:?}");
    }
}

#[test]
fn a_person_cuts_and_joins_claims_and_says_why() {
    let first =
        told(1, "A", "2030-02-16", "Minister Jana Orlo said that the eleven wagons had carried parts for tractors.");
    let second = told(2, "B", "2030-02-17", "The eleven wagons carried parts for tractors, Jana Orlo said.");
    let (one, other) = (first.claims[0].0, second.claims[0].0);
    let reports = [first, second];
    let link = |number: u8, decision| Link {
        id: LinkId([number; 16]),
        one: Sha256([1; 32]),
        other: Sha256([2; 32]),
        claims: Some((one, other)),
        decision,
        author: "ann".into(),
        at: Micros(i64::from(number)),
        why: "a namesake".into(),
    };
    let cut = link(1, Decision::Cut);
    let found = roots(&reports, std::slice::from_ref(&cut));
    assert_eq!(mouths(&found), ["Minister Jana Orlo: 1; cut by ann: a namesake"]);
    assert!(found.claims.iter().all(|root| root.possibly.is_empty()));
    assert_eq!(sizes(&found), [1, 1], "the documents are as they were");
    assert_eq!(
        mouths(&roots(&reports, &[cut, link(2, Decision::Joined)])),
        ["Minister Jana Orlo: 2; joined by ann: a namesake"]
    );
}

#[test]
fn unnamed_people_who_say_the_same_are_possibly_the_same_and_not_joined() {
    let first =
        told(1, "A", "2030-02-16", "Two officials said that the wagons carried artillery shells to the border.");
    let second = told(
        2,
        "B",
        "2030-02-17",
        "A person familiar with the matter said that artillery shells went to the border in wagons.",
    );
    let found = roots(&[first, second], &[]);
    assert!(found.claims.iter().all(|root| root.claims.len() == 1));
    assert!(found.claims.iter().all(|root| root.possibly.len() == 1), "{:?}", found.claims);
}

#[test]
fn a_persons_word_counts_for_more_than_what_was_found() {
    let reports = [
        told(1, "Asher Courier", "2030-02-16", CRATES),
        told(2, "Valley Record", "2030-02-16", CRATES),
        told(3, "Harbour Herald", "2030-02-16", "Nothing was known of any wagons at the harbour."),
    ];
    let link = |number: u8, (one, other): (u8, u8), decision| Link {
        id: LinkId([number; 16]),
        one: Sha256([one; 32]),
        other: Sha256([other; 32]),
        claims: None,
        decision,
        author: "ann".into(),
        at: Micros(i64::from(number)),
        why: "two reporters in one room".into(),
    };
    assert_eq!(sizes(&roots(&reports, &[])), [2, 1]);
    let cut = link(1, (1, 2), Decision::Cut);
    assert_eq!(sizes(&roots(&reports, std::slice::from_ref(&cut))), [1, 1, 1]);
    let joined = link(2, (1, 2), Decision::Joined);
    let found = roots(&reports, &[cut, joined]);
    assert_eq!(sizes(&found), [2, 1], "the last word counts");
    let of_person = |edge: &&super::Edge| edge.kind == LinkKind::Joined;
    assert_eq!(
        found.documents[0].edges.iter().find(of_person).unwrap().why,
        "joined by ann: two reporters in one room"
    );
}

#[test]
fn what_was_cut_stays_apart_where_a_third_would_bring_it_together() {
    let link = |number: u8, (one, other): (u8, u8), decision| Link {
        id: LinkId([number; 16]),
        one: Sha256([one; 32]),
        other: Sha256([other; 32]),
        claims: None,
        decision,
        author: "ann".into(),
        at: Micros(i64::from(number)),
        why: "two reporters in one room".into(),
    };
    let shorter = CRATES.split_inclusive(". ").take(3).collect::<String>();
    let copies = [
        told(1, "Asher Courier", "2030-02-16", CRATES),
        told(2, "Valley Record", "2030-02-16", CRATES),
        told(3, "Harbour Herald", "2030-02-16", &shorter),
    ];
    let apart = |found: &Roots, one: u8, other: u8| {
        let of = |number: u8| {
            let holds = |sha: Sha256| sha == Sha256([number; 32]);
            found.documents.iter().position(|root| root.documents.iter().any(|document| holds(document.sha256)))
        };
        of(one) != of(other)
    };
    assert_eq!(sizes(&roots(&copies, &[])), [3]);
    for (one, other) in [(1, 2), (1, 3), (2, 3)] {
        let found = roots(&copies, &[link(1, (one, other), Decision::Cut)]);
        assert_eq!(sizes(&found), [2, 1]);
        assert!(apart(&found, one, other));
        let why = "cut by ann: two reporters in one room";
        let through = "which would hang together by it: two reporters in one room";
        let told = |edge: &super::Edge| edge.why.ends_with(why) || edge.why.ends_with(through);
        assert!(found.loose.iter().any(told), "{:?}", found.loose);
    }
    // What people joined gives way last, and of that the oldest.
    let decided = [link(1, (1, 3), Decision::Joined), link(2, (2, 3), Decision::Cut)];
    let found = roots(&copies, &decided);
    assert!(apart(&found, 2, 3) && apart(&found, 1, 2) && !apart(&found, 1, 3));
    let decided = [&decided[..], &[link(3, (1, 2), Decision::Joined)]].concat();
    let found = roots(&copies, &decided);
    assert!(apart(&found, 2, 3) && !apart(&found, 1, 2) && apart(&found, 1, 3));
}

#[test]
fn outlets_that_cite_each_other_in_a_circle_end() {
    let first = told(1, "Asher Courier", "2030-02-16", "Crates left the depot by wagon, the Valley Record reported.");
    let second =
        told(2, "Valley Record", "2030-02-16", "Crates left the depot by wagon, according to the Asher Courier.");
    assert_eq!(sizes(&roots(&[first, second], &[])), [2]);
}

#[test]
fn a_translation_is_an_echo_of_its_original() {
    let original =
        told(1, "Hafenbote", "2030-02-16", "Elf Waggons mit Kisten verließen am Freitag das Depot im Norden.");
    let mut translation = told(2, "", "2030-02-18", "Eleven wagons of crates left the northern depot on Friday.");
    translation.document.translation =
        Some(Translation { of: original.document.sha256, by: Some("Ann Vale".to_owned()) });
    let found = roots(&[original.clone(), translation.clone()], &[]);
    assert_eq!(sizes(&found), [2]);
    assert_eq!(found.documents[0].edges[0].why, "a translation of 1.txt by Ann Vale");
    // Where the original is not there, nothing is said of it.
    let found = roots(std::slice::from_ref(&translation), &[]);
    assert_eq!((sizes(&found), found.documents[0].edges.len()), (vec![1], 0));
    // A person may say that it is none.
    let cut = Link {
        claims: None,
        id: LinkId([1; 16]),
        one: original.document.sha256,
        other: translation.document.sha256,
        decision: Decision::Cut,
        author: "ann".into(),
        at: Micros(1),
        why: "it tells other things".into(),
    };
    assert_eq!(sizes(&roots(&[original, translation], &[cut])), [1, 1]);
}
