//! What holds of every ladder.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;
use record::cover::{Grain, Slot};
use record::span::Span;

use super::*;

fn detail(slot: Slot, rungs: Vec<Rung>) -> Detail {
    Detail { slot, text: String::new(), span: None, rungs }
}

/// Days over several years, so that every week, month and season of them is there with its borders.
fn days() -> impl Iterator<Item = Date> {
    let first = Date::new(2027, 11, 1).unwrap();
    (0..1500).map(move |day| first.checked_add(day.days()).unwrap())
}

#[test]
fn each_rung_is_entailed_by_the_one_above_it() {
    // Whatever two things have a rung in common, they have all below it in common: the upper one says all of the lower.
    let mut below: HashMap<String, Vec<String>> = HashMap::new();
    let mut look = |rungs: Vec<Rung>| {
        for (at, rung) in rungs.iter().enumerate().skip(1) {
            let rest: Vec<String> = rungs[at + 1..].iter().map(|rung| rung.key.clone()).collect();
            let known = below.entry(rung.key.clone()).or_insert_with(|| rest.clone());
            assert_eq!(*known, rest, "{}", rung.key);
        }
        assert!(rungs.windows(2).all(|pair| pair[0].bits > pair[1].bits && pair[0].grain < pair[1].grain), "{rungs:?}");
    };
    days().for_each(|day| look(of_time(&day.to_string(), "")));
    (0..5000).for_each(|number| look(of_number(number, "n")));
    for (name, code) in [("Munich", "DEU"), ("Altmark", "DEU"), ("Oslo", "NOR"), ("Germany", "DEU"), ("Nowhere", "XXX")]
    {
        look(of_place(name, Some(code)));
    }
}

#[test]
fn what_a_day_entails_holds_every_span_around_it_and_no_other() {
    for day in days() {
        let of = detail(Slot::When, of_time(&day.to_string(), ""));
        let keys: Vec<&str> = of.entails().map(|(key, _)| key).collect();
        let month = format!("when:m:{}-{:02}", day.year(), day.month());
        let year = format!("when:y:{}", day.year());
        assert!(keys.contains(&month.as_str()) && keys.contains(&year.as_str()), "{day}: {keys:?}");
        let of_kind = |kind: &str| keys.iter().filter(|key| key.starts_with(kind)).count();
        for kind in ["when:d:", "when:w:", "when:m:", "when:q:", "when:s:", "when:y:"] {
            assert_eq!(of_kind(kind), 1, "{day}: {keys:?}");
        }
    }
}

#[test]
fn a_key_is_known_from_the_grain_on_that_gives_it() {
    // Whoever knows of a February day no more than the winter does not know its year.
    let of = detail(Slot::When, of_time("2030-02-12", ""));
    let grain = |wanted: &str| of.entails().find(|(key, _)| *key == wanted).map(|(_, grain)| grain);
    assert_eq!(grain("when:y:2030"), Some(Grain::Month));
    assert_eq!(grain("when:s:2029-12"), Some(Grain::Season));
    assert_eq!(grain("when:w:2030-02-11"), Some(Grain::Week));
}

#[test]
fn a_sentence_is_put_in_coarser_words_and_stays_one() {
    let text = "In Munich on 14 May 2030 eleven wagons were loaded.";
    let place = |from: &str| text.find(from).map(|at| Span::new(at, at + from.len()));
    let with = |span, slot, mut rungs: Vec<Rung>| {
        rungs.push(Rung::nothing());
        Detail { span, ..detail(slot, rungs) }
    };
    let details = [
        with(
            place("In Munich"),
            Slot::Where,
            vec![
                Rung::new(Grain::Exact, "a".into(), "in Munich".into(), 2.0),
                Rung::new(Grain::Country, "b".into(), "in Germany".into(), 1.0),
            ],
        ),
        with(place("on 14 May 2030"), Slot::When, of_time("2030-05-14", "")),
        with(place("eleven"), Slot::Count, of_number(11, "eleven")),
    ];
    let say = |chosen: [usize; 3]| reworded(text, &details, &chosen).unwrap();
    assert_eq!(say([0, 0, 0]), text);
    assert_eq!(say([1, 2, 1]), "In Germany in May 2030 between 10 and 19 wagons were loaded.");
    assert_eq!(say([2, 5, 3]), "Several wagons were loaded.");
    assert_eq!(say([1, 5, 4]), "In Germany wagons were loaded.");
    let nowhere = [Detail { span: None, ..details[0].clone() }];
    assert_eq!(reworded(text, &nowhere, &[1]), None, "what has no place of its own is for a person to write");
}
