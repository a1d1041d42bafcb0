//! Marks within a paragraph, behind its beginning: a reader takes what follows to be marked by them, and a program that
//! looks at the beginning alone does not see them.

use record::span::Span;

use super::read::mark_at;
use crate::marking::plain::Ladder;

/// Where in a block marks stand that are none of `known`. A classification alone in its parentheses is taken for a mark only
/// where a sentence ends before it and one begins behind it: `part (C) of the annex` marks nothing.
pub(super) fn within(words: &str, start: usize, known: Option<Span>, ladder: Option<&Ladder>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut next = 0;
    for (at, _) in words.match_indices('(') {
        let (before, rest) = words.split_at(at);
        if at < next || at == 0 {
            continue;
        }
        let Some(length) = mark_at(rest, ladder) else { continue };
        next = at.saturating_add(length);
        let from = start.saturating_add(at);
        let span = Span::new(from, from.saturating_add(length));
        if known.is_none_or(|known| known != span)
            && (rest.get(..length).is_some_and(is_whole) || stands(before, words.get(next..)))
        {
            found.push(span);
        }
    }
    found
}

/// Whether a mark has more than one part, and so cannot be anything else.
fn is_whole(mark: &str) -> bool {
    mark.contains("//") || mark.contains("TLP:")
}

/// Whether a sentence ends before it and another begins behind it.
fn stands(before: &str, behind: Option<&str>) -> bool {
    let ends = before.trim_end_matches(['*', '_', '"', '“', '\'', '[']).trim_end();
    let ends = ends.ends_with(['.', '!', '?', ':', ';', '"', '”', ')', '—', '–', '•']);
    let begins = behind.unwrap_or_default().trim_start_matches(['*', '_']);
    let said = begins.trim_start();
    // "(C) 2031" is no sentence.
    let year = said.split(|one: char| !one.is_ascii_digit()).next().is_some_and(|digits| digits.len() == 4);
    let sentence =
        said.starts_with(char::is_uppercase) || (said.starts_with(|one: char| one.is_ascii_digit()) && !year);
    ends && begins.starts_with(char::is_whitespace) && sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<&str> {
        let known = words.starts_with("(U)").then(|| Span::new(0, 3));
        within(words, 0, known, None).into_iter().map(|span| span.of(words)).collect()
    }

    #[test]
    fn a_mark_behind_the_beginning_is_found() {
        for (words, marks) in [
            ("(U) Shells were moved. (S//NF) They came by rail.", vec!["(S//NF)"]),
            ("(U) Shells were moved. (S) They came by rail.", vec!["(S)"]),
            ("(U) Shells were moved\nby rail (TS//SI//NF) from the depot.", vec!["(TS//SI//NF)"]),
            ("(U) One. **(C//NF)** Two. (TLP:RED) Three.", vec!["(C//NF)", "(TLP:RED)"]),
            ("(U) ok.(S//NF) Text", vec!["(S//NF)"]),
            ("(U) He said: \"(S//NF) Text.\"", vec!["(S//NF)"]),
            ("(U) x —(S//NF) y •(C//NF) z", vec!["(S//NF)", "(C//NF)"]),
            ("![(S//NF) pic](x.png) [see](http://x \"(S//NF) hint\")", vec!["(S//NF)", "(S//NF)"]),
            ("(U) ok. (S) 12 shells came by rail.", vec!["(S)"]),
        ] {
            assert_eq!(found(words), marks, "{words}");
        }
    }

    #[test]
    fn letters_in_parentheses_are_no_marks() {
        for words in [
            "(U) Part (C) of the annex names them.",
            "(U) It was said twice. (C) 2031 is printed on it.",
            "(U) The ministry (MOD) denied it. (It said so twice.)",
            "(U) Item(S) were moved (see below).",
            "(U) The depot (a) and the port (U) were named.",
        ] {
            assert_eq!(found(words), Vec::<&str>::new(), "{words}");
        }
    }
}
