//! `tearline roots`: which documents and claims come from one mouth; `tearline link`: a person's word on it.

use casefile::link::Roots;
use record::document::Document;
use record::id::Sha256;
use record::link::{Decision, LinkKind};

use super::{Format, Shared};
use crate::Stage;
use crate::body::roots as body;
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

/// Say whether two documents have one origin, or two claims one mouth
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// They have one origin, or one mouth, whatever was found
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

/// Two documents or two claims, and a reason.
#[derive(Debug, clap::Args)]
pub struct Pair {
    /// One document by its hash, or one claim by its id, or the beginning of it
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
        let (one, other) = match &link.claims {
            Some((one, other)) => (one.short(), other.short()),
            None => (link.one.short(), link.other.short()),
        };
        writeln!(stage.out, "{word} {one} and {other}")?;
        Ok(0)
    }
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let found = casefile.find_roots(&viewer, case.id).await?;
        if self.claims { self.of_claims(&found, stage) } else { self.of_documents(&found, stage) }
    }

    fn of_documents(&self, found: &Roots, stage: &mut Stage<'_>) -> Outcome {
        let roots: Vec<_> = found.documents.iter().filter(|root| self.all || root.documents.len() > 1).collect();
        let shown = body::of_documents(found, self.all);
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
        let shown = body::of_claims(found, self.all);
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
                // What is denied, asked or hoped must not read as said.
                let about = about.chain(claim.sense());
                let row = format!("{}  {}", about.collect::<Vec<_>>().join("  "), table::one_line(&claim.content));
                writeln!(stage.out, "  {}", table::cut(&row, stage.width.saturating_sub(2)))?;
            }
            for edge in &root.edges {
                let why = format!("{} \u{2013} {} {}: {}", &edge.one[..8], &edge.other[..8], kind(edge.kind), edge.why);
                for row in table::wrapped(&why, stage.width.saturating_sub(4)).lines() {
                    writeln!(stage.out, "    {faint}{row}{faint:#}")?;
                }
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
