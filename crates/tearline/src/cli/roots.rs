//! `tearline roots`: which documents and claims come from one mouth; `tearline link`: a person's word on it.

use casefile::link::{Edge, Roots};
use record::document::Document;
use record::id::Sha256;
use record::link::{Decision, LinkKind};
use serde::Serialize;

use super::{Format, Shared};
use crate::Stage;
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::{list, style, table};

/// Find what says the same thing from the same mouth: reprints, echoes of one outlet, words of one speaker
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline roots
  tearline --case c.tearline roots --claims --all

`link cut` and `link join` say otherwise.")]
pub struct Args {
    /// Of claims instead of documents
    #[arg(long)]
    claims: bool,
    /// Also those that stand alone, and what hangs together without being one
    #[arg(long)]
    all: bool,
    /// How to write them
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Say whether two documents have one origin
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// They have one origin, whatever was found
    #[command(
        after_help = "Example:\n  tearline --case c.tearline link join 9c1e 77ab --why \"both from the ministry's mail\""
    )]
    Join(Pair),
    /// They have not, whatever was found
    #[command(
        after_help = "Example:\n  tearline --case c.tearline link cut 9c1e 77ab --why \"two reporters in one room\""
    )]
    Cut(Pair),
}

/// Two documents and a reason.
#[derive(Debug, clap::Args)]
pub struct Pair {
    /// One document, by its hash or the beginning of it
    one: String,
    /// The other
    other: String,
    /// Why
    #[arg(long)]
    why: String,
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (pair, decision, word) = match self {
            Self::Join(pair) => (pair, Decision::Joined, "joined"),
            Self::Cut(pair) => (pair, Decision::Cut, "cut"),
        };
        let (casefile, viewer, case) = shared.open(stage).await?;
        let link = casefile.decide_link(&viewer, case.id, (&pair.one, &pair.other), decision, &pair.why).await?;
        writeln!(stage.out, "{word} {} and {}", link.one.short(), link.other.short())?;
        Ok(0)
    }
}

#[derive(Serialize)]
struct ShownDocument {
    sha256: String,
    title: String,
    outlet: Option<String>,
    date: Option<String>,
}

impl From<&Document> for ShownDocument {
    fn from(document: &Document) -> Self {
        Self {
            sha256: document.sha256.to_string(),
            title: document.title.clone().unwrap_or_else(|| document.name.clone()),
            outlet: document.outlet.clone(),
            date: document.date.map(|date| date.to_string()),
        }
    }
}

#[derive(Serialize)]
struct ShownEdge {
    kind: LinkKind,
    one: String,
    other: Option<String>,
    why: String,
}

impl From<&Edge> for ShownEdge {
    fn from(edge: &Edge) -> Self {
        let other = edge.other.map(|other| other.to_string());
        Self { kind: edge.kind, one: edge.one.to_string(), other, why: edge.why.clone() }
    }
}

/// Documents of one origin or, with one edge and without a root, two that hang together without being one.
#[derive(Serialize)]
struct ShownRoot {
    one: bool,
    outlet: Option<String>,
    documents: Vec<ShownDocument>,
    edges: Vec<ShownEdge>,
}

#[derive(Serialize)]
struct ShownClaim {
    claim: String,
    document: String,
    outlet: Option<String>,
    date: Option<String>,
    content: String,
}

