//! Whether the words of a line say what stands behind them, and no more.
//!
//! A claim is read once when it comes in and once more as it is about to go out: the line is read as any text is, and the two
//! readings are laid side by side. What was hedged must not lose its hedge on the way, what was denied its denial, one
//! mouth must not become several, and what somebody said must not become what is so. Each rule says what is wrong, why,
//! and what could be written instead; none changes a word.

use std::collections::BTreeSet;

use record::reading::{Certainty, Claim, Polarity, Reading, SourceKind, Stage, Stance};
use serde::Serialize;

/// Where a line says more, or less, than what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Infidelity {
    /// The rule, one of [`FIDELITY`].
    pub rule: &'static str,
    /// What is wrong and why.
    pub message: String,
    /// What to do.
    pub mend: String,
}

/// Every rule with what it asks for, in a few words.
pub const FIDELITY: [(&str, &str); 6] = [
    ("report-as-fact", "what somebody said is not said as what is so"),
    ("dropped-hedge", "what was put as unsure is not put as sure"),
    ("dropped-stage", "what is considered is not said to be decided or done"),
    ("dropped-denial", "what is denied is not said without its denial"),
    ("false-plural", "one mouth does not become several"),
    ("unsupported-figure", "no number that stands in nothing behind the line"),
];

/// Where the words of a line differ from the claims behind it. `line` is the reading of its words, `text` the words themselves,
/// `claims` what stands behind it, `roots` how many of these are independent.
pub fn fidelity(text: &str, line: &Reading, claims: &[&Claim], roots: usize) -> Vec<Infidelity> {
    let mut found = Vec::new();
    if claims.is_empty() {
        return found;
    }
    found.extend(as_fact(text, line, claims));
    found.extend(hedge(text, line, claims));
    found.extend(stage(line, claims));
    found.extend(denial(text, line, claims));
    found.extend(plural(text, line, claims, roots));
    found.extend(figure(text, claims));
    found
}

fn as_fact(text: &str, line: &Reading, claims: &[&Claim]) -> Option<Infidelity> {
    let attributed = line.claims.iter().any(|claim| claim.source.kind != SourceKind::None);
    let says_so = ["according to", "reportedly", "is said to", "are said to", "we assess", "we judge", "reports that"];
    let lower = text.to_lowercase();
    if attributed || says_so.iter().any(|phrase| lower.contains(phrase)) {
        return None;
    }
    let source = claims.iter().map(|claim| claim.source.kind).find(|kind| *kind != SourceKind::None)?;
    let who = match source {
        SourceKind::Named => "a person who is named",
        SourceKind::Unnamed => "people who are not named",
        SourceKind::Organisation => "an organisation",
        SourceKind::Document | SourceKind::None => "a document",
    };
    Some(Infidelity {
        rule: "report-as-fact",
        message: format!("this is said as a fact, and behind it is what {who} said"),
        mend: "say whose words they are, without a name where none may be given (\"An official says that …\"), or state it \
               as a judgement with its likelihood"
            .to_owned(),
    })
}

fn hedge(text: &str, line: &Reading, claims: &[&Claim]) -> Option<Infidelity> {
    let open = |certainty: &Certainty| certainty.high < 0.95 && certainty.low > 0.0;
    // Each of them is unsure; one that is sure would carry the line.
    let hedged = claims.iter().all(|claim| open(&claim.certainty));
    let kept = line.claims.iter().any(|claim| open(&claim.certainty));
    let lower = text.to_lowercase();
    let words: BTreeSet<&str> =
        claims.iter().map(|claim| claim.certainty.words.as_str()).filter(|words| !words.is_empty()).collect();
    if !hedged || kept || words.iter().any(|word| lower.contains(&word.to_lowercase())) {
        return None;
    }
    let words = words.into_iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    Some(Infidelity {
        rule: "dropped-hedge",
        message: format!("behind this the words are unsure ({words}), and here they are not"),
        mend: "keep the hedge, or a word of the ladder that has its place".to_owned(),
    })
}

fn stage(line: &Reading, claims: &[&Claim]) -> Option<Infidelity> {
    let rank = |stage: Stage| match stage {
        Stage::Considered => Some(1),
        Stage::Decided => Some(2),
        Stage::Prepared => Some(3),
        Stage::UnderWay => Some(4),
        Stage::Done => Some(5),
        Stage::Halted | Stage::None => None,
    };
    let behind = claims.iter().filter_map(|claim| rank(claim.stage)).max()?;
    let stages = line.claims.iter().filter(|claim| claim.polarity == Polarity::Positive);
    let said = stages.filter_map(|claim| rank(claim.stage)).max()?;
    let names = ["", "considered", "decided", "prepared", "under way", "done"];
    let name = |rank: usize| names.get(rank).copied().unwrap_or_default();
    (said > behind).then(|| Infidelity {
        rule: "dropped-stage",
        message: format!("behind this it is {}, and here it is {}", name(behind), name(said)),
        mend: format!("say that it is {}", name(behind)),
    })
}

