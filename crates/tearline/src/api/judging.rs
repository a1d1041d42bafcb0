//! What people state of a case: hypotheses, evidence, indicators, forecasts, and what came true.

use axum::extract::{Path, State};
use casefile::{Stated, StatedIndicator};
use record::case::{Band, Dependence, Origin};
use record::source::Reliability;
use record::step::Pattern;
use record::time::CivilDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asked::Sent;
use super::problem::{Problem, Writing};
use super::{Answer, Desk, InCase, Right, Who};

/// That something was entered.
#[derive(Debug, Serialize, ToSchema)]
pub struct Done {
    /// Its id, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// Whether it is new; an echo of a root that is there is not.
    new: bool,
}

/// That something was entered, with its id.
pub fn done(id: Option<String>) -> Result<Answer, Problem> {
    Ok(Answer::json(&Done { id, new: true })?.created())
}

/// A hypothesis.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHypothesis {
    /// The short word by which evidence speaks of it.
    key: String,
    /// What it says.
    text: String,
    /// Its probability before any evidence, between 0 and 1.
    prior: f64,
    /// Why this prior.
    #[serde(default)]
    why: String,
}

/// States a hypothesis; what they leave is OTHER's
#[utoipa::path(post, path = "/cases/{case}/hypotheses", tag = "Weigh", params(("case" = String, Path)), request_body = NewHypothesis, responses((status = 201, body = Done), Writing))]
pub async fn hypothesis(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<NewHypothesis>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        let stated = casefile.state_hypothesis(viewer, id, &said.key, &said.text, said.prior, &said.why).await?;
        done(Some(stated.id.to_string()))
    })
    .await
}

/// Until when the question is asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Horizon {
    /// The last day of it.
    #[schema(value_type = String)]
    on: CivilDate,
    /// What will show which hypothesis came true.
    how: String,
    /// Why, for the journal.
    #[serde(default)]
    why: String,
}

/// Sets until when the question is asked, and how it will be decided
#[utoipa::path(put, path = "/cases/{case}/horizon", tag = "Weigh", params(("case" = String, Path)), request_body = Horizon, responses((status = 201, body = Done), Writing))]
pub async fn horizon(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<Horizon>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        here.casefile.set_horizon(&here.viewer, here.case.id, said.on, &said.how, &said.why).await?;
        done(None)
    })
    .await
}

/// Something that is taken for granted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAssumption {
    /// What.
    text: String,
    /// What follows if it is wrong.
    #[serde(default)]
    if_wrong: String,
    /// Why, for the journal.
    #[serde(default)]
    why: String,
}

/// Enters something that everything here takes for granted
#[utoipa::path(post, path = "/cases/{case}/assumptions", tag = "Weigh", params(("case" = String, Path)), request_body = NewAssumption, responses((status = 201, body = Done), Writing))]
pub async fn assume(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<NewAssumption>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let id = here.casefile.assume(&here.viewer, here.case.id, &said.text, &said.if_wrong, &said.why).await?;
        done(Some(id.to_string()))
    })
    .await
}

/// A reason.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Because {
    /// Why.
    pub why: String,
}

/// Takes something for granted no longer
#[utoipa::path(post, path = "/cases/{case}/assumptions/{assumption}/drop", tag = "Weigh", params(("case" = String, Path), ("assumption" = String, Path)), request_body = Because, responses((status = 201, body = Done), Writing))]
pub async fn drop_assumption(
    State(desk): State<Desk>,
    who: Who,
    Path((case, assumption)): Path<(String, String)>,
    Sent(said): Sent<Because>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        here.casefile.drop_assumption(&here.viewer, here.case.id, &assumption, &said.why).await?;
        done(None)
    })
    .await
}

