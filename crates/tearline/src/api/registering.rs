//! What is entered for the whole house: cases, sources and their grades, warnings and their answers, mandates; and searches
//! that a case keeps.

use std::collections::BTreeSet;

use axum::extract::{Path, State};
use casefile::CasefileError;
use casefile::register::{StatedSource, StatedWarning};
use casefile::release::StatedMandate;
use casefile::search::{Search, Sort};
use record::label::Protection;
use record::mandate::Role;
use record::marking::Marking;
use record::reading::SourceKind;
use record::source::Reliability;
use record::time::CivilDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::asked::Sent;
use super::judging::{Done, done};
use super::problem::{Problem, Writing};
use super::{Answer, Desk, InCase, InHouse, Right, Who};
use crate::body::register::{SourceShown, WarningShown};
use crate::cli::disclose::Moment;

fn valid(marking: Option<&String>) -> Result<Option<Marking>, Problem> {
    Ok(marking.map(|text| disclose::marking::valid(text)).transpose().map_err(CasefileError::from)?)
}

/// A question.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCase {
    /// The question.
    question: String,
    /// The marking of the case, and of what is collected without another.
    marking: String,
}

/// Opens a case
#[utoipa::path(post, path = "/cases", tag = "Case", request_body = NewCase, responses((status = 201, body = Done), Writing))]
pub async fn open_case(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewCase>) -> Result<Answer, Problem> {
    let marking = disclose::marking::valid(&said.marking).map_err(CasefileError::from)?;
    desk.change_house(who, Right::Analyse, async move |here: InHouse| {
        let case = here.casefile.new_case(&here.viewer, &said.question, &marking).await?;
        done(Some(case.id.to_string()))
    })
    .await
}

/// A search that is to be kept.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSearch {
    /// Its name.
    name: String,
    /// The words.
    #[serde(default)]
    words: String,
    /// The facets: key and value each.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    facets: Vec<(String, String)>,
    /// Whether the newest come first.
    #[serde(default)]
    by_time: bool,
}

/// Keeps a search under a name
#[utoipa::path(post, path = "/cases/{case}/searches", tag = "Claims", params(("case" = String, Path)), request_body = NewSearch, responses((status = 201, body = Done), Writing))]
pub async fn save_search(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<NewSearch>,
) -> Result<Answer, Problem> {
    let sort = if said.by_time { Sort::Time } else { Sort::Relevance };
    let search = Search { words: said.words, facets: said.facets, sort };
    desk.change(who, Right::Analyse, case, async move |here: &InCase| {
        here.casefile.save_search(&here.viewer, here.case.id, &said.name, &search).await?;
        done(None)
    })
    .await
}

/// A source. The key that seals what is kept of a protected one is made by `tearline source add --new-key`, and only its public
/// part is sent here.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSource {
    /// What the house calls it.
    name: String,
    /// Under which other names reporting has it.
    #[serde(default)]
    names: Vec<String>,
    /// What kind of source it is.
    #[schema(value_type = Option<String>)]
    kind: Option<SourceKind>,
    /// Whose it is.
    #[serde(default)]
    owners: BTreeSet<String>,
    /// How it is guarded: open, sensitive or protected.
    #[schema(value_type = Option<String>)]
    protection: Option<Protection>,
    /// What it can know, and how.
    access: Option<String>,
    /// What it may want others to believe.
    bias: Option<String>,
    /// The marking of its entry; without one only whoever holds the store sees it.
    marking: Option<String>,
    /// The public part of its key.
    recipient: Option<String>,
    /// Why.
    #[serde(default)]
    why: String,
}

/// Enters a source
#[utoipa::path(post, path = "/sources", tag = "Administration", request_body = NewSource, responses((status = 201, body = SourceShown), Writing))]
pub async fn source(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewSource>) -> Result<Answer, Problem> {
    let stated = StatedSource {
        name: Some(said.name),
        names: said.names,
        kind: said.kind,
        owners: Some(said.owners).filter(|owners| !owners.is_empty()),
        protection: said.protection,
        access: said.access,
        bias: said.bias,
        marking: valid(said.marking.as_ref())?,
        recipient: said.recipient,
    };
    desk.change_house(who, Right::Register, async move |here: InHouse| {
        let row = here.casefile.enter_source(&here.viewer, &stated, &said.why).await?;
        Ok(Answer::json(&SourceShown::from(&row))?.created())
    })
    .await
}

