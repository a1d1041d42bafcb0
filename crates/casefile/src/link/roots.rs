//! Roots: documents that have one origin, and claims that come from one mouth.
//!
//! Of documents, copies of one text have one origin, and so have those that name one and the same outlet as where they have
//! it from, within a few days, of the same matter. Of claims, those are one that the same named mouth makes within a few
//! days in the same sense, wherever it is printed. What says the same and whose mouth is not known is *possibly the same*:
//! it is shown, and joins nothing. People cut and join; their word counts for more than what was found.

mod claims;

use std::collections::{BTreeMap, HashMap};

use record::document::Document;
use record::id::{ClaimId, Sha256};
use record::link::{Decision, Link, LinkKind};
use record::reading::Claim;
use record::time::CivilDate;

use super::content::Words;
use super::copies::{Reuse, copies};
use super::outlets::Outlets;
use super::sets::Sets;
use super::sketch::Sketch;
use claims::claim_roots;

/// Reports within so many days may be of one thing.
const DAYS: i64 = 4;
/// How much of the words of the shorter of two reports that cite one outlet stands in the other.
const ALIKE: f64 = 0.3;

/// A document with what roots are found by.
#[derive(Debug, Clone)]
pub struct Told {
    /// The document.
    pub document: Document,
    /// Its text.
    pub text: String,
    /// Its claims as they stand.
    pub claims: Vec<(ClaimId, Claim)>,
}

/// Why two documents, or a document and an outlet that is not in the case, hang together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// How.
    pub kind: LinkKind,
    /// One document.
    pub one: Sha256,
    /// The other; none where it is an outlet of which no report is there.
    pub other: Option<Sha256>,
    /// Whether it makes one root of the two.
    pub joins: bool,
    /// Why, in words.
    pub why: String,
}

/// Documents of one origin.
#[derive(Debug, Clone)]
pub struct DocumentRoot {
    /// The documents, the earliest first.
    pub documents: Vec<Document>,
    /// The outlet that all have it from, where that is known.
    pub outlet: Option<String>,
    /// Why they are one.
    pub edges: Vec<Edge>,
}

/// Why two claims are from one mouth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimEdge {
    /// How.
    pub kind: LinkKind,
    /// One claim.
    pub one: ClaimId,
    /// The other.
    pub other: ClaimId,
    /// Whether it holds: a person's cut may keep apart what was found.
    pub joins: bool,
    /// Why, in words.
    pub why: String,
}

/// Claims from one mouth.
#[derive(Debug, Clone)]
pub struct ClaimRoot {
    /// Whose; empty where nobody is named.
    pub source: String,
    /// The claims with the documents they stand in, the earliest first.
    pub claims: Vec<(ClaimId, Claim, Document)>,
    /// Why they are one, as few as hold them together, and what people cut of it.
    pub edges: Vec<ClaimEdge>,
    /// Other roots that possibly are the same, by their place in the list.
    pub possibly: Vec<usize>,
}

/// All roots that were found.
#[derive(Debug, Clone, Default)]
pub struct Roots {
    /// Of documents, those with most documents first.
    pub documents: Vec<DocumentRoot>,
    /// Of claims, those with most claims first.
    pub claims: Vec<ClaimRoot>,
    /// What hangs together without being one.
    pub loose: Vec<Edge>,
}

/// Finds the roots of documents, given in the order they are to be told in.
pub fn roots(told: &[Told], decided: &[Link]) -> Roots {
    let (mut sets, edges, cited) = document_sets(told, decided);
    let mut by_root: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (number, _) in (0_u32..).zip(told) {
        by_root.entry(sets.root(number)).or_default().push(number as usize);
    }
    let of = |edge: &&Found| edge.joins;
    let mut documents: Vec<DocumentRoot> = by_root
        .values()
        .map(|members| DocumentRoot {
            documents: members.iter().map(|at| told[*at].document.clone()).collect(),
            outlet: members.iter().find_map(|at| cited[*at].clone()).filter(|_| members.len() > 1),
            edges: edges
                .iter()
                .filter(of)
                .filter(|edge| members.contains(&edge.one))
                .map(|edge| edge.shown(told))
                .collect(),
        })
        .collect();
    documents.sort_by_key(|root| std::cmp::Reverse(root.documents.len()));
    let claims = claim_roots(told, &mut sets, decided);
    let loose = edges.iter().filter(|edge| !edge.joins).map(|edge| edge.shown(told)).collect();
    Roots { documents, claims, loose }
}

