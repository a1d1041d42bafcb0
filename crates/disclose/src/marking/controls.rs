//! Control systems with their compartments and sub-compartments: which there are, how and in which order they are
//! written.
//!
//! In text a system is followed by its compartments after hyphens, each by its sub-compartments after spaces:
//! `SI-G ABCD EFGH-XYZ`. A [`record::marking::Marking`] holds one entry for each, named from the system down: `SI-G
//! ABCD`, `SI-G EFGH`, `SI-XYZ`. A system or compartment that is written only as the head of something narrower is
//! not an entry of its own.

use std::collections::BTreeSet;

/// What may stand as the name of a compartment or sub-compartment.
#[derive(Clone, Copy)]
enum Shape {
    /// This word, with its title.
    Word(&'static str, &'static str),
    /// So many capital letters.
    Letters(usize),
    /// From one number up to another of capital letters and digits.
    Signs(usize, usize),
}

impl Shape {
    fn fits(self, word: &str) -> bool {
        match self {
            Self::Word(name, _) => word == name,
            Self::Letters(count) => word.len() == count && word.bytes().all(|byte| byte.is_ascii_uppercase()),
            Self::Signs(least, most) => {
                (least..=most).contains(&word.len())
                    && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            }
        }
    }
}

struct System {
    name: &'static str,
    title: &'static str,
    /// The compartments in their order, each with the shape of its sub-compartments.
    compartments: &'static [(Shape, Option<Shape>)],
    /// What is said of a compartment that does not fit.
    reason: &'static str,
}

/// The systems in their order.
const SYSTEMS: [System; 6] = [
    System {
        name: "EL",
        title: "ENDSEAL",
        compartments: &[(Shape::Word("EU", "ECRU"), None), (Shape::Word("NK", "NONBOOK"), None)],
        reason: "is not EL, EL-EU or EL-NK, which have no sub-compartments",
    },
    System { name: "HCS", title: "HCS", compartments: &[], reason: "is not HCS, which has no compartments" },
    System {
        name: "KDK",
        title: "KLONDIKE",
        compartments: &[
            (Shape::Word("BLFH", "BLUEFISH"), Some(Shape::Signs(1, 6))),
            (Shape::Word("IDIT", "IDITAROD"), Some(Shape::Signs(1, 6))),
            (Shape::Word("KAND", "KANDIK"), Some(Shape::Signs(1, 6))),
        ],
        reason: "is not KDK with BLFH, IDIT or KAND, and after a space sub-compartments of up to six letters and digits",
    },
    System {
        name: "RSV",
        title: "RESERVE",
        compartments: &[(Shape::Signs(3, 3), None)],
        reason: "is not RSV with compartments of three letters and digits",
    },
    System {
        name: "SI",
        title: "SPECIAL INTELLIGENCE",
        compartments: &[
            (Shape::Word("G", "GAMMA"), Some(Shape::Letters(4))),
            (Shape::Letters(3), Some(Shape::Letters(4))),
        ],
        reason: "is not SI with G or compartments of three letters, and after a space sub-compartments of four",
    },
    System { name: "TK", title: "TALENT KEYHOLE", compartments: &[], reason: "is not TK, which has no compartments" },
];

/// Where an entry stands: the system's number, the compartment's number and name, the sub-compartment's name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place<'a>(usize, Option<(usize, &'a str)>, Option<&'a str>);

/// Where an entry stands, or `None` where the table has no such entry.
pub(super) fn place(entry: &str) -> Option<Place<'_>> {
    let (name, rest) = entry.split_once('-').map_or((entry, None), |(name, rest)| (name, Some(rest)));
    let (number, system) = SYSTEMS.iter().enumerate().find(|(_, system)| system.name == name)?;
    let Some(rest) = rest else { return Some(Place(number, None, None)) };
    let (compartment, sub) = rest.split_once(' ').map_or((rest, None), |(name, sub)| (name, Some(sub)));
    let (order, (_, subs)) = system.compartments.iter().enumerate().find(|(_, (shape, _))| shape.fits(compartment))?;
    let fits = sub.is_none_or(|sub| subs.is_some_and(|shape| shape.fits(sub)));
    fits.then_some(Place(number, Some((order, compartment)), sub))
}

