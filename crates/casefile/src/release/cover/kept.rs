//! What the chair took apart, kept as long as nothing changes by which it would be another.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use record::id::CaseId;

use super::gather::Apart;
use crate::access::Visible;
use crate::{Casefile, Result};

/// What was taken apart last, with how far each chain had come. Entries about drafts alone change nothing of it.
#[derive(Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<Option<KeptApart>>>);

struct KeptApart {
    seen: BTreeMap<CaseId, i64>,
    apart: Arc<Apart>,
}

/// Kinds of entries by which nothing changes that cover is worked out from, but for what was issued, which is asked for each time.
const OF_DRAFTS: [&str; 21] = [
    "disclosure-proposed",
    "line-drafted",
    "draft-approved",
    "packet-issued",
    "packet-logged",
    "schedule-set",
    "choice-stated",
    "way-chosen",
    "line-changed",
    "line-dropped",
    "marking-lowered",
    "owner-asked",
    "owner-spoke",
    "authority-stated",
    "desk-of-one",
    "cover-cleared",
    "cover-waived",
    "withheld",
    "cover-policy-set",
    "mandate-entered",
    "search-saved",
];

impl Kept {
    fn get<T>(&self, of: impl Fn(&KeptApart) -> T) -> Option<T> {
        self.0.lock().ok()?.as_ref().map(of)
    }

    fn put(&self, kept: KeptApart) {
        if let Ok(mut held) = self.0.lock() {
            *held = Some(kept);
        }
    }
}

impl Casefile {
    /// What was taken apart last, where nothing changed since by which it would be another.
    pub(super) async fn apart(&self, all: &Visible) -> Result<Arc<Apart>> {
        let heads = self.store.heads().await?;
        let known = self.apart.get(|kept| (kept.seen.clone(), Arc::clone(&kept.apart)));
        if let Some((seen, apart)) = known
            && self.is_as_it_was(&seen, &heads).await?
        {
            self.apart.put(KeptApart { seen: heads, apart: Arc::clone(&apart) });
            return Ok(apart);
        }
        let apart = Arc::new(self.take_apart(all).await?);
        self.apart.put(KeptApart { seen: heads, apart: Arc::clone(&apart) });
        Ok(apart)
    }

    async fn is_as_it_was(&self, seen: &BTreeMap<CaseId, i64>, heads: &BTreeMap<CaseId, i64>) -> Result<bool> {
        if seen.len() != heads.len() {
            return Ok(false);
        }
        for (chain, head) in heads {
            let Some(last) = seen.get(chain) else { return Ok(false) };
            // Fewer than before: it was put back.
            if head < last {
                return Ok(false);
            }
            if head > last {
                let kinds = self.store.kinds_since(*chain, *last).await?;
                if !kinds.iter().all(|kind| OF_DRAFTS.contains(&kind.as_str())) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}
