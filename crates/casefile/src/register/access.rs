//! Access lists: who on the other side knows what some reporting says; and the least cover that the house asks for.

use std::collections::{BTreeMap, BTreeSet};

use record::cover::{AccessList, CoverPolicy, Grain, Member, Reach, Slot};
use record::id::{AccessId, CaseId, Sha256, SourceId};
use record::label::{Label, Protection};
use record::marking::{Level, Marking, Rollup, Tlp};
use record::viewer::Viewer;

use crate::access::Visible;
use crate::journal::Change;
use crate::{Casefile, CasefileError, Result, may_write};

/// An access list as somebody states it.
#[derive(Debug, Clone, Default)]
pub struct StatedAccess {
    /// What its owner calls it.
    pub name: String,
    /// Those who are known.
    pub members: Vec<Member>,
    /// How many more there are at least.
    pub others: u32,
    /// Claims of a case, by id or its beginning.
    pub claims: Vec<String>,
    /// Documents of a case, by hash or its beginning.
    pub documents: Vec<String>,
    /// Sources of the register, by name or id.
    pub sources: Vec<String>,
    /// What its members know less of.
    pub limits: BTreeMap<Slot, Grain>,
    /// Whose it is, beside whoever enters it.
    pub owners: BTreeSet<String>,
    /// Its marking; without one only whoever holds the store and the security officer see it.
    pub marking: Option<Marking>,
    /// Why.
    pub why: String,
}

