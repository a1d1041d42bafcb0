//! `tearline disclose`: say something to somebody, with consent.

use std::path::{Path, PathBuf};

use casefile::{DisclosureRow, Proposal};
use serde::Serialize;

use super::{Format, Shared, key};
use crate::failure::{Failure, Outcome};
use crate::show::style;
use crate::show::table::{self, Cell, one_line};
use crate::{Stage, show};

/// Say something to somebody: propose, draft, approve, issue
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Propose to say something
    #[command(
        after_help = "Example:\n  tearline --case c.tearline disclose new \"Warn before the vote\" --audience public --channel \"press background\""
    )]
    New {
        /// What it is for
        purpose: String,
        /// Who is to hear it: `public`, or a clearance such as TLP:AMBER or SECRET,country=GBR
        #[arg(long)]
        audience: String,
        /// The way it goes: "press background", "Security Council address"
        #[arg(long)]
        channel: String,
    },
    /// Draft a line that rests on claims; it carries the marking of all of them together
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ann disclose line 8c1d \"Officials say that …\" --claim 3f2a"
    )]
    Line {
        /// The disclosure
        disclosure: String,
        /// The words
        text: String,
        /// A claim behind them; may be given again
        #[arg(long, required = true, value_name = "ID")]
        claim: Vec<String>,
    },
    /// Show a draft with its markings and approvals
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose show 8c1d")]
    Show {
        /// The disclosure
        disclosure: String,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// List the disclosures
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose list")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Approve a draft as it stands; whoever proposed it or wrote any of it cannot
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ben disclose approve 8c1d --draft f793663c1ee0"
    )]
    Approve {
        /// The disclosure
        disclosure: String,
        /// The draft that was read, as `disclose show` prints it
        #[arg(long, value_name = "HASH")]
        draft: String,
        /// Why, for the journal
        #[arg(long, default_value = "approved")]
        why: String,
    },
    /// Write the packet of an issued disclosure once more
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose export 8c1d --out packet/")]
    Export {
        /// The disclosure
        disclosure: String,
        /// The folder to write the packet to, which must not be there yet
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
    /// Issue an approved draft as a signed packet
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ann disclose issue 8c1d --key signing.key --out packet/"
    )]
    Issue {
        /// The disclosure
        disclosure: String,
        /// The private key that signs it
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The folder to write the packet to, which must not be there yet
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}

#[derive(Serialize)]
struct Shown<'r> {
    #[serde(flatten)]
    disclosure: &'r record::release::Disclosure,
    banner: &'r str,
    portions: &'r [String],
    draft: &'r str,
}

impl<'r> From<&'r DisclosureRow> for Shown<'r> {
    fn from(row: &'r DisclosureRow) -> Self {
        Self { disclosure: &row.disclosure, banner: &row.banner, portions: &row.portions, draft: &row.draft }
    }
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        // The key and the folder are looked at first: a packet is issued once.
        let signing = match &self {
            Self::Issue { key, out, .. } => {
                vacant(out)?;
                Some(key::load(key)?)
            }
            Self::Export { out, .. } => {
                vacant(out)?;
                None
            }
            _ => None,
        };
        let (casefile, viewer, case) = shared.open(stage).await?;
        match self {
            Self::New { purpose, audience, channel } => {
                let row = casefile.propose(&viewer, case.id, &Proposal { purpose, audience, channel }).await?;
                writeln!(stage.out, "proposed {} to {}", row.disclosure.id.short(), row.disclosure.audience)?;
            }
            Self::Line { disclosure, text, claim } => {
                let row = casefile.draft_line(&viewer, case.id, &disclosure, &text, &claim).await?;
                let (number, portion) = (row.portions.len(), row.portions.last().cloned().unwrap_or_default());
                writeln!(stage.out, "drafted line {number}, marked {portion}; the whole is {}", row.banner)?;
            }
            Self::Approve { disclosure, draft, why } => {
                let row = casefile.approve(&viewer, case.id, &disclosure, &draft, &why).await?;
                writeln!(stage.out, "{} approved the draft {}", viewer.name, short(&row.draft))?;
            }
            Self::Issue { disclosure, out, .. } => {
                let Some(signing) = signing else { return Ok(0) };
                // The folder first: where it cannot be made, nothing is issued.
                std::fs::create_dir(&out).map_err(|error| Failure::file(&out, &error))?;
                let (packet, files) = match casefile.issue(&viewer, case.id, &disclosure, &signing).await {
                    Ok(issued) => issued,
                    Err(refusal) => {
                        // It is empty still.
                        let _ = std::fs::remove_dir(&out);
                        return Err(refusal.into());
                    }
                };
                let files = files.into_iter().map(|file| (file.name.to_owned(), file.bytes)).collect::<Vec<_>>();
                write_packet(&out, &files).map_err(|error| {
                    let hint = format!(
                        "it is kept in the case: `disclose export {disclosure} --out FOLDER` writes it elsewhere"
                    );
                    Failure::failed(format!("packet {packet} was issued, and {}", error.message()), hint)
                })?;
                writeln!(
                    stage.out,
                    "issued packet {packet} in {}, signed with the key {}",
                    out.display(),
                    signing.public().id()
                )?;
            }
            Self::Export { disclosure, out } => {
                let files = casefile.packet(&viewer, case.id, &disclosure).await?;
                std::fs::create_dir(&out).map_err(|error| Failure::file(&out, &error))?;
                write_packet(&out, &files)?;
                writeln!(stage.out, "wrote the packet to {}", out.display())?;
            }
            Self::Show { disclosure, format } => {
                let row = casefile.disclosure(&viewer, case.id, &disclosure).await?;
                if !show::list::one(stage.out, format, &Shown::from(&row))? {
                    draft(stage, &row)?;
                }
            }
            Self::List { format } => list(stage, format, &casefile.disclosures(&viewer, case.id).await?)?,
        }
        Ok(0)
    }
}

