//! All that is known of a document once its claims, times and actors are read: what events and transfers are read off.

use std::ops::Range;

use record::reading::Claim;
use record::span::Span;

use crate::attribute::analysis::Analysis;
use crate::language::Language;
use crate::segment::Segments;
use crate::time::Found;

/// A document with everything that is known of it.
pub(crate) struct Scene<'s> {
    /// Its text.
    pub text: &'s str,
    /// Its tokens and sentences.
    pub segments: &'s Segments,
    /// What is known of the tokens.
    pub all: &'s Analysis,
    /// The language it is read as.
    pub language: &'s Language,
    /// The claims in it.
    pub claims: &'s [Claim],
    /// The times in it, in the order of the text.
    pub times: &'s [Found],
}

impl Scene<'_> {
    /// The words of a token.
    pub(crate) fn word(&self, token: usize) -> &str {
        self.segments.tokens.get(token).map_or("", |token| token.of(self.text))
    }

    /// The span from a token to another.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Option<Span> {
        let inside = self.segments.tokens.get(tokens)?;
        Some(Span::new(inside.first()?.start, inside.last()?.end))
    }

    /// The claim whose content holds a token; of several the innermost, which is the shortest.
    pub(crate) fn claim_at(&self, token: usize) -> Option<&Claim> {
        let token = self.segments.tokens.get(token)?;
        let holds = |claim: &&Claim| claim.content.spans.iter().any(|span| span.covers(token));
        let length = |claim: &&Claim| claim.content.spans.iter().map(|span| span.end - span.start).sum::<usize>();
        self.claims.iter().filter(holds).min_by_key(length)
    }
}
