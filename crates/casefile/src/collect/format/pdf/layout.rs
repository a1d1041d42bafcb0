//! Glyphs to lines in the order a person reads them: words by the gaps between glyphs, columns by the white between them.

use record::span::Span;

use super::glyphs::{Glyph, Page};

/// A word and the box it stands in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub text: String,
    pub left: f32,
    pub right: f32,
    pub base: f32,
    pub size: f32,
}

/// A line of one column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub page: u32,
    pub words: Vec<Word>,
    /// The column it stands in: two lines of one column have the same left and right.
    pub column: (f32, f32),
    /// The number of the block of the page it stands in, in reading order.
    pub block: usize,
}

impl Line {
    pub fn left(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.left)
    }

    pub fn right(&self) -> f32 {
        self.words.last().map_or(0.0, |word| word.right)
    }

    pub fn base(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.base)
    }

    pub fn size(&self) -> f32 {
        self.words.iter().map(|word| word.size).fold(0.0, f32::max)
    }

    pub fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The lines of a page in reading order.
pub(super) fn lines(page: &Page) -> Vec<Line> {
    let mut words = words(&page.glyphs);
    words.sort_by(|one, other| one.base.total_cmp(&other.base).then(one.left.total_cmp(&other.left)));
    let size = median(words.iter().map(|word| word.size));
    let mut made = Vec::new();
    let mut block = 0;
    place(words, size, page.number, 0, &mut block, &mut made);
    made
}

fn median(values: impl Iterator<Item = f32>) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(10.0)
}

/// The words of glyphs in the order they were drawn: a word ends at a space, at a gap, or where drawing goes elsewhere.
fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let mut made: Vec<Word> = Vec::new();
    let mut open = false;
    for glyph in glyphs {
        if glyph.text.chars().all(char::is_whitespace) {
            open = false;
            continue;
        }
        if let Some(word) = made.last_mut().filter(|_| open) {
            let gap = glyph.left - word.right;
            let same_line = (glyph.base - word.base).abs() < 0.35 * word.size.max(glyph.size);
            if same_line && gap < 0.14 * word.size.max(glyph.size) && gap > -0.6 * word.size {
                // Bold that was made by drawing twice.
                let again =
                    (glyph.left - word.left).abs() < 0.3 && word.text.ends_with(&glyph.text) && gap < -0.1 * word.size;
                if !again {
                    word.text.push_str(&glyph.text);
                    word.right = word.right.max(glyph.right);
                    word.size = word.size.max(glyph.size);
                }
                continue;
            }
        }
        made.push(Word {
            text: glyph.text.clone(),
            left: glyph.left,
            right: glyph.right,
            base: glyph.base,
            size: glyph.size,
        });
        open = true;
    }
    made
}

/// Puts words, sorted from top to bottom, into lines, column by column.
fn place(words: Vec<Word>, size: f32, page: u32, depth: usize, block: &mut usize, made: &mut Vec<Line>) {
    if words.is_empty() {
        return;
    }
    let rows = rows(&words);
    if depth < 8
        && words.len() < 20_000
        && let Some((first, last, gutter)) = columns(&words, &rows, size)
    {
        let start = rows.get(first).map_or(0, |row| row.start);
        let end = rows.get(last).map_or(words.len(), |row| row.start);
        let (mut above, mut inside, mut below) = (Vec::new(), Vec::new(), Vec::new());
        for (at, word) in words.into_iter().enumerate() {
            match at {
                at if at < start => above.push(word),
                at if at < end => inside.push(word),
                _ => below.push(word),
            }
        }
        place(above, size, page, depth + 1, block, made);
        let (left, right) = inside.into_iter().partition(|word: &Word| word.right + word.left < 2.0 * gutter);
        place(left, size, page, depth + 1, block, made);
        place(right, size, page, depth + 1, block, made);
        place(below, size, page, depth + 1, block, made);
        return;
    }
    let left = words.iter().map(|word| word.left).fold(f32::MAX, f32::min);
    let right = words.iter().map(|word| word.right).fold(f32::MIN, f32::max);
    *block += 1;
    for row in rows {
        let mut row: Vec<Word> = words.get(row.start..row.end).unwrap_or_default().to_vec();
        row.sort_by(|one, other| one.left.total_cmp(&other.left));
        made.push(Line { page, words: row, column: (left, right), block: *block });
    }
}

