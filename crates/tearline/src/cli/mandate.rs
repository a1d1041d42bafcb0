//! `tearline mandates`: who may do what with disclosures; `tearline mandate`: give a mandate, or take it back.

use casefile::release::StatedMandate;
use record::mandate::{Mandate, Role};

use super::disclose::Moment;
use super::{Format, Shared};
use crate::Stage;
use crate::body::register::MandateShown;
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// List the mandates of the house register: who drafts, approves, issues, declassifies, and speaks for which owner
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline --case c.tearline mandates")]
pub struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Give a mandate, or take it back
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Entrust somebody with something
    #[command(after_help = "Examples:
  tearline --case c.tearline mandate add ben --approver
  tearline --case c.tearline mandate add eve --owner \"Station East\"
  tearline --case c.tearline mandate add pia --partner \"Norland service\" --until 2031-01-01T00:00Z --why \"liaison\"

Only whoever holds the case file gives mandates. As long as nobody has one to draft, approve or issue, everybody may; for an owner nobody
speaks without one.")]
    Add(Stated),
    /// Take a mandate back
    #[command(
        after_help = "Example:\n  tearline --case c.tearline mandate revoke ben --approver --why \"another post\""
    )]
    Revoke(Stated),
}

/// A mandate, as it is written on the command line.
#[derive(Debug, clap::Args)]
pub struct Stated {
    /// Who
    person: String,
    #[command(flatten)]
    role: Which,
    /// Until when
    #[arg(long, value_name = "TIME")]
    until: Option<Moment>,
    /// The marking of the entry; without one only whoever holds the case file sees who speaks for an owner
    #[arg(long)]
    marking: Option<String>,
    /// Why
    #[arg(long, default_value = "appointed")]
    why: String,
}

/// With what: one of these.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct Which {
    /// Proposes and drafts
    #[arg(long)]
    drafter: bool,
    /// Agrees to drafts of others
    #[arg(long)]
    approver: bool,
    /// Issues what is agreed, or decides that nothing is said
    #[arg(long)]
    issuer: bool,
    /// Enters lower markings by a guide or by office
    #[arg(long)]
    declassifier: bool,
    /// Speaks for an owner of sources
    #[arg(long, value_name = "OWNER")]
    owner: Option<String>,
    /// Speaks for a partner, who owns sources too
    #[arg(long, value_name = "PARTNER")]
    partner: Option<String>,
}

impl From<Which> for Role {
    fn from(which: Which) -> Self {
        match which {
            Which { owner: Some(owner), .. } => Self::Owner(owner),
            Which { partner: Some(partner), .. } => Self::Partner(partner),
            Which { approver: true, .. } => Self::Approver,
            Which { issuer: true, .. } => Self::Issuer,
            Which { declassifier: true, .. } => Self::Declassifier,
            // It is one of them, and no other is left.
            Which { .. } => Self::Author,
        }
    }
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        let (stated, revoked) = match self {
            Self::Add(stated) => (stated, false),
            Self::Revoke(stated) => (stated, true),
        };
        let role = Role::from(stated.role);
        let marking = match &stated.marking {
            Some(text) => Some(disclose::marking::valid(text).map_err(casefile::CasefileError::from)?),
            None => None,
        };
        let stated = StatedMandate {
            person: stated.person,
            role,
            until: stated.until.map(|moment| moment.at()),
            revoked,
            marking,
            why: stated.why,
        };
        let Mandate { person, role, .. } = casefile.enter_mandate(&viewer, &stated).await?;
        writeln!(stage.out, "{person}: {role}{}", if revoked { ", no longer" } else { "" })?;
        Ok(0)
    }
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer) = shared.house(stage).await?;
        let rows = casefile.mandates(&viewer).await?;
        let shown: Vec<MandateShown<'_>> = rows.iter().map(MandateShown::from).collect();
        if list::write(stage.out, self.format, &shown)? {
            return Ok(0);
        }
        let cells: Vec<Vec<Cell>> = shown
            .iter()
            .map(|row| {
                vec![
                    Cell::new(row.person).styled(style::SOURCE),
                    Cell::new(row.role.as_str()),
                    Cell::new(if row.in_force { "in force" } else { "ended" }),
                    Cell::new(row.until.as_deref().unwrap_or_default()),
                    Cell::new(row.why),
                ]
            })
            .collect();
        table::write(stage.out, stage.width, &["person", "role", "state", "until", "why"], &cells)?;
        let faint = style::FAINT;
        writeln!(stage.out, "{faint}{}{faint:#}", counted(rows.len(), "mandate"))?;
        Ok(0)
    }
}
