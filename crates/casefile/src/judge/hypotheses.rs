//! Hypotheses: the answers that the question may have, until when it is asked, and what is taken for granted.

use record::case::{Hypothesis, OTHER};
use record::id::{AssumptionId, CaseId, HypothesisId};
use record::step::Step;
use record::time::CivilDate;
use record::viewer::Viewer;

use super::board::{Assumption, When, laid};
use super::{LEAST, word};
use crate::journal::Change;
use crate::store::Seen;
use crate::{Casefile, CasefileError, Result};

/// What frames the question of a case.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Frame {
    /// The last day of it.
    pub horizon: Option<CivilDate>,
    /// What will show which hypothesis came true.
    pub how: Option<String>,
    /// What is taken for granted.
    pub assumptions: Vec<Assumption>,
}

impl Casefile {
    /// States a hypothesis. It is split off OTHER: evidence that is there already says of it what it says of OTHER, until it is
    /// stated anew, so that nothing changes for the others.
    ///
    /// # Errors
    /// Where the key is taken or is OTHER's, the text is that of another, or the prior leaves nothing for OTHER.
    pub async fn state_hypothesis(
        &self,
        viewer: &Viewer,
        case: CaseId,
        key: &str,
        text: &str,
        prior: f64,
        why: &str,
    ) -> Result<Hypothesis> {
        let decide = async |seen| self.state_once(viewer, case, seen, (key, text), prior, why).await;
        self.settled(case, decide).await
    }

    async fn state_once(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        (key, text): (&str, &str),
        prior: f64,
        why: &str,
    ) -> Result<Hypothesis> {
        let visible = self.store.visible(viewer).await?;
        let (_, label) = self.case_of(&visible, case).await?;
        let (key, text) = (word("key", key)?, word("text", text)?);
        let stated = self.store.hypotheses(&visible, case).await?;
        let sign = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.');
        if !key.chars().all(sign) || (key.eq_ignore_ascii_case(OTHER) && key != OTHER) {
            return Err(CasefileError::Key(key));
        }
        disclose::wording::statement(&text)?;
        if key == OTHER || stated.iter().any(|hypothesis| hypothesis.key == key) {
            return Err(CasefileError::Exists { kind: "hypothesis", name: key });
        }
        // What says the same under another key is no other answer, and both would be counted.
        if let Some(same) = stated.iter().find(|other| crate::link::folded(&other.text) == crate::link::folded(&text)) {
            return Err(CasefileError::Overlap { key, other: same.key.clone() });
        }
        let sum = stated.iter().map(|hypothesis| hypothesis.prior).sum::<f64>() + prior;
        // Below one in a million nobody has a prior, and no word or table shows it.
        if !(prior >= LEAST && 1.0 - sum >= LEAST) {
            // Decimals are no binary fractions, and nobody stated more digits than these.
            let sum = (sum * 1e9).round() / 1e9;
            return Err(CasefileError::Priors { key, prior, sum });
        }
        let id = HypothesisId::from_chance(self.seams.chance());
        let hypothesis = Hypothesis { id, key, text, prior, why: why.to_owned() };
        let change = Change::HypothesisStated { hypothesis: hypothesis.clone() };
        self.enter(viewer, case, seen, label, why, change, &[]).await?;
        Ok(hypothesis)
    }

    /// The hypotheses of a case, OTHER last. OTHER's prior is what the stated ones leave of 1; its id is the case's own.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn hypotheses(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<Hypothesis>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        self.hypotheses_at(&visible, case, When::default()).await
    }

    /// What frames the question.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn frame(&self, viewer: &Viewer, case: CaseId) -> Result<Frame> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let laid = laid(self.store.steps(&visible, case, record::time::Micros(i64::MAX)).await?);
        let (horizon, how) = laid.horizon.unzip();
        Ok(Frame { horizon, how, assumptions: laid.assumptions })
    }

    /// Sets until when the question is asked, and how it will be decided.
    ///
    /// # Errors
    /// Where it is not said how.
    pub async fn set_horizon(&self, viewer: &Viewer, case: CaseId, on: CivilDate, how: &str, why: &str) -> Result<()> {
        let how = word("way in which it will be decided", how)?;
        self.take(viewer, case, why, async |_| Ok(Step::HorizonSet { on, how: how.clone() })).await.map(|_| ())
    }

    /// Enters something that is taken for granted.
    ///
    /// # Errors
    /// Where it has no words.
    pub async fn assume(
        &self,
        viewer: &Viewer,
        case: CaseId,
        text: &str,
        if_wrong: &str,
        why: &str,
    ) -> Result<AssumptionId> {
        let (text, id) = (word("assumption", text)?, AssumptionId::from_chance(self.seams.chance()));
        let step = Step::AssumptionMade { id, text, if_wrong: if_wrong.trim().to_owned() };
        self.take(viewer, case, why, async |_| Ok(step.clone())).await?;
        Ok(id)
    }

    /// Drops an assumption, named by the beginning of its id.
    ///
    /// # Errors
    /// Where there is no such assumption.
    pub async fn drop_assumption(&self, viewer: &Viewer, case: CaseId, name: &str, why: &str) -> Result<()> {
        let frame = self.frame(viewer, case).await?;
        let id = one(
            frame.assumptions.iter().map(|assumption| (assumption.id, assumption.id.to_string())),
            "assumption",
            name,
        )?;
        self.take(viewer, case, why, async |_| Ok(Step::AssumptionDropped { id })).await.map(|_| ())
    }

    /// Takes a step that rests on nothing but the case.
    pub(super) async fn take(
        &self,
        viewer: &Viewer,
        case: CaseId,
        why: &str,
        decide: impl AsyncFn(&crate::access::Visible) -> Result<Step>,
    ) -> Result<Step> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let (_, label) = self.case_of(&visible, case).await?;
            let step = decide(&visible).await?;
            let change = Change::StepTaken { step: Box::new(step.clone()) };
            self.enter(viewer, case, seen, label, why, change, &[]).await?;
            Ok(step)
        })
        .await
    }
}

/// The one thing whose id begins with `name`.
pub(super) fn one<T: Copy>(all: impl Iterator<Item = (T, String)>, kind: &'static str, name: &str) -> Result<T> {
    let wanted = name.trim().to_ascii_lowercase();
    let mut found = all.filter(|(_, id)| wanted.len() >= 4 && id.starts_with(&wanted)).map(|(thing, _)| thing);
    match (found.next(), found.next()) {
        (Some(thing), None) => Ok(thing),
        (None, _) => Err(CasefileError::Unknown { kind, name: name.to_owned() }),
        (Some(_), Some(_)) => Err(CasefileError::Ambiguous { kind, name: name.to_owned() }),
    }
}
