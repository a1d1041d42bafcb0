//! The rules about one marking, grouped by what they are about. One entry is one rule, and the test beneath names it by
//! its number.
//!
//! Rules of the tables look at a marking as the tables name its parts ([`Element`]), and so hold what was read from text
//! and what was read from elsewhere to the same. Rules on portions against their banner, on the authority block and on
//! notices are in `document/`.

mod atomic;
mod controls;
mod dissemination;
mod ladder;
mod order;
mod other;
mod release;
mod values;

use record::marking::{Level, Marking};

use super::element::Element;

/// What a rule looks at.
pub(super) enum On {
    /// The parts of a marking as the tables name them.
    Element(fn(&Element) -> bool),
    /// The marking itself.
    Marking(fn(&Marking) -> bool),
}

/// One rule.
pub(super) struct Rule {
    /// Its number: `ISM-ID-00033`, or `HOUSE-1`.
    pub(super) id: &'static str,
    /// Whether a marking breaks it.
    pub(super) breached: On,
    /// What it says, as the first half of a sentence.
    pub(super) reason: &'static str,
    /// The way out, as its second half.
    pub(super) way: &'static str,
}

/// Every rule, in a fixed order.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    let groups = [
        ladder::RULES,
        controls::RULES,
        dissemination::RULES,
        release::RULES,
        atomic::RULES,
        other::RULES,
        values::RULES,
        order::RULES,
    ];
    groups.into_iter().flatten()
}

/// The rules that a marking breaks. Those of the tables say nothing of TLP and of a team's ladder.
pub(super) fn broken(marking: &Marking) -> Vec<&'static Rule> {
    let element = Element::of(marking);
    let outside = matches!(marking.level, Level::Tlp(_) | Level::Plain(_));
    let breaks = |rule: &&Rule| match rule.breached {
        On::Element(breached) => !outside && breached(&element),
        On::Marking(breached) => breached(marking),
    };
    all().filter(breaks).collect()
}

/// The rules of the tables that an element breaks.
pub(super) fn broken_by(element: &Element) -> Vec<&'static Rule> {
    all().filter(|rule| matches!(rule.breached, On::Element(breached) if breached(element))).collect()
}

/// Whether the classification is none of these.
fn is_none_of(element: &Element, least: &[&str]) -> bool {
    !least.contains(&element.classification.as_str())
}

/// CONFIDENTIAL and above.
const CLASSIFIED: &[&str] = &["C", "S", "TS"];
/// SECRET and above.
const SECRET: &[&str] = &["S", "TS"];

/// For the tests of the rules: checks that the text is well formed and breaks just these rules.
#[cfg(test)]
fn check(text: &str, broken: &[&str]) {
    let marking = super::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let found: Vec<&str> = super::validate(&marking).iter().map(|violation| violation.rule).collect();
    assert_eq!(found, broken, "{text}");
}

/// Checks which rules an element breaks that no text can say.
#[cfg(test)]
fn check_element(change: impl FnOnce(&mut Element), broken: &[&str]) {
    let mut element = Element::of(&super::parse("S//NF").unwrap());
    change(&mut element);
    let found: Vec<&str> = broken_by(&element).into_iter().map(|rule| rule.id).collect();
    assert_eq!(found, broken, "{element:?}");
}

#[cfg(test)]
fn list(tokens: &[&str]) -> Vec<String> {
    tokens.iter().map(|token| (*token).to_owned()).collect()
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
