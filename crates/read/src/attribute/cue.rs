//! Cues and the spans around them.

use std::ops::Range;

use record::span::Span;

use super::phrase;
use crate::language::{CueWord, Frame, Language};
use crate::segment::{Segments, Sentence};

/// An attribution as spans.
#[derive(Debug)]
pub(super) struct Found {
    pub word: CueWord,
    pub cue: Vec<Span>,
    pub source: Option<Span>,
    pub content: Vec<Span>,
}

/// The attributions of one sentence, in the order of their cues.
pub(super) fn attributions(
    text: &str,
    segments: &Segments,
    sentence: &Sentence,
    quotes: &[Span],
    language: &Language,
) -> Vec<Found> {
    let tokens = &segments.tokens[sentence.tokens.clone()];
    let outside = |token: &Span| !quotes.iter().any(|quote| quote.covers(token));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hit = language.cues.iter().filter(|_| outside(&tokens[at])).find_map(|word| {
            word.forms.iter().find_map(|form| phrase(text, tokens, at, form)).map(|length| (*word, length))
        });
        let Some((word, length)) = hit else {
            at += 1;
            continue;
        };
        let around = Around { text, tokens, cue: at..at + length, quotes, paragraph: paragraph_of(segments, sentence) };
        if let Some(attribution) = around.attribution(word) {
            found.push(attribution);
        }
        at += length;
    }
    found
}

/// From the first to the last token of the sentence's paragraph.
fn paragraph_of(segments: &Segments, sentence: &Sentence) -> Span {
    let mut same = segments.sentences.iter().filter(|other| other.paragraph == sentence.paragraph);
    let first = same.next().map_or(sentence.span.start, |other| other.span.start);
    Span::new(first, same.next_back().map_or(sentence.span.end, |other| other.span.end))
}

/// A cue with the sentence around it.
struct Around<'t> {
    text: &'t str,
    tokens: &'t [Span],
    cue: Range<usize>,
    quotes: &'t [Span],
    paragraph: Span,
}

