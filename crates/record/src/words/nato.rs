//! NATO's terms for probability: Allied Joint Publication 2.1, *Intelligence Procedures*.
//!
//! The outer bands are stated as "less than 10" and "more than 90 per cent", so that those ends belong to the bands
//! nearer to even, as shared ends do on every ladder here.

use super::Term;

pub(super) const TERMS: [Term; 5] = [
    Term { words: "highly unlikely", also: &[], low: 0.0, high: 10.0, start: "It is" },
    Term { words: "unlikely", also: &[], low: 10.0, high: 40.0, start: "It is" },
    Term { words: "even chance", also: &[], low: 40.0, high: 60.0, start: "There is an" },
    Term { words: "likely", also: &[], low: 60.0, high: 90.0, start: "It is" },
    Term { words: "highly likely", also: &[], low: 90.0, high: 100.0, start: "It is" },
];

#[cfg(test)]
mod tests {
    use crate::words::Ladder;

    #[test]
    fn a_shared_end_goes_to_the_band_nearer_to_even() {
        let words = |p| Ladder::Nato.term(p).map_or("number", |term| term.words);
        for (p, expected) in [
            (0.0001, "highly unlikely"),
            (0.0999, "highly unlikely"),
            (0.10, "unlikely"),
            (0.40, "even chance"),
            (0.50, "even chance"),
            (0.60, "even chance"),
            (0.601, "likely"),
            (0.90, "likely"),
            (0.901, "highly likely"),
            (1.0, "number"),
        ] {
            assert_eq!(words(p), expected, "{p}");
        }
    }
}
