//! Where paragraphs part.
//!
//! In most texts a new line is a new paragraph. In mail and old wire copy lines are broken at a fixed width; there only
//! an empty line parts paragraphs, or a line that is plainly a list item.

use record::span::Span;

/// The paragraphs of `text`, without the white space around them; none is empty.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let wrapped = is_wrapped(text);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
        } else {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::new(start, start + trimmed.len());
            match paragraphs.last_mut() {
                Some(last) if open && wrapped && !is_item(trimmed) => last.end = span.end,
                _ => paragraphs.push(span),
            }
            open = true;
        }
        at += line.len();
    }
    paragraphs
}

/// Whether the lines are broken at a fixed width: of the lines that another follows directly, most are nearly as long
/// as the longest, and no line is longer than a screen.
fn is_wrapped(text: &str) -> bool {
    const WIDEST: usize = 120;
    let mut followed = 0usize;
    let mut longest = 0usize;
    let mut lengths: Vec<usize> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let length = line.trim_end().len();
        if length > WIDEST {
            return false;
        }
        longest = longest.max(length);
        if length > 0 && lines.peek().is_some_and(|next| !next.trim().is_empty()) {
            followed += 1;
            lengths.push(length);
        }
    }
    let full = lengths.iter().filter(|length| **length * 10 >= longest * 8).count();
    followed >= 3 && longest >= 50 && full * 10 >= followed * 8
}

fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|character: char| character.is_ascii_digit());
    line.starts_with(['•', '*', '–'])
        || line.starts_with("- ")
        || (rest.len() < line.len() && rest.starts_with([')', '.']))
}
