//! From claims to a judgement that can be argued with: what is stated, what it comes to, why, and what takes it back.

use serde_json::Value;

use crate::desk::Desk;

const REPORT: &str = "Two officials said that the order had been signed. The ministry denied that it would send shells. \
    A spokesman declined to comment. A clerk said that a decision was likely.";

/// A case with one report, two hypotheses beside OTHER, and no evidence.
pub fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.write("report.txt", REPORT);
    desk.works(&["case", "new", "Will A arm B?", "--marking", "TLP:CLEAR"]);
    desk.works(&["collect", "@report.txt", "--date", "2030-01-10", "--outlet", "Herald"]);
    desk.works(&["hypothesis", "add", "arms", "A arms B before 2031", "--prior", ".2", "--why", "seldom done"]);
    desk.works(&["hypothesis", "add", "talks", "A only talks of it before 2031", "--prior", ".5"]);
    desk
}

pub fn claim(desk: &mut Desk, words: &str) -> String {
    desk.claims(words).pop().unwrap_or_else(|| panic!("no claim holds {words:?}"))
}

/// `evidence add` with three likelihoods.
pub fn add(desk: &mut Desk, root: &str, words: &str, says: [&str; 3], more: &[&str]) -> String {
    let claim = claim(desk, words);
    let bands: Vec<String> =
        ["arms", "talks", "other"].iter().zip(says).map(|(key, band)| format!("--likelihood={key}={band}")).collect();
    let bands: Vec<&str> = bands.iter().map(String::as_str).collect();
    desk.works(&[&["evidence", "add", "--root", root, "--claim", &claim][..], &bands, more].concat())
}

pub fn weighed(desk: &mut Desk, more: &[&str]) -> Value {
    let said = desk.case_step(9_000_001, &[&["weigh", "--format", "json"][..], more].concat());
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}", said.err))
}

/// The probabilities, to the last digit.
pub fn probabilities(desk: &mut Desk, more: &[&str]) -> Vec<f64> {
    let all = weighed(desk, more)["judgement"]["readouts"].as_array().unwrap().clone();
    all.iter().map(|one| one["probability"].as_f64().unwrap()).collect()
}

pub const SIGNED: [&str; 3] = [".6-.8", ".3", ".1"];

#[test]
fn ten_papers_that_print_one_story_move_nothing_more_than_one() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let before = weighed(&mut desk, &[])["judgement"].clone();
    for number in 0..10 {
        let name = format!("echo-{number}.txt");
        desk.write(&name, format!("The order had been signed, two officials said. Paper {number} printed it."));
        desk.works(&["collect", &format!("@{name}"), "--date", "2030-01-11"]);
    }
    let echoes = desk.claims("order had been signed");
    assert!(echoes.len() >= 11, "{echoes:?}");
    for echo in &echoes {
        desk.works(&["evidence", "add", "--root", "two officials", "--claim", echo]);
    }
    assert_eq!(weighed(&mut desk, &[])["judgement"], before);
}

#[test]
fn what_is_taken_back_leaves_the_very_numbers_that_were_there_before() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let before = weighed(&mut desk, &[])["judgement"].clone();
    add(&mut desk, "a clerk", "a decision", [".5-.7", ".4", ".2"], &["--grade", "C"]);
    assert_ne!(weighed(&mut desk, &[])["judgement"], before);
    let said = desk.works(&["evidence", "withdraw", "--root", "a clerk", "--why", "the clerk was not there"]);
    assert!(said.starts_with("the root \"a clerk\" counts no longer\n") && said.contains("arms "), "{said}");
    assert_eq!(weighed(&mut desk, &[])["judgement"], before);
    assert!(desk.works(&["weigh"]).contains("set aside: \"a clerk\": it was withdrawn"));
    let again = desk.case(&["evidence", "withdraw", "--root", "a clerk", "--why", "again"]);
    assert_eq!(
        again.err,
        "error: the root \"a clerk\" is withdrawn already\n hint: `evidence restore` lets it count again\n"
    );
    desk.works(&["evidence", "restore", "--root", "a clerk", "--why", "the clerk was"]);
    assert_ne!(weighed(&mut desk, &[])["judgement"], before);
}

