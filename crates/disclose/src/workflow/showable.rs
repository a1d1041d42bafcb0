//! Characters that have no place in what goes out.

/// The first character of `text` that is not seen as it is read: a control character, a line break among them, or
/// one that turns the direction of what stands around it. What goes out must say to the eye what it says to a program.
pub fn hidden_character(text: &str) -> Option<char> {
    text.chars().find(|character| {
        character.is_control()
            || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_any_language_is_showable() {
        for text in ["Norland sends shells.", "Норландия", "北国は砲弾を送る。", "יפו", "naïve – “so” 👩‍💻"]
        {
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
}
