//! The likelihood scale of the Intergovernmental Panel on Climate Change, as in its fifth and sixth assessment reports
//! (Mastrandrea and others, *Guidance Note … on Consistent Treatment of Uncertainties*, 2010, table 1, with the
//! additional terms that the reports themselves name).
//!
//! Its bands lie within each other: what is very likely is likely too. The narrowest that holds a number is its word
//! ([`super::Ladder::term`]), so that "more likely than not", which holds half of everything, is never chosen here; it
//! is known where it is read.

use super::Term;

const fn term(words: &'static str, also: &'static [&'static str], low: f64, high: f64) -> Term {
    Term { words, also, low, high, start: "It is" }
}

pub(super) const TERMS: [Term; 10] = [
    term("exceptionally unlikely", &[], 0.0, 1.0),
    term("extremely unlikely", &[], 0.0, 5.0),
    term("very unlikely", &[], 0.0, 10.0),
    term("unlikely", &[], 0.0, 33.0),
    term("about as likely as not", &[], 33.0, 66.0),
    term("more likely than not", &[], 50.0, 100.0),
    term("likely", &[], 66.0, 100.0),
    term("very likely", &[], 90.0, 100.0),
    term("extremely likely", &[], 95.0, 100.0),
    term("virtually certain", &[], 99.0, 100.0),
];

#[cfg(test)]
mod tests {
    use crate::words::Ladder;

    #[test]
    fn of_bands_within_each_other_the_narrowest_speaks() {
        let words = |p| Ladder::Ipcc.term(p).map_or("number", |term| term.words);
        for (p, expected) in [
            (0.005, "exceptionally unlikely"),
            (0.01, "extremely unlikely"),
            (0.05, "very unlikely"),
            (0.10, "unlikely"),
            (0.32, "unlikely"),
            (0.33, "about as likely as not"),
            (0.50, "about as likely as not"),
            (0.66, "about as likely as not"),
            (0.70, "likely"),
            (0.90, "likely"),
            (0.95, "very likely"),
            (0.99, "extremely likely"),
            (0.995, "virtually certain"),
            (1.0, "number"),
        ] {
            assert_eq!(words(p), expected, "{p}");
        }
    }
}
