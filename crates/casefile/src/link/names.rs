//! Names of actors, so far folded that spellings of one name are equal.

use unicode_normalization::UnicodeNormalization;

/// Words in front of a name that are no part of it.
const TITLES: [&str; 22] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "sir",
    "lord",
    "lady",
    "gen",
    "col",
    "capt",
    "lt",
    "adm",
    "sen",
    "rep",
    "gov",
    "president",
    "minister",
    "secretary",
    "ambassador",
    "spokesman",
];

/// Words of offices in front of a name: "Secretary of State", "Deputy Foreign Minister".
const OFFICES: [&str; 12] =
    ["the", "of", "state", "foreign", "prime", "vice", "deputy", "defence", "defense", "former", "acting", "us"];

/// A name in small letters without accents, titles, articles and punctuation, and with one spelling of the endings that
/// languages of the Slavs get in English: Zelensky, Zelenskyy and Zelenskiy are one. Words of offices are left out only where a
/// title stands among them: the State Department and the Defense Department are two.
pub fn folded(name: &str) -> String {
    let plain: String = name.nfkd().filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '\t')).collect();
    let words: Vec<String> =
        plain.split([' ', '-', '\t']).map(str::to_lowercase).filter(|word| !word.is_empty()).collect();
    let is_title = |word: &String| TITLES.contains(&word.as_str());
    let before = words.iter().take_while(|word| is_title(word) || OFFICES.contains(&word.as_str())).count();
    let skip = match words.iter().take(before).any(is_title) {
        true => before,
        false => words.iter().take_while(|word| *word == "the").count(),
    };
    words.into_iter().skip(skip).map(|word| ending(&word)).collect::<Vec<_>>().join(" ")
}

fn ending(word: &str) -> String {
    if word.len() < 5 {
        return word.to_owned();
    }
    let stem = ["yy", "iy", "ij", "yi", "ii", "i", "y"].iter().find_map(|end| word.strip_suffix(end));
    stem.map_or_else(|| word.to_owned(), |stem| format!("{stem}y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_equal() {
        for (one, other) in [
            ("Volodymyr Zelenskyy", "President Volodymyr Zelensky"),
            ("Dmytro Kuleba", "DMYTRO KULEBA"),
            ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
            ("the Foreign Ministry", "Foreign Ministry"),
            ("Secretary of State Antony Blinken", "Antony Blinken"),
            ("Xi Jin-ping", "Xi Jin ping"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("State Department"), folded("the Defense Department"));
        assert_ne!(folded("Foreign Ministry"), folded("Defence Ministry"));
        assert_ne!(folded("Wang Yi"), folded("Wang Wenbin"));
        assert_eq!(folded("王毅"), "王毅");
        assert_eq!(folded("Mr."), "");
    }
}
