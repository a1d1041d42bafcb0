//! The rules, grouped by what they are about. One entry is one rule, and the test beneath names it by its number.
//!
//! Rules on the authority block, notices, portions against banner and categories that the tables do not hold are not
//! about a marking by itself and have no place here.

mod controls;
mod dissemination;
mod ladder;
mod release;

use record::marking::{Level, Marking, Us};

/// One rule.
pub(super) struct Rule {
    /// Its number: `ISM-ID-00033`, or `HOUSE-1`.
    pub(super) id: &'static str,
    /// Whether a marking breaks it.
    pub(super) breached: fn(&Marking) -> bool,
    /// What it says, as the first half of a sentence.
    pub(super) reason: &'static str,
    /// The way out, as its second half.
    pub(super) way: &'static str,
}

/// Every rule, in a fixed order.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    [ladder::RULES, controls::RULES, dissemination::RULES, release::RULES].into_iter().flatten()
}

/// Whether a marking is on the US ladder below `least`.
fn is_below(marking: &Marking, least: Us) -> bool {
    matches!(marking.level, Level::Us(level) if level < least)
}

/// For the tests of the rules: checks that the text is well formed and breaks just these rules.
#[cfg(test)]
fn check(text: &str, broken: &[&str]) {
    let marking = super::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let found: Vec<&str> = super::validate(&marking).iter().map(|violation| violation.rule).collect();
    assert_eq!(found, broken, "{text}");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_rule_has_its_own_number() {
        let mut seen = BTreeSet::new();
        assert!(all().all(|rule| seen.insert(rule.id)));
    }
}
