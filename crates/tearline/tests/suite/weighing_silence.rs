//! When an indicator is silent and when it is not: on which days, in whose eyes, and without what shows it.

use serde_json::Value;

use crate::desk::Desk;
use crate::weighing::{SIGNED, add, claim, desk, probabilities, weighed};

const STATED: [&str; 3] = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
/// After everything else that a test enters: two days later and more.
const LATER: u64 = 200_000;

fn indicator(desk: &mut Desk, text: &str, words: &str, window: &[&str]) {
    desk.works(&[&["indicator", "add", text, "--words", words][..], window, &STATED].concat());
}

/// How the indicators stand in a judgement, in the order they were stated.
fn standing(weighed: &Value) -> Vec<&str> {
    weighed["indicators"].as_array().unwrap().iter().map(|one| one["standing"].as_str().unwrap()).collect()
}

/// What `why arms` says, long after everything was entered.
fn why(desk: &mut Desk, more: &[&str]) -> Value {
    let said = desk.case_step(9_000_002, &[&["why", "arms", "--format", "json"][..], more].concat());
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}", said.err))
}

#[test]
fn an_indicator_from_a_year_or_a_month_on_is_looked_for_from_its_first_day() {
    for from in ["2030", "2030-01", "2030-01-10"] {
        let mut desk = desk();
        indicator(&mut desk, "an order", "order signed", &["--from", from, "--until", "2030-12-31"]);
        let found = desk.listed(&["indicator", "matches"]);
        assert_eq!(found.len(), 1, "of 2030-01-10, from {from}: {found:?}");
        let id = found[0]["claim"].as_str().unwrap()[..8].to_owned();
        desk.works(&["indicator", "accept", "an order", &id, "--root", "two officials"]);
    }
    let mut desk = desk();
    indicator(&mut desk, "an order", "order signed", &["--from", "2030-02", "--until", "2030"]);
    assert!(desk.listed(&["indicator", "matches"]).is_empty(), "before its window");
}

#[test]
fn a_window_that_ends_on_a_day_is_open_until_that_day_is_over_however_the_day_is_named() {
    let mut desk = desk();
    indicator(&mut desk, "ships leave", "ships left", &["--until", "2030-02-18"]);
    let open = probabilities(&mut desk, &["--as-of", "2030-02-18T13:00Z"]);
    for end in [["--as-of", "2030-02-18"], ["--as-of", "2030-02-18T23:59:59Z"], ["--at", "2030-02-18"]] {
        assert_eq!(probabilities(&mut desk, &end), open, "{end:?}");
    }
    for after in [["--as-of", "2030-02-19"], ["--as-of", "2030-02-19T00:00Z"], ["--at", "2030-02-19"]] {
        assert!(probabilities(&mut desk, &after)[0] < open[0], "{after:?}");
    }
    let came = |desk: &mut Desk, from: &str, to: &str| {
        let said = why(desk, &["--entered", "--from", from, "--to", to]);
        said["movers"].as_array().unwrap().len()
    };
    assert_eq!(came(&mut desk, "2030-02-18", "2030-02-19"), 1, "it falls silent when the day is over");
    assert_eq!(why(&mut desk, &["--entered", "--to", "2030-02-18"])["movers"].as_array().unwrap().len(), 0);
}

