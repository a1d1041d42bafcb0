//! What a case holds as files for other programs: with the same rights as everything else.

use axum::extract::{Path, State};
use casefile::When;

use super::claims::told;
use super::problem::{Problem, Reading};
use super::{Answer, Desk, InCase, Who};
use crate::body::actors::ActorShown;
use crate::body::calendar::{Due, calendar, ics};
use crate::body::stix;
use crate::cli::Format;
use crate::show::flat::{Column, Kind, Value};
use crate::show::judgement::{banner, signs};
use crate::show::{flat, list, parquet};

/// The whole case as the command line exports it: one JSON object a line
#[utoipa::path(get, path = "/cases/{case}/export/case.jsonl", tag = "Export", params(("case" = String, Path)), responses((status = 200, content_type = "application/x-ndjson", body = String), Reading))]
pub async fn whole(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let mut out = Vec::new();
        here.casefile.export(&here.viewer, here.case.id, &mut |one| crate::show::json_line(&mut out, one)).await??;
        Ok(Answer::file("case.jsonl", "application/x-ndjson", out))
    })
    .await
}

/// The claims as CSV: one row each, the fields of `claims` as columns
#[utoipa::path(get, path = "/cases/{case}/export/claims.csv", tag = "Export", params(("case" = String, Path)), responses((status = 200, content_type = "text/csv", body = String), Reading))]
pub async fn claims_csv(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let claims = here.casefile.claims(&here.viewer, here.case.id).await?;
        told(&here, &claims, |shown| {
            let mut out = Vec::new();
            list::write(&mut out, Format::Csv, &shown)?;
            Ok(Answer::file("claims.csv", "text/csv; charset=utf-8", out))
        })
        .await
    })
    .await
}

const CLAIMS: [Column; 16] = [
    column("claim", Kind::Text, "its id"),
    column("document", Kind::Text, "the hash of its document"),
    column("outlet", Kind::Text, "who published that"),
    column("date", Kind::Text, "when"),
    column("marking", Kind::Text, "the marking of the document"),
    column("source", Kind::Text, "who says it, as resolved"),
    column("source_kind", Kind::Text, "what kind of source that is"),
    column("stance", Kind::Text, "in which stance"),
    column("polarity", Kind::Text, "positive or negative"),
    column("certainty_low", Kind::Real, "how sure at least"),
    column("certainty_high", Kind::Real, "how sure at most"),
    column("stage", Kind::Text, "which stage of an action it reports"),
    column("content", Kind::Text, "what is said"),
    column("start", Kind::Whole, "where that begins in the text, in bytes"),
    column("end", Kind::Whole, "where it ends"),
    column("verdict", Kind::Text, "what a person last said of it"),
];

const fn column(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, meaning }
}

/// The claims as a Parquet table
#[utoipa::path(get, path = "/cases/{case}/export/claims.parquet", tag = "Export", params(("case" = String, Path)), responses((status = 200, content_type = "application/vnd.apache.parquet", body = [u8]), Reading))]
pub async fn claims_parquet(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let claims = here.casefile.claims(&here.viewer, here.case.id).await?;
        let mut table = parquet::Table::new(&CLAIMS)?;
        let mut out = Vec::new();
        for row in &claims {
            let said = serde_json::to_value(row.stands().unwrap_or(&row.claim)).map_err(|_| Problem::broken())?;
            let word = |path: &str| said.pointer(path).and_then(|value| value.as_str()).map(str::to_owned);
            let text = |value: Option<String>| value.map_or(Value::Nothing, Value::Text);
            let real =
                |path: &str| said.pointer(path).and_then(serde_json::Value::as_f64).map_or(Value::Nothing, Value::Real);
            let whole = |path: &str| {
                said.pointer(path).and_then(serde_json::Value::as_i64).map_or(Value::Nothing, Value::Whole)
            };
            let verdict = row.reviews.last().and_then(|review| serde_json::to_value(review.verdict).ok());
            let spans = said.pointer("/content/spans").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
            let cells = vec![
                Value::Text(row.id.to_string()),
                Value::Text(row.document.sha256.to_string()),
                text(row.document.outlet.clone()),
                text(row.document.date.map(|date| date.to_string())),
                Value::Text(row.document.marking.clone()),
                text(word("/source/resolved").or_else(|| word("/source/text"))),
                text(word("/source/kind")),
                text(word("/stance")),
                text(word("/polarity")),
                real("/certainty/low"),
                real("/certainty/high"),
                text(word("/stage")),
                text(word("/content/text")),
                whole("/content/spans/0/0"),
                whole(&format!("/content/spans/{}/1", spans.saturating_sub(1))),
                text(verdict.and_then(|verdict| verdict.as_str().map(str::to_owned))),
            ];
            table.add(&mut out, vec![cells])?;
        }
        table.end(&mut out)?;
        Ok(Answer::file("claims.parquet", "application/vnd.apache.parquet", out))
    })
    .await
}

