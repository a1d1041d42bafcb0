//! When two names are one person's.

/// Whether two names are the same person's.
///
/// White space around and between words, letters that differ only in case, and characters that are not seen do not
/// tell people apart: `" Ann"`, `"ann"` and `"ANN"` are one. Everything else does, accents included; and an accented
/// letter that is written as one character is told from the same letter written as two. So whoever calls this must
/// take names from where the house keeps them, and not as somebody happens to type their own.
pub fn is_same_person(a: &str, b: &str) -> bool {
    key(a) == key(b)
}

/// What is compared of a name; empty where the name says nothing.
pub(super) fn key(name: &str) -> String {
    let seen: String = name.chars().filter(|character| !is_unseen(*character)).collect();
    // Capitals first: some letters (ß, ſ, final ς) meet only there.
    let folded = seen.to_uppercase().to_lowercase().replace('ς', "σ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_unseen(character: char) -> bool {
    (character.is_control() && !character.is_whitespace())
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_space_and_unseen_characters_do_not_make_another_person() {
        for name in [" Ann", "ann", "ANN\n", "A\u{200b}nn", "\u{feff}Ann"] {
            assert!(is_same_person(name, "Ann"), "{name:?}");
        }
        assert!(is_same_person("Ann  Lee", "ann lee"));
        assert!(is_same_person("Straße", "STRASSE"));
        assert!(is_same_person("ΟΔΥΣΣΕΥΣ", "Οδυσσευς"));
        assert!(is_same_person("Žofia", "žofia"));
    }

    #[test]
    fn other_names_are_other_people() {
        for name in ["Anne", "An n", "", "Ännchen", "Bo"] {
            assert!(!is_same_person(name, "Ann"), "{name:?}");
        }
        assert_eq!(key(" \u{200b}\t"), "");
    }
}
