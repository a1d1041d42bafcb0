//! The journal, the newest first.

use axum::extract::{Path, State};
use record::id::CaseId;

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, InHouse, Who};
use crate::body::log::EntryShown;

impl Named for EntryShown {
    fn name(&self) -> String {
        format!("{} {}", self.at, self.kind)
    }
}

/// Who changed what in a case, when and why; the newest first
#[utoipa::path(get, path = "/cases/{case}/log", tag = "Log", params(("case" = String, Path), Paging), responses((status = 200, body = Page<EntryShown>), Reading))]
pub async fn of_case(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let rows = here.casefile.log(&here.viewer, here.case.id).await?;
        page(rows.into_iter().rev().map(EntryShown::from).collect(), &paging)
    })
    .await
}

/// Who changed what in the house register, when and why; the newest first
#[utoipa::path(get, path = "/log", tag = "Log", params(Paging), responses((status = 200, body = Page<EntryShown>), Reading))]
pub async fn of_house(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let rows = here.casefile.log(&here.viewer, CaseId::HOUSE).await?;
        page(rows.into_iter().rev().map(EntryShown::from).collect(), &paging)
    })
    .await
}
