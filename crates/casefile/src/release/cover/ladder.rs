//! Ready alternatives for every line, and the least generalisation that reaches what is asked for.

use disclose::cover::Chair;
use disclose::ladder::{Effort, reworded, suggest};
use record::id::CaseId;
use record::viewer::Viewer;
use serde::Serialize;

use super::{CoverReport, Sight, wanted};
use crate::{Casefile, Result};

/// The ladder of a draft, and what is suggested.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LadderReport {
    /// Every line with its details and their rungs.
    pub cover: CoverReport,
    /// What is suggested; only where the viewer may know all of it.
    pub suggested: Option<Suggested>,
}

/// The least generalisation that reaches the cover that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggested {
    /// Each line in the words that are suggested; none where it is left out, and where only a person can write it.
    pub lines: Vec<Option<String>>,
    /// The rung of each detail of each line; none where the line is left out.
    pub rungs: Vec<Option<Vec<usize>>>,
    /// What is kept of what the draft tells, 0 to 1.
    pub kept: f64,
    /// The cover that it has by its rungs; none where nothing of what is guarded is left.
    pub k: Option<u32>,
    /// The cover that its words have, read as any text is; none where only a person can write them.
    pub read: Option<u32>,
    /// Whether its pieces together give away more than the house allows.
    pub collapses: bool,
}

impl Casefile {
    /// The ladder of a draft.
    ///
    /// # Errors
    /// Where there is no such disclosure that the viewer may see.
    pub async fn ladder(&self, viewer: &Viewer, case: CaseId, id: &str) -> Result<LadderReport> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let whole = self.whole(&visible, case, id).await?;
        let laid = self.laid(case, &whole).await?;
        let cover = self.covered(viewer, &whole, &laid);
        self.saw(viewer, case, &whole, &cover).await?;
        if cover.whole.is_none() || cover.lines.iter().all(|line| line.sight == Sight::NotAsked) {
            return Ok(LadderReport { cover, suggested: None });
        }
        let chair = laid.chair();
        let lines = wanted(&laid.lines);
        let found = suggest(laid.holdings(), chair.together(), &lines, laid.policy.k, Effort::default());
        let texts = whole.held.disclosure.lines.iter().map(|line| line.text.as_str());
        let mut said = Vec::new();
        let mut by_hand = false;
        for ((text, taken), choice) in texts.zip(&laid.lines).zip(&found.lines) {
            let words = choice.as_ref().map(|choice| reworded(text, &taken.details, choice));
            by_hand |= matches!(words, Some(None));
            said.push(words.flatten());
        }
        // What was written is read again as any text is: what the reading makes of it counts.
        let again: Vec<_> = laid
            .lines
            .iter()
            .zip(&said)
            .filter_map(|(taken, text)| Some(laid.gathered.reread(taken, text.as_deref()?)))
            .collect();
        let report = Chair::new(laid.holdings(), wanted(&again), &laid.earlier).report(laid.policy.k);
        Ok(LadderReport {
            cover,
            suggested: Some(Suggested {
                lines: said,
                rungs: found.lines,
                kept: if found.whole > 0.0 { found.kept / found.whole } else { 1.0 },
                k: Some(found.least.k).filter(|k| *k < u32::MAX),
                read: Some(report.least.k).filter(|k| !by_hand && *k < u32::MAX),
                collapses: report.m(laid.policy.m).is_some(),
            }),
        })
    }
}
