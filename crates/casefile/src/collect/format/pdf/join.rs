//! Lines to paragraphs: what goes on in the next line, column or page is put together, and so are words that a line
//! break parted.

use std::collections::HashSet;

use super::layout::{Line, Word};
use crate::collect::format::passage::{At, Composed, PassageMap};

/// The text of all pages, with the box of every word.
pub(super) fn join(pages: &[Vec<Line>]) -> (String, PassageMap) {
    let lines: Vec<&Line> = pages.iter().flatten().collect();
    let known = vocabulary(&lines);
    let mut made = Composed::default();
    let mut before: Option<&Line> = None;
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied();
        let mut glued = false;
        if let Some(before) = before {
            if begins_paragraph(before, line, next) {
                made.paragraph();
            } else if let Some(kept) = hyphen(before, line, &known) {
                if !kept {
                    let sign = made.text.chars().next_back().map_or(0, char::len_utf8);
                    let end = made.text.len() - sign;
                    made.cut(end);
                }
                glued = true;
            }
        }
        for (number, word) in line.words.iter().enumerate() {
            if !glued && !made.text.is_empty() && !made.text.ends_with('\n') || number > 0 {
                made.gap(" ");
            }
            glued = false;
            let text: String =
                word.text.chars().filter(|sign| *sign != '\u{ad}' || word.text.ends_with(*sign)).collect();
            made.push(&text, At::Page { page: line.page, area: area(word) });
        }
        before = Some(line);
    }
    made.trim_end();
    (made.text, made.map)
}

/// The box of a word: letters rise about four fifths of their size over the line and go a fifth below.
fn area(word: &Word) -> [f32; 4] {
    let tenth = |value: f32| (value * 10.0).round() / 10.0;
    [tenth(word.left), tenth(word.base - 0.8 * word.size), tenth(word.right), tenth(word.base + 0.2 * word.size)]
}

/// All words as they stand inside lines, in lower case.
fn vocabulary(lines: &[&Line]) -> HashSet<String> {
    let mut known = HashSet::new();
    for line in lines {
        for (at, word) in line.words.iter().enumerate() {
            // The first and the last of a line may be parts.
            if at > 0 && at + 1 < line.words.len() {
                known.insert(bare(&word.text));
            }
        }
    }
    known
}

fn bare(word: &str) -> String {
    word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase()
}

/// Whether the last word of a line goes on in the next; and if so, whether its hyphen is part of it.
fn hyphen(before: &Line, line: &Line, known: &HashSet<String>) -> Option<bool> {
    let last = before.words.last()?;
    let first = line.words.first()?;
    let sign = last.text.chars().next_back()?;
    if sign == '\u{ad}' {
        return Some(false);
    }
    if !matches!(sign, '-' | '\u{2010}') {
        return None;
    }
    let start = last.text.trim_end_matches(sign);
    if !start.ends_with(char::is_alphabetic) || !first.text.starts_with(char::is_alphanumeric) {
        return None;
    }
    // `Anglo-` and `Corvanian`, `G-` and `20`.
    if !first.text.starts_with(char::is_lowercase) {
        return Some(true);
    }
    let (start, end) = (bare(start), bare(&first.text));
    let whole = format!("{start}{end}");
    if known.contains(&whole) {
        return Some(false);
    }
    if known.contains(&format!("{start}-{end}")) {
        return Some(true);
    }
    // `long-` and `term` are words of this text, and `longterm` is none; and a word with a hyphen already has parts.
    Some(start.contains('-') || start.len() > 2 && known.contains(&start) && known.contains(&end))
}

/// Whether a line begins a paragraph, by what is before and after it.
fn begins_paragraph(before: &Line, line: &Line, next: Option<&Line>) -> bool {
    let size = line.size().max(1.0);
    let ends = before.words.last().is_some_and(|word| {
        word.text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', ':', '…'])
    });
    let (before_size, before_right) = (before.size().max(1.0), before.right());
    if (size / before_size - 1.0).abs() > 0.15 {
        return true;
    }
    // Words that went on are where a line was broken for want of room.
    let room = before.column.1 - before_right;
    let first_word = line.words.first().map_or(0.0, |word| word.right - word.left);
    let short = room > first_word + 0.6 * size;
    let indented = line.left() - line.column.0 > 0.7 * size;
    if before.page != line.page || before.block != line.block || line.base() < before.base() {
        let lower = line.words.first().is_some_and(|word| word.text.starts_with(char::is_lowercase));
        return !lower && (ends && (short || indented) || short && room > 0.35 * (before.column.1 - before.column.0));
    }
    let gap = line.base() - before.base();
    // The gap to the next line, if it is one of this paragraph, is that of all lines.
    let usual = next
        .filter(|next| next.block == line.block && next.base() > line.base())
        .map_or(gap.min(1.5 * size), |next| (next.base() - line.base()).min(1.6 * size));
    if gap > 1.25 * usual && gap > 1.3 * size || gap > 2.2 * size {
        return true;
    }
    // A first line that is set in, unless all lines around it are.
    let was_indented = before.left() - before.column.0 > 0.7 * size;
    if indented && !was_indented && (ends || short) {
        return true;
    }
    ends && short
}
