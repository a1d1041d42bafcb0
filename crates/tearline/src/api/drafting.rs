//! Disclosures in the making: propose, draft, ask, consent, approve, issue; or decide that nothing is said.
//!
//! Who may do what with which draft is decided by the rules of consent, in the casefile; here only the role is looked at.

use axum::extract::{Path, State};
use casefile::CasefileError;
use casefile::release::{Asked as Ask, DisclosureRow, Drafted, Lowered, Proposal, Spoken};
use record::packet::AuthorityBlock;
use record::release::{Authority, How, Mode, Place, Schedule, Verdict, Way};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asked::Sent;
use super::judging::{Because, done};
use super::problem::{Problem, Writing};
use super::{Answer, Desk, InCase, Right, Who};
use crate::cli::disclose::Moment;
use crate::cli::disclose::show::Shown;

pub(super) fn shown(row: &DisclosureRow) -> Result<Answer, Problem> {
    Answer::json(&Shown::from(row))
}

fn moment(text: Option<&String>) -> Result<Option<Moment>, Problem> {
    let parse = |text: &String| text.parse::<Moment>();
    text.map(parse).transpose().map_err(|error| Problem::unreadable(error, "write a moment with its zone"))
}

/// That the draft is the one that was looked at.
fn unchanged(row: &DisclosureRow, seen: &str, yours: &impl Serialize) -> Result<(), Problem> {
    if row.draft == seen {
        return Ok(());
    }
    let both = [serde_json::to_value(Shown::from(row)), serde_json::to_value(yours)].map(Result::unwrap_or_default);
    let [theirs, yours] = both;
    Err(Problem::changed(theirs, yours))
}

/// Something to be said to somebody.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDisclosure {
    /// What it is for.
    purpose: String,
    /// Who is to hear it: `public`, or a clearance.
    audience: String,
    /// The way it goes.
    channel: String,
    /// What it is about, as the audience reads it.
    title: Option<String>,
    /// Who issues it; not a person.
    issuer: Option<String>,
    /// Who may get what stands below the tearline.
    onward: Option<String>,
    /// What the audience may do with it.
    #[serde(default)]
    terms: String,
    /// The disclosure that this is a version of.
    version_of: Option<String>,
    /// The disclosure whose packet this one replaces.
    amends: Option<Amends>,
}

/// What happens to an older packet.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amends {
    /// The disclosure whose packet it is.
    disclosure: String,
    /// supersedes, corrects or withdraws.
    #[schema(value_type = String)]
    how: How,
    /// Why, in words that the audience may read.
    because: String,
}

/// Proposes to say something
#[utoipa::path(post, path = "/cases/{case}/disclosures", tag = "Disclose", params(("case" = String, Path)), request_body = NewDisclosure, responses((status = 201, body = Object), Writing))]
pub async fn propose(
    State(desk): State<Desk>,
    who: Who,
    Path(case): Path<String>,
    Sent(said): Sent<NewDisclosure>,
) -> Result<Answer, Problem> {
    let amends = said.amends.map(|amends| (amends.disclosure, amends.how, amends.because));
    let NewDisclosure { purpose, audience, channel, title, issuer, onward, terms, version_of, .. } = said;
    let proposal = Proposal { purpose, audience, channel, title, issuer, onward, terms, version_of, amends };
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        let row = here.casefile.propose(&here.viewer, here.case.id, &proposal).await?;
        Ok(shown(&row)?.created())
    })
    .await
}

/// A line.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    /// The words.
    text: String,
    /// The claims behind them.
    #[serde(default)]
    claims: Vec<String>,
    /// The key of the hypothesis whose judgement they state.
    judgement: Option<String>,
    /// `below`, `above`, or `{"answer": {"question": …}}`.
    #[serde(default)]
    #[schema(value_type = Object)]
    place: Place,
    /// The line that says the same, above the tearline or in another version.
    like: Option<String>,
}

impl From<&NewLine> for Drafted {
    fn from(said: &NewLine) -> Self {
        let NewLine { text, claims, judgement, place, like } = said.clone();
        Self { text, claims, judgement, place, like }
    }
}

