//! Leaks of the last two classes: rounded or reordered, and said in other words.

use super::leak::{Leak, report, token};
use super::names;
use super::numbers::{self, rough, short, usual};
use super::phrases::Bound;
use super::prng::Prng;
use super::setting::{self, Setting, Used};
use super::tokens;
use super::{Class, Line};

/// A converted number: what is measured, the unit, how large, the other unit, factor.
const CONVERSIONS: &[(&str, &str, u64, u64, &str, f64, &str)] = &[
    ("a tunnel of", "kilometres", 12, 190, "miles", 0.621_371, "kilometres to miles"),
    ("a pipeline of", "miles", 14, 190, "kilometres", 1.609_344, "miles to kilometres"),
    ("a fence of", "metres", 130, 980, "feet", 3.280_84, "metres to feet"),
    ("a mast of", "feet", 130, 980, "metres", 0.3048, "feet to metres"),
    ("a load of", "kilograms", 130, 9_800, "pounds", 2.204_62, "kilograms to pounds"),
    ("a bale of", "pounds", 130, 980, "kilograms", 0.453_592, "pounds to kilograms"),
    ("a closed area of", "hectares", 110, 9_800, "acres", 2.471_05, "hectares to acres"),
    ("a tank of", "litres", 1_100, 98_000, "US gallons", 0.264_172, "litres to gallons"),
    ("a speed of", "knots", 23, 57, "kilometres an hour", 1.852, "knots to kilometres an hour"),
    ("a cable of", "inches", 130, 980, "metres", 0.0254, "inches to metres"),
];

/// A number rounded or converted, or a phrase in another order or inflection.
pub fn rounded(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    match r.below(11) {
        0..4 => {
            let n = used.draw(r);
            let unit = *r.pick(tokens::UNITS);
            let secret = format!("{} {unit}", usual(n));
            let (how, shown) = numbers::rounded(r, n);
            let mut leak = token(r, s, Class::Rounded, how, &tokens::COUNT, (&secret, &format!("{shown} {unit}")), "");
            leak.numbers.push(n as f64);
            leak
        }
        4..6 => conversion(r, s, used),
        6 => share_or_span(r, s, used),
        _ => phrase(r, s, used),
    }
}

/// A measure and the same measure converted, both with what is measured; then the two values.
pub fn measures(r: &mut Prng, used: &mut Used) -> (String, String, [f64; 2], &'static str) {
    loop {
        let &(what, unit, low, high, other, factor, how) = r.pick(CONVERSIONS);
        let n = r.range(low, high);
        if n.is_multiple_of(10) || !used.number(n as f64) || !used.number(n as f64 * factor) {
            continue;
        }
        let secret = format!("{what} {} {unit}", usual(n));
        let about = *r.pick(&["about", "some", "roughly", "around"]);
        let shown = format!("{what} {about} {} {other}", rough(n as f64 * factor));
        return (secret, shown, [n as f64, n as f64 * factor], how);
    }
}

/// A measure in another unit.
fn conversion(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    let (secret, shown, values, how) = measures(r, used);
    let mut leak = token(r, s, Class::Rounded, how, &tokens::MEASURE, (&secret, &shown), "");
    leak.numbers = values.to_vec();
    leak
}

/// Tonnes as kilograms, hours as days, per cent as a fraction, degrees on the other scale.
fn share_or_span(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    loop {
        let (n, secret, shown, how) = match r.below(5) {
            0 => {
                let n = r.range(13, 98);
                let t = short(n as f64 / 10.0);
                (
                    n * 100,
                    format!("a stock of {t} tonnes of {{}}"),
                    format!("a stock of {} kilograms of {{}}", usual(n * 100)),
                    "tonnes to kilograms",
                )
            }
            1 => {
                let days = r.range(3, 19);
                let hours = days * 24 + r.range(0, 2);
                (
                    hours,
                    format!("a power cut of {hours} hours"),
                    format!("a power cut of about {} days", numbers::in_words(days)),
                    "hours to days",
                )
            }
            2 => {
                let months = r.range(3, 11);
                let days = months * 61 / 2 + r.range(0, 2);
                (
                    days,
                    format!("a secret stay of {days} days"),
                    format!("a secret stay of about {} months", numbers::in_words(months)),
                    "days to months",
                )
            }
            3 => {
                let &(p, words) = r.pick(&[
                    (74u64, "nearly three quarters"),
                    (67, "two thirds"),
                    (34, "about a third"),
                    (76, "just over three quarters"),
                    (41, "about two fifths"),
                    (61, "about three fifths"),
                    (81, "about four fifths"),
                ]);
                let tenth = r.range(1, 7);
                let of = r.pick(&["the harvest", "the garrison", "the reserve fund", "the crew"]);
                (
                    p * 10 + tenth,
                    format!("a loss of {p}.{tenth} per cent of {of}"),
                    format!("a loss of {words} of {of}"),
                    "per cent to fraction",
                )
            }
            _ => {
                let c = r.range(41, 190);
                (
                    c,
                    format!("a furnace heat of {c} degrees Celsius"),
                    format!("a furnace heat of {} degrees Fahrenheit", c * 9 / 5 + 32),
                    "Celsius to Fahrenheit",
                )
            }
        };
        if !used.number(n as f64) {
            continue;
        }
        let stuff = *r.pick(&["uranium ore", "copper wire", "nitrate", "wheat", "tobacco", "amber"]);
        let (secret, shown) = (secret.replace("{}", stuff), shown.replace("{}", stuff));
        let mut leak = token(r, s, Class::Rounded, how, &tokens::MEASURE, (&secret, &shown), "");
        leak.numbers.push(n as f64);
        return leak;
    }
}

/// A distinctive phrase reordered, inflected or with other function words.
fn phrase(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    let fact = Bound::draw(r, false, "", &mut used.groups);
    let secret = fact.own(fact.fact.base);
    let &(how, frame) = r.pick(fact.fact.loose);
    let text = setting::line(r, s, &fact.own(frame));
    let protected = report(r, s, &secret);
    let line = Line { text, class: Class::Rounded, secret, how };
    Leak { protected, line, forbid: vec![], numbers: vec![], fact: Some(fact) }
}

/// A fact in other words, or a person by description.
pub fn paraphrase(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    let described = r.chance(14);
    let person = if described { Some(used.person(&mut || names::anyone(r))) } else { None };
    let name = person.as_ref().map_or(String::new(), |p| p.full(0));
    let fact = Bound::draw(r, described, &name, &mut used.groups);
    let own = fact.own(fact.fact.base);
    let (secret, clause) = match own.split_once('|') {
        Some((intro, rest)) => (rest.to_string(), format!("{intro}{rest}")),
        None => (own.clone(), own.clone()),
    };
    let &(how, frame) = r.pick(fact.fact.para);
    let (how, frame) = if !described && r.chance(12) { ("synonyms", fact.fact.base) } else { (how, frame) };
    let frame = frame.replace('|', "");
    let shown = fact.other(r, &frame);
    let text = setting::line(r, s, &shown);
    let protected = report(r, s, &clause);
    let line = Line { text, class: Class::Paraphrase, secret, how };
    let forbid = person.map_or(vec![], |p| p.family);
    Leak { protected, line, forbid, numbers: vec![], fact: Some(fact) }
}
