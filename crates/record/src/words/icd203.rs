//! The seven bands of Intelligence Community Directive 203, *Analytic Standards*, paragraph D.6.e(2)(a).
//!
//! The directive names two rows of terms for the same bands ("likely" and "probable") and asks that they not be mixed.
//! The first row is this house's; the second is known where it is read.

use super::Term;

/// The bands with both rows: what stands in `also` is of the second, but for the adverbs of the first.
pub(super) const TERMS: [Term; 7] = [
    term(Icd203::AlmostNoChance, &["remote", "remote chance"], 1.0, 5.0, "There is"),
    term(Icd203::VeryUnlikely, &["highly improbable", "highly improbably"], 5.0, 20.0, "It is"),
    term(Icd203::Unlikely, &["improbable", "improbably"], 20.0, 45.0, "It is"),
    term(Icd203::RoughlyEvenChance, &["roughly even odds"], 45.0, 55.0, "There is a"),
    term(Icd203::Likely, &["probable", "probably"], 55.0, 80.0, "It is"),
    term(Icd203::VeryLikely, &["highly probable", "highly probably"], 80.0, 95.0, "It is"),
    term(Icd203::AlmostCertain, &["almost certainly", "nearly certain", "nearly certainly"], 95.0, 99.0, "It is"),
];

const fn term(band: Icd203, also: &'static [&'static str], low: f64, high: f64, start: &'static str) -> Term {
    Term { words: band.words(), also, low, high, start }
}

/// A band of ICD 203.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Icd203 {
    /// 1 to 5 per cent.
    AlmostNoChance,
    /// 5 to 20 per cent.
    VeryUnlikely,
    /// 20 to 45 per cent.
    Unlikely,
    /// 45 to 55 per cent.
    RoughlyEvenChance,
    /// 55 to 80 per cent.
    Likely,
    /// 80 to 95 per cent.
    VeryLikely,
    /// 95 to 99 per cent.
    AlmostCertain,
}

impl Icd203 {
    /// The band's words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::AlmostNoChance => "almost no chance",
            Self::VeryUnlikely => "very unlikely",
            Self::Unlikely => "unlikely",
            Self::RoughlyEvenChance => "roughly even chance",
            Self::Likely => "likely",
            Self::VeryLikely => "very likely",
            Self::AlmostCertain => "almost certain",
        }
    }
}

/// The band of a probability. An endpoint that two bands share goes to the one nearer to even. Below .01, above .99
/// and for what is no probability there is no word: the number must be given instead.
pub fn icd203(probability: f64) -> Option<Icd203> {
    match probability {
        p if !(0.01..=0.99).contains(&p) => None,
        p if p < 0.05 => Some(Icd203::AlmostNoChance),
        p if p < 0.20 => Some(Icd203::VeryUnlikely),
        p if p < 0.45 => Some(Icd203::Unlikely),
        p if p <= 0.55 => Some(Icd203::RoughlyEvenChance),
        p if p <= 0.80 => Some(Icd203::Likely),
        p if p <= 0.95 => Some(Icd203::VeryLikely),
        _ => Some(Icd203::AlmostCertain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_endpoint_goes_to_the_band_nearer_to_even() {
        let words = |p| icd203(p).map_or("number", Icd203::words);
        assert_eq!(words(0.05), "very unlikely");
        assert_eq!(words(0.20), "unlikely");
        assert_eq!(words(0.45), "roughly even chance");
        assert_eq!(words(0.55), "roughly even chance");
        assert_eq!(words(0.80), "likely");
        assert_eq!(words(0.95), "very likely");
    }

    #[test]
    fn the_ladder_says_what_the_bands_say() {
        for step in 0..=10_000 {
            let p = f64::from(step) / 10_000.0;
            let ladder = crate::words::Ladder::Icd203.term(p).map(|term| term.words);
            assert_eq!(ladder, icd203(p).map(Icd203::words), "{p}");
        }
    }

    #[test]
    fn beyond_the_bands_the_number_is_given() {
        for p in [0.0, 0.0099, 0.9901, 1.0, f64::NAN, -1.0, f64::INFINITY] {
            assert_eq!(icd203(p), None, "{p}");
        }
        assert_eq!(icd203(0.01), Some(Icd203::AlmostNoChance));
        assert_eq!(icd203(0.99), Some(Icd203::AlmostCertain));
    }
}
