//! Spans: where in the text a thing stands.

use serde::{Deserialize, Serialize};

/// A half-open range `[start, end)` of byte offsets into a document's extracted text.
///
/// Both ends lie on character boundaries of that text. In JSON a span is the array `[start, end]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "[usize; 2]", into = "[usize; 2]")]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, and without, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many bytes it covers; 0 where the ends are crossed.
    pub const fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers no byte.
    pub const fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is also in this one.
    pub const fn covers(&self, other: &Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text it covers, or `""` where it does not fit `text`.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

impl From<[usize; 2]> for Span {
    fn from([start, end]: [usize; 2]) -> Self {
        Self { start, end }
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

/// The text of several spans, joined by ` … ` as a reader would quote them.
pub fn text_of(spans: &[Span], text: &str) -> String {
    let parts: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    parts.join(" … ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_out_of_the_text_or_inside_a_character_covers_nothing() {
        let text = "Zürich";
        assert_eq!(Span::new(0, 3).of(text), "Zü");
        assert_eq!(Span::new(0, 2).of(text), "");
        assert_eq!(Span::new(5, 99).of(text), "");
    }

    #[test]
    fn split_spans_are_quoted_with_an_ellipsis() {
        let text = "The ship, he said, sank.";
        assert_eq!(text_of(&[Span::new(0, 8), Span::new(19, 23)], text), "The ship … sank");
    }
}
