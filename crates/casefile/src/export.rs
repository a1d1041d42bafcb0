//! Export: everything of a case that a viewer may see, as JSON for other programs.

use std::io;

use record::id::CaseId;
use record::viewer::Viewer;
use serde_json::{Value, json};

use crate::{Casefile, Result};

impl Casefile {
    /// Gives everything of a case that the viewer may see, one object each with its `kind`: the case, its documents with
    /// text, claims with what people say of them, what was set aside, hypotheses, roots of evidence, disclosures, what
    /// people say of links and of names of actors, and the searches that are kept. The house register belongs to no case and is not
    /// in it: of a document only the id of its source is. What `give` fails with ends it and is handed back.
    ///
    /// # Errors
    /// Where there is no such case, or the store cannot be read.
    pub async fn export(
        &self,
        viewer: &Viewer,
        case: CaseId,
        give: &mut dyn FnMut(&Value) -> io::Result<()>,
    ) -> Result<io::Result<()>> {
        let visible = self.store.visible(viewer).await?;
        let (opened, label) = self.case_of(&visible, case).await?;
        let marking = |label: &record::label::Label| disclose::marking::banner_of(&label.marking).unwrap_or_default();
        let documents = self.store.documents(&visible, case).await?;
        self.looked(viewer, case, "exported the case", documents.iter().map(|row| &row.label)).await?;
        let mut failed = Ok(());
        let mut give = |kind: &str, mut value: Value| {
            if failed.is_ok() {
                value["kind"] = kind.into();
                failed = give(&value);
            }
        };
        give("case", json!({"case": opened, "marking": marking(&label)}));
        let sources = self.store.document_sources(&visible, case, record::time::Micros(i64::MAX)).await?;
        for row in documents {
            let text = String::from_utf8_lossy(&self.store.blob(row.document.text).await?).into_owned();
            let (collected, source) = (row.collected.to_string(), sources.get(&row.document.sha256));
            give(
                "document",
                json!({"document": row.document, "collected": collected, "source": source, "owners": row.label.owners,
                       "protection": row.label.protection, "text": text}),
            );
        }
        for row in self.store.claims(&visible, case).await? {
            give(
                "claim",
                json!({"id": row.id, "document": row.document.sha256, "claim": row.claim, "reviews": row.reviews,
                       "ratings": row.ratings, "marking": marking(&row.label), "owners": row.label.owners,
                       "protection": row.label.protection}),
            );
        }
        for row in self.store.asides(&visible, case).await? {
            give(
                "aside",
                json!({"aside": row.aside, "at": row.at.to_string(), "marking": marking(&row.label),
                       "owners": row.label.owners, "protection": row.label.protection}),
            );
        }
        for link in self.store.links(&visible, case).await? {
            give("link", json!({"link": link}));
        }
        for link in self.store.actor_links(&visible, case).await? {
            give("actor-link", json!({"link": link}));
        }
        for saved in self.store.searches(&visible, case).await? {
            give("search", json!({"name": saved.name, "search": saved.search}));
        }
        for hypothesis in self.store.hypotheses(&visible, case).await? {
            give("hypothesis", json!({"hypothesis": hypothesis}));
        }
        for (root, label) in self.store.roots(&visible, case).await? {
            give("root", json!({"root": root, "marking": marking(&label)}));
        }
        for held in self.store.disclosures(&visible, case).await? {
            give("disclosure", json!({"disclosure": held.disclosure}));
        }
        Ok(failed)
    }
}
