//! Reports: the documents of a case, and each opened to be read.

use axum::extract::{Path, State};
use casefile::format::PassageMap;
use record::reading::{Actor, Event, GoodsClaim, Place, Problem as ReadingProblem, Time, Transfer};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::claims::told;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::body::case::DocumentShown;
use crate::body::claims::ClaimShown;

impl Named for DocumentShown {
    fn name(&self) -> String {
        self.sha256.clone()
    }
}

/// A document opened to be read. All spans are bytes of `text`, `[start, end)`.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenedDocument)]
struct OpenedShown<'o> {
    /// The document.
    document: DocumentShown,
    /// Its language, as an ISO 639-1 code.
    language: Option<&'o str>,
    /// The address it states or came from.
    url: Option<&'o str>,
    /// Its text.
    text: &'o str,
    /// The way back to bytes, pages or parts of what came in; none where the text is the bytes themselves.
    #[schema(value_type = Option<Object>)]
    passages: Option<&'o PassageMap>,
    /// Its claims in the order of the text, those that people added last.
    claims: Vec<ClaimShown<'o>>,
    /// Who is named: `id`, `name`, `kind`, `country`, `roles`, `mentions`.
    #[schema(value_type = Vec<Object>)]
    actors: &'o [Actor],
    /// Where.
    #[schema(value_type = Vec<Object>)]
    places: &'o [Place],
    /// When.
    #[schema(value_type = Vec<Object>)]
    times: &'o [Time],
    /// Who does what to whom.
    #[schema(value_type = Vec<Object>)]
    events: &'o [Event],
    /// Which goods go from whom to whom.
    #[schema(value_type = Vec<Object>)]
    transfers: &'o [Transfer],
    /// What somebody is said to lack.
    #[schema(value_type = Vec<Object>)]
    needs: &'o [GoodsClaim],
    /// What somebody is said to be able to make or supply, or not.
    #[schema(value_type = Vec<Object>)]
    capacities: &'o [GoodsClaim],
    /// What the reader could not do.
    #[schema(value_type = Vec<Object>)]
    problems: &'o [ReadingProblem],
    /// What it is a translation of.
    translation_of: Option<String>,
}

/// The documents of a case in the order they came
#[utoipa::path(get, path = "/cases/{case}/documents", tag = "Reports", params(("case" = String, Path), Paging), responses((status = 200, body = Page<DocumentShown>), Reading))]
pub async fn list(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let rows = here.casefile.documents(&here.viewer, here.case.id).await?;
        page(rows.into_iter().map(DocumentShown::from).collect(), &paging)
    })
    .await
}

/// A document opened to be read: text, claims with where they stand, and the rest of what was read
#[utoipa::path(get, path = "/cases/{case}/documents/{sha}", tag = "Reports", params(("case" = String, Path), ("sha" = String, Path, description = "Its hash, or the first four digits or more")), responses((status = 200, body = OpenedShown), Reading))]
pub async fn one(
    State(desk): State<Desk>,
    who: Who,
    Path((case, sha)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let opened = here.casefile.open_document(&here.viewer, here.case.id, &sha).await?;
        let (row, reading) = (&opened.row, &opened.reading);
        told(&here, &opened.claims, |claims| {
            Answer::json(&OpenedShown {
                document: DocumentShown::from(row.clone()),
                language: row.document.language.as_deref().or(reading.document.language.as_deref()),
                url: row.document.url.as_deref(),
                text: &opened.text,
                passages: opened.passages.as_ref(),
                claims,
                actors: &reading.actors,
                places: &reading.places,
                times: &reading.times,
                events: &reading.events,
                transfers: &reading.transfers,
                needs: &reading.needs,
                capacities: &reading.capacities,
                problems: &reading.problems,
                translation_of: row.document.translation.as_ref().map(|link| link.of.to_string()),
            })
        })
        .await
    })
    .await
}

/// The bytes that came in, to be saved
#[utoipa::path(get, path = "/cases/{case}/documents/{sha}/original", tag = "Reports", params(("case" = String, Path), ("sha" = String, Path)), responses((status = 200, content_type = "application/octet-stream", body = [u8]), Reading))]
pub async fn original(
    State(desk): State<Desk>,
    who: Who,
    Path((case, sha)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let (document, bytes) = here.casefile.document_bytes(&here.viewer, here.case.id, &sha).await?;
        // A browser runs none of it, whatever it is.
        Ok(Answer::file(&document.name, "application/octet-stream", bytes))
    })
    .await
}
