//! The verbatim guard on a draft: words, names, numbers and dates that stand only in protected material.
//!
//! They pass only where every owner of that material has agreed to the very words in which they stand: who concurs with a line
//! concurs with each token of it. What the whole says around its lines (title, terms, issuer, why an older packet is corrected or taken back) every owner reads who concurs with a line.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use disclose::guard::{Found, Secrets, Tier, Watch};
use disclose::packet::PacketFile;
use disclose::workflow::{self, Standing};
use record::id::{CaseId, ClaimId, Sha256};
use record::label::{Label, Protection};
use record::packet::Packet;
use record::release::Place;
use record::viewer::Viewer;
use serde::Serialize;

use super::gather::is_public;
use super::may_know_all;
use crate::access::Visible;
use crate::release::Whole;
use crate::{Casefile, CasefileError, Result};

/// What of a draft stands only in protected material, as far as the viewer may know.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuardReport {
    /// Whether the viewer is to ask the security officer: then nothing is told, whether there is something or not.
    pub asks: bool,
    /// What was found, in order.
    pub found: Vec<GuardRow>,
}

/// Something of a draft that stands only in protected material.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuardRow {
    /// Where it stands: the number of the line, from 1; none for what stands around the lines.
    pub line: Option<usize>,
    /// What it stands in: `line`, `title`, `terms`, `issuer`, `correction`, `authority`, or the name of a file of the packet.
    pub part: String,
    /// The words.
    pub words: String,
    /// How surely: `same`, `near`, or `meaning`.
    pub tier: &'static str,
    /// Whose material it stands in.
    pub owners: BTreeSet<String>,
    /// Those of them who have not agreed to it.
    pub missing: BTreeSet<String>,
    /// Whether it keeps the draft from going out.
    pub stops: bool,
}

/// What of the house is protected: who owns it, and which claims and documents it is.
pub(in crate::release) struct Guarded {
    secrets: Secrets,
    of: Vec<Origin>,
}

/// Where a protected text comes from.
#[derive(Default)]
struct Origin {
    owners: BTreeSet<String>,
    document: Option<Sha256>,
    claim: Option<ClaimId>,
}