fn denial(text: &str, line: &Reading, claims: &[&Claim]) -> Option<Infidelity> {
    let denies = |claim: &&&Claim| claim.stance == Stance::Denies;
    let negates = |claim: &&&Claim| claim.polarity == Polarity::Negative && claim.stance != Stance::Denies;
    let lower = text.to_lowercase();
    let told = line.claims.iter().any(|claim| claim.stance == Stance::Denies)
        || ["den", "reject", "dismiss", "refut"].iter().any(|stem| has_word(&lower, stem));
    if let (Some(claim), false) = (claims.iter().find(denies), told) {
        let all = claims.iter().filter(denies).count() == claims.len();
        let message = if all {
            format!("behind this is a denial (\"{}\"), and here it is none", claim.cue.text)
        } else {
            format!("behind this is also a denial (\"{}\"), which is left out", claim.cue.text)
        };
        return Some(Infidelity { rule: "dropped-denial", message, mend: "say who denies it".to_owned() });
    }
    let negative = ["not", "no", "never", "nor", "without", "neither", "n't"];
    let said = line.claims.iter().any(|claim| claim.polarity == Polarity::Negative)
        || lower
            .split(|character: char| !character.is_alphanumeric() && character != '\'')
            .any(|word| negative.contains(&word) || word.ends_with("n't"));
    let all = claims.iter().filter(negates).count() == claims.len();
    (all && !said).then(|| Infidelity {
        rule: "dropped-denial",
        message: "behind this it is said that something is not so, and here that it is".to_owned(),
        mend: "keep the negation".to_owned(),
    })
}

fn plural(text: &str, line: &Reading, claims: &[&Claim], roots: usize) -> Option<Infidelity> {
    let several = |words: &str| {
        let lower = words.to_lowercase();
        let mut all = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
        all.any(|word| {
            matches!(word, "people" | "several" | "many" | "multiple" | "two" | "three")
                || [
                    "officials",
                    "sources",
                    "diplomats",
                    "reports",
                    "outlets",
                    "analysts",
                    "spokesmen",
                    "ministers",
                    "aides",
                ]
                .contains(&word)
        })
    };
    let said: Vec<&str> = line.claims.iter().map(|claim| claim.source.text.as_str()).collect();
    let said = if said.is_empty() { several(text) } else { said.iter().any(|words| several(words)) };
    let behind = claims.iter().any(|claim| several(&claim.source.text));
    (said && !behind && roots <= 1).then(|| Infidelity {
        rule: "false-plural",
        message: "here several say it, and behind it is one".to_owned(),
        mend: "write the singular: \"an official\", \"a source\", \"a report\"".to_owned(),
    })
}

fn figure(text: &str, claims: &[&Claim]) -> Option<Infidelity> {
    let behind: BTreeSet<String> = claims
        .iter()
        .flat_map(|claim| numbers(&claim.content.text).into_iter().chain(numbers(&claim.source.text)))
        .collect();
    let strange: Vec<String> = numbers(text).into_iter().filter(|number| !behind.contains(number)).collect();
    (!strange.is_empty()).then(|| Infidelity {
        rule: "unsupported-figure",
        message: format!("{} stands in no claim behind this", strange.join(", ")),
        mend: "take it out, or rest the line on the claim that has it".to_owned(),
    })
}

/// The numbers of a text, in digits, without what groups them.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let groups = matches!(character, ',' | '.')
            && before.is_ascii_digit()
            && characters.peek().is_some_and(char::is_ascii_digit);
        if character.is_ascii_digit() {
            number.push(character);
        } else if groups && character == '.' {
            number.push('.');
        } else if !groups && !number.is_empty() {
            found.push(std::mem::take(&mut number));
        }
        before = character;
    }
    if !number.is_empty() {
        found.push(number);
    }
    found
}

fn has_word(text: &str, stem: &str) -> bool {
    text.split(|character: char| !character.is_alphanumeric()).any(|word| {
        word.strip_prefix(stem).is_some_and(|rest| {
            matches!(rest, "y" | "ies" | "ied" | "ying" | "ial" | "ials" | "" | "s" | "ed" | "es" | "ing" | "e")
        })
    })
}
