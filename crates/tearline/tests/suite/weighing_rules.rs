//! Rules of weighing that would be broken without anybody's noticing: what counts once, what is marked how, and what was not known
//! yet.

use serde_json::Value;

use crate::desk::Desk;
use crate::weighing::{SIGNED, add, claim, desk, probabilities, weighed};

const STATED: [&str; 3] = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
const WINDOW: [&str; 4] = ["--from", "2030-01-01", "--until", "2030-02-01"];
const NOT_MARKED: &str = "NOT MARKED: for whoever holds the store only";
/// After everything else that a test enters: two days later and more.
const LATER: u64 = 200_000;

fn indicator(desk: &mut Desk, text: &str, words: &str) {
    desk.works(&[&["indicator", "add", text, "--words", words][..], &WINDOW, &STATED].concat());
}

/// How the indicators stand, in the order they were stated.
fn standing(desk: &mut Desk) -> Vec<String> {
    let listed = desk.listed(&["indicator", "list"]);
    listed.iter().map(|one| one["standing"].as_str().unwrap().to_owned()).collect()
}

/// What must work at a step of its own.
#[track_caller]
fn later(desk: &mut Desk, step: u64, args: &[&str]) -> String {
    let said = desk.case_step(LATER + step, args);
    assert_eq!(said.code, 0, "{args:?}: {}", said.err);
    said.out
}

#[test]
fn a_claim_that_shows_two_indicators_shows_both_however_often_one_looks() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let before = probabilities(&mut desk, &[]);
    indicator(&mut desk, "an order", "order");
    indicator(&mut desk, "a signature", "signed");
    let id = claim(&mut desk, "order had been signed");
    desk.works(&["indicator", "accept", "an order", &id]);
    desk.works(&["indicator", "accept", "a signature", &id]);
    assert_eq!(standing(&mut desk), ["seen", "seen"]);
    for _ in 0..10 {
        assert_eq!(probabilities(&mut desk, &[]), before, "it counts once, as it was stated");
    }
}

#[test]
fn three_sightings_of_one_thing_stay_one_whatever_else_they_depend_on() {
    let mut desk = desk();
    indicator(&mut desk, "an order", "order signed");
    for number in 1..=3 {
        let name = format!("sighting-{number}.txt");
        desk.write(&name, format!("Witness Number {number} said that an order was signed in room {number}."));
        desk.works(&["collect", &format!("@{name}"), "--date", "2030-01-12"]);
    }
    let seen: Vec<String> = (1..=3).map(|number| claim(&mut desk, &format!("in room {number}"))).collect();
    let accept = ["indicator", "accept", "an order"];
    desk.works(&[&accept[..], &[&seen[0], "--root", "first", "--grade", "A"]].concat());
    desk.works(&[&accept[..], &[&seen[1], "--root", "second", "--grade", "A"]].concat());
    let two = probabilities(&mut desk, &[]);
    // A third of which nobody knows where it comes from is the same thing seen again.
    desk.works(&[&accept[..], &[&seen[2], "--root", "third", "--grade", "A", "--unknown-origin"]].concat());
    let three = weighed(&mut desk, &[]);
    for way in ["judgement", "unknown_origins_apart"] {
        let p = three[way]["readouts"][0]["probability"].as_f64().unwrap();
        assert!((p - two[0]).abs() < 1e-6, "{way}: {p} and {}", two[0]);
    }
    // That one of them belongs to the body of somebody who says nothing makes it no surer.
    add(&mut desk, "a clerk", "a decision", [".5", ".5", ".5"], &["--grade", "A"]);
    desk.works(&["evidence", "group", "second", "a clerk", "--as", "same-influence", "--why", "one state"]);
    assert!(probabilities(&mut desk, &[])[0] < two[0] + 1e-9);
}

