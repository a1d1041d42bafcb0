//! Everything that the house has that bears on cover, taken apart: of all cases, whoever looks.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

use disclose::cover::{Access, Guard, Holdings, Statement};
use disclose::ladder::{Detail, of_claim, of_line};
use record::cover::{AccessList, Slot};
use record::document::Document;
use record::id::{CaseId, ClaimId, Sha256, SourceId};
use record::label::{Label, Protection};
use record::marking::{Clearance, Rollup};
use record::reading::{Claim, Head, Reading};
use record::release::{Disclosure, Line, Place, PublicRelease};
use record::time::{CivilDate, Micros};

use super::guard::Guarded;
use super::origins::Roots;
use crate::access::Visible;
use crate::link::Told;
use crate::store::{ClaimRow, Held};
use crate::{Casefile, Result};

/// What the house has, and what of it stands behind what, with everything that was released before.
pub(super) struct Gathered {
    pub house: Arc<Apart>,
    earlier: Vec<Earlier>,
}

/// What the house has, taken apart.
pub(in crate::release) struct Apart {
    pub holdings: Holdings,
    /// The number of each claim in the holdings.
    pub claims: HashMap<ClaimId, usize>,
    /// Where a claim stands: its words, for whoever may see them.
    pub told: HashMap<usize, (ClaimId, String, Label)>,
    /// The first of what says the same words of one document, in whatever case it is.
    said: HashMap<(Sha256, String, String), usize>,
    /// The labels of the access lists, and whose they are.
    pub lists: Vec<(BTreeSet<String>, Label)>,
    /// What stands behind a line of which nobody knows who knows it.
    nobody: usize,
    /// All claims that speak for a root, by case.
    roots: HashMap<CaseId, Vec<ClaimId>>,
    /// What others released.
    imported: Vec<Earlier>,
    /// What is protected from some protection on, taken apart for the verbatim guard.
    pub guarded: Mutex<Option<(Protection, Arc<Guarded>)>>,
    /// Lines that were read, by their words.
    read: Mutex<HashMap<String, Vec<Detail>>>,
}

/// Something that was released before.
#[derive(Clone)]
struct Earlier {
    /// To whom it went, and on to whom it may have gone.
    audiences: Vec<String>,
    of: Option<record::id::DisclosureId>,
    details: Vec<Detail>,
    behind: Vec<usize>,
    /// When an imported release came out.
    at: Option<Micros>,
}

/// A line taken apart, with what stands behind it.
pub(super) struct Taken {
    /// What it says, and then what is said around it.
    pub details: Vec<Detail>,
    /// What of these is said around it: how many of the last, each with the part of the draft in which it stands.
    pub around: Vec<(&'static str, Detail)>,
    pub behind: Vec<usize>,
    pub is_guarded: bool,
}

impl Casefile {
    /// Everything that the house has, taken apart, with what was released before.
    pub(super) async fn gathered(&self) -> Result<Gathered> {
        let all = self.store.visible(&Self::house()).await?;
        let house = self.apart(&all).await?;
        let mut gathered = Gathered { earlier: house.imported.clone(), house };
        let policy = self.cover_policy().await?;
        for (case, _) in self.store.cases(&all).await? {
            for held in self.store.disclosures(&all, case.id).await?.iter().filter(|held| held.disclosure.issued) {
                for (line, label) in held.disclosure.lines.iter().zip(&held.lines) {
                    if label.protection < policy.from {
                        continue;
                    }
                    let taken = gathered.taken(case.id, &held.disclosure, line, true);
                    let mut audiences = vec![held.disclosure.audience.clone()];
                    // What stands above the tearline stays with whoever got the whole.
                    audiences.extend(held.disclosure.onward.clone().filter(|_| line.place != Place::Above));
                    let of = Some(held.disclosure.id);
                    let Taken { details, behind, .. } = taken;
                    gathered.earlier.push(Earlier { audiences, of, details, behind, at: None });
                }
            }
        }
        Ok(gathered)
    }

