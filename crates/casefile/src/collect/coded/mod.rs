//! Feeds of coded events: rows that say who did what to whom, and no text that says it.
//!
//! They are collected and read like every document, but their reading is made by the row and not by the sentence: the
//! source of what a row says is the feed, and every span is one of the row's bytes. A row that cannot be read is named in
//! the problems and stays in the text; nothing is put in its place. [`cameo`] maps codes, [`sheet`] gathers what rows
//! name, and there is one file a feed.

mod cameo;
mod gdelt;
mod icews;
mod mentions;
mod sheet;
#[cfg(test)]
mod suite;
mod who;

use record::reading::{Head, Reading};

pub use cameo::{ROWS as CAMEO, TABLE as CAMEO_TABLE};
use sheet::Sheet;

/// The feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coding {
    /// GDELT 2 events: 61 columns, no names above them.
    GdeltEvents,
    /// GDELT 2 mentions: 16 columns, no names above them.
    GdeltMentions,
    /// ICEWS events, their columns named in the first line.
    Icews,
}

impl Coding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::GdeltEvents, Self::GdeltMentions, Self::Icews];

    /// The name and version of what takes rows out of such a feed.
    pub const fn extractor(self) -> &'static str {
        match self {
            Self::GdeltEvents => "gdelt-events-1",
            Self::GdeltMentions => "gdelt-mentions-1",
            Self::Icews => "icews-1",
        }
    }

    /// The feed of a document by the name of its extractor.
    pub fn of(extractor: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|coding| coding.extractor() == extractor)
    }

    /// Whose word the rows are.
    pub const fn outlet(self) -> &'static str {
        match self {
            Self::GdeltEvents | Self::GdeltMentions => "GDELT 2",
            Self::Icews => "ICEWS",
        }
    }

    /// Whether its columns are named in a first line.
    pub const fn has_head(self) -> bool {
        matches!(self, Self::Icews)
    }

    /// When the row came out, as digits or words that a date can be read from; none where the row is broken.
    pub(crate) fn published<'r>(self, row: &'r str, head: &str) -> Option<&'r str> {
        let fields: Vec<&str> = row.split('\t').collect();
        let at = match self {
            Self::GdeltEvents if fields.len() == gdelt::COLUMNS => gdelt::ADDED,
            Self::GdeltMentions if fields.len() == mentions::COLUMNS => mentions::AT,
            Self::Icews if fields.len() == head.split('\t').count() => {
                head.split('\t').position(|name| icews::is_column(name, icews::DATE))?
            }
            _ => return None,
        };
        fields.get(at).map(|field| field.trim())
    }
}

/// What a feed is, by the first bytes of a file and its name.
pub(crate) fn told(start: &[u8], name: &str) -> Option<Coding> {
    let whole = start.iter().rposition(|byte| *byte == b'\n');
    // Without the end of a line all is one row, or the beginning of one.
    let lines = start.get(..whole.unwrap_or(start.len()))?;
    let lines: Vec<&[u8]> = lines.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).collect();
    let first = lines.first()?;
    if icews::is_head(first) {
        return Some(Coding::Icews);
    }
    // One row may be broken; most are not.
    let most = |is: fn(&[u8]) -> bool| lines.iter().filter(|line| is(line)).count() * 2 > lines.len();
    if most(gdelt::is_row) {
        return Some(Coding::GdeltEvents);
    }
    if most(mentions::is_row) {
        return Some(Coding::GdeltMentions);
    }
    let name = name.to_ascii_lowercase();
    let is_table = first.iter().filter(|byte| **byte == b'\t').count() >= 10;
    match () {
        () if is_table && name.ends_with(".export.csv") => Some(Coding::GdeltEvents),
        () if is_table && name.ends_with(".mentions.csv") => Some(Coding::GdeltMentions),
        () => None,
    }
}

/// Reads the rows of a document.
pub(crate) fn read(coding: Coding, text: &str, head: Head) -> Reading {
    let mut sheet = Sheet::new(coding, text, head);
    match coding {
        Coding::GdeltEvents => gdelt::read(&mut sheet),
        Coding::GdeltMentions => mentions::read(&mut sheet),
        Coding::Icews => icews::read(&mut sheet),
    }
    sheet.close()
}
