//! Phrases that stand in several texts and so tell of none.

use super::sketch::Sketch;

/// A phrase of more texts than this is nobody's own.
const TEXTS: u8 = 2;

/// Counts of texts by the hash of a phrase. Two phrases may share a place; then they look more common than they are, and
/// one phrase in some thousands is left aside without need.
#[derive(Debug)]
pub struct Repeated {
    count: Vec<u8>,
    shift: u32,
}

impl Repeated {
    /// Counts the phrases of all sketches; `text_of` tells of which text a document is a copy.
    pub fn of(sketches: &[Sketch], mut text_of: impl FnMut(u32) -> u32) -> Self {
        let mut by_text: Vec<(u32, u32)> = (0..).take(sketches.len()).map(|number| (text_of(number), number)).collect();
        by_text.sort_unstable();
        let phrases: usize = sketches.iter().map(|sketch| sketch.picks.len()).sum();
        let bits = (phrases.max(1).next_power_of_two().trailing_zeros() + 1).clamp(12, 26);
        let shift = 32 - bits;
        let (mut last, mut count) = (vec![u32::MAX; 1 << bits], vec![0_u8; 1 << bits]);
        for (text, number) in by_text {
            for pick in &sketches[number as usize].picks {
                let at = (pick.hash >> shift) as usize;
                if last[at] != text {
                    last[at] = text;
                    count[at] = count[at].saturating_add(1);
                }
            }
        }
        Self { count, shift }
    }

    /// Whether the phrase of this hash stands in several texts.
    #[inline]
    pub fn has(&self, hash: u32) -> bool {
        self.count[(hash >> self.shift) as usize] > TEXTS
    }
}
