//! Cases: what each holds.

use axum::extract::{Path, State};

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, InHouse, Who};
use crate::body::case::CaseShown;

impl Named for CaseShown {
    fn name(&self) -> String {
        self.id.clone()
    }
}

/// The cases that whoever asks may see, the oldest first
#[utoipa::path(get, path = "/cases", tag = "Case", params(Paging), responses((status = 200, body = Page<CaseShown>), Reading))]
pub async fn list(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let rows = here.casefile.cases(&here.viewer).await?;
        page(rows.into_iter().map(CaseShown::from).collect(), &paging)
    })
    .await
}

/// A case with what it holds
#[utoipa::path(get, path = "/cases/{case}", tag = "Case", params(("case" = String, Path, description = "Its id, or the first four digits or more")), responses((status = 200, body = CaseShown), Reading))]
pub async fn one(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let rows = here.casefile.cases(&here.viewer).await?;
        let row = rows.into_iter().find(|row| row.case.id == here.case.id);
        Answer::json(&CaseShown::from(row.ok_or(casefile::CasefileError::NoCase)?))
    })
    .await
}
