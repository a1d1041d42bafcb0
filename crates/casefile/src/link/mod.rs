//! Linking what was collected: which documents say the same thing from the same mouth.
//!
//! Links are found anew for each viewer among what they may see, and are not kept; what people decide of them is.

mod actors;
mod content;
mod copies;
mod names;
mod outlets;
mod pairs;
mod repeated;
mod roots;
mod sets;
mod sketch;
pub mod translation;
mod words;

use record::id::{CaseId, LinkId, Sha256};
use record::link::{ActorLink, Decision, Link};
use record::span::Span;
use record::viewer::Viewer;

pub use actors::{CaseActor, Cast, actors, key};
pub use copies::{Copies, Reuse, copies};
pub(crate) use names::folded;
pub use roots::{ClaimRoot, DocumentRoot, Edge, Roots, Told, roots};
pub use sketch::{Shared, Sketch};

use crate::access::Visible;
use crate::collect::format::Coding;
use crate::journal::Change;
use crate::store::ClaimRow;
use crate::{Casefile, CasefileError, Result};

impl Casefile {
    /// The roots of a case among what the viewer may see.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn find_roots(&self, viewer: &Viewer, case: CaseId) -> Result<Roots> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        self.roots_among(&visible, case, &self.store.claims(&visible, case).await?, |_| true).await
    }

    /// The roots of some documents of a case, and of those of these claims that stand in them.
    pub(crate) async fn roots_among(
        &self,
        visible: &Visible,
        case: CaseId,
        claims: &[ClaimRow],
        among: impl Fn(&Sha256) -> bool,
    ) -> Result<Roots> {
        let mut told: Vec<Told> = Vec::new();
        for row in self.store.documents(visible, case).await? {
            // The same bytes under two labels are one document to whoever sees both.
            if among(&row.document.sha256) && told.iter().all(|one| one.document.sha256 != row.document.sha256) {
                // Rows of a feed are of one look, and no copies of each other.
                let text = match Coding::of(&row.document.extractor) {
                    Some(_) => String::new(),
                    None => String::from_utf8_lossy(&self.store.blob(row.document.text).await?).into_owned(),
                };
                told.push(Told { document: row.document, text, claims: Vec::new() });
            }
        }
        let place: std::collections::HashMap<_, _> =
            told.iter().enumerate().map(|(at, one)| (one.document.sha256, at)).collect();
        let mut seen = std::collections::HashSet::new();
        for row in claims {
            let Some(one) = place.get(&row.document.sha256).and_then(|at| told.get_mut(*at)) else { continue };
            // And so are their claims: what stands at one place in it is said once.
            if let Some(claim) = row.stands()
                && seen.insert(anchor(row))
            {
                one.claims.push((row.id, claim.clone()));
            }
        }
        told.sort_by_key(|one| one.document.date.and_then(|date| date.bounds()).map(|(low, _)| low));
        Ok(roots(&told, &self.store.links(visible, case).await?))
    }

    /// The actors of a case among what the viewer may see.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn actors(&self, viewer: &Viewer, case: CaseId) -> Result<Vec<CaseActor>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let readings = self.store.readings(&visible, case).await?;
        let casts: Vec<Cast> = readings
            .into_iter()
            .map(|(document, _, reading)| Cast {
                document: document.sha256,
                date: document.date,
                actors: reading.actors,
            })
            .collect();
        Ok(actors(&casts, &self.store.actor_links(&visible, case).await?))
    }

    /// Says whether two names are one actor, whatever was found. Both must be names that a document has which the viewer may
    /// see; what they demand of viewers, this does.
    ///
    /// # Errors
    /// Where a name is none, both are one in every spelling, or no reason is given.
    pub async fn decide_actor(
        &self,
        viewer: &Viewer,
        case: CaseId,
        (one, other): (&str, &str),
        decision: Decision,
        why: &str,
    ) -> Result<ActorLink> {
        let why = why.trim();
        if why.is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        let id = LinkId::from_chance(self.seams.chance());
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            self.case_of(&visible, case).await?;
            let readings = self.store.readings(&visible, case).await?;
            let find = |name: &str| {
                let all = readings
                    .iter()
                    .flat_map(|(_, label, reading)| reading.actors.iter().map(move |actor| (label, actor)));
                let found = all
                    .into_iter()
                    .find(|(_, actor)| actor.name == name)
                    .map(|(label, actor)| (label.clone(), key(actor)));
                found.ok_or_else(|| CasefileError::Unknown { kind: "actor", name: name.to_owned() })
            };
            let ((label, one), (other_label, other)) = (find(one)?, find(other)?);
            if one == other {
                return Err(CasefileError::Same(one));
            }
            let link = ActorLink {
                id,
                one: one.clone().min(other.clone()),
                other: one.max(other),
                decision,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: why.to_owned(),
            };
            let change = Change::ActorDecided { link: link.clone() };
            self.enter(viewer, case, seen, label.join(&other_label), why, change, &[]).await?;
            Ok(link)
        })
        .await
    }

    /// Says whether two documents have one origin, whatever was found.
    ///
    /// # Errors
    /// Where the viewer sees no such documents, they are the same, or no reason is given.
    pub async fn decide_link(
        &self,
        viewer: &Viewer,
        case: CaseId,
        (one, other): (&str, &str),
        decision: Decision,
        why: &str,
    ) -> Result<Link> {
        let why = why.trim();
        if why.is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        let id = LinkId::from_chance(self.seams.chance());
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let (one, label) = self.store.document(&visible, case, one).await?;
            let (other, other_label) = self.store.document(&visible, case, other).await?;
            if one.sha256 == other.sha256 {
                return Err(CasefileError::Same(one.sha256.short()));
            }
            let link = Link {
                id,
                one: one.sha256.min(other.sha256),
                other: one.sha256.max(other.sha256),
                decision,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: why.to_owned(),
            };
            let change = Change::LinkDecided { link: link.clone() };
            self.enter(viewer, case, seen, label.join(&other_label), why, change, &[]).await?;
            Ok(link)
        })
        .await
    }
}

/// Where a claim stands, whatever label its document came in under.
pub(crate) fn anchor(row: &ClaimRow) -> (Sha256, Vec<Span>, Vec<Span>, Vec<Span>) {
    let claim = &row.claim;
    (row.document.sha256, claim.source.spans.clone(), claim.cue.spans.clone(), claim.content.spans.clone())
}
