//! Everything that the house has that bears on cover, taken apart: of all cases, whoever looks.

use std::collections::{BTreeMap, HashMap};

use disclose::cover::{Access, Guard, Holdings, Statement};
use disclose::ladder::{Detail, of_claim, of_line};
use record::cover::AccessList;
use record::id::{CaseId, ClaimId, Sha256, SourceId};
use record::label::{Label, Protection};
use record::marking::Clearance;
use record::reading::{Head, Reading};
use record::release::{Disclosure, Line};
use record::time::{CivilDate, Micros};

use crate::access::Visible;
use crate::store::{ClaimRow, Held};
use crate::{Casefile, Result};

/// What the house has, and what of it stands behind what.
pub(super) struct Gathered {
    pub holdings: Holdings,
    /// The number of each claim in the holdings.
    pub claims: HashMap<ClaimId, usize>,
    /// Where a claim stands: its words, for whoever may see them.
    pub told: HashMap<usize, (ClaimId, String, Label)>,
    /// What stands behind a line of which nobody knows who knows it.
    nobody: usize,
    /// All claims that speak for a root, by case.
    roots: HashMap<CaseId, Vec<ClaimId>>,
    earlier: Vec<Earlier>,
}

/// Something that was released before.
struct Earlier {
    audience: String,
    of: Option<record::id::DisclosureId>,
    details: Vec<Detail>,
    behind: Vec<usize>,
    /// When an imported release came out.
    at: Option<Micros>,
}

/// A line taken apart, with what stands behind it.
pub(super) struct Taken {
    pub details: Vec<Detail>,
    pub behind: Vec<usize>,
    pub is_guarded: bool,
}

/// Roots of open material across cases: documents are joined where anything says that they have one origin.
#[derive(Default)]
struct Roots {
    number: HashMap<Sha256, usize>,
    parent: Vec<usize>,
    by: HashMap<String, usize>,
}

impl Roots {
    fn of(&mut self, sha: Sha256) -> usize {
        let next = self.parent.len();
        let number = *self.number.entry(sha).or_insert(next);
        if number == next {
            self.parent.push(next);
        }
        number
    }

    fn first(&self, number: usize) -> usize {
        let mut at = number;
        while let Some(next) = self.parent.get(at).filter(|next| **next != at) {
            at = *next;
        }
        at
    }

    fn join(&mut self, all: impl Iterator<Item = Sha256>) {
        let mut last: Option<usize> = None;
        for sha in all {
            let this = self.of(sha);
            if let Some(other) = last {
                let (one, two) = (self.first(this), self.first(other));
                if let Some(parent) = self.parent.get_mut(one.max(two)) {
                    *parent = one.min(two);
                }
            }
            last = Some(this);
        }
    }

    fn root(&mut self, sha: Sha256) -> u32 {
        let number = self.of(sha);
        u32::try_from(self.first(number)).unwrap_or(u32::MAX)
    }

    /// The root of somebody who releases: all that one mouth says is of one root.
    fn mouth(&mut self, name: &str) -> u32 {
        let next = self.parent.len();
        let number = *self.by.entry(name.trim().to_lowercase()).or_insert(next);
        if number == next {
            self.parent.push(next);
        }
        u32::try_from(number).unwrap_or(u32::MAX)
    }
}

impl Casefile {
    /// Takes apart everything that the house has.
    pub(super) async fn gathered(&self) -> Result<Gathered> {
        let all = self.store.visible(&Self::house()).await?;
        let lists: Vec<AccessList> = self
            .store
            .access_lists(&all)
            .await?
            .into_iter()
            .map(|(list, _)| list)
            .filter(|list| !list.retired)
            .collect();
        let mut gathered = Gathered {
            holdings: Holdings::new(lists.iter().map(access).collect()),
            claims: HashMap::new(),
            told: HashMap::new(),
            nobody: 0,
            roots: HashMap::new(),
            earlier: Vec::new(),
        };
        let guard = Guard::Guarded { known: None, access: Vec::new(), is_owned: false };
        gathered.nobody = gathered.holdings.add(&[], guard);
        let mut roots = Roots::default();
        let cases = self.store.cases(&all).await?;
        for (case, _) in &cases {
            self.gather_case(&all, case.id, &lists, &mut roots, &mut gathered).await?;
        }
        for (release, _) in self.store.public_releases(&all).await? {
            let text = self.release_text(&release).await?;
            let reading = read::read(&text, head(Some(release.date)));
            let at = release.date.bounds().map(|(_, high)| high);
            let root = if roots.number.contains_key(&release.sha256) {
                roots.root(release.sha256)
            } else {
                roots.mouth(&release.by)
            };
            for claim in &reading.claims {
                let details = of_claim(&reading, claim);
                if release.audience == "public" {
                    gathered.holdings.add(&details, Guard::Open { root, published: at });
                }
                let audience = release.audience.clone();
                gathered.earlier.push(Earlier { audience, of: None, details, behind: Vec::new(), at });
            }
        }
        let policy = self.cover_policy().await?;
        for (case, _) in &cases {
            for held in self.store.disclosures(&all, case.id).await?.iter().filter(|held| held.disclosure.issued) {
                for (line, label) in held.disclosure.lines.iter().zip(&held.lines) {
                    if label.protection < policy.from {
                        continue;
                    }
                    let taken = gathered.taken(case.id, line, true);
                    let (audience, of) = (held.disclosure.audience.clone(), Some(held.disclosure.id));
                    let Taken { details, behind, .. } = taken;
                    gathered.earlier.push(Earlier { audience, of, details, behind, at: None });
                }
            }
        }
        Ok(gathered)
    }