    pub(super) async fn take_apart(&self, all: &Visible) -> Result<Apart> {
        let mut known = self.store.access_lists(all).await?;
        known.retain(|(list, _)| !list.retired);
        let labels = known.iter().map(|(list, label)| (list.owners.clone(), label.clone())).collect();
        let lists: Vec<AccessList> = known.into_iter().map(|(list, _)| list).collect();
        let mut apart = Apart {
            holdings: Holdings::new(lists.iter().map(access).collect()),
            claims: HashMap::new(),
            told: HashMap::new(),
            said: HashMap::new(),
            lists: labels,
            nobody: 0,
            roots: HashMap::new(),
            imported: Vec::new(),
            guarded: Mutex::default(),
            read: Mutex::default(),
        };
        let guard = Guard::Guarded { known: None, access: Vec::new(), is_owned: false };
        apart.nobody = apart.holdings.add(&[], guard);
        let mut roots = Roots::default();
        for (case, _) in self.store.cases(all).await? {
            self.gather_case(all, case.id, &lists, &mut roots, &mut apart).await?;
        }
        let releases = self.released(all, &mut roots).await?;
        for (release, reading) in releases {
            let at = release.date.bounds().map(|(_, high)| high);
            let root = roots.root(release.sha256);
            for claim in &reading.claims {
                let details = of_claim(&reading, claim);
                if release.audience == "public" {
                    apart.holdings.add(&details, Guard::Open { root, published: at });
                }
                let audiences = vec![release.audience.clone()];
                apart.imported.push(Earlier { audiences, of: None, details, behind: Vec::new(), at });
            }
        }
        Ok(apart)
    }

    /// What others released, read; and which of it is of one origin, with each other and with the documents of all cases: what one
    /// mouth says is, and copies and reports of one are, whoever prints them.
    async fn released(&self, all: &Visible, roots: &mut Roots) -> Result<Vec<(PublicRelease, Reading)>> {
        let mut found = Vec::new();
        let mut told: Vec<Told> = Vec::new();
        for (release, _) in self.store.public_releases(all).await? {
            let text = self.release_text(&release).await?;
            let reading = read::read(&text, head(Some(release.date)));
            roots.mouth(&release.by, release.sha256);
            if told.iter().all(|one| one.document.sha256 != release.sha256) {
                told.push(as_told(&release, text, &reading));
            }
            found.push((release, reading));
        }
        if told.is_empty() {
            return Ok(found);
        }
        let mut known: HashSet<Sha256> = told.iter().map(|one| one.document.sha256).collect();
        for (case, _) in self.store.cases(all).await? {
            let mut claims: HashMap<Sha256, Vec<(ClaimId, Claim)>> = HashMap::new();
            for row in self.store.claims(all, case.id).await?.iter().filter(|row| is_public(&row.label)) {
                let Some(claim) = row.stands() else { continue };
                claims.entry(row.document.sha256).or_default().push((row.id, claim.clone()));
            }
            for row in self.store.documents(all, case.id).await? {
                let Some(claims) = claims.remove(&row.document.sha256) else { continue };
                if known.insert(row.document.sha256) {
                    let text = String::from_utf8_lossy(&self.store.blob(row.document.text).await?).into_owned();
                    told.push(Told { document: row.document, text, claims });
                }
            }
        }
        told.sort_by_key(|one| one.document.date.and_then(|date| date.bounds()).map(|(low, _)| low));
        roots.join_found(&crate::link::roots(&told, &[]));
        Ok(found)
    }

    async fn gather_case(
        &self,
        all: &Visible,
        case: CaseId,
        lists: &[AccessList],
        roots: &mut Roots,
        gathered: &mut Apart,
    ) -> Result<()> {
        let rows = self.store.claims(all, case).await?;
        let mut readings: BTreeMap<(Sha256, Label), Reading> = BTreeMap::new();
        for (document, label, reading) in self.store.readings(all, case).await? {
            readings.insert((document.sha256, label), reading);
        }
        let collected: HashMap<(Sha256, Label), Micros> = self
            .store
            .documents(all, case)
            .await?
            .into_iter()
            .map(|row| ((row.document.sha256, row.label), row.collected))
            .collect();
        let sources = self.store.document_sources(all, case, Micros(i64::MAX)).await?;
        let public: Vec<&ClaimRow> = rows.iter().filter(|row| is_public(&row.label)).collect();
        let open: HashSet<Sha256> = public.iter().map(|row| row.document.sha256).collect();
        let found = self.roots_among(all, case, &rows, |sha| open.contains(sha)).await?;
        roots.join_found(&found);
        for row in &rows {
            let Some(claim) = row.stands() else { continue };
            let key = (row.document.sha256, row.label.clone());
            let Some(reading) = readings.get(&key) else { continue };
            let guard = match is_public(&row.label) {
                true => Guard::Open {
                    root: roots.root(row.document.sha256),
                    published: row.document.date.and_then(|date| date.bounds()).map(|(_, high)| high),
                },
                false => Guard::Guarded {
                    known: known(row.document.date, collected.get(&key).copied()),
                    access: reached(lists, row, sources.get(&row.document.sha256)),
                    is_owned: row.label.protection > Protection::Open,
                },
            };
            let number = gathered.holdings.add(&of_claim(reading, claim), guard);
            let said = (row.document.sha256, claim.source.text.clone(), claim.content.text.clone());
            let first = *gathered.said.entry(said).or_insert(number);
            gathered.holdings.same(number, first);
            gathered.claims.insert(row.id, number);
            gathered.told.insert(number, (row.id, claim.content.text.clone(), row.label.clone()));
        }
        let spoken = self.store.roots(all, case).await?.into_iter().flat_map(|(root, _)| root.claims).collect();
        gathered.roots.insert(case, spoken);
        Ok(())
    }
}

impl Apart {
    /// Whether a detail of what is said around a line is of what stands behind it. A word that no rule knows, an act and a stage
    /// are only where it says them too: "Warning before the vote" is of no source. Names, places, times and numbers always are.
    fn counts_around(&self, detail: &Detail, behind: &[usize]) -> bool {
        let is_plain = detail.rungs.first().is_some_and(|rung| rung.key.starts_with("other:"))
            || matches!(detail.slot, Slot::Other | Slot::Act | Slot::Stage | Slot::Sure);
        // Whose words the lines are the lines say.
        let said = || behind.iter().any(|number| self.holdings.gives(*number, detail));
        detail.slot != Slot::By && (!is_plain || said())
    }