/// The matrix of evidence and hypotheses as CSV, as analysis of competing hypotheses has it
#[utoipa::path(get, path = "/cases/{case}/export/matrix.csv", tag = "Export", params(("case" = String, Path)), responses((status = 200, content_type = "text/csv", body = String), Reading))]
pub async fn matrix(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let weighing = here.casefile.weigh(&here.viewer, here.case.id, When::default()).await?;
        let text = |text: &str| Value::Text(text.to_owned());
        let mut rows = vec![
            [text("marking"), text("root"), text("grade"), text("diagnosticity")]
                .into_iter()
                .chain(weighing.hypotheses.iter().map(|one| text(&one.key)))
                .collect::<Vec<_>>(),
        ];
        let banner = banner(&weighing.label);
        for (one, (row, apart)) in weighing.roots.iter().zip(&weighing.matrix) {
            let grade = if one.silence { Value::Nothing } else { Value::Text(one.grade.to_string()) };
            let start = [text(&banner), text(&one.root.name), grade, Value::Real(*apart)];
            rows.push(start.into_iter().chain(signs(row).map(text)).collect());
        }
        let mut out = Vec::new();
        flat::csv(&mut out, &rows)?;
        Ok(Answer::file("matrix.csv", "text/csv; charset=utf-8", out))
    })
    .await
}

/// The case as a bundle of STIX 2.1: a report with notes for documents and claims, and the actors
#[utoipa::path(get, path = "/cases/{case}/export/bundle.stix.json", tag = "Export", params(("case" = String, Path)), responses((status = 200, content_type = "application/stix+json;version=2.1", body = Object), Reading))]
pub async fn bundle(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        let InCase { casefile, viewer, case } = &here;
        let row = casefile.cases(viewer).await?.into_iter().find(|row| row.case.id == case.id);
        let row = row.ok_or(casefile::CasefileError::NoCase)?;
        let documents = casefile.documents(viewer, case.id).await?;
        let claims = casefile.claims(viewer, case.id).await?;
        let actors: Vec<ActorShown> =
            casefile.actors(viewer, case.id).await?.into_iter().map(ActorShown::from).collect();
        let bundle = stix::bundle(&row, &documents, &claims, &actors);
        let bytes = serde_json::to_vec(&bundle).map_err(|_| Problem::broken())?;
        Ok(Answer::file("bundle.stix.json", "application/stix+json;version=2.1", bytes))
    })
    .await
}

async fn due(here: &InCase) -> Result<Vec<Due>, Problem> {
    let frame = here.casefile.frame(&here.viewer, here.case.id).await?;
    let (indicators, _) = here.casefile.indicators(&here.viewer, here.case.id).await?;
    let disclosures = here.casefile.disclosures(&here.viewer, here.case.id).await?;
    Ok(calendar(&here.case.id.to_string(), &frame, &indicators, &disclosures))
}

/// What is due when: the horizon, windows of indicators, and the calendars of disclosures
#[utoipa::path(get, path = "/cases/{case}/calendar", tag = "Case", params(("case" = String, Path)), responses((status = 200, body = Vec<Due>), Reading))]
pub async fn calendar_of(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| Answer::json(&due(&here).await?)).await
}

/// The same as iCalendar
#[utoipa::path(get, path = "/cases/{case}/export/calendar.ics", tag = "Export", params(("case" = String, Path)), responses((status = 200, content_type = "text/calendar", body = String), Reading))]
pub async fn calendar_ics(State(desk): State<Desk>, who: Who, Path(case): Path<String>) -> Result<Answer, Problem> {
    desk.of_case(who, case, async move |here: InCase| {
        Ok(Answer::file("calendar.ics", "text/calendar; charset=utf-8", ics(&due(&here).await?)))
    })
    .await
}
