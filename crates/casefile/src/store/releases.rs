//! Disclosures with the lines, approvals and packets that a viewer may see.

use record::id::{CaseId, DisclosureId, Sha256};
use record::label::Label;
use record::release::{Approval, Disclosure, Line};
use record::time::Micros;

use super::db::{Row, values};
use super::{Store, blob};
use crate::access::Visible;
use crate::{CasefileError, Result};

impl Store {
    /// The visible disclosures of a case in the order they were proposed, each line with its label. A viewer who may not
    /// see a line sees the draft without it, and an approval of theirs is one of that draft.
    pub(crate) async fn disclosures(&self, visible: &Visible, case: CaseId) -> Result<Vec<(Disclosure, Vec<Label>)>> {
        let rows = self
            .db
            .rows(
                "SELECT body FROM disclosure WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))
                 ORDER BY seq",
                values![case.0, visible.json()],
            )
            .await?;
        let mut found = Vec::new();
        for row in &rows {
            let mut disclosure: Disclosure = row.json(0)?;
            let labels = self.lines(visible, &mut disclosure).await?;
            disclosure.approvals = self.approvals(visible, disclosure.id).await?;
            disclosure.issued = self.issued(visible, disclosure.id).await?;
            found.push((disclosure, labels));
        }
        Ok(found)
    }

    /// The one visible disclosure whose id begins with `prefix`.
    pub(crate) async fn disclosure(
        &self,
        visible: &Visible,
        case: CaseId,
        prefix: &str,
    ) -> Result<(Disclosure, Vec<Label>)> {
        let wanted = prefix.to_ascii_lowercase();
        let mut found = self.disclosures(visible, case).await?;
        found.retain(|(disclosure, _)| wanted.len() >= 4 && disclosure.id.to_string().starts_with(&wanted));
        match found.len() {
            1 => Ok(found.remove(0)),
            0 => Err(CasefileError::Unknown { kind: "disclosure", name: prefix.to_owned() }),
            _ => Err(CasefileError::Ambiguous { kind: "disclosure", name: prefix.to_owned() }),
        }
    }

    /// The files of the packet of a disclosure, if one was issued.
    pub(crate) async fn packet(
        &self,
        visible: &Visible,
        disclosure: DisclosureId,
    ) -> Result<Option<Vec<(String, Vec<u8>)>>> {
        let row = self
            .db
            .row(
                "SELECT body FROM packet WHERE disclosure = $1 AND label IN (SELECT value FROM json_each($2))
                 ORDER BY seq LIMIT 1",
                values![disclosure.0, visible.json()],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let (_, named): (String, Vec<(String, Sha256)>) = row.json(0)?;
        let mut files = Vec::new();
        for (name, sha) in named {
            files.push((name, blob::fetch(&self.db, sha).await?));
        }
        Ok(Some(files))
    }

    async fn lines(&self, visible: &Visible, disclosure: &mut Disclosure) -> Result<Vec<Label>> {
        let rows = self
            .db
            .rows(
                "SELECT line.body, label.body FROM line JOIN label ON label.id = line.label
                 WHERE line.disclosure = $1 AND line.label IN (SELECT value FROM json_each($2)) ORDER BY line.seq",
                values![disclosure.id.0, visible.json()],
            )
            .await?;
        let mut labels = Vec::new();
        for row in &rows {
            disclosure.lines.push(row.json::<Line>(0)?);
            labels.push(row.json(1)?);
        }
        Ok(labels)
    }

    async fn approvals(&self, visible: &Visible, disclosure: DisclosureId) -> Result<Vec<Approval>> {
        let rows = self
            .db
            .rows(
                "SELECT author, at, draft FROM approval WHERE disclosure = $1
                 AND label IN (SELECT value FROM json_each($2)) ORDER BY seq",
                values![disclosure.0, visible.json()],
            )
            .await?;
        let approval = |row: &Row| {
            Ok(Approval { author: row.text(0)?.to_owned(), at: Micros(row.int(1)?), draft: row.text(2)?.to_owned() })
        };
        rows.iter().map(approval).collect()
    }

    async fn issued(&self, visible: &Visible, disclosure: DisclosureId) -> Result<bool> {
        let found = self
            .db
            .count(
                "SELECT count(*) FROM packet WHERE disclosure = $1 AND label IN (SELECT value FROM json_each($2))",
                values![disclosure.0, visible.json()],
            )
            .await?;
        Ok(found > 0)
    }
}
