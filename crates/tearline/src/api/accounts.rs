//! Accounts: setting up, coming in and going out; one's own password, second factor and tokens; and those of others.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Path, State};
use axum::http::Extensions;
use casefile::account::{Account, Changed, LoggedIn, Looked, Role, TokenRow};
use record::id::CaseId;
use record::time::Micros;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{Named, Page, Paging, page};
use super::asked::{Asked, Sent};
use super::guard::cookie;
use super::judging::{Done, done};
use super::problem::{Problem, Reading, Writing};
use super::who::{Me, SCOPES};
use super::{Answer, Desk, Door, InHouse, Right, Who};
use crate::cli::disclose::Moment;

/// The first account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct First {
    /// What the server printed when it started.
    code: String,
    /// The name, as it will stand in the journal.
    name: String,
    /// The password: twelve characters or more.
    password: String,
}

fn in_now(desk: &Desk, logged: LoggedIn) -> Result<Answer, Problem> {
    let set = cookie(desk, &logged.secret);
    let who = Who {
        viewer: logged.account.viewer(),
        roles: logged.account.roles.into_iter().collect(),
        csrf: Some(logged.csrf),
        scopes: None,
        session: Some(logged.secret),
    };
    Ok(Answer::json(&Me::of(desk, who))?.with_cookie(set))
}

/// Makes the first account of the house, with every role
#[utoipa::path(post, path = "/setup", tag = "Administration", request_body = First, responses((status = 200, body = Me), Writing))]
pub async fn set_up(State(desk): State<Desk>, Sent(said): Sent<First>) -> Result<Answer, Problem> {
    let known = match &desk.setting.door {
        Door::Accounts { code } => said.code.trim() == code,
        Door::Open(_) => false,
    };
    if !known {
        return Err(Problem::refused(
            "code",
            "that is not the code that the server printed",
            "look where it was started",
        ));
    }
    let casefile = desk.casefile.clone();
    let logged = desk.ask(async move || Ok(casefile.set_up(&said.name, &said.password).await?)).await?;
    desk.casefile.noted(&logged.account.name, "set the house up").await?;
    in_now(&desk, logged)
}

/// Name, password and, where there is a second factor, its code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Login {
    /// The name.
    name: String,
    /// The password.
    password: String,
    /// The code that the second factor shows now.
    code: Option<String>,
}

/// Where a request comes from: the address of the machine, as far as it is known.
fn origin(extensions: &Extensions) -> String {
    let address = extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip().to_string());
    address.unwrap_or_else(|| "nowhere".to_owned())
}

/// Lets somebody in. A session that was there before is another one
#[utoipa::path(post, path = "/login", tag = "House", request_body = Login, responses((status = 200, body = Me), Writing))]
pub async fn log_in(
    State(desk): State<Desk>,
    extensions: Extensions,
    Sent(said): Sent<Login>,
) -> Result<Answer, Problem> {
    let (casefile, from) = (desk.casefile.clone(), origin(&extensions));
    let work = async move || Ok(casefile.log_in(&said.name, &said.password, said.code.as_deref(), &from).await?);
    let logged = desk.ask(work).await?;
    in_now(&desk, logged)
}

/// Ends the session
#[utoipa::path(post, path = "/logout", tag = "House", responses((status = 201, body = Done), Writing))]
pub async fn log_out(State(desk): State<Desk>, who: Who) -> Result<Answer, Problem> {
    if let Some(session) = &who.session {
        desk.casefile.log_out(session).await?;
    }
    Ok(done(None)?.with_cookie(cookie(&desk, "")))
}

/// A session of one's own, which some things need.
fn session(who: &Who) -> Result<String, Problem> {
    let hint = "log in with name and password";
    let none = || Problem::refused("session", "this is done in a session of one's own", hint);
    who.session.clone().ok_or_else(none)
}

/// Another password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The one that it is.
    old: String,
    /// The one that it is to be: twelve characters or more.
    new: String,
}

/// Gives oneself another password; one's other sessions end
#[utoipa::path(post, path = "/password", tag = "House", request_body = NewPassword, responses((status = 201, body = Done), Writing))]
pub async fn password(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewPassword>) -> Result<Answer, Problem> {
    let (casefile, session) = (desk.casefile.clone(), session(&who)?);
    desk.ask(async move || {
        casefile.change_password(&who.viewer.name, &said.old, &said.new, &session).await?;
        done(None)
    })
    .await
}

/// A second factor, to be confirmed.
#[derive(Debug, Serialize, ToSchema)]
struct Factor {
    /// The secret, as programs for it take it.
    secret: String,
    /// The same as an address, to be shown as a picture.
    address: String,
}

/// Offers oneself a second factor; it counts when a code has confirmed it
#[utoipa::path(post, path = "/factor", tag = "House", responses((status = 200, body = Factor), Writing))]
pub async fn factor(State(desk): State<Desk>, who: Who) -> Result<Answer, Problem> {
    let offered = desk.casefile.offer_factor(&who.viewer.name, &session(&who)?).await?;
    Answer::json(&Factor { secret: offered.secret, address: offered.address })
}

