//! When, and from whom to whom: the timeline and the matrix of transfers.

use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::body::timeline::{Called, Cell, Moment, TransferShown, matrix, timeline, transfers};
use crate::failure::Failure;

impl Named for Moment {
    fn name(&self) -> String {
        format!("{} {} {} {}", self.document.get(..16).unwrap_or_default(), self.of, self.span.start, self.span.end)
    }
}

/// Which part of the timeline is wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TimelineQuery {
    /// `claim` or `event`: only those.
    of: Option<String>,
    /// From this day, month or year on.
    from: Option<String>,
    /// Up to this day, month or year.
    until: Option<String>,
    /// Only what this actor says, does or has done to it, by the name it is listed under.
    actor: Option<String>,
}

/// Events and claims by the day they are of, the earliest first
#[utoipa::path(get, path = "/cases/{case}/timeline", tag = "Timeline", params(("case" = String, Path), TimelineQuery, Paging), responses((status = 200, body = Page<Moment>), Reading))]
pub async fn list(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(query): Asked<TimelineQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    let of = match query.of.as_deref() {
        of @ (None | Some("claim" | "event")) => of.map(str::to_owned),
        Some(other) => {
            return Err(Problem::unreadable(format!("there is no {other:?} here"), "ask for claim or event"));
        }
    };
    let from = bound(query.from.as_deref())?.map(|(low, _)| low);
    let until = bound(query.until.as_deref())?.map(|(_, high)| high);
    desk.of_case(who, case, async move |here: InCase| {
        let read = here.casefile.read_in(&here.viewer, here.case.id).await?;
        let actors = here.casefile.actors(&here.viewer, here.case.id).await?;
        let mut all = timeline(&read, &Called::new(&actors), of.as_deref());
        let is = |said: &Option<String>| said == &query.actor;
        all.retain(|one| query.actor.is_none() || is(&one.who) || is(&one.whom));
        if from.is_some() || until.is_some() {
            all.retain(|one| {
                let bounds = one.day.as_ref().and_then(|day| day.parse::<record::time::CivilDate>().ok()?.bounds());
                bounds.is_some_and(|(low, high)| {
                    from.is_none_or(|from| high > from) && until.is_none_or(|until| low < until)
                })
            });
        }
        page(all, &paging)
    })
    .await
}

fn bound(day: Option<&str>) -> Result<Option<(record::time::Micros, record::time::Micros)>, Failure> {
    let Some(day) = day else { return Ok(None) };
    let parsed = day.parse::<record::time::CivilDate>();
    let bounds = parsed.ok().and_then(|day| day.bounds());
    let failed = || Failure::usage(format!("{day:?} is no day"), "write 2023, 2023-02 or 2023-02-18");
    bounds.map(Some).ok_or_else(failed)
}

/// Which transfers are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TransfersQuery {
    /// Only goods of this class: lethal, non-lethal, dual-use, energy, financial.
    class: Option<String>,
    /// Only in this status: considered, possible, announced, under-way, delivered, denied, halted.
    status: Option<String>,
}

/// Transfers with their matrix.
#[derive(Debug, Serialize, ToSchema)]
struct Transfers {
    /// How often goods are told of from one supplier to one recipient.
    cells: Vec<Cell>,
    /// All of them, in the order they came.
    transfers: Vec<TransferShown>,
}

/// Which goods are said to go from whom to whom
#[utoipa::path(get, path = "/cases/{case}/transfers", tag = "Transfers", params(("case" = String, Path), TransfersQuery), responses((status = 200, body = Transfers), Reading))]
pub async fn moved(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(query): Asked<TransfersQuery>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let read = here.casefile.read_in(&here.viewer, here.case.id).await?;
        let actors = here.casefile.actors(&here.viewer, here.case.id).await?;
        let mut all = transfers(&read, &Called::new(&actors));
        all.retain(|one| {
            query.class.as_ref().is_none_or(|class| one.class == *class)
                && query.status.as_ref().is_none_or(|status| one.status == *status)
        });
        Answer::json(&Transfers { cells: matrix(&all), transfers: all })
    })
    .await
}
