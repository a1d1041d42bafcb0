//! Claims: what is said in a case, by whom, and what people made of it.

use axum::extract::{Path, State};
use casefile::ClaimRow;
use casefile::register::Known;
use serde::Deserialize;
use utoipa::IntoParams;

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::body::claims::{ClaimShown, Wanted};

impl Named for ClaimShown<'_> {
    fn name(&self) -> String {
        self.claim.clone()
    }
}

/// Which claims are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Query {
    /// Only of sources whose name holds this.
    source: Option<String>,
    /// Only of this stance: says, asks, orders, hopes, doubts, denies, declines, evades.
    stance: Option<String>,
    /// Only of the document whose hash begins so.
    document: Option<String>,
    /// Only those that nobody has looked at, or that were read otherwise since.
    open: Option<bool>,
}

/// The claims of a case: by document in the order they came, and in each in the order of the text
#[utoipa::path(get, path = "/cases/{case}/claims", tag = "Claims", params(("case" = String, Path), Query, Paging), responses((status = 200, body = Page<ClaimShown>), Reading))]
pub async fn list(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(query): Asked<Query>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let mut claims = here.casefile.claims(&here.viewer, here.case.id).await?;
        let wanted = Wanted {
            source: query.source.as_deref(),
            stance: query.stance.as_deref(),
            document: query.document.as_deref(),
            open: query.open.unwrap_or(false),
        };
        claims.retain(|row| wanted.has(row));
        told(&here, &claims, |shown| page(shown, &paging)).await
    })
    .await
}

/// A claim
#[utoipa::path(get, path = "/cases/{case}/claims/{claim}", tag = "Claims", params(("case" = String, Path), ("claim" = String, Path, description = "Its id, or the first four digits or more")), responses((status = 200, body = ClaimShown), Reading))]
pub async fn one(
    State(desk): State<Desk>,
    who: Who,
    Path((case, claim)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let claims = vec![here.casefile.claim(&here.viewer, here.case.id, &claim).await?];
        told(&here, &claims, |shown| Answer::json(&shown.first())).await
    })
    .await
}

/// Claims with the sources of the register that say them, and what those of translations stand for.
pub async fn told<T>(
    here: &InCase,
    claims: &[ClaimRow],
    tell: impl FnOnce(Vec<ClaimShown<'_>>) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let InCase { casefile, viewer, case } = here;
    let sources = casefile.sources(viewer).await?;
    let documents = casefile.sources_of_documents(viewer, case.id).await?;
    let known = Known::new(&sources, &documents);
    let originals = casefile.originals(viewer, case.id, claims).await?;
    tell(claims.iter().map(|row| ClaimShown::new(row, &known, &originals)).collect())
}
