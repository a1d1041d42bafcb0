//! Numbers: the number, between which two it lies, how many digits it has, several.

use record::cover::Grain;
use record::span::Span;

use super::Rung;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [(&str, u64); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// The rungs of a whole number. One and two have no range of their own that hides them: "several" would say more.
pub(crate) fn rungs(number: u64, text: &str) -> Vec<Rung> {
    let mut rungs = vec![Rung::new(Grain::Exact, format!("count:{number}"), text.to_owned(), 10.0)];
    if number < 3 {
        return rungs;
    }
    let between = |low: u64, high: u64| (format!("count:{low}-{high}"), format!("between {low} and {high}"));
    if number < 10 {
        let (key, words) = between(3, 9);
        rungs.push(Rung::new(Grain::Range, key, words, 5.0));
    } else {
        let unit = decade(number);
        let lead = number.checked_div(unit).unwrap_or(1);
        let (from, to) = match lead {
            1 => (1, 2),
            2..=4 => (2, 5),
            _ => (5, 10),
        };
        let end = |times: u64| unit.saturating_mul(times).saturating_sub(1);
        let (key, words) = between(unit.saturating_mul(from), end(to));
        rungs.push(Rung::new(Grain::Range, key, words, 7.0));
        let (key, words) = between(unit, end(10));
        rungs.push(Rung::new(Grain::Magnitude, key, words, 4.0));
    }
    rungs.extend(several());
    rungs
}

/// The rungs of a number of which only the ends are told.
pub(super) fn between(low: u64, high: u64, text: &str) -> Vec<Rung> {
    let mut rungs = vec![Rung::new(Grain::Range, format!("count:{low}-{high}"), text.to_owned(), 7.0)];
    let unit = decade(low);
    let end = unit.saturating_mul(10).saturating_sub(1);
    if low >= 10 && high <= end && (low, high) != (unit, end) {
        rungs.push(Rung::new(
            Grain::Magnitude,
            format!("count:{unit}-{end}"),
            format!("between {unit} and {end}"),
            4.0,
        ));
    }
    if low >= 3 && low <= high {
        rungs.extend(several());
    }
    rungs
}

/// Several, which is three at least.
pub(super) fn several() -> Vec<Rung> {
    vec![Rung::new(Grain::Several, "count:several".to_owned(), "several".to_owned(), 1.0)]
}

/// The power of ten that a number has.
fn decade(number: u64) -> u64 {
    let mut unit: u64 = 1;
    while number.checked_div(unit).is_some_and(|rest| rest >= 10) {
        unit = unit.saturating_mul(10);
    }
    unit
}

/// What stands in a text where a number could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Counted {
    /// A whole number.
    Number(u64),
    /// Between two numbers, as a rung has it.
    Between(u64, u64),
    /// Several.
    Several,
    /// Something with digits that is no whole number.
    Odd(String),
}

/// The numbers of a text, each with where it stands.
pub(super) fn found(text: &str) -> Vec<(Span, Counted)> {
    let words: Vec<(Span, &str)> = super::words::tokens(text).collect();
    let lower = |at: usize| words.get(at).map(|(_, word)| word.to_lowercase()).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0_usize;
    while let Some((span, _)) = words.get(at) {
        let word = lower(at);
        let (second, third, fourth) = (at.saturating_add(1), at.saturating_add(2), at.saturating_add(3));
        if word == "between"
            && lower(third) == "and"
            && let (Some(low), Some(high), Some((end, _))) =
                (simple(&lower(second)), simple(&lower(fourth)), words.get(fourth))
        {
            found.push((Span::new(span.start, end.end), Counted::Between(low, high)));
            at = at.saturating_add(4);
            continue;
        }
        if word == "several" {
            found.push((*span, Counted::Several));
        } else if let Some(mut number) = simple(&word) {
            // "two thousand", "eleven hundred".
            let mut end = span.end;
            while let (Some(times), Some((next, _))) =
                (multiple(&lower(at.saturating_add(1))), words.get(at.saturating_add(1)))
            {
                number = number.saturating_mul(times);
                end = next.end;
                at = at.saturating_add(1);
            }
            found.push((Span::new(span.start, end), Counted::Number(number)));
        } else if word.chars().any(|character| character.is_ascii_digit()) {
            found.push((*span, Counted::Odd(word)));
        }
        at = at.saturating_add(1);
    }
    found
}

/// By what a word multiplies the number before it.
fn multiple(word: &str) -> Option<u64> {
    match word {
        "hundred" => Some(100),
        "thousand" => Some(1_000),
        "million" => Some(1_000_000),
        _ => None,
    }
}

/// Whether a word is a number.
pub(super) fn is_number(word: &str) -> bool {
    simple(word).is_some()
}

/// A number in one word.
fn simple(word: &str) -> Option<u64> {
    if let Some(at) = ONES.iter().position(|one| *one == word) {
        return u64::try_from(at).ok();
    }
    if let Some((_, tens)) = TENS.iter().find(|(tens, _)| *tens == word) {
        return Some(*tens);
    }
    if let Some((tens, ones)) = word.split_once('-')
        && let (Some((_, tens)), Some(ones)) =
            (TENS.iter().find(|(name, _)| *name == tens), ONES.iter().position(|one| *one == ones))
    {
        return tens.checked_add(u64::try_from(ones).ok().filter(|ones| (1..10).contains(ones))?);
    }
    let digits: String = word.split(',').collect();
    let grouped = !word.contains(',') || word.split(',').skip(1).all(|part| part.len() == 3);
    (grouped && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_goes_over_its_ranges_to_several_and_each_holds_the_one_above() {
        let words = |number: u64| rungs(number, "n").into_iter().map(|rung| rung.words).collect::<Vec<_>>();
        assert_eq!(words(100), ["n", "between 100 and 199", "between 100 and 999", "several"]);
        assert_eq!(words(11), ["n", "between 10 and 19", "between 10 and 99", "several"]);
        assert_eq!(words(7), ["n", "between 3 and 9", "several"]);
        assert_eq!(words(2), ["n"], "two are not several");
        for number in 3..3000_u64 {
            let mut held = (number, number);
            for rung in rungs(number, "n").iter().skip(1).filter(|rung| rung.grain != Grain::Several) {
                let (low, high) = rung.key.trim_start_matches("count:").split_once('-').unwrap();
                let (low, high): (u64, u64) = (low.parse().unwrap(), high.parse().unwrap());
                assert!(low <= held.0 && held.1 <= high && low >= 3, "{number}: {}", rung.words);
                held = (low, high);
            }
        }
    }

    #[test]
    fn numbers_are_found_in_digits_and_in_words() {
        let said = |text: &str| found(text).into_iter().map(|(_, counted)| counted).collect::<Vec<_>>();
        assert_eq!(said("Eleven wagons and 1,200 crates"), [Counted::Number(11), Counted::Number(1200)]);
        assert_eq!(said("between 10 and 19 wagons"), [Counted::Between(10, 19)]);
        assert_eq!(said("two thousand shells, twenty-one guns"), [Counted::Number(2000), Counted::Number(21)]);
        assert_eq!(said("3.5 tonnes of X7"), [Counted::Odd("3.5".into()), Counted::Odd("x7".into())]);
        assert_eq!(said("several wagons"), [Counted::Several]);
    }
}
