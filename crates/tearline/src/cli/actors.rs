//! `tearline actors`: who is named in a case; `tearline actor`: a person's word on who is whom.

use record::link::Decision;

use super::{Format, Shared};
use crate::Stage;
use crate::body::actors::ActorShown;
use crate::failure::Outcome;
use crate::show::rows::counted;
use crate::show::table::{self, Cell};
use crate::show::{list, style};

/// List the actors of the case: who is meant by the same name in all its documents
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline --case c.tearline actors
  tearline --case c.tearline actors --kind person --names

`actor join` and `actor part` say otherwise.")]
pub struct Args {
    /// Only of this kind: state, person, organisation, group
    #[arg(long)]
    kind: Option<String>,
    /// Only of this country: CHN
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Show every name that is taken for an actor, with what it is called by and why names are one
    #[arg(long)]
    names: bool,
    /// How to write the list
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// Say whether two names are one actor
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// They are one, whatever was found
    #[command(
        after_help = "Example:\n  tearline --case c.tearline actor join \"Wang Wenbin\" \"Mr. Wang\" --why \"same briefing\""
    )]
    Join(Pair),
    /// They are two, whatever was found
    #[command(
        after_help = "Example:\n  tearline --case c.tearline actor part \"Wang Yi\" \"Wang\" --why \"the spokesman is meant\""
    )]
    Part(Pair),
}

/// Two names and a reason.
#[derive(Debug, clap::Args)]
pub struct Pair {
    /// One name, as `actors --names` lists it
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
            Self::Part(pair) => (pair, Decision::Cut, "parted"),
        };
        let (casefile, viewer, case) = shared.open(stage).await?;
        casefile.decide_actor(&viewer, case.id, (&pair.one, &pair.other), decision, &pair.why).await?;
        writeln!(stage.out, "{word} {} and {}", table::one_line(&pair.one), table::one_line(&pair.other))?;
        Ok(0)
    }
}

impl Args {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        let (casefile, viewer, case) = shared.open(stage).await?;
        let mut actors: Vec<ActorShown> =
            casefile.actors(&viewer, case.id).await?.into_iter().map(ActorShown::from).collect();
        actors.retain(|actor| {
            self.kind.as_ref().is_none_or(|kind| actor.kind == kind)
                && self.country.as_ref().is_none_or(|country| actor.country.as_ref() == Some(&country.to_uppercase()))
        });
        if list::write(stage.out, self.format, &actors)? {
            return Ok(0);
        }
        let faint = style::FAINT;
        if self.names {
            for actor in &actors {
                let heading = style::HEADING;
                let country = actor.country.as_deref().unwrap_or_default();
                let name = table::one_line(&actor.name);
                writeln!(stage.out, "{heading}{name}{heading:#}  {faint}{} {country}{faint:#}", actor.kind)?;
                let others = actor.names.iter().filter(|name| **name != actor.name).map(|name| table::one_line(name));
                let roles = actor.roles.iter().map(|role| match (&role.first, &role.last) {
                    (Some(first), Some(last)) if first != last => format!("{} ({first} to {last})", role.role),
                    (Some(first), _) => format!("{} ({first})", role.role),
                    _ => role.role.clone(),
                });
                for line in others.chain(roles).chain(actor.why.iter().cloned()) {
                    for row in table::wrapped(&table::one_line(&line), stage.width.saturating_sub(2)).lines() {
                        writeln!(stage.out, "  {row}")?;
                    }
                }
            }
        } else {
            let cells: Vec<Vec<Cell>> = actors
                .iter()
                .map(|actor| {
                    let roles: Vec<&str> = actor.roles.iter().map(|role| role.role.as_str()).collect();
                    vec![
                        Cell::new(&actor.name),
                        Cell::new(actor.kind),
                        Cell::new(actor.country.as_deref().unwrap_or_default()),
                        Cell::number(actor.documents.to_string()),
                        Cell::number(actor.mentions.to_string()),
                        Cell::new(roles.join(", ")),
                    ]
                })
                .collect();
            let heading = ["actor", "kind", "country", "documents", "mentions", "called"];
            table::write(stage.out, stage.width, &heading, &cells)?;
        }
        writeln!(stage.out, "{faint}{}{faint:#}", counted(actors.len(), "actor"))?;
        Ok(0)
    }
}
