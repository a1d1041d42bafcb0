//! What a search found.

use casefile::search::{Hit, Saved, Search, Snippet};
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;

/// A document that was found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Hit)]
pub struct HitShown {
    /// The document.
    pub sha256: String,
    /// Its title.
    pub title: Option<String>,
    /// The name it came under.
    pub name: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When.
    pub date: Option<String>,
    /// Its marking.
    pub marking: String,
    /// The words around what was found: `text`, where that stands (`span`), and what was found in it (`marks`).
    #[schema(value_type = Object)]
    pub snippet: Snippet,
}

impl From<Hit> for HitShown {
    fn from(hit: Hit) -> Self {
        let document = hit.document;
        Self {
            sha256: document.sha256.to_string(),
            title: document.title,
            name: document.name,
            outlet: document.outlet,
            date: printed(document.date),
            marking: document.marking,
            snippet: hit.snippet,
        }
    }
}

/// How many of the hits have a value of a facet.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counted {
    /// The facet.
    pub facet: String,
    /// The value.
    pub value: String,
    /// How many documents have it.
    pub documents: usize,
}

/// The facets of what was found, one row for each value.
pub fn counted(facets: Vec<(String, Vec<(String, usize)>)>) -> Vec<Counted> {
    let rows = |(facet, values): (String, Vec<(String, usize)>)| {
        values.into_iter().map(move |(value, documents)| Counted { facet: facet.clone(), value, documents })
    };
    facets.into_iter().flat_map(rows).collect()
}

/// A search that is kept under a name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SavedSearch)]
pub struct SavedShown {
    /// The name.
    pub name: String,
    /// What is looked for: `words`, `facets` and `sort`.
    #[schema(value_type = Object)]
    pub search: Search,
}

impl From<Saved> for SavedShown {
    fn from(saved: Saved) -> Self {
        Self { name: saved.name, search: saved.search }
    }
}