impl<'t> Around<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn attribution(&self, word: CueWord) -> Option<Found> {
        let (source, content) = match word.frame {
            Frame::Preposition => self.preposition(),
            Frame::Silence => (self.before(), self.rest(self.cue.end)),
            Frame::Verb | Frame::Weak => self.verb(word.frame == Frame::Weak)?,
        };
        let cue = vec![self.span(self.cue.clone())?];
        if word.frame != Frame::Silence && content.is_empty() {
            return None;
        }
        Some(Found { word, cue, source: source.and_then(|range| self.span(range)), content })
    }

    fn span(&self, range: Range<usize>) -> Option<Span> {
        let (first, last) = (self.tokens.get(range.start)?, self.tokens.get(range.end.checked_sub(1)?)?);
        (range.start < range.end).then(|| Span::new(first.start, last.end))
    }

    /// `according to SOURCE, CONTENT` and `CONTENT, according to SOURCE`.
    fn preposition(&self) -> (Option<Range<usize>>, Vec<Span>) {
        let end = self.clause_end(self.cue.end, true);
        let content = if self.cue.start <= 1 { self.rest(end) } else { self.front(self.cue.start) };
        (Some(self.cue.end..end), content)
    }

    /// A verb of speech with its subject before or behind it.
    fn verb(&self, weak: bool) -> Option<(Option<Range<usize>>, Vec<Span>)> {
        let (start, end) = (self.tokens[self.cue.start].start, self.tokens[self.cue.end - 1].end);
        // A quotation that ends just before the cue, with at most a source between.
        let quote_before =
            self.quotes.iter().rev().find(|quote| {
                quote.end <= start && self.gap(quote.end, start) <= 8 && quote.end >= self.paragraph.start
            });
        let quote_behind = self.quotes.iter().find(|quote| quote.start >= end && self.gap(end, quote.start) <= 3);
        let before = self.before();
        if self.is_passive() {
            return None;
        }
        // What ends with a full stop in the sentence before was said already.
        let open = |quote: &&Span| quote.end > self.tokens[0].start || !self.ends_with(quote.end, &['.', '…']);
        if let Some(quote) = quote_before.filter(open).filter(|quote| self.ends_clause(quote.end)) {
            let mut content = vec![*quote];
            let from = self.tokens.partition_point(|token| token.start < quote.end);
            let between = from..self.cue.start - usize::from(self.word(self.cue.start.wrapping_sub(1)) == ",");
            let source = if between.is_empty() {
                Some(self.cue.end..self.clause_end(self.cue.end, false)).filter(|range| !range.is_empty())
            } else {
                Some(between)
            };
            // `"We go," he said, "now."`
            let source_end = source.as_ref().map_or(end, |range| self.tokens[range.end - 1].end).max(end);
            content.extend(
                self.quotes.iter().find(|quote| quote.start >= source_end && self.gap(source_end, quote.start) <= 2),
            );
            return Some((source, content));
        }
        if self.comma_before(before.as_ref()) && !self.is_that(self.cue.end) {
            // `CONTENT, the minister said.`
            let content = self.front(before.as_ref().map_or(self.cue.start, |range| range.start));
            let last = self.cue.end >= self.tokens.len()
                || self.is_stop(self.cue.end)
                || self.word(self.cue.end).starts_with("on");
            if last && !content.is_empty() {
                return Some((before, content));
            }
        }
        let mut content = self.rest(self.cue.end);
        if let (Some(quote), Some(part)) = (quote_behind, content.last_mut())
            && part.overlaps(quote)
        {
            part.end = part.end.max(quote.end);
            if self.word(self.cue.end) == ":" || self.word(self.cue.end) == "," {
                *part = *quote;
            }
        }
        let marked = quote_behind.is_some() || self.is_that(self.cue.end);
        (!weak || marked).then_some((before, content)).filter(|(source, _)| source.is_some())
    }

    fn is_that(&self, at: usize) -> bool {
        self.word(at).eq_ignore_ascii_case("that")
            || (at..at + 4).any(|near| self.word(near).eq_ignore_ascii_case("that"))
    }

    /// `she was asked`: who speaks is not named.
    fn is_passive(&self) -> bool {
        self.cue.start > 0
            && matches!(self.word(self.cue.start - 1), "was" | "were" | "been" | "being" | "be" | "is" | "are")
    }

    fn is_stop(&self, at: usize) -> bool {
        matches!(self.word(at), "." | "!" | "?" | ";" | "…")
    }

    fn ends_clause(&self, end: usize) -> bool {
        self.ends_with(end, &[',', '.', '!', '?', '…', '-', '—'])
    }

    /// Whether what stands before a closing mark is one of these.
    fn ends_with(&self, end: usize, marks: &[char]) -> bool {
        self.text.get(..end).is_some_and(|before| before.trim_end_matches(['”', '"', '»']).ends_with(marks))
    }

    /// How many tokens of the sentence stand between two offsets.
    fn gap(&self, from: usize, to: usize) -> usize {
        self.tokens.iter().filter(|token| token.start >= from && token.end <= to).count()
    }

    fn comma_before(&self, source: Option<&Range<usize>>) -> bool {
        source.is_some_and(|range| range.start > 0 && matches!(self.word(range.start - 1), "," | "—" | "–" | "--"))
    }

    /// The words before the cue, back to where their clause begins.
    fn before(&self) -> Option<Range<usize>> {
        let mut start = self.cue.start;
        while start > 0 {
            let word = self.word(start - 1);
            let closes_quote = self.quotes.iter().any(|quote| quote.end == self.tokens[start - 1].end);
            let clause = matches!(
                word.to_ascii_lowercase().as_str(),
                "that" | "but" | "while" | "because" | "and" | "when" | "as" | "if"
            );
            if closes_quote || clause || matches!(word, "," | ";" | ":" | "—" | "–" | "--" | ")" | "”" | "\"") {
                break;
            }
            start -= 1;
        }
        // `The minister, a doctor, said`: what stands between commas belongs to the source before it.
        if start >= 2 && start == self.cue.start && self.word(start - 1) == "," {
            let first = (0..start - 1).rev().find(|at| self.word(*at) == ",");
            if let Some(first) =
                first.filter(|first| *first > 0 && !self.quotes.iter().any(|quote| quote.covers(&self.tokens[*first])))
            {
                return Some(0..start - 1).filter(|_| first < start);
            }
        }
        (start < self.cue.start).then_some(start..self.cue.start)
    }

    /// Where the source that begins at `from` ends.
    fn clause_end(&self, from: usize, long: bool) -> usize {
        let mut at = from;
        while at < self.tokens.len() && !self.is_stop(at) {
            let word = self.word(at);
            let quote = self.quotes.iter().any(|quote| quote.start == self.tokens[at].start);
            // `said Verrin, the minister.` keeps its apposition where the sentence ends behind it.
            let apposition = !long
                && word == ","
                && (at + 1..self.tokens.len())
                    .all(|next| self.word(next) != "," && self.word(next) != "\"" && self.word(next) != "“");
            if quote || (word == "," && !apposition) {
                break;
            }
            at += 1;
        }
        at
    }

    /// From the beginning of the sentence up to token `until`, without the comma at its end.
    fn front(&self, until: usize) -> Vec<Span> {
        let end =
            if until > 0 && matches!(self.word(until - 1), "," | "—" | "–" | "--") { until - 1 } else { until };
        self.span(0..end).into_iter().collect()
    }

    /// From token `from` to the end of the sentence, without the marks at its ends.
    fn rest(&self, from: usize) -> Vec<Span> {
        let mut start = from;
        while matches!(self.word(start), "," | ":" | "—") {
            start += 1;
        }
        let mut end = self.tokens.len();
        while end > start && self.is_stop(end - 1) {
            end -= 1;
        }
        self.span(start..end).into_iter().collect()
    }
}