/// A root of evidence.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoot {
    /// Who or what the origin is.
    name: String,
    /// The claims that speak for it, the most direct first.
    claims: Vec<String>,
    /// How reliable it is, A to F; what the register says where not given.
    #[schema(value_type = Option<String>)]
    grade: Option<Reliability>,
    /// Whether its origin is not known.
    #[serde(default)]
    unknown_origin: bool,
    /// P(e|h) by the key of each hypothesis, OTHER among them: `[["arms", {"low": 0.6, "high": 0.8}], …]`. Without them
    /// the claims are echoes of a root of that name.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    likelihoods: Vec<(String, Band)>,
    /// When it was said or seen.
    #[schema(value_type = Option<String>)]
    date: Option<CivilDate>,
    /// How surely it is put, 0 to 1.
    certainty: Option<f64>,
    /// Whether a party says it in its own cause.
    #[serde(default)]
    interested: bool,
    /// Why.
    #[serde(default)]
    why: String,
}

impl From<&NewRoot> for Stated {
    fn from(said: &NewRoot) -> Self {
        let said = said.clone();
        Self {
            name: said.name,
            claims: said.claims,
            grade: said.grade,
            origin: if said.unknown_origin { Origin::Unknown } else { Origin::Known },
            likelihoods: said.likelihoods,
            date: said.date,
            certainty: said.certainty,
            interested: said.interested,
            indicator: None,
            why: said.why,
        }
    }
}

/// Enters a root of evidence or, without likelihoods, claims as echoes of one that is there
#[utoipa::path(post, path = "/cases/{case}/evidence", tag = "Weigh", params(("case" = String, Path)), request_body = NewRoot, responses((status = 201, body = Done), Writing))]
pub async fn evidence(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<NewRoot>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let (root, new) = here.casefile.enter_evidence(&here.viewer, here.case.id, &Stated::from(&said)).await?;
        Ok(Answer::json(&Done { id: Some(root.id.to_string()), new })?.created())
    })
    .await
}

/// Likelihoods stated anew.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Anew {
    /// P(e|h) by the key of each hypothesis that is stated anew.
    #[schema(value_type = Vec<Object>)]
    likelihoods: Vec<(String, Band)>,
    /// The likelihoods that were there when it was looked at, by the ids of the hypotheses, as `evidence` gives them.
    #[schema(value_type = Vec<Object>)]
    seen: serde_json::Value,
    /// Why.
    why: String,
}

/// States the likelihoods of a root anew
#[utoipa::path(post, path = "/cases/{case}/evidence/{root}/likelihoods", tag = "Weigh", params(("case" = String, Path), ("root" = String, Path)), request_body = Anew, responses((status = 201, body = Done), Writing))]
pub async fn restate(
    State(desk): State<Desk>,
    who: Who,
    Path((case, root)): Path<(String, String)>,
    Sent(said): Sent<Anew>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        let now =
            casefile.roots(viewer, id).await?.into_iter().find(|one| one.id.to_string() == root || one.name == root);
        let theirs = now.and_then(|root| serde_json::to_value(root.likelihoods).ok());
        if let Some(theirs) = theirs.filter(|theirs| *theirs != said.seen) {
            let yours = serde_json::to_value(&said.likelihoods).unwrap_or_default();
            return Err(Problem::changed(theirs, yours));
        }
        let root = casefile.restate(viewer, id, &root, &said.likelihoods, &said.why).await?;
        done(Some(root.id.to_string()))
    })
    .await
}

/// That a root counts no longer, or again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// Whether it counts again.
    #[serde(default)]
    back: bool,
    /// Why.
    why: String,
}

/// Takes a root back, or lets it count again
#[utoipa::path(post, path = "/cases/{case}/evidence/{root}/withdrawal", tag = "Weigh", params(("case" = String, Path), ("root" = String, Path)), request_body = Taken, responses((status = 201, body = Done), Writing))]
pub async fn withdraw(
    State(desk): State<Desk>,
    who: Who,
    Path((case, root)): Path<(String, String)>,
    Sent(said): Sent<Taken>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let root = here.casefile.withdraw_root(&here.viewer, here.case.id, &root, said.back, &said.why).await?;
        done(Some(root.id.to_string()))
    })
    .await
}

