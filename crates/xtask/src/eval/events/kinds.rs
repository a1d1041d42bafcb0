//! The kinds of errors from raw text: each sentence that is not wholly right is counted once, under the first kind that is
//! true of it.

use std::collections::BTreeMap;

use read::event::Root;
use record::reading::{Event, Reading};
use record::span::Span;

use super::{top, touches};
use crate::events::{Row, Seen};

/// Kinds of errors, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The sentence tells of no event by the lexicon.
    NoEvent,
    /// Who is marked as source is nobody in the reading.
    NoSource,
    /// Who is marked as target is nobody in the reading.
    NoTarget,
    /// Another event of the sentence has the root and both sides.
    WrongFirst,
    /// The sides are right, the root is another.
    Root,
    /// Source and target are taken for each other.
    Turned,
    /// Neither the root nor both sides are right.
    Several,
    /// Only the actor is another.
    Actor,
    /// Only the target is another or missing.
    Target,
}

impl Kind {
    /// What is wrong, in words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::NoEvent => "no word of the sentence is known to tell of an event",
            Self::NoSource => "who is marked as source is no actor of the reading",
            Self::NoTarget => "who is marked as target is no actor of the reading",
            Self::WrongFirst => "another event of the sentence is the right one",
            Self::Root => "both sides right, another root",
            Self::Turned => "source and target taken for each other",
            Self::Several => "another root and a wrong side",
            Self::Actor => "only the actor is another",
            Self::Target => "only the target is another, or none",
        }
    }
}

/// Counts of kinds.
#[derive(Debug, Default)]
pub(super) struct Kinds(BTreeMap<Kind, usize>);

impl Kinds {
    /// Counts a sentence that is not wholly right, and says under which kind.
    pub(super) fn count(&mut self, row: &Row, one: &Seen, reading: &Reading) -> Kind {
        let kind = kind(row, one, reading);
        *self.0.entry(kind).or_default() += 1;
        kind
    }

    /// The counts in Markdown.
    pub(super) fn table(&self) -> String {
        use std::fmt::Write;
        let mut out = "| what is wrong | sentences |\n|---|---|\n".to_owned();
        let mut list: Vec<(&Kind, &usize)> = self.0.iter().collect();
        list.sort_by_key(|(kind, count)| (std::cmp::Reverse(**count), **kind));
        for (kind, count) in list {
            let _ = writeln!(out, "| {} | {count} |", kind.words());
        }
        out
    }
}

fn kind(row: &Row, one: &Seen, reading: &Reading) -> Kind {
    let events = top(reading, &row.text);
    let Some(first) = events.first() else { return Kind::NoEvent };
    let named = |spans: &[Span]| {
        let mut mentions = one.study.candidates.iter().flat_map(|one| one.mentions.iter().flatten());
        spans.is_empty() || mentions.any(|mention| spans.iter().any(|span| span.overlaps(mention)))
    };
    if !named(&row.source) {
        return Kind::NoSource;
    }
    if !named(&row.target) {
        return Kind::NoTarget;
    }
    let root = |event: &Event| Root::from_name(&event.kind).is_some_and(|root| root.learnt() == row.root);
    let actor = |event: &Event, spans: &[Span]| touches(reading, &event.actor, spans);
    let target = |event: &Event, spans: &[Span]| touches(reading, &event.target, spans);
    let both = |event: &Event| actor(event, &row.source) && target(event, &row.target);
    if reading.events.iter().any(|event| root(event) && both(event)) {
        return Kind::WrongFirst;
    }
    let sides = events.iter().any(|event| both(event));
    match (root(first), sides) {
        (false, true) => Kind::Root,
        _ if events.iter().any(|event| actor(event, &row.target) && target(event, &row.source)) => Kind::Turned,
        (false, false) => Kind::Several,
        _ if events.iter().any(|event| target(event, &row.target)) => Kind::Actor,
        _ => Kind::Target,
    }
}