/// A code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// Six digits.
    code: String,
}

/// Confirms the second factor that was offered
#[utoipa::path(post, path = "/factor/confirm", tag = "House", request_body = Code, responses((status = 201, body = Done), Writing))]
pub async fn confirm(State(desk): State<Desk>, who: Who, Sent(said): Sent<Code>) -> Result<Answer, Problem> {
    desk.casefile.confirm_factor(&who.viewer.name, &said.code, &session(&who)?).await?;
    done(None)
}

/// A token.
#[derive(Debug, Serialize, ToSchema)]
struct TokenShown {
    /// Its id.
    id: String,
    /// What it is for.
    name: String,
    /// What it lets its bearer do.
    scopes: BTreeSet<String>,
    /// When it was made.
    made: String,
    /// When it ends.
    ends: Option<String>,
    /// Its secret: shown once, when it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl From<TokenRow> for TokenShown {
    fn from(row: TokenRow) -> Self {
        let TokenRow { id, name, scopes, made, ends } = row;
        Self { id, name, scopes, made: made.to_string(), ends: ends.map(|ends| ends.to_string()), secret: None }
    }
}

impl Named for TokenShown {
    fn name(&self) -> String {
        self.id.clone()
    }
}

/// One's own tokens
#[utoipa::path(get, path = "/tokens", tag = "House", params(Paging), responses((status = 200, body = Page<TokenShown>), Reading))]
pub async fn tokens(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    let rows = desk.casefile.tokens(&who.viewer.name).await?;
    page(rows.into_iter().map(TokenShown::from).collect(), &paging)
}

/// A token to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// What it is for.
    name: String,
    /// What it lets its bearer do: read, analyse, draft, review, speak, clear, release, register, administer, audit. It never
    /// lets them do more than oneself.
    scopes: BTreeSet<String>,
    /// When it ends.
    ends: Option<String>,
}

/// Makes a token for a program; its secret is shown once
#[utoipa::path(post, path = "/tokens", tag = "House", request_body = NewToken, responses((status = 201, body = TokenShown), Writing))]
pub async fn make_token(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewToken>) -> Result<Answer, Problem> {
    // A token makes no tokens: else one that leaked would never end.
    session(&who)?;
    if let Some(odd) = said.scopes.iter().find(|scope| !SCOPES.contains(&scope.as_str())) {
        return Err(Problem::unreadable(
            format!("there is no scope {odd:?}"),
            "see docs/openapi.json for those that there are",
        ));
    }
    let ends = said.ends.as_ref().map(|text| text.parse::<Moment>()).transpose();
    let ends = ends.map_err(|error| Problem::unreadable(error, "write a moment with its zone"))?.map(|ends| ends.at());
    let (row, secret) = desk.casefile.make_token(&who.viewer.name, &said.name, &said.scopes, ends).await?;
    Ok(Answer::json(&TokenShown { secret: Some(secret), ..row.into() })?.created())
}

/// Takes a token of one's own back
#[utoipa::path(delete, path = "/tokens/{token}", tag = "House", params(("token" = String, Path)), responses((status = 201, body = Done), Writing))]
pub async fn end_token(State(desk): State<Desk>, who: Who, Path(token): Path<String>) -> Result<Answer, Problem> {
    desk.casefile.end_token(&who.viewer.name, &token).await?;
    done(None)
}

/// An account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Account)]
struct AccountShown {
    /// The name.
    name: String,
    /// What they may do.
    #[schema(value_type = Vec<String>)]
    roles: BTreeSet<Role>,
    /// What they are cleared for.
    clearance: String,
    /// The cases they are admitted to; all where none are named.
    cases: Option<Vec<String>>,
    /// Whether they hold the store.
    full: bool,
    /// Whether they may not come in any more.
    closed: bool,
    /// Who they are at a provider: its address and their subject.
    #[schema(value_type = Option<Vec<String>>)]
    subject: Option<(String, String)>,
    /// When it was entered.
    since: String,
}

impl From<Account> for AccountShown {
    fn from(account: Account) -> Self {
        let Account { name, roles, clearance, cases, full, closed, subject, since } = account;
        let cases = cases.map(|cases| cases.iter().map(ToString::to_string).collect());
        Self { name, roles, clearance, cases, full, closed, subject, since: since.to_string() }
    }
}

impl Named for AccountShown {
    fn name(&self) -> String {
        self.name.clone()
    }
}

/// The accounts of the house
#[utoipa::path(get, path = "/accounts", tag = "Administration", params(Paging), responses((status = 200, body = Page<AccountShown>), Reading))]
pub async fn accounts(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    who.may(Right::Administer)?;
    let all = desk.casefile.every_account().await?;
    page(all.into_iter().map(AccountShown::from).collect(), &paging)
}

