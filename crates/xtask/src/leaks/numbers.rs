//! Numbers: drawing them, writing them, rounding and converting them.

use super::prng::Prng;

const SMALL: [&str; 20] = [
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
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number that is not round and not a year; of every size from 23 to some millions.
pub fn draw(r: &mut Prng) -> u64 {
    loop {
        let n = match r.below(100) {
            0..15 => r.range(23, 99),
            15..45 => r.range(101, 999),
            45..75 => r.range(1_001, 9_999),
            75..93 => r.range(10_001, 999_999),
            _ => r.range(1_000_001, 48_999_999),
        };
        if n % 5 != 0 && !(1900..2100).contains(&n) && n % 12 != 0 {
            return n;
        }
    }
}

/// The digits in groups of three with the given mark between.
pub fn grouped(n: u64, mark: &str) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(c);
    }
    out
}

/// The number as newspapers write it.
pub fn usual(n: u64) -> String {
    grouped(n, ",")
}

/// The number in words.
pub fn in_words(n: u64) -> String {
    match n {
        0..20 => SMALL[n as usize].to_string(),
        20..100 => {
            let tail = if !n.is_multiple_of(10) { format!("-{}", SMALL[(n % 10) as usize]) } else { String::new() };
            format!("{}{tail}", TENS[(n / 10) as usize])
        }
        100..1_000 => join(n / 100, "hundred", n % 100, true),
        1_000..1_000_000 => join(n / 1_000, "thousand", n % 1_000, n % 1_000 < 100),
        _ => join(n / 1_000_000, "million", n % 1_000_000, n % 1_000_000 < 100),
    }
}

/// Head, scale word and rest of a number in words.
fn join(head: u64, scale: &str, rest: u64, and: bool) -> String {
    let start = format!("{} {scale}", in_words(head));
    match (rest, and) {
        (0, _) => start,
        (_, true) => format!("{start} and {}", in_words(rest)),
        _ => format!("{start} {}", in_words(rest)),
    }
}

/// "twelve hundred and fifty", where that way of speaking exists.
pub fn in_hundreds(n: u64) -> Option<String> {
    ((1_100..10_000).contains(&n) && !(n / 100).is_multiple_of(10)).then(|| join(n / 100, "hundred", n % 100, true))
}

/// "twenty-third".
pub fn ordinal_words(n: u64) -> String {
    let word = in_words(n);
    let (head, last) = match word.rfind(['-', ' ']) {
        Some(at) => word.split_at(at + 1),
        None => ("", word.as_str()),
    };
    let last = match last {
        "one" => "first".to_string(),
        "two" => "second".to_string(),
        "three" => "third".to_string(),
        "five" => "fifth".to_string(),
        "eight" => "eighth".to_string(),
        "nine" => "ninth".to_string(),
        "twelve" => "twelfth".to_string(),
        w if w.ends_with('y') => format!("{}ieth", &w[..w.len() - 1]),
        w => format!("{w}th"),
    };
    format!("{head}{last}")
}

/// Every other way of writing the number that the trials use, with a short name.
pub fn other_formats(n: u64) -> Vec<(&'static str, String)> {
    let mut list = vec![("number in words", in_words(n))];
    if n >= 1_000 {
        list.push(("number with points", grouped(n, ".")));
        list.push(("number without commas", n.to_string()));
        list.push(("number with spaces", grouped(n, " ")));
        list.push(("number with hard spaces", grouped(n, "\u{a0}")));
        list.push(("number with entity", grouped(n, "&nbsp;")));
    }
    list.push(("full-width digits", full_width(&n.to_string())));
    if let Some(words) = in_hundreds(n) {
        list.push(("number in hundreds", words));
    }
    if n >= 100_000 {
        list.retain(|(how, _)| *how != "number in words");
    }
    list
}

/// Digits replaced by their full-width forms.
pub fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 - 0x30 + 0xFF10).unwrap_or(c) } else { c })
        .collect()
}

/// The power of ten that leaves `digits` leading digits.
fn step(n: u64, digits: u32) -> u64 {
    if n < 100 {
        return 5;
    }
    10u64.pow((n.max(1).ilog10() + 1).saturating_sub(digits))
}

/// Rounded down, up or to the nearest, to two leading digits, below 100 to fives.
pub fn down(n: u64) -> u64 {
    let s = step(n, 2);
    n / s * s
}
pub fn up(n: u64) -> u64 {
    let s = step(n, 2);
    n.div_ceil(s) * s
}
pub fn nearest(n: u64) -> u64 {
    if n - down(n) <= up(n) - n { down(n) } else { up(n) }
}

/// A value with at most one figure after the point: "12.4", "12".
pub fn short(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_string)
}

/// A converted value as a drafter would give it: three leading digits at most.
pub fn rough(value: f64) -> String {
    if value < 20.0 {
        return short(value);
    }
    let n = value.round() as u64;
    if n < 100 {
        return n.to_string();
    }
    let s = step(n, if n < 1_000 { 2 } else { 3 });
    usual(((n + s / 2) / s) * s)
}

/// A rounded way of saying the number, with the name of that way.
pub fn rounded(r: &mut Prng, n: u64) -> (&'static str, String) {
    match r.below(7) {
        0 => {
            ("rounded down", format!("{} {}", r.pick(&["more than", "over", "at least", "upwards of"]), usual(down(n))))
        }
        1 => (
            "rounded up",
            format!(
                "{} {}",
                r.pick(&["nearly", "almost", "just under", "close to"]),
                usual(if up(n) as f64 <= n as f64 * 1.08 { up(n) } else { n + 1 })
            ),
        ),
        2 if n >= 1_100 => {
            let (size, scale) = if n < 1_000_000 { (1_000.0, "thousand") } else { (1_000_000.0, "million") };
            (
                "scaled number",
                format!("{} {} {scale}", r.pick(&["about", "some", "around", "roughly"]), short(n as f64 / size)),
            )
        }
        3 if n >= 100 => ("range of numbers", format!("between {} and {}", usual(down(n)), usual(up(n)))),
        4 if (1_100..10_000).contains(&n) && !nearest(n).is_multiple_of(1_000) => (
            "rounded in words",
            format!("{} {} hundred", r.pick(&["some", "about", "around"]), in_words(nearest(n) / 100)),
        ),
        5 if (30..110).contains(&n) && (n % 12 < 3 || n % 12 > 9) => {
            ("dozens", format!("about {} dozen", in_words((n + 6) / 12)))
        }
        _ => (
            "rounded number",
            format!("{} {}", r.pick(&["about", "some", "roughly", "around", "approximately"]), usual(nearest(n))),
        ),
    }
}