impl Casefile {
    /// What of a draft stands only in protected material. It is told whole to the security officer and whoever holds the store;
    /// everybody else is told to ask, whether there is something or not.
    ///
    /// # Errors
    /// Where there is no such disclosure that the viewer may see.
    pub async fn guard(&self, viewer: &Viewer, case: CaseId, id: &str) -> Result<GuardReport> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let seen = self.whole(&visible, case, id).await?;
        if !may_know_all(viewer, &seen.desk) {
            return Ok(GuardReport { asks: true, found: Vec::new() });
        }
        let all = self.store.visible(&Self::house()).await?;
        let whole = self.whole(&all, case, id).await?;
        let found = self.guarded(&whole).await?;
        // What was found tells what stands in their material: its owners may see who looked.
        let guard = |row: &GuardRow| {
            Label::of_house(whole.held.label.marking.clone(), row.owners.clone(), Protection::Protected)
        };
        let labels: Vec<Label> = found.iter().map(guard).collect();
        let what = format!("looked at what of {} stands in protected material", whole.held.disclosure.id.short());
        self.looked(viewer, case, &what, labels.iter()).await?;
        Ok(GuardReport { asks: false, found })
    }

    /// Everything of a draft that stands only in protected material.
    pub(super) async fn guarded(&self, whole: &Whole) -> Result<Vec<GuardRow>> {
        let Some(guarded) = self.secrets().await? else { return Ok(Vec::new()) };
        if guarded.secrets.is_empty() {
            return Ok(Vec::new());
        }
        let parts = parts(whole);
        let mut watch = Watch::new(&guarded.secrets, parts.iter().map(|part| part.text.as_str()));
        if watch.found().iter().all(Vec::is_empty) {
            return Ok(Vec::new());
        }
        self.show_open(&whole.held.disclosure.audience, &mut watch).await?;
        let rows = parts.iter().zip(watch.found());
        Ok(rows.flat_map(|(part, found)| found.into_iter().map(|one| row(whole, &guarded, part, &one))).collect())
    }

    /// What the bytes of a packet's files say beyond the words of its draft that stands only in protected material.
    pub(in crate::release) async fn guarded_bytes(
        &self,
        whole: &Whole,
        packet: &Packet,
        files: &[PacketFile],
    ) -> Result<Vec<GuardRow>> {
        let Some(guarded) = self.secrets().await? else { return Ok(Vec::new()) };
        if guarded.secrets.is_empty() {
            return Ok(Vec::new());
        }
        let mut texts: Vec<(String, String)> = Vec::new();
        for file in files {
            let text = match file.name.ends_with(".pdf") {
                // A PDF that cannot be read may say anything, and so nothing goes out.
                true => {
                    let (text, title) =
                        crate::format::read_pdf_here(&file.bytes).map_err(|_| CasefileError::AskSecurity)?;
                    format!("{}\n\n{text}", title.unwrap_or_default())
                }
                false => disclose::guard::shown(file.name, &file.bytes),
            };
            texts.push((file.name.to_owned(), text));
        }
        let mut watch = Watch::new(&guarded.secrets, texts.iter().map(|(_, text)| text.as_str()));
        parts(whole).iter().for_each(|part| watch.open(&part.text));
        disclose::guard::boilerplate(packet).iter().for_each(|text| watch.open(text));
        if watch.found().iter().flatten().any(|one| one.tier == Tier::Same) {
            self.show_open(&whole.held.disclosure.audience, &mut watch).await?;
        }
        let found = texts.into_iter().zip(watch.found());
        Ok(found
            .flat_map(|((name, text), found)| {
                let part = Part { line: None, part: name, text };
                // Beyond the very tokens a whole file is near to everything.
                let same = found.into_iter().filter(|one| one.tier == Tier::Same);
                same.map(|one| row(whole, &guarded, &part, &one)).collect::<Vec<_>>()
            })
            .collect())
    }

    /// Everything of the house that is protected, taken apart: documents, what people made of their claims, and what is entered of
    /// sources; none where nothing is.
    async fn secrets(&self) -> Result<Option<Arc<Guarded>>> {
        let all = self.store.visible(&Self::house()).await?;
        let from = self.cover_policy().await?.from;
        if !self.store.has_protected(from).await? {
            return Ok(None);
        }
        let house = self.apart(&all).await?;
        let known = house.guarded.lock().ok().and_then(|known| known.clone());
        if let Some((_, guarded)) = known.filter(|(of, _)| *of == from) {
            return Ok(Some(guarded));
        }
        let guarded = Arc::new(self.take_secrets_apart(&all, from).await?);
        if let Ok(mut known) = house.guarded.lock() {
            *known = Some((from, Arc::clone(&guarded)));
        }
        Ok(Some(guarded))
    }

    async fn take_secrets_apart(&self, all: &Visible, from: Protection) -> Result<Guarded> {
        let is_protected = |label: &Label| label.protection >= from && label.protection > Protection::Open;
        let mut guarded = Guarded { secrets: Secrets::default(), of: Vec::new() };
        let mut owners = BTreeMap::new();
        for (source, _) in self.store.sources(all).await? {
            if source.protection >= from && source.protection > Protection::Open {
                for text in std::iter::once(&source.name).chain(&source.names).chain([&source.access]) {
                    guarded.add(text, Origin { owners: source.owners.clone(), ..Origin::default() });
                }
            }
            owners.insert(source.id, source.owners);
        }
        for (case, _) in self.store.cases(all).await? {
            let sources = self.store.document_sources(all, case.id, record::time::Micros(i64::MAX)).await?;
            let owned = |label: &Label, sha: &Sha256| -> BTreeSet<String> {
                let since = sources.get(sha).and_then(|source| owners.get(source)).into_iter().flatten();
                label.owners.iter().chain(since).cloned().collect()
            };
            for row in self.store.documents(all, case.id).await?.iter().filter(|row| is_protected(&row.label)) {
                let sha = row.document.sha256;
                let text = String::from_utf8_lossy(&self.store.blob(row.document.text).await?).into_owned();
                let origin = Origin { owners: owned(&row.label, &sha), document: Some(sha), claim: None };
                guarded.add(&text, origin);
            }
            for row in self.store.reviewed_claims(all, case.id).await?.iter().filter(|row| is_protected(&row.label)) {
                let Some(claim) = row.stands() else { continue };
                let sha = row.document.sha256;
                let origin = Origin { owners: owned(&row.label, &sha), document: Some(sha), claim: Some(row.id) };
                guarded.add(&format!("{} {}", claim.source.text, claim.content.text), origin);
            }
        }
        Ok(guarded)
    }

    /// Shows a watch everything that an audience may read already: public documents, and what was released to it and in public.
    async fn show_open(&self, audience: &str, watch: &mut Watch<'_>) -> Result<()> {
        let all = self.store.visible(&Self::house()).await?;
        let heard = |to: &str| to == "public" || to == audience;
        for (case, _) in self.store.cases(&all).await? {
            for row in self.store.documents(&all, case.id).await?.iter().filter(|row| is_public(&row.label)) {
                watch.open(&String::from_utf8_lossy(&self.store.blob(row.document.text).await?));
            }
            for held in self.store.disclosures(&all, case.id).await? {
                let Some(_) = Some(&held.disclosure).filter(|one| one.issued && heard(&one.audience)) else { continue };
                held.disclosure.lines.iter().for_each(|line| watch.open(&line.text));
            }
        }
        for (release, _) in self.store.public_releases(&all).await? {
            if heard(&release.audience) {
                watch.open(&self.release_text(&release).await?);
            }
        }
        Ok(())
    }
}

