//! The board: all that a judgement of a case is made of, as a viewer may see it, now or at a moment of the past.
//!
//! What people stated is laid over itself in the order of the journal, so that the last word counts, and each root gets
//! the trust of the source behind it. The board is made anew each time and never stored.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::civil::Date;
use record::case::{Band, Dependence, Hypothesis, OTHER, Origin, Root};
use record::id::{AssumptionId, CaseId, ClaimId, GroupId, HypothesisId, IndicatorId, RootId, Sha256, SourceId};
use record::label::Label;
use record::reading::{Claim, SourceKind, Stance};
use record::source::Reliability;
use record::step::{Forecast, Indicator, Resolution, Step};
use record::time::{CivilDate, Micros};
use weigh::v1::{self, Record, Trust, WeighedRoot};

use super::dependence::Groups;
use super::track::Fallen;
use crate::access::Visible;
use crate::store::ClaimRow;
use crate::{Casefile, Result};

/// As of when a case is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct When {
    /// Only what was said, seen or due by the end of this day.
    pub by: Option<Date>,
    /// Only what had been entered by this moment.
    pub entered: Option<Micros>,
}

impl When {
    pub(super) fn until(&self) -> Micros {
        self.entered.unwrap_or(Micros(i64::MAX))
    }
}

/// Something that is taken for granted.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Assumption {
    /// Its id.
    pub id: AssumptionId,
    /// What.
    pub text: String,
    /// What follows if it is wrong.
    pub if_wrong: String,
}

/// A root as it is weighed.
#[derive(Debug, Clone)]
pub struct Weighable {
    /// The root, with the likelihoods that were stated last. One that stands for an indicator that stayed silent has no
    /// claims.
    pub root: Root,
    /// What it demands of viewers.
    pub label: Label,
    /// What goes into the weighing.
    pub weighed: WeighedRoot,
    /// The grade that counts: the register's or its own.
    pub grade: Reliability,
    /// The source in the register behind it.
    pub source: Option<(SourceId, String)>,
    /// What that source's record is.
    pub record: Record,
    /// How it depends on others: the groups that it is in.
    pub groups: Vec<(GroupId, Dependence)>,
    /// How many of its claims stand: those that were rejected, or are of withdrawn documents, are left out.
    pub reports: usize,
    /// The indicators that it shows, or whose silence it is, in the order they were stated.
    pub indicators: Vec<IndicatorId>,
    /// Whether it is an indicator's silence.
    pub silence: bool,
    /// Whether a hypothesis came after it, of which it is taken to say what it says of OTHER.
    pub split: bool,
}

/// A root that is not weighed.
#[derive(Debug, Clone)]
pub struct SetAside {
    /// The root.
    pub root: Root,
    /// Why not, for people.
    pub why: &'static str,
}

/// An indicator with what has come of it.
#[derive(Debug, Clone)]
pub struct IndicatorRow {
    /// The indicator.
    pub indicator: Indicator,
    /// How it stands.
    pub standing: Standing,
    /// What was decided about claims that were proposed for it.
    pub decided: BTreeMap<ClaimId, bool>,
}

/// How an indicator stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Its window has not begun, or is not over, and it has not been seen.
    Open,
    /// Evidence shows it.
    Seen,
    /// Its window is over, and there are claims that may show it and that nobody decided on: it says nothing yet.
    Undecided,
    /// Its window is over and nothing shows it. That counts.
    Silent,
}

/// All that a judgement is made of.
#[derive(Debug, Clone)]
pub(crate) struct Board {
    /// The join of all that is on it.
    pub label: Label,
    pub hypotheses: Vec<Hypothesis>,
    pub horizon: Option<(CivilDate, String)>,
    pub assumptions: Vec<Assumption>,
    /// What is weighed, in the order of its days, and of one day in the order it came.
    pub roots: Vec<Weighable>,
    pub set_aside: Vec<SetAside>,
    pub indicators: Vec<IndicatorRow>,
    /// The indicators that claims of the day showed already whose root has a later one, and is not weighed yet.
    pub seen_before: BTreeSet<IndicatorId>,
    /// The day on which it was looked at, or that of the moment as of which it was.
    pub today: Date,
    /// All forecasts, in the order they were given.
    pub forecasts: Vec<Forecast>,
    /// What came true, and when that was entered.
    pub resolution: Option<(Resolution, Micros)>,
    /// The days on which other cases taught something of the sources.
    pub learnt: BTreeSet<Date>,
}

