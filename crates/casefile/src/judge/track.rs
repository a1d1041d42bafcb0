//! Track records: how often a source pointed to what came true, and the trust that it has earned by that.
//!
//! They are made from the cases that are resolved, as far as the viewer sees them, and without the case that is being
//! weighed: what is learnt of a source from the outcome of a question is not evidence in that same question. Cases in which
//! somebody acted on what they knew teach nothing, and nor does what was entered, or stated otherwise, once the outcome was.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use record::case::{Dependence, Hypothesis, Origin, Root};
use record::id::{CaseId, ClaimId, GroupId, IndicatorId, Sha256, SourceId};
use record::label::Label;
use record::step::{Forecast, Resolution};
use record::time::Micros;
use weigh::v1::{self, Options, Record, WeighedRoot, Weigher};

use super::board::{Weighable, When, day, filled, first_day, is_touched, laid, last_day, says_something};
use super::dependence::groups_of;
use crate::access::Visible;
use crate::register::{Known, SourceRow};
use crate::store::ClaimRow;
use crate::{Casefile, Result};

/// The documents that were withdrawn, and the claims that were rejected, by a moment.
pub(super) type Fallen<'f> = (&'f HashMap<Sha256, Label>, &'f HashSet<ClaimId>, Micros);

/// The sources that a viewer sees, with their records.
pub(super) struct Sources {
    rows: Vec<SourceRow>,
    documents: HashMap<Sha256, SourceId>,
    records: HashMap<SourceId, (Record, Vec<Label>)>,
    /// The days on which the outcomes were known that taught this.
    pub learnt: BTreeSet<Date>,
}

/// A case that is resolved and teaches something.
pub(super) struct Decided {
    pub hypotheses: Vec<Hypothesis>,
    pub resolution: Resolution,
    /// What people forecast, in the order they did.
    pub forecasts: Vec<Forecast>,
    /// Where among the hypotheses the one stands that came true.
    pub outcome: usize,
    /// Its roots as they were stated, without trust.
    pub roots: Vec<Past>,
    /// What it demands of viewers: the case, and all forecasts in it.
    pub label: Label,
}

/// A root of a case that is resolved.
pub(super) struct Past {
    pub label: Label,
    pub weighed: WeighedRoot,
    /// The most direct of its claims that still stand.
    pub first: Option<ClaimRow>,
}

/// When a question was looked at for the last time without knowing what came true: the day before that was known, with what had
/// been entered when it was resolved.
pub(super) fn before(resolution: &Resolution, entered: Micros) -> When {
    // Where the day is not known, what came on the first that it may have been came too late already.
    let by = first_day(&resolution.on).and_then(|day| day.yesterday().ok());
    When { by, entered: Some(entered) }
}

impl Casefile {
    /// The sources of the register as they were, and what other cases than this have taught of them.
    pub(super) async fn sources_at(&self, visible: &Visible, case: CaseId, when: When) -> Result<Sources> {
        let rows = match when.entered {
            None => self.source_rows(visible).await?,
            Some(moment) => self.source_rows_until(visible, moment).await?,
        };
        if rows.is_empty() {
            return Ok(Sources { rows, documents: HashMap::new(), records: HashMap::new(), learnt: BTreeSet::new() });
        }
        let documents = self.store.document_sources(visible, case, when.until()).await?;
        let mut records: HashMap<SourceId, (Record, Vec<Label>)> = HashMap::new();
        let mut learnt = BTreeSet::new();
        for other in self.store.cases_with_step(visible, "case-resolved").await? {
            if other == case {
                continue;
            }
            let Some(decided) = self.decided(visible, other, when).await? else { continue };
            for (source, record, label) in self.earned(visible, other, &rows, &decided, when).await? {
                learnt.extend(last_day(&decided.resolution.on));
                let (sum, labels) = records.entry(source).or_default();
                sum.right += record.right;
                sum.wrong += record.wrong;
                labels.push(label);
            }
        }
        Ok(Sources { rows, documents, records, learnt })
    }

