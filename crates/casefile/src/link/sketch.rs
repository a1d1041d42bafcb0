//! A sketch of a document: a sample of its phrases of three words, and where they stand.
//!
//! Sampling by the hash of a phrase (after Broder's and later "scaled" sketches) takes the same phrases of both of two
//! texts, so that of a part of a text as large a share is found in the whole as really is there. Where they stand is kept
//! roughly, because copies share phrases everywhere and independent reports of one event in places.

use super::words::words;

/// Words of a phrase.
const PHRASE: usize = 3;
/// Words of a stretch, by which it is counted where phrases stand.
const STRETCH: usize = 8;
/// Of phrases one in so many is taken from a long document.
pub const SAMPLE: u32 = 4;
/// A document of fewer phrases keeps all.
const SHORT: usize = 400;

/// A phrase that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pick {
    /// Of its words.
    pub hash: u32,
    /// In which stretch of the document it stands first.
    pub stretch: u16,
}

/// What is kept of a document for comparing it with others.
#[derive(Debug, Clone, Default)]
pub struct Sketch {
    /// In the order of their hashes, each once.
    pub picks: Vec<Pick>,
    /// Of all words in their order: equal where two documents differ in case and punctuation alone.
    pub whole: u64,
    /// How many words the document has.
    pub words: u32,
    /// Whether phrases of all hashes are kept, and not of one in four.
    pub full: bool,
}

/// Whether the phrase of a hash is among those that every document keeps.
#[inline(always)]
pub const fn sampled(hash: u32) -> bool {
    hash < u32::MAX / SAMPLE
}

impl Sketch {
    /// The sketch of a text.
    pub fn of(text: &str) -> Self {
        let mut last = [(0_u64, false, true); PHRASE];
        let (mut count, mut whole) = (0_usize, 0_u64);
        let mut picks: Vec<Pick> = Vec::with_capacity(text.len() / 12);
        words(text, |word| {
            whole = (whole.rotate_left(5) ^ word.hash).wrapping_mul(0x517c_c1b7_2722_0a95);
            last = [last[1], last[2], (word.hash, word.long, word.quoted)];
            count += 1;
            let long = last.iter().filter(|(_, long, _)| *long).count();
            let quoted = last.iter().any(|(_, _, quoted)| *quoted);
            if count < PHRASE || long < 2 || quoted {
                return;
            }
            let mixed = last.iter().fold(0_u64, |sum, (hash, ..)| mix(sum ^ hash));
            let hash = (mixed >> 32) as u32;
            // Past the number of words that decides, what only short documents keep need not be kept.
            if sampled(hash) || count < SHORT * 2 {
                picks.push(Pick { hash, stretch: (count / STRETCH).min(usize::from(u16::MAX)) as u16 });
            }
        });
        let full = count < SHORT;
        if !full {
            picks.retain(|pick| sampled(pick.hash));
        }
        picks.sort_unstable();
        picks.dedup_by_key(|pick| pick.hash);
        picks.shrink_to_fit();
        Self { picks, whole, words: u32::try_from(count).unwrap_or(u32::MAX), full }
    }

    /// The phrases that a document of any length keeps.
    pub fn sample(&self) -> &[Pick] {
        // In the order of their hashes, they come first.
        let end = self.picks.partition_point(|pick| sampled(pick.hash));
        self.picks.get(..end).unwrap_or_default()
    }

    /// How much of the smaller of two documents stands in the other, phrases that `passed_over` takes left aside.
    pub fn shared(&self, other: &Self, passed_over: impl Fn(u32) -> bool) -> Shared {
        let (small, large) = if self.picks.len() <= other.picks.len() { (self, other) } else { (other, self) };
        let all = small.full && large.full;
        // Where one phrase in four is there, a stretch must be four times as long to hold as many.
        let longer = if all { 0 } else { SAMPLE.trailing_zeros() };
        let counts = |pick: &&Pick| !passed_over(pick.hash);
        let (small, large) =
            if all { (small.picks.as_slice(), large.picks.as_slice()) } else { (small.sample(), large.sample()) };
        let mut there = large.iter().filter(counts).peekable();
        let (mut found, mut of, mut of_large) = (0_u32, 0_u32, 0_u32);
        let (mut stretches, mut covered) = (Bits::default(), Bits::default());
        for pick in small.iter().filter(counts) {
            of += 1;
            stretches.set(pick.stretch >> longer);
            while there.next_if(|one| one.hash < pick.hash).is_some() {
                of_large += 1;
            }
            if there.peek().is_some_and(|one| one.hash == pick.hash) {
                found += 1;
                covered.set(pick.stretch >> longer);
            }
        }
        of_large += u32::try_from(there.count()).unwrap_or(u32::MAX);
        Shared { found, of, of_large, covered: covered.count(), stretches: stretches.count() }
    }
}