/// The steps of a case, laid over each other.
#[derive(Debug, Default)]
pub(super) struct Laid {
    pub horizon: Option<(CivilDate, String)>,
    pub assumptions: Vec<Assumption>,
    pub indicators: Vec<(Indicator, Label)>,
    /// Whether claims show an indicator, with what each decision demands of viewers.
    pub decided: BTreeMap<IndicatorId, BTreeMap<ClaimId, (bool, Label)>>,
    pub restated: HashMap<RootId, Vec<(HypothesisId, Band)>>,
    pub groups: Groups,
    pub withdrawn: HashSet<RootId>,
    /// Claims that show no indicator any more, whatever was decided of them: see [`Casefile::unsaid`].
    pub unsaid: HashSet<ClaimId>,
    /// The documents that are withdrawn, with what that they are demands of viewers.
    pub documents: HashMap<Sha256, Label>,
    pub forecasts: Vec<(Forecast, Label)>,
    pub resolution: Option<(Resolution, Micros)>,
    /// Resolutions that were taken back, in order.
    pub undone: Vec<(Resolution, Micros)>,
}

impl Laid {
    /// The indicators that a root shows, in the order they were stated: what it was entered for, and what any of its claims
    /// was found to show, whoever entered the root for whatever reason.
    pub fn shown(&self, root: &Root) -> Vec<IndicatorId> {
        let found = |id: &IndicatorId| match self.said_of(root, *id) {
            Some(shows) => shows,
            None => root.indicator == Some(*id),
        };
        self.indicators.iter().map(|(indicator, _)| indicator.id).filter(found).collect()
    }

    /// Whether the claims of a root that still say something show an indicator, by the last word on each of them; `None` where
    /// nobody said anything of it.
    fn said_of(&self, root: &Root, id: IndicatorId) -> Option<bool> {
        let decided = self.decided.get(&id)?;
        let standing = root.claims.iter().filter(|claim| !self.unsaid.contains(claim));
        standing.filter_map(|claim| decided.get(claim)).map(|(shows, _)| *shows).reduce(|any, one| any || one)
    }

    /// Whether it is this claim of a root that shows an indicator: by the last word on it, or, where nobody said anything of any, since
    /// the root was entered for the indicator.
    fn is_shown_by(&self, root: &Root, id: IndicatorId, claim: ClaimId) -> bool {
        match self.said_of(root, id) {
            Some(_) => self.decided.get(&id).and_then(|decided| decided.get(&claim)).is_some_and(|(shows, _)| *shows),
            None => root.indicator == Some(id),
        }
    }

    /// Whether a root was entered for an indicator that its claims were found not to show.
    fn shows_nothing(&self, root: &Root) -> bool {
        root.indicator.is_some_and(|id| self.said_of(root, id) == Some(false))
    }
}

/// Lays steps over each other in their order.
pub(super) fn laid(steps: Vec<(Step, Label, Micros)>) -> Laid {
    let mut laid = Laid::default();
    for (step, label, at) in steps {
        match step {
            Step::HorizonSet { on, how } => laid.horizon = Some((on, how)),
            Step::AssumptionMade { id, text, if_wrong } => laid.assumptions.push(Assumption { id, text, if_wrong }),
            Step::AssumptionDropped { id } => laid.assumptions.retain(|assumption| assumption.id != id),
            Step::IndicatorStated { indicator } => laid.indicators.push((*indicator, label)),
            Step::MatchDecided { indicator, claim, shows } => {
                laid.decided.entry(indicator).or_default().insert(claim, (shows, label));
            }
            Step::RootRestated { root, likelihoods } => drop(laid.restated.insert(root, likelihoods)),
            Step::RootsGrouped { root, with, group, dependence } => {
                laid.groups.join((root, with), group, dependence);
            }
            Step::RootUngrouped { root, with } => laid.groups.part(root, with),
            Step::RootWithdrawn { root, back: true } => drop(laid.withdrawn.remove(&root)),
            Step::RootWithdrawn { root, back: false } => drop(laid.withdrawn.insert(root)),
            Step::DocumentWithdrawn { document, back: true } => drop(laid.documents.remove(&document)),
            Step::DocumentWithdrawn { document, back: false } => drop(laid.documents.insert(document, label)),
            Step::ForecastGiven { forecast } => laid.forecasts.push((forecast, label)),
            Step::CaseResolved { resolution } => {
                // What is said again, of a day that had come when it was said first, was known since then: what was entered in
                // between is hindsight.
                let same = |(old, first): &&(Resolution, Micros)| {
                    old.outcome == resolution.outcome && first_day(&resolution.on).is_none_or(|on| on <= day_of(*first))
                };
                let known = laid.undone.iter().find(same).map_or(at, |(_, first)| *first);
                laid.resolution = Some((resolution, known));
            }
            Step::ResolutionWithdrawn {} => laid.undone.extend(laid.resolution.take()),
        }
    }
    laid
}

