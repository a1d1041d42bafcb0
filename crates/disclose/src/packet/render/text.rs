//! `packet.txt`: plain text in lines of at most 80 characters, so that it survives every way of passing it on.

use record::packet::Packet;

use super::sheet::{Block, blocks};

/// The most characters in a line, where no word is longer.
const WIDTH: usize = 80;
/// How far what belongs to a portion mark or a name is moved in.
const INDENT: usize = 4;
/// How wide the names of facts are.
const NAME: usize = 16;

/// The text of a packet.
pub(super) fn page(packet: &Packet) -> String {
    let mut out = Lines(String::new());
    out.centred(&packet.banner);
    let mut before = None;
    for block in blocks(packet) {
        // Facts and items stand close together, all else apart.
        if before != Some(std::mem::discriminant(&block)) || !matches!(block, Block::Fact(..) | Block::Item(_)) {
            out.end();
        }
        before = Some(std::mem::discriminant(&block));
        match block {
            Block::Title(title) => {
                out.wrapped("", title, 0);
                let width = title.chars().count().min(WIDTH);
                out.line(&"=".repeat(width));
            }
            Block::Fact(name, text) => out.wrapped(&format!("{name:<NAME$}"), &text, NAME),
            Block::Heading(heading) => {
                out.line(heading);
                out.line(&"-".repeat(heading.len()));
            }
            Block::Half(banner) => out.centred(banner),
            Block::Line(number, line) => {
                out.wrapped(&format!("{number}. {} ", line.portion), &line.text, INDENT);
                if !line.support.is_empty() {
                    out.wrapped(&" ".repeat(INDENT), &format!("[{}]", line.support), INDENT);
                }
            }
            Block::Sentence(text) => out.wrapped("", text, 0),
            Block::Item(text) => out.wrapped("  - ", text, INDENT),
            Block::Question(question) => {
                out.wrapped(&format!("Q. {} ", question.portion), &question.question, INDENT);
                out.wrapped(&format!("A. {} ", question.portion), &question.answer, INDENT);
            }
            Block::Tear => out.line(&tear()),
            Block::Note(note) => out.wrapped("", note, 0),
        }
    }
    if !packet.tearline.is_drawn() {
        out.end();
        out.centred(&packet.banner);
    }
    out.0
}

/// The line to tear along, as wide as the page.
fn tear() -> String {
    const WORD: &str = " TEARLINE ";
    let side = WIDTH.saturating_sub(WORD.len()) / 2;
    let dashes = |length: usize| "- ".repeat(length).chars().take(length).collect::<String>();
    format!("{}{WORD}{}", dashes(side), dashes(side).chars().rev().collect::<String>())
}

/// Text that grows line by line.
struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) {
        self.0.push_str(text.trim_end());
        self.0.push('\n');
    }

    fn end(&mut self) {
        self.0.push('\n');
    }

    fn centred(&mut self, text: &str) {
        let side = WIDTH.saturating_sub(text.chars().count()) / 2;
        self.line(&format!("{}{text}", " ".repeat(side)));
    }

    /// `text` behind `start`, cut between words, each line but the first moved in. A word longer than a line stands alone
    /// and whole, so that it can be found.
    fn wrapped(&mut self, start: &str, text: &str, indent: usize) {
        let mut line = start.to_owned();
        let mut length = start.chars().count();
        let mut fresh = true;
        for word in text.split_whitespace() {
            let wide = word.chars().count();
            if !fresh && length.saturating_add(wide).saturating_add(1) > WIDTH {
                self.line(&line);
                line = " ".repeat(indent);
                length = indent;
                fresh = true;
            }
            if !fresh {
                line.push(' ');
                length = length.saturating_add(1);
            }
            line.push_str(word);
            length = length.saturating_add(wide);
            fresh = false;
        }
        self.line(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tearline_is_as_wide_as_the_page() {
        let tear = tear();
        assert_eq!(tear.len(), WIDTH);
        assert!(tear.starts_with("- - ") && tear.ends_with(" - -") && tear.contains(" TEARLINE "), "{tear}");
    }

    #[test]
    fn words_are_not_cut_and_lines_are_not_too_long() {
        let mut lines = Lines(String::new());
        let long = "x".repeat(100);
        lines.wrapped("1. (S) ", &format!("{} {long} end", "word ".repeat(30)), 4);
        for line in lines.0.lines() {
            assert!(line.chars().count() <= WIDTH || line.trim() == long, "{line}");
        }
        assert!(lines.0.lines().skip(1).all(|line| line.starts_with("    ")));
    }
}
