//! Collecting by upload: a file is streamed to a place of its own, of bounded size, before anything is read of it.

use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;

use axum::body::Body;
use axum::extract::{Path, State};
use casefile::format::{Limits, Refused, found, marked};
use casefile::{CasefileError, Collected, Given, Provenance, Translating, prepare};
use futures_util::StreamExt;
use record::label::Protection;
use record::time::CivilDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::Asked;
use super::problem::{Problem, Writing};
use super::{Answer, Desk, InCase, Right, Who};
use crate::cli::collect::{ASIDE_BYTES, can_be_tried_again};
use crate::cli::given::owners;
use crate::cli::sources::limits;
use crate::failure::Failure;

/// How large an upload may be, in bytes.
pub const MOST: u64 = 512 << 20;
/// How many documents, or how many bytes of them, are entered together.
const BATCH: usize = 32;
const BATCH_BYTES: usize = 8 << 20;
/// How long a name may be.
const NAME: usize = 200;

/// What is said of a file that is uploaded.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Said {
    /// Its name; folders in front of it are left out.
    name: String,
    /// Its marking; the case's own where not given.
    marking: Option<String>,
    /// Whose it is; may come again.
    owner: Vec<String>,
    /// How it is guarded: open, sensitive or protected.
    protection: Option<String>,
    /// The source of the house register that it comes from.
    source: Option<String>,
    /// Who published it.
    outlet: Option<String>,
    /// When.
    date: Option<String>,
    /// Its language, as an ISO 639-1 code.
    language: Option<String>,
    /// The document that it is a translation of.
    translation_of: Option<String>,
    /// Who translated it.
    translator: Option<String>,
    /// Why it is collected.
    why: Option<String>,
}

/// What became of one document of the file.
#[derive(Debug, Serialize, ToSchema)]
pub struct Became {
    /// The name it came under.
    name: String,
    /// added, held (it was there already), refused, or aside (kept to be tried again).
    outcome: &'static str,
    /// Its hash.
    sha256: Option<String>,
    /// How many claims were read in it.
    claims: Option<usize>,
    /// What the reader could not do, in words.
    problems: Vec<String>,
    /// The marking that it came in with, where that is higher than was asked for.
    raised: Option<String>,
    /// Why it was refused.
    why: Option<String>,
}

/// What became of the file.
#[derive(Debug, Serialize, ToSchema)]
struct Taken {
    /// What became of each document in it.
    documents: Vec<Became>,
}

/// Takes a file into the case: the body is the file itself, whatever it is
#[utoipa::path(post, path = "/cases/{case}/uploads", tag = "Reports", params(("case" = String, Path), Said), request_body(content = [u8], content_type = "application/octet-stream"), responses((status = 200, body = Taken), Writing))]
pub async fn upload(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Asked(said): Asked<Said>,
    body: Body,
) -> Result<Answer, Problem> {
    who.may(Right::Analyse)?;
    let (provenance, source, name) = provenance(said)?;
    let file = kept(body).await?;
    let limits = limits(desk.setting.program.clone());
    desk.of_case(who, case, async move |here: InCase| {
        let mut provenance = provenance;
        if let Some(name) = source {
            provenance.source = Some(Box::new(here.casefile.source(&here.viewer, &name).await?));
        }
        let documents = entered(&here, file, &name, &provenance, &limits).await?;
        Answer::json(&Taken { documents })
    })
    .await
}

/// Writes what is sent to a file that has no name and is gone when it is closed: also where the connection is lost.
async fn kept(body: Body) -> Result<std::fs::File, Problem> {
    let mut file = tempfile::tempfile()?;
    let mut size = 0_u64;
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| Problem::unreadable("the file did not come whole", "send it again"))?;
        size += piece.len() as u64;
        if size > MOST {
            return Err(Problem::too_large(MOST));
        }
        file.write_all(&piece)?;
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

