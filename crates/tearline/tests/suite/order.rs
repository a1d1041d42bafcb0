//! The last word counts, whatever the clocks say by which it was given.

use crate::desk::Desk;

const TEXT: &str = "Eleven wagons of crates left the northern depot on Friday night, two railway workers said. They had loaded them \
    since Wednesday under guard, and were told to speak to nobody. The ministry of transport would not say what was in them. \
    A third worker, who repairs signals at the junction, saw the train turn west before dawn. Minister Jana Orlo denied it. \
    Orlo said that nothing was known.";

/// A case with two copies of one report.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Will Corvania supply arms to Vessia?", "--marking", "TLP:GREEN"]);
    for name in ["one", "other"] {
        desk.write(&format!("{name}.md"), format!("---\noutlet: {name} Courier\ndate: 2030-02-16\n---\n\n{TEXT}\n"));
        desk.works(&["collect", &format!("@{name}.md")]);
    }
    desk
}

/// The clocks of two desks: one is three days ahead of the other.
const AHEAD: u64 = 300_000;
const BEHIND: u64 = 100;

/// What must work by a clock.
#[track_caller]
fn at(desk: &mut Desk, clock: u64, args: &[&str]) {
    let said = desk.case_step(clock, args);
    assert_eq!(said.code, 0, "{args:?}: {}", said.err);
}

#[test]
fn a_later_review_by_a_clock_that_is_behind_counts() {
    let mut desk = desk();
    let claim = desk.claims("nothing was known").pop().unwrap();
    at(&mut desk, AHEAD, &["claim", "accept", &claim]);
    at(&mut desk, BEHIND, &["claim", "reject", &claim, "--why", "a slip"]);
    let listed = desk.listed(&["claims"]);
    let row = listed.iter().find(|row| row["claim"].as_str().unwrap().starts_with(&claim)).unwrap();
    assert!(row["stands"].is_null() && row.get("stands").is_some(), "{row}");
    at(&mut desk, AHEAD + 1, &["claim", "rate", &claim, "2", "--why", "two say so"]);
    at(&mut desk, BEHIND + 1, &["claim", "rate", &claim, "5", "--why", "they do not"]);
    let listed = desk.listed(&["claims"]);
    let row = listed.iter().find(|row| row["claim"].as_str().unwrap().starts_with(&claim)).unwrap();
    assert_eq!(row["ratings"][1]["credibility"], 5, "{row}");
}

#[test]
fn a_later_word_on_links_and_actors_by_a_clock_that_is_behind_counts() {
    let mut desk = desk();
    let roots = desk.listed(&["roots"]);
    let sha = |at: usize| roots[0]["documents"][at]["sha256"].as_str().unwrap()[..12].to_owned();
    let (one, other) = (sha(0), sha(1));
    at(&mut desk, AHEAD, &["link", "join", &one, &other, "--why", "one desk"]);
    at(&mut desk, BEHIND, &["link", "cut", &one, &other, "--why", "two rooms"]);
    assert_eq!(desk.listed(&["roots"]).len(), 0);
    let names: Vec<String> =
        desk.listed(&["actors"]).iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect();
    let (one, other) = (&names[0], &names[1]);
    let count = |desk: &mut Desk| desk.listed(&["actors"]).len();
    let before = count(&mut desk);
    at(&mut desk, AHEAD + 1, &["actor", "part", one, other, "--why", "two"]);
    at(&mut desk, BEHIND + 1, &["actor", "join", one, other, "--why", "one"]);
    assert_eq!(count(&mut desk), before - 1);
}

#[test]
fn hypotheses_and_lines_stand_in_the_order_in_which_they_came() {
    let mut desk = desk();
    at(&mut desk, AHEAD, &["hypothesis", "add", "arms", "It sends arms", "--prior", ".3"]);
    at(&mut desk, BEHIND, &["hypothesis", "add", "none", "It sends nothing", "--prior", ".3"]);
    let said = desk.works(&["hypothesis", "list"]);
    assert!(said.find("It sends arms").unwrap() < said.find("It sends nothing").unwrap(), "{said}");
    assert!(desk.works(&["check", "--rebuild"]).contains("makes every table as it is"));
}
