//! Who asks.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use record::viewer::Viewer;
use serde::Serialize;
use utoipa::ToSchema;

use super::problem::Problem;
use super::{Desk, Door};

/// What somebody may do. What they may see is another matter.
pub const ROLES: [&str; 6] = ["analyst", "reviewer", "owner", "releaser", "security officer", "administrator"];

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
    /// Issues packets, decides that nothing is said, chooses a way.
    Release,
    /// Keeps the house register: sources, warnings, mandates.
    Register,
}

impl Right {
    /// The roles that have it. Which person may do what with which draft, the rules of consent say besides.
    pub const fn roles(self) -> &'static [&'static str] {
        match self {
            Self::Analyse => &["analyst", "reviewer"],
            Self::Draft => &["analyst", "reviewer", "releaser"],
            Self::Review => &["reviewer", "releaser", "security officer"],
            Self::Speak => &["owner"],
            Self::Release => &["releaser"],
            Self::Register => &["security officer", "administrator"],
        }
    }
}

/// Whoever asks.
#[derive(Debug, Clone)]
pub struct Who {
    /// On whose behalf the store is asked.
    pub viewer: Viewer,
    /// What they may do.
    pub roles: Vec<&'static str>,
    /// What their writes must send back.
    pub token: String,
}

impl Who {
    /// That they may do something.
    pub fn may(&self, right: Right) -> Result<(), Problem> {
        if self.roles.iter().any(|role| right.roles().contains(role)) {
            return Ok(());
        }
        let needed = right.roles().join(" or ");
        Err(Problem::refused("role", &format!("this needs the role {needed}"), "ask an administrator for it"))
    }
}

impl FromRequestParts<Desk> for Who {
    type Rejection = Problem;

    async fn from_request_parts(_: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        match &desk.setting.door {
            Door::Open(viewer) => {
                Ok(Self { viewer: viewer.clone(), roles: ROLES.to_vec(), token: desk.token.clone() })
            }
        }
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
    pub roles: Vec<&'static str>,
    /// Whether it is the sample that is shown, without login.
    pub demo: bool,
    /// What every write sends back as `X-CSRF-Token`.
    pub csrf: String,
}

/// Says who asks.
#[utoipa::path(get, path = "/me", tag = "House", responses((status = 200, body = Me), super::problem::Reading))]
pub async fn me(
    axum::extract::State(desk): axum::extract::State<Desk>,
    who: Who,
) -> Result<super::Answer, Problem> {
    let me = Me {
        full: who.viewer.full,
        clearance: (!who.viewer.full).then(|| who.viewer.clearance.to_string()),
        name: who.viewer.name,
        roles: who.roles,
        demo: desk.setting.demo,
        csrf: who.token,
    };
    super::Answer::json(&me)
}