/// One system as it was read.
pub(super) struct Written {
    /// Its entries, in the order in which they were written.
    pub(super) entries: Vec<String>,
    /// Whether a title stands where a portion must have the abbreviation.
    pub(super) titles: bool,
    /// Whether compartments and sub-compartments stand in their order, each compartment once.
    pub(super) ordered: bool,
}

/// Reads one system with its compartments from text in capitals. `None` where it does not start with a system, and
/// the reason where it does and then goes on with what the table does not have.
pub(super) fn read(text: &str) -> Option<Result<Written, &'static str>> {
    let mut pieces = text.split('-');
    let head = pieces.next()?;
    let system = SYSTEMS.iter().find(|system| system.name == head || system.title == head)?;
    let mut written = Written { entries: Vec::new(), titles: system.name != head, ordered: true };
    let mut compartments: Vec<String> = Vec::new();
    for piece in pieces {
        let mut words = piece.split(' ');
        let said = words.next().unwrap_or_default();
        let name = (system.compartments.iter())
            .find_map(|(shape, _)| match shape {
                Shape::Word(name, title) if *title == said => Some(*name),
                _ => None,
            })
            .unwrap_or(said);
        written.titles |= name != said;
        let compartment = format!("{}-{name}", system.name);
        written.ordered &= !compartments.contains(&compartment);
        let before = written.entries.len();
        written.entries.extend(words.map(|sub| format!("{compartment} {sub}")));
        if written.entries.len() == before {
            written.entries.push(compartment.clone());
        }
        compartments.push(compartment);
    }
    if written.entries.is_empty() {
        written.entries.push(system.name.to_owned());
    }
    let known = written.entries.iter().all(|entry| place(entry).is_some());
    written.ordered &= written.entries.is_sorted_by_key(|entry| place(entry));
    Some(if known { Ok(written) } else { Err(system.reason) })
}

/// The entries in words, one text per system, in the official order, with their titles where `long`. Entries that are
/// not in the table are kept as they are, after the others.
pub(super) fn print(entries: &BTreeSet<String>, long: bool) -> Vec<String> {
    let mut placed: Vec<(Place<'_>, &str)> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    for entry in entries {
        match place(entry) {
            Some(place) => placed.push((place, entry)),
            None => unknown.push(entry.clone()),
        }
    }
    placed.sort();
    let mut texts: Vec<String> = Vec::new();
    let mut last: Option<Place<'_>> = None;
    for (place, entry) in placed {
        match (&last, texts.last_mut()) {
            // The system alone comes before its compartments, and a compartment alone before what is in it: whatever
            // follows within the same system only adds to the text.
            (Some(before), Some(text)) if before.0 == place.0 => {
                if let Some(compartment) = place.1.filter(|_| before.1 != place.1) {
                    text.push('-');
                    text.push_str(if long { title(place.0, compartment) } else { compartment.1 });
                }
                if let Some(sub) = place.2 {
                    text.push(' ');
                    text.push_str(sub);
                }
            }
            _ if long => texts.push(titled(&place)),
            _ => texts.push(entry.to_owned()),
        }
        last = Some(place);
    }
    texts.extend(unknown);
    texts
}

fn titled(place: &Place<'_>) -> String {
    let mut text = SYSTEMS.get(place.0).map_or("", |system| system.title).to_owned();
    if let Some(compartment) = place.1 {
        text.push('-');
        text.push_str(title(place.0, compartment));
    }
    if let Some(sub) = place.2 {
        text.push(' ');
        text.push_str(sub);
    }
    text
}

/// The title of a compartment, or its name where it has none.
fn title(system: usize, (order, name): (usize, &str)) -> &str {
    match SYSTEMS.get(system).and_then(|system| system.compartments.get(order)) {
        Some((Shape::Word(_, title), _)) => title,
        _ => name,
    }
}