impl Casefile {
    /// The board of a case.
    pub(crate) async fn board(&self, visible: &Visible, case: CaseId, when: When) -> Result<Board> {
        let (_, case_label) = self.case_of(visible, case).await?;
        let mut laid = laid(self.store.steps(visible, case, when.until()).await?);
        let hypotheses = self.hypotheses_at(visible, case, when).await?;
        let (rejected, edited) = self.store.reviewed(visible, case, when.until()).await?;
        laid.unsaid = self.unsaid(visible, case, (&laid, &rejected), when.until()).await?;
        let sources = self.sources_at(visible, case, when).await?;
        let mut label = case_label;
        let (mut roots, mut set_aside, mut seen_before) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (mut root, root_label) in self.store.roots_until(visible, case, when.until()).await? {
            let (mut why, fallen) = self.why_not(visible, case, (&laid, &rejected), &root).await?;
            if why.is_none() && (!fallen.is_empty() || is_touched(&root, &rejected, &edited)) {
                why = self.corrected(visible, case, &mut root, (&laid.documents, &rejected, when.until())).await?;
            }
            let indicators = laid.shown(&root);
            if let Some(by) = when.by.filter(|by| day(&root).is_some_and(|day| day > *by)) {
                let seen = if why.is_none() {
                    self.seen_already(visible, case, (&laid, &rejected, when.until()), (&root, &indicators), by).await?
                } else {
                    BTreeSet::new()
                };
                if !seen.is_empty() {
                    label = fallen.iter().fold(label.join(&root_label), |label, one| label.join(one));
                    seen_before.extend(seen);
                }
                continue;
            }
            if let Some(likelihoods) = laid.restated.remove(&root.id) {
                root.likelihoods = likelihoods;
            }
            let split = filled(&mut root.likelihoods, &hypotheses);
            root.indicator = root.indicator.or(indicators.first().copied());
            label = label.join(&root_label);
            label = fallen.iter().fold(label, |label, one| label.join(one));
            if let Some(why) = why {
                set_aside.push(SetAside { root, why });
                continue;
            }
            let groups = laid.groups.of(root.id);
            let standing = root.claims.iter().filter(|claim| !rejected.contains(claim)).count();
            let reports = standing.saturating_sub(fallen.len());
            let fallen = (&laid.documents, &rejected, when.until());
            let root = (root, root_label, groups, indicators);
            let weighable = Weighable { split, reports, ..sources.weighable(self, visible, case, root, fallen).await? };
            label = sources.label_of(&weighable).fold(label, |label, one| label.join(one));
            roots.push(weighable);
        }
        // One day for all of the board, and as of a moment that of the moment.
        let today = when.entered.map_or(self.today(), |moment| day_of(moment).min(self.today()));
        let found = (&mut roots, &seen_before);
        let (indicators, rests_on) = self.stand(visible, case, (when, today), &mut laid, &hypotheses, found).await?;
        label = rests_on.iter().fold(label, |label, one| label.join(one));
        roots.sort_by_key(|one| day(&one.root));
        // What is said of a day that has passed was not known before it.
        laid.forecasts.retain(|(forecast, _)| when.by.is_none_or(|by| day_of(forecast.at) <= by));
        for (_, forecast_label) in &laid.forecasts {
            label = label.join(forecast_label);
        }
        Ok(Board {
            label,
            hypotheses,
            horizon: laid.horizon,
            assumptions: laid.assumptions,
            roots,
            set_aside,
            indicators,
            seen_before,
            today,
            forecasts: laid.forecasts.into_iter().map(|(forecast, _)| forecast).collect(),
            resolution: laid.resolution,
            learnt: sources.learnt,
        })
    }

