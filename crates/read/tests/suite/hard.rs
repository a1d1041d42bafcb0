//! Texts that break readers of news. None is an error; what is odd about each is said.

use crate::{problems, reading, sound};

/// Reads `text`, sees that the reading is sound, and compares the kinds of its problems.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = reading(text);
    sound::check(text, &found);
    assert_eq!(problems(text), expected, "{:?}", found.problems.first());
}

/// The contents of the claims of a text.
fn contents(text: &str) -> Vec<String> {
    reading(text).claims.into_iter().map(|claim| claim.content.text).collect()
}

const PLAIN: &str = "The ministry said again that the port would stay closed. ";

#[test]
fn nothing_at_all_and_nothing_that_shows() {
    for text in ["", " \n\t ", "\u{feff}", "\u{feff}\r\n\u{200b}"] {
        check(text, &["empty"]);
    }
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_other_systems_change_nothing() {
    let plain = "Ministry denies report\n\nThe ministry said that the port was closed. “We know,” she said.\n";
    let expected = contents(plain);
    assert_eq!(contents(&format!("\u{feff}{plain}")), expected);
    assert_eq!(contents(&plain.replace('\n', "\r\n")), expected);
    check(&plain.replace('\n', "\r\n"), &[]);
}

#[test]
fn zero_bytes_and_control_characters_are_blanks() {
    let text = "The ministry\0said\u{1b} that the port was closed.";
    check(text, &["control"]);
    assert_eq!(contents(text), ["that the port was closed"]);
}

#[test]
fn quotations_that_nobody_closes() {
    check("He said: “We will go.\nThe port was closed, she said. “And then", &["unclosed-quote"]);
    check("\"\"\"", &["empty", "unclosed-quote"]);
}

#[test]
fn quotations_in_quotations() {
    let text = "“They told us, ‘The “old” port is closed,’ and we left,” the captain said of the order. He said “no”.";
    check(text, &[]);
    assert!(!contents(text).is_empty());
}

#[test]
fn a_cable_in_capitals_is_read_as_far_as_possible() {
    let text = PLAIN.to_uppercase().repeat(3);
    check(&text, &["capitals"]);
}

#[test]
fn another_language_is_named_and_nothing_fails() {
    let french = "Le ministère a déclaré lundi que le port resterait fermé jusqu'à la fin de la semaine.";
    check(french, &["language"]);
    assert_eq!(reading(french).document.language.as_deref(), Some("fr"));
    let arabic = "قال الوزير يوم الاثنين إن الميناء سيبقى مغلقا حتى نهاية الأسبوع.";
    check(arabic, &["language"]);
    let mixed = PLAIN.repeat(30) + "\n" + &[arabic; 20].join(" ");
    check(&mixed, &["language"]);
    assert_eq!(reading(&mixed).document.language.as_deref(), Some("en"));
    assert_eq!(reading(&mixed).claims.len(), 30);
}

#[test]
fn names_in_other_scripts_and_marks_of_direction_stand_in_english_news() {
    let text = "\u{202a}The ministry said that Orlo (\u{200f}אורלו\u{200e}) and Verrin (Веррин) had met.\u{202c}";
    check(text, &[]);
    assert_eq!(contents(text).len(), 1);
}

#[test]
fn tables_lists_and_bylines_are_lines_of_their_own() {
    let text = "By Orlo Vane\nVERRIN PORT\n\nShip\tTons\tFlag\nAsher\t1,200\tCorvania\nVale\t900\tVerrin\n\n| a | b |\n|---|---|\n";
    check(text, &[]);
}

#[test]
fn a_word_of_a_hundred_thousand_letters_and_one_of_as_many_parts() {
    check(&format!("He said that {} was so.", "a".repeat(100_000)), &[]);
    check(&format!("He said that {}so.", "a-".repeat(100_000)), &[]);
    check(&format!("He said that https://a.example/{} was so.", "é/".repeat(50_000)), &[]);
}

#[test]
fn brackets_opened_a_hundred_thousand_times() {
    check(&format!("He said {}that it was so.", "(".repeat(100_000)), &[]);
    check(&format!("He said {}so.", "that he said ".repeat(2_000)), &["cues"]);
}

#[test]
fn a_hundred_thousand_marks_of_each_kind() {
    for mark in ["!", "?", ".", "…", "-", "'", "’", "»", "$", "., ", "! ", ".) ", "a.b."] {
        let text = mark.repeat(100_000);
        sound::check(&text, &reading(&text));
    }
}

#[test]
fn a_hundred_thousand_quotations_are_counted_and_not_all_listed() {
    check(&"“no” ".repeat(100_000), &["no-capitals"]);
    let found = reading(&"“no\nyes\n".repeat(10_000));
    assert!(found.problems.len() < 60);
    assert!(found.problems.iter().any(|problem| problem.message.ends_with("more of this kind are not listed")));
}

#[test]
fn a_hundred_thousand_lines_of_one_word() {
    let text = "port\n".repeat(100_000);
    sound::check(&text, &reading(&text));
}

#[test]
fn one_line_of_more_than_a_megabyte_is_read_in_windows_and_says_so() {
    let text = PLAIN.repeat(20_000);
    let found = reading(&text);
    sound::check(&text, &found);
    assert_eq!(found.claims.len(), 20_000);
    assert_eq!(found.claims.last().unwrap().sentence, 19_999);
    let [window] = &found.problems[..] else { panic!("{:?}", found.problems) };
    assert_eq!(window.kind, "window");
    assert!(window.message.contains("cut at one place"), "{}", window.message);
}

#[test]
fn thousands_of_cues_without_anything_else() {
    check(&"said ".repeat(5_000), &["no-capitals", "cues"]);
    let text = "He declined to comment. ".repeat(4_000);
    let found = reading(&text);
    sound::check(&text, &found);
    assert_eq!(found.claims.len(), 4_000);
}
