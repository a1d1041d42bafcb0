//! Linking what was collected: which documents say the same thing from the same mouth.
//!
//! Links are found anew for each viewer among what they may see, and are not kept; what people decide of them is.

mod actors;
mod content;
mod copies;
mod mouth;
mod names;
mod outlets;
mod pairs;
mod repeated;
mod roots;
mod sets;
mod sketch;
pub mod translation;
mod words;

use record::id::{CaseId, ClaimId, LinkId, Sha256};
use record::label::Label;
use record::link::{ActorLink, Decision, Link};
use record::span::Span;
use record::viewer::Viewer;

pub use actors::{CaseActor, Cast, actors, key};
pub use copies::{Copies, Reuse, copies};
pub use mouth::name_of;
pub(crate) use mouth::{Mouth, mouths};
pub(crate) use names::folded;
pub use roots::{ClaimEdge, ClaimRoot, DocumentRoot, Edge, Roots, Told, roots};
pub use sketch::{Shared, Sketch};

use crate::access::Visible;
use crate::collect::format::Coding;
use crate::journal::Change;
use crate::store::ClaimRow;
use crate::{Casefile, CasefileError, Result};

/// Two documents, in order.
type Ends = (Sha256, Sha256);

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

    /// Says whether two documents have one origin, or two claims one mouth, whatever was found. What is both the beginning of
    /// a document's hash and of a claim's id is the document.
    ///
    /// # Errors
    /// Where the viewer sees no such documents or claims, they are the same, or no reason is given.
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
            let (ends, claims, label) = self.ends(&visible, case, (one, other)).await?;
            let link = Link {
                id,
                one: ends.0,
                other: ends.1,
                claims,
                decision,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: why.to_owned(),
            };
            let change = Change::LinkDecided { link: link.clone() };
            self.enter(viewer, case, seen, label, why, change, &[]).await?;
            Ok(link)
        })
        .await
    }

    /// The two that a link is between, in order, with what both demand of viewers.
    async fn ends(
        &self,
        visible: &Visible,
        case: CaseId,
        (one, other): (&str, &str),
    ) -> Result<(Ends, Option<(ClaimId, ClaimId)>, Label)> {
        let documents = match self.store.document(visible, case, one).await {
            Ok(first) => self.store.document(visible, case, other).await.map(|second| (first, second)),
            Err(error) => Err(error),
        };
        match documents {
            Ok(((one, _), (other, _))) if one.sha256 == other.sha256 => Err(CasefileError::Same(one.sha256.short())),
            Ok(((one, label), (other, also))) => {
                let (one, other) = (one.sha256, other.sha256);
                Ok(((one.min(other), one.max(other)), None, label.join(&also)))
            }
            Err(error @ CasefileError::Unknown { .. }) => {
                // Whoever names claims names two of them; of anything else it is said that there is no such document.
                let (Ok(one), Ok(other)) =
                    (self.store.claim(visible, case, one).await, self.store.claim(visible, case, other).await)
                else {
                    return Err(error);
                };
                if one.id == other.id {
                    return Err(CasefileError::Same(one.id.short()));
                }
                let end = |row: &ClaimRow| (row.document.sha256, row.id);
                let (low, high) = (end(&one).min(end(&other)), end(&one).max(end(&other)));
                Ok(((low.0, high.0), Some((low.1, high.1)), one.label.join(&other.label)))
            }
            Err(error) => Err(error),
        }
    }
}

/// Where a claim stands, whatever label its document came in under.
pub(crate) fn anchor(row: &ClaimRow) -> (Sha256, Vec<Span>, Vec<Span>, Vec<Span>) {
    let claim = &row.claim;
    (row.document.sha256, claim.source.spans.clone(), claim.cue.spans.clone(), claim.content.spans.clone())
}