    /// The hypotheses, OTHER last.
    pub(super) async fn hypotheses_at(&self, visible: &Visible, case: CaseId, when: When) -> Result<Vec<Hypothesis>> {
        let mut all = self.store.hypotheses_until(visible, case, when.until()).await?;
        let left = 1.0 - all.iter().map(|hypothesis| hypothesis.prior).sum::<f64>();
        all.push(Hypothesis {
            id: HypothesisId(case.0),
            key: OTHER.to_owned(),
            text: "None of these".to_owned(),
            prior: left,
            why: "what the stated ones leave".to_owned(),
        });
        Ok(all)
    }

    /// The claims that can show no indicator, whatever was decided of them: those that were rejected, and of those that were decided
    /// on the ones of withdrawn documents and the ones that only decline to speak, as they stand.
    pub(super) async fn unsaid(
        &self,
        visible: &Visible,
        case: CaseId,
        (laid, rejected): (&Laid, &HashSet<ClaimId>),
        until: Micros,
    ) -> Result<HashSet<ClaimId>> {
        let decided: BTreeSet<ClaimId> = laid.decided.values().flat_map(BTreeMap::keys).copied().collect();
        let standing: Vec<ClaimId> = decided.into_iter().filter(|claim| !rejected.contains(claim)).collect();
        let mut unsaid = rejected.clone();
        for row in self.store.claims_by_id(visible, case, &standing).await? {
            let withdrawn = laid.documents.contains_key(&row.document.sha256);
            if withdrawn || !row.stood(until).is_some_and(says_something) {
                unsaid.insert(row.id);
            }
        }
        Ok(unsaid)
    }

    /// Why a root is not weighed, if it is not, and what it demands of viewers that documents behind it were withdrawn.
    pub(super) async fn why_not(
        &self,
        visible: &Visible,
        case: CaseId,
        (laid, rejected): (&Laid, &HashSet<ClaimId>),
        root: &Root,
    ) -> Result<(Option<&'static str>, Vec<Label>)> {
        if laid.withdrawn.contains(&root.id) {
            return Ok((Some("it was withdrawn"), Vec::new()));
        }
        if laid.shows_nothing(root) {
            return Ok((Some("it was entered for an indicator that its claims were found not to show"), Vec::new()));
        }
        let mut stands = rejected.is_empty() && laid.documents.is_empty();
        let mut fallen = Vec::new();
        for claim in root.claims.iter().filter(|claim| !rejected.contains(claim)) {
            let document = match laid.documents.is_empty() {
                true => None,
                false => self.store.document_of_claim(visible, case, *claim).await?,
            };
            match document.and_then(|document| laid.documents.get(&document)) {
                None => stands = true,
                Some(label) => fallen.push(label.clone()),
            }
        }
        Ok(((!stands).then_some("all that it rests on was withdrawn or rejected"), fallen))
    }

