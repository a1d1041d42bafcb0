//! What is read beside claims as rows: times, actors, events, transfers, needs and capacities.

use casefile::format::Extracted;
use record::reading::Reading;

use super::{COLUMNS, Column, Kind, Value, bytes, column, place};
use crate::show::facts::Facts;

/// How many columns tell of the document: those of claims up to the date.
const HEAD: usize = 5;
/// Behind what a table tells: where that stands.
const FOOT: [Column; 2] = [
    column("spans", Kind::Text, "where it stands in the extracted text, in bytes; of an actor its first mention"),
    column("place", Kind::Text, "where it stands in the document itself: bytes, page and box, or part"),
];

/// What a table tells.
pub fn own(facts: Facts) -> &'static [Column] {
    const CLAIM: Column = column("claim", Kind::Text, "the claim that it stands in");
    const TIME: Column = column("time", Kind::Text, "when, as a TIMEX3 value");
    const GOODS: Column = column(
        "goods",
        Kind::Text,
        "the goods, in the words of the text, with their HS codes where they are of the common high priority list",
    );
    const CLASS: Column = column("class", Kind::Text, "`lethal`, `non-lethal`, `dual-use`, `energy` or `financial`");
    const ANY: Column = column(
        "class",
        Kind::Text,
        "the same as of transfers; nothing where the text names no goods of a class (“production capacity”)",
    );
    match facts {
        Facts::Times => {
            const {
                &[
                    column("value", Kind::Text, "the TIMEX3 value"),
                    column("words", Kind::Text, "the words of the text"),
                    column("type", Kind::Text, "`date`, `time`, `duration` or `set`"),
                ]
            }
        }
        Facts::Actors => {
            const {
                &[
                    column("actor", Kind::Text, "the fullest name in the document"),
                    column("kind", Kind::Text, "`state`, `person`, `organisation` or `group`"),
                    column("country", Kind::Text, "the country, as an ISO 3166 alpha-3 code"),
                    column("roles", Kind::Text, "what the text calls it"),
                    column("mentions", Kind::Text, "how often it is mentioned"),
                ]
            }
        }
        Facts::Events => {
            const {
                &[
                    column("type", Kind::Text, "a PLOVER root, `DENY` or `COMMENT`, and the mode in brackets"),
                    column("actor", Kind::Text, "who does it"),
                    column("target", Kind::Text, "to whom"),
                    column(
                        "status",
                        Kind::Text,
                        "`happened`, `under-way`, `planned`, `considered`, `threatened`, `denied` or `hypothetical`",
                    ),
                    TIME,
                    column("where", Kind::Text, "the place named with it"),
                    CLAIM,
                ]
            }
        }
        Facts::Transfers => {
            const {
                &[
                    GOODS,
                    CLASS,
                    column("supplier", Kind::Text, "who gives"),
                    column("recipient", Kind::Text, "who gets"),
                    column(
                        "status",
                        Kind::Text,
                        "`considered`, `possible`, `announced`, `under-way`, `delivered`, `denied` or `halted`",
                    ),
                    TIME,
                    CLAIM,
                ]
            }
        }
        Facts::Goods => {
            const {
                &[
                    GOODS,
                    ANY,
                    column("actor", Kind::Text, "who lacks them, or can make them"),
                    column("kind", Kind::Text, "`lacks them` or `can make them`"),
                    TIME,
                    CLAIM,
                ]
            }
        }
    }
}

/// All columns of a table, in their order.
pub fn columns(facts: Facts) -> Vec<Column> {
    COLUMNS[..HEAD].iter().chain(own(facts)).chain(&FOOT).copied().collect()
}

/// The rows of a reading.
pub fn rows(facts: Facts, extracted: &Extracted, reading: &Reading) -> Vec<Vec<Value>> {
    let given = |words: String| if words.is_empty() { Value::Nothing } else { Value::Text(words) };
    let head = &reading.document;
    let date = head.date.map(|date| date.to_string());
    let about = [Some(head.path.clone()), Some(head.sha256.clone()), head.title.clone(), head.outlet.clone(), date];
    let about = about.map(|words| given(words.unwrap_or_default()));
    let row = |row: crate::show::facts::Row| {
        let spans: Vec<_> = row.span.into_iter().collect();
        let mut values = about.to_vec();
        values.extend(row.cells.into_iter().map(given));
        values.push(given(bytes(&spans)));
        values.push(given(place(extracted, &spans)));
        values
    };
    facts.table(reading).rows.into_iter().map(row).collect()
}