/// Finds the documents in a file, reads them, and enters them some at a time.
async fn entered(
    here: &InCase,
    mut file: std::fs::File,
    name: &str,
    provenance: &Provenance,
    limits: &Limits,
) -> Result<Vec<Became>, Problem> {
    let InCase { casefile, viewer, case } = here;
    let held = casefile.held(viewer, case.id, provenance).await?;
    // What is found is handed over one by one, so that a large archive is never in memory as a whole.
    let (give, take) = std::sync::mpsc::sync_channel::<Result<casefile::format::Found, Refused>>(4);
    let mut reader = std::io::BufReader::with_capacity(64 << 10, file.try_clone()?);
    let (named, bounds) = (name.to_owned(), limits.clone());
    let finder = std::thread::spawn(move || {
        let _ = found(&mut reader, &named, None, &bounds, &mut |one| match give.send(one) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        });
    });
    let (mut batch, mut bytes, mut became, mut aside) = (Vec::new(), 0, Vec::new(), None);
    for one in take {
        match one.and_then(|one| one.extract(limits)) {
            Ok(extracted) => {
                let prepared = prepare(extracted, &provenance.given, &held)?;
                bytes += prepared.size();
                batch.push(prepared);
            }
            Err(refused) => {
                if can_be_tried_again(&refused.why) {
                    aside = Some(refused.why.to_string());
                }
                let failure = Failure::from(refused);
                became.push(Became::refused(name, failure.message()));
            }
        }
        if batch.len() >= BATCH || bytes >= BATCH_BYTES {
            enter(here, &mut batch, provenance, &mut became).await?;
            bytes = 0;
        }
    }
    enter(here, &mut batch, provenance, &mut became).await?;
    if finder.join().is_err() {
        return Err(Problem::broken());
    }
    if let Some(reason) = aside.filter(|_| file.metadata().is_ok_and(|about| about.len() <= ASIDE_BYTES)) {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        let marked = marked(&bytes, name, limits);
        match casefile.set_aside(viewer, case.id, (name, &bytes, &marked), &reason, provenance).await {
            Ok(()) => became.iter_mut().filter(|one| one.outcome == "refused").for_each(|one| one.outcome = "aside"),
            // What is in it could be higher than all that is known here, so nothing of it is kept.
            Err(CasefileError::UnknownMarking(_) | CasefileError::Above(..)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(became)
}

async fn enter(
    here: &InCase,
    batch: &mut Vec<casefile::Prepared>,
    provenance: &Provenance,
    became: &mut Vec<Became>,
) -> Result<(), Problem> {
    let prepared = std::mem::take(batch);
    let outcomes = here.casefile.collect(&here.viewer, here.case.id, &prepared, provenance).await?;
    became.extend(outcomes.into_iter().map(Became::from));
    Ok(())
}

impl Became {
    fn refused(name: &str, why: &str) -> Self {
        Self {
            name: name.to_owned(),
            outcome: "refused",
            sha256: None,
            claims: None,
            problems: Vec::new(),
            raised: None,
            why: Some(why.to_owned()),
        }
    }
}

impl From<Collected> for Became {
    fn from(outcome: Collected) -> Self {
        match outcome {
            Collected::Added { name, sha256, claims, problems, raised } => Self {
                outcome: "added",
                sha256: Some(sha256.to_string()),
                claims: Some(claims),
                problems: problems.into_iter().map(|problem| problem.message).collect(),
                raised: raised.map(|raised| raised.marking),
                why: None,
                name,
            },
            Collected::Held { name, sha256 } => {
                Self { outcome: "held", sha256: Some(sha256.to_string()), why: None, ..Self::refused(&name, "") }
            }
            Collected::Refused { name, why } => Self::refused(&name, Failure::from(why).message()),
        }
    }
}

/// What is stated of the file, the source it comes from, and its name.
fn provenance(said: Said) -> Result<(Provenance, Option<String>, String), Problem> {
    let marking = said.marking.as_deref().map(disclose::marking::valid).transpose().map_err(CasefileError::from)?;
    let protection = match said.protection.as_deref() {
        None | Some("open") => Protection::Open,
        Some("sensitive") => Protection::Sensitive,
        Some("protected") => Protection::Protected,
        Some(_) => return Err(Problem::unreadable("there is no such guard", "write open, sensitive or protected")),
    };
    let owners = owners(&said.owner)?;
    if protection > Protection::Open && owners.is_empty() {
        return Err(Problem::unreadable(
            "a guarded document needs an owner, whose word can be asked for",
            "send owner",
        ));
    }
    let date = said.date.as_deref().map(str::parse::<CivilDate>).transpose();
    let date = date.map_err(|error| Problem::unreadable(error.to_string(), "write 2023-02-18"))?;
    let provenance = Provenance {
        marking,
        owners,
        protection: Some(protection),
        source: None,
        given: Given { outlet: said.outlet, date, language: said.language },
        translation: said.translation_of.map(|of| Translating { of, by: said.translator }),
        why: said.why.unwrap_or_else(|| "collected".to_owned()),
        aside: None,
    };
    Ok((provenance, said.source, plain(&said.name)))
}

/// The name of a file without the folders in front of it and without what does not show.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shows = |sign: &char| !sign.is_control() && !crate::show::table::turns(*sign);
    let kept: String = last.chars().filter(shows).take(NAME).collect();
    match kept.trim() {
        "" | "." | ".." => "upload".to_owned(),
        some => some.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_name_is_a_name_and_nothing_more() {
        assert_eq!(plain("../../etc/passwd"), "passwd");
        assert_eq!(plain("C:\\temp\\a.txt"), "a.txt");
        assert_eq!(plain("a\u{202e}txt.exe\r\n\u{1b}[2J"), "atxt.exe[2J");
        assert_eq!(plain(".."), "upload");
        assert_eq!(plain(""), "upload");
        assert_eq!(plain(&"x".repeat(5000)).len(), NAME);
    }
}