/// Drafts a line that rests on claims or states a judgement
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/lines", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = NewLine, responses((status = 201, body = Object), Writing))]
pub async fn line(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<NewLine>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        let drafted = Drafted::from(&said);
        let row = here.casefile.draft_line(&here.viewer, here.case.id, &disclosure, &drafted).await?;
        Ok(shown(&row)?.created())
    })
    .await
}

/// A line as it is to be.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedLine {
    /// The words.
    text: String,
    /// The claims behind them, instead of those that were; as they were where not given.
    #[serde(default)]
    claims: Vec<String>,
    /// The key of the hypothesis whose judgement they state.
    judgement: Option<String>,
    /// The words that stood there when it was looked at.
    seen: String,
    /// Why.
    #[serde(default)]
    why: String,
}

/// Changes a line; what was agreed of its old words counts no longer
#[utoipa::path(put, path = "/cases/{case}/disclosures/{disclosure}/lines/{line}", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path), ("line" = String, Path)), request_body = ChangedLine, responses((status = 200, body = Object), Writing))]
pub async fn change(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure, line)): Path<(String, String, String)>,
    Sent(said): Sent<ChangedLine>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        let row = casefile.disclosure(viewer, id, &disclosure).await?;
        as_seen(&row, &line, &said.seen, &said)?;
        let why = if said.why.trim().is_empty() { "changed" } else { &said.why };
        let drafted = Drafted {
            text: said.text.clone(),
            claims: said.claims.clone(),
            judgement: said.judgement.clone(),
            ..Drafted::default()
        };
        shown(&casefile.change_line(viewer, id, &disclosure, &line, &drafted, why).await?)
    })
    .await
}

/// That a line says what it said when it was looked at. A line that is not there is told of as such by whoever changes it.
fn as_seen(row: &DisclosureRow, line: &str, seen: &str, yours: &impl Serialize) -> Result<(), Problem> {
    let number: Option<usize> = line.parse().ok().filter(|number| *number > 0 && line.len() < 4);
    let lines = &row.disclosure.lines;
    let found = match number {
        Some(number) => lines.get(number - 1),
        None => lines.iter().find(|one| one.id.to_string().starts_with(&line.to_ascii_lowercase())),
    };
    match found {
        Some(now) if now.text != seen => {
            let both = [serde_json::to_value(now), serde_json::to_value(yours)].map(Result::unwrap_or_default);
            let [theirs, yours] = both;
            Err(Problem::changed(theirs, yours))
        }
        _ => Ok(()),
    }
}

/// That a line is taken out.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dropped {
    /// The words that stood there when it was looked at.
    seen: String,
    /// Why.
    why: String,
}

/// Takes a line out
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/lines/{line}/drop", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path), ("line" = String, Path)), request_body = Dropped, responses((status = 200, body = Object), Writing))]
pub async fn drop_line(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure, line)): Path<(String, String, String)>,
    Sent(said): Sent<Dropped>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        let row = casefile.disclosure(viewer, id, &disclosure).await?;
        as_seen(&row, &line, &said.seen, &said)?;
        shown(&casefile.drop_line(viewer, id, &disclosure, &line, &said.why).await?)
    })
    .await
}

/// A lower marking.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Lower {
    /// The marking that the line is to have.
    to: String,
    /// By which right: originator, guide or declassifier; a proposal where not given.
    #[schema(value_type = Option<String>)]
    authority: Option<Authority>,
    /// For which owner.
    owner: Option<String>,
    /// Why.
    why: String,
}

/// Proposes a lower marking for a line, or enters one by a right
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/lines/{line}/lowerings", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path), ("line" = String, Path)), request_body = Lower, responses((status = 200, body = Object), Writing))]
pub async fn lower(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure, line)): Path<(String, String, String)>,
    Sent(said): Sent<Lower>,
) -> Result<Answer, Problem> {
    // The word of an originator is an owner's.
    let right = if said.authority == Some(Authority::Originator) { Right::Speak } else { Right::Review };
    let to = disclose::marking::valid(&said.to).map_err(CasefileError::from)?;
    let lowered = Lowered { to, authority: said.authority, owner: said.owner, why: said.why };
    desk.change(who, right, case, async move |here: &InCase| {
        shown(&here.casefile.lower(&here.viewer, here.case.id, &disclosure, &line, &lowered).await?)
    })
    .await
}

