//! Tables that fit the terminal.

use std::io::{self, Write};

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::style;

/// Columns between two cells.
const GAP: usize = 2;

/// A cell: its words and how they look.
#[derive(Debug, Clone)]
pub struct Cell {
    text: String,
    style: Style,
    right: bool,
}

impl Cell {
    /// Words to the left of their column.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: one_line(&text.into()), style: Style::new(), right: false }
    }

    /// A number, to the right of its column.
    pub fn number(text: impl Into<String>) -> Self {
        Self { right: true, ..Self::new(text) }
    }

    /// The same in another look.
    #[must_use]
    pub fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}

/// Writes rows under a heading, each column as wide as it needs; where that is too much, the widest columns give way
/// and their words end in `…`. Where columns would be too narrow to say anything, every cell has a line of its own.
pub fn write(out: &mut dyn Write, width: usize, heading: &[&str], rows: &[Vec<Cell>]) -> io::Result<()> {
    let mut widths: Vec<usize> = heading.iter().map(|word| word.width()).collect();
    for row in rows {
        for (column, cell) in widths.iter_mut().zip(row) {
            *column = (*column).max(cell.text.width());
        }
    }
    let gaps = GAP * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        let Some(widest) = widths.iter_mut().max_by_key(|column| **column).filter(|column| **column > 8) else { break };
        *widest -= 1;
    }
    if widths.iter().sum::<usize>() + gaps > width {
        return stacked(out, width, heading, rows);
    }
    let heading: Vec<Cell> = heading.iter().map(|word| Cell::new(*word).styled(style::FAINT)).collect();
    for row in std::iter::once(&heading).chain(rows) {
        let last = row.len().saturating_sub(1);
        for (place, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let text = cut(&cell.text, *width);
            let pad = width.saturating_sub(text.width());
            let (before, after) = if cell.right { (pad, 0) } else { (0, if place == last { 0 } else { pad }) };
            let (look, gap) = (cell.style, if place == last { 0 } else { GAP });
            write!(out, "{:before$}{look}{text}{look:#}{:after$}{:gap$}", "", "", "")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes rows as their cells below each other, each behind the heading of its column; cells without words are left out.
fn stacked(out: &mut dyn Write, width: usize, heading: &[&str], rows: &[Vec<Cell>]) -> io::Result<()> {
    let label = heading.iter().map(|word| word.width()).max().unwrap_or(0) + GAP;
    let room = width.saturating_sub(label).max(1);
    let faint = style::FAINT;
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        for (name, cell) in heading.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty()) {
            let look = cell.style;
            for (line, words) in wrapped(&cell.text, room).lines().enumerate() {
                let name = if line == 0 { *name } else { "" };
                let pad = label - name.width();
                writeln!(out, "{faint}{name}{faint:#}{:pad$}{look}{}{look:#}", "", cut(words, room))?;
            }
        }
    }
    Ok(())
}

/// `text` in at most `width` columns, with `…` where something was cut.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|character| {
            used += character.width().unwrap_or(0);
            used <= width
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// `text` in lines of at most `width` columns, broken between words.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Whether a character says nothing and turns the direction of what follows it: it could show words in another order than
/// they stand in.
pub fn turns(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// White space of any kind becomes single spaces, and characters that could move a terminal or turn what follows are left out.
pub fn one_line(text: &str) -> String {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| word.chars().filter(|&character| !character.is_control() && !turns(character)).collect())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_fits_its_width_and_cuts_the_widest_column() {
        let rows = vec![vec![Cell::new("ab"), Cell::new("a long text that does not fit"), Cell::number("7")]];
        let mut out = Vec::new();
        write(&mut out, 30, &["id", "text", "n"], &rows).unwrap();
        let text = String::from_utf8(out).unwrap();
        let plain: String = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(plain, "id  text                     n\nab  a long text that does…   7\n");
    }

    #[test]
    fn a_table_of_too_many_columns_has_a_line_for_each_cell() {
        let heading = ["", "goods", "class", "from", "to", "status"];
        let row =
            |goods: &str, to: &str| ["t1", goods, "dual-use", "Corvania", to, "delivered"].map(Cell::new).to_vec();
        let mut out = Vec::new();
        let rows = [row("machine tools with five axes and their parts", "Vessia"), row("chips", "")];
        write(&mut out, 40, &heading, &rows).unwrap();
        let text = String::from_utf8(out).unwrap();
        let plain = anstream::adapter::strip_str(&text).to_string();
        assert!(plain.lines().all(|line| line.width() <= 40), "{plain}");
        assert_eq!(
            plain,
            "        t1\ngoods   machine tools with five axes and\n        their parts\nclass   dual-use\nfrom    Corvania\n\
             to      Vessia\nstatus  delivered\n\n        t1\ngoods   chips\nclass   dual-use\nfrom    Corvania\nstatus  \
             delivered\n"
        );
    }

    #[test]
    fn long_sentences_are_broken_between_words() {
        assert_eq!(wrapped("one two  three", 8), "one two\nthree");
        assert_eq!(wrapped("", 8), "");
    }

    #[test]
    fn what_could_move_a_terminal_is_left_out() {
        assert_eq!(one_line("a\x1b[2Jb\n c\u{7}"), "a[2Jb c");
    }
}
