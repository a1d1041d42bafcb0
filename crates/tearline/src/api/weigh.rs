//! Weighing: hypotheses, evidence, indicators, forecasts, the judgement and why it is what it is.

use axum::extract::{Path, State};
use casefile::{CasefileError, Supposed, WeighError, When};
use jiff::civil::Date;
use record::time::Micros;
use record::words::Ladder;
use serde::Deserialize;
use utoipa::IntoParams;

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::body::evidence::{self, HypothesesShown, IndicatorShown, MatchShown, RootShown};
use crate::body::forecasts::{ForecastsShown, forecasts};
use crate::body::judgement::{self, DayShown, JudgementShown, SupposedShown};
use crate::body::score::{ScoresShown, scores};
use crate::body::why::{THRESHOLDS, WhyShown, why};
use crate::cli::given::of_hypothesis;
use crate::cli::weigh::moment;
use crate::cli::why::chosen;
use crate::failure::Failure;
use crate::show::judgement::banner;

impl Named for RootShown<'_> {
    fn name(&self) -> String {
        self.root.id.to_string()
    }
}

impl Named for IndicatorShown<'_> {
    fn name(&self) -> String {
        self.indicator.id.to_string()
    }
}

impl Named for MatchShown<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.claim, self.indicator)
    }
}

impl Named for DayShown<'_> {
    fn name(&self) -> String {
        self.day.clone().unwrap_or_default()
    }
}

/// As of when to look.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AsOf {
    /// Only what was said, seen or due by the end of this day.
    at: Option<String>,
    /// Only what had been entered by then: a date, whose end is meant, or a date with a time and zone.
    as_of: Option<String>,
}

impl AsOf {
    fn when(&self) -> Result<When, Failure> {
        Ok(When { by: day(self.at.as_deref())?, entered: instant(self.as_of.as_deref())? })
    }
}

fn day(text: Option<&str>) -> Result<Option<Date>, Failure> {
    let parse =
        |text: &str| text.parse().map_err(|_| Failure::usage(format!("{text:?} is no day"), "write 2030-03-01"));
    text.map(parse).transpose()
}

fn instant(text: Option<&str>) -> Result<Option<Micros>, Failure> {
    let parse =
        |text: &str| moment(text).map_err(|error| Failure::usage(error, "write 2030-03-01 or 2030-03-01T09:00Z"));
    text.map(parse).transpose()
}

/// The hypotheses, OTHER last, with the horizon and what is taken for granted
#[utoipa::path(get, path = "/cases/{case}/hypotheses", tag = "Weigh", params(("case" = String, Path)), responses((status = 200, body = HypothesesShown), Reading))]
pub async fn hypotheses(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let hypotheses = here.casefile.hypotheses(&here.viewer, here.case.id).await?;
        let frame = here.casefile.frame(&here.viewer, here.case.id).await?;
        Answer::json(&HypothesesShown { hypotheses: &hypotheses, frame: &frame })
    })
    .await
}

/// The roots of evidence
#[utoipa::path(get, path = "/cases/{case}/evidence", tag = "Weigh", params(("case" = String, Path), Paging), responses((status = 200, body = Page<RootShown>), Reading))]
pub async fn roots(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        // Without hypotheses there is nothing to compare by.
        let weighing = match here.casefile.weigh(&here.viewer, here.case.id, When::default()).await {
            Err(CasefileError::Weigh(WeighError::TooFew)) => None,
            weighing => Some(weighing?),
        };
        let roots = here.casefile.roots(&here.viewer, here.case.id).await?;
        let marking = weighing.as_ref().map(|weighing| banner(&weighing.label)).unwrap_or_default();
        page(evidence::roots(&marking, &roots, weighing.as_ref()), &paging)
    })
    .await
}

/// In which words.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InWords {
    /// The ladder of the words: icd203, phia, nato or ipcc.
    ladder: Option<String>,
}

/// The judgement: what is likely, how much is known, how much it pulls both ways
#[utoipa::path(get, path = "/cases/{case}/judgement", tag = "Weigh", params(("case" = String, Path), AsOf, InWords), responses((status = 200, body = JudgementShown), Reading))]
pub async fn judged(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(as_of): Asked<AsOf>,
    Asked(words): Asked<InWords>,
) -> Result<Answer, Problem> {
    let when = as_of.when()?;
    let ladder: Ladder = words
        .ladder
        .as_deref()
        .unwrap_or("icd203")
        .parse()
        .map_err(|_| Problem::unreadable("there is no such ladder", "choose icd203, phia, nato or ipcc"))?;
    desk.of_case(who, case, async move |here: InCase| {
        let weighing = here.casefile.weigh(&here.viewer, here.case.id, when).await?;
        let words = judgement::words(&weighing, ladder);
        Answer::json(&judgement::judgement(&weighing, banner(&weighing.label), words))
    })
    .await
}

/// The judgement on every day on which something came
#[utoipa::path(get, path = "/cases/{case}/judgement/history", tag = "Weigh", params(("case" = String, Path), AsOf, Paging), responses((status = 200, body = Page<DayShown>), Reading))]
pub async fn history(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(as_of): Asked<AsOf>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    let when = as_of.when()?;
    desk.of_case(who, case, async move |here: InCase| {
        let history = here.casefile.history(&here.viewer, here.case.id, when).await?;
        page(judgement::history(&history, &banner(&history.label)), &paging)
    })
    .await
}

