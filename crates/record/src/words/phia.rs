//! The probability yardstick of the United Kingdom's Professional Head of Intelligence Assessment (PHIA), in the form
//! used since 2018.
//!
//! Its bands are stated with "about" and with gaps between them, so that nobody argues over a single per cent. What falls
//! into a gap takes the word of the nearest band ([`super::Ladder::term`]). "Likely or probable" is one step.

use super::Term;

const fn term(words: &'static str, also: &'static [&'static str], low: f64, high: f64, start: &'static str) -> Term {
    Term { words, also, low, high, start }
}

pub(super) const TERMS: [Term; 7] = [
    term("remote chance", &[], 0.0, 5.0, "There is a"),
    term("highly unlikely", &[], 10.0, 20.0, "It is"),
    term("unlikely", &[], 25.0, 35.0, "It is"),
    term("realistic possibility", &[], 40.0, 50.0, "There is a"),
    term("likely", &["probable", "probably"], 55.0, 75.0, "It is"),
    term("highly likely", &[], 80.0, 90.0, "It is"),
    term("almost certain", &["almost certainly"], 95.0, 100.0, "It is"),
];

#[cfg(test)]
mod tests {
    use crate::words::Ladder;

    #[test]
    fn within_a_band_the_band_speaks_and_in_a_gap_the_nearest() {
        let words = |p| Ladder::Phia.term(p).map_or("number", |term| term.words);
        for (p, expected) in [
            (0.001, "remote chance"),
            (0.05, "remote chance"),
            (0.07, "remote chance"),
            (0.075, "highly unlikely"),
            (0.08, "highly unlikely"),
            (0.15, "highly unlikely"),
            (0.224, "highly unlikely"),
            (0.225, "unlikely"),
            (0.30, "unlikely"),
            (0.375, "realistic possibility"),
            (0.45, "realistic possibility"),
            (0.50, "realistic possibility"),
            (0.525, "realistic possibility"),
            (0.53, "likely"),
            (0.55, "likely"),
            (0.75, "likely"),
            (0.775, "likely"),
            (0.78, "highly likely"),
            (0.925, "highly likely"),
            (0.93, "almost certain"),
            (0.95, "almost certain"),
            (0.999, "almost certain"),
            (1.0, "number"),
        ] {
            assert_eq!(words(p), expected, "{p}");
        }
    }
}