fn short(draft: &str) -> &str {
    draft.get(..12).unwrap_or(draft)
}

fn draft(stage: &mut Stage<'_>, row: &DisclosureRow) -> std::io::Result<()> {
    let (heading, faint) = (style::HEADING, style::FAINT);
    let disclosure = &row.disclosure;
    writeln!(
        stage.out,
        "{heading}{}{heading:#}  {faint}{}{faint:#}",
        one_line(&disclosure.purpose),
        disclosure.id.short()
    )?;
    writeln!(
        stage.out,
        "to {} by {}, proposed by {}",
        disclosure.audience,
        one_line(&disclosure.channel),
        disclosure.author
    )?;
    writeln!(
        stage.out,
        "\n{}",
        if row.banner.is_empty() { "no lines yet: `disclose line` drafts one" } else { &row.banner }
    )?;
    for (number, (line, portion)) in disclosure.lines.iter().zip(&row.portions).enumerate() {
        let claims: Vec<String> = line.claims.iter().map(record::id::ClaimId::short).collect();
        writeln!(
            stage.out,
            "{:>3}  {portion} {}  {faint}{} on {}{faint:#}",
            number + 1,
            one_line(&line.text),
            line.author,
            claims.join(", ")
        )?;
    }
    writeln!(stage.out)?;
    for approval in &disclosure.approvals {
        let stands =
            if approval.draft == row.draft { "" } else { ", of an earlier draft: it does not count for this one" };
        writeln!(stage.out, "approved by {} {}{stands}", approval.author, approval.at)?;
    }
    let state = if disclosure.issued { "issued" } else { "not issued" };
    writeln!(stage.out, "{faint}draft {}, {state}{faint:#}", short(&row.draft))
}

fn list(stage: &mut Stage<'_>, format: Format, disclosures: &[DisclosureRow]) -> std::io::Result<()> {
    if show::list::write(stage.out, format, &disclosures.iter().map(Shown::from).collect::<Vec<_>>())? {
        return Ok(());
    }
    let cells: Vec<Vec<Cell>> = disclosures
        .iter()
        .map(|row| {
            vec![
                Cell::new(row.disclosure.id.short()),
                Cell::new(&row.disclosure.purpose),
                Cell::new(&row.disclosure.audience),
                Cell::new(&row.banner),
                Cell::number(row.disclosure.lines.len().to_string()),
                Cell::new(if row.disclosure.issued { "issued" } else { "draft" }),
            ]
        })
        .collect();
    table::write(stage.out, stage.width, &["id", "purpose", "audience", "banner", "lines", "state"], &cells)
}

/// That nothing is at `out`, and something can be made there.
fn vacant(out: &Path) -> Result<(), Failure> {
    if out.exists() {
        return Err(Failure::failed(
            format!("{} is there already", out.display()),
            "name a folder that is not there yet: a packet is never written over",
        ));
    }
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if parent.is_dir() {
        return Ok(());
    }
    Err(Failure::failed(format!("there is no folder {}", parent.display()), "make it first, or name another place"))
}

/// Writes the packet into the folder that was made for it.
fn write_packet(out: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    for (name, bytes) in files {
        let path = out.join(name);
        std::fs::write(&path, bytes).map_err(|error| Failure::file(&path, &error))?;
    }
    Ok(())
}
