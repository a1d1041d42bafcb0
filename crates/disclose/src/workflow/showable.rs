//! Characters that have no place in what goes out.

/// The first character of `text` that is not seen as it is read: a control character, a line break among them; one that turns the
/// direction of what stands around it; and one that is not seen at all, by which something could be said to a program and not to
/// the eye: tags, selectors of variants, joiners of words, fillers, soft hyphens, characters for private use. What joins letters
/// or parts them (U+200C, U+200D) may stand between two that are seen, and the selector of a picture behind one. What goes out must
/// say to the eye what it says to a program.
pub fn hidden_character(text: &str) -> Option<char> {
    let mut before: Option<char> = None;
    let mut all = text.chars().peekable();
    while let Some(character) = all.next() {
        let seen = |one: Option<&char>| one.is_some_and(|one| !one.is_whitespace() && !is_unseen(*one) && !joins(*one));
        let hidden = match character {
            one if joins(one) => !seen(before.as_ref()) || !seen(all.peek()),
            '\u{fe0e}' | '\u{fe0f}' => !seen(before.as_ref()) || before.is_some_and(char::is_alphabetic),
            one => is_unseen(one),
        };
        if hidden {
            return Some(character);
        }
        // A picture that is joined to another may have its selector between them.
        if !matches!(character, '\u{fe0e}' | '\u{fe0f}') {
            before = Some(character);
        }
    }
    None
}

/// What joins letters, or keeps them apart, in words of some scripts, and parts of a picture.
fn joins(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_any_language_is_showable() {
        for text in [
            "Norland sends shells.",
            "Норландия",
            "北国は砲弾を送る。",
            "יפו",
            "naïve – “so” 👩‍💻",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "a heart ❤\u{fe0f} and ☎\u{fe0e}",
            "🏳\u{fe0f}\u{200d}🌈",
        ] {
            assert_eq!(hidden_character(text), None, "{text}");
        }
    }

    #[test]
    fn what_turns_or_breaks_the_line_is_found() {
        for (text, found) in [("a\u{202e}b", '\u{202e}'), ("a\nb", '\n'), ("\u{7}", '\u{7}'), ("a\u{2066}", '\u{2066}')]
        {
            assert_eq!(hidden_character(text), Some(found));
        }
    }

    #[test]
    fn what_says_something_to_a_program_alone_is_found() {
        for found in [
            '\u{e0061}',
            '\u{200b}',
            '\u{2062}',
            '\u{ad}',
            '\u{fe01}',
            '\u{e0101}',
            '\u{3164}',
            '\u{2800}',
            '\u{e000}',
            '\u{fffb}',
        ] {
            assert_eq!(hidden_character(&format!("agent{found}s")), Some(found), "{}", u32::from(found));
        }
        // Joiners in a row, or where nothing is joined, would be digits of a secret.
        for (text, found) in [
            ("a\u{200d}\u{200c}b", '\u{200d}'),
            ("a \u{200d}b", '\u{200d}'),
            ("so.\u{200c}", '\u{200c}'),
            ("a\u{fe0f}b", '\u{fe0f}'),
        ] {
            assert_eq!(hidden_character(text), Some(found), "{text:?}");
        }
    }
}
