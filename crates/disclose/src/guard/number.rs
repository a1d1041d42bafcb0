//! Numbers, however they are written.

use super::fold::{Gap, Word};
use super::stem::stem;

/// Words that are numbers.
const WORDS: [(&str, u32); 32] = [
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fifth", 5),
];

/// Words that multiply the number before them.
const TIMES: [(&str, f64); 13] = [
    ("dozen", 12.0),
    ("dozens", 12.0),
    ("score", 20.0),
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("k", 1e3),
    ("million", 1e6),
    ("m", 1e6),
    ("mn", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
    ("trillion", 1e12),
    ("tn", 1e12),
];

/// Units that others can be reckoned in: their names, what they measure, and how much of it.
const UNITS: [(&[&str], &str, f64); 23] = [
    (&["kilometre", "kilometer", "km"], "length", 1_000.0),
    (&["mile"], "length", 1_609.344),
    (&["metre", "meter", "m"], "length", 1.0),
    (&["foot", "feet", "ft"], "length", 0.3048),
    (&["yard"], "length", 0.9144),
    (&["centimetre", "centimeter", "cm"], "length", 0.01),
    (&["millimetre", "millimeter", "mm"], "length", 0.001),
    (&["inch", "inches"], "length", 0.0254),
    (&["kilogram", "kilogramme", "kilo", "kg"], "mass", 1.0),
    (&["pound", "lb"], "mass", 0.453_592),
    (&["tonne", "ton", "t"], "mass", 1_000.0),
    (&["litre", "liter"], "volume", 1.0),
    (&["gallon"], "volume", 3.785),
    (&["barrel"], "volume", 158.987),
    (&["minute"], "time", 60.0),
    (&["hour"], "time", 3_600.0),
    (&["day"], "time", 86_400.0),
    (&["week"], "time", 604_800.0),
    (&["month"], "time", 2_629_800.0),
    (&["year"], "time", 31_557_600.0),
    (&["second"], "time", 1.0),
    (&["hectare"], "area", 10_000.0),
    (&["acre"], "area", 4_046.9),
];

/// A number of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// What it may be: `1.250` is two.
    pub values: Vec<f64>,
    /// How many words it takes.
    pub length: usize,
    /// Whether it says which one, and not how many.
    pub is_ordinal: bool,
    /// A unit that is written together with it.
    pub unit: Option<&'static str>,
}

/// The number that begins with the first of these words.
pub(super) fn number(words: &[Word]) -> Option<Number> {
    let first = words.first()?;
    let mut number = if first.text.starts_with(|character: char| character.is_ascii_digit()) {
        let mut number = digits(words)?;
        // "2.5 million", "250 thousand".
        while let Some(times) = words.get(number.length).filter(|_| number.unit.is_none()).and_then(times) {
            number.values.iter_mut().for_each(|value| *value *= times);
            number.length = number.length.saturating_add(1);
        }
        number
    } else {
        spelled(words)?
    };
    for (part, length) in [(0.5, half(words.get(number.length..)?)), (0.25, quarter(words.get(number.length..)?))] {
        if length > 0 {
            number.values.iter_mut().for_each(|value| *value += part);
            number.length = number.length.saturating_add(length);
            // "two and a half million"
            if let Some(times) = words.get(number.length).and_then(times) {
                number.values.iter_mut().for_each(|value| *value *= times);
                number.length = number.length.saturating_add(1);
            }
            break;
        }
    }
    // "two point seven"
    if words.get(number.length).is_some_and(|word| word.text == "point") {
        let mut part = 0.1;
        let mut at = number.length.saturating_add(1);
        while let Some((digit, _)) =
            words.get(at).and_then(|word| cardinal(&word.text)).filter(|(digit, _)| *digit < 10)
        {
            number.values.iter_mut().for_each(|value| *value += part * f64::from(digit));
            part /= 10.0;
            at = at.saturating_add(1);
        }
        if at > number.length.saturating_add(1) {
            number.length = at;
        }
    }
    number.values = number.values.iter().map(|value| plain(*value)).collect();
    Some(number)
}

/// A number to nine figures, so that 1,070 million is 1.07 billion.
fn plain(value: f64) -> f64 {
    format!("{value:.8e}").parse().unwrap_or(value)
}

