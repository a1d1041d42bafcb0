//! What people said of claims and links, and what was set aside, as a viewer sees it.

use std::collections::HashMap;

use record::aside::Aside;
use record::id::CaseId;
use record::label::Label;
use record::link::{ActorLink, Link};
use record::review::Review;
use record::source::Rating;
use record::time::Micros;
use serde::de::DeserializeOwned;

use super::Store;
use super::db::values;
use crate::Result;
use crate::access::Visible;

/// A file that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideRow {
    /// What and why.
    pub aside: Aside,
    /// When.
    pub at: Micros,
    /// What it demands of viewers.
    pub label: Label,
}

impl Store {
    /// The visible reviews of a case by claim, each claim's in the order they came.
    pub(super) async fn reviews(&self, visible: &Visible, case: CaseId) -> Result<HashMap<[u8; 16], Vec<Review>>> {
        const REVIEWS: &str = "SELECT claim, body FROM review
            WHERE chain = $1 AND label IN (SELECT value FROM json_each($2)) ORDER BY seq";
        self.by_claim(REVIEWS, visible, case).await
    }

    /// The visible ratings of a case by claim, each claim's in the order they came.
    pub(super) async fn ratings(&self, visible: &Visible, case: CaseId) -> Result<HashMap<[u8; 16], Vec<Rating>>> {
        const RATINGS: &str = "SELECT claim, body FROM rating
            WHERE chain = $1 AND label IN (SELECT value FROM json_each($2)) ORDER BY seq";
        self.by_claim(RATINGS, visible, case).await
    }

    async fn by_claim<T: DeserializeOwned>(
        &self,
        sql: &'static str,
        visible: &Visible,
        case: CaseId,
    ) -> Result<HashMap<[u8; 16], Vec<T>>> {
        let mut by_claim: HashMap<[u8; 16], Vec<T>> = HashMap::new();
        for row in &self.db.rows(sql, values![case.0, visible.json()]).await? {
            by_claim.entry(row.array(0)?).or_default().push(row.json(1)?);
        }
        Ok(by_claim)
    }

    /// What people decided of links, in the order they did.
    pub(crate) async fn links(&self, visible: &Visible, case: CaseId) -> Result<Vec<Link>> {
        let rows = self
            .db
            .rows(
                "SELECT body FROM link WHERE chain = $1 AND label IN (SELECT value FROM json_each($2)) ORDER BY seq",
                values![case.0, visible.json()],
            )
            .await?;
        rows.iter().map(|row| row.json(0)).collect()
    }

    /// What people decided of names of actors, in the order they did.
    pub(crate) async fn actor_links(&self, visible: &Visible, case: CaseId) -> Result<Vec<ActorLink>> {
        let rows = self
            .db
            .rows(
                "SELECT body FROM actor_link WHERE chain = $1 AND label IN (SELECT value FROM json_each($2))
                 ORDER BY seq",
                values![case.0, visible.json()],
            )
            .await?;
        rows.iter().map(|row| row.json(0)).collect()
    }

    /// What is set aside in a case, in the order it came.
    pub(crate) async fn asides(&self, visible: &Visible, case: CaseId) -> Result<Vec<AsideRow>> {
        let rows = self
            .db
            .rows(
                "SELECT aside.body, aside.added, label.body FROM aside JOIN label ON label.id = aside.label
                 WHERE aside.chain = $1 AND aside.label IN (SELECT value FROM json_each($2))
                 ORDER BY aside.seq",
                values![case.0, visible.json()],
            )
            .await?;
        rows.iter()
            .map(|row| Ok(AsideRow { aside: row.json(0)?, at: Micros(row.int(1)?), label: row.json(2)? }))
            .collect()
    }
}
