//! What is found out later: corrections reach the weight, what was false counts once, and hindsight earns nothing.

use serde_json::Value;

use crate::desk::Desk;
use crate::weighing::{SIGNED, add, claim, desk, probabilities, weighed};

/// After everything else that a test enters: two days later and more.
const LATER: u64 = 200_000;

/// What must work at a step of its own.
#[track_caller]
fn later(desk: &mut Desk, step: u64, args: &[&str]) -> String {
    let said = desk.case_step(LATER + step, args);
    assert_eq!(said.code, 0, "{args:?}: {}", said.err);
    said.out
}

fn score(desk: &mut Desk, step: u64) -> Value {
    serde_json::from_str(&later(desk, step, &["score", "--format", "json"])).unwrap()
}

/// A second report, in which the same two officials are less sure.
fn hedged(desk: &mut Desk) -> String {
    desk.write("hedged.txt", "Two officials said that the deal might have been signed.");
    desk.works(&["collect", "@hedged.txt", "--date", "2030-01-11"]);
    claim(desk, "deal might have been signed")
}

#[test]
fn when_the_firm_words_fall_the_echo_weighs_by_its_own() {
    let mut alone = desk();
    hedged(&mut alone);
    add(&mut alone, "two officials", "deal might have been signed", SIGNED, &["--grade", "B"]);
    let as_hedged = probabilities(&mut alone, &[]);

    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let firm = probabilities(&mut desk, &[]);
    let echo = hedged(&mut desk);
    desk.works(&["evidence", "add", "--root", "two officials", "--claim", &echo]);
    assert_eq!(probabilities(&mut desk, &[]), firm);
    let first = claim(&mut desk, "order had been signed");
    desk.works(&["claim", "reject", &first, "--why", "misread"]);
    assert_eq!(probabilities(&mut desk, &[]), as_hedged);
    desk.works(&["claim", "accept", &first, "--why", "rightly read after all"]);
    assert_eq!(probabilities(&mut desk, &[]), firm);
}

#[test]
fn a_claim_that_is_found_to_decline_is_no_evidence_any_more() {
    let mut desk = desk();
    let before = probabilities(&mut desk, &[]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let first = claim(&mut desk, "order had been signed");
    desk.works(&["claim", "edit", &first, "--stance", "declines", "--why", "they would not say"]);
    assert_eq!(probabilities(&mut desk, &[]), before);
    let said = desk.works(&["weigh"]);
    assert!(said.contains("set aside: \"two officials\": all that it rests on only declines to speak"), "{said}");
}

#[test]
fn a_packet_that_states_the_judgement_is_told_of_when_that_is_taken_back() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    desk.works(&["disclose", "new", "Warn", "--audience", "public", "--channel", "press"]);
    let id = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "line", &id, "It is unlikely that A arms B before 2031.", "--judgement", "arms"]);
    let said = desk.works(&["evidence", "withdraw", "--root", "two officials", "--why", "a forgery"]);
    assert!(said.contains(&format!("rests on it: {id} (a draft), Warn")), "{said}");
    assert!(said.contains("  It is unlikely that A arms B before 2031."), "{said}");
    assert!(said.contains("TLP:CLEAR"), "what is said of the judgement is marked: {said}");
}

#[test]
fn three_versions_of_one_false_story_are_false_once() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--also", "A clerk", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "B", "--why", "known"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    let supposed = |desk: &mut Desk| {
        let said = desk.works(&["weigh", "--false", "Herald", "--format", "json"]);
        let rows: Value = serde_json::from_str(&said).unwrap();
        rows[0]["then"].as_f64().unwrap()
    };
    let once = supposed(&mut desk);
    // What they say of the order must be as sure as the officials do, or it would be another story.
    add(&mut desk, "a clerk", "a decision", SIGNED, &["--certainty", "1"]);
    desk.works(&["evidence", "group", "two officials", "a clerk", "--as", "same", "--why", "one briefing"]);
    let twice = supposed(&mut desk);
    assert!((twice - once).abs() < 1e-6, "{once} {twice}");
}

