//! Cutting a text into what has a portion mark of its own: paragraphs, headings, list items, cells of tables.
//!
//! One pass over the lines, and none looks further than its own, so that no text takes longer than its length. A block
//! is where a person would look for a mark; what only separates (rules, fences) is none.

use record::span::Span;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Lines that belong together.
    Paragraph,
    /// A heading, or a line that is underlined.
    Heading,
    /// A line that stands alone between blank lines, or starts the text: it may be a title or a banner.
    Line,
}

/// A piece of text that has a mark of its own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    /// Where its words stand, without what makes it a heading or an item.
    pub(super) span: Span,
    pub(super) kind: Kind,
}

/// What a line is by itself.
enum Line {
    Blank,
    Rule,
    Heading(usize),
    Item(usize),
    Table,
    Text(usize),
}

/// The blocks of a text in their order. `starts` says whether a line starts a block of its own, whatever stands before
/// it: a banner, a portion mark, a label of the authority block.
pub(super) fn blocks(text: &str, starts: impl Fn(&str) -> bool) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open: Option<(usize, usize, usize)> = None;
    let close = |open: &mut Option<(usize, usize, usize)>, found: &mut Vec<Block>, underlined: bool| {
        let Some((start, end, lines)) = open.take() else { return };
        let kind = match lines {
            _ if underlined && lines == 1 => Kind::Heading,
            1 => Kind::Line,
            _ => Kind::Paragraph,
        };
        found.push(Block { span: Span::new(start, end), kind });
    };
    let mut at = 0_usize;
    for line in text.split_inclusive('\n') {
        let start = at;
        at = at.saturating_add(line.len());
        let words = line.trim_end();
        let end = start.saturating_add(words.len());
        match line_of(words) {
            Line::Blank => close(&mut open, &mut found, false),
            Line::Rule => close(&mut open, &mut found, true),
            Line::Heading(skip) => {
                close(&mut open, &mut found, false);
                found.push(Block { span: Span::new(start.saturating_add(skip), end), kind: Kind::Heading });
            }
            Line::Table => {
                close(&mut open, &mut found, false);
                cells(words, start, &mut found);
            }
            Line::Item(skip) => {
                close(&mut open, &mut found, false);
                open = Some((start.saturating_add(skip), end, 1));
            }
            Line::Text(skip) => {
                let from = start.saturating_add(skip);
                if starts(words.get(skip..).unwrap_or_default()) {
                    close(&mut open, &mut found, false);
                }
                open = match open {
                    Some((first, _, lines)) => Some((first, end, lines.saturating_add(1))),
                    None => Some((from, end, 1)),
                };
            }
        }
    }
    close(&mut open, &mut found, false);
    found
}

fn line_of(words: &str) -> Line {
    let mut skip = words.len().saturating_sub(words.trim_start().len());
    // A quotation may be quoted again.
    while let Some(rest) = words.get(skip..).and_then(|rest| rest.strip_prefix('>')) {
        skip = words.len().saturating_sub(rest.trim_start().len());
    }
    let said = words.get(skip..).unwrap_or_default();
    if said.is_empty() {
        return Line::Blank;
    }
    let is_fence = ["```", "~~~"].iter().any(|fence| said.starts_with(fence)) && said.split_whitespace().count() == 1;
    if is_fence || (said.len() > 2 && said.bytes().all(|byte| b"-=*_ \t".contains(&byte))) {
        return Line::Rule;
    }
    let hashes = said.bytes().take_while(|byte| *byte == b'#').count();
    let behind = said.get(hashes..).unwrap_or_default();
    if (1..=6).contains(&hashes) && behind.starts_with([' ', '\t']) {
        let text = behind.trim_start();
        return Line::Heading(words.len().saturating_sub(text.len()));
    }
    if said.starts_with('|') {
        return Line::Table;
    }
    match label(said) {
        0 => Line::Text(skip),
        length => Line::Item(skip.saturating_add(length)),
    }
}