/// An account to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// The name, as it will stand in the journal.
    name: String,
    /// The first password, which they change; none where they come by a provider.
    password: Option<String>,
    /// What they may do.
    #[schema(value_type = Vec<String>)]
    roles: BTreeSet<Role>,
    /// What they are cleared for: `public`, `TLP:GREEN`, `SECRET,SI,country=USA`.
    clearance: String,
    /// The cases they are admitted to, by their ids; all where not given.
    #[schema(value_type = Option<Vec<String>>)]
    cases: Option<BTreeSet<CaseId>>,
    /// Whether they hold the store; only who does gives that.
    #[serde(default)]
    full: bool,
    /// Who they are at a provider: its address and their subject.
    #[schema(value_type = Option<Vec<String>>)]
    subject: Option<(String, String)>,
}

/// Enters an account
#[utoipa::path(post, path = "/accounts", tag = "Administration", request_body = NewAccount, responses((status = 201, body = AccountShown), Writing))]
pub async fn enter(State(desk): State<Desk>, who: Who, Sent(said): Sent<NewAccount>) -> Result<Answer, Problem> {
    who.may(Right::Administer)?;
    if said.full && !who.viewer.full {
        return Err(Problem::refused("full", "only whoever holds the store lets others hold it", "leave `full` out"));
    }
    let NewAccount { name, password, roles, clearance, cases, full, subject } = said;
    let account = Account { name, roles, clearance, cases, full, closed: false, subject, since: Micros(0) };
    let casefile = desk.casefile.clone();
    desk.ask(async move || {
        let entered = casefile.enter_account(&account, password.as_deref()).await?;
        casefile.noted(&who.viewer.name, &format!("entered the account {}", entered.name)).await?;
        Ok(Answer::json(&AccountShown::from(entered))?.created())
    })
    .await
}

/// What is changed of an account; what is not given stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChangedAccount {
    /// What they may do.
    #[schema(value_type = Option<Vec<String>>)]
    roles: Option<BTreeSet<Role>>,
    /// What they are cleared for.
    clearance: Option<String>,
    /// The cases they are admitted to.
    #[schema(value_type = Option<Vec<String>>)]
    cases: Option<BTreeSet<CaseId>>,
    /// Whether they are admitted to all cases.
    all_cases: bool,
    /// Whether they may not come in any more.
    closed: Option<bool>,
    /// A new password, which they change.
    password: Option<String>,
    /// Who they are at a provider.
    #[schema(value_type = Option<Vec<String>>)]
    subject: Option<(String, String)>,
    /// Whether their second factor is forgotten.
    forget_factor: bool,
}

/// Changes an account of somebody else; their sessions end
#[utoipa::path(patch, path = "/accounts/{name}", tag = "Administration", params(("name" = String, Path)), request_body = ChangedAccount, responses((status = 200, body = AccountShown), Writing))]
pub async fn change(
    State(desk): State<Desk>,
    who: Who,
    Path(name): Path<String>,
    Sent(said): Sent<ChangedAccount>,
) -> Result<Answer, Problem> {
    who.may(Right::Administer)?;
    if name.trim().to_lowercase() == who.viewer.name.to_lowercase() {
        let hint = "ask another administrator; /password and /factor are one's own";
        return Err(Problem::refused("own", "nobody changes their own account", hint));
    }
    let cases = if said.all_cases { Some(None) } else { said.cases.map(Some) };
    let ChangedAccount { roles, clearance, closed, password, subject, forget_factor, .. } = said;
    let changed = Changed { roles, clearance, cases, closed, password, subject, forget_factor };
    let casefile = desk.casefile.clone();
    desk.ask(async move || {
        // Whoever could give a holder of the store another password would hold it.
        let holds = casefile
            .every_account()
            .await?
            .into_iter()
            .any(|one| one.full && one.name.to_lowercase() == name.trim().to_lowercase());
        if holds && !who.viewer.full {
            return Err(Problem::refused("full", "only whoever holds the store changes who does", "ask one of them"));
        }
        let account = casefile.change_account(&name, &changed).await?;
        casefile.noted(&who.viewer.name, &format!("changed the account {}", account.name)).await?;
        Answer::json(&AccountShown::from(account))
    })
    .await
}

/// A look at protected material, or what was done to an account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Look)]
struct LookShown {
    /// When.
    at: String,
    /// Who.
    name: String,
    /// In which case; none where it was an account.
    case: Option<String>,
    /// At what, in words.
    what: String,
}

impl From<Looked> for LookShown {
    fn from(looked: Looked) -> Self {
        let case = (looked.case != CaseId::HOUSE).then(|| looked.case.to_string());
        Self { at: looked.at.to_string(), name: looked.name, case, what: looked.what }
    }
}

impl Named for LookShown {
    fn name(&self) -> String {
        format!("{} {} {}", self.at, self.name, self.what)
    }
}

/// Who looked at protected material, and what was done to accounts; the newest first
#[utoipa::path(get, path = "/audit", tag = "Administration", params(Paging), responses((status = 200, body = Page<LookShown>), Reading))]
pub async fn audit(State(desk): State<Desk>, who: Who, Asked(paging): Asked<Paging>) -> Result<Answer, Problem> {
    who.may(Right::Audit)?;
    desk.of_house(who, async move |here: InHouse| {
        let looks = here.casefile.looks(&here.viewer).await?;
        page(looks.into_iter().map(LookShown::from).collect(), &paging)
    })
    .await
}
