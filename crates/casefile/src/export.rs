//! Export: everything of a case that a viewer may see, as JSON for other programs.

use std::io;

use record::id::CaseId;
use record::viewer::Viewer;
use serde_json::{Value, json};

use crate::{Casefile, Result};

impl Casefile {
    /// Gives everything of a case that the viewer may see, one object each with its `kind`: the case, its documents with
    /// text, claims with what people say of them, what was set aside, hypotheses, roots of evidence, disclosures, and what
    /// people say of links. The house register belongs to no case and is not in it. What `give` fails with ends it and is handed back.
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
        let mut failed = Ok(());
        let mut give = |kind: &str, mut value: Value| {
            if failed.is_ok() {
                value["kind"] = kind.into();
                failed = give(&value);
            }
        };
        give("case", json!({"case": opened, "marking": marking(&label)}));
        for row in self.store.documents(&visible, case).await? {
            let text = String::from_utf8_lossy(&self.store.blob(row.document.text).await?).into_owned();
            let collected = row.collected.to_string();
            give("document", json!({"document": row.document, "collected": collected, "text": text}));
        }
        for row in self.store.claims(&visible, case).await? {
            give(
                "claim",
                json!({"id": row.id, "document": row.document.sha256, "claim": row.claim, "reviews": row.reviews,
                       "ratings": row.ratings, "marking": marking(&row.label)}),
            );
        }
        for row in self.store.asides(&visible, case).await? {
            give("aside", json!({"aside": row.aside, "at": row.at.to_string(), "marking": marking(&row.label)}));
        }
        for link in self.store.links(&visible, case).await? {
            give("link", json!({"link": link}));
        }
        for hypothesis in self.store.hypotheses(&visible, case).await? {
            give("hypothesis", json!({"hypothesis": hypothesis}));
        }
        for (root, label) in self.store.roots(&visible, case).await? {
            give("root", json!({"root": root, "marking": marking(&label)}));
        }
        for (disclosure, _) in self.store.disclosures(&visible, case).await? {
            give("disclosure", json!({"disclosure": disclosure}));
        }
        Ok(failed)
    }
}