#[test]
fn what_rests_on_something_that_was_never_marked_says_so_wherever_it_is_shown() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials"]);
    desk.works(&["source", "grade", "Herald", "B", "--why", "corrects itself"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    desk.works(&["forecast", "add", "arms=.2", "talks=.5"]);
    indicator(&mut desk, "an order", "order");
    later(&mut desk, 1, &["resolve", "arms", "--on", "2030-02-19", "--how", "seen"]);
    let shows: [&[&str]; 7] = [
        &["weigh"],
        &["weigh", "--history"],
        &["weigh", "--without", "two officials"],
        &["why"],
        &["evidence", "list"],
        &["indicator", "list"],
        &["forecast", "list"],
    ];
    for form in shows {
        for format in ["text", "json", "csv"] {
            let said = desk.works(&[form, &["--format", format]].concat());
            assert!(said.contains(NOT_MARKED), "{form:?} as {format}: {said}");
        }
    }
    for form in [&["weigh", "--format", "html"][..], &["weigh", "--format", "svg"], &["score"]] {
        let said = later(&mut desk, 2, form);
        assert!(said.contains(NOT_MARKED), "{form:?}: {said}");
    }
}

#[test]
fn a_judgement_is_marked_as_high_as_the_claims_that_wait_for_a_word_and_what_was_said_of_them() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    desk.write("red.txt", "An agent said that the ships had left.");
    desk.works(&["collect", "@red.txt", "--date", "2030-01-15", "--marking", "TLP:RED"]);
    assert!(desk.works(&["weigh"]).starts_with("TLP:CLEAR\n"));
    indicator(&mut desk, "ships leave", "ships left");
    let public = |desk: &mut Desk| desk.works(&["--view-as", "public", "weigh"]);
    // To whoever sees it the claim may show the indicator; to others that is silent.
    assert_eq!(standing(&mut desk), ["undecided"]);
    assert!(desk.works(&["weigh"]).starts_with("TLP:RED\n"));
    let seen = public(&mut desk);
    assert!(seen.starts_with("TLP:CLEAR\n") && seen.contains("silence: ships leave"), "{seen}");
    let id = claim(&mut desk, "ships had left");
    desk.works(&["indicator", "reject", "ships leave", &id, "--why", "other ships"]);
    assert_eq!(standing(&mut desk), ["silent"]);
    assert!(desk.works(&["weigh"]).starts_with("TLP:RED\n"), "that it is silent rests on what was said of the claim");
    assert_eq!(public(&mut desk), seen);
}

#[test]
fn a_judgement_is_marked_as_high_as_the_echoes_that_it_counts() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    desk.write("red.txt", "An agent said that the ships had left.");
    desk.works(&["collect", "@red.txt", "--marking", "TLP:RED"]);
    let id = claim(&mut desk, "ships had left");
    desk.works(&["evidence", "add", "--root", "two officials", "--claim", &id]);
    let said = desk.works(&["weigh"]);
    assert!(said.starts_with("TLP:RED\n") && said.contains("There were two reports"), "{said}");
    let said = desk.works(&["--view-as", "public", "weigh"]);
    assert!(said.starts_with("TLP:CLEAR\n") && said.contains("There was one report"), "{said}");
    // Whoever sees the root sees what is said of it.
    desk.works(&["evidence", "withdraw", "--root", "two officials", "--why", "a forgery"]);
    assert!(desk.works(&["--view-as", "public", "weigh"]).contains("set aside: \"two officials\""));
}

#[test]
fn what_is_said_once_counts_once() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    add(&mut desk, "a clerk", "a decision", SIGNED, &["--grade", "C"]);
    let id = claim(&mut desk, "order had been signed");
    let again = ["evidence", "add", "--root", "again", "--claim", &id];
    let bands = ["--likelihood=arms=.6", "--likelihood=talks=.3", "--likelihood=other=.1"];
    let said = desk.case(&[&again[..], &bands].concat());
    let refused = format!(
        "error: the claim {id} speaks for the root \"two officials\" already, and what is said once counts once\n hint: leave it out \
         here, or take that root back first: `evidence withdraw --root NAME --why REASON`\n"
    );
    assert_eq!((said.err.as_str(), said.code), (refused.as_str(), 1));
    let said = desk.case(&["evidence", "add", "--root", "a clerk", "--claim", &id]);
    assert_eq!(said.err, refused, "nor is it an echo of another");
    // A root that was taken back holds nothing, and cannot come back once another has it.
    desk.works(&["evidence", "withdraw", "--root", "two officials", "--why", "of another name"]);
    desk.works(&[&again[..], &bands].concat());
    let said = desk.case(&["evidence", "restore", "--root", "two officials", "--why", "as it was"]);
    assert!(said.err.contains("speaks for the root \"again\" already"), "{}", said.err);
}

