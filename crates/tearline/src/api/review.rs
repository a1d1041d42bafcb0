//! Review: a person's word on claims, and on who is whom.

use axum::extract::{Path, State};
use casefile::ClaimRow;
use casefile::review::Correction;
use record::link::Decision;
use record::reading::{Polarity, SourceKind, Stage, Stance};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::asked::Sent;
use super::claims::told;
use super::problem::{Problem, Writing};
use super::{Answer, Desk, InCase, Right, Who};
use crate::body::claims::ClaimShown;

/// What a person says of a claim otherwise than it was read. Words of source, cue and content must stand in the document.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Corrected {
    /// Who says it, in words of the document.
    source: Option<String>,
    /// What kind of source it is.
    #[schema(value_type = Option<String>)]
    kind: Option<SourceKind>,
    /// The full name of the source.
    name: Option<String>,
    /// The words that say that it is said.
    cue: Option<String>,
    /// What is said.
    content: Option<String>,
    /// What the source does with it.
    #[schema(value_type = Option<String>)]
    stance: Option<Stance>,
    /// Whether it is asserted or negated.
    #[schema(value_type = Option<String>)]
    polarity: Option<Polarity>,
    /// How sure the words are, as a band: low and high.
    #[schema(value_type = Option<[f64; 2]>)]
    certainty: Option<(f64, f64)>,
    /// How far the action has got.
    #[schema(value_type = Option<String>)]
    stage: Option<Stage>,
}

impl From<&Corrected> for Correction {
    fn from(said: &Corrected) -> Self {
        let said = said.clone();
        Self {
            source: said.source,
            kind: said.kind,
            name: said.name,
            cue: said.cue,
            content: said.content,
            stance: said.stance,
            polarity: said.polarity,
            certainty: said.certainty,
            stage: said.stage,
        }
    }
}

/// What is decided of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// It stands as it is.
    Accept,
    /// It stands no longer.
    Reject,
    /// It stands as is said here.
    Edit,
}

/// A person's word on a claim.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reviewed {
    /// What is decided.
    verdict: Word,
    /// How many reviews of it were there when it was looked at: the length of `reviews`.
    seen: usize,
    /// Why; a rejection needs a reason.
    #[serde(default)]
    why: String,
    /// How it stands, where it is edited.
    #[serde(default)]
    correction: Corrected,
}

/// Accepts, rejects or edits a claim
#[utoipa::path(post, path = "/cases/{case}/claims/{claim}/reviews", tag = "Claims", params(("case" = String, Path), ("claim" = String, Path)), request_body = Reviewed, responses((status = 200, body = ClaimShown), Writing))]
pub async fn review(
    State(desk): State<Desk>,
    who: Who,
    Path((case, claim)): Path<(String, String)>,
    Sent(said): Sent<Reviewed>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let (casefile, viewer, case) = (&here.casefile, &here.viewer, here.case.id);
        let row = casefile.claim(viewer, case, &claim).await?;
        if row.reviews.len() != said.seen {
            let yours = serde_json::to_value(&said).unwrap_or_default();
            return Err(Problem::changed(as_value(here, row).await?, yours));
        }
        let row = match said.verdict {
            Word::Accept => casefile.judge_claim(viewer, case, &claim, true, &said.why).await?,
            Word::Reject => casefile.judge_claim(viewer, case, &claim, false, &said.why).await?,
            Word::Edit => {
                casefile.edit_claim(viewer, case, &claim, &Correction::from(&said.correction), &said.why).await?
            }
        };
        shown(here, row).await
    })
    .await
}

/// How credible a person thinks a claim.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rated {
    /// 1 to 6, as the Admiralty system has it.
    credibility: u8,
    /// Why.
    why: String,
}

/// Says how credible a claim is
#[utoipa::path(post, path = "/cases/{case}/claims/{claim}/ratings", tag = "Claims", params(("case" = String, Path), ("claim" = String, Path)), request_body = Rated, responses((status = 200, body = ClaimShown), Writing))]
pub async fn rate(
    State(desk): State<Desk>,
    who: Who,
    Path((case, claim)): Path<(String, String)>,
    Sent(said): Sent<Rated>,
) -> Result<Answer, Problem> {
    let figure = said.credibility.to_string().parse();
    let figure = figure.map_err(|_| Problem::unreadable("there is no such figure", "give 1 to 6"))?;
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let row = here.casefile.rate_claim(&here.viewer, here.case.id, &claim, figure, &said.why).await?;
        shown(here, row).await
    })
    .await
}

/// A claim that was not read.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// What it says.
    claim: Corrected,
    /// Why it is added.
    #[serde(default)]
    why: String,
}

/// Adds a claim that was not read
#[utoipa::path(post, path = "/cases/{case}/documents/{sha}/claims", tag = "Reports", params(("case" = String, Path), ("sha" = String, Path)), request_body = Added, responses((status = 201, body = ClaimShown), Writing))]
pub async fn add(
    State(desk): State<Desk>,
    who: Who,
    Path((case, sha)): Path<(String, String)>,
    Sent(said): Sent<Added>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let claim = Correction::from(&said.claim);
        let row = here.casefile.add_claim(&here.viewer, here.case.id, &sha, &claim, &said.why).await?;
        Ok(shown(here, row).await?.created())
    })
    .await
}

async fn shown(here: &InCase, row: ClaimRow) -> Result<Answer, Problem> {
    told(here, &[row], |shown| Answer::json(&shown.first())).await
}

async fn as_value(here: &InCase, row: ClaimRow) -> Result<Value, Problem> {
    told(here, &[row], |shown| Ok(serde_json::to_value(shown.first()).unwrap_or_default())).await
}

/// Two that are one, or are not.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// One.
    one: String,
    /// The other.
    other: String,
    /// Whether they are one.
    joined: bool,
    /// Why.
    why: String,
}

impl Pair {
    fn decision(&self) -> Decision {
        if self.joined { Decision::Joined } else { Decision::Cut }
    }
}

/// Says whether two documents have one origin
#[utoipa::path(post, path = "/cases/{case}/links", tag = "Roots", params(("case" = String, Path)), request_body = Pair, responses((status = 201, body = Object), Writing))]
pub async fn link(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(pair): Sent<Pair>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let ends = (pair.one.as_str(), pair.other.as_str());
        let link = here.casefile.decide_link(&here.viewer, here.case.id, ends, pair.decision(), &pair.why).await?;
        Ok(Answer::json(&link)?.created())
    })
    .await
}

/// Says whether two names are one actor
#[utoipa::path(post, path = "/cases/{case}/actor-links", tag = "Actors", params(("case" = String, Path)), request_body = Pair, responses((status = 201, body = Object), Writing))]
pub async fn link_actors(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(pair): Sent<Pair>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        let names = (pair.one.as_str(), pair.other.as_str());
        let link = here.casefile.decide_actor(&here.viewer, here.case.id, names, pair.decision(), &pair.why).await?;
        Ok(Answer::json(&link)?.created())
    })
    .await
}
