//! Cutting a text into what has a portion mark of its own: paragraphs, headings, list items, cells of tables.
//!
//! One pass over the lines, and none looks further than its own and the one before, so that no text takes longer than its length. A
//! block is where a person would look for a mark; what only separates (rules, fences) is none.

use record::span::Span;

/// How many bytes behind a broken line are looked at for what starts a block.
const LONGEST_START: usize = 1_000;

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
    /// What stands under the head of a table, and says how its columns stand.
    Columns,
    Text(usize),
}

/// A block that is being read: where it begins, where its last line does, where it ends, and how many lines it has.
struct Open {
    start: usize,
    last: usize,
    end: usize,
    lines: usize,
}

/// The blocks of a text in their order. `starts` says whether a line starts a block of its own, whatever stands before
/// it: a banner, a portion mark, a label of the authority block.
pub(super) fn blocks(text: &str, starts: impl Fn(&str) -> bool) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open: Option<Open> = None;
    let close = |open: &mut Option<Open>, found: &mut Vec<Block>, underlined: bool| {
        let Some(Open { start, end, lines, .. }) = open.take() else { return };
        let kind = match lines {
            _ if underlined && lines == 1 => Kind::Heading,
            1 => Kind::Line,
            _ => Kind::Paragraph,
        };
        broken(text, Block { span: Span::new(start, end), kind }, &starts, found);
    };
    let mut at = 0_usize;
    // Rows of a table need no bar at their sides. Whether the table is quoted: a quotation ends another, and is ended by what is none.
    let mut table: Option<bool> = None;
    for line in text.split_inclusive('\n') {
        let start = at;
        at = at.saturating_add(line.len());
        let words = line.trim_end();
        let end = start.saturating_add(words.len());
        let line = line_of(words);
        let quoted = words.trim_start().starts_with('>');
        table = table.filter(|of| *of == quoted && matches!(line, Line::Text(_) | Line::Table | Line::Columns));
        match line {
            Line::Blank => close(&mut open, &mut found, false),
            Line::Rule => close(&mut open, &mut found, true),
            Line::Heading(skip) => {
                close(&mut open, &mut found, false);
                let span = Span::new(start.saturating_add(skip), end);
                broken(text, Block { span, kind: Kind::Heading }, &starts, &mut found);
            }
            Line::Columns => {
                // The line before it is the head of the table.
                let head = open.as_ref().map(|open| Span::new(open.last, open.end));
                open = open.filter(|open| open.last > open.start).map(|open| before_last(text, open));
                close(&mut open, &mut found, false);
                if let Some(head) = head {
                    cells(text, head, &starts, &mut found);
                }
                table = Some(quoted);
            }
            Line::Text(skip) if table.is_some() => {
                cells(text, Span::new(start.saturating_add(skip), end), &starts, &mut found)
            }
            Line::Table => {
                close(&mut open, &mut found, false);
                cells(text, Span::new(start, end), &starts, &mut found);
            }
            Line::Item(skip) => {
                close(&mut open, &mut found, false);
                let start = start.saturating_add(skip);
                open = Some(Open { start, last: start, end, lines: 1 });
            }
            Line::Text(skip) => {
                let from = start.saturating_add(skip);
                if starts(words.get(skip..).unwrap_or_default()) {
                    close(&mut open, &mut found, false);
                }
                open = match open {
                    Some(open) => Some(Open { last: from, end, lines: open.lines.saturating_add(1), ..open }),
                    None => Some(Open { start: from, last: from, end, lines: 1 }),
                };
            }
        }
    }
    close(&mut open, &mut found, false);
    found
}

/// A block without its last line.
fn before_last(text: &str, open: Open) -> Open {
    let kept = text.get(open.start..open.last).unwrap_or_default().trim_end_matches([' ', '\t', '\r', '\n', '>']);
    Open { end: open.start.saturating_add(kept.len()), lines: open.lines.saturating_sub(1), ..open }
}

/// Enters a block, cut where a line is broken by `<br>` and what stands behind that starts a block, as it would on a line.
fn broken(text: &str, block: Block, starts: &impl Fn(&str) -> bool, found: &mut Vec<Block>) {
    let words = block.span.of(text);
    let mut from = block.span.start;
    for (at, _) in words.match_indices('<') {
        let Some(length) = words.get(at..).and_then(break_at) else { continue };
        let behind = words.get(at.saturating_add(length)..).unwrap_or_default();
        let gap = behind.len().saturating_sub(behind.trim_start().len());
        // No further than its line is looked at, and of that no more than a mark has.
        let said = behind.trim_start();
        let near = said.get(..said.floor_char_boundary(LONGEST_START)).unwrap_or(said);
        if !starts(near.lines().next().unwrap_or_default()) {
            continue;
        }
        let end = block.span.start.saturating_add(at);
        if from < end {
            found.push(Block { span: Span::new(from, end), ..block });
        }
        from = end.saturating_add(length).saturating_add(gap);
    }
    found.push(Block { span: Span::new(from, block.span.end.max(from)), ..block });
}