#[test]
fn a_document_that_is_withdrawn_takes_with_it_what_rests_on_it_and_the_releases_are_named() {
    let mut desk = desk();
    let signed = claim(&mut desk, "order had been signed");
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    desk.works(&["disclose", "new", "Tell partners", "--audience", "public", "--channel", "mail"]);
    let draft = desk.listed(&["disclose", "list"])[0]["id"].as_str().unwrap()[..8].to_owned();
    desk.works(&["disclose", "line", &draft, "An order has been signed.", "--claim", &signed]);
    let document = desk.listed(&["claims"])[0]["document"].as_str().unwrap()[..8].to_owned();
    let said = desk.works(&["evidence", "withdraw", "--document", &document, "--why", "the paper took it back"]);
    assert!(said.contains("arms .39 → .20, talks .47 → .50, other .13 → .30"), "{said}");
    assert!(
        said.contains(&format!("rests on it: {draft} (a draft), Tell partners\n  An order has been signed.")),
        "{said}"
    );
    let priors: Vec<f64> = probabilities(&mut desk, &[]);
    assert!(priors.iter().zip([0.2, 0.5, 0.3]).all(|(p, prior)| (p - prior).abs() < 1e-9), "{priors:?}");
    assert!(desk.works(&["weigh"]).contains("all that it rests on was withdrawn or rejected"));
    // What is entered while it is withdrawn does not count either, and that is said.
    let decision = claim(&mut desk, "a decision");
    let said = desk.case(&["evidence", "add", "--root", "two officials", "--claim", &decision]);
    assert!(said.code == 0 && said.err.contains("is withdrawn, and the claim does not count while it is"), "{said:?}");
    assert!(said.err.contains(&format!("`evidence restore --document {document}")), "{said:?}");
    assert_eq!(probabilities(&mut desk, &[]), priors);
}

#[test]
fn a_source_that_is_graded_anew_changes_what_rests_on_it_and_that_is_said() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--marking", "TLP:CLEAR"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    let ungraded = probabilities(&mut desk, &[]);
    assert!((ungraded[0] - 0.2).abs() < 1e-9, "what cannot be judged says nothing: {ungraded:?}");
    assert!(desk.works(&["weigh"]).contains("with sources that cannot be judged half believed: arms .3"));
    let said = desk.works(&["source", "grade", "Herald", "B", "--why", "corrects itself"]);
    assert!(said.contains("Will A arm B? arms .20 → .39"), "{said}");
    let why = desk.works(&["why", "arms", "--entered", "--from", "2030-02-17"]);
    assert!(why.contains("arms went from .20 at 2030-02-17 to .39 now."), "{why}");
    let said = desk.works(&["source", "grade", "Herald", "E", "--why", "caught lying"]);
    assert!(said.contains("arms .39 → .2"), "{said}");
}

#[test]
fn an_indicator_is_proposed_accepted_and_rejected_and_its_silence_counts_as_stated() {
    let mut desk = desk();
    let stated = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
    desk.works(&[&["indicator", "add", "the order is signed", "--words", "order signed"][..], &stated].concat());
    let matches = desk.listed(&["indicator", "matches"]);
    assert_eq!(matches.len(), 1, "a denial and a refusal to speak show nothing: {matches:?}");
    assert_eq!(matches[0]["reasons"][0], "holds the words \"order signed\"");
    let id = matches[0]["claim"].as_str().unwrap()[..8].to_owned();
    let said =
        desk.works(&["indicator", "accept", "the order is signed", &id, "--root", "two officials", "--grade", "A"]);
    assert_eq!(said, "entered the root \"two officials\", 1 claim\n");
    assert!(desk.works(&["indicator", "list"]).contains("seen"));
    assert!(desk.listed(&["indicator", "matches"]).is_empty(), "it is evidence now");

    // Nothing shows the second. Until its window is over that says nothing; then it counts as 1 less what was stated.
    let before = probabilities(&mut desk, &[]);
    let window = ["--from", "2030-01-01", "--until", "2030-02-01"];
    desk.works(&[&["indicator", "add", "ships leave", "--words", "ships left"][..], &window, &stated].concat());
    assert_eq!(probabilities(&mut desk, &["--at", "2030-02-01"]), before);
    let after = probabilities(&mut desk, &[]);
    let ratio = (after[0] / after[1]) / (before[0] / before[1]);
    assert!((ratio - 0.2 / 0.7).abs() < 1e-6, "{ratio}");
    assert!(desk.works(&["weigh", "--history"]).contains("2030-02-02"));

    // The third may have been shown within its window, and until somebody decides it says nothing.
    desk.works(&[&["indicator", "add", "a decision", "--words", "decision"][..], &window, &stated].concat());
    assert_eq!(probabilities(&mut desk, &[]), after);
    assert!(desk.works(&["indicator", "list"]).contains("undecided"));
    let id = claim(&mut desk, "a decision");
    desk.works(&["indicator", "reject", "a decision", &id, "--why", "likely is not done"]);
    assert!(probabilities(&mut desk, &[])[0] < after[0]);
}