    /// A resolved case, if the viewer sees it and nobody acted on it.
    pub(super) async fn decided(&self, visible: &Visible, case: CaseId, when: When) -> Result<Option<Decided>> {
        let Ok((_, case_label)) = self.case_of(visible, case).await else { return Ok(None) };
        let now = laid(self.store.steps(visible, case, when.until()).await?);
        let Some((resolution, entered)) = now.resolution.filter(|(resolution, _)| resolution.interventions.is_empty())
        else {
            return Ok(None);
        };
        // What was not known by that day taught nothing then.
        if when.by.is_some_and(|by| last_day(&resolution.on).is_none_or(|on| on > by)) {
            return Ok(None);
        }
        let before = before(&resolution, entered);
        let mut laid = laid(self.store.steps(visible, case, before.until()).await?);
        let hypotheses = self.hypotheses_at(visible, case, before).await?;
        let (rejected, edited) = self.store.reviewed(visible, case, before.until()).await?;
        laid.unsaid = self.unsaid(visible, case, (&laid, &rejected), before.until()).await?;
        let Some(outcome) = hypotheses.iter().position(|hypothesis| hypothesis.id == resolution.outcome) else {
            return Ok(None);
        };
        let mut roots = Vec::new();
        for (mut root, label) in self.store.roots_until(visible, case, before.until()).await? {
            let (mut why, fallen) = self.why_not(visible, case, (&laid, &rejected), &root).await?;
            if why.is_none() && (!fallen.is_empty() || is_touched(&root, &rejected, &edited)) {
                why = self.corrected(visible, case, &mut root, (&laid.documents, &rejected, before.until())).await?;
            }
            if why.is_some() || before.by.is_some_and(|by| day(&root).is_some_and(|day| day > by)) {
                continue;
            }
            let label = fallen.iter().fold(label, |label, one| label.join(one));
            if let Some(likelihoods) = laid.restated.get(&root.id) {
                root.likelihoods.clone_from(likelihoods);
            }
            filled(&mut root.likelihoods, &hypotheses);
            let indicators = laid.shown(&root);
            let weighed = WeighedRoot {
                groups: groups_of(&indicators, &laid.groups.of(root.id)),
                trust: v1::Trust::Known(1.0),
                ..WeighedRoot::from(&root)
            };
            let first = self.first_claim(visible, case, &root, (&laid.documents, &rejected, before.until())).await?;
            roots.push(Past { label, weighed, first });
        }
        let label = laid.forecasts.iter().fold(case_label, |label, (_, one)| label.join(one));
        // What was said when it was known already is hindsight.
        let known = resolution.on.bounds().map(|(low, _)| low);
        let said_before = |forecast: &Forecast| known.is_none_or(|known| forecast.at < known);
        let forecasts = laid.forecasts.into_iter().map(|(forecast, _)| forecast).filter(said_before).collect();
        Ok(Some(Decided { hypotheses, resolution, forecasts, outcome, roots, label }))
    }

    /// What the roots of a resolved case add to the records of the sources behind them, by what was known of those sources.
    pub(super) async fn earned(
        &self,
        visible: &Visible,
        case: CaseId,
        rows: &[SourceRow],
        decided: &Decided,
        when: When,
    ) -> Result<Vec<(SourceId, Record, Label)>> {
        let documents = self.store.document_sources(visible, case, when.until()).await?;
        let known = Known::new(rows, &documents);
        let mut weigher = Weigher::new(&decided.hypotheses, Options::default())?;
        for past in &decided.roots {
            weigher.add(&past.weighed)?;
        }
        let mut earned = Vec::new();
        for past in &decided.roots {
            let Some(claim) = &past.first else { continue };
            let Some(row) = known.of(&claim.claim, claim.document.sha256) else { continue };
            // How much of it counts rests on the roots that it depends on.
            let near = decided.roots.iter().filter(|other| depends(&past.weighed, &other.weighed));
            let label = near.fold(past.label.clone(), |label, other| label.join(&other.label));
            earned.push((row.source.id, v1::was_right(&weigher, &past.weighed, decided.outcome)?, label));
        }
        Ok(earned)
    }

