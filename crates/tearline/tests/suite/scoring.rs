//! Forecasts of several people, scored alone and pooled.

use crate::desk::Desk;

/// A file of forecasts: question, forecaster, probability, time, outcome.
fn file(rows: &[(&str, &str, &str, &str, &str)]) -> String {
    let mut text = "question_id,forecaster,probability,timestamp,outcome\n".to_owned();
    for (question, forecaster, probability, time, outcome) in rows {
        text += &format!("{question},{forecaster},{probability},{time},{outcome}\n");
    }
    text
}

const TWO: [(&str, &str, &str, &str, &str); 5] = [
    ("convoy", "ann", ".9", "2030-01-01", "1"),
    ("convoy", "ben", ".5", "2030-01-02", "1"),
    ("port", "ann", ".2", "2030-01-01", "0"),
    // A second word takes the place of the first.
    ("convoy", "ann", ".7", "2030-01-03", "1"),
    ("vote", "ben", ".4", "2030-01-05", ""),
];

#[test]
fn the_last_word_of_each_counts_and_what_is_not_decided_is_not_scored() {
    let mut desk = Desk::new();
    desk.write("two.csv", file(&TWO));
    let said = desk.run(&["score", "--forecasts", "@two.csv", "--format", "json"]);
    let scores: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let near =
        |name: &str, value: f64| assert!((scores[name].as_f64().unwrap() - value).abs() < 1e-9, "{name}: {scores}");
    // ann .7 and .2, ben .5 of things that came true, did not, and came true.
    near("individual", (0.09 + 0.25 + 0.04) / 3.0);
    near("mean", (0.16 + 0.04) / 2.0);
    near("learnt", scores["log_odds"].as_f64().unwrap());
    assert_eq!((&scores["exponent"], &scores["questions"], &scores["undecided"]), (&1.0.into(), &2.into(), &1.into()));
    let said = desk.run(&["score", "--forecasts", "@two.csv"]);
    assert!(
        said.out.ends_with(
            "2 questions, 3 forecasts; exponent 1.00, recency 0.00\n1 question not decided yet and not scored\n"
        ),
        "{}",
        said.out
    );
}

#[test]
fn the_last_word_is_the_last_whatever_zone_it_is_written_in() {
    let mut desk = Desk::new();
    // One o'clock five hours east of Greenwich is before half past midnight there, though its digits are greater.
    desk.write(
        "zones.csv",
        file(&[
            ("convoy", "ann", ".6", "2030-01-01T00:30:00Z", "1"),
            ("convoy", "ann", ".9", "2030-01-01T01:00:00+05:00", "1"),
        ]),
    );
    let said = desk.run(&["score", "--forecasts", "@zones.csv", "--format", "json"]);
    let scores: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert!((scores["individual"].as_f64().unwrap() - 0.16).abs() < 1e-9, "{scores}");
}

#[test]
fn pooling_is_learnt_from_decided_questions() {
    let mut desk = Desk::new();
    let mut rows = Vec::new();
    let names: Vec<String> = (0..60).map(|number| number.to_string()).collect();
    for (number, name) in names.iter().enumerate() {
        let (early, late, outcome) = if number % 3 == 0 { (".5", ".7", "1") } else { (".5", ".3", "0") };
        rows.push((name.as_str(), "ann", early, "2030-01-01", outcome));
        rows.push((name.as_str(), "ben", late, "2030-01-02", outcome));
    }
    desk.write("old.csv", file(&rows));
    let said = desk.run(&["score", "--train", "@old.csv", "--forecasts", "@old.csv", "--format", "json"]);
    let scores: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert!(scores["learnt"].as_f64() < scores["log_odds"].as_f64(), "{scores}");
    assert!(scores["exponent"].as_f64() > Some(2.0) && scores["recency"].as_f64() > Some(2.0), "{scores}");
}

#[test]
fn what_cannot_be_scored_is_named() {
    let hint =
        " hint: give CSV with question_id, forecaster, probability (0 to 1), timestamp and outcome (0, 1 or empty)";
    let mut desk = Desk::new();
    let mut refused = |rows: &[(&str, &str, &str, &str, &str)], why: &str| {
        desk.write("odd.csv", file(rows));
        desk.fails(&["score", "--forecasts", "@odd.csv"], 1, &format!("error: HERE/odd.csv: {why}\n{hint}"));
    };
    refused(&[], "it holds no question whose outcome is known");
    refused(&[("a", "ann", "1.5", "2030", "1")], "line 2 has the probability 1.5");
    refused(&[("a", "ann", "NaN", "2030", "1")], "line 2 has the probability NaN");
    refused(&[("a", "ann", ".5", "2030", "2")], "line 2 has the outcome 2");
    refused(
        &[("a", "ann", ".5", "2030", "1"), ("a", "ben", ".5", "2030", "0")],
        "line 3 gives the question \"a\" another outcome than before",
    );
    let mut untimed = |times: [&str; 2], words: &str| {
        let rows: Vec<_> = times.iter().map(|time| ("a", "ann", ".5", *time, "1")).collect();
        desk.write("untimed.csv", file(&rows));
        desk.fails(&["score", "--forecasts", "@untimed.csv"], 1, &format!("error: HERE/untimed.csv: {words}"));
    };
    untimed(
        ["2030-01-01", "01/02/2030"],
        "line 3 has the timestamp \"01/02/2030\", which names no moment\n hint: write 2030-03-01, 2030-03-01T09:00+02:00 or a \
         number",
    );
    untimed(
        ["17", "2030-01-01"],
        "line 3 has the timestamp \"2030-01-01\", and a number and a date have no order\n hint: write all timestamps as dates, or \
         all as numbers",
    );
    desk.write("other.csv", "name,p\na,.5\n");
    let said = desk.run(&["score", "--forecasts", "@other.csv"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("missing field `question_id`"), "{}", said.err);
}
