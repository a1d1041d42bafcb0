//! Releases of earlier days: what was said in public before, by the house or by others.

use std::collections::BTreeSet;

use record::id::{CaseId, ReleaseId};
use record::label::{Label, Protection};
use record::marking::{Clearance, Rollup};
use record::release::PublicRelease;
use record::time::CivilDate;
use record::viewer::Viewer;

use crate::collect::format::Extracted;
use crate::journal::Change;
use crate::store::Written;
use crate::{Casefile, CasefileError, Result, may_write};

/// What is said of a release that is entered.
#[derive(Debug, Clone)]
pub struct StatedRelease {
    /// Who said it.
    pub by: String,
    /// When; that of the document where nothing is said.
    pub date: Option<CivilDate>,
    /// To whom: `public` or a clearance.
    pub audience: String,
    /// The address where it stands; that of the document where nothing is said.
    pub url: Option<String>,
    /// The marking of the entry.
    pub marking: record::marking::Marking,
}

impl Casefile {
    /// The releases of earlier days that the viewer may see, by date.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn public_releases(&self, viewer: &Viewer) -> Result<Vec<PublicRelease>> {
        let visible = self.store.visible(viewer).await?;
        Ok(self.store.public_releases(&visible).await?.into_iter().map(|(release, _)| release).collect())
    }

    /// Enters something that was said before. The same bytes by the same mouth are entered once; then none comes back.
    ///
    /// # Errors
    /// Where nobody is named who said it, it has no date, the audience is none, or the viewer could not see it.
    pub async fn enter_release(
        &self,
        viewer: &Viewer,
        extracted: &Extracted,
        stated: &StatedRelease,
        why: &str,
    ) -> Result<Option<PublicRelease>> {
        let by = stated.by.trim();
        if by.is_empty() {
            return Err(CasefileError::Empty("name of who said it"));
        }
        let audience = stated.audience.trim();
        if audience != "public" {
            audience.parse::<Clearance>().map_err(CasefileError::Audience)?;
        }
        let date = stated.date.or(extracted.date).ok_or_else(|| CasefileError::NoDate(extracted.name.clone()))?;
        let marked = &extracted.marked;
        if !marked.unknown.is_empty() {
            return Err(CasefileError::UnknownMarking(marked.unknown.join("; ")));
        }
        // What says of itself that it is higher than is stated is entered so.
        let marking = match marked.stated.is_empty() {
            true => Rollup::from(&stated.marking),
            false => Rollup::from(&stated.marking).join(&marked.stated),
        };
        let label = Label::of_house(marking, BTreeSet::new(), Protection::Open);
        may_write(viewer, &label)?;
        let (bytes, text) = (Written::new(extracted.bytes.clone()), Written::new(extracted.text.clone().into_bytes()));
        let release = PublicRelease {
            id: ReleaseId::from_chance(self.seams.chance()),
            title: extracted.title.clone().unwrap_or_else(|| extracted.name.clone()),
            by: by.to_owned(),
            date,
            audience: audience.to_owned(),
            url: stated.url.clone().or_else(|| extracted.url.clone()),
            sha256: bytes.sha,
            text: text.sha,
            author: viewer.name.clone(),
            at: self.seams.now(),
        };
        self.settled(CaseId::HOUSE, async |seen| {
            let known = self.public_releases(viewer).await?;
            if known.iter().any(|known| known.sha256 == release.sha256 && known.by == release.by) {
                return Ok(None);
            }
            let change = Change::ReleaseEntered { release: release.clone() };
            self.enter(viewer, CaseId::HOUSE, seen, label.clone(), why, change, &[&bytes, &text]).await?;
            Ok(Some(release.clone()))
        })
        .await
    }

    /// The text of a release.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn release_text(&self, release: &PublicRelease) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.store.blob(release.text).await?).into_owned())
    }
}
