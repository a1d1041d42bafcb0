//! The way back: where in the bytes that came in each stretch of the extracted text stood.
//!
//! A claim is a span of text; whoever doubts it wants the page. A [`PassageMap`] leads from any span of the text to
//! bytes, to boxes on pages, or to the parts of a mail or office document. What the extractor itself put between two
//! stretches (an empty line between paragraphs) leads nowhere.

use record::span::Span;
use serde::{Deserialize, Serialize};

/// Where stretches of a text stood. Passages are in the order of the text, do not overlap, and none is empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PassageMap {
    /// The names of the parts that [`At::Part`] numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// The passages.
    pub passages: Vec<Passage>,
}

/// One stretch of the text and where it stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// The stretch, in bytes of the text.
    pub text: Span,
    /// Where it stood.
    pub at: At,
}

/// A place in what came in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// Bytes of the document. Where they are as many as the bytes of the stretch they are the same ones, so that a part
    /// of the stretch can be found too; else (an entity, a run of white space, another encoding) they stand for it as a
    /// whole.
    Bytes(Span),
    /// A box on a page.
    Page {
        /// The page, counted from 1.
        page: u32,
        /// Left, top, right and bottom in points from the left top corner of the page.
        area: [f32; 4],
    },
    /// A part: of a mail its number as IMAP counts (`1.2`), of an office document the path inside it, of a record the
    /// field.
    Part {
        /// The number of its name in [`PassageMap::parts`].
        part: u32,
        /// The bytes inside the part once it is unpacked, where they are known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bytes: Option<Span>,
    },
}

impl PassageMap {
    /// The map of a text that is the document itself.
    pub fn verbatim(text: &str) -> Self {
        let all = Span::new(0, text.len());
        let passages = if text.is_empty() { Vec::new() } else { vec![Passage { text: all, at: At::Bytes(all) }] };
        Self { parts: Vec::new(), passages }
    }

    /// The places of a span of the text, in the order of the text. A passage of bytes that the span cuts is cut too
    /// where that is exact.
    pub fn locate(&self, span: Span) -> Vec<At> {
        let first = self.passages.partition_point(|passage| passage.text.end <= span.start);
        let reached = self.passages.get(first..).unwrap_or_default().iter();
        reached.take_while(|passage| passage.text.start < span.end).map(|passage| passage.cut(span)).collect()
    }

    /// The map after `before` bytes and those of `other` were put in front: used where a text is made of several.
    pub(crate) fn append(&mut self, other: &PassageMap, shift: usize) {
        let base = self.parts.len() as u32;
        self.parts.extend(other.parts.iter().cloned());
        self.passages.extend(other.passages.iter().map(|passage| {
            let at = match &passage.at {
                At::Part { part, bytes } => At::Part { part: part + base, bytes: *bytes },
                at => at.clone(),
            };
            Passage { text: Span::new(passage.text.start + shift, passage.text.end + shift), at }
        }));
    }

    /// The same map with everything inside `part`: what led to bytes leads to bytes of the part.
    pub(crate) fn inside(mut self, part: &str) -> Self {
        let number = self.parts.len() as u32;
        self.parts.push(part.to_owned());
        for passage in &mut self.passages {
            if let At::Bytes(bytes) = passage.at {
                passage.at = At::Part { part: number, bytes: Some(bytes) };
            }
        }
        self
    }
}

impl Passage {
    fn cut(&self, span: Span) -> At {
        let exact = |bytes: Span| {
            if bytes.len() != self.text.len() {
                return bytes;
            }
            let skip = span.start.saturating_sub(self.text.start);
            let drop = self.text.end.saturating_sub(span.end);
            Span::new(bytes.start + skip, bytes.end - drop)
        };
        match &self.at {
            At::Bytes(bytes) => At::Bytes(exact(*bytes)),
            At::Part { part, bytes } => At::Part { part: *part, bytes: bytes.map(exact) },
            page => page.clone(),
        }
    }
}

/// A text in the making, with its map.
#[derive(Debug, Default)]
pub(crate) struct Composed {
    /// The text so far.
    pub text: String,
    /// Its map so far.
    pub map: PassageMap,
}

impl Composed {
    /// Adds a stretch that stood at `at`. Bytes that go on where the last ones ended make one passage with them, if
    /// both are as long as their text.
    pub fn push(&mut self, stretch: &str, at: At) {
        if stretch.is_empty() {
            return;
        }
        let text = Span::new(self.text.len(), self.text.len() + stretch.len());
        self.text.push_str(stretch);
        if let (At::Bytes(bytes), Some(Passage { text: before, at: At::Bytes(earlier) })) =
            (&at, self.map.passages.last_mut())
            && before.end == text.start
            && earlier.end == bytes.start
            && before.len() == earlier.len()
            && text.len() == bytes.len()
        {
            (before.end, earlier.end) = (text.end, bytes.end);
            return;
        }
        self.map.passages.push(Passage { text, at });
    }

