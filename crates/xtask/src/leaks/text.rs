//! Small helpers on text: articles, capitals, folding, word lists, filling of frames.

/// Replaces every `a(n)` by the article that the next word asks for.
pub fn articles(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("a(n) ") {
        out.push_str(&rest[..at]);
        rest = &rest[at + 5..];
        out.push_str(if wants_an(rest) { "an " } else { "a " });
    }
    out.push_str(rest);
    out.replace("A(n) ", "A ")
}

/// Whether the first word begins with a vowel sound.
fn wants_an(text: &str) -> bool {
    const LIKE_CONSONANT: [&str; 6] = ["uni", "use", "euro", "one", "ure", "uti"];
    const LIKE_VOWEL: [&str; 3] = ["hour", "heir", "honest"];
    let low = text.trim_start_matches(['"', '\u{201c}']).to_lowercase();
    if LIKE_VOWEL.iter().any(|p| low.starts_with(p)) {
        return true;
    }
    if LIKE_CONSONANT.iter().any(|p| low.starts_with(p)) && !low.starts_with("unin") && !low.starts_with("unis") {
        return false;
    }
    low.starts_with(['a', 'e', 'i', 'o', 'u'])
}

/// The text with its first letter made a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().collect::<String>() + letters.as_str(),
        None => String::new(),
    }
}

/// Puts values in a frame: every `{key}` becomes its value.
pub fn fill(frame: &str, values: &[(&str, &str)]) -> String {
    let mut out = frame.to_string();
    for (key, value) in values {
        out = out.replace(&format!("{{{key}}}"), value);
    }
    articles(&out)
}

/// Lower case without diacritics, apostrophes and invisible characters; for the
/// generator's own checks only.
pub fn fold(text: &str) -> String {
    text.to_lowercase().chars().filter_map(plain).collect()
}

/// One letter without its mark; `None` for what folding throws away.
fn plain(c: char) -> Option<char> {
    Some(match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ę' | 'ē' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ő' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' => 'y',
        'č' | 'ç' | 'ć' => 'c',
        'š' | 'ş' | 'ś' | 'ș' | 'ṣ' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ř' => 'r',
        'ň' | 'ñ' | 'ń' => 'n',
        'ğ' => 'g',
        'ł' => 'l',
        'ţ' | 'ț' | 'ť' | 'ṭ' => 't',
        'ḥ' => 'h',
        'ď' | 'ḍ' => 'd',
        'đ' => 'd',
        '\u{307}' | '\'' | '’' | 'ʿ' | 'ʾ' | 'ʹ' | '\u{ad}' | '\u{200b}' => return None,
        other => other,
    })
}

/// The folded words of a text; a number with its separators is one word.
pub fn words(text: &str) -> Vec<String> {
    let mut list = Vec::new();
    for piece in fold(text).split(|c: char| !(c.is_alphanumeric() || c == ',' || c == '.')) {
        let piece = piece.trim_matches([',', '.']);
        if !piece.is_empty() {
            list.push(piece.to_string());
        }
    }
    list
}

/// The consonants of a word, for telling whether two names are too much alike.
pub fn skeleton(word: &str) -> String {
    let mut out = String::new();
    for c in fold(word).chars().filter(|c| c.is_alphabetic() && !"aeiouyhjw".contains(*c)) {
        let c = match c {
            'v' | 'f' => 'v',
            'z' | 's' | 'c' | 'x' => 's',
            'k' | 'q' | 'g' => 'k',
            'd' | 't' => 't',
            'b' | 'p' => 'p',
            other => other,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Every number written in digits in a text, commas taken as thousands marks.
pub fn numbers_in(text: &str) -> Vec<f64> {
    words(text)
        .iter()
        .filter(|w| w.starts_with(|c: char| c.is_ascii_digit()))
        .filter_map(|w| w.replace(',', "").parse().ok())
        .collect()
}