#[test]
fn how_surely_it_is_put_and_whose_cause_it_serves_temper_what_is_said() {
    let mut desk = desk();
    let said = add(&mut desk, "a clerk", "a decision", [".6", ".3", ".1"], &["--grade", "A"]);
    assert!(said.contains("; its words temper it to ."), "{said}");
    let note = {
        let id = claim(&mut desk, "send shells");
        desk.case(&[
            "evidence",
            "add",
            "--root",
            "the ministry",
            "--claim",
            &id,
            "--grade",
            "C",
            "--likelihood=arms=.5",
            "--likelihood=talks=.9",
            "--likelihood=other=.9",
        ])
    };
    assert!(note.err.contains("it denies something"), "{}", note.err);
    let plain = probabilities(&mut desk, &[]);
    desk.works(&["evidence", "withdraw", "--root", "the ministry", "--why", "it is a party"]);
    add(&mut desk, "the accused", "send shells", [".5", ".9", ".9"], &["--grade", "C", "--interested"]);
    let interested = probabilities(&mut desk, &[]);
    assert!(plain[0] < interested[0], "of five such denials four would come in any case");
    let shown = weighed(&mut desk, &[]);
    let root = shown["roots"].as_array().unwrap().iter().find(|root| root["name"] == "the accused").unwrap();
    assert!((root["trust"].as_f64().unwrap() - 0.6 * 0.2).abs() < 1e-9, "{root}");
    // Whoever declines to comment has said nothing.
    let all = desk.listed(&["claims"]);
    let silent = all.iter().find(|claim| claim["stance"] == "declines").unwrap()["claim"].as_str().unwrap().to_owned();
    let said = desk.case(&[
        "evidence",
        "add",
        "--root",
        "a spokesman",
        "--claim",
        &silent,
        "--likelihood=arms=.6",
        "--likelihood=talks=.4",
        "--likelihood=other=.4",
    ]);
    assert_eq!(
        said.err,
        "error: in all that is to speak for \"a spokesman\" somebody only declines to comment or does not answer, which is no \
         evidence by itself\n hint: name a claim that says something; `claims` lists them with their stance\n"
    );
}

#[test]
fn a_hypothesis_that_comes_late_is_split_off_other_and_changes_nothing_for_the_rest() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let before = probabilities(&mut desk, &[]);
    desk.works(&["hypothesis", "add", "bluff", "A wants B to believe it and does nothing", "--prior", ".1"]);
    let after = probabilities(&mut desk, &[]);
    assert_eq!(after.len(), 4);
    assert!((after[0] - before[0]).abs() < 1e-9 && (after[1] - before[1]).abs() < 1e-9, "{before:?} {after:?}");
    assert!((after[2] + after[3] - before[2]).abs() < 1e-9);
    assert!(
        desk.works(&["weigh"]).contains("note: 1 root says of a hypothesis that came later what they say of OTHER")
    );
    let anew = ["--likelihood=arms=.7", "--likelihood=talks=.3", "--likelihood=bluff=.6", "--likelihood=other=.1"];
    let said = desk.works(&[&["evidence", "restate", "two officials"][..], &anew, &["--why", "a bluff"]].concat());
    assert!(said.contains("bluff .04 → .15"), "{said}");
    assert!(!desk.works(&["weigh"]).contains("came later"));
    let why = desk.works(&["why", "bluff", "--entered", "--from", "2030-02-17"]);
    assert!(why.contains("two officials"), "{why}");
}

