//! Markings as objects of STIX: one for each that a packet uses.

use super::objects::{Extensions, Marking, Says, Statement, TlpExtension};
use super::{DATE, NAMESPACE, id_in};
use crate::marking::{JOINER, banner, parse};

/// The colours of the Traffic Light Protocol 2.0 with the ids that OASIS published for them.
const TLP: [(&str, &str, &str); 5] = [
    ("TLP:CLEAR", "clear", "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"),
    ("TLP:GREEN", "green", "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
    ("TLP:AMBER", "amber", "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
    ("TLP:AMBER+STRICT", "amber+strict", "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"),
    ("TLP:RED", "red", "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"),
];
/// The day on which OASIS published them.
const TLP_DATE: &str = "2022-10-01T00:00:00.000Z";

/// The markings of a packet, each once, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<Marking>);

impl Marks {
    /// The ids of what a banner says: one for each ladder.
    pub(super) fn of(&mut self, banner: &str) -> Vec<String> {
        banner.split(JOINER).map(|mark| self.id(mark.trim())).collect()
    }

    /// The ids of what a portion mark says, in the words of a banner, so that either has the same.
    pub(super) fn of_portion(&mut self, portion: &str) -> Vec<String> {
        portion
            .split(JOINER)
            .map(|mark| {
                let mark = mark.trim();
                let words = parse(mark).map_or_else(|_| mark.to_owned(), |marking| banner(&marking));
                self.id(&words)
            })
            .collect()
    }

    /// All of them.
    pub(super) fn made(self) -> impl Iterator<Item = Marking> {
        self.0.into_iter()
    }

    fn id(&mut self, mark: &str) -> String {
        let marking = match TLP.iter().find(|(name, _, _)| *name == mark) {
            Some((name, colour, id)) => Marking {
                type_: "marking-definition",
                spec_version: "2.1",
                id: (*id).to_owned(),
                created: TLP_DATE,
                name: (*name).to_owned(),
                says: Says::Tlp {
                    extensions: Extensions {
                        tlp: TlpExtension { extension_type: "property-extension", tlp_2_0: colour },
                    },
                },
            },
            None => Marking {
                type_: "marking-definition",
                spec_version: "2.1",
                id: id_in(&NAMESPACE, "marking-definition", mark),
                created: DATE,
                name: mark.to_owned(),
                says: Says::Statement {
                    definition_type: "statement",
                    definition: Statement { statement: mark.to_owned() },
                },
            },
        };
        let id = marking.id.clone();
        if !self.0.contains(&marking) {
            self.0.push(marking);
        }
        id
    }
}
