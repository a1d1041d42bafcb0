//! Indicators: what one would expect to see, stated before it is seen.
//!
//! Claims that may show an indicator are proposed with the reason; a person accepts, changes or rejects each. What was
//! accepted is evidence with the likelihoods that were stated beforehand. An indicator that stays silent past its window
//! is evidence too, as stated.

use std::collections::{BTreeMap, HashMap, HashSet};

use record::case::Band;
use record::case::Root;
use record::document::Document;
use record::id::{CaseId, ClaimId, IndicatorId, Sha256};
use record::label::Label;
use record::reading::Reading;
use record::review::{Review, Verdict};
use record::step::{Indicator, Pattern, Step};
use record::time::{CivilDate, Micros};
use record::viewer::Viewer;

use super::board::{IndicatorRow, When, first_day, laid, last_day, says_something};
use super::evidence::{Stated, by_id};
use super::{pattern, word};
use crate::access::Visible;
use crate::journal::{Change, Draft};
use crate::store::ClaimRow;
use crate::{Casefile, CasefileError, Result, may_write};

/// An indicator as an analyst states it.
#[derive(Debug, Clone)]
pub struct StatedIndicator {
    /// What it is.
    pub text: String,
    /// What a claim must hold to be proposed for it.
    pub pattern: Pattern,
    /// The first day on which it may be seen.
    pub from: Option<CivilDate>,
    /// The last day.
    pub until: Option<CivilDate>,
    /// P(seen|h) by the key of each hypothesis, OTHER among them.
    pub likelihoods: Vec<(String, Band)>,
    /// Why.
    pub why: String,
}

/// A claim that may show an indicator.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The indicator.
    pub indicator: Indicator,
    /// The claim.
    pub claim: ClaimRow,
    /// Why, part by part.
    pub reasons: Vec<String>,
}

/// Whether a window ends before it begins, by the days that are named, wherever on earth those are.
fn ends_before(from: CivilDate, until: CivilDate) -> bool {
    if let (CivilDate::Minute(from, zone), CivilDate::Minute(until, other)) = (from, until)
        && zone == other
    {
        return from > until;
    }
    match (first_day(&from), last_day(&until)) {
        (Some(from), Some(until)) => from > until,
        _ => true,
    }
}

impl Casefile {
    /// States an indicator.
    ///
    /// # Errors
    /// Where it has no words, its window ends before it begins, or its likelihoods cannot be used: what is certain to be
    /// seen, or never, would if it came otherwise decide the question for good.
    pub async fn state_indicator(&self, viewer: &Viewer, case: CaseId, stated: &StatedIndicator) -> Result<Indicator> {
        let text = word("text of the indicator", &stated.text)?;
        if let (Some(from), Some(until)) = (stated.from, stated.until)
            && ends_before(from, until)
        {
            return Err(CasefileError::Window { from, until });
        }
        let id = IndicatorId::from_chance(self.seams.chance());
        if stated.pattern.has_blank() {
            return Err(CasefileError::Empty("part of what a claim must hold"));
        }
        let step = self
            .take(viewer, case, &stated.why, async |visible| {
                let hypotheses = self.hypotheses_at(visible, case, When::default()).await?;
                let indicator = Indicator {
                    id,
                    text: text.clone(),
                    pattern: stated.pattern.clone(),
                    from: stated.from,
                    until: stated.until,
                    likelihoods: by_id(&hypotheses, &stated.likelihoods)?,
                    why: stated.why.clone(),
                };
                let steps = self.store.steps(visible, case, Micros(i64::MAX)).await?;
                if laid(steps).indicators.iter().any(|(one, _)| one.text == indicator.text) {
                    return Err(CasefileError::Exists { kind: "indicator", name: indicator.text });
                }
                super::usable(&hypotheses, &indicator.text, &indicator.likelihoods)?;
                Ok(Step::IndicatorStated { indicator: Box::new(indicator) })
            })
            .await?;
        match step {
            Step::IndicatorStated { indicator } => Ok(*indicator),
            _ => Err(CasefileError::Damaged("an indicator was entered as something else".into())),
        }
    }

