//! Who looked at protected material: entered where it is handed out, so that no route can forget it.

use record::id::CaseId;
use record::label::{Label, Protection};
use record::time::Micros;
use record::viewer::Viewer;

use crate::store::Look;
use crate::{Casefile, Result};

/// One look at protected material.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// When.
    pub at: Micros,
    /// Who.
    pub name: String,
    /// In which case.
    pub case: CaseId,
    /// At what, in words.
    pub what: String,
}

impl Casefile {
    /// The same store, where every look at protected material is entered before it is handed out: for a house in which
    /// people look over a network. Where that cannot be entered, nothing is handed out.
    #[must_use]
    pub fn audited(self) -> Self {
        Self { audited: true, ..self }
    }

    /// Enters that somebody looks at what is protected of these.
    pub(crate) async fn looked<'l>(
        &self,
        viewer: &Viewer,
        case: CaseId,
        what: &str,
        labels: impl Iterator<Item = &'l Label>,
    ) -> Result<()> {
        if !self.audited {
            return Ok(());
        }
        let mut guarded: Vec<&Label> = Vec::new();
        for label in labels.filter(|label| label.protection == Protection::Protected) {
            if !guarded.contains(&label) {
                guarded.push(label);
            }
        }
        if guarded.is_empty() {
            return Ok(());
        }
        let look = Look { at: self.seams.now(), account: viewer.name.clone(), case, what: what.to_owned() };
        self.store.add_looks(&look, &guarded).await
    }

    /// Enters what somebody did to an account.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub async fn noted(&self, name: &str, what: &str) -> Result<()> {
        let look = Look { at: self.seams.now(), account: name.to_owned(), case: CaseId::HOUSE, what: what.to_owned() };
        self.store.add_note(&look).await
    }

    /// What was done to accounts, and who looked at what of it the viewer may see themselves, the newest first.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn looks(&self, viewer: &Viewer) -> Result<Vec<Looked>> {
        let visible = self.store.visible(viewer).await?;
        let looked = |look: Look| Looked { at: look.at, name: look.account, case: look.case, what: look.what };
        Ok(self.store.looks(&visible).await?.into_iter().map(looked).collect())
    }
}
