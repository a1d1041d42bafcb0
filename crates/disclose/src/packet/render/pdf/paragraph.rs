//! A paragraph as rows of glyphs: where lines end, and in which order their parts are seen.

use std::ops::Range;

use krilla::text::KrillaGlyph;
use unicode_bidi::BidiInfo;

use super::face::Faces;

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Its size in points.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// How light it is: 0 is black.
    pub shade: u8,
}

/// Text that looks alike.
#[derive(Debug, Clone)]
pub(super) struct Span {
    pub text: String,
    pub style: Style,
}

impl Span {
    pub(super) fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

/// A part of a row, which is drawn at once.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Where it begins, in points from the beginning of the row.
    pub x: f32,
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    pub style: Style,
}

/// One line of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub pieces: Vec<Piece>,
    /// Its width in points, without the space at its end.
    pub width: f32,
    /// Whether it is read from the right.
    pub leftwards: bool,
}

/// The text of a paragraph with how it looks.
struct Text<'f> {
    faces: &'f Faces,
    text: String,
    styles: Vec<(Range<usize>, Style)>,
}

/// The rows of a paragraph of at most this width.
pub(super) fn rows(faces: &Faces, spans: &[Span], width: f32) -> Vec<Row> {
    let mut text = Text { faces, text: String::new(), styles: Vec::new() };
    for span in spans {
        let start = text.text.len();
        text.text.push_str(&faces.of(span.style.bold).known(&span.text));
        text.styles.push((start..text.text.len(), span.style));
    }
    let bidi = BidiInfo::new(&text.text, None);
    let mixed = bidi.has_rtl();
    let leftwards = bidi.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
    let lines = text.broken(width);
    lines
        .into_iter()
        .map(|line| {
            let runs = match bidi.paragraphs.first() {
                Some(paragraph) if mixed => {
                    let (levels, runs) = bidi.visual_runs(paragraph, line.clone());
                    let level = |run: &Range<usize>| levels.get(run.start).is_some_and(|level| level.is_rtl());
                    runs.into_iter().map(|run| (level(&run), run)).collect()
                }
                _ => vec![(false, line.clone())],
            };
            text.row(runs, &line, leftwards)
        })
        .collect()
}

impl Text<'_> {
    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }

    /// The parts of a range that look alike.
    fn parts(&self, range: &Range<usize>) -> Vec<(Range<usize>, Style)> {
        let within = self.styles.iter().filter_map(|(styled, style)| {
            let part = styled.start.max(range.start)..styled.end.min(range.end);
            (part.start < part.end).then_some((part, *style))
        });
        within.collect()
    }

    fn measured(&self, range: &Range<usize>) -> f32 {
        let width = |(part, style): &(Range<usize>, Style)| {
            self.faces.of(style.bold).shape(self.slice(part.clone()), false).1 * style.size
        };
        self.parts(range).iter().map(width).sum()
    }

    /// Where the lines begin and end. A word that is longer than a line is cut where the line ends.
    fn broken(&self, width: f32) -> Vec<Range<usize>> {
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut line: Option<(Range<usize>, f32)> = None;
        let mut at = 0_usize;
        for word in self.text.split_inclusive(' ') {
            let whole = at..at.saturating_add(word.len());
            let seen = at..at.saturating_add(word.trim_end().len());
            at = whole.end;
            let (long, longer) = (self.measured(&seen), self.measured(&whole));
            line = match line.take() {
                Some((range, used)) if used + long <= width => Some((range.start..whole.end, used + longer)),
                before => {
                    lines.extend(before.map(|(range, _)| range));
                    if long <= width {
                        Some((whole, longer))
                    } else {
                        let rest = self.cut(seen, width, &mut lines);
                        let used = self.measured(&(rest.start..whole.end));
                        Some((rest.start..whole.end, used))
                    }
                }
            };
        }
        lines.extend(line.map(|(range, _)| range));
        lines
    }

    /// Cuts a word into lines, and gives what is left for the next one.
    fn cut(&self, word: Range<usize>, width: f32, lines: &mut Vec<Range<usize>>) -> Range<usize> {
        let (mut start, mut used) = (word.start, 0.0);
        for (offset, sign) in self.slice(word.clone()).char_indices() {
            let place = word.start.saturating_add(offset);
            let wide = self.measured(&(place..place.saturating_add(sign.len_utf8())));
            if used + wide > width && place > start {
                lines.push(start..place);
                (start, used) = (place, 0.0);
            }
            used += wide;
        }
        start..word.end
    }

    /// The row of a line whose runs are in the order in which they are seen.
    fn row(&self, runs: Vec<(bool, Range<usize>)>, line: &Range<usize>, leftwards: bool) -> Row {
        let mut row = Row { leftwards, ..Row::default() };
        let mut x = 0.0;
        for (leftwards, run) in runs {
            let mut parts = self.parts(&run);
            if leftwards {
                parts.reverse();
            }
            for (part, style) in parts {
                let text = self.slice(part).to_owned();
                let (glyphs, width) = self.faces.of(style.bold).shape(&text, leftwards);
                row.pieces.push(Piece { x, text, glyphs, style });
                x += width * style.size;
            }
        }
        let space = self.slice(line.clone()).trim_end().len();
        let space = line.start.saturating_add(space)..line.end;
        row.width = x - self.measured(&space);
        row
    }
}
