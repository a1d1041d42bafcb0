//! Inflection: the forms of one word are one.

/// Forms that no rule makes, with the word that they are forms of.
const IRREGULAR: [(&str, &str); 64] = [
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("persons", "person"),
    ("knives", "knife"),
    ("halves", "half"),
    ("was", "be"),
    ("were", "be"),
    ("is", "be"),
    ("are", "be"),
    ("been", "be"),
    ("has", "have"),
    ("had", "have"),
    ("did", "do"),
    ("done", "do"),
    ("went", "go"),
    ("gone", "go"),
    ("sent", "send"),
    ("spent", "spend"),
    ("lent", "lend"),
    ("built", "build"),
    ("bought", "buy"),
    ("brought", "bring"),
    ("caught", "catch"),
    ("taught", "teach"),
    ("thought", "think"),
    ("sought", "seek"),
    ("sold", "sell"),
    ("told", "tell"),
    ("held", "hold"),
    ("paid", "pay"),
    ("laid", "lay"),
    ("said", "say"),
    ("made", "make"),
    ("met", "meet"),
    ("left", "leave"),
    ("lost", "lose"),
    ("kept", "keep"),
    ("slept", "sleep"),
    ("flew", "fly"),
    ("flown", "fly"),
    ("took", "take"),
    ("taken", "take"),
    ("gave", "give"),
    ("given", "give"),
    ("came", "come"),
    ("became", "become"),
    ("began", "begin"),
    ("begun", "begin"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("wrote", "write"),
    ("written", "write"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("broke", "break"),
    ("broken", "break"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("led", "lead"),
    ("fled", "flee"),
];

/// What the forms of a folded word have in common. Not itself a word: "carrying", "carried" and "carries" give "carr".
pub(super) fn stem(word: &str) -> String {
    if let Some((_, whole)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return stem(whole);
    }
    if word.len() < 4 || !word.is_ascii() || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let mut stem = word;
    // The plural, or the third person.
    if let Some(cut) = stem.strip_suffix("ies") {
        stem = cut;
    } else if let Some(cut) = stem
        .strip_suffix("es")
        .filter(|cut| cut.ends_with(['s', 'x', 'z']) || cut.ends_with("ch") || cut.ends_with("sh"))
    {
        stem = cut;
    } else if let Some(cut) = stem.strip_suffix('s').filter(|cut| !cut.ends_with(['s', 'u', 'i'])) {
        stem = cut;
    }
    let long = |cut: &&str| cut.len() >= 3 && cut.bytes().any(|byte| b"aeiouy".contains(&byte));
    // "agreed" is of "agree".
    if stem.ends_with("eed") && stem.len() > 4 {
        stem = stem.strip_suffix('d').unwrap_or(stem);
    }
    // "supply" is no "sup" that is done somehow.
    let whole = stem;
    for ending in ["ingly", "edly", "ing", "ed", "ly"] {
        let enough = |cut: &&str| long(cut) && (ending != "ly" || cut.len() >= 4 && whole != "supply");
        if let Some(cut) = stem.strip_suffix(ending).filter(enough) {
            stem = cut;
            break;
        }
    }
    for ending in ["ments", "ment", "ations", "ation", "ings"] {
        if let Some(cut) = stem.strip_suffix(ending).filter(|cut| cut.len() >= 4) {
            stem = cut;
            break;
        }
    }
    // Letters that endings double, drop or change.
    let mut letters: Vec<char> = stem.chars().collect();
    if letters.len() > 3 && letters.last().is_some_and(|last| matches!(last, 'e' | 'y' | 'i')) {
        letters.pop();
    }
    let doubled = letters.iter().rev().take(2).collect::<Vec<_>>();
    if let [last, before] = doubled.as_slice()
        && last == before
        && !matches!(last, 'a' | 'e' | 'i' | 'o' | 'u')
        && letters.len() > 3
    {
        letters.pop();
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for forms in [
            ["deliver", "delivers", "delivered", "delivering"],
            ["carry", "carries", "carried", "carrying"],
            ["ship", "ships", "shipped", "shipping"],
            ["supply", "supplies", "supplied", "supplying"],
            ["store", "stores", "stored", "storing"],
            ["box", "boxes", "boxed", "boxing"],
            ["send", "sends", "sent", "sending"],
            ["secret", "secrets", "secretly", "secret"],
            ["agree", "agrees", "agreed", "agreeing"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        for (one, other) in [("train", "trade"), ("gas", "gap"), ("bus", "but"), ("ton", "toe"), ("mine", "minister")] {
            assert_ne!(stem(one), stem(other));
        }
    }
}
