//! The contract: every route, once. The router and the document are made of the same list, so that neither has what the other
//! has not.

use axum::Json;
use axum::extract::DefaultBodyLimit;
use axum::response::IntoResponse;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Desk, actors, case, claims, disclose, events, export, house, log, register, reports, search, timeline, weigh, who};

/// How large a body of JSON may be, in bytes.
const BODY: usize = 8 << 20;

/// The head of the document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tearline",
        version = "1",
        description = "Everything that the page shows, and that `tearline X --format json` prints. Lists come in pages; \
                       spans are bytes of the text, `[start, end)`; errors are problem details. What somebody may not see \
                       is not there: not in lists, counts or errors either."
    ),
    components(schemas(super::problem::Problem)),
    tags(
        (name = "Case"), (name = "Reports"), (name = "Claims"), (name = "Roots"), (name = "Actors"), (name = "Timeline"),
        (name = "Transfers"), (name = "Weigh"), (name = "Disclose"), (name = "Log"), (name = "Administration"),
        (name = "Export"), (name = "House")
    )
)]
struct Head;

/// All routes with their document.
pub fn routes() -> OpenApiRouter<Desk> {
    let api = OpenApiRouter::new()
        .routes(routes!(house::health))
        .routes(routes!(who::me))
        .routes(routes!(described))
        .routes(routes!(case::list))
        .routes(routes!(case::one))
        .routes(routes!(export::calendar_of))
        .routes(routes!(reports::list))
        .routes(routes!(reports::one))
        .routes(routes!(reports::original))
        .routes(routes!(claims::list))
        .routes(routes!(claims::one))
        .routes(routes!(search::search))
        .routes(routes!(search::saved))
        .routes(routes!(actors::roots))
        .routes(routes!(actors::actors))
        .routes(routes!(actors::actor))
        .routes(routes!(timeline::list))
        .routes(routes!(timeline::moved))
        .routes(routes!(weigh::hypotheses))
        .routes(routes!(weigh::roots))
        .routes(routes!(weigh::judged))
        .routes(routes!(weigh::history))
        .routes(routes!(weigh::what_if))
        .routes(routes!(weigh::reasons))
        .routes(routes!(weigh::indicators))
        .routes(routes!(weigh::matches))
        .routes(routes!(weigh::forecast))
        .routes(routes!(weigh::score))
        .routes(routes!(disclose::list))
        .routes(routes!(disclose::one))
        .routes(routes!(disclose::options))
        .routes(routes!(disclose::versions))
        .routes(routes!(disclose::packet))
        .routes(routes!(disclose::asks))
        .routes(routes!(disclose::shown))
        .routes(routes!(log::of_case))
        .routes(routes!(log::of_house))
        .routes(routes!(register::sources))
        .routes(routes!(register::source))
        .routes(routes!(register::warnings))
        .routes(routes!(register::releases))
        .routes(routes!(register::mandates))
        .routes(routes!(house::verify))
        .routes(routes!(events::events))
        .routes(routes!(export::whole))
        .routes(routes!(export::claims_csv))
        .routes(routes!(export::claims_parquet))
        .routes(routes!(export::matrix))
        .routes(routes!(export::calendar_ics));
    OpenApiRouter::with_openapi(Head::openapi()).nest("/api/v1", api).layer(DefaultBodyLimit::max(BODY))
}

/// The document of all routes.
pub fn document() -> utoipa::openapi::OpenApi {
    routes().into_openapi()
}

/// This document
#[utoipa::path(get, path = "/openapi.json", tag = "House", responses((status = 200, body = Object), super::problem::Reading))]
async fn described() -> impl IntoResponse {
    Json(document())
}
