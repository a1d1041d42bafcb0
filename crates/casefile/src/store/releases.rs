//! Disclosures with what was done with them, and packets, as a viewer may see them.

use record::id::{CaseId, DisclosureId, LineId, PacketId, Sha256};
use record::label::Label;
use record::release::{Approval, Disclosure, Line, Move};
use record::time::Micros;

use super::db::{Row, values};
use super::{Store, blob};
use crate::access::Visible;
use crate::{CasefileError, Result};

/// A disclosure as it stands, with what it and its lines demand of viewers.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// The disclosure.
    pub disclosure: Disclosure,
    /// Its own label: whoever may see it may see all of its lines.
    pub label: Label,
    /// The label of each line, in their order.
    pub lines: Vec<Label>,
}

impl Store {
    /// The visible disclosures of a case in the order they were proposed. A viewer who may not
    /// see a line sees the draft without it, and an approval of theirs is one of that draft.
    pub(crate) async fn disclosures(&self, visible: &Visible, case: CaseId) -> Result<Vec<Held>> {
        let rows = self
            .db
            .rows(
                "SELECT disclosure.body, label.body FROM disclosure JOIN label ON label.id = disclosure.label
                 WHERE disclosure.chain = $1 AND disclosure.label IN (SELECT value FROM json_each($2))
                 ORDER BY disclosure.seq",
                values![case.0, visible.json()],
            )
            .await?;
        let mut found = Vec::new();
        for row in &rows {
            let mut disclosure: Disclosure = row.json(0)?;
            let mut labels = self.lines(visible, &mut disclosure).await?;
            for made in self.moves(visible, disclosure.id).await? {
                if let Move::LineChanged { line } = &made
                    && let Some(label) = &line.label
                {
                    labels.iter_mut().filter(|(id, _)| *id == line.id).for_each(|(_, old)| old.clone_from(label));
                }
                made.apply(&mut disclosure);
            }
            let of = |line: &Line| labels.iter().find(|(id, _)| *id == line.id).map(|(_, label)| label.clone());
            let lines = disclosure.lines.iter().filter_map(of).collect();
            disclosure.approvals = self.approvals(visible, disclosure.id).await?;
            disclosure.issued = self.issued(visible, disclosure.id).await?;
            found.push(Held { disclosure, label: row.json(1)?, lines });
        }
        Ok(found)
    }

    /// The one visible disclosure whose id begins with `prefix`.
    pub(crate) async fn disclosure(&self, visible: &Visible, case: CaseId, prefix: &str) -> Result<Held> {
        let wanted = prefix.to_ascii_lowercase();
        let mut found = self.disclosures(visible, case).await?;
        found.retain(|kept| wanted.len() >= 4 && kept.disclosure.id.to_string().starts_with(&wanted));
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
        let Some(named) = self.packet_files(visible, disclosure).await? else { return Ok(None) };
        let mut files = Vec::new();
        for (name, sha) in named {
            files.push((name, blob::fetch(&self.db, sha).await?));
        }
        Ok(Some(files))
    }

    /// One file of the packet of a disclosure, if one was issued and has it.
    pub(crate) async fn packet_file(
        &self,
        visible: &Visible,
        disclosure: DisclosureId,
        name: &str,
    ) -> Result<Option<Vec<u8>>> {
        let files = self.packet_files(visible, disclosure).await?.unwrap_or_default();
        match files.into_iter().find(|(own, _)| own == name) {
            Some((_, sha)) => Ok(Some(blob::fetch(&self.db, sha).await?)),
            None => Ok(None),
        }
    }

    async fn packet_files(&self, visible: &Visible, disclosure: DisclosureId) -> Result<Option<Vec<(String, Sha256)>>> {
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
        Ok(Some(named))
    }

    /// The entries of the transparency log, in their order. They are taken from the journal itself: what is signed must not rest
    /// on a table that could have lost one.
    pub(crate) async fn log_entries(&self) -> Result<Vec<[u8; 32]>> {
        crate::journal::check::entries_of(&self.db, CaseId::HOUSE, "packet-logged")
            .await?
            .iter()
            .map(|entry| match entry.change()? {
                crate::journal::Change::PacketLogged { entry } => Ok(entry.0),
                _ => {
                    Err(CasefileError::Damaged(format!("entry {} of the house register is not of its kind", entry.seq)))
                }
            })
            .collect()
    }

    /// The packet of a disclosure, if one was issued.
    pub(crate) async fn packet_of(&self, visible: &Visible, disclosure: DisclosureId) -> Result<Option<PacketId>> {
        const OF: &str = "SELECT id FROM packet WHERE disclosure = $1 AND label IN (SELECT value FROM json_each($2))
             ORDER BY seq LIMIT 1";
        let row = self.db.row(OF, values![disclosure.0, visible.json()]).await?;
        row.map(|row| Ok(PacketId(row.array(0)?))).transpose()
    }

    /// When the packet of a disclosure was issued, where the viewer may know.
    pub(crate) async fn issued_at(&self, visible: &Visible, disclosure: DisclosureId) -> Result<Option<Micros>> {
        let row = self
            .db
            .row(
                "SELECT issued FROM packet WHERE disclosure = $1 AND label IN (SELECT value FROM json_each($2))
                 ORDER BY seq LIMIT 1",
                values![disclosure.0, visible.json()],
            )
            .await?;
        row.map(|row| Ok(Micros(row.int(0)?))).transpose()
    }

    /// The moves that are visible, in their order.
    async fn moves(&self, visible: &Visible, disclosure: DisclosureId) -> Result<Vec<Move>> {
        let rows = self
            .db
            .rows(
                "SELECT body FROM disclosure_move WHERE disclosure = $1
                 AND label IN (SELECT value FROM json_each($2)) ORDER BY seq",
                values![disclosure.0, visible.json()],
            )
            .await?;
        rows.iter().map(|row| row.json(0)).collect()
    }

    /// Puts in the visible lines that were drafted, and gives their labels.
    async fn lines(&self, visible: &Visible, disclosure: &mut Disclosure) -> Result<Vec<(LineId, Label)>> {
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
            let line: Line = row.json(0)?;
            // Lines of earlier versions carry no label but that of their entry.
            let label = line.label.clone().map_or_else(|| row.json(1), Ok)?;
            labels.push((line.id, label));
            disclosure.lines.push(line);
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