fn half(words: &[Word]) -> usize {
    let said = |at: usize, text: &str| words.get(at).is_some_and(|word| word.text == text);
    if said(0, "and") && said(1, "a") && said(2, "half") { 3 } else { 0 }
}

fn quarter(words: &[Word]) -> usize {
    let said = |at: usize, text: &str| words.get(at).is_some_and(|word| word.text == text);
    if said(0, "and") && said(1, "a") && said(2, "quarter") { 3 } else { 0 }
}

/// What a word multiplies the number before it by.
fn times(word: &Word) -> Option<f64> {
    let by = TIMES.iter().find(|(text, _)| *text == word.text && word.before <= Gap::Space)?.1;
    // "5 m" is as often metres.
    (word.text.len() > 1 || word.before == Gap::Joined || word.text == "k").then_some(by)
}

fn digits(words: &[Word]) -> Option<Number> {
    let first = words.first()?;
    let end = first.text.find(|character: char| !character.is_ascii_digit() && !matches!(character, '.' | ','));
    let (figures, rest) = first.text.split_at_checked(end.unwrap_or(first.text.len()))?;
    let mut values = values(figures);
    if values.is_empty() {
        return None;
    }
    let mut is_ordinal = false;
    let mut unit = None;
    match rest {
        "" => {}
        "st" | "nd" | "rd" | "th" => is_ordinal = true,
        rest => match TIMES.iter().find(|(word, _)| *word == rest) {
            Some((_, times)) => values.iter_mut().for_each(|value| *value *= times),
            None => unit = Some(measure(rest)?.0),
        },
    }
    let mut length = 1_usize;
    // "1 250": thousands parted by space.
    if rest.is_empty() && figures.len() <= 3 && figures.bytes().all(|byte| byte.is_ascii_digit()) {
        let groups = words.iter().skip(1).take_while(|word| {
            word.before == Gap::Space && word.text.len() == 3 && word.text.bytes().all(|byte| byte.is_ascii_digit())
        });
        let groups: Vec<&str> = groups.map(|word| word.text.as_str()).collect();
        if !groups.is_empty() {
            let whole: String = std::iter::once(figures).chain(groups.iter().copied()).collect();
            values = whole.parse().into_iter().collect();
            length = length.saturating_add(groups.len());
        }
    }
    Some(Number { values, length, is_ordinal, unit })
}

/// What figures may mean, with points and commas for thousands or for parts.
fn values(figures: &str) -> Vec<f64> {
    let marks: Vec<char> = figures.chars().filter(|character| !character.is_ascii_digit()).collect();
    let bare = || figures.chars().filter(char::is_ascii_digit).collect::<String>();
    let groups: Vec<&str> = figures.split(['.', ',']).collect();
    let in_threes =
        groups.iter().skip(1).all(|group| group.len() == 3) && groups.first().is_some_and(|one| one.len() <= 3);
    let mut all = Vec::new();
    if marks.is_empty() || in_threes {
        all.extend(bare().parse::<f64>().ok());
    }
    if let [_] = marks.as_slice() {
        all.extend(figures.replace(',', ".").parse::<f64>().ok().filter(|value| !all.contains(value)));
    } else if let (Some(last), Some(mark)) = (figures.rfind(['.', ',']), marks.last())
        && marks.iter().filter(|other| *other == mark).count() == 1
    {
        // "1,250.5"
        let (whole, part) = figures.split_at_checked(last).unwrap_or((figures, ""));
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        all.extend(format!("{whole}{}", part.replace(',', ".")).parse::<f64>().ok());
    }
    all
}

