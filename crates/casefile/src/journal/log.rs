//! The journal as a viewer may read it.

use std::collections::BTreeSet;

use record::id::{CaseId, SourceId};
use record::label::Label;
use record::time::Micros;
use record::viewer::Viewer;

use super::{check, hash_of, walk};
use crate::{Casefile, Result};

/// An entry of the journal, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// When.
    pub at: Micros,
    /// By whom.
    pub author: String,
    /// What kind of change: `document-collected`.
    pub kind: String,
    /// What changed, in a line.
    pub what: String,
    /// Why.
    pub why: String,
    /// Who must agree before anything of it is disclosed, and how it is guarded.
    pub label: Label,
    /// The number of the entry in its chain and its hash: only for a viewer with full rights, since both tell of the
    /// entries before it.
    pub place: Option<(i64, String)>,
}

impl Casefile {
    /// The entries of the journal of a case that the viewer may see, the oldest first; for [`CaseId::HOUSE`] those of the
    /// house register.
    ///
    /// # Errors
    /// Where there is no such case, or the journal cannot be read.
    pub async fn log(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<LogRow>> {
        let visible = self.store.visible(viewer).await?;
        if case != CaseId::HOUSE {
            self.case_of(&visible, case).await?;
        }
        // What was said of a source is told to whoever may see the source as it is guarded now.
        let sources: BTreeSet<SourceId> =
            self.store.sources(&visible).await?.into_iter().map(|(source, _)| source.id).collect();
        let labels = walk::labels(self.store.db()).await?;
        let mut rows = Vec::new();
        let mut from = i64::MIN;
        loop {
            let entries = check::page(self.store.db(), case, from).await?;
            let Some(last) = entries.last().map(|entry| entry.seq) else { return Ok(rows) };
            for entry in entries.iter().filter(|entry| visible.has(&entry.label)) {
                let Some(label) = labels.get(&entry.label) else { continue };
                let change = entry.change()?;
                if change.of_source().is_some_and(|source| !sources.contains(&source)) {
                    continue;
                }
                let place = viewer.full.then(|| (entry.seq, record::id::Sha256(hash_of(entry)).to_string()));
                rows.push(LogRow {
                    at: entry.at,
                    author: entry.author.clone(),
                    kind: entry.kind.clone(),
                    what: change.told(),
                    why: entry.why.clone(),
                    label: label.clone(),
                    place,
                });
            }
            from = last.saturating_add(1);
        }
    }
}
