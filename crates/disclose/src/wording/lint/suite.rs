//! How the rules are tested, and what holds of every text.

use proptest::prelude::*;
use record::words::Ladder;

use super::{Finding, Options, RULES, Severity, lint};

/// What one rule finds.
fn of(rule: &str, text: &str) -> Vec<Finding> {
    assert!(RULES.iter().any(|(known, _)| *known == rule), "{rule} is no rule");
    let found = lint(text, &Options::default());
    sound(text, &found);
    found.into_iter().filter(|finding| finding.rule == rule).collect()
}

/// The rule finds these words and no others.
#[track_caller]
pub(super) fn check(rule: &str, text: &str, expected: &[&str]) {
    let found: Vec<String> = of(rule, text).iter().map(|finding| finding.span.of(text).to_owned()).collect();
    assert_eq!(found, expected, "{text}");
}

/// The rule finds nothing.
#[track_caller]
pub(super) fn clean(rule: &str, text: &str) {
    check(rule, text, &[]);
}

/// What the rule says and suggests.
pub(super) fn said(rule: &str, text: &str) -> Vec<(String, Option<String>)> {
    of(rule, text).into_iter().map(|finding| (finding.message, finding.suggestion)).collect()
}

/// How bad what the rule finds is.
pub(super) fn severities(rule: &str, text: &str) -> Vec<Severity> {
    of(rule, text).into_iter().map(|finding| finding.severity).collect()
}

/// Everything that is found in a text that is to stand on a ladder.
pub(super) fn on(ladder: Ladder, text: &str) -> Vec<Finding> {
    lint(text, &Options { ladder: Some(ladder), ..Options::default() })
}

/// What must hold of every finding.
#[track_caller]
fn sound(text: &str, found: &[Finding]) {
    for finding in found {
        let words = text.get(finding.span.start..finding.span.end).expect("a span lies on characters of the text");
        assert!(!words.is_empty() && !words.starts_with(char::is_whitespace), "{finding:?}");
        assert!(RULES.iter().any(|(known, _)| *known == finding.rule), "{finding:?}");
        assert!(finding.message.contains("; ") || finding.message.contains(": "), "no way out: {finding:?}");
    }
    assert!(found.is_sorted_by_key(|finding| finding.span), "in the order of the text");
}

#[test]
fn every_rule_has_a_name_of_its_own_in_small_letters() {
    for (rule, about) in RULES {
        assert!(rule.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-') && !about.is_empty());
        assert_eq!(RULES.iter().filter(|(other, _)| *other == rule).count(), 1);
    }
}

#[test]
fn a_draft_is_gone_through_in_its_order() {
    let text = "KEY JUDGEMENTS\n\n- We judge with high confidence that Norland is likely (90 %) to send shells.\n\
                - It might possibly send \u{201c}undoubtedly\u{201d} more.\n- It is reportedly unprecedented.\n";
    let found: Vec<(Severity, &str, &str)> =
        lint(text, &Options::default()).iter().map(|found| (found.severity, found.rule, found.span.of(text))).collect();
    assert_eq!(
        found,
        [
            (Severity::Warning, "confidence-without-basis", "high confidence"),
            (Severity::Error, "likelihood-with-confidence", "high confidence"),
            (Severity::Error, "word-against-number", "likely"),
            (Severity::Warning, "double-hedge", "might possibly"),
            (Severity::Note, "unsourced", "reportedly"),
            (Severity::Warning, "absolute", "unprecedented"),
        ]
    );
}

/// A third of a second each without optimisation. A rule that went over these again and again would take hours.
#[test]
fn a_megabyte_of_anything_is_gone_through() {
    const SIZE: usize = 1 << 20;
    for part in [
        "might possibly likely 90 % ",
        "likely ",
        "unprecedented, the largest ever, said clearly ",
        "might. ",
        "90 % chance ",
        "\u{201c}",
        "'a ",
        ". ",
        "a.",
        ".)",
        "- x\n",
        "\n",
        "0.",
        "not ever ",
        "It is likely (90 %) with high confidence. ",
        "\u{1f1e6}\u{301}",
        ")",
        "1",
    ] {
        let text = part.repeat(SIZE / part.len());
        let found = lint(&text, &Options::default());
        assert!(found.is_sorted_by_key(|finding| finding.span));
    }
}

/// Words that rules know, signs that sentences turn on, and anything.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        prop::sample::select(vec![
            "likely",
            "Very likely",
            "highly likely",
            "MIGHT",
            "may",
            "possibly",
            "high confidence",
            "because",
            "90 %",
            "0.7",
            "chance",
            "3 in 10",
            "55-80 percent",
            "clearly",
            "ever",
            "largest",
            "said",
            "it is believed that",
            "not",
            ".",
            "!",
            "\u{201c}",
            "\u{201d}",
            "\"",
            "'",
            "\u{2019}",
            "(",
            ")",
            "- ",
            "\n",
            "\n\n",
            "> ",
            "# ",
            "U.S.",
            "No.",
            "%",
            "\u{ab}",
            "\u{2026}",
            "- ",
            "1. ",
            "\u{300}",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec((part, prop::sample::select(vec![" ", "", "\n", "-"])), 0..40)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, gap)| [part, gap.to_owned()]).collect())
}

proptest! {
    #[test]
    fn no_text_panics_and_every_span_lies_in_it(text in text(), ladder in 0_usize..5) {
        let options = Options { ladder: Ladder::ALL.get(ladder).copied(), ..Options::default() };
        sound(&text, &lint(&text, &options));
    }

    #[test]
    fn what_is_quoted_whole_is_left_alone(text in "[a-zA-Z %0-9.,]{0,80}") {
        prop_assert_eq!(lint(&format!("\u{201c}{text} might likely, with high confidence\u{201d}"), &Options::default()), []);
    }
}
