//! The ladders, and the word that each has for a probability.

use std::fmt;
use std::str::FromStr;

use super::{icd203, ipcc, nato, phia};

/// A term of a ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// The words: `very likely`.
    pub words: &'static str,
    /// Words that the ladder gives the same place: its second row, and the forms that sentences need.
    pub also: &'static [&'static str],
    /// The least it stands for, in per cent.
    pub low: f64,
    /// The most it stands for, in per cent.
    pub high: f64,
    /// How a sentence begins that says it: `It is`, `There is a`.
    pub start: &'static str,
}

impl Term {
    /// The middle of what it stands for, as a probability.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.low, self.high) / 100.0
    }

    /// Whether a probability lies within the band, its ends among it.
    pub fn holds(&self, probability: f64) -> bool {
        (self.low / 100.0..=self.high / 100.0).contains(&probability)
    }

    /// The same without an end that faces even: where two bands share one, it belongs to the band nearer to even.
    fn owns(&self, probability: f64) -> bool {
        let faces_even = (self.low >= 50.0 && probability <= self.low / 100.0)
            || (self.high <= 50.0 && probability >= self.high / 100.0);
        self.holds(probability) && !faces_even
    }

    /// How far outside the band a probability lies, and how far the band lies from even.
    fn far(&self, probability: f64) -> (f64, f64) {
        let outside = |p: f64| (self.low / 100.0 - p).max(p - self.high / 100.0).max(0.0);
        (outside(probability), outside(0.5))
    }

    fn width(&self) -> f64 {
        self.high - self.low
    }
}

/// A ladder of words for probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Ladder {
    /// Intelligence Community Directive 203 of the United States.
    #[default]
    Icd203,
    /// The probability yardstick of the Professional Head of Intelligence Assessment of the United Kingdom.
    Phia,
    /// The terms of NATO's intelligence doctrine.
    Nato,
    /// The likelihood scale of the Intergovernmental Panel on Climate Change.
    Ipcc,
}

impl Ladder {
    /// All of them, the house's own first.
    pub const ALL: [Self; 4] = [Self::Icd203, Self::Phia, Self::Nato, Self::Ipcc];

    /// How it is named on a command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Icd203 => "icd203",
            Self::Phia => "phia",
            Self::Nato => "nato",
            Self::Ipcc => "ipcc",
        }
    }

    /// How it is named in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Icd203 => "ICD 203",
            Self::Phia => "the PHIA yardstick",
            Self::Nato => "NATO's ladder",
            Self::Ipcc => "the IPCC scale",
        }
    }

    /// Its terms, the least likely first.
    pub const fn terms(self) -> &'static [Term] {
        match self {
            Self::Icd203 => &icd203::TERMS,
            Self::Phia => &phia::TERMS,
            Self::Nato => &nato::TERMS,
            Self::Ipcc => &ipcc::TERMS,
        }
    }

    /// The term for a probability.
    ///
    /// - An endpoint that two bands share goes to the band nearer to even.
    /// - Where bands lie within each other, as the IPCC's do, the narrowest speaks, since it says most.
    /// - Where there is a gap between bands, as the PHIA yardstick leaves on purpose, the nearest band speaks, and of
    ///   two that are as near the one nearer to even: the number beside the word says what the word does not.
    /// - Below the lowest band and above the highest there is no word. Nor is there one for 0 and 1, whatever a ladder's
    ///   bands reach to, since these words are for what is not certain. The number must be given instead.
    pub fn term(self, probability: f64) -> Option<&'static Term> {
        let terms = self.terms();
        let (low, high) = (terms.first()?.low / 100.0, terms.last()?.high / 100.0);
        if !(probability > 0.0 && probability < 1.0 && (low..=high).contains(&probability)) {
            return None;
        }
        let narrowest = terms
            .iter()
            .filter(|term| term.owns(probability))
            .min_by(|one, other| one.width().total_cmp(&other.width()));
        narrowest.or_else(|| {
            // Distances that differ by no more than rounding are the same.
            let rounded = |far: (f64, f64)| ((far.0 * 1e9).round(), (far.1 * 1e9).round());
            terms.iter().min_by(|one, other| {
                let (one, other) = (rounded(one.far(probability)), rounded(other.far(probability)));
                one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
            })
        })
    }

    /// The term that these words are, whatever their capitals.
    pub fn find(self, words: &str) -> Option<&'static Term> {
        let is = |term: &&Term| {
            std::iter::once(&term.words).chain(term.also).any(|known| known.eq_ignore_ascii_case(words.trim()))
        };
        self.terms().iter().find(is)
    }
}

impl fmt::Display for Ladder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that no ladder has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLadder(String);

impl fmt::Display for UnknownLadder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no ladder of probability words: icd203, phia, nato or ipcc", self.0)
    }
}

impl std::error::Error for UnknownLadder {}

impl FromStr for Ladder {
    type Err = UnknownLadder;

    fn from_str(text: &str) -> Result<Self, UnknownLadder> {
        let named = |ladder: &Self| ladder.key().eq_ignore_ascii_case(text.trim());
        Self::ALL.into_iter().find(named).ok_or_else(|| UnknownLadder(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_ladder_is_found_by_its_key_and_a_term_by_its_words() {
        for ladder in Ladder::ALL {
            assert_eq!(ladder.key().parse::<Ladder>(), Ok(ladder));
            for term in ladder.terms() {
                assert_eq!(ladder.find(&term.words.to_uppercase()), Some(term));
            }
        }
        assert_eq!(Ladder::Icd203.find("probably").unwrap().words, "likely");
        assert_eq!(Ladder::Nato.find("very likely"), None);
        assert_eq!(
            "kent".parse::<Ladder>().unwrap_err().to_string(),
            "\"kent\" is no ladder of probability words: icd203, phia, nato or ipcc"
        );
    }

    #[test]
    fn terms_climb_and_no_word_stands_on_two_steps() {
        for ladder in Ladder::ALL {
            let terms = ladder.terms();
            for pair in terms.windows(2) {
                assert!(pair[0].middle() < pair[1].middle(), "{} and {}", pair[0].words, pair[1].words);
            }
            let mut words: Vec<&str> =
                terms.iter().flat_map(|term| term.also.iter().chain([&term.words])).copied().collect();
            let count = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), count, "{ladder}");
        }
    }

    #[test]
    fn certainty_has_no_word_on_any_ladder() {
        for ladder in Ladder::ALL {
            for p in [0.0, 1.0, -0.1, 1.1, f64::NAN, f64::INFINITY] {
                assert_eq!(ladder.term(p), None, "{ladder} {p}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_more_likely_thing_never_has_a_lower_word(ladder in 0_usize..4, low in 0.0..1.0, more in 0.0..1.0) {
            let ladder = Ladder::ALL[ladder];
            let high = low + (1.0 - low) * more;
            if let (Some(one), Some(other)) = (ladder.term(low), ladder.term(high)) {
                prop_assert!(one.middle() <= other.middle(), "{} {low}, {} {high}", one.words, other.words);
            }
        }

        #[test]
        fn a_word_holds_its_probability_or_no_word_does(ladder in 0_usize..4, p in 0.0..1.0) {
            let ladder = Ladder::ALL[ladder];
            if let Some(term) = ladder.term(p) {
                prop_assert!(term.holds(p) || ladder.terms().iter().all(|term| !term.holds(p)));
            }
        }
    }
}