    /// The indicators of a case with how each stands, in the order they were stated, and what that demands of viewers.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn indicators(&self, viewer: &Viewer, case: CaseId) -> Result<(Vec<IndicatorRow>, Label)> {
        let visible = self.store.visible(viewer).await?;
        let board = self.board(&visible, case, When::default()).await?;
        Ok((board.indicators, board.label))
    }

    /// The claims that may show an indicator and that nobody has decided on, of one indicator or of all.
    ///
    /// # Errors
    /// Where there is no such indicator.
    pub async fn proposals(&self, viewer: &Viewer, case: CaseId, name: Option<&str>) -> Result<Vec<Proposed>> {
        let visible = self.store.visible(viewer).await?;
        let rows = self.board(&visible, case, When::default()).await?.indicators;
        let wanted = name.map(|name| chosen(&rows, name)).transpose()?;
        let mut found = Vec::new();
        for row in rows.iter().filter(|row| wanted.is_none_or(|wanted| wanted == row.indicator.id)) {
            found.extend(self.proposed(&visible, case, &row.indicator, &row.decided, Micros(i64::MAX)).await?);
        }
        Ok(found)
    }

    /// Accepts that a claim shows an indicator: it becomes evidence with the indicator's likelihoods, where `stated` gives no
    /// others. Without claims of its own `stated` speaks of that claim.
    ///
    /// # Errors
    /// Where there is no such indicator or claim, or the evidence cannot be entered.
    pub async fn accept_match(
        &self,
        viewer: &Viewer,
        case: CaseId,
        indicator: &str,
        stated: &Stated,
    ) -> Result<(Root, bool)> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let rows = self.board(&visible, case, When::default()).await?.indicators;
            let id = chosen(&rows, indicator)?;
            let row = rows.iter().find(|row| row.indicator.id == id);
            let row = row.ok_or_else(|| unknown(indicator))?;
            let hypotheses = self.hypotheses_at(&visible, case, When::default()).await?;
            let known = self.store.roots(&visible, case).await?.iter().any(|(root, _)| root.name == stated.name.trim());
            let mut stated = Stated { indicator: Some(id), ..stated.clone() };
            if stated.likelihoods.is_empty() && !known {
                let mut likelihoods = row.indicator.likelihoods.clone();
                super::board::filled(&mut likelihoods, &hypotheses);
                let key = |id| hypotheses.iter().find(|one| one.id == id).map(|one| one.key.clone());
                stated.likelihoods = likelihoods.iter().filter_map(|(id, band)| Some((key(*id)?, *band))).collect();
            }
            for claim in &stated.claims {
                let claim = self.store.claim(&visible, case, claim).await?;
                let dated = Document { date: stated.date.or(claim.document.date), ..claim.document };
                if !pattern::is_within(&row.indicator, &dated) {
                    return Err(CasefileError::OutsideWindow(dated.name));
                }
            }
            let (root, label, mut drafts, new) = self.drafted(viewer, &visible, case, &stated).await?;
            let again = stated.of_the_new();
            if !new && !again.is_empty() {
                return Err(CasefileError::StatedAgain { name: root.name, what: again.join(", ") });
            }
            for claim in &stated.claims {
                let claim = self.store.claim(&visible, case, claim).await?;
                drafts.push(self.decision(viewer, case, label.join(&claim.label), (id, claim.id, true), &stated.why));
            }
            may_write(viewer, &label)?;
            self.store.commit(case, seen, drafts, &[]).await?;
            Ok((root, new))
        })
        .await
    }

    /// Says that a claim does not show an indicator.
    ///
    /// # Errors
    /// Where there is no such indicator or claim, or no reason is given.
    pub async fn reject_match(
        &self,
        viewer: &Viewer,
        case: CaseId,
        indicator: &str,
        claim: &str,
        why: &str,
    ) -> Result<ClaimId> {
        let why = word("reason", why)?;
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let rows = self.board(&visible, case, When::default()).await?.indicators;
            let id = chosen(&rows, indicator)?;
            let row = self.store.claim(&visible, case, claim).await?;
            let draft = self.decision(viewer, case, row.label.clone(), (id, row.id, false), &why);
            self.store.commit(case, seen, vec![draft], &[]).await?;
            Ok(row.id)
        })
        .await
    }

    fn decision(
        &self,
        viewer: &Viewer,
        case: CaseId,
        label: Label,
        (indicator, claim, shows): (IndicatorId, ClaimId, bool),
        why: &str,
    ) -> Draft {
        let step = Box::new(Step::MatchDecided { indicator, claim, shows });
        let (author, at) = (viewer.name.clone(), self.seams.now());
        Draft { case, author, at, why: why.to_owned(), label, change: Change::StepTaken { step } }
    }

    /// The visible claims that may show an indicator at a moment, as they stood then, but for those that somebody decided on, those
    /// that were rejected, those of withdrawn documents, and those that only decline to speak.
    pub(super) async fn proposed(
        &self,
        visible: &Visible,
        case: CaseId,
        indicator: &Indicator,
        decided: &BTreeMap<ClaimId, bool>,
        until: Micros,
    ) -> Result<Vec<Proposed>> {
        if indicator.pattern.is_empty() {
            return Ok(Vec::new());
        }
        let roots = self.store.roots_until(visible, case, until).await?;
        let withdrawn = laid(self.store.steps(visible, case, until).await?).documents;
        let collected: HashSet<Sha256> = self
            .store
            .documents(visible, case)
            .await?
            .into_iter()
            .filter(|row| row.collected <= until)
            .map(|row| row.document.sha256)
            .collect();
        let readings: HashMap<Sha256, (Document, Reading)> = self
            .store
            .readings(visible, case)
            .await?
            .into_iter()
            .filter(|(document, ..)| collected.contains(&document.sha256) && !withdrawn.contains_key(&document.sha256))
            .map(|(document, _, reading)| (document.sha256, (document, reading)))
            .collect();
        let mut found = Vec::new();
        for row in self.store.claims(visible, case).await? {
            let Some((document, reading)) = readings.get(&row.document.sha256) else { continue };
            // What counts is what a claim says now, whoever read or stated it so.
            let later = |review: &Review| review.verdict == Verdict::Added && review.at > until;
            if decided.contains_key(&row.id) || row.reviews.iter().any(later) {
                continue;
            }
            let Some(claim) = row.stood(until).filter(|claim| says_something(claim)).cloned() else { continue };
            let Some(mut reasons) = pattern::shows(indicator, document, reading, &claim) else { continue };
            // What is evidence already may show it too, and somebody must say so or not.
            let root = roots.iter().find(|(root, _)| root.claims.contains(&row.id));
            reasons.extend(root.map(|(root, _)| format!("is evidence already: {}", root.name)));
            found.push(Proposed { indicator: indicator.clone(), claim: ClaimRow { claim, ..row }, reasons });
        }
        found.sort_by_key(|one| (one.claim.document.date.as_ref().and_then(last_day), one.claim.id));
        found.dedup_by_key(|one| one.claim.id);
        Ok(found)
    }
}

/// The indicator whose id begins so, or whose text is this.
fn chosen(rows: &[IndicatorRow], name: &str) -> Result<IndicatorId> {
    if let Some(row) = rows.iter().find(|row| row.indicator.text == name.trim()) {
        return Ok(row.indicator.id);
    }
    super::hypotheses::one(rows.iter().map(|row| (row.indicator.id, row.indicator.id.to_string())), "indicator", name)
}

fn unknown(name: &str) -> CasefileError {
    CasefileError::Unknown { kind: "indicator", name: name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_ends_when_it_begins_or_later() {
        let before = |from: &str, until: &str| ends_before(from.parse().unwrap(), until.parse().unwrap());
        for (from, until) in [
            ("2024-04-11", "2024-04-10"),
            ("2024-04", "2024-03"),
            ("2025", "2024"),
            ("2024-05-01T10:00", "2024-05-01T09:00"),
        ] {
            assert!(before(from, until), "{from} {until}");
        }
        for (from, until) in
            [("2024-04-10", "2024-04-10"), ("2024", "2024-03"), ("2024-12-31", "2024"), ("2024", "2024")]
        {
            assert!(!before(from, until), "{from} {until}");
        }
    }
}