/// What is supposed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct What {
    /// A root, or all of a source, that is not there; may come again.
    without: Vec<String>,
    /// A root or a source that says what is false; may come again.
    r#false: Vec<String>,
    /// Another prior: KEY=.1; may come again.
    prior: Vec<String>,
    /// Only what was said, seen or due by the end of this day.
    at: Option<String>,
    /// Only what had been entered by then.
    as_of: Option<String>,
}

/// What if: the probabilities as they are, and as they would be
#[utoipa::path(get, path = "/cases/{case}/judgement/what-if", tag = "Weigh", params(("case" = String, Path), What), responses((status = 200, body = Vec<SupposedShown>), Reading))]
pub async fn what_if(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(what): Asked<What>,
) -> Result<Answer, Problem> {
    let when = AsOf { at: what.at, as_of: what.as_of }.when()?;
    let priors = what.prior.iter().map(|text| of_hypothesis(text)).collect::<Result<Vec<_>, String>>();
    let priors = priors.map_err(|error| Problem::unreadable(error, "write prior=KEY=.1"))?;
    let supposed = Supposed { without: what.without, is_false: what.r#false, priors };
    desk.of_case(who, case, async move |here: InCase| {
        let found = here.casefile.suppose(&here.viewer, here.case.id, when, &supposed).await?;
        Answer::json(&judgement::supposed(&found, &judgement::banner_of(&found)))
    })
    .await
}

/// Between when to look, and for which hypothesis.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Between {
    /// The hypothesis, by its key; the first where not given.
    key: Option<String>,
    /// From the end of this day; from the priors where not given.
    from: Option<String>,
    /// To the end of this day; to now where not given.
    to: Option<String>,
    /// Take the days as those on which things were entered.
    entered: Option<bool>,
}

/// Why the judgement is what it is: what moved it, what it hangs on, what would change it, what to look for next
#[utoipa::path(get, path = "/cases/{case}/why", tag = "Weigh", params(("case" = String, Path), Between), responses((status = 200, body = WhyShown), Reading))]
pub async fn reasons(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(between): Asked<Between>,
) -> Result<Answer, Problem> {
    let days = (day(between.from.as_deref())?, day(between.to.as_deref())?);
    let (from, to) = crate::cli::why::moments(days, between.entered.unwrap_or(false))?;
    desk.of_case(who, case, async move |here: InCase| {
        let moved = here.casefile.moved(&here.viewer, here.case.id, from, to).await?;
        let place = chosen(&moved.hypotheses, between.key.as_deref())?;
        let sensitivity = here.casefile.sensitivity(&here.viewer, here.case.id, to, &THRESHOLDS).await?;
        let banner = banner(&moved.label.join(&sensitivity.label));
        Answer::json(&why(&banner, &moved, &sensitivity, place))
    })
    .await
}

/// The indicators and how each stands
#[utoipa::path(get, path = "/cases/{case}/indicators", tag = "Weigh", params(("case" = String, Path), Paging), responses((status = 200, body = Page<IndicatorShown>), Reading))]
pub async fn indicators(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let (rows, label) = here.casefile.indicators(&here.viewer, here.case.id).await?;
        page(evidence::indicators(&banner(&label), &rows), &paging)
    })
    .await
}

/// Of which indicator.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfIndicator {
    /// The indicator, by its text or the beginning of its id; all where not given.
    indicator: Option<String>,
}

/// Claims that may show an indicator, and wait for somebody's word
#[utoipa::path(get, path = "/cases/{case}/indicators/matches", tag = "Weigh", params(("case" = String, Path), OfIndicator, Paging), responses((status = 200, body = Page<MatchShown>), Reading))]
pub async fn matches(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(of): Asked<OfIndicator>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let found = here.casefile.proposals(&here.viewer, here.case.id, of.indicator.as_deref()).await?;
        page(found.iter().map(MatchShown::from).collect(), &paging)
    })
    .await
}

/// Which forecasts.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Everything that was forecast, and not the last word of each.
    all: Option<bool>,
}

/// What people forecast, each and together
#[utoipa::path(get, path = "/cases/{case}/forecasts", tag = "Weigh", params(("case" = String, Path), Which), responses((status = 200, body = ForecastsShown), Reading))]
pub async fn forecast(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(which): Asked<Which>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let found = here.casefile.forecasts(&here.viewer, here.case.id).await?;
        Answer::json(&forecasts(&found, which.all.unwrap_or(false)))
    })
    .await
}

/// How good judgements, people, sources and indicators were, where the outcome is known
#[utoipa::path(get, path = "/cases/{case}/score", tag = "Weigh", params(("case" = String, Path)), responses((status = 200, body = ScoresShown), Reading))]
pub async fn score(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let found = here.casefile.scores(&here.viewer, Some(here.case.id)).await?;
        let banner = found.label.as_ref().map(banner);
        Answer::json(&scores(banner.as_deref(), &found))
    })
    .await
}
