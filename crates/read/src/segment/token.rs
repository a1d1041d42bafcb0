//! Words, marks and clitics.

use record::span::Span;

use super::is_blank;
use crate::language::Language;

/// The most bytes without white space that are looked at together. What is longer (an encoded attachment, a table
/// without spaces) is cut, so that the search for marks inside it stays short.
const LONGEST_CHUNK: usize = 2048;

/// Pushes the tokens of the paragraph `within` onto `tokens`.
pub(super) fn tokenise(text: &str, within: Span, language: &Language, tokens: &mut Vec<Span>) {
    let mut start = None;
    let paragraph = within.of(text);
    for (index, character) in paragraph.char_indices() {
        let at = within.start + index;
        match (is_blank(character), start) {
            (true, Some(from)) => {
                chunk(text, Span::new(from, at), language, tokens);
                start = None;
            }
            (false, Some(from)) if at - from >= LONGEST_CHUNK => {
                chunk(text, Span::new(from, at), language, tokens);
                start = Some(at);
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    if let Some(from) = start {
        chunk(text, Span::new(from, within.end), language, tokens);
    }
}

/// The tokens of a run of characters without white space.
fn chunk(text: &str, mut span: Span, language: &Language, tokens: &mut Vec<Span>) {
    while let Some(mark) = leading_mark(span.of(text)) {
        tokens.push(Span::new(span.start, span.start + mark));
        span.start += mark;
    }
    // Marks behind the word are found from the end, and pushed after it.
    let mut behind = Vec::new();
    while let Some(mark) = trailing_mark(span.of(text), language) {
        behind.push(Span::new(span.end - mark, span.end));
        span.end -= mark;
    }
    if !span.is_empty() {
        word(text, span, language, tokens);
    }
    tokens.extend(behind.into_iter().rev());
}

fn is_opening(character: char) -> bool {
    matches!(
        character,
        '"' | '“'
            | '”'
            | '‘'
            | '’'
            | '\''
            | '`'
            | '('
            | '['
            | '{'
            | '<'
            | '«'
            | '»'
            | '„'
            | '¿'
            | '¡'
            | '$'
            | '€'
            | '£'
            | '#'
            | '*'
            | '•'
            | '—'
            | '–'
            | '-'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '.'
            | '…'
            | ')'
            | ']'
            | '}'
            | '>'
            | '/'
            | '='
            | '~'
            | '_'
            | '|'
            | '%'
            | '+'
    )
}

/// How many bytes of `chunk` are a mark of their own at its beginning.
fn leading_mark(chunk: &str) -> Option<usize> {
    let first = chunk.chars().next()?;
    if !is_opening(first) {
        return None;
    }
    match first {
        // `'90s`, `'em`: the apostrophe belongs to the word. `.5`, `-3` and `#tag` are words too.
        '.' | '-' if starts_with_digit(&chunk[1..]) => None,
        '#' if chunk.len() > 1 => None,
        '’' | '\'' if starts_with_digit(&chunk[first.len_utf8()..]) => None,
        '’' | '\'' if is_clitic(chunk) => None,
        '.' | '-' | '*' | '=' | '_' | '~' | '`' | '\'' => Some(run_of(chunk, first)),
        _ => Some(first.len_utf8()),
    }
}

/// How many bytes of `chunk` are a mark of their own at its end.
fn trailing_mark(chunk: &str, language: &Language) -> Option<usize> {
    let last = chunk.chars().next_back()?;
    let size = last.len_utf8();
    match last {
        '.' => {
            let dots = chunk.len() - chunk.trim_end_matches('.').len();
            if dots == chunk.len() || dots > 1 {
                return Some(dots);
            }
            (!language.is_abbreviation(chunk)).then_some(1)
        }
        '-' | '*' | '=' | '_' | '~' | '`' => Some(chunk.len() - chunk.trim_end_matches(last).len()),
        '\'' | '’' if chunk.len() > size && ends_in_clitic(chunk) => None,
        // Two apostrophes are a quotation mark.
        '\'' if chunk.ends_with("''") => Some(2),
        '"' | '“' | '”' | '‘' | '’' | '\'' | ')' | ']' | '}' | '>' | '«' | '»' | ',' | ';' | ':' | '!' | '?' | '…'
        | '%' | '—' | '–' | '/' | '|' | '€' | '£' | '$' => Some(size),
        _ => None,
    }
}

/// How many bytes of `chunk` repeat its first character.
fn run_of(chunk: &str, first: char) -> usize {
    chunk.len() - chunk.trim_start_matches(first).len()
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit())
}

const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// `'s`, `’ll` and so on, as a whole.
fn is_clitic(chunk: &str) -> bool {
    chunk.strip_prefix(['\'', '’']).is_some_and(|rest| CLITICS.iter().any(|clitic| rest.eq_ignore_ascii_case(clitic)))
}

/// Never: a mark at the very end is not a clitic, but `o’` and `rock 'n'` are words.
fn ends_in_clitic(chunk: &str) -> bool {
    matches!(chunk, "o'" | "o’" | "'n'" | "’n’")
}

/// The tokens of a word that has lost the marks around it.
fn word(text: &str, span: Span, language: &Language, tokens: &mut Vec<Span>) {
    let word = span.of(text);
    if is_address(word) || language.is_abbreviation(word) {
        tokens.push(span);
        return;
    }
    if let Some(at) = inner_mark(word, language) {
        let mark = word[at..].chars().next().map_or(1, char::len_utf8);
        let mark = if word[at..].starts_with("--") || word[at..].starts_with("..") {
            run_of(&word[at..], word[at..].chars().next().unwrap_or('-'))
        } else {
            mark
        };
        let cut = span.start + at;
        let (left, right) = (Span::new(span.start, cut), Span::new(cut + mark, span.end));
        if !left.is_empty() {
            chunk(text, left, language, tokens);
        }
        tokens.push(Span::new(cut, cut + mark));
        if !right.is_empty() {
            chunk(text, right, language, tokens);
        }
        return;
    }
    clitics(text, span, tokens);
}

/// Web and mail addresses, and names of accounts.
fn is_address(word: &str) -> bool {
    word.contains("://")
        || word.starts_with("www.")
        || (word.len() > 1 && word.starts_with(['@', '#']))
        || word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Where a mark parts the word: a hyphen or slash between letters, a dash or an ellipsis anywhere, a bracket or quote.
fn inner_mark(word: &str, language: &Language) -> Option<usize> {
    let bytes = word.as_bytes();
    for (at, character) in word.char_indices() {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(at + character.len_utf8());
        let between_letters = before.is_some_and(|byte| !byte.is_ascii_digit()) && after.is_some();
        let parts = match character {
            '—' | '–' | '…' | '"' | '“' | '”' | '(' | ')' | '[' | ']' | ';' | '!' | '?' | '«' | '»' | '$' | '=' => {
                true
            }
            '-' if after == Some(&b'-') => true,
            '.' if after == Some(&b'.') => true,
            '-' => at > 0 && after.is_some() && !is_number_range(word),
            '/' => between_letters,
            ',' | ':' => {
                !(before.is_some_and(u8::is_ascii_digit) && after.is_some_and(u8::is_ascii_digit))
                    && after.is_some()
                    && at > 0
            }
            // `end.Start`: a missing space between sentences.
            '.' => is_missing_space(word, at, language),
            _ => false,
        };
        if parts {
            return Some(at);
        }
    }
    None
}

/// `-5`, and nothing else: a sign keeps its number. `10-12` is parted.
fn is_number_range(word: &str) -> bool {
    word.starts_with('-')
}

fn is_missing_space(word: &str, at: usize, language: &Language) -> bool {
    let (left, right) = (&word[..at], &word[at + 1..]);
    let lower = left.chars().rev().take(3).filter(|character| character.is_lowercase()).count();
    let name =
        right.chars().next().is_some_and(char::is_uppercase) && right.chars().nth(1).is_some_and(char::is_lowercase);
    lower == 3 && name && !left.contains('.') && !language.is_abbreviation(&word[..=at])
}

/// Parts `n't`, `'s` and their like from the word, and `cannot`.
fn clitics(text: &str, span: Span, tokens: &mut Vec<Span>) {
    let word = span.of(text);
    let mut push = |at: usize| {
        tokens.push(Span::new(span.start, span.start + at));
        tokens.push(Span::new(span.start + at, span.end));
    };
    if word.eq_ignore_ascii_case("cannot") {
        return push(3);
    }
    if let Some(at) = word.rfind(['\'', '’']) {
        let mark = word[at..].chars().next().map_or(1, char::len_utf8);
        let rest = &word[at + mark..];
        if at > 0 && CLITICS.iter().any(|clitic| rest.eq_ignore_ascii_case(clitic)) {
            return push(at);
        }
        let before = word[..at].chars().next_back();
        if rest.eq_ignore_ascii_case("t") && at > 1 && before.is_some_and(|letter| matches!(letter, 'n' | 'N')) {
            return push(at - 1);
        }
    }
    tokens.push(span);
}
