//! Disclosures with the lines, approvals and packets that a viewer may see.

use record::id::{CaseId, DisclosureId, Sha256};
use record::label::Label;
use record::release::{Approval, Disclosure, Line};
use record::time::Micros;

use super::{Store, blob};
use crate::access::Visible;
use crate::{CasefileError, Result};

impl Store {
    /// The visible disclosures of a case in the order they were proposed, each line with its label. A viewer who may not
    /// see a line sees the draft without it, and an approval of theirs is one of that draft.
    pub(crate) async fn disclosures(&self, visible: &Visible, case: CaseId) -> Result<Vec<(Disclosure, Vec<Label>)>> {
        let bodies: Vec<String> = sqlx::query_scalar(
            "SELECT body FROM disclosure WHERE chain = ? AND label IN (SELECT value FROM json_each(?)) ORDER BY proposed, id",
        )
        .bind(case.0.as_slice())
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        let mut found = Vec::new();
        for body in bodies {
            let mut disclosure: Disclosure = serde_json::from_str(&body)?;
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
        let body: Option<String> = sqlx::query_scalar(
            "SELECT body FROM packet WHERE disclosure = ? AND label IN (SELECT value FROM json_each(?)) ORDER BY issued LIMIT 1",
        )
        .bind(disclosure.0.as_slice())
        .bind(visible.json())
        .fetch_optional(self.pool())
        .await?;
        let Some(body) = body else { return Ok(None) };
        let (_, named): (String, Vec<(String, Sha256)>) = serde_json::from_str(&body)?;
        let mut files = Vec::new();
        for (name, sha) in named {
            files.push((name, blob::fetch(self.pool(), sha).await?));
        }
        Ok(Some(files))
    }

    async fn lines(&self, visible: &Visible, disclosure: &mut Disclosure) -> Result<Vec<Label>> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT line.body, label.body FROM line JOIN label ON label.id = line.label
             WHERE line.disclosure = ? AND line.label IN (SELECT value FROM json_each(?)) ORDER BY line.added, line.id",
        )
        .bind(disclosure.id.0.as_slice())
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        let mut labels = Vec::new();
        for (line, label) in rows {
            disclosure.lines.push(serde_json::from_str::<Line>(&line)?);
            labels.push(serde_json::from_str(&label)?);
        }
        Ok(labels)
    }

    async fn approvals(&self, visible: &Visible, disclosure: DisclosureId) -> Result<Vec<Approval>> {
        let rows: Vec<(String, i64, String)> = sqlx::query_as(
            "SELECT author, at, draft FROM approval WHERE disclosure = ? AND label IN (SELECT value FROM json_each(?)) ORDER BY at, author",
        )
        .bind(disclosure.0.as_slice())
        .bind(visible.json())
        .fetch_all(self.pool())
        .await?;
        Ok(rows.into_iter().map(|(author, at, draft)| Approval { author, at: Micros(at), draft }).collect())
    }

    async fn issued(&self, visible: &Visible, disclosure: DisclosureId) -> Result<bool> {
        let found: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM packet WHERE disclosure = ? AND label IN (SELECT value FROM json_each(?))",
        )
        .bind(disclosure.0.as_slice())
        .bind(visible.json())
        .fetch_one(self.pool())
        .await?;
        Ok(found > 0)
    }
}
