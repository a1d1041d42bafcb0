//! What was entered as another root, and is from the mouth that stands behind one already.
//!
//! Links are found and may be wrong, so that nothing is refused for them; whoever enters it is told.

use std::collections::{HashMap, HashSet};

use record::case::Root;
use record::id::{CaseId, ClaimId, Sha256};
use record::time::Micros;
use record::viewer::Viewer;

use super::board::laid;
use crate::link::anchor;
use crate::store::ClaimRow;
use crate::{Casefile, Result};

/// A claim of a root that repeats what stands behind another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// The claim.
    pub claim: ClaimId,
    /// The name of the other root.
    pub root: String,
}

impl Casefile {
    /// The claims of a root that come from the same mouth, or stand in a reprint of the same text, as claims of another root
    /// that stands; by what the viewer sees.
    ///
    /// # Errors
    /// Where there is no such case.
    pub async fn repeated(&self, viewer: &Viewer, case: CaseId, root: &Root) -> Result<Vec<Repeated>> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let laid = laid(self.store.steps(&visible, case, Micros(i64::MAX)).await?);
        let mut others: Vec<Root> = self.store.roots(&visible, case).await?.into_iter().map(|(root, _)| root).collect();
        others.retain(|other| other.id != root.id && !laid.withdrawn.contains(&other.id));
        if others.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.store.claims(&visible, case).await?;
        let by_id: HashMap<ClaimId, &ClaimRow> = rows.iter().map(|row| (row.id, row)).collect();
        let behind = |root: &Root| root.claims.iter().filter_map(|id| by_id.get(id).copied()).collect::<Vec<_>>();
        let entered = behind(root);
        let among: HashSet<Sha256> =
            others.iter().flat_map(behind).chain(entered.iter().copied()).map(|row| row.document.sha256).collect();
        let found = self.roots_among(&visible, case, &rows, |sha| among.contains(sha)).await?;
        let mut mouths = HashMap::new();
        for (mouth, one) in found.claims.iter().enumerate() {
            mouths.extend(one.claims.iter().filter_map(|(id, ..)| Some((anchor(by_id.get(id)?), mouth))));
        }
        let mouth = |row: &ClaimRow| mouths.get(&anchor(row)).copied();
        let mut repeated = Vec::new();
        for row in entered {
            let said = mouth(row);
            let same = |other: &&Root| said.is_some() && behind(other).into_iter().any(|row| mouth(row) == said);
            let other = others.iter().find(same);
            repeated.extend(other.map(|other| Repeated { claim: row.id, root: other.name.clone() }));
        }
        Ok(repeated)
    }
}