    /// Adds what stood nowhere.
    pub fn gap(&mut self, between: &str) {
        self.text.push_str(between);
    }

    /// Begins a new paragraph, unless the text is still empty or one has just begun.
    pub fn paragraph(&mut self) {
        if self.text.is_empty() || self.text.ends_with("\n\n") {
            return;
        }
        self.trim_end();
        self.gap("\n\n");
    }

    /// Begins a new line, unless one has just begun.
    pub fn line(&mut self) {
        if self.text.is_empty() || self.text.ends_with('\n') {
            return;
        }
        self.trim_spaces();
        self.gap("\n");
    }

    /// Takes white space off the end.
    pub fn trim_end(&mut self) {
        let end = self.text.trim_end().len();
        self.truncate(end);
    }

    fn trim_spaces(&mut self) {
        let end = self.text.trim_end_matches([' ', '\t']).len();
        self.truncate(end);
    }

    /// Takes off everything behind `end`.
    pub fn cut(&mut self, end: usize) {
        self.truncate(end);
    }

    fn truncate(&mut self, end: usize) {
        self.text.truncate(end);
        while let Some(last) = self.map.passages.last_mut() {
            if last.text.start >= end {
                self.map.passages.pop();
                continue;
            }
            if last.text.end > end {
                last.at = last.cut(Span::new(last.text.start, end));
                last.text.end = end;
            }
            break;
        }
    }

    /// The number of a part, entered where it is new.
    pub fn part(&mut self, name: &str) -> u32 {
        if let Some(last) = self.map.parts.iter().rposition(|part| part == name) {
            return last as u32;
        }
        self.map.parts.push(name.to_owned());
        self.map.parts.len() as u32 - 1
    }

    /// Adds a span of another text with its places.
    pub fn copy(&mut self, other: &Composed, span: Span) {
        let mut at = span.start;
        let first = other.map.passages.partition_point(|passage| passage.text.end <= span.start);
        for passage in other.map.passages.get(first..).unwrap_or_default() {
            if passage.text.start >= span.end {
                break;
            }
            let (start, end) = (passage.text.start.max(span.start), passage.text.end.min(span.end));
            self.gap(other.text.get(at..start).unwrap_or_default());
            self.push(other.text.get(start..end).unwrap_or_default(), passage.cut(span));
            at = end;
        }
        self.gap(other.text.get(at..span.end).unwrap_or_default());
    }

    /// Adds a whole text with its map as further paragraphs.
    pub fn append(&mut self, text: &str, map: &PassageMap) {
        self.paragraph();
        self.map.append(map, self.text.len());
        self.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(start: usize, end: usize) -> At {
        At::Bytes(Span::new(start, end))
    }

    #[test]
    fn a_part_of_a_verbatim_stretch_is_found_exactly_and_an_entity_as_a_whole() {
        let mut made = Composed::default();
        made.push("fish ", bytes(3, 8));
        made.push("&", bytes(8, 13));
        made.push(" chips", bytes(13, 19));
        assert_eq!(made.text, "fish & chips");
        assert_eq!(made.map.locate(Span::new(2, 4)), [bytes(5, 7)]);
        assert_eq!(made.map.locate(Span::new(4, 8)), [bytes(7, 8), bytes(8, 13), bytes(13, 15)]);
    }

    #[test]
    fn neighbours_become_one_passage_and_gaps_lead_nowhere() {
        let mut made = Composed::default();
        made.push("one", bytes(0, 3));
        made.push(" two ", bytes(3, 8));
        made.paragraph();
        made.push("three", bytes(20, 25));
        assert_eq!(made.text, "one two\n\nthree");
        assert_eq!(made.map.passages.len(), 2);
        assert_eq!(made.map.locate(Span::new(7, 9)), []);
        assert_eq!(made.map.locate(Span::new(4, 11)), [bytes(4, 7), bytes(20, 22)]);
    }

    #[test]
    fn a_text_of_several_parts_keeps_them_apart() {
        let mut made = Composed::default();
        made.append("first", &PassageMap::verbatim("first").inside("1"));
        made.append("second", &PassageMap::verbatim("second").inside("2"));
        assert_eq!(made.text, "first\n\nsecond");
        assert_eq!(made.map.parts, ["1", "2"]);
        assert_eq!(made.map.locate(Span::new(7, 9)), [At::Part { part: 1, bytes: Some(Span::new(0, 2)) }]);
    }
}