/// An edge by the numbers of documents.
struct Found {
    kind: LinkKind,
    one: usize,
    other: Option<usize>,
    joins: bool,
    strength: Strength,
    why: String,
}

/// What an edge is worth where not all can hold, the least first.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Strength {
    /// Found, with how much of the one stands in the other.
    Shares(f64),
    /// Stated by whoever collected it.
    Stated,
    /// Said by a person, with the place of that among all that people said.
    Said(usize),
}

impl Found {
    fn shown(&self, told: &[Told]) -> Edge {
        let sha = |at: usize| told[at].document.sha256;
        Edge {
            kind: self.kind,
            one: sha(self.one),
            other: self.other.map(sha),
            joins: self.joins,
            why: self.why.clone(),
        }
    }
}

/// Sets of documents of one origin, why, and for each document the one outlet it has it from.
///
/// What a person cut stays apart, also where the two hang together through others: on the way between them the weakest edge
/// does not hold, and of what people joined the oldest.
fn document_sets(told: &[Told], decided: &[Link]) -> (Sets, Vec<Found>, Vec<Option<String>>) {
    let mut found = reprinted(told);
    let (more, cited) = citing(told);
    found.extend(more);
    found.extend(translated(told));
    let decisions = decisions(decided);
    let place: HashMap<Sha256, usize> = told.iter().enumerate().map(|(at, one)| (one.document.sha256, at)).collect();
    let mut cuts: Vec<(u32, u32)> = Vec::new();
    for (at, link) in decisions.values() {
        let (Some(&one), Some(&other)) = (place.get(&link.one), place.get(&link.other)) else { continue };
        match link.decision {
            Decision::Cut => cuts.push((one as u32, other as u32)),
            Decision::Joined => {
                let why = format!("joined by {}: {}", link.author, link.why);
                let strength = Strength::Said(*at);
                found.push(Found { kind: LinkKind::Joined, one, other: Some(other), joins: true, strength, why });
            }
        }
    }
    let mut order: Vec<usize> = (0..found.len()).filter(|at| found[*at].joins).collect();
    order.sort_by(|a, b| found[*b].strength.partial_cmp(&found[*a].strength).unwrap_or(std::cmp::Ordering::Equal));
    let mut sets = Sets::new(told.len());
    for at in order {
        let edge = &mut found[at];
        let Some(other) = edge.other else { continue };
        let Some((a, b)) = sets.join_but(edge.one as u32, other as u32, &cuts) else { continue };
        edge.joins = false;
        let (a, b) = (&told[a as usize].document, &told[b as usize].document);
        let why = match decisions.get(&pair(a.sha256, b.sha256)) {
            Some((_, link))
                if pair(a.sha256, b.sha256) == pair(told[edge.one].document.sha256, told[other].document.sha256) =>
            {
                format!("; cut by {}: {}", link.author, link.why)
            }
            Some((_, link)) => {
                let (a, b) = (a.sha256.short(), b.sha256.short());
                format!(
                    "; does not hold, since {} cut {a} and {b}, which would hang together by it: {}",
                    link.author, link.why
                )
            }
            None => String::new(),
        };
        edge.why.push_str(&why);
    }
    (sets, found, cited)
}

/// The last decision on each pair, with its place among all.
fn decisions(decided: &[Link]) -> BTreeMap<(Sha256, Sha256), (usize, &Link)> {
    let of_documents = decided.iter().enumerate().filter(|(_, link)| link.claims.is_none());
    of_documents.map(|(at, link)| (pair(link.one, link.other), (at, link))).collect()
}

fn pair(one: Sha256, other: Sha256) -> (Sha256, Sha256) {
    if one <= other { (one, other) } else { (other, one) }
}

