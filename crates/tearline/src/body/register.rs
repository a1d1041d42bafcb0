//! The house register: sources, warnings, earlier releases, mandates.

use casefile::register::{SourceRow, WarningRow};
use record::cover::AccessList;
use record::label::{Label, Protection};
use record::mandate::Mandate;
use record::release::PublicRelease;
use record::source::Grade;
use record::warning::{Answer, Warning};
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;
use crate::show::rows::source_kind;

/// A source.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Source)]
pub struct SourceShown<'r> {
    /// Its id: a UUID.
    pub id: String,
    /// What the house calls it.
    pub name: &'r str,
    /// Under which other names reporting has it.
    pub names: Vec<&'r str>,
    /// What kind of source it is.
    pub kind: &'static str,
    /// Its letter, A to F.
    pub reliability: String,
    /// Whose it is.
    pub owners: Vec<&'r str>,
    /// How it is guarded: open, sensitive or protected.
    #[schema(value_type = String)]
    pub protection: Protection,
    /// What it can know, and how.
    pub access: &'r str,
    /// What it may want others to believe.
    pub bias: &'r str,
    /// The marking of its entry.
    pub marking: &'r str,
    /// The public part of the key that seals what is kept of it.
    pub recipient: Option<&'r str>,
    /// How much is sealed.
    pub sealed: usize,
    /// Whether its key is destroyed.
    pub erased: bool,
    /// Every letter that it was given, with its reason.
    #[schema(value_type = Vec<Object>)]
    pub grades: &'r [Grade],
}

impl<'r> From<&'r SourceRow> for SourceShown<'r> {
    fn from(row: &'r SourceRow) -> Self {
        let source = &row.source;
        Self {
            id: source.id.to_string(),
            name: &source.name,
            names: source.names.iter().map(String::as_str).collect(),
            kind: source_kind(source.kind),
            reliability: row.reliability().to_string(),
            owners: source.owners.iter().map(String::as_str).collect(),
            protection: source.protection,
            access: &source.access,
            bias: &source.bias,
            marking: &row.marking,
            recipient: source.recipient.as_deref(),
            sealed: row.sealed.len(),
            erased: row.is_erased(),
            grades: &row.grades,
        }
    }
}

/// A private warning and what came back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Warning)]
pub struct WarningShown<'r> {
    /// `id`, `by`, `to`, `date`, `place`, `words`, `partners`, `author`, `at`.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub warning: &'r Warning,
    /// The marking of its entry.
    pub marking: &'r str,
    /// What came back.
    #[schema(value_type = Vec<Object>)]
    pub answers: &'r [Answer],
}

impl<'r> From<&'r WarningRow> for WarningShown<'r> {
    fn from(row: &'r WarningRow) -> Self {
        Self { warning: &row.warning, marking: &row.marking, answers: &row.answers }
    }
}

/// What was said in public before.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Release)]
pub struct ReleaseShown<'r> {
    /// `id`, `title`, `by`, `date`, `audience`, `url`, `sha256`, `text`, `author`, `at`.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub release: &'r PublicRelease,
}

impl<'r> From<&'r PublicRelease> for ReleaseShown<'r> {
    fn from(release: &'r PublicRelease) -> Self {
        Self { release }
    }
}

/// Who may do what with disclosures.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mandate)]
pub struct MandateShown<'r> {
    /// Who.
    pub person: &'r str,
    /// What.
    pub role: String,
    /// Whether it holds now.
    pub in_force: bool,
    /// Until when.
    pub until: Option<String>,
    /// By whom it was given.
    pub by: &'r str,
    /// Why.
    pub why: &'r str,
}

impl<'r> From<&'r (Mandate, bool)> for MandateShown<'r> {
    fn from((mandate, holds): &'r (Mandate, bool)) -> Self {
        Self {
            person: &mandate.person,
            role: mandate.role.to_string(),
            in_force: *holds,
            until: printed(mandate.until),
            by: &mandate.author,
            why: &mandate.why,
        }
    }
}

/// Who on the other side knows what some reporting says.
#[derive(Debug, Serialize)]
pub struct AccessShown<'r> {
    /// The list.
    #[serde(flatten)]
    pub list: &'r AccessList,
    /// The marking of its entry.
    pub marking: String,
}

impl<'r> From<&'r (AccessList, Label)> for AccessShown<'r> {
    fn from((list, label): &'r (AccessList, Label)) -> Self {
        Self { list, marking: disclose::marking::banner_of(&label.marking).unwrap_or_default() }
    }
}
