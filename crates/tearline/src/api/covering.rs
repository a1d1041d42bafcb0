//! The adversary's chair: what the other side makes of a draft, what else could be said, who lets it go out, and what the house
//! asks for.
//!
//! What of it somebody may know, the casefile decides; whoever may not is told to ask, in the same bytes whatever there is.

use axum::extract::{Path, State};
use record::label::Protection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Named, Paging, page};
use super::asked::{Asked, Sent};
use super::drafting::shown;
use super::judging::done;
use super::problem::{Problem, Reading, Writing};
use super::{Answer, Desk, InCase, InHouse, Right, Who};
use crate::body::register::AccessShown;

impl Named for AccessShown<'_> {
    fn name(&self) -> String {
        self.list.id.to_string()
    }
}

/// What the other side makes of a draft: each line detail by detail, the figures where the viewer may know them, else to ask
#[utoipa::path(get, path = "/cases/{case}/disclosures/{disclosure}/cover", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), responses((status = 200, body = Object), Reading))]
pub async fn cover(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        Answer::json(&here.casefile.cover(&here.viewer, here.case.id, &disclosure).await?)
    })
    .await
}

/// The same with what is suggested: the least generalisation of all lines that reaches what the house asks for
#[utoipa::path(get, path = "/cases/{case}/disclosures/{disclosure}/ladder", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), responses((status = 200, body = Object), Reading))]
pub async fn ladder(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        Answer::json(&here.casefile.ladder(&here.viewer, here.case.id, &disclosure).await?)
    })
    .await
}

/// What of a draft stands only in protected material: for the security officer; everybody else is told to ask, whether there is
/// something or not
#[utoipa::path(get, path = "/cases/{case}/disclosures/{disclosure}/guard", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), responses((status = 200, body = Object), Reading))]
pub async fn guard(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        Answer::json(&here.casefile.guard(&here.viewer, here.case.id, &disclosure).await?)
    })
    .await
}

/// Words that are tried.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Tried {
    /// The line whose words they would be, by number or id; none for a sentence that is not in the draft.
    line: Option<String>,
    /// The words.
    text: String,
    /// The claims behind them; those of the line where not given.
    #[serde(default)]
    claims: Vec<String>,
}

/// Tries words: what the other side would make of them, given everything that was ever released. Nothing is entered
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/cover/tried", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Tried, responses((status = 200, body = Object), Writing))]
pub async fn tried(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Tried>,
) -> Result<Answer, Problem> {
    who.scoped("read")?;
    desk.of_case(who, case, async move |here: InCase| {
        let words = (said.text.as_str(), said.claims.as_slice());
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        Answer::json(&casefile.tried(viewer, id, &disclosure, said.line.as_deref(), words).await?)
    })
    .await
}

/// That a draft may go out as far as cover goes.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Clearing {
    /// The draft that was looked at: its `draft`.
    seen: String,
    /// Why.
    #[serde(default)]
    why: String,
}

/// Says as the security officer that a draft may go out as it stands. Every release goes past them, so that having passed tells
/// nothing
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/clear", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Clearing, responses((status = 200, body = Object), Writing))]
pub async fn clear(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Clearing>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Clear, case, async move |here: &InCase| {
        let why = if said.why.trim().is_empty() { "cleared" } else { &said.why };
        shown(&here.casefile.clear(&here.viewer, here.case.id, &disclosure, &said.seen, why).await?)
    })
    .await
}

/// That an owner lets a draft go out below the cover that the house asks for.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Waiving {
    /// The draft that was looked at: its `draft`.
    seen: String,
    /// For which owner.
    owner: String,
    /// Why.
    why: String,
}

/// Lets a draft go out below the cover that the house asks for, in writing and for an owner; only owners and above see that
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/waive", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Waiving, responses((status = 201, body = super::judging::Done), Writing))]
pub async fn waive(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Waiving>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Speak, case, async move |here: &InCase| {
        let waived = (said.owner.as_str(), said.why.as_str());
        here.casefile.waive(&here.viewer, here.case.id, &disclosure, &said.seen, waived).await?;
        done(None)
    })
    .await
}

/// What the house asks of cover and ambiguity before something guarded goes out
#[utoipa::path(get, path = "/cover-policy", tag = "Administration", responses((status = 200, body = Object), Reading))]
pub async fn policy(State(desk): State<Desk>, who: Who) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| Answer::json(&here.casefile.cover_policy().await?)).await
}

/// What the house is to ask for.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPolicy {
    /// The least number of independent origins beside the source, 2 to 1000; as it was where not given.
    #[schema(minimum = 2, maximum = 1000)]
    k: Option<u32>,
    /// The least number of guarded claims that stay compatible, 1 to 1000; as it was where not given.
    #[schema(minimum = 1, maximum = 1000)]
    m: Option<u32>,
    /// From which guard on it is asked for: open, sensitive or protected; as it was where not given.
    #[schema(value_type = Option<String>)]
    from: Option<Protection>,
    /// Why.
    why: String,
}

/// Sets what the house asks for: only for whoever holds the store; everybody sees it
#[utoipa::path(post, path = "/cover-policy", tag = "Administration", request_body = NewPolicy, responses((status = 200, body = Object), Writing))]
pub async fn set_policy(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewPolicy>) -> Result<Answer, Problem> {
    desk.change_house(who, Right::Register, async move |here: InHouse| {
        let figures = (said.k, said.m);
        Answer::json(&here.casefile.set_cover_policy(&here.viewer, figures, said.from, &said.why).await?)
    })
    .await
}

/// Who on the other side knows what some reporting says: for the owners of each list, and for the security officer
#[utoipa::path(get, path = "/access-lists", tag = "Administration", params(Paging), responses((status = 200, body = Page<Object>), Reading))]
pub async fn lists(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let rows = here.casefile.access_lists(&here.viewer).await?;
        page(rows.iter().map(AccessShown::from).collect(), &paging)
    })
    .await
}