#[test]
fn where_the_day_of_the_outcome_is_not_known_what_came_in_that_month_came_too_late() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "B", "--why", "known"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--date", "2030-01-28"]);
    later(&mut desk, 1, &["resolve", "arms", "--on", "2030-01", "--how", "seen on the second"]);
    let score = score(&mut desk, 2);
    assert_eq!(score["sources"].as_array().unwrap().len(), 0, "{score}");
    assert!((score["cases"][0]["probability"].as_f64().unwrap() - 0.2).abs() < 1e-9, "{score}");
}

#[test]
fn a_resolution_that_is_undone_and_entered_again_knows_no_more_than_the_first_time() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "B", "--why", "known"]);
    let signed = claim(&mut desk, "order had been signed");
    let resolve = ["resolve", "arms", "--on", "2030-02-10", "--how", "it was seen"];
    later(&mut desk, 1, &resolve);
    let bands = ["--likelihood=arms=.7", "--likelihood=talks=.3", "--likelihood=other=.1", "--date", "2030-01-10"];
    later(&mut desk, 2, &[&["evidence", "add", "--root", "two officials", "--claim", &signed][..], &bands].concat());
    later(&mut desk, 3, &["resolve", "--undo", "--why", "the day was wrong"]);
    later(&mut desk, 4, &resolve);
    let score = score(&mut desk, 5);
    assert!((score["cases"][0]["probability"].as_f64().unwrap() - 0.2).abs() < 1e-9, "{score}");
    assert_eq!(score["sources"].as_array().unwrap().len(), 0, "{score}");
}

#[test]
fn a_thing_that_three_have_seen_was_one_thing_however_they_are_graded() {
    for grade in ["F", "B"] {
        let mut desk = desk();
        let stated = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
        let window = ["--from", "2030-01-01", "--until", "2030-02-01", "--words", "order signed"];
        desk.works(&[&["indicator", "add", "an order"][..], &window, &stated].concat());
        for number in 1..=3 {
            let name = format!("sighting-{number}.txt");
            desk.write(&name, format!("Witness Number {number} said that an order was signed in room {number}."));
            desk.works(&["collect", &format!("@{name}"), "--date", "2030-01-12"]);
            let seen = claim(&mut desk, &format!("in room {number}"));
            let root = format!("witness {number}");
            desk.works(&["indicator", "accept", "an order", &seen, "--root", &root, "--grade", grade]);
        }
        later(&mut desk, 1, &["resolve", "arms", "--on", "2030-02-19", "--how", "seen"]);
        let right = score(&mut desk, 2)["indicators"][0]["right"].as_f64().unwrap();
        assert!((right - 1.0).abs() < 1e-9, "{grade}: {right}");
    }
}

