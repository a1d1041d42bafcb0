//! Where paragraphs part.
//!
//! In most texts a new line is a new paragraph. In mail and old wire copy lines are broken at a fixed width; there only
//! an empty line parts paragraphs, or a line that is plainly a list item. A text of two or three lines tells no width; there
//! a line goes on in the next where it ends in the middle of a sentence.

use record::span::Span;

/// The paragraphs of `text`, without the white space around them; none is empty.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let wrapped = is_wrapped(text);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut open = false;
    let mut before = "";
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
        } else {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::new(start, start + trimmed.len());
            match paragraphs.last_mut() {
                Some(last) if open && (wrapped || goes_on(before, trimmed)) && !is_item(trimmed) => last.end = span.end,
                _ => paragraphs.push(span),
            }
            open = true;
            before = trimmed;
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

/// Whether a line ends in the middle of a sentence that the next one goes on with: it ends without a mark, or with a comma,
/// and the next begins with a small letter.
fn goes_on(line: &str, next: &str) -> bool {
    /// Shorter lines are those of lists and verses.
    const SHORTEST: usize = 30;
    let open = line.ends_with(|last: char| last.is_alphanumeric() || last == ',');
    line.len() >= SHORTEST && open && next.starts_with(char::is_lowercase)
}

fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|character: char| character.is_ascii_digit());
    line.starts_with(['•', '*', '–'])
        || line.starts_with("- ")
        || (rest.len() < line.len() && rest.starts_with([')', '.']))
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    fn count(text: &str) -> usize {
        paragraphs(text).len()
    }

    #[test]
    fn a_sentence_that_is_broken_over_two_lines_is_one_paragraph() {
        assert_eq!(count("The ministry said on Monday that the convoy had\ncrossed the border at night."), 1);
        assert_eq!(count("The ministry said on Monday, two days after the raid,\nthat it was over.\n\nIt was not."), 2);
    }

    #[test]
    fn a_headline_and_the_lines_of_a_list_are_paragraphs() {
        assert_eq!(count("Army to withdraw from Lask valley, general says\nThe army said it would leave."), 2);
        assert_eq!(count("The ministry said it was over.\nIt was not."), 2);
        assert_eq!(count("rifles\nshells\nfuel"), 3);
    }
}
