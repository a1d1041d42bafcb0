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

/// What stands in names between capitalised words.
const WITHIN: [&str; 12] = ["de", "der", "den", "van", "von", "al", "bin", "ibn", "la", "le", "da", "di"];

/// The capitalised words that a part ends with, where it is not what somebody is called by: "a spokesman", "the State
/// Department's spokesman", "minister of Defence".
fn named(part: &str) -> Option<&str> {
    let part = part.trim();
    let capital = |word: &str| {
        word.chars().next().is_some_and(|sign| sign.is_uppercase() || !sign.is_lowercase() && sign.is_alphabetic())
    };
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

/// The mouth of each claim. Of a person the last two words of the name count, so that what stands before it ("Chancellor", "NATO
/// Secretary General") makes nobody another. One word alone is the only one who is told of with it at either end of the name,
/// since family names stand at both; where there are two, nobody knows whose it is.
pub fn mouths(claims: &[&Claim]) -> Vec<Mouth> {
    let names: Vec<Option<String>> = claims.iter().map(|claim| whole(claim)).collect();
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (claim, name) in claims.iter().zip(&names) {
        if let (SourceKind::Named, Some(name)) = (claim.source.kind, name)
            && let Some((first, last)) = name.split_once(' ')
            // A letter is no name that is told apart from others.
            && first.chars().count() > 1
        {
            for end in [first, last.rsplit(' ').next().unwrap_or(last)] {
                known.entry(end.to_owned()).or_default().insert(name.clone());
            }
        }
    }
    let one = |claim: &Claim, name: String| {
        if claim.source.kind != SourceKind::Named {
            return Mouth::Known(name);
        }
        let short = match name.split_once(' ') {
            None => name.as_str(),
            Some((given, family)) if given.chars().count() == 1 => family,
            Some(_) => return Mouth::Known(name),
        };
        let Some(known) = known.get(short) else { return Mouth::Known(name) };
        let mut fitting = known.iter().filter(|full| initial(full, &name));
        match (fitting.next(), fitting.next()) {
            (Some(full), None) => Mouth::Known(full.clone()),
            (None, _) => Mouth::Known(name),
            (Some(_), Some(_)) => Mouth::Unknown,
        }
    };
    claims.iter().zip(names).map(|(claim, name)| name.map_or(Mouth::Unknown, |name| one(claim, name))).collect()
}

/// Whether a short form can be that of a full name: one end of it alone, or the first letter of the given name and the other.
fn initial(full: &str, short: &str) -> bool {
    match short.rsplit_once(' ') {
        None => true,
        Some((given, _)) => full.starts_with(given),
    }
}

/// What a body of any state is called where it is not said of which: nobody knows whose mouth that is.
const OF_ANY_STATE: [&str; 20] = [
    "foreign",
    "defence",
    "defense",
    "interior",
    "finance",
    "economy",
    "health",
    "justice",
    "energy",
    "trade",
    "ministry",
    "ministry's",
    "government",
    "army",
    "military",
    "police",
    "parliament",
    "embassy",
    "cabinet",
    "navy",
];

/// The name of somebody who is named, folded.
fn whole(claim: &Claim) -> Option<String> {
    let name = folded(name_of(claim));
    match claim.source.kind {
        SourceKind::Named => {
            let words: Vec<&str> = name.split(' ').collect();
            let mut start = words.len().saturating_sub(2);
            // "Ursula von der Leyen": what stands between belongs to the name.
            while start > 0 && words.get(start).is_some_and(|word| WITHIN.contains(word)) {
                start -= 1;
            }
            words.get(start..).map(|words| words.join(" "))
        }
        SourceKind::Organisation | SourceKind::Document => {
            let any = name.split(' ').all(|word| OF_ANY_STATE.contains(&word));
            (!any).then_some(name)
        }
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
        let head = Head::default();
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
    fn what_somebody_is_called_by_makes_nobody_another_and_a_family_name_may_stand_first() {
        let who = |all: &[&str]| {
            let read: Vec<Vec<Claim>> =
                all.iter().map(|name| claims(&format!("{name} said that the ships had left."))).collect();
            let first: Vec<&Claim> = read.iter().map(|claims| &claims[0]).collect();
            let shown = |mouth: Mouth| match mouth {
                Mouth::Known(name) => name,
                Mouth::Unknown => "?".to_owned(),
            };
            mouths(&first).into_iter().map(shown).collect::<Vec<_>>().join(" | ")
        };
        assert_eq!(
            who(&["German Chancellor Otto Selm", "Chancellor Otto Selm", "Otto Selm", "Selm"]),
            "otto selm | otto selm | otto selm | otto selm"
        );
        assert_eq!(who(&["Xu Lanping", "President Xu"]), "xu lanping | xu lanping");
        assert_eq!(who(&["Wen Yi", "Wen Bolin", "Mr. Wen"]), "wen yi | wen bolin | ?");
        assert_eq!(who(&["The State Department", "The Defense Department"]), "state department | defense department");
        assert_eq!(who(&["The Foreign Ministry"]), "?", "of which state, nobody says");
    }

    #[test]
    fn a_denial_has_the_sense_of_saying_that_it_is_not_so() {
        let says = |text: &str| Sense::of(&claims(text)[0]);
        let denied = says("Ned Vale denied that the port would send shells.");
        assert_eq!(denied, says("Ned Vale said that the port would not send shells."));
        assert_ne!(denied, says("Ned Vale said that the port would send shells."));
    }
}
