//! What is quoted: the words of others, of which the rules do not speak.

use record::span::Span;

/// A quotation mark that is open.
#[derive(Clone, Copy)]
struct Open {
    mark: char,
    start: usize,
}

/// The quotations of a text, in order and apart from each other.
///
/// Quotation marks of every kind are known, and the apostrophe is told from the mark that looks like it by the letters
/// around it. A quotation ends with its paragraph. One that is not closed there goes on in the next, if it is written with a
/// mark that can only open, or begins its paragraph; else the mark is taken for inches or a slip and quotes nothing.
pub(super) fn quoted(raw: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0_usize, 0_usize);
    for line in raw.split_inclusive('\n') {
        let end = at.saturating_add(line.len());
        let trimmed = line.trim_start();
        if trimmed.trim_end().is_empty() || trimmed.starts_with('>') {
            paragraph(raw, Span::new(start, at), &mut found);
            if trimmed.starts_with('>') {
                found.push(Span::new(at, end));
            }
            start = end;
        }
        at = end;
    }
    paragraph(raw, Span::new(start, at), &mut found);
    found
}

fn paragraph(raw: &str, span: Span, found: &mut Vec<Span>) {
    let before = found.len();
    if pass(raw, span, true, found) {
        return;
    }
    // A single mark that never closes may have swallowed others.
    found.truncate(before);
    pass(raw, span, false, found);
}

/// One pass over a paragraph. False where a single quotation mark was left open.
fn pass(raw: &str, span: Span, singles: bool, found: &mut Vec<Span>) -> bool {
    let mut open: Option<Open> = None;
    let mut signs = span.of(raw).char_indices().peekable();
    let mut before: Option<char> = None;
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let start = span.start.saturating_add(at);
        match open {
            None => {
                if opens(sign, before, next, singles) {
                    open = Some(Open { mark: sign, start });
                }
            }
            Some(Open { mark, start: first }) => {
                if closes(mark, sign, before, next) {
                    found.push(Span::new(first, start.saturating_add(sign.len_utf8())));
                    open = None;
                }
            }
        }
        before = Some(sign);
    }
    match open {
        None => true,
        Some(Open { mark: '\'' | '\u{2018}', .. }) => false,
        Some(Open { mark, start }) => {
            let leads = raw.get(span.start..start).is_some_and(|before| before.trim().is_empty());
            if mark != '"' || leads {
                found.push(Span::new(start, span.end));
            }
            true
        }
    }
}

fn opens(sign: char, before: Option<char>, next: Option<char>, singles: bool) -> bool {
    let free = before.is_none_or(|before| {
        before.is_whitespace()
            || matches!(before, '(' | '[' | '{' | '-' | '\u{2013}' | '\u{2014}' | '*' | '_' | ':' | '/')
    });
    match sign {
        '\u{201c}' | '\u{201e}' | '\u{201f}' | '\u{ab}' => true,
        '"' => free && next.is_some_and(|next| !next.is_whitespace()),
        '\u{2018}' => singles && free,
        '\'' => singles && free && next.is_some_and(char::is_alphabetic),
        _ => false,
    }
}

fn closes(mark: char, sign: char, before: Option<char>, next: Option<char>) -> bool {
    let ends_word = next.is_none_or(|next| !next.is_alphanumeric()) && before.is_none_or(|sign| !sign.is_whitespace());
    match mark {
        '\u{201c}' | '\u{201f}' => sign == '\u{201d}',
        '\u{201e}' => matches!(sign, '\u{201c}' | '\u{201d}'),
        '\u{ab}' => sign == '\u{bb}',
        '\u{2018}' => sign == '\u{2019}' && ends_word,
        '\'' => sign == '\'' && ends_word,
        _ => sign == '"',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        quoted(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn every_kind_of_mark_quotes() {
        for text in [
            "\"we will\"",
            "\u{201c}we will\u{201d}",
            "\u{201e}we will\u{201c}",
            "\u{ab}we will\u{bb}",
            "'we will'",
            "\u{2018}we\u{2019}ll\u{2019}",
        ] {
            assert_eq!(found(&format!("He said {text}, and left.")), [text]);
        }
    }

    #[test]
    fn an_apostrophe_and_inches_quote_nothing() {
        for text in [
            "The officials' view isn't new.",
            "The officials\u{2019} view",
            "a 6\" gun",
            "the '90s were long",
            "rock 'n roll",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_is_not_closed_ends_with_its_paragraph_or_was_no_quotation() {
        assert_eq!(found("\u{201c}We will.\n\nIt is so."), ["\u{201c}We will.\n"]);
        assert_eq!(found("\"We will.\n\nIt is so."), ["\"We will.\n"]);
        assert_eq!(found("He said \"we will.\n\nIt is so."), [""; 0]);
        assert_eq!(found("'Twas \"clearly\" so."), ["\"clearly\""]);
        assert_eq!(found("Below:\n> clearly so\nOurs."), ["> clearly so\n"]);
    }
}
