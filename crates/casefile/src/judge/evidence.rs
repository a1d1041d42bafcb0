//! Evidence: roots, what speaks for them, how they depend on each other, and what is taken back.

use record::case::{Band, Dependence, Hypothesis, Origin, Root};
use record::id::{CaseId, ClaimId, GroupId, HypothesisId, IndicatorId, RootId, Sha256};
use record::label::Label;
use record::reading::{Claim, Stance};
use record::source::Reliability;
use record::step::Step;
use record::time::{CivilDate, Micros};
use record::viewer::Viewer;
use weigh::v1::{self, WeighedRoot};

use super::board::{When, certainty_of, laid, says_something};
use super::word;
use crate::access::Visible;
use crate::journal::{Change, Draft};
use crate::store::{ClaimRow, Seen};
use crate::{Casefile, CasefileError, Result, may_write};

/// A piece of evidence as an analyst states it.
#[derive(Debug, Clone)]
pub struct Stated {
    /// Who or what the origin is.
    pub name: String,
    /// The claims that speak for it, by id or its beginning, the most direct first.
    pub claims: Vec<String>,
    /// How reliable it is; where not stated, what the register says of the source when somebody weighs.
    pub grade: Option<Reliability>,
    /// Whether its origin is known.
    pub origin: Origin,
    /// P(e|h) by the key of each hypothesis, OTHER among them.
    pub likelihoods: Vec<(String, Band)>,
    /// When it was said or seen; where not stated, the date of the document of its first claim, where
    /// that has one.
    pub date: Option<CivilDate>,
    /// How surely it is put, 0 to 1; where not stated, as the words of its first claim are.
    pub certainty: Option<f64>,
    /// Whether a party says it in its own cause.
    pub interested: bool,
    /// The indicator that it shows.
    pub indicator: Option<IndicatorId>,
    /// Why.
    pub why: String,
}

impl Stated {
    /// What is stated that only a root that is new can have.
    pub(super) fn of_the_new(&self) -> Vec<&'static str> {
        let said = [
            ("grade", self.grade.is_some()),
            ("origin", self.origin == Origin::Unknown),
            ("date", self.date.is_some()),
            ("certainty", self.certainty.is_some()),
            ("interest", self.interested),
        ];
        said.into_iter().filter(|(_, is_stated)| *is_stated).map(|(what, _)| what).collect()
    }
}