    /// Gives a root, some of whose claims have fallen or were edited, what the first that still speaks for it gives: how certain its
    /// words are and the day of its document, unless somebody stated others, and its kind of source. Or says why it is not weighed
    /// any more.
    pub(super) async fn corrected(
        &self,
        visible: &Visible,
        case: CaseId,
        root: &mut Root,
        (documents, rejected, until): Fallen<'_>,
    ) -> Result<Option<&'static str>> {
        let entered = root.at.unwrap_or(until);
        let (mut first, mut stands): (Option<(usize, ClaimRow)>, bool) = (None, false);
        let mut entered_as: Option<(usize, f64, Option<CivilDate>)> = None;
        for row in self.store.claims_by_id(visible, case, &root.claims).await? {
            let place = root.claims.iter().position(|id| *id == row.id).unwrap_or(usize::MAX);
            if let Some(claim) = row.stood(entered).filter(|claim| says_something(claim))
                && entered_as.is_none_or(|(before, ..)| place < before)
            {
                entered_as = Some((place, certainty_of(claim), row.document.date));
            }
            let fallen = rejected.contains(&row.id) || documents.contains_key(&row.document.sha256);
            let Some(claim) = row.stood(until).filter(|_| !fallen) else { continue };
            stands = true;
            if says_something(claim) && first.as_ref().is_none_or(|(before, _)| place < *before) {
                first = Some((place, row));
            }
        }
        let speaks = first.as_ref().and_then(|(_, row)| Some((row.stood(until)?, &row.document)));
        let Some((claim, document)) = speaks else {
            // Where none is visible, what is not may speak for it all the same.
            return Ok(stands.then_some("all that it rests on only declines to speak, as it now stands"));
        };
        let (_, certainty, date) = entered_as.unwrap_or((0, root.certainty, root.date));
        if certainty == root.certainty {
            root.certainty = certainty_of(claim);
        }
        if date == root.date {
            root.date = document.date;
        }
        root.kind = claim.source.kind;
        Ok(None)
    }

    /// How the indicators stand, and what that demands of viewers: what was decided of claims, and the claims that wait for
    /// somebody's word. Those that stayed silent join the roots.
    async fn stand(
        &self,
        visible: &Visible,
        case: CaseId,
        (when, today): (When, Date),
        laid: &mut Laid,
        hypotheses: &[Hypothesis],
        (roots, seen_before): (&mut Vec<Weighable>, &BTreeSet<IndicatorId>),
    ) -> Result<(Vec<IndicatorRow>, Vec<Label>)> {
        let (mut rows, mut rests_on) = (Vec::new(), Vec::new());
        for (indicator, label) in std::mem::take(&mut laid.indicators) {
            let mut decided = BTreeMap::new();
            for (claim, (shows, label)) in laid.decided.remove(&indicator.id).unwrap_or_default() {
                decided.insert(claim, shows);
                rests_on.push(label);
            }
            let shown = roots.iter().any(|one| one.indicators.contains(&indicator.id));
            let standing = if shown || seen_before.contains(&indicator.id) {
                Standing::Seen
            } else {
                let (standing, labels) = self.unseen(visible, case, (when, today), &indicator, &decided).await?;
                rests_on.extend(labels);
                standing
            };
            if standing == Standing::Silent {
                roots.push(silence(&indicator, label, hypotheses));
            }
            rows.push(IndicatorRow { indicator, standing, decided });
        }
        Ok((rows, rests_on))
    }

    /// How an indicator stands that nothing shows, and what the claims that wait for somebody's word demand of viewers.
    pub(super) async fn unseen(
        &self,
        visible: &Visible,
        case: CaseId,
        (when, today): (When, Date),
        indicator: &Indicator,
        decided: &BTreeMap<ClaimId, bool>,
    ) -> Result<(Standing, Vec<Label>)> {
        let end = indicator.until.as_ref().and_then(last_day);
        if end.is_none_or(|end| end >= when.by.unwrap_or(today).min(today)) {
            return Ok((Standing::Open, Vec::new()));
        }
        let waiting = self.proposed(visible, case, indicator, decided, when.until()).await?;
        let standing = if waiting.is_empty() { Standing::Silent } else { Standing::Undecided };
        Ok((standing, waiting.into_iter().map(|one| one.claim.label).collect()))
    }

    /// Those of the indicators of a root that a claim of this day or an earlier one shows, although the root itself is of a later:
    /// they were seen by then, and do not count as silent, and what they are worth counts from the day of the root.
    async fn seen_already(
        &self,
        visible: &Visible,
        case: CaseId,
        (laid, rejected, until): (&Laid, &HashSet<ClaimId>, Micros),
        (root, indicators): (&Root, &[IndicatorId]),
        by: Date,
    ) -> Result<BTreeSet<IndicatorId>> {
        if indicators.is_empty() {
            return Ok(BTreeSet::new());
        }
        let mut seen = BTreeSet::new();
        for row in self.store.claims_by_id(visible, case, &root.claims).await? {
            let fallen = rejected.contains(&row.id) || laid.documents.contains_key(&row.document.sha256);
            let of_the_day = row.document.date.as_ref().and_then(last_day).is_some_and(|day| day <= by);
            if fallen || !of_the_day || !row.stood(until).is_some_and(says_something) {
                continue;
            }
            seen.extend(indicators.iter().filter(|id| laid.is_shown_by(root, **id, row.id)));
        }
        Ok(seen)
    }

    /// The present day, in UTC.
    pub(super) fn today(&self) -> Date {
        day_of(self.seams.now())
    }
}

/// The day of a moment, in UTC.
pub(super) fn day_of(moment: Micros) -> Date {
    let at = jiff::Timestamp::from_microsecond(moment.0);
    let end = if moment.0 < 0 { Date::MIN } else { Date::MAX };
    at.map_or(end, |at| jiff::tz::Offset::UTC.to_datetime(at).date())
}

impl Board {
    /// What goes into the weighing.
    pub(crate) fn weighed(&self) -> Vec<WeighedRoot> {
        self.roots.iter().map(|one| one.weighed.clone()).collect()
    }
}

