//! Speech: "I" and "we" in a quotation mean its source, and who speaks is told for every token.

use std::ops::Range;

use super::mention::Form;
use super::{Said, Walk};
use crate::attribute::analysis::Analysis;
use crate::language::Pronoun;

/// No speech.
const NONE: u32 = u32::MAX;

/// For each token the innermost speech that it is part of.
#[derive(Debug, Default)]
pub(super) struct Speech {
    of: Vec<u32>,
}

impl Speech {
    /// Lays the contents over the tokens, longer ones first.
    pub(super) fn of(tokens: usize, said: &[Said]) -> Self {
        let mut of = vec![NONE; tokens];
        let size = |one: &Said| one.content.iter().map(Range::len).sum::<usize>();
        let mut order: Vec<usize> = (0..said.len()).collect();
        order.sort_by_key(|one| (usize::MAX - size(&said[*one]), *one));
        for one in order {
            for range in &said[one].content {
                if let Some(tokens) = of.get_mut(range.clone()) {
                    tokens.fill(one as u32);
                }
            }
        }
        Self { of }
    }

    /// The speech that a token is part of.
    pub(super) fn at(&self, token: usize) -> Option<usize> {
        let one = *self.of.get(token)?;
        (one != NONE).then_some(one as usize)
    }
}

/// For each speech the mention that is its source: the one headed by the source's head, else its first.
pub(super) fn sources(all: &Analysis, heads: &[u32], said: &[Said]) -> Vec<Option<usize>> {
    let headed = |at: usize| heads.get(at).copied().filter(|mention| *mention != NONE).map(|mention| mention as usize);
    let one = |one: &Said| {
        let range = &one.source;
        let outside = |at: &usize| all.head.get(*at).is_some_and(|head| !range.contains(&(*head as usize)));
        let head = range.clone().filter(outside).find_map(headed);
        head.or_else(|| range.clone().find_map(headed))
    };
    said.iter().map(one).collect()
}

/// The mention that is the source of a speech.
pub(super) fn source(walk: &Walk<'_>, said: usize) -> Option<usize> {
    walk.sources.get(said).copied().flatten()
}

/// Resolves "I" and "we" in quotations.
pub(super) fn speakers(walk: &mut Walk<'_>) {
    for index in 0..walk.mentions.len() {
        let mention = &walk.mentions[index];
        if !matches!(mention.form, Form::Pronoun(Pronoun::I | Pronoun::We)) || walk.page.all.quote[mention.head] == 0 {
            continue;
        }
        let source = walk.speech.at(mention.head).and_then(|said| source(walk, said)).filter(|source| *source != index);
        if let Some((source, entity)) = source.and_then(|source| Some((source, walk.chains.of(source)?))) {
            walk.join(entity, index);
            walk.before[index] = source as u32;
        }
    }
}
