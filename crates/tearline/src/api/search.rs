//! Search: which documents speak of something.

use axum::extract::{Path, State};
use casefile::search::{Search, Sort};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::body::search::{Counted, HitShown, SavedShown, counted};
use crate::failure::Failure;

impl Named for SavedShown {
    fn name(&self) -> String {
        self.name.clone()
    }
}

/// What is looked for. Facets may come again: all must hold.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Query {
    /// Words: all must stand there; `"…"` is a phrase, `-` in front leaves out, `OR` gives the choice.
    words: String,
    /// `relevance` or `time`.
    sort: Option<String>,
    /// How many hits, 1 to 500; 20 where not given.
    limit: Option<usize>,
    /// With a claim of this source.
    source: Vec<String>,
    /// With a claim of this kind of source.
    kind: Vec<String>,
    /// With a claim of this stance.
    stance: Vec<String>,
    /// With a claim so sure: flat, hedged.
    certainty: Vec<String>,
    /// Where this actor is named.
    actor: Vec<String>,
    /// Where an actor is of this country.
    country: Vec<String>,
    /// With an event of this root.
    event: Vec<String>,
    /// With a transfer of goods of this class.
    goods: Vec<String>,
    /// Of this outlet.
    outlet: Vec<String>,
    /// Of this month.
    month: Vec<String>,
    /// With this marking.
    marking: Vec<String>,
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Found)]
struct FoundShown {
    /// The hits.
    hits: Vec<HitShown>,
    /// How many documents have it, as far as they were counted.
    count: usize,
    /// Whether there are more than were counted.
    more: bool,
    /// What the hits have in common.
    facets: Vec<Counted>,
}

/// Documents by words and by what is claimed in them, with what the hits have in common
#[utoipa::path(get, path = "/cases/{case}/search", tag = "Claims", params(("case" = String, Path), Query), responses((status = 200, body = FoundShown), Reading))]
pub async fn search(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(query): Asked<Query>,
) -> Result<Answer, Problem> {
    let limit = match query.limit.unwrap_or(20) {
        limit @ 1..=500 => limit,
        other => return Err(Problem::unreadable(format!("{other} hits cannot be had"), "ask for 1 to 500")),
    };
    let search = wanted(query)?;
    desk.of_case(who, case, async move |here: InCase| {
        let found = here.casefile.search(&here.viewer, here.case.id, &search, limit, true).await?;
        Answer::json(&FoundShown {
            hits: found.hits.into_iter().map(HitShown::from).collect(),
            count: found.count,
            more: found.more,
            facets: counted(found.facets),
        })
    })
    .await
}

/// The searches that are kept
#[utoipa::path(get, path = "/cases/{case}/searches", tag = "Claims", params(("case" = String, Path), Paging), responses((status = 200, body = Page<SavedShown>), Reading))]
pub async fn saved(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let saved = here.casefile.searches(&here.viewer, here.case.id).await?;
        page(saved.into_iter().map(SavedShown::from).collect(), &paging)
    })
    .await
}

fn wanted(query: Query) -> Result<Search, Problem> {
    let sort = match query.sort.as_deref() {
        None | Some("relevance") => Sort::Relevance,
        Some("time") => Sort::Time,
        Some(other) => {
            let failure = Failure::usage(format!("there is no order {other:?}"), "sort by relevance or time");
            return Err(failure.into());
        }
    };
    let all = [
        ("source", query.source),
        ("kind", query.kind),
        ("stance", query.stance),
        ("certainty", query.certainty),
        ("actor", query.actor),
        ("country", query.country),
        ("event", query.event),
        ("goods", query.goods),
        ("outlet", query.outlet),
        ("month", query.month),
        ("marking", query.marking),
    ];
    let facets: Vec<(String, String)> = all
        .into_iter()
        .flat_map(|(key, values)| values.into_iter().map(move |value| (key.to_owned(), value.trim().to_owned())))
        .collect();
    if query.words.trim().is_empty() && facets.is_empty() {
        return Err(Problem::unreadable("nothing is looked for", "give words, or a facet such as stance or actor"));
    }
    Ok(Search { words: query.words, facets, sort })
}
