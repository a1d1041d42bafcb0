//! Roots and actors: what comes from one mouth, and who is who.

use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::{Named, Page, Paging, page};
use super::asked::Asked;
use super::claims::told;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::body::actors::ActorShown;
use crate::body::claims::ClaimShown;
use crate::body::roots::{ClaimRootShown, DocumentRootShown, of_claims, of_documents};
use crate::body::timeline::{Called, Moment, TransferShown, timeline, transfers};

impl Named for DocumentRootShown {
    fn name(&self) -> String {
        let ends = [self.documents.first(), self.documents.last()];
        ends.into_iter().flatten().map(|one| one.sha256.as_str()).collect::<Vec<_>>().join("-")
    }
}

impl Named for ClaimRootShown {
    fn name(&self) -> String {
        self.claims.first().map_or_else(String::new, |one| one.claim.clone())
    }
}

impl Named for ActorShown {
    fn name(&self) -> String {
        format!("{} {}", self.kind, self.name)
    }
}

/// Which roots are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RootsQuery {
    /// `documents`, or `claims`: what the roots are of.
    of: Option<String>,
    /// Also those that stand alone, and what hangs together without being one.
    all: Option<bool>,
}

/// A root of documents or of claims.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it says in the document what may come")]
enum AnyRoot {
    OfDocuments(DocumentRootShown),
    OfClaims(ClaimRootShown),
}

/// What says the same thing from the same mouth, with the reason of every edge
#[utoipa::path(get, path = "/cases/{case}/roots", tag = "Roots", params(("case" = String, Path), RootsQuery, Paging), responses((status = 200, body = Page<AnyRoot>), Reading))]
pub async fn roots(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(query): Asked<RootsQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let found = here.casefile.find_roots(&here.viewer, here.case.id).await?;
        let all = query.all.unwrap_or(false);
        match query.of.as_deref() {
            None | Some("documents") => page(of_documents(&found, all), &paging),
            Some("claims") => page(of_claims(&found, all), &paging),
            Some(other) => {
                Err(Problem::unreadable(format!("there are no roots of {other:?}"), "ask for documents or claims"))
            }
        }
    })
    .await
}

/// Which actors are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ActorsQuery {
    /// Only of this kind: state, person, organisation, group.
    kind: Option<String>,
    /// Only of this country, in three letters.
    country: Option<String>,
}

/// Who is named in a case
#[utoipa::path(get, path = "/cases/{case}/actors", tag = "Actors", params(("case" = String, Path), ActorsQuery, Paging), responses((status = 200, body = Page<ActorShown>), Reading))]
pub async fn actors(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(query): Asked<ActorsQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let found = here.casefile.actors(&here.viewer, here.case.id).await?;
        let mut actors: Vec<ActorShown> = found.into_iter().map(ActorShown::from).collect();
        actors.retain(|actor| {
            query.kind.as_ref().is_none_or(|kind| actor.kind == kind)
                && query.country.as_ref().is_none_or(|country| actor.country.as_ref() == Some(&country.to_uppercase()))
        });
        page(actors, &paging)
    })
    .await
}

/// Another actor that is named in the same documents.
#[derive(Debug, Serialize, ToSchema)]
pub struct Beside {
    /// Its name.
    name: String,
    /// What it is.
    kind: &'static str,
    /// In how many documents.
    documents: usize,
}

/// An actor with all that is told of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActorPage)]
struct ActorPage<'a> {
    /// The actor.
    actor: ActorShown,
    /// What it says.
    claims: Vec<ClaimShown<'a>>,
    /// What it does, and what is done to it.
    events: Vec<Moment>,
    /// What it supplies and gets.
    transfers: Vec<TransferShown>,
    /// Who is named beside it, most often first: its network.
    beside: Vec<Beside>,
}

/// An actor: what it says, does, supplies and gets, and who is named beside it
#[utoipa::path(get, path = "/cases/{case}/actors/{name}", tag = "Actors", params(("case" = String, Path), ("name" = String, Path, description = "Any of its names, to the letter")), responses((status = 200, body = ActorPage), Reading))]
pub async fn actor(
    State(desk): State<Desk>,
    who: Who,
    Path((case, name)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let all = here.casefile.actors(&here.viewer, here.case.id).await?;
        let named = |one: &&casefile::link::CaseActor| one.name == name || one.names.contains(&name);
        let unknown = || casefile::CasefileError::Unknown { kind: "actor", name: name.clone() };
        let actor = all.iter().find(named).ok_or_else(unknown)?.clone();
        let read = here.casefile.read_in(&here.viewer, here.case.id).await?;
        let called = Called::new(&all);
        let is_it = |said: &Option<String>| said.as_ref() == Some(&actor.name);
        let events = timeline(&read, &called, Some("event")).into_iter();
        let events = events.filter(|one| is_it(&one.who) || is_it(&one.whom)).collect();
        let moved = transfers(&read, &called).into_iter();
        let transfers = moved.filter(|one| is_it(&one.supplier) || is_it(&one.recipient)).collect();
        let mut beside: Vec<Beside> = all
            .iter()
            .filter(|one| one.name != actor.name || one.kind != actor.kind)
            .map(|one| Beside {
                documents: one.documents.intersection(&actor.documents).count(),
                kind: crate::body::actors::kind(one.kind),
                name: one.name.clone(),
            })
            .filter(|one| one.documents > 0)
            .collect();
        beside.sort_by(|one, other| other.documents.cmp(&one.documents).then_with(|| one.name.cmp(&other.name)));
        beside.truncate(50);
        let mut claims = here.casefile.claims(&here.viewer, here.case.id).await?;
        claims.retain(|row| {
            let source = &row.stands().unwrap_or(&row.claim).source;
            [source.resolved.as_ref(), Some(&source.text)].into_iter().flatten().any(|said| actor.names.contains(said))
        });
        told(&here, &claims, |claims| {
            Answer::json(&ActorPage { actor: ActorShown::from(actor.clone()), claims, events, transfers, beside })
        })
        .await
    })
    .await
}
