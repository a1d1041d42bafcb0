//! The house register: sources, warnings, earlier releases, mandates.

use axum::extract::{Path, State};

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InHouse, Who};
use crate::body::register::{MandateShown, ReleaseShown, SourceShown, WarningShown};

impl Named for SourceShown<'_> {
    fn name(&self) -> String {
        self.id.clone()
    }
}

impl Named for WarningShown<'_> {
    fn name(&self) -> String {
        self.warning.id.to_string()
    }
}

impl Named for ReleaseShown<'_> {
    fn name(&self) -> String {
        self.release.id.to_string()
    }
}

impl Named for MandateShown<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.role, self.person)
    }
}

/// The sources of the house register
#[utoipa::path(get, path = "/sources", tag = "Administration", params(Paging), responses((status = 200, body = Page<SourceShown>), Reading))]
pub async fn sources(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let rows = here.casefile.sources(&here.viewer).await?;
        page(rows.iter().map(SourceShown::from).collect(), &paging)
    })
    .await
}

/// A source of the house register
#[utoipa::path(get, path = "/sources/{source}", tag = "Administration", params(("source" = String, Path, description = "Its name or id")), responses((status = 200, body = SourceShown), Reading))]
pub async fn source(State(desk): State<Desk>, who: Who, Path(source): Path<String>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let row = here.casefile.source(&here.viewer, &source).await?;
        Answer::json(&SourceShown::from(&row))
    })
    .await
}

/// The private warnings, with what came back
#[utoipa::path(get, path = "/warnings", tag = "Administration", params(Paging), responses((status = 200, body = Page<WarningShown>), Reading))]
pub async fn warnings(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let rows = here.casefile.warnings(&here.viewer).await?;
        page(rows.iter().map(WarningShown::from).collect(), &paging)
    })
    .await
}

/// What was said in public before, by the house or by others
#[utoipa::path(get, path = "/releases", tag = "Administration", params(Paging), responses((status = 200, body = Page<ReleaseShown>), Reading))]
pub async fn releases(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let rows = here.casefile.public_releases(&here.viewer).await?;
        page(rows.iter().map(ReleaseShown::from).collect(), &paging)
    })
    .await
}

/// Who may do what with disclosures
#[utoipa::path(get, path = "/mandates", tag = "Administration", params(Paging), responses((status = 200, body = Page<MandateShown>), Reading))]
pub async fn mandates(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    desk.of_house(who, async move |here: InHouse| {
        let rows = here.casefile.mandates(&here.viewer).await?;
        page(rows.iter().map(MandateShown::from).collect(), &paging)
    })
    .await
}