impl Casefile {
    /// Enters a root of evidence, or, where a visible root of that name is there and no likelihoods are given, the claims
    /// as its echoes: kept, not counted. Says whether the root is new.
    ///
    /// # Errors
    /// Where a claim or hypothesis is not there, the likelihoods do not cover the hypotheses or cannot be used, a root of
    /// that name has likelihoods already, or of one that is there a grade or the like is stated anew, another root holds one of the claims, it is of a day that has not come, or none of
    /// its claims says anything.
    pub async fn enter_evidence(&self, viewer: &Viewer, case: CaseId, stated: &Stated) -> Result<(Root, bool)> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let (root, label, drafts, new) = self.drafted(viewer, &visible, case, stated).await?;
            may_write(viewer, &label)?;
            let again = stated.of_the_new();
            if !new && !again.is_empty() {
                return Err(CasefileError::StatedAgain { name: root.name, what: again.join(", ") });
            }
            self.store.commit(case, seen, drafts, &[]).await?;
            Ok((root, new))
        })
        .await
    }

    /// The root that is stated with what enters it, and whether it is new.
    pub(super) async fn drafted(
        &self,
        viewer: &Viewer,
        visible: &Visible,
        case: CaseId,
        stated: &Stated,
    ) -> Result<(Root, Label, Vec<Draft>, bool)> {
        let (_, case_label) = self.case_of(visible, case).await?;
        let name = word("name of the root", &stated.name)?;
        let mut claims: Vec<ClaimRow> = Vec::new();
        for claim in &stated.claims {
            let row = self.store.claim(visible, case, claim).await?;
            if !claims.iter().any(|other| other.id == row.id) {
                claims.push(row);
            }
        }
        // What only declines to speak lends the others nothing.
        let says = |row: &&ClaimRow| row.stands().is_some_and(says_something);
        let Some(first) = claims.iter().find(says).or(claims.first()) else {
            return Err(CasefileError::Empty("list of claims"));
        };
        let draft = |label: Label, change: Change| Draft {
            case,
            author: viewer.name.clone(),
            at: self.seams.now(),
            why: stated.why.clone(),
            label,
            change,
        };
        let all = self.store.roots(visible, case).await?;
        let known = match called(&all, &name)? {
            None if stated.likelihoods.is_empty() => named(&all, &name).ok(),
            known => known,
        };
        let ids: Vec<ClaimId> = claims.iter().map(|row| row.id).collect();
        self.held_by_none(visible, case, &ids, known.map(|(root, _)| root.id)).await?;
        if let Some((mut root, root_label)) = known.cloned() {
            if !stated.likelihoods.is_empty() {
                return Err(CasefileError::Exists { kind: "root", name });
            }
            let mut drafts = Vec::new();
            for row in claims {
                if !root.claims.contains(&row.id) {
                    let change = Change::EchoEntered { root: root.id, claim: row.id };
                    drafts.push(draft(root_label.join(&row.label), change));
                    root.claims.push(row.id);
                }
            }
            return Ok((root, root_label, drafts, false));
        }
        let said: Vec<&Claim> = claims.iter().filter_map(ClaimRow::stands).collect();
        if said.iter().all(|claim| matches!(claim.stance, Stance::Declines | Stance::Evades)) {
            return Err(CasefileError::SaysNothing(name));
        }
        let hypotheses = self.hypotheses_at(visible, case, When::default()).await?;
        let date = stated.date.or(first.document.date);
        self.not_of_the_future(&name, date)?;
        let certainty = stated.certainty.or(first.stands().map(certainty_of)).unwrap_or(1.0);
        let root = Root {
            id: RootId::from_chance(self.seams.chance()),
            name,
            grade: stated.grade.unwrap_or(Reliability::F),
            by_register: stated.grade.is_none(),
            kind: first.stands().unwrap_or(&first.claim).source.kind,
            origin: stated.origin,
            likelihoods: by_id(&hypotheses, &stated.likelihoods)?,
            claims: ids,
            why: stated.why.clone(),
            date,
            certainty,
            interested: stated.interested,
            indicator: stated.indicator,
            author: viewer.name.clone(),
            at: Some(self.seams.now()),
        };
        // What cannot be weighed is refused now, and not when somebody weighs.
        let weighed = WeighedRoot { tempering: root.certainty, ..WeighedRoot::from(&root) };
        v1::judge(&hypotheses, &[weighed], &v1::Options::default())?;
        let label = claims.iter().fold(case_label, |label, claim| label.join(&claim.label));
        let drafts = vec![draft(label.clone(), Change::RootEntered { root: root.clone() })];
        Ok((root, label, drafts, true))
    }

    /// That none of these claims speaks for another root that stands: what is said once would be counted twice.
    async fn held_by_none(
        &self,
        visible: &Visible,
        case: CaseId,
        claims: &[ClaimId],
        but: Option<RootId>,
    ) -> Result<()> {
        let laid = laid(self.store.steps(visible, case, Micros(i64::MAX)).await?);
        let others = self.store.roots(visible, case).await?;
        let stands = |root: &Root| Some(root.id) != but && !laid.withdrawn.contains(&root.id);
        for (root, _) in others.into_iter().filter(|(root, _)| stands(root)) {
            if let Some(claim) = root.claims.iter().find(|claim| claims.contains(claim)) {
                return Err(CasefileError::Held { claim: claim.short(), root: root.name });
            }
        }
        Ok(())
    }

    fn not_of_the_future(&self, name: &str, date: Option<CivilDate>) -> Result<()> {
        match date.and_then(|date| Some((date, date.bounds()?))) {
            Some((date, (low, _))) if low > self.seams.now() => {
                Err(CasefileError::Future { what: format!("the evidence of {name:?}"), date })
            }
            _ => Ok(()),
        }
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

    /// States the likelihoods of a root anew.
    ///
    /// # Errors
    /// Where there is no such root, or they cannot be used.
    pub async fn restate(
        &self,
        viewer: &Viewer,
        case: CaseId,
        root: &str,
        likelihoods: &[(String, Band)],
        why: &str,
    ) -> Result<Root> {
        let why = word("reason", why)?;
        self.of_roots(viewer, case, &[root.to_owned()], &why, async |visible, root| {
            let hypotheses = self.hypotheses_at(visible, case, When::default()).await?;
            let likelihoods = by_id(&hypotheses, likelihoods)?;
            let weighed = WeighedRoot { likelihoods: likelihoods.clone(), ..WeighedRoot::from(root) };
            v1::judge(&hypotheses, &[weighed], &v1::Options::default())?;
            Ok(Step::RootRestated { root: root.id, likelihoods })
        })
        .await?
        .pop()
        .ok_or_else(|| CasefileError::Unknown { kind: "root", name: root.to_owned() })
    }

    /// Says that roots depend on each other, beside what they depend on already: of two ties the stronger counts.
    ///
    /// # Errors
    /// Where there is no such root, fewer than two are named, or one is named twice.
    pub async fn group_roots(
        &self,
        viewer: &Viewer,
        case: CaseId,
        names: &[String],
        dependence: Dependence,
        why: &str,
    ) -> Result<Vec<Root>> {
        let group = GroupId::from_chance(self.seams.chance());
        if names.len() < 2 {
            return Err(CasefileError::Empty("rest of the group"));
        }
        self.settled(case, async |seen: Seen| {
            let visible = self.store.visible(viewer).await?;
            self.case_of(&visible, case).await?;
            let all = self.store.roots(&visible, case).await?;
            let roots = names.iter().map(|name| named(&all, name)).collect::<Result<Vec<_>>>()?;
            let mut drafts = Vec::new();
            for (place, (root, label)) in roots.iter().enumerate() {
                for (with, other) in roots.iter().skip(place + 1) {
                    if with.id == root.id {
                        return Err(CasefileError::Same(root.name.clone()));
                    }
                    let step = Step::RootsGrouped { root: root.id, with: with.id, group, dependence };
                    drafts.push(self.step(viewer, case, label.join(other), step, why));
                }
            }
            self.store.commit(case, seen, drafts, &[]).await?;
            Ok(roots.into_iter().map(|(root, _)| root.clone()).collect())
        })
        .await
    }

    /// Says that roots depend on no other, as far as the viewer sees on what they depend: they leave every group that they are in
    /// with roots that the viewer sees.
    ///
    /// # Errors
    /// Where there is no such root, or one depends on no other.
    pub async fn ungroup_roots(&self, viewer: &Viewer, case: CaseId, names: &[String], why: &str) -> Result<Vec<Root>> {
        self.settled(case, async |seen: Seen| {
            let visible = self.store.visible(viewer).await?;
            self.case_of(&visible, case).await?;
            let all = self.store.roots(&visible, case).await?;
            let groups = laid(self.store.steps(&visible, case, Micros(i64::MAX)).await?).groups;
            let (mut drafts, mut roots) = (Vec::new(), Vec::new());
            for name in names {
                let (root, label) = named(&all, name)?;
                let others = all.iter().filter(|(one, _)| one.id != root.id && groups.together(one.id, root.id));
                let before = drafts.len();
                for (other, other_label) in others {
                    let step = Step::RootUngrouped { root: root.id, with: other.id };
                    drafts.push(self.step(viewer, case, label.join(other_label), step, why));
                }
                if drafts.len() == before {
                    return Err(CasefileError::Alone(root.name.clone()));
                }
                roots.push(root.clone());
            }
            self.store.commit(case, seen, drafts, &[]).await?;
            Ok(roots)
        })
        .await
    }

    fn step(&self, viewer: &Viewer, case: CaseId, label: Label, step: Step, why: &str) -> Draft {
        let (author, at, why) = (viewer.name.clone(), self.seams.now(), why.to_owned());
        Draft { case, author, at, why, label, change: Change::StepTaken { step: Box::new(step) } }
    }

    /// Says that a root counts no longer, or counts again.
    ///
    /// # Errors
    /// Where there is no such root, no reason is given, it is so already, or it is to count again and another root has come to
    /// hold a claim of it.
    pub async fn withdraw_root(
        &self,
        viewer: &Viewer,
        case: CaseId,
        root: &str,
        back: bool,
        why: &str,
    ) -> Result<Root> {
        let why = word("reason", why)?;
        let step = async |visible: &Visible, root: &Root| {
            let laid = laid(self.store.steps(visible, case, Micros(i64::MAX)).await?);
            if laid.withdrawn.contains(&root.id) != back {
                return Err(CasefileError::Already { what: format!("the root {:?}", root.name), withdrawn: !back });
            }
            if back {
                self.held_by_none(visible, case, &root.claims, Some(root.id)).await?;
            }
            Ok(Step::RootWithdrawn { root: root.id, back })
        };
        let changed = self.of_roots(viewer, case, &[root.to_owned()], &why, step).await?;
        changed.into_iter().next().ok_or_else(|| CasefileError::Unknown { kind: "root", name: root.to_owned() })
    }

    /// Says that a document was withdrawn, or stands again, by the beginning of its hash.
    ///
    /// # Errors
    /// Where there is no such document, no reason is given, or it is so already.
    pub async fn withdraw_document(
        &self,
        viewer: &Viewer,
        case: CaseId,
        document: &str,
        back: bool,
        why: &str,
    ) -> Result<Sha256> {
        let why = word("reason", why)?;
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let (found, label) = self.store.document(&visible, case, document).await?;
            let laid = laid(self.store.steps(&visible, case, Micros(i64::MAX)).await?);
            if laid.documents.contains_key(&found.sha256) != back {
                return Err(CasefileError::Already { what: found.name, withdrawn: !back });
            }
            let step = Step::DocumentWithdrawn { document: found.sha256, back };
            self.enter(viewer, case, seen, label, &why, Change::StepTaken { step: Box::new(step) }, &[]).await?;
            Ok(found.sha256)
        })
        .await
    }

    /// Takes a step for each of some roots, under the label of each: whoever may see a root may see what is said of it.
    async fn of_roots(
        &self,
        viewer: &Viewer,
        case: CaseId,
        names: &[String],
        why: &str,
        step: impl AsyncFn(&Visible, &Root) -> Result<Step>,
    ) -> Result<Vec<Root>> {
        self.settled(case, async |seen: Seen| {
            let visible = self.store.visible(viewer).await?;
            self.case_of(&visible, case).await?;
            let all = self.store.roots(&visible, case).await?;
            let (mut drafts, mut roots) = (Vec::new(), Vec::<Root>::new());
            for name in names {
                let (root, label) = named(&all, name)?;
                if roots.iter().any(|other| other.id == root.id) {
                    return Err(CasefileError::Same(root.name.clone()));
                }
                let step = step(&visible, root).await?;
                drafts.push(self.step(viewer, case, label.clone(), step, why));
                roots.push(root.clone());
            }
            self.store.commit(case, seen, drafts, &[]).await?;
            Ok(roots)
        })
        .await
    }
}

