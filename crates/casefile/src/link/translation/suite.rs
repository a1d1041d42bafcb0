//! Originals and their translations, by example and by property.

use proptest::prelude::*;

use super::*;

/// The groups as `words of the translation = words of the original`, `?` where it is not sure.
fn shown(original: &str, translation: &str) -> Vec<String> {
    let alignment = align(original, translation);
    let of = |text: &str, spans: &[Span], range: &Range<usize>| {
        let all: Vec<&str> = spans[range.clone()].iter().map(|span| span.of(text)).collect();
        all.join(" ")
    };
    let line = |group: &Group| {
        let (one, other) = (
            of(translation, &alignment.translation, &group.translation),
            of(original, &alignment.original, &group.original),
        );
        format!("{one} {} {other}", if group.sure { "=" } else { "?" })
    };
    alignment.groups.iter().map(line).collect()
}

const GERMAN: &str = "Der Hafen von Vessia bleibt bis zum 20. März geschlossen. Das sagte Ministerin Jana Orlo am Montag. Elf Waggons \
    mit Kisten hätten das Depot verlassen. Niemand wisse, was darin sei, und die Armee wolle sich nicht dazu äußern.";
const ENGLISH: &str = "The port of Vessia stays shut until 20 March. That is what Minister Jana Orlo said on Monday. Eleven wagons with \
    crates had left the depot. Nobody knew what was in them, and the army did not want to comment on it.";

#[test]
fn sentences_of_one_length_in_one_order_stand_for_each_other() {
    let found = align(GERMAN, ENGLISH);
    assert_eq!(found.groups.len(), 4, "{found:?}");
    assert!(found.groups.iter().all(|group| group.sure), "{found:?}");
    let at = ENGLISH.find("crates").unwrap();
    let spans = found.originals(&[Span::new(at, at + 6)]);
    assert_eq!(words(GERMAN, &spans), "Elf Waggons mit Kisten hätten das Depot verlassen.");
}

#[test]
fn two_sentences_that_became_one_stand_for_it_together() {
    let original = "Der Hafen bleibt geschlossen. Das sagte die Ministerin am Montag vor Reportern. Elf Waggons mit Kisten \
        hätten das Depot an der Grenze verlassen, sagte sie.";
    let translation = "The port stays shut, as the minister said on Monday in front of reporters. Eleven wagons with crates had \
        left the depot at the border, she said.";
    assert_eq!(
        shown(original, translation),
        [
            "The port stays shut, as the minister said on Monday in front of reporters. = Der Hafen bleibt geschlossen. Das \
             sagte die Ministerin am Montag vor Reportern.",
            "Eleven wagons with crates had left the depot at the border, she said. = Elf Waggons mit Kisten hätten das Depot \
             an der Grenze verlassen, sagte sie.",
        ]
    );
}

#[test]
fn what_was_left_out_makes_its_neighbours_unsure_and_nobody_else() {
    // All are of one length; the fourth was left out.
    let original = "В понедельник Орло назвал число 41. Во вторник Ведин назвал число 52. В четверг Марек назвал число 63. В пятницу \
        Ковач назвал число 70. В субботу Талер назвал число 85. Вчера Вейланд назвал число 96.";
    let translation = "On Monday Orlo gave the number of 41. On Tuesday Vedin gave the number of 52. On Thursday Marek gave the \
        number of 63. On Saturday Taler gave the number of 85. Yesterday Veiland gave the number of 96.";
    let found = shown(original, translation);
    for (translation, original) in [
        ("On Monday Orlo gave the number of 41.", "В понедельник Орло назвал число 41."),
        ("On Tuesday Vedin gave the number of 52.", "Во вторник Ведин назвал число 52."),
        ("Yesterday Veiland gave the number of 96.", "Вчера Вейланд назвал число 96."),
    ] {
        assert!(found.contains(&format!("{translation} = {original}")), "{found:?}");
    }
    let sure: Vec<&String> = found.iter().filter(|line| line.contains(" = ")).collect();
    assert!(!sure.iter().any(|line| line.contains("85") && line.contains("63")), "{found:?}");
}

