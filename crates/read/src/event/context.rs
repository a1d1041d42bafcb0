//! The contexts of an event, by the words of its clause.

use std::ops::Range;

use super::kind::Context;
use crate::attribute::analysis::Analysis;
use crate::language::Language;

/// How many contexts an event has at most.
const MOST: usize = 3;

/// The contexts that the words from the first to the last of a clause speak of, in the order of their numbers.
pub(super) fn contexts(all: &Analysis, language: &Language, clause: Range<usize>) -> Vec<Context> {
    let mut found: Vec<Context> = Vec::new();
    for at in clause {
        let told = language.events.contexts.get(all.lemma[at]).or_else(|| language.events.contexts.get(all.word[at]));
        if let Some(context) = told.filter(|context| !found.contains(context)) {
            found.push(context);
        }
    }
    found.truncate(MOST);
    found.sort_unstable();
    found
}
