//! Actors: who is named in a case.

use casefile::link::CaseActor;
use record::reading::ActorKind;
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;

/// An actor of a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Actor)]
pub struct ActorShown {
    /// The name it is listed under.
    pub name: String,
    /// state, person, organisation or group.
    pub kind: &'static str,
    /// Its country, in three letters.
    pub country: Option<String>,
    /// In how many documents it is named.
    pub documents: usize,
    /// How often.
    pub mentions: usize,
    /// Every name that is taken for it.
    pub names: Vec<String>,
    /// What it is called.
    pub roles: Vec<Role>,
    /// Why names are one.
    pub why: Vec<String>,
}

/// What an actor is called, and when first and last.
#[derive(Debug, Serialize, ToSchema)]
pub struct Role {
    /// As it stands in the text.
    pub role: String,
    /// The day of the first document that has it.
    pub first: Option<String>,
    /// The day of the last.
    pub last: Option<String>,
}

impl From<CaseActor> for ActorShown {
    fn from(actor: CaseActor) -> Self {
        let role = |(role, first, last)| Role { role, first: printed(first), last: printed(last) };
        Self {
            name: actor.name,
            kind: kind(actor.kind),
            country: actor.country,
            documents: actor.documents.len(),
            mentions: actor.mentions,
            names: actor.names.into_iter().collect(),
            roles: actor.roles.into_iter().map(role).collect(),
            why: actor.why,
        }
    }
}

/// A kind of actor, as the reading format spells it.
pub const fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::State => "state",
        ActorKind::Person => "person",
        ActorKind::Organisation => "organisation",
        ActorKind::Group => "group",
    }
}
