//! English words without their endings, by the algorithm of M. F. Porter (1980): <https://tartarus.org/martin/PorterStemmer/def.txt>

/// What an ending is replaced by where enough of the word stands before it; the longest that fits is meant.
type Endings = &'static [(&'static str, &'static str)];

const SECOND: Endings = &[
    ("ational", "ate"),
    ("ization", "ize"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("tional", "tion"),
    ("biliti", "ble"),
    ("entli", "ent"),
    ("ousli", "ous"),
    ("ation", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("alli", "al"),
    ("ator", "ate"),
    ("logi", "log"),
    ("bli", "ble"),
    ("eli", "e"),
];

const THIRD: Endings =
    &[("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", "")];

const FOURTH: &[&str] = &[
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize",
    "al", "er", "ic", "ou",
];

/// Takes the ending off a word in small letters. What holds anything but English letters, or is no longer than a short word,
/// stays as it is.
pub(super) fn stem(word: &mut String) {
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return;
    }
    plural(word);
    past(word);
    if let Some(rest) = word.strip_suffix('y').filter(|rest| has_vowel(rest)) {
        replace(word, rest.len(), "i");
    }
    for endings in [SECOND, THIRD] {
        if let Some((rest, to)) = ending(word, endings).filter(|(rest, _)| measure(&word[..*rest]) > 0) {
            replace(word, rest, to);
        }
    }
    if let Some(rest) = FOURTH.iter().find_map(|end| word.strip_suffix(end)) {
        let ion = word.ends_with("ion");
        if measure(rest) > 1 && (!ion || rest.ends_with(['s', 't'])) {
            replace(word, rest.len(), "");
        }
    }
    if let Some(rest) = word.strip_suffix('e')
        && (measure(rest) > 1 || measure(rest) == 1 && !is_short(rest))
    {
        replace(word, rest.len(), "");
    }
    if word.ends_with("ll") && measure(word) > 1 {
        word.pop();
    }
}

fn plural(word: &mut String) {
    if word.ends_with("sses") || word.ends_with("ies") {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
}

fn past(word: &mut String) {
    if let Some(rest) = word.strip_suffix("eed") {
        if measure(rest) > 0 {
            word.pop();
        }
        return;
    }
    let rest = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing"));
    let Some(rest) = rest.filter(|rest| has_vowel(rest)).map(str::len) else { return };
    word.truncate(rest);
    if ["at", "bl", "iz"].iter().any(|end| word.ends_with(end)) {
        word.push('e');
    } else if is_doubled(word) && !word.ends_with(['l', 's', 'z']) {
        word.pop();
    } else if measure(word) == 1 && is_short(word) {
        word.push('e');
    }
}

/// The length of what stands before the longest ending that fits, and what comes in its place.
fn ending(word: &str, endings: Endings) -> Option<(usize, &'static str)> {
    endings.iter().find_map(|(end, to)| word.strip_suffix(end).map(|rest| (rest.len(), *to)))
}

fn replace(word: &mut String, keep: usize, end: &str) {
    word.truncate(keep);
    word.push_str(end);
}

/// Whether each letter is a vowel, from the first on: y is one behind a consonant.
fn vowels(word: &str) -> impl Iterator<Item = bool> + '_ {
    let mut before = true;
    word.bytes().map(move |letter| {
        before = match letter {
            b'a' | b'e' | b'i' | b'o' | b'u' => true,
            b'y' => !before,
            _ => false,
        };
        before
    })
}

fn has_vowel(word: &str) -> bool {
    vowels(word).any(|vowel| vowel)
}

/// How often a consonant follows a vowel: Porter's m.
fn measure(word: &str) -> usize {
    let mut before = false;
    vowels(word).filter(|vowel| std::mem::replace(&mut before, *vowel) && !vowel).count()
}

fn is_doubled(word: &str) -> bool {
    let letters = word.as_bytes();
    let twice = letters.len() > 1 && letters[letters.len() - 1] == letters[letters.len() - 2];
    twice && vowels(word).last() == Some(false)
}

/// Whether it ends in consonant, vowel, consonant, the last not w, x or y: Porter's *o.
fn is_short(word: &str) -> bool {
    let all: Vec<bool> = vowels(word).collect();
    all.ends_with(&[false, true, false]) && !word.ends_with(['w', 'x', 'y'])
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_what_the_algorithm_makes_of_them() {
        // Out of the definition, and of what comes up here.
        for (word, stem) in [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("cats", "cat"),
            ("feed", "feed"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("bled", "bled"),
            ("motoring", "motor"),
            ("sing", "sing"),
            ("conflated", "conflat"),
            ("hopping", "hop"),
            ("falling", "fall"),
            ("hissing", "hiss"),
            ("filing", "file"),
            ("happy", "happi"),
            ("sky", "sky"),
            ("relational", "relat"),
            ("conditional", "condit"),
            ("rational", "ration"),
            ("vietnamization", "vietnam"),
            ("operator", "oper"),
            ("sensibiliti", "sensibl"),
            ("triplicate", "triplic"),
            ("electrical", "electr"),
            ("revival", "reviv"),
            ("adoption", "adopt"),
            ("replacement", "replac"),
            ("probate", "probat"),
            ("rate", "rate"),
            ("controll", "control"),
            ("roll", "roll"),
            ("generalizations", "gener"),
            ("oscillators", "oscil"),
            ("denied", "deni"),
            ("denies", "deni"),
            ("ammunition", "ammunit"),
            ("as", "as"),
            ("s300", "s300"),
        ] {
            let mut made = word.to_owned();
            super::stem(&mut made);
            assert_eq!(made, stem, "{word}");
        }
    }
}
