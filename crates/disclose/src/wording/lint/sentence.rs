//! Sentences. An item of a list, a heading and a row of a table are one each; a paragraph is cut where a sentence ends.

use record::span::Span;

/// Abbreviations behind which a sentence goes on.
const TITLES: &str = "mr mrs ms dr prof gen col lt sgt capt adm maj brig sen rep gov hon st mt vs e.g i.e eg ie cf approx \
     ca fig art para paras pp ed vol dept";

/// Abbreviations that may end a sentence, as a single letter may ("the U.S."): it ends where the next word is one that
/// sentences begin with.
const UNSURE: &str = "etc inc ltd co corp jr sr no jan feb mar apr jun jul aug sep sept oct nov dec pm am est al";

/// Words that sentences begin with.
const STARTERS: &str = "the this that these those it its he she they we i you in on at a an but and however if as for there \
     when while with by after before our his her their no one nor yet so such both all some most many";

/// The sentences of a text, in order; none is empty or begins or ends with white space.
pub(super) fn sentences(raw: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0_usize, 0_usize);
    for line in raw.split_inclusive('\n') {
        let end = at.saturating_add(line.len());
        let line = line.trim();
        if line.is_empty() || begins_block(line) {
            block(raw, Span::new(start, at), &mut found);
            start = at;
        }
        if line.starts_with('#') {
            block(raw, Span::new(at, end), &mut found);
            start = end;
        }
        at = end;
    }
    block(raw, Span::new(start, at), &mut found);
    found
}

/// Whether a line begins something of its own: an item, a heading, a quotation, a row.
fn begins_block(line: &str) -> bool {
    let mut signs = line.chars();
    let Some(first) = signs.next() else { return false };
    match first {
        '#' | '>' | '|' | '\u{2022}' | '\u{25aa}' | '\u{25cf}' | '\u{2023}' => true,
        '-' | '*' | '+' | '\u{2013}' | '\u{2014}' => signs.next().is_some_and(char::is_whitespace),
        _ => {
            // "1. ", "12) ", "(a) ", "b) "
            let inner = line.trim_start_matches('(');
            let number = inner.trim_start_matches(|sign: char| sign.is_ascii_digit());
            let digits = inner.len().saturating_sub(number.len());
            let rest = match digits {
                0 => inner.strip_prefix(|sign: char| sign.is_ascii_alphabetic()).filter(|rest| rest.starts_with(')')),
                1..=3 => Some(number),
                _ => None,
            };
            let marked = rest.and_then(|rest| rest.strip_prefix(['.', ')']));
            marked.is_some_and(|rest| rest.starts_with(char::is_whitespace))
        }
    }
}

/// Cuts a block where sentences end.
fn block(raw: &str, span: Span, found: &mut Vec<Span>) {
    let text = span.of(raw);
    let mut start = 0_usize;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if !matches!(sign, '.' | '!' | '?' | '\u{2026}' | '\u{3002}') {
            continue;
        }
        let after = at.saturating_add(sign.len_utf8());
        let mut end = after;
        while let Some((place, closer)) = signs.next_if(|(_, next)| is_closer(*next)) {
            end = place.saturating_add(closer.len_utf8());
        }
        if let Some((_, next)) = signs.peek()
            && !next.is_whitespace()
            && sign != '\u{3002}'
        {
            continue;
        }
        let rest = text.get(end..).unwrap_or("").trim_start();
        if sign != '\u{3002}' && rest.trim_start_matches(is_closer).starts_with(char::is_lowercase) {
            continue;
        }
        let before = text.get(start..at).unwrap_or("");
        // Behind the number of an item no sentence has been yet.
        let numbered = before.trim().chars().all(|sign| sign.is_ascii_digit() || sign == '(');
        if sign == '.' && (numbered || abbreviates(before, rest)) {
            continue;
        }
        push(raw, span.start, start, end, found);
        start = end;
    }
    push(raw, span.start, start, text.len(), found);
}

fn is_closer(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '\u{201d}' | '\u{2019}' | '\u{bb}' | ')' | ']' | '*' | '_' | '\u{201c}')
}

/// Whether the full stop behind `before` is that of an abbreviation, in front of `rest`.
fn abbreviates(before: &str, rest: &str) -> bool {
    let word = before.rsplit(|sign: char| !(sign.is_alphanumeric() || sign == '.')).next().unwrap_or("");
    let word = word.trim_start_matches('.');
    // Nothing that long is one, and it is not copied to find that out.
    if word.is_empty() || word.len() > 8 {
        return false;
    }
    let word = word.to_lowercase();
    let among = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
    if among(TITLES, &word) {
        return true;
    }
    let last = word.rsplit('.').next().unwrap_or("");
    let letter = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    if !(letter || among(UNSURE, &word)) {
        return false;
    }
    let next = rest.split(|sign: char| !sign.is_alphanumeric()).find(|part| !part.is_empty()).unwrap_or("");
    !next.is_empty() && (next.len() > 8 || !among(STARTERS, &next.to_lowercase()))
}

fn push(raw: &str, base: usize, start: usize, end: usize, found: &mut Vec<Span>) {
    let (start, end) = (base.saturating_add(start), base.saturating_add(end));
    let text = raw.get(start..end).unwrap_or("");
    let lead = text.len().saturating_sub(text.trim_start().len());
    let kept = text.trim();
    if !kept.is_empty() {
        let start = start.saturating_add(lead);
        found.push(Span::new(start, start.saturating_add(kept.len())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_decimals_and_initials_end_nothing() {
        check("Gen. Orlo met Mr. Vale at 3.5 km. They left.", &["Gen. Orlo met Mr. Vale at 3.5 km.", "They left."]);
        check("J. Orlo, e.g. No. 5, was in the U.S. Army.", &["J. Orlo, e.g. No. 5, was in the U.S. Army."]);
        check("It came from the U.S. The ship sank.", &["It came from the U.S.", "The ship sank."]);
        check("He came on Feb. 3. He left.", &["He came on Feb. 3.", "He left."]);
    }

    #[test]
    fn a_quotation_takes_its_full_stop_along() {
        check("\u{201c}We will.\u{201d} He left.", &["\u{201c}We will.\u{201d}", "He left."]);
        check("\"Will you?\" he asked. \"Yes!\"", &["\"Will you?\" he asked.", "\"Yes!\""]);
        check("(It sank.) It was old\u{2026} Then this.", &["(It sank.)", "It was old\u{2026}", "Then this."]);
    }

    #[test]
    fn items_headings_and_paragraphs_are_sentences_of_their_own() {
        check("# Key judgements\nIt holds\non\n\nNext", &["# Key judgements", "It holds\non", "Next"]);
        check(
            "We say:\n- it holds\n* it falls\n1. one\n(b) two",
            &["We say:", "- it holds", "* it falls", "1. one", "(b) two"],
        );
        check("In\n2023 it sank. A", &["In\n2023 it sank.", "A"]);
    }

    #[test]
    fn capitals_and_no_words_at_all_do_no_harm() {
        check("IT IS LIKELY. CONFIDENCE IS LOW.", &["IT IS LIKELY.", "CONFIDENCE IS LOW."]);
        check("", &[]);
        check(" \n\t\n", &[]);
        check("...", &["..."]);
        check("是。不是。", &["是。", "不是。"]);
    }
}