#[test]
fn scripts_without_spaces_and_capitals_are_aligned_by_length_and_numbers() {
    let original = "港口将关闭到3月20日。部长星期一表示，11节车厢已经离开仓库。没有人知道里面装的是什么。";
    let translation = "The port will be shut until 20 March. The minister said on Monday that 11 wagons had left the depot. Nobody knows \
        what was in them.";
    let found = shown(original, translation);
    assert!(found.iter().any(|line| line.ends_with("= 部长星期一表示，11节车厢已经离开仓库。")), "{found:?}");
}

#[test]
fn what_is_no_translation_is_not_aligned() {
    let other = "Die Ernte war gut. Im Jahr 1987 fielen 311 Millimeter Regen, 2004 waren es 512, und 2019 nur 98, wie der Bauer Emil \
        Hartwig aus dem Tal von Asher in einem langen Brief an die Zeitung schrieb, der nie gedruckt wurde.";
    let report = "Crates left. The 14 wagons passed at 23 minutes past the hour on 7 May, and 65 men saw them go by the old mill.";
    assert!(align(other, report).groups.iter().all(|group| !group.sure), "{:?}", align(other, report));
    for (one, two) in [("", "A word."), ("Ein Wort.", ""), ("...", "!!!")] {
        assert_eq!(align(one, two).groups, []);
    }
    let long = "Ein Satz. ".repeat(SENTENCES + 1);
    assert_eq!(align(&long, "A sentence.").groups, []);
}

#[test]
fn a_claim_in_a_sentence_that_is_not_sure_has_no_original() {
    let alignment = Alignment {
        original: vec![Span::new(0, 5)],
        translation: vec![Span::new(0, 4), Span::new(5, 9)],
        groups: vec![
            Group { original: 0..1, translation: 0..1, share: 0.99, sure: true },
            Group { original: 1..1, translation: 1..2, share: 0.5, sure: false },
        ],
    };
    assert_eq!(alignment.originals(&[Span::new(1, 3)]), [Span::new(0, 5)]);
    assert_eq!(alignment.originals(&[Span::new(1, 3), Span::new(6, 7)]), []);
    assert_eq!(alignment.originals(&[]), []);
}

/// A text of sentences, each a letter, so many words and, in some, a number.
fn text(sentences: &[(usize, u16)]) -> String {
    let one = |(words, number): &(usize, u16)| {
        let number = if number % 3 == 0 { format!(" {number}") } else { String::new() };
        format!("Am{} tag{number}.", " gut".repeat(*words))
    };
    sentences.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn any_text() -> impl Strategy<Value = Vec<(usize, u16)>> {
    proptest::collection::vec((0..30_usize, 0..1000_u16), 1..25)
}

proptest! {
    #[test]
    fn every_sentence_of_both_is_in_one_group_and_all_are_in_order(one in any_text(), other in any_text()) {
        let found = align(&text(&one), &text(&other));
        if !found.groups.is_empty() {
            let mut at = (0, 0);
            for group in &found.groups {
                prop_assert_eq!((group.original.start, group.translation.start), at);
                at = (group.original.end, group.translation.end);
                prop_assert!((0.0..=1.0).contains(&group.share));
                prop_assert!(!group.sure || !group.original.is_empty() && !group.translation.is_empty());
            }
            prop_assert_eq!(at, (found.original.len(), found.translation.len()));
        }
    }

    #[test]
    fn a_text_is_aligned_with_itself_sentence_by_sentence(all in any_text()) {
        let text = text(&all);
        let found = align(&text, &text);
        prop_assert!(found.groups.iter().all(|group| group.original == group.translation), "{:?}", found);
    }

    #[test]
    fn turning_the_texts_round_turns_the_groups_round(one in any_text(), other in any_text()) {
        let (one, other) = (text(&one), text(&other));
        let (there, back) = (align(&one, &other), align(&other, &one));
        // Where two chains cost the same either may be found.
        if there.groups.iter().all(|group| group.share > 0.6) && !back.groups.is_empty() {
            for (there, back) in there.groups.iter().zip(&back.groups) {
                prop_assert_eq!((&there.original, &there.translation), (&back.translation, &back.original));
            }
        }
    }

    #[test]
    fn whatever_stands_there_nothing_breaks(one in "\\PC{0,200}", other in "\\PC{0,200}") {
        let found = align(&one, &other);
        for (text, spans) in [(&one, &found.original), (&other, &found.translation)] {
            prop_assert!(spans.iter().all(|span| !span.of(text).is_empty()));
        }
    }
}
