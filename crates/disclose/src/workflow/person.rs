//! When two names are one person's.

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

/// Whether two names could be the same person's.
///
/// Who wrote a line must not approve it, so names that could be taken for each other are one: case, space, accents and
/// other marks do not tell people apart, nor do characters that are not seen, nor letters that look alike (a Cyrillic
/// `а` in a Latin name; [Unicode Technical Standard 39](https://www.unicode.org/reports/tr39/), section 4). That two
/// people with nearly the same name cannot approve each other's drafts is the price.
pub fn is_same_person(a: &str, b: &str) -> bool {
    key(a) == key(b)
}

/// What is compared of a name where something is granted by it, and another person's must not do: all of it but case and the
/// space around it.
pub(super) fn exact(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}

/// What is compared of a name; empty where the name says nothing.
pub(crate) fn key(name: &str) -> String {
    // Accents part from their letters, and are dropped with everything else that is no letter or digit.
    let plain = |text: &str| {
        text.nfkd().filter(|character| character.is_alphanumeric() && !is_filler(*character)).collect::<String>()
    };
    // Capitals first: some letters (ß, ſ, final ς) meet only there.
    let fold = |text: &str| text.to_uppercase().to_lowercase().replace('ς', "σ");
    let looks: String = skeleton(&fold(&plain(name))).collect();
    fold(&plain(&looks))
}

/// Letters that are not seen.
fn is_filler(character: char) -> bool {
    matches!(character, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_space_and_unseen_characters_do_not_make_another_person() {
        let same = [
            " Ann",
            "ann",
            "ANN\n",
            "A\u{200b}nn",
            "\u{feff}Ann",
            "an n",
            "ann.",
            "ann\u{301}",
            "ann\u{3164}",
            "ＡＮＮ",
            "\u{430}nn",
        ];
        for name in same {
            assert!(is_same_person(name, "Ann"), "{name:?}");
        }
        assert!(is_same_person("José", "Jose\u{301}"));
        assert!(is_same_person("Ann  Lee", "ann lee"));
        assert!(is_same_person("Straße", "STRASSE"));
        assert!(is_same_person("ΟΔΥΣΣΕΥΣ", "Οδυσσευς"));
        assert!(is_same_person("Žofia", "žofia"));
    }

    #[test]
    fn other_names_are_other_people() {
        for name in ["Anne", "", "Ännchen", "Bo"] {
            assert!(!is_same_person(name, "Ann"), "{name:?}");
        }
        assert_eq!(key(" \u{200b}\t"), "");
    }
}