/// Roots that depend on each other.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Grouped {
    /// The roots, by name or id.
    roots: Vec<String>,
    /// What they have in common; none where they have nothing any more.
    #[schema(value_type = Option<Object>)]
    depend: Option<Dependence>,
    /// Why.
    #[serde(default)]
    why: String,
}

/// Says what depends on what, or that it does no longer
#[utoipa::path(post, path = "/cases/{case}/groups", tag = "Weigh", params(("case" = String, Path)), request_body = Grouped, responses((status = 201, body = Done), Writing))]
pub async fn group(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<Grouped>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        match said.depend {
            Some(dependence) => casefile.group_roots(viewer, id, &said.roots, dependence, &said.why).await?,
            None => casefile.ungroup_roots(viewer, id, &said.roots, &said.why).await?,
        };
        done(None)
    })
    .await
}

/// An indicator: what one would expect to see.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewIndicator {
    /// What it is.
    text: String,
    /// What a claim must hold that may show it: `event`, `actor`, `target`, `goods`, `place`, `words`.
    #[schema(value_type = Object)]
    pattern: Pattern,
    /// The first day of its window.
    #[schema(value_type = Option<String>)]
    from: Option<CivilDate>,
    /// The last day of it.
    #[schema(value_type = Option<String>)]
    until: Option<CivilDate>,
    /// How likely it is to be seen, by the key of each hypothesis.
    #[schema(value_type = Vec<Object>)]
    likelihoods: Vec<(String, Band)>,
    /// Why.
    #[serde(default)]
    why: String,
}

/// States an indicator, before it is seen
#[utoipa::path(post, path = "/cases/{case}/indicators", tag = "Weigh", params(("case" = String, Path)), request_body = NewIndicator, responses((status = 201, body = Done), Writing))]
pub async fn indicator(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<NewIndicator>,
) -> Result<Answer, Problem> {
    let NewIndicator { text, pattern, from, until, likelihoods, why } = said;
    let stated = StatedIndicator { text, pattern, from, until, likelihoods, why };
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let entered = here.casefile.state_indicator(&here.viewer, here.case.id, &stated).await?;
        done(Some(entered.id.to_string()))
    })
    .await
}

/// A person's word on whether a claim shows an indicator.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Matched {
    /// The indicator, by its text or id.
    indicator: String,
    /// Where it shows it: the root that it becomes, whose first claim it is.
    root: Option<NewRoot>,
    /// Where it does not: the claim.
    reject: Option<String>,
    /// Why it does not.
    #[serde(default)]
    why: String,
}

/// Says that a claim shows an indicator, and so becomes evidence; or that it does not
#[utoipa::path(post, path = "/cases/{case}/indicators/matches", tag = "Weigh", params(("case" = String, Path)), request_body = Matched, responses((status = 201, body = Done), Writing))]
pub async fn matched(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<Matched>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        match (&said.root, &said.reject) {
            (Some(root), None) => {
                let (root, new) = casefile.accept_match(viewer, id, &said.indicator, &Stated::from(root)).await?;
                Ok(Answer::json(&Done { id: Some(root.id.to_string()), new })?.created())
            }
            (None, Some(claim)) => {
                casefile.reject_match(viewer, id, &said.indicator, claim, &said.why).await?;
                done(None)
            }
            _ => Err(Problem::unreadable("it shows it or it does not", "send `root`, or `reject` with the claim")),
        }
    })
    .await
}

/// What somebody thinks likely.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewForecast {
    /// A probability for every key; OTHER may be left out.
    #[schema(value_type = Vec<Object>)]
    probabilities: Vec<(String, f64)>,
    /// Why.
    #[serde(default)]
    why: String,
}

/// Says how likely somebody thinks each hypothesis; their last word counts
#[utoipa::path(post, path = "/cases/{case}/forecasts", tag = "Weigh", params(("case" = String, Path)), request_body = NewForecast, responses((status = 201, body = Done), Writing))]
pub async fn forecast(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<NewForecast>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        here.casefile.give_forecast(&here.viewer, here.case.id, &said.probabilities, &said.why).await?;
        done(None)
    })
    .await
}
