//! Where names of the table stand in a document, and which of its readings each has.

use std::collections::BTreeMap;

use super::country::Country;
use super::doubt::{Decided, Evidence, decide};
use super::table::{Entry, Kind, Table};
use crate::attribute::analysis::Analysis;
use crate::segment::Segments;

/// A name of the table in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// Its first row in the table.
    pub row: u32,
}

/// The names of the table in a document, none overlapping another.
#[derive(Debug, Default)]
pub(super) struct Hits {
    table: Option<&'static Table<'static>>,
    /// In the order of the text.
    pub list: Vec<Hit>,
    /// For each token the hit that it is in, counted from 1.
    of: Vec<u32>,
    /// What each name that was found means in this document.
    decided: BTreeMap<u32, Decided>,
}

impl Hits {
    /// Looks for names at every token with a capital.
    pub(super) fn find(text: &str, segments: &Segments, all: &Analysis) -> Self {
        let count = segments.tokens.len();
        let Some(table) = super::table::embedded().filter(|_| all.word.len() == count) else { return Self::default() };
        let mut hits = Self { table: Some(table), of: vec![0; count], ..Self::default() };
        let mut at = 0;
        while at < count {
            let word = segments.tokens[at].of(text);
            // An article belongs to a name only where the rest is none: "The Hague".
            let article = word.eq_ignore_ascii_case("the");
            let rest = || table.longest(all.word[at + 1..].iter().copied()).is_some();
            if !begins_name(word) || article && rest() {
                at += 1;
                continue;
            }
            let found = table.longest(all.word[at..].iter().copied());
            let found = found.filter(|(_, row)| is_spelt(table, *row, word));
            let Some((length, row)) = found else {
                at += 1;
                continue;
            };
            hits.list.push(Hit { first: at, last: at + length - 1, row });
            hits.of[at..at + length].fill(u32::try_from(hits.list.len()).unwrap_or(0));
            at += length;
        }
        let evidence = Evidence::of(table, &hits.list);
        for hit in &hits.list {
            hits.decided.entry(hit.row).or_insert_with(|| decide(table, hit.row, &evidence));
        }
        hits
    }

    /// The table that they are names of.
    pub(super) fn table(&self) -> Option<&'static Table<'static>> {
        self.table
    }

    /// The name that a token is in.
    pub(super) fn covering(&self, token: usize) -> Option<Hit> {
        let number = (*self.of.get(token)? as usize).checked_sub(1)?;
        self.list.get(number).copied()
    }

    /// The name that begins and ends at these tokens.
    pub(super) fn exact(&self, first: usize, last: usize) -> Option<Hit> {
        self.covering(first).filter(|hit| hit.first == first && hit.last == last)
    }

    /// What a name means in this document, as far as it is a country, a town, a people.
    pub(super) fn land(&self, hit: Hit) -> Option<Entry<'static>> {
        self.decided.get(&hit.row)?.land
    }

    /// The countries between which it could not be decided.
    pub(super) fn open(&self, hit: Hit) -> &[Country] {
        self.decided.get(&hit.row).map_or(&[], |decided| &decided.open)
    }

    /// All readings of a name.
    pub(super) fn entries(&self, hit: Hit) -> impl Iterator<Item = Entry<'static>> + use<> {
        self.table.into_iter().flat_map(move |table| table.entries(hit.row))
    }

    /// Whether a name has a reading of a kind.
    pub(super) fn has(&self, hit: Hit, kind: Kind) -> bool {
        self.entries(hit).any(|entry| entry.kind == kind)
    }
}

/// Whether a name of the table may begin with a word: those in small letters are "al" and the like.
fn begins_name(word: &str) -> bool {
    let first = word.as_bytes().first().copied().unwrap_or(b' ');
    first.is_ascii_uppercase() || !first.is_ascii() || matches!(word, "al" | "el" | "bin" | "von")
}

/// Whether a name that is made of capitals stands in capitals.
fn is_spelt(table: &Table<'static>, row: u32, word: &str) -> bool {
    table.entries(row).next().is_some_and(|entry| !entry.capitals || !word.chars().any(char::is_lowercase))
}