#[test]
fn a_reprint_that_is_entered_as_another_root_is_told_of() {
    let mut desk = desk();
    // Long enough that a reprint is known for one.
    let story = "Anna Petrova said that A would send shells to B. Boris Marek said that nothing had been decided yet. Carla Donner said \
                 that drones were on their way. An envoy said that an order had been signed in the capital. Dario Fenn said that the \
                 factory had doubled its output. Erik Holm said that the plan was dropped. Greta Lund said that the talks went on.";
    desk.write("story.txt", story);
    desk.write("reprint.txt", format!("{story} So the Courier has it."));
    desk.works(&["collect", "@story.txt", "--date", "2030-01-10", "--outlet", "Herald"]);
    add(&mut desk, "an envoy", "signed in the capital", SIGNED, &["--grade", "B"]);
    desk.works(&["collect", "@reprint.txt", "--date", "2030-01-11", "--outlet", "Courier"]);
    let id = claim(&mut desk, "signed in the capital");
    let bands = ["--likelihood=arms=.6", "--likelihood=talks=.3", "--likelihood=other=.1"];
    let said = desk.case(&[&["evidence", "add", "--root", "the Courier's envoy", "--claim", &id][..], &bands].concat());
    assert_eq!(said.code, 0);
    let note = format!("`evidence add --root \"an envoy\" --claim {id}`");
    assert!(said.err.starts_with("note: ") && said.err.contains(&note), "{}", said.err);
    // As the note says, so it is done.
    desk.works(&["evidence", "withdraw", "--root", "the Courier's envoy", "--why", "a reprint"]);
    assert!(desk.works(&["evidence", "add", "--root", "an envoy", "--claim", &id]).starts_with("entered as echoes"));
}

#[test]
fn what_is_stated_when_the_outcome_is_known_scores_nobody_and_teaches_nothing() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--also", "A clerk", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "C", "--why", "new"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    let clerk = claim(&mut desk, "a decision");
    later(&mut desk, 1, &["resolve", "talks", "--on", "2030-02-20", "--how", "nothing was sent"]);
    let score = |desk: &mut Desk, step| {
        serde_json::from_str::<Value>(&later(desk, step, &["score", "--format", "json"])).unwrap()
    };
    let before = score(&mut desk, 2);
    assert_eq!(before["sources"][0]["wrong"], 1.0, "{before}");
    let anew = ["--likelihood=arms=.1", "--likelihood=talks=.8", "--likelihood=other=.1"];
    later(&mut desk, 3, &[&["evidence", "restate", "two officials"][..], &anew, &["--why", "we knew"]].concat());
    let early = ["evidence", "add", "--root", "a clerk", "--claim", &clerk, "--date", "2030-01-11"];
    later(&mut desk, 4, &[&early[..], &anew].concat());
    assert_eq!(score(&mut desk, 5), before);
    assert_eq!(later(&mut desk, 6, &["weigh", "--at", "2030-01-10"]).matches("two officials").count(), 1);

    // Of another case the record is that too, and not what was stated afterwards.
    desk.works(&["case", "new", "Will A arm D?", "--marking", "TLP:CLEAR"]);
    let cases = desk.listed(&["case", "list"]);
    desk.place = format!("@c.tearline#{}", &cases[1]["id"].as_str().unwrap()[..8]);
    desk.works(&["collect", "@report.txt", "--date", "2030-02-11"]);
    desk.works(&["hypothesis", "add", "arms", "A arms D", "--prior", ".2"]);
    desk.works(&["hypothesis", "add", "talks", "A talks to D", "--prior", ".5"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    let root = weighed(&mut desk, &[])["roots"][0].clone();
    assert_eq!((&root["right"], &root["wrong"]), (&0.0.into(), &1.0.into()), "{root}");
}

#[test]
fn what_is_of_the_day_of_the_outcome_or_later_earns_no_trust() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--marking", "TLP:CLEAR"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    // The report is of the tenth.
    later(&mut desk, 1, &["resolve", "arms", "--on", "2030-01-10", "--how", "it was seen"]);
    let score: Value = serde_json::from_str(&later(&mut desk, 2, &["score", "--format", "json"])).unwrap();
    assert_eq!(score["sources"].as_array().unwrap().len(), 0, "{score}");
}

