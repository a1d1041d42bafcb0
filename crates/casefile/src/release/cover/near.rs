//! Lines of a draft that say together what only guarded reporting says together, though they do not rest on it.

use disclose::cover::Chair;
use disclose::ladder::Wanted;
use record::id::ClaimId;
use serde::Serialize;

use super::{Laid, wanted};

/// A line that comes near something guarded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NearRow {
    /// The number of the line, from 1.
    pub line: usize,
    /// What it says of it, in its words.
    pub words: Vec<String>,
    /// The claim.
    pub claim: ClaimId,
    /// How many others could have told that, with all that is and was said.
    pub k: u32,
}

impl Laid {
    /// The lines that come near what is guarded, as if they rested on it.
    pub(super) fn near(&self) -> Vec<NearRow> {
        let house = &self.gathered.house;
        let counts =
            |held: usize| house.told.get(&held).is_some_and(|(.., label)| label.protection >= self.policy.from);
        let mut found = Vec::new();
        for (at, taken) in self.lines.iter().enumerate() {
            found.extend(house.holdings.near(&taken.details, &taken.behind, counts).into_iter().map(|near| (at, near)));
        }
        let behind: Vec<[usize; 1]> = found.iter().map(|(_, near)| [near.held]).collect();
        let both = found.iter().zip(&behind);
        let seats = both.map(|((_, near), behind)| Wanted { details: &near.details, behind, is_guarded: true });
        let lines: Vec<Wanted<'_>> = wanted(&self.lines).into_iter().chain(seats).collect();
        let chair = Chair::new(&house.holdings, lines, &self.earlier);
        let row = |(number, (at, near)): (usize, &(usize, disclose::cover::Near))| {
            let (claim, ..) = house.told.get(&near.held)?;
            let k = chair.figures(self.lines.len() + number, &[]).map_or(0, |figures| figures.k);
            let words = near.details.iter().map(|detail| detail.text.clone()).collect();
            Some(NearRow { line: at + 1, words, claim: *claim, k })
        };
        found.iter().enumerate().filter_map(row).collect()
    }
}
