//! What a marking starts with: a classification, and where it is not of the United States, of NATO or of TLP, whose it
//! is.
//!
//! Other governments stand behind two slashes: `//GBR SECRET`, `//FGI S` where the owner must not be named, `//JOINT S
//! CAN GBR USA` where several own it together. NATO's own words say whose they are, and are read with and without the
//! slashes.

use std::collections::BTreeSet;

use record::marking::{CONCEALED, Level, Marking, Nato, OWNER, Us};

use super::countries::{is_known, is_source, order_of_owners};
use super::recognise::{Unknown, tidy, why_no_level};
use super::spelling::{Form, NATO_CONTROLS, NATO_PORTIONS, foreign_of, level_in, level_of};

/// What a marking starts with, however it is spelt.
pub(super) struct Head {
    /// The classification, whose it is and the controls that belong to it, and nothing else.
    pub(super) marking: Marking,
    /// The form it is in.
    pub(super) spelt: Form,
    /// Whether its words and their order are official.
    pub(super) exact: bool,
    /// Owners in the order in which they are written.
    pub(super) owners: Vec<String>,
}

/// Reads what stands before the first category, `slashed` where two slashes stand before that.
pub(super) fn read(text: &str, slashed: bool) -> Result<Head, Unknown> {
    let said = tidy(text);
    let exact = said == text;
    if let Some((level, form)) = level_of(&said).filter(|(level, _)| !slashed || matches!(level, Level::Nato(_))) {
        return Ok(Head { marking: Marking::plain(level), spelt: form, exact, owners: Vec::new() });
    }
    if let Some((level, nato, form)) = nato_with_controls(&said) {
        let marking = Marking { nato, ..Marking::plain(Level::Nato(level)) };
        let exact = exact && print(&marking, form) == said;
        return Ok(Head { marking, spelt: form, exact, owners: Vec::new() });
    }
    let words: Vec<&str> = said.split(' ').collect();
    if let Some(rest) = words.strip_prefix(&["JOINT"]) {
        let (level, form, owners) = level_and_owners(rest).ok_or(Unknown(
            "ISM-ID-00263",
            "does not name a classification and those who own it together",
            "write the classification and then two or more countries, as in //JOINT SECRET CAN GBR USA",
        ))?;
        return joint(level, form, owners, exact && slashed && !said.contains(','));
    }
    if let Some((owner, rest)) = words.split_first()
        && let Some((level, form)) = foreign_of(&rest.join(" "))
        && (is_source(owner) || *owner == CONCEALED)
    {
        let owners = BTreeSet::from([(*owner).to_owned()]);
        let marking = Marking { owners, ..Marking::plain(Level::Foreign(level)) };
        return Ok(Head { marking, spelt: form, exact: exact && slashed, owners: vec![(*owner).to_owned()] });
    }
    Err(why_no_level(text, slashed))
}

fn joint(level: record::marking::Foreign, form: Form, owners: Vec<String>, exact: bool) -> Result<Head, Unknown> {
    use record::marking::Foreign;
    let own = owners.iter().any(|owner| owner == OWNER);
    let level = match level {
        Foreign::Restricted if own => {
            return Err(Unknown(
                "ISM-ID-00040",
                "has a classification that the United States do not have",
                "write CONFIDENTIAL, or leave the United States out of the owners",
            ));
        }
        level if !own => Level::Foreign(level),
        Foreign::Unclassified => Level::Us(Us::Unclassified),
        Foreign::Restricted | Foreign::Confidential => Level::Us(Us::Confidential),
        Foreign::Secret => Level::Us(Us::Secret),
        Foreign::TopSecret => Level::Us(Us::TopSecret),
    };
    let ordered = owners.is_sorted_by(|a, b| order_of_owners(a, b).is_lt());
    let marking = Marking { owners: owners.iter().cloned().collect(), ..Marking::plain(level) };
    Ok(Head { marking, spelt: form, exact: exact && ordered, owners })
}

/// A classification and, after it, at least two owners.
fn level_and_owners(words: &[&str]) -> Option<(record::marking::Foreign, Form, Vec<String>)> {
    let (level, form, rest) = match words {
        ["TOP", "SECRET", rest @ ..] => (foreign_of("TOP SECRET")?.0, Form::Banner, rest),
        [level, rest @ ..] => {
            let (level, form) = foreign_of(level)?;
            (level, form, rest)
        }
        [] => return None,
    };
    let owners: Vec<String> = rest.iter().map(|word| word.trim_end_matches(',').to_owned()).collect();
    let known = owners.len() > 1 && owners.iter().all(|owner| is_known(owner));
    known.then_some((level, form, owners))
}

fn nato_with_controls(said: &str) -> Option<(Nato, BTreeSet<String>, Form)> {
    if let Some((level, control, _)) = NATO_PORTIONS.iter().find(|(.., portion)| *portion == said) {
        return Some((*level, BTreeSet::from([(*control).to_owned()]), Form::Portion));
    }
    let mut text = said;
    let mut controls = BTreeSet::new();
    while let Some((before, last)) = text.rsplit_once(' ').filter(|(_, last)| NATO_CONTROLS.contains(last)) {
        if !controls.insert(last.to_owned()) {
            return None;
        }
        text = before;
    }
    match level_of(text)? {
        (Level::Nato(level), form) if !controls.is_empty() => Some((level, controls, form)),
        _ => None,
    }
}

/// The head of a marking in words, without the parentheses of a portion.
pub(super) fn print(marking: &Marking, form: Form) -> String {
    let level = level_in(marking.level, form);
    if let Level::Nato(nato) = marking.level {
        let controls: Vec<&str> = NATO_CONTROLS.into_iter().filter(|name| marking.nato.contains(*name)).collect();
        let own = NATO_PORTIONS.iter().find(|(of, control, _)| *of == nato && controls == [*control]);
        return match own {
            Some((.., portion)) if form == Form::Portion => (*portion).to_owned(),
            _ => [&[level], controls.as_slice()].concat().join(" "),
        };
    }
    if let Some(rung) = &marking.rung {
        return match form {
            Form::Banner | Form::Long => rung.banner.clone(),
            Form::Portion => rung.portion.clone(),
        };
    }
    let mut owners: Vec<&str> = marking.owners.iter().map(String::as_str).collect();
    owners.sort_by(|a, b| order_of_owners(a, b));
    match owners.as_slice() {
        [] => level.to_owned(),
        [owner] if matches!(marking.level, Level::Foreign(_)) => format!("//{owner} {level}"),
        owners => format!("//JOINT {level} {}", owners.join(" ")),
    }
}