fn reprinted(told: &[Told]) -> Vec<Found> {
    let sketches: Vec<Sketch> = told.iter().map(|one| Sketch::of(&one.text)).collect();
    let found = copies(&sketches).edges.into_iter().map(|edge| {
        let shared = edge.shared;
        let percent = (shared.part() * 100.0).round();
        let (kind, joins, word) = match edge.reuse {
            Reuse::Reprints => (LinkKind::Reprints, true, "copies of one text"),
            Reuse::Quotes => (LinkKind::Quotes, false, "one holds passages of the other"),
        };
        let why = format!(
            "{word}: {percent} % of the phrases of the shorter stand in the other, in {} of {} places",
            shared.covered, shared.stretches
        );
        let strength = Strength::Shares(shared.part());
        Found { kind, one: edge.one as usize, other: Some(edge.other as usize), joins, strength, why }
    });
    found.collect()
}

/// Translations of documents that are there: each is an echo of its original.
fn translated(told: &[Told]) -> Vec<Found> {
    let place: HashMap<Sha256, usize> = told.iter().enumerate().map(|(at, one)| (one.document.sha256, at)).collect();
    let found = told.iter().enumerate().filter_map(|(one, report)| {
        let link = report.document.translation.as_ref()?;
        let other = *place.get(&link.of).filter(|other| **other != one)?;
        let by = link.by.as_deref().map(|by| format!(" by {by}")).unwrap_or_default();
        let why = format!("a translation of {}{by}", told[other].document.name);
        let strength = Strength::Stated;
        Some(Found { kind: LinkKind::Reprints, one, other: Some(other), joins: true, strength, why })
    });
    found.collect()
}

/// Documents that have what they tell from one outlet.
fn citing(told: &[Told]) -> (Vec<Found>, Vec<Option<String>>) {
    let outlets = Outlets::with(told.iter().filter_map(|one| one.document.outlet.as_deref()));
    let own = |at: usize| told[at].document.outlet.as_deref().and_then(|name| outlets.named(name)).map(str::to_owned);
    let mut found = Vec::new();
    let mut cited: Vec<Option<String>> = vec![None; told.len()];
    let mut by_outlet: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, one) in told.iter().enumerate() {
        let own = own(at);
        let names: Vec<&str> =
            outlets.cited(&one.text).into_iter().filter(|name| Some(*name) != own.as_deref()).collect();
        // Who names several has weighed them, and hangs on none.
        if let [only] = names.as_slice() {
            cited[at] = Some((*only).to_owned());
            by_outlet.entry((*only).to_owned()).or_default().push(at);
        }
    }
    for (outlet, citing) in by_outlet {
        let originals: Vec<usize> = (0..told.len()).filter(|at| own(*at).as_deref() == Some(outlet.as_str())).collect();
        // That two name the same outlet does not make them tell the same.
        let words: HashMap<usize, Words> = citing
            .iter()
            .chain(&originals)
            .map(|at| (*at, Words::of(&told[*at].text.replace(outlet.as_str(), " "))))
            .collect();
        for (place, &at) in citing.iter().enumerate() {
            let alike = |other: usize| words[&at].shared(&words[&other]).1;
            let near =
                |other: &usize| within(told[at].document.date, told[*other].document.date) && alike(*other) >= ALIKE;
            let original = originals.iter().copied().filter(near).max_by(|a, b| alike(*a).total_cmp(&alike(*b)));
            let other = original.or_else(|| citing[..place].iter().copied().find(near));
            let why = match (original, other) {
                (Some(_), _) => format!("it names {outlet}, which is the other's outlet, as where it has this from"),
                (None, Some(_)) => {
                    format!("both name {outlet} as where they have this from, of which no report is in the case")
                }
                (None, None) => {
                    format!("it names {outlet} as where it has this from, of which no report is in the case")
                }
            };
            let strength = Strength::Shares(other.map_or(0.0, alike));
            found.push(Found { kind: LinkKind::Cites, one: at, other, joins: other.is_some(), strength, why });
        }
    }
    (found, cited)
}

/// Whether two documents came out within a few days. What has no date may have come out on any.
fn within(one: Option<CivilDate>, other: Option<CivilDate>) -> bool {
    let bounds = |date: Option<CivilDate>| date.and_then(|date| date.bounds());
    let (Some((a, b)), Some((c, d))) = (bounds(one), bounds(other)) else { return true };
    let days = DAYS * 86_400_000_000;
    a.0 <= d.0 + days && c.0 <= b.0 + days
}

#[cfg(test)]
mod suite;