/// What owners are asked.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAsk {
    /// The line; all where not given.
    line: Option<String>,
    /// The owner; all of the line where not given.
    owner: Option<String>,
    /// What it is for, as they are told.
    purpose: String,
    /// disclosure (shown) or release (theirs to keep).
    #[schema(value_type = String)]
    mode: Mode,
    /// What a partner is cleared for.
    clearance: Option<String>,
    /// By when an answer is needed.
    deadline: Option<String>,
    /// To whom it goes where there is none by then.
    escalate: Option<String>,
}

/// Asks owners whether a line may be said
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/asks", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = NewAsk, responses((status = 200, body = Object), Writing))]
pub async fn ask(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<NewAsk>,
) -> Result<Answer, Problem> {
    let deadline = moment(said.deadline.as_ref())?.map(|moment| moment.at());
    let NewAsk { line, owner, purpose, mode, clearance, escalate, .. } = said;
    let asked = Ask { line, owner, purpose, mode, clearance, deadline, escalate };
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        shown(&here.casefile.ask(&here.viewer, here.case.id, &disclosure, &asked).await?.0)
    })
    .await
}

/// An owner's word.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// For which owner.
    owner: String,
    /// concurs, objects or change.
    #[schema(value_type = String)]
    verdict: Verdict,
    /// Why it may not be said, or the other words.
    #[serde(default)]
    why: String,
    /// Until when it holds.
    until: Option<String>,
    /// The words that were read, as `asks` gives them: `words`.
    seen: String,
}

/// Says for an owner whether a line may be said
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/lines/{line}/consents", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path), ("line" = String, Path)), request_body = Consent, responses((status = 201, body = super::judging::Done), Writing))]
pub async fn consent(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure, line)): Path<(String, String, String)>,
    Sent(said): Sent<Consent>,
) -> Result<Answer, Problem> {
    let until = moment(said.until.as_ref())?.map(|moment| moment.at());
    let spoken = Spoken { owner: said.owner, verdict: said.verdict, why: said.why, until, words: said.seen };
    desk.change(who, Right::Speak, case, async move |here: &InCase| {
        here.casefile.speak(&here.viewer, here.case.id, &disclosure, &line, &spoken).await?;
        done(None)
    })
    .await
}

/// When it is wanted, and what it is timed against.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Timed {
    /// When it is wanted: 2030-02-24T09:00Z, or with a zone as in 2030-02-24T09:00[Europe/Berlin].
    wanted: Option<String>,
    /// Before when whoever gets it must not make it public.
    embargo: Option<String>,
    /// When it is no longer to be relied on.
    expires: Option<String>,
    /// What it is timed against, each with its time.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    against: Vec<(String, String)>,
}

/// Sets the calendar of a disclosure
#[utoipa::path(put, path = "/cases/{case}/disclosures/{disclosure}/schedule", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Timed, responses((status = 200, body = Object), Writing))]
pub async fn schedule(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Timed>,
) -> Result<Answer, Problem> {
    let whole = |text: Option<&String>| moment(text).map(|moment| moment.map(|moment| moment.whole()));
    let mut against = Vec::new();
    for (name, text) in &said.against {
        against.extend(whole(Some(text))?.map(|moment| (name.trim().to_owned(), moment)));
    }
    against.sort_by_key(|(_, moment)| moment.at);
    let schedule = Schedule {
        wanted: whole(said.wanted.as_ref())?,
        embargo: whole(said.embargo.as_ref())?,
        expires: whole(said.expires.as_ref())?,
        against,
    };
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        shown(&here.casefile.schedule(&here.viewer, here.case.id, &disclosure, &schedule, "calendar").await?)
    })
    .await
}

/// States by whose authority it is classified; with `null`, takes that out again
#[utoipa::path(put, path = "/cases/{case}/disclosures/{disclosure}/authority", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Object, responses((status = 200, body = Object), Writing))]
pub async fn authority(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(block): Sent<Option<AuthorityBlock>>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        shown(&here.casefile.state_authority(&here.viewer, here.case.id, &disclosure, block.as_ref()).await?)
    })
    .await
}

