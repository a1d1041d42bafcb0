//! Holidays: `Christmas 2007`, `last Thanksgiving`, `New Year's Eve`.

use record::span::Span;

use super::{Match, calendar};
use crate::language::times::{TimeWord, Which};
use crate::time::cursor::Cursor;
use crate::time::meaning::{Base, Reckoned};

pub(super) fn at(cursor: &Cursor<'_>, at: usize) -> Option<Match> {
    let (which, name) = match cursor.word(at) {
        TimeWord::Which(which @ (Which::Last | Which::This | Which::Next | Which::Past)) => (Some(which), at + 1),
        _ => (None, at),
    };
    if !matches!(cursor.word(name), TimeWord::Holiday | TimeWord::DoubtfulMonth(_)) || !cursor.capital(name) {
        return None;
    }
    let tokens = cursor.tokens.get(..cursor.end)?;
    let (falls, used) = cursor
        .table
        .holidays
        .iter()
        .filter_map(|(words, falls)| phrase(cursor.text, tokens, name, words).map(|used| (*falls, used)))
        .max_by_key(|(_, used)| *used)?;
    let end = name + used;
    let said = calendar::year(cursor, cursor.over_comma(end));
    let (reckoned, end) = match (which, said) {
        (Some(which), _) => (Reckoned::Which(which), end),
        (None, Some((year, end))) => (Reckoned::Year(year), end),
        (None, None) => (Reckoned::Unsaid, end),
    };
    Some(Match::point(end, Base::Holiday(falls, reckoned)))
}

/// How many tokens from `at` spell `words`, with single spaces between them, or `None`.
fn phrase(text: &str, tokens: &[Span], at: usize, words: &str) -> Option<usize> {
    let mut used = at;
    for word in words.split(' ') {
        let mut rest = word;
        while !rest.is_empty() {
            let token = tokens.get(used)?.of(text);
            let head = rest.get(..token.len())?;
            if !head.eq_ignore_ascii_case(token) {
                return None;
            }
            rest = &rest[token.len()..];
            used += 1;
        }
    }
    Some(used - at)
}

#[cfg(test)]
mod tests {
    use crate::time::example::check;

    #[test]
    fn holidays_fall_where_the_calendar_has_them() {
        check("The truce began on Christmas Eve.", "Christmas Eve | DATE 2022-12-24");
        check("It ended at Easter 1998.", "Easter 1998 | DATE 1998-04-12");
        check("They met last Thanksgiving.", "last Thanksgiving | DATE 2022-11-24");
    }
}