impl Guarded {
    fn add(&mut self, text: &str, origin: Origin) {
        self.secrets.add(text, self.of.len());
        self.of.push(origin);
    }
}

/// A part of a draft that goes out.
struct Part {
    line: Option<usize>,
    part: String,
    text: String,
}

fn parts(whole: &Whole) -> Vec<Part> {
    let disclosure = &whole.held.disclosure;
    let mut parts: Vec<Part> = (1..)
        .zip(&disclosure.lines)
        .map(|(number, line)| {
            let asked = match &line.place {
                Place::Answer { question } => format!("{question} "),
                _ => String::new(),
            };
            Part { line: Some(number), part: "line".to_owned(), text: format!("{asked}{}", line.text) }
        })
        .collect();
    if let Some(block) = &disclosure.authority {
        let text =
            serde_json::to_value(block).map(|value| disclose::guard::strings(&value).join("; ")).unwrap_or_default();
        parts.push(Part { line: None, part: "authority".to_owned(), text });
    }
    let around = [
        ("title", disclosure.title.clone()),
        ("terms", Some(disclosure.terms.clone())),
        ("issuer", disclosure.issuer.clone()),
        // Why an older packet was wrong or is taken back stands in every file of the new one.
        ("correction", disclosure.amends.as_ref().map(|amends| amends.why.clone())),
    ];
    for (part, text) in around {
        parts.extend(text.map(|text| Part { line: None, part: part.to_owned(), text }));
    }
    parts
}

fn row(whole: &Whole, guarded: &Guarded, part: &Part, found: &Found) -> GuardRow {
    let (disclosure, desk) = (&whole.held.disclosure, &whole.desk);
    let concurs = |at: usize, owner: &String| {
        let both = disclosure.lines.get(at).zip(whole.demands.get(at));
        both.is_some_and(|(line, demand)| {
            workflow::standing(disclosure, line, demand, owner, desk) == Standing::Concurs
        })
    };
    let agrees = |owner: &String| match part.line {
        Some(number) => concurs(number.saturating_sub(1), owner),
        None => (0..disclosure.lines.len()).any(|at| concurs(at, owner)),
    };
    let origins: Vec<&Origin> = found.of.iter().filter_map(|of| guarded.of.get(*of)).collect();
    let owners: BTreeSet<String> = origins.iter().flat_map(|origin| origin.owners.clone()).collect();
    let missing: BTreeSet<String> = owners.iter().filter(|owner| !agrees(owner)).cloned().collect();
    // What nobody owns nobody can agree to: it passes in a line that rests on it, whose marking was lowered for that.
    let rests = |origin: &&Origin| {
        let line = part.line.and_then(|number| disclosure.lines.get(number.saturating_sub(1)));
        line.is_some_and(|line| {
            line.claims.iter().any(|id| {
                origin.claim == Some(*id)
                    || whole.behind.get(id).is_some_and(|row| origin.document == Some(row.document.sha256))
            })
        })
    };
    let ownerless = origins.iter().any(|origin| origin.owners.is_empty() && !rests(origin));
    let tier = match found.tier {
        Tier::Same => "same",
        Tier::Near => "near",
        Tier::Meaning => "meaning",
    };
    GuardRow {
        line: part.line,
        part: part.part.clone(),
        words: part.text.get(found.span.clone()).unwrap_or_default().to_owned(),
        tier,
        stops: found.tier != Tier::Meaning && (!missing.is_empty() || ownerless),
        owners,
        missing,
    }
}