/// The day by which a root was known: that on which it was said or seen, and where that may be a later one, or nobody knows it,
/// that on which it was entered.
pub(super) fn day(root: &Root) -> Option<Date> {
    root.date.as_ref().and_then(last_day).into_iter().chain(root.at.map(day_of)).min()
}

/// The last day that a date may mean.
pub(super) fn last_day(date: &CivilDate) -> Option<Date> {
    match *date {
        CivilDate::Day(_) | CivilDate::Minute(..) => date.day(),
        CivilDate::Month(year, month) => Some(Date::new(year, month, 1).ok()?.last_of_month()),
        CivilDate::Year(year) => Date::new(year, 12, 31).ok(),
    }
}

/// The first day that a date may mean.
pub(super) fn first_day(date: &CivilDate) -> Option<Date> {
    match *date {
        CivilDate::Day(_) | CivilDate::Minute(..) => date.day(),
        CivilDate::Month(year, month) => Date::new(year, month, 1).ok(),
        CivilDate::Year(year) => Date::new(year, 1, 1).ok(),
    }
}

/// The day behind the window of an indicator, from which its silence counts.
fn day_after(date: &CivilDate) -> Option<CivilDate> {
    last_day(date)?.tomorrow().ok().map(CivilDate::Day)
}

/// Whether what was said of the claims of a root since can make it bear otherwise.
pub(super) fn is_touched(root: &Root, rejected: &HashSet<ClaimId>, edited: &HashSet<ClaimId>) -> bool {
    root.claims.iter().any(|claim| rejected.contains(claim) || edited.contains(claim))
}

/// How certain the words of a claim are: what nothing hedges is put as surely as anything is.
pub(super) fn certainty_of(claim: &Claim) -> f64 {
    let words = &claim.certainty;
    if words.is_flat() || !words.is_told() { 1.0 } else { v1::certainty(words.low, words.high) }
}

/// Whether somebody says anything in a claim, and does not only decline to.
pub(super) fn says_something(claim: &Claim) -> bool {
    !matches!(claim.stance, Stance::Declines | Stance::Evades)
}

/// The silence of an indicator, as a root: under each hypothesis as likely as it was not to be seen. Nobody says it but
/// whoever looked, and so it is trusted in full, and as it was stated.
pub(super) fn silence(indicator: &Indicator, label: Label, hypotheses: &[Hypothesis]) -> Weighable {
    let mut likelihoods: Vec<(HypothesisId, Band)> = indicator
        .likelihoods
        .iter()
        .map(|(id, band)| (*id, Band { low: 1.0 - band.high, high: 1.0 - band.low }))
        .collect();
    let split = filled(&mut likelihoods, hypotheses);
    let root = Root {
        id: RootId(indicator.id.0),
        name: format!("silence: {}", indicator.text),
        grade: Reliability::A,
        by_register: false,
        kind: SourceKind::None,
        origin: Origin::Known,
        likelihoods: likelihoods.clone(),
        claims: Vec::new(),
        why: indicator.why.clone(),
        date: indicator.until.as_ref().and_then(day_after),
        certainty: 1.0,
        interested: false,
        indicator: Some(indicator.id),
        author: String::new(),
        at: None,
    };
    let weighed = WeighedRoot {
        id: root.id,
        name: root.name.clone(),
        trust: Trust::Known(1.0),
        tempering: 1.0,
        kind: root.kind,
        origin: root.origin,
        groups: Vec::new(),
        likelihoods,
    };
    let indicators = vec![indicator.id];
    let (grade, record) = (root.grade, Record::default());
    let groups = Vec::new();
    Weighable {
        root,
        label,
        weighed,
        grade,
        source: None,
        record,
        groups,
        reports: 0,
        indicators,
        silence: true,
        split,
    }
}

/// Likelihoods completed by those hypotheses that were stated later. They were part of OTHER until then, and so they get
/// what was said of OTHER; splitting a hypothesis so changes nothing for the others. Says whether there were any.
pub(super) fn filled(likelihoods: &mut Vec<(HypothesisId, Band)>, hypotheses: &[Hypothesis]) -> bool {
    let of = |id: HypothesisId| likelihoods.iter().find(|(one, _)| *one == id).map(|(_, band)| *band);
    let Some(other) = hypotheses.last().and_then(|other| of(other.id)) else { return false };
    let missing: Vec<(HypothesisId, Band)> =
        hypotheses.iter().filter(|one| of(one.id).is_none()).map(|one| (one.id, other)).collect();
    let split = !missing.is_empty();
    likelihoods.extend(missing);
    split
}