/// How long the tag is that breaks a line, where words begin with it: `<br>`, `<BR/>`, `<br />`.
fn break_at(words: &str) -> Option<usize> {
    const LONGEST: usize = 64;
    let name = words.get(..3)?;
    let rest = words.get(3..)?;
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let inside = rest.get(..end)?;
    let is_break =
        name.eq_ignore_ascii_case("<br") && (inside.is_empty() || inside.starts_with(['/', ' ', '\t', '\n']));
    is_break.then(|| end.saturating_add(4))
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
    let columns = said.bytes().all(|byte| b"|-: \t".contains(&byte)) && said.contains('-');
    if columns && said.contains(['|', ':']) {
        return Line::Columns;
    }
    if said.starts_with('|') {
        return Line::Table;
    }
    match label(said) {
        0 => Line::Text(skip),
        length => Line::Item(skip.saturating_add(length)),
    }
}

/// How many bytes at the start of a line only number or list it: `- `, `12. `, `1\. `, `a) `, `(b) `; none where it does not.
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
    // In Markdown a number that is to make no list has a backslash behind it, and is read as a number all the same.
    let escaped = usize::from(ends.starts_with('\\'));
    let ends = ends.get(escaped..).unwrap_or_default();
    let fits = if opened == 1 { ends.starts_with(')') } else { ends.starts_with(['.', ')']) };
    if fits { behind(opened.saturating_add(length).saturating_add(escaped).saturating_add(1)) } else { 0 }
}

/// The cells of one row of a table.
fn cells(text: &str, row: Span, starts: &impl Fn(&str) -> bool, found: &mut Vec<Block>) {
    let mut at = row.start;
    for cell in row.of(text).split('|') {
        let words = cell.trim();
        let gap = cell.len().saturating_sub(cell.trim_start().len());
        let from = at.saturating_add(gap);
        if words.bytes().any(|byte| !b"-: >".contains(&byte)) {
            let span = Span::new(from, from.saturating_add(words.len()));
            broken(text, Block { span, kind: Kind::Paragraph }, starts, found);
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
    fn a_table_needs_no_bars_at_its_sides() {
        for (text, blocks) in [
            (
                "(U) a | (U) b\n--- | ---\n(U) c | (S) d\n(U) e\n\nf | g",
                vec!["(U) a", "(U) b", "(U) c", "(S) d", "(U) e", "f | g"],
            ),
            ("One\ntwo.\na | b\n:-- | --:\nc | d\n- e | f", vec!["One\ntwo.", "a", "b", "c", "d", "e | f"]),
            ("| a | b |\n|---|---|\nc | (S) d\n| e |", vec!["a", "b", "c", "(S) d", "e"]),
            ("> a | b\n> -|-\n> c | d", vec!["a", "b", "c", "d"]),
            ("x\n-:\ny", vec!["x", "y"]),
        ] {
            assert_eq!(cut(text).iter().map(|b| b.0).collect::<Vec<_>>(), blocks, "{text}");
        }
    }

    #[test]
    fn a_broken_line_is_cut_where_a_mark_stands_behind_the_break() {
        for (text, blocks) in [
            ("(U) One.<br>(S) Two.<BR />\n(C) Three.", vec!["(U) One.", "(S) Two.<BR />", "(C) Three."]),
            ("(U) One.<br/>and on <b>x</b><brx>(S)", vec!["(U) One.<br/>and on <b>x</b><brx>(S)"]),
            ("| (U) a | (U) One.<br>(S) Two. |", vec!["(U) a", "(U) One.", "(S) Two."]),
            ("# (U) One<br>(S) Two", vec!["(U) One", "(S) Two"]),
            ("<br>(S) Two", vec!["(S) Two"]),
        ] {
            assert_eq!(cut(text).iter().map(|b| b.0).collect::<Vec<_>>(), blocks, "{text}");
        }
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
        for (text, length) in
            [("- x", 2), ("12. x", 4), ("a) x", 3), ("(b) x", 4), ("(iv) x", 5), ("(3) x", 4), ("1\\. x", 4)]
        {
            assert_eq!(label(text), length, "{text}");
        }
        for text in ["(C) x", "(S//NF) x", "-x", "as. x", "(see) x)", "(c)", "3.5 x", "(below x", ""] {
            assert_eq!(label(text), 0, "{text}");
        }
    }
}
