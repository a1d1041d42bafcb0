//! Letters and figures of other alphabets, as English writes them.

/// Letters whose accent says another sound, as English writes it.
pub(super) fn accented(letter: char) -> Option<&'static str> {
    Some(match letter {
        'č' | 'ć' | 'ç' | 'Č' | 'Ć' | 'Ç' => "ch",
        'š' | 'ş' | 'ś' | 'ș' | 'Š' | 'Ş' | 'Ś' | 'Ș' => "sh",
        'ž' | 'ż' | 'ź' | 'Ž' | 'Ż' | 'Ź' => "zh",
        'ț' | 'ţ' | 'Ț' | 'Ţ' => "ts",
        'ñ' | 'Ñ' => "ny",
        _ => return None,
    })
}

/// Digits of other scripts, which stand in rows of ten.
pub(super) fn digit(character: char) -> Option<char> {
    let code = u32::from(character);
    let figures = [0x0660_u32, 0x06f0, 0x0966, 0x09e6].into_iter().filter_map(|zero| code.checked_sub(zero));
    figures.into_iter().find(|figure| *figure < 10).and_then(|figure| char::from_digit(figure, 10))
}

/// Letters of Latin alphabets that no accent makes.
pub(super) fn latin(character: char) -> &'static str {
    match character {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŋ' => "n",
        _ => "",
    }
}

/// Cyrillic and Greek letters as English writes them.
pub(super) fn transliterated(character: char) -> Option<&'static str> {
    Some(match character {
        'а' | 'α' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'ё' | 'є' | 'ε' => "e",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'η' | 'ι' => "i",
        'ї' => "yi",
        'й' | 'ы' | 'υ' => "y",
        'к' | 'κ' => "k",
        'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'о' | 'ο' | 'ω' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' => "u",
        'ф' | 'φ' => "f",
        'х' | 'χ' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'θ' => "th",
        'ξ' => "x",
        'ψ' => "ps",
        _ => return None,
    })
}
