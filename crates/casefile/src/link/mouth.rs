//! Whose mouth a claim comes from, and in which sense it speaks.

use std::collections::{BTreeMap, BTreeSet};

use record::reading::{Claim, Polarity, SourceKind, Stance};

use super::names::folded;

/// The name of whoever makes a claim, out of the words that the text calls them by: "Ned Vale" of "Ned Vale, a spokesman of
/// the ministry", "the foreign minister, Ned Vale" and "ministry spokesman Ned Vale". Where nothing looks like a name, the
/// words as they are.
pub fn name_of(claim: &Claim) -> &str {
    let source = &claim.source;
    if let Some(resolved) = source.resolved.as_deref().filter(|name| !name.trim().is_empty()) {
        return resolved;
    }
    let words = source.text.trim();
    if source.kind != SourceKind::Named {
        return words;
    }
    words.split([',', '(', ')', '\u{2014}', '\u{2013}']).find_map(named).unwrap_or(words)
}

/// The capitalised words that a part ends with, where it is not what somebody is called by: "a spokesman", "the State
/// Department's spokesman", "minister of Defence".
fn named(part: &str) -> Option<&str> {
    let part = part.trim();
    let capital = |word: &str| {
        word.chars().next().is_some_and(|sign| sign.is_uppercase() || !sign.is_lowercase() && sign.is_alphabetic())
    };
    /// What stands in names between capitalised words.
    const WITHIN: [&str; 12] = ["de", "der", "den", "van", "von", "al", "bin", "ibn", "la", "le", "da", "di"];
    let mut start = part.len();
    for (at, word) in part.split(' ').rev().scan(part.len() + 1, |end, word| {
        *end -= word.len() + 1;
        Some((*end, word))
    }) {
        if capital(word) {
            start = at;
        } else if !WITHIN.contains(&word.to_lowercase().as_str()) {
            break;
        }
    }
    let name = part.get(start..)?;
    let first = part.split(' ').next()?.to_lowercase();
    let described = start == 0 && ["a", "an", "the"].contains(&first.as_str());
    (!name.is_empty() && !described && !folded(name).is_empty()).then_some(name)
}

/// Who speaks, as far as names can tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mouth {
    /// Somebody by a name that is theirs alone, folded.
    Known(String),
    /// Somebody whose name is not told, or is that of several.
    Unknown,
}

/// The mouth of each claim. A family name that stands alone is that of the only one who is told of with it; where there are
/// two, nobody knows whose it is.
pub fn mouths(claims: &[&Claim]) -> Vec<Mouth> {
    let names: Vec<Option<String>> = claims.iter().map(|claim| whole(claim)).collect();
    let mut families: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (claim, name) in claims.iter().zip(&names) {
        if let (SourceKind::Named, Some(name)) = (claim.source.kind, name)
            && let Some((given, family)) = name.rsplit_once(' ')
            // A letter is no name that is told apart from others.
            && given.split(' ').next().is_some_and(|first| first.chars().count() > 1)
        {
            families.entry(family.to_owned()).or_default().insert(name.clone());
        }
    }
    let one = |claim: &Claim, name: String| {
        if claim.source.kind != SourceKind::Named {
            return Mouth::Known(name);
        }
        let family = name.rsplit(' ').next().unwrap_or_default();
        let Some(known) = families.get(family) else { return Mouth::Known(name) };
        if known.contains(&name) {
            return Mouth::Known(name);
        }
        let mut fitting = known.iter().filter(|full| initial(full, &name));
        match (fitting.next(), fitting.next()) {
            (Some(full), None) => Mouth::Known(full.clone()),
            (None, _) => Mouth::Known(name),
            (Some(_), Some(_)) => Mouth::Unknown,
        }
    };
    claims.iter().zip(names).map(|(claim, name)| name.map_or(Mouth::Unknown, |name| one(claim, name))).collect()
}

/// Whether a short form can be that of a full name: the family name alone, or with the first letter of the given one.
fn initial(full: &str, short: &str) -> bool {
    match short.rsplit_once(' ') {
        None => true,
        Some((given, _)) => given.chars().count() == 1 && full.starts_with(given),
    }
}

/// The name of somebody who is named, folded.
fn whole(claim: &Claim) -> Option<String> {
    let name = name_of(claim);
    match claim.source.kind {
        SourceKind::Named | SourceKind::Organisation | SourceKind::Document => Some(folded(name)),
        SourceKind::Unnamed | SourceKind::None => None,
    }
    .filter(|name| !name.is_empty())
}

/// In which sense a claim speaks of its content: to deny that it is so and to say that it is not are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    stance: Stance,
    negative: bool,
}

impl Sense {
    /// The sense of a claim.
    pub fn of(claim: &Claim) -> Self {
        let negative = claim.polarity == Polarity::Negative;
        match claim.stance {
            Stance::Denies => Self { stance: Stance::Says, negative: !negative },
            stance => Self { stance, negative },
        }
    }
}

#[cfg(test)]
mod tests {
    use record::reading::Head;

    use super::*;

    fn claims(text: &str) -> Vec<Claim> {
        let head = Head {
            path: String::new(),
            sha256: String::new(),
            title: None,
            outlet: None,
            date: None,
            language: None,
            text: None,
        };
        read::read(text, head).claims
    }

    fn name(text: &str) -> String {
        name_of(&claims(text)[0]).to_owned()
    }

    #[test]
    fn the_name_is_found_whatever_stands_beside_it() {
        for text in [
            "Ned Vale, a spokesman of the ministry, said that the ships had left.",
            "The foreign minister, Ned Vale, said that the ships had left.",
            "Ministry spokesman Ned Vale said that the ships had left.",
            "\"The ships have left,\" said Ned Vale.",
        ] {
            assert_eq!(name(text), "Ned Vale", "{text}");
        }
        assert_eq!(name("The Harbour Ministry said that the ships had left."), "The Harbour Ministry");
    }

    fn told(text: &str) -> String {
        let claims = claims(text);
        let shown = |mouth: Mouth| match mouth {
            Mouth::Known(name) => name,
            Mouth::Unknown => "?".to_owned(),
        };
        mouths(&claims.iter().collect::<Vec<_>>()).into_iter().map(shown).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn two_who_share_a_family_name_are_two_and_one_by_that_name_alone_is_nobody_certain() {
        let both = "Jana Orlo said that the ships had left.\n\nBen Orlo said that the ships had left.";
        assert_eq!(told(both), "jana orlo | ben orlo");
        let one = claims("Jana Orlo said that the ships had left.");
        let other = claims("Ben Orlo said that the ships had left.");
        let alone = claims("Orlo said that the ships had left.");
        let known = |all: &[&Claim]| mouths(all);
        assert_eq!(known(&[&one[0], &alone[0]])[1], Mouth::Known("jana orlo".to_owned()));
        assert_eq!(known(&[&one[0], &other[0], &alone[0]])[2], Mouth::Unknown);
    }

    #[test]
    fn a_denial_has_the_sense_of_saying_that_it_is_not_so() {
        let says = |text: &str| Sense::of(&claims(text)[0]);
        let denied = says("Ned Vale denied that the port would send shells.");
        assert_eq!(denied, says("Ned Vale said that the port would not send shells."));
        assert_ne!(denied, says("Ned Vale said that the port would send shells."));
    }
}
