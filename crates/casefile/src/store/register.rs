//! The house register: sources, grades, what is sealed, warnings and earlier releases, as a viewer sees them.

use std::collections::HashMap;

use record::cover::{AccessList, CoverPolicy};
use record::id::{CaseId, Sha256, SourceId};
use record::label::Label;
use record::mandate::Mandate;
use record::release::PublicRelease;
use record::source::{Erasure, Grade, Sealed, Source};
use record::time::Micros;
use record::warning::{Answer, Warning};
use serde::de::DeserializeOwned;

use super::db::{Tx, values};
use super::project::json;
use super::{Store, blob};
use crate::access::Visible;
use crate::journal::{Change, Entry};
use crate::{CasefileError, Result};

impl Store {
    /// The visible sources with their labels, by name.
    pub(crate) async fn sources(&self, visible: &Visible) -> Result<Vec<(Source, Label)>> {
        let found = self
            .registered(
                "SELECT source.body, label.body FROM source JOIN label ON label.id = source.label
                 WHERE source.label IN (SELECT value FROM json_each($1)) ORDER BY source.added, source.id",
                visible,
            )
            .await?;
        let mut sources: Vec<(Source, Label)> = found;
        sources.sort_by_key(|(source, _)| (source.name.to_lowercase(), source.id));
        Ok(sources)
    }

    /// The sources that are visible now as they had been entered by a moment, with what they demanded then and demand now, by name.
    pub(crate) async fn sources_until(&self, visible: &Visible, until: Micros) -> Result<Vec<(Source, Label)>> {
        let now = self.sources(visible).await?;
        let entries = self
            .db
            .rows(
                "SELECT journal.body, label.body FROM journal JOIN label ON label.id = journal.label
                 WHERE journal.chain = $1 AND journal.kind IN ('source-entered', 'source-edited') AND journal.at <= $2
                 AND journal.label IN (SELECT value FROM json_each($3)) ORDER BY journal.seq",
                values![CaseId::HOUSE.0, until.0, visible.json()],
            )
            .await?;
        let mut then: HashMap<SourceId, (Source, Label)> = HashMap::new();
        for entry in &entries {
            if let Change::SourceEntered { source } | Change::SourceEdited { source } = entry.json(0)? {
                then.insert(source.id, (source, entry.json(1)?));
            }
        }
        let as_then = |(source, label): (Source, Label)| {
            let (source, demanded) = then.remove(&source.id)?;
            Some((source, label.join(&demanded)))
        };
        let mut sources: Vec<(Source, Label)> = now.into_iter().filter_map(as_then).collect();
        sources.sort_by_key(|(source, _)| (source.name.to_lowercase(), source.id));
        Ok(sources)
    }