#[derive(Serialize)]
struct ShownClaimRoot {
    root: usize,
    source: String,
    claims: Vec<ShownClaim>,
    possibly_the_same: Vec<usize>,
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let found = casefile.find_roots(&viewer, case.id).await?;
        if self.claims { self.of_claims(&found, stage) } else { self.of_documents(&found, stage) }
    }

    fn of_documents(&self, found: &Roots, stage: &mut Stage<'_>) -> Outcome {
        let roots: Vec<_> = found.documents.iter().filter(|root| self.all || root.documents.len() > 1).collect();
        let loose = found.loose.iter().filter(|_| self.all).map(|edge| {
            let ends = [Some(edge.one), edge.other].into_iter().flatten();
            let all = || found.documents.iter().flat_map(|root| &root.documents);
            ShownRoot {
                one: false,
                outlet: None,
                documents: ends
                    .filter_map(|sha| all().find(|one| one.sha256 == sha))
                    .map(ShownDocument::from)
                    .collect(),
                edges: vec![ShownEdge::from(edge)],
            }
        });
        let shown: Vec<ShownRoot> = roots
            .iter()
            .map(|root| ShownRoot {
                one: true,
                outlet: root.outlet.clone(),
                documents: root.documents.iter().map(ShownDocument::from).collect(),
                edges: root.edges.iter().map(ShownEdge::from).collect(),
            })
            .chain(loose)
            .collect();
        if list::write(stage.out, self.format, &shown)? {
            return Ok(0);
        }
        let (heading, faint) = (style::HEADING, style::FAINT);
        let title = |sha: Sha256| {
            let all = found.documents.iter().flat_map(|root| &root.documents);
            all.clone().find(|one| one.sha256 == sha).map_or_else(String::new, line)
        };
        for root in &roots {
            let from = root.outlet.as_deref().map(|outlet| format!(", from {}", table::one_line(outlet)));
            writeln!(
                stage.out,
                "{heading}{}{}{heading:#}",
                counted(root.documents.len(), "document"),
                from.unwrap_or_default()
            )?;
            for document in &root.documents {
                writeln!(stage.out, "  {}", table::cut(&line(document), stage.width.saturating_sub(2)))?;
            }
            for edge in &root.edges {
                let other = edge.other.map_or_else(String::new, |other| format!(" \u{2013} {}", other.short()));
                let why = format!("{}{other} {}: {}", edge.one.short(), kind(edge.kind), edge.why);
                for row in table::wrapped(&why, stage.width.saturating_sub(4)).lines() {
                    writeln!(stage.out, "    {faint}{row}{faint:#}")?;
                }
            }
            writeln!(stage.out)?;
        }
        if self.all && !found.loose.is_empty() {
            writeln!(stage.out, "{heading}hang together without being one{heading:#}")?;
            for edge in &found.loose {
                let other = edge.other.map(title).unwrap_or_default();
                let why = format!("{} {}: {}", line_of(&title(edge.one), &other), kind(edge.kind), edge.why);
                for (place, row) in table::wrapped(&why, stage.width.saturating_sub(4)).lines().enumerate() {
                    writeln!(stage.out, "{}{faint}{row}{faint:#}", if place == 0 { "  " } else { "    " })?;
                }
            }
            writeln!(stage.out)?;
        }
        let documents: usize = found.documents.iter().map(|root| root.documents.len()).sum();
        writeln!(
            stage.out,
            "{faint}{} of {}{faint:#}",
            counted(found.documents.len(), "root"),
            counted(documents, "document")
        )?;
        Ok(0)
    }

    fn of_claims(&self, found: &Roots, stage: &mut Stage<'_>) -> Outcome {
        let shown: Vec<ShownClaimRoot> = found
            .claims
            .iter()
            .enumerate()
            .filter(|(_, root)| self.all || root.claims.len() > 1 || !root.possibly.is_empty())
            .map(|(place, root)| ShownClaimRoot {
                root: place + 1,
                source: root.source.clone(),
                claims: root
                    .claims
                    .iter()
                    .map(|(id, claim, document)| ShownClaim {
                        claim: id.to_string(),
                        document: document.sha256.to_string(),
                        outlet: document.outlet.clone(),
                        date: document.date.map(|date| date.to_string()),
                        content: claim.content.text.clone(),
                    })
                    .collect(),
                possibly_the_same: root.possibly.iter().map(|place| place + 1).collect(),
            })
            .collect();
        if list::write(stage.out, self.format, &shown)? {
            return Ok(0);
        }
        let (heading, faint) = (style::HEADING, style::FAINT);
        for root in &shown {
            let source = if root.source.is_empty() { "nobody named" } else { &root.source };
            writeln!(stage.out, "{heading}{}. {}{heading:#}", root.root, table::one_line(source))?;
            for claim in &root.claims {
                let about = [claim.claim[..8].to_owned()]
                    .into_iter()
                    .chain(claim.date.clone())
                    .chain(claim.outlet.as_deref().map(table::one_line));
                let row = format!("{}  {}", about.collect::<Vec<_>>().join("  "), table::one_line(&claim.content));
                writeln!(stage.out, "  {}", table::cut(&row, stage.width.saturating_sub(2)))?;
            }
            if !root.possibly_the_same.is_empty() {
                let others: Vec<String> = root.possibly_the_same.iter().map(ToString::to_string).collect();
                writeln!(stage.out, "  {faint}possibly the same as {}{faint:#}", others.join(", "))?;
            }
        }
        let claims: usize = found.claims.iter().map(|root| root.claims.len()).sum();
        let (roots, claims) = (counted(found.claims.len(), "root"), counted(claims, "claim"));
        writeln!(stage.out, "{faint}{roots} of {claims}{faint:#}")?;
        Ok(0)
    }
}

fn line(document: &Document) -> String {
    let title = document.title.as_deref().unwrap_or(&document.name);
    let about = [Some(document.sha256.short()), document.date.map(|date| date.to_string()), document.outlet.clone()];
    let about: Vec<String> = about.into_iter().flatten().map(|part| table::one_line(&part)).collect();
    format!("{}  {}", about.join("  "), table::one_line(title))
}

fn line_of(one: &str, other: &str) -> String {
    if other.is_empty() { one.to_owned() } else { format!("{one} \u{2013} {other}") }
}

const fn kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Reprints => "reprints",
        LinkKind::Cites => "cites",
        LinkKind::Quotes => "quotes",
        LinkKind::Joined => "joined",
        LinkKind::Unknown => "unknown",
    }
}