/// Rows of words that stand on one line, over all columns, as spans of the sorted words.
fn rows(words: &[Word]) -> Vec<Span> {
    let mut rows: Vec<Span> = Vec::new();
    let mut base = f32::MIN;
    for (at, word) in words.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if word.base - base < 0.45 * word.size => row.end = at + 1,
            _ => {
                rows.push(Span::new(at, at + 1));
                base = word.base;
            }
        }
    }
    rows
}

/// The rows, first to before last, that stand in two columns (or more), and a place in the white between them.
///
/// The white must run through enough rows behind each other, and on both sides of it there must be running text and not
/// the cells of a table.
fn columns(words: &[Word], rows: &[Span], size: f32) -> Option<(usize, usize, f32)> {
    const LEAST: usize = 4;
    let narrowest = 0.75 * size;
    let mut best: Option<(usize, usize, f32)> = None;
    let mut first = 0;
    while first + LEAST <= rows.len() {
        let of = |from: usize, to: usize| {
            let start = rows.get(from).map_or(0, |row| row.start);
            let end = rows.get(to - 1).map_or(0, |row| row.end);
            words.get(start..end).unwrap_or_default()
        };
        let mut whites = white(of(first, first + LEAST), narrowest);
        if whites.is_empty() {
            first += 1;
            continue;
        }
        let mut last = first + LEAST;
        while last < rows.len() {
            let row = of(last, last + 1);
            let fewer = narrowed(&whites, row, narrowest);
            if fewer.is_empty() {
                break;
            }
            whites = fewer;
            last += 1;
        }
        let inside = of(first, last);
        let gutter = whites
            .iter()
            .filter(|white| is_text(inside, (white.0 + white.1) / 2.0, size))
            .max_by(|one, other| (one.1 - one.0).total_cmp(&(other.1 - other.0)));
        if let Some((start, end)) = gutter
            && best.is_none_or(|(from, to, _)| last - first > to - from)
        {
            best = Some((first, last, (start + end) / 2.0));
        }
        first = if gutter.is_some() { last } else { first + 1 };
    }
    best
}

/// Stretches without a word between the leftmost and the rightmost.
fn white(words: &[Word], narrowest: f32) -> Vec<(f32, f32)> {
    let mut boxes: Vec<(f32, f32)> = words.iter().map(|word| (word.left, word.right)).collect();
    boxes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut found = Vec::new();
    let mut end = f32::MAX;
    for (left, right) in boxes {
        if end != f32::MAX && left - end >= narrowest {
            found.push((end, left));
        }
        end = if end == f32::MAX { right } else { end.max(right) };
    }
    found
}

/// What of the white is left with the words of one more row.
fn narrowed(whites: &[(f32, f32)], row: &[Word], narrowest: f32) -> Vec<(f32, f32)> {
    let mut left: Vec<(f32, f32)> = whites.to_vec();
    for word in row {
        left = left
            .into_iter()
            .flat_map(|(start, end)| {
                if word.right <= start || word.left >= end {
                    return vec![(start, end)];
                }
                vec![(start, word.left), (word.right, end)]
            })
            .filter(|(start, end)| end - start >= narrowest)
            .collect();
    }
    left
}

/// Whether there is running text on both sides of a gutter: several words a row, on at least three rows; or on few where
/// a column has just begun and its rows are full.
fn is_text(words: &[Word], gutter: f32, size: f32) -> bool {
    let side = |is_left: bool| {
        let mut bases: Vec<f32> = Vec::new();
        let (mut count, mut least, mut most) = (0usize, f32::MAX, f32::MIN);
        for word in words.iter().filter(|word| (word.left + word.right < 2.0 * gutter) == is_left) {
            count += 1;
            (least, most) = (least.min(word.left), most.max(word.right));
            if bases.last().is_none_or(|base| (word.base - base).abs() > 0.45 * size) {
                bases.push(word.base);
            }
        }
        let rows = bases.len();
        let running = rows >= 3 && count >= 2 * rows || rows >= 1 && count >= 4 * rows;
        (running && most - least > 6.0 * size).then_some(rows)
    };
    matches!((side(true), side(false)), (Some(left), Some(right)) if left.max(right) >= 3)
}