    /// The details of a line, which is read once.
    fn details(&self, text: &str) -> Vec<Detail> {
        if let Some(known) = self.read.lock().ok().and_then(|read| read.get(text).cloned()) {
            return known;
        }
        let details = of_line(&read::read(text, head(None)), text);
        if let Ok(mut read) = self.read.lock() {
            // Whatever is typed is kept for a while, and not for ever.
            if read.len() > MOST_LINES {
                read.clear();
            }
            read.insert(text.to_owned(), details.clone());
        }
        details
    }
}

/// What a packet says around its lines, by the part in which it stands: to whoever reads a line it says that too.
pub(super) fn said_around<'d>(
    disclosure: &'d Disclosure,
    line: Option<&'d Line>,
) -> impl Iterator<Item = (&'static str, &'d str)> {
    let question = line.and_then(|line| match &line.place {
        Place::Answer { question } => Some(("question", question.as_str())),
        Place::Below | Place::Above => None,
    });
    let title = disclosure.title.as_deref().map(|title| ("title", title));
    let why = disclosure.amends.as_ref().map(|amends| ("correction", amends.why.as_str()));
    [question, title, why].into_iter().flatten()
}

/// A line's details with those of what is said around it, each once. What stands at both places has no place of its own.
fn with_around(
    mut details: Vec<Detail>,
    around: Vec<(&'static str, Detail)>,
) -> (Vec<Detail>, Vec<(&'static str, Detail)>) {
    let key = |detail: &Detail| detail.rungs.first().map(|rung| rung.key.clone());
    let mut more: Vec<(&'static str, Detail)> = Vec::new();
    for (part, detail) in around {
        match details.iter_mut().find(|other| key(other) == key(&detail)) {
            Some(other) => other.span = None,
            None if more.iter().any(|(_, other)| key(other) == key(&detail)) => {}
            None => more.push((part, detail)),
        }
    }
    details.extend(more.iter().map(|(_, detail)| detail.clone()));
    (details, more)
}

impl Apart {
    /// The numbers of the access lists that a viewer may see: their owners, and whoever speaks for one.
    pub(super) fn lists_of(&self, sees: impl Fn(&BTreeSet<String>, &Label) -> bool) -> Vec<usize> {
        let seen = self.lists.iter().enumerate().filter(|(_, (owners, label))| sees(owners, label));
        seen.map(|(at, _)| at).collect()
    }
}

/// How many lines are kept as they were read.
const MOST_LINES: usize = 20_000;

impl Gathered {
    /// A line taken apart. What is guarded and has nothing behind it that the house knows of has somebody whom nobody knows.
    /// What is said around it (the title, the question that it answers, why an older packet was wrong) is said with it.
    pub(super) fn taken(&self, case: CaseId, disclosure: &Disclosure, line: &Line, is_guarded: bool) -> Taken {
        let house = &self.house;
        let judged = line.judgement.and_then(|_| house.roots.get(&case)).into_iter().flatten();
        let mut behind: Vec<usize> =
            line.claims.iter().chain(judged).filter_map(|id| house.claims.get(id).copied()).collect();
        behind.sort_unstable();
        behind.dedup();
        let lacks = behind.len() < line.claims.len() || behind.iter().all(|number| !house.holdings.is_owned(*number));
        if is_guarded && lacks {
            behind.push(house.nobody);
        }
        let mut around = Vec::new();
        for (part, text) in said_around(disclosure, Some(line)) {
            let said = house.details(text).into_iter().filter(|detail| house.counts_around(detail, &behind));
            around.extend(said.map(|detail| (part, Detail { span: None, ..detail })));
        }
        let (details, around) = with_around(house.details(&line.text), around);
        Taken { details, around, behind, is_guarded }
    }

    /// The same line in other words.
    pub(super) fn reread(&self, taken: &Taken, text: &str) -> Taken {
        let (details, around) = with_around(self.house.details(text), taken.around.clone());
        Taken { details, around, behind: taken.behind.clone(), is_guarded: taken.is_guarded }
    }

    /// The lines of a draft, taken apart.
    pub(super) fn draft(&self, case: CaseId, held: &Held, from: Protection) -> Vec<Taken> {
        let both = held.disclosure.lines.iter().zip(&held.lines);
        both.map(|(line, label)| self.taken(case, &held.disclosure, line, label.protection >= from)).collect()
    }

    /// What was said before to the audience of a draft, and in public, of what is guarded. What others are known to have said
    /// counts where what stands behind the draft says all of it, and the house knew that before.
    pub(super) fn earlier(&self, disclosure: &Disclosure, lines: &[Taken]) -> Vec<Statement> {
        let present: Vec<&str> =
            std::iter::once(disclosure.audience.as_str()).chain(disclosure.onward.as_deref()).collect();
        let heard = |one: &&Earlier| {
            let may_have = one.audiences.iter().any(|to| present.iter().any(|present| may_have(present, to)));
            may_have && one.of != Some(disclosure.id)
        };
        let holdings = &self.house.holdings;
        let mut all = Vec::new();
        for one in self.earlier.iter().filter(heard) {
            let statement = holdings.statement(&one.details, &[], one.behind.clone());
            let said = |number: &usize| {
                let known = holdings.known(*number);
                let after = one.at.is_none_or(|at| known.is_none_or(|known| at > known));
                holdings.is_owned(*number) && after && holdings.says(*number, &statement)
            };
            if one.of.is_some() || lines.iter().flat_map(|line| &line.behind).any(said) {
                all.push(statement);
            }
        }
        all
    }
}

/// Whether anybody may have it: open, and marked so that the public may see it.
pub(super) fn is_public(label: &Label) -> bool {
    let public: Option<Clearance> = "public".parse().ok();
    label.protection == Protection::Open && public.is_some_and(|public| public.may_see(&label.marking))
}

/// Whether somebody of an audience may have what went to another: the same, the public, and whoever is as low or lower. Where
/// that cannot be told it is taken for so.
pub(super) fn may_have(present: &str, earlier: &str) -> bool {
    if earlier == "public" || earlier.trim() == present.trim() {
        return true;
    }
    let Ok(marking) = disclose::marking::valid(earlier) else { return true };
    present.parse::<Clearance>().map_or(true, |present| present.may_see(&Rollup::from(&marking)))
}

/// When the house may have known at the earliest; not known where a report does not say when it was made.
fn known(date: Option<CivilDate>, collected: Option<Micros>) -> Option<Micros> {
    let (low, _) = date?.bounds()?;
    Some(collected.map_or(low, |collected| collected.min(low)))
}

/// The lists of those who know what a claim says.
fn reached(lists: &[AccessList], row: &ClaimRow, source: Option<&SourceId>) -> Vec<usize> {
    let of = |list: &AccessList| {
        list.of.claims.contains(&row.id)
            || list.of.documents.contains(&row.document.sha256)
            || source.is_some_and(|source| list.of.sources.contains(source))
    };
    lists.iter().enumerate().filter(|(_, list)| of(list)).map(|(at, _)| at).collect()
}

/// A release as a document among others.
fn as_told(release: &PublicRelease, text: String, reading: &Reading) -> Told {
    let document = Document {
        sha256: release.sha256,
        text: release.text,
        passages: None,
        extractor: String::new(),
        name: release.title.clone(),
        title: Some(release.title.clone()),
        outlet: Some(release.by.clone()),
        author: None,
        date: Some(release.date),
        language: Some("en".to_owned()),
        url: release.url.clone(),
        marking: String::new(),
        translation: None,
    };
    // Ids by which nothing is looked up: the beginning of the hash, and the number of the claim.
    let id = |number: u16| {
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(release.sha256.0).for_each(|(to, from)| *to = from);
        bytes.iter_mut().rev().zip(number.to_le_bytes()).for_each(|(to, from)| *to = from);
        ClaimId::from_chance(bytes)
    };
    let claims = (0..=u16::MAX).zip(&reading.claims).map(|(number, claim)| (id(number), claim.clone())).collect();
    Told { document, text, claims }
}

fn access(list: &AccessList) -> Access {
    let names = |member: &record::cover::Member| {
        std::iter::once(member.name.clone()).chain(member.names.iter().cloned()).collect()
    };
    Access { members: list.members.iter().map(names).collect(), others: list.others, limits: list.limits.clone() }
}

pub(super) fn head(date: Option<CivilDate>) -> Head {
    Head { date, language: Some("en".to_owned()), ..Head::default() }
}