#[test]
fn what_a_claim_showed_within_the_window_is_not_silent_before_the_later_day_of_its_root() {
    let mut desk = desk();
    desk.write("later.txt", "A general said that the order had been signed before him.");
    desk.works(&["collect", "@later.txt", "--date", "2030-02-05"]);
    indicator(&mut desk, "an order", "order signed", &["--from", "2030-01-01", "--until", "2030-01-20"]);
    let before = probabilities(&mut desk, &["--at", "2030-01-05"]);
    add(&mut desk, "the order", "signed before him", SIGNED, &["--grade", "B"]);
    let officials = desk.listed(&["indicator", "matches"])[0]["claim"].as_str().unwrap()[..8].to_owned();
    desk.works(&["indicator", "accept", "an order", &officials, "--root", "the order"]);
    // The root is of February, and the officials said it on 10 January.
    let between = weighed(&mut desk, &["--at", "2030-01-25"]);
    assert_eq!(standing(&between), ["seen"]);
    assert_eq!(
        probabilities(&mut desk, &["--at", "2030-01-25"]),
        before,
        "nothing counts yet, its silence least of all"
    );
    assert_eq!(probabilities(&mut desk, &["--at", "2030-02-06"]), probabilities(&mut desk, &[]));
    let moved = why(&mut desk, &["--from", "2030-01-15", "--to", "2030-01-25"]);
    assert_eq!(moved["movers"].as_array().unwrap().len(), 0, "{moved}");
    let said = desk.case_step(LATER, &["resolve", "arms", "--on", "2030-01-28", "--how", "it was seen"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let score: Value = serde_json::from_str(&desk.case_step(LATER + 1, &["score", "--format", "json"]).out).unwrap();
    assert!((score["cases"][0]["probability"].as_f64().unwrap() - before[0]).abs() < 1e-12, "{score}");
    assert!(score["indicators"].as_array().unwrap().is_empty(), "it did not point away by silence: {score}");
}

#[test]
fn without_what_alone_shows_an_indicator_the_judgement_is_the_one_that_taking_it_back_gives() {
    let mut desk = desk();
    indicator(&mut desk, "an order", "order signed", &["--from", "2030-01-01", "--until", "2030-02-01"]);
    let signed = claim(&mut desk, "order had been signed");
    desk.works(&["indicator", "accept", "an order", &signed, "--root", "two officials", "--grade", "B"]);
    add(&mut desk, "a clerk", "a decision", [".5", ".4", ".3"], &["--grade", "B"]);
    let said = desk.works(&["weigh", "--without", "two officials", "--format", "json"]);
    let supposed: Value = serde_json::from_str(&said).unwrap();
    let hangs = why(&mut desk, &[]);
    let hangs = hangs["without"].as_array().unwrap().iter().find(|one| one["what"] == "two officials").unwrap().clone();
    let text = desk.works(&["weigh", "--without", "two officials"]);
    let words = "nothing else shows the indicator \"an order\", whose window is over: its silence is counted";
    assert!(text.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{text}");
    let text = desk.works(&["why", "arms"]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(&format!("without two officials: {words}")), "{text}");
    assert_eq!(hangs["falls_silent"][0], "an order");
    desk.works(&["evidence", "withdraw", "--root", "two officials", "--why", "a forgery"]);
    let back = probabilities(&mut desk, &[]);
    let then: Vec<f64> = supposed.as_array().unwrap().iter().map(|one| one["then"].as_f64().unwrap()).collect();
    assert_eq!(then, back);
    assert_eq!(hangs["without"].as_f64().unwrap(), back[0]);
}

#[test]
fn what_another_root_shows_as_well_does_not_fall_silent_without_the_first() {
    let mut desk = desk();
    desk.write("again.txt", "A witness said that the order was signed.");
    desk.works(&["collect", "@again.txt", "--date", "2030-01-12"]);
    indicator(&mut desk, "an order", "order signed", &["--from", "2030-01-01", "--until", "2030-02-01"]);
    for (words, root) in [("order had been signed", "two officials"), ("order was signed", "a witness")] {
        let id = claim(&mut desk, words);
        desk.works(&["indicator", "accept", "an order", &id, "--root", root, "--grade", "B"]);
    }
    let said = desk.works(&["weigh", "--without", "two officials", "--format", "json"]);
    let supposed: Value = serde_json::from_str(&said).unwrap();
    assert!(supposed[0].get("falls_silent").is_none(), "{supposed}");
    desk.works(&["evidence", "withdraw", "--root", "two officials", "--why", "a forgery"]);
    assert_eq!(supposed[0]["then"].as_f64().unwrap(), probabilities(&mut desk, &[])[0]);
}

#[test]
fn a_draft_that_states_the_judgement_is_told_of_when_what_was_taken_back_counts_again() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    desk.works(&["disclose", "new", "Warn", "--audience", "public", "--channel", "press"]);
    let id = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "line", &id, "It is unlikely that A arms B before 2031.", "--judgement", "arms"]);
    let signed = claim(&mut desk, "order had been signed");
    let line = "  It is unlikely that A arms B before 2031.";
    for (taken, back) in [
        (["evidence", "withdraw", "--root", "two officials"], ["evidence", "restore", "--root", "two officials"]),
        (["claim", "reject", &signed, "--why"], ["claim", "accept", &signed, "--why"]),
    ] {
        for args in [taken, back] {
            let why: &[&str] = if args[3] == "--why" { &["looked at again"] } else { &["--why", "looked at again"] };
            let said = desk.works(&[&args[..], why].concat());
            assert!(
                said.contains(&format!("rests on it: {id} (a draft), Warn")) && said.contains(line),
                "{args:?}: {said}"
            );
        }
    }
    let said = desk.works(&["claim", "accept", &signed]);
    assert!(!said.contains("rests on it"), "nothing changed: {said}");
}