    /// The most direct claim of a root that stands and says something, as far as the viewer sees it and as it was known to read: neither it nor
    /// its document has fallen.
    pub(super) async fn first_claim(
        &self,
        visible: &Visible,
        case: CaseId,
        root: &Root,
        (documents, claims, until): Fallen<'_>,
    ) -> Result<Option<ClaimRow>> {
        let mut silent = None;
        for id in root.claims.iter().filter(|id| !claims.contains(id)) {
            match self.store.claim(visible, case, &id.to_string()).await {
                Ok(row) if documents.contains_key(&row.document.sha256) => {}
                Ok(row) => {
                    let claim = row.stood(until).unwrap_or(&row.claim).clone();
                    let says = says_something(&claim);
                    let row = ClaimRow { claim, ..row };
                    if says {
                        return Ok(Some(row));
                    }
                    silent.get_or_insert(row);
                }
                Err(crate::CasefileError::Unknown { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(silent)
    }
}

/// Whether one of two roots counts for less because the other is there.
fn depends(one: &WeighedRoot, other: &WeighedRoot) -> bool {
    let unknown = |root: &WeighedRoot| root.origin == Origin::Unknown;
    let shared = one.groups.iter().any(|group| other.groups.iter().any(|also| also.number == group.number));
    shared || (unknown(one) && unknown(other))
}

impl Sources {
    /// What is known of a source by its record.
    pub(super) fn record(&self, source: SourceId) -> Record {
        self.records.get(&source).map_or_else(Record::default, |(sum, _)| *sum)
    }

    /// A root with the trust of the source behind it.
    pub(super) async fn weighable(
        &self,
        casefile: &Casefile,
        visible: &Visible,
        case: CaseId,
        (root, label, groups, indicators): (Root, Label, Vec<(GroupId, Dependence)>, Vec<IndicatorId>),
        fallen: Fallen<'_>,
    ) -> Result<Weighable> {
        let mut row = None;
        if !self.rows.is_empty()
            && let Some(claim) = casefile.first_claim(visible, case, &root, fallen).await?
        {
            row = Known::new(&self.rows, &self.documents).of(&claim.claim, claim.document.sha256);
        }
        let grade = row.filter(|_| root.by_register).map_or(root.grade, SourceRow::reliability);
        let record = row.map_or_else(Record::default, |row| self.record(row.source.id));
        let interest = if root.interested { v1::INTERESTED } else { 1.0 };
        let weighed = WeighedRoot {
            trust: v1::learnt(grade, record),
            tempering: root.certainty.clamp(0.0, 1.0) * interest,
            groups: groups_of(&indicators, &groups),
            ..WeighedRoot::from(&root)
        };
        let source = row.map(|row| (row.source.id, row.source.name.clone()));
        let reports = root.claims.len();
        Ok(Weighable {
            root,
            label,
            weighed,
            grade,
            source,
            record,
            groups,
            reports,
            indicators,
            silence: false,
            split: false,
        })
    }

    /// What the trust of a root rests on beside the root.
    pub(super) fn label_of<'s>(&'s self, one: &'s Weighable) -> impl Iterator<Item = &'s Label> {
        let row = self.rows.iter().find(|row| one.source.as_ref().is_some_and(|(id, _)| *id == row.source.id));
        let earned = row.and_then(|row| self.records.get(&row.source.id)).map(|(_, labels)| labels.as_slice());
        row.map(|row| &row.label).into_iter().chain(earned.unwrap_or_default())
    }
}