/// A number in words: "twelve hundred and fifty", "seven thousand seven hundred", "half a dozen", "a hundred".
fn spelled(words: &[Word]) -> Option<Number> {
    let said = |at: usize, text: &str| words.get(at).is_some_and(|word| word.text == text);
    if said(0, "half") && said(1, "a") {
        let by = words.get(2).and_then(times)?;
        return Some(Number { values: vec![by * 0.5], length: 3, is_ordinal: false, unit: None });
    }
    // "half an hour", "a good half hour"
    if said(0, "half") {
        let skip = if said(1, "an") { 2 } else { 1 };
        words.get(skip).and_then(|word| measure(&word.text))?;
        return Some(Number { values: vec![0.5], length: skip, is_ordinal: false, unit: None });
    }
    let (mut whole, mut part, mut length, mut is_ordinal) = (0.0, None::<f64>, 0_usize, false);
    if said(0, "a") {
        words.get(1).and_then(times)?;
        (part, length) = (Some(1.0), 1);
    }
    while let Some(word) = words.get(length) {
        if length > 0 && word.before > Gap::Space || is_ordinal {
            break;
        }
        if let Some((one, ordinal)) = cardinal(&word.text) {
            let one = f64::from(one);
            part = match part {
                None => Some(one),
                // "forty-three", "two hundred five"
                Some(tens) if tens % 100.0 >= 20.0 && tens % 10.0 == 0.0 && one < 10.0 => Some(tens + one),
                Some(hundreds) if hundreds >= 100.0 && hundreds % 100.0 == 0.0 && one < 100.0 => Some(hundreds + one),
                Some(_) => break,
            };
            is_ordinal = ordinal;
        } else if let Some(by) = times(word).filter(|_| length > 0) {
            let Some(value) = part else { break };
            if by < 1_000.0 {
                part = Some(value * by);
            } else {
                whole += value * by;
                part = None;
            }
        } else if word.text == "and" && (part.is_some_and(|part| part >= 100.0) || whole > 0.0) {
            // "and" goes on only where a number follows that is less.
            let follows = words.get(length.saturating_add(1)).and_then(|next| cardinal(&next.text));
            if follows.is_none() || words.get(length.saturating_add(1)).is_some_and(|next| next.before > Gap::Space) {
                break;
            }
        } else {
            break;
        }
        length = length.saturating_add(1);
    }
    if length == 0 || part.is_none() && whole == 0.0 {
        return None;
    }
    Some(Number { values: vec![whole + part.unwrap_or_default()], length, is_ordinal, unit: None })
}

fn cardinal(word: &str) -> Option<(u32, bool)> {
    if let Some((text, value)) = WORDS.iter().find(|(text, _)| *text == word) {
        return Some((*value, matches!(*text, "first" | "second" | "third" | "fifth")));
    }
    let stem = word
        .strip_suffix("ieth")
        .map(|stem| format!("{stem}y"))
        .or_else(|| word.strip_suffix("th").map(str::to_owned))?;
    let stem = match stem.as_str() {
        "eigh" => "eight".to_owned(),
        "nin" => "nine".to_owned(),
        "twelf" => "twelve".to_owned(),
        _ => stem,
    };
    WORDS.iter().find(|(text, _)| *text == stem).map(|(_, value)| (*value, true))
}

/// What a unit measures, and how much of it, whatever its number.
pub(super) fn measure(word: &str) -> Option<(&'static str, f64)> {
    let stem = stem(word);
    let found =
        UNITS.iter().find(|(names, ..)| names.iter().any(|name| *name == word || super::stem::stem(name) == stem))?;
    Some((found.1, found.2))
}

/// How many figures of a number say something: 1,200 has two.
pub(super) fn figures(value: f64) -> usize {
    let text = format!("{value}").replace('.', "");
    text.trim_matches('0').len()
}

#[cfg(test)]
mod tests {
    use super::super::fold::words;
    use super::*;

    fn of(text: &str) -> Vec<f64> {
        number(&words(text)).map(|number| number.values).unwrap_or_default()
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for text in [
            "1,250 shells",
            "1250",
            "1 250 shells",
            "twelve hundred and fifty",
            "１２５０",
            "1.25k",
            "one thousand two hundred and fifty",
        ] {
            assert!(of(text).contains(&1250.0), "{text}: {:?}", of(text));
        }
        assert_eq!(of("1.250"), [1250.0, 1.25]);
        assert_eq!(of("forty-three trucks"), [43.0]);
        assert_eq!(of("43rd brigade"), [43.0]);
        assert_eq!(of("three dozen"), [36.0]);
        assert_eq!(of("half a dozen"), [6.0]);
        assert_eq!(of("2.4 million"), [2.4e6]);
        assert_eq!(of("two and a half million"), [2.5e6]);
        assert_eq!(of("seven thousand seven hundred and fifty"), [7_750.0]);
        assert_eq!(of("Seventy-three and a half per cent"), [73.5]);
        assert!(of("1,070 million").contains(&of("1.07 billion")[0]));
        assert_eq!(of("four and twenty"), [4.0]);
        assert_eq!(of("twenty-first"), [21.0]);
        assert_eq!(of("T72"), [0.0; 0]);
    }
}
