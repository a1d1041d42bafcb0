//! Who asks.

use std::collections::BTreeSet;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use casefile::account::Role;
use record::viewer::Viewer;
use serde::Serialize;
use utoipa::ToSchema;

use super::Desk;
use super::problem::Problem;

/// What a route lets somebody do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Opens cases, collects, corrects claims, links, states hypotheses and evidence, forecasts.
    Analyse,
    /// Proposes and drafts disclosures, and asks owners.
    Draft,
    /// Says a person's word on what others wrote: approves, proposes and enters lower markings.
    Review,
    /// Speaks for an owner of sources.
    Speak,
    /// Clears, as the security officer, what is to go out.
    Clear,
    /// Issues packets, decides that nothing is said, chooses a way.
    Release,
    /// Keeps the house register: sources, warnings, mandates.
    Register,
    /// Keeps the accounts.
    Administer,
    /// Sees who looked at protected material.
    Audit,
}

impl Right {
    /// The roles that have it. Which person may do what with which draft, the rules of consent say besides.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Analyse => &[Role::Analyst, Role::Reviewer],
            Self::Draft => &[Role::Analyst, Role::Reviewer, Role::Releaser],
            Self::Review => &[Role::Reviewer, Role::Releaser, Role::SecurityOfficer],
            Self::Speak => &[Role::Owner],
            Self::Clear => &[Role::SecurityOfficer],
            Self::Release => &[Role::Releaser],
            Self::Register => &[Role::SecurityOfficer, Role::Administrator],
            Self::Administer => &[Role::Administrator],
            Self::Audit => &[Role::SecurityOfficer],
        }
    }

    /// The word by which a token lets its bearer do it. To look, it needs `read`.
    pub const fn scope(self) -> &'static str {
        match self {
            Self::Analyse => "analyse",
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Speak => "speak",
            Self::Clear => "clear",
            Self::Release => "release",
            Self::Register => "register",
            Self::Administer => "administer",
            Self::Audit => "audit",
        }
    }
}

/// What a token may let its bearer do.
pub const SCOPES: [&str; 10] =
    ["read", "analyse", "draft", "review", "speak", "clear", "release", "register", "administer", "audit"];

/// Whoever asks.
#[derive(Debug, Clone)]
pub struct Who {
    /// On whose behalf the store is asked.
    pub viewer: Viewer,
    /// What they may do.
    pub roles: Vec<Role>,
    /// What their writes must send back; none of a token.
    pub csrf: Option<String>,
    /// What a token lets them do.
    pub scopes: Option<BTreeSet<String>>,
    /// The secret of their session, as it was sent.
    pub session: Option<String>,
}

impl Who {
    /// That they may do something.
    ///
    /// # Errors
    /// Where they have no role for it, or came by a token that does not say it.
    pub fn may(&self, right: Right) -> Result<(), Problem> {
        if !self.roles.iter().any(|role| right.roles().contains(role)) {
            let needed = right.roles().iter().map(|role| role.name()).collect::<Vec<_>>().join(" or ");
            return Err(Problem::refused(
                "role",
                &format!("this needs the role {needed}"),
                "ask an administrator for it",
            ));
        }
        self.scoped(right.scope())
    }

    /// That they came by a token that says so, or by none.
    ///
    /// # Errors
    /// Where they came by one that does not.
    pub fn scoped(&self, scope: &str) -> Result<(), Problem> {
        match &self.scopes {
            Some(scopes) if !scopes.contains(scope) => {
                let hint = "make a token with that scope";
                Err(Problem::refused("scope", &format!("the token has no scope {scope}"), hint))
            }
            _ => Ok(()),
        }
    }
}

impl FromRequestParts<Desk> for Who {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        if let Some(who) = parts.extensions.get::<Self>() {
            return Ok(who.clone());
        }
        Err(Problem::nobody(desk.casefile.has_accounts().await?))
    }
}

/// Whoever asks, for the page.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The name that stands in the journal.
    pub name: String,
    /// Whether everything is visible to them.
    pub full: bool,
    /// What they are cleared for, in words; none where everything is visible to them.
    pub clearance: Option<String>,
    /// What they may do.
    #[schema(value_type = Vec<String>)]
    pub roles: Vec<Role>,
    /// Whether it is the sample that is shown, without login.
    pub demo: bool,
    /// What every write sends back as `X-CSRF-Token`; none of a token.
    pub csrf: Option<String>,
}

/// Says who asks.
#[utoipa::path(get, path = "/me", tag = "House", responses((status = 200, body = Me), super::problem::Reading))]
pub async fn me(axum::extract::State(desk): axum::extract::State<Desk>, who: Who) -> Result<super::Answer, Problem> {
    super::Answer::json(&Me::of(&desk, who))
}

impl Me {
    /// What the page is told of whoever asks.
    pub fn of(desk: &Desk, who: Who) -> Self {
        Self {
            full: who.viewer.full,
            clearance: (!who.viewer.full).then(|| who.viewer.clearance.to_string()),
            name: who.viewer.name,
            roles: who.roles,
            demo: desk.setting.demo,
            csrf: who.csrf,
        }
    }
}