/// The root of this name, if there is one. Whoever sees more than its authors did may see two of one name.
fn called<'r>(all: &'r [(Root, Label)], name: &str) -> Result<Option<&'r (Root, Label)>> {
    let mut found = all.iter().filter(|(root, _)| root.name == name);
    match (found.next(), found.next()) {
        (Some(_), Some(_)) => Err(CasefileError::Namesakes { kind: "root", name: name.to_owned() }),
        (first, _) => Ok(first),
    }
}

/// The root of this name, or whose id begins so.
pub(super) fn named<'r>(all: &'r [(Root, Label)], name: &str) -> Result<&'r (Root, Label)> {
    let name = name.trim();
    if let Some(found) = called(all, name)? {
        return Ok(found);
    }
    let places = all.iter().enumerate().map(|(place, (root, _))| (place, root.id.to_string()));
    let place = super::hypotheses::one(places, "root", name)?;
    all.get(place).ok_or_else(|| CasefileError::Unknown { kind: "root", name: name.to_owned() })
}

/// Likelihoods by the ids of the hypotheses, every one of them.
pub(super) fn by_id(hypotheses: &[Hypothesis], stated: &[(String, Band)]) -> Result<Vec<(HypothesisId, Band)>> {
    stated
        .iter()
        .map(|(key, band)| {
            let found = hypotheses.iter().find(|hypothesis| hypothesis.key == *key);
            let found = found.ok_or_else(|| CasefileError::Unknown { kind: "hypothesis", name: key.clone() })?;
            Ok((found.id, *band))
        })
        .collect()
}