    async fn gather_case(
        &self,
        all: &Visible,
        case: CaseId,
        lists: &[AccessList],
        roots: &mut Roots,
        gathered: &mut Gathered,
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
        let open: std::collections::HashSet<Sha256> = public.iter().map(|row| row.document.sha256).collect();
        let found = self.roots_among(all, case, &rows, |sha| open.contains(sha)).await?;
        for root in &found.documents {
            roots.join(root.documents.iter().map(|document| document.sha256));
        }
        for root in &found.claims {
            // What is only possibly the same is taken for the same: that can only lower what is counted.
            let possibly = root.possibly.iter().filter_map(|at| found.claims.get(*at));
            let claims = std::iter::once(root).chain(possibly).flat_map(|root| &root.claims);
            roots.join(claims.map(|(_, _, document)| document.sha256));
        }
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
            gathered.claims.insert(row.id, number);
            gathered.told.insert(number, (row.id, claim.content.text.clone(), row.label.clone()));
        }
        let spoken = self.store.roots(all, case).await?.into_iter().flat_map(|(root, _)| root.claims).collect();
        gathered.roots.insert(case, spoken);
        Ok(())
    }
}

impl Gathered {
    /// A line taken apart. What is guarded and has nothing behind it that the house knows of has somebody whom nobody knows.
    pub(super) fn taken(&self, case: CaseId, line: &Line, is_guarded: bool) -> Taken {
        let reading = read::read(&line.text, head(None));
        let judged = line.judgement.and_then(|_| self.roots.get(&case)).into_iter().flatten();
        let mut behind: Vec<usize> =
            line.claims.iter().chain(judged).filter_map(|id| self.claims.get(id).copied()).collect();
        behind.sort_unstable();
        behind.dedup();
        let lacks = behind.len() < line.claims.len() || behind.iter().all(|number| !self.holdings.is_owned(*number));
        if is_guarded && lacks {
            behind.push(self.nobody);
        }
        Taken { details: of_line(&reading, &line.text), behind, is_guarded }
    }

    /// The same line in other words.
    pub(super) fn reread(&self, taken: &Taken, text: &str) -> Taken {
        let reading = read::read(text, head(None));
        Taken { details: of_line(&reading, text), behind: taken.behind.clone(), is_guarded: taken.is_guarded }
    }

    /// The lines of a draft, taken apart.
    pub(super) fn draft(&self, case: CaseId, held: &Held, from: Protection) -> Vec<Taken> {
        let both = held.disclosure.lines.iter().zip(&held.lines);
        both.map(|(line, label)| self.taken(case, line, label.protection >= from)).collect()
    }

    /// What was said before to the audience of a draft, and in public, of what is guarded. What others are known to have said
    /// counts where what stands behind the draft says all of it, and the house knew that before.
    pub(super) fn earlier(&self, disclosure: &Disclosure, lines: &[Taken]) -> Vec<Statement> {
        let heard = |one: &&Earlier| {
            (one.audience == "public" || one.audience == disclosure.audience) && one.of != Some(disclosure.id)
        };
        let mut all = Vec::new();
        for one in self.earlier.iter().filter(heard) {
            let statement = self.holdings.statement(&one.details, &[], one.behind.clone());
            let said = |number: &usize| {
                let known = self.holdings.known(*number);
                let after = one.at.is_none_or(|at| known.is_none_or(|known| at > known));
                self.holdings.is_owned(*number) && after && self.holdings.says(*number, &statement)
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

fn access(list: &AccessList) -> Access {
    let names = |member: &record::cover::Member| {
        std::iter::once(member.name.clone()).chain(member.names.iter().cloned()).collect()
    };
    Access { members: list.members.iter().map(names).collect(), others: list.others, limits: list.limits.clone() }
}

pub(super) fn head(date: Option<CivilDate>) -> Head {
    Head {
        path: String::new(),
        sha256: String::new(),
        title: None,
        outlet: None,
        date,
        language: Some("en".to_owned()),
        text: None,
    }
}
