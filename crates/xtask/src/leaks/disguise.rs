//! Ways in which the same letters can look different in a file: marks, look-alikes, entities,
//! line ends and the like.

use super::prng::Prng;

/// The byte offsets inside a word where it can be cut, two letters from the start and three from the end at least.
fn cuts(word: &str) -> Vec<usize> {
    let n = word.chars().count();
    word.char_indices()
        .enumerate()
        .filter(|(i, (_, c))| *i >= 2 && i + 3 <= n && c.is_alphabetic())
        .map(|(_, (at, _))| at)
        .filter(|&at| word[..at].chars().next_back().is_some_and(char::is_alphabetic))
        .collect()
}

/// Puts `mark` somewhere inside the longest word of a name.
fn insert(r: &mut Prng, name: &str, mark: &str) -> Option<String> {
    let long = name.split(' ').max_by_key(|w| w.chars().count())?;
    let places = cuts(long);
    if places.is_empty() {
        return None;
    }
    let at = *r.pick(&places);
    Some(name.replace(long, &format!("{}{mark}{}", &long[..at], &long[at..])))
}

/// Latin letters and letters of other scripts that look the same.
const TWINS: &[(char, char)] = &[
    ('a', 'а'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('c', 'с'),
    ('x', 'х'),
    ('i', 'і'),
    ('K', 'К'),
    ('M', 'М'),
    ('T', 'Т'),
    ('B', 'В'),
    ('H', 'Н'),
    ('O', 'О'),
    ('A', 'А'),
    ('v', 'ν'),
    ('E', 'Ε'),
];

/// Some letters replaced by look-alikes.
fn twins(r: &mut Prng, name: &str) -> Option<String> {
    let mut changed = false;
    let out = name
        .chars()
        .map(|c| match TWINS.iter().find(|(latin, _)| *latin == c) {
            Some((_, other)) if r.chance(60) => {
                changed = true;
                *other
            }
            _ => c,
        })
        .collect();
    changed.then_some(out)
}

/// Letters that a printer ties together.
fn ligatures(name: &str) -> Option<String> {
    let out = name.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ");
    (out != name).then_some(out)
}

/// Some letters written as numeric entities of HTML.
pub fn entities(r: &mut Prng, name: &str) -> Option<String> {
    let mut changed = false;
    let mut out = String::new();
    for c in name.chars() {
        if !c.is_whitespace() && (r.chance(25) || !c.is_ascii()) {
            changed = true;
            match r.below(2) {
                0 => out += &format!("&#{};", c as u32),
                _ => out += &format!("&#x{:X};", c as u32),
            }
        } else if c == ' ' && r.chance(50) {
            changed = true;
            out += "&nbsp;";
        } else {
            out.push(c);
        }
    }
    changed.then_some(out)
}

/// The letters and digits of full width.
fn wide(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_alphanumeric() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c })
        .collect()
}

/// A name in a disguise, with the name of the disguise.
pub fn dress(r: &mut Prng, name: &str) -> (&'static str, String) {
    loop {
        let (how, dressed) = match r.below(10) {
            0 => ("soft hyphen", insert(r, name, "\u{ad}")),
            1 => {
                let mark = *r.pick(&["\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}"]);
                ("zero-width character", insert(r, name, mark))
            }
            2 => ("hyphenated at line end", insert(r, name, "-\n")),
            3 => ("look-alike letters", twins(r, name)),
            4 => ("ligature", ligatures(name)),
            5 => ("HTML entities", entities(r, name)),
            6 => ("capitals", Some(name.to_uppercase())),
            7 => ("full-width letters", Some(wide(name))),
            8 => ("split over a line break", name.contains(' ').then(|| name.replacen(' ', "\n", 1))),
            _ => ("hyphen inside", insert(r, name, "-")),
        };
        if let Some(text) = dressed.filter(|t| t != name) {
            return (how, text);
        }
    }
}