/// What two documents share, counted in the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shared {
    /// Phrases that both have.
    pub found: u32,
    /// Phrases looked for.
    pub of: u32,
    /// Phrases of the larger among which they were looked for.
    pub of_large: u32,
    /// Stretches in which one was found.
    pub covered: u32,
    /// Stretches in which one was looked for.
    pub stretches: u32,
}

impl Shared {
    /// Which part of the smaller document's phrases stands in the larger, 0 to 1.
    pub fn part(&self) -> f64 {
        ratio(self.found, self.of)
    }

    /// Which part of the larger document's phrases stands in the smaller, 0 to 1.
    pub fn part_of_large(&self) -> f64 {
        ratio(self.found, self.of_large)
    }

    /// How evenly what is shared is spread over the smaller document: stretches in which something was found, by how many
    /// there would be if each phrase had been kept or lost by chance. About 1 for a copy that was edited throughout, well
    /// below for a text that took over a paragraph.
    pub fn evenness(&self) -> f64 {
        let phrases_of_a_stretch = ratio(self.of, self.stretches);
        let expected = 1.0 - (1.0 - self.part().min(0.99)).powf(phrases_of_a_stretch);
        if expected > 0.0 { ratio(self.covered, self.stretches) / expected } else { 0.0 }
    }
}

fn ratio(some: u32, all: u32) -> f64 {
    f64::from(some) / f64::from(all.max(1))
}

/// A set of stretches; those far into a very long document share places.
#[derive(Debug, Default)]
struct Bits([u64; 16]);

impl Bits {
    fn set(&mut self, stretch: u16) {
        let at = usize::from(stretch) % 1024;
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }
}

/// Spreads the bits of a number: the finaliser of SplitMix64.
#[inline(always)]
const fn mix(mut z: u64) -> u64 {
    z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "The defence ministry said on Monday that three cargo planes had landed at the northern airfield since \
        Friday, carrying crates whose contents it would not describe. Two mechanics who unloaded them spoke of engine parts. \
        The embassy called the flights routine, and asked reporters to wait for a statement later this week.";

    fn shared(one: &str, other: &str) -> Shared {
        Sketch::of(one).shared(&Sketch::of(other), |_| false)
    }

    #[test]
    fn a_text_stands_wholly_in_itself_and_in_a_longer_one() {
        let whole = shared(REPORT, REPORT);
        assert_eq!((whole.found, whole.covered), (whole.of, whole.stretches));
        let longer = format!("Elsewhere, harvests were good and nobody complained of anything in particular. {REPORT}");
        let within = shared(REPORT, &longer);
        assert!(within.part() > 0.99 && within.part_of_large() < 0.9, "{within:?}");
    }

    #[test]
    fn what_two_texts_quote_of_a_third_person_is_not_shared() {
        let one =
            "Asked twice, he answered: \u{201c}We have delivered no weapons to anybody and shall deliver none.\u{201d}";
        let other = "\u{201c}We have delivered no weapons to anybody and shall deliver none,\u{201d} the spokesman told a crowd.";
        assert_eq!(shared(one, other).found, 0);
    }

    #[test]
    fn a_paragraph_taken_over_is_spread_less_evenly_than_an_edited_copy() {
        let (first, rest) = REPORT.split_once("Two mechanics").unwrap();
        let taken = format!(
            "{first}Farmers in the valley wait for rain, as they did last spring, and {}",
            rest.replace(' ', " x")
        );
        let edited = REPORT.split(' ').enumerate().map(|(at, word)| if at % 7 == 0 { "so" } else { word });
        let edited = edited.collect::<Vec<_>>().join(" ");
        let (taken, edited) = (shared(REPORT, &taken), shared(REPORT, &edited));
        assert!(taken.evenness() < 0.7, "{taken:?}");
        assert!(edited.evenness() > 0.8, "{edited:?}");
    }

    #[test]
    fn of_long_documents_a_sample_is_enough() {
        let long: String = (0..3000).map(|number| format!("word{} ", number * 7919 % 1009)).collect();
        let sketch = Sketch::of(&long);
        assert!(!sketch.full && sketch.picks.len() < 1500);
        let half = &long[..long.len() / 2];
        assert!(shared(half, &long).part() > 0.99);
    }
}
