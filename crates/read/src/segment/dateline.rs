//! Datelines: where and when a report was written, before its first sentence. "PORT MELL, Feb. 18 (Herald) — " is no part
//! of what the sentence says.

use std::ops::Range;

use record::span::Span;

/// The most tokens of a dateline, its dash included.
const LONGEST: usize = 16;
/// The fewest letters of the first word, where that is all in capitals: "US – " is no place of writing.
const FEWEST: usize = 3;

/// Behind the dateline that the tokens of a paragraph begin with, if they do.
pub(super) fn end(text: &str, tokens: &Range<usize>, all: &[Span]) -> Option<usize> {
    let word = |at: usize| all[at].of(text);
    if tokens.is_empty() {
        return None;
    }
    let first = word(tokens.start);
    let letters = first.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals = letters >= FEWEST && !first.chars().any(char::is_lowercase);
    let mut agency = false;
    for at in tokens.clone().take(LONGEST) {
        match word(at) {
            "—" | "–" | "--" | "-" | "―" => {
                // Something must follow, and a dash between words without blanks is a hyphen.
                let next = at + 1;
                let free = next < tokens.end && at > tokens.start && all[at].start > all[at - 1].end;
                let begins = next < tokens.end && begins(word(next));
                return ((agency || capitals && free) && begins).then_some(next);
            }
            ")" => agency = true,
            "," | "(" | "." | "/" | "|" | ";" | ":" => {}
            word if begins(word) || word == "de" || word == "of" => {}
            _ => return None,
        }
    }
    None
}

/// Whether a word has a capital, or is a number, or opens something.
fn begins(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|first| first.is_uppercase() || first.is_numeric() || matches!(first, '"' | '“' | '‘'))
}

#[cfg(test)]
mod tests {
    use crate::language::EN;
    use crate::segment::segment;

    /// The first sentence of a text.
    fn check(text: &str, expected: &str) {
        assert_eq!(segment(text, &EN).sentences[0].span.of(text), expected);
    }

    #[test]
    fn a_dateline_is_no_part_of_the_sentence_behind_it() {
        for (text, line) in [
            ("PORT MELL, Feb. 18 — Corvania sent arms, officials said.", "PORT MELL, Feb. 18 —"),
            ("LORN (Herald) - The port was shut.", "LORN (Herald) -"),
            ("Lorn, Vessia (Herald) — The port was shut.", "Lorn, Vessia (Herald) —"),
            ("WASHINGTON -- “We sent nothing,” he said.", "WASHINGTON --"),
        ] {
            check(text, line);
        }
    }

    #[test]
    fn what_only_looks_like_one_stays_in_its_sentence() {
        for text in [
            "NATO-led forces left the town.",
            "The port — the only one — was shut.",
            "ORLO RESIGNS - minister says he is tired",
            "Orlo — a general — left.",
            "US – Corvania talks began.",
        ] {
            check(text, text);
        }
    }
}