#[test]
fn the_past_does_not_know_the_names_that_a_source_was_given_later_and_the_change_is_said() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "B", "--why", "corrects itself"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    let then = ["--as-of", "2030-02-18T12:10Z"];
    let before = probabilities(&mut desk, &then);
    assert!((before[0] - 0.2).abs() < 1e-9, "nobody knows whose word it is: {before:?}");
    let said = later(&mut desk, 1, &["source", "edit", "Herald", "--also", "Two officials"]);
    assert!(said.contains("Will A arm B? arms .20 → .39"), "{said}");
    assert_eq!(probabilities(&mut desk, &then), before);
    // The same of a source that is entered later.
    let said = later(&mut desk, 2, &["source", "add", "two officials", "--marking", "TLP:CLEAR"]);
    assert!(said.contains("arms .39 → .20"), "a source of that very name, which nobody graded: {said}");
    assert_eq!(probabilities(&mut desk, &then), before);
}

#[test]
fn a_judgement_on_what_was_not_seen_says_so() {
    let mut desk = desk();
    indicator(&mut desk, "ships leave", "ships left");
    let said = desk.works(&["weigh"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("This judgement rests on no source, but on one thing that was looked for and not seen."),
        "{said}"
    );
    assert!(said.contains("1 independent root of no kind of source"), "{said}");
}

#[test]
fn what_is_named_alike_or_stated_twice_is_asked_for() {
    let mut desk = desk();
    desk.write("red.txt", "An agent said that the ships had left.");
    desk.works(&["collect", "@red.txt", "--marking", "TLP:RED"]);
    add(&mut desk, "a source", "ships had left", SIGNED, &[]);
    let id = claim(&mut desk, "order had been signed");
    let bands = ["--likelihood=arms=.6", "--likelihood=talks=.3", "--likelihood=other=.1"];
    let below = ["--view-as", "public", "evidence", "add", "--root", "a source", "--claim", &id];
    desk.works(&[&below[..], &bands].concat());
    let said = desk.case(&["evidence", "withdraw", "--root", "a source", "--why", "a forgery"]);
    assert_eq!(
        (said.err.as_str(), said.code),
        (
            "error: more than one root is called \"a source\"\n hint: name it by the beginning of its id, which `evidence list` shows\n",
            1
        )
    );
    let said = desk.case(&["weigh", "--prior", "arms=.9", "--prior", "arms=.2"]);
    assert!(said.err.starts_with("error: arms is named twice") && said.code == 1, "{}", said.err);
    // The rest share what OTHER leaves as they did: two to five.
    let said = desk.works(&["weigh", "--without", "a source", "--prior", "other=.3"]);
    assert!(said.contains("arms") && said.contains(".20"), "{said}");
}

#[test]
fn evidence_of_a_year_that_is_not_over_stands_on_the_day_it_came() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B", "--date", "2030"]);
    let said = desk.works(&["weigh", "--history"]);
    assert!(said.contains("2030-02-18") && !said.contains("2030-12-31"), "{said}");
}
