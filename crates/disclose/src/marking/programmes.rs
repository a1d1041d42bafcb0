//! Special access programmes: `SAR-BP-J12 K7-L15/CD`.
//!
//! A programme is named by two or more letters or by a nickname, its compartments follow after hyphens and their parts
//! after spaces, as with control systems; the prefix is written once and further programmes after a slash. A
//! [`record::marking::Marking`] holds one entry for each: `BP-J12 K7`, `BP-L15`, `CD`; a space in a nickname is kept as
//! `_`, as the tables keep it.

use std::collections::BTreeSet;

const PREFIXES: [&str; 2] = ["SAR-", "SPECIAL ACCESS REQUIRED-"];

/// What is said of a programme that does not fit.
pub(super) const REASON: &str = "is not SAR- with a programme of two or more letters or a nickname, its compartments \
                                 after hyphens and their parts after spaces";

/// One programme as it was read.
pub(super) struct Written {
    /// Its entries, in the order in which they were written.
    pub(super) entries: Vec<String>,
    /// Whether the title stands in place of the abbreviation.
    pub(super) titled: bool,
    /// Whether its compartments stand in their order, each once.
    pub(super) ordered: bool,
}

/// Reads one programme from text in capitals. `follows` says whether another stands before it, so that it has no
/// prefix. `None` where it is no programme at all.
pub(super) fn read(text: &str, follows: bool) -> Option<Result<Written, &'static str>> {
    let prefix = PREFIXES.iter().find(|prefix| text.starts_with(**prefix));
    let body = match prefix {
        Some(prefix) => text.strip_prefix(prefix)?,
        None if follows => text,
        None => return None,
    };
    let mut pieces = body.split('-');
    let name = pieces.next()?.replace(' ', "_");
    let mut written = Written { entries: Vec::new(), titled: prefix == PREFIXES.last(), ordered: true };
    let mut compartments: Vec<&str> = Vec::new();
    for piece in pieces {
        let mut words = piece.split(' ');
        let compartment = words.next()?;
        written.ordered &= compartments.last().is_none_or(|last| *last < compartment);
        compartments.push(compartment);
        let before = written.entries.len();
        written.entries.extend(words.map(|part| format!("{name}-{compartment} {part}")));
        if written.entries.len() == before {
            written.entries.push(format!("{name}-{compartment}"));
        }
    }
    if written.entries.is_empty() {
        written.entries.push(name);
    }
    written.ordered &= written.entries.is_sorted_by(|a, b| a < b);
    Some(if written.entries.iter().all(|entry| is_known(entry)) { Ok(written) } else { Err(REASON) })
}

/// Whether an entry has the shape of a programme, a compartment or a part of one (ISM-ID-00266).
pub(super) fn is_known(entry: &str) -> bool {
    let all =
        |text: &str, most: usize, fits: fn(u8) -> bool| (2..=most).contains(&text.len()) && text.bytes().all(fits);
    let letters_and_digits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let (name, rest) = entry.split_once('-').map_or((entry, None), |(name, rest)| (name, Some(rest)));
    let Some(rest) = rest else {
        return all(name, 100, |byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    };
    let (compartment, part) = rest.split_once(' ').map_or((rest, None), |(name, part)| (name, Some(part)));
    all(name, 100, |byte| byte.is_ascii_uppercase())
        && all(compartment, 50, letters_and_digits)
        && compartment.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase())
        && part.is_none_or(|part| all(part, 50, letters_and_digits))
}

/// The programme of an entry.
pub(super) fn programme(entry: &str) -> &str {
    entry.split('-').next().unwrap_or(entry)
}

