//! Judge: hypotheses, evidence, and what the two together say.
//!
//! Nothing computed here is stored: a judgement is made for a viewer from what that viewer may see.

use record::case::{Band, Hypothesis, OTHER, Origin, Root};
use record::id::{CaseId, ClaimId, HypothesisId, RootId};
use record::judgement::Judgement;
use record::label::Label;
use record::source::Reliability;
use record::viewer::Viewer;
use weigh::v1::{self, Origins, WeighedRoot};

use crate::access::Visible;
use crate::journal::{Change, Draft};
use crate::store::{ClaimRow, Seen};
use crate::{Casefile, CasefileError, Result};

/// The least prior that can be stated, or left to OTHER.
const LEAST: f64 = 1e-6;

/// A piece of evidence as an analyst states it.
#[derive(Debug, Clone)]
pub struct Stated {
    /// Who or what the origin is.
    pub name: String,
    /// The claims that speak for it, by id or its beginning, the most direct first.
    pub claims: Vec<String>,
    /// How reliable it is.
    pub grade: Reliability,
    /// Whether its origin is known.
    pub origin: Origin,
    /// P(e|h) by the key of each hypothesis, OTHER among them.
    pub likelihoods: Vec<(String, Band)>,
    /// Why.
    pub why: String,
}

/// A judgement with all it rests on, as a viewer may see it.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// The hypotheses, OTHER last.
    pub hypotheses: Vec<Hypothesis>,
    /// The roots in the order they came.
    pub roots: Vec<Root>,
    /// Roots that say nothing of some hypothesis, which came after them, and so are not weighed.
    pub set_aside: Vec<Root>,
    /// The judgement, with roots of unknown origin taken to be one, and grade F to say nothing.
    pub judgement: Judgement,
    /// The same with roots of unknown origin taken apart.
    pub split: Judgement,
    /// The same with grade F believed by half.
    pub f_at_half: Judgement,
    /// The join of everything it rests on.
    pub label: Label,
}

