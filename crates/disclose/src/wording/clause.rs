//! Making a statement that was written to stand alone fit into a sentence.

/// Words that have a capital only because a sentence starts with them. A first word that is not here keeps its
/// capital: it may be a name, and a name must not lose it.
const STARTERS: &str = "a an the this that these those no not none nobody nothing neither nor either both all any each \
     every some most many few several other another only one two three its his her their our my your it he she they we \
     you there here in on at by before after if when while within until during without with under over for from to as \
     between among against about following despite given unless since because although even";

/// `text` as the end of a sentence: without white space around it or a full stop, and without a capital that only the
/// beginning of a sentence gave it.
pub(super) fn clause(text: &str) -> String {
    let text = text.trim().trim_end_matches(|character: char| character == '.' || character.is_whitespace());
    let end = text.find(|character: char| !character.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let lower = word.to_lowercase();
    // A word all in capitals is a name or an abbreviation, unless it has one letter only.
    let written_as_starter = word.chars().skip(1).all(char::is_lowercase);
    if written_as_starter
        && !(word == "A" && is_name(rest))
        && STARTERS.split_ascii_whitespace().any(|starter| starter == lower)
    {
        format!("{lower}{rest}")
    } else {
        text.to_owned()
    }
}

/// Whether an `A` that begins a statement is somebody's name, by what follows: an article stands neither in front of a vowel nor of a
/// verb, and where others go by a letter so does this one.
fn is_name(rest: &str) -> bool {
    const BEHIND_NAMES: &str =
        "will would can could may might must shall should is was has had does did and or not never to";
    const SPOKEN_LIKE_YOU: [&str; 4] = ["eu", "one", "once", "ew"];
    let word = |text: &str| text.chars().take_while(|sign| sign.is_alphanumeric()).collect::<String>();
    let next = word(rest.trim_start()).to_lowercase();
    let vowel = next.starts_with(['a', 'e', 'i', 'o']) && !SPOKEN_LIKE_YOU.iter().any(|start| next.starts_with(start));
    let letter = |text: &str| {
        let word = word(text);
        word.len() == 1 && word != "I" && word.chars().all(char::is_uppercase)
    };
    !next.is_empty()
        && (vowel
            || BEHIND_NAMES.split_ascii_whitespace().any(|one| one == next)
            || rest.split_whitespace().any(letter)
            || rest.starts_with('\'')
            || rest.starts_with('\u{2019}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_capital_of_a_sentence_goes_and_that_of_a_name_stays() {
        for (text, expected) in [
            ("The government of Norland will send shells.", "the government of Norland will send shells"),
            ("Norland will send shells", "Norland will send shells"),
            ("  A ship sank . ", "a ship sank"),
            ("A arms B.", "A arms B"),
            ("A only talks of it before 2031", "A only talks of it before 2031"),
            ("A will strike", "A will strike"),
            ("A strikes B", "A strikes B"),
            ("A European ship sank", "a European ship sank"),
            ("Before Friday, Norland decides.", "before Friday, Norland decides"),
            ("It's over.", "it's over"),
            ("IT systems failed.", "IT systems failed"),
            ("US officials met.", "US officials met"),
            ("None of the stated answers is true.", "none of the stated answers is true"),
            ("Theodor Norland met them.", "Theodor Norland met them"),
            ("Élan Works closed.", "Élan Works closed"),
            ("the ship sank", "the ship sank"),
            ("12 ships sank...", "12 ships sank"),
            ("", ""),
            (" . ", ""),
        ] {
            assert_eq!(clause(text), expected);
        }
    }
}
