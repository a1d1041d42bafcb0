//! The contract: every route, once. The router and the document are made of the same list, so that neither has what the other
//! has not.

use axum::Json;
use axum::extract::DefaultBodyLimit;
use axum::response::IntoResponse;
use serde_json::Value;
use utoipa::OpenApi as _;
use utoipa::openapi::path::Operation;
use utoipa::openapi::{OpenApi, RefOr};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{
    Desk, accounts, actors, case, claims, collect, covering, disclose, drafting, events, export, house, judging, log,
    oidc, register, registering, reports, review, search, timeline, weigh, who,
};

/// What routes answered of the sample, shortened.
const EXAMPLES: &str = include_str!("examples.json");
/// How large a body of JSON may be, in bytes.
const BODY: usize = 8 << 20;

/// The head of the document.
#[derive(utoipa::OpenApi)]
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
        .routes(routes!(case::list, registering::open_case))
        .routes(routes!(case::one))
        .routes(routes!(export::calendar_of))
        .routes(routes!(reports::list))
        .routes(routes!(reports::one))
        .routes(routes!(reports::original))
        .routes(routes!(claims::list))
        .routes(routes!(claims::one))
        .routes(routes!(search::search))
        .routes(routes!(search::saved, registering::save_search))
        .routes(routes!(actors::roots))
        .routes(routes!(actors::actors))
        .routes(routes!(actors::actor))
        .routes(routes!(timeline::list))
        .routes(routes!(timeline::moved))
        .routes(routes!(weigh::hypotheses, judging::hypothesis))
        .routes(routes!(weigh::roots, judging::evidence))
        .routes(routes!(weigh::judged))
        .routes(routes!(weigh::history))
        .routes(routes!(weigh::what_if))
        .routes(routes!(weigh::reasons))
        .routes(routes!(weigh::indicators, judging::indicator))
        .routes(routes!(weigh::matches, judging::matched))
        .routes(routes!(weigh::forecast, judging::forecast))
        .routes(routes!(weigh::score))
        .routes(routes!(disclose::list, drafting::propose))
        .routes(routes!(disclose::one))
        .routes(routes!(disclose::options, drafting::option))
        .routes(routes!(disclose::versions))
        .routes(routes!(disclose::packet))
        .routes(routes!(covering::cover))
        .routes(routes!(covering::ladder))
        .routes(routes!(covering::guard))
        .routes(routes!(covering::tried))
        .routes(routes!(covering::clear))
        .routes(routes!(covering::waive))
        .routes(routes!(disclose::asks))
        .routes(routes!(disclose::shown))
        .routes(routes!(log::of_case))
        .routes(routes!(log::of_house))
        .routes(routes!(register::sources, registering::source))
        .routes(routes!(register::source))
        .routes(routes!(register::warnings, registering::warning))
        .routes(routes!(register::releases))
        .routes(routes!(register::mandates, registering::mandate))
        .routes(routes!(covering::policy, covering::set_policy))
        .routes(routes!(covering::lists))
        .routes(routes!(house::verify))
        .routes(routes!(events::events))
        .routes(routes!(oidc::start))
        .routes(routes!(oidc::back))
        .routes(routes!(accounts::set_up))
        .routes(routes!(accounts::log_in))
        .routes(routes!(accounts::log_out))
        .routes(routes!(accounts::password))
        .routes(routes!(accounts::factor))
        .routes(routes!(accounts::confirm))
        .routes(routes!(accounts::tokens, accounts::make_token))
        .routes(routes!(accounts::end_token))
        .routes(routes!(accounts::accounts, accounts::enter))
        .routes(routes!(accounts::change))
        .routes(routes!(accounts::audit))
        .routes(routes!(registering::grade))
        .routes(routes!(registering::answer))
        .routes(routes!(review::review))
        .routes(routes!(review::rate))
        .routes(routes!(review::add))
        .routes(routes!(review::link))
        .routes(routes!(review::link_actors))
        .routes(routes!(collect::upload))
        .routes(routes!(judging::horizon))
        .routes(routes!(judging::assume))
        .routes(routes!(judging::drop_assumption))
        .routes(routes!(judging::restate))
        .routes(routes!(judging::withdraw))
        .routes(routes!(judging::group))
        .routes(routes!(drafting::line))
        .routes(routes!(drafting::change))
        .routes(routes!(drafting::drop_line))
        .routes(routes!(drafting::lower))
        .routes(routes!(drafting::ask))
        .routes(routes!(drafting::consent))
        .routes(routes!(drafting::schedule))
        .routes(routes!(drafting::authority))
        .routes(routes!(drafting::choose))
        .routes(routes!(drafting::alone))
        .routes(routes!(drafting::withhold))
        .routes(routes!(drafting::approve))
        .routes(routes!(drafting::issue))
        .routes(routes!(export::whole))
        .routes(routes!(export::claims_csv))
        .routes(routes!(export::claims_parquet))
        .routes(routes!(export::matrix))
        .routes(routes!(export::bundle))
        .routes(routes!(export::calendar_ics));
    OpenApiRouter::with_openapi(Head::openapi()).nest("/api/v1", api).layer(DefaultBodyLimit::max(BODY))
}

/// The document of all routes.
pub fn document() -> OpenApi {
    let mut document = routes().into_openapi();
    document.components.get_or_insert_default().responses.extend(super::problem::shared());
    let examples: serde_json::Map<String, Value> = serde_json::from_str(EXAMPLES).unwrap_or_default();
    for (path, item) in &mut document.paths.paths {
        let words: Vec<&str> = path.split(['/', '{', '}', '.']).filter(|word| !word.is_empty()).skip(2).collect();
        let all = [
            ("get", &mut item.get),
            ("post", &mut item.post),
            ("put", &mut item.put),
            ("patch", &mut item.patch),
            ("delete", &mut item.delete),
        ];
        for (method, operation) in all.into_iter().filter_map(|(method, one)| Some((method, one.as_mut()?))) {
            // The name of a function is not one of a route: several rooms have a `list`.
            operation.operation_id = Some(format!("{method}-{}", words.join("-")));
            if let Some(example) = examples.get(&format!("{method} {path}")) {
                exemplify(operation, example);
            }
        }
    }
    document
}

/// Puts an example beside what a route answers.
fn exemplify(operation: &mut Operation, example: &Value) {
    if let Some(RefOr::T(response)) = operation.responses.responses.get_mut("200")
        && let Some(RefOr::T(content)) = response.content.get_mut("application/json")
    {
        content.example = Some(example.clone());
    }
}

/// This document
#[utoipa::path(get, path = "/openapi.json", tag = "House", responses((status = 200, body = Object), super::problem::Reading))]
async fn described() -> impl IntoResponse {
    Json(document())
}
