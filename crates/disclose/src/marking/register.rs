//! Where each official rule is kept, or why it is not.
//!
//! The table beside this file has every number of the tables once: `kept` with the file that keeps it; `form`, a rule on
//! the exchange format alone, which holds of what is written out because nothing else is ever written; `apart`, a rule on
//! what is not carried or cannot happen; `withdrawn` by the tables themselves. The words are ours.

use serde::Serialize;

const TABLE: &str = include_str!("register.tsv");

/// What became of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its number.
    pub rule: &'static str,
    /// `kept`, `form`, `apart` or `withdrawn`; `house` for a rule of this house.
    pub stands: &'static str,
    /// The file that keeps it, or the reason why none does.
    pub text: &'static str,
}

/// The rules that this house adds to those of the tables, in their order.
const HOUSE: [(&str, &str); 13] = [
    ("HOUSE-1", "NATO, TLP and a team's ladder carry no controls of the United States"),
    ("HOUSE-2", "DISPLAY ONLY does not name the owner"),
    ("HOUSE-3", "who is on REL TO is not on DISPLAY ONLY"),
    ("HOUSE-4", "a control of NATO has the classification that it asks for"),
    ("HOUSE-5", "a marking is spelt, ordered and parted as its form has it"),
    ("HOUSE-6", "in a document with portion marks every paragraph has one"),
    ("HOUSE-7", "a classified document of the United States has portion marks"),
    ("HOUSE-8", "a banner stands above and below, and all say the same"),
    ("HOUSE-9", "what is on several ladders does not stand under one banner"),
    ("HOUSE-10", "no portion demands more than the banner, also where the tables do not ask"),
    ("HOUSE-11", "what is of another government names its owner, and JOINT at least two"),
    ("HOUSE-12", "a mark stands at the beginning of the paragraph that it marks"),
    ("ISM-ID-00320", "the display of a whole abroad, which the tables check and do not list"),
];

/// Every rule: those of the tables in the order of their numbers, then those of the house.
pub fn entries() -> impl Iterator<Item = Entry> {
    let official = TABLE.lines().skip(1).filter_map(|line| {
        let mut fields = line.split('\t');
        Some(Entry { rule: fields.next()?, stands: fields.next()?, text: fields.next()? })
    });
    official.chain(HOUSE.into_iter().map(|(rule, text)| Entry { rule, stands: "house", text }))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;
    use crate::marking::{authority, document, rules};

    #[test]
    fn every_number_of_the_official_table_is_accounted_for_once() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/markings/ism-v10-rules.tsv");
        let Ok(official) = std::fs::read_to_string(&path) else {
            use std::io::Write;
            writeln!(std::io::stderr(), "skipped: the official table is not at ../shared/markings").unwrap();
            return;
        };
        // One number stands twice in the official table.
        let official: BTreeSet<&str> = official.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        let ours: Vec<&str> = entries().filter(|entry| entry.stands != "house").map(|entry| entry.rule).collect();
        assert_eq!(ours.iter().copied().collect::<BTreeSet<_>>(), official);
        assert_eq!(ours.len(), official.len());
    }

    #[test]
    fn what_the_table_says_is_kept_is_kept_and_nothing_else() {
        let kept: BTreeSet<&str> =
            entries().filter(|entry| matches!(entry.stands, "kept" | "house")).map(|entry| entry.rule).collect();
        let on_marks = rules::all().map(|rule| rule.id);
        let here: BTreeSet<&str> = on_marks
            .chain(document::ids())
            .chain(authority::ids())
            .chain(["HOUSE-5", "HOUSE-6", "HOUSE-7", "HOUSE-8", "HOUSE-9", "HOUSE-10", "HOUSE-12"])
            .collect();
        assert_eq!(kept, here);
    }

    #[test]
    fn every_file_that_keeps_a_rule_names_it() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/marking");
        let mut texts: BTreeMap<&str, String> = BTreeMap::new();
        for entry in entries().filter(|entry| entry.stands == "kept") {
            let text =
                texts.entry(entry.text).or_insert_with(|| std::fs::read_to_string(folder.join(entry.text)).unwrap());
            assert!(text.contains(entry.rule), "{} does not name {}", entry.text, entry.rule);
        }
    }
}
