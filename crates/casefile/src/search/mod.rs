//! Search: which documents of a case speak of something, as far as a viewer may see them.
//!
//! Hits are ranked by what stands in them and by nothing else: how rare a word is in the whole index would tell of documents
//! that a viewer may not see.

mod query;
mod snippet;
mod stem;
mod words;

use std::collections::BTreeMap;

use record::document::Document;
use record::id::{CaseId, Sha256};
use record::time::Micros;
use record::viewer::Viewer;

pub(crate) use query::Wanted;
pub use query::{Search, Sort};
use snippet::Met;
pub use snippet::Snippet;
#[cfg(test)]
pub(crate) use words::listed;
pub(crate) use words::words;

use crate::journal::Change;
use crate::store::{FACETS, values_of};
use crate::{Casefile, CasefileError, Result};

/// So many hits are looked at: the newest in the case or, where the newest are asked for, those that came out last. The rest
/// is only known to be there.
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
    /// For each facet its values among the hits with how many have them, the most first; nothing where that was not asked for.
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

/// A candidate as the store finds it: its number in the index, and its title.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub id: i64,
    pub title: String,
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
    /// Searches the documents of a case, and shows up to `limit` hits; with `counts` also what all have in common.
    ///
    /// # Errors
    /// Where nothing is asked for, a facet is none or can have no such value, or there is no such case.
    pub async fn search(
        &self,
        viewer: &Viewer,
        case: CaseId,
        search: &Search,
        limit: usize,
        counts: bool,
    ) -> Result<Found> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let wanted = query::parse(&search.words);
        if wanted.groups.is_empty() && search.facets.is_empty() {
            return Err(CasefileError::Empty("search"));
        }
        if let Some((key, _)) = search.facets.iter().find(|(key, _)| !FACETS.contains(&key.as_str())) {
            return Err(CasefileError::Unknown { kind: "facet", name: key.clone() });
        }
        for (facet, value) in &search.facets {
            if let Some(values) = values_of(facet).filter(|values| !values.contains(value)) {
                let (facet, value) = (facet.clone(), value.clone());
                return Err(CasefileError::NoSuchValue { facet, value, values: values.join(", ") });
            }
        }
        let mut found =
            self.store.search(&visible, case, (&wanted, &search.facets), search.sort, LOOKED_AT + 1).await?;
        let more = found.len() > LOOKED_AT;
        found.truncate(LOOKED_AT);
        let count = found.len();
        let facets = if counts { counted(&self.store.facets(&found).await?) } else { Vec::new() };
        let words = wanted.words();
        let hits = match search.sort {
            Sort::Time => {
                found.truncate(limit);
                self.met(&found, &words).await?.iter().map(Looked::hit).collect()
            }
            Sort::Relevance => {
                let titled = |one: &Candidate| Met::of(&one.title, &words).count();
                found.sort_by_cached_key(|one| std::cmp::Reverse(titled(one)));
                found.truncate(RANKED.max(limit));
                let looked = self.met(&found, &words).await?;
                let mut ranked: Vec<(f64, &Looked)> = found
                    .iter()
                    .zip(&looked)
                    .map(|(candidate, looked)| (looked.density() + titled(candidate) as f64 * 3.0, looked))
                    .collect();
                ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
                ranked.into_iter().take(limit).map(|(_, looked)| looked.hit()).collect()
            }
        };
        Ok(Found { hits, count, more, facets })
    }

    /// What is looked for in the texts of candidates, in their order.
    async fn met(&self, found: &[Candidate], words: &[&str]) -> Result<Vec<Looked>> {
        let documents = self.store.candidates(found).await?;
        let texts: Vec<Sha256> = documents.iter().map(|(document, _)| document.text).collect();
        let texts = self.store.blobs(&texts).await?;
        let look = |(document, collected): (Document, Micros)| {
            let missing = || CasefileError::Damaged(format!("the text {} is missing", document.text.short()));
            let text = texts.get(&document.text).ok_or_else(missing)?.clone();
            let text =
                String::from_utf8(text).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
            let met = Met::of(&text, words);
            Ok(Looked { document, collected, text, met })
        };
        documents.into_iter().map(look).collect()
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

/// A candidate whose text was looked at.
struct Looked {
    document: Document,
    collected: Micros,
    text: String,
    met: Met,
}

impl Looked {
    /// How much of its text is what was looked for: occurrences, with a long text less favoured than by the plain count and
    /// more than by the share alone.
    fn density(&self) -> f64 {
        self.met.count() as f64 / (1.0 + self.text.len() as f64 / 2000.0).sqrt()
    }

    fn hit(&self) -> Hit {
        Hit { document: self.document.clone(), collected: self.collected, snippet: self.met.snippet(&self.text) }
    }
}

/// The values of each facet among the hits, the most frequent first.
fn counted(found: &[Vec<(String, String)>]) -> Vec<(String, Vec<(String, usize)>)> {
    let mut counted: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (key, value) in found.iter().flatten() {
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
