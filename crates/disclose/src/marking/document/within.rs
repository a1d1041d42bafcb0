//! Marks within a paragraph, behind its beginning: a reader takes what follows to be marked by them, and a program that
//! looks at the beginning alone does not see them.

use record::span::Span;

use super::read::mark_at;
use crate::marking::plain::Ladder;

/// Where in a block marks stand that are none of `known`. A classification alone in its parentheses is one wherever no letter stands
/// before it, but `(C)` and `(U)`, which mean other things too: those are taken for marks only where a sentence ends before them.
pub(super) fn within(words: &str, start: usize, known: Option<Span>, ladder: Option<&Ladder>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut next = 0;
    for (at, _) in words.match_indices(['(', '（']) {
        let (before, rest) = words.split_at(at);
        if at < next || at == 0 {
            continue;
        }
        let Some(length) = mark_at(rest, ladder) else { continue };
        next = at.saturating_add(length);
        let from = start.saturating_add(at);
        let span = Span::new(from, from.saturating_add(length));
        let mark = rest.get(..length).unwrap_or_default();
        if known.is_none_or(|known| known != span)
            && (is_whole(mark) || stands(before, mark, words.get(next..).unwrap_or_default()))
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

/// Whether a classification alone stands where a mark would: behind no letter, and `(C)` or `(U)` behind the end of a sentence.
fn stands(before: &str, mark: &str, behind: &str) -> bool {
    let letter = |sign: char| sign.is_lowercase() || sign.is_uppercase();
    if before.ends_with(letter) {
        return false;
    }
    let inner = mark.trim_matches(['(', ')', '（', '）', ' ']);
    if !matches!(inner, "C" | "U") {
        return true;
    }
    // "(C) 2031" is a notice of copyright.
    let said = behind.trim_start_matches(['*', '_', ' ', '\u{a0}']);
    let year = said.split(|one: char| !one.is_ascii_digit()).next().is_some_and(|digits| digits.len() == 4);
    ends_a_sentence(before) && !year
}

/// Whether a sentence ends with these words, whatever quotation marks, emphasis, notes and brackets stand behind its end.
fn ends_a_sentence(words: &str) -> bool {
    let mut said = words.trim_end();
    loop {
        let bare = said.trim_end_matches(['*', '_', '"', '“', '„', '\'', '‘', '’', '[', '«', '»', '(']).trim_end();
        let bare = match bare.strip_suffix(']').and_then(|inner| inner.rsplit_once('[')) {
            // A note of at most a few signs: `[^1]`, `[12]`.
            Some((rest, note)) if note.len() < 12 => rest.trim_end(),
            _ => bare,
        };
        if bare.len() == said.len() {
            break;
        }
        said = bare;
    }
    let quoted = words.trim_end().ends_with(['"', '”', '’', '»', ')', '）', '」']);
    let ends =
        ['.', '!', '?', ':', ';', '…', '”', ')', '—', '–', '•', '。', '！', '？', '؟', '۔', '।', '）', '」', '|', '>'];
    said.is_empty() || quoted || said.ends_with(ends) || said.ends_with(" -")
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
            ("(U) He spoke. (S) “Shells” were moved.", vec!["(S)"]),
            ("(U) He spoke. (C) “Shells” were moved.", vec!["(C)"]),
            ("(U) He spoke. (S) **Shells** and (S) [shells](x)", vec!["(S)", "(S)"]),
            ("(U) He spoke… (C) Shells", vec!["(C)"]),
            ("(U) He said ‘no.’ (C) Shells", vec!["(C)"]),
            ("(U) One.[^1] (C) Two shells.", vec!["(C)"]),
            ("(U) 彼は言った。 (S) 北京 彼(C)彼。(C) 北京", vec!["(S)", "(C)"]),
            ("(U) قال. (C) نقلت القذائف", vec!["(C)"]),
            ("(U) shells, (TS) Depot (CTS) x (NS) y (TOP SECRET) z", vec!["(TS)", "(CTS)", "(NS)", "(TOP SECRET)"]),
            ("(U) shells were （S//NF） moved（S）.", vec!["（S//NF）"]),
            ("(U) ok. (S) 2031 shells were moved.", vec!["(S)"]),
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