#[test]
fn roots_that_depend_on_each_other_count_as_fewer() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    add(&mut desk, "a clerk", "a decision", SIGNED, &["--grade", "B", "--certainty", "1"]);
    let apart = probabilities(&mut desk, &[]);
    let said =
        desk.works(&["evidence", "group", "two officials", "a clerk", "--as", "same-body", "--why", "one ministry"]);
    assert!(said.starts_with("grouped 2 roots: they belong to the same body\n") && said.contains(" → "), "{said}");
    assert!(probabilities(&mut desk, &[])[0] < apart[0]);
    assert!(desk.works(&["weigh"]).contains("1.3 independent roots"), "2 / (1 + .5)");
    let said = desk.works(&["evidence", "ungroup", "a clerk", "--why", "of another ministry"]);
    assert!(said.starts_with("it is in no group with another\n"), "{said}");
    assert_eq!(probabilities(&mut desk, &[]), apart);
    let said = desk.case(&["evidence", "ungroup", "a clerk"]);
    assert_eq!(
        said.err,
        "error: \"a clerk\" depends on no other root\n hint: `evidence group` says what depends on what\n"
    );
}

#[test]
fn the_judgement_can_be_had_as_of_any_day_and_why_adds_up() {
    let mut desk = desk();
    desk.write("later.txt", "An envoy said that the shells had arrived.");
    desk.works(&["collect", "@later.txt", "--date", "2030-02-01"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    add(&mut desk, "an envoy", "shells had arrived", [".7", ".1", ".1"], &["--grade", "C"]);
    let first = probabilities(&mut desk, &["--at", "2030-01-31"]);
    let both = probabilities(&mut desk, &[]);
    assert!(first[0] < both[0] && (probabilities(&mut desk, &["--at", "2030-01-09"])[0] - 0.2).abs() < 1e-9);
    let said = desk.case(&["weigh", "--as-of", "2030-02-17"]);
    assert!(
        said.err.starts_with("error: there is nothing to choose between"),
        "nothing had been entered: {}",
        said.err
    );
    assert_eq!(probabilities(&mut desk, &["--as-of", "2030-02-18T12:01Z"]), both);
    let said = desk.case_step(9_000_002, &["why", "arms", "--from", "2030-01-31", "--format", "json"]);
    let why: Value = serde_json::from_str(&said.out).unwrap();
    let log_odds = |p: f64| (p / (1.0 - p)).ln();
    let moved: f64 = why["movers"].as_array().unwrap().iter().map(|one| one["moved"].as_f64().unwrap()).sum();
    assert!((moved - (log_odds(both[0]) - log_odds(first[0]))).abs() < 1e-9, "{why}");
    assert_eq!(why["movers"].as_array().unwrap().len(), 1);
    insta::assert_snapshot!("why", desk.works(&["why", "arms"]));
    insta::assert_snapshot!("history", desk.works(&["weigh", "--history"]));
    insta::assert_snapshot!("matrix", desk.works(&["weigh", "--matrix"]));
}

#[test]
fn what_ifs_are_answered_and_those_that_contradict_or_suppose_the_answer_are_refused() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let said = desk.works(&["weigh", "--without", "two officials"]);
    assert!(said.contains("arms        .39    .20"), "{said}");
    let said = desk.works(&["weigh", "--prior", "arms=.4", "--prior", "talks=.5"]);
    assert!(said.contains("arms        .39    .59"), "{said}");
    let mut refused = |args: &[&str], words: &str| {
        let said = desk.case(&[&["weigh"][..], args].concat());
        assert_eq!((said.err.as_str(), said.code), (words, 1), "{args:?}");
    };
    refused(
        &["--without", "two officials", "--false", "two officials"],
        "error: \"two officials\" is supposed to be absent and to be false, and it cannot be both\n hint: suppose one of the two\n",
    );
    refused(
        &["--prior", "arms=1"],
        "error: to suppose that \"arms\" is true is to suppose the answer: nothing would follow from it but itself\n hint: \
         suppose a prior below 1, or that a root or source is absent or false\n",
    );
    refused(
        &["--prior", "arms=.7"],
        "error: the prior of \"other\" is -0.2; it must lie between 0 and 1, and be neither, since no evidence \
         could move it then\n hint: write each prior between 0 and 1, so that together they leave something for `other`: \
         --prior KEY=.1\n",
    );
    refused(
        &["--without", "nobody"],
        "error: there is no root or source \"nobody\"\n hint: `evidence list` lists the roots\n",
    );
}

#[test]
fn people_forecast_apart_and_dissent_is_kept() {
    let mut desk = desk();
    desk.works(&["--author", "ann", "forecast", "add", "arms=.1", "talks=.6", "--why", "it costs too much"]);
    desk.works(&["--author", "ben", "forecast", "add", "arms=.6", "talks=.3", "--why", "they need it"]);
    desk.works(&["--author", "ann", "forecast", "add", "arms=.15", "talks=.6"]);
    let said = desk.works(&["forecast", "list"]);
    assert!(said.contains("ben       2030-02-18   .60    .30    .10  arms +.2") && said.contains("together"), "{said}");
    assert_eq!(desk.works(&["forecast", "list", "--all"]).lines().filter(|line| line.starts_with("ann")).count(), 2);
    let mut refused = |args: &[&str], words: &str| {
        let said = desk.case(&[&["forecast", "add"][..], args].concat());
        assert!(said.err.starts_with(words) && said.code == 1, "{args:?}: {}", said.err);
    };
    refused(&["arms=.5", "talks=.6"], "error: the probabilities of the forecast sum to 1.1: all of them sum to 1");
    refused(&["arms=1", "talks=.6"], "error: the forecast gives \"arms\" a probability of 1; it must lie between");
    refused(&["arms=.5"], "error: the forecast says nothing of \"talks\"\n");
    refused(&["arms=.2", "arms=.3", "talks=.1"], "error: arms is named twice");
    desk.works(&["hypothesis", "add", "bluff", "A bluffs", "--prior", ".1"]);
    let said = desk.works(&["forecast", "list"]);
    assert!(
        said.ends_with("nothing is pooled: none of these speaks of every hypothesis; `forecast add` says it anew\n"),
        "{said}"
    );
}

#[test]
fn what_came_true_scores_everybody_and_teaches_trust_unless_somebody_acted_on_it() {
    let mut desk = desk();
    desk.works(&["source", "add", "Herald", "--also", "Two officials", "--marking", "TLP:CLEAR"]);
    desk.works(&["source", "grade", "Herald", "C", "--why", "new"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    desk.works(&["--author", "ben", "forecast", "add", "arms=.6", "talks=.3"]);
    let said = desk.case(&["score"]);
    assert_eq!(
        said.err,
        "error: the question of this case has not been resolved\n hint: `resolve KEY --on DATE --how TEXT` says what came true\n"
    );
    let said = desk.case(&["resolve", "arms", "--on", "2031-02-01", "--how", "seen"]);
    assert!(
        said.err.starts_with("error: the resolution is dated 2031-02-01, which has not come yet\n"),
        "{}",
        said.err
    );
    // Two days later. What was said when it was known, or later, is hindsight.
    let how = ["--on", "2030-02-20", "--how", "seen in the port"];
    let said = desk.case_step(200_000, &[&["resolve", "arms"][..], &how].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    let said = desk.case_step(200_001, &["--author", "eve", "forecast", "add", "arms=.99", "talks=.005"]);
    assert!(said.err.starts_with("error: the question is resolved, and what is forecast after that is no forecast\n"));
    let said = desk.case_step(200_003, &[&["resolve", "talks"][..], &how].concat());
    assert!(said.err.contains("take it back first: `resolve --undo --why REASON`"), "{}", said.err);
    let scores = desk.case_step(200_004, &["score"]);
    insta::assert_snapshot!("scores", scores.out);
    assert!(desk.works(&["score", "--format", "svg"]).starts_with("<svg"));
    let table = desk.works(&["score", "--format", "csv"]);
    let begins: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').skip(1).take(2).collect()).collect();
    assert_eq!(
        begins[..4],
        [["what", "name"], ["case", "Will A arm B?"], ["person", "ben"], ["source", "Herald"]],
        "{table}"
    );
    assert!(!table.contains(['[', '{']), "{table}");

    // Another case learns of it: a C of three and two has been right once more.
    let first = desk.place.clone();
    desk.works(&["case", "new", "Will A arm D?", "--marking", "TLP:CLEAR"]);
    let cases = desk.listed(&["case", "list"]);
    let id = |place: usize| cases[place]["id"].as_str().unwrap()[..8].to_owned();
    desk.place = format!("@c.tearline#{}", id(1));
    desk.works(&["collect", "@report.txt", "--date", "2030-02-11"]);
    desk.works(&["hypothesis", "add", "arms", "A arms D", "--prior", ".2"]);
    desk.works(&["hypothesis", "add", "talks", "A talks to D", "--prior", ".5"]);
    add(&mut desk, "two officials", "order had been signed", SIGNED, &[]);
    let trust = |desk: &mut Desk| weighed(desk, &[])["roots"][0]["trust"].as_f64().unwrap();
    assert!((trust(&mut desk) - 4.0 / 6.0).abs() < 1e-9);

    // Where somebody acted on it, it teaches nothing, and is listed.
    desk.place = format!("@c.tearline#{}", id(0));
    desk.works(&["resolve", "--undo", "--why", "they were warned"]);
    let said = [&["resolve", "arms"][..], &how, &["--intervention", "we warned them in January"]].concat();
    assert_eq!(desk.case_step(200_002, &said).code, 0);
    let said = desk.works(&["score"]);
    assert!(
        said.contains("left out, since somebody acted on it") && said.contains("we warned them in January"),
        "{said}"
    );
    desk.place = format!("@c.tearline#{}", id(1));
    assert!((trust(&mut desk) - 3.0 / 5.0).abs() < 1e-9);
    desk.place = first;
}

#[test]
fn what_cannot_be_weighed_is_refused_with_the_reason() {
    let mut desk = desk();
    let id = claim(&mut desk, "order had been signed");
    let mut refused = |args: &[&str], words: &str| {
        let said = desk.case(args);
        assert!(said.err.starts_with(words), "{args:?}: {}", said.err);
        assert_eq!(said.code, 1);
    };
    let root = ["evidence", "add", "--root", "r", "--claim", &id];
    let with = |bands: &[&'static str]| [&root[..], bands].concat();
    refused(
        &with(&["--likelihood=arms=0", "--likelihood=talks=.5", "--likelihood=other=.5"]),
        "error: the likelihood of r under \"arms\" is 0 to 0; both ends must lie between 0 and 1 and be neither: nothing observed \
         later could move a certainty back\n",
    );
    refused(&with(&["--likelihood=arms=.5", "--likelihood=talks=.5"]), "error: r states no likelihood under \"other\"");
    refused(
        &with(&["--likelihood=arms=.5", "--likelihood=talks=.5", "--likelihood=other=.5", "--date", "2031-01-01"]),
        "error: the evidence of \"r\" is dated 2031-01-01, which has not come yet\n",
    );
    refused(
        &["hypothesis", "add", "again", "a arms b BEFORE 2031", "--prior", ".1"],
        "error: \"again\" says what \"arms\" says; hypotheses exclude each other",
    );
    refused(
        &["hypothesis", "add", "more", "Something else", "--prior", ".4"],
        "error: with \"more\" at 0.4 the stated",
    );
    let silent = ["indicator", "add", "certain", "--words", "x", "--likelihood=arms=1", "--likelihood=talks=.5"];
    refused(
        &[&silent[..], &["--likelihood=other=.5"]].concat(),
        "error: the likelihood of \"certain\" under \"arms\" is 1 to 1; both ends must lie between 0 and 1",
    );
    let crossed = ["indicator", "add", "w", "--from", "2030-03", "--until", "2030-02-01", "--likelihood=arms=.5"];
    refused(
        &[&crossed[..], &["--likelihood=talks=.5", "--likelihood=other=.5"]].concat(),
        "error: the window begins on 2030-03 and ends on 2030-02-01, which is before that\n",
    );
    refused(
        &["hypothesis", "horizon", "2031-01-01", "--how", " "],
        "error: the way in which it will be decided is empty\n",
    );
    refused(
        &["hypothesis", "add", "a=b", "A arms B twice", "--prior", ".01"],
        "error: \"a=b\" is no key: a key is a word",
    );
    refused(
        &["hypothesis", "add", "Other", "A arms B twice", "--prior", ".01"],
        "error: \"Other\" is no key: a key is a word",
    );
    refused(
        &["hypothesis", "add", "q", "Will it be so?", "--prior", ".01"],
        "error: the hypothesis \"Will it be so?\" is not",
    );
    let tiny = ["indicator", "add", "tiny", "--words", "x", "--likelihood=arms=.5", "--likelihood=talks=1e-17"];
    refused(
        &[&tiny[..], &["--likelihood=other=.5"]].concat(),
        "error: the likelihood of \"tiny\" under \"talks\" is 0.00000",
    );
    refused(&["resolve", "war", "--on", "2030-02-01", "--how", "x"], "error: there is no hypothesis \"war\"\n");
    refused(&["resolve", "--undo", "--why", "x"], "error: the question of this case has not been resolved\n");
}

#[test]
fn the_past_stays_as_it_was_whatever_is_rejected_or_falls_silent_later() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let stated = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1", "--until", "2030-03-01"];
    desk.works(&[&["indicator", "add", "ships leave", "--words", "ships left"][..], &stated].concat());
    let then = probabilities(&mut desk, &["--as-of", "2030-02-18T12:01Z"]);
    // A month later the indicator is silent, and the claim was rejected.
    let id = claim(&mut desk, "order had been signed");
    let said = desk.case_step(2_000_000, &["claim", "reject", &id, "--why", "a forgery"]);
    assert!(said.out.contains("Will A arm B? arms ") && said.code == 0, "what rests on it is named: {said:?}");
    assert_ne!(probabilities(&mut desk, &[]), then);
    assert_eq!(probabilities(&mut desk, &["--as-of", "2030-02-18T12:01Z"]), then);
}

#[test]
fn a_claim_that_is_evidence_already_holds_an_indicator_open_until_somebody_says_what_it_shows() {
    let mut desk = desk();
    add(&mut desk, "two officials", "order had been signed", SIGNED, &["--grade", "B"]);
    let before = probabilities(&mut desk, &[]);
    let window = ["--from", "2030-01-01", "--until", "2030-02-01"];
    let stated = ["--likelihood=arms=.8", "--likelihood=talks=.3", "--likelihood=other=.1"];
    desk.works(&[&["indicator", "add", "an order", "--words", "order signed"][..], &window, &stated].concat());
    assert!(desk.works(&["indicator", "list"]).contains("undecided"));
    let found = desk.listed(&["indicator", "matches"]);
    assert_eq!(found[0]["reasons"][2], "is evidence already: two officials");
    let id = found[0]["claim"].as_str().unwrap()[..8].to_owned();
    desk.works(&["indicator", "accept", "an order", &id]);
    assert!(desk.works(&["indicator", "list"]).contains("seen"));
    assert_eq!(probabilities(&mut desk, &[]), before, "it counts once, as it was stated");
}

#[test]
fn a_forecast_is_seen_by_those_alone_who_see_what_its_author_could() {
    let mut desk = desk();
    desk.write("secret.txt", "An agent said that the order was a bluff.");
    desk.works(&["collect", "@secret.txt", "--marking", "TLP:RED"]);
    desk.works(&["--author", "eve", "forecast", "add", "arms=.05", "talks=.9", "--why", "the agent says so"]);
    let said = desk.works(&["--view-as", "TLP:GREEN", "forecast", "list"]);
    assert_eq!(said, "nobody has forecast anything yet: `forecast add` does\n");
    assert!(desk.works(&["forecast", "list"]).starts_with("TLP:RED\n"));
    let secret = claim(&mut desk, "a bluff");
    let bands = ["--likelihood=arms=.2", "--likelihood=talks=.6", "--likelihood=other=.2"];
    desk.works(&[&["evidence", "add", "--root", "an agent", "--claim", &secret][..], &bands].concat());
    desk.works(&["evidence", "withdraw", "--root", "an agent", "--why", "a fabricator"]);
    for format in ["text", "csv", "svg", "html"] {
        assert!(desk.works(&["weigh", "--format", format]).contains("TLP:RED"), "{format} names what is set aside");
    }
}

#[test]
fn the_sample_case_is_judged_day_by_day_as_its_folder_says() {
    let mut desk = Desk::new();
    let said = desk.run(&["demo", "@walk"]);
    assert_eq!(said.code, 0, "{}", said.err);
    desk.place = "@walk/lethal-aid.tearline".to_owned();
    let history = desk.works(&["weigh", "--history"]);
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/lethal-aid/history.txt");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(kept, &history).unwrap();
    }
    assert_eq!(history, std::fs::read_to_string(kept).unwrap(), "INSTA_UPDATE=always writes it anew");
    for format in ["html", "svg"] {
        let page = desk.works(&["weigh", "--format", format]);
        assert!(page.contains("dual-use") && page.contains("2024-09-25"), "{format}");
    }
}
