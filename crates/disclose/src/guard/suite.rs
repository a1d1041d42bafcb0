//! What the guard finds, and what it leaves alone.

use proptest::prelude::*;

use super::{Found, Secrets, Tier, Watch, page};

const PROTECTED: &str = "The dispatcher Orlo Kestrin said that 1,243 shells left pier nine at Harrow on 14 May 2029 at 04:30. \
    The boss of the yard is afraid of his brother-in-law, who counts the crates at night. Account KD 4411-08 paid for them.";
const OPEN: &str = "Norland is weighing whether to send shells to Suderland, officials said on 2 May 2029. Minister Ana Vále met 300 workers.";

/// What is found in a line, surest first.
fn found(line: &str) -> Vec<(Tier, String)> {
    let mut secrets = Secrets::default();
    secrets.add(PROTECTED, 7);
    let mut watch = Watch::new(&secrets, [line]);
    watch.open(OPEN);
    let mut all: Vec<(Tier, String)> =
        watch.found().remove(0).into_iter().map(|Found { tier, span, .. }| (tier, line[span].to_owned())).collect();
    all.sort();
    all
}

#[test]
fn the_same_token_is_found_however_it_is_written() {
    for (line, words) in [
        ("A man called KESTRIN was there.", "KESTRIN"),
        ("A man called Kestrin, Orlo was there.", "Kestrin, Orlo"),
        ("A man called К\u{435}strin was there.", "К\u{435}strin"),
        ("A man called Kes\u{ad}trin’s friend was there.", "Kes\u{ad}trin’s"),
        ("It happened at Har-\nrow.", "Har-\nrow"),
        ("It happened on 2029-05-14.", "2029-05-14"),
        ("It happened on May 14th.", "May 14th"),
        ("It began at half past four in the morning.", "half past four in the morning"),
        ("They took one thousand two hundred and forty-three of them.", "one thousand two hundred and forty-three"),
        ("The account is KD 441108.", "KD 441108"),
        ("Look at Pier 9 again.", "Pier 9"),
        ("He is afraid of his brother-in-law, they say.", "brother-in-law"),
    ] {
        let found = found(line);
        assert!(found.iter().any(|(tier, said)| *tier == Tier::Same && said.contains(words)), "{line}: {found:?}");
    }
}

#[test]
fn what_is_rounded_or_turned_round_is_near() {
    for line in ["More than 1,200 shells were seen.", "Between 1,000 and 1,500 shells were seen."] {
        let found = found(line);
        assert!(found.iter().any(|(tier, _)| *tier == Tier::Near), "{line}: {found:?}");
    }
}

#[test]
fn what_is_open_or_common_is_left_alone() {
    for line in [
        "Officials said on 2 May 2029 that Norland is weighing whether to send shells.",
        "On 2029-05-02 officials said so.",
        "Minister Vale met three hundred workers.",
        "In 2029 some shells were sent in the spring.",
        "Two officials said that they will meet in ten days.",
        "The House and the Senate met in Washington.",
    ] {
        assert_eq!(
            found(line).into_iter().filter(|(tier, _)| *tier != Tier::Meaning).collect::<Vec<_>>(),
            [],
            "{line}"
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_looked_over(protected in any::<String>(), line in any::<String>(), open in any::<String>()) {
        let mut secrets = Secrets::default();
        secrets.add(&protected, 0);
        let mut watch = Watch::new(&secrets, [line.as_str()]);
        watch.open(&open);
        for one in watch.found().into_iter().flatten() {
            // What is found stands in the line.
            prop_assert!(line.get(one.span).is_some());
        }
        let _ = page(&line);
    }

    #[test]
    fn figures_and_marks_in_any_order_are_looked_over(line in "[0-9a-zA-Z .,:/%'\\-]{0,60}", open in "[0-9a-z .,:/-]{0,60}") {
        let mut secrets = Secrets::default();
        secrets.add(&line, 0);
        let mut watch = Watch::new(&secrets, [line.as_str()]);
        watch.open(&open);
        let _ = watch.found();
        // What is open is explained by itself.
        let mut watch = Watch::new(&secrets, [line.as_str()]);
        watch.open(&line);
        let same = watch.found().into_iter().flatten().filter(|one| one.tier == Tier::Same).count();
        prop_assert_eq!(same, 0);
    }
}