/// How many bytes at the start of a line only number or list it: `- `, `12. `, `a) `, `(b) `; none where it does not.
/// `(C)` in capitals is a mark.
pub(super) fn label(said: &str) -> usize {
    const LONGEST: usize = 4;
    let behind = |length: usize| {
        let rest = said.get(length..).unwrap_or_default();
        let gap = rest.len().saturating_sub(rest.trim_start().len());
        if gap > 0 && !rest.trim_start().is_empty() { length.saturating_add(gap) } else { 0 }
    };
    if let Some(bullet) = said.chars().next().filter(|sign| matches!(sign, '-' | '*' | '+' | '•' | '–' | '◦' | '▪'))
    {
        return behind(bullet.len_utf8());
    }
    let opened = usize::from(said.starts_with('('));
    let inside = said.get(opened..).unwrap_or_default();
    let number = inside.bytes().take_while(u8::is_ascii_digit).count();
    let roman = inside.bytes().take_while(|byte| b"ivx".contains(byte)).count();
    let letters = roman.max(usize::from(inside.starts_with(|sign: char| sign.is_ascii_lowercase())));
    let length = if number > 0 { number } else { letters };
    if length == 0 || length > LONGEST || (number == 0 && opened == 0 && length > 1) {
        return 0;
    }
    let ends = inside.get(length..).unwrap_or_default();
    let fits = if opened == 1 { ends.starts_with(')') } else { ends.starts_with(['.', ')']) };
    if fits { behind(opened.saturating_add(length).saturating_add(1)) } else { 0 }
}

/// The cells of one row of a table. The row that only underlines has none.
fn cells(row: &str, start: usize, found: &mut Vec<Block>) {
    let mut at = start;
    for cell in row.split('|') {
        let words = cell.trim();
        let gap = cell.len().saturating_sub(cell.trim_start().len());
        let from = at.saturating_add(gap);
        if words.bytes().any(|byte| !b"-: ".contains(&byte)) {
            let span = Span::new(from, from.saturating_add(words.len()));
            found.push(Block { span, kind: Kind::Paragraph });
        }
        at = at.saturating_add(cell.len()).saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, Kind)> {
        blocks(text, |line| line.starts_with('(')).iter().map(|block| (block.span.of(text), block.kind)).collect()
    }

    #[test]
    fn paragraphs_headings_items_and_cells_are_blocks_of_their_own() {
        use Kind::{Heading, Line, Paragraph};
        let text = "# (U) Title\n\nOne\ntwo.\n\n- (S) item\n  goes on\n12. next\n\n| a | (U) b |\n|---|---|\n> > quoted\n\nUnder\n-----\n";
        assert_eq!(
            cut(text),
            [
                ("(U) Title", Heading),
                ("One\ntwo.", Paragraph),
                ("(S) item\n  goes on", Paragraph),
                ("next", Line),
                ("a", Paragraph),
                ("(U) b", Paragraph),
                ("quoted", Line),
                ("Under", Heading),
            ]
        );
    }

    #[test]
    fn a_line_with_a_mark_starts_a_block_without_a_blank_line_before_it() {
        assert_eq!(
            cut("(U) One\nand on.\n(S) Two.").iter().map(|b| b.0).collect::<Vec<_>>(),
            ["(U) One\nand on.", "(S) Two."]
        );
    }

    #[test]
    fn letters_and_numbers_of_lists_are_skipped_and_marks_are_not() {
        for (text, length) in [("- x", 2), ("12. x", 4), ("a) x", 3), ("(b) x", 4), ("(iv) x", 5), ("(3) x", 4)] {
            assert_eq!(label(text), length, "{text}");
        }
        for text in ["(C) x", "(S//NF) x", "-x", "as. x", "(see) x)", "(c)", "3.5 x", "(below x", ""] {
            assert_eq!(label(text), 0, "{text}");
        }
    }
}