    /// The grades of visible sources, in the order they were given: what is said of a source is seen by whoever sees the
    /// source now, whatever it demanded when it was said.
    pub(crate) async fn grades(&self, visible: &Visible) -> Result<Vec<Grade>> {
        self.bodies("SELECT body FROM grade WHERE source IN (SELECT id FROM source WHERE label IN (SELECT value FROM json_each($1)))
             ORDER BY seq", visible)
            .await
    }

    /// What is sealed, in the order it was.
    pub(crate) async fn sealed(&self, visible: &Visible) -> Result<Vec<Sealed>> {
        self.bodies(
            "SELECT body FROM sealed WHERE source IN (SELECT id FROM source WHERE label IN (SELECT value FROM json_each($1)))
             ORDER BY seq",
            visible,
        )
        .await
    }

    /// The keys that were destroyed.
    pub(crate) async fn erasures(&self, visible: &Visible) -> Result<Vec<Erasure>> {
        self.bodies(
            "SELECT body FROM erasure WHERE source IN (SELECT id FROM source WHERE label IN (SELECT value FROM json_each($1)))
             ORDER BY seq",
            visible,
        )
        .await
    }

    /// The visible warnings with their labels, in the order they were given.
    pub(crate) async fn warnings(&self, visible: &Visible) -> Result<Vec<(Warning, Label)>> {
        let mut found: Vec<(Warning, Label)> = self
            .registered(
                "SELECT warning.body, label.body FROM warning JOIN label ON label.id = warning.label
                 WHERE warning.label IN (SELECT value FROM json_each($1)) ORDER BY warning.seq",
                visible,
            )
            .await?;
        found.sort_by_key(|(warning, _)| warning.date.bounds().map(|(low, _)| low));
        Ok(found)
    }

    /// The visible answers, in the order they were entered.
    pub(crate) async fn answers(&self, visible: &Visible) -> Result<Vec<Answer>> {
        self.bodies("SELECT body FROM answer WHERE label IN (SELECT value FROM json_each($1)) ORDER BY seq", visible)
            .await
    }

    /// The visible releases of earlier days with their labels, by date.
    pub(crate) async fn public_releases(&self, visible: &Visible) -> Result<Vec<(PublicRelease, Label)>> {
        let mut found: Vec<(PublicRelease, Label)> = self
            .registered(
                "SELECT public_release.body, label.body FROM public_release
                 JOIN label ON label.id = public_release.label
                 WHERE public_release.label IN (SELECT value FROM json_each($1))
                 ORDER BY public_release.seq",
                visible,
            )
            .await?;
        found.sort_by_key(|(release, _)| release.date.bounds().map(|(low, _)| low));
        Ok(found)
    }

    /// The visible mandates with their labels, in the order they were entered.
    pub(crate) async fn mandates(&self, visible: &Visible) -> Result<Vec<(Mandate, Label)>> {
        self.registered(
            "SELECT mandate.body, label.body FROM mandate JOIN label ON label.id = mandate.label
             WHERE mandate.label IN (SELECT value FROM json_each($1)) ORDER BY mandate.seq",
            visible,
        )
        .await
    }

    /// The visible access lists with their labels, in the order they were last changed.
    pub(crate) async fn access_lists(&self, visible: &Visible) -> Result<Vec<(AccessList, Label)>> {
        self.registered(
            "SELECT access_list.body, label.body FROM access_list JOIN label ON label.id = access_list.label
             WHERE access_list.label IN (SELECT value FROM json_each($1)) ORDER BY access_list.seq",
            visible,
        )
        .await
    }

    /// What the house asks for, as it was set one after another.
    pub(crate) async fn cover_policies(&self, visible: &Visible) -> Result<Vec<CoverPolicy>> {
        self.bodies(
            "SELECT body FROM cover_policy WHERE label IN (SELECT value FROM json_each($1)) ORDER BY seq",
            visible,
        )
        .await
    }

    /// The visible sources of the visible documents of a case that had been collected by a moment.
    pub(crate) async fn document_sources(
        &self,
        visible: &Visible,
        case: CaseId,
        until: Micros,
    ) -> Result<HashMap<Sha256, SourceId>> {
        const LINKS: &str = "SELECT link.sha256, link.source FROM document_source AS link
            JOIN document ON document.chain = link.chain AND document.sha256 = link.sha256 AND document.label = link.label
            WHERE link.chain = $1 AND link.label IN (SELECT value FROM json_each($2)) AND document.collected <= $3
            AND link.source IN (SELECT id FROM source WHERE label IN (SELECT value FROM json_each($2)))
            ORDER BY link.label DESC";
        let rows = self.db.rows(LINKS, values![case.0, visible.json(), until.0]).await?;
        rows.iter().map(|row| Ok((Sha256(row.array(0)?), SourceId(row.array(1)?)))).collect()
    }

    /// How many documents come from a source, in all visible cases.
    pub(crate) async fn documents_of(&self, visible: &Visible, source: SourceId) -> Result<i64> {
        const COUNT: &str = "SELECT count(*) FROM document_source
            WHERE source = $1 AND label IN (SELECT value FROM json_each($2))";
        self.db.count(COUNT, values![source.0, visible.json()]).await
    }

    /// The bytes of something sealed.
    pub(crate) async fn sealed_bytes(&self, sealed: &Sealed) -> Result<Vec<u8>> {
        blob::fetch(&self.db, sealed.sha256).await
    }

    async fn bodies<T: DeserializeOwned>(&self, sql: &'static str, visible: &Visible) -> Result<Vec<T>> {
        self.db.rows(sql, values![visible.json()]).await?.iter().map(|row| row.json(0)).collect()
    }

    async fn registered<T: DeserializeOwned>(&self, sql: &'static str, visible: &Visible) -> Result<Vec<(T, Label)>> {
        self.db.rows(sql, values![visible.json()]).await?.iter().map(|row| Ok((row.json(0)?, row.json(1)?))).collect()
    }
}

/// Projects an entry of the register's chain.
pub(super) async fn project(tx: &mut Tx, entry: &Entry, change: &Change) -> Result<u64> {
    let (label, added) = (&entry.label, entry.at.0);
    match change {
        // What is said of a source now takes the place of what was said; the journal has both.
        Change::SourceEntered { source } | Change::SourceEdited { source } => {
            tx.run(
                "INSERT INTO source (id, label, added, body) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (id) DO UPDATE SET label = excluded.label, body = excluded.body",
                values![source.id.0, label, added, json(source)?],
            )
            .await
        }
        Change::PacketLogged { entry: leaf } => {
            tx.run("INSERT INTO logged (seq, label, entry) VALUES ($1, $2, $3)", values![entry.seq, label, leaf.0])
                .await
        }
        Change::MandateEntered { mandate } => {
            tx.run(
                "INSERT INTO mandate (seq, label, body) VALUES ($1, $2, $3)",
                values![entry.seq, label, json(mandate)?],
            )
            .await
        }
        Change::AccessListed { list } => {
            tx.run(
                "INSERT INTO access_list (id, seq, label, body) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, label = excluded.label, body = excluded.body",
                values![list.id.0, entry.seq, label, json(list)?],
            )
            .await
        }
        Change::CoverPolicySet { policy } => {
            tx.run(
                "INSERT INTO cover_policy (seq, label, body) VALUES ($1, $2, $3)",
                values![entry.seq, label, json(policy)?],
            )
            .await
        }
        Change::SourceGraded { grade } => {
            tx.run(
                "INSERT INTO grade (source, seq, label, body) VALUES ($1, $2, $3, $4)",
                values![grade.source.0, entry.seq, label, json(grade)?],
            )
            .await
        }
        Change::SourceSealed { sealed } => {
            tx.run(
                "INSERT INTO sealed (source, sha256, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6)",
                values![sealed.source.0, sealed.sha256.0, label, entry.seq, added, json(sealed)?],
            )
            .await
        }
        Change::SourceErased { erasure } => {
            tx.run(
                "INSERT INTO erasure (source, recipient, label, seq, added, body) VALUES ($1, $2, $3, $4, $5, $6)",
                values![erasure.source.0, &erasure.recipient, label, entry.seq, added, json(erasure)?],
            )
            .await
        }
        Change::WarningGiven { warning } => {
            tx.run(
                "INSERT INTO warning (id, label, seq, added, body) VALUES ($1, $2, $3, $4, $5)",
                values![warning.id.0, label, entry.seq, added, json(warning)?],
            )
            .await
        }
        Change::WarningAnswered { answer } => {
            tx.run(
                "INSERT INTO answer (warning, seq, label, body) VALUES ($1, $2, $3, $4)",
                values![answer.warning.0, entry.seq, label, json(answer)?],
            )
            .await
        }
        Change::ReleaseEntered { release } => {
            tx.run(
                "INSERT INTO public_release (id, label, seq, added, body) VALUES ($1, $2, $3, $4, $5)",
                values![release.id.0, label, entry.seq, added, json(release)?],
            )
            .await
        }
        other => Err(CasefileError::Damaged(format!("an entry {} is none of the house register", other.kind()))),
    }
}