/// The entry as the tables name it, with everything it lies within before it: `SI`, `SI-G`, `SI-G-ABCD`.
pub(super) fn tokens(entry: &str) -> Vec<String> {
    let ends = entry.char_indices().filter(|(_, sign)| matches!(sign, '-' | ' ')).map(|(at, _)| at);
    ends.chain([entry.len()]).filter_map(|end| entry.get(..end)).map(|token| token.replace(' ', "-")).collect()
}

/// Where a token stands in the table of control systems, which has compartments of one system behind those names that
/// are words. `None` where it is not in the table.
pub(super) fn index(token: &str) -> Option<usize> {
    const ORDER: [&str; 10] = ["EL", "EL-EU", "EL-NK", "HCS", "KDK", "KDK-BLFH", "KDK-IDIT", "KDK-KAND", "RSV", "SI"];
    let mut pieces = token.split('-');
    let (head, first, second) = (pieces.next()?, pieces.next(), pieces.next());
    let known = match (first, second) {
        (Some(first), Some(second)) => place(&format!("{head}-{first} {second}")).is_some(),
        _ => place(token).is_some(),
    };
    if !known || pieces.next().is_some() {
        return None;
    }
    let rank = ORDER.iter().position(|name| *name == token);
    Some(match (head, first, second) {
        ("RSV", None, _) => 12,
        ("RSV", ..) => 13,
        ("SI", None, _) => 14,
        ("SI", Some("G"), None) => 15,
        ("SI", Some("G"), _) => 16,
        ("SI", _, None) => 17,
        ("SI", ..) => 18,
        ("TK", ..) => 19,
        ("KDK", Some("BLFH"), Some(_)) => 9,
        ("KDK", Some("IDIT"), Some(_)) => 10,
        ("KDK", Some("KAND"), Some(_)) => 11,
        _ => rank?.checked_add(1)?,
    })
}

/// Whether the system of the entries `b` comes after that of the entries `a`.
pub(super) fn is_later_system(a: &[String], b: &[String]) -> bool {
    let system = |entries: &[String]| entries.first().and_then(|entry| place(entry)).map(|place| place.0);
    system(a) < system(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(entries: &[&str]) -> String {
        print(&entries.iter().map(|entry| (*entry).to_owned()).collect(), false).join("/")
    }

    #[test]
    fn compartments_and_sub_compartments_are_gathered_under_their_system_in_the_order_of_the_table() {
        assert_eq!(printed(&["TK", "SI-XYZ", "SI-G EFGH", "SI-G ABCD", "HCS"]), "HCS/SI-G ABCD EFGH-XYZ/TK");
        assert_eq!(printed(&["SI-ABC", "SI-G"]), "SI-G-ABC");
    }

    #[test]
    fn a_system_that_a_roll_up_has_alone_and_with_a_compartment_is_written_once() {
        assert_eq!(printed(&["SI", "SI-G", "SI-G ABCD", "SI-XYZ ABCD"]), "SI-G ABCD-XYZ ABCD");
    }

    #[test]
    fn what_is_not_in_the_table_is_still_printed() {
        assert_eq!(printed(&["NEW", "TK", "SI-TOOLONG"]), "TK/NEW/SI-TOOLONG");
        assert_eq!(printed(&[]), "");
    }

    #[test]
    fn titles_stand_for_their_abbreviations() {
        let read = read("SPECIAL INTELLIGENCE-GAMMA ABCD").unwrap().ok().unwrap();
        assert_eq!(read.entries, ["SI-G ABCD"]);
        assert!(read.titles);
    }

    #[test]
    fn a_compartment_of_the_wrong_shape_is_refused_and_what_is_no_system_is_left_to_others() {
        for text in ["SI-GA", "SI-G-ABCD", "SI-", "SI-G ", "HCS-P", "TK-ABC", "RSV-AB", "KDK-BLFH ABCDEFG", "EL-XX"] {
            assert!(read(text).unwrap().is_err(), "{text}");
        }
        assert!(read("SIG").is_none() && read("").is_none() && read("NOFORN").is_none());
    }
}