#[test]
fn the_history_trusts_a_source_as_it_was_trusted_on_the_day_and_the_trust_is_marked_as_what_taught_it() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "C", "--why", "new"]);
    desk.write("red.txt", "An agent said that the ships had left.");
    desk.works(&["collect", "@red.txt", "--date", "2030-01-10", "--marking", "TLP:RED"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    add(&mut desk, "an agent", "ships had left", SIGNED, &["--grade", "B"]);
    desk.works(&["evidence", "group", "two officials", "an agent", "--as", "same", "--why", "one briefing"]);
    later(&mut desk, 1, &["resolve", "talks", "--on", "2030-02-15", "--how", "nothing was sent"]);

    desk.works(&["case", "new", "Will A arm D?", "--marking", "TLP:CLEAR"]);
    let cases = desk.listed(&["case", "list"]);
    desk.place = format!("@c.tearline#{}", &cases[1]["id"].as_str().unwrap()[..8]);
    desk.works(&["collect", "@report.txt", "--date", "2030-02-01"]);
    desk.works(&["hypothesis", "add", "arms", "A arms D", "--prior", ".2"]);
    desk.works(&["hypothesis", "add", "talks", "A talks to D", "--prior", ".5"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    add(&mut desk, "a clerk", "a decision", [".5", ".5", ".5"], &["--grade", "A", "--date", "2030-02-17"]);

    // What was learnt on the fifteenth is not known on the first.
    let shown = |desk: &mut Desk, args: &[&str]| -> Value { serde_json::from_str(&later(desk, 3, args)).unwrap() };
    let history = shown(&mut desk, &["weigh", "--history", "--format", "json"]);
    let first = history[0]["probabilities"]["arms"].as_f64().unwrap();
    let then = shown(&mut desk, &["weigh", "--at", "2030-02-01", "--format", "json"]);
    let now = shown(&mut desk, &["weigh", "--format", "json"]);
    let p = |shown: &Value| shown["judgement"]["readouts"][0]["probability"].as_f64().unwrap();
    assert!((first - p(&then)).abs() < 1e-9 && (first - p(&now)).abs() > 1e-3, "{first} {} {}", p(&then), p(&now));
    // Half of that record is there because of the agent, whom not everybody may know of.
    assert!(later(&mut desk, 4, &["weigh"]).starts_with("TLP:RED\n"));
    assert!(later(&mut desk, 5, &["--view-as", "public", "weigh"]).starts_with("TLP:CLEAR\n"));
}

#[test]
fn a_forecast_leaves_other_something() {
    let mut desk = desk();
    let said = desk.case(&["forecast", "add", "arms=.7", "talks=.3"]);
    assert!(said.err.starts_with("error: the probabilities of the forecast sum to 1: "), "{}", said.err);
    desk.works(&["hypothesis", "add", "bluff", "A bluffs", "--prior", ".1"]);
    let said = desk.case(&["forecast", "add", "arms=.7", "talks=.2", "bluff=.1"]);
    assert_eq!(said.code, 1, "what is left of 1 by rounding is nothing: {}", said.out);
}

#[test]
fn what_is_shown_of_a_claim_or_a_judgement_carries_its_marking() {
    let mut desk = desk();
    desk.write("red.txt", "An agent said that the ships had left.");
    desk.works(&["collect", "@red.txt", "--date", "2030-01-15", "--marking", "TLP:RED"]);
    let stated = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
    let window = ["--from", "2030-01-01", "--until", "2030-02-01", "--words", "ships left"];
    desk.works(&[&["indicator", "add", "ships leave"][..], &window, &stated].concat());
    assert!(desk.works(&["indicator", "matches"]).starts_with("TLP:RED\n"));
    assert_eq!(desk.listed(&["indicator", "matches"])[0]["marking"], "TLP:RED");
    add(&mut desk, "an agent", "ships had left", SIGNED, &["--grade", "B"]);
    desk.write("draft.txt", "It is almost certain that A arms B before 2031.");
    let said = desk.case(&["lint", "--judged", "@draft.txt"]).out;
    assert!(said.starts_with("TLP:RED\n") && said.contains('%'), "{said}");
}

#[test]
fn a_hedge_that_the_reader_missed_tempers_like_one_that_it_found() {
    let mut desk = desk();
    let signed = claim(&mut desk, "order had been signed");
    desk.works(&["claim", "edit", &signed, "--certainty", ".5-.7", "--why", "he said he thought so"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let early = probabilities(&mut desk, &[]);
    assert!(desk.works(&["claims"]).contains(".50-.70"));

    let mut desk = self::desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let flat = probabilities(&mut desk, &[]);
    let signed = claim(&mut desk, "order had been signed");
    desk.works(&["claim", "edit", &signed, "--certainty", ".5-.7", "--why", "he said he thought so"]);
    assert_eq!(probabilities(&mut desk, &[]), early, "whether it was corrected before or after");
    assert_ne!(early, flat);
}

#[test]
fn a_first_claim_that_declines_lends_its_certainty_to_nobody() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let (first, echo) = (claim(&mut desk, "order had been signed"), hedged(&mut desk));
    desk.works(&["evidence", "add", "--root", "two officials", "--claim", &echo]);
    desk.works(&["claim", "edit", &first, "--stance", "declines", "--why", "they would not say"]);
    let declined = probabilities(&mut desk, &[]);
    desk.works(&["claim", "reject", &first, "--why", "they would not say"]);
    assert_eq!(probabilities(&mut desk, &[]), declined);
}

#[test]
fn an_echo_that_comes_after_the_outcome_is_not_dated_by_the_words_that_fell() {
    let mut desk = desk();
    desk.works(&["source", "add", "Diplomat", "--also", "A diplomat", "--marking", "TLP:CLEAR"]);
    add(&mut desk, "the order", "order had been signed", SIGNED, &["--grade", "B"]);
    let first = claim(&mut desk, "order had been signed");
    desk.write("late.txt", "A diplomat said that the order had been signed in spring.");
    desk.works(&["collect", "@late.txt", "--date", "2030-02-17"]);
    let late = claim(&mut desk, "signed in spring");
    desk.works(&["evidence", "add", "--root", "the order", "--claim", &late]);
    desk.works(&["claim", "reject", &first, "--why", "misread"]);
    later(&mut desk, 1, &["resolve", "arms", "--on", "2030-02-01", "--how", "it was seen"]);
    let score = score(&mut desk, 2);
    assert!((score["cases"][0]["probability"].as_f64().unwrap() - 0.2).abs() < 1e-9, "{score}");
    assert_eq!(score["sources"].as_array().unwrap().len(), 0, "{score}");
}

#[test]
fn an_outcome_that_is_entered_again_for_an_earlier_or_a_later_day_was_known_when_it_was_first_entered() {
    for (first, again) in [("2030-02-10", "2030-02-09"), ("2030-02-10", "2030-02-11"), ("2030-02-10", "2030-02")] {
        let mut desk = desk();
        let signed = claim(&mut desk, "order had been signed");
        later(&mut desk, 1, &["resolve", "arms", "--on", first, "--how", "it was seen"]);
        let bands = ["--likelihood=arms=.7", "--likelihood=talks=.3", "--likelihood=other=.1", "--date", "2030-01-10"];
        let root = ["evidence", "add", "--root", "two officials", "--grade", "B", "--claim", &signed];
        later(&mut desk, 2, &[&root[..], &bands].concat());
        later(&mut desk, 3, &["resolve", "--undo", "--why", "the day was wrong"]);
        later(&mut desk, 4, &["resolve", "arms", "--on", again, "--how", "it was seen"]);
        let score = score(&mut desk, 5);
        assert!((score["cases"][0]["probability"].as_f64().unwrap() - 0.2).abs() < 1e-9, "{again}: {score}");
    }
}

#[test]
fn what_was_found_not_to_show_an_indicator_after_all_does_not_count_for_it() {
    let mut desk = desk();
    let stated = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
    let window = ["--from", "2030-01-01", "--until", "2030-02-01", "--words", "order signed"];
    desk.works(&[&["indicator", "add", "an order"][..], &window, &stated].concat());
    let signed = claim(&mut desk, "order had been signed");
    desk.works(&["indicator", "reject", "an order", &signed, "--why", "another order"]);
    let silent = probabilities(&mut desk, &[]);
    desk.works(&["indicator", "accept", "an order", &signed, "--root", "seen", "--grade", "B"]);
    assert_ne!(probabilities(&mut desk, &[]), silent);
    desk.works(&["indicator", "reject", "an order", &signed, "--why", "another order after all"]);
    assert_eq!(probabilities(&mut desk, &[]), silent);
    assert_eq!(desk.listed(&["indicator", "list"])[0]["standing"], "silent");
}

#[test]
fn the_history_ends_where_the_judgement_is() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "C", "--why", "new"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    let open = desk.place.clone();
    desk.works(&["case", "new", "Will A arm D?", "--marking", "TLP:CLEAR"]);
    let cases = desk.listed(&["case", "list"]);
    let other = format!("@c.tearline#{}", &cases[1]["id"].as_str().unwrap()[..8]);
    desk.place.clone_from(&other);
    desk.works(&["collect", "@report.txt", "--date", "2030-01-10"]);
    desk.works(&["hypothesis", "add", "arms", "A arms D", "--prior", ".2"]);
    desk.works(&["hypothesis", "add", "talks", "A talks to D", "--prior", ".5"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    later(&mut desk, 1, &["resolve", "arms", "--on", "2030-02-15", "--how", "it was seen"]);
    desk.place = format!("{open}#{}", &cases[0]["id"].as_str().unwrap()[..8]);
    let history: Value =
        serde_json::from_str(&later(&mut desk, 2, &["weigh", "--history", "--format", "json"])).unwrap();
    let now: Value = serde_json::from_str(&later(&mut desk, 3, &["weigh", "--format", "json"])).unwrap();
    let last = history.as_array().unwrap().last().unwrap();
    assert_eq!(last["trusted_otherwise"][0], "Herald", "{history}");
    assert_eq!(last["probabilities"]["arms"], now["judgement"]["readouts"][0]["probability"], "{history}");
    for format in ["text", "svg", "html"] {
        let shown = later(&mut desk, 4, &["weigh", "--history", "--format", format]);
        assert!(shown.contains("Herald is trusted otherwise"), "{format}");
    }
}

#[test]
fn a_first_claim_that_declines_lends_nothing_when_it_is_entered_either() {
    let mut desk = desk();
    let (clerk, spokesman) = (claim(&mut desk, "a decision"), claim_of(&mut desk, "declines"));
    let bands = ["--likelihood=arms=.7", "--likelihood=talks=.3", "--likelihood=other=.1", "--grade", "B"];
    let both = ["evidence", "add", "--root", "a clerk", "--claim", &spokesman, "--claim", &clerk];
    desk.works(&[&both[..], &bands].concat());
    let together = probabilities(&mut desk, &[]);
    desk.works(&["claim", "reject", &spokesman, "--why", "nothing in it"]);
    assert_eq!(probabilities(&mut desk, &[]), together);
}

/// The first claim of a stance.
fn claim_of(desk: &mut Desk, stance: &str) -> String {
    let all = desk.listed(&["claims"]);
    let found = all.iter().find(|claim| claim["stance"] == stance);
    found.unwrap_or_else(|| panic!("{all:?}"))["claim"].as_str().unwrap()[..8].to_owned()
}

#[test]
fn matches_are_sought_in_what_the_claims_say_now() {
    let mut desk = desk();
    let stated = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
    let window = ["--from", "2030-01-01", "--until", "2030-02-01", "--words", "order signed"];
    desk.works(&[&["indicator", "add", "an order"][..], &window, &stated].concat());
    let standing = |desk: &mut Desk| desk.listed(&["indicator", "list"])[0]["standing"].as_str().unwrap().to_owned();
    assert_eq!(standing(&mut desk), "undecided");
    let signed = claim(&mut desk, "order had been signed");
    desk.works(&["claim", "edit", &signed, "--stance", "declines", "--why", "they would not say"]);
    assert_eq!(standing(&mut desk), "silent");
    desk.works(&["claim", "edit", &signed, "--stance", "says", "--why", "they did"]);
    assert_eq!(standing(&mut desk), "undecided");
    desk.works(&["claim", "edit", &signed, "--content", "the order", "--why", "no more than that"]);
    assert_eq!(standing(&mut desk), "silent");
    desk.works(&["claim", "edit", &signed, "--content", "the order had been signed", "--why", "as it was"]);
    let document = desk.listed(&["claims"])[0]["document"].as_str().unwrap().to_owned();
    desk.works(&["evidence", "withdraw", "--document", &document, "--why", "forged"]);
    assert_eq!(standing(&mut desk), "silent", "a forgery holds no silence back");
}

#[test]
fn a_moment_of_the_past_may_be_named_to_the_second_as_the_log_names_it() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let now = probabilities(&mut desk, &[]);
    let at = desk.listed(&["log"]);
    let last = at.iter().filter_map(|entry| entry["at"].as_str()).max().unwrap().to_owned();
    assert!(last.matches(':').count() == 2, "{last}");
    assert_eq!(probabilities(&mut desk, &["--as-of", &last]), now, "{last}");
}

#[test]
fn a_claim_that_fell_shows_no_indicator_however_it_fell() {
    let mut ends = Vec::new();
    for fall in ["withdrawn", "rejected", "declining"] {
        let mut desk = desk();
        desk.write("seen.txt", "A witness said that a crate was opened.");
        desk.works(&["collect", "@seen.txt", "--date", "2030-01-12"]);
        let stated = ["--likelihood=arms=.9", "--likelihood=talks=.3", "--likelihood=other=.1"];
        let window = ["--from", "2030-01-01", "--until", "2030-02-01", "--words", "crate opened"];
        desk.works(&[&["indicator", "add", "a crate"][..], &window, &stated].concat());
        add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
        let crate_opened = claim(&mut desk, "crate was opened");
        desk.works(&["indicator", "accept", "a crate", &crate_opened, "--root", "two officials"]);
        let standing =
            |desk: &mut Desk| desk.listed(&["indicator", "list"])[0]["standing"].as_str().unwrap().to_owned();
        assert_eq!(standing(&mut desk), "seen");
        let seen = probabilities(&mut desk, &[]);
        let all = desk.listed(&["claims"]);
        let document = all.iter().find(|one| one["claim"].as_str().unwrap().starts_with(&crate_opened)).unwrap();
        let document = document["document"].as_str().unwrap().to_owned();
        match fall {
            "withdrawn" => desk.works(&["evidence", "withdraw", "--document", &document, "--why", "a forgery"]),
            "rejected" => desk.works(&["claim", "reject", &crate_opened, "--why", "a forgery"]),
            _ => desk.works(&["claim", "edit", &crate_opened, "--stance", "declines", "--why", "would not say"]),
        };
        assert_eq!(standing(&mut desk), "silent", "{fall}");
        assert!(probabilities(&mut desk, &[])[0] < seen[0], "{fall}");
        if fall == "withdrawn" {
            desk.works(&["evidence", "restore", "--document", &document, "--why", "no forgery after all"]);
            assert_eq!(probabilities(&mut desk, &[]), seen);
            desk.works(&["evidence", "withdraw", "--document", &document, "--why", "one after all"]);
        }
        let silent = probabilities(&mut desk, &[]);
        later(&mut desk, 1, &["resolve", "arms", "--on", "2030-02-15", "--how", "it was seen"]);
        let score = score(&mut desk, 2);
        ends.push((silent, score["indicators"].clone(), score["cases"][0]["probability"].clone()));
    }
    assert_eq!(ends[0], ends[1]);
    assert_eq!(ends[0], ends[2]);
    // It was silent, and silence spoke against what came true.
    assert!(ends[0].1[0]["right"].as_f64().unwrap() < ends[0].1[0]["wrong"].as_f64().unwrap(), "{}", ends[0].1);
}

/// Three witnesses who say much the same of three ships, each a root.
fn three_witnesses(desk: &mut Desk) {
    for number in 1..=3 {
        let name = format!("witness-{number}.txt");
        desk.write(&name, format!("Witness Number {number} said that ship {number} had left."));
        desk.works(&["collect", &format!("@{name}"), "--date", "2030-01-12"]);
        add(desk, &format!("W{number}"), &format!("ship {number}"), [".8", ".3", ".1"], &["--grade", "B"]);
    }
}

#[test]
fn one_more_dependence_leaves_those_that_were_there() {
    let mut desk = desk();
    three_witnesses(&mut desk);
    let p = |desk: &mut Desk| probabilities(desk, &[])[0];
    let apart = p(&mut desk);
    desk.works(&["evidence", "group", "W1", "W2", "--as", "same", "--why", "one pool"]);
    let pool = p(&mut desk);
    desk.works(&["evidence", "group", "W2", "W3", "--as", "same-influence", "--why", "one owner"]);
    let owner = p(&mut desk);
    assert!(apart > pool && pool > owner, "{apart} {pool} {owner}");
    // Shares are rounded once per root and group, to the nano-nat.
    let same = |one: f64, other: f64| assert!((one - other).abs() < 1e-8, "{one} {other}");
    // That two of a pool belong to one owner too says nothing new.
    desk.works(&["evidence", "group", "W1", "W2", "--as", "same-influence", "--why", "one owner"]);
    same(p(&mut desk), owner);
    desk.works(&["evidence", "ungroup", "W3", "--why", "sold since"]);
    same(p(&mut desk), pool);
    desk.works(&["evidence", "ungroup", "W2", "--why", "no pool"]);
    same(p(&mut desk), apart);
    let said = desk.case(&["evidence", "ungroup", "W1", "--why", "again"]);
    assert_eq!(said.code, 1, "it is in a group with nobody: {}", said.out);
}

#[test]
fn a_sentence_that_says_what_the_judgement_was_is_held_to_what_it_is() {
    let mut desk = desk();
    let mut lint = |text: &str| {
        desk.write("draft.txt", text);
        desk.case(&["lint", "--judged", "@draft.txt"])
    };
    let said = lint("It is very likely (90 %) that A arms B before 2031.");
    assert_eq!(said.code, 1);
    assert!(said.out.contains("the number is 90 % and the judgement that this speaks of is 20 %"), "{}", said.out);
    assert!(said.out.contains("word-against-number"), "{}", said.out);
    let said = lint("There is a 60 % chance that A arms B before 2031.");
    assert!(said.code == 1 && said.out.contains("number-against-judgement"), "{}", said.out);
    let said = lint("It is unlikely (20 %) that A arms B before 2031.");
    assert_eq!((said.code, said.out.as_str()), (0, "nothing found in 1 text\n"));
}

#[test]
fn a_document_that_is_withdrawn_in_one_case_is_named_where_it_still_stands() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let first = format!("@c.tearline#{}", &desk.listed(&["case", "list"])[0]["id"].as_str().unwrap()[..8]);
    for (question, marking) in
        [("Will A arm D?", "TLP:CLEAR"), ("Will A arm E?", "TLP:RED"), ("Will A arm F?", "TLP:CLEAR")]
    {
        desk.works(&["case", "new", question, "--marking", marking]);
    }
    let cases = desk.listed(&["case", "list"]);
    let id = |question: &str| {
        let found = cases.iter().find(|case| case["question"] == question).unwrap();
        found["id"].as_str().unwrap()[..8].to_owned()
    };
    let (second, red) = (id("Will A arm D?"), id("Will A arm E?"));
    for case in [&second, &red] {
        desk.place = format!("@c.tearline#{case}");
        desk.works(&["collect", "@report.txt", "--date", "2030-01-10"]);
        desk.works(&["hypothesis", "add", "arms", "A arms them before 2031", "--prior", ".2"]);
        desk.works(&["hypothesis", "add", "talks", "A only talks of it", "--prior", ".5"]);
        add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    }
    desk.place = format!("@c.tearline#{second}");
    desk.works(&["disclose", "new", "Warn", "--audience", "public", "--channel", "press"]);
    let draft = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
    let signed = claim(&mut desk, "order had been signed");
    desk.works(&["disclose", "line", &draft, "An order has been signed.", "--claim", &signed]);
    let here = probabilities(&mut desk, &[]);

    desk.place = first;
    let document = desk.listed(&["claims"])[0]["document"].as_str().unwrap()[..12].to_owned();
    let withdraw = ["evidence", "withdraw", "--document", &document, "--why", "a forgery"];
    let said = desk.works(&[&["--view-as", "public"][..], &withdraw].concat());
    assert!(
        said.contains(&format!("it still stands in {second}, Will A arm D?: 1 root rests on it  TLP:CLEAR\n")),
        "{said}"
    );
    assert!(said.contains(&format!("rests on it: {draft} (a draft), Warn\n  An order has been signed.\n")), "{said}");
    let typed = format!(
        "  there too: tearline --case 'HERE/c.tearline#{second}' evidence withdraw --document {document} --why REASON\n"
    );
    assert!(said.contains(&typed), "{said}");
    assert!(!said.contains(&red) && !said.contains("arm E") && !said.contains("arm F"), "{said}");

    // Where it is withdrawn too, it is named no more; and where it stands again, those are named where it does not.
    desk.place = format!("@c.tearline#{second}");
    let said = desk.works(&withdraw);
    assert!(
        said.contains(&format!("it still stands in {red}, Will A arm E?: 1 root rests on it  TLP:RED\n")),
        "{said}"
    );
    assert!(!said.contains("arm B"), "{said}");
    assert_ne!(probabilities(&mut desk, &[]), here);
    let said = desk.works(&["evidence", "restore", "--document", &document, "--why", "no forgery"]);
    assert!(said.contains("it still is withdrawn in ") && said.contains("Will A arm B?: "), "{said}");
    assert!(said.contains(" evidence restore --document ") && !said.contains("arm E"), "{said}");
}

#[test]
fn what_tells_nothing_apart_is_no_basis_for_confidence() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", [".95", ".001", ".001"], &["--grade", "A"]);
    let read = |desk: &mut Desk| weighed(desk, &[])["judgement"]["readouts"].clone();
    let before = read(&mut desk);
    assert_eq!(before[0]["confidence"], "low");
    for (root, words) in [("the ministry", "would send shells"), ("a clerk", "a decision")] {
        add(&mut desk, root, words, [".5", ".5", ".5"], &["--grade", "A", "--certainty", "1"]);
    }
    assert_eq!(read(&mut desk), before);
    // Nor is it a source of the judgement, in the words for it.
    let said = |desk: &mut Desk| desk.works(&["weigh"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let one = said(&mut desk);
    assert!(one.contains("1 independent root of ") && one.contains("This judgement rests on one source: "), "{one}");
    desk.works(&["evidence", "withdraw", "--root", "two officials", "--why", "a forgery"]);
    let none = said(&mut desk);
    assert!(none.contains("no evidence") && none.contains("This judgement rests on no source: "), "{none}");
    let movers = desk.works(&["why", "arms", "--from", "2030-01-01"]);
    assert!(movers.contains("0.00 nowhere: ") && !movers.contains("-0.00") && !movers.contains("+0.00"), "{movers}");
}

#[test]
fn sources_of_unknown_origin_count_as_one_and_are_told_of_as_one() {
    let mut desk = desk();
    for (root, words) in [("one voice", "order had been signed"), ("another voice", "a decision")] {
        add(&mut desk, root, words, SIGNED, &["--grade", "B", "--certainty", "1", "--unknown-origin"]);
    }
    let said = desk.works(&["weigh"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("1 independent root of ") && said.contains("This judgement rests on one source: "), "{said}");
}

#[test]
fn the_sources_that_are_told_are_those_that_count() {
    let mut desk = desk();
    three_witnesses(&mut desk);
    add(&mut desk, "a clerk", "a decision", SIGNED, &["--grade", "F"]);
    let said = |desk: &mut Desk| desk.works(&["weigh"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let first = said(&mut desk);
    assert!(
        first.contains("rests on three sources: three people (usually reliable). There were three reports,"),
        "{first}"
    );
    desk.works(&["evidence", "group", "W1", "W2", "--as", "same", "--why", "one pool"]);
    let grouped = said(&mut desk);
    assert!(
        grouped.contains("rests on two sources: two people (usually reliable). There were three reports,"),
        "{grouped}"
    );
    let echo = hedged(&mut desk);
    desk.works(&["evidence", "add", "--root", "W3", "--claim", &echo]);
    assert!(said(&mut desk).contains("There were four reports,"));
    desk.works(&["claim", "reject", &echo, "--why", "another matter"]);
    assert_eq!(said(&mut desk), grouped);
}

#[test]
fn echoes_bring_no_grade_and_no_date_of_their_own() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let before = probabilities(&mut desk, &[]);
    let echo = hedged(&mut desk);
    let more = ["--grade", "A", "--date", "2030-01-11"];
    let said = desk.case(&[&["evidence", "add", "--root", "two officials", "--claim", &echo][..], &more].concat());
    assert_eq!(said.code, 1);
    assert!(
        said.err.starts_with(
            "error: the root \"two officials\" is there already, and more claims of it change nothing of its grade, date\n"
        ),
        "{}",
        said.err
    );
    assert!(said.err.contains("`evidence restate`"), "{}", said.err);
    assert_eq!(probabilities(&mut desk, &[]), before);
    let roots = desk.listed(&["evidence", "list"]);
    assert_eq!(roots[0]["claims"].as_array().unwrap().len(), 1);
}

#[test]
fn a_question_that_is_resolved_says_so_wherever_it_is_shown() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    add(&mut desk, "a clerk", "a decision", SIGNED, &["--grade", "F", "--date", "2030-01-12"]);
    later(&mut desk, 1, &["resolve", "arms", "--on", "2030-02-10", "--how", "it was seen"]);
    let told = "resolved: arms came true on 2030-02-10, by: it was seen";
    for command in [&["weigh"][..], &["case", "show"], &["weigh", "--format", "html"]] {
        assert!(later(&mut desk, 2, command).contains(told), "{command:?}");
    }
    assert!(!later(&mut desk, 3, &["weigh", "--at", "2030-02-01"]).contains("resolved:"));
    // What the terminal says of other ways to count, the page says too.
    desk.works(&["evidence", "withdraw", "--root", "two officials", "--why", "a forgery"]);
    let page = later(&mut desk, 4, &["weigh", "--format", "html"]);
    assert!(page.contains("with sources that cannot be judged half believed: arms "), "{page}");
    assert!(page.contains("Set aside: two officials: it was withdrawn"), "{page}");
}
