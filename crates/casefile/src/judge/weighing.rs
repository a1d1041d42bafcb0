//! The judgement, as it follows from what a viewer may see.

use record::case::Hypothesis;
use record::id::CaseId;
use record::judgement::Judgement;
use record::label::Label;
use record::step::Resolution;
use record::time::CivilDate;
use record::viewer::Viewer;
use weigh::v1::{self, Consistency, Opinion, Options, Origins, Record, Trust, Weigher};

use super::board::{Assumption, IndicatorRow, SetAside, Weighable, When, first_day};
use super::forecasts::Forecasts;
use crate::{Casefile, Result};

/// A judgement with all it rests on, as a viewer may see it.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// The hypotheses, OTHER last.
    pub hypotheses: Vec<Hypothesis>,
    /// Until when the question is asked, and how it will be decided.
    pub horizon: Option<(CivilDate, String)>,
    /// What came true, where that was known then, and how it was decided.
    pub resolved: Option<(Hypothesis, Resolution)>,
    /// What is taken for granted.
    pub assumptions: Vec<Assumption>,
    /// The roots in the order of their days.
    pub roots: Vec<Weighable>,
    /// For each root, in the same order, how it sits with each hypothesis, and how well it tells them apart, in nats.
    pub matrix: Vec<(Vec<Consistency>, f64)>,
    /// For each root, in the same order, whether it tells any hypotheses apart: those that do are the basis of confidence.
    pub telling: Vec<bool>,
    /// Roots that do not count, and why not.
    pub set_aside: Vec<SetAside>,
    /// The indicators and how they stand.
    pub indicators: Vec<IndicatorRow>,
    /// The judgement, with roots of unknown origin taken to be one, and grade F to say nothing.
    pub judgement: Judgement,
    /// The same with roots of unknown origin taken apart.
    pub split: Judgement,
    /// The same with grade F believed by half.
    pub f_at_half: Judgement,
    /// For each hypothesis the evidence as an opinion of subjective logic: belief, disbelief, uncertainty.
    pub opinions: Vec<Opinion>,
    /// What people forecast, and what that comes to together.
    pub forecasts: Forecasts,
    /// The join of everything it rests on.
    pub label: Label,
}

/// What stands behind a root's trust, for a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustShown {
    /// t with all that tempers it; `None` where the source cannot be judged.
    pub trust: Option<f64>,
    /// The record that moved it.
    pub record: Record,
}

impl Weighable {
    /// How far it is trusted, with all that tempers it.
    pub fn trust(&self) -> TrustShown {
        let trust = match self.weighed.trust {
            Trust::Known(trust) => Some(trust * self.weighed.tempering),
            Trust::Ungraded => None,
        };
        TrustShown { trust, record: self.record }
    }
}

impl Casefile {
    /// The judgement as it follows from what the viewer may see, as of `when`.
    ///
    /// # Errors
    /// Where there is no such case, or it has no hypothesis but OTHER.
    pub async fn weigh(&self, viewer: &Viewer, case: CaseId, when: When) -> Result<Weighing> {
        let visible = self.store.visible(viewer).await?;
        let board = self.board(&visible, case, when).await?;
        let weighed = board.weighed();
        let judge = |origins, ungraded| v1::judge(&board.hypotheses, &weighed, &Options { origins, ungraded });
        let judgement = judge(Origins::Merged, 0.0)?;
        let split = judge(Origins::Split, 0.0)?;
        let f_at_half = judge(Origins::Merged, 0.5)?;
        let mut weigher = Weigher::new(&board.hypotheses, Options::default())?;
        for root in &weighed {
            weigher.add(root)?;
        }
        let row = |root| Ok((v1::consistency(&weigher, root)?, v1::diagnosticity(&weigher, root)?));
        let matrix = weighed.iter().map(row).collect::<Result<_>>()?;
        let telling = weighed.iter().map(|root| weigher.tells_apart(root)).collect::<std::result::Result<_, _>>()?;
        let opinion = |place| {
            let (pro, contra) = weigher.for_and_against(place);
            Opinion::of_evidence(pro, contra)
        };
        let opinions = (0..board.hypotheses.len()).map(opinion).collect();
        let forecasts = self.pooled(&visible, &board, case, when).await?;
        let known = |on: &CivilDate| when.by.is_none_or(|by| first_day(on).is_some_and(|on| on <= by));
        let resolved = board.resolution.filter(|(resolution, _)| known(&resolution.on)).and_then(|(resolution, _)| {
            let outcome = board.hypotheses.iter().find(|one| one.id == resolution.outcome)?;
            Some((outcome.clone(), resolution))
        });
        Ok(Weighing {
            judgement,
            split,
            f_at_half,
            matrix,
            telling,
            opinions,
            hypotheses: board.hypotheses,
            horizon: board.horizon,
            resolved,
            assumptions: board.assumptions,
            roots: board.roots,
            set_aside: board.set_aside,
            indicators: board.indicators,
            label: forecasts.label.clone(),
            forecasts,
        })
    }
}

/// The credibility of what a root says, proposed from corroboration, and nothing more than that: 1 confirmed by others, 2 in
/// agreement with all others, 3 with most, 4 with fewer than disagree, 5 with none, 6 where there is nothing to compare.
pub fn proposed_credibility(weighing: &Weighing, place: usize) -> u8 {
    let (Some(one), Some(entry)) = (weighing.roots.get(place), weighing.judgement.ledger.get(place)) else { return 6 };
    let independent =
        |other: &Weighable| !other.groups.iter().any(|(id, _)| one.groups.iter().any(|(own, _)| own == id));
    let shows_same = |other: &Weighable| {
        !other.silence && independent(other) && other.indicators.iter().any(|id| one.indicators.contains(id))
    };
    let others = || weighing.roots.iter().zip(&weighing.judgement.ledger).enumerate().filter(|(at, _)| *at != place);
    if others().any(|(_, (other, _))| shows_same(other) && other.root.origin == record::case::Origin::Known) {
        return 1;
    }
    // The hypothesis that it speaks for most.
    let favoured = entry.weight.iter().enumerate().max_by_key(|(_, weight)| **weight).map(|(at, _)| at);
    let Some(favoured) = favoured.filter(|at| entry.weight.get(*at).is_some_and(|weight| *weight > 0)) else {
        return 6;
    };
    let sign = |other: &record::judgement::Entry| other.weight.get(favoured).map_or(0, |weight| weight.signum());
    let signs: Vec<i64> =
        others().filter(|(_, (other, _))| independent(other)).map(|(_, (_, entry))| sign(entry)).collect();
    let (agree, contradict) = (signs.iter().filter(|s| **s > 0).count(), signs.iter().filter(|s| **s < 0).count());
    match (agree, contradict) {
        (0, 0) => 6,
        (_, 0) => 2,
        (0, _) => 5,
        (agree, contradict) if agree >= contradict => 3,
        _ => 4,
    }
}
