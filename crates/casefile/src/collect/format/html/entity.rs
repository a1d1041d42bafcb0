//! Entities of HTML: `&amp;`, `&#8217;`, `&#x2019;`, and the old ones that need no semicolon.

use std::borrow::Cow;

use markup5ever::data::NAMED_ENTITIES;

/// The characters that the entity at the beginning of `text` stands for, and how many bytes of it that is. None where
/// the `&` is only itself.
pub(crate) fn at_start(text: &str) -> Option<([char; 2], usize)> {
    const NONE: char = '\0';
    let inside = text.strip_prefix('&')?;
    if let Some(number) = inside.strip_prefix('#') {
        let (digits, radix, lead) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (number, 10, 2),
        };
        let length = digits.bytes().take_while(|byte| (*byte as char).is_digit(radix)).count();
        let code = digits.get(..length).filter(|digits| !digits.is_empty())?;
        let code = u32::from_str_radix(code.trim_start_matches('0'), radix)
            .unwrap_or(if code.trim_start_matches('0').is_empty() { 0 } else { u32::MAX });
        let end = lead + length + usize::from(digits.as_bytes().get(length) == Some(&b';'));
        return Some(([numbered(code), NONE], end));
    }
    // The longest name in use has 32 letters.
    let length = inside.bytes().take(40).take_while(u8::is_ascii_alphanumeric).count();
    let name = inside.get(..length)?;
    if inside.as_bytes().get(length) == Some(&b';')
        && let Some(found) = inside.get(..=length).and_then(named)
    {
        return Some((found, length + 2));
    }
    // Without a semicolon the longest known beginning counts.
    (2..=name.len().min(6)).rev().find_map(|length| Some((named(name.get(..length)?)?, length + 1)))
}

fn named(name: &str) -> Option<[char; 2]> {
    // Beginnings of names stand in the table too, with nothing behind them.
    let (first, second) = NAMED_ENTITIES.get(name).filter(|(first, _)| *first != 0)?;
    Some([char::from_u32(*first)?, char::from_u32(*second)?])
}

/// The character of a number, as browsers take it: some numbers mean windows-1252.
fn numbered(code: u32) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS.get(code as usize - 0x80).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
        code => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// A text with all its entities resolved.
pub(crate) fn resolve(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut made = String::with_capacity(text.len());
    let (before, mut rest) = text.split_at(first);
    made.push_str(before);
    while !rest.is_empty() {
        match at_start(rest) {
            Some((characters, length)) => {
                made.extend(characters.into_iter().filter(|character| *character != '\0'));
                rest = rest.get(length..).unwrap_or_default();
            }
            None => {
                let next = rest.get(1..).and_then(|rest| rest.find('&')).map_or(rest.len(), |at| at + 1);
                let (plain, after) = rest.split_at(next);
                made.push_str(plain);
                rest = after;
            }
        }
    }
    Cow::Owned(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_resolved_as_a_browser_does() {
        for (text, expected) in [
            ("fish &amp; chips", "fish & chips"),
            ("&#8220;No&#x201D;", "“No”"),
            ("it&#146;s", "it’s"),
            ("&nbsp;&eacute;", "\u{a0}é"),
            ("AT&T &copy 2020 &ampere", "AT&T © 2020 &ere"),
            ("&#0;&#99999999999;", "\u{fffd}\u{fffd}"),
            ("&NotEqualTilde;", "≂\u{338}"),
            ("& && &; &# &#x &é", "& && &; &# &#x &é"),
        ] {
            assert_eq!(resolve(text), expected, "{text}");
        }
    }
}
