//! Actors: who speaks or is spoken of, each once, wherever in the document they are mentioned.

pub mod table;
mod country;

pub use self::country::Country;

use record::reading::{Actor, ActorKind};
use record::span::Span;

use crate::attribute::analysis::{Analysis, NONE};
use crate::segment::Segments;

/// The actors of a document and the words that mean them.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// The actors, in the order of their ids.
    pub actors: Vec<Actor>,
    /// For each token the actor of the mention that it heads, as an index of [`Cast::actors`].
    headed: Vec<u32>,
}

impl Cast {
    /// The cast of a document by the mentions of its actors.
    pub(crate) fn of(actors: Vec<Actor>, segments: &Segments, all: &Analysis) -> Self {
        let tokens = &segments.tokens;
        let mut headed = vec![NONE; tokens.len()];
        for (number, actor) in actors.iter().enumerate() {
            for span in &actor.mentions {
                let from = tokens.partition_point(|token| token.start < span.start);
                let to = tokens.partition_point(|token| token.end <= span.end);
                let outside = |at: &usize| {
                    let up = all.head[*at];
                    up == NONE || !(from..to).contains(&(up as usize))
                };
                if let Some(head) = (from..to).find(outside) {
                    headed[head] = u32::try_from(number).unwrap_or(NONE);
                }
            }
        }
        Self { actors, headed }
    }

    /// The actor that the noun phrase headed by a token means, as an index of [`Cast::actors`].
    pub(crate) fn meant(&self, head: usize) -> Option<usize> {
        let number = *self.headed.get(head)?;
        (number != NONE).then_some(number as usize)
    }

    /// The same, where nobody was known before: the noun phrase becomes an actor of its own.
    pub(crate) fn enter(&mut self, head: usize, name: &str, kind: ActorKind, mention: Span) -> usize {
        if let Some(known) = self.meant(head) {
            return known;
        }
        let number = self.actors.len();
        self.actors.push(Actor {
            id: format!("a{}", number + 1),
            name: name.to_owned(),
            kind,
            country: None,
            roles: Vec::new(),
            mentions: vec![mention],
        });
        if let Some(slot) = self.headed.get_mut(head) {
            *slot = u32::try_from(number).unwrap_or(NONE);
        }
        number
    }
}
