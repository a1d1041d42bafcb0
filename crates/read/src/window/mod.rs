//! Long documents: read in windows, each as a text of its own, so that the memory for the reading of one and the time
//! for all grow no faster than the text.
//!
//! A window ends where the text lets it: behind a paragraph, else behind a sentence, else at a blank, else between two
//! characters. What stands on both sides of such a place is not read together, and the reading says so.

mod join;

use std::ops::Range;

use record::reading::{Head, Problem, Reading};
use record::span::Span;

use crate::segment::is_blank;
use crate::time;

/// The most bytes that are read together.
pub(crate) const LIMIT: usize = 1 << 20;

/// What is read in a window.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its reading.
    pub reading: Reading,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many times in it are relative to a date that the document does not have.
    pub undated: usize,
}

/// Reads `text` in windows of at most `limit` bytes with `part`, and joins what they give. What is wrong with the document
/// as a whole is said once.
pub(crate) fn read(text: &str, head: Head, limit: usize, part: impl Fn(&str, Head) -> Part) -> Reading {
    if text.len() <= limit {
        let Part { mut reading, undated, .. } = part(text, head);
        reading.problems.extend(time::undated(undated));
        return reading;
    }
    let nothing_known = Head { path: String::new(), sha256: String::new(), title: None, text: None, ..head.clone() };
    let mut joined: Option<Reading> = None;
    let (mut at, mut before, mut relative, mut cuts) = (0, 0, 0, Vec::new());
    while at < text.len() {
        let window = next(text, at, limit);
        let Part { reading, sentences, undated } = part(&text[window.clone()], nothing_known.clone());
        match &mut joined {
            None => joined = Some(Reading { document: head.clone(), ..reading }),
            Some(joined) => join::join(joined, reading, window.start, before),
        }
        before += sentences;
        relative += undated;
        at = window.end;
        if at < text.len() {
            cuts.push(at);
        }
    }
    let mut joined = joined.unwrap_or_else(|| part("", head).reading);
    joined.problems.extend(time::undated(relative));
    joined.problems.extend(cuts.first().map(|first| problem(text, *first, cuts.len(), limit)));
    joined
}

/// The window that begins at `at`, which lies on a character boundary before the end of `text`.
fn next(text: &str, at: usize, limit: usize) -> Range<usize> {
    if text.len() - at <= limit {
        return at..text.len();
    }
    let mut most = at + limit.max(4);
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    let part = &text[at..most];
    // The last quarter is long enough to hold the end of a paragraph, and short enough to be looked through thrice.
    let mut from = part.len() - part.len() / 4;
    while !part.is_char_boundary(from) {
        from -= 1;
    }
    let last = &part[from..];
    let paragraph = last.rfind("\n\n").map(|found| found + 2).or_else(|| last.rfind('\n').map(|found| found + 1));
    let end = paragraph.or_else(|| behind_sentence(last)).or_else(|| {
        let blank = last.char_indices().rev().find(|(_, character)| is_blank(*character));
        blank.map(|(found, character)| found + character.len_utf8())
    });
    at..end.map_or(most, |end| at + from + end)
}

/// Behind the last full stop that a blank follows.
fn behind_sentence(text: &str) -> Option<usize> {
    let mut follower = 'x';
    for (at, character) in text.char_indices().rev() {
        if matches!(character, '.' | '!' | '?' | '。') && is_blank(follower) {
            return Some(at + character.len_utf8());
        }
        follower = character;
    }
    None
}

fn problem(text: &str, first: usize, cuts: usize, limit: usize) -> Problem {
    // What stands right before the cut: a span of nothing shows nothing.
    let before = text.get(..first).and_then(|before| before.char_indices().next_back()).map_or(0, |(at, _)| at);
    let places = if cuts == 1 { "place".to_owned() } else { format!("{cuts} places, the first of them here") };
    Problem {
        kind: "window".to_owned(),
        message: format!(
            "the document is longer than {limit} bytes and was read in parts, cut at {}; nothing was carried over a cut, \
             so that a person on both sides of one is two actors",
            if cuts == 1 { format!("one {places}") } else { places }
        ),
        span: Some(Span::new(before, first)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::example::head;

    fn windows(text: &str, limit: usize) -> Vec<&str> {
        let (mut at, mut found) = (0, Vec::new());
        while at < text.len() {
            let window = next(text, at, limit);
            found.push(&text[window.clone()]);
            at = window.end;
        }
        found
    }

    #[test]
    fn a_window_ends_behind_a_paragraph_if_it_can() {
        assert_eq!(windows("It was so. He left.\n\nThey came.", 24), ["It was so. He left.\n\n", "They came."]);
        assert_eq!(windows("It was so. He left.\nThey came.", 24), ["It was so. He left.\n", "They came."]);
    }

    #[test]
    fn else_behind_a_sentence_else_at_a_blank_else_anywhere() {
        assert_eq!(windows("It was so. He left. They came.", 24), ["It was so. He left.", " They came."]);
        assert_eq!(windows("it was so he left them they came", 24), ["it was so he left them ", "they came"]);
        assert_eq!(windows("ééééééééééé", 9), ["éééé", "éééé", "ééé"]);
    }

    #[test]
    fn that_there_is_no_date_is_said_once_for_all_windows() {
        let reading = read(&"It sank on Friday. ".repeat(9), head(), 60, |text, head| {
            crate::part(text, head, crate::event::events)
        });
        let problems: Vec<_> = reading.problems.iter().filter(|problem| problem.kind == "no-date").collect();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].message.contains("9 times"), "{problems:?}");
    }

    proptest! {
        #[test]
        fn windows_are_the_text_and_none_is_too_long(text in ".{0,400}", limit in 4usize..90) {
            let windows = windows(&text, limit);
            prop_assert_eq!(&windows.concat(), &text);
            prop_assert!(windows.iter().all(|window| !window.is_empty() && window.len() <= limit));
        }
    }
}
