//! `tearline access`: who on the other side knows what some reporting says, as its owners keep it.

use std::collections::{BTreeMap, BTreeSet};

use casefile::register::StatedAccess;
use record::cover::{AccessList, Grain, Member, MemberKind, Slot};

use super::{Format, Shared};
use crate::Stage;
use crate::body::register::AccessShown;
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// Who on the other side knows what some reporting says: kept by its owners, for cover
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// List the access lists: for those whose they are, and for the security officer
    #[command(after_help = "Example:\n  tearline --case c.tearline access list")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Enter who else knows what a claim, a document or a source says, in the place of a list of the same name
    #[command(after_help = "Examples:
  tearline --case c.tearline access add \"the delegation in Munich\" --member \"Col. Orlo\" --member \"Ilse Vale=the deputy\" --document 3f2a91c0
  tearline --case c.tearline access add \"readers of the cable\" --member \"A. Kim\" --system \"the cable archive\" --others 4 \\
    --claim 8c1d --knows when=month --knows where=country

Everybody on a list knows all that it holds of, but for slots where --knows says less: --knows when=month, --knows count=nothing. That words are
said to be theirs fits them only where --knows by=body says so. One person under two names is written NAME=OTHER NAME. Who is
on no list does not count: an access that nobody knows counts as one. The list is seen by whoever enters it, by its owners and by the
security officer; without --marking only by whoever holds the case file and the security officer.")]
    Add {
        /// What it is called
        name: String,
        /// A person on it, with other names behind `=`; may be given again
        #[arg(long, value_name = "NAME[=NAME]")]
        member: Vec<String>,
        /// A system on it, from which it could be had without any of the persons; may be given again
        #[arg(long, value_name = "NAME[=NAME]")]
        system: Vec<String>,
        /// How many more there are at least, who are not known by name
        #[arg(long, default_value_t = 0, value_name = "NUMBER")]
        others: u32,
        /// A claim that they know; may be given again
        #[arg(long, value_name = "ID")]
        claim: Vec<String>,
        /// A document whose claims they know; may be given again
        #[arg(long, value_name = "HASH")]
        document: Vec<String>,
        /// A source of the register, all of whose documents they know; may be given again
        #[arg(long, value_name = "SOURCE")]
        source: Vec<String>,
        /// A slot of which they know less: by, who, act, whom, with, count, where, when, words, stage, sure, other
        #[arg(long, value_name = "SLOT=PRECISION", value_parser = limit)]
        knows: Vec<(Slot, Grain)>,
        /// Whose it is, beside whoever enters it; may be given again
        #[arg(long)]
        owner: Vec<String>,
        /// The marking of the entry
        #[arg(long)]
        marking: Option<String>,
        /// Why
        #[arg(long, default_value = "known")]
        why: String,
    },
    /// Say that a list no longer holds
    #[command(
        after_help = "Example:\n  tearline --case c.tearline access retire \"readers of the cable\" --why \"the archive was closed\""
    )]
    Retire {
        /// The list, by name or id
        name: String,
        /// Why
        #[arg(long)]
        why: String,
    },
}

fn limit(text: &str) -> Result<(Slot, Grain), String> {
    let (slot, grain) =
        text.split_once('=').ok_or_else(|| format!("{text:?} is not written SLOT=PRECISION, as in when=month"))?;
    Ok((slot.parse()?, grain.parse()?))
}

fn member(text: &str, kind: MemberKind) -> Member {
    let mut names = text.split('=').map(str::trim).filter(|name| !name.is_empty());
    let name = names.next().unwrap_or_default().to_owned();
    Member { name, names: names.map(str::to_owned).collect(), kind }
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        match self {
            Self::List { format } => {
                let (casefile, viewer) = shared.house(stage).await?;
                let rows = casefile.access_lists(&viewer).await?;
                let shown: Vec<AccessShown<'_>> = rows.iter().map(AccessShown::from).collect();
                if list::write(stage.out, format, &shown)? {
                    return Ok(0);
                }
                table::write(
                    stage.out,
                    stage.width,
                    &["list", "on it", "of", "knows less of", "whose", "state"],
                    &cells(&rows),
                )?;
                let faint = style::FAINT;
                writeln!(stage.out, "{faint}{}{faint:#}", counted(rows.len(), "list"))?;
            }
            Self::Add { name, member: people, system, others, claim, document, source, knows, owner, marking, why } => {
                let (casefile, viewer, case) = shared.open(stage).await?;
                let marking = match &marking {
                    Some(text) => Some(disclose::marking::valid(text).map_err(casefile::CasefileError::from)?),
                    None => None,
                };
                let people = people.iter().map(|text| member(text, MemberKind::Person));
                let systems = system.iter().map(|text| member(text, MemberKind::System));
                let stated = StatedAccess {
                    name,
                    members: people.chain(systems).filter(|member| !member.name.is_empty()).collect(),
                    others,
                    claims: claim,
                    documents: document,
                    sources: source,
                    limits: knows.into_iter().collect::<BTreeMap<_, _>>(),
                    owners: owner.into_iter().collect::<BTreeSet<_>>(),
                    marking,
                    why,
                };
                let list = casefile.enter_access(&viewer, case.id, &stated).await?;
                writeln!(stage.out, "entered {}: {}", list.name, on_it(&list))?;
            }
            Self::Retire { name, why } => {
                let (casefile, viewer) = shared.house(stage).await?;
                let list = casefile.retire_access(&viewer, &name, &why).await?;
                writeln!(stage.out, "{} counts no longer", list.name)?;
            }
        }
        Ok(0)
    }
}

/// How many are on a list.
fn on_it(list: &AccessList) -> String {
    let systems = list.members.iter().filter(|member| member.kind == MemberKind::System).count();
    let people = list.members.len() - systems;
    let mut said = vec![if people == 1 { "1 person".to_owned() } else { format!("{people} people") }];
    if systems > 0 {
        said.push(counted(systems, "system"));
    }
    if list.others > 0 {
        said.push(format!("at least {} more", list.others));
    }
    said.join(", ")
}

fn cells(rows: &[(AccessList, record::label::Label)]) -> Vec<Vec<Cell>> {
    let row = |(list, _): &(AccessList, record::label::Label)| {
        let of = &list.of;
        let mut reach = Vec::new();
        for (count, what) in
            [(of.claims.len(), "claim"), (of.documents.len(), "document"), (of.sources.len(), "source")]
        {
            if count > 0 {
                reach.push(counted(count, what));
            }
        }
        let limits: Vec<String> = list.limits.iter().map(|(slot, grain)| format!("{slot}={grain}")).collect();
        vec![
            Cell::new(list.name.as_str()).styled(style::SOURCE),
            Cell::new(on_it(list)),
            Cell::new(reach.join(", ")),
            Cell::new(limits.join(", ")),
            Cell::new(list.owners.iter().map(String::as_str).collect::<Vec<_>>().join(", ")),
            Cell::new(if list.retired { "retired" } else { "holds" }),
        ]
    };
    rows.iter().map(row).collect()
}
