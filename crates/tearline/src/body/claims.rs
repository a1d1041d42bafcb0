//! Claims: as they were read, where they stand, and what people say of them.

use std::collections::{BTreeSet, HashMap};

use casefile::ClaimRow;
use casefile::link::translation::Original;
use casefile::register::Known;
use record::id::ClaimId;
use record::reading::Claim;
use record::review::Review;
use record::source::Rating;
use record::span::Span;
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;
use crate::show::rows;

/// A claim: as it was read, with its id in the case and where it stands, and what people say of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Claim)]
pub struct ClaimShown<'r> {
    /// Its id in the case: a UUID. `id` is its name in its reading.
    pub claim: String,
    /// The document it stands in.
    pub document: String,
    /// The name that document came under.
    pub name: &'r str,
    /// Who published it.
    pub outlet: Option<&'r str>,
    /// When.
    pub date: Option<String>,
    /// The marking of the document.
    pub marking: &'r str,
    /// Whose it is.
    #[schema(value_type = Vec<String>)]
    pub owners: &'r BTreeSet<String>,
    /// How it is guarded: open, sensitive or protected.
    pub protection: &'static str,
    /// The claim as it was read, in the reading format (`reading.schema.json`).
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub read: &'r Claim,
    /// The claim as it stands, where that is not how it was read; `null` where it was rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub stands: Option<Option<&'r Claim>>,
    /// What people said of it, in the order they did.
    #[serde(skip_serializing_if = "<[Review]>::is_empty")]
    #[schema(value_type = Vec<Object>, required = false)]
    pub reviews: &'r [Review],
    /// The source of the house register that says it, and how reliable that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered: Option<Registered<'r>>,
    /// How credible it is, with all that people said of that.
    #[serde(skip_serializing_if = "<[Rating]>::is_empty")]
    #[schema(value_type = Vec<Object>, required = false)]
    pub ratings: &'r [Rating],
    /// Of a claim of a translation: what it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<OriginalShown<'r>>,
}

/// The source of the house register that says a claim.
#[derive(Debug, Serialize, ToSchema)]
pub struct Registered<'r> {
    /// Its id.
    pub id: String,
    /// What the house calls it.
    pub name: &'r str,
    /// Its letter, A to F.
    pub reliability: String,
}

/// What a claim of a translation stands for; without spans where that is not sure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Original)]
pub struct OriginalShown<'r> {
    /// The original.
    pub document: String,
    /// Where in its text.
    #[schema(value_type = Vec<[usize; 2]>)]
    pub spans: &'r [Span],
    /// The words there.
    pub text: &'r str,
}

/// What claims of translations stand for.
pub type Originals = HashMap<ClaimId, Original>;

impl<'r> ClaimShown<'r> {
    /// What is said of one claim.
    pub fn new(row: &'r ClaimRow, known: &Known<'r>, originals: &'r Originals) -> Self {
        let stands = row.stands();
        Self {
            claim: row.id.to_string(),
            document: row.document.sha256.to_string(),
            name: &row.document.name,
            outlet: row.document.outlet.as_deref(),
            date: printed(row.document.date),
            marking: &row.document.marking,
            owners: &row.label.owners,
            protection: rows::protection(row.label.protection),
            read: &row.claim,
            stands: (stands != Some(&row.claim)).then_some(stands),
            reviews: &row.reviews,
            registered: known.of(stands.unwrap_or(&row.claim), row.document.sha256).map(|one| Registered {
                id: one.source.id.to_string(),
                name: &one.source.name,
                reliability: one.reliability().to_string(),
            }),
            ratings: &row.ratings,
            original: originals.get(&row.id).map(|original| OriginalShown {
                document: original.document.to_string(),
                spans: &original.spans,
                text: &original.text,
            }),
        }
    }
}

/// Which claims are wanted.
#[derive(Debug, Default)]
pub struct Wanted<'w> {
    /// Only of sources whose name holds this.
    pub source: Option<&'w str>,
    /// Only of this stance.
    pub stance: Option<&'w str>,
    /// Only of the document whose hash begins so.
    pub document: Option<&'w str>,
    /// Only those that nobody has looked at, or that were read otherwise since.
    pub open: bool,
}

impl Wanted<'_> {
    /// Whether a claim is.
    pub fn has(&self, row: &ClaimRow) -> bool {
        let claim = row.stands().unwrap_or(&row.claim);
        let names = |wanted: &str| {
            let wanted = wanted.to_lowercase();
            let resolved = claim.source.resolved.as_deref().unwrap_or_default();
            claim.source.text.to_lowercase().contains(&wanted) || resolved.to_lowercase().contains(&wanted)
        };
        self.source.is_none_or(names)
            && self.stance.is_none_or(|stance| rows::stance(claim.stance) == stance)
            && self.document.is_none_or(|sha| row.document.sha256.to_string().starts_with(&sha.to_lowercase()))
            && (!self.open || row.reviews.is_empty() || row.reads_otherwise())
    }
}
