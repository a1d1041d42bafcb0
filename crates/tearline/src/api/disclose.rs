//! Disclosures: drafts, options, consents, the packet, and who was shown what.

use axum::extract::{Path, State};
use casefile::release::{DisclosureRow, Shown as ShownTo};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::{Named, Paging, page};
use super::asked::Asked;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::cli::disclose::consent::Shown as AskShown;
use crate::cli::disclose::options::ways;
use crate::cli::disclose::show::{Shown, sentences};

impl Named for Shown<'_> {
    fn name(&self) -> String {
        self.id()
    }
}

impl Named for AskShown<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.line, self.owner)
    }
}

impl Named for ShownTo {
    fn name(&self) -> String {
        format!("{} {} {}", self.at.0, self.id, self.to)
    }
}

/// The disclosures of a case
#[utoipa::path(get, path = "/cases/{case}/disclosures", tag = "Disclose", params(("case" = String, Path), Paging), responses((status = 200, body = Page<Object>), Reading))]
pub async fn list(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let rows = here.casefile.disclosures(&here.viewer, here.case.id).await?;
        page(rows.iter().map(Shown::from).collect(), &paging)
    })
    .await
}

/// A disclosure with its lines, their markings and support, owners, approvals, and what is still missing
#[utoipa::path(get, path = "/cases/{case}/disclosures/{disclosure}", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), responses((status = 200, body = Object), Reading))]
pub async fn one(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let row = here.casefile.disclosure(&here.viewer, here.case.id, &disclosure).await?;
        Answer::json(&Shown::from(&row))
    })
    .await
}

/// For whom the ways are looked at.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Ways {
    /// What partners are cleared for.
    partners: Option<String>,
    /// What the one who would be warned is cleared for.
    reader: Option<String>,
}

/// The ways side by side: say it publicly, tell partners, warn privately, say nothing
#[utoipa::path(get, path = "/cases/{case}/disclosures/{disclosure}/options", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path), Ways), responses((status = 200, body = Vec<Object>), Reading))]
pub async fn options(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Asked(asked): Asked<Ways>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let row = here.casefile.disclosure(&here.viewer, here.case.id, &disclosure).await?;
        Answer::json(&ways(&row, asked.partners, asked.reader)?)
    })
    .await
}

/// The versions of a disclosure for several audiences, sentence by sentence
#[utoipa::path(get, path = "/cases/{case}/disclosures/{disclosure}/versions", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), responses((status = 200, body = Vec<Object>), Reading))]
pub async fn versions(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let one = here.casefile.disclosure(&here.viewer, here.case.id, &disclosure).await?;
        let first = one.disclosure.version_of.unwrap_or(one.disclosure.id);
        let mut all: Vec<DisclosureRow> = here.casefile.disclosures(&here.viewer, here.case.id).await?;
        all.retain(|row| row.disclosure.id == first || row.disclosure.version_of == Some(first));
        Answer::json(&sentences(&all))
    })
    .await
}

/// A file of a packet.
#[derive(Debug, Serialize, ToSchema)]
struct PacketFile {
    /// Its name.
    name: String,
    /// Its bytes, in Base64.
    base64: String,
}

/// The files of the packet of an issued disclosure, as they were kept
#[utoipa::path(get, path = "/cases/{case}/disclosures/{disclosure}/packet", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), responses((status = 200, body = Vec<PacketFile>), Reading))]
pub async fn packet(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
) -> Result<Answer, Problem> {
    use base64::Engine;
    desk.of_case(who, case, async move |here: InCase| {
        let files = here.casefile.packet(&here.viewer, here.case.id, &disclosure, None).await?;
        let file = |(name, bytes)| PacketFile { name, base64: base64::engine::general_purpose::STANDARD.encode(bytes) };
        Answer::json(&files.into_iter().map(file).collect::<Vec<_>>())
    })
    .await
}

/// What owners are asked: for whoever speaks for them, and for whoever asked
#[utoipa::path(get, path = "/cases/{case}/asks", tag = "Disclose", params(("case" = String, Path), Paging), responses((status = 200, body = Page<Object>), Reading))]
pub async fn asks(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let rows = here.casefile.asks(&here.viewer, here.case.id).await?;
        page(rows.iter().map(AskShown::from).collect(), &paging)
    })
    .await
}

/// To whom.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct To {
    /// Only what was shown to whoever's name holds this.
    to: Option<String>,
}

/// The disclosure register: who was shown what, when, under which marking, and what they may do with it
#[utoipa::path(get, path = "/cases/{case}/shown", tag = "Disclose", params(("case" = String, Path), To, Paging), responses((status = 200, body = Page<Object>), Reading))]
pub async fn shown(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(to): Asked<To>,
    Asked(paging): Asked<Paging>,
) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let mut rows = here.casefile.shown(&here.viewer, here.case.id).await?;
        if let Some(to) = &to.to {
            let wanted = to.to_lowercase();
            rows.retain(|row| row.to.to_lowercase().contains(&wanted));
        }
        page(rows, &paging)
    })
    .await
}