/// The entries in words: `SAR-BP-J12 K7/CD`, the prefix once; nothing where there are none.
pub(super) fn print(entries: &BTreeSet<String>, long: bool) -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut last: Option<(&str, &str)> = None;
    for entry in entries {
        let (head, part) = entry.split_once(' ').map_or((entry.as_str(), None), |(head, part)| (head, Some(part)));
        match (last, texts.last_mut()) {
            (Some((before, _)), Some(text)) if before == programme(entry) => {
                if let Some(compartment) = head.strip_prefix(before).filter(|_| last.is_some_and(|l| l.1 != head)) {
                    text.push_str(compartment);
                }
                if let Some(part) = part {
                    text.push(' ');
                    text.push_str(part);
                }
            }
            _ => texts.push(entry.replace('_', " ")),
        }
        last = Some((programme(entry), head));
    }
    let [short, title] = PREFIXES;
    let prefix = if long { title } else { short };
    if texts.is_empty() { String::new() } else { format!("{prefix}{}", texts.join("/")) }
}

/// The entry as the tables name it.
pub(super) fn token(entry: &str) -> String {
    entry.replace(' ', "-")
}

/// The entry that a token of the tables names.
pub(super) fn entry(token: &str) -> String {
    match token.match_indices('-').nth(1) {
        Some((at, _)) => format!(
            "{} {}",
            token.get(..at).unwrap_or_default(),
            token.get(at..).unwrap_or_default().trim_start_matches('-')
        ),
        None => token.to_owned(),
    }
}

/// Where a token stands in the table, which has four shapes in a row that overlap: its place is the number of all
/// those it fits, so that programmes stand before compartments and these before their parts.
pub(super) fn index(token: &str) -> Option<usize> {
    let signs = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let letters = |text: &str| text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_word = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-';
    if token.is_empty() || token.len() > 100 || !token.bytes().all(is_word) {
        return None;
    }
    let pieces: Vec<&str> = token.split('-').collect();
    let compartment =
        |text: &str| text.len() > 1 && signs(text) && text.bytes().next().is_some_and(|b| b.is_ascii_uppercase());
    Some(match pieces.as_slice() {
        [name] if letters(name) => 12,
        [name, second] if letters(name) && compartment(second) => 13,
        [name, second, third] if letters(name) && compartment(second) && third.len() > 1 && signs(third) => 14,
        _ => 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_is_read_with_its_compartments_and_written_as_it_was() {
        let written = read("SAR-BP-J12 K7 K9-L15", false).unwrap().ok().unwrap();
        assert_eq!(written.entries, ["BP-J12 K7", "BP-J12 K9", "BP-L15"]);
        assert!(written.ordered && !written.titled);
        let both: BTreeSet<String> = written.entries.into_iter().chain(["CD".into(), "GOLD_RUSH".into()]).collect();
        assert_eq!(print(&both, false), "SAR-BP-J12 K7 K9-L15/CD/GOLD RUSH");
        assert_eq!(print(&both, true), "SPECIAL ACCESS REQUIRED-BP-J12 K7 K9-L15/CD/GOLD RUSH");
        assert_eq!(read("GOLD RUSH", true).unwrap().ok().unwrap().entries, ["GOLD_RUSH"]);
    }

    #[test]
    fn what_has_another_shape_is_refused() {
        for text in ["SAR-", "SAR-B", "SAR-BP-", "SAR-BP-1A", "SAR-BP-J", "SAR-BP-J12 ", "SAR-B P-J12"] {
            assert!(read(text, false).unwrap().is_err(), "{text}");
        }
        assert!(read("BP", false).is_none() && !read("SAR-BP-K7-J12", false).unwrap().ok().unwrap().ordered);
    }

    #[test]
    fn a_token_of_the_tables_is_the_entry_again() {
        for known in ["BP", "BP-J12", "BP-J12 K7", "GOLD_RUSH"] {
            assert_eq!(entry(&token(known)), known);
        }
        assert_eq!(
            ["GOLD_RUSH", "BP", "BP-J12", "BP-J12-K7", "bp"].map(index),
            [Some(1), Some(12), Some(13), Some(14), None]
        );
    }
}