impl Casefile {
    /// States a hypothesis.
    ///
    /// # Errors
    /// Where the key is taken or is OTHER's, the prior leaves nothing for OTHER, or evidence is there already, which
    /// says nothing of it.
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
        if key == OTHER || stated.iter().any(|hypothesis| hypothesis.key == key) {
            return Err(CasefileError::Exists { kind: "hypothesis", name: key });
        }
        let sum = stated.iter().map(|hypothesis| hypothesis.prior).sum::<f64>() + prior;
        // Below one in a million nobody has a prior, and no word or table shows it.
        if !(prior >= LEAST && 1.0 - sum >= LEAST) {
            return Err(CasefileError::Priors { key, prior, sum });
        }
        if !self.store.roots(&visible, case).await?.is_empty() {
            return Err(CasefileError::Late { key });
        }
        let hypothesis = Hypothesis { id: HypothesisId::from_chance(self.seams.chance()), key, text, prior };
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
        self.all_hypotheses(&visible, case).await
    }

    async fn all_hypotheses(&self, visible: &Visible, case: CaseId) -> Result<Vec<Hypothesis>> {
        let mut all = self.store.hypotheses(visible, case).await?;
        let left = 1.0 - all.iter().map(|hypothesis| hypothesis.prior).sum::<f64>();
        all.push(Hypothesis {
            id: HypothesisId(case.0),
            key: OTHER.to_owned(),
            text: "None of these".to_owned(),
            prior: left,
        });
        Ok(all)
    }

    /// Enters a root of evidence, or, where a visible root of that name is there and no likelihoods are given, the claims
    /// as its echoes: kept, not counted. Says whether the root is new.
    ///
    /// # Errors
    /// Where a claim or hypothesis is not there, the likelihoods do not cover the hypotheses or cannot be used, or a
    /// root of that name has likelihoods already.
    pub async fn enter_evidence(&self, viewer: &Viewer, case: CaseId, stated: &Stated) -> Result<(Root, bool)> {
        self.settled(case, async |seen| self.enter_once(viewer, case, seen, stated).await).await
    }

    async fn enter_once(&self, viewer: &Viewer, case: CaseId, seen: Seen, stated: &Stated) -> Result<(Root, bool)> {
        let visible = self.store.visible(viewer).await?;
        let (_, case_label) = self.case_of(&visible, case).await?;
        let name = word("name of the root", &stated.name)?;
        let mut claims = Vec::new();
        for claim in &stated.claims {
            let row = self.store.claim(&visible, case, claim).await?;
            if !claims.iter().any(|other: &ClaimRow| other.id == row.id) {
                claims.push(row);
            }
        }
        let Some(first) = claims.first() else { return Err(CasefileError::Empty("list of claims")) };
        let kind = first.claim.source.kind;
        let known = self.store.roots(&visible, case).await?.into_iter().find(|(root, _)| root.name == name);
        if let Some((root, root_label)) = known {
            if !stated.likelihoods.is_empty() {
                return Err(CasefileError::Exists { kind: "root", name });
            }
            return self
                .echo(
                    viewer,
                    case,
                    seen,
                    root,
                    &root_label,
                    claims.into_iter().map(|row| (row.id, row.label)).collect(),
                    &stated.why,
                )
                .await;
        }
        let hypotheses = self.all_hypotheses(&visible, case).await?;
        let likelihoods = by_id(&hypotheses, &stated.likelihoods)?;
        let label = claims.iter().fold(case_label, |label, claim| label.join(&claim.label));
        let root = Root {
            id: RootId::from_chance(self.seams.chance()),
            name,
            grade: stated.grade,
            kind,
            origin: stated.origin,
            likelihoods,
            claims: claims.iter().map(|row| row.id).collect(),
            why: stated.why.clone(),
        };
        // What cannot be weighed is refused now, and not when somebody weighs.
        v1::judge(&hypotheses, &[WeighedRoot::from(&root)], &v1::Options::default())?;
        self.enter(viewer, case, seen, label, &stated.why, Change::RootEntered { root: root.clone() }, &[]).await?;
        Ok((root, true))
    }

    #[expect(clippy::too_many_arguments, reason = "one call, of its own room")]
    async fn echo(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        mut root: Root,
        root_label: &Label,
        claims: Vec<(ClaimId, Label)>,
        why: &str,
    ) -> Result<(Root, bool)> {
        let mut drafts = Vec::new();
        for (claim, label) in claims {
            if !root.claims.contains(&claim) {
                drafts.push(Draft {
                    case,
                    author: viewer.name.clone(),
                    at: self.seams.now(),
                    why: why.to_owned(),
                    label: root_label.join(&label),
                    change: Change::EchoEntered { root: root.id, claim },
                });
                root.claims.push(claim);
            }
        }
        self.store.commit(case, seen, drafts, &[]).await?;
        Ok((root, false))
    }

    /// The roots of a case in the order they came, each with the claims that speak for it.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn roots(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<Root>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        Ok(self.store.roots(&visible, case).await?.into_iter().map(|(root, _)| root).collect())
    }

    /// The judgement as it follows from what the viewer may see.
    ///
    /// # Errors
    /// Where there is no such case, or it has no hypothesis but OTHER.
    pub async fn weigh(&self, viewer: &Viewer, case: CaseId) -> Result<Weighing> {
        let visible = self.store.visible(viewer).await?;
        let (_, case_label) = self.case_of(&visible, case).await?;
        let hypotheses = self.all_hypotheses(&visible, case).await?;
        let labelled = self.store.roots(&visible, case).await?;
        let label = labelled.iter().fold(case_label, |label, (_, root)| label.join(root));
        // Whoever stated a hypothesis may not have seen that a root was there. It waits until it speaks of all.
        let speaks_of_all = |root: &Root| {
            hypotheses.iter().all(|hypothesis| root.likelihoods.iter().any(|(id, _)| *id == hypothesis.id))
        };
        let (roots, set_aside): (Vec<Root>, Vec<Root>) =
            labelled.into_iter().map(|(root, _)| root).partition(speaks_of_all);
        let weighed: Vec<WeighedRoot> = roots.iter().map(WeighedRoot::from).collect();
        let judge = |origins, ungraded| v1::judge(&hypotheses, &weighed, &v1::Options { origins, ungraded });
        let judgement = judge(Origins::Merged, 0.0)?;
        let split = judge(Origins::Split, 0.0)?;
        let f_at_half = judge(Origins::Merged, 0.5)?;
        Ok(Weighing { judgement, split, f_at_half, hypotheses, roots, set_aside, label })
    }
}

/// Likelihoods by the ids of the hypotheses, every one of them.
fn by_id(hypotheses: &[Hypothesis], stated: &[(String, Band)]) -> Result<Vec<(HypothesisId, Band)>> {
    stated
        .iter()
        .map(|(key, band)| {
            let found = hypotheses.iter().find(|hypothesis| hypothesis.key == *key);
            let found = found.ok_or_else(|| CasefileError::Unknown { kind: "hypothesis", name: key.clone() })?;
            Ok((found.id, *band))
        })
        .collect()
}

fn word(what: &'static str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() { Err(CasefileError::Empty(what)) } else { Ok(text.to_owned()) }
}