/// How reliable a source is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Graded {
    /// A to F.
    #[schema(value_type = String)]
    reliability: Reliability,
    /// Why.
    why: String,
}

/// Says how reliable a source is
#[utoipa::path(post, path = "/sources/{source}/grades", tag = "Administration", params(("source" = String, Path)), request_body = Graded, responses((status = 201, body = SourceShown), Writing))]
pub async fn grade(
    State(desk): State<Desk>,
    who: Who,
    Path(source): Path<String>,
    Sent(said): Sent<Graded>,
) -> Result<Answer, Problem> {
    desk.change_house(who, Right::Register, async move |here: InHouse| {
        let row = here.casefile.grade_source(&here.viewer, &source, said.reliability, &said.why).await?;
        Ok(Answer::json(&SourceShown::from(&row))?.created())
    })
    .await
}

/// A warning or an appeal that was given in private.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWarning {
    /// By whom.
    by: String,
    /// To whom.
    to: String,
    /// When.
    #[schema(value_type = String)]
    date: CivilDate,
    /// Where, or by which way.
    #[serde(default)]
    place: String,
    /// The words that were agreed.
    words: String,
    /// Partners with whom it was given or agreed.
    #[serde(default)]
    partners: BTreeSet<String>,
    /// Who must agree before anything of it is disclosed.
    #[serde(default)]
    owners: BTreeSet<String>,
    /// Its marking.
    marking: Option<String>,
    /// Why it is entered.
    #[serde(default)]
    why: String,
}

/// Enters a private warning
#[utoipa::path(post, path = "/warnings", tag = "Administration", request_body = NewWarning, responses((status = 201, body = WarningShown), Writing))]
pub async fn warning(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewWarning>) -> Result<Answer, Problem> {
    let marking = valid(said.marking.as_ref())?;
    let NewWarning { by, to, date, place, words, partners, owners, why, .. } = said;
    let stated = StatedWarning { by, to, date, place, words, partners, marking, owners };
    desk.change_house(who, Right::Register, async move |here: InHouse| {
        let row = here.casefile.enter_warning(&here.viewer, &stated, &why).await?;
        Ok(Answer::json(&WarningShown::from(&row))?.created())
    })
    .await
}

/// What came back to a warning.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// What was said.
    words: String,
    /// When.
    #[schema(value_type = String)]
    date: CivilDate,
    /// Why it is entered.
    #[serde(default)]
    why: String,
}

/// Enters what came back to a warning
#[utoipa::path(post, path = "/warnings/{warning}/answers", tag = "Administration", params(("warning" = String, Path)), request_body = NewAnswer, responses((status = 201, body = WarningShown), Writing))]
pub async fn answer(
    State(desk): State<Desk>,
    who: Who,
    Path(warning): Path<String>,
    Sent(said): Sent<NewAnswer>,
) -> Result<Answer, Problem> {
    desk.change_house(who, Right::Register, async move |here: InHouse| {
        let row = here.casefile.enter_answer(&here.viewer, &warning, &said.words, said.date, &said.why).await?;
        Ok(Answer::json(&WarningShown::from(&row))?.created())
    })
    .await
}

/// What somebody is entrusted with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMandate {
    /// Who.
    person: String,
    /// author, approver, issuer, declassifier, `{"owner": NAME}` or `{"partner": NAME}`.
    #[schema(value_type = Object)]
    role: Role,
    /// Until when.
    until: Option<String>,
    /// Whether it is taken back.
    #[serde(default)]
    revoked: bool,
    /// The marking of the entry.
    marking: Option<String>,
    /// Why.
    why: String,
}

/// Gives a mandate, or takes it back: only for whoever holds the store
#[utoipa::path(post, path = "/mandates", tag = "Administration", request_body = NewMandate, responses((status = 201, body = Done), Writing))]
pub async fn mandate(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewMandate>) -> Result<Answer, Problem> {
    let until = said.until.as_ref().map(|text| text.parse::<Moment>()).transpose();
    let until = until.map_err(|error| Problem::unreadable(error, "write a moment with its zone"))?;
    let stated = StatedMandate {
        person: said.person,
        role: said.role,
        until: until.map(|moment| moment.at()),
        revoked: said.revoked,
        marking: valid(said.marking.as_ref())?,
        why: said.why,
    };
    desk.change_house(who, Right::Register, async move |here: InHouse| {
        here.casefile.enter_mandate(&here.viewer, &stated).await?;
        done(None)
    })
    .await
}
