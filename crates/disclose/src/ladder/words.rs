//! Words: those that carry something, and those between quotation marks.

use record::span::Span;

/// Words that say nothing by themselves of what happened.
const SILENT: &str = "a about after all also among an and any are as at be became been before being between both but by can \
    could did do does during each either for from further had has have he her here hers him his how i if in into is it its \
    itself just may me might more most much must my neither no nor not now of off on one only or other our out over own per \
    said say saying says shall she should so some such than that the their them themselves then there these they this those \
    through to told too toward towards under until up upon us very via was we were what when where whether which while who whom \
    whose why will with within without would you your according reported reportedly";

/// The words of a text, with where they stand. A hyphen or a comma between letters or digits does not part a word.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let begin = text.get(rest..)?.find(char::is_alphanumeric)?;
        let start = rest.saturating_add(begin);
        let tail = text.get(start..)?;
        let mut length = tail.len();
        let mut characters = tail.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let joins = matches!(character, '-' | ',' | '.' | '\'' | '’')
                && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric())
                // A comma joins digits alone, as a point does.
                && (!matches!(character, ',' | '.') || characters.peek().is_some_and(|(_, next)| next.is_ascii_digit()));
            if !character.is_alphanumeric() && !joins {
                length = at;
                break;
            }
        }
        let end = start.saturating_add(length);
        rest = end;
        Some((Span::new(start, end), text.get(start..end)?))
    })
}

/// What a word is compared by; nothing where it carries nothing.
pub(super) fn carried(word: &str) -> Option<String> {
    let lower = word.to_lowercase().replace('’', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    if SILENT.split_ascii_whitespace().any(|silent| silent == lower) || lower.chars().count() < 2 {
        return None;
    }
    // One wagon and eleven wagons are of one word; that they are one or eleven is a number.
    let stem = match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => lower,
    };
    Some(stem.to_owned())
}

/// What stands between quotation marks, with where it stands, marks and all.
pub(super) fn quoted(text: &str) -> Vec<(Span, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(['"', '“'])).map(|at| at.saturating_add(from))
    {
        let width = text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        let inner = start.saturating_add(width);
        let Some(rest) = text.get(inner..) else { break };
        let Some((at, mark)) = rest.char_indices().find(|(_, character)| matches!(character, '"' | '”')) else {
            break;
        };
        let (end, after) = (inner.saturating_add(at), inner.saturating_add(at).saturating_add(mark.len_utf8()));
        if let Some(words) = text.get(inner..end) {
            found.push((Span::new(start, after), words));
        }
        from = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_and_number_and_silent_ones_not_at_all() {
        let carried: Vec<String> =
            tokens("The Wagons’ grey-green doors were at 1,200 m.").filter_map(|(_, word)| carried(word)).collect();
        assert_eq!(carried, ["wagon", "grey-green", "door", "1,200"]);
    }

    #[test]
    fn quotations_are_found_in_straight_and_in_curved_marks() {
        let said: Vec<&str> = quoted("He “won't” go, \"ever\", and \"no").into_iter().map(|(_, words)| words).collect();
        assert_eq!(said, ["won't", "ever"]);
    }
}