/// What one way would gain, cost and reveal.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOption {
    /// public, partners, private or nothing.
    #[schema(value_type = String)]
    way: Way,
    /// What would be gained.
    #[serde(default)]
    gain: String,
    /// What it would cost.
    #[serde(default)]
    cost: String,
    /// What it would reveal.
    #[serde(default)]
    reveals: String,
}

/// Says what one way would gain, cost and reveal
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/options", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = NewOption, responses((status = 200, body = Object), Writing))]
pub async fn option(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<NewOption>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        let means = (said.gain.as_str(), said.cost.as_str(), said.reveals.as_str());
        shown(&here.casefile.state_choice(&here.viewer, here.case.id, &disclosure, said.way, means).await?)
    })
    .await
}

/// The way that is chosen.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// public, partners, private or nothing.
    #[schema(value_type = String)]
    way: Way,
    /// The warning of the register that was given.
    warning: Option<String>,
    /// Why.
    why: String,
}

/// Chooses a way
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/choice", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Chosen, responses((status = 200, body = Object), Writing))]
pub async fn choose(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Chosen>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Release, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        shown(&casefile.choose(viewer, id, &disclosure, said.way, said.warning.as_deref(), &said.why).await?)
    })
    .await
}

/// Says that this is a desk of one: nobody else approves, and the packet says so
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/alone", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Because, responses((status = 200, body = Object), Writing))]
pub async fn alone(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Because>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Draft, case, async move |here: &InCase| {
        shown(&here.casefile.alone(&here.viewer, here.case.id, &disclosure, &said.why).await?)
    })
    .await
}

/// Decides that it is not said: an outcome that is kept
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/withhold", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Because, responses((status = 200, body = Object), Writing))]
pub async fn withhold(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Because>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Release, case, async move |here: &InCase| {
        shown(&here.casefile.withhold(&here.viewer, here.case.id, &disclosure, &said.why).await?)
    })
    .await
}

/// That a draft is agreed to.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// The draft that was read: its `draft`.
    seen: String,
    /// Why.
    #[serde(default)]
    why: String,
}

/// Approves a draft as it stands; whoever wrote any of it cannot
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/approvals", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Approved, responses((status = 200, body = Object), Writing))]
pub async fn approve(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Approved>,
) -> Result<Answer, Problem> {
    desk.change(who, Right::Review, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        let row = casefile.disclosure(viewer, id, &disclosure).await?;
        unchanged(&row, &said.seen, &said)?;
        let why = if said.why.trim().is_empty() { "approved" } else { &said.why };
        shown(&casefile.approve(viewer, id, &disclosure, &row.draft, why).await?)
    })
    .await
}

/// That a draft is to go out.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// The draft that was read: its `draft`.
    seen: String,
}

/// Issues a draft to which everybody agreed, as a packet signed with the key of this server
#[utoipa::path(post, path = "/cases/{case}/disclosures/{disclosure}/issue", tag = "Disclose", params(("case" = String, Path), ("disclosure" = String, Path)), request_body = Issued, responses((status = 201, body = super::judging::Done), Writing))]
pub async fn issue(
    State(desk): State<Desk>,
    who: Who,
    Path((case, disclosure)): Path<(String, String)>,
    Sent(said): Sent<Issued>,
) -> Result<Answer, Problem> {
    let Some(key) = desk.setting.signing.clone() else {
        let hint = "start the server with --key, or issue it with `tearline disclose issue`";
        return Err(Problem::refused("no-key", "this server has no key that signs packets", hint));
    };
    desk.change(who, Right::Release, case, async move |here: &InCase| {
        let (casefile, viewer, id) = (&here.casefile, &here.viewer, here.case.id);
        let row = casefile.disclosure(viewer, id, &disclosure).await?;
        unchanged(&row, &said.seen, &said)?;
        let origin = format!("tearline/{}", key.public().id());
        let (packet, _) = casefile.issue(viewer, id, &disclosure, &key, &origin).await?;
        done(Some(packet.to_string()))
    })
    .await
}