impl Casefile {
    /// The access lists that the viewer may see: those of whose owners they are one, and all for the security officer. By name.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn access_lists(&self, viewer: &Viewer) -> Result<Vec<(AccessList, Label)>> {
        let visible = self.store.visible(&self.eyes(viewer).await?).await?;
        let mut lists = self.store.access_lists(&visible).await?;
        lists.sort_by_key(|(list, _)| (list.name.to_lowercase(), list.id));
        self.looked(viewer, CaseId::HOUSE, "listed access lists", lists.iter().map(|(_, label)| label)).await?;
        Ok(lists)
    }

    /// With whose eyes somebody looks at what cover is computed from: the security officer with those of the house.
    pub(crate) async fn eyes(&self, viewer: &Viewer) -> Result<Viewer> {
        let officer = self.desk().await?.is_security(&viewer.name);
        Ok(if officer { Viewer { full: true, ..viewer.clone() } } else { viewer.clone() })
    }

    /// Enters an access list, in the place of one of the same name that the viewer sees.
    ///
    /// # Errors
    /// Where it has no name, nobody on it, or nothing that it holds of; the viewer could not see it; or they neither hold the store,
    /// nor are the security officer, nor speak for an owner of all that it holds of. Of what nobody owns anybody who sees it
    /// may, where the house has no security officer.
    pub async fn enter_access(&self, viewer: &Viewer, case: CaseId, stated: &StatedAccess) -> Result<AccessList> {
        let name = stated.name.trim();
        if name.is_empty() {
            return Err(CasefileError::Empty("name of the access list"));
        }
        if stated.members.is_empty() && stated.others == 0 {
            return Err(CasefileError::Empty("access list"));
        }
        let eyes = self.eyes(viewer).await?;
        let fresh = AccessId::from_chance(self.seams.chance());
        self.settled(CaseId::HOUSE, async |seen| {
            let visible = self.store.visible(&eyes).await?;
            let of = self.reach(&visible, case, stated).await?;
            if of.is_empty() {
                return Err(CasefileError::Empty("reporting that the access list holds of"));
            }
            self.may_list(viewer, &visible, case, stated).await?;
            let known = self.access_named(&visible, name).await?;
            let mut owners = stated.owners.clone();
            owners.extend(known.iter().flat_map(|(list, _)| list.owners.clone()));
            owners.insert(viewer.name.clone());
            let list = AccessList {
                id: known.as_ref().map_or(fresh, |(list, _)| list.id),
                name: name.to_owned(),
                members: stated.members.clone(),
                others: stated.others,
                of,
                limits: stated.limits.clone(),
                owners,
                retired: false,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: stated.why.trim().to_owned(),
            };
            let marking = match (&stated.marking, known) {
                (Some(marking), _) => Rollup::from(marking),
                (None, Some((_, label))) => label.marking,
                (None, None) => Rollup::default(),
            };
            let label = Label::of_house(marking, list.owners.clone(), Protection::Protected);
            may_write(&eyes, &label)?;
            let change = Change::AccessListed { list: Box::new(list.clone()) };
            self.enter(viewer, CaseId::HOUSE, seen, label, &stated.why, change, &[]).await?;
            Ok(list)
        })
        .await
    }

    /// Says that an access list no longer holds.
    ///
    /// # Errors
    /// Where the viewer sees no such list, or no reason is given.
    pub async fn retire_access(&self, viewer: &Viewer, name: &str, why: &str) -> Result<AccessList> {
        if why.trim().is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        let eyes = self.eyes(viewer).await?;
        self.settled(CaseId::HOUSE, async |seen| {
            let visible = self.store.visible(&eyes).await?;
            let unknown = || CasefileError::Unknown { kind: "access list", name: name.to_owned() };
            let (list, label) = self.access_named(&visible, name).await?.ok_or_else(unknown)?;
            let list = AccessList {
                retired: true,
                author: viewer.name.clone(),
                at: self.seams.now(),
                why: why.into(),
                ..list
            };
            let change = Change::AccessListed { list: Box::new(list.clone()) };
            self.enter(viewer, CaseId::HOUSE, seen, label, why, change, &[]).await?;
            Ok(list)
        })
        .await
    }

    /// What the house asks for now.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn cover_policy(&self) -> Result<CoverPolicy> {
        let all = self.store.visible(&Viewer::holder("the house")).await?;
        Ok(self.store.cover_policies(&all).await?.pop().unwrap_or_default())
    }

    /// Sets what the house asks for. Only whoever holds the store may, and everybody sees it.
    ///
    /// # Errors
    /// Where the viewer does not hold the store, a figure is out of its range, or no reason is given.
    pub async fn set_cover_policy(
        &self,
        viewer: &Viewer,
        (k, m): (Option<u32>, Option<u32>),
        from: Option<Protection>,
        why: &str,
    ) -> Result<CoverPolicy> {
        if !viewer.full {
            return Err(CasefileError::NotHolder(viewer.name.clone()));
        }
        if why.trim().is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        let before = self.cover_policy().await?;
        let policy = CoverPolicy {
            k: k.unwrap_or(before.k),
            m: m.unwrap_or(before.m),
            from: from.unwrap_or(before.from),
            author: viewer.name.clone(),
            at: self.seams.now(),
            why: why.trim().to_owned(),
        };
        for (what, figure, range) in [("k", policy.k, CoverPolicy::K), ("m", policy.m, CoverPolicy::M)] {
            if !range.contains(&figure) {
                return Err(CasefileError::CoverFigure { what, figure, least: *range.start(), most: *range.end() });
            }
        }
        let marking = Rollup::from(&Marking::plain(Level::Tlp(Tlp::Clear)));
        let label = Label::of_house(marking, BTreeSet::new(), Protection::Open);
        self.settled(CaseId::HOUSE, async |seen| {
            let change = Change::CoverPolicySet { policy: policy.clone() };
            self.enter(viewer, CaseId::HOUSE, seen, label.clone(), why, change, &[]).await
        })
        .await?;
        Ok(policy)
    }

    /// That somebody may say who knows this reporting: whoever is counted as knowing it covers its source.
    async fn may_list(&self, viewer: &Viewer, visible: &Visible, case: CaseId, stated: &StatedAccess) -> Result<()> {
        let desk = self.desk().await?;
        if viewer.full || desk.is_security(&viewer.name) {
            return Ok(());
        }
        // Who owns it is looked up in all of it: an owner whom the viewer does not see is one.
        let all = self.store.visible(&Viewer::holder("the house")).await?;
        let by_source = self.store.document_sources(&all, case, record::time::Micros(i64::MAX)).await?;
        let sources: BTreeMap<SourceId, BTreeSet<String>> =
            self.store.sources(&all).await?.into_iter().map(|(source, _)| (source.id, source.owners)).collect();
        let of_document = |sha: &Sha256| by_source.get(sha).and_then(|source| sources.get(source)).cloned();
        let mut owned: Vec<BTreeSet<String>> = Vec::new();
        for claim in &stated.claims {
            let row = self.store.claim(visible, case, claim).await?;
            let owners = of_document(&row.document.sha256).into_iter().flatten();
            owned.push(row.label.owners.iter().cloned().chain(owners).collect());
        }
        for document in &stated.documents {
            let (document, label, ..) = self.store.document(visible, case, document).await?;
            let owners = of_document(&document.sha256).into_iter().flatten();
            owned.push(label.owners.iter().cloned().chain(owners).collect());
        }
        for source in &stated.sources {
            owned.push(self.source_of(visible, source).await?.source.owners);
        }
        let may = |owners: &BTreeSet<String>| match owners.is_empty() {
            true => !desk.has_security(),
            false => owners.iter().any(|owner| desk.speaks_for(&viewer.name, owner)),
        };
        if owned.iter().all(may) { Ok(()) } else { Err(CasefileError::NotTheirReporting(viewer.name.clone())) }
    }

    async fn access_named(&self, visible: &Visible, name: &str) -> Result<Option<(AccessList, Label)>> {
        let wanted = name.trim().to_lowercase();
        let lists = self.store.access_lists(visible).await?;
        let begins = |list: &AccessList| wanted.len() >= 4 && list.id.to_string().starts_with(&wanted);
        let called = |list: &AccessList| list.name.to_lowercase() == wanted;
        let mut found: Vec<(AccessList, Label)> = lists.iter().filter(|(list, _)| called(list)).cloned().collect();
        if found.is_empty() {
            found = lists.into_iter().filter(|(list, _)| begins(list)).collect();
        }
        match found.len() {
            0 | 1 => Ok(found.pop()),
            _ => Err(CasefileError::Ambiguous { kind: "access list", name: name.trim().to_owned() }),
        }
    }

    async fn reach(&self, visible: &Visible, case: CaseId, stated: &StatedAccess) -> Result<Reach> {
        let mut of = Reach::default();
        for claim in &stated.claims {
            of.claims.insert(self.store.claim(visible, case, claim).await?.id);
        }
        for document in &stated.documents {
            of.documents.insert(self.store.document(visible, case, document).await?.0.sha256);
        }
        for source in &stated.sources {
            of.sources.insert(self.source_of(visible, source).await?.source.id);
        }
        Ok(of)
    }
}
