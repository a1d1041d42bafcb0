//! Search: which documents of a case speak of something, as far as a viewer may see them.
//!
//! Hits are ranked by what stands in them and by nothing else: how rare a word is in the whole index would tell of documents
//! that a viewer may not see.

mod query;
mod snippet;

use std::collections::BTreeMap;

use record::document::Document;
use record::id::{CaseId, Sha256};
use record::time::Micros;
use record::viewer::Viewer;

pub(crate) use query::Wanted;
pub use query::{Search, Sort};
pub use snippet::Snippet;

use crate::journal::Change;
use crate::store::FACETS;
use crate::{Casefile, CasefileError, Result};

/// So many hits are looked at, the newest in the case first; the rest is only known to be there.
const LOOKED_AT: usize = 500;
/// Of so many the text is looked at for ranking.
const RANKED: usize = 100;
/// How many values of a facet are counted.
const VALUES: usize = 10;

/// What a search found.
#[derive(Debug, Clone)]
pub struct Found {
    /// The hits that were asked for, in order.
    pub hits: Vec<Hit>,
    /// How many there are, as far as they were counted.
    pub count: usize,
    /// Whether there are more than were counted.
    pub more: bool,
    /// For each facet its values among the hits with how many have them, the most first.
    pub facets: Vec<(String, Vec<(String, usize)>)>,
}

/// A document that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The document.
    pub document: Document,
    /// When it was collected.
    pub collected: Micros,
    /// What shows best why.
    pub snippet: Snippet,
}

/// A candidate as the store finds it.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub document: Document,
    pub collected: Micros,
    pub facets: Vec<(String, String)>,
}

/// A search that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its name.
    pub name: String,
    /// What it looks for.
    pub search: Search,
}

impl Casefile {
    /// Searches the documents of a case, and shows up to `limit` hits.
    ///
    /// # Errors
    /// Where nothing is asked for, a facet is none, or there is no such case.
    pub async fn search(&self, viewer: &Viewer, case: CaseId, search: &Search, limit: usize) -> Result<Found> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let wanted = query::parse(&search.words);
        if wanted.groups.is_empty() && search.facets.is_empty() {
            return Err(CasefileError::Empty("search"));
        }
        if let Some((key, _)) = search.facets.iter().find(|(key, _)| !FACETS.contains(&key.as_str())) {
            return Err(CasefileError::Unknown { kind: "facet", name: key.clone() });
        }
        let mut found = self.store.search(&visible, case, &wanted, &search.facets, LOOKED_AT + 1).await?;
        let more = found.len() > LOOKED_AT;
        found.truncate(LOOKED_AT);
        let (count, facets) = (found.len(), counts(&found));
        let words = wanted.words();
        let mut hits = Vec::new();
        match search.sort {
            Sort::Time => {
                found.sort_by_key(|one| {
                    std::cmp::Reverse((one.document.date.map(|date| date.to_string()), one.collected))
                });
                found.truncate(limit);
                hits.extend(self.shown(found, &words).await?.into_iter().map(|(hit, _)| hit));
            }
            Sort::Relevance => {
                let titled =
                    |document: &Document| snippet::snippet(document.title.as_deref().unwrap_or_default(), &words).1;
                found.sort_by_cached_key(|one| std::cmp::Reverse(titled(&one.document)));
                found.truncate(RANKED.max(limit));
                let mut ranked = self.shown(found, &words).await?;
                for (hit, score) in &mut ranked {
                    *score += titled(&hit.document) as f64 * 3.0;
                }
                ranked.sort_by(|(_, one), (_, other)| other.total_cmp(one));
                hits.extend(ranked.into_iter().take(limit).map(|(hit, _)| hit));
            }
        }
        Ok(Found { hits, count, more, facets })
    }

    /// Hits in the order of the candidates, each with how much of its text is what was looked for: occurrences, with a long
    /// text less favoured than by the plain count and more than by the share alone.
    async fn shown(&self, found: Vec<Candidate>, words: &[&str]) -> Result<Vec<(Hit, f64)>> {
        let texts: Vec<Sha256> = found.iter().map(|one| one.document.text).collect();
        let texts = self.store.blobs(&texts).await?;
        let hit = |one: Candidate| {
            let missing = || CasefileError::Damaged(format!("the text {} is missing", one.document.text.short()));
            let text = String::from_utf8_lossy(texts.get(&one.document.text).ok_or_else(missing)?);
            let (snippet, count) = snippet::snippet(&text, words);
            let density = count as f64 / (1.0 + text.len() as f64 / 2000.0).sqrt();
            Ok((Hit { document: one.document, collected: one.collected, snippet }, density))
        };
        found.into_iter().map(hit).collect()
    }

    /// Keeps a search under a name.
    ///
    /// # Errors
    /// Where the name has no words or is taken, or there is no such case.
    pub async fn save_search(&self, viewer: &Viewer, case: CaseId, name: &str, search: &Search) -> Result<()> {
        let name = name.trim();
        if name.is_empty() {
            return Err(CasefileError::Empty("name"));
        }
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let (_, label) = self.case_of(&visible, case).await?;
            if self.store.searches(&visible, case).await?.iter().any(|saved| saved.name == name) {
                return Err(CasefileError::Exists { kind: "search", name: name.to_owned() });
            }
            let change = Change::SearchSaved { name: name.to_owned(), search: search.clone() };
            self.enter(viewer, case, seen, label, "saved", change, &[]).await
        })
        .await
    }

    /// The searches that are kept in a case, in the order of their names.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn searches(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<Saved>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        self.store.searches(&visible, case).await
    }
}

/// The values of each facet among the hits, the most frequent first.
fn counts(found: &[Candidate]) -> Vec<(String, Vec<(String, usize)>)> {
    let mut counted: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (key, value) in found.iter().flat_map(|one| &one.facets) {
        *counted.entry((key, value)).or_default() += 1;
    }
    let values = |key: &&str| {
        let mut values: Vec<(String, usize)> = counted
            .range((*key, "")..)
            .take_while(|((one, _), _)| one == key)
            .map(|((_, value), count)| ((*value).to_owned(), *count))
            .collect();
        values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        values.truncate(VALUES);
        ((*key).to_owned(), values)
    };
    FACETS.iter().map(values).filter(|(_, values)| !values.is_empty()).collect()
}
