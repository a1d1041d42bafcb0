//! re3d marks whatever is spoken of, *the families of the victims* as well as *Uzbekistan*: here only names are kept.

use read::model::hash::folded;
use read::name::NameKind;
use read::name::gazetteer::{COUNTRY, Gazetteer, PEOPLE, START, key};
use read::name::label::ANY;

use super::Text;

/// Words before a name that are no part of it.
const BEFORE: [&str; 24] = [
    "the",
    "a",
    "an",
    "its",
    "his",
    "their",
    "our",
    "my",
    "president",
    "vice",
    "prime",
    "minister",
    "foreign",
    "secretary",
    "general",
    "ambassador",
    "king",
    "mr",
    "mr.",
    "dr",
    "col.",
    "gen.",
    "lt.",
    "maj.",
];
/// Small words that may stand inside a name.
const INSIDE: [&str; 10] = ["of", "the", "for", "and", "-", "al", "'s", "’s", "&", "bin"];

/// The kind of a name by what re3d calls it.
pub fn kind(name: &str) -> Option<NameKind> {
    match name {
        "Person" => Some(NameKind::Person),
        "Organisation" => Some(NameKind::Organisation),
        "Location" => Some(NameKind::Place),
        "Nationality" | "Weapon" | "MilitaryPlatform" | "DocumentReference" => Some(NameKind::Other),
        _ => None,
    }
}

/// Keeps of what is marked in a document the names, cut to the words of the name; the rest is left open.
pub fn clean(text: &mut Text, gazetteer: &Gazetteer<'_>) {
    let large = |at: usize, text: &Text| text.word(at).starts_with(char::is_uppercase);
    let people = |at: usize, text: &Text| {
        let entry = gazetteer.entry(key(START, folded(text.word(at))));
        entry & PEOPLE != 0 && entry & COUNTRY == 0
    };
    // Not everything is marked, so that what looks like a name may be one.
    for at in 0..text.open.len() {
        if large(at, text) {
            text.open[at] = ANY;
        }
    }
    for mut name in std::mem::take(&mut text.gold) {
        let marked = name;
        let before = |at: usize| BEFORE.contains(&text.word(at).to_lowercase().as_str());
        while name.first < name.last
            && (before(name.first) || name.kind == NameKind::Person && people(name.first, text))
        {
            name.first += 1;
        }
        let whole = (name.first..=name.last).all(|at| large(at, text) || INSIDE.contains(&text.word(at)));
        let ends = large(name.first, text) && large(name.last, text) && !before(name.last);
        let holds = name.kind != NameKind::Person || !(name.first..=name.last).any(|at| text.word(at) == "of");
        if whole && ends && holds {
            text.gold.push(name);
            text.open[marked.first..name.first].fill(0);
        } else {
            text.doubt(marked);
        }
    }
}
